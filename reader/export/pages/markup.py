"""Text and elements as XML wants them."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from xml.sax.saxutils import escape

from reader.books.model import LINE_BREAK
from reader.narration.ssml.wellformed import legal

_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*(?:-x(?:-[A-Za-z0-9]{1,8})+)?")
_LEFTWARD = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_FIRST_WORDS = 400
"""Characters of a text in which its direction is looked for."""


class Dialect(Enum):
    """The markup that pages are written in."""

    EPUB = "XHTML5 of EPUB 3"
    DAISY = "XHTML 1.0 of DAISY 2.02"


def clean(text: str) -> str:
    """`text` without the control characters that XML refuses, and the carriage return, which it
    reads as a line feed; half characters become U+FFFD.
    """
    return legal(_NO_CHARACTER.sub("\ufffd", text)).replace("\r", "")


def escaped(text: str) -> str:
    """`text` as the content of an element."""
    return escape(clean(text))


def attribute_value(text: str) -> str:
    """`text` as the value of an attribute: one line, without the quotation marks around it."""
    one_line = " ".join(text.replace(LINE_BREAK, " ").split())
    return escaped(one_line).replace('"', "&quot;")


def element(tag: str, content: str | None = None, /, **attributes: str | None) -> str:
    """An element around `content`, which is markup; an empty one where that is None.

    The names of attributes are written with ``_`` for ``-`` and ``__`` for ``:``, a name that is
    a word of Python with ``_`` behind it; None leaves one out.
    """
    start = opening(tag, **attributes)
    return start[:-1] + "/>" if content is None else f"{start}{content}</{tag}>"


def opening(tag: str, /, **attributes: str | None) -> str:
    """The start tag of an element; attributes as in :func:`element`."""
    written = "".join(
        f' {_attribute_name(name)}="{attribute_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>"


def language_tag(language: str | None) -> str | None:
    """`language` if it is a well-formed tag of BCP 47 that says something."""
    if language is None or not _LANGUAGE.fullmatch(language) or language == "und":
        return None
    return language


def direction(text: str) -> str | None:
    """``rtl`` or ``ltr``, as the first letter of `text` tells; None where there is none."""
    for character in text[:_FIRST_WORDS]:
        strength = unicodedata.bidirectional(character)
        if strength in {"L", "R", "AL"}:
            return "ltr" if strength == "L" else "rtl"
    return None


def usual_direction(language: str) -> str:
    """``rtl`` or ``ltr``, as `language` is written."""
    tag = language.lower()
    return "rtl" if re.split("[-_]", tag)[0] in _LEFTWARD or "-arab" in tag else "ltr"


def _attribute_name(name: str) -> str:
    return name.rstrip("_").replace("__", ":").replace("_", "-")
