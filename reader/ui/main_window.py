"""The window: contents and text side by side, the player below, menus above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from reader.background import Task
from reader.library.shelf import ShelfEntry
from reader.navigation.place import Position
from reader.session import ReadingSession
from reader.ui.actions import actions_of
from reader.ui.actions.file import FileActions
from reader.ui.actions.view import TOGGLES
from reader.ui.announcer import Announcer
from reader.ui.choices import Choices
from reader.ui.commands import COMMANDS_BY_NAME, add_commands, apply_keymap
from reader.ui.commands.key_names import in_words
from reader.ui.commands.keymap import Keymap
from reader.ui.commands.text_keys import TextKeys
from reader.ui.desk import Desk
from reader.ui.desktop import DesktopTies
from reader.ui.dialogs import show_message
from reader.ui.fitting import fit
from reader.ui.following import Following
from reader.ui.guide import NOWHERE, Guide
from reader.ui.icons import application_icon
from reader.ui.key_description import KeyDescription
from reader.ui.marks import Marks
from reader.ui.news import News
from reader.ui.pages import Pages, ReadingPage
from reader.ui.player_bar import PlayerBar
from reader.ui.progress import OpeningProgress
from reader.ui.speech.screen_readers import ScreenReaders
from reader.ui.status import StatusLine
from reader.ui.tasks import Courier
from reader.ui.welcome import RECENT, Welcome


class MainWindow(QMainWindow):
    """Shows what is on `desk` and passes on what the reader asks for."""

    ended = Signal()
    """The window was closed, and all is saved; whatever dialog is still open goes too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        settings = desk.settings
        self.screen_readers = ScreenReaders(self)
        self.announcer = Announcer(
            self,
            enabled=settings.announce,
            way=settings.announce_by,
            screen_readers=self.screen_readers,
        )
        self.choices = Choices(desk, self)
        self.marks = Marks(desk.library, self)
        self.guide = NOWHERE
        self.keymap = Keymap(settings.keys)
        self.shown_chapter: int | None = None
        self._courier = Courier(self)
        self._preparing: Task[None] | None = None
        self.news = News(self)
        self._build()
        self._connect()
        self.desktop = DesktopTies(self)
        self._show_choices(frozenset(TOGGLES))
        self._state_changed()
        if self.keymap.problems:
            QTimer.singleShot(0, self, self._show_key_problems)

    def say(self, message: str) -> None:
        """Show a short answer in the status line and say it to a screen reader."""
        self.status.answer(message)
        self.announcer.announce(message)

    def focus_text(self) -> None:
        """Put the focus on the book's text."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The parts of the window between which the focus goes round."""
        return self.view, self.chapters, self.find_bar, self.player, self.welcome, self.notice

    def title_of(self, command: str) -> str:
        """What the menus call `command`."""
        return COMMANDS_BY_NAME[command].title

    def describe_keys(self) -> None:
        """Have keys described instead of obeyed, or obeyed again."""
        self.key_description.toggle()

    def use_keys(self, keymap: Keymap) -> None:
        """Obey other keys from now on."""
        self.keymap = keymap
        self.choices.choose(keys=dict(keymap.overrides))
        apply_keymap(self.actions_by_name, self.view, keymap)
        self.player.show_keys()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save what was chosen and put everything away."""
        geometry = self.saveGeometry().toBase64().data()
        self.choices.choose(window=bytes(geometry).decode("ascii"))
        self.choices.save()
        if self._preparing is not None:
            self._preparing.cancel()
        self.desktop.close()
        self.hide()  # at once; putting everything away may take a moment
        self.desk.close()
        super().closeEvent(event)
        self.ended.emit()

    # What happens on the desk

    def _opening_ended(self, success: bool) -> None:
        if not success and self.desk.session is None:
            self.show_welcome()

    def _opened(self) -> None:
        session = self.desk.session
        assert session is not None
        self.status.clearMessage()  # an answer to what was asked without the book
        self._prepare_guide(session)
        self.setWindowTitle(self.tr("{title} — Tingshu").format(title=session.book.title))
        self.notice.hide()
        self.spread.show_book(session.book)
        self.status.use_faces_of(session.book.language)
        self.pages.show_page(self.reading)
        # Before the caret is placed: Orca takes a caret that moves for its focus, silently.
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown_chapter = None
        self.choices.apply_profile()
        self.choices.apply_skipping()
        self.marks.show_book(session.book, session.timeline)
        session.set_cues(self.desk.settings.cues, self.marks.is_marked)
        self.following.moved(session.passage, by_key=True)
        self._state_changed()

    def _prepare_guide(self, session: ReadingSession) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
        self.guide = Guide.of(session.book, session.timeline)
        self._preparing = self._courier.run(
            self.guide.prepare,
            name="find elements",
            done=lambda _: None,
            failed=self.news.tell_problem,
        )

    def _closed(self) -> None:
        self.choices.apply_profile()
        self.show_welcome()
        self.say(self.tr("The book is closed"))

    def show_welcome(self, news: str = "") -> None:
        """Show what to do while no book is open, and `news` of the one that was expected."""
        self.shown_chapter = None
        self.guide = NOWHERE
        self.marks.show_book(None)
        self.setWindowTitle(QCoreApplication.translate("Language", "Tingshu"))
        self.view.clear_book()
        self.chapters.show_book(None)
        self.notice.hide()
        self.find_bar.hide()
        self.pages.show_page(self.welcome)
        self.welcome.begin(news)
        self.announcer.announce(news)
        self._state_changed()
        self.status.show_place(None)

    def _state_changed(self) -> None:
        session = self.desk.session
        self.status.show_state(session)
        self.player.show_playing(session is not None and session.playing)

    def _show_key_problems(self) -> None:
        show_message(self, self.tr("Keys"), "\n".join(self.keymap.problems))

    def _choices_changed(self, names: frozenset[str]) -> None:
        settings, session = self.desk.settings, self.desk.session
        self.announcer.enabled = settings.announce
        self.announcer.way = settings.announce_by
        if "cues" in names and session is not None:
            session.set_cues(settings.cues, self.marks.is_marked)
        self.player.show_rate(settings.rate)
        self.player.show_volume(settings.volume)
        self._show_choices(names)

    def _show_choices(self, names: frozenset[str]) -> None:
        settings = self.desk.settings
        self.view.set_marks(sentence=settings.mark_sentence, word=settings.mark_word)
        for name in names.intersection(TOGGLES):
            self.actions_by_name[name].setChecked(getattr(settings, name))

    # Building

    def _build(self) -> None:
        self.setWindowIcon(application_icon())
        self.reading = ReadingPage()
        self.view, self.chapters = self.reading.view, self.reading.chapters
        self.notice, self.find_bar = self.reading.notice, self.reading.find_bar
        self.spread = self.reading.spread
        self.status = StatusLine(self)
        self.actions_by_name: dict[str, QAction] = add_commands(
            self, self.view, actions_of(self), keymap=self.keymap
        )
        text_keys = TextKeys(self.view, self.actions_by_name.values())
        text_keys.read_after.connect(self.view.keep_moves)
        self.key_description = KeyDescription(self, lambda: self.keymap, self.say)
        self.key_description.changed.connect(self.actions_by_name["describe_keys"].setChecked)
        self.player = PlayerBar(self.actions_by_name)
        self.player.show_rate(self.desk.settings.rate)
        self.player.show_volume(self.desk.settings.volume)
        names = ("library", "open_book", "sample_english", "sample_chinese", "sample_mixed")
        play = next(map(in_words, self.keymap.keys("play")), "")
        self.welcome = Welcome(
            [self.actions_by_name[name] for name in names],
            play,
            recent=self._recent,
            rate=lambda: self.desk.settings.rate,
        )
        self.reading.add_player(self.player)
        self.pages = Pages(self.welcome, self.reading)
        self.setCentralWidget(self.pages)
        self.setStatusBar(self.status)
        fit(self, 1100, 760)
        if self.desk.settings.window:
            saved = QByteArray.fromBase64(self.desk.settings.window.encode("ascii", "ignore"))
            self.restoreGeometry(saved)
        self.following = Following(self)

    def _recent(self) -> Sequence[ShelfEntry]:
        return self.desk.library.recent(RECENT) if self.desk.library is not None else ()

    def _connect(self) -> None:
        desk = self.desk
        self.opening = OpeningProgress(desk, self)
        desk.opening_ended.connect(self._opening_ended)
        desk.opened.connect(self._opened)
        desk.closed.connect(self._closed)
        desk.place_wanted.connect(self._go_to_place)
        desk.state_changed.connect(self._state_changed)
        self.choices.changed.connect(self._choices_changed)
        self.view.painted.connect(desk.prepare)
        self.screen_readers.changed.connect(self.view.refresh)
        self.chapters.chosen.connect(self._go_to_chapter)
        self.player.rate_chosen.connect(lambda rate: self.choices.choose(rate=rate))
        self.player.volume_chosen.connect(lambda volume: self.choices.choose(volume=volume))
        self.notice.voices_wanted.connect(self.actions_by_name["voices"].trigger)
        self.notice.dismissed.connect(self.focus_text)
        files = self.findChild(FileActions)
        assert files is not None
        self.welcome.book_wanted.connect(files.open_entry)

    def _go_to_chapter(self, chapter: int) -> None:
        """Move to the start of `chapter` and put the focus on the text."""
        self._go_to_place(Position(chapter, 0))

    def _go_to_place(self, place: Position) -> None:
        # In this order: Orca takes a caret that moves for its focus, and then says nothing.
        self.focus_text()
        self.following.go(place)
