"""Other programs find out what is in the window, and do everything that a key can do there."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.ui.settings_dialog import SettingsDialog
from tests.accessibility.conformance.interfaces import do, elements, interface, name

PRESS = QAccessibleActionInterface.pressAction()
TOGGLE = QAccessibleActionInterface.toggleAction()
FOCUS = QAccessibleActionInterface.setFocusAction()


def test_every_part_has_a_role_and_lies_in_the_window(scene):
    window = interface(scene.window)
    for each in elements(window):
        assert each.role() is not QAccessible.Role.NoRole
        if not each.state().invisible and not each.state().offscreen and each.rect().isValid():
            assert window.rect().intersects(each.rect()), each.object()


def test_every_part_knows_what_it_is_part_of(scene):
    for each in elements(interface(scene.window)):
        for index in range(each.childCount()):
            child = each.child(index)
            assert child is None or child.parent() == each, (each.object(), child.object())


def test_the_rate_tells_its_value_and_its_limits(scene):
    value = interface(scene.window.player.rate).valueInterface()
    scene.window.player.rate.setValue(2.0)
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0.5, 2.0, 4.0)


def test_rate_and_volume_are_changed_from_outside(scene):
    interface(scene.window.player.rate).valueInterface().setCurrentValue(1.5)
    interface(scene.window.player.volume).valueInterface().setCurrentValue(40)
    assert scene.desk.settings.rate == 1.5
    assert scene.desk.settings.volume == 0.4


def test_every_button_offers_to_be_pressed(scene):
    for button in scene.window.player.findChildren(QAbstractButton):
        assert PRESS in interface(button).actionInterface().actionNames(), name(button)


def test_a_button_pressed_from_outside_does_what_its_key_does(scene):
    play = next(
        button
        for button in scene.window.player.findChildren(QAbstractButton)
        if name(button) == "Play or pause"
    )
    do(play, PRESS)
    assert scene.session.playing


def test_focus_and_caret_are_told(scene):
    view = scene.window.view
    assert interface(view).state().focused
    start = scene.book.chapters[0].text.index("burning")
    view.place_caret(start)
    assert interface(view).textInterface().cursorPosition() == start


def test_every_character_knows_its_place_on_the_screen(scene):
    view = scene.window.view
    text = interface(view).textInterface()
    shown = scene.book.chapters[0].text
    assert text.text(0, text.characterCount()) == shown
    start = shown.index("It was late.")
    first, second = text.characterRect(start), text.characterRect(start + 1)
    assert first.isValid()
    assert interface(view).rect().contains(first)
    assert second.x() > first.x()


def test_the_focus_is_moved_from_outside(scene):
    do(scene.window.chapters, FOCUS)
    scene.qtbot.waitUntil(lambda: QApplication.focusWidget() is scene.window.chapters)


def test_caret_and_selection_are_moved_from_outside(scene):
    text = interface(scene.window.view).textInterface()
    start = scene.book.chapters[0].text.index("lamp")
    text.setCursorPosition(start)
    assert scene.window.view.caret == start
    text.addSelection(start, start + 4)
    assert scene.window.view.textCursor().selectedText() == "lamp"


def test_a_box_ticked_from_outside_is_ticked(scene):
    dialog = SettingsDialog(scene.desk.settings, scene.window)
    changes = []
    dialog.changed.connect(changes.append)
    dialog.show()
    box = next(
        button
        for button in dialog.findChildren(QAbstractButton)
        if button.isCheckable() and not button.autoExclusive() and button.isVisible()
    )
    before = box.isChecked()
    assert bool(interface(box).state().checked) is before
    do(box, TOGGLE)
    assert box.isChecked() is not before
    assert bool(interface(box).state().checked) is not before
    assert changes
    dialog.close()
