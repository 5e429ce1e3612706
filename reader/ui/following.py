"""Keeps text, caret and voice together: who follows whom is the reader's choice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.narration.passage import Passage
from reader.navigation.place import Position

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

_SETTLED = 400
"""Milliseconds that the caret rests before the voice follows it: arrow keys are held down."""

_AGAIN = 0.75
"""Seconds within which a second press at the edge of a chapter crosses it."""


class Following(QObject):
    """Shows in the window's text what the session does, and the other way round."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.view
        self._desk = window.desk
        self._wandered = False
        self._here: tuple[Passage | None, Position] | None = None
        self._edge: tuple[int, float] = (0, float("-inf"))
        self._caret_timer = QTimer(self)
        self._caret_timer.setSingleShot(True)
        self._caret_timer.setInterval(_SETTLED)
        self._caret_timer.timeout.connect(self._voice_to_caret)
        self._view.caret_moved.connect(self._caret_moved)
        self._view.edge_reached.connect(self._edge_reached)
        self._desk.moved.connect(self.moved)
        self._desk.word_spoken.connect(self._word)
        self._desk.state_changed.connect(self._caret_to_voice)

    def moved(self, passage: Passage | None, *, by_key: bool = False) -> None:
        """Show the place; the caret goes along unless the reader is listening."""
        session = self._desk.session
        if session is None or passage != session.passage:  # overtaken by a later move
            return
        if by_key or (self._here is not None and self._here[0] != passage):
            self._here = None
        arrived = self._here is not None  # told again when the sentence begins to sound
        if passage is None and self._window.shown_chapter is None and session.book.chapters:
            self._show(0, 0)  # nothing to hear in it; it can be looked at all the same
        if passage is not None and not arrived:
            self._show(passage.chapter, passage.start)
            selecting = self._wandered and self._view.selection is not None
            caret_follows = self._desk.settings.caret_follows and not selecting
            if by_key or not session.playing or caret_follows:
                self._view.place_caret(passage.start)
                self._wandered = False
        if passage is not None and passage.chapter == self._window.shown_chapter:
            self._view.highlight(passage.start, passage.end)
        self._window.status.show_place(session, self._window.shown_chapter)

    @property
    def position(self) -> Position | None:
        """Where the reader is: what is heard while the book plays, else the caret."""
        session, chapter = self._desk.session, self._window.shown_chapter
        if session is None or chapter is None:
            return None
        if session.playing and session.passage is not None:
            return self._spoken(session.passage)
        return Position(chapter, self._view.caret)

    @property
    def wandered(self) -> bool:
        """Whether the reader has put the caret somewhere else than the sentence of the place."""
        session, here = self._desk.session, self.position
        passage = session.passage if session is not None else None
        if not self._wandered or here is None or session is None or passage is None:
            return False
        return session.timeline.at(here.chapter, here.offset, spoken_only=False) != passage

    def follow(self) -> None:
        """Look where the voice is from now on."""
        self._wandered = False
        self._view.follow()

    def go(self, target: Position, *, exactly: bool = False) -> None:
        """Jump to `target`; the way back is remembered, and even the shortest if `exactly`."""
        if self.position is not None:
            self._window.guide.history.left(self.position, exactly=exactly)
        self.arrive(target)

    def arrive(self, target: Position) -> None:
        """Be at `target`: the voice, if it speaks, and the caret exactly there."""
        session = self._desk.session
        self._desk.listening.stop()
        if session is not None:
            session.go_to(target.chapter, target.offset, spoken_only=False)
            self._here = session.passage, target
            self.show_position(target)

    def stepped(self) -> None:
        """The session has moved by whole sentences: the caret goes to the beginning of one."""
        self._here = None

    def show_position(self, place: Position) -> None:
        """Put the caret exactly at `place`, whatever the sentence is."""
        session = self._desk.session
        if session is None:
            return
        self._show(place.chapter, place.offset)
        self._view.place_caret(place.offset)
        self._wandered = False

    def _spoken(self, passage: Passage) -> Position:
        """The place that a jump led to within `passage`, or its beginning."""
        if self._here is not None and self._here[0] == passage:
            return self._here[1]
        return Position(passage.chapter, passage.start)

    def _caret_to_voice(self) -> None:
        """Have the caret where the voice fell silent, unless the reader has put it elsewhere."""
        session = self._desk.session
        passage = session.passage if session is not None else None
        if session is None or passage is None or session.playing or self._wandered:
            return
        here = Position(passage.chapter, self._view.caret)
        if passage.chapter != self._window.shown_chapter or (
            session.timeline.at(here.chapter, here.offset, spoken_only=False) != passage
        ):
            self.show_position(self._spoken(passage))

    def _show(self, chapter: int, offset: int) -> None:
        session, window = self._desk.session, self._window
        if session is not None and chapter != window.shown_chapter:
            window.shown_chapter = chapter
            self._view.show_chapter(session.book.chapters[chapter], at=offset)
            window.chapters.mark(chapter)

    def _word(self, start: int, end: int) -> None:
        session = self._desk.session
        if session is None or session.passage is None:
            return
        if session.passage.chapter == self._window.shown_chapter:
            self._view.mark_word(start, end)

    def _caret_moved(self, _offset: int) -> None:
        self._wandered = True
        if self._desk.settings.voice_follows:
            self._caret_timer.start()

    def _voice_to_caret(self) -> None:
        session, chapter = self._desk.session, self._window.shown_chapter
        if session is None or chapter is None or session.stopped:
            return
        here = Position(chapter, self._view.caret)
        if session.shown(here.chapter, here.offset):
            self._here = session.passage, here

    def _edge_reached(self, step: int) -> None:
        """Cross into the next chapter at the second press; say so at the first."""
        session, chapter = self._desk.session, self._window.shown_chapter
        if session is None or chapter is None or session.playing:
            return
        now = time.monotonic()
        before, at = self._edge
        self._edge = (step, now)
        if not 0 <= chapter + step < len(session.book.chapters):
            self._window.say(
                self.tr("End of the book") if step > 0 else self.tr("Start of the book")
            )
            return
        if before != step or now - at > _AGAIN:
            self._window.say(
                self.tr("End of the chapter") if step > 0 else self.tr("Start of the chapter")
            )
            return
        target = chapter + step
        self._edge = (0, now)
        length = len(session.book.chapters[target].text)
        self.arrive(Position(target, 0 if step > 0 else length))
        self._window.say(self._window.status.place_in_words(session, target))
