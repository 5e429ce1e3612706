"""What the program says of its own controls, and when it is silent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.announcer import Announcer
from reader.ui.speech.offer import offer_self_voicing
from reader.ui.speech.screen_readers import ScreenReader, ScreenReaders
from reader.ui.speech.self_voicing import SelfVoicing

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Voice:
    """Notes what is said; an interruption or a key takes away what was said before."""

    def __init__(self):
        self.said = []
        self.hushed = 0
        self.released = 0

    def say(self, text, *, interrupt=False):
        self.said.append(text)

    def hush(self):
        self.hushed += 1

    def release(self):
        self.released += 1


class Stage:
    """A window with one of each control, self-voiced."""

    def __init__(self, qtbot, readers):
        self.qtbot = qtbot
        self.window = QMainWindow()
        self.window.setWindowTitle("Settings")
        self.body = QWidget()
        self.form = QFormLayout(self.body)
        self.window.setCentralWidget(self.body)
        self.voice = Voice()
        self.playing = False
        self.announcer = Announcer(self.window)
        self.readers = readers
        self.self_voicing = SelfVoicing(
            QApplication.instance(),
            self.announcer,
            self.voice,
            readers,
            playing=lambda: self.playing,
        )
        self.first = self.add(QPushButton("First"))
        qtbot.addWidget(self.window)

    def add(self, widget, label=""):
        self.form.addRow(label, widget)
        return widget

    def start(self):
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.first.setFocus()
        self.self_voicing.set_wanted(True)
        self.qtbot.waitUntil(lambda: self.voice.said != [])
        return self

    def focus(self, widget):
        """What is said as `widget` gets the focus."""
        return self.after(widget.setFocus)

    def key(self, key, modifier=Modifier.NoModifier):
        """What is said after a key press."""
        return self.after(lambda: self.qtbot.keyClick(QApplication.focusWidget(), key, modifier))

    def after(self, act):
        self.voice.said.clear()
        act()
        self.qtbot.waitUntil(lambda: self.voice.said != [])
        return self.voice.said[-1]

    def silent_after(self, act):
        self.voice.said.clear()
        act()
        self.qtbot.wait(60)
        return self.voice.said == []


@pytest.fixture
def readers(qtbot):
    readers = ScreenReaders(find=lambda: None)
    with qtbot.waitSignal(readers.changed):
        readers.look()
    return readers


@pytest.fixture
def stage(qtbot, readers):
    stage = Stage(qtbot, readers)
    yield stage
    stage.self_voicing.set_wanted(False)


def test_a_button_is_said_with_its_window_once(stage):
    stage.start()
    assert stage.voice.said == ["Settings. First, button"]
    second = stage.add(QPushButton("&Second"))
    second.setEnabled(True)
    assert stage.focus(second) == "Second, button, Alt+S"


def test_a_check_box_tells_its_state_and_its_change(stage):
    box = stage.add(QCheckBox("Announce"))
    stage.start()
    assert stage.focus(box) == "Announce, check box, not checked"
    assert stage.key(Key.Key_Space) == "checked"
    assert stage.key(Key.Key_Space) == "not checked"


def test_numbers_and_sliders_tell_their_values(stage):
    rate = stage.add(QDoubleSpinBox(), "Rate")
    rate.setSuffix(" ×")
    volume = stage.add(QSlider(Qt.Orientation.Horizontal), "Volume")
    volume.setValue(50)
    stage.start()
    assert stage.focus(rate) == "Rate, number, 0.00 ×"
    assert stage.key(Key.Key_Up) == "1.00 ×"
    assert stage.focus(volume) == "Volume, slider, 50"
    assert stage.key(Key.Key_Right) == "51"


def test_a_list_to_choose_from_tells_its_label_and_choice(stage):
    voices = stage.add(QComboBox(), "&Voice")
    voices.addItems(["Anna", "Xiaoxiao"])
    stage.start()
    assert stage.focus(voices) == "Voice, list to choose from, Anna, Alt+V"
    assert stage.key(Key.Key_Down) == "Xiaoxiao"


def test_lists_and_trees_tell_the_entry_they_stand_on(stage):
    books = stage.add(QListWidget(), "Books")
    books.addItems(["Emma", "Persuasion"])
    books.setCurrentRow(0)
    tree = stage.add(QTreeWidget())
    tree.setAccessibleName("Contents")
    part = QTreeWidgetItem(["Part one"])
    part.addChild(QTreeWidgetItem(["Chapter one"]))
    tree.addTopLevelItem(part)
    tree.setCurrentItem(part)
    stage.start()
    assert stage.focus(books) == "Books, list, Emma"
    assert stage.key(Key.Key_Down) == "Persuasion"
    assert stage.focus(tree) == "Contents, tree, Part one, closed"
    assert stage.key(Key.Key_Right) == "Part one, open"
    assert stage.key(Key.Key_Down) == "Chapter one"


def test_a_checkable_entry_tells_its_change(stage):
    languages = stage.add(QListWidget(), "Languages")
    languages.addItem("English")
    languages.item(0).setCheckState(Qt.CheckState.Unchecked)
    languages.setCurrentRow(0)
    stage.start()
    assert stage.focus(languages) == "Languages, list, English, not checked"
    assert stage.key(Key.Key_Space) == "English, checked"


def test_typing_is_said_by_letter_and_by_word(stage):
    field = stage.add(QLineEdit(), "Find")
    stage.start()
    assert stage.focus(field) == "Find, text"
    assert stage.key(Key.Key_A) == "a"
    assert stage.key(Key.Key_B) == "b"
    assert stage.key(Key.Key_Space) == "ab"
    assert stage.key(Key.Key_Backspace) == "space"
    assert stage.key(Key.Key_Left) == "b"
    assert stage.key(Key.Key_Left, Modifier.ShiftModifier) == "a selected"
    assert stage.key(Key.Key_End) == "blank"


def test_what_is_secret_stays_secret(stage):
    field = stage.add(QLineEdit("abc"), "Password")
    field.setEchoMode(QLineEdit.EchoMode.Password)
    stage.start()
    assert stage.focus(field) == "Password, text, hidden"
    assert stage.key(Key.Key_D) == "star"
    assert stage.silent_after(lambda: stage.qtbot.keyClick(field, Key.Key_Left))


@pytest.fixture
def text(stage):
    text = QPlainTextEdit("The lamp. 信。\nNobody came.\n\nThe end")
    text.setReadOnly(True)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    text.setAccessibleName("Book text")
    stage.add(text)
    stage.start()
    return text


def test_the_reading_text_is_read_by_line_word_and_character(stage, text):
    assert stage.focus(text) == "Book text, text, The lamp. 信。, read only"
    assert stage.key(Key.Key_Right, Modifier.ControlModifier) == "lamp"
    assert stage.key(Key.Key_Right) == "a"
    assert stage.key(Key.Key_Home) == "capital T"
    assert stage.key(Key.Key_Down) == "Nobody came."
    assert stage.key(Key.Key_Down) == "blank"
    assert stage.key(Key.Key_Down) == "The end"
    assert stage.key(Key.Key_Left) == "blank"
    assert stage.key(Key.Key_Home, Modifier.ControlModifier) == "The lamp. 信。"
    assert stage.key(Key.Key_Right, Modifier.ShiftModifier) == "T selected"


def test_the_caret_that_the_program_moves_is_not_read(stage, text):
    stage.focus(text)
    cursor = text.textCursor()
    cursor.setPosition(12)
    assert stage.silent_after(lambda: text.setTextCursor(cursor))


def test_the_text_is_silent_while_the_book_is_read_aloud(stage, text):
    stage.focus(text)
    stage.playing = True
    assert stage.silent_after(lambda: stage.qtbot.keyClick(text, Key.Key_Down))
    stage.playing = False
    assert stage.key(Key.Key_Down) == "blank"


@pytest.mark.qt_log_ignore("does not support", extend=True)  # offscreen
def test_menus_are_said_entry_by_entry(stage):
    menu = stage.window.menuBar().addMenu("&Listen")
    play = menu.addAction("&Play")
    play.setShortcut("F5")
    cues = menu.addAction("Cues")
    cues.setCheckable(True)
    menu.addAction("Stop").setEnabled(False)
    stage.start()
    stage.after(lambda: menu.popup(stage.window.pos()))
    assert stage.after(lambda: menu.setActiveAction(play)) == "Play, F5"
    assert stage.after(lambda: stage.qtbot.keyClick(menu, Key.Key_Down)) == "Cues, not checked"
    menu.close()
    menu.popup(stage.window.pos())
    assert stage.after(lambda: menu.setActiveAction(play)) == "Play, F5"
    assert stage.voice.said.count("Play, F5") == 1
    menu.close()
    assert stage.silent_after(lambda: None)


@pytest.mark.qt_log_ignore("does not support", extend=True)  # offscreen
def test_the_menu_bar_is_said_by_its_menus(stage):
    bar = stage.window.menuBar()
    for title in ("&File", "&Listen"):
        bar.addMenu(title).addAction("Nothing")
    stage.start()
    bar.setFocus()
    stage.after(lambda: bar.setActiveAction(bar.actions()[1]))
    assert "Listen" in stage.voice.said
    bar.actions()[1].menu().close()


def test_a_dialog_is_said_with_its_title_and_text(stage, qtbot):
    stage.start()
    box = QMessageBox(QMessageBox.Icon.Warning, "Problem", "torn.epub is damaged.")
    box.setParent(stage.window, Qt.WindowType.Dialog)
    box.setInformativeText("Get another copy.")
    box.addButton(QMessageBox.StandardButton.Close)
    stage.after(box.open)
    assert stage.voice.said[-1].startswith(
        "Problem, dialog, torn.epub is damaged. Get another copy. Close, button"
    )
    box.close()
    stage.after(stage.window.activateWindow)
    assert stage.voice.said == ["Settings. First, button"]


def test_loose_words_of_a_dialog_are_said_but_not_labels_twice(stage):
    stage.start()
    dialog = QDialog(stage.window)
    dialog.setWindowTitle("Go to page")
    column = QVBoxLayout(dialog)
    column.addWidget(QLabel("This book has 20 pages."))
    label = QLabel("&Page")
    field = QLineEdit()
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    said = stage.after(dialog.open)
    assert said == "Go to page, dialog, This book has 20 pages. Page, text, Alt+P"
    dialog.close()


def test_every_key_cuts_off_what_is_said(stage):
    stage.start()
    before = stage.voice.hushed
    stage.qtbot.keyClick(stage.first, Key.Key_F12)
    assert stage.voice.hushed > before
    before = stage.voice.hushed
    stage.qtbot.keyClick(stage.first, Key.Key_Control)
    assert stage.voice.hushed > before


def test_a_key_that_does_something_lets_the_book_go_on_first(stage):
    stage.start()
    before = stage.voice.released
    stage.qtbot.keyClick(stage.first, Key.Key_Tab)
    assert stage.voice.released == before
    stage.qtbot.keyClick(stage.first, Key.Key_Space)
    assert stage.voice.released > before


def test_messages_come_by_the_same_voice(stage):
    stage.start()
    with stage.qtbot.waitSignal(stage.announcer.announced):
        stage.announcer.announce("No next heading")
    assert stage.voice.said[-1] == "No next heading"


def test_a_screen_reader_silences_it_and_its_end_brings_it_back(stage, readers, qtbot):
    stage.start()
    readers._find = lambda: ScreenReader(name="Orca", version=(43, 1))
    with qtbot.waitSignal(readers.changed):
        readers.look()
    assert not stage.self_voicing.active
    assert stage.announcer.voice is None
    second = stage.add(QPushButton("Second"))
    assert stage.silent_after(second.setFocus)
    readers._find = lambda: None
    with qtbot.waitSignal(readers.changed):
        stage.voice.said.clear()
        readers.look()
    qtbot.waitUntil(lambda: stage.voice.said == ["Settings. Second, button"])


def test_it_is_off_until_it_is_wanted(stage, qtbot):
    stage.window.show()
    assert stage.silent_after(stage.first.setFocus)
    assert stage.announcer.voice is None
    assert not stage.self_voicing.active


@pytest.mark.parametrize(
    ("key", "answer"), [(Key.Key_Return, "accepted"), (Key.Key_Escape, "refused")]
)
def test_speaking_is_offered_aloud_and_answered_by_one_key(stage, qtbot, key, answer):
    stage.window.show()
    answers = []
    box = offer_self_voicing(
        stage.window,
        stage.voice,
        accept=lambda: answers.append("accepted"),
        refuse=lambda: answers.append("refused"),
    )
    (said,) = stage.voice.said
    assert box.text() in said
    assert "Press Enter" in said
    assert "Press Enter" in box.informativeText()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box)
    hushed = stage.voice.hushed
    qtbot.keyClick(box, key)
    assert answers == [answer]
    assert stage.voice.hushed > hushed


def test_it_is_silent_until_it_is_known_that_nobody_else_speaks(stage, qtbot):
    stage.readers.known = False
    stage.window.show()
    stage.self_voicing.set_wanted(True)
    assert not stage.self_voicing.active
    with qtbot.waitSignal(stage.readers.changed):
        stage.readers.look()
    assert stage.self_voicing.active
