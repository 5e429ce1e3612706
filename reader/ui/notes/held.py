"""The bookmarks of one book in reading order, to be asked what stands where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reader.library.bookmarks import Bookmark
from reader.narration.passage import Passage
from reader.navigation.place import Position

_Key = tuple[int, int, int]
"""Chapter, offset and number of a bookmark."""

_BEHIND_ALL = 1 << 62
"""A number that no bookmark has."""


class Held:
    """Never changed once it is made, so that any thread may look into it.

    What is asked of a thousand bookmarks takes no longer than of ten.
    """

    def __init__(self, marks: Iterable[Bookmark] = ()) -> None:
        self._by_number = {mark.number: mark for mark in marks}
        self.all: Sequence[Bookmark] = sorted(self._by_number.values(), key=_key)
        """In reading order."""
        self._keys = [_key(mark) for mark in self.all]
        self._longest = max((mark.extent for mark in self.all), default=0)

    def with_these(self, marks: Iterable[Bookmark]) -> Held:
        """These and `marks`, each in place of the one of its number."""
        return Held([*self.all, *marks])

    def without(self, number: int) -> Held:
        """All but the one of that number."""
        return Held(mark for mark in self.all if mark.number != number)

    def get(self, number: int) -> Bookmark | None:
        """The one of that number."""
        return self._by_number.get(number)

    def within(self, chapter: int, start: int, end: int) -> Iterator[Bookmark]:
        """Those that begin from `start` to before `end`, in order."""
        for index in range(bisect_left(self._keys, (chapter, start, 0)), len(self._keys)):
            if self._keys[index] >= (chapter, end, 0):
                return
            yield self.all[index]

    def over(self, here: Position) -> Bookmark | None:
        """The one that quotes a passage which `here` is in; of several the one begun last."""
        first = bisect_left(self._keys, (here.chapter, here.offset - self._longest, 0))
        last = bisect_right(self._keys, (here.chapter, here.offset, _BEHIND_ALL))
        for mark in reversed(self.all[first:last]):
            if here.offset < mark.place.offset + mark.extent:
                return mark
        return None

    def beside(self, here: Position, step: int) -> Bookmark | None:
        """The first one behind `here` (`step` 1) or the last before it (-1)."""
        if step > 0:
            index = bisect_right(self._keys, (here.chapter, here.offset, _BEHIND_ALL))
        else:
            index = bisect_left(self._keys, (here.chapter, here.offset, 0)) - 1
        return self.all[index] if 0 <= index < len(self.all) else None

    def any_in(self, passage: Passage) -> bool:
        """Whether one begins in `passage`."""
        return next(self.within(passage.chapter, passage.start, passage.end), None) is not None


def is_note(bookmark: Bookmark) -> bool:
    """Whether `bookmark` is more than a place: it quotes a passage, or says something."""
    return bool(bookmark.extent or bookmark.note)


def _key(mark: Bookmark) -> _Key:
    return mark.place.chapter, mark.place.offset, mark.number
