"""Which entries a new one takes the place of, so that the newest word about a word counts."""

from __future__ import annotations

from collections.abc import Iterable

from reader.lexicon.entry import Entry, Kind, Matching


def superseded(kept: Iterable[Entry], new: Iterable[Entry]) -> list[Entry]:
    """Those of `kept` that mean the same letters in the same scope as one of `new`.

    To stress a word and to tell how it sounds are two things; neither takes the other's place.
    """
    renewed = {_meaning(entry) for entry in new}
    return [entry for entry in kept if _meaning(entry) in renewed]


def _meaning(entry: Entry) -> tuple[str, Matching, str, str | None, bool]:
    return entry.word, entry.matching, entry.language, entry.book, entry.kind is Kind.STRESS
