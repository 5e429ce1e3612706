"""Books of a certain length, cut from real ones of the shared corpora."""

from __future__ import annotations

import html
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.books.model import Book
from reader.books.registry import read_book
from tests.books.making import make_epub, xhtml

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"

_SHORT = 2_000
"""Characters that a chapter of the story has at least: title pages and the like have fewer."""

_CHAPTERS = 4
"""Chapters that a book has at least."""


class NotThere(Exception):
    """The corpora are not beside the checkout; the message says what was looked for."""


@dataclass(frozen=True, kw_only=True)
class Material:
    """A book of the corpora: what it is called here, and the characters that are read of it in
    a second by our usual voice.
    """

    language: str
    title: str
    author: str
    path: Path
    characters_a_second: float


ENGLISH = Material(
    language="en",
    title="Pride and Prejudice",
    author="Jane Austen",
    path=CORPORA / "epub" / "standardebooks+jane-austen_pride-and-prejudice" / "src.dir.epub",
    characters_a_second=16.7,
)
MANDARIN = Material(
    language="zh",
    title="西游记",
    author="吴承恩",
    path=CORPORA / "text" / "zh" / "西游记.txt",
    characters_a_second=4.8,
)

DATE = "1813-01-28"

_METADATA = f"<dc:date>{DATE}</dc:date><dc:publisher>The Bench</dc:publisher>"


def cut(material: Material, minutes: float, target: Path, *, times: int = 1) -> Path:
    """An EPUB at `target` of about so many minutes of the story, with a cover; each chapter comes
    as many `times` as told. Raises :class:`NotThere`.
    """
    if not material.path.is_file():
        raise NotThere(f"{material.path} is not there")
    wanted = int(60 * minutes * material.characters_a_second / times)
    chapters = list(chapters_of(read_book(material.path), wanted))
    entries = [(number, each) for number in range(times) for each in chapters]
    titles = [f"{title} ({number + 1})" if times > 1 else title for number, (title, _) in entries]
    documents = {
        f"c{place:04}.xhtml": page(title, paragraphs, material.language)
        for place, (title, (_, (_, paragraphs))) in enumerate(zip(titles, entries, strict=True))
    }
    contents = "".join(
        f'<li><a href="{name}">{html.escape(title)}</a></li>'
        for name, title in zip(documents, titles, strict=True)
    )
    made = make_epub(
        target,
        documents,
        nav=f"<ol>{contents}</ol>",
        language=material.language,
        metadata=_METADATA,
        manifest='<item id="cover" href="cover.png" media-type="image/png"'
        ' properties="cover-image"/>',
        extra={"OEBPS/cover.png": picture(300, 400)},
    )
    return _named(made, material)


def chapters_of(book: Book, wanted: int) -> Iterator[tuple[str, list[str]]]:
    """Titles and paragraphs of the story's chapters until there are `wanted` characters, each no
    longer than a quarter of that and cut behind a paragraph.
    """
    left = wanted
    for chapter in book.chapters:
        lines = [each.strip() for each in chapter.text.splitlines() if each.strip()]
        if len(chapter.text) < _SHORT:
            continue
        taken: list[str] = []
        length = 0
        for line in lines[1:] if lines[0] == chapter.title else lines:
            if length >= min(left, wanted / _CHAPTERS):
                break
            taken.append(line)
            length += len(line)
        left -= length
        if taken:
            yield chapter.title, taken
        if left <= 0:
            return


def page(title: str, paragraphs: list[str], language: str) -> str:
    """A chapter as an XHTML document."""
    body = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
    return xhtml(f"<h1>{html.escape(title)}</h1>{body}", language=language, title=title)


def picture(width: int, height: int) -> bytes:
    """A PNG that falls from light to dark."""
    rows = b"".join(bytes([0]) + bytes([255 * y // height] * 3) * width for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pieces = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in pieces
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _named(path: Path, material: Material) -> Path:
    """`path`, whose package tells title and author of `material`."""
    import zipfile

    with zipfile.ZipFile(path) as package:
        files = {name: package.read(name) for name in package.namelist()}
    opf = files["OEBPS/content.opf"].decode()
    opf = opf.replace("A Small Book", html.escape(material.title))
    opf = opf.replace("Ann Author", html.escape(material.author))
    files["OEBPS/content.opf"] = opf.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path
