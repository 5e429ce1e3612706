"""Gives every character a voice: of the right gender and age, and unlike those it talks with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.cast.directions import Role
from reader.cast.scenes import Together
from reader.dialogue.model import Character
from reader.language.detect import primary
from reader.speech.engine import Voice

_QUICK = 0.3
"""Seconds of work a second of speech; a slower voice would keep the listener waiting, so it is
cast only where the narrator's own is as slow."""

_AGES = {"child": 0, "young": 1, "adult": 2, "senior": 11}
"""How far apart ages sound, in halves of what is charged: nobody takes a grown person for an old
one, while the young and the grown are easily mixed up."""

_SAME_VOICE, _EACH_MORE = 5.0, 0.5
"""What it costs to share a voice with somebody who is always near, and with others besides: more
than to sound old, which is worse than a shade of somebody whom one meets now and then."""

_SHADES: tuple[tuple[float, float], ...] = (
    (1.0, 0.0),
    (1.04, 1.5),
    (0.95, -1.5),
    (1.0, 2.5),
    (1.02, -2.5),
)
"""Rate and semitones that tell apart those who must share a voice. A few semitones make one
person in another mood rather than another person; more would be comic."""


@dataclass(frozen=True, kw_only=True)
class Company:
    """The voices that can be cast: `voices` of the book's `language`, and the `narrator`'s."""

    language: str
    narrator: Voice
    voices: Sequence[Voice]

    @property
    def castable(self) -> list[Voice]:
        """Those who may play a part: they speak the language, well and quickly enough."""
        tag, slowest = primary(self.language), max(_QUICK, self.narrator.effort)
        return [
            voice
            for voice in self.voices
            if tag in voice.languages and (voice.effort <= slowest or voice == self.narrator)
        ]


def cast_voices(
    characters: Sequence[Character],
    together: Together,
    company: Company,
    known: Mapping[str, Role],
) -> dict[str, Role]:
    """A role for every character, by identifier; `known` are those that stand already.

    Who says most chooses first. The first-person narrator speaks like the narrator.
    """
    roles = {
        each.identifier: known[each.identifier] for each in characters if each.identifier in known
    }
    voices, near = company.castable, _near(characters, together)
    for character in characters:
        if character.identifier in roles:
            continue
        if character.tells:
            roles[character.identifier] = Role()
            continue
        others = _others(near.get(character.identifier, {}), roles)
        voice = min(
            (each for each in voices if _may_play(each, character)),
            key=lambda each: _cost(each, character, company, others),
            default=company.narrator,
        )
        roles[character.identifier] = _shaded(Role(voice=voice.name), others, company)
    return roles


def neighbour(company: Company) -> Role:
    """A role near to the narrator's, for what somebody says of whom one is not sure."""
    return Role(voice=company.narrator.name, rate=1.02, pitch=1.0)


def _near(characters: Sequence[Character], together: Together) -> dict[str, dict[str, float]]:
    """Who is heard near whom, and how much: 1 where the one who says less is never heard
    without the other.
    """
    lines = {each.identifier: each.quotations for each in characters}
    near: dict[str, dict[str, float]] = {each: {} for each in lines}
    for pair, count in together.items():
        one, other = pair
        if one in lines and other in lines:
            share = min(1.0, count / max(1, 2 * min(lines[one], lines[other])))
            near[one][other] = near[other][one] = share
    return near


def _others(near: Mapping[str, float], roles: Mapping[str, Role]) -> dict[Role, float]:
    """The roles that are heard near somebody, and how much, 0 to 1."""
    found: dict[Role, float] = {}
    for identifier, share in near.items():
        role = roles.get(identifier)
        if role is not None:
            found[role] = max(found.get(role, 0.0), share)
    return found


def _cost(
    voice: Voice, character: Character, company: Company, others: Mapping[Role, float]
) -> float:
    """How ill `voice` suits `character` beside the `others` who share its scenes."""
    cost = _gender_cost(voice, character) + _age_cost(voice, character)
    if voice.name == company.narrator.name:
        cost += 4.0
    shares = [share for role, share in others.items() if role.voice == voice.name]
    if shares:
        cost += _SAME_VOICE * max(shares) + _EACH_MORE * (sum(shares) - max(shares))
    return cost - 0.2 * voice.quality


def _may_play(voice: Voice, character: Character) -> bool:
    """Whether nothing speaks against it: no man in a woman's voice, nobody grown in a child's."""
    if voice.age == "child" and character.age != "child":
        return False
    return "unknown" in (character.gender, voice.gender) or character.gender == voice.gender


def _gender_cost(voice: Voice, character: Character) -> float:
    if character.gender == voice.gender:
        return 0.0
    return 1.0


def _age_cost(voice: Voice, character: Character) -> float:
    return 0.5 * abs(_AGES[character.age] - _AGES[voice.age])


def _shaded(role: Role, others: Iterable[Role], company: Company) -> Role:
    """`role` in a shade that nobody near has, nor the narrator."""
    taken = {replace(each, gain=0.0) for each in others}
    taken.add(Role(voice=company.narrator.name))
    shades = [replace(role, rate=rate, pitch=pitch) for rate, pitch in _SHADES]
    return next((shade for shade in shades if shade not in taken), shades[-1])
