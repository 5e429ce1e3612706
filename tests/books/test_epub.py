"""EPUB packages: what is in order, what is mended, and how chapters come about."""

from __future__ import annotations

import pytest

from reader.books.model import BlockKind
from reader.books.registry import read_book
from tests.books.making import CONTAINER, PACKAGE, make_epub, make_zip, xhtml

LINK = '<li><a href="{href}">{title}</a>{more}</li>'


def toc(*entries: tuple[str, str]) -> str:
    return "<ol>" + "".join(LINK.format(href=h, title=t, more="") for t, h in entries) + "</ol>"


def outline(book) -> list[tuple[str, int, str]]:
    return [(chapter.title, chapter.level, chapter.text) for chapter in book.chapters]


def test_metadata_and_identifier(tmp_path):
    path = make_epub(
        tmp_path / "b.epub",
        {"a.xhtml": "<p>Text.</p>"},
        metadata="<dc:publisher>House</dc:publisher><dc:date>1999</dc:date>"
        '<dc:creator id="t">Tom Translator</dc:creator>'
        '<meta refines="#t" property="role">trl</meta>',
    )
    book = read_book(path)
    assert (book.title, book.authors, book.publisher, book.date) == (
        "A Small Book",
        ("Ann Author",),
        "House",
        "1999",
    )
    assert len(book.identifier) == 32
    copy = tmp_path / "copy.epub"
    copy.write_bytes(path.read_bytes())
    assert read_book(copy).identifier == book.identifier


def test_chapters_come_from_the_contents_not_from_the_files(tmp_path):
    documents = {
        "one.xhtml": '<h1 id="c1">First</h1><p>a</p><h1 id="c2">Second</h1><p>b</p>',
        "two.xhtml": "<p>still the second</p>",
        "three.xhtml": "<h1>Third</h1><p>c</p>",
    }
    nav = toc(("First", "one.xhtml#c1"), ("Second", "one.xhtml#c2"), ("Third", "three.xhtml"))
    book = read_book(make_epub(tmp_path / "b.epub", documents, nav=nav))
    assert outline(book) == [
        ("First", 1, "First\na"),
        ("Second", 1, "Second\nb\nstill the second"),
        ("Third", 1, "Third\nc"),
    ]
    assert all(chapter.heading for chapter in book.chapters)


def test_text_before_the_first_entry_is_kept(tmp_path):
    documents = {
        "front.xhtml": "<p>To my mother.</p>",
        "a.xhtml": "<p>A</p>",
        "b.xhtml": "<p>B</p>",
    }
    nav = toc(("One", "a.xhtml"), ("Two", "b.xhtml"))
    book = read_book(make_epub(tmp_path / "b.epub", documents, nav=nav))
    assert outline(book)[0] == ("A Small Book", 1, "To my mother.")
    assert not book.chapters[1].heading


def test_the_contents_page_in_the_spine_is_not_read_aloud(tmp_path):
    nav = toc(("Contents", "nav.xhtml"), ("One", "a.xhtml"), ("Two", "b.xhtml"))
    path = make_epub(
        tmp_path / "b.epub",
        {"a.xhtml": "<p>A</p>", "b.xhtml": "<p>B</p>"},
        nav=nav,
        spine='<itemref idref="nav"/><itemref idref="d0"/><itemref idref="d1"/>',
    )
    book = read_book(path)
    assert [chapter.text for chapter in book.chapters] == ["A", "B"]
    assert book.warnings == ()


def test_a_book_of_contents_only_reads_the_contents(tmp_path):
    path = make_epub(tmp_path / "b.epub", {}, nav=toc(("One", "a.xhtml")), spine="")
    book = read_book(path)
    assert "One" in book.chapters[0].text
    assert any("list of contents" in warning for warning in book.warnings)


def test_parts_without_a_link_and_levels(tmp_path):
    documents = {"a.xhtml": "<h2>One</h2><p>A</p>", "b.xhtml": "<h2>Two</h2><p>B</p>"}
    inner = toc(("One", "a.xhtml"), ("Two", "b.xhtml"))
    nav = f"<ol><!-- x --><li><!-- y --><span>Part I</span>{inner}</li></ol>"
    book = read_book(make_epub(tmp_path / "b.epub", documents, nav=nav))
    assert outline(book) == [
        ("Part I", 1, "Part I"),
        ("One", 2, "One\nA"),
        ("Two", 2, "Two\nB"),
    ]


def test_part_and_chapter_at_one_place_share_the_headings(tmp_path):
    documents = {"a.xhtml": "<h1>Part I</h1><h2>One</h2><p>A</p>", "b.xhtml": "<p>B</p>"}
    nav = (
        '<ol><li><a href="a.xhtml">Part I</a><ol><li><a href="a.xhtml">One</a></li></ol></li>'
        '<li><a href="b.xhtml">End</a></li></ol>'
    )
    book = read_book(make_epub(tmp_path / "b.epub", documents, nav=nav))
    assert outline(book) == [("Part I", 1, "Part I"), ("One", 2, "One\nA"), ("End", 1, "B")]


def test_a_chapter_may_begin_within_a_block_but_not_within_a_sentence(tmp_path):
    body = '<p>One ends. <a id="two"/>Two begins and <a id="three"/>goes on.</p>'
    nav = toc(("One", "a.xhtml"), ("Two", "a.xhtml#two"))
    book = read_book(make_epub(tmp_path / "b.epub", {"a.xhtml": body}, nav=nav))
    assert outline(book) == [("One", 1, "One ends."), ("Two", 1, "Two begins and goes on.")]
    nav = toc(("One", "a.xhtml"), ("Three", "a.xhtml#three"))
    book = read_book(make_epub(tmp_path / "c.epub", {"a.xhtml": body}, nav=nav))
    assert "".join(c.text for c in book.chapters).endswith("Two begins and goes on.")


def test_the_ncx_serves_where_the_nav_says_nothing(tmp_path):
    point = (
        "<navPoint><navLabel><text>{}</text></navLabel>"
        '<content src="{}"/><navPoint><navLabel><text>{}</text></navLabel>'
        '<content src="{}"/></navPoint></navPoint>'
    )
    ncx = point.format("One", "a.xhtml", "Inner", "b%20b.xhtml")
    documents = {"a.xhtml": "<p>A</p>", "b b.xhtml": "<p>B</p>"}
    for nav in (None, "<p>nothing</p>"):
        book = read_book(make_epub(tmp_path / "b.epub", documents, nav=nav, ncx=ncx))
        assert outline(book) == [("One", 1, "A"), ("Inner", 2, "B")]


def test_headings_make_chapters_where_there_are_no_contents(tmp_path):
    documents = {"a.xhtml": "<h1>One</h1><p>A</p><h2>Inner</h2><p>I</p><h1>Two</h1><p>B</p>"}
    book = read_book(make_epub(tmp_path / "b.epub", documents))
    assert outline(book) == [("One", 1, "One\nA"), ("Inner", 2, "Inner\nI"), ("Two", 1, "Two\nB")]


@pytest.mark.parametrize(("length", "titles"), [(10, ["Start"]), (900, ["One", "Two"])])
def test_contents_with_one_entry_are_enough_for_a_short_text_only(tmp_path, length, titles):
    text = "<p>" + "many words " * length + "</p>"
    documents = {"a.xhtml": f"<h1>One</h1>{text}<h1>Two</h1>{text}"}
    book = read_book(make_epub(tmp_path / "b.epub", documents, nav=toc(("Start", "a.xhtml"))))
    assert [chapter.title for chapter in book.chapters] == titles


def test_paragraphs_that_read_like_headings_serve_where_no_tag_says_so(tmp_path):
    body = "<p>第一章 雨</p><p>下雨了。</p><p>第二章 晴</p><p>天晴了。</p>"
    book = read_book(make_epub(tmp_path / "b.epub", {"a.xhtml": body}))
    assert [chapter.title for chapter in book.chapters] == ["第一章 雨", "第二章 晴"]


def test_files_make_chapters_where_there_are_no_headings_either(tmp_path):
    documents = {"a.xhtml": xhtml("<p>A</p>", title="Alpha"), "b.xhtml": "<p>Bravo text</p>"}
    book = read_book(make_epub(tmp_path / "b.epub", documents))
    assert outline(book) == [("Alpha", 1, "A"), ("Bravo text", 1, "Bravo text")]


def test_links_and_notes_lead_to_file_and_id(tmp_path):
    documents = {
        "a.xhtml": '<p>Text<a href="notes.xhtml#n1"><sup>1</sup></a> and '
        '<a href="#x">here</a>.</p>',
        "notes.xhtml": '<p id="n1"><a href="a.xhtml#r1">1</a> A note.</p><p id="n2">No note.</p>',
    }
    book = read_book(make_epub(tmp_path / "b.epub", documents))
    runs = book.chapters[0].blocks[0].runs
    assert [run.note for run in runs if run.note] == ["OEBPS/notes.xhtml#n1"]
    assert [run.link for run in runs if run.link] == ["OEBPS/notes.xhtml#n1", "OEBPS/a.xhtml#x"]
    kinds = [block.kind for chapter in book.chapters for block in chapter.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.PARAGRAPH]


def test_non_linear_documents_come_last(tmp_path):
    documents = {"a.xhtml": "<p>aside</p>", "b.xhtml": "<p>main</p>"}
    spine = '<itemref idref="d0" linear="no"/><itemref idref="d1"/>'
    book = read_book(make_epub(tmp_path / "b.epub", documents, spine=spine))
    assert [chapter.text for chapter in book.chapters] == ["main", "aside"]


def test_the_language_is_found_from_the_text(tmp_path):
    documents = {"a.xhtml": xhtml("<p>今天天气很好，我们去公园玩。</p>", language="en")}
    book = read_book(make_epub(tmp_path / "b.epub", documents, language="en"))
    assert book.language == "zh"
    kept = read_book(make_epub(tmp_path / "c.epub", documents, language="zh-TW"))
    assert kept.language == "zh-TW"


def test_missing_and_remote_files_are_no_reason_to_refuse(tmp_path):
    manifest = (
        '<item id="m1" href="gone.css" media-type="text/css"/>'
        '<item id="m2" href="https://example.org/film.mp4" media-type="video/mp4"/>'
        '<item id="m3" media-type="image/png"/>'
        '<item id="m4" href="gone.xhtml" media-type="application/xhtml+xml"/>'
    )
    spine = '<!-- order --><itemref idref=" d0 "/><itemref idref="m4"/><itemref idref="nobody"/>'
    path = make_epub(tmp_path / "b.epub", {"a.xhtml": "<p>A</p>"}, manifest=manifest, spine=spine)
    book = read_book(path)
    assert [chapter.text for chapter in book.chapters] == ["A"]
    assert len(book.warnings) == 4


def test_a_foreign_document_is_read_by_its_fallback(tmp_path):
    manifest = (
        '<item id="f" href="a.xml" media-type="application/x-demo" fallback="d0"/>'
        '<item id="g" href="b.xml" media-type="application/x-demo" fallback="g"/>'
    )
    path = make_epub(
        tmp_path / "b.epub",
        {"a.xhtml": "<p>A</p>"},
        manifest=manifest,
        spine='<itemref idref="f"/><itemref idref="g"/>',
        extra={"OEBPS/a.xml": "<x/>", "OEBPS/b.xml": "<x/>"},
    )
    book = read_book(path)
    assert [chapter.text for chapter in book.chapters] == ["A"]


def test_the_first_rootfile_counts(tmp_path):
    def package(name: str) -> str:
        item = f'<item id="a" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        return PACKAGE.format(
            language="en", metadata="", manifest=item, spine='<itemref idref="a"/>', toc=""
        )

    second = (
        '<rootfile full-path="two.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    )
    path = make_zip(
        tmp_path / "b.epub",
        {
            "META-INF/container.xml": CONTAINER.format(path="one.opf").replace(
                "</rootfiles>", second
            ),
            "one.opf": package("print"),
            "two.opf": package("braille"),
            "print.xhtml": xhtml("<p>print</p>"),
            "braille.xhtml": xhtml("<p>braille</p>"),
        },
    )
    assert read_book(path).chapters[0].text == "print"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_documents_in_other_unicode_forms(tmp_path, encoding):
    document = xhtml("<p>Größe 大小</p>").replace('encoding="utf-8"', f'encoding="{encoding[:6]}"')
    path = make_epub(
        tmp_path / "b.epub", {"a.xhtml": ""}, extra={"OEBPS/a.xhtml": document.encode(encoding)}
    )
    assert read_book(path).chapters[0].text == "Größe 大小"


def test_the_cover_is_kept_within_limits(tmp_path):
    manifest = '<item id="c" href="c.jpg" media-type="image/jpeg" properties="cover-image"/>'
    picture = b"\xff\xd8\xff" + b"x" * 100
    path = make_epub(
        tmp_path / "b.epub",
        {"a.xhtml": "<p>A</p>"},
        manifest=manifest,
        extra={"OEBPS/c.jpg": picture},
    )
    cover = read_book(path).cover
    assert cover is not None
    assert (cover.content, cover.media_type) == (picture, "image/jpeg")


def test_an_empty_cover_is_one_that_can_be_told_of(tmp_path):
    manifest = '<item id="c" href="c.jpg" media-type="image/jpeg" properties="cover-image"/>'
    pages, extra = {"a.xhtml": "<p>A</p>"}, {"OEBPS/c.jpg": b""}
    path = make_epub(tmp_path / "b.epub", pages, manifest=manifest, extra=extra)
    cover = read_book(path).cover
    assert cover is not None
    assert cover.content == b""


def test_a_damaged_document_is_counted_and_the_others_are_read(tmp_path):
    path = make_epub(tmp_path / "b.epub", {"a.xhtml": "<p>MARKED-A</p>", "b.xhtml": "<p>B</p>"})
    content = bytearray(path.read_bytes())
    at = content.find(b"OEBPS/a.xhtml") + len("OEBPS/a.xhtml")
    content[at : at + 10] = b"\xff" * 10
    path.write_bytes(content)
    book = read_book(path)
    assert [chapter.text for chapter in book.chapters] == ["B"]
    assert any("could not be read" in warning for warning in book.warnings)


def test_printed_pages_listed_in_the_contents_are_marked(tmp_path):
    nav = (
        '<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><body>'
        '<nav epub:type="toc"><ol><li><a href="a.xhtml">A</a></li></ol></nav>'
        '<nav epub:type="page-list"><ol><li><a href="a.xhtml#p3">3</a></li></ol></nav>'
        "</body></html>"
    )
    path = make_epub(tmp_path / "b.epub", {"a.xhtml": '<p>x <a id="p3"/>y</p>'}, nav=nav)
    assert [run.page for run in read_book(path).chapters[0].blocks[0].runs] == [None, "3", None]


def test_blocks_are_named_as_links_spell_them(tmp_path):
    documents = {
        "a.xhtml": '<p id="n">A <a href="b.xhtml">to b</a> <a href="b.xhtml#n">to n</a></p>',
        "empty.xhtml": "<p> </p>",
        "b.xhtml": '<h1>B</h1><p id="n">N</p>',
    }
    book = read_book(make_epub(tmp_path / "a.epub", documents))
    blocks = [block for chapter in book.chapters for block in chapter.blocks]
    assert [run.link for run in blocks[0].runs if run.link] == ["OEBPS/b.xhtml", "OEBPS/b.xhtml#n"]
    assert [block.identifiers for block in blocks] == [
        ("OEBPS/a.xhtml", "OEBPS/a.xhtml#n"),
        ("OEBPS/empty.xhtml", "OEBPS/b.xhtml"),
        ("OEBPS/b.xhtml#n",),
    ]
