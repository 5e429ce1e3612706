"""Books are read in a process of their own, which may die of one without harm to the others."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.books.registry import read_book
from reader.errors import Cancelled, TingshuError
from reader.intake import intake, process
from reader.intake.adding import add
from reader.intake.intake import Intake
from reader.intake.outcome import Fate, Outcome, Progress, Report
from reader.intake.process import Worker
from reader.intake.requests import Add, Request, Tidy
from reader.intake.turns import turn
from reader.library.store import Library
from tests.intake import programs
from tests.intake.conftest import write


def silent(_: float) -> None:
    """Nobody asks how far it is."""


def test_a_file_that_ends_the_process_is_counted_and_the_next_is_read_in_another() -> None:
    shares: list[float] = []
    with closing(Worker(program=programs.mortal)) as worker:
        paths = [Path(name) for name in ("a.txt", "b.txt", "deadly.txt", "c.txt")]
        first, second, dead, third = (
            worker.ask(Add(path=path), shares.append, CancelToken()) for path in paths
        )
    assert first.book == second.book != third.book
    assert str(os.getpid()) not in (first.book, third.book)
    assert (dead.fate, dead.reason) == (
        Fate.FAILED,
        "Reading it ended the program that reads books.",
    )
    assert shares == [0.5, 0.5, 0.5]


def test_a_process_that_cannot_begin_is_told(shelf: Path) -> None:
    with closing(Worker(program=programs.stillborn)) as worker, pytest.raises(TingshuError) as told:
        worker.ask(Add(path=shelf), silent, CancelToken())
    assert told.value.reason == "The program that reads books ended before it read any."


def test_a_process_that_does_not_listen_is_ended(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_PARTING", 0.0)
    token = CancelToken()
    token.cancel()
    with closing(Worker(program=programs.deaf)) as worker, pytest.raises(Cancelled):
        worker.ask(Add(path=shelf), silent, token)
    assert multiprocessing.active_children() == []


def test_a_book_that_comes_to_no_end_is_given_up(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Worker(program=programs.mortal)) as worker:
        worker.ask(Add(path=shelf / "one.txt"), silent, CancelToken())
        monkeypatch.setattr(process, "_PATIENCE", 0.0)
        endless = worker.ask(Add(path=shelf / "endless.txt"), silent, CancelToken())
    assert (endless.fate, endless.reason) == (Fate.FAILED, "Reading it came to no end.")


def test_a_process_that_ended_between_two_books_costs_none(shelf: Path) -> None:
    with closing(Worker(program=programs.mortal)) as worker:
        first = worker.ask(Add(path=shelf / "one.txt"), silent, CancelToken())
        (child,) = multiprocessing.active_children()
        child.kill()
        child.join()
        second = worker.ask(Add(path=shelf / "two.txt"), silent, CancelToken())
    assert second.fate is Fate.NEW
    assert first.book != second.book


def test_a_book_can_be_left_off_in_the_middle(shelf: Path) -> None:
    token = CancelToken()
    with closing(Worker(program=programs.mortal)) as worker, pytest.raises(Cancelled):
        worker.ask(Add(path=shelf), lambda _: token.cancel(), token)
    assert multiprocessing.active_children() == []


def test_books_are_added_and_indexed_in_another_process(library: Library, shelf: Path) -> None:
    from reader.search.index import Index

    write(shelf, "one.txt", "A nightingale sang. It was late.\n")
    write(shelf, "two.txt", "Nobody heard it. It sang on.\n")
    write(shelf, "bad.epub", "no book")
    told: list[Progress] = []
    result = Intake(library).run([shelf], progress=told.append, cancel=CancelToken())
    assert (result.new, len(result.failed), result.complete) == (2, 1, True)
    assert {entry.title for entry in library.books()} == {"one", "two"}
    with closing(Index()) as index:
        assert set(index.identifiers()) == set(result.books)
    assert told[-1].fraction == 1.0


def test_the_index_is_brought_in_line_with_the_shelf(library: Library, shelf: Path) -> None:
    from reader.search.index import Index

    for name in ("one.txt", "two.txt", "three.txt"):
        write(shelf, name)
    add([shelf], library, cancel=CancelToken())
    one, three, two = sorted(library.books(), key=lambda entry: entry.title)
    with closing(Index()) as index:
        index.add(read_book(one.path))
    library.take_off_shelf(one.identifier)
    three.path.unlink()
    told: list[Progress] = []
    result = Intake(library).index_missing(progress=told.append, cancel=CancelToken())
    assert (result.books, result.complete) == (1, True)
    assert result.failed == (("three", "Its file is no longer there."),)
    with closing(Index()) as index:
        assert set(index.identifiers()) == {two.identifier}


def test_a_shelf_that_is_indexed_starts_no_process(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(shelf, "one.txt")
    library.add_book(read_book(path), path)
    path.unlink()
    monkeypatch.setattr(Worker, "_start", None)
    assert Intake(library).index_missing(cancel=CancelToken()).books == 0


def test_a_book_that_cannot_be_looked_at_stops_no_other(library: Library, shelf: Path) -> None:
    path = write(shelf, "one.txt")
    library.add_book(read_book(path), path)
    out_of_reach = shelf / ("n" * 300)  # the system refuses, as where permissions are missing
    library.add_book(replace(read_book(path), identifier="far", title="far"), out_of_reach)
    result = Intake(library).index_missing(cancel=CancelToken())
    assert (result.books, result.complete) == (1, True)
    assert result.failed == (("far", "Its file is no longer there."),)


def test_after_many_books_the_index_is_put_in_order(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Request] = []
    real = Worker.ask

    def ask(self: Worker, request: Request, report: Report, cancel: CancelToken) -> Outcome:
        asked.append(request)
        return real(self, request, report, cancel)

    monkeypatch.setattr(Worker, "ask", ask)
    monkeypatch.setattr(intake, "MANY", 2)
    for name in ("one.txt", "two.txt"):
        write(shelf, name)
    assert Intake(library).run([shelf], cancel=CancelToken()).new == 2
    assert asked[2:] == [Tidy()]
    write(shelf, "three.txt")
    assert Intake(library).run([shelf], cancel=CancelToken()).new == 1
    assert Tidy() not in asked[3:]


def test_a_library_that_cannot_be_opened_stops_the_work(library: Library, shelf: Path) -> None:
    write(shelf, "one.txt")
    library.path.with_name("other").mkdir()
    with closing(Worker(library.path.with_name("other"))) as worker, pytest.raises(TingshuError):
        worker.ask(Add(path=shelf / "one.txt"), silent, CancelToken())


def test_who_waits_for_another_may_give_up(library: Library, shelf: Path) -> None:
    token = CancelToken()
    with turn(CancelToken()):
        result = Intake(library).run([shelf], waiting=token.cancel, cancel=token)
    assert (result.new, result.complete) == (0, False)


def test_the_process_ends_with_the_one_that_started_it(home: Path, shelf: Path) -> None:
    write(shelf, "one.txt")
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from reader.background import CancelToken\n"
        "from reader.intake.process import Worker\n"
        "from reader.intake.requests import Add\n"
        "outcome = Worker().ask(Add(path=Path(sys.argv[1])), print, CancelToken())\n"
        "print(outcome.fate.value, flush=True)\n"
        "os._exit(0)\n"
    )
    # Both hold the standard error stream: it ends when the second of them has ended.
    command = [sys.executable, "-c", program, str(shelf / "one.txt")]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.endswith("new\n")
    assert ended.stderr == ""
