"""What is wrong with a document that is no XML at all, in words, and what to do about it."""

from __future__ import annotations

import re
from types import MappingProxyType
from xml.parsers import expat
from xml.parsers.expat import errors

from reader.messages import message
from reader.narration.ssml.model import OWN

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0 does not allow, in whatever form."""


def legal(text: str) -> str:
    """`text` without characters that no document may hold."""
    return ILLEGAL.sub("", text)


Opened = tuple[str, tuple[int, int]]
"""The name of an element, and the line and column of its start tag."""

_WORDS = MappingProxyType(
    {
        errors.XML_ERROR_NO_ELEMENTS: (
            message("The document holds no element."),
            message("Put <speak> and </speak> around the text."),
        ),
        errors.XML_ERROR_SYNTAX: (
            message("There is text outside of all elements."),
            message("Put <speak> and </speak> around everything."),
        ),
        errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: (
            message("There is something behind the last end tag."),
            message("Delete it, or move it before that tag."),
        ),
        errors.XML_ERROR_DUPLICATE_ATTRIBUTE: (
            message("An attribute is given twice."),
            message("Delete one of the two."),
        ),
        errors.XML_ERROR_UNDEFINED_ENTITY: (
            message("This name of a character is not known."),
            message("Only &amp; &lt; &gt; &quot; and &apos; are; write the character itself."),
        ),
        errors.XML_ERROR_UNBOUND_PREFIX: (
            message("The prefix before the colon is not declared."),
            message('Write xmlns:x="{own}" in <speak> to use x:style and x:said.', own=OWN),
        ),
        errors.XML_ERROR_UNCLOSED_TOKEN: (
            message("A tag or a reference is begun but not ended."),
            message("End it with >, or write &lt; for < and &amp; for &."),
        ),
        errors.XML_ERROR_UNCLOSED_CDATA_SECTION: (
            message("A CDATA section is not ended."),
            message("End it with ]]>."),
        ),
        errors.XML_ERROR_BAD_CHAR_REF: (
            message("This number stands for no character."),
            message("Write the character itself."),
        ),
        errors.XML_ERROR_MISPLACED_XML_PI: (
            message("Something stands before <?xml."),
            message("Delete what is before it, blanks and empty lines too."),
        ),
    }
)
STRAY_END = (
    message("An end tag ends nothing that begins here."),
    message("Delete it, or begin the element."),
)
_OTHERWISE = (
    message("This is not well-formed."),
    message(
        "Write &lt; for < and &amp; for & in the text, quote every attribute, close every tag."
    ),
)


def explained(error: expat.ExpatError, document: str, opened: Opened | None) -> tuple[str, str]:
    """What the parser found in `document`, and a remedy; `opened` is the innermost element."""
    code = expat.ErrorString(error.code)
    if code == errors.XML_ERROR_TAG_MISMATCH and opened is None:
        return STRAY_END
    if code in (errors.XML_ERROR_TAG_MISMATCH, errors.XML_ERROR_NO_ELEMENTS) and opened:
        name, (line, column) = opened
        return (
            message(
                "<{name}>, begun in line {line}, column {column}, is not closed here.",
                name=name,
                line=line,
                column=column,
            ),
            message("Write </{name}> where it ends.", name=name),
        )
    wrong = _illegal_at(document, error.lineno, error.offset)
    if wrong is not None:
        return (
            message("The character U+{code:04X} is not allowed.", code=ord(wrong)),
            message("Delete the character there; it cannot be seen."),
        )
    return _WORDS.get(code or "", _OTHERWISE)


def column_of(error: expat.ExpatError) -> int:
    """The column of what is wrong, from 1; of an end tag the parser tells where its name is."""
    is_end = expat.ErrorString(error.code) == errors.XML_ERROR_TAG_MISMATCH
    return error.offset + 1 - (len("</") if is_end else 0)


def _illegal_at(document: str, line: int, column: int) -> str | None:
    lines = document.split("\n", line)
    found = ILLEGAL.match(lines[line - 1], column) if line <= len(lines) else None
    return found[0] if found is not None else None


def surrogate_place(document: str, offset: int) -> tuple[int, int]:
    """The line and column of the character at `offset`, from 1."""
    before = document[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
