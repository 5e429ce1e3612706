"""Pages of text: all of it is there, and every sentence has its element."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]

from reader.books.model import Block, BlockKind, Book, Chapter, Emphasis, Run
from reader.export.text_page import Dialect, Links, TextPage, document, text_page
from reader.narration.cutting import BlockPassages
from tests.export.readalong.opened import shown, text_faults
from tests.export.readalong.rich import RICH, TABLE, block, item, paragraph

EPUB, DAISY = Dialect.EPUB, Dialect.DAISY
_PAGES = "page-{}.html"


def links_of(book: Book) -> Links:
    return Links(book, _PAGES.format)


def page_of(
    blocks: Sequence[Block],
    ranges: Sequence[tuple[int, int]] = (),
    dialect: Dialect = EPUB,
    language: str = "en",
) -> tuple[TextPage, Any]:
    """The page of one chapter of `blocks`, and its body."""
    chapter = Chapter(title="", blocks=tuple(blocks))
    book = Book(title="", chapters=(chapter,), identifier="", language=language)
    page = text_page(chapter, ranges, dialect=dialect, links=links_of(book), language=language)
    return page, tree_of(page, dialect, language)


def tree_of(page: TextPage, dialect: Dialect = EPUB, language: str = "en") -> Any:
    written = document("A title", page.markup, dialect=dialect, language=language)
    tree = etree.fromstring(written.encode())
    for each in tree.iter():
        each.tag = etree.QName(each).localname
    return tree.find("body")


def sentences_in(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^.\n]+\.?", text)]


def element_of(tree: Any, identifier: str) -> Any:
    (found,) = tree.xpath(f"//*[@id='{identifier}']")
    return found


@pytest.mark.parametrize("dialect", list(Dialect))
@pytest.mark.parametrize("number", [0, 1, 2])
def test_all_text_is_there_and_every_sentence_can_be_found(dialect: Dialect, number: int) -> None:
    chapter = RICH.chapters[number]
    cutter = BlockPassages(RICH)
    ranges = [
        (passage.start, passage.end)
        for index in range(len(chapter.blocks))
        for passage in cutter.of(number, index)
    ]
    page = text_page(chapter, ranges, dialect=dialect, links=links_of(RICH), language="en")
    tree = tree_of(page, dialect)
    for label in tree.xpath("//*[@class='page-normal']"):
        label.text = ""
    assert list(text_faults("page", tree, chapter)) == []
    for identifier in page.sentences:
        assert element_of(tree, identifier) is not None
    identifiers = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(identifiers) == len(set(identifiers))


def test_a_sentence_that_crosses_emphasis_is_one_element() -> None:
    text = "One half. Two"
    blocks = [paragraph("One ", Run(text="half. T", emphasis=Emphasis.EMPHASIS), "wo")]
    page, tree = page_of(blocks, sentences_in(text))
    assert [shown(element_of(tree, each)) for each in page.sentences] == ["Onehalf.", "Two"]
    assert ["".join(each.itertext()) for each in tree.iter("em")] == ["half.", "T"]


@pytest.mark.parametrize("dialect", list(Dialect))
def test_no_blank_is_underlined_stressed_or_under_a_reading(dialect: Dialect) -> None:
    blocks = [
        paragraph(
            "in",
            Run(text=" Love", emphasis=Emphasis.EMPHASIS),
            Run(text=" Section O", link="https://a.example/", emphasis=Emphasis.STRONG),
            Run(text=" 漢", ruby="かん"),
            Run(text=" ", emphasis=Emphasis.STRONG),
            Run(text=" mot", language="fr"),
        )
    ]
    _, tree = page_of(blocks, [(0, 28)], dialect)
    assert "".join(tree.itertext()).strip().replace("(かん)", "") == "in Love Section O 漢  mot"
    elements = [
        each for each in tree.iter("em", "strong", "a", "ruby", "span") if not each.get("id")
    ]
    assert len(elements) == 5
    assert [each for each in elements if "".join(each.itertext()).startswith(" ")] == []


def test_a_link_around_whole_sentences_stays_one() -> None:
    blocks = [paragraph("See ", Run(text="One. Two.", link="https://a.example/"), " End.")]
    _, tree = page_of(blocks, [(0, 3), (4, 8), (9, 13), (14, 18)])
    (link,) = tree.iter("a")
    assert [each.get("id") for each in link] == ["s2", "s3"]


def test_a_link_across_the_border_of_a_sentence_is_two() -> None:
    blocks = [paragraph("An ", Run(text="odd. Link", link="https://a.example/"), " here.")]
    page, tree = page_of(blocks, [(0, 7), (8, 18)])
    assert ["".join(each.itertext()) for each in tree.iter("a")] == ["odd.", "Link"]
    assert shown(element_of(tree, page.sentences[1])) == "Linkhere."


def test_unspoken_text_stands_between_without_an_id() -> None:
    _, tree = page_of([paragraph("Said. Unsaid. Said.")], [(0, 5), (14, 19)])
    paragraph_element = tree.find("p")
    assert [each.tail for each in paragraph_element] == [" Unsaid. ", None]


def test_no_sentence_ends_within_a_word_that_has_a_reading() -> None:
    blocks = [paragraph(Run(text="今日", ruby="きょう"), "は。")]
    page, tree = page_of(blocks, [(0, 1), (1, 4)])
    assert [shown(element_of(tree, each)) for each in page.sentences] == ["今日", "は。"]
    assert tree.find(".//rt").text == "きょう"


def test_a_reading_in_the_older_dialect_is_told_beside_the_word() -> None:
    _, tree = page_of([paragraph(Run(text="今日", ruby="きょう"))], dialect=DAISY)
    assert tree.find(".//span").get("title") == "きょう"
    assert shown(tree) == "今日"


def test_lists_are_nested_as_their_items_are() -> None:
    page, tree = page_of([item("a", 1), item("b", 2), item("c", 2), item("d", 1)])
    (outer,) = tree.findall("ul")
    first, last = outer.findall("li")
    assert [shown(each) for each in first.find("ul")] == ["b", "c"]
    assert (first.text.strip(), shown(last)) == ("a", "d")
    assert [(group.kind, group.identifier) for group in page.groups] == [("list", outer.get("id"))]


def test_a_list_whose_text_has_the_numbers_does_not_count_itself() -> None:
    _, tree = page_of([item("1. a", 1), item("2. b", 1)])
    assert tree.find("ul").get("class") == "numbered"


def test_tables_are_put_together_again() -> None:
    _, tree = page_of(TABLE)
    (table,) = tree.findall("table")
    rows = [[(cell.tag, "".join(cell.itertext())) for cell in row] for row in table.iter("tr")]
    assert rows == [
        [("th", "Name"), ("th", "Years")],
        [("th", "Anna"), ("td", "7"), ("td", "8")],
        [("td", "Nine. And ten."), ("td", "")],
    ]
    assert [cell.get("colspan") for cell in table.find("thead/tr")] == [None, "2"]
    assert table.find("tbody/tr/th").get("rowspan") == "2"
    assert [cell.get("scope") for cell in table.iter("th")] == ["col", "col", "row"]


def test_a_heading_that_stands_above_no_column_here_stays_in_its_cell() -> None:
    _, tree = page_of([TABLE[1]])
    assert "".join(tree.find(".//td").itertext()) == "Years: 7"


def test_sentences_within_a_cell_have_elements_and_longer_ones_are_the_row() -> None:
    chapter = Chapter(title="", blocks=TABLE)
    _, second, third = chapter.block_starts
    ranges = [(second, second + 17), (third, third + 5), (third + 6, len(chapter.text))]
    page, tree = page_of(TABLE, ranges)
    assert page.sentences == ("b2", "s2", "s3")
    assert element_of(tree, "b2").tag == "tr"
    assert element_of(tree, "s3").text == "And ten."
    assert (page.groups[0].kind, page.groups[0].first, page.groups[0].last) == ("table", 0, 3)


def test_a_note_is_one_aside_that_its_references_lead_to() -> None:
    chapters = RICH.chapters
    links = links_of(RICH)
    first = tree_of(text_page(chapters[0], (), dialect=EPUB, links=links, language="en"))
    reference = first.xpath(".//a[@role='doc-noteref']")[0]
    second = tree_of(text_page(chapters[1], (), dialect=EPUB, links=links, language="en"))
    page, _, identifier = reference.get("href").partition("#")
    note = element_of(second, identifier)
    assert page == "page-1.html"
    assert (note.tag, note.get("role"), shown(note)) == ("aside", "doc-footnote", "1Thenote.↩")
    assert note.find(".//a").get("role") == "doc-backlink"
    assert len(second.findall("aside")) == 2


def test_printed_pages_know_the_sentence_they_come_before() -> None:
    blocks = [paragraph("One. ", Run(text="", page="7"), "Two. Th", Run(text="", page="8"), "ree.")]
    page, tree = page_of(blocks, [(0, 4), (5, 9), (10, 16)])
    assert [(each.label, each.before) for each in page.pages] == [("7", 1), ("8", 3)]
    assert element_of(tree, page.pages[0].identifier).get("aria-label") == "7"
    assert element_of(tree, page.pages[1].identifier).getparent().get("id") == "s3"
    assert shown(tree) == "One.Two.Three."


def test_the_older_dialect_shows_the_numbers_of_pages() -> None:
    page, tree = page_of([paragraph(Run(text="", page="7"), "One.")], dialect=DAISY)
    mark = element_of(tree, page.pages[0].identifier)
    assert (mark.get("class"), mark.text) == ("page-normal", "7")


def test_what_is_in_another_language_or_direction_says_so() -> None:
    blocks = [paragraph("שלום.", language="he"), paragraph("Un ", Run(text="mot", language="fr"))]
    _, tree = page_of(blocks)
    first, second = tree.findall("p")
    assert (first.get("lang"), first.get("dir")) == ("he", "rtl")
    assert second.find("span").get("lang") == "fr"
    _, leftward = page_of([paragraph("שלום."), paragraph("Hello.")], language="he")
    assert leftward.getparent().get("dir") == "rtl"
    assert [each.get("dir") for each in leftward.findall("p")] == [None, "ltr"]


def test_line_breaks_are_kept_in_verse_and_in_code() -> None:
    _, tree = page_of([paragraph("a\u2028b"), block(BlockKind.CODE, "c\u2028  d")])
    assert tree.find("p/br").tail == "b"
    assert tree.find("pre/code").text == "c\n  d"


def test_the_older_dialect_has_no_element_that_is_newer() -> None:
    newer = {"section", "aside", "figure", "ruby", "rt", "nav", "figcaption"}
    for chapter in RICH.chapters:
        page = text_page(chapter, (), dialect=DAISY, links=links_of(RICH), language="en")
        tree = tree_of(page, DAISY)
        assert not newer & {each.tag for each in tree.iter()}
        names = {name for each in tree.iter() for name in each.attrib}
        assert not {name for name in names if name.startswith(("role", "aria", "epub"))}


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("a.xhtml#top", "page-0.html#b1"),
        ("a.xhtml#gone", "page-0.html#b1"),
        ("https://example.org/a b?ü=%zz#c#d", "https://example.org/a%20b?%C3%BC=%25zz#c%23d"),
        ("HTTP://例子.测试", "http://xn--fsqu00a.xn--0zwm56d"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", None),
        ("http://exa mple/", None),
        ("http://[::1", None),
        ("//example.org", None),
        ("file:///etc/passwd", None),
        ("nowhere.xhtml", None),
        ("", None),
    ],
)
def test_links_lead_somewhere_or_are_none(link: str, address: str | None) -> None:
    target = links_of(RICH).target(link)
    assert (target and target.address) == address


def test_a_chapter_without_blocks_has_a_place_for_what_is_said() -> None:
    page, tree = page_of([], [(0, 0)])
    assert element_of(tree, page.sentences[0]).tag == "p"
