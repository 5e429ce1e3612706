"""The script of a chapter as a document in SSML: a sentence a line, with what is found of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from xml.sax.saxutils import quoteattr

from reader.background import CancelToken
from reader.books.model import Book
from reader.narration.cutting import BlockPassages
from reader.narration.delivery import Cue, Delivery
from reader.narration.passage import Passage
from reader.narration.ssml import Markup, write_fragment
from reader.narration.ssml.model import OWN, SSML
from reader.script.finding import Finder, RoleOf

_REPORTED = 64
"""Sentences between two reports of how far it is."""

_NEUTRAL = Delivery()

_BLANKS = re.compile("  +")
"""What a reference to a note leaves, too; markup takes it for one blank."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A `passage` of the book, and what an ``s`` element holds for it; empty if it is not said."""

    passage: Passage
    ssml: str


def sentences_of(
    book: Book,
    chapter: int,
    finder: Finder,
    role_of: RoleOf,
    *,
    progress: Callable[[float], object] = lambda _share: None,
    cancel: CancelToken | None = None,
) -> list[Sentence]:
    """All sentences of a chapter as they are found, those too that the listener leaves out.

    About a second for 300,000 characters; `progress` is told, 0 to 1, how much is done. Raises
    :class:`~reader.errors.Cancelled`.
    """
    found: list[Sentence] = []
    length = max(1, len(book.chapters[chapter].text))
    passages = BlockPassages(book)
    for block in range(len(book.chapters[chapter].blocks)):
        for passage in passages.of(chapter, block):
            if len(found) % _REPORTED == 0:
                progress(passage.start / length)
                if cancel is not None:
                    cancel.check()
            found.append(Sentence(passage=passage, ssml=_found(finder, passage, role_of)))
    progress(1.0)
    return found


def with_lines(sentences: Sequence[Sentence], kept: Mapping[int, str]) -> list[Sentence]:
    """`sentences` with what an editor has made of those that begin at these offsets."""
    return [replace(each, ssml=kept.get(each.passage.start, each.ssml)) for each in sentences]


def document(sentences: Sequence[Sentence], language: str) -> str:
    """The `sentences` of a chapter of a book in `language` as one document."""
    head = f'<speak version="1.1" xmlns="{SSML}" xmlns:x="{OWN}" xml:lang={quoteattr(language)}>'
    lines = [head]
    spoken = (each for each in sentences if each.ssml)
    for _, paragraph in groupby(spoken, key=lambda each: each.passage.block):
        lines.append("  <p>")
        lines += [f"    <s>{each.ssml}</s>" for each in paragraph]
        lines.append("  </p>")
    return "\n".join([*lines, "</speak>", ""])


def _found(finder: Finder, passage: Passage, role_of: RoleOf) -> str:
    text = finder.spoken(passage)
    lead = len(text) - len(text.lstrip())
    start, end = passage.start + lead, passage.start + len(text.rstrip())
    cues = [
        replace(cue, start=max(cue.start, start) - start, end=min(cue.end, end) - start)
        for cue in finder.found(passage, role_of)
        if cue.start < end and cue.end > start
    ]
    sentence = text.strip()
    nested = (_trimmed(cue, sentence) for cue in _nested(cues))
    ssml = write_fragment(Markup(text=sentence, cues=tuple(each for each in nested if each)))
    return _BLANKS.sub(" ", ssml)


def _nested(flat: Sequence[Cue]) -> Iterator[Cue]:
    """Cues that lie within one another in place of the `flat` ones: each asks for one thing.

    So one who speaks is named once, however much is emphasised in between.
    """
    for names in _PARTS:
        for delivery, cues in groupby(flat, key=partial(_asked, names)):
            members = list(cues)
            if delivery == _NEUTRAL:
                continue
            if delivery.has_sound:
                yield from (replace(each, delivery=delivery) for each in members)
            else:
                yield replace(members[0], end=members[-1].end, delivery=delivery)


def _trimmed(cue: Cue, text: str) -> Cue | None:
    """`cue` without the blanks at its ends; None for one of blanks alone."""
    words = text[cue.start : cue.end]
    end = cue.start + len(words.rstrip())
    return replace(cue, start=end - len(words.strip()), end=end) if words.strip() else None


def _asked(names: Sequence[str], cue: Cue) -> Delivery:
    """What `cue` asks for in the fields of these `names`."""
    return replace(_NEUTRAL, **{name: getattr(cue.delivery, name) for name in names})


_PARTS = (
    ("speaker",),
    ("voice",),
    ("language",),
    ("style", "style_level"),
    ("rate", "pitch", "gain"),
    ("emphasis", "emphasis_level"),
    ("said", "phonemes", "alphabet", "say_as"),
)
"""What elements of a document ask for, the outer first."""
