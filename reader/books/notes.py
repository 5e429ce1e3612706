"""Notes and the ways back from them, known by the references that lead to them.

Both ends of the bond need the whole book: a note is what a reference leads to, and a way
back (↩, Back, or a link to the very place of a reference) is shown but not spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reader.books.cutting import Position
from reader.books.model import Block, BlockKind, Run
from reader.books.page import Page
from reader.language.measure import is_sayable

_NOTE_BODIES = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION}
_ARROW = re.compile(r"[\s\[(（［]*[↩↪↵⏎⮐⤴⤶⬏↑⇑⇧⬆←⇐⬅^＾]+[\ufe0e\ufe0f]?[\s\])）］]*")
_WORDS = re.compile(
    r"[\s\[(（［]*(?:(?:go |jump )?(?:back|return)(?: to (?:the )?[a-z]+){0,1}|"
    r"(?:返回|回到?|返)(?:正文|原文|原处|文中|上文|本文)?|戻る|本文に戻る|retour|zurück|volver)"
    r"[\s.。↩↑\])）］\ufe0e\ufe0f]*",
    re.IGNORECASE,
)
_LONGEST_WAY_BACK = 30
_REFERENCE_WORDS = re.compile(
    r"(?:foot|end)?notes?|see|below|[译譯校脚腳]?[注註][释釋]?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_\u2e80-\U000323af]{3,}|[\u3041-\u9fff]{2,}")


def mark_notes(pages: Mapping[str, Page]) -> None:
    """Make notes of the blocks that references lead to, and mark the ways back from them.

    `pages` are all documents of the book by name, as links spell it (``file#id``).
    """
    ways_back = frozenset[str]().union(*(page.ways_back for page in pages.values()))
    targets = frozenset(_references(pages.values())) - ways_back
    origins = frozenset(_origins(pages))
    for name, page in pages.items():
        for index, block in enumerate(page.blocks):
            led_to = any(f"{name}#{identifier}" in targets for identifier in block.identifiers)
            if led_to and block.kind in _NOTE_BODIES and _begins_with_mark(block):
                page.blocks[index] = replace(block, kind=BlockKind.NOTE)
            in_note = led_to or page.blocks[index].kind is BlockKind.NOTE
            if any(run.link for run in block.runs):
                runs = tuple(_marked(block, targets, origins, in_note=in_note))
                page.blocks[index] = replace(page.blocks[index], runs=runs)


def _references(pages: Iterable[Page]) -> Iterator[str]:
    """Where the references of all pages lead."""
    for page in pages:
        for block in page.blocks:
            yield from (run.note for run in block.runs if run.note)


def _origins(pages: Mapping[str, Page]) -> Iterator[str]:
    """The places at which references stand, as links spell them."""
    for name, page in pages.items():
        places = set(_reference_places(page))
        for identifier, position in page.anchors.items():
            if position in places:
                yield f"{name}#{identifier}"


def _reference_places(page: Page) -> Iterator[Position]:
    for index, block in enumerate(page.blocks):
        offset = 0
        for run in block.runs:
            if run.note is not None:
                yield Position(block=index, offset=offset)
            offset += len(run.text)


def _marked(
    block: Block, targets: frozenset[str], origins: frozenset[str], *, in_note: bool
) -> Iterator[Run]:
    """The runs of `block`, without a note where their words are to be spoken.

    Ways back carry their target as if they were references. What a note begins with is its
    own number, even where that leads back; in running text only the last words of a block
    can be a way back.
    """
    last = max(
        (
            at
            for at, run in enumerate(block.runs)
            if is_sayable(run.text) and run.link not in origins
        ),
        default=-1,
    )
    begun = False
    for at, run in enumerate(block.runs):
        to_origin = run.link in origins and begun and (in_note or at > last)
        short = len(run.text) <= _LONGEST_WAY_BACK
        if run.note is not None and (_is_wordy(run.text) if run.note in targets else not short):
            yield replace(run, note=None)
        elif run.link and short and (to_origin or _leads_back(run, in_note=in_note)):
            yield replace(run, note=run.link)
        else:
            begun = begun or is_sayable(run.text)
            yield run


def _is_wordy(reference: str) -> bool:
    """Whether a reference is made of the very words that it explains."""
    return _WORD.search(_REFERENCE_WORDS.sub("", reference)) is not None


def _leads_back(run: Run, *, in_note: bool) -> bool:
    """Whether a link says that it leads back: an arrow, or in a note such words."""
    if "#" not in (run.link or ""):
        return False
    return bool(_ARROW.fullmatch(run.text) or (in_note and _WORDS.fullmatch(run.text)))


def _begins_with_mark(block: Block) -> bool:
    word = re.match(r"\W*\w{0,4}\W?", block.text)
    start = word[0].strip() if word else ""
    linked = bool(block.runs and next((r.link for r in block.runs if r.text.strip()), None))
    marked = re.match(r"[\[(（【〔［]?\s*[\d*†‡①-⑳一二三四五六七八九十注註a-z]{1,4}\W", start + " ")
    return linked or marked is not None
