"""The exports in a window of their own: how far they are, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.desk import Desk
from reader.ui.dialogs import show_message
from reader.ui.enter_key import PressingDialog
from reader.ui.export.export import Export, State
from reader.ui.export.export_list import ExportList
from reader.ui.export.exports import Exports
from reader.ui.export.in_words import details_in_words, percent_of, progress_in_words
from reader.ui.export.progress_bar import SilentBar
from reader.ui.export.stopping import Stopping
from reader.ui.fitting import fit
from reader.ui.flow import Flow
from reader.ui.labels import label_for
from reader.ui.review_text import ReviewText
from reader.ui.shortcuts import on_key

_REFRESH = 500
"""Milliseconds between two looks at how far the current export is."""

_LINES = 6
"""What the details show at least, in lines."""

_PAUSABLE = (State.RUNNING, State.PAUSED)
_RESUMABLE = (State.UNFINISHED, State.FAILED)
_STOPPABLE = (State.RUNNING, State.PAUSED, State.WAITING)


class ExportsWindow(PressingDialog):
    """Shows `exports` beside the main window; leaving it stops none of them.

    The details are not changed while they are being read.
    """

    told = Signal(str)
    """What a screen reader should be told: what was asked for, what was done."""

    def __init__(self, exports: Exports, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Exports"))
        self.exports, self._desk = exports, desk
        self.list = ExportList(self)
        self.bar = SilentBar(self)
        self.stopping = Stopping(exports, self)
        self.message: QMessageBox | None = None
        self._make_buttons()
        self.details = ReviewText(self.tr("Details"), self)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH)
        self._timer.timeout.connect(self._show_progress)
        exports.listed.connect(self._list)
        exports.changed.connect(self._changed)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self._list()

    def begin(self, export: Export | None = None) -> None:
        """Show them, `export` as the current one."""
        self.list.show_exports(self.exports.all, export or self.exports.running)
        self._show_current()
        self.show()
        self.activateWindow()
        self.list.setFocus()
        if not self.exports.all:
            self.told.emit(self.tr("There are no exports."))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Follow how far they are while somebody sees it."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Rest while nobody does."""
        super().hideEvent(event)
        self._timer.stop()

    # What is shown

    def _list(self) -> None:
        self.list.show_exports(self.exports.all)
        self._show_current()

    def _changed(self, export: Export) -> None:
        self.list.rows.refresh(export)
        if export is self.list.current:
            self._show_current()

    def _show_current(self) -> None:
        """Show the current one, and the buttons that serve it; the focus stays on something."""
        focused, export = self.focusWidget(), self.list.current
        state = export.state if export is not None else None
        self.pause.setText(self.tr("&Continue") if state is State.PAUSED else self.tr("&Pause"))
        self.pause.setEnabled(state in _PAUSABLE)
        self.stop.setEnabled(state in _STOPPABLE)
        self.go_on.setEnabled(state in _RESUMABLE)
        self.open_it.setEnabled(state is State.DONE)
        self.show_folder.setEnabled(export is not None and state is not State.WAITING)
        self.remove.setEnabled(state in (*_RESUMABLE, State.DONE))
        self.remove.setText(
            self.tr("Gi&ve up…") if state in _RESUMABLE else self.tr("Remo&ve from list")
        )
        self.how_far.setEnabled(export is not None)
        self._show_details()
        self._show_progress()
        if focused is not None and not focused.isEnabled():
            self.list.setFocus()

    def _show_progress(self) -> None:
        export = self.list.current
        self.bar.show_percent(percent_of(export) if export is not None else 0)
        if not self.details.hasFocus():
            self._show_details()

    def _show_details(self) -> None:
        export = self.list.current
        text = details_in_words(export) if export is not None else ""
        if text != self.details.toPlainText():
            self.details.setPlainText(text)

    # What is done

    def _act(self, act: Callable[[Export], object], *states: State) -> Callable[[], None]:
        """`act` on the current export, if that is in one of `states`."""

        def on_current() -> None:
            export = self.list.current
            if export is not None and (not states or export.state in states):
                act(export)

        return on_current

    def _pause(self, export: Export) -> None:
        if export.state is State.PAUSED:
            self.exports.go_on(export)
            self.told.emit(self.tr("It goes on"))
        else:
            self.exports.pause(export)
            self.told.emit(self.tr("Paused"))

    def _go_on(self, export: Export) -> None:
        self.exports.go_on(export)
        self.told.emit(self.tr("It goes on"))

    def _remove(self, export: Export) -> None:
        if export.state is State.DONE:
            self.exports.give_up(export)
            self.told.emit(self.tr("Removed from the list; the files stay."))
        else:
            self.stopping.ask_giving_up(export)

    def _tell(self, export: Export) -> None:
        self.told.emit(progress_in_words(export))

    def _open(self, export: Export) -> None:
        """Open a read-along book here, all else in the program that the system has for it."""
        files = export.result.files if export.result is not None else ()
        if not files:
            return
        if files[0].suffix.lower() == ".epub":
            self.hide()
            self._desk.open(files[0])
        else:
            self._show_outside(files[0])

    def _show_folder(self, export: Export) -> None:
        target = export.order.target
        self._show_outside(target if target.is_dir() else target.parent)

    def _show_outside(self, path: Path) -> None:
        if not path.exists():
            text = self.tr("{path} is no longer there.").format(path=path)
        elif QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return
        else:
            text = self.tr("No program was found that opens {path}.").format(path=path)
        self.message = show_message(self, self.tr("Exports"), text)

    # How it looks

    def _make_buttons(self) -> None:
        act = self._act
        self.pause = self._button(self.tr("&Pause"), act(self._pause, *_PAUSABLE))
        self.stop = self._button(self.tr("&Stop…"), act(self.stopping.ask, *_STOPPABLE), "Delete")
        self.go_on = self._button(self.tr("&Go on"), act(self._go_on, *_RESUMABLE))
        self.how_far = self._button(self.tr("&How far is it?"), act(self._tell), "F5")
        self.open_it = self._button(self.tr("&Open"), act(self._open, State.DONE))
        self.show_folder = self._button(self.tr("Show in &folder"), act(self._show_folder))
        removable = (*_RESUMABLE, State.DONE)
        self.remove = self._button(self.tr("Remo&ve from list"), act(self._remove, *removable))

    def _button(self, text: str, act: Callable[[], None], key: str = "") -> QPushButton:
        button = QPushButton(text, self, autoDefault=False)
        button.clicked.connect(act)
        if key:
            on_key(key, self, act)
        return button

    def _lay_out(self) -> None:
        self.details.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        buttons = Flow()
        buttons.setSpacing(8)
        for button in (
            self.pause,
            self.stop,
            self.go_on,
            self.how_far,
            self.open_it,
            self.show_folder,
            self.remove,
        ):
            buttons.addWidget(button)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        # Else Enter in the list would close the window, too.
        closing.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        closing.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label_for(self.list, self.tr("&Exports"), self))
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        column.addWidget(label_for(self.details, self.tr("De&tails"), self))
        column.addWidget(self.details, 1)
        column.addWidget(closing)
        fit(self, 720, 560)
