"""Back and forward."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.navigation.history import History
from reader.navigation.place import Position


def test_back_and_forward_as_in_a_browser():
    history = History()
    history.left(Position(0, 10))
    history.left(Position(1, 0))
    now = Position(2, 0)
    assert history.back(now) == Position(1, 0)
    assert history.back(Position(1, 0)) == Position(0, 10)
    assert history.back(Position(0, 10)) is None
    assert history.forward(Position(0, 10)) == Position(1, 0)
    assert history.forward(Position(1, 0)) == now
    assert history.forward(now) is None


def test_a_new_jump_leaves_nothing_to_go_forward_to():
    history = History()
    history.left(Position(0, 0))
    history.back(Position(5, 0))
    history.left(Position(0, 0))
    assert history.forward(Position(7, 0)) is None


def test_short_moves_are_passed_by():
    history = History()
    history.left(Position(0, 0))
    assert history.back(Position(0, 300)) is None
    history.left(Position(0, 0))
    assert history.back(Position(0, 301)) == Position(0, 0)


def test_another_chapter_is_far_however_near():
    history = History()
    history.left(Position(0, 5000))
    assert history.back(Position(1, 5000)) == Position(0, 5000)


def test_many_short_moves_end_in_a_way_back_to_where_they_began():
    history = History()
    for offset in range(0, 1000, 100):
        history.left(Position(0, offset))
    places = []
    now = Position(0, 1000)
    while (place := history.back(now)) is not None:
        places.append(place)
        now = place
    assert places[-1] == Position(0, 0)


def test_the_oldest_places_are_forgotten():
    history = History(limit=2)
    for chapter in range(5):
        history.left(Position(chapter, 0))
    assert history.back(Position(5, 0)) == Position(4, 0)
    assert history.back(Position(4, 0)) == Position(3, 0)
    assert history.back(Position(3, 0)) is None


@given(st.lists(st.builds(Position, st.integers(0, 3), st.just(0)), min_size=1, max_size=8))
def test_going_all_the_way_back_and_forward_comes_home(places):
    history = History()
    for place in places:
        history.left(place)
    home = now = Position(9, 0)
    steps = 0
    while (place := history.back(now)) is not None:
        now, steps = place, steps + 1
    for _ in range(steps):
        now = history.forward(now)
    assert now == home


def test_one_comes_back_exactly_from_a_note_near_its_reference():
    history = History()
    history.left(Position(0, 5))
    history.left(Position(0, 100), exactly=True)
    assert history.back(Position(0, 180)) == Position(0, 100)
    assert history.forward(Position(0, 100)) == Position(0, 180)
    assert history.back(Position(0, 180)) == Position(0, 100)
    assert history.back(Position(0, 100)) is None
