"""Names, roles, labels and the way of the Tab key, as Qt's accessibility interface has them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenuBar
from shiboken6 import isValid

from reader.errors import DamagedBook
from reader.ui.dialogs import show_about, show_error
from reader.ui.export_dialog import ExportDialog
from reader.ui.help.check_dialog import CheckDialog
from reader.ui.key_capture import KeyCapture
from reader.ui.keys_dialog import KeysDialog
from reader.ui.progress import Progress
from reader.ui.sound_dialog import SoundDialog
from reader.ui.voices_dialog import VoicesDialog

Role, Text = QAccessible.Role, QAccessible.Text


def elements(interface):
    """`interface` and everything below it."""
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield from elements(child)


def nameless(widget):
    """What can take the focus below `widget` but has no name."""
    return [
        f"{each.role().name} {each.object()}"
        for each in elements(QAccessible.queryAccessibleInterface(widget))
        if each.state().focusable
        and not each.state().invisible
        and each.role() not in (Role.Client, Role.Window, Role.Dialog)
        and not each.text(Text.Name)
    ]


def tab_stops(qtbot, window, key=Qt.Key.Key_Tab):
    """The widgets that Tab visits, from where the focus is until it comes round."""
    start = QApplication.focusWidget()
    stops = [start]
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() is start:
            return stops
        stops.append(QApplication.focusWidget())
    pytest.fail(f"Tab does not come round in {window}: {stops[-3:]}")


def expected_stops(window):
    """The visible widgets that promise to take the Tab key's focus."""
    inner = (QLineEdit,)  # a spin box has one inside, and takes the focus for it
    return {
        widget
        for widget in window.findChildren(object)
        if hasattr(widget, "focusPolicy")
        and widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QMenuBar)
        and not (isinstance(widget, inner) and widget.parent().focusProxy() is widget)
    }


def show(qtbot, dialog):
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    if QApplication.focusWidget() is None:
        dialog.nextInFocusChain().setFocus()
    return dialog


def opened(scene, command):
    """What `command` of the window opens."""
    scene.window.actions_by_name[command].trigger()
    return QApplication.activeModalWidget()


def hits(scene):
    """The list of the hits of a word."""
    scene.window.find_bar.begin("was")
    return opened(scene, "list_hits")


DIALOGS = {
    "keys": lambda scene: KeysDialog(scene.window.keymap, scene.window),
    "check": lambda scene: CheckDialog(scene.window),
    "key": lambda scene: KeyCapture("Find", scene.window),
    "elements": lambda scene: opened(scene, "elements"),
    "percent": lambda scene: opened(scene, "go_to_percent"),
    "paragraph": lambda scene: opened(scene, "go_to_line"),
    "where": lambda scene: opened(scene, "where_dialog"),
    "settings": lambda scene: opened(scene, "settings"),
    "skipping": lambda scene: opened(scene, "skipping"),
    "sleep": lambda scene: opened(scene, "sleep_timer"),
    "bookmarks": lambda scene: opened(scene, "bookmarks"),
    "bookmark": lambda scene: opened(scene, "bookmark_named"),
    "note": lambda scene: opened(scene, "note"),
    "hits": hits,
    "profile": lambda scene: opened(scene, "profile"),
    "first steps": lambda scene: opened(scene, "first_steps"),
    "how a word is said": lambda scene: opened(scene, "say_word"),
    "pronunciations": lambda scene: opened(scene, "pronunciations"),
    "voices": lambda scene: VoicesDialog(scene.desk, scene.window),
    "export": lambda scene: ExportDialog(scene.desk, scene.window),
    "sound": lambda scene: SoundDialog(scene.desk, scene.window),
    "progress": lambda scene: Progress(
        scene.window, "Opening", "Reading", lambda: None, patience=0
    ),
    "problem": lambda scene: show_error(
        scene.window, DamagedBook("torn.epub", "It is torn.", "Mend it.")
    ),
    "about": lambda scene: show_about(scene.window),
}


@pytest.fixture(params=DIALOGS)
def dialog(request, scene, qtbot):
    dialog = show(qtbot, DIALOGS[request.param](scene))
    if isinstance(dialog, VoicesDialog):
        qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0)
    yield dialog
    if isValid(dialog):
        dialog.done(0)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_everything_in_the_window_has_a_name(scene):
    assert nameless(scene.window) == []


def test_a_control_without_a_name_would_be_found(scene):
    scene.window.view.setAccessibleName("")
    assert len(nameless(scene.window)) == 1


def test_everything_on_the_first_page_has_a_name(make_scene):
    assert nameless(make_scene().window) == []


def test_everything_in_every_dialog_has_a_name(dialog):
    assert nameless(dialog) == []
    assert dialog.windowTitle()


def test_tab_visits_everything_and_comes_round_both_ways(scene):
    window = scene.window
    window.notice.show_message("The Mandarin voice is not installed.")
    stops = tab_stops(scene.qtbot, window)
    assert set(stops) == expected_stops(window)
    assert len(stops) == len(set(stops))
    back = tab_stops(scene.qtbot, window, Qt.Key.Key_Backtab)
    assert back[1:] == stops[:0:-1]


def test_tab_goes_from_the_text_to_the_contents_to_the_player(scene):
    window = scene.window
    stops = tab_stops(scene.qtbot, window)
    assert stops[:3] == [window.view, window.chapters, window.player.rate]


def test_tab_visits_everything_in_every_dialog(dialog, qtbot):
    stops = tab_stops(qtbot, dialog)
    assert set(stops) == expected_stops(dialog)


def test_labels_belong_to_their_fields(scene):
    for field, name, key in (
        (scene.window.player.rate, "Rate", "Alt+R"),
        (scene.window.player.volume, "Volume", "Alt+O"),
    ):
        element = QAccessible.queryAccessibleInterface(field)
        assert element.text(Text.Name) == name
        assert element.text(Text.Accelerator) == key
        assert QAccessible.RelationFlag.Label in [kind for _, kind in element.relations()]


def test_the_text_is_a_text_with_its_caret(scene):
    element = QAccessible.queryAccessibleInterface(scene.window.view)
    assert element.role() is Role.EditableText
    assert element.state().readOnly
    text = element.textInterface()
    start = scene.book.chapters[0].text.index("It was late.")
    scene.window.view.place_caret(start)
    assert text.cursorPosition() == start
    assert text.text(start, start + 12) == "It was late."


def test_buttons_say_what_they_do(scene):
    names = [
        QAccessible.queryAccessibleInterface(button).text(Text.Name)
        for button in scene.window.player.findChildren(QAbstractButton)
    ]
    assert names == [
        "Previous chapter",
        "Previous sentence",
        "Play or pause",
        "Stop",
        "Next sentence",
        "Next chapter",
    ]


def test_the_chapter_that_is_read_is_told_apart_by_ear(scene):
    contents = QAccessible.queryAccessibleInterface(scene.window.chapters)
    names = [each.text(Text.Name) for each in elements(contents) if each.role() is Role.TreeItem]
    assert names == ["The harbour, reading here", "信", "A note"]
    assert contents.text(Text.Name) == "Contents"
