"""What the lexicon says of a chapter: the reader's entries, and those of the book itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.books.model import Book, Chapter, Emphasis, Pronunciation
from reader.language.detect import language_runs
from reader.language.phonemes import IPA, PINYIN, canonical
from reader.lexicon.checking import hanzi_of, without_hanzi
from reader.lexicon.entry import Entry, Kind
from reader.lexicon.matching import Found, Lexicon
from reader.narration.delivery import Cue, Delivery


@dataclass(frozen=True, kw_only=True)
class ReadersWords:
    """A reader's entries, ready to be found: what tells how words sound, and what stresses them.

    Both may hold for one word.
    """

    sayings: Lexicon
    stresses: Lexicon

    @classmethod
    def of(cls, entries: Iterable[Entry], book: str | None = None) -> ReadersWords:
        """Those of the `book` of that identifier and of all. Seconds for a million."""
        sayings: list[Entry] = []
        stresses: list[Entry] = []
        for entry in entries:
            if entry.book is None or entry.book == book:
                (stresses if entry.kind is Kind.STRESS else sayings).append(entry)
        return cls(sayings=Lexicon(sayings), stresses=Lexicon(stresses))


class LexiconDirector:
    """Tells how words of one `book` are said: a :class:`~reader.narration.delivery.Director`.

    `entries` are the reader's; those of other books are left aside, and what was made ready
    before is taken as it is. `stress_words` says how strongly the reader's own words are
    emphasised, 0 not at all; it may be set at any time. What the reader noted for this book
    overrules what the book itself tells of a place (its phonemes, its ruby); what holds for more
    than this book does not, and the book's own lexicons (PLS) are the weakest.
    """

    def __init__(
        self,
        book: Book,
        entries: Iterable[Entry] | ReadersWords,
        *,
        stress_words: float = 1.0,
    ) -> None:
        self._book = book
        self._of_book = Lexicon(_entries_of(book.pronunciations))
        if not isinstance(entries, ReadersWords):
            entries = ReadersWords.of(entries, book.identifier)
        self._of_reader = entries
        self.stress_words = stress_words

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Say words by `entries` from now on. Seconds for a million; any thread may call."""
        self._of_reader = ReadersWords.of(entries, self._book.identifier)

    def cues(self, chapter: int, start: int, end: int) -> Iterator[Cue]:
        """How the words between two offsets of a chapter are said, in order."""
        written = self._book.chapters[chapter]
        yield from self._told(written.text, start, end, _Languages(self._book, written, start, end))

    def cues_of(self, text: str, language: str) -> Iterator[Cue]:
        """How the words of a `text` in `language` are said that is not the book's, in order."""
        yield from self._told(text, 0, len(text), lambda _offset: language)

    def _told(
        self, text: str, start: int, end: int, language: Callable[[int], str]
    ) -> Iterator[Cue]:
        readers = self._of_reader
        said = readers.sayings.find(text, start, end, language)
        weaker = self._of_book.find(text, start, end, language)
        said += [found for found in weaker if not any(_overlap(found, other) for other in said)]
        cues = [cue for cue in (_cue(found, text) for found in said) if cue is not None]
        if self.stress_words > 0:
            stressed = readers.stresses.find(text, start, end, language)
            cues += [self._stress(found, cues) for found in stressed]
        # The wider first, and of two that are alike the stress, in which the sound then lies.
        yield from sorted(cues, key=lambda cue: (cue.start, -cue.end, cue.delivery.has_sound))

    def _stress(self, found: Found, sounds: list[Cue]) -> Cue:
        """The emphasis on a word, and on the whole of what is said where it stands."""
        inside = [cue for cue in sounds if cue.start < found.end and found.start < cue.end]
        return Cue(
            start=min([found.start, *(cue.start for cue in inside)]),
            end=max([found.end, *(cue.end for cue in inside)]),
            delivery=Delivery(emphasis=Emphasis.STRONG, emphasis_level=self.stress_words),
        )


class _Languages:
    """The language of any place between two offsets of a chapter, found when first asked for."""

    def __init__(self, book: Book, chapter: Chapter, start: int, end: int) -> None:
        self._book, self._chapter, self._start, self._end = book, chapter, start, end
        self._found: list[tuple[int, str]] | None = None

    def __call__(self, offset: int) -> str:
        """As the narrator takes it: what the markup says, else what the letters tell."""
        block = self._chapter.block_at(offset)
        for begin, run in self._chapter.runs(block):
            if begin <= offset < begin + len(run.text) and run.language is not None:
                return run.language
        if self._found is None:
            default = self._chapter.blocks[block].language or self._book.language
            text = self._chapter.text[self._start : self._end]
            self._found = [(self._start + r.end, r.language) for r in language_runs(text, default)]
        return next((language for end, language in self._found if offset < end), "und")


def _cue(found: Found, text: str) -> Cue | None:
    delivery = _DELIVERIES[found.entry.kind](found.entry)
    if found.entry.kind is Kind.PINYIN:
        # A pattern may fit other hanzi than it was meant for.
        word = text[found.start : found.end]
        if without_hanzi(word) or len(found.entry.say.split()) != len(hanzi_of(word)):
            return None
    overrules = found.entry.book is not None
    return Cue(start=found.start, end=found.end, delivery=delivery, overrules=overrules)


_DELIVERIES: dict[Kind, Callable[[Entry], Delivery]] = {
    Kind.RESPELLING: lambda entry: Delivery(said=entry.say),
    Kind.PINYIN: lambda entry: Delivery(phonemes=entry.say, alphabet=PINYIN),
    Kind.IPA: lambda entry: Delivery(phonemes=entry.say, alphabet=IPA),
    Kind.SKIP: lambda _: Delivery(said=""),
}


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _entries_of(pronunciations: Iterable[Pronunciation]) -> Iterator[Entry]:
    """The book's own lexicon as entries; what no voice could say is left out."""
    for each in pronunciations:
        language = "" if each.language == "und" else each.language
        sound = canonical(each.phonemes, each.alphabet) if each.phonemes else None
        if sound is not None:
            kind = Kind.PINYIN if sound.alphabet == PINYIN else Kind.IPA
            yield Entry(word=each.word, kind=kind, say=sound.phonemes, language=language)
        elif each.alias:
            yield Entry(word=each.word, say=each.alias, language=language)
