"""The list of what was found: the worst first, told apart by shape and by words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reader.health import Finding, State
from reader.ui.help.in_words import finding_in_words
from reader.ui.icons import themed_icon
from reader.ui.lists import Roomy

_SHAPES: Mapping[State, str] = {
    State.OK: "done",
    State.OPTIONAL: "information",
    State.MISSING: "warning",
}

_WORST_FIRST = (State.MISSING, State.OPTIONAL, State.OK)


class FindingList(QListWidget):
    """A row for each finding; one of them is the current one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(Roomy(self))
        self.findings: Sequence[Finding] = ()

    @property
    def current(self) -> Finding | None:
        """The finding of the current row."""
        row = self.currentRow()
        return self.findings[row] if 0 <= row < len(self.findings) else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show `findings`, the first of which becomes the current one."""
        self.findings = sorted(findings, key=lambda each: _WORST_FIRST.index(each.state))
        with QSignalBlocker(self):
            self.clear()
            for each in self.findings:
                icon = themed_icon(_SHAPES[each.state])
                self.addItem(QListWidgetItem(icon, finding_in_words(each)))
        self.setCurrentRow(0)
