"""The Edit menu: copy, find, spell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.navigation.find import find
from reader.navigation.place import Position
from reader.session import ReadingSession
from reader.ui.actions.part import Actions, Part
from reader.ui.tasks import Courier


class EditActions(Part):
    """What is done with pieces of the text."""

    def actions(self) -> Actions:
        """By the commands' names."""
        bar = self.window.find_bar
        bar.wanted.connect(self._find)
        bar.closed.connect(self._leave)
        for gone in (self.desk.closed, self.desk.opened):
            gone.connect(self._cancel)
        self._text = ""
        self._courier = Courier(self)
        self._searching: Task[_Hit] | None = None
        return {
            "copy": self.window.view.copy,
            "select_all": self.window.view.selectAll,
            "find": bar.begin,
            "find_next": lambda: self._again(backwards=False),
            "find_previous": lambda: self._again(backwards=True),
            "spell": self.spell,
        }

    def spell(self) -> None:
        """Spell the word at the caret: letters, or hanzi each told by a word it stands in."""
        from reader.language.spelling import spell_word

        session, chapter = self.session, self.window.shown_chapter
        if session is None or chapter is None:
            return
        text = session.book.chapters[chapter].text
        start, end = self.window.view.word_at_caret()
        spelled = ", ".join(each.say for each in spell_word(text, start, end))
        self.say(spelled or self.tr("No word here"))

    def _again(self, *, backwards: bool) -> None:
        if self._text:
            self._find(self._text, backwards)
        else:
            self.window.find_bar.begin()

    def _find(self, text: str, backwards: bool) -> None:
        """Go to the next place of `text`, beginning anew at the end of the book."""
        session, chapter = self.session, self.window.shown_chapter
        if session is None or chapter is None or not text:
            return
        bar = self.window.find_bar
        self._cancel()
        self._text = text
        here = self._beside_hit(session, chapter, backwards) or self.position
        if here is None:
            return

        task = self._courier.run(
            partial(
                _search, session.book, _Wanted(text, here, backwards, bar.whole_words.isChecked())
            ),
            name="find text",
            done=lambda hit: self._found(task, hit),
            failed=self.window.show_problem,
        )
        self._searching = task

    def _beside_hit(
        self, session: ReadingSession, chapter: int, backwards: bool
    ) -> Position | None:
        """The end of what is selected from which to look on; None if the voice has left it."""
        chosen, passage = self.window.view.selection, session.passage
        if chosen is None:
            return None
        if session.playing and passage is not None:
            spoken = passage.chapter == chapter and passage.start <= chosen[0] < passage.end
            if not spoken:
                return None
        return Position(chapter, chosen[0 if backwards else 1])

    def _cancel(self) -> None:
        if self._searching is not None:
            self._searching.cancel()
            self._searching = None

    def _leave(self) -> None:
        self._cancel()
        self.window.focus_text()

    def _found(self, task: Task[_Hit], hit: _Hit) -> None:
        if task is not self._searching:  # left off meanwhile
            return
        if hit.span is None:
            self._tell(self.tr("Not found: {text}").format(text=self._text))
            return
        start, end = hit.span
        self.go(start)
        self.window.view.select(start.offset, end.offset)
        session = self.session
        sentence = session.sentence if session is not None else ""
        if hit.wrapped:
            sentence = self.tr("Found from the other end. {sentence}").format(sentence=sentence)
        self.window.find_bar.show_message(sentence)
        self._say_unless_heard(sentence)

    def _tell(self, message: str) -> None:
        self.window.find_bar.show_message(message)
        self.say(message)


@dataclass(frozen=True)
class _Hit:
    """Where the text stands, if anywhere; `wrapped` if beyond an end of the book."""

    span: tuple[Position, Position] | None
    wrapped: bool


@dataclass(frozen=True)
class _Wanted:
    text: str
    start: Position
    backwards: bool
    whole_words: bool


def _search(book: Book, wanted: _Wanted, token: CancelToken) -> _Hit:
    def look(start: Position) -> tuple[Position, Position] | None:
        return find(
            book,
            wanted.text,
            start,
            backwards=wanted.backwards,
            whole_words=wanted.whole_words,
            cancel=token,
        )

    found = look(wanted.start)
    if found is not None:
        return _Hit(found, wrapped=False)
    last = len(book.chapters) - 1
    end = Position(last, len(book.chapters[last].text))
    return _Hit(look(end if wanted.backwards else Position(0, 0)), wrapped=True)
