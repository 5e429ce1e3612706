"""What can be chosen about an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Format = Literal["m4b", "mp3", "opus", "flac", "wav", "epub", "daisy"]
"""``epub`` is an EPUB 3 with media overlays, ``daisy`` a DAISY 2.02 talking book."""

CaptionFormat = Literal["vtt", "srt", "lrc"]

FORMATS: tuple[Format, ...] = get_args(Format)
CAPTIONS: tuple[CaptionFormat, ...] = get_args(CaptionFormat)
"""All of them, in the order in which they are offered."""

ENDINGS: Mapping[str, Format] = {
    ".m4b": "m4b",
    ".mp3": "mp3",
    ".opus": "opus",
    ".flac": "flac",
    ".wav": "wav",
    ".epub": "epub",
}
"""What the name of a single file tells of its format. A DAISY book is always a folder."""

ONE_FILE: frozenset[Format] = frozenset({"m4b", "epub"})
"""Formats that hold a whole book; the others make a file a chapter unless a file is named."""

WITH_TEXT: frozenset[Format] = frozenset({"epub", "daisy"})
"""Formats that hold the text beside the voice, and tell their players where it speaks."""

LOUDNESS = -18.0
"""Integrated loudness in LUFS that audiobooks are brought to if nothing else is asked: about what
the trade's -23 to -18 dB RMS amounts to."""

TRUE_PEAK = -3.0
"""The highest true peak in dB full scale that is let through, as the audiobook trade asks."""


@dataclass(frozen=True, kw_only=True)
class ExportOptions:
    """One export's choices; everything about how the text is said is the narrator's.

    `chapters` are the indices (from 0) of those to be read, None for all. `loudness` is the
    target in LUFS, None to leave the sound as it is. `captions` are written beside the sound.
    `announce` has the title, the authors and the voice told at the beginning, and the end at the
    end. `chapter_pause` is the silence in seconds at least between two chapters. With
    `first_seconds` the sound ends after so many seconds.
    """

    format: Format
    chapters: tuple[int, ...] | None = None
    loudness: float | None = LOUDNESS
    captions: tuple[CaptionFormat, ...] = ()
    announce: bool = False
    chapter_pause: float = 1.5
    first_seconds: float | None = None
