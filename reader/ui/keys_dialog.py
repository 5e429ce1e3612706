"""The list of all commands and their keys, in which the keys can be changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.commands import COMMANDS, MENUS, Command, Keymap, keys_of
from reader.ui.commands.command import plain
from reader.ui.commands.key_names import in_words
from reader.ui.dialogs import ask, show_message
from reader.ui.enter_key import PressingDialog
from reader.ui.filter_field import FilterField
from reader.ui.fitting import fit
from reader.ui.key_capture import KeyCapture
from reader.ui.labels import label_for
from reader.ui.lists import ColumnList


class KeysDialog(PressingDialog):
    """Every command with its keys, by menu; each change is told at once."""

    changed = Signal(object)
    """The keymap as it is now."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.keymap = keymap
        self.filter = FilterField(self.tr("Find a command or key"), self)
        self.filter.textChanged.connect(self._fill)
        headings = [self.tr("Command"), self.tr("Keys"), self.tr("Menu")]
        self.list = ColumnList(self.tr("Keys"), headings, self)
        self.filter.lead_to(self.list)
        # When Enter is done with: it goes on to this dialog, which would press a button with it.
        self.list.itemActivated.connect(self._change, Qt.ConnectionType.QueuedConnection)
        self.list.currentItemChanged.connect(self._show_what_can_be_done)
        self.change = self._button(self.tr("&Change…"), self._change)
        self.remove = self._button(self.tr("&Remove"), self._remove)
        self.usual = self._button(self.tr("Use &usual keys"), self._use_usual)
        self.all_usual = self._button(self.tr("&All usual keys"), self._ask_for_all_usual)
        self._lay_out()
        self._fill()
        fit(self, 660, 660)
        self.list.setFocus()

    @property
    def chosen(self) -> Command | None:
        """The command of the current row; None where the filter leaves no row."""
        chosen = self.list.chosen
        return chosen if isinstance(chosen, Command) else None

    # Building

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        label = label_for(self.filter, self.tr("&Find a command or key"), self)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.filter, 1)
        row = QHBoxLayout()
        for button in (self.change, self.remove, self.usual, self.all_usual):
            row.addWidget(button)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        # Else Enter in the list would close the dialog, too.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(close)

    # The list

    def _fill(self) -> None:
        """List what fits the filter; the current command stays the current one."""
        current = self.chosen
        sought = self.filter.text().strip().casefold()
        self.list.clear()
        for command in COMMANDS:
            keys = keys_of(command, self.keymap)
            if sought in command.title.casefold() or sought in keys.casefold():
                self.list.add([command.title, keys, plain(MENUS[command.menu])], command)
        self.list.settle()
        self._go_to(current)
        self._show_what_can_be_done()

    def _go_to(self, command: Command | None) -> None:
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, Qt.ItemDataRole.UserRole) is command:
                self.list.setCurrentItem(item)

    def _show_what_can_be_done(self) -> None:
        chosen = self.chosen
        self.change.setEnabled(chosen is not None)
        self.remove.setEnabled(chosen is not None and bool(self.keymap.keys(chosen.name)))
        self.usual.setEnabled(chosen is not None and not self.keymap.is_usual(chosen.name))
        self.all_usual.setEnabled(bool(self.keymap.overrides))

    # Changing

    def _use(self, keymap: Keymap) -> None:
        """Show and tell `keymap`; the focus goes to the row that tells what came of it."""
        self.keymap = keymap
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()
        self.changed.emit(keymap)

    def _change(self) -> None:
        command = self.chosen
        if command is not None:
            capture = KeyCapture(command.title, self)
            capture.captured.connect(partial(self._captured, capture, command))
            capture.open()

    def _captured(self, capture: KeyCapture, command: Command, keys: tuple[str, ...]) -> None:
        """Take the key if it is free, ask if a command has it, refuse it if it is another's."""
        key = next((each for each in keys if self.keymap.conflict(each) is not None), keys[0])
        reason = self.keymap.reason_against(key)
        owner = self.keymap.owner([key])
        if reason:
            sentence = self.tr("{key} {reason}. Press another key.")
            text = sentence.format(key=in_words(key), reason=reason)
            show_message(capture, self.tr("Not possible"), text)
        elif owner is None or owner is command:
            self._give(capture, command, key)
        else:
            question = self.tr("{key} is the key of “{owner}”. Take it away there?")
            ask(
                capture,
                self.tr("Key in use"),
                question.format(key=in_words(key), owner=owner.title),
                self.tr("&Take it for “{command}”").format(command=command.title),
                partial(self._give, capture, command, key),
            )

    def _give(self, capture: KeyCapture, command: Command, key: str, *_: object) -> None:
        capture.accept()
        self.activateWindow()  # two windows went at once, and the focus with them
        self._use(self.keymap.giving(command.name, key))

    def _remove(self) -> None:
        if self.chosen is not None:
            self._use(self.keymap.with_keys(self.chosen.name, ""))

    def _use_usual(self) -> None:
        if self.chosen is not None:
            self._use(self.keymap.with_usual_keys(self.chosen.name))

    def _ask_for_all_usual(self) -> None:
        ask(
            self,
            self.tr("All usual keys"),
            self.tr("Give every command its usual keys again?"),
            self.tr("&Use the usual keys"),
            lambda: self._use(self.keymap.with_all_usual()),
        )
