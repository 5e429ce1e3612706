"""One at a time adds or indexes, whatever window or command it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.background import CancelToken, Task
from reader.errors import Cancelled
from reader.intake.turns import turn


def test_a_second_waits_until_the_first_is_done() -> None:
    order: list[str] = []
    waits = CancelToken()

    def second(cancel: CancelToken) -> None:
        with turn(cancel, waiting=waits.cancel):
            order.append("second")

    with turn(CancelToken()):
        task = Task(second, name="second")
        assert waits.wait(10)
        order.append("first")
    task.result(10)
    assert order == ["first", "second"]


def test_waiting_can_be_cancelled() -> None:
    token = CancelToken()
    with turn(CancelToken()), pytest.raises(Cancelled), turn(token, waiting=token.cancel):
        pass


def test_where_there_can_be_no_lock_nobody_is_kept_out(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "lock"
    with turn(CancelToken(), file=nowhere), turn(CancelToken(), file=nowhere):
        assert not nowhere.exists()
