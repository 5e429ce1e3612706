"""Choosing the chapters of an export: by number, in the list, without what is beside the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reader.books.model import Chapter
from reader.ui.export.chapter_choice import PICKED, THIS, WHOLE
from reader.ui.export.numbers import chapters_written
from tests.fakes.desk import heading, paragraph, small_book
from tests.fakes.export_choosing import Choosing


def book_with_notes():
    book = small_book()
    beside = {
        "Copyright": ["© 1920 A. Writer. All rights reserved."],
        "Notes": ["1. A harbour is meant.", "2. That is, at night.", "3. As above."],
        "Index": ["harbour, 1, 3", "lamp, 2, 5", "night, 7"],
    }
    extra = [
        Chapter(title=title, blocks=(heading(title), *map(paragraph, lines)))
        for title, lines in beside.items()
    ]
    return replace(book, chapters=(*book.chapters, *extra))


@pytest.fixture
def choosing(scene):
    return Choosing(scene)


@pytest.fixture
def noted(make_scene):
    return Choosing(make_scene(book_with_notes()).open())


def test_the_whole_book_is_ordered_without_a_list(choosing):
    assert choosing.order().options.chapters is None


def test_this_chapter_is_the_one_that_is_read(scene):
    scene.session.go_to(1, 0)
    choosing = Choosing(scene)
    choosing.choose_way(THIS)
    assert choosing.order().options.chapters == (1,)


def test_numbers_tick_the_list_and_the_list_writes_the_numbers(choosing, qtbot):
    choosing.choose_way(PICKED)
    numbers, rows = choosing.chapters.numbers, choosing.chapters.list.rows
    numbers.clear()
    qtbot.keyClicks(numbers, "1, 3")
    assert rows.chosen == {0, 2}
    choosing.chapters.list.setFocus()
    choosing.chapters.list.setCurrentIndex(rows.index(1))
    qtbot.keyClick(choosing.chapters.list, Qt.Key.Key_Space)
    assert numbers.text() == "1-3"
    assert choosing.told[-1] == "Chapter 2 is chosen"
    qtbot.keyClick(choosing.chapters.list, Qt.Key.Key_Space)
    assert choosing.told[-1] == "Chapter 2 is left out"
    assert choosing.order().options.chapters == (0, 2)


def test_wrong_numbers_are_told_and_start_nothing(choosing, qtbot):
    choosing.choose_way(PICKED)
    choosing.chapters.numbers.clear()
    qtbot.keyClicks(choosing.chapters.numbers, "2-9")
    assert choosing.dialog.extent.text() == "There is no chapter 9."
    qtbot.waitUntil(lambda: choosing.told[-1:] == ["There is no chapter 9."])
    choosing.dialog.start()
    assert choosing.orders == []
    assert "There is no chapter 9." in choosing.dialog.problem.text()
    choosing.dialog.problem.close()
    assert choosing.chapters.numbers.selectedText() == "2-9"
    qtbot.waitUntil(choosing.chapters.numbers.hasFocus)


def test_wrong_numbers_count_only_where_chapters_are_chosen_by_them(choosing, qtbot):
    choosing.choose_way(PICKED)
    choosing.chapters.numbers.clear()
    qtbot.keyClicks(choosing.chapters.numbers, "2-9")
    choosing.choose_way(WHOLE)
    assert choosing.dialog.extent.text().startswith("3 chapters")
    assert choosing.order().options.chapters is None


def test_what_was_written_is_told_sign_for_sign(choosing, qtbot):
    choosing.choose_way(PICKED)
    choosing.chapters.numbers.clear()
    qtbot.keyClicks(choosing.chapters.numbers, "1&2")
    qtbot.waitUntil(lambda: bool(choosing.told) and "“1&2”" in choosing.told[-1])
    assert "“1&&2”" in choosing.dialog.extent.text()


def test_none_at_all_start_nothing(choosing):
    choosing.choose_way(PICKED)
    choosing.chapters.none.click()
    choosing.dialog.start()
    assert choosing.orders == []
    assert "No chapter" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()
    choosing.chapters.all.click()
    assert choosing.order().options.chapters is None


def test_a_row_tells_number_title_and_level(choosing):
    rows = choosing.chapters.list.rows
    heard = rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "3. A note, level 2"
    assert rows.index(2).data().strip() == "3. A note"
    assert rows.index(2).data() != rows.index(2).data().strip()


def test_what_is_beside_the_text_can_be_left_out(noted):
    kinds = [noted.chapters.list.rows.index(row).data() for row in range(6)]
    assert all("—" in kind for kind in kinds[3:])
    assert noted.chapters.which.currentData() == WHOLE
    noted.chapters.leave_out.setChecked(True)
    assert noted.dialog.extent.text().startswith("3 of 6 chapters")
    noted.choose_way(PICKED)
    assert noted.chapters.numbers.text() == "1-3"
    noted.chapters.list.rows.setData(
        noted.chapters.list.rows.index(4), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    )
    assert noted.order().options.chapters == (0, 1, 2, 4)


def test_it_is_left_out_again_the_next_time(noted, make_scene):
    noted.chapters.leave_out.setChecked(True)
    noted.order()
    assert noted.choices["export_leave_out"]


def test_a_thousand_chapters_are_listed(make_scene, qtbot):
    chapters = tuple(
        Chapter(title=f"Chapter {n}", blocks=(paragraph("Words."),)) for n in range(1000)
    )
    choosing = Choosing(make_scene(replace(small_book(), chapters=chapters)).open())
    choosing.choose_way(PICKED)
    choosing.chapters.none.click()
    qtbot.keyClicks(choosing.chapters.numbers, "900-")
    assert len(choosing.order().options.chapters) == 101


@pytest.mark.parametrize(
    ("chosen", "written"), [((), ""), ((0,), "1"), ((4, 0, 1, 2), "1-3,5"), ((7, 8), "8-9")]
)
def test_chapters_are_written_as_people_write_them(chosen, written):
    assert chapters_written(chosen) == written
