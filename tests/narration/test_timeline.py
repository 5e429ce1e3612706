"""Walking a book passage by passage."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.books.model import Block, BlockKind, Book, Run
from reader.language.measure import weight
from reader.narration.cutting import LONGEST_PASSAGE
from reader.narration.timeline import Timeline
from tests.narration.books import block, book, text, texts, walk


@pytest.fixture
def timeline() -> Timeline:
    return Timeline(
        book(
            [block("第一章", kind=BlockKind.HEADING), block("他来了。她走了。")],
            [block("* * *", kind=BlockKind.SEPARATOR)],
            [block("……"), block("天黑了。"), block("……他睡了。"), block("***")],
        )
    )


def test_sentences_follow_one_another_past_what_cannot_be_spoken(timeline: Timeline) -> None:
    assert texts(timeline.book, walk(timeline)) == [
        "第一章",
        "他来了。",
        "她走了。",
        "天黑了。",
        "……他睡了。",
    ]


def test_paragraphs(timeline: Timeline) -> None:
    passages = walk(timeline)
    assert timeline.next_paragraph(passages[0]) == passages[1]
    assert timeline.next_paragraph(passages[1]) == passages[3]
    assert timeline.previous_paragraph(passages[2]) == passages[1]
    assert timeline.previous_paragraph(passages[1]) == passages[0]
    assert timeline.previous_paragraph(passages[3]) == passages[1]
    assert timeline.previous_paragraph(passages[0]) is None
    assert timeline.next_paragraph(passages[4]) is None


def test_chapters(timeline: Timeline) -> None:
    passages = walk(timeline)
    assert timeline.next_chapter(passages[0]) == passages[3]
    assert timeline.next_chapter(passages[3]) is None
    assert timeline.previous_chapter(passages[4]) == passages[3]
    assert timeline.previous_chapter(passages[3]) == passages[0]
    assert timeline.previous_chapter(passages[0]) is None
    assert list(timeline.passages(1)) == []
    assert list(timeline.passages(2)) == passages[3:]


def test_any_offset_leads_to_a_passage(timeline: Timeline) -> None:
    passages = walk(timeline)
    assert timeline.at(0, 0) == passages[0]
    assert timeline.at(0, 3) == passages[1]
    assert timeline.at(0, 8) == passages[2]
    assert timeline.at(1, 0) == passages[3]
    assert timeline.at(2, 1) == passages[3]
    assert timeline.at(2, 10_000) == passages[4]
    assert timeline.at(-1, 5) == passages[0]
    assert timeline.at(99, 0) == passages[4]


def test_notes_and_pages_alone_are_no_passage() -> None:
    timeline = Timeline(
        book(
            [block(Run(text="[1]", note="n1")), block(Run(text="", page="7"), "。"), block("好。")]
        )
    )
    assert texts(timeline.book, walk(timeline)) == ["好。"]


@pytest.mark.parametrize("chapters", [[], [[]], [[block("……")]]])
def test_a_book_with_nothing_to_say(chapters: list[list[Block]]) -> None:
    timeline = Timeline(book(*chapters))
    assert timeline.first() is None
    assert timeline.at(0, 0) is None


def test_a_huge_chapter_opens_at_once() -> None:
    blocks = [block("今天天气很好。我们去公园吧。" * 40)] * 20_000
    timeline = Timeline(book(blocks))
    chapter = timeline.book.chapters[0]
    assert len(chapter.text) > 10_000_000
    assert len(chapter.block_starts) == 20_000
    before = time.process_time()
    middle = timeline.at(0, 5_000_000)
    assert middle is not None
    assert timeline.next_sentence(middle) is not None
    assert timeline.at(0, 10**9) is not None
    assert time.process_time() - before < 0.5


def test_only_some_blocks_are_remembered() -> None:
    timeline = Timeline(book([block("好。")] * 500))
    assert len(list(timeline.passages(0))) == 500
    assert len(timeline._passages._remembered) <= 64


TEXTS = st.text(alphabet="我他好。！…“”（）a.B 1,?*\u2028", min_size=1, max_size=40)
BOOKS = st.lists(st.lists(TEXTS.map(block), max_size=5), max_size=4).map(lambda c: book(*c))


@settings(max_examples=150, deadline=None)
@given(BOOKS)
def test_passages_cover_every_speakable_character(written: Book) -> None:
    timeline = Timeline(written)
    passages = walk(timeline)
    assert all(one < two for one, two in pairwise(passages))
    covered = {
        (passage.chapter, offset)
        for passage in passages
        for offset in range(passage.start, passage.end)
    }
    assert len(covered) == sum(passage.end - passage.start for passage in passages)
    for number, chapter in enumerate(written.chapters):
        for offset, character in enumerate(chapter.text):
            assert not character.isalnum() or (number, offset) in covered
    for passage in passages:
        start = written.chapters[passage.chapter].block_starts[passage.block]
        length = len(written.chapters[passage.chapter].blocks[passage.block].text)
        assert start <= passage.start < passage.end <= start + length


@settings(max_examples=150, deadline=None)
@given(BOOKS)
def test_next_and_previous_are_inverse(written: Book) -> None:
    timeline = Timeline(written)
    passages = walk(timeline)
    for one, two in pairwise(passages):
        assert timeline.next_sentence(one) == two
        assert timeline.previous_sentence(two) == one
    for passage in passages:
        assert timeline.at(passage.chapter, passage.start) == passage
        assert timeline.at(passage.chapter, passage.end - 1) == passage
        following, before = timeline.next_paragraph(passage), timeline.previous_paragraph(passage)
        assert following is None or following > passage
        assert before is None or before < passage
    assert not passages or timeline.previous_sentence(passages[0]) is None


def test_the_ends_of_book_and_chapter(timeline: Timeline) -> None:
    passages = walk(timeline)
    assert timeline.last() == passages[-1]
    assert timeline.chapter_end(passages[0]) == passages[2]
    assert timeline.chapter_end(passages[2]) == passages[2]
    assert timeline.chapter_end(passages[3]) == passages[4]
    assert Timeline(book()).last() is None


def test_a_sentence_without_end_is_cut_into_pieces_that_can_be_walked() -> None:
    written = book([block("我们一直走，" * 1_000)])
    passages = walk(Timeline(written))
    pieces = [str(piece) for piece in texts(written, passages)]
    assert "".join(pieces) == "我们一直走，" * 1_000
    assert all(weight(piece) <= LONGEST_PASSAGE and piece.endswith("，") for piece in pieces)


def test_steps_pass_over_what_a_director_leaves_unsaid() -> None:
    written = book(
        [block("甲。乙。丙。"), block("丁。"), block("戊。己。")], [block("庚。"), block("辛。")]
    )
    silent = {"甲。", "丙。", "丁。", "庚。"}
    timeline = Timeline(written, is_silent=lambda passage: text(written, passage) in silent)
    forth = walk(timeline)
    assert texts(written, forth) == ["乙。", "戊。", "己。", "辛。"]
    back = [timeline.last()]
    while back[-1] is not None:
        back.append(timeline.previous_sentence(back[-1]))
    assert back[:-1] == forth[::-1]
    last = timeline.last()
    assert last is not None
    assert text(written, timeline.previous_paragraph(last)) == "戊。"
    assert text(written, timeline.previous_chapter(last)) == "乙。"
    assert text(written, timeline.chapter_end(forth[0])) == "己。"


def test_a_place_that_is_unsaid_leads_to_what_follows_but_can_be_looked_at() -> None:
    written = book([block("甲。乙。丙。")])
    timeline = Timeline(written, is_silent=lambda passage: text(written, passage) == "乙。")
    assert text(written, timeline.at(0, 2)) == "丙。"
    assert text(written, timeline.at(0, 2, spoken_only=False)) == "乙。"
    assert len(list(timeline.passages(0))) == 3


def test_a_book_of_which_nothing_is_said_has_no_steps() -> None:
    timeline = Timeline(book([block("甲。乙。")], [block("丙。")]), is_silent=lambda _passage: True)
    assert (timeline.first(), timeline.last()) == (None, None)
    (first, _) = timeline.passages(0)
    assert timeline.next_sentence(first) is None
    assert timeline.previous_sentence(first) is None
    assert timeline.chapter_end(first) == first
