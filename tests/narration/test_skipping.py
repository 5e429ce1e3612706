"""Leaving notes, tables, code and descriptions unread."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Block, BlockKind, Run
from reader.narration.skipping import LEVELS, Skipping
from reader.narration.timeline import Timeline
from reader.settings import CHOICES
from tests.narration.books import block, book, text, texts, walk

KINDS = [*BlockKind]


def of(kind: BlockKind) -> Block:
    return block(f"{kind.value}.", kind=kind)


def read(skipping: Skipping, *blocks: Block) -> list[str | None]:
    written = book([*blocks], language="en")
    return texts(written, walk(Timeline(written, skipping)))


@pytest.mark.parametrize(
    ("level", "left_out"),
    [
        ("none", set()),
        ("some", {"note."}),
        ("most", {"note.", "table row.", "code."}),
        ("all", {"note.", "table row.", "code.", "image."}),
    ],
)
def test_each_level_leaves_out_more(level: str, left_out: set[str]) -> None:
    everything = read(Skipping(), *map(of, KINDS))
    assert len(everything) == len(KINDS)
    kept = read(Skipping(level=level), *map(of, KINDS))
    assert kept == [each for each in everything if each not in left_out]


@pytest.mark.parametrize("level", LEVELS)
def test_descriptions_of_pictures_can_be_left_out_alone(level: str) -> None:
    kept = read(Skipping(level=level, images=False), *map(of, KINDS))
    with_images = read(Skipping(level=level), *map(of, KINDS))
    assert kept == [each for each in with_images if each != "image."]


def test_lists_of_links_are_left_out_only_at_the_last_level() -> None:
    link = Run(text="Chapter I", link="one.html")
    items = [
        block(link, kind=BlockKind.LIST_ITEM),
        block("See ", link, kind=BlockKind.LIST_ITEM),
        block("• ", link, ".", kind=BlockKind.LIST_ITEM),
        block(link),
    ]
    assert len(read(Skipping(level="most"), *items)) == 4
    assert read(Skipping(level="all"), *items) == ["See Chapter I", "Chapter I"]


def test_the_levels_are_those_of_the_settings() -> None:
    assert CHOICES["skip"] == LEVELS


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="everything"):
        Skipping(level="everything")


BOOK = book(
    [
        block("甲。"),
        block("注一。注二。", kind=BlockKind.NOTE),
        block("注三。", kind=BlockKind.NOTE),
        block("乙。"),
    ],
    [block("注四。", kind=BlockKind.NOTE)],
    [block("丙。"), block("注五。注六。", kind=BlockKind.NOTE)],
)
SOME = Skipping(level="some")


def test_places_in_what_is_left_out_lead_behind_it() -> None:
    timeline = Timeline(BOOK, SOME)
    assert texts(BOOK, walk(timeline)) == ["甲。", "乙。", "丙。"]
    assert text(BOOK, timeline.at(0, 4)) == "乙。"
    assert text(BOOK, timeline.at(1, 0)) == "丙。"
    assert text(BOOK, timeline.at(2, 4)) == "丙。"
    assert text(BOOK, timeline.last()) == "丙。"
    assert texts(BOOK, timeline.passages(0)) == ["甲。", "乙。"]


def test_reading_can_begin_in_what_is_left_out_and_then_goes_on_by_the_rules() -> None:
    timeline = Timeline(BOOK, SOME)
    begun = timeline.at(0, 4, spoken_only=False)
    assert begun is not None
    assert text(BOOK, begun) == "注一。"
    second = timeline.next_sentence(begun)
    assert second is not None
    assert text(BOOK, second) == "注二。"
    assert timeline.previous_sentence(second) == begun
    assert text(BOOK, timeline.next_sentence(second)) == "乙。"
    assert text(BOOK, timeline.previous_sentence(begun)) == "甲。"
    assert text(BOOK, timeline.next_paragraph(begun)) == "乙。"
    assert timeline.previous_paragraph(second) == begun
    assert text(BOOK, timeline.chapter_end(begun)) == "乙。"
    assert text(BOOK, timeline.next_chapter(begun)) == "丙。"


def test_the_end_of_a_chapter_is_never_before_the_reader() -> None:
    timeline = Timeline(BOOK, SOME)
    for offset, expected in ((0, "丙。"), (4, "注六。"), (8, "注六。")):
        place = timeline.at(2, offset, spoken_only=False)
        assert place is not None
        assert text(BOOK, timeline.chapter_end(place)) == expected


def test_skipping_may_change_while_the_book_is_read() -> None:
    timeline = Timeline(BOOK)
    everything = walk(timeline)
    timeline.skipping = SOME
    spoken = walk(timeline)
    assert set(spoken) < set(everything)
    for passage in everything:
        assert timeline.at(passage.chapter, passage.start, spoken_only=False) == passage
        assert timeline.next_sentence(passage) in {None, *everything}
    timeline.skipping = Skipping()
    assert walk(timeline) == everything


def test_a_book_of_nothing_else_can_still_be_heard_where_the_reader_is() -> None:
    written = book([block("注。", kind=BlockKind.NOTE)])
    timeline = Timeline(written, SOME)
    assert timeline.first() is None
    assert timeline.last() is None
    assert timeline.at(0, 0) is None
    alone = timeline.at(0, 0, spoken_only=False)
    assert text(written, alone) == "注。"
    assert alone is not None
    assert timeline.next_sentence(alone) is None
    assert timeline.previous_sentence(alone) is None
    assert timeline.chapter_end(alone) == alone


SKIPPINGS = st.builds(Skipping, level=st.sampled_from(LEVELS), images=st.booleans())
BLOCKS = st.builds(
    lambda words, kind: block(words, kind=kind),
    st.text("我好。a.…", min_size=1, max_size=8),
    st.sampled_from(KINDS),
)


@given(st.lists(st.lists(BLOCKS, max_size=5), max_size=4), SKIPPINGS)
def test_every_way_of_walking_meets_what_is_to_be_read(
    chapters: list[list[Block]], skipping: Skipping
) -> None:
    written = book(*chapters)
    timeline = Timeline(written, skipping)
    passages = walk(timeline)
    everything = walk(Timeline(written))
    assert passages == [
        passage
        for passage in everything
        if not skipping.leaves_out(written.chapters[passage.chapter].blocks[passage.block])
    ]
    assert passages == [
        passage for number in range(len(chapters)) for passage in timeline.passages(number)
    ]
    for one, two in pairwise(passages):
        assert timeline.previous_sentence(two) == one
    assert timeline.last() == (passages[-1] if passages else None)
    for passage in everything:
        assert timeline.at(passage.chapter, passage.start, spoken_only=False) == passage
        behind = [each for each in passages if each >= passage]
        expected = behind[0] if behind else timeline.last()
        assert timeline.at(passage.chapter, passage.start) == expected
