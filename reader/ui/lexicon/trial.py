"""Lets a pronunciation be heard before it is kept: a sentence as it is now, and as it would be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from reader.books.model import Book
from reader.books.passing import book_of
from reader.language.spoken.style import SpokenStyle
from reader.lexicon.director import LexiconDirector
from reader.lexicon.entry import Entry, Matching
from reader.lexicon.matching import Lexicon
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage
from reader.narration.utterance import Utterance
from reader.script.script import Script
from reader.session import ReadingSession
from reader.ui.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Trial:
    """Says what stands at `place` of the open book; without a place, the word alone."""

    desk: Desk
    place: Passage | None = None

    @classmethod
    def of_entry(cls, desk: Desk, entry: Entry) -> Trial | None:
        """Where `entry`, which comes from no place, can be heard; None if nowhere.

        A pattern is no word: it is heard in the first sentence of the present chapter that it
        fits.
        """
        if entry.matching is not Matching.PATTERN:
            return cls(desk=desk)
        session = desk.session
        place = _first_fit(session, entry) if session is not None else None
        return cls(desk=desk, place=place) if place is not None else None

    def now(self, word: str) -> Iterator[Utterance]:
        """The sentence, or `word` alone, as it is said now."""
        return self._said(word, None)

    def with_entry(self, entry: Entry) -> Iterator[Utterance]:
        """The same with `entry`, which is a checked one."""
        return self._said(entry.word, replace(entry, enabled=True))

    def _said(self, word: str, entry: Entry | None) -> Iterator[Utterance]:
        session, place = self.desk.session, self.place
        style = SpokenStyle.of(self.desk.settings.spoken)
        if session is None or place is None:
            return _alone(word, entry, style)
        telling, tried = session.narrator, _directors(session.book, entry)
        narrator = Narrator(
            session.book,
            style,
            pauses=telling.pauses,
            directors=(*telling.directors, *tried),
            insertions=telling.insertions,
            stress=telling.stress,
            rewriting=_rewriting(session.direction.script, tried),
        )
        narrator.voice_called = telling.voice_called
        return narrator.excerpt(place.chapter, place.start, place.end)


def _alone(word: str, entry: Entry | None, style: SpokenStyle) -> Iterator[Utterance]:
    book = book_of(word)
    if entry is not None:
        book = replace(book, language=entry.language or book.language)
        entry = replace(entry, book=None, language="")
    narrator = Narrator(book, style, directors=_directors(book, entry))
    return narrator.excerpt(0, 0, len(book.chapters[0].text))


def _directors(book: Book, entry: Entry | None) -> tuple[LexiconDirector, ...]:
    """Who tells of `entry` alone: what the book's own lexicon has is told by others."""
    if entry is None:
        return ()
    return (LexiconDirector(replace(book, pronunciations=()), [entry]),)


def _rewriting(script: Script, tried: Sequence[LexiconDirector]) -> Script:
    """The `script` with what is `tried` over the words that hold in it."""
    trying = script.copy()
    trying.words_of = lambda text, language: chain(
        script.words_of(text, language), *(each.cues_of(text, language) for each in tried)
    )
    return trying


def _first_fit(session: ReadingSession, entry: Entry) -> Passage | None:
    chapter = session.passage.chapter if session.passage is not None else 0
    text = session.chapter.text
    lexicon = Lexicon([replace(entry, enabled=True)])
    fits = lexicon.find(text, 0, len(text), lambda _offset: entry.language)
    return session.timeline.at(chapter, fits[0].start, spoken_only=False) if fits else None
