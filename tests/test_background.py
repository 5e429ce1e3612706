"""Tasks: results, errors, cancelling and the callback."""

from __future__ import annotations

import threading

import pytest

from reader.background import CancelToken, Task
from reader.errors import Cancelled, DiskFull


def test_result_reaches_whoever_waits() -> None:
    task = Task(lambda token: 6 * 7, name="sum")
    assert task.result(timeout=5) == 42
    assert task.join(timeout=5)
    assert task.error() is None


def test_an_error_is_carried_not_lost() -> None:
    def work(token: CancelToken) -> None:
        raise DiskFull("a.m4b", "No room.")

    task = Task(work, name="failing")
    with pytest.raises(DiskFull):
        task.result(timeout=5)
    assert isinstance(task.error(), DiskFull)


def test_cancel_stops_work_that_looks_at_its_token() -> None:
    started = threading.Event()

    def work(token: CancelToken) -> None:
        started.set()
        assert token.wait(5)
        token.check()

    task = Task(work, name="long")
    assert started.wait(5)
    assert not task.done
    task.cancel()
    with pytest.raises(Cancelled):
        task.result(timeout=5)


def test_the_callback_runs_after_the_result_is_there() -> None:
    seen: list[bool] = []
    called = threading.Event()

    def done(task: Task[str]) -> None:
        seen.append(task.done)
        called.set()

    Task(lambda token: "x", name="quick", on_done=done)
    assert called.wait(5)
    assert seen == [True]
