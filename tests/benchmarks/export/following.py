"""The clips by which books that are read along, and talking books, tell when what is said."""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from reader.speech.engine import Samples
from tests.benchmarks.export.sound import decoded

Clips = tuple[Samples, int, list[tuple[float, float]]]
"""A sound, its rate, and from when to when its sentences last, in seconds."""


def overlay_clips(epub: Path) -> Iterator[Clips]:
    """Of each sound in an EPUB 3 with media overlays."""
    with zipfile.ZipFile(epub) as package:
        found: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for name in sorted(each for each in package.namelist() if each.endswith(".smil")):
            for audio, begin, end in smil_clips(package.read(name)):
                found[_beside(name, audio)].append((begin, end))
        for name, spans in found.items():
            samples, rate = decoded(BytesIO(package.read(name)))
            yield samples, rate, spans


def daisy_clips(folder: Path) -> Iterator[Clips]:
    """Of each sound of a DAISY 2.02 book."""
    found: dict[Path, list[tuple[float, float]]] = defaultdict(list)
    for path in sorted(folder.glob("*.smil")):
        for audio, begin, end in smil_clips(path.read_bytes()):
            found[folder / audio].append((begin, end))
    for path, spans in found.items():
        samples, rate = decoded(path)
        yield samples, rate, spans


def smil_clips(content: bytes) -> Iterator[tuple[str, float, float]]:
    """The sound, beginning and end of every clip in order."""
    for element in ElementTree.fromstring(content).iter():
        if element.tag.rpartition("}")[2] == "audio":
            begin = element.get("clipBegin") or element.get("clip-begin") or "0"
            end = element.get("clipEnd") or element.get("clip-end") or "0"
            yield element.get("src") or "", clock(begin), clock(end)


def clock(text: str) -> float:
    """``npt=1.5s``, ``1.5s``, ``250ms``, ``0:00:01.500`` and the like in seconds."""
    value = text.strip().removeprefix("npt=")
    if ":" in value:
        seconds = 0.0
        for number in value.split(":"):
            seconds = 60 * seconds + float(number)
        return seconds
    match = re.fullmatch(r"([\d.]+)(ms|s|min|h)?", value)
    if match is None:
        raise ValueError(f"no clock value: {text}")
    unit = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, None: 1.0}[match[2]]
    return float(match[1]) * unit


def _beside(name: str, other: str) -> str:
    """What the path `other` in the file `name` leads to."""
    parts: list[str] = []
    for part in (*PurePosixPath(name).parent.parts, *PurePosixPath(other).parts):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
