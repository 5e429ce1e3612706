"""Moving by sentence, paragraph and chapter, with the voice or without."""

from __future__ import annotations

import sys
from collections.abc import Callable

from reader.navigation.place import Position
from reader.session import ReadingSession
from reader.ui.actions.part import Actions, Part
from reader.ui.notes.cues import NoteCue


class StepActions(Part):
    """One step on or back."""

    def actions(self) -> Actions:
        """By the commands' names."""
        return {
            "next_sentence": lambda: self._step(
                ReadingSession.next_sentence, self.tr("No next sentence"), _sentence
            ),
            "previous_sentence": lambda: self._step(
                ReadingSession.previous_sentence, self.tr("No previous sentence"), _sentence
            ),
            "next_paragraph": lambda: self._step(
                ReadingSession.next_paragraph,
                self.tr("No next paragraph"),
                self._paragraph("next_paragraph"),
            ),
            "previous_paragraph": lambda: self._step(
                ReadingSession.previous_paragraph,
                self.tr("No previous paragraph"),
                self._paragraph("previous_paragraph"),
            ),
            "next_chapter": lambda: self._leap(
                ReadingSession.next_chapter, self.tr("No next chapter"), self._chapter
            ),
            "previous_chapter": lambda: self._leap(
                ReadingSession.previous_chapter, self.tr("No previous chapter"), self._chapter
            ),
            "chapter_start": lambda: self._leap(
                ReadingSession.chapter_start, self.tr("No text in this chapter"), _sentence
            ),
            "chapter_end": lambda: self._leap(
                ReadingSession.chapter_end, self.tr("No text in this chapter"), _sentence
            ),
            "escape": self.escape,
        }

    def escape(self) -> None:
        """Go on behind the list, table, note or code that the place is in."""
        session, here = self.session, self.position
        if session is None or here is None:
            return
        target = self.window.guide.elements.past(here)
        if target is None:
            self.say(self.tr("Nothing to leave here"))
            return
        heard = session.timeline.at(target.chapter, target.offset)
        if heard is not None:  # behind what is left out, too
            target = max(target, Position(heard.chapter, heard.start))
        self.go(target)
        self._tell(session, session.sentence)

    def _step(
        self,
        step: Callable[[ReadingSession], bool],
        nothing: str,
        arrived: Callable[[ReadingSession], str] | None = None,
    ) -> None:
        """Move; unless the voice says where, a screen reader is told what `arrived` gives."""
        session = self.session
        if session is None:
            return
        self.desk.listening.stop()
        self._begin_at_caret(session)
        if not step(session):
            self.say(nothing)
            return
        self.window.following.stepped()
        if arrived is not None:
            self._tell(session, arrived(session))

    def _tell(self, session: ReadingSession, arrived: str) -> None:
        """Unless the book is being spoken: say where one `arrived`, and whether a note is there."""
        if session.playing or not arrived:
            return
        cue, passage = self.window.findChild(NoteCue), session.passage
        if cue is not None and passage is not None:
            arrived = cue.told(arrived, Position(passage.chapter, passage.start))
        self.say(arrived)

    def _leap(
        self,
        step: Callable[[ReadingSession], bool],
        nothing: str,
        arrived: Callable[[ReadingSession], str],
    ) -> None:
        """A step that one may want to take back."""
        session, before = self.session, self.position
        passage = session.passage if session is not None else None
        self._step(step, nothing, arrived)
        # The caret comes along later: whether it moved is told by the session alone.
        if session is not None and before is not None and session.passage != passage:
            self.window.guide.history.left(before)

    def _begin_at_caret(self, session: ReadingSession) -> None:
        """Step from where the reader has put the caret, unless the book is being spoken."""
        here = self.position
        if not session.playing and here is not None and self.window.following.wandered:
            session.go_to(here.chapter, here.offset)

    def _paragraph(self, name: str) -> Callable[[ReadingSession], str]:
        """At the usual keys screen readers tell it by themselves, but for Orca."""

        def told(session: ReadingSession) -> str:
            left = not sys.platform.startswith("linux") and self.window.keymap.is_usual(name)
            return "" if left else session.sentence

        return told

    def _chapter(self, session: ReadingSession) -> str:
        return self.window.status.place_in_words(session)


def _sentence(session: ReadingSession) -> str:
    return session.sentence
