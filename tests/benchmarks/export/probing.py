"""Whether ffprobe, which knows nothing of us, sees in a file what was asked for."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

_LANGUAGES = {"en": {"en", "eng"}, "zh": {"zh", "zho", "chi"}}

_OFF = 0.05
_MP3_OFF = 0.1
"""Seconds by which another length may be told: a packet of sound, in MP3 with what encoders put
before and behind it, which players leave out.
"""


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the file must tell."""

    title: str
    author: str
    date: str
    language: str
    seconds: float


def probed(path: Path) -> Mapping[str, Any]:
    """All that ffprobe tells about the file."""
    words = ["ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams"]
    done = subprocess.run(
        [*words, "-show_chapters", str(path)], capture_output=True, text=True, check=True
    )
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def marks(probe: Mapping[str, Any]) -> list[tuple[float, str]]:
    """The chapters' beginnings in seconds, and titles."""
    return [
        (float(each["start_time"]), each.get("tags", {}).get("title", ""))
        for each in probe["chapters"]
    ]


def disagreements(probe: Mapping[str, Any], expected: Expected) -> Iterator[str]:
    """What is not as expected, in words."""
    audio = next(each for each in probe["streams"] if each["codec_type"] == "audio")
    held = {**audio.get("tags", {}), **probe["format"].get("tags", {})}
    tags = {name.lower(): value for name, value in held.items()}
    wanted = {
        "title": expected.title,
        "album": expected.title,
        "artist": expected.author,
        "date": expected.date,
    }
    for name, value in wanted.items():
        if tags.get(name) != value:
            yield f"{name} is {tags.get(name)!r}"
    if not tags.get("composer"):
        yield "no narrator"
    language = audio.get("tags", {}).get("language") or tags.get("language")
    if language not in _LANGUAGES[expected.language]:
        yield f"language is {language!r}"
    seconds = float(probe["format"]["duration"])
    most = _MP3_OFF if audio["codec_name"] == "mp3" else _OFF
    if abs(seconds - expected.seconds) > most:
        yield f"{seconds:.3f} s long, not {expected.seconds:.3f}"
    if not any(each["codec_type"] == "video" for each in probe["streams"]):
        yield "no cover"
    yield from _wrong_chapters(marks(probe), seconds)


def _wrong_chapters(chapters: list[tuple[float, str]], seconds: float) -> Iterator[str]:
    if not chapters:
        yield "no chapters"
    if not all(title for _, title in chapters):
        yield "a chapter without a title"
    moments = [moment for moment, _ in chapters]
    if any(one >= other for one, other in pairwise(moments)) or max(moments, default=0) > seconds:
        yield "chapters out of order"
