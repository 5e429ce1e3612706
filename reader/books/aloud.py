"""What a style sheet says of how an element is read aloud (CSS Speech, level 1).

Read are ``voice-family``, ``pause`` and ``rest`` (around blocks), ``speak`` and ``speak-as``,
each with and without the prefix ``-epub-``. How fast, high and loud somebody reads is the
listener's choice, so ``voice-rate``, ``-pitch``, ``-range``, ``-volume``, ``-stress`` and
``-balance`` are left alone, and so are sounds (``cue``) and pauses within a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from reader.books.markup import Element
from reader.books.model import Block

Token: TypeAlias = Any
"""A token of a style sheet as tinycss2 makes it; it brings no types."""

Declared: TypeAlias = dict[str, Any]
"""Fields of :class:`Aloud` and their values."""

LONGEST_PAUSE = 10.0
"""Seconds; what a sheet asks for beyond is cut off."""

_STRENGTHS = {
    "none": 0.0,
    "x-weak": 0.1,
    "weak": 0.2,
    "medium": 0.4,
    "strong": 0.7,
    "x-strong": 1.2,
}
"""Seconds: as long as SSML's breaks of these names are elsewhere in this house."""

_AS_OUTSIDE = {"inherit", "unset", "revert", "revert-layer", "preserve"}


@dataclass(frozen=True, kw_only=True)
class Aloud:
    """What is declared for an element itself; None where nothing is.

    `voice` is the list of families as written, empty for the voice of everything else;
    `say_as` is ``spell-out``, ``digits`` or empty for as usual. Pauses and rests are seconds: a
    pause melts into its neighbours, a rest adds to it. `silent` says that the element is not
    read, or that it is where it would otherwise be hidden.
    """

    voice: str | None = None
    say_as: str | None = None
    silent: bool | None = None
    pause_before: float | None = None
    pause_after: float | None = None
    rest_before: float | None = None
    rest_after: float | None = None

    @property
    def before(self) -> float | None:
        """The seconds of silence before the element."""
        return _sum(self.pause_before, self.rest_before)

    @property
    def after(self) -> float | None:
        """The seconds of silence after the element."""
        return _sum(self.rest_after, self.pause_after)


class Silences:
    """The pauses around the block elements of a page, given to the blocks that they touch."""

    def __init__(self) -> None:
        self._before: float | None = None
        self._opened: dict[Element, tuple[int, float]] = {}

    def open(self, element: Element, aloud: Aloud, blocks: Sequence[Block]) -> None:
        """A block element begins after `blocks`."""
        self._before = _longer(self._before, aloud.before)
        if aloud.after is not None:
            self._opened[element] = len(blocks), aloud.after

    def close(self, element: Element, blocks: list[Block]) -> None:
        """The element ends; `blocks` hold what was in it."""
        opened, after = self._opened.pop(element, (len(blocks), None))
        if len(blocks) > opened:
            pause = _longer(blocks[-1].pause_after, after)
            blocks[-1] = replace(blocks[-1], pause_after=pause)

    def begin(self, block: Block) -> Block:
        """`block` with the pause that is to come before it."""
        before, self._before = self._before, None
        return block if before is None else replace(block, pause_before=before)


def declared(name: str, value: Sequence[Token]) -> Declared:
    """What the declaration of property `name` says; nothing where it is another or unknown."""
    tokens = [token for token in value if token.type not in {"whitespace", "comment"}]
    reads = _READERS.get(name.removeprefix("-epub-"))
    if reads is None or not tokens or (_word(tokens[0]) in _AS_OUTSIDE and len(tokens) == 1):
        return {}
    return reads(tokens)


def _voice(tokens: Sequence[Token]) -> Declared:
    names: list[list[str]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            names.append([])
        elif token.type in {"ident", "string"}:
            names[-1].append(token.value)
        elif token.type == "number" and token.int_value is not None:
            names[-1].append(str(token.int_value))
        else:
            return {}
    families = [" ".join(" ".join(name).split()) for name in names]
    return {"voice": "" if families == ["initial"] else ", ".join(filter(None, families))}


def _speak(tokens: Sequence[Token]) -> Declared:
    word = _word(tokens[0])
    if word == "spell-out":  # of CSS 2
        return {"say_as": word}
    if word in {"none", "never"}:
        return {"silent": True}
    return {"silent": False} if word in {"normal", "auto", "always", "initial"} else {}


def _speak_as(tokens: Sequence[Token]) -> Declared:
    words = {_word(token) for token in tokens}
    if words & {"spell-out", "digits"}:
        return {"say_as": "spell-out" if "spell-out" in words else "digits"}
    return {"say_as": ""} if words & {"normal", "initial"} else {}


def _one_pause(field: str) -> Callable[[Sequence[Token]], Declared]:
    def read(tokens: Sequence[Token]) -> Declared:
        seconds = _seconds(tokens[0])
        return {} if seconds is None or len(tokens) > 1 else {field: seconds}

    return read


def _both_pauses(kind: str) -> Callable[[Sequence[Token]], Declared]:
    def read(tokens: Sequence[Token]) -> Declared:
        seconds = [_seconds(token) for token in tokens]
        if len(seconds) > 2 or None in seconds:
            return {}
        return {f"{kind}_before": seconds[0], f"{kind}_after": seconds[-1]}

    return read


_READERS: Mapping[str, Callable[[Sequence[Token]], Declared]] = {
    "voice-family": _voice,
    "speak": _speak,
    "speak-as": _speak_as,
    "pause": _both_pauses("pause"),
    "pause-before": _one_pause("pause_before"),
    "pause-after": _one_pause("pause_after"),
    "rest": _both_pauses("rest"),
    "rest-before": _one_pause("rest_before"),
    "rest-after": _one_pause("rest_after"),
}


def _seconds(token: Token) -> float | None:
    if token.type == "dimension" and token.lower_unit in {"s", "ms"} and token.value >= 0:
        seconds: float = token.value / (1000 if token.lower_unit == "ms" else 1)
        return min(LONGEST_PAUSE, seconds)
    if token.type == "number" and token.value == 0:
        return 0.0
    return _STRENGTHS.get(_word(token))


def _word(token: Token) -> str:
    return str(token.lower_value) if token.type == "ident" else ""


def _sum(first: float | None, second: float | None) -> float | None:
    if first is None and second is None:
        return None
    return min(LONGEST_PAUSE, (first or 0.0) + (second or 0.0))


def _longer(first: float | None, second: float | None) -> float | None:
    return max((one for one in (first, second) if one is not None), default=None)
