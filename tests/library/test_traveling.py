"""Positions and notes travel in one file; nothing is overwritten, doubled or lost on arrival."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.errors import Cancelled, LibraryError
from reader.lexicon.entry import Entry, Kind
from reader.library import copies, traveling, traveling_form
from reader.library.arriving import Arrived
from reader.library.bookmarks import Bookmark
from reader.library.noted import NotedBook
from reader.library.store import Library, Place
from reader.library.traveling import export_notes, import_notes
from reader.library.traveling_form import Understood
from reader.script.line import ScriptLine
from tests.library.test_library import book

HERE = Place(2, 140, "the lamp was ", "burning low. 灯", "Chapter three")
WHEN = datetime(2026, 11, 28, 12, 30, 15, 123456, tzinfo=UTC)
LINE = ScriptLine(chapter=0, place=4, original="Once.", ssml="<p/>Twice.", title="One")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Library]:
    """The library of another machine, whose clock is a little ahead."""
    ticks = count(1_050_000)
    opened = Library(tmp_path / "elsewhere" / "library.sqlite", clock=lambda: float(next(ticks)))
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def note_all(library: Library, name: str = "a") -> None:
    library.remember_book(book(name), Path(f"{name}.epub"))
    library.save_place(name, HERE, 0.5)
    library.set_finished(name, True)
    library.add_bookmark(name, Place(1, 1), "here")
    library.add_bookmark(name, HERE, extent=7, quotation="burning", note='Why "so"?\n为什么 😀')
    library.choose_for_book(name, "skip", "some")
    library.keep_pronunciations([Entry(word="Cleo", say="Clee-oh", book=name)])
    library.change_script(name, gone=(), kept=[LINE])


def marks(library: Library, name: str = "a") -> list[tuple[object, ...]]:
    return [
        (mark.place, mark.place.before, mark.name, mark.extent, mark.quotation, mark.note)
        for mark in library.bookmarks(name)
    ]


def test_all_that_is_noted_arrives(elsewhere: Library, library: Library, file: Path) -> None:
    note_all(elsewhere)
    departed = export_notes(elsewhere, file)
    assert (departed.books, departed.notes) == (1, 2)
    library.remember_book(book("a"), Path("mine.epub"))
    arrived = import_notes(library, file)
    assert arrived == Arrived(books=1, unknown=0, notes_new=2, moved=("a",))
    assert marks(library) == marks(elsewhere)
    [mine], [theirs] = library.books(), elsewhere.books()
    assert (mine.read, mine.finished) == (theirs.read, theirs.finished) == (0.5, True)
    assert mine.path == Path("mine.epub").absolute()
    place = library.place("a")
    assert place is not None
    assert (place, place.before, place.title) == (HERE, HERE.before, HERE.title)
    assert library.book_choice("a", "skip") == "some"
    [entry] = library.pronunciations("a")
    assert (entry.word, entry.say, entry.book) == ("Cleo", "Clee-oh", "a")
    assert library.script("a") == [LINE]


def test_the_file_can_be_read_by_people_and_tells_no_paths(elsewhere: Library, file: Path) -> None:
    note_all(elsewhere)
    export_notes(elsewhere, file)
    text = file.read_text("utf-8")
    assert "burning low. 灯" in text
    assert "epub" not in text
    document = json.loads(text)
    assert (document["format"], document["version"]) == ("tingshu-notes", 1)
    assert len(text.splitlines()) > 20


def test_what_arrives_twice_is_there_once(elsewhere: Library, library: Library, file: Path) -> None:
    note_all(elsewhere)
    note_all(elsewhere, "b")
    export_notes(elsewhere, file)
    library.remember_book(book("a"), Path("a.epub"))
    import_notes(library, file)
    before = [library.noted_book(name) for name in "ab"]
    again = import_notes(library, file)
    assert again == Arrived(books=2, unknown=1, notes_known=4)
    assert [library.noted_book(name) for name in "ab"] == before


def test_notes_come_home_without_being_doubled(
    elsewhere: Library, library: Library, file: Path
) -> None:
    """There, and back again, after the words were found elsewhere in the edition there."""
    note_all(library)
    export_notes(library, file)
    import_notes(elsewhere, file)
    [_, note] = elsewhere.bookmarks("a")
    elsewhere.move_bookmark(note.number, replace(HERE, chapter=9, offset=9), 8)
    elsewhere.add_bookmark("a", Place(3, 3), "new")
    export_notes(elsewhere, file)
    arrived = import_notes(library, file)
    assert (arrived.notes_new, arrived.notes_known, arrived.moved) == (1, 2, ())
    assert [mark.name for mark in library.bookmarks("a")] == ["here", "", "new"]


def test_a_note_that_was_moved_to_a_changed_place_is_not_doubled(
    elsewhere: Library, library: Library, file: Path
) -> None:
    note_all(elsewhere)
    export_notes(elsewhere, file)
    library.remember_book(book("a"), Path("a.epub"))
    import_notes(library, file)
    for mark in library.bookmarks("a"):
        library.move_bookmark(mark.number, Place(4, 2, "quite other ", "words here"), 5)
    assert import_notes(library, file).notes_new == 0
    assert len(library.bookmarks("a")) == 2


def test_what_was_marked_at_one_moment_in_several_places_is_all_taken(
    library: Library, file: Path
) -> None:
    several = [marked(offset=number) for number in range(3)]
    assert taken(library, file, document(books=[described(bookmarks=several)])).notes_new == 3


def test_a_note_that_was_rewritten_on_both_sides_is_kept_as_both_say(
    elsewhere: Library, library: Library, file: Path
) -> None:
    note_all(library)
    export_notes(library, file)
    import_notes(elsewhere, file)
    elsewhere.annotate_bookmark(elsewhere.bookmarks("a")[1].number, "theirs")
    library.annotate_bookmark(library.bookmarks("a")[1].number, "ours")
    export_notes(elsewhere, file)
    assert import_notes(library, file).notes_new == 1
    assert {mark.note for mark in library.bookmarks("a")} == {"", "ours", "theirs"}


def test_an_older_position_is_left_out_and_what_was_chosen_here_stays(
    elsewhere: Library, library: Library, file: Path
) -> None:
    note_all(library)
    export_notes(library, file)
    note_all(elsewhere)
    elsewhere.save_place("a", Place(7, 7), 0.75)
    elsewhere.set_finished("a", False)
    elsewhere.choose_for_book("a", "skip", "most")
    elsewhere.keep_pronunciations([Entry(word="Cleo", say="Kleo", book="a")])
    elsewhere.change_script("a", gone=[LINE], kept=[replace(LINE, ssml="Thrice.")])
    arrived = import_notes(elsewhere, file)
    assert arrived.moved == ()
    assert elsewhere.place("a") == Place(7, 7)
    [entry] = elsewhere.books()
    assert (entry.read, entry.finished) == (0.75, False)
    assert elsewhere.book_choice("a", "skip") == "most"
    assert [each.say for each in elsewhere.pronunciations("a")] == ["Kleo"]
    assert [each.ssml for each in elsewhere.script("a")] == ["Thrice."]


def test_a_book_that_was_only_finished_is_finished_here(
    elsewhere: Library, library: Library, file: Path
) -> None:
    elsewhere.add_book(book("a"), Path("a.epub"))
    elsewhere.set_finished("a", True)
    export_notes(elsewhere, file)
    library.add_book(book("a"), Path("a.epub"))
    import_notes(library, file)
    assert library.books()[0].finished


def test_notes_of_a_book_that_is_not_here_wait_for_it(
    elsewhere: Library, library: Library, file: Path
) -> None:
    note_all(elsewhere)
    export_notes(elsewhere, file)
    arrived = import_notes(library, file)
    assert (arrived.unknown, arrived.notes_new) == (1, 2)
    library.put_back_on_shelf("a")  # there is nothing to be put there
    assert (library.books(), library.recent()) == ([], [])
    library.add_book(book("a"), Path("a.epub"))
    [entry] = library.books()
    assert (entry.identifier, entry.read, entry.opened) == ("a", 0.5, None)
    assert library.place("a") == HERE
    assert marks(library) == marks(elsewhere)


@pytest.mark.parametrize("opened", [True, False])
def test_notes_wait_for_another_edition_too(
    elsewhere: Library, library: Library, file: Path, opened: bool
) -> None:
    note_all(elsewhere)
    export_notes(elsewhere, file)
    import_notes(library, file)
    second = replace(book("second"), title=book("a").title)
    (library.remember_book if opened else library.add_book)(second, Path("b.epub"))
    assert library.place("second") == HERE
    assert marks(library, "second") == marks(elsewhere)
    assert [entry.identifier for entry in library.books()] == ["second"]


def test_notes_of_another_edition_go_to_the_one_that_is_here(
    elsewhere: Library, library: Library, file: Path
) -> None:
    note_all(elsewhere)
    export_notes(elsewhere, file)
    second = replace(book("second"), title=book("a").title)
    library.remember_book(second, Path("b.epub"))
    arrived = import_notes(library, file)
    assert arrived == Arrived(books=1, notes_new=2, moved=("second",))
    assert marks(library, "second") == marks(elsewhere)
    assert library.known_book("a") is None


def test_notes_of_an_edition_that_was_replaced_go_to_its_successor(
    elsewhere: Library, library: Library, file: Path
) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.remember_book(replace(book("second"), title=book("a").title), Path("a.epub"))
    note_all(elsewhere)
    export_notes(elsewhere, file)
    assert import_notes(library, file).moved == ("second",)
    assert marks(library, "second") == marks(elsewhere)
    assert library.bookmarks("a") == []


def test_a_title_without_authors_is_no_edition_of_another(
    elsewhere: Library, library: Library, file: Path
) -> None:
    elsewhere.remember_book(replace(book("a"), title="Notes", authors=()), Path("a.txt"))
    elsewhere.add_bookmark("a", HERE)
    export_notes(elsewhere, file)
    library.remember_book(replace(book("b"), title="Notes", authors=()), Path("b.txt"))
    assert import_notes(library, file).unknown == 1
    assert library.bookmarks("b") == []


def test_only_the_books_asked_for_are_written(elsewhere: Library, file: Path) -> None:
    for name in "abc":
        note_all(elsewhere, name)
    export_notes(elsewhere, file, ["c", "a", "c", "stranger"])
    books = json.loads(file.read_text("utf-8"))["books"]
    assert [each["identifier"] for each in books] == ["c", "a"]


def test_books_of_which_nothing_is_noted_do_not_travel(elsewhere: Library, file: Path) -> None:
    elsewhere.add_book(book("a"), Path("a.epub"))
    file.write_text("before")
    with pytest.raises(LibraryError, match="nothing to write"):
        export_notes(elsewhere, file)
    assert file.read_text() == "before"
    note_all(elsewhere, "b")
    assert export_notes(elsewhere, file).books == 1


def test_what_means_something_on_one_machine_alone_stays_there(
    elsewhere: Library, library: Library, file: Path
) -> None:
    note_all(elsewhere)
    elsewhere.choose_for_book("a", "lost_bookmarks", "1 2")
    export_notes(elsewhere, file)
    import_notes(library, file)
    assert library.book_choice("a", "lost_bookmarks") is None


def test_the_library_is_copied_before_anything_is_taken_in(
    elsewhere: Library, library: Library, file: Path, tmp_path: Path
) -> None:
    note_all(elsewhere)
    export_notes(elsewhere, file)
    note_all(library, "mine")
    import_notes(library, file)
    [copy] = copies.copies(library.path)
    before = Library(copy.path)
    assert [entry.identifier for entry in before.books()] == ["mine"]
    assert before.known_book("a") is None
    before.close()


def test_a_file_that_cannot_be_written_is_an_error_that_names_it(
    elsewhere: Library, tmp_path: Path
) -> None:
    note_all(elsewhere)
    with pytest.raises(LibraryError, match="cannot be written"):
        export_notes(elsewhere, tmp_path / "nowhere" / "notes.json")
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(LibraryError, match="cannot be written"):
        export_notes(elsewhere, folder)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_leaving_off_changes_nothing(elsewhere: Library, library: Library, file: Path) -> None:
    note_all(elsewhere)
    token = CancelToken()
    told: list[float] = []

    def stop(done: float) -> None:
        told.append(done)
        token.cancel()

    token.cancel()
    with pytest.raises(Cancelled):
        export_notes(elsewhere, file, cancel=token)
    assert not file.exists()
    export_notes(elsewhere, file, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    token = CancelToken()
    with pytest.raises(Cancelled):
        import_notes(library, file, progress=stop, cancel=token)
    assert library.known_book("a") is None


@given(st.text(), st.text(), st.text(), st.integers(0, 2**40), st.floats(0, 1))
def test_whatever_is_noted_is_understood_as_it_was_written(
    name: str, note: str, title: str, offset: int, read: float
) -> None:
    whole = NotedBook(
        identifier="a",
        title=title,
        authors=(name, title),
        language="zh",
        read=read,
        place=Place(3, offset, name, note, title),
        moved=WHEN,
        bookmarks=(
            Bookmark(number=0, book="", place=Place(0, offset), name=name, created=WHEN, note=note),
        ),
        choices={name: note},
    )
    text = json.dumps(traveling_form.written(whole), ensure_ascii=False)
    understood = traveling_form.understood(json.loads(text.encode()))
    assert understood == Understood(book=whole, left_out=0)


# Files that come from anywhere


def document(**changes: Any) -> dict[str, Any]:
    about = {"format": "tingshu-notes", "version": 1, "books": [described()]}
    return {**about, **changes}


def described(**changes: Any) -> dict[str, Any]:
    return {"identifier": "a", "title": "T", "authors": ["A"], "bookmarks": [marked()], **changes}


def marked(**changes: Any) -> dict[str, Any]:
    return {"chapter": 0, "offset": 3, "created": "2026-11-28T12:00:00+00:00", **changes}


def taken(library: Library, file: Path, content: object) -> Arrived:
    file.write_text(json.dumps(content), "utf-8")
    return import_notes(library, file)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   ",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b"PK\x03\x04 no notes",
        b'{"format": "tingshu-notes", "version": 1, "books": [{}',
        b'{"format": "tingshu-notes", "version": 1, "books": [] } more',
        b'{"format": "tingshu-notes", "version": 1, "books": [,]}',
        b'{"format": "tingshu-notes", "version": 1, "books": []',
        b'{"format": "tingshu-notes", "version": "1", "books": []}',
        b'{"format": "tingshu-notes", "version": 0, "books": []}',
        b'{"format": "tingshu-notes", "books": []}',
        b'{"format": "other", "version": 1, "books": []}',
        b'{"version": 1, "books": []}',
        b"{}",
        b'{1: "a"}',
        b'{"format" "tingshu-notes"}',
        b'{"books": ' + b"[" * 100_000,
        b'{"version": ' + b"9" * 10_000 + b"}",
    ],
)
def test_a_file_that_is_not_ours_is_refused(library: Library, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged, or is no file with notes") as refused:
        import_notes(library, file)
    assert refused.value.subject == str(file)
    assert library.noted_books() == []
    assert copies.copies(library.path) == []


def test_a_file_of_a_newer_version_is_refused(library: Library, file: Path) -> None:
    with pytest.raises(LibraryError, match="newer version"):
        taken(library, file, document(version=2))
    assert library.known_book("a") is None


def test_what_a_newer_minor_version_adds_is_passed_over(library: Library, file: Path) -> None:
    content = document(books=[described(mood="calm")], colour={"of": "the cat"})
    assert taken(library, file, content) == Arrived(books=1, unknown=1, notes_new=1)


def test_a_file_that_is_too_large_is_not_read(
    library: Library, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traveling, "LARGEST", 1024 * 1024)
    file.write_bytes(b" " * (1024 * 1024 + 1))
    with pytest.raises(LibraryError, match="larger than 1 MB"):
        import_notes(library, file)


def test_a_file_that_cannot_be_read_is_an_error_that_names_it(
    library: Library, tmp_path: Path
) -> None:
    for path, said in ((tmp_path / "none.json", "cannot be read"), (tmp_path, "not a file")):
        with pytest.raises(LibraryError, match=said) as refused:
            import_notes(library, path)
        assert refused.value.subject == str(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_not_waited_for(library: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LibraryError, match="not a file"):
        import_notes(library, tmp_path / "pipe")


@pytest.mark.parametrize(
    "wrong",
    [
        5, None, [], "text", {},
        marked(chapter=-1), marked(offset="3"), marked(offset=True), marked(offset=1.5),
        marked(offset=2**80), marked(name=3), marked(name="\ud800"), marked(note=["x"]),
        marked(created="yesterday"), marked(created=12), marked(created="0001-01-01T00:00:00"),
        marked(created="9999-12-31T23:59:59-12:00"), marked(extent=-1), marked(extent=None),
    ],
)  # fmt: skip
def test_a_note_that_is_wrong_is_left_out_and_counted(
    library: Library, file: Path, wrong: object
) -> None:
    content = document(books=[described(bookmarks=[wrong, marked(name="right")])])
    arrived = taken(library, file, content)
    assert (arrived.notes_new, arrived.left_out) == (1, 1)
    assert [mark.name for mark in library.bookmarks("a")] == ["right"]


@pytest.mark.parametrize(
    "changes",
    [
        {"place": 5}, {"place": marked()}, {"place": {"chapter": 0}},
        {"choices": []}, {"choices": {"skip": 3}},
        {"pronunciations": [{"word": ""}]}, {"pronunciations": [{"word": "x", "as": "sung"}]},
        {"pronunciations": [{"word": "(a+)+b", "match": "pattern", "say": "x"}]},
        {"pronunciations": [{"word": "x", "match": ["word"]}]},
        {"script": [{"chapter": 0}]}, {"script": [7]},
    ],
)  # fmt: skip
def test_the_rest_of_a_book_with_a_wrong_part_is_taken(
    library: Library, file: Path, changes: dict[str, object]
) -> None:
    arrived = taken(library, file, document(books=[described(**changes)]))
    assert (arrived.books, arrived.notes_new, arrived.left_out) == (1, 1, 1)
    assert library.place("a") is None
    assert library.pronunciations("a") == []
    assert library.script("a") == []


@pytest.mark.parametrize(
    "wrong",
    [
        5, None, [], {}, described(identifier=""), described(identifier=7),
        described(title=None), described(authors="A"), described(authors=[1]),
        described(bookmarks={}), described(read="half"), described(read=float("nan")),
        described(read=True), described(characters=-1), described(finished="no"),
    ],
)  # fmt: skip
def test_a_book_that_is_wrong_is_left_out_and_counted(
    library: Library, file: Path, wrong: object
) -> None:
    arrived = taken(library, file, document(books=[wrong, described(identifier="right")]))
    assert (arrived.books, arrived.left_out) == (1, 1)
    assert library.noted_books() == ["right"]


def test_a_clock_that_is_far_ahead_does_not_win(library: Library, file: Path) -> None:
    place = {"chapter": 5, "offset": 5, "moved": "2999-12-31T12:00:00"}
    library.remember_book(book("a"), Path("a.epub"))
    arrived = taken(library, file, document(books=[described(place=place)]))
    assert arrived.moved == ("a",)  # there was no place here
    library.save_place("a", HERE, 0.5)
    assert taken(library, file, document(books=[described(place=place)])).moved == ()
    assert library.place("a") == HERE


def test_how_much_is_read_is_held_in(library: Library, file: Path) -> None:
    place = {"chapter": 0, "offset": 0, "moved": "2026-11-28T12:00:00"}
    taken(library, file, document(books=[described(place=place, read=10**400)]))
    known = library.known_book("a")
    assert known is not None
    assert known.read == 1.0


def test_the_same_book_twice_in_a_file_is_one(library: Library, file: Path) -> None:
    arrived = taken(library, file, document(books=[described(), described()]))
    assert (arrived.notes_new, arrived.notes_known) == (1, 1)
    assert len(library.bookmarks("a")) == 1


def test_a_library_that_refuses_takes_nothing(library: Library, file: Path) -> None:
    library._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(LibraryError, match="permissions"):
        taken(library, file, document())
    library._connection.execute("PRAGMA query_only = OFF")
    assert library.known_book("a") is None


def test_a_full_disk_in_the_middle_leaves_all_as_it_was(library: Library, file: Path) -> None:
    note_all(library)
    before = library.noted_book("a")
    pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
    library._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    many = [marked(offset=number, note="x" * 1000) for number in range(100)]
    with pytest.raises(LibraryError, match="disk is full"):
        taken(library, file, document(books=[described(bookmarks=many), described(identifier="b")]))
    assert library.noted_book("a") == before
    assert library.known_book("b") is None


def test_pronunciations_that_skip_and_stress_travel_as_they_are(
    elsewhere: Library, library: Library, file: Path
) -> None:
    elsewhere.remember_book(book("a"), Path("a.epub"))
    elsewhere.keep_pronunciations(
        [
            Entry(word="sic", kind=Kind.SKIP, book="a", language="en"),
            Entry(word="典当", kind=Kind.PINYIN, say="dian3 dang4", book="a", enabled=False),
        ]
    )
    export_notes(elsewhere, file)
    import_notes(library, file)
    theirs, ours = elsewhere.pronunciations("a"), library.pronunciations("a")
    assert [replace(entry, number=0) for entry in ours] == [
        replace(entry, number=0) for entry in theirs
    ]
    assert os.path.getsize(file) < 2000
