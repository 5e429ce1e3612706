"""The window: contents and text side by side, the player below, menus above."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from reader.errors import SpeechError
from reader.narration.passage import Passage
from reader.ui.announcer import Announcer
from reader.ui.commands import COMMANDS, add_commands
from reader.ui.contents import Contents
from reader.ui.desk import Desk
from reader.ui.dialogs import show_error
from reader.ui.handlers import Handlers
from reader.ui.icons import application_icon
from reader.ui.notice_bar import NoticeBar
from reader.ui.player_bar import PlayerBar
from reader.ui.progress import Progress
from reader.ui.reading_view import ReadingView
from reader.ui.spread import Spread
from reader.ui.status import StatusLine
from reader.ui.welcome import Welcome


class MainWindow(QMainWindow):
    """Shows what is on `desk` and passes on what the reader asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.announcer = Announcer(self, enabled=desk.settings.announce)
        self.problem: QMessageBox | None = None
        self.shown_chapter: int | None = None
        self._progress: Progress | None = None
        self._build()
        self._connect()
        self._state_changed()

    def show_problem(self, error: BaseException) -> None:
        """Show `error` in a dialog; while one is open, or reading goes on, above the text."""
        session = self.desk.session
        reading_on = session is not None and session.playing and isinstance(error, SpeechError)
        if self.problem is not None or reading_on:
            self._notice(str(error))
            return
        self.problem = show_error(self, error)
        self.problem.finished.connect(self._problem_read)

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save what was chosen and put everything away."""
        geometry = self.saveGeometry().toBase64().data()
        self.handlers.choose(window=bytes(geometry).decode("ascii"))
        self.handlers.save()
        self.hide()  # at once; putting everything away may take a moment
        self.desk.close()
        super().closeEvent(event)

    # What happens on the desk

    def _opening(self, path: Path) -> None:
        self._end_progress()
        self._progress = Progress(
            self,
            self.tr("Opening"),
            self.tr("Reading {name}").format(name=path.name),
            self.desk.cancel_opening,
        )

    def _opening_progress(self, fraction: float) -> None:
        if self._progress is not None:
            self._progress.show_fraction(fraction)

    def _opening_ended(self, success: bool) -> None:
        self._end_progress()
        if not success and self.desk.session is None:
            self.show_welcome()

    def _end_progress(self) -> None:
        if self._progress is not None:
            self._progress.end()
            self._progress = None

    def _opened(self) -> None:
        session = self.desk.session
        assert session is not None
        self.setWindowTitle(self.tr("{title} — Tingshu").format(title=session.book.title))
        self.notice.hide()
        self.spread.show_book(session.book)
        self.status.use_faces_of(session.book.language)
        self._show_page(self.reading)
        # Before the caret is placed: Orca takes a caret that moves for its focus, silently.
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown_chapter = None
        self._moved(session.passage, by_key=True)
        self._state_changed()

    def show_welcome(self, news: str = "") -> None:
        """Show what to do while no book is open, and `news` of the one that was expected."""
        self.shown_chapter = None
        self.setWindowTitle("Tingshu")
        self.view.clear_book()
        self.chapters.show_book(None)
        self.notice.hide()
        self._show_page(self.welcome)
        self.welcome.begin(news)
        self.announcer.announce(news)
        self._state_changed()
        self.status.show_place(None)

    def _moved(self, passage: Passage | None, *, by_key: bool = False) -> None:
        """Show the place; the caret goes along unless the reader is listening."""
        session = self.desk.session
        if session is None:
            return
        if passage is not None:
            if passage.chapter != self.shown_chapter:
                self.shown_chapter = passage.chapter
                self.view.show_chapter(session.book.chapters[passage.chapter])
                self.chapters.mark(passage.chapter)
            if by_key or session.stopped:
                self.view.place_caret(passage.start)
            self.view.highlight(passage.start, passage.end)
        self.status.show_place(session)

    def _state_changed(self) -> None:
        session = self.desk.session
        self.status.show_state(session)
        self.player.show_playing(session is not None and session.playing)
        for command in COMMANDS:
            self.actions_by_name[command.name].setEnabled(
                session is not None or not command.needs_book
            )

    def _finished(self) -> None:
        self.status.answer(self.tr("End of the book"))
        self.announcer.announce(self.tr("End of the book"))

    def _notice(self, message: str) -> None:
        self.notice.show_message(message)
        self.announcer.announce(message)

    def _problem_read(self) -> None:
        self.problem = None

    # Building

    def _build(self) -> None:
        self.setWindowIcon(application_icon())
        self.view = ReadingView(text_size=self.desk.settings.text_size)
        self.chapters = Contents()
        self.spread = Spread(self.view, self.chapters)
        self.notice = NoticeBar()
        self.handlers = Handlers(self)
        self.actions_by_name = add_commands(self, self.view, self.handlers)
        self.player = PlayerBar(self.actions_by_name)
        self.player.show_rate(self.desk.settings.rate)
        self.player.show_volume(self.desk.settings.volume)
        self.status = StatusLine(self)
        names = ("open_book", "sample_english", "sample_chinese", "sample_mixed")
        self.welcome = Welcome([self.actions_by_name[name] for name in names])
        self.reading = self._reading_page()
        self.setCentralWidget(self._pages())
        self.setStatusBar(self.status)
        self.resize(1100, 760)
        if self.desk.settings.window:
            saved = QByteArray.fromBase64(self.desk.settings.window.encode("ascii", "ignore"))
            self.restoreGeometry(saved)

    def _pages(self) -> QWidget:
        """Both pages, neither shown yet; a stacked widget would be one more thing to say."""
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        for page in (self.welcome, self.reading):
            column.addWidget(page)
            page.hide()
        return pages

    def _show_page(self, shown: QWidget) -> None:
        for page in (self.welcome, self.reading):
            page.setVisible(page is shown)

    def _reading_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.spread, 1)
        column.addWidget(self.player)
        # Text first, then contents, then the player: the order of use, not of place.
        QWidget.setTabOrder(self.view, self.chapters)
        return page

    def _connect(self) -> None:
        desk = self.desk
        desk.opening.connect(self._opening)
        desk.opening_progress.connect(self._opening_progress)
        desk.opening_ended.connect(self._opening_ended)
        desk.opened.connect(self._opened)
        desk.closed.connect(self.show_welcome)
        desk.moved.connect(self._moved)
        desk.state_changed.connect(self._state_changed)
        desk.finished.connect(self._finished)
        desk.failed.connect(self.show_problem)
        desk.noticed.connect(self._notice)
        self.view.painted.connect(desk.prepare)
        self.chapters.chosen.connect(self.handlers.go_to_chapter)
        self.player.rate_chosen.connect(self.handlers.choose_rate)
        self.player.volume_chosen.connect(self.handlers.choose_volume)
        self.notice.voices_wanted.connect(self.handlers.voices)
        self.notice.dismissed.connect(self.handlers.text)
