"""The page of conformance claims nothing that the rows and their tests do not bear out."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache

import pytest

from tests.accessibility.conformance.page import PAGE, page, rows_of
from tests.accessibility.conformance.results import (
    POSSIBLE,
    Result,
    read_report,
    result_of,
    tried_on_own_books,
)
from tests.accessibility.conformance.rows import ROOT, Kind, Row, Section, Standard, load

STANDARDS = load()
ROWS = [row for standard in STANDARDS for row in standard.rows]

REPORT = """<testsuites><testsuite>
<testcase classname="tests.here.test_one" name="test_good"/>
<testcase classname="tests.here.test_one" name="test_both[light]"/>
<testcase classname="tests.here.test_one" name="test_both[dark]"><failure/></testcase>
<testcase classname="tests.here.test_one" name="test_left_out"><skipped/></testcase>
<testcase classname="tests.here.test_one" name="test_known">
<skipped type="pytest.xfail"/></testcase>
<testcase classname="tests.here.test_one" name="test_broken"><error/></testcase>
</testsuite></testsuites>"""


def row(*proof, kind=Kind.TEST, own_books=(), **rest):
    tests = {"proof": proof, "own_books": own_books}
    paths = {name: tuple(f"tests/here/test_one.py::{t}" for t in ts) for name, ts in tests.items()}
    return Row(id="1.2", text="It works.", level="must", kind=kind, **paths, **rest)


@cache
def functions(file):
    path = ROOT / file
    found = ast.parse(path.read_text("utf-8")).body if path.is_file() else []
    return {each.name for each in found if isinstance(each, ast.FunctionDef)}


# The rows


def test_every_row_has_a_number_of_its_own():
    assert [number for number, times in Counter(row.id for row in ROWS).items() if times > 1] == []


def test_every_test_that_a_row_names_exists():
    named = {test for row in ROWS for test in row.tests}
    missing = [
        test for test in named if test.partition("::")[2] not in functions(test.split("::")[0])
    ]
    assert missing == []


def test_what_is_claimed_has_a_test_and_what_is_not_has_a_reason():
    for each in ROWS:
        if each.kind is Kind.TEST:
            assert each.proof, each.id
        else:
            assert each.note, each.id
            assert not each.tests, each.id


def test_sentences_are_whole_and_short():
    for each in ROWS:
        assert each.text.endswith("."), each.id
        assert not each.note or each.note.endswith((".", ".)")), each.id
        assert len(each.text) <= 130, each.id


def test_references_to_other_rows_lead_to_them():
    numbers = {each.id for each in ROWS}
    for each in ROWS:
        if each.note.startswith("See "):
            assert each.note[4:].rstrip(".").removeprefix("WCAG ") in numbers, each.id


# The page


def test_the_page_agrees_with_the_rows():
    written = list(rows_of(PAGE.read_text("utf-8")))
    assert [(number, text) for number, text, _ in written] == [(r.id, r.text) for r in ROWS]
    for (number, _, result), each in zip(written, ROWS, strict=True):
        assert Result(result) in POSSIBLE[each.kind], number


def test_a_page_tells_number_result_and_proof():
    standard = Standard(
        title="A standard",
        about="All of it.",
        sections=(
            Section(
                title="Part one",
                rows=(row("test_good"), row(kind=Kind.FAILS, note="It is | missing.")),
            ),
        ),
    )
    text = page([standard], read_report(REPORT), version="1", date="today")
    assert "| A standard | must | 1 | 1 | 0 | 0 | 0 |" in text
    assert "| passes | good ([test_one.py](../tests/here/test_one.py)). |" in text
    assert r"It is \| missing." in text
    assert [result for _, _, result in rows_of(text)] == ["passes", "fails"]


def test_a_page_names_the_tests_that_failed():
    section = Section(title="Part", rows=(row("test_good", "test_broken"),))
    standard = Standard(title="A standard", about="", sections=(section,))
    text = page([standard], read_report(REPORT), version="1", date="today")
    assert "| fails | Failed: broken ([test_one.py](../tests/here/test_one.py)). good ([" in text


# The results


@pytest.mark.parametrize(
    ("proof", "result"),
    [
        (("test_good",), Result.PASSES),
        (("test_good", "test_both"), Result.FAILS),
        (("test_good", "test_left_out"), Result.NOT_PROVED),
        (("test_left_out", "test_broken"), Result.FAILS),
        (("test_good", "test_known"), Result.FAILS),
        (("test_good", "test_that_did_not_run"), Result.NOT_PROVED),
    ],
)
def test_a_claim_is_as_good_as_the_least_of_its_tests(proof, result):
    assert result_of(row(*proof), read_report(REPORT)) is result


def test_what_fails_on_the_standards_own_book_fails():
    outcomes = read_report(REPORT)
    assert result_of(row("test_good", own_books=("test_broken",)), outcomes) is Result.FAILS


def test_a_book_that_is_not_at_hand_takes_nothing_away_and_claims_nothing():
    outcomes = read_report(REPORT)
    absent = row("test_good", own_books=("test_left_out",))
    assert result_of(absent, outcomes) is Result.PASSES
    assert not tried_on_own_books(absent, outcomes)
    assert tried_on_own_books(row("test_good", own_books=("test_good",)), outcomes)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.TEST])
def test_without_a_test_the_row_speaks_for_itself(kind):
    assert {result_of(row(kind=kind), {})} == POSSIBLE[kind]
    assert Result.PASSES not in POSSIBLE[kind]
