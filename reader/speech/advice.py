"""What the listener is told about voices: which are missing and what to install."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from reader.errors import SpeechError, VoiceMissing, VoicePackError
from reader.language.detect import primary
from reader.messages import Message, message, template
from reader.speech import packs
from reader.speech.capabilities import Feature
from reader.speech.catalogue import Pack, catalogue, pack_with
from reader.speech.engine import Voice
from reader.speech.voices import engine_lack

_LANGUAGE_NAMES = {"zh": message("Chinese"), "en": message("English")}


def language_name(language: str) -> str:
    """The English name of a language we have packs for, else its tag."""
    tag = primary(language)
    return _LANGUAGE_NAMES.get(tag, tag)


def pack_for(language: str) -> Pack | None:
    """A pack in the catalogue that speaks `language`, can run here and is not installed."""
    tag = primary(language)
    for pack in catalogue().values():
        wanted = tag in pack.languages and not packs.is_installed(pack.name)
        if wanted and engine_lack(pack.engine) is None:
            return pack
    return None


def install_command(pack: Pack) -> str:
    """What to type to install `pack`."""
    return f"tingshu voices install {pack.name}"


def natural_voice_advice(language: str, voice: Voice) -> str:
    """What to install if `voice` is not the best there is for `language`; empty if it is."""
    pack = pack_for(language) if voice.quality < 2 else None
    if pack is None:
        return ""
    return message(
        "No natural voice for {language} is installed, so {voice} reads it. To hear {pack}, run: "
        "{command}",
        language=language_name(language),
        voice=voice.title,
        pack=pack.title,
        command=install_command(pack),
    )


def absent_voice(name: str, present: Iterable[str] = ()) -> SpeechError:
    """Why the voice called `name` is not among the `present` ones, and what mends it."""
    try:
        pack = pack_with(name.partition("+")[0])
    except VoicePackError:
        others = tuple(present)
        remedy = (
            message("The voices are: {others}.", others=others)
            if others
            else message("Run: tingshu voices")
        )
        return SpeechError(name, message("There is no voice of this name."), remedy)
    if not packs.is_installed(pack.name):
        return VoiceMissing(
            name,
            message("This voice is not installed."),
            message("Run: {command}", command=install_command(pack)),
        )
    lack = engine_lack(pack.engine)
    if lack is not None:
        return VoiceMissing(
            name, message("This voice cannot speak. {reason}", reason=lack.reason), lack.remedy
        )
    problems = packs.check(pack.name)
    if problems:
        return VoiceMissing(
            name, problems[0], message("Run: {command}", command=install_command(pack))
        )
    return VoiceMissing(
        name, message("This voice is not in its pack."), message("Run: tingshu voices")
    )


def other_voice_advice(wanted: str, voice: Voice) -> str:
    """That the voice called `wanted` is not there and `voice` speaks in its place."""
    return instead_advice(absent_voice(wanted), voice)


def instead_advice(problem: SpeechError, voice: Voice) -> str:
    """That `voice` speaks where another could not, why, and what to do about it."""
    told = message(
        "{subject}: {reason} {voice} reads instead.",
        subject=problem.subject,
        reason=problem.reason,
        voice=voice.title,
    )
    return message("{told} {remedy}", told=told, remedy=problem.remedy) if problem.remedy else told


def slow_voice_advice(slow: Voice, quick: Voice) -> str:
    """That `quick` reads because `slow` does not keep up with the listener, and what to do."""
    return message(
        "On this machine {slow} is too slow for this speed of reading, so {quick} reads. To hear "
        "it, read more slowly or choose it again; an exported book has it at any speed.",
        slow=slow.title,
        quick=quick.title,
    )


_LOST = MappingProxyType(
    {
        Feature.RATE: template("{voice} cannot change its speed; those passages are read plainly."),
        Feature.PITCH: template("{voice} cannot move its pitch; those passages are read plainly."),
        Feature.EMPHASIS: template("{voice} cannot stress words; those passages are read plainly."),
        Feature.STYLE: template(
            "{voice} does not know a style of speaking that is asked for; those passages are read "
            "plainly."
        ),
        Feature.PHONEMES: template(
            "{voice} cannot read a pronunciation that is given; it says the word as it reads it."
        ),
    }
)


def lost_advice(voice: Voice, feature: Feature) -> str:
    """That nothing is heard of `feature` where `voice` speaks."""
    return Message(_LOST[feature], {"voice": voice.title})


def skipped_advice(skipped: str) -> str:
    """That the characters `skipped` of a sentence were left out, and others like them will be."""
    return message(
        "Characters that no voice can say are left out: {count} in this sentence, for example "
        "“{example}”.",
        count=len(skipped),
        example=skipped[0],
    )


def missing_voice(language: str) -> VoiceMissing:
    """The error for a language that no installed voice speaks."""
    pack = pack_for(language)
    remedy = (
        message("Run: {command}", command=install_command(pack))
        if pack
        else message("Run: tingshu doctor, to see what is missing.")
    )
    return VoiceMissing(language_name(language), message("No installed voice speaks it."), remedy)


def voices_of_catalogue() -> list[Voice]:
    """The voices of every pack in the catalogue, installed or not."""
    return [voice for pack in catalogue().values() for voice in pack.voices]
