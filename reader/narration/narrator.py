"""From a passage of the book to an utterance: what is said, in which language, and how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reader.books.model import Block, BlockKind, Book, Chapter, Emphasis, Run
from reader.language.detect import language_of, primary
from reader.language.measure import is_sayable
from reader.language.spoken import SpokenStyle
from reader.narration.compiling import Written, compiled
from reader.narration.cutting import BlockPassages
from reader.narration.delivery import Cue, Delivery, Director, Insertions, Rewriting
from reader.narration.joining import in_one_manner
from reader.narration.layers import laid
from reader.narration.passage import Passage
from reader.narration.pauses import Pauses, pause_after
from reader.narration.runs import Runs
from reader.narration.silences import Item, inserted, settled
from reader.narration.skipping import Skipping
from reader.narration.stress import Stress
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.narration.windows import Windows

_SAYABLE = re.compile(r"[^\W_]")
"""A letter or digit, as :func:`~reader.language.measure.is_sayable` counts them."""

_REST = 20_000
"""Characters behind a sentence in which its block goes on, if it does."""

_WRITTEN = re.compile(r"\S")
_KANA = re.compile("[\u3041-\u30ff]")


class Narrator:
    """Says how the passages of one book are spoken, numbers in the listener's `style`.

    What the book's own markup tells is laid under what the `directors` know, the weaker first;
    `insertions` add silence and marks; sentences that the `rewriting` knows are said its way.
    `stress` weighs what the author set off; without one, em and strong are said as usual and
    nothing else is stressed. `voice_called` finds the voice for what a style sheet calls it
    (:attr:`~reader.books.model.Run.voice`). All but `style` may be set at any time; every
    utterance takes them as they are. Of what is left out (`skipping`) only the silences know: it
    is no pause between what is read.
    """

    def __init__(
        self,
        book: Book,
        style: SpokenStyle | None = None,
        pauses: Pauses | None = None,
        skipping: Skipping | None = None,
        directors: Sequence[Director] = (),
        insertions: Sequence[Insertions] = (),
        stress: Stress | None = None,
        rewriting: Rewriting | None = None,
    ) -> None:
        self._book = book
        self.style = style or SpokenStyle()
        self.pauses = pauses or Pauses()
        self.skipping = skipping or Skipping()
        self.directors = directors
        self.insertions = insertions
        self.stress = stress
        self.rewriting = rewriting
        self.voice_called: Callable[[str], str | None] = lambda _family: None
        self._runs = Runs(book)
        self._windows = Windows(book)
        self._is_alphabetic = {"A", "B"} <= {chapter.title for chapter in book.chapters}

    @property
    def book(self) -> Book:
        """The book whose passages are said."""
        return self._book

    def utterance(self, passage: Passage) -> Utterance:
        """The spans of `passage` in reading order and the pause that follows them.

        References to notes are not spoken. Every span knows the offsets of its source in
        the chapter's text. Where a director leaves nothing to say, there are no spans, and no
        pause.
        """
        return self._utterance(passage, passage, self.skipping)

    def is_silent(self, passage: Passage) -> bool:
        """Whether nothing of `passage` is left to say; told quickly where nobody leaves it out."""
        place = passage.chapter, passage.start, passage.end
        skips = self._rewritten(passage) is not None or any(
            cue.delivery.said == "" for each in self.directors for cue in each.cues(*place)
        )
        return skips and not self.utterance(passage).spans

    def written(self, passage: Passage) -> Written:
        """The text of `passage`, references to notes blank, and the language it is in."""
        chapter = self._book.chapters[passage.chapter]
        text = self._runs.spoken(passage.chapter, passage.block, passage.start, passage.end)
        return Written(
            text=text,
            start=passage.start,
            language=self._main_language(passage),
            heading=self._is_heading(chapter, passage, text),
        )

    def directed(self, passage: Passage, sentence: Passage | None = None) -> list[Cue]:
        """How each stretch of `passage` is said, flat and in order, before it is compiled.

        A passage may be a part of a whole `sentence`.
        """
        sentence = sentence or passage
        block = self._book.chapters[passage.chapter].blocks[passage.block]
        place = passage.chapter, passage.block, passage.start, passage.end
        book = [
            Cue(start=start, end=end, delivery=self._delivery(run, block))
            for start, end, run in self._runs.between(*place)
            if run.note is None
        ]
        span = passage.chapter, sentence.start, sentence.end
        directions = chain.from_iterable(each.cues(*span) for each in self.directors)
        return laid(book, directions, passage, sentence)

    def excerpt(self, chapter: int, start: int, end: int) -> Iterator[Utterance]:
        """What is said for the chapter's text from `start` to `end`, and nothing beside it.

        Half a sentence is spoken as half a sentence. What `skipping` leaves out is read, as
        it was asked for. No pause follows the last utterance. Offsets outside the chapter
        are brought back to its ends; a chapter outside the book has nothing to say.
        """
        before: Utterance | None = None
        for passage, sentence in self._selected(chapter, start, end):
            utterance = self._utterance(passage, sentence, Skipping())
            if not is_sayable(utterance.text):
                continue
            if before is not None:
                yield before
            before = utterance
        if before is not None:
            yield _without_last_pause(before)

    def _selected(self, chapter: int, start: int, end: int) -> Iterator[tuple[Passage, Passage]]:
        """The passages between two offsets of a chapter, cut off exactly there, and whole."""
        if not 0 <= chapter < len(self._book.chapters) or max(0, start) >= end:
            return
        passages = BlockPassages(self._book)
        written = self._book.chapters[chapter]
        blocks = range(written.block_at(start), written.block_at(end - 1) + 1)
        for block in blocks if written.blocks else ():
            for passage in passages.of(chapter, block, start):
                first, last = max(start, passage.start), min(end, passage.end)
                if first >= last:
                    break
                yield replace(passage, start=first, end=last), passage

    def _utterance(self, passage: Passage, sentence: Passage, skipping: Skipping) -> Utterance:
        chapter = self._book.chapters[passage.chapter]
        pause = pause_after(
            self._book,
            passage.chapter,
            passage.block,
            last_in_block=_is_last_in_block(chapter, passage),
            pauses=self.pauses,
            skipping=skipping,
        )
        return Utterance(
            items=tuple(settled(self._items(passage, sentence), self.pauses.between, pause)),
            chapter=passage.chapter,
            start=passage.start,
            end=passage.end,
        )

    # What is said

    def _items(self, passage: Passage, sentence: Passage) -> Iterable[Item]:
        """What is said for `passage`; part of a `sentence` is read as the book has it."""
        items = self._rewritten(passage) if passage == sentence else None
        if items is not None:
            return items
        chapter = self._book.chapters[passage.chapter]
        spans = in_one_manner(self._spans(passage, sentence))
        return inserted(spans, self._inserted(chapter, passage))

    def _rewritten(self, passage: Passage) -> Sequence[Item] | None:
        if self.rewriting is None:
            return None
        return self.rewriting.rewritten(passage.chapter, passage.start, passage.end)

    def _spans(self, passage: Passage, sentence: Passage) -> Iterator[Span]:
        return compiled(self.written(passage), self.directed(passage, sentence), self.style)

    def _delivery(self, run: Run, block: Block) -> Delivery:
        """How the book itself wants `run` said."""
        ruby = run.ruby.strip() if run.ruby else ""
        said = ruby if _KANA.search(ruby) else None
        emphasis, level = run.emphasis, 1.0
        if self.stress is not None:
            emphasis, level = self.stress.of_run(run, block)
        delivery = Delivery(
            language=run.language or ("ja" if said is not None else None),
            speaker=run.speaker,
            voice=self.voice_called(run.voice) if run.voice else None,
            emphasis=emphasis if emphasis is not Emphasis.NONE else None,
            emphasis_level=level,
            said=said,
            phonemes=run.phonemes,
            alphabet=run.phoneme_alphabet,
            say_as=run.say_as,
        )
        return delivery if self.stress is None else delivery.within(self.stress.of_block(block))

    def _main_language(self, passage: Passage) -> str:
        """What text without letters is read in, and what Latin letters are taken for."""
        written = self._book.chapters[passage.chapter]
        content = written.blocks[passage.block]
        offset = passage.start - written.block_starts[passage.block]
        window = self._windows.at(passage.chapter, passage.block, offset)
        start, end = self._windows.bounds(passage.chapter, passage.block, window)
        language = content.language or self._book.language
        found = language_of(content.text[start:end], language)
        return "en" if primary(found) in ("und", "mul", "zxx") else found

    def _is_heading(self, chapter: Chapter, passage: Passage, text: str) -> bool:
        """Whether `text` begins a heading, whose I or V is no letter of a dictionary."""
        block = chapter.blocks[passage.block]
        begins = passage.start == chapter.block_starts[passage.block]
        letter = self._is_alphabetic and len(text.strip()) == 1
        return block.kind is BlockKind.HEADING and begins and not letter

    # Silence and marks

    def _inserted(self, chapter: Chapter, passage: Passage) -> list[tuple[int, Pause | Mark]]:
        """What the `insertions` give for `passage` and the blanks behind it, by offset.

        Between two sentences silence goes to the one before, marks to the one behind.
        """
        if not self.insertions:
            return []
        start = passage.start
        following = _WRITTEN.search(chapter.text, passage.end)
        end = following.start() if following is not None else len(chapter.text)
        is_first = _WRITTEN.search(chapter.text, 0, start) is None
        is_last = following is None
        return sorted(
            (
                (offset, item)
                for each in self.insertions
                for offset, item in each.insertions(passage.chapter, start, end)
                if (start < offset or is_first or isinstance(item, Mark))
                and (offset < end or is_last or isinstance(item, Pause))
            ),
            key=_offset,
        )


def _is_last_in_block(chapter: Chapter, passage: Passage) -> bool:
    text = chapter.blocks[passage.block].text
    end = passage.end - chapter.block_starts[passage.block]
    return _SAYABLE.search(text, end, end + _REST) is None


def _without_last_pause(utterance: Utterance) -> Utterance:
    items = utterance.items
    return replace(utterance, items=items[:-1] if isinstance(items[-1], Pause) else items)


def _offset(insertion: tuple[int, Pause | Mark]) -> int:
    return insertion[0]
