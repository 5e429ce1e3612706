"""The listener's choices that are no command of their own; each holds as soon as it is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from reader.settings import LONGEST_PAUSE, Settings
from reader.ui.fitting import fit
from reader.ui.groups import Group, RadioChoice
from reader.ui.labels import label_for
from reader.ui.language import without_mnemonic
from reader.ui.lists import Roomy
from reader.ui.settings_pages.characters import CharactersPage
from reader.ui.settings_pages.emphasis import EmphasisPage

_PAUSE_STEP = 0.1

Control = QCheckBox | QDoubleSpinBox | RadioChoice


class SettingsDialog(QDialog):
    """A list of few short pages and, by Tab, what is on the current one.

    No tabs: Orca is silent where a page of them changes, and their mnemonics leave the focus.
    """

    changed = Signal(object)
    """What was just chosen: a dict of names and values of :class:`~reader.settings.Settings`."""
    told = Signal(str)
    """What a screen reader should be told: that the usual values hold again."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.controls: dict[str, Control] = {}
        self.pages = QListWidget(self)
        self.pages.setItemDelegate(Roomy(self.pages))
        self.pages.setAccessibleName(self.tr("Pages"))
        self.characters = CharactersPage(settings, self)
        self.emphasis = EmphasisPage(settings, self)
        for page in (self.characters, self.emphasis):
            page.changed.connect(self.changed)
        self._shown = [
            self._reading(),
            self._listening(),
            self.characters,
            self.emphasis,
            self._accessibility(),
        ]
        self.pages.addItems(
            [
                self.tr("Reading"),
                self.tr("Listening"),
                self.tr("Characters"),
                self.tr("Emphasis"),
                self.tr("Accessibility"),
            ]
        )
        frame = 2 * self.pages.frameWidth()
        self.pages.setMinimumWidth(self.pages.sizeHintForColumn(0) + frame)
        self.pages.currentRowChanged.connect(self._show_page)
        self._lay_out()
        self.pages.setCurrentRow(0)
        self.pages.setFocus()

    def restore(self) -> None:
        """Give every setting of this dialog its usual value."""
        usual = Settings()
        for name, control in self.controls.items():
            _show(control, getattr(usual, name))
        for page in (self.characters, self.emphasis):
            page.restore()
        self.told.emit(self.tr("The usual values hold again."))

    def done(self, result: int) -> None:
        """Close; a number that was written but not yet left counts too."""
        for control in self.controls.values():
            if isinstance(control, QDoubleSpinBox):
                control.interpretText()
        for page in (self.characters, self.emphasis):
            page.finish()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter on the name of a page goes into it; elsewhere it does what it always does."""
        if self.pages.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # The pages

    def _reading(self) -> QWidget:
        page, column = self._page()
        for name, text in (
            ("caret_follows", self.tr("The caret &follows the voice")),
            ("voice_follows", self.tr("The &voice follows the caret")),
            ("mark_sentence", self.tr("Mark the &sentence being spoken")),
            ("mark_word", self.tr("Mark the &word being spoken")),
        ):
            column.addWidget(self._check_box(name, text, page))
        study = [
            ("off", self.tr("&Never")),
            ("sentence", self.tr("After &every sentence")),
            ("paragraph", self.tr("After every pa&ragraph")),
        ]
        column.addWidget(self._radio_choice("study", self.tr("Stop to study"), study, page))
        column.addStretch(1)
        return page

    def _listening(self) -> QWidget:
        page, column = self._page()
        pauses = Group(self.tr("Seconds of silence"), page)
        form = QFormLayout()
        pauses.column.addLayout(form)
        for name, text in (
            ("pause_sentence", self.tr("After a &sentence")),
            ("pause_paragraph", self.tr("After a &paragraph")),
            ("pause_heading", self.tr("After a &heading")),
            ("pause_chapter", self.tr("After a chap&ter")),
        ):
            field = self._seconds(name, text, pauses)
            form.addRow(label_for(field, text), field)
        column.addWidget(pauses)
        cues = self.tr("S&ound a tone at headings and bookmarks")
        column.addWidget(self._check_box("cues", cues, page))
        images = self.tr("Read &descriptions of pictures")
        column.addWidget(self._check_box("images", images, page))
        column.addStretch(1)
        return page

    def _accessibility(self) -> QWidget:
        page, column = self._page()
        announce = self.tr("&Tell the screen reader what happens")
        column.addWidget(self._check_box("announce", announce, page))
        ways = [
            ("auto", self.tr("&As suits the screen reader")),
            ("event", self.tr("By an announcement &event")),
            ("notification", self.tr("By a &notification")),
        ]
        column.addWidget(self._radio_choice("announce_by", self.tr("In which way"), ways, page))
        voicing = self.tr("&Speak the window in the program's own voice")
        column.addWidget(self._check_box("self_voicing", voicing, page))
        column.addStretch(1)
        return page

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        return page, QVBoxLayout(page)

    def _show_page(self, row: int) -> None:
        """By hand: a stacked widget would be one more thing to say ("layered pane")."""
        for number, page in enumerate(self._shown):
            page.setVisible(number == row)

    # What is on them

    def _check_box(self, name: str, text: str, page: QWidget) -> QCheckBox:
        box = QCheckBox(text, page)
        box.setChecked(getattr(self._settings, name))
        box.toggled.connect(lambda checked: self.changed.emit({name: checked}))
        self.controls[name] = box
        return box

    def _seconds(self, name: str, text: str, page: QWidget) -> QDoubleSpinBox:
        box = QDoubleSpinBox(page)
        box.setAccessibleName(without_mnemonic(text))
        box.setRange(0.0, LONGEST_PAUSE)
        box.setSingleStep(_PAUSE_STEP)
        box.setDecimals(2)
        box.setKeyboardTracking(False)
        box.setValue(getattr(self._settings, name))
        box.valueChanged.connect(lambda seconds: self.changed.emit({name: seconds}))
        self.controls[name] = box
        return box

    def _radio_choice(
        self, name: str, title: str, entries: Sequence[tuple[str, str]], page: QWidget
    ) -> RadioChoice:
        choice = RadioChoice(title, entries, getattr(self._settings, name), page)
        choice.chosen.connect(lambda word: self.changed.emit({name: word}))
        self.controls[name] = choice
        return choice

    def _lay_out(self) -> None:
        label = label_for(self.pages, self.tr("Pa&ges"), self)
        left = QVBoxLayout()
        left.addWidget(label)
        left.addWidget(self.pages)
        upper = QHBoxLayout()
        upper.addLayout(left, 1)
        for page in self._shown:
            upper.addWidget(page, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        usual = buttons.addButton(
            self.tr("Restore &usual values"), QDialogButtonBox.ButtonRole.ResetRole
        )
        usual.clicked.connect(self.restore)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(upper, 1)
        column.addWidget(buttons)
        fit(self, 680, 480)


def _show(control: Control, value: bool | float | str) -> None:
    if isinstance(control, QCheckBox):
        control.setChecked(bool(value))
    elif isinstance(control, QDoubleSpinBox):
        control.setValue(float(value))
    else:
        control.choose(str(value))
