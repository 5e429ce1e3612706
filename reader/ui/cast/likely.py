"""Who may have said a line, the likeliest first."""

from __future__ import annotations

from reader.dialogue.model import Character, Dialogue, Quotation

_NEAR = 12
"""Quotations before and after the line that are taken for the same scene."""


def likely_speakers(dialogue: Dialogue, quotation: Quotation) -> list[Character]:
    """Everybody: who is taken for the speaker, who speaks near by, and then the others."""
    index = dialogue.quotations.index(quotation)
    around = dialogue.quotations[max(0, index - _NEAR) : index + _NEAR + 1]
    scene = sorted(
        (each for each in around if each.chapter == quotation.chapter),
        key=lambda each: abs(each.start - quotation.start),
    )
    names = [quotation.speaker, *(each.speaker for each in scene)]
    near = [found for name in names if (found := dialogue.character(name)) is not None]
    ordered = {each.identifier: each for each in (*near, *dialogue.characters)}
    return list(ordered.values())
