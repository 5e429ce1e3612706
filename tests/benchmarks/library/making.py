"""A folder with a library in it, made of the shared corpus.

The corpus has some 650 books, most of them short. Where more are wanted, copies are made of its
longer ones in turn, each with a title and a paragraph of its own: for the product they are other
books, but their words are the same.
"""

from __future__ import annotations

import html
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from reader.background import CancelToken
from reader.books.registry import read_book
from reader.errors import BookError
from reader.intake.finding import find_files

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
KINDS = ("epub", "html", "markdown", "text")
LONG = 20_000
"""Characters of a book that copies are made of."""

SLOW = 1_400_000
"""Characters of the one book that takes seconds to read, for its formulas: it is not copied."""

_TITLE = re.compile(rb"(<dc:title[^>]*>)(.*?)(</dc:title>)", re.DOTALL)
_HEAD_TITLE = re.compile(rb"(<title[^>]*>)(.*?)(</title>)", re.DOTALL | re.IGNORECASE)
_BODY_END = re.compile(rb"</body>", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Made:
    """What lies in the folder: books of the corpus as they are, and copies of some of them."""

    folder: Path
    originals: int
    copies: int
    copied: int
    """Of how many books there are copies."""
    characters: int
    """Of all the texts."""
    megabytes: float


def make(folder: Path, wanted: int) -> Made:
    """Fill `folder` with at most `wanted` books."""
    folder.mkdir(parents=True)
    originals: dict[str, tuple[Path, int]] = {}
    for path in find_files([CORPORA / kind for kind in KINDS], CancelToken()).files:
        try:
            book = read_book(path)
        except BookError:
            continue
        originals.setdefault(book.identifier, (path, book.characters))
    chosen = _spread(list(originals.values()), wanted)
    for number, (path, _) in enumerate(chosen):
        shutil.copy(path, folder / f"{number:04} {path.name}")
    sources = [(path, size) for path, size in chosen if LONG < size < SLOW]
    copies = [sources[n % len(sources)] for n in range(wanted - len(chosen))] if sources else []
    for number, (path, _) in enumerate(copies, 1):
        _copy(path, folder / f"copy {number:04} {path.name}", number)
    return Made(
        folder=folder,
        originals=len(chosen),
        copies=len(copies),
        copied=len(sources),
        characters=sum(size for _, size in chosen + copies),
        megabytes=sum(path.stat().st_size for path in folder.iterdir()) / 1e6,
    )


def _spread(books: list[tuple[Path, int]], wanted: int) -> list[tuple[Path, int]]:
    """Evenly so many of the books, or all."""
    if wanted >= len(books):
        return books
    return [books[number * len(books) // wanted] for number in range(wanted)]


def _copy(source: Path, target: Path, number: int) -> None:
    """The same book, but for its title and a paragraph."""
    own = f"This is copy number {number} of this book, made for a measurement.".encode()
    match source.suffix.lower():
        case ".epub":
            _copy_package(source, target, number, own)
        case ".html" | ".htm" | ".xhtml":
            page = _retitled(_HEAD_TITLE, source.read_bytes(), number)
            target.write_bytes(_with_paragraph(page, own))
        case _:
            target.write_bytes(source.read_bytes() + b"\n\n" + own + b"\n")


def _copy_package(source: Path, target: Path, number: int, own: bytes) -> None:
    added = False
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename.endswith(".opf"):
                content = _retitled(_TITLE, content, number)
            elif not added and item.filename.endswith((".xhtml", ".html")):
                marked = _with_paragraph(content, own)
                content, added = marked, marked != content
            new.writestr(item, content)


def _retitled(pattern: re.Pattern[bytes], content: bytes, number: int) -> bytes:
    suffix = html.escape(f", copy {number}").encode()
    return pattern.sub(lambda found: found[1] + found[2] + suffix + found[3], content, count=1)


def _with_paragraph(page: bytes, own: bytes) -> bytes:
    paragraph = b"<p>" + own + b"</p>"
    if not _BODY_END.search(page):
        return page + paragraph
    return _BODY_END.sub(paragraph + b"</body>", page, count=1)
