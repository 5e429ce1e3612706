"""All pronunciations that hold where the reader is: found, changed, ordered, undone, exchanged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.lexicon.entry import Entry
from reader.lexicon.exchange import Imported
from reader.ui.desk import Desk
from reader.ui.enter_key import PressingDialog
from reader.ui.filter_field import FilterField
from reader.ui.fitting import fit
from reader.ui.hearing import Hearing
from reader.ui.labels import label_for, telling_label
from reader.ui.lexicon.changes import Change, changing, keeping, ordering, removing
from reader.ui.lexicon.file_jobs import FileJobs
from reader.ui.lexicon.in_words import entry_in_words
from reader.ui.lexicon.keeper import LexiconKeeper, scope
from reader.ui.lexicon.listing import EntryList
from reader.ui.lexicon.trial import Trial
from reader.ui.pronunciation_dialog import PronunciationDialog
from reader.ui.shortcuts import on_key
from reader.ui.tasks import Courier
from reader.ui.undoing import Undoing


class PronunciationsDialog(PressingDialog):
    """The list that `keeper` keeps; what is done here is done at once.

    What was done last, here or in the window, can be taken back by `undoing`.
    """

    told = Signal(str)
    """What a screen reader should be told: what was done."""

    def __init__(
        self, keeper: LexiconKeeper, undoing: Undoing, desk: Desk, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pronunciations"))
        self._keeper, self._undoing, self._desk = keeper, undoing, desk
        self._courier = Courier(self)
        self._known: Sequence[Entry] = ()
        self._wanted: int | None = None
        self.editing: PronunciationDialog | None = None
        self._hearing = Hearing(desk, self)
        self.jobs = FileJobs(self)
        self.jobs.told.connect(self.told)
        self.jobs.read.connect(self._imported)
        self.filter = FilterField(self.tr("Find a word"), self)
        self.filter.textChanged.connect(self._fill)
        self.list = EntryList(self.tr("Pronunciations"), self)
        self.filter.lead_to(self.list)
        # When Enter is done with: it goes on to this dialog, which would press a button with it.
        self.list.activated.connect(self._edit, Qt.ConnectionType.QueuedConnection)
        self.whole = telling_label(self)
        """All of the current row, which may be longer than the list is wide."""
        self.whole.setAccessibleName(self.tr("Details"))  # the list itself has told the words
        self._make_buttons()
        self._lay_out()
        keeper.forget()
        keeper.changed.connect(self._fill)
        self._fill()
        self.list.selectionModel().currentChanged.connect(self._show_actions)
        self.list.setFocus()

    # What is listed

    def _fill(self) -> None:
        """List what fits the filter; what was just changed becomes the current one."""
        entries = self._keeper.entries
        wanted = self._wanted or self._new_or_current(entries)
        self._known, self._wanted = entries, None
        sought = self.filter.text().strip().casefold()
        if sought:
            entries = [e for e in entries if sought in f"{e.word}\n{e.say}".casefold()]
        self.list.show_entries(entries, wanted)
        none = self.tr("None is listed.") if not entries else ""
        self.list.setAccessibleDescription(none)
        self._show_actions()

    def _new_or_current(self, entries: Sequence[Entry]) -> int | None:
        """The number of the first entry that is not as it was, else of the current one."""
        chosen = self.list.current
        if entries is not self._known:
            known = set(self._known)
            chosen = next((entry for entry in entries if entry not in known), chosen)
        return chosen.number if chosen is not None else None

    def _show_actions(self) -> None:
        """Offer what can be done; the focus stays on something."""
        current, focused = self.list.current, self.focusWidget()
        self.whole.setText(entry_in_words(current) if current is not None else "")
        for button in (self.change, self.remove, self.turn, self.hear):
            button.setEnabled(current is not None)
        turned_off = current is not None and not current.enabled
        self.turn.setText(self.tr("Turn &on") if turned_off else self.tr("Turn &off"))
        self.up.setEnabled(self._neighbour(-1) is not None)
        self.down.setEnabled(self._neighbour(1) is not None)
        self.undo.setEnabled(self._undoing.possible)
        self.export.setEnabled(bool(self.list.listed))
        if focused is not None and not focused.isEnabled():
            self.list.setFocus()

    def _neighbour(self, step: int) -> Entry | None:
        """The entry above or below, if the order between the two decides anything."""
        current, row = self.list.current, self.list.currentIndex().row() + step
        if current is None or self.filter.text().strip() or not 0 <= row < len(self.list.listed):
            return None
        other = self.list.listed[row]
        return other if scope(other) == scope(current) else None

    # What is done

    def _do(
        self, change: Change, title: str, told: Callable[[], object], number: int | None = None
    ) -> None:
        """Make a change to what `title` names, then call `told`.

        The entry of that number becomes the current one, else what has changed.
        """
        self._wanted = number
        if not self._keeper.change(change, title, self._courier.wrap(partial(self._did, told))):
            self.told.emit(self.tr("Pronunciations cannot be kept."))

    def _did(self, told: Callable[[], object]) -> None:
        self._show_actions()
        told()

    def _say(self, message: str) -> Callable[[], object]:
        return partial(self.told.emit, message)

    def _undo(self) -> None:
        self._undoing.undo(self._courier.wrap(self._taken_back))

    def _taken_back(self, title: str) -> None:
        self._show_actions()
        self.told.emit(self.tr("Taken back: {title}").format(title=title))

    def _add(self) -> None:
        entry = Entry(word="", book=self._keeper.book)
        self._ask(entry, Trial(desk=self._desk), self._add_entry)

    def _edit(self) -> None:
        entry = self.list.current
        if entry is not None:
            trial = Trial.of_entry(self._desk, entry) or Trial(desk=self._desk)
            self._ask(entry, trial, self._change_entry)

    def _ask(self, entry: Entry, trial: Trial, keep: Callable[[Entry], None]) -> None:
        session = self._desk.session
        language = session.book.language if session is not None else ""
        self.editing = PronunciationDialog(
            entry, trial, self, book=self._keeper.book, language=language.partition("-")[0]
        )
        self.editing.told.connect(self.told)
        self.editing.chosen.connect(keep)
        self.editing.open()

    def _add_entry(self, entry: Entry) -> None:
        message = self.tr("Kept: {word}").format(word=entry.word)
        self._do(keeping([entry]), entry.word, self._say(message))

    def _change_entry(self, entry: Entry) -> None:
        before = next((e for e in self._keeper.entries if e.number == entry.number), None)
        if before is not None and before != entry:
            message = self.tr("Changed: {word}").format(word=entry.word)
            self._do(changing(before, entry), entry.word, self._say(message), entry.number)

    def _remove(self) -> None:
        entry = self.list.current
        if entry is not None:
            message = self.tr("Removed: {word}").format(word=entry.word)
            self._do(removing([entry]), entry.word, self._say(message))

    def _turn(self) -> None:
        entry = self.list.current
        if entry is not None:
            turned = replace(entry, enabled=not entry.enabled)
            words = self.tr("On: {word}") if turned.enabled else self.tr("Off: {word}")
            message = words.format(word=entry.word)
            self._do(changing(entry, turned), entry.word, self._say(message), entry.number)

    def _move(self, step: int) -> None:
        entry, other = self.list.current, self._neighbour(step)
        if entry is None or other is None:
            self.told.emit(self.tr("No further that way"))
            return
        before = [each for each in self._keeper.entries if each.book == entry.book]
        swapped = {entry.number: other, other.number: entry}
        after = [swapped.get(each.number, each) for each in before]
        words = self.tr("Before {word}") if step < 0 else self.tr("After {word}")
        message = words.format(word=other.word)
        self._do(ordering(before, after), entry.word, self._say(message), entry.number)

    def _hear(self) -> None:
        entry = self.list.current
        trial = Trial.of_entry(self._desk, entry) if entry is not None else None
        if entry is not None and trial is not None:
            self._hearing.press(self.hear, trial.with_entry(entry))
        elif entry is not None:
            self.told.emit(self.tr("The pattern fits nothing in this chapter."))

    def _imported(self, imported: Imported, name: str) -> None:
        before, new = len(self._keeper.entries), len(imported.entries)

        def told() -> None:
            self.jobs.tell_imported(imported, before + new - len(self._keeper.entries))

        self._do(keeping(imported.entries), name, told)

    # How it looks

    def _make_buttons(self) -> None:
        self.add = self._button(self.tr("&Add…"), self._add)
        self.change = self._button(self.tr("Chan&ge…"), self._edit, "F2")
        self.remove = self._button(self.tr("&Remove"), self._remove, "Del")
        self.undo = self._button(self.tr("&Undo"), self._undo, "Ctrl+Z")
        self.hear = self._button(self.tr("&Hear"), self._hear)
        self.turn = self._button(self.tr("Turn &off"), self._turn)
        self.up = self._button(self.tr("Move u&p"), lambda: self._move(-1), "Alt+Up")
        self.down = self._button(self.tr("Move &down"), lambda: self._move(1), "Alt+Down")
        self.take = self._button(
            self.tr("&Import…"), lambda: self.jobs.ask_import(self._keeper.book)
        )
        self.export = self._button(
            self.tr("&Export…"), lambda: self.jobs.ask_export(self.list.listed)
        )

    def _button(self, text: str, act: Callable[[], None], key: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        if key:
            on_key(key, self, act)
        return button

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for button in (
            self.add,
            self.change,
            self.remove,
            self.undo,
            self.hear,
            self.turn,
            self.up,
            self.down,
            self.take,
            self.export,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(label_for(self.filter, self.tr("&Find a word"), self))
        top.addWidget(self.filter, 1)
        left = QVBoxLayout()
        left.addLayout(top)
        left.addWidget(label_for(self.list, self.tr("Pro&nunciations"), self))
        left.addWidget(self.list, 1)
        left.addWidget(self.whole)
        upper = QHBoxLayout()
        upper.addLayout(left, 1)
        upper.addLayout(buttons)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        # Else Enter in the list would close the dialog, too.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addLayout(upper, 1)
        column.addWidget(close)
        fit(self, 760, 540)
