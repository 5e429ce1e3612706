"""The file that holds the book: a zip archive as EPUB's container format wants it."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FOLDER = "EPUB"
_CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


class Container:
    """Writes files into the book one after another; what is written needs no memory."""

    def __init__(self, path: Path) -> None:
        """Begin the archive anew, with what tells programs that it is an EPUB book."""
        self._zip = ZipFile(path, "w", ZIP_STORED, allowZip64=True)
        self._zip.writestr(ZipInfo("mimetype"), "application/epub+zip")
        self._write("META-INF/container.xml", _CONTAINER.encode())

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def add_text(self, name: str, text: str) -> None:
        """A file of text."""
        self._write(f"{_FOLDER}/{name}", text.encode())

    def add_bytes(self, name: str, content: bytes) -> None:
        """A file that is packed already, such as a picture."""
        self._zip.writestr(ZipInfo(f"{_FOLDER}/{name}"), content)

    def add_file(self, name: str, path: Path) -> None:
        """A large file that is packed already, such as sound."""
        entry = ZipInfo(f"{_FOLDER}/{name}")
        entry.file_size = path.stat().st_size
        with path.open("rb") as source, self._zip.open(entry, "w") as target:
            shutil.copyfileobj(source, target, 1 << 20)

    def _write(self, name: str, content: bytes) -> None:
        self._zip.writestr(ZipInfo(name), content, ZIP_DEFLATED)
