from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.export.options import ExportOptions
from reader.export.planning import PART_SECONDS, Announcement, Plan, silence_after
from reader.export.sections import Part
from reader.language.measure import weight
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage
from reader.narration.skipping import Skipping
from reader.narration.timeline import Timeline
from reader.narration.utterance import Mark, Pause, Span, Utterance
from tests.fakes.reading import PAUSE, FakeNarrator, FakeTimeline, make_book

BOOK = make_book(
    ("One", "First sentence here. Second sentence here.\nThird one."),
    ("Empty", ""),
    ("第二章", "这是第二章。有两句话。"),
)


def plan_of(book: Book = BOOK, *announcements: Announcement, **choices: object) -> Plan:
    options = ExportOptions(format="m4b", **choices)
    return Plan(book, options, FakeNarrator(book), FakeTimeline(book), announcements)


def all_parts(plan: Plan) -> list[Part]:
    return [part for section in plan.sections for part in plan.parts(section)]


def said(text: str) -> Utterance:
    return Utterance(items=(Span(text=text, language="en", start=0, end=0),))


def test_sections_are_the_chapters_between_what_is_announced() -> None:
    opening = Announcement(title="A Book", words="A Book.", utterances=(said("A Book."),))
    closing = Announcement(title="The end", utterances=(said("The end."),), closing=True)
    plan = plan_of(BOOK, closing, opening)
    assert [plan.sections[each].announced for each in (0, -1)] == ["A Book.", "The end"]
    assert [(each.number, each.title, each.chapter) for each in plan.sections] == [
        (0, "A Book", None),
        (1, "One", 0),
        (2, "Empty", 1),
        (3, "第二章", 2),
        (4, "The end", None),
    ]
    assert [part.utterances[0].text for part in plan.parts(plan.sections[0])] == ["A Book."]


def test_the_chosen_chapters_come_in_reading_order_each_once() -> None:
    plan = plan_of(chapters=(2, 0, 2, 17))
    assert [section.chapter for section in plan.sections] == [0, 2]


def test_levels_are_those_of_the_contents_and_a_chapter_without_a_title_has_a_number() -> None:
    block = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="Text."),))
    chapters = (
        Chapter(title="Part", blocks=(block,), level=1),
        Chapter(title=" ", blocks=(block,), level=2),
    )
    book = Book(title="B", identifier="b", language="en", chapters=chapters)
    assert [(each.title, each.level) for each in plan_of(book).sections] == [("Part", 1), ("2", 2)]


def test_nothing_is_lost_or_said_twice() -> None:
    plan = plan_of(chapter_pause=0.0)
    timeline, narrator = FakeTimeline(BOOK), FakeNarrator(BOOK)
    for section in plan.sections:
        expected = [narrator.utterance(each) for each in timeline.passages(section.chapter)]
        parts = list(plan.parts(section))
        assert [each for part in parts for each in part.utterances] == expected
        assert all(part.section == section.number for part in parts)
        assert [part.number for part in parts] == list(range(len(parts)))


def test_a_chapter_with_nothing_to_say_has_no_parts() -> None:
    book = make_book(("Rule", "***\n---"), ("Empty", ""), ("Text", "Words. ***"))
    plan = plan_of(book)
    assert [len(list(plan.parts(section))) for section in plan.sections] == [0, 0, 1]


@pytest.mark.parametrize(
    ("sentence", "most"), [("一二三四五六七八九十。", 280), ("Twenty letters here. ", 1100)]
)
def test_a_part_is_about_a_minute_whatever_the_length_of_the_book(sentence: str, most: int) -> None:
    plan = plan_of(make_book(("Long", sentence * 2000)))
    parts = all_parts(plan)
    lengths = [sum(len(each.text) for each in part.utterances) for part in parts[:-1]]
    assert len(parts) > 30
    assert most / 2 < min(lengths) <= max(lengths) < most
    for part in parts[:-1]:
        spoken = sum(weight(each.text) for each in part.utterances) / 4.5
        assert spoken + PAUSE * len(part.utterances) == pytest.approx(PART_SECONDS, abs=4)


def test_slow_speech_and_long_pauses_fill_a_part_sooner() -> None:
    class Slow(FakeNarrator):
        def utterance(self, passage: Passage) -> Utterance:
            items = super().utterance(passage).items
            return Utterance(items=(*items, Pause(seconds=20.0)), start=1, end=2)

    book = make_book(("One", ("Word. " * 12).strip()))
    options = ExportOptions(format="m4b", chapter_pause=0.0)
    plan = Plan(book, options, Slow(book), FakeTimeline(book))
    assert [len(part.utterances) for part in all_parts(plan)] == [3, 3, 3, 3]


def test_parts_are_cut_as_they_are_asked_for() -> None:
    asked: list[Passage] = []

    class Counting(FakeTimeline):
        def passages(self, chapter: int) -> Iterator[Passage]:
            for passage in super().passages(chapter):
                asked.append(passage)
                yield passage

    book = make_book(("Long", "Twenty letters here. " * 2000))
    plan = Plan(book, ExportOptions(format="m4b"), FakeNarrator(book), Counting(book))
    assert asked == []
    next(plan.parts(plan.sections[0]))
    assert len(asked) < 150


def test_characters_add_up() -> None:
    opening = Announcement(title="A Book", utterances=(said("A Book."), said("By A.")))
    book = make_book(("Long", "Twenty letters here. " * 500), ("Two", "Some.\nText."), ("E", ""))
    plan = plan_of(book, opening)
    lengths = [12, *(len(chapter.text) + 1 for chapter in book.chapters[:2]), 0]
    assert [plan.characters_of(section) for section in plan.sections] == lengths
    assert plan.characters == sum(lengths)
    for section in plan.sections:
        done = sum(part.characters for part in plan.parts(section))
        assert plan.characters_of(section) - 3 <= done <= plan.characters_of(section)


def ends(plan: Plan) -> list[float]:
    """The silence at the end of each section that is heard."""
    sections = [list(plan.parts(section)) for section in plan.sections]
    return [silence_after(parts[-1].utterances) for parts in sections if parts]


def heads(plan: Plan) -> list[float]:
    """The silence before the first word of each section that is heard."""
    items = [parts[0].utterances[0].items for s in plan.sections if (parts := list(plan.parts(s)))]
    return [each[0].seconds if isinstance(each[0], Pause) else 0.0 for each in items]


def test_a_section_begins_with_a_moment_of_the_pause_between_chapters() -> None:
    assert heads(plan_of(chapter_pause=2.0)) == [0.5, 0.5]
    assert heads(plan_of(chapter_pause=0.2)) == [0.2, 0.2]
    assert heads(plan_of(chapter_pause=0.0)) == [0.0, 0.0]
    options = ExportOptions(format="epub")
    assert heads(Plan(BOOK, options, FakeNarrator(BOOK), FakeTimeline(BOOK))) == [0.0, 0.0]


def test_sections_but_the_last_end_with_the_pause_between_chapters() -> None:
    closing = Announcement(title="The end", utterances=(said("The end."),), closing=True)
    opening = Announcement(title="A Book", utterances=(said("A Book."),))
    assert ends(plan_of(chapter_pause=1.5)) == [1.0, PAUSE], "the rest is before the next one"
    assert ends(plan_of(BOOK, opening, closing, chapter_pause=2.5)) == [2.0, 2.0, 2.0, 0.0]
    assert ends(plan_of(chapter_pause=0.1)) == [PAUSE, PAUSE], "what is longer stays"


def test_the_pause_counts_what_is_silent_already_behind_the_last_word() -> None:
    class Odd(FakeNarrator):
        def utterance(self, passage: Passage) -> Utterance:
            if passage.end < len(self.book.chapters[0].text):
                return super().utterance(passage)
            return Utterance(items=(Pause(seconds=0.5), Mark(name="m")), start=1, end=2)

    book = make_book(("One", "A word. Silence."), ("Two", "Another."))
    plan = Plan(book, ExportOptions(format="m4b"), Odd(book), FakeTimeline(book))
    (part,) = plan.parts(plan.sections[0])
    assert [each.text for each in part.utterances] == ["A word.", ""]
    assert part.utterances[-1].items[1:] == (Mark(name="m"), Pause(seconds=1.0 - 0.5 - PAUSE))


def test_what_is_skipped_is_not_said_and_leaves_no_hole() -> None:
    def block(kind: BlockKind, text: str) -> Block:
        return Block(kind=kind, runs=(Run(text=text),))

    chapter = Chapter(
        title="One",
        blocks=(
            block(BlockKind.PARAGRAPH, "Before."),
            block(BlockKind.NOTE, "A note."),
            block(BlockKind.PARAGRAPH, "After."),
        ),
    )
    book = Book(title="B", identifier="b", language="en", chapters=(chapter,))
    skipping = Skipping(level="some")
    plan = Plan(
        book,
        ExportOptions(format="m4b"),
        Narrator(book, skipping=skipping),
        Timeline(book, skipping=skipping),
    )
    (part,) = all_parts(plan)
    assert [each.text for each in part.utterances] == ["Before.", "After."]
    assert part.characters == len(chapter.text)
