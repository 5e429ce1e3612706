"""What a text of Project Gutenberg says of itself in its first lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = 4_000
_SIGN = re.compile(r"Project\s+Gutenberg", re.IGNORECASE)
_TITLE = re.compile(r"^Title:[ \t]*(\S.*(?:\r?\n[ \t]+\S.*)*)", re.MULTILINE)
_AUTHOR = re.compile(r"^Author:[ \t]*(\S.*)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Header:
    """Title and authors, empty where the text does not name them."""

    title: str = ""
    authors: tuple[str, ...] = ()


def header(text: str) -> Header:
    """The header of `text`; an empty one for a text from anywhere else."""
    head = text[:_HEAD]
    if not _SIGN.search(head):
        return Header()
    title, author = _TITLE.search(head), _AUTHOR.search(head)
    return Header(
        title=" ".join(title[1].split()) if title else "",
        authors=(author[1].strip(),) if author else (),
    )
