from __future__ import annotations

import pytest

from reader.ui.directions import read_from_the_right, with_end_in_place


@pytest.mark.parametrize("title", ["עוד מקרה?", "2. الفصل", "“עוד” and more"])
def test_the_first_letter_says_from_where_a_title_is_read(title):
    assert read_from_the_right(title)


@pytest.mark.parametrize("title", ["", "12.", "One: עוד", "信"])
def test_all_else_is_read_from_the_left(title):
    assert not read_from_the_right(title)


def test_only_what_ends_in_words_read_from_the_right_is_marked():
    assert with_end_in_place("Chapter 1 of 2: עוד?") == "Chapter 1 of 2: עוד?\u200f"
    assert with_end_in_place("עוד: One?") == "עוד: One?"
