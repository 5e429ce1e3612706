"""A script heard from a place in its document on, before it is kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.books.model import Book
from reader.language.spoken import SpokenStyle
from reader.narration.delivery import Cue
from reader.narration.pauses import Pauses
from reader.narration.ssml import Markup, utterances
from reader.narration.utterance import Utterance
from reader.script.finding import RoleOf, WordsOf, no_words
from reader.script.saying import in_roles


def sentence_at(markup: Markup, line: int, column: int) -> int | None:
    """The number of the sentence that a place of the document is in, or behind.

    Before the first sentence it is that; None where no sentence is marked.
    """
    if not markup.places:
        return None
    return max(0, bisect_right(markup.places, (line, column)) - 1)


def heard_from(
    markup: Markup,
    line: int,
    column: int,
    *,
    role_of: RoleOf,
    style: SpokenStyle | None = None,
    pauses: Pauses | None = None,
    words_of: WordsOf = no_words,
) -> Iterator[Utterance]:
    """What is said from the sentence at a line and column of the document on.

    `words_of` tells how words are said of which the script tells nothing.
    """
    number = sentence_at(markup, line, column)
    start = markup.sentences[number][0] if number is not None else 0
    rest = replace(
        markup.part(start, len(markup.text)),
        sentences=tuple((a - start, b - start) for a, b in markup.sentences if a >= start),
    )
    return utterances(
        in_roles(rest, role_of),
        style,
        pauses,
        directors_of=lambda book: (_WordsDirector(book=book, words_of=words_of),),
    )


@dataclass(frozen=True, kw_only=True)
class _WordsDirector:
    """Directs the words of a `book` that was made of a script."""

    book: Book
    words_of: WordsOf

    def cues(self, chapter: int, start: int, end: int) -> Iterator[Cue]:
        """How the words between two offsets are said."""
        text = self.book.chapters[chapter].text[start:end]
        for cue in self.words_of(text, self.book.language):
            yield replace(cue, start=start + cue.start, end=start + cue.end)
