"""What is heard: the voices, and the device that the sound comes out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.errors import SettingsError, TingshuError
from reader.health.finding import Aid, Finding, State, trouble
from reader.health.programs import import_problem, pip_install, system_packages
from reader.messages import message

if TYPE_CHECKING:
    from reader.speech.engine import Voice


def voices() -> Iterator[Finding]:
    """Who can speak, which packs would speak more naturally, and which are damaged."""
    from reader.speech.voices import engine_problems, installed_engines

    able = [voice for engine in installed_engines() for voice in engine.voices()]
    yield Finding(
        name=message("voices"),
        state=State.OK if able else State.MISSING,
        detail=message("able to speak: {voices}", voices=_titles(able))
        if able
        else message("none"),
        command="" if able else pip_install("hibari-tts espeakng-loader"),
        aid=Aid.NONE if able else Aid.VOICES,
    )
    natural = {language for voice in able if voice.quality > 1 for language in voice.languages}
    yield from _packs_wanted(natural)
    yield from _packs_damaged()
    for error in engine_problems():
        yield trouble(message("engine"), error)


def sound() -> Iterator[Finding]:
    """Whether sound can be played, and on what."""
    problem = import_problem("sounddevice")
    name = message("PortAudio")
    if problem:
        yield system_packages(name, State.OPTIONAL, problem, "libportaudio2")
        return
    yield Finding(name=name, state=State.OK, detail=message("can be used"))
    from reader.playback.devices import output_devices

    name = message("sound device")
    try:
        devices = output_devices()
    except TingshuError as error:
        yield trouble(name, error, state=State.OPTIONAL)
        return
    none = message("none here; speak -o and export work without")
    yield Finding(
        name=name,
        state=State.OK if devices else State.OPTIONAL,
        detail="; ".join(devices) or none,
    )
    yield from _device_gone(devices)


def _titles(able: Sequence[Voice]) -> tuple[str, ...]:
    """Those of the voices themselves, not of the others that they can be."""
    return tuple(voice.title for voice in able if not voice.base)


def _packs_wanted(natural: set[str]) -> Iterator[Finding]:
    """For each language without a natural voice the pack that would bring one."""
    from reader.speech.advice import install_command, pack_for
    from reader.speech.catalogue import catalogue

    for language in dict.fromkeys(each for pack in catalogue().values() for each in pack.languages):
        best = pack_for(language)
        if best is not None and language not in natural:
            yield Finding(
                name=message("voice pack {pack}", pack=best.name),
                state=State.OPTIONAL,
                detail=message("not installed ({title})", title=best.title),
                command=install_command(best),
                aid=Aid.PACK,
                pack=best.name,
            )


def _packs_damaged() -> Iterator[Finding]:
    from reader.speech.advice import install_command
    from reader.speech.packs import check, installed

    for pack in installed():
        for problem in check(pack.name):
            yield Finding(
                name=message("voice pack {pack}", pack=pack.name),
                state=State.MISSING,
                detail=problem,
                command=install_command(pack),
                aid=Aid.PACK,
                pack=pack.name,
            )


def _device_gone(devices: list[str]) -> Iterator[Finding]:
    """The device that was chosen, if it is not there now."""
    from reader import settings

    try:
        chosen = settings.load().output_device
    except SettingsError:  # is told where settings are examined
        return
    if chosen is not None and chosen not in devices:
        yield Finding(
            name=message("chosen sound device"),
            state=State.OPTIONAL,
            detail=message("{device} is not there; the system's choice is used", device=chosen),
            advice=message("Connect it, or choose another one: Listen, Sound."),
            aid=Aid.SOUND,
        )
