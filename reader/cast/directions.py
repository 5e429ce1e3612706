"""What the reader directs: voices, names, who is who, and who says a line. Kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

from reader.dialogue.model import Character

_Value = TypeVar("_Value")


@dataclass(frozen=True, kw_only=True)
class Role:
    """How somebody sounds: a voice's name, None for the narrator's, and what bends it.

    `rate` multiplies the speed, `pitch` moves it in semitones, `gain` in decibels.
    """

    voice: str | None = None
    rate: float = 1.0
    pitch: float = 0.0
    gain: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Correction:
    """Who says one line, in the reader's word: a character's identifier, None for the narrator.

    The line began at `place` of `chapter` and reads `text`; `before`, `after` and `title` tell
    where it belongs in another edition (:mod:`reader.navigation.anchors`).
    """

    chapter: int
    place: int
    text: str
    speaker: str | None
    before: str = ""
    after: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Directions:
    """All that was directed in one book; what is not in it is as it was found.

    `roles`, `names`, `genders` and `ages` are by character, `merged` says who is somebody else;
    `added` are characters that were not found. Immutable: every change makes another.
    """

    roles: Mapping[str, Role] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)
    ages: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    added: tuple[Character, ...] = ()

    def with_entry(self, name: str, key: str, value: object | None) -> Directions:
        """A copy whose mapping `name` has `value` for `key`, or nothing where that is None."""
        entries: Any = {**getattr(self, name), key: value}
        if value is None:
            del entries[key]
        return replace(self, **{name: entries})

    def without(self, identifier: str) -> Directions:
        """A copy in which the added character of that identifier is nobody, nor anything said
        of it; the same if none was added.
        """
        if identifier not in {each.identifier for each in self.added}:
            return self

        def others(entries: Mapping[str, _Value]) -> dict[str, _Value]:
            return {key: value for key, value in entries.items() if key != identifier}

        merged = others(self.merged)
        return Directions(
            roles=others(self.roles),
            names=others(self.names),
            genders=others(self.genders),
            ages=others(self.ages),
            merged={one: into for one, into in merged.items() if into != identifier},
            corrections=tuple(each for each in self.corrections if each.speaker != identifier),
            added=tuple(each for each in self.added if each.identifier != identifier),
        )

    def of(self, identifier: str) -> tuple[Role | None, str | None, str | None]:
        """What decides about the voice of one character: its role, gender and age."""
        return self.roles.get(identifier), self.genders.get(identifier), self.ages.get(identifier)

    def resolved(self, identifier: str) -> str:
        """Whom a character was merged into, or itself."""
        seen = {identifier}
        while (into := self.merged.get(identifier)) is not None and into not in seen:
            identifier = into
            seen.add(into)
        return identifier

    def to_json(self) -> str:
        """As text, for :meth:`from_json`."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | None) -> Directions:
        """What was kept; nothing directed where it is None or cannot be understood."""
        try:
            found = json.loads(text) if text else {}
            return cls(
                roles={key: Role(**role) for key, role in found.get("roles", {}).items()},
                names=_words(found.get("names")),
                genders=_words(found.get("genders")),
                ages=_words(found.get("ages")),
                merged=_words(found.get("merged")),
                corrections=tuple(Correction(**each) for each in found.get("corrections", ())),
                added=tuple(_character(each) for each in found.get("added", ())),
            )
        except (ValueError, TypeError, AttributeError, RecursionError):
            return cls()


def _words(found: Any) -> dict[str, str]:  # noqa: ANN401
    return {key: value for key, value in (found or {}).items() if isinstance(value, str)}


def _character(found: Mapping[str, Any]) -> Character:
    return Character(**{**found, "aliases": tuple(found.get("aliases", ()))})
