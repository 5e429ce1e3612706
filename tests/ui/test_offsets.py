from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.offsets import Offsets

texts = st.text(alphabet="aé书😀𠮷\u2028", max_size=40)


@given(texts)
def test_every_offset_is_the_length_of_what_precedes_it_in_utf_16(text):
    offsets = Offsets((place, 2) for place, character in enumerate(text) if character > "\uffff")
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.to_qt(offset) == units
        assert offsets.from_qt(units) == offset


def test_a_position_inside_a_pair_is_that_character():
    assert Offsets([(1, 2)]).from_qt(2) == 1
