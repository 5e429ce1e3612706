"""Inline text: the runs of a block as markup, with an element around every sentence.

Sentences are the outer elements, links and emphasis lie in them; what crosses the border of a
sentence becomes two elements. Only a link that holds whole sentences lies around them, so that
it stays one link.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.books.model import LINE_BREAK, Emphasis, Run
from reader.export.pages.links import Links
from reader.export.pages.markup import Dialect, element, escaped, language_tag

_EMPHASIS = {Emphasis.EMPHASIS: "em", Emphasis.STRONG: "strong", Emphasis.REDUCED: "small"}


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A range of the chapter's text and the id of its element."""

    start: int
    end: int
    identifier: str


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """A run within one sentence; `link` numbers the links of a block."""

    run: Run
    start: int
    sentence: Sentence | None
    link: int | None

    @property
    def end(self) -> int:
        return self.start + len(self.run.text)


class Inline:
    """Writes inline text in one `dialect`; `turn_page` gives the id of the printed page of a
    label, which begins at an offset.
    """

    def __init__(
        self, dialect: Dialect, links: Links, turn_page: Callable[[str, int], str]
    ) -> None:
        self._dialect = dialect
        self._links = links
        self._turn_page = turn_page

    def markup(
        self, runs: Sequence[tuple[int, Run]], sentences: Sequence[Sentence], *, exact: bool = False
    ) -> str:
        """`runs`, each with its offset, and those of the `sentences` that lie in them.

        With `exact`, line breaks are line feeds, as in ``pre``.
        """
        pieces = list(_pieces(runs, sentences))
        around = frozenset(_links_around(pieces))
        written: list[str] = []
        for _, group in groupby(pieces, lambda piece: _outer(piece, around)):
            members = list(group)
            is_link = members[0].link in around
            inner = groupby(members, _sentence_of if is_link else _link_of)
            wrap = self._sentence if is_link else self._link
            content = "".join(wrap(list(part), exact=exact) for _, part in inner)
            written.append(
                self._linked(members[0].run, content)
                if is_link
                else _in_sentence(members[0].sentence, content)
            )
        return "".join(written)

    def _sentence(self, pieces: Sequence[_Piece], *, exact: bool) -> str:
        content = "".join(self._run(piece, exact=exact) for piece in pieces)
        return _in_sentence(pieces[0].sentence, content)

    def _link(self, pieces: Sequence[_Piece], *, exact: bool) -> str:
        content = "".join(self._run(piece, exact=exact) for piece in pieces)
        is_blank = not any(piece.run.text.strip() for piece in pieces)
        if is_blank or pieces[0].link is None:
            return content
        return self._linked(pieces[0].run, content)

    def _linked(self, run: Run, text: str) -> str:
        target = self._links.target(run.link or run.note or "")
        if target is None:
            return text
        before, content = _parted(text)
        epub = self._dialect is Dialect.EPUB
        if run.note is not None and target.kind == "note":
            return before + element(
                "a",
                content,
                href=target.address,
                class_="noteref",
                epub__type="noteref" if epub else None,
                role="doc-noteref" if epub else None,
            )
        role = "doc-backlink" if epub and run.note is not None else None
        return before + element("a", content, href=target.address, role=role)

    def _run(self, piece: _Piece, *, exact: bool) -> str:
        run = piece.run
        if run.page is not None:
            return self._page(run.page, piece.start)
        before, words = _parted(run.text)
        before, content = (_written(text, exact=exact) for text in (before, words))
        if not words:
            return before
        if run.ruby:
            content = self._ruby(content, run.ruby)
        language = language_tag(run.language)
        if run.image:
            content = element("span", content, class_="picture")
        if run.term:
            content = element("dfn", content)
        elif run.emphasis in _EMPHASIS:
            content = element(_EMPHASIS[run.emphasis], content)
        if language:
            content = element("span", content, lang=language, xml__lang=language)
        return before + content

    def _ruby(self, base: str, reading: str) -> str:
        if self._dialect is Dialect.DAISY:
            return element("span", base, class_="ruby", title=reading)
        return f"<ruby>{base}<rp>(</rp><rt>{escaped(reading)}</rt><rp>)</rp></ruby>"

    def _page(self, label: str, offset: int) -> str:
        identifier = self._turn_page(label, offset)
        if self._dialect is Dialect.DAISY:
            return element("span", escaped(label), class_="page-normal", id=identifier)
        return element(
            "span",
            "",
            epub__type="pagebreak",
            role="doc-pagebreak",
            id=identifier,
            aria_label=label,
        )


def _parted(text: str) -> tuple[str, str]:
    """The blanks that `text` begins with, which no element is to hold, and the rest."""
    words = text.lstrip()
    return text[: len(text) - len(words)], words


def _written(text: str, *, exact: bool) -> str:
    return ("\n" if exact else "<br/>").join(map(escaped, text.split(LINE_BREAK)))


def _in_sentence(sentence: Sentence | None, content: str) -> str:
    return content if sentence is None else element("span", content, id=sentence.identifier)


def _sentence_of(piece: _Piece) -> str:
    return piece.sentence.identifier if piece.sentence else ""


def _link_of(piece: _Piece) -> int:
    return -1 if piece.link is None else piece.link


def _outer(piece: _Piece, around: frozenset[int]) -> tuple[str, int | str]:
    if piece.link is not None and piece.link in around:
        return "link", piece.link
    return "sentence", _sentence_of(piece)


def _pieces(runs: Sequence[tuple[int, Run]], sentences: Sequence[Sentence]) -> Iterator[_Piece]:
    """The runs cut where sentences begin and end, links counted."""
    starts = [sentence.start for sentence in sentences]
    link = -1
    before: tuple[str | None, str | None] = (None, None)
    for offset, run in runs:
        address = run.link or run.note, run.note
        link += address != before
        before = address
        number = None if address == (None, None) else link
        start, end = offset, offset + len(run.text)
        while True:
            at = bisect_right(starts, start) - 1
            inside = at >= 0 and start < sentences[at].end
            if run.page is not None:
                inside = inside and sentences[at].start < start
            stop = min(
                end,
                sentences[at].end if inside else end,
                starts[at + 1] if at + 1 < len(starts) else end,
            )
            yield _Piece(
                run=replace(run, text=run.text[start - offset : stop - offset]),
                start=start,
                sentence=sentences[at] if inside else None,
                link=number,
            )
            start = stop
            if start >= end:
                break


def _links_around(pieces: Sequence[_Piece]) -> Iterator[int]:
    """The links that hold two sentences or more, each of them whole."""
    for link, group in groupby(pieces, lambda piece: piece.link):
        members = list(group)
        whole = {piece.sentence for piece in members if piece.sentence}
        start, end = members[0].start, members[-1].end
        if (
            link is not None
            and len(whole) > 1
            and all(start <= sentence.start and sentence.end <= end for sentence in whole)
        ):
            yield link
