"""Chapter lists as people write them."""

from __future__ import annotations

import pytest

from reader.errors import ExportError
from reader.export.chapters import parse_chapters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", [0]),
        ("1-3,7", [0, 1, 2, 6]),
        (" 7 , 1 - 3 ", [0, 1, 2, 6]),
        ("2-3,3-4,2", [1, 2, 3]),
        ("8-", [7, 8]),
        ("9", [8]),
        ("1–2，4", [0, 1, 3]),
        ("5-5", [4]),
    ],
)
def test_numbers_and_ranges(text: str, expected: list[int]) -> None:
    assert parse_chapters(text, 9) == expected


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "A number is missing"),
        ("1,,2", "A number is missing"),
        ("one", "“one” is not a chapter number"),
        ("-3", "“-3” is not"),
        ("1-2-3", "is not a chapter number"),
        ("0", "no chapter 0"),
        ("3-12", "no chapter 12"),
        ("10-", "no chapter 10"),
        ("5-2", "Write 2-5"),
        ("١", "is not a chapter number"),
    ],
)
def test_what_is_wrong_is_named(text: str, complaint: str) -> None:
    with pytest.raises(ExportError) as caught:
        parse_chapters(text, 9)
    assert complaint in str(caught.value)
