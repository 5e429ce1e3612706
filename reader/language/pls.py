"""The Pronunciation Lexicon Specification 1.0 (W3C, 2008-10-14), read and written.

Of a lexeme what it says first is taken, or what it says it prefers. Roles, examples and
metadata are passed over, and so is every element of another vocabulary. A document type,
entities and processing instructions are refused before anything of them is looked at, because
they can make a small file fill the memory or read others; so are files beyond the limits below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from reader.errors import MarkupError
from reader.messages import message

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
MEDIA_TYPE = "application/pls+xml"

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest lexicon that is read; a hundred thousand words take some 12 MB."""

_DEEPEST = 20
_LONGEST = 10_000
"""Characters of the longest word or pronunciation."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"


@dataclass(frozen=True, kw_only=True)
class Lexeme:
    """How the words `graphemes` are said: `phonemes` in `alphabet`, or the words of `alias`.

    Where both are given the phonemes come first, and the alias is for who cannot say them.
    `line` and `column` tell where it stands, from 1.
    """

    graphemes: tuple[str, ...]
    phonemes: str = ""
    alphabet: str = "ipa"
    alias: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, kw_only=True)
class Document:
    """The lexemes of a lexicon in their order, and the BCP 47 tag of their language."""

    lexemes: tuple[Lexeme, ...]
    language: str = "und"


def read(content: bytes, name: str = "") -> Document:
    """The lexicon in `content`, a whole file called `name`.

    Lexemes that have no word or no pronunciation are given as they are, for whoever reads them
    to report. Raises :class:`~reader.errors.MarkupError` with line and column.
    """
    if len(content) > LARGEST:
        raise MarkupError(
            name,
            message(
                "The lexicon is larger than {megabytes} MB.", megabytes=LARGEST // 1024 // 1024
            ),
            message("Divide it into several files."),
        )
    return _Reading(name).of(content)


def write(lexemes: Iterable[Lexeme], *, language: str, alphabet: str = "ipa") -> bytes:
    """A PLS file in UTF-8; characters that XML does not allow are left out.

    `alphabet` is named once for all the phonemes that are in it.
    """
    return "".join(_lines(lexemes, language, alphabet)).encode("utf-8", "replace")


def _lines(lexemes: Iterable[Lexeme], language: str, alphabet: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<lexicon version="1.0" xmlns="{NAMESPACE}"\n'
    yield f"    alphabet={quoteattr(alphabet)} xml:lang={quoteattr(language)}>\n"
    for lexeme in lexemes:
        yield "  <lexeme>\n"
        for grapheme in lexeme.graphemes:
            yield f"    <grapheme>{_text(grapheme)}</grapheme>\n"
        if lexeme.phonemes:
            own = lexeme.alphabet != alphabet
            attribute = f" alphabet={quoteattr(lexeme.alphabet)}" if own else ""
            yield f"    <phoneme{attribute}>{_text(lexeme.phonemes)}</phoneme>\n"
        if lexeme.alias:
            yield f"    <alias>{_text(lexeme.alias)}</alias>\n"
        yield "  </lexeme>\n"
    yield "</lexicon>\n"


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("", text))


@dataclass
class _Said:
    """A pronunciation as it is met."""

    text: str
    alphabet: str
    preferred: bool
    is_alias: bool


@dataclass
class _Open:
    """The lexeme that is being read."""

    line: int
    column: int
    graphemes: list[str] = field(default_factory=list)
    said: list[_Said] = field(default_factory=list)

    def lexeme(self) -> Lexeme:
        """The first pronunciation or the one preferred, and the first alias beside it."""
        ordered = sorted(self.said, key=lambda each: not each.preferred)
        first = ordered[0] if ordered else None
        phonemes = first if first is not None and not first.is_alias else None
        alias = next((each.text for each in ordered if each.is_alias), "")
        return Lexeme(
            graphemes=tuple(self.graphemes),
            phonemes=phonemes.text if phonemes is not None else "",
            alphabet=phonemes.alphabet if phonemes is not None else "ipa",
            alias=alias,
            line=self.line,
            column=self.column,
        )


class _Reading:
    """One pass over a file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._path: list[str] = []
        self._pieces: list[str] | None = None
        self._length = 0
        self._attributes: dict[str, str] = {}
        self._open: _Open | None = None
        self._lexemes: list[Lexeme] = []
        self._language, self._alphabet = "und", "ipa"
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.ProcessingInstructionHandler = self._refuse_instruction

    def of(self, content: bytes) -> Document:
        """The lexemes of `content`."""
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            raise MarkupError(
                self._name,
                message(
                    "This is not well-formed XML: {fault}.", fault=expat.ErrorString(error.code)
                ),
                message("Correct it there, or export the lexicon again."),
                line=error.lineno,
                column=error.offset + 1,
            ) from error
        except (LookupError, ValueError) as error:  # an encoding that Python does not know
            raise self._error(
                message("The encoding that the file names cannot be read."),
                message("Convert it to UTF-8."),
            ) from error
        return Document(lexemes=tuple(self._lexemes), language=self._language)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _own_name(tag)
        if not self._path and name != "lexicon":
            raise self._error(
                message("This is no pronunciation lexicon: its first element is not “lexicon”."),
                message("Choose a file in the format PLS 1.0."),
            )
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise self._error(
                message(
                    "Elements stand more than {deepest} deep in one another.", deepest=_DEEPEST
                ),
                message("Correct it there."),
            )
        match self._path:
            case ["lexicon"]:
                self._language = attributes.get(_XML_LANG, "").strip() or "und"
                self._alphabet = attributes.get("alphabet", "").strip() or "ipa"
            case ["lexicon", "lexeme"]:
                self._open = _Open(*self._place())
            case ["lexicon", "lexeme", "grapheme" | "phoneme" | "alias"]:
                self._pieces, self._length, self._attributes = [], 0, attributes

    def _end(self, _tag: str) -> None:
        match self._path:
            case ["lexicon", "lexeme"] if self._open is not None:
                self._lexemes.append(self._open.lexeme())
                self._open = None
            case ["lexicon", "lexeme", "grapheme" | "phoneme" | "alias" as name]:
                self._keep(name, " ".join("".join(self._pieces or ()).split()))
                self._pieces = None
        self._path.pop()

    def _keep(self, name: str, text: str) -> None:
        if self._open is None or not text:
            return
        if name == "grapheme":
            self._open.graphemes.append(text)
            return
        given = self._attributes
        said = _Said(
            text=text,
            alphabet=given.get("alphabet", "").strip() or self._alphabet,
            preferred=given.get("prefer", "").strip() in {"true", "1"},
            is_alias=name == "alias",
        )
        self._open.said.append(said)

    def _characters(self, text: str) -> None:
        if self._pieces is None:
            return
        self._pieces.append(text)
        self._length += len(text)
        if self._length > _LONGEST:
            raise self._error(
                message("A word has more than {longest:,} characters.", longest=_LONGEST),
                message("Shorten it."),
            )

    def _refuse_doctype(self, *_: object) -> NoReturn:
        raise self._error(
            message(
                "The file declares a document type, which a lexicon does not need and which is "
                "not safe to read.",
            ),
            message("Delete everything from <!DOCTYPE to the > that closes it."),
        )

    def _refuse_instruction(self, target: str, _: str) -> NoReturn:
        raise self._error(
            message("The file holds a processing instruction ({target}).", target=target),
            message("Delete it."),
        )

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _error(self, reason: str, remedy: str) -> MarkupError:
        line, column = self._place()
        return MarkupError(self._name, reason, remedy, line=line, column=column)


def _own_name(tag: str) -> str:
    """The name of an element of PLS, also where no namespace is given; else empty."""
    namespace, _, name = tag.rpartition(" ")
    return name if namespace in ("", NAMESPACE) else ""
