"""References to notes: the raised 1, [1], * or ① that leads to a footnote.

Few books say ``epub:type="noteref"``; the others are known by their shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.books.model import Block, BlockKind

_BRACKETED = re.compile(
    r"[\[(（【〔［﹝](?:注|註|译注|譯註|校注|note)?\s*"
    r"(?:[\d０-９]{1,4}|[一二三四五六七八九十百]{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡]+)?"
    r"[\])）】〕］﹞]",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[*＊∗†‡§※]{1,4}|[①-⑳㉑-㉟㊱-㊿❶-❿⓪⓿]|[注註]\s*[\d①-⑳]{0,4}")
_NUMBER = re.compile(r"\d{1,4}|[a-z]|[ivxlc]{1,6}", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\W*")
_NOTE_BODIES = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION}


def looks_like_reference(text: str, *, raised: bool) -> bool:
    """Whether a link with this text is a note reference; a bare number only if `raised`."""
    text = text.strip()
    if not text or len(text) > 12:
        return False
    if _BRACKETED.fullmatch(text):
        return any(character.isalnum() or character in "*†‡" for character in text)
    return bool(_SIGN.fullmatch(text) or (raised and _NUMBER.fullmatch(text)))


def find_references(pieces: Sequence[tuple[str, str | None, bool, bool]]) -> list[bool]:
    """Which of a block's pieces (text, link, said to be a reference, raised) are references.

    A link that begins its block is no reference but the number of the note itself, leading
    back; a link made of several pieces is judged as a whole.
    """
    found = [False] * len(pieces)
    begun = False
    index = 0
    while index < len(pieces):
        _, link, _, _ = pieces[index]
        end = index + 1
        while link is not None and end < len(pieces) and pieces[end][1] == link:
            end += 1
        group = pieces[index:end]
        text = "".join(piece[0] for piece in group)
        if link is not None:
            said = any(piece[2] for piece in group)
            raised = any(piece[3] for piece in group)
            shaped = begun and "#" in link and looks_like_reference(text, raised=raised)
            found[index:end] = [said or shaped] * (end - index)
        begun = begun or bool(text.strip())
        index = end
    return found


def mark_notes(blocks: Iterable[Block], targets: frozenset[str], name: str) -> list[Block]:
    """Blocks of document `name`, those that a reference leads to turned into notes.

    `targets` are the ``file#id`` of all references; a note begins with its own number.
    """
    marked: list[Block] = []
    for block in blocks:
        led_to = any(f"{name}#{identifier}" in targets for identifier in block.identifiers)
        if led_to and block.kind in _NOTE_BODIES and _begins_with_mark(block):
            block = replace(block, kind=BlockKind.NOTE)  # noqa: PLW2901
        marked.append(block)
    return marked


def references_in(blocks: Iterable[Block]) -> frozenset[str]:
    """Where the note references of `blocks` lead."""
    return frozenset(run.note for block in blocks for run in block.runs if run.note)


def _begins_with_mark(block: Block) -> bool:
    word = re.match(r"\W*\w{0,4}\W?", block.text)
    start = word[0].strip() if word else ""
    linked = bool(block.runs and next((r.link for r in block.runs if r.text.strip()), None))
    marked = re.match(r"[\[(（【〔［]?\s*[\d*†‡①-⑳一二三四五六七八九十注註a-z]{1,4}\W", start + " ")
    return linked or marked is not None
