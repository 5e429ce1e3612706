"""The voices of an installed pack: one, or one for every speaker of its model."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from reader.messages import message
from reader.speech.catalogue import Pack, listed
from reader.speech.engine import Voice
from reader.speech.engines.paddlespeech import files

_CHOSEN = MappingProxyType({"paddlespeech-mix": 174})
"""Who of a model's speakers says the one voice of a pack: 174 is the woman of the CSMSC
corpus, the number that PaddleSpeech's own examples give.
"""

_CORPUS_NUMBER = re.compile(r"SSB(\d+)")
"""AISHELL-3 names its speakers so."""


@dataclass(frozen=True)
class Speaker:
    """A voice, the folder of its pack, and its number in the model (0 where there is one)."""

    voice: Voice
    folder: Path
    number: int


def speakers(pack: Pack, folder: Path) -> Mapping[str, Speaker]:
    """Who speaks in the pack installed in `folder`, by the voice's name.

    Raises :class:`~reader.errors.EngineFailed` if the list of speakers is damaged.
    """
    if not pack.speakers:
        return {
            voice.name: Speaker(voice, folder, _CHOSEN.get(voice.name, 0)) for voice in pack.voices
        }
    names = folder / files.SPEAKERS
    changed = names.stat().st_mtime_ns if names.is_file() else 0
    return _listed(pack.name, folder, changed)


@functools.lru_cache(maxsize=8)
def _listed(pack: str, folder: Path, changed: int) -> Mapping[str, Speaker]:  # noqa: ARG001
    """Read anew when the file was `changed` (nanoseconds): voices are asked for all the time."""
    numbers = files.read_numbers(folder / files.SPEAKERS)
    common = listed(pack).voices[0]
    found = {}
    for label, number in numbers.items():
        if label.startswith("<"):  # <pad>, <unk>
            continue
        corpus = _CORPUS_NUMBER.fullmatch(label)
        name = f"{pack}-{corpus[1] if corpus else label.lower()}"
        voice = replace(common, name=name, title=message("Mandarin, speaker {label}", label=label))
        found[name] = Speaker(voice, folder, number)
    return MappingProxyType(found)
