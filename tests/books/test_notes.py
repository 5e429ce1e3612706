"""Notes, and the ways back from them that are shown but not spoken."""

from __future__ import annotations

import pytest

from reader.books.model import BlockKind
from reader.books.registry import read_book
from tests.books.making import make_epub

REFERENCE = '<p>Long ago<sup id="r1"><a href="n.xhtml#n1">1</a></sup> it rained.</p>'


def notes(tmp_path, body: str, text: str = REFERENCE):
    """The blocks of the notes at the end of a book whose text is `text`."""
    book = read_book(make_epub(tmp_path / "a.epub", {"a.xhtml": text, "n.xhtml": body}))
    blocks = [block for chapter in book.chapters for block in chapter.blocks]
    return blocks[text.count("<p") :]


def spoken(block) -> str:
    return "".join(run.text for run in block.runs if run.note is None).strip()


@pytest.mark.parametrize(
    "way_back",
    [
        '<a href="a.xhtml#r1" role="doc-backlink">go up</a>',
        '<a href="a.xhtml#r1" epub:type="backlink">go up</a>',
        '<a href="a.xhtml#other">\u21a9\ufe0e</a>',
        '<a href="a.xhtml#other">Back</a>',
        '<a href="a.xhtml#other">[Return to text]</a>',
        '<a href="a.xhtml#other">返回正文</a>',
        '<a href="a.xhtml#r1">page 7</a>',
    ],
)
def test_a_way_back_stays_in_the_text_but_is_not_spoken(tmp_path, way_back):
    (note,) = notes(tmp_path, f'<p id="n1"><a href="a.xhtml#r1">1.</a> It did. {way_back}</p>')
    assert note.kind is BlockKind.NOTE
    assert spoken(note) == "1. It did."
    assert len(note.text) > len("1. It did. ")


def test_a_way_back_in_the_last_paragraph_of_a_note_is_known(tmp_path):
    body = '<div id="n1"><p>1. It did.</p><p>All day. <a href="a.xhtml#r1">up</a></p></div>'
    assert [spoken(block) for block in notes(tmp_path, body)] == ["1. It did.", "All day."]


def test_a_note_that_is_all_link_is_spoken(tmp_path):
    link = '<a role="doc-backlink" href="a.xhtml#r1">1. It rained for forty days and nights.</a>'
    (note,) = notes(tmp_path, f'<p id="n1">{link}</p>')
    assert spoken(note) == "1. It rained for forty days and nights."


def test_links_in_running_text_are_spoken(tmp_path):
    body = (
        '<p>As <a href="a.xhtml#r1">said above</a> it rained.</p>'
        '<p>He came <a href="a.xhtml#x">back</a></p>'
        '<p>See <a href="a.xhtml#p">paragraph 1</a></p>'
    )
    text = '<p id="p">Long ago<sup id="r1"><a href="n.xhtml#n1">1</a></sup> it rained.</p>'
    assert [spoken(block) for block in notes(tmp_path, body, text)] == [
        "As said above it rained.",
        "He came back",
        "See paragraph 1",
    ]


def test_a_paragraph_that_a_way_back_leads_to_is_no_note(tmp_path):
    text = '<p id="r1">a.b Long ago<a href="n.xhtml#n1">[1]</a> it rained.</p>'
    body = '<p id="n1">1. It did. <a role="doc-backlink" href="a.xhtml#r1">[1]</a></p>'
    book = read_book(make_epub(tmp_path / "a.epub", {"a.xhtml": text, "n.xhtml": body}))
    kinds = [block.kind for chapter in book.chapters for block in chapter.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.NOTE]


@pytest.mark.parametrize("words", ["phlogiston", "观止", "this link"])
def test_words_that_a_note_explains_are_spoken(tmp_path, words):
    reference = f'<p>Of <a epub:type="noteref" href="n.xhtml#n1">{words}</a> we speak.</p>'
    book = read_book(
        make_epub(tmp_path / "a.epub", {"a.xhtml": reference, "n.xhtml": '<p id="n1">1. Air.</p>'})
    )
    blocks = [block for chapter in book.chapters for block in chapter.blocks]
    assert spoken(blocks[0]) == f"Of {words} we speak."
    assert blocks[1].kind is BlockKind.NOTE


@pytest.mark.parametrize("sign", ["1", "[12]", "note 3", "[iv]", "*", "①", "注一", "see below"])
def test_signs_of_a_reference_are_not_spoken(tmp_path, sign):
    reference = f'<p>Of air<a epub:type="noteref" href="n.xhtml#n1">{sign}</a> we speak.</p>'
    path = make_epub(
        tmp_path / "a.epub", {"a.xhtml": reference, "n.xhtml": '<p id="n1">1. Air.</p>'}
    )
    assert spoken(read_book(path).chapters[0].blocks[0]) == "Of air we speak."
