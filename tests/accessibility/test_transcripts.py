"""Two transcripts of a tour are compared so that a busy machine makes no difference."""

from __future__ import annotations

from tests.accessibility.harness import Heard
from tests.accessibility.tour import lost, transcript

KEPT = ["== a tour ==", "Tab", "    Play button", "space", "    Paused", "Tab", "    Stop button"]


def heard(*said):
    """The same steps, with these texts after each."""
    steps = [line for line in KEPT if not line.startswith(" ")]
    return [
        line
        for step, texts in zip(steps, said, strict=True)
        for line in (step, *(f"    {text}" for text in texts))
    ]


def test_the_same_is_no_loss():
    assert lost(KEPT, KEPT) == []


def test_what_is_not_said_any_more_is_told_with_its_step():
    now = heard((), ["Play button"], (), ["Stop button"])
    assert lost(KEPT, now) == ["space: Paused"]


def test_something_more_is_no_loss():
    now = heard((), ["Play button", "Book text"], ["Paused"], ["Stop button"])
    assert lost(KEPT, now) == []


def test_a_step_later_or_sooner_is_no_loss():
    late = heard((), ["Play button"], (), ["Stop button", "Paused"])
    assert lost(KEPT, late) == []
    assert lost(late, KEPT) == []


def test_two_steps_later_is_too_late():
    now = heard((), (), ["Paused"], ["Stop button", "Play button"])
    assert lost(KEPT, now) == ["Tab: Play button"]


def test_what_another_step_says_for_itself_does_not_count():
    twice = ["Tab", "    Button", "Tab", "    Button"]
    assert lost(twice, ["Tab", "Tab", "    Button"]) == ["Tab: Button"]


def test_other_steps_are_told():
    assert lost(KEPT, KEPT[:-2]) == ["There are other steps now."]


def test_what_is_heard_at_the_start_is_not_kept():
    steps = [("(start)", ["Book text."]), ("wait:2", ["The harbour."]), ("Tab", ["Play button."])]
    said = [{"step": step, "said": [{"text": text} for text in texts]} for step, texts in steps]
    heard_now = Heard({"transcript": said, "failures": []}, "")
    assert transcript(heard_now) == ["(start)", "Tab", "    Play button"]
