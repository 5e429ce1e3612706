"""``tingshu speak``: says a text or a document in SSML aloud, or into a WAV file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from reader.cli import phrases, speaking
from reader.cli.arguments import add_voice
from reader.cli.terminal import print_json, read_text, stopped_by_signals, tell
from reader.errors import EmptyBook, NoAudioDevice, TingshuError

if TYPE_CHECKING:
    from reader.background import CancelToken
    from reader.narration.ssml import Markup
    from reader.narration.utterance import Utterance
    from reader.speech.engine import AudioChunk
    from reader.speech.speaker import Speaker

_REHEARSAL = {"zh": "今天是2024年5月1日，准备好了。", "en": "It is May 1, 2024, and all is ready."}
"""Said to nobody before the clock starts, so that what reads numbers is loaded too."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu speak``."""
    parser.description = (
        "Says a text through the loudspeakers, or into a WAV file (16 bit, mono, 24 kHz). The "
        "language is found from the text, also where it changes in a sentence."
    )
    parser.epilog = phrases.HELP
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "text",
        metavar="TEXT",
        nargs="?",
        help="what to say; - or nothing for standard input",
    )
    what.add_argument(
        "--phrases",
        metavar="FILE.csv",
        help="say the phrases of a table instead, or write a file for each; see below",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT.wav",
        type=Path,
        help="write a WAV file instead; one of this name is replaced when the new one is whole. "
        "With --phrases a folder, made if need be",
    )
    parser.add_argument(
        "--ssml",
        action="store_true",
        help="TEXT is a document in SSML 1.1; what is wrong with it is told with its line",
    )
    add_voice(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON document: first_audio_ms (from the text to the first sound, with the "
        "voice loaded and warm), synthesis_ms, audio_ms, voice, skipped (how many characters no "
        "voice could say), played; without a sound device the text is only synthesised and "
        "played is false; with --ssml also warnings and marks (name and ms of each). "
        "With --phrases: phrases (line, text, file and ms of each), skipped, played",
    )


def run(options: argparse.Namespace) -> int:
    """Say the text."""
    if options.phrases is not None:
        return phrases.run(options)
    text = read_text("-") if options.text in (None, "-") else options.text
    if not text.strip():
        raise EmptyBook("The text", "There is nothing to say.", "Give a text after the command.")
    if options.ssml:
        _check_no_file(text)
    with stopped_by_signals() as cancel, speaking.open_speaker() as speaker:
        markup = _directed(text, speaker) if options.ssml else None
        languages = speaking.languages_of(text if markup is None else markup.text)
        speaking.use_voice(speaker, options.voice, languages)
        _warm_up(speaker, languages)
        watch = speaking.Stopwatch()
        said = speaking.utterances_of(text) if markup is None else _utterances(markup)
        sound = _audible(watch.timed(speaking.sound_of(said, speaker, cancel)))
        if options.output is not None:
            speaking.write_sound(sound, options.output)
            tell(f"Written: {options.output}")
            played = False
        else:
            played = _play(sound, cancel, required=not options.json)
        voice = speaker.voice_for(languages[0])
    if options.json:
        print_json(
            {
                "first_audio_ms": round((watch.first or 0.0) * 1000, 1),
                "synthesis_ms": round(watch.total * 1000, 1),
                "audio_ms": round(watch.audio * 1000, 1),
                "voice": voice.name if voice else None,
                "skipped": sum(speaker.skipped.values()),
                "played": played,
                **({} if markup is None else _directions(markup, watch)),
            }
        )
    return 0


def _check_no_file(text: str) -> None:
    """Whoever gives the name of a file for the document itself is told how it is read."""
    try:
        is_file = "<" not in text and Path(text).is_file()
    except (OSError, ValueError):
        return
    if is_file:
        raise TingshuError(
            text,
            "This is the name of a file, not a document in SSML.",
            f"Read it from standard input: tingshu speak --ssml - < {quote(text)}",
        )


def _directed(text: str, speaker: Speaker) -> Markup:
    """What the document `text` means; what is left out of it is told."""
    from reader.language.detect import language_of
    from reader.narration.ssml import chooser, parse
    from reader.speech.manner import STYLES

    first = parse(text, styles=STYLES)
    choose = chooser(speaker.voices(), first.language or language_of(first.text))
    markup = parse(text, choose=choose, styles=STYLES)
    for warning in markup.warnings:
        tell(str(warning))
    if not markup.text:
        raise EmptyBook("The SSML", "There is nothing to say in it.", "Put text into <speak>.")
    return markup


def _utterances(markup: Markup) -> Iterator[Utterance]:
    from reader.narration.ssml import utterances

    return utterances(markup, speaking.chosen_style(), directors_of=speaking.pronunciations())


def _directions(markup: Markup, watch: speaking.Stopwatch) -> dict[str, object]:
    marks = [{"name": name, "ms": round(seconds * 1000)} for name, seconds in watch.marks]
    return {"warnings": list(map(str, markup.warnings)), "marks": marks}


def _warm_up(speaker: Speaker, languages: list[str]) -> None:
    """Load the voices and everything that turns text into speech."""
    from reader.books.passing import book_of
    from reader.narration.narrator import Narrator
    from reader.narration.timeline import Timeline

    for language in languages:
        speaker.warm_up(language)
        book = book_of(_REHEARSAL.get(language, _REHEARSAL["en"]))
        for passage in Timeline(book).passages(0):
            Narrator(book).utterance(passage)


def _audible(sound: Iterator[AudioChunk]) -> Iterator[AudioChunk]:
    """`sound`; that there is none is an error."""
    heard = False
    for chunk in sound:
        heard = heard or bool(chunk.samples.any())
        yield chunk
    if not heard:
        raise EmptyBook("The text", "Nothing in it can be spoken.", "Give a text with words.")


def _play(sound: Iterator[AudioChunk], cancel: CancelToken, *, required: bool) -> bool:
    """Play `sound`; without a device that is an error if it is `required`, else False."""
    try:
        speaking.play_aloud(sound, cancel)
    except NoAudioDevice as error:
        advice = "Or write a file instead: tingshu speak -o OUT.wav TEXT"
        if required:
            raise NoAudioDevice(
                error.subject, error.reason, f"{error.remedy} {advice}".strip()
            ) from error
        tell(f"{error} {advice}")
        for _ in sound:
            cancel.check()
        return False
    return True
