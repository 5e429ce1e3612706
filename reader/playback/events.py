"""What the player tells: its states and events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from reader.errors import TingshuError
from reader.narration.passage import Passage


class PlayerState(Enum):
    """What the listener would say that the player is doing."""

    STOPPED = "stopped"
    PLAYING = "playing"
    PAUSED = "paused"


@dataclass(frozen=True)
class StateChanged:
    """The player now plays, has paused or has stopped."""

    state: PlayerState


@dataclass(frozen=True)
class PassageStarted:
    """The ear begins to hear `passage`, by itself or after a move."""

    passage: Passage


@dataclass(frozen=True)
class WordStarted:
    """The ear begins to hear the word of `passage` at `start` to `end` of its chapter's text.

    Only voices that know when they say which word bring it about.
    """

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True)
class PassageMoved:
    """The listener has moved to `passage`; it will sound next, if the player plays."""

    passage: Passage


@dataclass(frozen=True)
class Finished:
    """The end of the book has been heard; the player stops."""


@dataclass(frozen=True)
class Slept:
    """The sleep timer has paused the player; playing goes on from there.

    Where the sound faded away, it was moved back by so much before, as :class:`PassageMoved`
    has told.
    """


@dataclass(frozen=True)
class OutputChanged:
    """`lost`, a sound device, is gone; the passage goes on through the system's choice."""

    lost: str


@dataclass(frozen=True)
class Failed:
    """A sentence could not be spoken and is left out, or sound cannot be played at all."""

    error: TingshuError


PlayerEvent: TypeAlias = (
    StateChanged
    | PassageStarted
    | WordStarted
    | PassageMoved
    | Finished
    | Slept
    | OutputChanged
    | Failed
)
