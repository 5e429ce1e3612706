"""Going to a printed page, a percentage of the book or a paragraph of the chapter."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fitting import widen
from reader.ui.labels import label_for
from reader.ui.language import without_mnemonic

if TYPE_CHECKING:
    from reader.navigation.measure import Extent
    from reader.navigation.pages import Pages
    from reader.navigation.place import Position

translate = QCoreApplication.translate


class GoToDialog(QDialog):
    """Asks for one thing; stays open and says so where there is no such thing.

    A field of plain text, not a spin box: that swallows the digits beyond its range, and
    whoever does not see it goes elsewhere than they wrote. Its label says where the reader is:
    Orca leaves out the last character of what stands in a field when the focus comes to it.
    """

    chosen = Signal(object)
    """The :class:`~reader.navigation.place.Position` to go to."""
    told = Signal(str)
    """What a screen reader should be told: why the dialog is still open."""

    def __init__(
        self, kind: str, position: Position, pages: Pages, extent: Extent, parent: QWidget
    ) -> None:
        """`kind` is "page" (only for a book with printed pages), "percent" or "line"."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._question = _question(kind, position, pages, extent)
        self.setWindowTitle(self._question.title)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(without_mnemonic(self._question.label))
        self.field.textEdited.connect(self._forget_problem)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        form = QFormLayout()
        form.addRow(label_for(self.field, self._question.label), self.field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go = buttons.addButton(self.tr("&Go"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        widen(self, 420)

    def _go(self) -> None:
        written = self.field.text().strip()
        found = self._question.find(written)
        if found is not None:
            self.chosen.emit(found)
            self.accept()
            return
        message = self._question.why_not(written)
        self.problem.setText(message)
        self.field.setFocus()
        self.field.selectAll()
        self.told.emit(message)

    def _forget_problem(self) -> None:
        self.problem.clear()


class _Question(Protocol):
    """What is asked; the `label` also says where the reader is."""

    title: str
    label: str

    def find(self, written: str) -> Position | None:
        """Where `written` leads; None if nowhere."""

    def why_not(self, written: str) -> str:
        """What to say where :meth:`find` found nothing."""


def _question(kind: str, position: Position, pages: Pages, extent: Extent) -> _Question:
    match kind:
        case "page":
            return _Page(pages, position)
        case "percent":
            return _Percent(extent, position)
        case _:
            return _Line(extent, position)


class _Page:
    def __init__(self, pages: Pages, position: Position) -> None:
        labels = pages.labels()
        self._pages = pages
        self._range = {"first": labels[0], "last": labels[-1]}
        self.title = translate("GoToDialog", "Go to page")
        label = translate("GoToDialog", "&Page, from {first} to {last}; this is {now}")
        self.label = label.format(now=pages.at(position) or labels[0], **self._range)

    def find(self, written: str) -> Position | None:
        return self._pages.find(written)

    def why_not(self, written: str) -> str:
        message = translate(
            "GoToDialog", "There is no page “{label}”. The pages go from {first} to {last}."
        )
        return message.format(label=written, **self._range)


class _Percent:
    def __init__(self, extent: Extent, position: Position) -> None:
        self._extent = extent
        self.title = translate("GoToDialog", "Go to percent")
        label = translate("GoToDialog", "&Percent of the book, from 0 to 100; this is {now}")
        self.label = label.format(now=f"{extent.fraction(position) * 100:.1f}")

    def find(self, written: str) -> Position | None:
        percent = _number(written.rstrip("% ％"))
        if percent is None or not 0 <= percent <= 100:
            return None
        return self._extent.position_at(percent / 100)

    def why_not(self, written: str) -> str:
        return translate("GoToDialog", "“{text}” is no number from 0 to 100.").format(text=written)


class _Line:
    def __init__(self, extent: Extent, position: Position) -> None:
        self._extent = extent
        self._chapter = position.chapter
        number, self._count = extent.line(position)
        self.title = translate("GoToDialog", "Go to paragraph")
        label = translate(
            "GoToDialog", "&Paragraph of the chapter, from 1 to {count}; this is {now}"
        )
        self.label = label.format(count=self._count, now=number)

    def find(self, written: str) -> Position | None:
        number = _number(written)
        if number is None or number != int(number) or not 1 <= number <= self._count:
            return None
        return self._extent.position_of_line(self._chapter, int(number))

    def why_not(self, written: str) -> str:
        message = translate(
            "GoToDialog", "There is no paragraph “{text}”. This chapter has {count}."
        )
        return message.format(text=written, count=self._count)


def _number(written: str) -> float | None:
    """The number that was written, also with a decimal comma or in full width."""
    try:
        number = float(unicodedata.normalize("NFKC", written).replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
