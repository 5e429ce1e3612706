"""What the list of voices shows: who can speak, and who could."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.speech.engine import Voice
from reader.ui.language import error_in_words, in_words

if TYPE_CHECKING:
    from reader.speech.catalogue import Pack
    from reader.speech.speaker import Speaker


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A voice that can speak, or a `pack` whose voices cannot.

    `voice` is the former or the first of the latter; `languages` are those that it may be
    chosen for, `reads` those of them that it is the one for. `able` is whether it can
    speak, `installed` whether its files are there, `outdated` whether an
    update is to be had of them. `absence` tells why an installed one cannot speak.
    """

    voice: Voice
    pack: Pack | None
    able: bool
    installed: bool
    languages: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    outdated: bool = False
    absence: str = ""

    @property
    def title(self) -> str:
        """What it is called in the list."""
        told = self.voice if self.able or self.pack is None else self.pack
        return in_words(told.title)

    @property
    def speaks(self) -> tuple[str, ...]:
        """The languages of the voice, or of all voices of the pack."""
        return self.voice.languages if self.able or self.pack is None else self.pack.languages

    def is_like(self, other: Entry) -> bool:
        """Whether it shows the same voice, or what has become of the same pack."""
        if self.able and other.able:
            return self.voice.name == other.voice.name
        return self.pack is not None and other.pack is not None and self.pack == other.pack


def entries(speaker: Speaker) -> list[Entry]:
    """The voices of `speaker`, then the packs whose voices it lacks; reads their manifests."""
    from reader.speech.catalogue import catalogue

    voices = speaker.voices()
    speaking = {voice.pack for voice in voices}
    lacking = [pack for name, pack in catalogue().items() if name not in speaking]
    others = [*voices, *(voice for pack in lacking for voice in pack.voices)]
    every = dict.fromkeys(each for voice in others for each in voice.languages if each != "*")
    return [_able(voice, speaker, [*every]) for voice in voices] + [
        _unable(pack) for pack in lacking
    ]


def _able(voice: Voice, speaker: Speaker, every: Sequence[str]) -> Entry:
    """The entry of a voice that can speak; `every` language is to be read by somebody."""
    from reader.speech import packs
    from reader.speech.catalogue import catalogue
    from reader.speech.voices import speaks

    languages = [language for language in every if speaks(voice, language)]
    readers = {language: speaker.voice_for(language) for language in languages}
    pack = catalogue().get(voice.pack or "")
    return Entry(
        voice=voice,
        pack=pack,
        able=True,
        installed=True,
        languages=tuple(languages),
        reads=tuple(language for language, reader in readers.items() if reader == voice),
        outdated=pack is not None and not packs.is_current(pack.name),
    )


def _unable(pack: Pack) -> Entry:
    from reader.speech import packs
    from reader.speech.advice import absent_voice

    installed = packs.is_installed(pack.name)
    return Entry(
        voice=pack.voices[0],
        pack=pack,
        able=False,
        installed=installed,
        absence=error_in_words(absent_voice(pack.voices[0].name)) if installed else "",
    )
