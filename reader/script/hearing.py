"""A script heard from a place in its document on, before it is kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from reader.language.spoken import SpokenStyle
from reader.narration.pauses import Pauses
from reader.narration.ssml import Markup, utterances
from reader.narration.utterance import Utterance
from reader.script.finding import RoleOf
from reader.script.saying import in_roles


def sentence_at(markup: Markup, line: int, column: int) -> int | None:
    """The number of the sentence that a place of the document is in, or behind.

    Before the first sentence it is that; None where no sentence is marked.
    """
    if not markup.places:
        return None
    return max(0, bisect_right(markup.places, (line, column)) - 1)


def heard_from(
    markup: Markup,
    line: int,
    column: int,
    *,
    role_of: RoleOf,
    style: SpokenStyle | None = None,
    pauses: Pauses | None = None,
) -> Iterator[Utterance]:
    """What is said from the sentence at a line and column of the document on."""
    number = sentence_at(markup, line, column)
    start = markup.sentences[number][0] if number is not None else 0
    rest = replace(
        markup.part(start, len(markup.text)),
        sentences=tuple((a - start, b - start) for a, b in markup.sentences if a >= start),
    )
    return utterances(in_roles(rest, role_of), style, pauses)
