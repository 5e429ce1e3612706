"""What an editor has changed in the script of a chapter: whose sentence is which of the book's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from reader.books.model import Book
from reader.language.detect import language_of
from reader.language.sentences import iter_sentences
from reader.narration.passage import Passage
from reader.narration.ssml import Markup, write_fragment
from reader.navigation.anchors import anchor_of
from reader.navigation.place import Position
from reader.script.document import Sentence
from reader.script.line import ScriptLine


@dataclass(frozen=True, kw_only=True)
class Owned:
    """The part ``text[start:end]`` of a script that is said for sentence number `owner`."""

    start: int
    end: int
    owner: int


def owned(edited: Markup, found: Markup) -> list[Owned]:
    """Every sentence of the `edited` script, with the sentence of the `found` one it stands for.

    Those with the same words are each other; what stands between them in one is what has become
    of what does in the other, in its order. What was added belongs to the sentence before.
    """
    ranges, texts = list(_sentences(edited)), [found.text[slice(*each)] for each in found.sentences]
    if not texts:
        return []
    owners = _owners(
        [_plain(text) for text in texts], [_plain(edited.text[a:b]) for a, b in ranges]
    )
    return [
        Owned(start=start, end=end, owner=owner)
        for (start, end), owner in zip(ranges, owners, strict=True)
    ]


def is_strange(edited: Markup, found: Markup) -> bool:
    """Whether an `edited` script has several sentences, and none that the `found` one has.

    It is another chapter's then, and would silence this one.
    """
    texts = {_plain(found.text[slice(*each)]) for each in found.sentences}
    given = {_plain(edited.text[slice(*each)]) for each in _sentences(edited)}
    return len(given) > 1 and len(texts) > 1 and texts.isdisjoint(given)


def lines_of(
    book: Book, found_sentences: Sequence[Sentence], found: Markup, edited: Markup
) -> list[ScriptLine]:
    """What has to be kept of an `edited` script: the sentences that are not as they are found.

    `found` is the document of the `found_sentences`, read. A sentence that was deleted is kept
    as one of which nothing is said.
    """
    parts = {
        owner: _part(edited, list(group))
        for owner, group in groupby(owned(edited, found), key=lambda each: each.owner)
    }
    usual = [write_fragment(found.part(*each)) for each in found.sentences]
    spoken = (each for each in found_sentences if each.ssml)
    return [
        _line(book, sentence.passage, parts.get(number, ""))
        for number, (sentence, ssml) in enumerate(zip(spoken, usual, strict=True))
        if parts.get(number, "") != ssml
    ]


def _part(edited: Markup, group: Sequence[Owned]) -> str:
    return write_fragment(edited.part(group[0].start, group[-1].end))


def _line(book: Book, passage: Passage, ssml: str) -> ScriptLine:
    anchor = anchor_of(book, Position(passage.chapter, passage.start))
    return ScriptLine(
        chapter=passage.chapter,
        place=passage.start,
        original=book.chapters[passage.chapter].text[passage.start : passage.end],
        ssml=ssml,
        before=anchor.before,
        after=anchor.after,
        title=anchor.title,
    )


def _sentences(markup: Markup) -> Iterator[tuple[int, int]]:
    """The marked sentences, and those of the text beside them."""
    place = 0
    for start, end in (*markup.sentences, (len(markup.text), len(markup.text))):
        between = markup.text[place:start]
        if between.strip():
            for sentence in iter_sentences(between, markup.language or language_of(between)):
                yield place + sentence.start, place + sentence.end
        if start < end:
            yield start, end
        place = end


def _plain(text: str) -> str:
    """`text` with one blank for any white space."""
    return " ".join(text.split())


def _owners(found: Sequence[str], edited: Sequence[str]) -> list[int]:
    """For each `edited` text the number of that of the `found` ones, of which there are some."""
    first = _alike(found, edited)
    last = _alike(found[first:][::-1], edited[first:][::-1])
    owners = [*range(first)]
    middle = found[first : len(found) - last], edited[first : len(edited) - last]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        before = max(0, first + i1 - 1)
        for number in range(j2 - j1):
            owners.append(before if kind == "insert" else min(first + i1 + number, first + i2 - 1))
    return [*owners, *range(len(found) - last, len(found))]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many texts both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
