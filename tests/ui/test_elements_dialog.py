"""Everything of one kind is listed, shortened by a filter, and gone to, by keys alone."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.errors import BookError
from reader.navigation.elements import Element, ElementKind, Elements
from reader.navigation.place import Position
from reader.ui.element_words import row_in_words
from reader.ui.elements_dialog import ElementsDialog
from tests.fakes.keyboard import Desktop


def block(kind, text, level=0, **run):
    return Block(kind=kind, level=level, runs=(Run(text=text, **run),))


def heading(text, level=1):
    return block(BlockKind.HEADING, text, level)


BOOK = Book(
    title="The Lamp",
    identifier="lamp",
    chapters=(
        Chapter(
            title="One",
            blocks=(
                heading("The harbour"),
                block(BlockKind.PARAGRAPH, "It was late."),
                heading("Night", 2),
                block(BlockKind.LIST_ITEM, "A lamp", 1),
                block(BlockKind.LIST_ITEM, "A rope", 1),
            ),
        ),
        Chapter(
            title="Two",
            blocks=(
                heading("信"),
                block(BlockKind.PARAGRAPH, "The harbour office", link="https://example.org"),
            ),
        ),
    ),
)
LATE = Position(0, 15)


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def open_dialog(desktop, qtbot):
    """Opens the dialog and waits for its first list."""

    def open_dialog(elements=None, position=LATE, *, first="Headings: ", **choices):
        dialog = ElementsDialog(elements or Elements(BOOK), position, desktop.window, **choices)
        dialog.heard, dialog.went = [], []
        dialog.told.connect(dialog.heard.append)
        dialog.chosen.connect(dialog.went.append)
        desktop.open(dialog)
        wait_for_list(qtbot, dialog, first)
        return dialog

    return open_dialog


def wait_for_list(qtbot, dialog, message="Headings: "):
    qtbot.waitUntil(lambda: dialog.news.text().startswith(message))


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_headings_come_first_with_their_level_and_the_present_one_current(open_dialog):
    dialog = open_dialog(position=Position(0, 31))
    assert rows(dialog) == ["The harbour, level 1", "Night, level 2", "信, level 1"]
    assert dialog.list.currentItem().text() == "Night, level 2"
    assert QApplication.focusWidget() is dialog.list
    assert dialog.news.text() == "Headings: 3"
    assert dialog.heard == []  # the screen reader says so by itself


def test_a_letter_and_enter_go_there_and_the_focus_comes_back(open_dialog, desktop):
    dialog = open_dialog()
    went = dialog.went
    desktop.write("n")
    desktop.press("Return")
    assert went == [Position(0, BOOK.chapters[0].text.index("Night"))]
    desktop.wait_for_text()


def test_another_kind_is_chosen_by_arrows_and_names_the_list(open_dialog, desktop, qtbot):
    dialog = open_dialog()
    dialog.kinds.setFocus()
    desktop.press("Down")
    wait_for_list(qtbot, dialog, "Links: ")
    assert dialog.kind is ElementKind.LINK
    assert dialog.list.accessibleName() == "Links"
    assert rows(dialog) == ["The harbour office"]
    assert dialog.heard[-1] == "Links: 1"


def test_a_kind_that_the_book_has_none_of_lists_nothing_and_goes_nowhere(open_dialog, desktop):
    dialog = open_dialog(kind=ElementKind.TABLE, first="Tables: ")
    assert dialog.heard == ["Tables: 0"]
    assert rows(dialog) == []
    desktop.press("Return")
    assert dialog.went == []
    assert dialog.isVisible()


def test_the_filter_shortens_the_list_while_one_writes(open_dialog, desktop, qtbot):
    dialog = open_dialog()
    dialog.filter.setFocus()
    desktop.write("NIGHT")
    wait_for_list(qtbot, dialog, "Headings: 1")
    assert rows(dialog) == ["Night, level 2"]
    assert dialog.heard[-1] == "Headings: 1"
    desktop.press("Return")
    assert dialog.went == [Position(0, BOOK.chapters[0].text.index("Night"))]


def test_escape_goes_nowhere(open_dialog, desktop):
    dialog = open_dialog()
    went = dialog.went
    desktop.press("Down", "Escape")
    desktop.wait_for_text()
    assert went == []


class Numbered:
    """Elements of which there are `count`, one at every tenth character of the chapter."""

    def __init__(self, count):
        self.count = count

    def all(self, kind, cancel=None):
        for number in range(self.count):
            at = Position(0, number * 10)
            yield Element(kind=kind, level=1, start=at, end=at, text=f"Heading {number}")


@pytest.mark.parametrize(
    ("place", "first", "current"), [(0, 0, 0), (5000, 495, 500), (99_990, 9990, 9999)]
)
def test_of_very_many_the_nearest_are_listed_and_the_rest_is_counted(
    open_dialog, place, first, current
):
    dialog = open_dialog(Numbered(10_000), Position(0, place), limit=10)
    assert dialog.list.count() == 10
    assert rows(dialog)[0].startswith(f"Heading {first}, ") or place == 5000
    assert dialog.list.currentItem().text() == f"Heading {current}, level 1"
    assert dialog.heard == ["Headings: 10000, the nearest 10 are listed"]


def test_the_filter_looks_through_those_that_are_not_listed_too(open_dialog, desktop, qtbot):
    dialog = open_dialog(Numbered(10_000), Position(0, 0), limit=10)
    dialog.filter.setFocus()
    desktop.write("g 9876")
    qtbot.waitUntil(lambda: dialog.news.text() == "Headings: 1")
    assert rows(dialog) == ["Heading 9876, level 1"]


class Endless(Numbered):
    """Never comes to an end, unless it is told to."""

    def __init__(self):
        super().__init__(0)
        self.begun, self.ended = threading.Semaphore(0), threading.Semaphore(0)

    def all(self, kind, cancel=None):
        if kind is not ElementKind.HEADING:
            yield from Numbered(3).all(kind, cancel)
            return
        self.begun.release()
        cancel.wait(20)
        self.ended.release()
        cancel.check()


def test_a_long_search_ends_when_another_kind_is_chosen(desktop, qtbot):
    elements = Endless()
    dialog = ElementsDialog(elements, LATE, desktop.window)
    dialog.heard = []
    dialog.told.connect(dialog.heard.append)
    desktop.open(dialog)
    assert elements.begun.acquire(timeout=10)
    assert dialog.news.text() == "Looking…"
    dialog.kinds.setFocus()
    desktop.press("Down")
    assert elements.ended.acquire(timeout=10)
    wait_for_list(qtbot, dialog, "Links: ")
    assert dialog.heard == ["Links: 3"]


def test_a_long_search_ends_with_the_dialog(desktop):
    elements = Endless()
    desktop.open(ElementsDialog(elements, LATE, desktop.window))
    assert elements.begun.acquire(timeout=10)
    desktop.press("Escape")
    assert elements.ended.acquire(timeout=10)
    desktop.wait_for_text()


def test_a_search_that_fails_says_so(desktop, qtbot):
    class Broken(Numbered):
        def all(self, kind, cancel=None):
            raise BookError("lamp.epub", "It is torn.")
            yield

    dialog = ElementsDialog(Broken(0), LATE, desktop.window)
    dialog.open()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert "It is torn." in box.text()
    assert dialog.news.text() == ""
    box.close()


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (ElementKind.HEADING, "Night", "Night, level 2"),
        (ElementKind.TABLE, "Year; ships", "Year; ships, rows: 7"),
        (ElementKind.LIST, "A lamp", "A lamp, items: 7"),
        (ElementKind.LINK, " the\u2028harbour ", "the harbour"),
        (ElementKind.PAGE, "xii", "xii"),
        (ElementKind.IMAGE, "", "Without text"),
        (ElementKind.QUOTATION, "x" * 200, "x" * 120 + "…"),
        (ElementKind.LINK, "{level}", "{level}"),
    ],
)
def test_an_element_is_told_by_its_text_first(kind, text, words):
    place = Position(0, 0)
    element = Element(kind=kind, level=2, start=place, end=place, text=text, count=7)
    assert row_in_words(element) == words
