"""One export in the window: what was asked for, how far it is, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.export.control import Control
from reader.ui.export.order import Order

if TYPE_CHECKING:
    from reader.export.progress import ExportProgress
    from reader.export.result import ExportResult


class State(Enum):
    """What is going on with an export."""

    WAITING = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()
    DONE = auto()
    FAILED = auto()
    UNFINISHED = auto()
    """It can be gone on with, later or never."""


ACTIVE = frozenset({State.RUNNING, State.PAUSED, State.STOPPING})
"""The states of the one that is being worked at."""


@dataclass(eq=False, kw_only=True)
class Export:
    """Changed by :class:`~reader.ui.export.exports.Exports` alone, on Qt's thread.

    `preparing` says what is done before anything is spoken, in words. `begun` is the part (0-1)
    that an earlier run had done; `silent` are the titles of chapters in which nothing could be
    spoken.
    """

    order: Order
    state: State = State.WAITING
    control: Control = field(default_factory=Control)
    progress: ExportProgress | None = None
    preparing: str = ""
    begun: float = 0.0
    result: ExportResult | None = None
    silent: tuple[str, ...] = ()
    error: BaseException | None = None

    @property
    def fraction(self) -> float:
        """How much of it is done, 0 to 1."""
        return self.progress.fraction if self.progress is not None else self.begun
