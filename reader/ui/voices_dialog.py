"""The voices: what can speak, under which licence, and what can be installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.background import CancelToken
from reader.ui.desk import Desk
from reader.ui.dialogs import ask, show_error
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.language import in_words, listed
from reader.ui.lists import ColumnList
from reader.ui.pack_jobs import PackJobs
from reader.ui.review_text import ReviewText
from reader.ui.tasks import Courier
from reader.ui.voice_entries import Entry, entries


class VoicesDialog(PressingDialog):
    """Lists voices and packs; the buttons act on the current one, told of below the list."""

    chosen = Signal(list, str)
    """Languages, and the name of the voice to read them from now on."""
    told = Signal(str)
    """What came of a button, for a screen reader."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Voices"))
        self._desk = desk
        self._courier = Courier(self)
        self.jobs = PackJobs(self)
        self.jobs.done.connect(self._done)
        self.listening = desk.listening
        self.listening.ended.connect(self._show_actions)
        self.listening.failed.connect(self._failed)
        self.problem: QMessageBox | None = None
        self.question: QMessageBox | None = None
        headings = [self.tr("Voice"), self.tr("Languages"), self.tr("Sounds"), self.tr("State")]
        self.list = ColumnList(self.tr("Voices"), headings, self)
        self.list.currentItemChanged.connect(self._show_entry)
        self.listen = self._button(self.tr("&Listen"), self._listen)
        self.use = self._button(self.tr("&Use this voice"), self._use)
        self.install = self._button(self.tr("&Install"), self._install)
        self.renew = self._button(self.tr("U&pdate"), self._update)
        self.check = self._button(self.tr("Chec&k"), self._check)
        self.remove = self._button(self.tr("&Remove…"), self._remove)
        self.details = self._details()
        self.news = QLabel(self)
        self.news.setWordWrap(True)
        self._lay_out()
        self._list_voices()

    # How it looks

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setEnabled(False)
        button.clicked.connect(act)
        return button

    def _details(self) -> ReviewText:
        details = ReviewText(self.tr("About the voice"), self)
        details.setMaximumHeight(8 * self.fontMetrics().height())
        return details

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for button in self._actions:
            buttons.addWidget(button)
        buttons.addStretch(1)
        upper = QHBoxLayout()
        upper.addWidget(self.list, 1)
        upper.addLayout(buttons)
        label = label_for(self.details, self.tr("&About the voice"), self)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(upper, 1)
        for widget in (label, self.details, self.news, close):
            column.addWidget(widget)
        fit(self, 820, 540)

    @property
    def _actions(self) -> list[QPushButton]:
        return [self.listen, self.use, self.install, self.renew, self.check, self.remove]

    # What is listed

    def _list_voices(self) -> None:
        """Fill the list on a thread: finding the voices loads their engines' libraries."""

        def find(_token: CancelToken) -> list[Entry]:
            return entries(self._desk.speaker or self._desk.new_speaker())

        self._courier.run(find, name="find voices", done=self._fill, failed=self._failed)

    def _fill(self, found: Sequence[Entry]) -> None:
        before = self._entry
        self.list.clear()
        for entry in found:
            languages = listed(self._language(each) for each in entry.speaks)
            self.list.add([entry.title, languages, self._sounds(entry), self._state(entry)], entry)
        self.list.settle()
        for row, entry in enumerate(found):
            if before is not None and entry.is_like(before):
                self.list.setCurrentIndex(self.list.model().index(row, 0))
                break

    @property
    def _entry(self) -> Entry | None:
        chosen = self.list.chosen
        return chosen if isinstance(chosen, Entry) else None

    def _language(self, tag: str) -> str:
        names = {"zh": self.tr("Chinese"), "en": self.tr("English"), "*": self.tr("any other")}
        return names.get(tag, tag)

    def _sounds(self, entry: Entry) -> str:
        if entry.pack is not None and not entry.able:
            count = entry.pack.speakers or len(entry.pack.voices)
            if count > 1:
                return self.tr("{count} voices").format(count=count)
        words = {
            ("female", "child"): self.tr("girl"),
            ("female", "young"): self.tr("young woman"),
            ("female", "adult"): self.tr("woman"),
            ("female", "senior"): self.tr("elderly woman"),
            ("male", "child"): self.tr("boy"),
            ("male", "young"): self.tr("young man"),
            ("male", "adult"): self.tr("man"),
            ("male", "senior"): self.tr("elderly man"),
        }
        return words.get((entry.voice.gender, entry.voice.age), self.tr("not told"))

    def _state(self, entry: Entry) -> str:
        if not entry.installed:
            return self.tr("not installed")
        if not entry.able:
            return self.tr("cannot speak")
        state = self.tr("installed")
        if entry.reads:
            languages = listed(self._language(each) for each in entry.reads)
            state = self.tr("reads {languages}").format(languages=languages)
        if entry.outdated:
            state = self.tr("{state}, update to be had").format(state=state)
        return state

    def _show_entry(self) -> None:
        self._show_actions()
        entry = self._entry
        if entry is None:
            self.details.clear()
            return
        told = entry.voice if entry.able or entry.pack is None else entry.pack
        lines = [
            entry.absence,
            self.tr("Licence: {licence}").format(licence=in_words(told.licence)),
            self.tr("Source: {source}").format(source=told.source),
            in_words(told.note),
        ]
        if entry.pack is not None and not entry.installed:
            megabytes = round(entry.pack.download_size / 1e6)
            lines.append(self.tr("To download: {megabytes} MB").format(megabytes=megabytes))
        self.details.setPlainText("\n".join(line for line in lines if line))

    def _show_actions(self) -> None:
        """Offer what can be done with the current entry; the focus stays on something."""
        entry = self._entry
        able = entry is not None and entry.able
        there = entry is not None and entry.pack is not None and entry.installed
        focused = self.focusWidget()
        self.listen.setText(self.tr("S&top") if self.listening.running else self.tr("&Listen"))
        self.install.setText(self.tr("&Install again") if there else self.tr("&Install"))
        self.listen.setEnabled(able or self.listening.running)
        self.use.setEnabled(able and bool(entry and entry.languages))
        self.install.setEnabled(entry is not None and entry.pack is not None)
        self.renew.setEnabled(there)
        self.check.setEnabled(there)
        self.remove.setEnabled(there)
        if focused in self._actions and not focused.isEnabled():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def _listen(self) -> None:
        from reader.speech.catalogue import sample_of

        if self.listening.running:
            self.listening.stop()
        elif self._entry is not None:
            self.listening.start(self._entry.voice, sample_of(self._entry.voice))
            self._show_actions()

    def _use(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self.chosen.emit([*entry.languages], entry.voice.name)
        names = listed(self._language(each) for each in entry.languages)
        self._tell(
            self.tr("{voice} reads {languages} now.").format(voice=entry.title, languages=names)
        )
        self._list_voices()

    def _install(self) -> None:
        self._with_pack(self.jobs.install)

    def _update(self) -> None:
        self._with_pack(self.jobs.update)

    def _check(self) -> None:
        self._with_pack(self.jobs.check)

    def _remove(self) -> None:
        entry = self._entry
        if entry is None or entry.pack is None:
            return
        pack = entry.pack
        self.question = ask(
            self,
            self.tr("Remove"),
            self.tr("Remove {pack} and all its voices?").format(pack=in_words(pack.title)),
            self.tr("&Remove"),
            lambda: self.jobs.remove(pack),
        )

    def _with_pack(self, act: Callable[..., None]) -> None:
        if self._entry is not None and self._entry.pack is not None:
            self.listening.stop()
            act(self._entry.pack)

    def _done(self, told: str, changed: bool) -> None:
        if changed:
            self._desk.renew_speaker()
            self._list_voices()
        self._tell(told)

    def _tell(self, message: str) -> None:
        """Show what came of it, and say it to a screen reader."""
        self.news.setText(message)
        self.told.emit(message)

    def _failed(self, error: BaseException) -> None:
        self.problem = show_error(self, error)

    def done(self, result: int) -> None:
        """Close; a voice that is just speaking falls silent."""
        self.listening.stop()
        super().done(result)
