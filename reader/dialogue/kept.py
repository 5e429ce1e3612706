"""What is said in a book, kept on disk so that it is found once.

A file a book in the cache folder, which may be deleted at any time. What was found in another
text, or by another version of the finder, is found anew; so is what cannot be read.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from reader import __version__, drafts, paths
from reader.background import CancelToken
from reader.books.model import Book
from reader.dialogue.find import find_dialogue
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation

_log = logging.getLogger(__name__)

_MOST_BOOKS = 100
"""Books that are kept; the one not read for longest goes first."""

_LARGEST = 64_000_000
"""Bytes of JSON that are read; the dialogue of a novel has under one million."""


def dialogue_of(
    book: Book,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: CancelToken | None = None,
) -> Dialogue:
    """What is said in `book`, as it is kept, or else found now and kept."""
    kept = load_dialogue(book)
    if kept is None:
        kept = find_dialogue(book, progress=progress, cancel=cancel)
        keep_dialogue(book, kept)
    elif progress is not None:
        progress(1.0)
    return kept


def load_dialogue(book: Book) -> Dialogue | None:
    """What is kept of `book`; None if there is nothing, or nothing of use."""
    path = _path(book)
    try:
        with gzip.open(path, "rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            return None
        dialogue = _read(json.loads(content), book)
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        _log.warning("the dialogue kept in %s cannot be read", path, exc_info=True)
        return None
    with suppress(OSError):
        os.utime(path)
    return dialogue


def keep_dialogue(book: Book, dialogue: Dialogue) -> None:
    """Keep `dialogue` for the next time; what cannot be written is found again then."""
    path = _path(book)
    content = json.dumps(_written(dialogue), ensure_ascii=False, separators=(",", ":"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        drafts.clear(path.parent, ".*.draft")
        _write(path, gzip.compress(content.encode(), 6, mtime=0))
        _forget_oldest(path.parent)
    except OSError:
        _log.warning("the dialogue is not kept in %s", path, exc_info=True)


def _path(book: Book) -> Path:
    digest = hashlib.sha256(f"{book.identifier}\n{book.language}\n{_finder()}".encode())
    for chapter in book.chapters:  # which another version of the reader may divide otherwise
        digest.update(f"\n{len(chapter.text)}\n{chapter.text}".encode("utf-8", "surrogatepass"))
    return paths.cache_folder() / "dialogue" / f"{digest.hexdigest()[:32]}.json.gz"


@cache
def _finder() -> str:
    """What tells one finder from another: the version, and all that the room consists of, with
    what it has learned.
    """
    digest = hashlib.sha256(__version__.encode())
    for folder in (Path(__file__).parent, paths.resources_folder() / "speakers"):
        for path in _parts(folder):
            with suppress(OSError):
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _parts(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            yield path


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".draft", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, drafts.held(draft):
            file.write(content)
            file.flush()
            os.replace(draft, path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.json.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_MOST_BOOKS:]:
        path.unlink(missing_ok=True)


def _written(dialogue: Dialogue) -> dict[str, object]:
    return {
        "characters": [
            [
                each.identifier,
                each.name,
                each.aliases,
                each.gender,
                each.age,
                each.quotations,
                int(each.tells),
            ]
            for each in dialogue.characters
        ],
        "quotations": [
            [
                each.chapter,
                each.start,
                each.end,
                each.speaker,
                round(each.confidence, 4),
                each.evidence.value,
                each.style,
                int(each.continues),
                int(each.spoken),
            ]
            for each in dialogue.quotations
        ],
    }


def _read(document: dict[str, Any], book: Book) -> Dialogue:
    dialogue = Dialogue(
        characters=tuple(_character(each) for each in document["characters"]),
        quotations=tuple(_quotation(each) for each in document["quotations"]),
    )
    done = (0, 0)
    for each in dialogue.quotations:
        fits = done <= (each.chapter, each.start) and each.start < each.end
        if not fits or each.end > len(book.chapters[each.chapter].text):
            raise ValueError("a quotation lies where it cannot")
        done = (each.chapter, each.end)
    return dialogue


def _character(row: list[Any]) -> Character:
    identifier, name, aliases, gender, age, quotations, tells = row
    return Character(
        identifier=str(identifier),
        name=str(name),
        aliases=tuple(map(str, aliases)),
        gender=str(gender),
        age=str(age),
        quotations=int(quotations),
        tells=bool(tells),
    )


def _quotation(row: list[Any]) -> Quotation:
    chapter, start, end, speaker, confidence, evidence, style, continues, spoken = row
    return Quotation(
        chapter=int(chapter),
        start=int(start),
        end=int(end),
        speaker=None if speaker is None else str(speaker),
        confidence=float(confidence),
        evidence=Evidence(evidence),
        style=None if style is None else str(style),
        continues=bool(continues),
        spoken=bool(spoken),
    )
