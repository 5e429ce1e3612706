"""Writes a file so that one of its name stays whole until the new one is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def drafted(path: Path) -> Iterator[BinaryIO]:
    """A file to be written, which is then put in the place of `path`; after an error it is gone.

    Raises :class:`OSError` where the system refuses.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
