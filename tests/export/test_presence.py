"""Work without workers is told, and not waited for without end."""

from __future__ import annotations

from reader.export.presence import Presence


class Watched:
    """A presence with a clock that is turned by hand."""

    def __init__(self, patience: float = 60.0) -> None:
        self.now = 100.0
        self.told: list[str] = []
        self.presence = Presence(patience, self.told.append, lambda: self.now)

    def look(self, workers: int, seconds: int, *, is_waiting: bool = True) -> None:
        """Look at so many workers each second."""
        for _ in range(seconds):
            self.now += 1
            self.presence.look(workers, is_waiting=is_waiting)


def test_workers_that_are_gone_for_a_moment_are_not_told() -> None:
    watched = Watched()
    watched.look(2, 3)
    watched.look(0, 4)
    watched.look(1, 3)
    watched.look(0, 4)
    assert watched.told == []
    assert not watched.presence.given_up


def test_it_is_told_once_that_nobody_is_there_and_that_somebody_is_again() -> None:
    watched = Watched()
    watched.look(0, 50)
    assert watched.told == ["No worker of the cluster is there; waiting for one."]
    watched.look(1, 3)
    assert watched.told[1:] == ["A worker is there again."]
    watched.look(0, 30)
    assert len(watched.told) == 3


def test_after_a_while_it_is_given_up_until_a_worker_comes() -> None:
    watched = Watched()
    watched.look(0, 60)
    assert not watched.presence.given_up
    watched.look(0, 1)
    assert watched.presence.given_up
    watched.look(1, 1)
    assert not watched.presence.given_up


def test_little_patience_tells_it_all_the_same() -> None:
    watched = Watched(patience=2.0)
    watched.look(0, 3)
    assert watched.presence.given_up
    assert len(watched.told) == 1


def test_without_work_nobody_is_missed() -> None:
    watched = Watched()
    watched.look(0, 600, is_waiting=False)
    assert watched.told == []
    assert not watched.presence.given_up
