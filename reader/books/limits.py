"""How large a book may be before reading it endangers the machine."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bounds that every importer keeps; sizes in bytes unpacked.

    The defaults are far above real books (the largest text document of our corpora has
    2 MB, the largest book 10,000 documents and 50 MB) and far below what fills a memory.
    Deflate cannot pack better than 1032 : 1; real text and style sheets stay under 30 : 1.
    `ratio` counts only for members above `ratio_from`, as short runs of blanks pack well.
    """

    members: int = 100_000
    member: int = 64 * MIB
    package: int = 8192 * MIB
    text: int = 512 * MIB
    ratio: int = 150
    ratio_from: int = 8 * MIB
    plain_file: int = 256 * MIB
    cover: int = 8 * MIB
