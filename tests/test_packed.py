from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.packed import PackedTable

VALUES = st.one_of(st.text(), st.dictionaries(st.text(), st.floats(allow_nan=False), max_size=3))


@given(st.dictionaries(st.text(), VALUES), st.lists(st.text()))
def test_a_packed_table_answers_like_the_dictionary(table, others):
    packed = PackedTable(table)
    assert len(packed) == len(table)
    for key in (*table, *others):
        assert packed.get(key) == table.get(key)


def test_a_key_that_is_not_there_gives_the_default():
    assert PackedTable({}).get("a", 5) == 5
    assert PackedTable({"b": 1}).get("a", 5) == 5
    assert PackedTable({"b": 1}).get("c", 5) == 5
