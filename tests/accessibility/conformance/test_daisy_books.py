"""The EPUB accessibility tests, each done on the book that DAISY publishes for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.books.model import BlockKind
from reader.narration.timeline import Timeline
from reader.navigation.elements import ElementKind, Elements
from reader.navigation.find import find
from reader.navigation.links import Links
from reader.navigation.measure import Extent
from reader.navigation.notes import Notes
from reader.navigation.pages import Pages
from reader.navigation.place import Position
from reader.navigation.tables import Tables
from reader.navigation.whereabouts import whereabouts
from reader.ui.contents import Contents
from tests.accessibility.conformance.daisy_books import (
    DESCRIPTION,
    chapter_of,
    sentences,
    the_book,
)


@pytest.fixture
def basics():
    return the_book("Tests: Basic Functionality")


@pytest.fixture
def by_ear():
    return the_book("Tests: Non-Visual Reading")


def presses(qtbot, view, key, *, times):
    """Where the caret stands after each press."""
    places = []
    for _ in range(times):
        qtbot.keyClick(view, *key)
        places.append(view.caret)
    return places


# Basic functionality


def test_the_contents_show_the_hierarchy(basics, qtbot):
    contents = Contents()
    qtbot.addWidget(contents)
    contents.show_book(basics)
    items = [contents.topLevelItem(n) for n in range(contents.topLevelItemCount())]
    assert [item.text(0) for item in items[:5]] == [
        "Cover page",
        "Front page",
        "Introduction",
        "Basic Functionality Tests",
        "Navigation Tests",
    ]
    assert [items[3].child(n).text(0) for n in range(items[3].childCount())] == [
        "Operating system/Platform accessibility",
        "The reading system can be activated independently",
        "Open content",
        "Listing documents",
    ]


def test_a_section_is_reached_through_the_contents(basics):
    section = basics.chapters[chapter_of(basics, "Navigation Test")]
    assert section.level == 2
    assert section.text.startswith("Navigation Test\n")


def test_all_ten_printed_pages_are_reached(basics):
    pages = Pages(basics)
    assert len(pages.labels()) == 10
    for number, label in enumerate(pages.labels(), start=1):
        assert pages.at(pages.find(str(number))) == label


def test_one_moves_to_every_sentence_and_back(basics):
    timeline = Timeline(basics)
    passage, forward = timeline.first(), []
    while passage is not None:
        forward.append(passage)
        passage = timeline.next_sentence(passage)
    backward, passage = [], forward[-1]
    while passage is not None:
        backward.append(passage)
        passage = timeline.previous_sentence(passage)
    assert backward == forward[::-1]
    assert forward[-1].chapter == len(basics.chapters) - 1


def test_where_one_is_tells_section_page_and_share(basics):
    place = whereabouts(
        basics,
        Position(chapter_of(basics, "Navigate content by pages"), 0),
        elements=Elements(basics),
        pages=Pages(basics),
        extent=Extent(basics),
        seconds_left=600.0,
    )
    assert place.chapter_title == "Navigate content by pages"
    assert place.headings == ("Navigation Tests", "nav-110 Navigate content by pages")
    assert (place.page.split()[-1], place.last_page.split()[-1]) == ("5", "10")
    assert 0.4 < place.fraction < 0.6


def test_the_search_finds_both_places_and_no_third(basics):
    hits, start = [], Position(0, 0)
    while (hit := find(basics, "Taj Mahal", start)) is not None:
        hits.append(hit[0].chapter)
        start = hit[1]
    assert hits == [
        chapter_of(basics, "Perform a search, review the search results"),
        chapter_of(basics, "Navigation Test"),
    ]


def test_the_end_of_a_chapter_leads_into_the_next(basics):
    read = sentences(basics)
    last = len(read) - 1 - read[::-1].index("This line indicates the end of current chapter")
    assert read[last + 1] == "Supplemental content"


# Reading without seeing


def test_every_text_is_in_its_order(by_ear):
    text = by_ear.chapters[chapter_of(by_ear, "All text should be read in the proper order")].text
    assert text.index("Paragraph 1:") < text.index("Paragraph 2:")


def test_the_description_of_a_picture_is_text_to_review(by_ear, show, qtbot):
    chapter = by_ear.chapters[chapter_of(by_ear, "Image alternate text reading")]
    view = show(chapter)
    image = next(block for block in chapter.blocks if block.kind is BlockKind.IMAGE)
    assert image.text == DESCRIPTION
    start = chapter.text.index(DESCRIPTION)
    view.place_caret(start)
    assert presses(qtbot, view, (Qt.Key.Key_Right,), times=4) == [start + n for n in (1, 2, 3, 4)]


def test_a_note_is_reached_read_and_left_again(by_ear):
    notes = Notes(by_ear)
    chapter = chapter_of(by_ear, "Footnote Reading")
    reference = next(each for each in notes.references() if each.chapter == chapter)
    target = notes.target(reference)
    note = notes.text(target)
    assert "Appaloosa" in by_ear.chapters[note.chapter].text[note.start : note.end]
    assert notes.reference_of(target) == reference


def test_headings_paragraphs_and_list_items_are_lines_of_their_own(by_ear):
    title = "TTS allows pause for headings, paragraphs, list items, etc"
    lines = by_ear.chapters[chapter_of(by_ear, title)].text.split("\n")
    start = lines.index("Text for testing TTS")
    assert lines[start + 3 : start + 6] == [
        "Red, green, blue",
        "One, two, three",
        "Alpha, bravo, charlie",
    ]


def test_one_moves_through_the_cells_of_a_table(by_ear):
    chapter = chapter_of(by_ear, "Navigate between the cells, rows and columns in the table")
    tables = Tables(by_ear)
    table = Elements(by_ear).next(ElementKind.TABLE, Position(chapter, 0))
    cell = tables.cell_at(table.start)
    assert (cell.rows, cell.columns) == (6, 4)
    chicago = tables.neighbour(tables.neighbour(cell, rows=3), columns=1)
    assert (chicago.text, chicago.column_header) == ("Chicago", "City")
    assert tables.neighbour(chicago, columns=2).text == "2,824,584"
    assert tables.neighbour(chicago, rows=-1).text == "Los Angeles"


def test_a_link_inside_the_book_leads_to_its_target(by_ear):
    chapter = chapter_of(by_ear, "Navigate between internal hyperlinks")
    element = Elements(by_ear).next(ElementKind.LINK, Position(chapter, 0))
    link = Links(by_ear).at(element.start)
    target = by_ear.chapters[link.target.chapter].text[link.target.offset :]
    assert "sample link target" in target.partition("\n")[0]


def test_one_moves_from_block_to_block(by_ear):
    timeline = Timeline(by_ear)
    chapter = chapter_of(by_ear, "Move to the next block item")
    passage, blocks = timeline.at(chapter, 0), []
    while passage is not None and passage.chapter == chapter:
        blocks.append(passage.block)
        passage = timeline.next_paragraph(passage)
    assert blocks == list(range(len(by_ear.chapters[chapter].blocks)))


def test_one_moves_by_character_word_and_line(by_ear, show, qtbot):
    chapter = by_ear.chapters[chapter_of(by_ear, "Navigate by words")]
    view = show(chapter)
    second = chapter.text.index("\n") + 1
    words = chapter.text[second:].split(" ")
    assert presses(qtbot, view, (Qt.Key.Key_Down,), times=1) == [second]
    assert presses(qtbot, view, (Qt.Key.Key_Right,), times=2) == [second + 1, second + 2]
    assert presses(qtbot, view, (Qt.Key.Key_Left,), times=2) == [second + 1, second]
    right = (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert presses(qtbot, view, right, times=2)[-1] == second + len(" ".join(words[:2])) + 1
    left = (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert presses(qtbot, view, left, times=2)[-1] == second


def test_one_moves_by_headings_without_the_contents(by_ear):
    elements = Elements(by_ear)
    here = Position(chapter_of(by_ear, "Navigate the content by headings"), 0)
    following = elements.next(ElementKind.HEADING, here)
    assert following.text == "reading-1310 Select and copy text"
    assert elements.previous(ElementKind.HEADING, following.start).start == here


def test_text_is_selected_and_copied(by_ear, show, clipboard, qtbot):
    chapter = by_ear.chapters[chapter_of(by_ear, "Select and copy text")]
    view = show(chapter)
    start = chapter.text.index("Consider the subtleness")
    wanted = chapter.text[start : chapter.text.index("\nEnd", start)]
    view.place_caret(start)
    down_to_the_end = (Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    while view.selection is None or view.selection[1] < start + len(wanted):
        qtbot.keyClick(view, *down_to_the_end)
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    view.copy()
    assert clipboard.text().strip() == wanted.strip()
