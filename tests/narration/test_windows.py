"""Very long blocks: every way to a sentence finds the same one, and finds it at once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Block, BlockKind, Book, Emphasis, Run
from reader.language.sentences import split
from reader.narration import windows
from reader.narration.narrator import Narrator
from reader.narration.timeline import Timeline
from reader.narration.windows import Windows
from tests.narration.books import block, book, texts, walk

CHINESE = "今天天气很好。“我们去公园吧！”她说。公园里的人多不多？不多……他想了想，还是去了。"
ENGLISH = 'The weather was fine. "Let us go!" she said. Were there many people? No. Dr. Wang went. '


@pytest.fixture(autouse=True)
def short(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows short enough that a small text has many, but for what measures real ones."""
    if "huge" not in request.function.__name__:
        monkeypatch.setattr(windows, "LENGTH", 100)


@pytest.mark.parametrize(("line", "language"), [(CHINESE, "zh"), (ENGLISH, "en")])
def test_prose_is_cut_as_if_it_were_cut_whole(
    line: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "LENGTH", 400)
    written = book([block(line * 300)], language=language)
    assert Windows(written).count(0, 0) > 20
    found = texts(written, walk(Timeline(written)))
    assert found == [sentence.text for sentence in split(line * 300, language)]


LONG = st.lists(
    st.text("我他好。！？…“”「」（）\"'a.B 1,?*\u2028[]", max_size=30)
    | st.sampled_from([CHINESE, ENGLISH, "。" * 250, "a" * 250, "  ", "1. 一 2. 二 3. 三"]),
    max_size=12,
).map("".join)
LINES = LONG.filter(bool).map(block)


@given(st.lists(LINES, min_size=1, max_size=3), st.data())
def test_every_path_to_a_passage_finds_the_same_one(
    blocks: list[Block], data: st.DataObject
) -> None:
    written = book(blocks)
    passages = walk(Timeline(written))
    assert list(Timeline(written).passages(0)) == passages
    length = len(written.chapters[0].text)
    for offset in data.draw(st.lists(st.integers(0, length), max_size=8)):
        fresh = Timeline(written)
        expected = next((each for each in passages if each.end > offset), None)
        assert fresh.at(0, offset) == (expected or fresh.last())
    for one, two in pairwise(passages):
        assert Timeline(written).next_sentence(one) == two
        assert Timeline(written).previous_sentence(two) == one
    assert Timeline(written).last() == (passages[-1] if passages else None)


@given(LINES)
def test_passages_hold_all_that_can_be_said(content: Block) -> None:
    written = book([content])
    passages = walk(Timeline(written))
    covered = {at for passage in passages for at in range(passage.start, passage.end)}
    assert len(covered) == sum(passage.end - passage.start for passage in passages)
    said = {at for at, character in enumerate(content.text) if character.isalnum()}
    assert said <= covered


@given(LINES)
def test_windows_follow_one_another_without_a_gap(content: Block) -> None:
    found = Windows(book([content]))
    bounds = [found.bounds(0, 0, index) for index in range(found.count(0, 0))]
    assert [start for start, _ in bounds] == [0, *(end for _, end in bounds[:-1])]
    assert bounds[-1][1] == len(content.text)
    for index, (start, end) in enumerate(bounds):
        assert start < end
        assert {found.at(0, 0, offset) for offset in range(start, end)} == {index}


def test_references_to_notes_are_blank_in_every_window() -> None:
    reference = Run(text="[1]", note="n1")
    written = book([block(*[run for _ in range(100) for run in ("他走了。", reference)])])
    spoken = [Narrator(written).utterance(each).text for each in walk(Timeline(written))]
    assert len(spoken) > 90
    assert set(spoken) == {"他走了。"}


def test_many_runs_keep_their_manner_wherever_they_stand() -> None:
    strong = [Run(text="她说得很好。", emphasis=Emphasis.STRONG), Run(text="我说也是。")]
    written = book([block(*strong * 60)])
    narrator = Narrator(written)
    passages = walk(Timeline(written))
    manners = [narrator.utterance(passage).spans[0].emphasis for passage in reversed(passages)]
    assert manners == [Emphasis.NONE, Emphasis.STRONG] * 60


def test_the_language_is_that_of_the_text_around() -> None:
    written = book([block(CHINESE * 60, ENGLISH * 60, "It was 1984.")])
    narrator, timeline = Narrator(written), Timeline(written)
    last = timeline.last()
    assert last is not None
    assert narrator.utterance(last).text == "It was nineteen eighty-four."
    first = timeline.first()
    assert first is not None
    assert narrator.utterance(first).spans[0].language == "zh"


def huge(kind: str, line: str, language: str) -> Book:
    if kind == "one block":
        return book([block(line * (2_000_000 // len(line)))], language=language)
    lines = 2_000_000 // len(line) // 4
    return book([block(line * 4)] * lines, language=language)


@pytest.mark.parametrize("kind", ["one block", "paragraphs"])
@pytest.mark.parametrize(("line", "language"), [(CHINESE, "zh"), (ENGLISH, "en")])
def test_a_sentence_of_a_huge_chapter_is_found_without_cutting_what_is_before_it(
    kind: str, line: str, language: str
) -> None:
    written = huge(kind, line, language)
    length = len(written.chapters[0].text)
    timeline, narrator = Timeline(written), Narrator(written)
    first = timeline.first()
    assert first is not None
    narrator.utterance(first)
    for part in range(10):
        passage = timeline.at(0, length * part // 10)
        assert passage is not None
        assert timeline.next_sentence(passage) is not None
        assert narrator.utterance(passage).spans
    remembered = timeline._passages._remembered.values()
    assert sum(len(passages) for passages in remembered) < 20_000


def test_a_huge_block_without_a_single_end_of_a_sentence_can_be_walked() -> None:
    written = book([block("我们走吧" * 100_000)])
    timeline = Timeline(written)
    passage = timeline.at(0, 200_000)
    assert passage is not None
    assert passage.start <= 200_000 < passage.end
    assert passage.end - passage.start <= 500
    following = timeline.next_sentence(passage)
    assert following is not None
    assert following.start == passage.end
    assert timeline.previous_sentence(following) == passage


def test_kinds_of_blocks_do_not_matter_for_a_huge_one() -> None:
    written = book([block("x = 1;\u2028" * 50_000, kind=BlockKind.CODE), block("完。")])
    timeline = Timeline(written)
    passage = timeline.at(0, 200_000)
    assert passage is not None
    following = timeline.next_paragraph(passage)
    assert following is not None
    assert following.block == 1
