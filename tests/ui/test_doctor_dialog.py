"""The check of the installation in the window: what is told, and what its buttons do."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reader.errors import SpeechError
from reader.health import Aid, Finding, State
from reader.messages import message
from reader.speech.catalogue import catalogue
from reader.ui.help.check_dialog import CheckDialog

FINDINGS = [
    Finding(name=message("Python"), state=State.OK, detail="3.11"),
    Finding(
        name=message("voice pack {pack}", pack="mandarin"),
        state=State.OPTIONAL,
        detail=message("none"),
        command="tingshu voices install mandarin",
        aid=Aid.PACK,
        pack="mandarin",
    ),
    Finding(
        name=message("chosen sound device"),
        state=State.OPTIONAL,
        detail=message("none"),
        advice=message("Free some space."),
        aid=Aid.SOUND,
    ),
    Finding(
        name=message("EPUB"),
        state=State.MISSING,
        detail="No module named 'ebooklib'",
        command="python -m pip install EbookLib",
    ),
]


@pytest.fixture
def findings(monkeypatch):
    """What the examination finds; each look takes what is in the list then."""
    found = list(FINDINGS)

    def examine(progress, _cancel):
        progress(1.0)
        return list(found)

    monkeypatch.setattr("reader.health.examine", examine)
    return found


@pytest.fixture
def told():
    return []


@pytest.fixture
def dialog(findings, scene, told, qtbot):
    dialog = CheckDialog(scene.window)
    dialog.told.connect(told.append)
    dialog.open()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.list.count() > 0)
    yield dialog
    if isValid(dialog):
        dialog.done(0)


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog, name):
    names = [finding.name for finding in dialog.list.findings]
    dialog.list.setCurrentRow(names.index(name))


def able(dialog):
    """Which of the buttons for the current finding can be pressed."""
    buttons = (dialog.install, dialog.voices, dialog.sound, dialog.copy)
    return [button.text() for button in buttons if button.isEnabled()]


def test_the_worst_comes_first_and_is_told_in_words(dialog, told):
    assert rows(dialog) == [
        "EPUB, missing: No module named 'ebooklib'",
        "voice pack mandarin, not needed by everybody: none",
        "chosen sound device, not needed by everybody: none",
        "Python, well: 3.11",
    ]
    assert told == ["Something essential is missing: EPUB."]  # the rest is heard with the window
    assert dialog.news.text() == told[-1]
    assert dialog.list.currentRow() == 0
    assert dialog.list.hasFocus()
    assert not dialog.bar.isVisible()


def test_states_differ_in_shape(dialog):
    pictures = {
        dialog.list.item(row).icon().pixmap(64, 64).toImage().constBits().tobytes()
        for row in (0, 1, 3)
    }
    assert len(pictures) == 3


def test_a_row_takes_the_lines_that_it_needs(dialog, findings, qtbot):
    def height():
        return dialog.list.visualItemRect(dialog.list.item(0)).height()

    low = height()
    findings[:] = [replace(FINDINGS[3], detail="many words " * 60)]
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert height() > 4 * low
    assert not dialog.list.horizontalScrollBar().isVisible()


def test_the_details_say_what_to_do(dialog):
    assert dialog.details.toPlainText() == (
        "EPUB, missing: No module named 'ebooklib'\nIn a terminal: python -m pip install EbookLib"
    )
    choose(dialog, "chosen sound device")
    assert dialog.details.toPlainText().endswith("\nFree some space.")
    choose(dialog, "Python")
    assert dialog.details.toPlainText() == "Python, well: 3.11"


def test_only_buttons_that_serve_can_be_pressed(dialog):
    assert able(dialog) == ["Copy the co&mmand"]
    choose(dialog, "voice pack mandarin")
    assert able(dialog) == ["&Install the voices", "Show the &voices", "Copy the co&mmand"]
    choose(dialog, "chosen sound device")
    assert able(dialog) == ["Choose the &device"]
    choose(dialog, "Python")
    assert able(dialog) == []


def test_a_command_is_copied(dialog, told):
    dialog.copy.click()
    assert QApplication.clipboard().text() == "python -m pip install EbookLib"
    assert told[-1] == "The command is copied"


def test_the_whole_report_is_copied(dialog, told):
    dialog.report.click()
    report = QApplication.clipboard().text()
    assert all(row in report for row in rows(dialog))
    assert "tingshu voices install mandarin" in report
    assert told[-1] == "The report is copied"


def test_a_pack_is_installed_and_everything_looked_at_again(
    dialog, findings, told, monkeypatch, qtbot
):
    asked = []
    monkeypatch.setattr(dialog.jobs, "install", asked.append)
    choose(dialog, "voice pack mandarin")
    dialog.install.click()
    assert asked == [catalogue()["mandarin"]]
    del findings[1]
    with qtbot.waitSignal(dialog.voices_changed):
        dialog.jobs.done.emit("It is installed.", True)
    assert "It is installed." in told
    qtbot.waitUntil(lambda: dialog.list.count() == len(findings))


@pytest.mark.parametrize(
    ("name", "button", "command"),
    [("voice pack mandarin", "voices", "voices"), ("chosen sound device", "sound", "sound")],
)
def test_what_another_window_mends_is_opened_there(dialog, name, button, command, qtbot):
    choose(dialog, name)
    with qtbot.waitSignal(dialog.wanted) as wanted:
        getattr(dialog, button).click()
    assert wanted.args == [command]
    assert not dialog.isVisible()


def test_enter_presses_the_focused_button(dialog, qtbot):
    dialog.copy.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "python -m pip install EbookLib"
    assert dialog.isVisible()


def test_a_button_that_ceases_to_serve_gives_the_focus_to_the_list(dialog):
    dialog.activateWindow()
    dialog.copy.setFocus()
    choose(dialog, "Python")
    assert dialog.list.hasFocus()


def test_closing_it_leaves_the_examination_off(scene, monkeypatch, qtbot):
    left_off = threading.Event()

    def examine(_progress, cancel):
        if cancel.wait(10):
            left_off.set()
        return []

    monkeypatch.setattr("reader.health.examine", examine)
    dialog = CheckDialog(scene.window)
    dialog.open()
    dialog.begin()
    assert dialog.bar.isVisible()
    assert not dialog.again.isEnabled()
    dialog.reject()
    assert left_off.wait(10)
    for thread in threading.enumerate():
        if thread.name == "check installation":
            thread.join()


def test_an_examination_that_fails_is_told_and_can_be_made_again(scene, monkeypatch, qtbot):
    def examine(_progress, _cancel):
        raise SpeechError("voice", "It gave up.")

    monkeypatch.setattr("reader.health.examine", examine)
    dialog = CheckDialog(scene.window)
    dialog.open()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.problem is not None)
    assert dialog.again.isEnabled()
    dialog.problem.reject()
    dialog.reject()


def test_the_menu_opens_it_and_its_wishes_are_fulfilled(findings, scene, qtbot):
    scene.window.actions_by_name["check"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: dialog.list.count() > 0)
    choose(dialog, "chosen sound device")
    dialog.sound.click()
    opened = QApplication.activeModalWidget()
    assert opened.windowTitle() == "Sound"
    opened.reject()
