"""The page that tells what is met: written from the rows and from what came of their tests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.accessibility.conformance.results import (
    Outcomes,
    Result,
    result_of,
    tried_on_own_books,
)
from tests.accessibility.conformance.rows import ROOT, Row, Section, Standard

PAGE = ROOT / "docs" / "conformance.md"

_LEVELS = ("must", "should", "could", "fundamental", "advanced", "A", "AA", "shall")
"""The levels of all standards, each standard's from the strictest on."""

_INTRODUCTION = """\
# Conformance

How Tingshu {version} meets what accessibility standards ask, as of {date}. This page is made by
`make conformance` from the results of our own tests, not from opinion: each requirement that
*passes* names the tests that prove it, and these run with every change. The requirements are in
our own words; their numbers lead to the standards' own.

What the results mean:

- **passes**: every test named in the last column passed.
- **fails**: it is not met, or a test failed. The last column says what is missing.
- **for a person to say**: tests cannot tell; the last column says who has to look at what.
- **does not apply**: it asks about something that Tingshu does not have.
- **not proved here**: a test could not run where this page was made, so nothing is claimed.

Screen readers other than Orca (NVDA, JAWS, VoiceOver), braille displays and platforms other
than Linux have not been tried. Nothing on this page is a claim about them.
"""


def page(standards: Sequence[Standard], outcomes: Outcomes, *, version: str, date: str) -> str:
    """The whole page, in Markdown."""
    parts = [_INTRODUCTION.format(version=version, date=date), _summary(standards, outcomes)]
    parts += [_standard(standard, outcomes) for standard in standards]
    return "\n".join(parts)


def rows_of(text: str) -> Iterator[tuple[str, str, str]]:
    """The identifier, the requirement and the result of each row of a page."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 5 and cells[0] not in ("Number", "---"):
            yield cells[0], cells[1], cells[3]


def _summary(standards: Sequence[Standard], outcomes: Outcomes) -> str:
    lines = ["## Summary", "", _row("Standard", "Level", *(each.value for each in Result))]
    lines.append(_row(*["---"] * (2 + len(Result))))
    for standard in standards:
        for level in sorted({row.level for row in standard.rows}, key=_LEVELS.index):
            counts = Counter(
                result_of(row, outcomes) for row in standard.rows if row.level == level
            )
            lines.append(_row(standard.title, level, *(str(counts[each]) for each in Result)))
    return "\n".join(lines) + "\n"


def _standard(standard: Standard, outcomes: Outcomes) -> str:
    parts = [f"## {standard.title}", "", standard.about, ""]
    return "\n".join(parts) + "".join(
        f"\n### {section.title}\n\n{_table(section, outcomes)}" for section in standard.sections
    )


def _table(section: Section, outcomes: Outcomes) -> str:
    lines = [_row("Number", "Requirement", "Level", "Result", "Proof"), _row(*["---"] * 5)]
    for row in section.rows:
        result = result_of(row, outcomes).value
        lines.append(_row(row.id, row.text, row.level, result, _proof(row, outcomes)))
    return "\n".join(lines) + "\n"


def _proof(row: Row, outcomes: Outcomes) -> str:
    if row.same_as:
        return f"As {row.same_as} of WCAG 2.2."
    failed = [test for test in row.tests if "failed" in outcomes.get(test, ())]
    others = [test for test in row.proof if test not in failed]
    sentences = [f"Failed: {_list(failed)}."] if failed else []
    if others:
        sentences.append(f"{_list(others)}.")
    if tried_on_own_books(row, outcomes):
        sentences.append(f"On the standard's own book: {_list(row.own_books)}.")
    if row.note:
        sentences.append(row.note)
    return " ".join(sentences)


def _list(tests: Sequence[str]) -> str:
    """The names of the tests as sentences, each file's together, with a link to the file."""
    by_file: dict[str, list[str]] = {}
    for test in tests:
        file, _, function = test.partition("::")
        sentence = function.removeprefix("test_").replace("_", " ")
        by_file.setdefault(file, []).append(sentence)
    return "; ".join(
        f"{'; '.join(names)} ([{file.rpartition('/')[2]}](../{file}))"
        for file, names in by_file.items()
    )


def _row(*cells: str) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"
