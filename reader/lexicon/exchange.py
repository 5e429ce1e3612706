"""Lists of pronunciations in files: PLS 1.0, and the lines of Voice Dream Reader.

Whatever a file says that cannot be taken, and whatever an entry says that a format cannot, is
told of with its line or its word: nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reader.background import CancelToken
from reader.errors import LexiconError
from reader.language import pls
from reader.language.phonemes import IPA, PINYIN, canonical
from reader.language.scripts import primary
from reader.lexicon import voice_dream
from reader.lexicon.checking import checked
from reader.lexicon.entry import Entry, Kind, Matching
from reader.messages import message

MOST_PATTERNS = 500
"""Patterns that one file may bring: each is tried on every sentence."""

_AT_ONCE = 1_000
"""Entries between two looks at whether the job is to go on."""

_ALL_LANGUAGES = {"und", "mul"}


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What was not taken from a file: the `line` (from 1), its `word` and why."""

    line: int
    word: str
    reason: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.word}: {self.reason}"


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What a file holds: entries, checked, and what could not be taken."""

    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, kw_only=True)
class Exported:
    """A file, how many entries are in it, and those that its format cannot hold, each with why.

    `narrowed` are those of them that hold for all languages, but in the file for one alone.
    """

    content: bytes
    count: int
    left_out: tuple[tuple[Entry, str], ...]
    narrowed: int = 0


def read(
    content: bytes,
    name: str,
    *,
    language: str = "",
    book: str | None = None,
    progress: Callable[[float], object] = lambda _: None,
    cancel: CancelToken | None = None,
) -> Imported:
    """The pronunciations in a file called `name`, PLS if it is XML, else Voice Dream's lines.

    They hold in the `book` of that identifier, None for all. A PLS file names its language;
    `language`, a primary tag, is for lines, and for a PLS file overrules its own. `progress` is
    told the share done. Raises :class:`~reader.errors.MarkupError` or
    :class:`~reader.errors.LexiconError` if the file as a whole cannot be read, or
    :class:`~reader.errors.Cancelled`.
    """
    is_xml = content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<"
    met = _of_pls(content, name) if is_xml else _of_lines(content, name)
    entries: list[Entry] = []
    refused: list[Refusal] = []
    patterns, all_lines, cancel = 0, content.count(b"\n") + 1, cancel or CancelToken()
    for number, (line, word, found) in enumerate(met):
        if number % _AT_ONCE == 0:
            cancel.check()
            progress(min(1.0, line / all_lines))
        try:
            if isinstance(found, LexiconError):
                raise found
            own = language or found.language
            entry = checked(replace(found, language=own, book=book, position=len(entries)))
            patterns += entry.matching is Matching.PATTERN
            if patterns > MOST_PATTERNS and entry.matching is Matching.PATTERN:
                raise _too_many_patterns(word)
        except LexiconError as error:
            refused.append(Refusal(line=line, word=word, reason=error.reason))
        else:
            entries.append(entry)
    return Imported(entries=tuple(entries), refused=tuple(refused))


def written_pls(entries: Iterable[Entry], language: str) -> Exported:
    """A PLS file of the entries for `language` (a primary tag) and for all languages.

    PLS holds whole words and how they sound, or other words for them. Those turned off are left
    out too, as the format has no way to say that they are.
    """
    lexemes: list[pls.Lexeme] = []
    left_out: list[tuple[Entry, str]] = []
    narrowed = 0
    for entry in entries:
        why = _not_for_pls(entry, language)
        if why:
            left_out.append((entry, why))
        else:
            lexemes.append(_lexeme(entry))
            narrowed += bool(language) and not entry.language
    content = pls.write(lexemes, language=language or "und")
    return Exported(
        content=content, count=len(lexemes), left_out=tuple(left_out), narrowed=narrowed
    )


def written_lines(entries: Iterable[Entry]) -> Exported:
    """Voice Dream's lines; it knows no languages, so that all go into one file."""
    lines: list[str] = []
    left_out: list[tuple[Entry, str]] = []
    for entry in entries:
        try:
            if not entry.enabled:
                raise _turned_off(entry)
            lines.append(voice_dream.written_line(entry) + "\n")
        except LexiconError as error:
            left_out.append((entry, error.reason))
    content = "".join(lines).encode("utf-8", "replace")
    return Exported(content=content, count=len(lines), left_out=tuple(left_out))


_Met = tuple[int, str, Entry | LexiconError]
"""A line, what it is about, and what it says or why that cannot be told."""


def _of_lines(content: bytes, name: str) -> Iterator[_Met]:
    for number, line in enumerate(_decoded(content, name).splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = voice_dream.read_line(line)
        except LexiconError as error:
            yield number, line.strip()[:40], error
        else:
            yield number, entry.word, entry


def _decoded(content: bytes, name: str) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(
            name,
            message("This is neither a PLS file nor text in UTF-8."),
            message("Convert it to UTF-8 first."),
        ) from error


def _of_pls(content: bytes, name: str) -> Iterator[_Met]:
    document = pls.read(content, name)
    language = primary(document.language)
    language = "" if language in _ALL_LANGUAGES else language
    for lexeme in document.lexemes:
        if not lexeme.graphemes:
            yield lexeme.line, "", LexiconError("", message("The lexeme names no word (grapheme)."))
        for word in lexeme.graphemes:
            try:
                kind, say = _said(lexeme, word)
            except LexiconError as error:
                yield lexeme.line, word, error
            else:
                yield lexeme.line, word, Entry(word=word, kind=kind, say=say, language=language)


def _said(lexeme: pls.Lexeme, word: str) -> tuple[Kind, str]:
    """How `lexeme` says its words: by phonemes that can be read, else by its alias."""
    sound = canonical(lexeme.phonemes, lexeme.alphabet) if lexeme.phonemes else None
    if sound is not None:
        return (Kind.PINYIN if sound.alphabet == PINYIN else Kind.IPA), sound.phonemes
    if lexeme.alias:
        return Kind.RESPELLING, lexeme.alias
    if not lexeme.phonemes:
        raise LexiconError(word, message("The lexeme does not tell how it is said."))
    raise LexiconError(
        word,
        message(
            "“{phonemes}” cannot be read as {alphabet}.",
            phonemes=lexeme.phonemes,
            alphabet=lexeme.alphabet,
        ),
    )


def _lexeme(entry: Entry) -> pls.Lexeme:
    if entry.kind is Kind.RESPELLING:
        return pls.Lexeme(graphemes=(entry.word,), alias=entry.say)
    alphabet = PINYIN if entry.kind is Kind.PINYIN else IPA
    return pls.Lexeme(graphemes=(entry.word,), phonemes=entry.say, alphabet=alphabet)


def _not_for_pls(entry: Entry, language: str) -> str:
    """Why a PLS file for `language` cannot hold `entry`; empty if it can."""
    if not entry.enabled:
        return _turned_off(entry).reason
    if entry.language not in ("", language):
        return message("It is for another language ({language}).", language=entry.language)
    if entry.matching is not Matching.WORD:
        return message("PLS holds whole words alone.")
    if entry.kind in (Kind.SKIP, Kind.STRESS):
        return message("PLS tells how words are said, not what is skipped or stressed.")
    return ""


def _turned_off(entry: Entry) -> LexiconError:
    return LexiconError(entry.word, message("It is turned off."), message("Turn it on."))


def _too_many_patterns(word: str) -> LexiconError:
    return LexiconError(
        word,
        message(
            "The file holds more than {most_patterns} patterns, or words whose case matters.",
            most_patterns=MOST_PATTERNS,
        ),
        message("Let them ignore case."),
    )
