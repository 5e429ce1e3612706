"""The field in which words are looked for, below the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.navigation.find import Query
from reader.ui.flow import FlowingRows
from reader.ui.labels import label_for, telling_label

_FIELD = 24
"""The least width of the field, in average letters."""


class FindBar(QWidget):
    """Hidden until :meth:`begin`; Enter looks further on, Shift+Enter back, Escape closes it."""

    wanted = Signal(bool)
    """:attr:`query` is to be found, and whether backwards."""
    listing_wanted = Signal()
    """All hits of :attr:`query` are to be listed."""
    closed = Signal()
    """The bar has gone: the focus belongs to the text again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setCursorPosition(0)  # else Orca is silent when the empty field is reached
        self.field.setAccessibleName(self.tr("Find"))
        self.field.textEdited.connect(self._forget_message)
        self.field.returnPressed.connect(self._look_on)
        self.next = self._button(self.tr("Next hit"))
        self.next.clicked.connect(self._look_on)
        self.previous = self._button(self.tr("Previous hit"))
        self.previous.clicked.connect(self._look_back)
        self.list_hits = self._button(self.tr("List hits…"))
        self.list_hits.clicked.connect(self.listing_wanted)
        self.case = self._option(self.tr("Match case"))
        self.whole_words = self._option(self.tr("Whole words"))
        self.regular = self._option(self.tr("Regular expression"))
        self.close_button = self._button(self.tr("Close find"))
        self.close_button.clicked.connect(self.leave)
        self.news = telling_label(self)
        self._add_key("Shift+Return", self._look_back)
        self._add_key("Shift+Enter", self._look_back)
        self._add_key("Escape", self.leave)
        self._lay_out()
        self.hide()

    def begin(self, text: str = "") -> None:
        """Show the bar and take the focus, with `text` or what was looked for last."""
        if text:
            self.field.setText(text)
        self._forget_message()
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_message(self, message: str) -> None:
        """Show what came of the search; whoever calls tells the screen reader."""
        self.news.setText(message)

    @property
    def text(self) -> str:
        """What is written in the field."""
        return self.field.text()

    @property
    def query(self) -> Query | None:
        """What is looked for, and how; None where nothing is written."""
        regular = self.regular.isChecked()
        if not self.text or not (regular or self.text.strip()):
            return None
        return Query(
            self.text,
            case=self.case.isChecked(),
            whole_words=self.whole_words.isChecked(),
            regular=regular,
        )

    def height_in(self, width: int) -> int:
        """How high the bar has to be at that width for all of it to be seen."""
        margins = self._column.contentsMargins()
        rows = self._rows.height_in(width - margins.left() - margins.right())
        news = max(self.news.minimumHeight(), self.news.sizeHint().height())
        return margins.top() + rows + self._column.spacing() + news + margins.bottom()

    def leave(self) -> None:
        """Go away and give the focus back."""
        self.closed.emit()  # first, so that the focus goes to the text and nowhere between
        self.hide()

    def _look_on(self) -> None:
        self._want(backwards=False)

    def _look_back(self) -> None:
        self._want(backwards=True)

    def _want(self, backwards: bool) -> None:
        self._forget_message()
        if self.query is not None:
            self.wanted.emit(backwards)

    def _forget_message(self) -> None:
        self.news.clear()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)  # Enter presses it, as in a dialog
        return button

    def _option(self, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.toggled.connect(self._forget_message)
        return box

    def _add_key(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        asking = QWidget(self)
        asking.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pair = QHBoxLayout(asking)
        pair.setContentsMargins(0, 0, 0, 0)
        label: QLabel = label_for(self.field, self.tr("Find"), asking)
        pair.addWidget(label)
        pair.addWidget(self.field, 1)
        self.field.setMinimumWidth(_FIELD * self.fontMetrics().averageCharWidth())
        self._rows = FlowingRows(
            (
                asking,
                self.next,
                self.previous,
                self.list_hits,
                self.case,
                self.whole_words,
                self.regular,
                self.close_button,
            ),
            self,
        )
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(self._rows)
        # A line is kept free for it: the text would jump whenever something is told.
        self.news.setMinimumHeight(self.news.fontMetrics().lineSpacing())
        column.addWidget(self.news)
