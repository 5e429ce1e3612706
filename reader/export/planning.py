"""What will be spoken, in which order and in which parts; found as it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reader.books.model import BLOCK_BREAK, Book
from reader.export.options import WITH_TEXT, ExportOptions
from reader.export.sections import Part, Section
from reader.language.measure import weight
from reader.narration.passage import Passage
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.speech.casting import is_speakable

HANZI_A_SECOND = 4.5
"""How fast voices speak, about; letters count as :mod:`reader.language.measure` weighs them."""

PART_SECONDS = 60.0
"""A part ends with the sentence that fills it: about 270 hanzi or a thousand letters. Long enough
that handing it over costs nothing, short enough that little is lost when a worker dies."""


_HEAD = 0.5
"""Seconds of silence before the first word of a section, which headphones without a cable swallow
while they wake up; part of the pause between chapters."""


class Passages(Protocol):
    """Knows the sentences of each chapter: :class:`reader.narration.timeline.Timeline`."""

    def passages(self, chapter: int) -> Iterator[Passage]:
        """The sentences of chapter number `chapter` (from 0), in order."""
        ...


class Narrates(Protocol):
    """Turns sentences into utterances: :class:`reader.narration.narrator.Narrator`."""

    def utterance(self, passage: Passage) -> Utterance:
        """What is said for `passage`, with the pause after it."""
        ...


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """What is said beside the book's text: before it, or if it is `closing`, after it.

    `title` is how it is listed, `words` what is said if that is more;
    `utterances` belong to no chapter (``start == end == 0``).
    """

    title: str
    utterances: tuple[Utterance, ...]
    closing: bool = False
    words: str = ""


class Plan:
    """The sections of an export and their parts.

    `sections` are the opening announcements, the chosen chapters in reading order, and the
    closing ones; `characters` is how much there is to be said in all. Parts are cut while they
    are walked, so a book of any length takes no memory, and walking them again gives the same.
    """

    def __init__(
        self,
        book: Book,
        options: ExportOptions,
        narrator: Narrates,
        timeline: Passages,
        announcements: Sequence[Announcement] = (),
    ) -> None:
        """`narrator` and `timeline` are to stay as they are while the plan is used."""
        self._book = book
        has_head = options.format not in WITH_TEXT
        self._head = min(_HEAD, options.chapter_pause) if has_head else 0.0
        self._pause = options.chapter_pause - self._head
        self._narrator = narrator
        self._timeline = timeline
        opening = [each for each in announcements if not each.closing]
        closing = [each for each in announcements if each.closing]
        chapters = _chosen(book, options)
        self._announced: list[Announcement | None] = [*opening, *[None] * len(chapters), *closing]
        listed = [
            *((each.title, 1, None, each.words) for each in opening),
            *((_title(book, n), book.chapters[n].level, n, "") for n in chapters),
            *((each.title, 1, None, each.words) for each in closing),
        ]
        self.sections = tuple(
            Section(number=number, title=title, level=level, chapter=chapter, words=words)
            for number, (title, level, chapter, words) in enumerate(listed)
        )
        self.characters = sum(map(self.characters_of, self.sections))

    def characters_of(self, section: Section) -> int:
        """How much of :attr:`characters` the section is; it may have less in its parts, none of
        it where nothing can be spoken.
        """
        announced = self._announced[section.number]
        if announced is not None:
            return sum(len(each.text) for each in announced.utterances)
        blocks = self._book.chapters[section.chapter or 0].blocks
        return sum(len(block.text) + len(BLOCK_BREAK) for block in blocks)

    def parts(self, section: Section) -> Iterator[Part]:
        """The parts of `section` in order; none where nothing in it can be spoken.

        Between the last word and the next section's first one it is silent for the pause between
        chapters at least.
        """
        said: list[Utterance] = []
        number, characters, seconds = 0, 0, 0.0
        speaks = has_begun = False
        held: Part | None = None
        for utterance, done in self._utterances(section):
            characters += done
            if utterance.items:
                said.append(utterance if has_begun else _after_silence(utterance, self._head))
                has_begun = True
            speaks = speaks or any(map(is_speakable, utterance.spans))
            seconds += _seconds_of(utterance)
            if seconds < PART_SECONDS or not speaks:
                continue
            if held is not None:
                yield held
            held = _part(section, number, said, characters)
            said, number, characters, seconds = [], number + 1, 0, 0.0
        if speaks and said:
            if held is not None:
                yield held
            held = _part(section, number, said, characters)
        if held is not None:
            is_last = section.number == len(self.sections) - 1
            yield held if is_last else _with_silence(held, self._pause)

    def _utterances(self, section: Section) -> Iterator[tuple[Utterance, int]]:
        """What is said in `section`, each with how many characters it gets done."""
        announced = self._announced[section.number]
        if announced is not None:
            yield from ((each, len(each.text)) for each in announced.utterances)
            return
        done = 0
        for passage in self._timeline.passages(section.chapter or 0):
            yield self._narrator.utterance(passage), passage.end - done
            done = passage.end


def _chosen(book: Book, options: ExportOptions) -> list[int]:
    count = len(book.chapters)
    if options.chapters is None:
        return list(range(count))
    return sorted({index for index in options.chapters if 0 <= index < count})


def _title(book: Book, chapter: int) -> str:
    return book.chapters[chapter].title.strip() or str(chapter + 1)


def _part(section: Section, number: int, said: list[Utterance], characters: int) -> Part:
    return Part(
        section=section.number, number=number, utterances=tuple(said), characters=characters
    )


def _seconds_of(utterance: Utterance) -> float:
    """About how long `utterance` is heard."""
    return sum(
        weight(item.text) / HANZI_A_SECOND / item.rate if isinstance(item, Span) else item.seconds
        for item in utterance.items
        if not isinstance(item, Mark)
    )


def _after_silence(utterance: Utterance, seconds: float) -> Utterance:
    if not seconds:
        return utterance
    return replace(utterance, items=(Pause(seconds=seconds), *utterance.items))


def _with_silence(part: Part, seconds: float) -> Part:
    """`part` with `seconds` of silence at its end at least."""
    missing = seconds - silence_after(part.utterances)
    if missing <= 0:
        return part
    *before, last = part.utterances
    items = last.items
    if items and isinstance(items[-1], Pause):
        items = (*items[:-1], Pause(seconds=items[-1].seconds + missing))
    else:
        items = (*items, Pause(seconds=missing))
    return replace(part, utterances=(*before, replace(last, items=items)))


def silence_after(utterances: Sequence[Utterance]) -> float:
    """The seconds of silence with which `utterances` end."""
    silent = 0.0
    for utterance in reversed(utterances):
        for item in reversed(utterance.items):
            if isinstance(item, Span) and is_speakable(item):
                return silent
            if isinstance(item, Pause):
                silent += item.seconds
    return silent
