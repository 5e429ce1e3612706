"""A line of a character, said in its own voice whatever is sure and whatever is switched off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.cast.cast import Cast, Member
from reader.cast.directions import Role
from reader.cast.director import CastDirector
from reader.language.spoken.style import SpokenStyle
from reader.narration.delivery import Cue, Delivery
from reader.narration.narrator import Narrator
from reader.narration.utterance import Utterance
from reader.session import ReadingSession
from reader.settings import Settings


@dataclass(frozen=True, kw_only=True)
class InRole:
    """Has the text of one chapter between two offsets said in `role`."""

    chapter: int
    start: int
    end: int
    role: Role

    def cues(self, chapter: int, start: int, end: int) -> Iterator[Cue]:
        """The one cue, where it touches what is asked for."""
        if chapter == self.chapter and start < self.end and end > self.start:
            role = self.role
            delivery = Delivery(voice=role.voice, rate=role.rate, pitch=role.pitch, gain=role.gain)
            yield Cue(start=self.start, end=self.end, delivery=delivery)


def sample(
    session: ReadingSession, cast: Cast, member: Member, settings: Settings
) -> Iterator[Utterance]:
    """A line of `member`; the present sentence for somebody who says nothing."""
    line = cast.sample(member.character.identifier) or session.passage
    if line is None:
        return iter(())
    said = InRole(chapter=line.chapter, start=line.start, end=line.end, role=member.role)
    telling = session.narrator
    others = [each for each in telling.directors if not isinstance(each, CastDirector)]
    narrator = Narrator(
        session.book,
        SpokenStyle.of(settings.spoken),
        pauses=telling.pauses,
        directors=(*others, said),
        insertions=telling.insertions,
        stress=telling.stress,
        rewriting=telling.rewriting,
    )
    return narrator.excerpt(line.chapter, line.start, line.end)
