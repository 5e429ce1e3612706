"""What is told of an export that has ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.export.result import ExportResult, Tally
from reader.export.sections import Section


def result(*sections: tuple[float, float | None]) -> ExportResult:
    """Of sections of so many seconds, this loud each."""
    tally = Tally()
    for number, (seconds, loudness) in enumerate(sections):
        section = Section(number=number, title=f"{number}", chapter=number)
        tally.add(section, (), seconds, loudness)
    return tally.result(1.0, 0.5, ())


def test_the_sections_are_told_in_order_with_their_lengths() -> None:
    made = result((60.0, -18.0), (0.0, None), (2.0, None))
    assert [(each.section.number, each.seconds) for each in made.stretches] == [
        (0, 60.0),
        (1, 0.0),
        (2, 2.0),
    ]
    assert made.seconds == 62.0
    assert made.silent_chapters == (1,)


@pytest.mark.parametrize(
    ("sections", "mean"),
    [
        (((60.0, -18.0), (600.0, -18.0)), -18.0),
        # A tenth of the length with ten times the power: 0.9 · 1 + 0.1 · 10 = 1.9, 2.79 dB more.
        (((10.0, -20.0), (90.0, -30.0)), -27.21),
        (((60.0, -18.0), (2.0, None), (0.0, None)), -18.0),
        (((2.0, None),), None),
        ((), None),
    ],
)
def test_the_mean_loudness_is_that_of_all_sound_in_a_row(
    sections: tuple[tuple[float, float | None], ...], mean: float | None
) -> None:
    told = result(*sections).mean_loudness
    assert told == (None if mean is None else pytest.approx(mean, abs=0.01))


def test_where_sections_are_made_again_what_was_told_stays(tmp_path: Path) -> None:
    section = Section(number=0, title="One", chapter=0)
    tally = Tally()
    tally.tell("The cover is no picture.")
    tally.speaking_seconds = 3.0
    for seconds in (0.0, 60.0):
        tally.begin_again()
        tally.skip({"☃": 1})
        tally.add(section, [tmp_path / "01.wav"], seconds, None)
    made = tally.result(5.0, 1.0, ())
    assert made.notices == ("The cover is no picture.",)
    assert made.speaking_seconds == 3.0
    assert (made.seconds, len(made.files), made.skipped) == (60.0, 1, {"☃": 1})
    assert (made.silent_chapters, len(made.stretches)) == ((), 1)
