"""What is said behind a dash: up to the words that tell who says it, and on after them."""

from __future__ import annotations

import re

from reader.dialogue.marks import DASH_OPENING
from reader.dialogue.saying import ENGLISH, FRENCH_AND_OTHERS, TAG
from reader.language.detect import primary

_SEGMENT = re.compile(r"(?<=[,.!?…:])\s+")
_INNER_DASH = re.compile(r"\s*[—–]\s*")
_ADDRESSED = re.compile(
    r"\b(?:I|you|your|yours|my|mine|me|we|us|our|je|tu|vous|nous|moi|mon|ma|mes|votre|vos|j)\b|[?!]"
)
_FRENCH_TAG = re.compile(
    rf"(?:{FRENCH_AND_OTHERS.pattern}|(?:[A-ZÉ]\w+|il|elle)\s{FRENCH_AND_OTHERS.pattern})"
)
_WITHOUT_INNER_DASHES = frozenset({"en", "fr", "und"})
_LONGEST_TAG = 120


def behind_dash(text: str, language: str) -> list[tuple[int, int]]:
    """The stretches of the paragraph `text` that are said; none if no dash opens it."""
    opening = DASH_OPENING.match(text)
    if opening is None:
        return []
    start = len(text) - len(text.lstrip())
    if primary(language) not in _WITHOUT_INNER_DASHES:
        return _between_dashes(text, start, opening.end())
    return _around_tags(text, start, opening.end())


def _between_dashes(text: str, start: int, content: int) -> list[tuple[int, int]]:
    """— Привет, — сказал он. — Пока.  —Hola —dijo él—. Adiós."""
    said: list[tuple[int, int]] = []
    begin, speaks = start, True
    for dash in _INNER_DASH.finditer(text, content):
        rest = text[dash.end() :]
        if speaks and rest[:1].islower():
            said.append((begin, dash.start()))
            speaks = False
        elif not speaks:
            begin, speaks = dash.start() + (dash.group()[:1].isspace()), True
            if rest[:1] in ".,;:":
                begin = dash.end() + 1
    if speaks:
        said.append((begin, len(text.rstrip())))
    return [_trimmed(text, *each) for each in said if text[each[0] : each[1]].strip()]


def _around_tags(text: str, start: int, content: int) -> list[tuple[int, int]]:
    """—Thanks, old chap, he cried briskly. That will do nicely."""
    parts = _parts(text, content)
    tags = [index for index, (at, _) in enumerate(parts) if index and _is_tag(text[at:])]
    if not tags:
        return [(start, len(text.rstrip()))]
    tag = tags[0]
    said = [(start, len(text[: parts[tag][0]].rstrip()))]
    resumes = _resumption(text, parts, tag)
    if resumes is not None:
        said.append(_trimmed(text, resumes, len(text)))
    return said


def _resumption(text: str, parts: list[tuple[int, int]], tag: int) -> int | None:
    """Where speech goes on behind the clause that tells who speaks, if it seems to."""
    for number, (at, end) in enumerate(parts[tag:]):
        last = text[at:end].rstrip()[-1:]
        short = end - at < _LONGEST_TAG
        if last in ".:!?…" or (last == "," and short and number > 0):
            rest = text[end:]
            return end if _ADDRESSED.search(rest) else None
    return None


def _parts(text: str, content: int) -> list[tuple[int, int]]:
    cuts = [found.end() for found in _SEGMENT.finditer(text, content)]
    return list(zip([content, *cuts], [*cuts, len(text)], strict=True))


def _is_tag(rest: str) -> bool:
    clause = rest[:_LONGEST_TAG]
    if _FRENCH_TAG.match(clause):
        return True
    found = TAG.match(clause)
    return found is not None and ENGLISH.search(found.group()) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
