"""What holds for every book, whatever went in."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reader.books.blocks import read_page
from reader.books.chapters import Document, divide
from reader.books.contents import Entry
from reader.books.cutting import LONGEST_BLOCK, bounded, cut, split_block
from reader.books.encoding import decode
from reader.books.markup import parse_document
from reader.books.model import Block, BlockKind, Book, Run
from reader.books.page import Page
from reader.books.registry import UNFORESEEN, read_book
from reader.errors import BookError
from tests.books.making import make_epub, make_zip

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def check(book: Book) -> None:
    for chapter in book.chapters:
        assert chapter.blocks
        assert chapter.title
        assert chapter.level >= 1
        for start, block in zip(chapter.block_starts, chapter.blocks, strict=True):
            assert chapter.text[start : start + len(block.text)] == block.text
            assert block.text.strip()
            assert block.text == block.text.rstrip()
            assert block.kind is BlockKind.CODE or block.text == block.text.lstrip()
            assert not set(block.text) & set("\n\r\v\f\x1c\x1d\x1e\x85\u2029")


def read_bytes(data: bytes, name: str) -> Book | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return read_book(path)
        except BookError as refused:
            error = refused
        assert error.reason
        assert error.reason != UNFORESEEN, repr(error.__cause__)
        assert error.remedy
        return None


@QUICK
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"<html>", b"\xff\xfe"]))
def test_any_bytes_are_read_or_refused_in_words(data, sign):
    book = read_bytes(sign + data, "some.epub")
    if book is not None:
        check(book)


@QUICK
@given(st.text(max_size=600))
def test_any_text_keeps_its_characters(text):
    book = read_bytes(("words " + text).encode("utf-8", "replace"), "some.txt")
    if book is not None:
        check(book)


@QUICK
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=4), st.integers(0, 255))
def test_a_book_with_bytes_changed_is_read_or_refused_in_words(places, value):
    with tempfile.TemporaryDirectory() as folder:
        path = make_epub(
            Path(folder) / "b.epub",
            {"a.xhtml": "<h1>A</h1><p>text</p>", "b.xhtml": "<p>more</p>"},
            nav='<ol><li><a href="a.xhtml">A</a></li><li><a href="b.xhtml">B</a></li></ol>',
        )
        data = bytearray(path.read_bytes())
    for place in places:
        data[place % len(data)] = value
    book = read_bytes(bytes(data), "b.epub")
    if book is not None:
        check(book)


OPF_PARTS = ["metadata", "manifest", "spine", "item", "itemref", "href", "id=", "package", "title"]


@QUICK
@given(
    st.lists(
        st.tuples(
            st.sampled_from(OPF_PARTS),
            st.sampled_from(
                ["", "x", "<p>", '"', "&amp;", "href=", "dc:title", "\x00", "#", "%zz"]
            ),
        ),
        max_size=4,
    )
)
def test_a_package_document_out_of_order_is_mended_or_refused_in_words(changes):
    with tempfile.TemporaryDirectory() as folder:
        path = make_epub(Path(folder) / "b.epub", {"a.xhtml": "<h1>A</h1><p>text</p>"})
        with zipfile.ZipFile(path) as package:
            files = {name: package.read(name) for name in package.namelist()}
        document = files["OEBPS/content.opf"].decode()
        for part, other in changes:
            document = document.replace(part, other, 1)
        path = make_zip(Path(folder) / "c.epub", files | {"OEBPS/content.opf": document})
        book = read_bytes(path.read_bytes(), "c.epub")
    if book is not None:
        check(book)


TAGS = ["p", "div", "b", "em", "h2", "li", "ol", "table", "tr", "td", "pre", "blockquote", "sup"]
TAGS += ["ruby", "rt", "br", "hr", "a", "span", "svg", "math", "aside", "title", "mfrac"]


@st.composite
def markup(draw):
    parts = []
    for _ in range(draw(st.integers(1, 25))):
        tag = draw(st.sampled_from(TAGS))
        words = draw(st.text("ab 中。\n1*　<&", max_size=8)).replace("<", "&lt;")
        shape = draw(st.sampled_from(["<{0}>{1}", "{1}</{0}>", "<{0} id='x'>{1}</{0}>", "<{0}/>"]))
        parts.append(shape.format(tag, words))
    return "<html><body>" + "".join(parts) + "</body></html>"


@QUICK
@given(markup())
def test_any_markup_makes_sound_blocks(page):
    root = parse_document(page.encode())
    if root is None:
        return
    read = read_page(root)
    book = Book(
        title="t", chapters=divide([Document(name="", page=read)], [], "t")[0], identifier=""
    )
    check(book)
    for position in read.anchors.values():
        assert 0 <= position.block <= len(read.blocks)


RUNS = st.lists(
    st.one_of(
        st.text(alphabet="ab \u2028天。", min_size=1, max_size=6).map(lambda text: Run(text=text)),
        st.sampled_from("12").map(lambda label: Run(text="", page=label)),
    ),
    min_size=1,
    max_size=12,
)


def bare(runs) -> str:
    """Letters, and page breaks in their places."""
    return "".join(run.page or "".join(run.text.split()) for run in runs)


@QUICK
@given(RUNS, st.integers(0, 40))
def test_a_block_cut_in_two_keeps_its_letters_in_order(runs, offset):
    block = Block(kind=BlockKind.PARAGRAPH, runs=tuple(runs))
    parts = cut(block, min(offset, len(block.text)))
    if parts is not None:
        assert "".join(bare(part.runs) for part in parts) == bare(runs)


@QUICK
@given(RUNS, st.integers(250, 300))
def test_long_verse_becomes_paragraphs_with_every_letter_and_page(runs, times):
    block = Block(kind=BlockKind.PARAGRAPH, runs=tuple(runs * times))
    assume(block.text.strip())
    parts = split_block(block).blocks
    assert bare(run for part in parts for run in part.runs) == bare(block.runs)


@QUICK
@given(st.text(alphabet="ab. 。\u2028", max_size=30), st.integers(1, 9000))
def test_ranges_of_a_long_text_are_whole_and_bounded(text, times):
    ranges = list(bounded(text * times))
    assert "".join((text * times)[start:end] for start, end in ranges) == text * times
    assert all(end - start <= LONGEST_BLOCK for start, end in ranges)


@QUICK
@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 6), st.integers(1, 3), st.booleans()), max_size=12),
)
def test_dividing_loses_and_doubles_nothing(sizes, wanted):
    documents = []
    for number, size in enumerate(sizes):
        blocks = [
            Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=f"d{number}b{index}"),))
            for index in range(size)
        ]
        documents.append(Document(name=f"f{number}", page=Page(blocks=blocks)))
    entries = [
        Entry(title=f"Title {n}", level=level, document=f"f{file}" if linked else None)
        for n, (file, level, linked) in enumerate(wanted)
    ]
    chapters, _ = divide(documents, entries, "Book")
    titles = {entry.title for entry in entries}
    found = [b.text for c in chapters for b in c.blocks if b.text not in titles]
    assert found == [block.text for document in documents for block in document.page.blocks]


@QUICK
@given(st.binary(max_size=300))
def test_decoding_never_fails(data):
    assert isinstance(decode(data).text, str)
