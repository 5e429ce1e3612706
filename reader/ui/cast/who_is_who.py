"""Says in the list of characters who is whom: merged, parted, added and taken out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from reader.cast.cast import Cast, Member
from reader.cast.ensemble import names_of
from reader.dialogue.model import Character
from reader.ui.cast.in_words import member_in_words, person_in_words
from reader.ui.cast.member_list import MemberList
from reader.ui.cast.naming import name_dialog
from reader.ui.language import clauses
from reader.ui.message_box import MessageBox
from reader.ui.speaker_dialog import SpeakerDialog


class WhoIsWho(QObject):
    """Asks about the current one of `members` and has it changed by `make`.

    `make` gets what is changed, and the change to the cast that can be taken back; it tells
    whether anything was changed.
    """

    changed = Signal(str, str)
    """The identifier of the one who is to be shown, and what has been done."""
    asked = Signal()
    """Something else is done now than what was told of last."""

    def __init__(
        self,
        members: MemberList,
        make: Callable[[str, Callable[[Cast], object]], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._list, self._make, self._parent = members, make, parent
        self.asking: QDialog | None = None

    def ask_whom(self) -> None:
        """Ask who the current one is in truth."""
        member = self._list.current
        if member is None or len(self._list.members) < 2:
            return
        others = [
            (member_in_words(each, None), each) for each in self._list.members if each is not member
        ]
        question = self.tr("&Who is {name}?").format(name=_plain(member.character))
        asking = SpeakerDialog(self.tr("Merge into another"), question, others, self._parent)
        asking.chosen.connect(partial(self._merge, member))
        self._ask(asking)

    def part(self) -> None:
        """Have somebody of its own again who was merged into the current one; ask whom."""
        member = self._list.current
        if member is None or not member.joined:
            return
        if len(member.joined) == 1:
            self._part(member.joined[0])
            return
        entries = [(clauses((each.name, person_in_words(each))), each) for each in member.joined]
        question = self.tr("&Who is not {name}?").format(name=_plain(member.character))
        asking = SpeakerDialog(self.tr("Part again"), question, entries, self._parent)
        asking.chosen.connect(self._part)
        self._ask(asking)

    def ask_name(self) -> None:
        """Ask for the name of somebody who was not found."""
        self._ask(name_dialog(self._parent, self.tr("Add a character"), self._add))

    def remove(self) -> None:
        """Take out the current one, if the reader has added it."""
        member = self._list.current
        if member is None or not member.added:
            return
        character = member.character
        if self._make(character.name, lambda cast: cast.remove(character.identifier)):
            self.changed.emit("", self.tr("Taken out: {name}").format(name=character.name))

    def called(self, name: str, member: Member) -> Member | None:
        """Somebody else who goes by `name`; None if nobody does."""
        wanted = " ".join(name.split()).casefold()
        others = (each for each in self._list.members if each is not member)
        called = (
            each
            for each in others
            if wanted in (known.casefold() for known in names_of(each.character))
        )
        return next(called, None)

    def ask_same(self, member: Member, name: str, other: Member) -> None:
        """Ask whether `member`, whom the reader calls `name`, is the `other` one of that name."""
        said = self.tr("{name} is there already. Are the two the same?")
        box = MessageBox(self._parent, QMessageBox.Icon.Question, self.tr("Two of one name"))
        box.setText(said.format(name=other.character.name))
        merge = box.addButton(self.tr("&Merge them"), QMessageBox.ButtonRole.AcceptRole)
        both = box.addButton(self.tr("&Keep both"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(merge)
        merge.clicked.connect(lambda: self._merge(member, other))
        both.clicked.connect(lambda: self._rename(member, name))
        self._ask(box)

    def _ask(self, asking: QDialog) -> None:
        self.asking = asking
        self.asked.emit()
        asking.open()

    def _merge(self, member: Member, other: Member) -> None:
        one, into = member.character, other.character
        if self._make(one.name, lambda cast: cast.merge(one.identifier, into.identifier)):
            said = self.tr("{name} is {other} from now on.")
            self.changed.emit(into.identifier, said.format(name=one.name, other=into.name))

    def _part(self, character: Character) -> None:
        if self._make(character.name, lambda cast: cast.part(character.identifier)):
            said = self.tr("{name} is somebody else again.").format(name=character.name)
            self.changed.emit(character.identifier, said)

    def _add(self, name: str) -> None:
        added: list[str] = []
        if self._make(name, lambda cast: added.append(cast.add(name))):
            self.changed.emit(added[0], self.tr("Added: {name}").format(name=name))

    def _rename(self, member: Member, name: str) -> None:
        character = member.character
        if self._make(character.name, lambda cast: cast.rename(character.identifier, name)):
            said = self.tr("{name} is called {other} now.")
            self.changed.emit(
                character.identifier, said.format(name=character.name, other=name.strip())
            )


def _plain(character: Character) -> str:
    """The name where a mnemonic is marked by &."""
    return character.name.replace("&", "&&")
