"""What is kept and what was brought along: the disk, the library, settings, translations."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from reader import paths
from reader.errors import LibraryError, SearchError, TingshuError
from reader.health.finding import Finding, State, trouble
from reader.messages import message

_ROOM_WANTED = 200_000_000
"""Bytes for a voice pack with its download, and some speech."""


def disk() -> Iterator[Finding]:
    """Whether what is to be kept can be written, and for how long."""
    name = message("disk")
    try:
        folder = paths.data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
        _try_writing(folder)
    except OSError as error:
        yield Finding(
            name=name,
            state=State.MISSING,
            detail=message(
                "{folder} cannot be written ({problem})",
                folder=paths.data_folder(),
                problem=error.strerror,
            ),
            advice=message("Check its permissions, or let TINGSHU_HOME name another folder."),
        )
        return
    yield Finding(
        name=name,
        state=State.OK if free > _ROOM_WANTED else State.MISSING,
        detail=message("{size:.1f} GB free in {folder}", size=free / 1e9, folder=folder),
        advice="" if free > _ROOM_WANTED else message("Free some space."),
    )


def library() -> Iterator[Finding]:
    """Whether the library is sound; it may be open in a window, so it is not changed by looking."""
    from reader.library import refusals
    from reader.library.file import library_file

    name, file = message("library"), library_file()
    if not file.exists():
        yield Finding(name=name, state=State.OK, detail=message("not begun yet"))
        return
    try:
        books = _books_in(file)
    except LibraryError as error:
        yield trouble(name, error)
    except sqlite3.Error as error:
        state = State.OPTIONAL if refusals.forbids_writing(error) else State.MISSING
        yield trouble(name, refusals.explained(error, file), state=state)
    else:
        yield Finding(name=name, state=State.OK, detail=_count(books, file))
    yield from _copies(file)


def _books_in(file: Path) -> int:
    """How many books stand on the shelf; raises as a library that is opened does."""
    from reader.library import copies, migrations, refusals

    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        version = migrations.version(connection)
        if version > len(migrations.STEPS):
            raise refusals.newer(file)
        copies.check(connection)
        shelved = "WHERE shelved" if version == len(migrations.STEPS) else ""
        (books,) = connection.execute(f"SELECT count(*) FROM books {shelved}").fetchone()
    if not os.access(file, os.W_OK):
        raise refusals.NotWritable
    return int(books)


def _copies(file: Path) -> Iterator[Finding]:
    from reader.library.copies import copies

    newest = next(iter(copies(file)), None)
    yield Finding(
        name=message("copies of the library"),
        state=State.OK,
        detail=message("none yet; one is made on every day of use")
        if newest is None
        else message(
            "the newest was made on {date}", date=f"{newest.made.astimezone():%Y-%m-%d %H:%M}"
        ),
    )


def _count(books: int, file: Path) -> str:
    if books == 1:
        return message("1 book in {file}", file=file)
    return message("{count} books in {file}", count=books, file=file)


def index() -> Iterator[Finding]:
    """How many books can be searched; the index is not begun for that."""
    from reader.search.file import index_file
    from reader.search.index import Index

    name, file = message("search index"), index_file()
    if not file.exists():
        yield Finding(name=name, state=State.OK, detail=message("not begun yet"))
        return
    try:
        opened = Index(file)
        books = len(opened.identifiers())
        opened.close()
    except SearchError as error:
        yield trouble(name, error, state=State.OPTIONAL)
        return
    yield Finding(name=name, state=State.OK, detail=_count(books, file))


def settings() -> Iterator[Finding]:
    """Whether the settings can be read."""
    from reader import settings as kept

    try:
        kept.examine()
    except TingshuError as error:
        yield trouble(message("settings"), error)
    else:
        yield Finding(name=message("settings"), state=State.OK, detail=str(kept.settings_file()))


def translations() -> Iterator[Finding]:
    """Whether the window can speak Chinese."""
    file = paths.resources_folder() / "translations" / "tingshu_zh_CN.qm"
    there = file.is_file() and file.stat().st_size > 0
    yield Finding(
        name=message("Chinese translation of the window"),
        state=State.OK if there else State.OPTIONAL,
        detail=message("there") if there else message("{file} is missing", file=file),
        advice="" if there else message("Install Tingshu anew."),
    )


def _try_writing(folder: Path) -> None:
    trial = folder / ".doctor"
    trial.write_bytes(b"well")
    trial.unlink()
