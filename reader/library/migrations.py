"""How the library file grew, step by step.

``PRAGMA user_version`` counts the steps a file has had. A step is never changed once it
has been published; a new one is added at the end.
"""

from __future__ import annotations

import sqlite3

STEPS: tuple[tuple[str, ...], ...] = (
    (
        # `path` holds the bytes of the file name: not every name is valid Unicode.
        # `added`, `opened` and `moved` are seconds since 1970, UTC.
        """
        CREATE TABLE books (
            identifier TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            authors TEXT NOT NULL,
            language TEXT NOT NULL,
            path BLOB NOT NULL,
            added REAL NOT NULL,
            opened REAL NOT NULL
        ) STRICT
        """,
        "CREATE INDEX books_by_opening ON books (opened DESC)",
        """
        CREATE TABLE places (
            book TEXT PRIMARY KEY REFERENCES books (identifier) ON DELETE CASCADE,
            chapter INTEGER NOT NULL CHECK (chapter >= 0),
            place INTEGER NOT NULL CHECK (place >= 0),
            moved REAL NOT NULL
        ) STRICT
        """,
    ),
    (
        # `text_before`, `text_after` and `chapter_title` find a place again in a file whose
        # text has changed; empty for the places that were saved before there were any.
        "ALTER TABLE places ADD COLUMN text_before TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE places ADD COLUMN text_after TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE places ADD COLUMN chapter_title TEXT NOT NULL DEFAULT ''",
        # A number is never given twice, so that a bookmark put back is the same one.
        """
        CREATE TABLE bookmarks (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            book TEXT NOT NULL REFERENCES books (identifier) ON DELETE CASCADE,
            chapter INTEGER NOT NULL CHECK (chapter >= 0),
            place INTEGER NOT NULL CHECK (place >= 0),
            text_before TEXT NOT NULL,
            text_after TEXT NOT NULL,
            chapter_title TEXT NOT NULL,
            name TEXT NOT NULL,
            created REAL NOT NULL
        ) STRICT
        """,
        "CREATE INDEX bookmarks_by_place ON bookmarks (book, chapter, place)",
        """
        CREATE TABLE choices (
            book TEXT NOT NULL REFERENCES books (identifier) ON DELETE CASCADE,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (book, name)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX books_by_path ON books (path)",
    ),
    (
        # A pronunciation without a book holds in all of them, one without a language in all of
        # them; `position` orders those of equal scope.
        """
        CREATE TABLE pronunciations (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            book TEXT REFERENCES books (identifier) ON DELETE CASCADE,
            language TEXT NOT NULL DEFAULT '',
            word TEXT NOT NULL,
            matching TEXT NOT NULL,
            kind TEXT NOT NULL,
            say TEXT NOT NULL,
            position INTEGER NOT NULL,
            enabled INTEGER NOT NULL DEFAULT 1
        ) STRICT
        """,
        "CREATE INDEX pronunciations_by_book ON pronunciations (book, position)",
        # The voices of a series' characters, by name, for its next book; `series` falls back
        # to the authors where a book tells of no series.
        """
        CREATE TABLE roles (
            series TEXT NOT NULL,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            PRIMARY KEY (series, name)
        ) STRICT, WITHOUT ROWID
        """,
        # Sentences that an editor directs by hand, found again by their words; `original` is the
        # sentence as it is written in the book.
        """
        CREATE TABLE script (
            book TEXT NOT NULL REFERENCES books (identifier) ON DELETE CASCADE,
            chapter INTEGER NOT NULL CHECK (chapter >= 0),
            place INTEGER NOT NULL CHECK (place >= 0),
            original TEXT NOT NULL,
            text_before TEXT NOT NULL,
            text_after TEXT NOT NULL,
            chapter_title TEXT NOT NULL,
            ssml TEXT NOT NULL,
            PRIMARY KEY (book, chapter, place)
        ) STRICT
        """,
    ),
    (
        # A book that was taken off the shelf keeps what is noted of it; `opened` is 0 where it
        # was put there but never read, `path` empty where its file was never here. `characters`
        # is the length of its text, `read` how much of that lies behind the place (0 to 1),
        # `successor` the changed edition to which its notes were copied.
        "ALTER TABLE books ADD COLUMN shelved INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE books ADD COLUMN characters INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE books ADD COLUMN read REAL NOT NULL DEFAULT 0",
        "ALTER TABLE books ADD COLUMN finished INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE books ADD COLUMN successor TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX books_by_successor ON books (successor)",
        "CREATE INDEX books_by_title ON books (title)",
        # Of several books that lay in one file only the last can be opened again.
        """
        UPDATE books SET shelved = 0 WHERE EXISTS (
            SELECT 1 FROM books AS newer WHERE newer.path = books.path
            AND (newer.opened, newer.rowid) > (books.opened, books.rowid)
        )
        """,
        # A bookmark may be a note: to the `quotation` of `extent` characters from its place on,
        # with what the reader has to say of it.
        "ALTER TABLE bookmarks ADD COLUMN extent INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE bookmarks ADD COLUMN quotation TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bookmarks ADD COLUMN note TEXT NOT NULL DEFAULT ''",
        # The files that were looked at, so that none is read twice and one that was moved is
        # known by its `digest`; `book` is empty where the file is no book that can be read.
        """
        CREATE TABLE files (
            path BLOB PRIMARY KEY,
            size INTEGER NOT NULL,
            modified REAL NOT NULL,
            digest TEXT NOT NULL,
            book TEXT NOT NULL DEFAULT ''
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX files_by_digest ON files (digest)",
        "CREATE INDEX files_by_book ON files (book)",
        # The folders whose books were put on the shelf: there moved files are looked for.
        """
        CREATE TABLE folders (
            path BLOB PRIMARY KEY,
            added REAL NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    ),
)


def version(connection: sqlite3.Connection) -> int:
    """How many steps the file has had; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest form; all of the missing steps, or none of them.

    The version is read again once the write lock is held: another process may have been
    faster.
    """
    if version(connection) == len(STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version(connection) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
