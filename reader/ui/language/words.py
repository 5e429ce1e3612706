"""What the core says, in the language of the window, and the punctuation between the parts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from reader.errors import MarkupError, TingshuError
from reader.messages import Message

translate = QCoreApplication.translate


def in_words(text: str) -> str:
    """`text` in the language of the window, as far as it is a :class:`Message`.

    So are the messages and the lists among its values; what else they are stays as it is.
    """
    if not isinstance(text, Message):
        return text
    values = {name: _value(value) for name, value in text.values.items()}
    return translate("Messages", text.template).format_map(values)


def error_in_words(error: BaseException) -> str:
    """What happened and what to do, as one paragraph; what ``str(error)`` says in English."""
    if not isinstance(error, TingshuError):
        return str(error)
    reason = in_words(error.reason)
    if isinstance(error, MarkupError) and error.line:
        reason = translate("Language", "Line {line}, column {column}: {words}").format(
            line=error.line, column=error.column, words=reason
        )
    if error.subject:
        reason = about(in_words(error.subject), reason)
    return sentences(reason, in_words(error.remedy))


def about(subject: str, words: str) -> str:
    """`words` about `subject`: the latter, a colon, and the former."""
    return translate("Language", "{subject}: {words}").format(subject=subject, words=words)


def sentences(*parts: str) -> str:
    """The sentences `parts` one after the other; empty ones are left out."""
    joined = ""
    for part in filter(None, parts):
        both = translate("Language", "{sentence} {next}")
        joined = both.format(sentence=joined, next=part) if joined else part
    return joined


def ended(words: str) -> str:
    """`words` as a sentence, which ends with a full stop unless it ends by itself."""
    if not words or words[-1] in ".!?。！？…":
        return words
    return translate("Language", "{words}.").format(words=words)


def listed(parts: Iterable[str]) -> str:
    """Words or names as a list in one line: with commas, or what is usual instead."""
    return translate("Language", ", ").join(parts)


def clauses(parts: Iterable[str]) -> str:
    """What is said of something, part after part, with short pauses; empty parts are left out."""
    joined = ""
    for part in filter(None, (part.strip() for part in parts)):
        both = translate("Language", "{clause}, {next}")
        joined = both.format(clause=joined, next=part) if joined else part
    return joined


def _value(value: object) -> object:
    if isinstance(value, str):
        return in_words(value)
    if isinstance(value, tuple | list):
        return listed(str(_value(each)) for each in value)
    return value
