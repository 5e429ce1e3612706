"""A sentence of a script as it is said, with the places of the book that it is said for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from reader.language.alignment import Alignment, Stretch
from reader.language.measure import is_sayable
from reader.language.spoken import SpokenStyle
from reader.narration.compiling import Written, compiled
from reader.narration.delivery import Cue, Delivery
from reader.narration.joining import in_one_manner
from reader.narration.layers import laid
from reader.narration.passage import Passage
from reader.narration.silences import Item, inserted
from reader.narration.ssml import Markup
from reader.narration.utterance import Span
from reader.script.finding import RoleOf


def in_roles(markup: Markup, role_of: RoleOf) -> Markup:
    """`markup` in which everybody who is named as a speaker sounds like their role."""
    return replace(markup, cues=tuple(_in_role(cue, role_of) for cue in markup.cues))


def said(
    markup: Markup,
    written: Written,
    around: Delivery,
    role_of: RoleOf,
    style: SpokenStyle,
    words: Iterable[Cue] = (),
) -> list[Item]:
    """What is said for the sentence `written` in the book, where the script has `markup` for it.

    `around` is how everything in its block is said, `words` how words of the script are said of
    which it tells nothing.
    """
    text = markup.text
    whole = Passage(chapter=0, start=0, end=len(text), block=0)
    base = [Cue(start=0, end=len(text), delivery=around)] if text else []
    stretches = laid(base, (*words, *in_roles(markup, role_of).cues), whole, whole)
    spans = [*in_one_manner(compiled(replace(written, text=text, start=0), stretches, style))]
    if not any(span.phonemes or is_sayable(span.text) for span in spans):
        spans = []  # marks alone
    places = _Places(written, text)
    insertions = [(each.offset, each.item) for each in markup.insertions]
    return [
        places.placed(item) if isinstance(item, Span) else item
        for item in inserted(spans, insertions)
    ]


def _in_role(cue: Cue, role_of: RoleOf) -> Cue:
    speaker = cue.delivery.speaker
    role = role_of(speaker) if speaker is not None else None
    return cue if role is None else replace(cue, delivery=cue.delivery.within(role))


class _Places:
    """Tells where in a sentence of the book the parts of `text`, its script, belong."""

    def __init__(self, written: Written, text: str) -> None:
        self._start = written.start
        self._alignment = _alignment(written.text, text)

    def placed(self, span: Span) -> Span:
        """`span`, whose source is in the script, with its source in the book."""
        first, last = self._alignment.written(span.start, span.end)
        alignment = span.alignment
        if self._is_changed(span):
            alignment = Alignment((Stretch(0, last - first, 0, len(span.text)),))
        start, end = self._start + first, self._start + last
        return replace(span, start=start, end=end, alignment=alignment)

    def _is_changed(self, span: Span) -> bool:
        """Whether the script has something else than the book within `span`."""
        return any(
            each.spoken_start < span.end and each.spoken_end > span.start
            for each in self._alignment.stretches
        )


def _alignment(written: str, text: str) -> Alignment:
    """What of the `text` of a script stands for what is `written` in the book."""
    lead = len(written) - len(written.lstrip())
    if written.strip() == text:
        return Alignment((Stretch(0, lead, 0, 0),) if lead else ())
    codes = SequenceMatcher(None, written, text, autojunk=False).get_opcodes()
    return Alignment(tuple(Stretch(*code[1:]) for code in codes if code[0] != "equal"))
