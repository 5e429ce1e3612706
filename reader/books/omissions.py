"""What an importer left out or mended, counted and told in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Omission(Enum):
    """A kind of thing left out: what is said of one, and of several."""

    IMAGE = (
        "1 image has no description and is passed over.",
        "{n} images have no description and are passed over.",
    )
    HIDDEN = (
        "1 passage is marked as hidden and left out.",
        "{n} passages are marked as hidden and left out.",
    )
    SILENT = (
        "1 passage is marked in a style sheet as not to be read aloud and is left out.",
        "{n} passages are marked in a style sheet as not to be read aloud and are left out.",
    )
    VIDEO = ("1 video is left out.", "{n} videos are left out.")
    AUDIO = ("1 audio clip is left out.", "{n} audio clips are left out.")
    EMBEDDED_PAGE = ("1 embedded page is left out.", "{n} embedded pages are left out.")
    MISSING_TEXT = (
        "1 document that belongs to the text is missing from the file.",
        "{n} documents that belong to the text are missing from the file.",
    )
    MISSING_FILE = (
        "1 file the book lists is missing (a picture, font or style sheet).",
        "{n} files the book lists are missing (pictures, fonts or style sheets).",
    )
    REMOTE_FILE = (
        "1 file lies on the Internet and is not fetched.",
        "{n} files lie on the Internet and are not fetched.",
    )
    UNREADABLE_TEXT = (
        "1 document could not be read and is left out.",
        "{n} documents could not be read and are left out.",
    )
    BROKEN_MARKUP = (
        "The markup of 1 document is broken; text may be missing behind the place.",
        "The markup of {n} documents is broken; text may be missing behind the places.",
    )
    FOREIGN_TEXT = (
        "1 document in the reading order is a picture or another form without text.",
        "{n} documents in the reading order are pictures or other forms without text.",
    )
    UNKNOWN_SPINE = (
        "1 entry of the reading order leads to nothing.",
        "{n} entries of the reading order lead to nothing.",
    )
    LOST_ENTRY = (
        "1 entry of the contents leads nowhere and is left out.",
        "{n} entries of the contents lead nowhere and are left out.",
    )
    LOST_FRAGMENT = (
        "1 entry of the contents leads to a place that does not exist; its document's start is "
        "used.",
        "{n} entries of the contents lead to places that do not exist; the starts of their "
        "documents are used.",
    )
    ONLY_CONTENTS = (
        "There is no text to read but the list of contents.",
        "There is no text to read but the list of contents.",
    )
    ONLY_TITLES = (
        "There is no text to read; only titles can be read.",
        "There is no text to read; only titles can be read.",
    )
    LEXICON = (
        "1 pronunciation lexicon of the book could not be read; its words are said as usual.",
        "{n} pronunciation lexicons of the book could not be read; their words are said as usual.",
    )
    UNKNOWN_CHARACTER = (
        "1 character could not be decoded and shows as �.",
        "{n} characters could not be decoded and show as �.",
    )


def sentences(counts: Mapping[Omission, int]) -> tuple[str, ...]:
    """One sentence for every kind that occurred, in the order of :class:`Omission`."""
    told: list[str] = []
    for kind in Omission:
        count = counts.get(kind, 0)
        if count:
            one, several = kind.value
            told.append(one if count == 1 else several.format(n=f"{count:,}"))
    return tuple(told)
