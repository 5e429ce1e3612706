"""The cast of the open book: who speaks, in which voice, and everything that can be directed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.cast.cast import Cast
from reader.navigation.place import Position
from reader.session import ReadingSession
from reader.ui.cast.changes import CastChanges, fulfil
from reader.ui.cast.fields import MemberFields
from reader.ui.cast.finding import Finding
from reader.ui.cast.in_words import change_in_words
from reader.ui.cast.member_list import MemberList
from reader.ui.cast.moving import next_line, start_of
from reader.ui.cast.sample import sample
from reader.ui.cast.voices import company_of
from reader.ui.cast.who_is_who import WhoIsWho
from reader.ui.desk import Desk
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import Scrolled, fit, in_rows
from reader.ui.hearing import Hearing
from reader.ui.labels import label_for, telling_label
from reader.ui.shortcuts import on_key
from reader.ui.tasks import Courier
from reader.ui.undoing import Undoing


class CastDialog(PressingDialog):
    """Lists who speaks in the book of `session`, which is open on `desk`.

    What is changed beside the list counts at once, while the book is read on. `undoing` takes
    it back, here and when the dialog is closed. From `position` the next line of somebody is
    looked for.
    """

    chosen = Signal(object)
    """The :class:`~reader.navigation.place.Position` to go to."""
    told = Signal(str)
    """What a screen reader should be told: what was done, and what focus does not tell."""

    def __init__(
        self,
        desk: Desk,
        session: ReadingSession,
        undoing: Undoing,
        parent: QWidget,
        *,
        position: Position,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Characters"))
        self._desk, self._session = desk, session
        self._undoing, self._position = undoing, position
        self._courier = Courier(self)
        self._hearing = Hearing(desk, self)
        self._with_voices = self._leaving = False
        self.finding = Finding(desk, self)
        self.list = MemberList(self.tr("Characters"), self)
        self.fields = MemberFields(self)
        self.who_is_who = WhoIsWho(self.list, self._make, self)
        self.news = telling_label(self)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.refresh()
        self.list.setFocus()

    def begin(self, fraction: float = 0.0) -> None:
        """Have it looked for who speaks, if nobody knows; tell what focus does not.

        `fraction` of the book has been looked through until now.
        """
        self.finding.show_progress(fraction)
        self.finding.look()
        silent = self._desk.settings.characters and self.list.count()
        if self._cast is not None and not silent:  # else the list itself tells all
            self._tell_count()

    def refresh(self, identifier: str | None = None) -> None:
        """Show everybody as they are now; who has `identifier` becomes the current one."""
        current, company = self.list.current, company_of(self._desk)
        if identifier is None and current is not None:
            identifier = current.character.identifier
        self._with_voices = company is not None
        self.list.show_cast(self._cast, company, identifier)
        self._show_member()

    def done(self, result: int) -> None:
        """Close; what was changed just now counts too."""
        self._leaving = True
        self.fields.settle()
        super().done(result)

    @property
    def _cast(self) -> Cast | None:
        return self._session.direction.cast

    # What is shown

    def _moved(self) -> None:
        self.fields.settle()
        self._show_member()

    def _show_member(self) -> None:
        """Show the current one in the fields; the focus stays on something."""
        focused, member = self.focusWidget(), self.list.current
        self.fields.show_member(member, company_of(self._desk))
        for button in (self.hear, self.go_first, self.go_next):
            button.setEnabled(member is not None)
        self.merge.setEnabled(len(self.list.members) > 1)
        self.part.setEnabled(member is not None and bool(member.joined))
        self.remove.setEnabled(member is not None and member.added)
        for button in (self.add, self.recast):
            button.setEnabled(self._cast is not None)
        if focused is not None and not focused.isEnabled():
            self.list.setFocus()

    def _voices_may_be_known(self) -> None:
        if self._with_voices != (company_of(self._desk) is not None):
            self.fields.settle()
            self.refresh()

    def _found(self) -> None:
        self.refresh()
        self._tell_count()

    def _tell_count(self) -> None:
        count = len(self.list.members)
        if not count:
            self._tell(self.tr("Nobody was found who speaks in this book."))
        elif not self._desk.settings.characters:
            self._tell(self.tr("Voices for characters are off: the narrator reads everything."))
        else:
            self._tell(self.tr("Characters found: {count}").format(count=count))

    def _tell(self, message: str) -> None:
        self.news.setText(message)
        self.told.emit(message)

    # What is done

    def _make(self, title: str, change: Callable[[Cast], object]) -> bool:
        """Make a change to the cast that can be taken back."""
        cast = self._cast
        if cast is None:
            return False
        return CastChanges(cast, self._undoing).make(title, partial(change, cast))

    def _change(self) -> None:
        """Have somebody be what the fields say."""
        before, wishes = self.fields.member, self.fields.wishes
        if before is None:
            return
        other, name = None, wishes.name
        if name != before.character.name and not self._leaving:
            other = self.who_is_who.called(name, before)
        if other is not None:  # what else is wished counts all the same
            wishes = replace(wishes, name=before.character.name)
        changed = self._make(before.character.name, lambda cast: fulfil(cast, before, wishes))
        self.refresh()
        if other is not None:
            self.who_is_who.ask_same(before, name, other)
        cast = self._cast
        after = cast.member(before.character.identifier) if cast is not None else None
        if changed and after is not None:
            company = company_of(self._desk)
            self._tell(change_in_words(before, after, company, self.list.alike(after)))

    def _hear(self) -> None:
        self.fields.settle()
        cast, member = self._cast, self.list.current
        if cast is not None and member is not None:
            said = sample(self._session, cast, member, self._desk.settings)
            self._hearing.press(member.character.identifier, said)

    def _settled(self, act: Callable[[], None]) -> Callable[[], None]:
        """`act`, when what was changed in the fields has counted."""

        def settle_and_act() -> None:
            self.fields.settle()
            act()

        return settle_and_act

    def _ask_name(self) -> None:
        if self._cast is not None:
            self.who_is_who.ask_name()

    def _tell_who_is_who(self, identifier: str, message: str) -> None:
        self.refresh(identifier)
        self.list.setFocus()
        self._tell(message)

    def _recast(self) -> None:
        self.fields.settle()
        if self._make(self.tr("Voices found anew"), Cast.recast):
            self.refresh()
            self._tell(self.tr("Voices are found anew for all to whom you gave none."))

    def _undo(self) -> None:
        self.fields.settle()
        if not self._undoing.undo(self._courier.wrap(self._tell_taken_back)):
            self._tell(self.tr("Nothing to take back"))
        self.refresh()

    def _tell_taken_back(self, title: str) -> None:
        self._tell(self.tr("Taken back: {title}").format(title=title))

    def _go_first(self) -> None:
        self._go(Position(0, -1))

    def _go_next(self) -> None:
        self._go(self._position)

    def _go(self, before: Position) -> None:
        """Go to the first line of the current one after a place."""
        cast, member = self._cast, self.list.current
        if cast is None or member is None:
            return
        line = next_line(cast.dialogue, member.character.identifier, before)
        if line is None:
            self._tell(self.tr("No further line"))
        else:
            self.accept()
            self.chosen.emit(start_of(line))

    # How it looks

    def _make_buttons(self) -> None:
        self.hear = self._button(self.tr("Hear a samp&le"), self._hear, "F5")
        self.go_first = self._button(self.tr("Go to the firs&t line"), self._go_first, "Ctrl+G")
        self.go_next = self._button(self.tr("Go to the ne&xt line"), self._go_next, "F3")
        self.recast = self._button(self.tr("Find voices ane&w"), self._recast, "Ctrl+R")
        self.undo = self._button(self.tr("&Undo"), self._undo, "Ctrl+Z")
        who, settled = self.who_is_who, self._settled
        self.merge = self._button(self.tr("Mer&ge into…"), settled(who.ask_whom), "F4")
        self.part = self._button(self.tr("Part aga&in"), settled(who.part), "Shift+F4")
        self.add = self._button(self.tr("A&dd…"), settled(self._ask_name), "Ctrl+N")
        self.remove = self._button(self.tr("Remove from &book"), settled(who.remove), "Delete")

    def _button(self, text: str, act: Callable[[], None], key: str) -> QPushButton:
        """A button of which `key` does the same; no button is Enter's, which is the list's."""
        button = QPushButton(text, self, autoDefault=False)
        button.clicked.connect(act)
        on_key(key, self, act)
        return button

    def _connect(self) -> None:
        self.finding.told.connect(self.told)
        self.finding.found.connect(self._found)
        self.list.currentRowChanged.connect(self._moved)
        self.list.itemActivated.connect(self._hear)
        self.fields.settled.connect(self._change)
        self.who_is_who.changed.connect(self._tell_who_is_who)
        self.who_is_who.asked.connect(self.news.clear)
        self._desk.state_changed.connect(self._voices_may_be_known)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(label_for(self.list, self.tr("Character&s"), self))
        left.addWidget(self.list, 1)
        upper = QHBoxLayout()
        upper.addLayout(left, 3)
        upper.addWidget(Scrolled(self.fields, self), 2)
        actions = QGridLayout()
        hearing = (self.hear, self.go_first, self.go_next, self.recast, self.undo)
        directing = (self.merge, self.part, self.add, self.remove)
        for row, buttons in enumerate(in_rows(self, (hearing, directing))):
            for column, button in enumerate(buttons):
                actions.addWidget(button, row, column)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        closing.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        closing.rejected.connect(self.reject)
        everything = QVBoxLayout(self)
        everything.addWidget(self.finding)
        everything.addLayout(upper, 1)
        everything.addLayout(actions)
        everything.addWidget(self.news)
        everything.addWidget(closing)
        fit(self, 980, 680)
