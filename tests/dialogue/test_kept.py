"""What is found in a book is kept, and found anew where what is kept is of no use."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader import paths
from reader.background import CancelToken
from reader.books.model import Book
from reader.dialogue import kept
from reader.dialogue.kept import dialogue_of, keep_dialogue, load_dialogue
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.errors import Cancelled
from tests.dialogue.marking import book_of

BOOK = book_of("“Come in,” said Anna. “It is late.”")
DIALOGUE = Dialogue(
    characters=(
        Character(
            identifier="anna",
            name="Anna",
            aliases=("Anna", "安娜"),
            gender="female",
            age="young",
            quotations=1,
        ),
    ),
    quotations=(
        Quotation(
            chapter=0,
            start=0,
            end=10,
            speaker="anna",
            confidence=0.9125,
            evidence=Evidence.EXPLICIT,
            style="whisper",
        ),
        Quotation(chapter=0, start=22, end=35, continues=True, spoken=False),
    ),
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path))
    return tmp_path


def only_file() -> Path:
    (path,) = (paths.cache_folder() / "dialogue").iterdir()
    return path


def test_what_is_kept_comes_back_as_it_was() -> None:
    keep_dialogue(BOOK, DIALOGUE)
    assert load_dialogue(BOOK) == DIALOGUE


def test_another_book_has_nothing() -> None:
    keep_dialogue(BOOK, DIALOGUE)
    assert load_dialogue(replace(BOOK, identifier="other")) is None


def test_what_was_found_in_another_text_is_not_used() -> None:
    keep_dialogue(BOOK, DIALOGUE)
    moved = book_of("A title.", "“Come in,” said Anna. “It is late.”")
    assert moved.identifier == BOOK.identifier
    assert load_dialogue(moved) is None
    first, second = (BOOK.chapters[0], moved.chapters[0])
    keep_dialogue(replace(BOOK, chapters=(first, second)), DIALOGUE)
    assert load_dialogue(replace(BOOK, chapters=(second, first))) is None


def test_what_was_found_by_other_learning_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned = tmp_path / "resources" / "speakers" / "english.json"
    learned.parent.mkdir(parents=True)
    monkeypatch.setattr(paths, "resources_folder", lambda: tmp_path / "resources")
    for content, known in (("{}", None), ("{}", DIALOGUE), ("[]", None)):
        learned.write_text(content, "utf-8")
        kept._finder.cache_clear()
        assert load_dialogue(BOOK) == known
        keep_dialogue(BOOK, DIALOGUE)
    kept._finder.cache_clear()


def test_what_another_finder_found_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_dialogue(BOOK, DIALOGUE)
    monkeypatch.setattr(kept, "_finder", lambda: "newer")
    assert load_dialogue(BOOK) is None


def with_quotation(**changes: object) -> bytes:
    row: dict[str, object] = {"chapter": 0, "start": 0, "end": 10, "speaker": None}
    row |= {"confidence": 0, "evidence": "none", "style": None, "continues": 0, "spoken": 1}
    document = {"characters": [], "quotations": [list((row | changes).values())]}
    return gzip.compress(json.dumps(document).encode())


def test_a_file_as_it_should_be_is_read() -> None:
    keep_dialogue(BOOK, DIALOGUE)
    only_file().write_bytes(with_quotation())
    assert load_dialogue(BOOK) == Dialogue(quotations=(Quotation(chapter=0, start=0, end=10),))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no gzip",
        gzip.compress(b"no json"),
        gzip.compress(b"[]"),
        gzip.compress(b"{}"),
        gzip.compress(b'{"characters": 1, "quotations": [[1]]}'),
        gzip.compress(b'{"characters": [[]], "quotations": []}'),
        gzip.compress(b"[" * 100_000),
        gzip.compress(b'{"characters": [], "quotations": []}')[:20],
        with_quotation(chapter=1),
        with_quotation(chapter=-1),
        with_quotation(end=10_000),
        with_quotation(start=10),
        with_quotation(start=-1),
        with_quotation(evidence="dream"),
        with_quotation(confidence="sure"),
    ],
)
def test_a_damaged_file_is_found_anew(content: bytes) -> None:
    keep_dialogue(BOOK, DIALOGUE)
    path = only_file()
    path.write_bytes(content)
    assert load_dialogue(BOOK) is None
    found = dialogue_of(BOOK)
    assert len(found.quotations) == 2
    assert load_dialogue(BOOK) == found


def test_a_book_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[Book] = []

    def search(book: Book, **_: object) -> Dialogue:
        searched.append(book)
        return DIALOGUE

    monkeypatch.setattr(kept, "find_dialogue", search)
    told: list[float] = []
    assert dialogue_of(BOOK) == dialogue_of(BOOK, progress=told.append) == DIALOGUE
    assert len(searched) == 1
    assert told == [1.0]


def test_what_was_stopped_is_not_kept() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        dialogue_of(BOOK, cancel=token)
    assert load_dialogue(BOOK) is None


def test_only_so_many_books_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_BOOKS", 2)
    books = [replace(BOOK, identifier=name) for name in "abc"]
    for number, book in enumerate(books):
        keep_dialogue(book, DIALOGUE)
        for path in (paths.cache_folder() / "dialogue").iterdir():
            if path.stat().st_mtime > 1_000:
                os.utime(path, (number, number))
    assert [load_dialogue(book) is not None for book in books] == [False, True, True]


def test_a_folder_that_cannot_be_written_to_is_no_trouble(home: Path) -> None:
    (home / "cache").write_text("a file in the way", "utf-8")
    assert len(dialogue_of(BOOK).quotations) == 2
    assert load_dialogue(BOOK) is None


def test_no_draft_stays_where_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.dialogue.kept.os.replace", full)
    keep_dialogue(BOOK, DIALOGUE)
    assert list((paths.cache_folder() / "dialogue").iterdir()) == []
