"""What a book is called of which only the file's name is known."""

from __future__ import annotations

import os
from pathlib import Path


def title_of(path: Path) -> str:
    """The file's name without its ending.

    Bytes of it that are not Unicode stand in `path` as lone surrogates, which can be neither
    shown nor stored. Old Chinese file names are GBK, which GB18030 contains; where they are
    not that either, what cannot be read becomes U+FFFD.
    """
    if _is_unicode(path.stem):
        return path.stem
    name = os.fsencode(path.stem)
    try:
        return name.decode("gb18030")
    except UnicodeDecodeError:
        return name.decode("utf-8", errors="replace")


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
