"""Breaks, marks and the silences of the text itself, each in its place and none twice."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import LINE_BREAK, BlockKind, Run
from reader.narration.delivery import Cue, Delivery
from reader.narration.narrator import Narrator
from reader.narration.utterance import Mark, Pause, Span, Utterance
from tests.narration.books import block, book
from tests.narration.directed import Given, cue, utterances

BREAK = Pause(seconds=1.0)
NONE = Pause(seconds=0.0)
HERE = Mark(name="here")


def heard(utterance: Utterance) -> list[str | float]:
    """Texts, silences in seconds and the marks' names, in order."""
    found: list[str | float] = []
    for item in utterance.items:
        if isinstance(item, Span):
            found.append(item.text)
        else:
            found.append(round(item.seconds, 3) if isinstance(item, Pause) else item.name)
    return found


def test_a_break_divides_the_sentence_where_it_stands() -> None:
    text = "他走了很远。"
    (one,) = utterances(text, insertions=[(3, BREAK)])
    assert heard(one) == ["他走了", 1.0, "很远。", 2.0]
    assert [(span.start, span.end) for span in one.spans] == [(0, 3), (3, 6)]


def test_a_break_stands_behind_the_mark_that_belongs_to_what_is_before() -> None:
    text = "好，“走吧”。"
    (one,) = utterances(text, insertions=[(1, BREAK)])
    assert heard(one) == ["好，", 1.0, "“走吧”。", 2.0]


def test_what_is_said_as_a_whole_is_not_divided() -> None:
    text = "于2023年到典当行。"
    sound = Delivery(phonemes="dian3 dang4 hang2", alphabet="x-pinyin")
    (one,) = utterances(
        text,
        directors=[[cue(text, "典当行", sound)]],
        insertions=[(3, BREAK), (text.index("当"), HERE)],
    )
    assert heard(one) == ["于二零二三", 1.0, "年到", "典当行", "here", "。", 2.0]


def test_breaks_of_one_place_add_up_to_ten_seconds_at_most() -> None:
    text = "他走了。"
    (one,) = utterances(text, insertions=[(1, BREAK), (1, Pause(seconds=0.5))])
    assert heard(one) == ["他", 1.5, "走了。", 2.0]
    (one,) = utterances(text, insertions=[(1, Pause(seconds=8.0)), (1, Pause(seconds=8.0))])
    assert heard(one) == ["他", 10.0, "走了。", 2.0]


def test_a_mark_between_two_breaks_stays_between_them() -> None:
    text = "他走了。"
    breaks = [(1, Pause(seconds=0.5)), (1, HERE), (1, BREAK)]
    (one,) = utterances(text, insertions=breaks)
    assert heard(one) == ["他", 0.5, "here", 1.0, "走了。", 2.0]
    long = Pause(seconds=8.0)
    (one,) = utterances(text, insertions=[(1, long), (1, HERE), (1, long), (1, long)])
    assert heard(one) == ["他", 8.0, "here", 2.0, "走了。", 2.0]
    other = [cue(text, "走了。", Delivery(speaker="a", voice="a"))]
    short = Pause(seconds=0.01)
    (one,) = utterances(text, directors=[other], insertions=[(1, HERE), (1, short), (1, HERE)])
    assert heard(one) == ["他", "here", 0.15, "here", "走了。", 2.0]


def test_a_break_at_the_end_of_a_sentence_is_not_added_to_its_pause() -> None:
    for gap in ("", " "):
        text = f"甲。{gap}乙。"
        for offset in {2, text.index("乙")}:
            first, second = utterances(text, insertions=[(offset, BREAK)])
            assert [heard(first), heard(second)] == [["甲。", 1.0], ["乙。", 2.0]]
            first, second = utterances(text, insertions=[(offset, Pause(seconds=0.1))])
            assert [heard(first), heard(second)] == [["甲。", 0.4], ["乙。", 2.0]]
            first, second = utterances(text, insertions=[(offset, NONE)])
            assert [heard(first), heard(second)] == [["甲。"], ["乙。", 2.0]]


def test_a_mark_between_two_sentences_is_that_of_the_second() -> None:
    first, second = utterances("甲。", "乙。", insertions=[(3, HERE)])
    assert [heard(first), heard(second)] == [["甲。", 0.75], ["here", "乙。", 2.0]]
    (only,) = utterances("甲。", insertions=[(2, HERE)])
    assert heard(only) == ["甲。", "here", 2.0]


def test_the_beginning_of_a_chapter_may_be_silent() -> None:
    (one,) = utterances("“甲。”", insertions=[(0, BREAK), (0, HERE)])
    assert heard(one) == [1.0, "here", "“甲。”", 2.0]


def test_each_place_is_asked_for_once() -> None:
    texts = ["甲乙。丙丁！ 戊。", "己。 "]
    places = range(len("\n".join(texts)) + 1)
    marks = [(place, Mark(name=str(place))) for place in places]
    found = utterances(*texts, insertions=marks)
    names = [item.name for each in found for item in each.items if isinstance(item, Mark)]
    assert names == [str(place) for place in places]


def test_a_break_where_the_speaker_changes_is_the_longer_of_both() -> None:
    text = "他说：“走。”"
    cues = [cue(text, "“走。”", Delivery(speaker="a", voice="a"))]
    (one,) = utterances(text, directors=[cues])
    assert heard(one) == ["他说：", 0.2, "“走。”", 2.0]
    for offset, seconds in ((0.05, 0.2), (1.0, 1.0)):
        pause = Pause(seconds=offset)
        (one,) = utterances(text, directors=[cues], insertions=[(3, pause)])
        assert heard(one) == ["他说：", seconds, "“走。”", 2.0]


def test_the_mark_before_another_speaker_tells_how_long_it_is_silent() -> None:
    other = Delivery(speaker="a", voice="a")
    for before, seconds in (("“快跑！”", 0.2), ("“快跑，”", 0.15), ("“快跑”", 0.15)):
        text = f"{before}他大喊。"
        (one,) = utterances(text, directors=[[cue(text, before, other)]])
        assert heard(one) == [before, seconds, "他大喊。", 2.0]


def test_another_voice_within_one_speech_is_only_silent_at_a_mark() -> None:
    text = "他说hello，好。"
    other = Delivery(voice="b")
    (one,) = utterances(text, directors=[[cue(text, "hello，", other)]])
    assert heard(one) == ["他说", "hello, ", 0.12, "好。", 2.0]


def test_lines_of_verse_do_not_run_on() -> None:
    verse = f"床前明月光，{LINE_BREAK}疑是地上霜"
    (one,) = utterances(block(verse))
    assert heard(one) == [f"床前明月光，{LINE_BREAK}", 0.3, "疑是地上霜", 2.0]
    assert verse[slice(*one.spans[1].source(0, 1))] == "疑"
    lines = f"他，{LINE_BREAK}——，{LINE_BREAK}走了"
    (one,) = utterances(block(lines, kind=BlockKind.CODE))
    assert [item for item in heard(one) if not isinstance(item, str)] == [0.3, 2.0]
    assert one.text == lines


def test_a_line_ends_within_emphasis_as_well() -> None:
    from reader.books.model import Emphasis

    strong = Run(text=f"明月光，{LINE_BREAK}疑是", emphasis=Emphasis.STRONG)
    (one,) = utterances(block("床前", strong, "地上霜"))
    assert heard(one) == ["床前", f"明月光，{LINE_BREAK}", 0.3, "疑是", "地上霜", 2.0]


def test_a_selection_ends_without_silence_but_keeps_that_within() -> None:
    text = "他走了很远。"
    written = book([block(text)])
    narrator = Narrator(written, insertions=[Given(inserted=[(3, BREAK), (6, BREAK)])])
    (one,) = narrator.excerpt(0, 0, 6)
    assert heard(one) == ["他走了", 1.0, "很远。"]
    (one,) = narrator.excerpt(0, 1, 5)
    assert heard(one) == ["走了", 1.0, "很远"]


def test_marks_of_a_sentence_that_is_skipped_are_still_reached() -> None:
    text = "甲。乙。"
    skipped = Cue(start=2, end=4, delivery=Delivery(said=""))
    _, second = utterances(text, directors=[[skipped]], insertions=[(3, HERE), (3, BREAK)])
    assert heard(second) == ["here", 1.0]


TEXT = "他说：“于2023年用Python，好吗？”走了！ 一二三。"


@given(
    st.lists(st.tuples(st.integers(0, len(TEXT)), st.sampled_from([BREAK, NONE, HERE])), max_size=8)
)
def test_what_is_inserted_changes_no_word(inserted: list[tuple[int, Pause | Mark]]) -> None:
    inserted = sorted(inserted, key=lambda each: each[0])
    found = utterances(TEXT, insertions=inserted)
    plain = utterances(TEXT)
    assert [each.text for each in found] == [each.text for each in plain]
    marks = [item for each in found for item in each.items if isinstance(item, Mark)]
    assert len(marks) == sum(item is HERE for _, item in inserted)
    for each in found:
        assert all(span.text.strip() for span in each.spans)
        assert [span.start for span in each.spans] == sorted(span.start for span in each.spans)


@pytest.mark.parametrize("seconds", [0.0, 0.1])
def test_no_utterance_has_two_silences_side_by_side(seconds: float) -> None:
    every = [(place, Pause(seconds=seconds)) for place in range(len(TEXT) + 1)]
    for each in utterances(TEXT, insertions=every):
        kinds = [isinstance(item, Pause) for item in each.items]
        assert not any(a and b for a, b in itertools.pairwise(kinds))
