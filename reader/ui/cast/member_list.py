"""The list of the cast: a sentence for each character."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QListWidget, QWidget

from reader.cast.cast import Cast, Member
from reader.cast.voicing import Company
from reader.ui.cast.in_words import member_in_words
from reader.ui.cast.voices import alike
from reader.ui.lists import Roomy


class MemberList(QListWidget):
    """Shows everybody; one of them is the current one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(Roomy(self))
        self.members: Sequence[Member] = ()
        self._alike: dict[str, str] = {}

    @property
    def current(self) -> Member | None:
        """The member of the current row."""
        row = self.currentRow()
        return self.members[row] if 0 <= row < len(self.members) else None

    def alike(self, member: Member) -> str:
        """The name of somebody in the same scenes who sounds like `member`; empty if nobody."""
        other = self._alike.get(member.character.identifier)
        found = (each for each in self.members if each.character.identifier == other)
        return next((each.character.name for each in found), "")

    def show_cast(self, cast: Cast | None, company: Company | None, identifier: str | None) -> None:
        """Show the members of `cast`; the one of that identifier becomes the current one."""
        self.members = cast.members if cast is not None else ()
        self._alike = alike(cast, company) if cast is not None and company is not None else {}
        identifiers = [each.character.identifier for each in self.members]
        with QSignalBlocker(self):
            self._show_rows(
                [member_in_words(each, company, self.alike(each)) for each in self.members]
            )
            self.setCurrentRow(identifiers.index(identifier) if identifier in identifiers else 0)

    def _show_rows(self, texts: Sequence[str]) -> None:
        """Change what differs only: a screen reader follows every row that comes and goes."""
        while self.count() > len(texts):
            self.takeItem(self.count() - 1)
        for row, text in enumerate(texts):
            if row == self.count():
                self.addItem(text)
            elif self.item(row).text() != text:
                self.item(row).setText(text)
