"""A job can be stopped for a while and for good."""

from __future__ import annotations

import threading

import pytest

from reader.background import CancelToken, Task
from reader.errors import Cancelled
from reader.export.control import Control


class WatchedControl(Control):
    """Tells when a thread has begun to rest in it."""

    def __init__(self) -> None:
        super().__init__()
        self.resting = threading.Event()
        wait_for = self._moved.wait_for

        def told(*arguments):
            self.resting.set()
            return wait_for(*arguments)

        self._moved.wait_for = told  # type: ignore[method-assign]


def checked(control: Control) -> Task[str]:
    """A task that looks at `control` and is done when it may go on."""

    def look(_token: CancelToken) -> str:
        control.check()
        return "went on"

    return Task(look, name="look")


def test_a_control_that_nobody_touched_lets_everything_pass() -> None:
    control = Control()
    control.check()
    assert not control.paused
    assert control.rested == 0


def test_a_paused_job_rests_until_it_may_go_on() -> None:
    control = WatchedControl()
    control.pause()
    assert control.paused
    task = checked(control)
    assert control.resting.wait(30)
    assert not task.done
    control.resume()
    assert task.result(30) == "went on"
    assert not control.paused
    assert control.rested > 0


def test_cancelling_ends_the_rest() -> None:
    control = WatchedControl()
    control.pause()
    task = checked(control)
    assert control.resting.wait(30)
    control.cancel()
    with pytest.raises(Cancelled):
        task.result(30)


def test_several_threads_rest_and_go_on_together() -> None:
    control = WatchedControl()
    control.pause()
    tasks = [checked(control) for _ in range(3)]
    assert control.resting.wait(30)
    control.resume()
    assert [task.result(30) for task in tasks] == ["went on"] * 3


def test_what_is_cancelled_cannot_be_paused() -> None:
    control = Control()
    control.cancel()
    control.pause()
    assert not control.paused
    with pytest.raises(Cancelled):
        control.check()


def test_pausing_and_resuming_twice_is_as_good_as_once() -> None:
    control = Control()
    control.resume()
    control.pause()
    control.pause()
    control.resume()
    assert not control.paused
    rested = control.rested
    control.resume()
    assert control.rested == rested


def test_what_is_discarded_is_cancelled_for_good() -> None:
    control = Control()
    assert not control.discarded
    control.pause()
    control.discard()
    assert control.discarded
    with pytest.raises(Cancelled):
        control.check()
