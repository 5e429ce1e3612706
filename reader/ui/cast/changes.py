"""Changes to the cast that can be taken back, as everything about how a book is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.cast.cast import Cast, Member, Standing
from reader.ui.cast.fields import Wishes
from reader.ui.undoing import Undoing


class CastChanges:
    """Changes `cast`, and tells `undoing` how that is taken back."""

    def __init__(self, cast: Cast, undoing: Undoing) -> None:
        self._cast = cast
        self._undoing = undoing

    def make(self, title: str, change: Callable[[], object]) -> bool:
        """Call `change`, which does something to what `title` names; whether it did."""
        before = self._cast.standing
        change()
        if self._cast.standing is before:
            return False
        self._undoing.add(title, partial(self._go_back_to, before))
        return True

    def _go_back_to(self, standing: Standing) -> None:
        """A change may have been several to the cast."""
        while self._cast.standing is not standing and self._cast.undo():
            pass


def fulfil(cast: Cast, member: Member, wishes: Wishes) -> None:
    """Have `member` of `cast` be what is wished, where that differs."""
    character = member.character
    identifier = character.identifier
    if wishes.name != character.name:
        cast.rename(identifier, wishes.name)
    if wishes.gender != character.gender:
        cast.set_gender(identifier, wishes.gender)
    if wishes.age != character.age:
        cast.set_age(identifier, wishes.age)
    if wishes.role != (member.role if member.chosen else None):
        cast.set_role(identifier, wishes.role)
