"""What an importer left out or mended, counted and told in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from reader.messages import Message, template


class Omission(Enum):
    """A kind of thing left out: what is said of one, and of several."""

    IMAGE = (
        template("1 image has no description and is passed over."),
        template("{n} images have no description and are passed over."),
    )
    HIDDEN = (
        template("1 passage is marked as hidden and left out."),
        template("{n} passages are marked as hidden and left out."),
    )
    SILENT = (
        template("1 passage is marked in a style sheet as not to be read aloud and is left out."),
        template(
            "{n} passages are marked in a style sheet as not to be read aloud and are left out."
        ),
    )
    VIDEO = (template("1 video is left out."), template("{n} videos are left out."))
    AUDIO = (template("1 audio clip is left out."), template("{n} audio clips are left out."))
    EMBEDDED_PAGE = (
        template("1 embedded page is left out."),
        template("{n} embedded pages are left out."),
    )
    MISSING_TEXT = (
        template("1 document that belongs to the text is missing from the file."),
        template("{n} documents that belong to the text are missing from the file."),
    )
    MISSING_FILE = (
        template("1 file the book lists is missing (a picture, font or style sheet)."),
        template("{n} files the book lists are missing (pictures, fonts or style sheets)."),
    )
    REMOTE_FILE = (
        template("1 file lies on the Internet and is not fetched."),
        template("{n} files lie on the Internet and are not fetched."),
    )
    UNREADABLE_TEXT = (
        template("1 document could not be read and is left out."),
        template("{n} documents could not be read and are left out."),
    )
    BROKEN_MARKUP = (
        template("The markup of 1 document is broken; text may be missing behind the place."),
        template("The markup of {n} documents is broken; text may be missing behind the places."),
    )
    FOREIGN_TEXT = (
        template("1 document in the reading order is a picture or another form without text."),
        template("{n} documents in the reading order are pictures or other forms without text."),
    )
    UNKNOWN_SPINE = (
        template("1 entry of the reading order leads to nothing."),
        template("{n} entries of the reading order lead to nothing."),
    )
    LOST_ENTRY = (
        template("1 entry of the contents leads nowhere and is left out."),
        template("{n} entries of the contents lead nowhere and are left out."),
    )
    LOST_FRAGMENT = (
        template(
            "1 entry of the contents leads to a place that does not exist; its document's "
            "start is used."
        ),
        template(
            "{n} entries of the contents lead to places that do not exist; the starts of "
            "their documents are used."
        ),
    )
    ONLY_CONTENTS = (
        template("There is no text to read but the list of contents."),
        template("There is no text to read but the list of contents."),
    )
    ONLY_TITLES = (
        template("There is no text to read; only titles can be read."),
        template("There is no text to read; only titles can be read."),
    )
    LEXICON = (
        template(
            "1 pronunciation lexicon of the book could not be read; its words are said as usual."
        ),
        template(
            "{n} pronunciation lexicons of the book could not be read; their words are said "
            "as usual."
        ),
    )
    UNKNOWN_CHARACTER = (
        template("1 character could not be decoded and shows as �."),
        template("{n} characters could not be decoded and show as �."),
    )


def sentences(counts: Mapping[Omission, int]) -> tuple[str, ...]:
    """One sentence for every kind that occurred, in the order of :class:`Omission`."""
    told: list[str] = []
    for kind in Omission:
        count = counts.get(kind, 0)
        if count:
            one, several = kind.value
            told.append(Message(one if count == 1 else several, {"n": f"{count:,}"}))
    return tuple(told)
