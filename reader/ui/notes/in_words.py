"""What bookmarks and notes are called, and a row of their list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.library.bookmarks import Bookmark
from reader.navigation.folding import fold
from reader.ui.notes.held import is_note
from reader.ui.notes.two_lines import Lines

translate = QCoreApplication.translate

_WORDS = 60
"""Characters of the text that stand for a bookmark without a name."""

_NOTE = 120
"""Characters of a note that its row tells; all of it stands below the list."""


def title_of(bookmark: Bookmark) -> str:
    """The name that the reader gave it, else what it quotes, else the words it stands before."""
    words = shortened(bookmark.quotation or bookmark.place.after, _WORDS)
    return bookmark.name or words or translate("Notes", "Without text")


def called(bookmark: Bookmark) -> str:
    """What names it in a short answer: the name or the note that the reader gave it, else words."""
    return bookmark.name or shortened(bookmark.note, _NOTE) or title_of(bookmark)


def mark_in_words(mark: Bookmark) -> str:
    """That there is this note or bookmark, in a short answer."""
    if is_note(mark):
        return translate("BookmarkActions", "Note: {name}").format(name=called(mark))
    return translate("BookmarkActions", "Bookmark: {name}").format(name=called(mark))


def row_in_words(bookmark: Bookmark, percent: int, *, certain: bool) -> str:
    """A row of the list: what is marked, what the note says, and where it stands in the book."""
    parts = {
        "title": title_of(bookmark),
        "note": shortened(bookmark.note, _NOTE),
        "chapter": bookmark.place.title,
        "percent": percent,
    }
    if bookmark.note and bookmark.place.title:
        told = translate("Notes", "{title}; note: {note}; {chapter}, {percent} percent")
    elif bookmark.note:
        told = translate("Notes", "{title}; note: {note}; {percent} percent")
    elif bookmark.place.title:
        told = translate("Notes", "{title}, {chapter}, {percent} percent")
    else:
        told = translate("Notes", "{title}, {percent} percent")
    row = told.format_map(parts)
    return row if certain else translate("Notes", "{row}, place uncertain").format(row=row)


def row_in_lines(bookmark: Bookmark, percent: int, *, certain: bool) -> Lines:
    """The same row in two lines, to be seen."""
    if bookmark.place.title:
        place = translate("Notes", "{chapter}, {percent} percent")
    else:
        place = translate("Notes", "{percent} percent")
    below = place.format(chapter=bookmark.place.title, percent=percent)
    if not certain:
        below = translate("Notes", "{row}, place uncertain").format(row=below)
    if bookmark.note:
        below = translate("Notes", "{place} — {note}").format(
            place=below, note=shortened(bookmark.note, _NOTE)
        )
    title = title_of(bookmark)
    return Lines("", title, "", below) if bookmark.name else Lines(title, "", "", below)


def whole_in_words(bookmark: Bookmark, *, certain: bool) -> str:
    """All there is to read of it: name, quotation, note, and what is doubtful about its place."""
    lines = [bookmark.name] if bookmark.name else []
    if bookmark.quotation:
        quoted = translate("Notes", "“{quotation}”")
        lines.append(quoted.format(quotation=" ".join(bookmark.quotation.split())))
    if bookmark.note:
        lines.append(bookmark.note)
    if not certain:
        lines.append(
            translate(
                "Notes",
                "The book has changed: the words of this place are gone, so it is only near by.",
            )
        )
    return "\n".join(lines)


def searchable(bookmark: Bookmark) -> str:
    """What the filter looks through, folded as in a search of the book."""
    texts = (
        bookmark.name,
        bookmark.quotation or bookmark.place.after,
        bookmark.note,
        bookmark.place.title,
    )
    return fold("\n".join(texts))


def shortened(text: str, most: int) -> str:
    """`text` on one line, no longer than that, without the mark that ends a sentence."""
    words = " ".join(text.split())
    short = words if len(words) <= most else words[:most].rstrip()
    return short.rstrip(" .,;:…。，、；：") or short
