"""The phrases of a table: templates with their slots filled, and how the values are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.narration.delivery import Cue, Delivery
from reader.narration.ssml import Markup
from reader.phrases.naming import FileNames
from reader.phrases.table import Row, wrong
from reader.phrases.template import Kind, Slot, TemplateError, parts

_ID_NAMES = re.compile(
    r"(?:.*[\s_-])?(?:ids?|codes?|no|nr|serial|sn|plate|gate|seat|flight|ticket)|"
    r".*(?:编号|代码|代号|号码|型号|单号|工号|卡号|账号|序列号|车牌号?|航班号?|座位号|房号)",
    re.IGNORECASE,
)
"""What slots are called whose values are ids."""

_QUANTITY = re.compile(r"[-+−]?\d[\d.,]*[A-Za-z°℃℉Ωµμ%/²³·]+\d?")
"""A number with its unit, such as 25kg or 80km/h: letters and digits, but no id."""

_WORD = re.compile(r"[A-Za-z]*[a-z][A-Za-z]*")
_SHORT = 3
"""Letters of the longest small-letter part of an id, and of an id without digits."""

_DASHES = re.compile("[-‐‑–—]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

_CHARACTERS = Delivery(say_as="characters")
_CARDINAL = Delivery(say_as="cardinal")


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One phrase: the `line` of its row, its `text` as it is written, and how that is said.

    `file` is the name of the file it is kept in, unlike that of every other phrase of the
    table; `voice` the name of a voice, or empty.
    """

    line: int
    text: str
    markup: Markup
    file: str
    voice: str


def phrases_of(rows: Sequence[Row], subject: str) -> list[Phrase]:
    """The phrases of the table `subject`; raises :class:`~reader.errors.TingshuError` if there
    is anything wrong with any of them.
    """
    names = FileNames(subject, len(rows))
    return [_phrase(number, row, names, subject) for number, row in enumerate(rows, 1)]


def _phrase(number: int, row: Row, names: FileNames, subject: str) -> Phrase:
    pieces = _filled(row.template, row, subject)
    text = "".join(piece for piece, _ in pieces)
    if not any(map(str.isalnum, text)):
        raise wrong(subject, row.line, f"“{text}” says nothing.", "Write words in the template.")
    if row.language and not _LANGUAGE.fullmatch(row.language):
        raise wrong(
            subject,
            row.line,
            f"“{row.language}” is no language.",
            "Write its tag, such as zh, en or en-GB.",
        )
    name = "".join(piece for piece, _ in _filled(row.name, row, subject))
    return Phrase(
        line=row.line,
        text=text,
        markup=_markup(pieces, row),
        file=names.of(name, number, row.line),
        voice=row.voice,
    )


def _markup(pieces: Sequence[tuple[str, Slot | None]], row: Row) -> Markup:
    """How the `pieces` are said; a dash parts an id for the eye only, so it is a blank here."""
    text = ""
    cues: list[Cue] = []
    for piece, slot in pieces:
        said, delivery = piece, None
        kind = _kind(slot, piece) if slot is not None else Kind.TEXT
        if kind is Kind.ID:
            said, delivery = _DASHES.sub(" ", piece), _CHARACTERS
        elif kind is Kind.NUMBER:
            delivery = _CARDINAL
        if delivery is not None:
            cues.append(Cue(start=len(text), end=len(text) + len(said), delivery=delivery))
        text += said
    if row.voice:
        cues.insert(0, Cue(start=0, end=len(text), delivery=Delivery(voice=row.voice)))
    return Markup(text=text, cues=tuple(cues), language=row.language or None)


def _filled(template: str, row: Row, subject: str) -> list[tuple[str, Slot | None]]:
    """The pieces of `template` with the values of `row`, each with its slot if it has one."""
    try:
        return [
            (part, None) if isinstance(part, str) else (_value(part, row, subject), part)
            for part in parts(template)
        ]
    except TemplateError as error:
        raise wrong(
            subject, row.line, str(error), "Write {name} for a slot, {{ and }} for braces."
        ) from None


def _value(slot: Slot, row: Row, subject: str) -> str:
    name = slot.name.casefold()
    if name not in row.values:
        known = ", ".join(row.values) or "there are none"
        raise wrong(
            subject,
            row.line,
            f"There is no column for the slot {{{slot.name}}}.",
            f"Add a column of this name, or use one that is there: {known}.",
        )
    value = row.values[name]
    if not value:
        raise wrong(
            subject, row.line, f"The slot {{{slot.name}}} has no value.", "Write it in its column."
        )
    return value


def _kind(slot: Slot, value: str) -> Kind:
    """What the template tells, else the name of the slot and the form of the value.

    Numbers are left to the sentence, which knows their units and whether they are years.
    """
    if slot.kind is not None:
        return slot.kind
    if _ID_NAMES.fullmatch(slot.name):
        is_id = any(map(str.isdigit, value)) or (value.isupper() and len(value) <= _SHORT)
        return Kind.ID if is_id else Kind.TEXT
    return Kind.ID if _looks_like_id(value) else Kind.TEXT


def _looks_like_id(value: str) -> bool:
    """Whether letters and digits are mixed, neither as a quantity nor as a word with a number."""
    letters = re.search("[A-Za-z]", value) is not None
    digits = any(map(str.isdigit, value))
    if not letters or not digits or " " in value or _QUANTITY.fullmatch(value):
        return False
    return all(len(word) <= _SHORT for word in _WORD.findall(value))
