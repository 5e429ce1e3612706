"""Where the reader is, as a text to be read line by line, and in one breath."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.language import ended, sentences
from reader.ui.review_text import ReviewText

if TYPE_CHECKING:
    from reader.navigation.whereabouts import Whereabouts

translate = QCoreApplication.translate


class WhereDialog(QDialog):
    """All that can be said about the place; Enter or Escape closes it."""

    def __init__(
        self,
        whereabouts: Whereabouts,
        parent: QWidget,
        *,
        noted: str = "",
        title: str = "",
        rate: float | None = None,
        voice: str = "",
    ) -> None:
        """`noted` is the line of the note or bookmark here, and `title` the book's.

        `rate` and `voice` are what it is read with; what is not known is left out.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Where am I"))
        lines = [self.tr("Book: {title}").format(title=title)] if title else []
        lines.extend(_lines(whereabouts))
        if noted:
            lines.append(noted)
        if rate is not None:
            lines.append(self.tr("Rate: {rate:.1f}").format(rate=rate))
        if voice:
            lines.append(self.tr("Voice: {voice}").format(voice=voice))
        self.text = ReviewText(self.tr("Your place"), self, "\n".join(lines))
        label = label_for(self.text, self.tr("Your &place"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        for widget in (label, self.text, buttons):
            column.addWidget(widget)
        fit(self, 520, 360)


def whereabouts_in_words(whereabouts: Whereabouts, noted: str = "") -> str:
    """The place in one breath: chapter, percent, page, the time that is left, what is `noted`."""
    parts = [
        _chapter(whereabouts),
        translate("WhereDialog", "{percent} percent").format(
            percent=round(whereabouts.fraction * 100)
        ),
    ]
    if whereabouts.page is not None:
        parts.append(translate("WhereDialog", "Page {page}").format(page=whereabouts.page))
    if whereabouts.seconds_left is not None:
        left = duration_in_words(whereabouts.seconds_left)
        parts.append(translate("WhereDialog", "{duration} left").format(duration=left))
    if noted:
        parts.append(noted)
    return sentences(*map(ended, parts))


def duration_in_words(seconds: float) -> str:
    """Hours and minutes as they are said; under a minute is one said so."""
    minutes = round(max(0.0, seconds) / 60)
    if minutes == 0:
        return translate("WhereDialog", "Less than a minute")
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return _minutes(minutes)
    said = (
        translate("WhereDialog", "1 hour")
        if hours == 1
        else translate("WhereDialog", "{count} hours").format(count=hours)
    )
    if not minutes:
        return said
    both = translate("WhereDialog", "{hours} {minutes}")
    return both.format(hours=said, minutes=_minutes(minutes))


def _minutes(minutes: int) -> str:
    if minutes == 1:
        return translate("WhereDialog", "1 minute")
    return translate("WhereDialog", "{count} minutes").format(count=minutes)


def _chapter(whereabouts: Whereabouts) -> str:
    number = {"number": whereabouts.chapter_number, "all": whereabouts.chapters}
    if not whereabouts.chapter_title:
        return translate("WhereDialog", "Chapter {number} of {all}").format(**number)
    said = translate("WhereDialog", "Chapter {number} of {all}, {title}")
    return said.format(title=whereabouts.chapter_title, **number)


def _lines(whereabouts: Whereabouts) -> Iterator[str]:
    yield _chapter(whereabouts)
    if whereabouts.headings:
        yield translate("WhereDialog", "Headings: {headings}").format(
            headings=" › ".join(whereabouts.headings)
        )
    yield translate("WhereDialog", "{percent:.1f} percent of the book").format(
        percent=whereabouts.fraction * 100
    )
    if whereabouts.page is not None:
        said = translate("WhereDialog", "Page {page}; the last is {last}")
        yield said.format(page=whereabouts.page, last=whereabouts.last_page)
    said = translate("WhereDialog", "Paragraph {number} of {all} in the chapter")
    yield said.format(number=whereabouts.line, all=whereabouts.lines)
    if whereabouts.seconds_left_in_chapter is not None:
        left = duration_in_words(whereabouts.seconds_left_in_chapter)
        yield translate("WhereDialog", "Left in the chapter: {duration}").format(duration=left)
    if whereabouts.seconds_left is not None:
        left = duration_in_words(whereabouts.seconds_left)
        yield translate("WhereDialog", "Left in the book: {duration}").format(duration=left)
