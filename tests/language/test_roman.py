"""Roman numerals."""

from __future__ import annotations

import pytest

from reader.language.roman import leading_numeral, value
from reader.language.spoken import SpokenText, spoken_form


@pytest.mark.parametrize(
    ("numeral", "counted"),
    [("I", 1), ("iv", 4), ("XXXIX", 39), ("XC", 90), ("MCMXCIX", 1999), ("IIII", None), ("", None)],
)
def test_what_a_numeral_counts(numeral: str, counted: int | None) -> None:
    assert value(numeral) == counted


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("II. The Crossing", "two. The Crossing"),
        ("IV", "four"),
        ("I", "one"),
        ("I. The Rabbi and the Diadem", "one. The Rabbi and the Diadem"),
        ("IX: Dies Irae", "nine: Dies Irae"),
        ("XXII The Storm Breaks", "twenty-two The Storm Breaks"),
        ("I Enlist the Services of a Minion", None),
        ("C. S. Lewis", None),
        ("V. S. Naipaul", None),
        ("C", None),
        ("CV writing", None),
        ("MIX IT", None),
        ("Inside", None),
    ],
)
def test_a_heading_begins_with_a_number(heading: str, said: str | None) -> None:
    form = SpokenText(heading, heading=True).part(0, len(heading), "en")
    assert form.text == (said or heading)
    assert (leading_numeral(heading) is None) == (said is None)


def test_only_headings_begin_with_one() -> None:
    assert spoken_form("I. Newton and V. Woolf", "en") == "I. Newton and V. Woolf"


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("CHAPTER IV.", "CHAPTER four."),
        ("vol. xxxix pp. 127", "volume thirty-nine pages one hundred twenty-seven"),
        ("Vol. IV", "volume four"),
        ("Book I of the Acts", "Book one of the Acts"),
        ("the part I liked", "the part I liked"),
        ("act v, scene ii", "act five, scene two"),
        ("World War II", "World War two"),
    ],
)
def test_numerals_after_the_name_of_a_part(written: str, spoken: str) -> None:
    assert spoken_form(written, "en") == spoken


def test_a_chinese_ordinal_may_be_written_in_roman_numerals() -> None:
    assert spoken_form("第IV章和第XII卷", "zh") == "第四章和第十二卷"


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("(.6% in 1900)", "(zero point six percent in nineteen hundred)"),
        ("12 ft. high, 10 ft., 3 ft. Here", "twelve feet high, ten feet, three feet. Here"),
        ("version 0.5.3", "version zero point five point three"),
    ],
)
def test_figures_of_old_and_new_books(written: str, spoken: str) -> None:
    assert spoken_form(written, "en") == spoken
