"""The voice packs that can be installed: what they are, and what they are made from.

The catalogue is ``voices.json`` among the resources. Every published file in it is pinned
by its hash, so that it does not matter which server hands it over.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader import paths
from reader.errors import VoicePackError
from reader.messages import Message, message
from reader.speech.engine import Voice

TOLD = ("title", "licence", "note")
"""What of a pack or a voice in the catalogue is words for people."""

_SAMPLE = "Hello, this is my voice. Today is May 1, 2024."
"""What a voice says that is of no pack: those that come along speak English."""


@dataclass(frozen=True, kw_only=True)
class Download:
    """A published file, and what proves it.

    `kind` tells where it is published: ``pypi``, ``npm`` or ``web``. `project` is the
    project's name there; for ``web`` the address of the folder that the file lies in. `file`
    is the file's name, `size` its bytes (0 where the publisher does not tell). One of
    `sha256` and `md5` is given, the latter only where the publisher gives nothing better.
    """

    kind: str
    project: str
    file: str
    size: int
    sha256: str = ""
    md5: str = ""


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A voice pack: `voices` that `engine` speaks with, made from `downloads`.

    `version` changes whenever the pack would be made otherwise; `installed_size` is what it
    takes on disk, in bytes. `samples` gives for each language a sentence that its voices may
    introduce themselves with. Where the voices are not listed one by one, `speakers` tells
    how many the engine finds in the installed pack, and `voices` holds one that stands for
    them all.
    """

    name: str
    title: str
    languages: tuple[str, ...]
    version: str
    engine: str
    downloads: tuple[Download, ...]
    installed_size: int
    licence: str
    source: str
    note: str
    samples: Mapping[str, str]
    voices: tuple[Voice, ...]
    speakers: int = 0

    @property
    def download_size(self) -> int:
        """Bytes to download; where the publisher does not tell, about what is installed."""
        sizes = [download.size for download in self.downloads]
        return sum(sizes) if all(sizes) else max(self.installed_size, sum(sizes))


def catalogue() -> Mapping[str, Pack]:
    """The packs that can be installed, by name; of those for one language the best first."""
    return _read(paths.resources_folder() / "voices.json")


def listed(name: str) -> Pack:
    """The pack called `name`; raises :class:`~reader.errors.VoicePackError` with all names."""
    packs = catalogue()
    if name not in packs:
        raise _unknown(name)
    return packs[name]


def pack_with(name: str) -> Pack:
    """The pack called `name` or that brings the voice called so, or the one that this is a
    variant of; raises as :func:`listed`.
    """
    base = name.partition("+")[0]
    for pack in catalogue().values():
        if base == pack.name or base in (voice.name for voice in pack.voices):
            return pack
        if pack.speakers and base.startswith(f"{pack.name}-"):
            return pack
    raise _unknown(name)


def sample_of(voice: Voice) -> str:
    """What `voice` may introduce itself with: a sentence in each of its languages.

    Nothing in another language is among it, which another voice would have to say.
    """
    pack = catalogue().get(voice.pack or "")
    if pack is None:
        return _SAMPLE
    return " ".join(pack.samples[language] for language in voice.languages)


def _unknown(name: str) -> VoicePackError:
    return VoicePackError(
        name,
        message("There is no voice pack of this name."),
        message("The packs are: {names}.", names=tuple(catalogue())),
    )


def _told(entry: Mapping[str, Any]) -> dict[str, Any]:
    """`entry` with what it tells people as messages; the translators' tool finds them there."""
    words = {key: Message(entry[key], {}) for key in TOLD if key in entry}
    return {**entry, **words}


@functools.cache
def _read(file: Path) -> Mapping[str, Pack]:
    packs = json.loads(file.read_text("utf-8"))["packs"]
    return {name: _pack(name, entry) for name, entry in packs.items()}


def _pack(name: str, entry: Mapping[str, Any]) -> Pack:
    entry = _told(entry)
    shared = {key: entry[key] for key in ("licence", "source", "note", "engine")}
    voices = (
        Voice(pack=name, **(shared | _told(voice) | {"languages": tuple(voice["languages"])}))
        for voice in entry["voices"]
    )
    parts = {
        "languages": tuple(entry["languages"]),
        "downloads": tuple(Download(**download) for download in entry["downloads"]),
        "voices": tuple(voices),
    }
    return Pack(name=name, **{**entry, **parts})
