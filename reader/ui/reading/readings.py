"""What stands above the hanzi that are seen: found on a thread, kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock

from reader.background import CancelToken, Task
from reader.books.model import Chapter
from reader.ui.offsets import Offsets
from reader.ui.reading.above import CuesOf, Reading, readings
from reader.ui.tasks import Courier

_KEPT = 400
"""Paragraphs whose readings are kept: many pages."""

_Extent = tuple[int, int]
"""Qt's positions of a paragraph's beginning and end."""


class Readings(QObject):
    """The readings of one chapter's paragraphs, in Qt's positions.

    What is asked for and not there yet is sought for the paragraphs that are seen then, in one
    task at a time: who scrolls on leaves nothing behind that has to be done.
    """

    ready = Signal()
    """Some that were asked for are there now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._chapter: Chapter | None = None
        self._offsets = Offsets()
        self._language = ""
        self._cues_of: CuesOf | None = None
        self._found: OrderedDict[_Extent, Sequence[Reading]] = OrderedDict()
        self._task: Task[dict[_Extent, Sequence[Reading]]] | None = None
        self._failed = False
        self._courier = Courier(self)

    def show_chapter(self, chapter: Chapter | None, offsets: Offsets, language: str) -> None:
        """Those of `chapter`, of a book in `language`, are asked for from now on."""
        self._chapter, self._offsets, self._language = chapter, offsets, language
        self.forget()

    def set_pronunciations(self, cues_of: CuesOf | None) -> None:
        """Words are said as `cues_of` tells, from now on."""
        self._cues_of = cues_of
        self.forget()

    def forget(self) -> None:
        """Find everything anew: words are said otherwise."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._found.clear()
        self._failed = False

    def of(self, block: QTextBlock) -> Sequence[Reading] | None:
        """The readings of `block`, in Qt's positions, in order; None: not known yet."""
        extent = _extent(block)
        found = self._found.get(extent)
        if found is not None:
            self._found.move_to_end(extent)
        return found

    def seek(self, blocks: Iterable[QTextBlock]) -> None:
        """Find those of `blocks`, unless others are being found: ask again when these are."""
        wanted = [_extent(block) for block in blocks]
        chapter = self._chapter
        if self._task is not None or self._failed or chapter is None or not wanted:
            return
        offsets, language, cues_of = self._offsets, self._language, self._cues_of

        def work(token: CancelToken) -> dict[_Extent, Sequence[Reading]]:
            found: dict[_Extent, Sequence[Reading]] = {}
            for extent in wanted:
                token.check()
                start, end = (offsets.from_qt(position) for position in extent)
                found[extent] = [
                    Reading(offsets.to_qt(each.start), offsets.to_qt(each.end), each.text)
                    for each in readings(chapter, start, end, language=language, cues_of=cues_of)
                ]
            return found

        task = self._courier.run(
            work,
            name="pinyin",
            done=lambda found: self._done(task, found),
            failed=lambda _: self._give_up(task),
        )
        self._task = task

    def _done(
        self,
        task: Task[dict[_Extent, Sequence[Reading]]],
        found: dict[_Extent, Sequence[Reading]],
    ) -> None:
        if task is not self._task:  # another chapter is shown meanwhile
            return
        self._task = None
        self._found.update(found)
        while len(self._found) > _KEPT:
            self._found.popitem(last=False)
        self.ready.emit()

    def _give_up(self, task: Task[dict[_Extent, Sequence[Reading]]]) -> None:
        """The text can be read without; it is tried again in the next chapter."""
        if task is self._task:
            self._task, self._failed = None, True


def _extent(block: QTextBlock) -> _Extent:
    return block.position(), block.position() + block.length() - 1
