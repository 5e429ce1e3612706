"""What the listener is told about voices: which are missing and what to install."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from reader.errors import SpeechError, VoiceMissing, VoicePackError
from reader.language.detect import primary
from reader.speech import packs
from reader.speech.capabilities import Feature
from reader.speech.catalogue import Pack, catalogue, pack_with
from reader.speech.engine import Voice
from reader.speech.voices import engine_lack

_LANGUAGE_NAMES = {"zh": "Chinese", "en": "English"}


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
    return (
        f"No natural voice for {language_name(language)} is installed, so {voice.title} reads "
        f"it. To hear {pack.title}, run: {install_command(pack)}"
    )


def absent_voice(name: str, present: Iterable[str] = ()) -> SpeechError:
    """Why the voice called `name` is not among the `present` ones, and what mends it."""
    try:
        pack = pack_with(name.partition("+")[0])
    except VoicePackError:
        others = ", ".join(present)
        remedy = f"The voices are: {others}." if others else "Run: tingshu voices"
        return SpeechError(name, "There is no voice of this name.", remedy)
    if not packs.is_installed(pack.name):
        return VoiceMissing(name, "This voice is not installed.", f"Run: {install_command(pack)}")
    lack = engine_lack(pack.engine)
    if lack is not None:
        return VoiceMissing(name, f"This voice cannot speak. {lack.reason}", lack.remedy)
    problems = packs.check(pack.name)
    if problems:
        return VoiceMissing(name, problems[0], f"Run: {install_command(pack)}")
    return VoiceMissing(name, "This voice is not in its pack.", "Run: tingshu voices")


def other_voice_advice(wanted: str, voice: Voice) -> str:
    """That the voice called `wanted` is not there and `voice` speaks in its place."""
    return instead_advice(absent_voice(wanted), voice)


def instead_advice(problem: SpeechError, voice: Voice) -> str:
    """That `voice` speaks where another could not, why, and what to do about it."""
    told = f"{problem.subject}: {problem.reason} {voice.title} reads instead. {problem.remedy}"
    return told.strip()


def slow_voice_advice(slow: Voice, quick: Voice) -> str:
    """That `quick` reads because `slow` does not keep up with the listener, and what to do."""
    return (
        f"On this machine {slow.title} is too slow for this speed of reading, so {quick.title} "
        f"reads. To hear it, read more slowly or choose it again; an exported book has it at "
        f"any speed."
    )


_LOST = MappingProxyType(
    {
        Feature.RATE: "cannot change its speed",
        Feature.PITCH: "cannot move its pitch",
        Feature.EMPHASIS: "cannot stress words",
        Feature.STYLE: "does not know a style of speaking that is asked for",
        Feature.PHONEMES: "cannot read a pronunciation that is given",
    }
)


def lost_advice(voice: Voice, feature: Feature) -> str:
    """That nothing is heard of `feature` where `voice` speaks."""
    if feature is Feature.PHONEMES:
        return f"{voice.title} {_LOST[feature]}; it says the word as it reads it."
    return f"{voice.title} {_LOST[feature]}; those passages are read plainly."


def skipped_advice(skipped: str) -> str:
    """That the characters `skipped` of a sentence were left out, and others like them will be."""
    return (
        f"Characters that no voice can say are left out: {len(skipped)} in this sentence, for "
        f"example “{skipped[0]}”."
    )


def missing_voice(language: str) -> VoiceMissing:
    """The error for a language that no installed voice speaks."""
    pack = pack_for(language)
    remedy = (
        f"Run: {install_command(pack)}" if pack else "Run: tingshu doctor, to see what is missing."
    )
    return VoiceMissing(language_name(language), "No installed voice speaks it.", remedy)


def voices_of_catalogue() -> list[Voice]:
    """The voices of every pack in the catalogue, installed or not."""
    return [voice for pack in catalogue().values() for voice in pack.voices]
