from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from reader.ui.flow import Flow


@pytest.fixture
def window():
    return QWidget()


@pytest.fixture
def row(qtbot, window):
    """Three widgets, 100 by 20, 30 and 20 pixels, with 10 between them."""
    qtbot.addWidget(window)
    flow = Flow(window)
    flow.setSpacing(10)
    for height in (20, 30, 20):
        label = QLabel("x")
        label.setFixedSize(100, height)
        flow.addWidget(label)
    return flow


def places(flow, width):
    flow.setGeometry(QRect(0, 0, width, 200))
    items = (flow.itemAt(number) for number in range(flow.count()))
    return [(item.geometry().x(), item.geometry().y()) for item in items]


def test_all_stand_in_one_row(row):
    assert [x for x, _ in places(row, 320)] == [0, 110, 220]
    assert row.heightForWidth(320) == 30
    assert row.sizeHint().width() == 320


def test_what_has_no_room_goes_below(row):
    assert [x for x, _ in places(row, 319)] == [0, 110, 0]
    assert row.heightForWidth(319) == 30 + 10 + 20


def test_each_stands_alone_where_there_is_room_for_no_more(row):
    assert [x for x, _ in places(row, 50)] == [0, 0, 0]
    assert row.heightForWidth(50) == 20 + 10 + 30 + 10 + 20
    assert row.minimumSize().width() == 100


def test_what_is_hidden_takes_no_room(row):
    row.itemAt(1).widget().setVisible(False)
    assert row.heightForWidth(210) == 20


def test_nothing_takes_no_room(qtbot):
    flow = Flow()
    assert flow.heightForWidth(100) == 0
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None


def test_what_is_read_from_the_right_begins_there(row, window):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [x for x, _ in places(row, 319)] == [219, 109, 219]


def test_what_can_grow_takes_what_is_left_of_its_row(row):
    field = QLineEdit()
    row.addWidget(field)
    least = field.minimumSizeHint().width()
    hint = field.sizeHint().width()
    places(row, 330 + hint + 40)
    assert field.width() == hint + 40 > least
    places(row, 330)
    assert (field.y(), field.width()) == (40, 330)


def test_what_is_lower_than_its_row_stands_in_the_middle(row):
    assert [y for _, y in places(row, 320)] == [5, 0, 5]
