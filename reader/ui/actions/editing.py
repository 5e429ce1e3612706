"""The Edit menu: copy, find, spell."""

from __future__ import annotations

from typing import NamedTuple

from reader.errors import SearchError
from reader.navigation.find import Hit, Hits, Query
from reader.navigation.place import Position
from reader.session import ReadingSession
from reader.ui.actions.part import Actions, Part
from reader.ui.find.finder import Finder, Found
from reader.ui.find.in_words import number_in_words, problem_in_words
from reader.ui.language import listed, spoken
from reader.ui.language.words import sentences


class _Last(NamedTuple):
    """What was found last: what was sought, where it stands, and the sentence told of it."""

    query: Query
    span: tuple[Position, Position]
    sentence: str


class EditActions(Part):
    """What is done with pieces of the text."""

    def actions(self) -> Actions:
        """By the commands' names."""
        bar = self.window.find_bar
        bar.wanted.connect(self._find)
        bar.listing_wanted.connect(self.list_hits)
        bar.closed.connect(self._leave)
        self._finder = Finder(self)
        self._finder.found.connect(self._found)
        self._finder.counted.connect(self._counted)
        self._finder.failed.connect(self._failed)
        for gone in (self.desk.closed, self.desk.opened):
            gone.connect(self._forget)
        self._last: _Last | None = None
        self._heard = ""
        self.window.announcer.announced.connect(self._has_been_heard)
        return {
            "copy": self.window.view.copy,
            "select_all": self.window.view.selectAll,
            "find": bar.begin,
            "find_next": lambda: self._again(backwards=False),
            "find_previous": lambda: self._again(backwards=True),
            "list_hits": self.list_hits,
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
        # Elsewhere than in a Chinese window, letters beside hanzi are said in Chinese as these are.
        letters = spell_word(text, start, end, language="zh" if spoken() == "zh" else "")
        spelled = listed(each.say for each in letters)
        self.say(spelled or self.tr("No word here"))

    def list_hits(self) -> None:
        """List all hits of what is looked for; without that, ask for it."""
        from reader.ui.find.hits_dialog import HitsDialog

        query, session, here = self.window.find_bar.query, self.session, self.position
        if query is None:
            self.window.find_bar.begin()
        elif session is not None and here is not None:
            extent = self.window.guide.extent
            dialog = HitsDialog(self._finder, session.book, query, here, extent, self.window)
            dialog.chosen.connect(self._go_to_hit)
            dialog.told.connect(self.window.announcer.announce)
            self.show(dialog)

    # Inside

    def _again(self, *, backwards: bool) -> None:
        if self.window.find_bar.query is not None:
            self._find(backwards)
        else:
            self.window.find_bar.begin()

    def _find(self, backwards: bool) -> None:
        """Go to the next place of what is looked for, beginning anew at the end of the book."""
        session, chapter = self.session, self.window.shown_chapter
        query = self.window.find_bar.query
        if session is None or chapter is None or query is None:
            return
        here = self._beside_hit(session, chapter, backwards) or self.position
        if here is not None:
            self.window.find_bar.show_message(self.tr("Searching…"))
            self._finder.look(session.book, query, here, backwards=backwards)

    def _beside_hit(
        self, session: ReadingSession, chapter: int, backwards: bool
    ) -> Position | None:
        """Where to look on beside what is selected or was found; None if one has left it."""
        chosen, passage = self.window.view.selection or self._hit_at_caret(chapter), session.passage
        if chosen is None:
            return None
        if session.playing and passage is not None:
            spoken = passage.chapter == chapter and passage.start <= chosen[0] < passage.end
            if not spoken:
                return None
        return Position(chapter, chosen[0 if backwards else 1])

    def _hit_at_caret(self, chapter: int) -> tuple[int, int] | None:
        if self._last is None:
            return None
        start, end = self._last.span
        at_caret = start == Position(chapter, self.window.view.caret)
        return (start.offset, end.offset) if at_caret else None

    def _forget(self) -> None:
        self._finder.forget()
        self._last = None

    def _leave(self) -> None:
        self._finder.cancel()
        self.window.focus_text()

    def _found(self, found: Found) -> None:
        session = self.session
        if session is None:
            return
        if found.span is None:
            self._tell(self.tr("Not found: {text}").format(text=found.query.text))
            return
        start, end = found.span
        self.go(start)
        self.window.view.show_hit(start.offset, end.offset)
        sentence = session.sentence
        if found.wrapped:
            sentence = self.tr("Found from the other end. {sentence}").format(sentence=sentence)
        self._last, self._heard = _Last(found.query, (start, end), sentence), ""
        hits = self._finder.hits(session.book, found.query)
        told = sentence if hits is None else sentences(sentence, number_in_words(hits, start))
        self.window.find_bar.show_message(told)
        self._say_unless_heard(told)
        if hits is None:
            self._finder.count(session.book, found.query)

    def _counted(self, hits: Hits) -> None:
        """Tell the number of the hit, with its sentence unless that has been heard meanwhile."""
        session = self.session
        if self._last is None or session is None:
            return
        query, sentence = self._last.query, self._last.sentence
        if self._finder.hits(session.book, query) is not hits:  # counted for the list alone
            return
        number = number_in_words(hits, self._last.span[0])
        self.window.find_bar.show_message(sentences(sentence, number))
        self._say_unless_heard(number if self._heard == sentence else sentences(sentence, number))

    def _has_been_heard(self, message: str) -> None:
        self._heard = message

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, SearchError):
            self._tell(problem_in_words(error))
        else:
            self.window.news.tell_problem(error)

    def _go_to_hit(self, hit: Hit) -> None:
        start, query = Position(hit.chapter, hit.start), self.window.find_bar.query
        if query is not None:
            self._last = _Last(query, (start, Position(hit.chapter, hit.end)), "")
        self.go(start)
        self.window.view.show_hit(hit.start, hit.end)
        self.window.focus_text()

    def _tell(self, message: str) -> None:
        self.window.find_bar.show_message(message)
        self.say(message)
