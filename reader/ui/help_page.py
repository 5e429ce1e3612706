"""The help page: how to read with Tingshu, and every key, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from reader.ui.commands import COMMANDS, COMMANDS_BY_NAME, MENUS, SUBMENUS, Command, Keymap
from reader.ui.commands.command import plain
from reader.ui.commands.key_names import in_words
from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.language import clauses, sentences
from reader.ui.review_text import ReviewText

translate = QCoreApplication.translate


@dataclass(frozen=True, kw_only=True)
class _Line:
    text: str
    heading: bool = False


class HelpDialog(QDialog):
    """The help as a text to be read at leisure; Enter or Escape closes it."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.text = ReviewText(self.tr("Help"), self)
        label = label_for(self.text, self.tr("&Help"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self._show(list(_lines(keymap)))
        fit(self, 760, 680)
        self.text.setFocus()

    def _show(self, lines: list[_Line]) -> None:
        """Write the lines, headings bold; no line is empty, as some screen readers misread it."""
        self.text.setPlainText("\n".join(line.text for line in lines))
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        document = self.text.document()
        for number, line in enumerate(lines):
            if line.heading:
                cursor = QTextCursor(document.findBlockByNumber(number))
                cursor.select(QTextCursor.SelectionType.LineUnderCursor)
                cursor.mergeCharFormat(bold)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def help_text(keymap: Keymap) -> str:
    """The whole help: an introduction, then every command, by menu, with its keys."""
    return "\n".join(line.text for line in _lines(keymap))


def _lines(keymap: Keymap) -> Iterator[_Line]:
    yield _Line(text=translate("HelpPage", "Reading with Tingshu"), heading=True)
    for text in _introduction(keymap):
        yield _Line(text=text)
    place = sentence = ""
    for command in sorted(COMMANDS, key=_menu_order):
        if _place(command) != place:
            place, sentence = _place(command), ""
            yield _Line(text=place, heading=True)
        # A sentence that many commands share is tedious from the second time on.
        told = command.sentence if command.sentence != sentence else ""
        sentence = command.sentence
        yield _Line(text=sentences(_entry(command, keymap), told))


def _introduction(keymap: Keymap) -> Iterator[str]:
    way = {name: _way(name, keymap) for name in COMMANDS_BY_NAME}
    patterns = (
        translate("HelpPage", "Open a book: {open_book}. Your place in it is kept."),
        translate(
            "HelpPage",
            "Have it read aloud: {play}. The same key pauses and goes on; to stop: {stop}.",
        ),
        translate("HelpPage", "Go by sentences: {next_sentence} and {previous_sentence}."),
        translate("HelpPage", "Go by chapters: {next_chapter} and {previous_chapter}."),
        translate("HelpPage", "Change the rate: {faster} and {slower}."),
        translate(
            "HelpPage",
            "Read for yourself with the arrow keys and your screen reader, as in any text.",
        ),
        translate("HelpPage", "To begin aloud where the caret is: {play_here}."),
        translate("HelpPage", "Single letters work while the focus is in the book's text."),
        translate(
            "HelpPage", "Most go to the next thing of a kind, and with Shift to the previous one."
        ),
        translate("HelpPage", "Hear what any key does: {describe_keys}, then the key."),
        translate("HelpPage", "Give commands other keys: {keys}."),
        translate("HelpPage", "Media keys play, pause, stop and go by sentences."),
    )
    return (pattern.format(**way) for pattern in patterns)


def _menu_order(command: Command) -> tuple[int, int]:
    """Every menu's own entries first, then those of the menus inside it."""
    inside = list(SUBMENUS).index(command.submenu) + 1 if command.submenu else 0
    return list(MENUS).index(command.menu), inside


def _place(command: Command) -> str:
    menu = plain(MENUS[command.menu])
    if not command.submenu:
        return translate("HelpPage", "Menu {menu}").format(menu=menu)
    return translate("HelpPage", "Menu {menu}, {submenu}").format(
        menu=menu, submenu=plain(SUBMENUS[command.submenu])
    )


def _entry(command: Command, keymap: Keymap) -> str:
    keys = _keys(command, keymap) or translate("HelpPage", "No key")
    return translate("HelpPage", "{keys}: {title}.").format(keys=keys, title=command.title)


def _keys(command: Command, keymap: Keymap) -> str:
    """The keys in words; those that work in the text only are told so."""
    everywhere, in_text = (
        translate("HelpPage", " or ").join(in_words(key) for key in keys)
        for keys in (keymap.window_keys(command.name), keymap.reading_keys(command.name))
    )
    if not in_text:
        return everywhere
    if not everywhere:
        return translate("HelpPage", "{keys} in the text").format(keys=in_text)
    return translate("HelpPage", "{everywhere}, or {keys} in the text").format(
        everywhere=everywhere, keys=in_text
    )


def _way(name: str, keymap: Keymap) -> str:
    """How to do a command: its first key, or its place in the menus where it has none."""
    command = COMMANDS_BY_NAME[name]
    keys = keymap.keys(name)
    return in_words(keys[0]) if keys else clauses((_place(command), command.title))
