"""What came of a search, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.errors import TingshuError
from reader.navigation.find import Hits
from reader.navigation.place import Position
from reader.ui.find.finder import number_of
from reader.ui.language.words import in_words, sentences

translate = QCoreApplication.translate


def number_in_words(hits: Hits, place: Position) -> str:
    """Which of `hits` begins at `place`, and how many there are, as a sentence."""
    number, count = number_of(hits, place), len(hits.hits)
    if hits.complete:
        told = translate("Find", "Hit {number} of {count}.")
    elif number < count:
        told = translate("Find", "Hit {number} of more than {count}.")
    else:  # beyond those that were counted
        told = translate("Find", "More than {count} hits.")
    return told.format(number=number, count=count)


def count_in_words(hits: Hits) -> str:
    """How many hits are listed."""
    count = len(hits.hits)
    if not hits.complete:
        told = translate("Find", "There are more: the first {count} hits are shown")
        return told.format(count=count)
    if count == 1:
        return translate("Find", "1 hit")
    return translate("Find", "{count} hits").format(count=count)


def problem_in_words(error: TingshuError) -> str:
    """What is wrong with what is looked for, and what to do."""
    return sentences(in_words(error.reason), in_words(error.remedy))
