"""``tingshu speak --phrases``: says the phrases of a table, or keeps each in a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from reader.cli import speaking
from reader.cli.terminal import ProgressLine, print_json, read_text, stopped_by_signals, tell
from reader.errors import NoAudioDevice, SpeechError, TingshuError

if TYPE_CHECKING:
    from reader.background import CancelToken
    from reader.narration.ssml import Markup
    from reader.phrases import Phrase
    from reader.speech.engine import AudioChunk
    from reader.speech.speaker import Speaker

HELP = """\
phrases:
  FILE.csv is a table in UTF-8, its columns parted by commas, semicolons or tabs. The
  first row names the columns:
    template   the phrase, with slots in braces: 设备{id}温度{value}度 (also: text, 模板);
               an empty cell stands for the template of the row above;
               {{ and }} stand for braces
    name       the name of the file, without ending; it may hold slots. Without a name
               files are numbered by their rows: 001.wav, 002.wav …
    voice      the name of a voice, before --voice
    language   the language of the phrase, where its words do not tell
    any other  the values of the slot of this name
  Values in which letters and digits are mixed (A-3071) and those of slots called id,
  code, no, 编号, 号码 … are read letter by letter and digit by digit, numbers as numbers
  with their units. {slot:id}, {slot:number} and {slot:text} say it for one slot.
  Everything is checked before anything is spoken. With -o FOLDER each phrase becomes
  FOLDER/name.wav; equal phrases are spoken once. Without it, they are played in turn.
  Ctrl+C stops cleanly; files that are written stay.

  template,id,value,name
  设备{id}温度{value}度,A-3071,25.5,pump-hot
  ,B-12,31,boiler-hot"""

_ENOUGH = 20_000
"""Characters from which the languages of a table are found."""

_BETWEEN = 0.75
"""Seconds of silence between phrases that are played."""


def run(options: argparse.Namespace) -> int:
    """Say the phrases or write their files."""
    if options.ssml:
        raise TingshuError("", "A table of phrases is no SSML.", "Leave out --ssml.")
    phrases = _read(options.phrases)
    folder: Path | None = options.output
    line = ProgressLine()
    with (
        stopped_by_signals() as cancel,
        speaking.open_speaker(keep=True, notify=line.tell) as speaker,
    ):
        _check_voices(phrases, speaker, _subject(options.phrases))
        texts = "\n".join(phrase.markup.text for phrase in phrases)[:_ENOUGH]
        speaking.use_voice(speaker, options.voice, speaking.languages_of(texts))
        say = _Saying(speaker, cancel)
        played = False
        try:
            if folder is not None:
                _write(phrases, say, folder, line)
            else:
                played = _play(phrases, say, required=not options.json)
        finally:
            line.close()
    if options.json:
        _print(phrases, say, folder, played=played)
    elif folder is not None:
        for phrase in phrases:
            print(folder / phrase.file)
    return 0


class _Saying:
    """Says phrases, and remembers the seconds that each line's sounds."""

    def __init__(self, speaker: Speaker, cancel: CancelToken) -> None:
        self.speaker = speaker
        self.cancel = cancel
        self.seconds: dict[int, float] = {}
        self._style = speaking.chosen_style()
        self._pronunciations = speaking.pronunciations()

    def sound(self, phrase: Phrase) -> Iterator[AudioChunk]:
        """The sound of `phrase` as it comes."""
        from reader.narration.ssml import utterances

        self.seconds[phrase.line] = 0.0
        said = utterances(phrase.markup, self._style, directors_of=self._pronunciations)
        for chunk in speaking.sound_of(said, self.speaker, self.cancel):
            self.seconds[phrase.line] += chunk.seconds
            yield chunk


def _read(name: str) -> list[Phrase]:
    from reader.phrases import phrases_of, read_table

    subject = _subject(name)
    return phrases_of(read_table(read_text(name), subject), subject)


def _subject(name: str) -> str:
    """What messages call the table."""
    return "Standard input" if name == "-" else Path(name).name


def _check_voices(phrases: Sequence[Phrase], speaker: Speaker, subject: str) -> None:
    """Raises the error for the first voice that is not there."""
    from reader.phrases.table import wrong

    for phrase in phrases:
        if not phrase.voice:
            continue
        try:
            speaking.find_voice(speaker, phrase.voice)
        except SpeechError as error:
            reason = f"The voice {phrase.voice}: {error.reason}"
            raise wrong(subject, phrase.line, reason, error.remedy) from error


def _write(phrases: Sequence[Phrase], say: _Saying, folder: Path, line: ProgressLine) -> None:
    """Write every phrase to its file; of those that are equal the first is copied."""
    from reader.export.draft import draft, explained

    first: dict[Markup, Phrase] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, phrase in enumerate(phrases):
            say.cancel.check()
            line.show(number / len(phrases), phrase.file)
            target = folder / phrase.file
            equal = first.setdefault(phrase.markup, phrase)
            if equal is phrase:
                speaking.write_sound(say.sound(phrase), target)
            else:
                with draft(target) as path:
                    copyfile(folder / equal.file, path)
                say.seconds[phrase.line] = say.seconds[equal.line]
    except OSError as error:
        raise explained(error, folder) from error
    line.show(1.0, f"{len(phrases)} files in {folder}")


def _play(phrases: Sequence[Phrase], say: _Saying, *, required: bool) -> bool:
    """Play the phrases in turn; False without a device, unless one is `required`."""
    sound = _with_silence(phrases, say)
    try:
        speaking.play_aloud(sound, say.cancel)
    except NoAudioDevice as error:
        advice = "Or write files instead: tingshu speak --phrases FILE.csv -o FOLDER"
        if required:
            raise NoAudioDevice(
                error.subject, error.reason, f"{error.remedy} {advice}".strip()
            ) from error
        tell(f"{error} {advice}")
        for _ in sound:
            say.cancel.check()
        return False
    return True


def _with_silence(phrases: Sequence[Phrase], say: _Saying) -> Iterator[AudioChunk]:
    from reader.speech.engine import SPEECH_RATE, AudioChunk
    from reader.speech.signal import silence

    for number, phrase in enumerate(phrases):
        if number:
            yield AudioChunk(samples=silence(_BETWEEN), rate=SPEECH_RATE)
        yield from say.sound(phrase)


def _print(phrases: Sequence[Phrase], say: _Saying, folder: Path | None, *, played: bool) -> None:
    listed = [
        {
            "line": phrase.line,
            "text": phrase.text,
            "file": None if folder is None else str(folder / phrase.file),
            "ms": round(say.seconds.get(phrase.line, 0.0) * 1000, 1),
        }
        for phrase in phrases
    ]
    skipped = sum(say.speaker.skipped.values())
    print_json({"phrases": listed, "skipped": skipped, "played": played})
