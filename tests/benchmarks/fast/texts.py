"""What is said: forty sentences a language for the report, and others that were tuned on.

English was written for this bench; Mandarin are the lines of the voice's own bench, of which
every second one is kept apart for the report.
"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.speech.sentences import evenly, sentences

LANGUAGES = ("en", "zh")

MOST = 40
"""Sentences that there are of each language and kind."""

_FOLDER = Path(__file__).parent


def lines(language: str, count: int, *, development: bool = False) -> list[str]:
    """`count` sentences (:data:`MOST` at most), evenly spread over those of the kind."""
    if language == "en":
        name = "development_english.txt" if development else "english.txt"
        return evenly(sentences(_FOLDER / name), count)
    first = 0 if development else 1
    return evenly(sentences()[first : 2 * MOST : 2], count)
