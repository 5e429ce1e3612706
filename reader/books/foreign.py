"""Formats that are not read, known by their first bytes, each with what to do instead."""

from __future__ import annotations

from dataclasses import dataclass

from reader.books.source import SourceInfo
from reader.errors import UnsupportedBook
from reader.messages import message

_CONVERT = message("Convert it to EPUB, for instance with calibre, then open that.")
_AS_TEXT = message(
    "Save it as plain text, HTML or EPUB in the program that made it, then open that.",
)
_UNPACK = message("Unpack it and open the book inside.")
_OTHER = message("Choose an EPUB book, a web page or a text file.")


@dataclass(frozen=True)
class _Format:
    sign: bytes
    what: str
    remedy: str
    offset: int = 0


_FORMATS = (
    _Format(b"%PDF-", message("a PDF document"), _CONVERT),
    _Format(b"BOOKMOBI", message("a Kindle or Mobipocket book"), _CONVERT, 60),
    _Format(b"TPZ", message("a Kindle book (Topaz)"), _CONVERT),
    _Format(b"\xeaDRMION\xee", message("a protected Kindle book (KFX)"), _OTHER),
    _Format(b"CONT\x02\x00", message("a Kindle book (KFX)"), _CONVERT),
    _Format(b"ITOLITLS", message("a Microsoft Reader book"), _CONVERT),
    _Format(b"ITSF", message("a compiled help file (CHM)"), _CONVERT),
    _Format(
        b"AT&TFORM", message("a DjVu document"), message("Run text recognition (OCR) on it first.")
    ),
    _Format(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", message("an old Word or Office document"), _AS_TEXT
    ),
    _Format(b"{\\rtf", message("a Rich Text document"), _AS_TEXT),
    _Format(b"%!PS", message("a PostScript document"), _CONVERT),
    _Format(b"\x1f\x8b", message("a packed file (gzip)"), _UNPACK),
    _Format(b"BZh", message("a packed file (bzip2)"), _UNPACK),
    _Format(b"\xfd7zXZ\x00", message("a packed file (xz)"), _UNPACK),
    _Format(b"7z\xbc\xaf\x27\x1c", message("a 7-Zip archive"), _UNPACK),
    _Format(b"Rar!\x1a\x07", message("a RAR archive"), _UNPACK),
    _Format(
        b"\x89PNG\r\n", message("a picture"), message("Run text recognition (OCR) on it first.")
    ),
    _Format(
        b"\xff\xd8\xff", message("a picture"), message("Run text recognition (OCR) on it first.")
    ),
    _Format(b"GIF8", message("a picture"), message("Run text recognition (OCR) on it first.")),
    _Format(b"ID3", message("a sound file"), message("Open it in a music player.")),
    _Format(b"OggS", message("a sound file"), message("Open it in a music player.")),
    _Format(b"RIFF", message("a sound, picture or film file"), _OTHER),
    _Format(b"ftyp", message("a film or audiobook file"), message("Open it in a media player."), 4),
    _Format(b"\x7fELF", message("a program"), _OTHER),
    _Format(b"MZ\x90\x00", message("a program"), _OTHER),
    _Format(b"SQLite format 3\x00", message("a database"), _OTHER),
)


def refuse_foreign(source: SourceInfo) -> None:
    """Raise :class:`~reader.errors.UnsupportedBook` for a known format that is not read."""
    for known in _FORMATS:
        if source.head.startswith(known.sign, known.offset):
            raise UnsupportedBook(
                source.name,
                message("This is {what}, which is not read here.", what=known.what),
                known.remedy,
            )
    if b"<FictionBook" in source.head:
        raise UnsupportedBook(source.name, message("This is a FictionBook (FB2) file."), _CONVERT)
