"""The door of the room: all that is said in a book, and by whom as far as that can be told."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from reader.background import CancelToken
from reader.books.model import Book, Chapter
from reader.dialogue.merging import joined, place_of, with_named_speakers
from reader.dialogue.model import Dialogue, Quotation
from reader.dialogue.quotations import find_quotations
from reader.errors import Cancelled
from reader.language.detect import language_of, primary

_log = logging.getLogger(__name__)

Progress = Callable[[float], None]

_SEARCH_SHARE = 0.3
"""Share of the whole time that finding the quotations takes."""

_SAMPLE = 4_000
"""Characters of a chapter that tell its language."""


class Attributor(Protocol):
    """Gives the quotations of one language to those who speak."""

    def __call__(
        self,
        book: Book,
        quotations: Sequence[Quotation],
        *,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> Dialogue:
        """All of `quotations` with speakers, and these; a speaker who is set is kept."""
        ...


def find_dialogue(
    book: Book,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    attributors: Mapping[str, Callable[[], Attributor]] | None = None,
) -> Dialogue:
    """What is said in `book`, and by whom.

    `progress` is told the share done, 0 to 1. Speakers are found in Chinese and English; in
    other languages only those whom the markup names. Whatever goes wrong with the speakers is
    logged, and the quotations come without them. Raises :class:`~reader.errors.Cancelled`.
    """
    token, report = cancel or CancelToken(), progress or _silent
    found = find_quotations(
        book, cancel=token, progress=lambda share: report(share * _SEARCH_SHARE)
    )
    parts = _by_language(book, found)
    doors = ATTRIBUTORS if attributors is None else attributors
    dialogues: list[Dialogue] = []
    done = _SEARCH_SHARE
    for language, quotations in parts.items():
        share = (1 - _SEARCH_SHARE) * len(quotations) / max(1, len(found))
        begun = done

        def tell(part: float, begun: float = begun, share: float = share) -> None:
            report(begun + part * share)

        dialogues.append(_attributed(book, quotations, doors.get(language), tell, token))
        done += share
    report(1.0)
    return with_named_speakers(joined(dialogues))


def _silent(_: float) -> None:
    pass


def _english() -> Attributor:
    from reader.dialogue.english import attribute

    return attribute


def _chinese() -> Attributor:
    from reader.dialogue.chinese import attribute

    return attribute


ATTRIBUTORS: Mapping[str, Callable[[], Attributor]] = {
    "en": _english,
    "zh": _chinese,
    "yue": _chinese,
}
"""For each primary language what gives the one who finds speakers in it."""


def _by_language(book: Book, found: Sequence[Quotation]) -> dict[str, list[Quotation]]:
    languages = [primary(_language(chapter, book.language)) for chapter in book.chapters]
    parts: dict[str, list[Quotation]] = {}
    for quotation in found:
        parts.setdefault(languages[quotation.chapter], []).append(quotation)
    return parts


def _language(chapter: Chapter, default: str) -> str:
    marked = Counter(block.language for block in chapter.blocks if block.language)
    told = marked.most_common(1)[0][0] if marked.total() * 2 > len(chapter.blocks) else default
    sample = ""
    for block in chapter.blocks:
        sample += block.text + "\n"
        if len(sample) > _SAMPLE:
            break
    return language_of(sample, told)


def _attributed(
    book: Book,
    quotations: Sequence[Quotation],
    door: Callable[[], Attributor] | None,
    progress: Progress,
    cancel: CancelToken,
) -> Dialogue:
    plain = Dialogue(quotations=tuple(quotations))
    if door is None:
        return plain
    try:
        dialogue = door()(book, quotations, progress=progress, cancel=cancel)
    except Cancelled:
        raise
    except Exception:  # a story without voices is better than none
        _log.exception("the speakers of %s were not found", book.title)
        return plain
    if list(map(place_of, dialogue.quotations)) != list(map(place_of, quotations)):
        _log.error("the speakers of %s belong to other quotations", book.title)
        return plain
    return dialogue
