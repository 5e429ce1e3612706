"""Whom a pronoun or a description stands for, in several orders of likelihood."""

from __future__ import annotations

from collections.abc import Sequence

from reader.dialogue.english.mentions import Mention, Part
from reader.dialogue.english.salience import Salience
from reader.dialogue.english.scene import Scene

RECENT = 8
_LOOK_BACK = 60
_LAST_RANK = 4


class Reference:
    """The candidates for a word of a chapter that names nobody."""

    def __init__(self, scene: Scene, genders: Sequence[str]) -> None:
        self._scene = scene
        self._genders = genders
        self._salience = Salience(scene, genders)

    def clashes(self, who: int, gender: str) -> bool:
        """Whether somebody is known to be of another gender."""
        own = self._genders[who]
        return bool(own and gender and own != gender)

    def sure(self, who: int, gender: str) -> bool:
        """Whether both genders are known."""
        return bool(self._genders[who] and gender)

    def recent(
        self, word: int, gender: str = "", *, subjects: bool = False
    ) -> list[tuple[int, Mention]]:
        """Who is named in the narration before `word`, the last first, with where; of that
        gender, or with `subjects` who does something there.
        """
        found: dict[int, Mention] = {}
        told = self._scene.told
        last = self._scene.told_before(word)
        for place in range(last - 1, max(-1, last - 1 - _LOOK_BACK), -1):
            each = told[place]
            if not each.who or (subjects and each.part is not Part.SUBJECT):
                continue
            for who in each.who:
                if who not in found and not self.clashes(who, gender):
                    found[who] = each
            if len(found) > RECENT:
                break
        return list(found.items())

    def ranks(self, word: int, gender: str, *, subjects: bool = False) -> dict[int, int]:
        """The place of each in :meth:`recent`, the fifth and later as one."""
        found = self.recent(word, gender, subjects=subjects)
        return {who: min(rank, _LAST_RANK) for rank, (who, _) in enumerate(found)}

    def heaviest(self, word: int, gender: str) -> list[int]:
        """Whom the narration is about, of that gender; five at most."""
        return self._salience.order(word, lambda who: not self.clashes(who, gender))
