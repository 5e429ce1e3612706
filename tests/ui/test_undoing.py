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


@pytest.fixture
def told():
    return []


def test_changes_are_taken_back_the_last_first_each_once(undoing, told):
    undone = []
    for name in ("lamp", "quay"):
        undoing.add(name, lambda name=name: undone.append(name))
    assert undoing.possible
    assert [undoing.undo(told.append) for _ in range(3)] == [True, True, False]
    assert undone == told == ["quay", "lamp"]
    assert not undoing.possible


def test_it_is_told_when_it_is_done_and_not_before(undoing, told):
    begun = []
    undoing.add_lasting("lamp", begun.append)
    assert undoing.undo(told.append)
    assert told == []
    assert not undoing.possible
    begun[0](True)
    assert told == ["lamp"]
    assert not undoing.possible


def test_what_could_not_be_taken_back_can_be_once_more_in_its_turn(undoing, told):
    begun = []
    undoing.add("quay", lambda: None)
    undoing.add_lasting("lamp", begun.append)
    undoing.undo(told.append)
    undoing.add("boat", lambda: None)
    begun[0](False)
    assert told == []
    undoing.undo(told.append)
    undoing.undo(told.append)
    begun[1](True)
    undoing.undo(told.append)
    assert told == ["boat", "lamp", "quay"]


def test_what_is_forgotten_stays(undoing, told):
    undone, begun = [], []
    undoing.add("lamp", lambda: undone.append("lamp"))
    undoing.add_lasting("quay", begun.append)
    undoing.undo(told.append)
    undoing.forget()
    begun[0](False)
    assert not undoing.undo(told.append)
    assert undone == told == []


def test_only_the_last_hundred_are_kept(undoing, told):
    for number in range(150):
        undoing.add(str(number), lambda: None)
    while undoing.undo(told.append):
        pass
    assert (told[0], told[-1], len(told)) == ("149", "50", 100)


def test_all_parts_of_a_window_share_one(window, qtbot):
    assert undoing_of(window) is undoing_of(window)
    other = QMainWindow()
    qtbot.addWidget(other)
    assert undoing_of(other) is not undoing_of(window)
