"""What came of the tests, and what follows from it for the requirements."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from xml.etree import ElementTree

from tests.accessibility.conformance.rows import ROOT, Kind, Row

Outcomes = Mapping[str, list[str]]
"""By test (``file::function``), what came of each of its cases: passed, failed or skipped."""


class Result(Enum):
    """What the page says of a requirement."""

    PASSES = "passes"
    FAILS = "fails"
    PERSON = "for a person to say"
    NOT_APPLICABLE = "does not apply"
    NOT_PROVED = "not proved here"


_WITHOUT_TESTS = {
    Kind.FAILS: Result.FAILS,
    Kind.PERSON: Result.PERSON,
    Kind.NOT_APPLICABLE: Result.NOT_APPLICABLE,
}

POSSIBLE: Mapping[Kind, frozenset[Result]] = {
    Kind.TEST: frozenset({Result.PASSES, Result.FAILS, Result.NOT_PROVED}),
    **{kind: frozenset({result}) for kind, result in _WITHOUT_TESTS.items()},
}
"""The results that a row of each kind can have."""


def run(tests: Iterable[str], books: Path | None = None) -> Outcomes:
    """Run exactly these tests; `books` is the folder of the standards' own books, if any.

    Raises RuntimeError with pytest's own words where it could not run them all.
    """
    environment = os.environ | ({"TINGSHU_DAISY_BOOKS": str(books)} if books else {})
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junit-xml={report}", *sorted(tests)]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stdout + done.stderr)
        return read_report(report.read_text("utf-8"))


def read_report(xml: str) -> Outcomes:
    """The outcomes in a JUnit report as pytest writes it."""
    outcomes: dict[str, list[str]] = {}
    for case in ElementTree.fromstring(xml).iter("testcase"):
        file = case.get("classname", "").replace(".", "/") + ".py"
        function = case.get("name", "").partition("[")[0]
        outcomes.setdefault(f"{file}::{function}", []).append(_outcome(case))
    return outcomes


def _outcome(case: ElementTree.Element) -> str:
    """A test that is expected to fail, and does, has failed: what it proves is missing."""
    found = {child.tag: child for child in case}
    if "failure" in found or "error" in found:
        return "failed"
    if "skipped" not in found:
        return "passed"
    return "failed" if found["skipped"].get("type") == "pytest.xfail" else "skipped"


def result_of(row: Row, outcomes: Outcomes) -> Result:
    """A failed test fails the row; a skipped one, or one that did not run, proves nothing."""
    if row.kind is not Kind.TEST:
        return _WITHOUT_TESTS[row.kind]
    on_own_books = [case for test in row.own_books for case in outcomes.get(test, ["skipped"])]
    cases = [case for test in row.proof for case in outcomes.get(test, ["skipped"])]
    if "failed" in cases + on_own_books:
        return Result.FAILS
    return Result.NOT_PROVED if "skipped" in cases else Result.PASSES


def tried_on_own_books(row: Row, outcomes: Outcomes) -> bool:
    """Whether the row was tried, with success, on the books made for the standard."""
    cases = [case for test in row.own_books for case in outcomes.get(test, ["skipped"])]
    return bool(cases) and set(cases) == {"passed"}
