"""What is said and what is written, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.alignment import Alignment, Stretch
from reader.language.spoken import SpokenText

# 于2023年到 is said as 于二零二三年到: the digits are one stretch.
_YEAR = Alignment((Stretch(1, 5, 1, 5),))
# $3.50 now → three dollars fifty now
_MONEY = Alignment((Stretch(0, 5, 0, 19),))


@pytest.mark.parametrize(
    ("alignment", "spoken", "written"),
    [
        (_YEAR, (0, 1), (0, 1)),
        (_YEAR, (2, 3), (1, 5)),
        (_YEAR, (5, 6), (5, 6)),
        (_MONEY, (6, 13), (0, 5)),
        (_MONEY, (20, 23), (6, 9)),
        (_MONEY, (14, 23), (0, 9)),
        (Alignment(), (3, 5), (3, 5)),
        (Alignment((Stretch(2, 4, 2, 2),)), (1, 3), (1, 5)),
    ],
)
def test_where_something_said_is_written(alignment, spoken, written) -> None:
    assert alignment.written(*spoken) == written


def test_where_something_written_is_said() -> None:
    assert _MONEY.spoken(0, 2) == (0, 19)
    assert _MONEY.spoken(6, 9) == (20, 23)
    assert _MONEY.spoken(5, 5) == (19, 19)


def test_a_cut_inside_a_stretch_leaves_its_writing_with_the_first_part() -> None:
    written, head, tail = _MONEY.divided(6)
    assert written == 5
    assert head.written(0, 6) == (0, 5)
    assert tail.written(14, 17) == (1, 4)


@given(st.text(alphabet="他花了$3.5万，2023年10:05 and Dr. Wang25kg—½％２", max_size=40), st.data())
def test_every_part_of_what_is_said_is_written_somewhere(text: str, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(["zh", "en"]))
    form = SpokenText(text).part(0, len(text), language)
    start = data.draw(st.integers(0, len(form.text)))
    end = data.draw(st.integers(start, len(form.text)))
    first, last = form.alignment.written(start, end)
    assert 0 <= first <= last <= len(text)
    assert form.alignment.written(0, len(form.text))[1] <= len(text)
    position = data.draw(st.integers(0, len(form.text)))
    written, head, tail = form.alignment.divided(position)
    assert 0 <= written <= len(text)
    assert head.written(0, position)[1] <= written
    rest = len(form.text) - position
    assert written + tail.written(0, rest)[1] <= len(text)
