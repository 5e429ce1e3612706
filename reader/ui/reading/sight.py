"""Whether a stretch of the text is seen, and scrolling to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from reader.ui.reading.book_text import BookText, Range

_LINES_ABOVE = 4
"""Lines shown above what has to be brought into view."""

_TRIES = 3
"""How often to scroll: lines that were not laid out before turn out to be more than one."""


class Sight:
    """What of `text` is on the screen; offsets are the chapter's."""

    def __init__(self, text: BookText) -> None:
        self._text = text

    def has(self, stretch: Range) -> bool:
        """Whether something of `stretch` is on the screen."""
        extent = self._extent(stretch)
        height = self._text.viewport().height()
        return extent is not None and extent[0] < height and extent[1] > 0

    def bring(self, stretch: Range) -> None:
        """Scroll by lines to `stretch`, unless all of its beginning is seen."""
        bar = self._text.verticalScrollBar()
        for _ in range(_TRIES):
            extent = self._extent(stretch)
            if extent is not None and self._is_seen(*extent):
                return
            above = min(_LINES_ABOVE, bar.pageStep() // 4)
            bar.setValue(max(0, self._lines(stretch)[0] - above))

    def uncover_caret(self) -> None:
        """Scroll on to the caret's line, which Qt does without the room above lines."""
        bar = self._text.verticalScrollBar()
        height = self._text.viewport().height()
        for _ in range(_TRIES):
            rect = self._text.cursorRect()
            if not 0 < rect.top() < height + rect.height() * _TRIES or rect.bottom() <= height:
                return
            bar.setValue(bar.value() + 1)

    def top(self) -> int:
        """The offset of the paragraph that the screen begins with."""
        return self._text.offset_at(self._text.firstVisibleBlock().position())

    def put_on_top(self, offset: int) -> None:
        """Scroll so that the screen begins with the line of `offset`."""
        self._text.verticalScrollBar().setValue(self._lines((offset, offset))[0])

    def _is_seen(self, top: int, bottom: int) -> bool:
        height = self._text.viewport().height()
        if bottom - top < height:
            return top >= 0 and bottom <= height
        return 0 <= top < height // 2

    def _extent(self, stretch: Range) -> Range | None:
        """Pixels from the top of the page to the top and bottom of `stretch`; None far off.

        All lines between are laid out for it, so this is not asked of what cannot be near. A
        page is what the scroll bar takes for one, the last lines of the chapter, or a few more.
        """
        first, last = self._lines(stretch)
        bar = self._text.verticalScrollBar()
        if last < bar.value() or first > bar.value() + 2 * bar.pageStep() + _LINES_ABOVE:
            return None
        top = self._text.cursorRect(self._cursor(stretch[0]))
        bottom = self._text.cursorRect(self._cursor(max(stretch[0], stretch[1] - 1)))
        return top.top(), bottom.bottom()

    def _cursor(self, offset: int) -> QTextCursor:
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(self._text.position_of(offset))
        return cursor

    def _lines(self, stretch: Range) -> tuple[int, int]:
        """The numbers of the first and the last line of `stretch`."""
        start, end = self._text.position_of(stretch[0]), self._text.position_of(stretch[1])
        return self._text.line_at(start), self._text.line_at(max(start, end - 1))
