"""What ``speak``, ``export`` and ``voices test`` share: the speaker and the chosen voice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import chain, pairwise
from time import perf_counter
from typing import TYPE_CHECKING

from reader.cli.terminal import tell

if TYPE_CHECKING:
    from pathlib import Path

    from reader.background import CancelToken
    from reader.books.model import Book
    from reader.language.spoken import SpokenStyle
    from reader.lexicon.entry import Entry
    from reader.narration.delivery import Director
    from reader.narration.utterance import Utterance
    from reader.speech.engine import AudioChunk, Voice
    from reader.speech.speaker import Speaker


@contextmanager
def open_speaker(
    *, keep: bool = False, notify: Callable[[str], None] = tell, engine: str | None = None
) -> Iterator[Speaker]:
    """A speaker with every installed engine, or the one named, and the listener's voices.

    `keep` lets it use the cache of speech on disk; `notify` gets what the listener is told.
    """
    from reader import settings
    from reader.speech.cache import AudioCache
    from reader.speech.speaker import Speaker
    from reader.speech.voices import installed_engines

    speaker = Speaker(
        [each for each in installed_engines() if engine in (None, each.name)],
        voices=settings.load().voices,
        cache=AudioCache() if keep else None,
        notify=notify,
    )
    try:
        yield speaker
    finally:
        speaker.close()


def chosen_style() -> SpokenStyle:
    """How the listener wants numbers to be said."""
    from reader import settings
    from reader.language.spoken import SpokenStyle

    return SpokenStyle.of(settings.load().spoken)


def find_voice(speaker: Speaker, name: str) -> Voice:
    """The voice called `name`; raises :class:`~reader.errors.SpeechError` if it cannot speak."""
    from reader.speech.advice import absent_voice

    known = {voice.name: voice for voice in speaker.voices()}
    if name not in known:
        raise absent_voice(name, known)
    return known[name]


def use_voice(speaker: Speaker, name: str | None, languages: Iterable[str]) -> None:
    """Read in the voice called `name` whichever of `languages` it speaks; None changes nothing."""
    if name is None:
        return
    from reader.speech.voices import speaks

    voice = find_voice(speaker, name)
    spoken = [language for language in languages if speaks(voice, language)]
    for language in spoken:
        speaker.choose(language, voice.name)
    if not spoken:
        tell(f"{voice.title} does not speak the language of this text; other voices read it.")


def pronunciations() -> Callable[[Book], tuple[Director, ...]]:
    """Makes those who say the words of a book as the listener has put them right everywhere.

    The entries are taken from the library and made ready here, once for all books.
    """
    from reader import settings
    from reader.lexicon.director import LexiconDirector, ReadersWords

    entries = _entries()
    if not entries:
        return lambda _book: ()
    ready, stress = ReadersWords.of(entries), settings.load().stress_words
    return lambda book: (LexiconDirector(book, ready, stress_words=stress),)


def _entries() -> list[Entry]:
    """The listener's entries for all books; none if the library is not there or is broken."""
    from reader.errors import LibraryError
    from reader.library.store import Library, library_file

    if not library_file().exists():
        return []
    try:
        with closing(Library()) as library:
            return library.pronunciations(None)
    except LibraryError as error:
        tell(str(error))
        return []


def languages_of(text: str) -> list[str]:
    """The languages that `text` is written in, in the order they first appear."""
    from reader.language.detect import language_of, language_runs, primary

    runs = language_runs(text, language_of(text))
    return list(dict.fromkeys(primary(run.language) for run in runs))


def utterances_of(text: str) -> Iterator[Utterance]:
    """What is said for `text`, no pause after the last of it."""
    from reader.books.passing import book_of
    from reader.narration.narrator import Narrator
    from reader.narration.timeline import Timeline

    book = book_of(text)
    narrator = Narrator(book, chosen_style(), directors=pronunciations()(book))
    for passage, following in pairwise(chain(Timeline(book).passages(0), [None])):
        if passage is None:
            return
        utterance = narrator.utterance(passage)
        yield _without_last_pause(utterance) if following is None else utterance


def sound_of(
    utterances: Iterable[Utterance], speaker: Speaker, cancel: CancelToken
) -> Iterator[AudioChunk]:
    """The sound of `utterances`, its first chunk as early as possible."""
    urgent = True
    for utterance in utterances:
        yield from speaker.speak(utterance, cancel, urgent=urgent)
        urgent = False


def spoken(text: str, speaker: Speaker, cancel: CancelToken) -> Iterator[AudioChunk]:
    """The sound of `text`, its first chunk as early as possible, no pause after its last."""
    return sound_of(utterances_of(text), speaker, cancel)


def write_sound(sound: Iterable[AudioChunk], target: Path) -> None:
    """Write `sound` to a WAV file, which appears under its name when it is whole."""
    from reader.export.audio import WavFile, sound_file

    with sound_file(target, WavFile) as file:
        for chunk in sound:
            file.write(chunk.samples)


def _without_last_pause(utterance: Utterance) -> Utterance:
    from reader.narration.utterance import Pause

    items = list(utterance.items)
    while items and isinstance(items[-1], Pause):
        items.pop()
    return replace(utterance, items=tuple(items))


class Stopwatch:
    """Measures how long sound takes to be made, leaving out what its taker does meanwhile.

    `first` is the seconds to the first sound (None before), `total` those for all of it,
    `audio` how long it sounds. `marks` are those that were reached, each with its seconds from
    the beginning of the sound.
    """

    def __init__(self) -> None:
        self.first: float | None = None
        self.total = 0.0
        self.audio = 0.0
        self.marks: list[tuple[str, float]] = []

    def timed(self, chunks: Iterator[AudioChunk]) -> Iterator[AudioChunk]:
        """`chunks`, measured as they are made."""
        while True:
            begun = perf_counter()
            chunk = next(chunks, None)
            self.total += perf_counter() - begun
            if chunk is None:
                return
            if self.first is None and len(chunk.samples):
                self.first = self.total
            self.marks += [(mark.name, self.audio + mark.seconds) for mark in chunk.marks]
            self.audio += chunk.seconds
            yield chunk


def play_aloud(chunks: Iterable[AudioChunk], cancel: CancelToken) -> None:
    """Play `chunks` on the listener's device.

    Raises :class:`~reader.errors.NoAudioDevice` before any chunk is taken.
    """
    from reader import settings
    from reader.playback.devices import open_output
    from reader.playback.sounding import play

    chosen = settings.load()
    with closing(open_output(chosen.output_device, chosen.output_buffer)) as output:
        play((chunk.samples for chunk in chunks), output, cancel)
