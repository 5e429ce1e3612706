"""Every error the product raises on purpose.

::

    TingshuError
    ├── BookError                the book at `source` cannot be read
    │   ├── UnsupportedBook      not a format we know (also: a directory)
    │   ├── DamagedBook          the format is known, the content broken
    │   ├── ProtectedBook        encrypted (DRM)
    │   ├── EmptyBook            opened, but there is nothing to read
    │   └── OversizedBook        larger than the limits that protect memory
    ├── SpeechError              text cannot be turned into sound
    │   ├── VoiceMissing         the voice's files are not installed
    │   ├── VoicePackError       a pack cannot be downloaded, checked or written
    │   └── EngineFailed         the engine gave up on an utterance
    ├── PlaybackError            sound cannot be played
    │   └── NoAudioDevice        no device, or it refuses every format
    ├── ExportError              an export stopped
    │   └── DiskFull             no room left where the output goes
    ├── LibraryError             the library file cannot be read or written
    ├── SettingsError            the settings file cannot be read or written
    ├── MarkupError              markup (SSML, PLS) cannot be understood
    ├── LexiconError             a pronunciation is wrong, or a list of them cannot be read
    ├── SearchError              what is looked for cannot be understood, or the index not read
    └── Cancelled                the user asked for the job to stop

Each carries what happened in words for the user: *subject* (the file, voice or
chapter), *reason* and *remedy* (what to do). ``str(error)`` is one paragraph.
"""

from __future__ import annotations

from reader.messages import message


class TingshuError(Exception):
    """The root of the tree; one clear paragraph for the user.

    `subject` names the file, voice, chapter or device; `reason` says what is wrong
    as a sentence; `remedy` says what to do about it, or is empty.
    """

    def __init__(self, subject: str, reason: str, remedy: str = "") -> None:
        super().__init__(subject, reason, remedy)
        self.subject = subject
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        sentence = f"{self.subject}: {self.reason}" if self.subject else self.reason
        return f"{sentence} {self.remedy}".strip()


class BookError(TingshuError):
    """A book cannot be read; `subject` is its file name or address."""


class UnsupportedBook(BookError):
    """The source is of no format that an importer accepts."""


class DamagedBook(BookError):
    """The format is known but the content is broken beyond repair."""


class ProtectedBook(BookError):
    """The text is encrypted by a rights-management system."""


class EmptyBook(BookError):
    """The source opened, but holds nothing that can be read aloud."""


class OversizedBook(BookError):
    """Reading on would pass the limits that protect memory."""


class SpeechError(TingshuError):
    """Text cannot be turned into sound."""


class VoiceMissing(SpeechError):
    """The files of a voice are not installed; `subject` is the voice."""


class VoicePackError(SpeechError):
    """A voice pack cannot be downloaded, checked or written; `subject` is the pack."""


class EngineFailed(SpeechError):
    """An engine gave up on an utterance; `subject` is the engine."""


class PlaybackError(TingshuError):
    """Sound cannot be played."""


class NoAudioDevice(PlaybackError):
    """There is no output device, or it refuses every format we can give."""


class ExportError(TingshuError):
    """An export stopped; `subject` is the output file or the chapter."""


class DiskFull(ExportError):
    """There is no room left where the output goes."""


class LibraryError(TingshuError):
    """The library file cannot be read or written."""


class SettingsError(TingshuError):
    """The settings file cannot be read or written."""


class MarkupError(TingshuError):
    """Markup that is not what it should be; `subject` is the file or the text it stands in.

    `line` and `column` count from 1 and say where; 0 where it is the whole.
    """

    def __init__(
        self, subject: str, reason: str, remedy: str = "", *, line: int = 0, column: int = 0
    ) -> None:
        super().__init__(subject, reason, remedy)
        self.line = line
        self.column = column

    def __str__(self) -> str:
        if not self.line:
            return super().__str__()
        where = f"Line {self.line}, column {self.column}: "
        sentence = f"{self.subject}: {where}{self.reason}" if self.subject else where + self.reason
        return f"{sentence} {self.remedy}".strip()


class LexiconError(TingshuError):
    """A pronunciation is wrong; `subject` is the word, or the file that lists them."""


class SearchError(TingshuError):
    """A search cannot be made; `subject` is the pattern that is wrong, or the index's file."""


class Cancelled(TingshuError):
    """The user asked for the job to stop; nobody needs to be told."""

    def __init__(self, subject: str = "") -> None:
        super().__init__(subject, message("Cancelled."))
