"""What is wrong with a script, each with its place and what to do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from reader.errors import MarkupError
from reader.messages import message
from reader.narration.ssml import Markup, Warned, parse
from reader.narration.ssml.model import Choose, first_name


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something at a line and column, from 1; `words` say what, and what to do.

    With one that is `serious` the script cannot be used.
    """

    line: int
    column: int
    words: str
    serious: bool


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a document means, None where it cannot be used; its problems by their places."""

    markup: Markup | None
    problems: tuple[Problem, ...] = ()


def check(
    document: str,
    *,
    choose: Choose = first_name,
    styles: Collection[str] | None = None,
    is_known: Callable[[str], bool] = lambda _speaker: True,
) -> Checked:
    """Read `document` and list all that is wrong; `is_known` tells who is in the cast.

    Under a second for a million characters.
    """
    try:
        markup = parse(document, subject="", choose=choose, styles=styles)
    except MarkupError as error:
        return Checked(markup=None, problems=_by_place(_faults(document, error, styles)))
    problems = [_warning(each) for each in markup.warnings]
    problems += _strangers(markup, is_known)
    return Checked(markup=markup, problems=_by_place(problems))


def _faults(document: str, first: MarkupError, styles: Collection[str] | None) -> Iterator[Problem]:
    """The `first` fault, and the others, if the document can be read in spite of them."""
    words = first.reason
    if first.remedy:
        words = message("{reason} {remedy}", reason=first.reason, remedy=first.remedy)
    yield Problem(line=first.line, column=first.column, words=words, serious=True)
    try:
        others = parse(document, subject="", strict=False, styles=styles).warnings
    except MarkupError:
        return
    for each in map(_warning, others):
        if (each.line, each.column) != (first.line, first.column):
            yield each


def _warning(warned: Warned) -> Problem:
    return Problem(line=warned.line, column=warned.column, words=warned.words, serious=False)


def _strangers(markup: Markup, is_known: Callable[[str], bool]) -> Iterator[Problem]:
    """Speakers whom nobody knows, each where first named."""
    told: set[str] = set()
    for cue in markup.cues:
        speaker = cue.delivery.speaker
        if speaker is None or speaker in told or is_known(speaker):
            continue
        told.add(speaker)
        line, column = _place(markup, cue.start)
        words = message(
            "Nobody in the cast is called {speaker}; the narrator speaks.", speaker=speaker
        )
        yield Problem(line=line, column=column, words=words, serious=False)


def _place(markup: Markup, offset: int) -> tuple[int, int]:
    """Where the sentence around an offset of the text begins in the document."""
    pairs = zip(markup.sentences, markup.places, strict=True)
    return next((place for (_, end), place in pairs if end > offset), (1, 1))


def _by_place(problems: Collection[Problem] | Iterator[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda each: (each.line, each.column)))
