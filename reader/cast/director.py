"""Tells the narrator who says what, in which voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.cast.directions import Role
from reader.dialogue.model import Dialogue, Evidence, Quotation
from reader.narration.delivery import Cue, Delivery

_SURE = (Evidence.MARKUP, Evidence.READER)


@dataclass(frozen=True, kw_only=True)
class CastDirector:
    """Gives the quotations of `dialogue` the voices of `roles`.

    Whoever is known with less than `confidence` speaks in the role `uncertain`, or in the
    narrator's voice where that is None. `feelings` lets the words tell how it is said.
    """

    dialogue: Dialogue
    roles: Mapping[str, Role]
    confidence: float
    uncertain: Role | None = None
    feelings: bool = True

    def cues(self, chapter: int, start: int, end: int) -> Iterator[Cue]:
        """A cue for each quotation of the chapter's text between two offsets."""
        for quotation in self.dialogue.between(chapter, start, end):
            delivery = self._delivery(quotation) if quotation.spoken else None
            if delivery is not None:
                yield Cue(start=quotation.start, end=quotation.end, delivery=delivery)

    def _delivery(self, quotation: Quotation) -> Delivery | None:
        role, speaker = self.uncertain, None
        if quotation.evidence in _SURE or quotation.confidence >= self.confidence:
            speaker = quotation.speaker
            role = self.roles.get(speaker) if speaker is not None else None
        style = quotation.style if self.feelings else None
        if role is None and style is None:
            return None
        role = role or Role()
        return Delivery(
            speaker=speaker,
            voice=role.voice,
            rate=role.rate,
            pitch=role.pitch,
            gain=role.gain,
            style=style,
        )
