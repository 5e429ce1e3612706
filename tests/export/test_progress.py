"""How far an export is, how fast it goes and how long it takes, told as a listener wants it."""

from __future__ import annotations

import pytest

from reader.export.progress import ExportProgress, Meter
from reader.export.sections import Section

ONE = Section(number=0, title="One")
TWO = Section(number=1, title="Two")


class Watch:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.rested = 0.0
        self.seen: list[ExportProgress] = []

    def meter(self, work: float = 1000) -> Meter:
        return Meter(work, self.seen.append, clock=lambda: self.now, rested=lambda: self.rested)


def test_speaking_and_writing_bring_it_to_the_end_without_going_back() -> None:
    watch = Watch()
    meter = watch.meter()
    for _ in range(5):
        watch.now += 1
        meter.spoken(ONE, 100, 6.0, 1.0)
    meter.writing(ONE, 500)
    for share in (0.25, 0.5, 1.0):
        watch.now += 0.11
        meter.wrote(share)
    for _ in range(5):
        watch.now += 1
        meter.spoken(TWO, 100, 6.0, 1.0)
    meter.writing(TWO, 500)
    watch.now += 0.3
    meter.wrote(1.0)
    meter.finish()
    fractions = [each.fraction for each in watch.seen]
    assert fractions == sorted(fractions)
    assert len(set(fractions)) > len(fractions) - 3
    assert fractions[-1] == 1
    assert 0.98 < fractions[-2] < 1
    last = watch.seen[-1]
    assert (last.title, last.seconds, last.left) == ("Two", 60.0, 0.0)
    assert watch.seen[0].title == "One"


def test_it_tells_at_most_ten_times_a_second_and_at_the_end() -> None:
    watch = Watch()
    meter = watch.meter()
    for _ in range(100):
        watch.now += 0.01
        meter.spoken(ONE, 10, 1.0, 1.0)
    assert 8 <= len(watch.seen) <= 11
    meter.finish()
    assert watch.seen[-1].fraction == 1


def test_walking_a_section_twice_counts_once() -> None:
    watch = Watch()
    meter = watch.meter()
    meter.spoken(ONE, 1000, 60.0, 1.0)
    meter.writing(ONE, 1000)
    seen = []
    for share in (0.5, 1.0, 0.5, 1.0):
        watch.now += 1
        meter.wrote(share)
        seen.append(meter.fraction)
    assert seen[1] == seen[2] == seen[3] < 1
    assert meter.writing_seconds == 4


def test_speed_is_that_of_the_last_seconds() -> None:
    watch = Watch()
    meter = watch.meter(100_000)
    for _ in range(30):
        watch.now += 1
        meter.spoken(ONE, 100, 10.0, 1.0)
    assert watch.seen[-1].speed == pytest.approx(10, rel=0.1)
    for _ in range(30):
        watch.now += 1
        meter.spoken(ONE, 100, 50.0, 1.0)
    assert watch.seen[-1].speed == pytest.approx(50, rel=0.1)


def test_once_all_is_spoken_the_speed_is_that_of_the_writing() -> None:
    watch = Watch()
    meter = watch.meter(1000)
    for _ in range(10):
        watch.now += 100
        meter.spoken(ONE, 100, 300.0, 100.0)
        assert watch.seen[-1].speed == pytest.approx(3)
    meter.writing(ONE, 1000)
    watch.seen.clear()
    for step in range(1, 2000):  # many small blocks, 3,000 seconds in 60
        watch.now += 0.03
        meter.wrote(step / 2000)
    speeds = [each.speed for each in watch.seen]
    assert len(speeds) > 400
    assert speeds == pytest.approx([50.0] * len(speeds), rel=0.05)


def test_at_the_end_the_speed_is_that_of_the_whole() -> None:
    watch = Watch()
    meter = watch.meter(60)
    watch.now += 1.2
    meter.spoken(ONE, 60, 60.0, 1.0)
    meter.writing(ONE, 60)
    for share in (0.5, 1.0):
        watch.now += 0.15
        meter.wrote(share)
    assert [each.speed for each in watch.seen[-2:]] == pytest.approx([200, 40])
    watch.now += 0.5
    meter.finish()
    assert watch.seen[-1].speed == pytest.approx(30)


def test_what_came_to_less_than_was_planned_has_a_speed_of_the_whole_too() -> None:
    watch = Watch()
    meter = watch.meter(60)
    watch.now += 2
    meter.spoken(ONE, 40, 40.0, 1.0)
    meter.finish()
    assert watch.seen[-1].speed == pytest.approx(20)


def test_writing_what_an_earlier_run_has_spoken_has_a_speed() -> None:
    watch = Watch()
    meter = watch.meter(1000)
    meter.spoken(ONE, 500, 1500.0, None)
    meter.spoken(TWO, 500, 1500.0, None)
    assert watch.seen[-1].speed == 0
    for section in (ONE, TWO):
        meter.writing(section, 500)
        for share in (0.5, 1.0):
            watch.now += 15
            meter.wrote(share)
            assert watch.seen[-1].speed == pytest.approx(50)


def test_slow_voices_have_a_speed_too() -> None:
    watch = Watch()
    meter = watch.meter(100_000)
    assert watch.seen == []
    for _ in range(10):
        watch.now += 30
        meter.spoken(ONE, 100, 60.0, 1.0)
    assert watch.seen[-1].speed == pytest.approx(2, rel=0.01)


def test_the_time_left_is_told_when_it_is_known() -> None:
    watch = Watch()
    meter = watch.meter(1000)
    watch.now += 1
    meter.spoken(ONE, 10, 1.0, 1.0)
    assert watch.seen[-1].left is None, "too early"
    for _ in range(49):
        watch.now += 1
        meter.spoken(ONE, 10, 1.0, 1.0)
    assert watch.seen[-1].left == pytest.approx(50, rel=0.1)


def test_slow_writing_makes_it_longer() -> None:
    watch = Watch()
    meter = watch.meter(1000)
    for _ in range(10):
        watch.now += 1
        meter.spoken(ONE, 90, 1.0, 1.0)
    meter.writing(ONE, 500)
    watch.now += 50
    meter.wrote(1.0)
    assert watch.seen[-1].left == pytest.approx(50, rel=0.1)
    meter.spoken(TWO, 100, 1.0, 1.0)
    meter.writing(TWO, 500)
    watch.now += 25
    meter.wrote(0.5)
    assert watch.seen[-1].left == pytest.approx(25, rel=0.1)


def test_what_was_there_already_makes_nothing_faster() -> None:
    watch = Watch()
    meter = watch.meter(10_000)
    meter.kept(ONE, 2000, 2000.0)
    meter.spoken(TWO, 2000, 2000.0, None)
    assert watch.seen[-1].left is None
    assert watch.seen[-1].speed == 0
    for _ in range(20):
        watch.now += 1
        meter.spoken(TWO, 100, 10.0, 1.0)
    assert watch.seen[-1].seconds == 4200
    assert watch.seen[-1].speed == pytest.approx(10, rel=0.1)
    assert watch.seen[-1].left == pytest.approx(40, rel=0.1)


def test_pauses_count_for_nothing() -> None:
    watch = Watch()
    meter = watch.meter(1000)
    for _ in range(5):
        watch.now += 1
        meter.spoken(ONE, 100, 10.0, 1.0)
    watch.now += 3600
    watch.rested += 3600
    watch.now += 1
    meter.spoken(ONE, 100, 10.0, 1.0)
    assert watch.seen[-1].speed == pytest.approx(10, rel=0.1)
    assert watch.seen[-1].left == pytest.approx(4, rel=0.1)
    assert meter.elapsed == pytest.approx(6)


def test_what_takes_its_time_makes_most_of_the_way() -> None:
    slow, quick = Watch(), Watch()
    for watch, took in ((slow, 20.0), (quick, 0.01)):
        meter = watch.meter()
        watch.now += 10
        meter.spoken(ONE, 1000, 60.0, took)
        meter.writing(ONE, 1000)
        watch.now += 1
        meter.wrote(1.0)
    assert slow.seen[0].fraction > 0.95
    assert quick.seen[0].fraction < 0.1, "sound from the cache is there at once"
    assert slow.seen[-1].fraction == quick.seen[-1].fraction == pytest.approx(0.995)


def test_a_short_title_that_is_written_first_foretells_nothing() -> None:
    watch = Watch()
    meter = watch.meter(100_000)
    for _ in range(30):
        watch.now += 1
        meter.spoken(ONE, 100, 10.0, 1.0)
    meter.writing(ONE, 20)
    watch.now += 3  # the encoder begins
    meter.wrote(1.0)
    before = watch.seen[-1]
    assert before.left == pytest.approx(97_000 / 100, rel=0.2)
    for _ in range(30):
        watch.now += 1
        meter.spoken(ONE, 1000, 100.0, 1.0)
    assert watch.seen[-1].left == pytest.approx(67_000 / 1000, rel=0.1)
    assert watch.seen[-1].fraction > before.fraction + 0.2


def test_nothing_is_foretold_while_the_workers_begin() -> None:
    watch = Watch()
    meter = watch.meter(100_000)
    watch.now += 60
    meter.spoken(ONE, 20, 3.0, 1.0)
    watch.now += 1
    meter.spoken(ONE, 20, 3.0, 1.0)
    assert [each.left for each in watch.seen] == [None, None]
