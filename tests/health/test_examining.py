"""Everything is looked at, step by step, until that is left off."""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Iterator

import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, LibraryError
from reader.health import Finding, State, examine, examining
from reader.messages import Message


def one(name: str) -> Finding:
    return Finding(name=name, state=State.OK, detail="there")


def test_progress_rises_to_one_and_the_findings_come_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = (lambda: iter([one("first"), one("second")]), lambda: iter([one("third")]))
    monkeypatch.setattr(examining, "EXAMINATIONS", looks)
    told: list[float] = []
    assert [finding.name for finding in examine(told.append)] == ["first", "second", "third"]
    assert told == [0.5, 1.0]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "/data"), "/data: Permission denied"),
        (OSError("no more"), "no more"),
        (LibraryError("library.sqlite", "It is damaged."), "library.sqlite: It is damaged."),
        (subprocess.TimeoutExpired("fc-list", 20), "timed out after 20 seconds"),
    ],
)
def test_an_examination_that_breaks_off_is_told_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def broken() -> Iterator[Finding]:
        yield one("first")
        raise error

    monkeypatch.setattr(examining, "EXAMINATIONS", (broken, lambda: iter([one("last")])))
    first, told, last = examine()
    assert (first.name, last.name) == ("first", "last")
    assert told.state is State.MISSING
    assert said in told.detail


def test_it_can_be_left_off(monkeypatch: pytest.MonkeyPatch) -> None:
    cancel = CancelToken()

    def look():
        cancel.cancel()
        yield one("first")

    monkeypatch.setattr(examining, "EXAMINATIONS", (look, look))
    with pytest.raises(Cancelled):
        examine(cancel=cancel)


def test_what_is_found_can_be_said_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.speech.voices.engine_problems", list)
    found = examine()
    assert [finding.name for finding in found if not isinstance(finding.name, Message)] == []
