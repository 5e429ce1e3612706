"""Where a sentence is cut for speech."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.clauses import LONGEST_CLAUSE, bounded, clauses, first_clause
from reader.language.measure import reach, weight
from reader.language.sentences import Sentence

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("我他说好。！？…，、：“”（）「」.!?\"' abcDE.1,\n\u2028;—"),
        st.characters(),
    ),
    max_size=80,
)


def test_clauses_are_cut_at_breaths() -> None:
    text = "他说，今天天气很好，我们去公园吧，好不好？"
    assert [c.text for c in clauses(text)] == [
        "他说，",
        "今天天气很好，",
        "我们去公园吧，",
        "好不好？",
    ]
    assert [c.text for c in bounded(text)] == [text]
    assert text[: first_clause(text)] == "他说，今天天气很好，"


def test_a_short_sentence_is_its_own_first_clause() -> None:
    assert first_clause("你好，世界。") == 6
    assert first_clause("") == 0


def test_the_first_clause_of_english_ends_at_a_word() -> None:
    text = "word " * 100
    end = first_clause(text)
    assert text[end - 1] == " "
    assert 16 <= end <= 64


@settings(max_examples=300, deadline=None)
@given(st.one_of(ANY_TEXT, st.text(alphabet="啊a ，,", max_size=600)))
def test_pieces_are_bounded_and_hold_everything(text: str) -> None:
    for pieces in (clauses(text), bounded(text)):
        assert "".join("".join(p.text for p in pieces).split()) == "".join(text.split())
        assert all(text[p.start : p.end] == p.text for p in pieces)
        assert all(weight(p.text) <= 2 * LONGEST_CLAUSE for p in pieces)
    assert 0 <= first_clause(text) <= len(text)


def texts(pieces: list[Sentence]) -> list[str]:
    return [piece.text for piece in pieces]


def test_a_comma_is_a_better_breath_than_an_enumeration_comma() -> None:
    text = "买了苹果和香蕉，还有梨、桃子、葡萄等"
    assert texts(bounded(text, 14.0))[0] == "买了苹果和香蕉，"


def test_an_enumeration_comma_is_a_better_breath_than_none() -> None:
    assert texts(bounded("苹果苹果、香蕉香蕉、葡萄葡萄葡萄", 12.0))[0] == "苹果苹果、香蕉香蕉、"


def test_chinese_without_marks_is_cut_between_words() -> None:
    pieces = texts(bounded("我看见他慢慢地走过来了我们大家都很高兴", 12.0))
    assert pieces == ["我看见他慢慢地走过来了", "我们大家都很高兴"]


@pytest.mark.parametrize(
    "kept", ["1,299.50", "10:05", "10：05", "wonderful", "e\u0301", "👨\u200d👩"]
)
@pytest.mark.parametrize("before", range(5, 14))
def test_numbers_words_and_characters_stay_whole(kept: str, before: int) -> None:
    text = "好" * before + kept + "好" * 20
    for piece in (*bounded(text, 12.0), *clauses(text)):
        assert piece.start <= before or piece.start >= before + len(kept)
    assert not before < first_clause(text) < before + len(kept)


def test_a_piece_reaches_as_far_as_it_may_weigh() -> None:
    assert reach("好" * 10, 0, 4.0) == 4
    assert reach("abcdefgh好好", 0, 2.0) == 8
    assert reach("abcdefgh好好", 0, 3.0) == 9
    assert reach("好a", 0, 9.0) == 2


@pytest.mark.parametrize(
    "text",
    ["啊" * 200_000, "a" * 99_999, "1" * 10_000, "…" * 99_999, "👨" * 9_999, "\ud800" * 9_999],
)
def test_any_length_is_cut_in_linear_time(text: str) -> None:
    for pieces in (clauses(text), bounded(text)):
        assert "".join(piece.text for piece in pieces) == text
    assert 0 < first_clause(text) <= len(text)
