"""At four times the size everything can be reached and nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings
from reader.ui import fitting
from reader.ui.fitting import Scrolled, fit, follow
from reader.ui.looks.reflow import Reflow
from reader.ui.looks.spacing import space_out
from reader.ui.looks.wardrobe import apply_looks

ROOM = QSize(800, 700)
Button = QDialogButtonBox.StandardButton


@pytest.fixture(autouse=True)
def screen(application, monkeypatch):
    monkeypatch.setattr(fitting, "_room", lambda _window: ROOM)
    apply_looks(application, Settings(zoom=100))


@pytest.fixture
def dialog(qtbot):
    """A list beside fields, two buttons and those that close."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    dialog.row = QHBoxLayout()
    dialog.list = QListWidget(dialog)
    dialog.list.addItems(["Reading", "Listening"])
    dialog.form = QFormLayout()
    dialog.fields = [QLineEdit(dialog) for _ in range(4)]
    for field in dialog.fields:
        dialog.form.addRow("Seconds of silence", field)
    dialog.box = QCheckBox("Sound a tone at headings, at bookmarks and at notes", dialog)
    dialog.told = QLabel("What is chosen here counts at once, in this book and in others", dialog)
    dialog.row.addWidget(dialog.list)
    dialog.row.addLayout(dialog.form)
    dialog.closing = QDialogButtonBox(Button.Close | Button.Reset, dialog)
    for part in (dialog.box, dialog.told):
        column.addWidget(part)
    column.insertLayout(0, dialog.row)
    column.addWidget(dialog.closing)
    fit(dialog, 500, 300)
    return dialog


def show(dialog, qtbot):
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def zoom(application, qtbot, percent):
    apply_looks(application, Settings(zoom=percent))
    for _ in range(3):  # letters reach what is inside what is inside one after another
        application.processEvents()


def whole(widget):
    return widget.visibleRegion().boundingRect().size() == widget.size()


def test_a_window_has_its_size_at_every_zoom_but_never_more_than_the_screen(
    application, dialog, qtbot
):
    show(dialog, qtbot)
    assert dialog.width() == 500
    zoom(application, qtbot, 400)
    assert dialog.size().boundedTo(ROOM) == dialog.size()


def test_rows_become_columns_and_long_texts_take_more_lines(application, dialog, qtbot):
    show(dialog, qtbot)
    assert dialog.list.geometry().right() < dialog.fields[0].geometry().left()
    zoom(application, qtbot, 300)
    assert dialog.list.geometry().bottom() < dialog.fields[0].geometry().top()
    assert dialog.told.wordWrap()
    assert "\n" in dialog.box.text()
    assert dialog.box.accessibleName() == "Sound a tone at headings, at bookmarks and at notes"
    assert dialog.box.width() >= dialog.box.sizeHint().width()


def test_all_of_that_is_taken_back_where_there_is_room_again(application, dialog, qtbot):
    show(dialog, qtbot)
    before = dialog.box.text(), dialog.form.rowWrapPolicy()
    for percent in (300, 100):
        zoom(application, qtbot, percent)
    assert (dialog.box.text(), dialog.form.rowWrapPolicy()) == before
    assert not dialog.told.wordWrap()
    assert dialog.list.geometry().right() < dialog.fields[0].geometry().left()


def test_what_is_too_high_is_scrolled_and_its_buttons_stay(application, dialog, qtbot):
    show(dialog, qtbot)
    assert dialog.findChild(Scrolled) is None
    zoom(application, qtbot, 400)
    area = dialog.findChild(Scrolled)
    assert area.isAncestorOf(dialog.fields[0])
    assert not area.isAncestorOf(dialog.closing)
    assert whole(dialog.closing)
    assert not area.horizontalScrollBar().isVisible()


def test_what_the_keys_go_to_is_seen_in_what_is_scrolled(application, dialog, qtbot):
    show(dialog, qtbot)
    zoom(application, qtbot, 400)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for field in (dialog.box, dialog.fields[0], dialog.fields[-1]):
        field.setFocus()
        assert whole(field), field


def test_the_focus_and_the_order_of_tab_stay_as_they_were(application, dialog, qtbot):
    show(dialog, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    order = [dialog.list, *dialog.fields, dialog.box]
    dialog.fields[2].setFocus()
    zoom(application, qtbot, 400)
    assert dialog.focusWidget() is dialog.fields[2]
    place = dialog.list
    for expected in order[1:]:
        place = place.nextInFocusChain()
        while place not in order:
            place = place.nextInFocusChain()
        assert place is expected


def test_letters_of_their_own_are_kept_where_a_window_is_scrolled(application, dialog, qtbot):
    font = dialog.told.font()
    font.setPointSizeF(31)
    dialog.told.setFont(font)
    zoom(application, qtbot, 400)
    show(dialog, qtbot)
    assert dialog.findChild(Scrolled) is not None
    assert dialog.told.font().pointSizeF() == 31


def test_what_comes_later_is_fitted_too(dialog, qtbot):
    show(dialog, qtbot)
    more = QPushButton("More")
    more.setMinimumHeight(900)
    dialog.layout().insertWidget(0, more)
    qtbot.waitUntil(lambda: dialog.findChild(Scrolled) is not None)
    assert dialog.height() <= ROOM.height()


def test_a_window_is_looked_after_once(dialog):
    follow(dialog)
    follow(dialog)
    assert len(dialog.findChildren(fitting._Follower)) == 1


def test_spaces_keep_their_proportion_however_often_they_are_reckoned(dialog):
    space_out(dialog, 1.0)
    margin, space = dialog.layout().contentsMargins().left(), dialog.row.spacing()
    for _ in range(2):
        space_out(dialog, 4.0)
    assert dialog.layout().contentsMargins().left() == 4 * margin
    assert dialog.row.spacing() == 4 * space
    space_out(dialog, 1.0)
    assert dialog.row.spacing() == space


def test_a_window_without_a_layout_is_left_alone(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    Reflow(dialog).fit(10)
    fit(dialog, 200, 100)
    dialog.show()
    assert dialog.size() == QSize(200, 100)


def zoom_through(application, *sizes):
    for size in sizes:
        apply_looks(application, Settings(zoom=size))
        for _ in range(3):  # letters reach what is inside what is inside one after another
            application.processEvents()


def test_a_dialog_goes_back_to_its_size_with_its_letters(application, dialog):
    dialog.show()
    zoom_through(application, 100)
    before = dialog.size()
    zoom_through(application, 200, 400)
    assert dialog.width() > before.width()
    zoom_through(application, 200, 100)
    assert dialog.size() == before


def test_what_grows_in_what_is_scrolled_widens_the_window(application, qtbot):
    window = QDialog()
    qtbot.addWidget(window)
    content = QWidget(window)
    words = QLabel("Seconds of silence", content)
    QVBoxLayout(content).addWidget(words)
    area = Scrolled(content, window)
    QVBoxLayout(window).addWidget(area)
    fit(window, 300, 200)
    window.show()
    words.setMinimumWidth(600)
    qtbot.waitUntil(lambda: window.width() > 600)
    assert area.horizontalScrollBar().maximum() == 0


def test_a_size_chosen_meanwhile_is_kept(application, dialog):
    dialog.show()
    zoom_through(application, 100, 400)
    dialog.resize(ROOM - QSize(5, 5))
    zoom_through(application, 100)
    assert dialog.size() == ROOM - QSize(5, 5)


def test_the_main_window_grows_with_very_large_letters_and_back(application, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(300, 200)
    follow(window)
    window.show()
    zoom_through(application, 100, 200)
    assert window.size() == QSize(300, 200)
    zoom_through(application, 400)
    assert window.size() == QSize(600, 400)
    zoom_through(application, 500)
    assert window.size() == QSize(750, 500)
    zoom_through(application, 100)
    assert window.size() == QSize(300, 200)


def test_a_main_window_larger_than_the_screen_stays_as_it_is(application, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 200)
    follow(window)
    window.show()
    zoom_through(application, 100, 500)
    assert window.size() == QSize(900, 500)


def test_a_window_that_grows_stays_on_the_screen(application, qtbot):
    place = application.primaryScreen().availableGeometry()
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(300, 200)
    follow(window)
    window.move(place.right() - 320, place.bottom() - 220)
    window.show()
    zoom_through(application, 100, 400)
    assert place.contains(window.frameGeometry())
