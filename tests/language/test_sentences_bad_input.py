"""Sentences of any text at all: nothing lost, nothing raised, bounded in time and memory."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.sentences import Sentence, iter_sentences, split

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("我他说好。！？…，：“”‘’（）《》「」.!?\"' abcDE.1\n\u2028;—~😂:)*\ud83d"),
        st.characters(exclude_categories=()),
    ),
    max_size=80,
)
PATTERNS = [
    *(
        "啊",
        "—",
        "～",
        "abc ",
        "1",
        "(",
        "“",
        "”。",
        "Mr. ",
        "……",
        ". ",
        "1. ",
        '"',
        "'s ",
        "“我。”",
        "\n",
    ),
    *("😂", "🏻", ":) ", "~", "a.", "\ud800", '。"', "她说“去。”", "U.S. B", "(a.) b ", "a. b? "),
    *("“好。”他", "she “go.” he ", "\n \u2029"),
    "(" * 10_000 + ")" * 10_000 + "。",
    "「" * 10_000 + "。" + "」" * 10_000,
]


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_sentences_hold_everything_but_white_space(text: str) -> None:
    found = split(text)
    assert all(text[s.start : s.end] == s.text == s.text.strip() != "" for s in found)
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(found))


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_a_paragraph_does_not_depend_on_the_one_before(first: str, second: str) -> None:
    second = second.lstrip()
    offset = len(first) + 2
    moved = [
        Sentence(start=s.start + offset, end=s.end + offset, text=s.text) for s in split(second)
    ]
    assert split(f"{first}\n\n{second}") == split(first) + moved


@pytest.mark.parametrize("pattern", PATTERNS)
def test_any_length_of_anything_is_cut(pattern: str) -> None:
    text = (pattern * (300_000 // len(pattern) + 1))[:300_000]
    length = sum(len("".join(sentence.text.split())) for sentence in iter_sentences(text))
    assert length == len("".join(text.split()))


def test_memory_does_not_grow_with_the_paragraph() -> None:
    text = "他说：“我们走吧（现在）。”然后他走了。“Go!” he said. 好……" * 3_000
    tracemalloc.start()
    try:
        for _ in iter_sentences(text):
            pass
        assert tracemalloc.get_traced_memory()[1] < 60_000
    finally:
        tracemalloc.stop()
