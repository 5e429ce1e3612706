"""Changes to the cast that can be taken back, as everything about how a book is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.cast.cast import Cast
from reader.cast.directions import Directions
from reader.ui.undoing import Undoing


class CastChanges:
    """Changes `cast`, and tells `undoing` how that is taken back."""

    def __init__(self, cast: Cast, undoing: Undoing) -> None:
        self._cast = cast
        self._undoing = undoing

    def make(self, title: str, change: Callable[[], object]) -> bool:
        """Call `change`, which does something to what `title` names; whether it did."""
        before = self._cast.directions
        change()
        if self._cast.directions is before:
            return False
        self._undoing.add(title, partial(self._go_back_to, before))
        return True

    def _go_back_to(self, directions: Directions) -> None:
        """A change may have been several to the cast."""
        while self._cast.directions is not directions and self._cast.undo():
            pass
