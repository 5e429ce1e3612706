"""What is said for a selection."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import BlockKind, Book, Run
from reader.narration.narrator import Narrator
from reader.narration.skipping import Skipping
from reader.narration.utterance import Pause, Utterance
from tests.narration.books import block, book

BOOK = book(
    [
        block("第一章", kind=BlockKind.HEADING),
        block("他来了", Run(text="[1]", note="n1"), "。她走了。"),
        block("* * *", kind=BlockKind.SEPARATOR),
        block("注解在这里。", kind=BlockKind.NOTE),
        block("天黑了。"),
    ]
)
TEXT = BOOK.chapters[0].text


def excerpt(start: int, end: int, chapter: int = 0, written: Book = BOOK) -> list[Utterance]:
    return list(Narrator(written).excerpt(chapter, start, end))


def said(start: int, end: int) -> list[str]:
    return [utterance.text for utterance in excerpt(start, end)]


def test_the_whole_chapter_is_read_with_its_pauses_but_none_at_the_end() -> None:
    found = excerpt(0, len(TEXT))
    assert [utterance.text for utterance in found] == [
        "第一章",
        "他来了。",
        "她走了。",
        "注解在这里。",
        "天黑了。",
    ]
    pauses = [[item.seconds for item in each.items if isinstance(item, Pause)] for each in found]
    assert pauses == [[1.0], [0.4], [1.5], [0.75], []]


def test_half_a_sentence_is_spoken_as_half_a_sentence() -> None:
    start, end = TEXT.index("走了"), TEXT.index("在这里")
    assert said(start, end) == ["走了。", "注解"]
    first, second = excerpt(start, end)
    assert (first.start, first.end) == (start, TEXT.index("\n* * *"))
    assert (second.spans[0].start, second.spans[0].end) == (end - 2, end)
    assert said(start, start + 1) == ["走"]


def test_references_to_notes_are_not_spoken() -> None:
    assert said(TEXT.index("了[1]"), TEXT.index("她")) == ["了。"]
    assert said(TEXT.index("[1]"), TEXT.index("[1]") + 3) == []


def test_what_is_left_out_is_read_where_it_is_selected() -> None:
    narrator = Narrator(BOOK, skipping=Skipping(level="all"))
    found = list(narrator.excerpt(0, TEXT.index("注解"), len(TEXT)))
    assert [utterance.text for utterance in found] == ["注解在这里。", "天黑了。"]
    assert found[0].items[-1] == Pause(seconds=0.75)


def test_there_is_nothing_to_say_for_nothing() -> None:
    assert said(3, 3) == []
    assert said(5, 2) == []
    assert said(-5, 0) == []
    assert said(TEXT.index("* * *"), TEXT.index("* * *") + 5) == []
    assert said(len(TEXT), len(TEXT) + 50) == []
    assert excerpt(0, 5, chapter=7) == []
    assert excerpt(0, 5, chapter=-1) == []
    assert excerpt(0, 5, written=book([])) == []


def test_a_selection_beyond_the_chapter_ends_with_it() -> None:
    assert said(-10, 10**9) == said(0, len(TEXT))


def test_a_selection_of_a_huge_block_comes_sentence_by_sentence() -> None:
    written = book([block("今天天气很好。" * 100_000)])
    found = Narrator(written).excerpt(0, 350_002, 10**9)
    assert next(found).text == "天气很好。"
    assert next(found).text == "今天天气很好。"


@given(st.integers(-2, len(TEXT) + 2), st.integers(-2, len(TEXT) + 2))
def test_nothing_outside_the_selection_is_spoken(start: int, end: int) -> None:
    found = excerpt(start, end)
    for utterance in found:
        assert start <= utterance.start < utterance.end <= end
        for span in utterance.spans:
            assert utterance.start <= span.start < span.end <= utterance.end
    selected = TEXT[max(0, start) : max(0, end)].replace("[1]", "")
    letters = [each for each in selected if each.isalpha()]
    assert [each for utterance in found for each in utterance.text if each.isalpha()] == letters
    assert not found or not any(isinstance(item, Pause) for item in found[-1].items)
