"""What was changed last is taken back first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow

from reader.ui.undoing import Undoing, undoing_of


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def undoing(window):
    return Undoing(window)


def test_changes_are_taken_back_the_last_first_each_once(undoing):
    undone = []
    for name in ("lamp", "quay"):
        undoing.add(name, lambda name=name: undone.append(name))
    assert undoing.possible
    assert [undoing.undo(), undoing.undo(), undoing.undo()] == ["quay", "lamp", ""]
    assert undone == ["quay", "lamp"]
    assert not undoing.possible


def test_what_is_forgotten_stays(undoing):
    undone = []
    undoing.add("lamp", lambda: undone.append("lamp"))
    undoing.forget()
    assert undoing.undo() == ""
    assert undone == []


def test_only_the_last_hundred_are_kept(undoing):
    for number in range(150):
        undoing.add(str(number), lambda: None)
    titles = [undoing.undo() for _ in range(101)]
    assert titles[0] == "149"
    assert titles[-2:] == ["50", ""]


def test_all_parts_of_a_window_share_one(window, qtbot):
    assert undoing_of(window) is undoing_of(window)
    other = QMainWindow()
    qtbot.addWidget(other)
    assert undoing_of(other) is not undoing_of(window)
