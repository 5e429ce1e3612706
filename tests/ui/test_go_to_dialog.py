"""Going to a page, a percentage or a paragraph: by keys alone, and never somewhere else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.navigation.measure import Extent
from reader.navigation.pages import Pages
from reader.navigation.place import Position
from reader.ui.go_to_dialog import GoToDialog
from tests.fakes.keyboard import Desktop


def paragraph(text, page=None):
    mark = (Run(text="", page=page),) if page else ()
    return Block(kind=BlockKind.PARAGRAPH, runs=(*mark, Run(text=text)))


BOOK = Book(
    title="The Lamp",
    identifier="lamp",
    chapters=(
        Chapter(title="One", blocks=(paragraph("x" * 49, "iv"), paragraph("y" * 49, "1"))),
        Chapter(title="Two", blocks=(paragraph("z" * 50, "2"), paragraph("w" * 50, "3"))),
    ),
)

HERE = Position(0, 60)


class Asked:
    def __init__(self, qtbot, kind):
        self.desktop = Desktop(qtbot)
        self.chosen, self.told = [], []
        self.dialog = GoToDialog(kind, HERE, Pages(BOOK), Extent(BOOK), self.desktop.window)
        self.dialog.chosen.connect(self.chosen.append)
        self.dialog.told.connect(self.told.append)
        self.desktop.open(self.dialog)

    def answer(self, text):
        self.desktop.write(text)
        self.desktop.press("Return")


@pytest.fixture
def ask(qtbot):
    asked = []

    def ask(*values):
        asked.append(Asked(qtbot, *values))
        return asked[-1]

    return ask


def test_the_field_says_where_the_reader_is_and_how_far_it_goes(ask):
    page = ask("page").dialog
    assert page.field.text() == ""
    assert page.field.accessibleName() == "Page, from iv to 3; this is 1"


@pytest.mark.parametrize(
    ("kind", "written", "position"),
    [
        ("page", "3", Position(1, 51)),
        ("page", " IV ", Position(0, 0)),
        ("percent", "50", Position(1, 1)),
        ("percent", "50,0 %", Position(1, 1)),
        ("percent", "５０", Position(1, 1)),
        ("percent", "0", Position(0, 0)),
        ("line", "1", Position(0, 0)),
        ("line", "２", Position(0, 50)),
    ],
)
def test_enter_goes_to_what_was_written_and_gives_the_focus_back(ask, kind, written, position):
    asked = ask(kind)
    asked.answer(written)
    assert asked.chosen == [position]
    assert asked.told == []
    asked.desktop.wait_for_text()


@pytest.mark.parametrize(
    ("kind", "written", "message"),
    [
        ("page", "99", "There is no page “99”. The pages go from iv to 3."),
        ("page", "", "There is no page “”. The pages go from iv to 3."),
        ("percent", "101", "“101” is no number from 0 to 100."),
        ("percent", "-1", "“-1” is no number from 0 to 100."),
        ("percent", "nan", "“nan” is no number from 0 to 100."),
        ("percent", "half", "“half” is no number from 0 to 100."),
        ("line", "3", "There is no paragraph “3”. This chapter has 2."),
        ("line", "0", "There is no paragraph “0”. This chapter has 2."),
        ("line", "1.5", "There is no paragraph “1.5”. This chapter has 2."),
        ("line", "1e999", "There is no paragraph “1e999”. This chapter has 2."),
    ],
)
def test_what_is_not_there_is_told_and_can_be_written_over(ask, kind, written, message):
    asked = ask(kind)
    if not written:
        asked.desktop.press("Del")
    asked.answer(written)
    assert asked.told == [message]
    assert asked.dialog.problem.text() == message
    assert asked.chosen == []
    assert QApplication.focusWidget() is asked.dialog.field
    asked.answer("1")
    assert len(asked.chosen) == 1
    asked.desktop.wait_for_text()


def test_escape_goes_nowhere(ask):
    asked = ask("line")
    asked.desktop.press("Escape")
    asked.desktop.wait_for_text()
    assert asked.chosen == []
