"""The pages that are no chapters: the title page, and the words at the end."""

from __future__ import annotations

from reader.export.pages.markup import element, escaped
from reader.export.products.product import Edition
from reader.export.readalong.identity import names, one_line, title_of
from reader.export.readalong.overlay import WHOLE
from reader.export.readalong.words import Words

WORDS = "s1"
"""The id of the element that holds the words of an announcement."""


def title_page(edition: Edition, words: Words, announced: str | None) -> str:
    """What the book is, by whom and read by whom, and the words that are said of it."""
    book = edition.book
    lines = [element("h1", escaped(title_of(book)))]
    authors = words.between.join(names(*book.authors))
    if authors:
        lines.append(element("p", escaped(authors), class_="authors"))
    if announced is not None:
        lines.append(_words(announced))
    else:
        narrators = words.between.join(names(*edition.narrators))
        if narrators:
            told = words.read_by.format(names=narrators)
            lines.append(element("p", escaped(told), class_="narrators"))
    publisher = one_line(book.publisher or "")
    if publisher:
        lines.append(element("p", escaped(publisher)))
    return _section("titlepage", words.title_page, lines)


def closing_page(words: Words, announced: str) -> str:
    """The words at the end."""
    return _section(None, words.end, [_words(announced)])


def _words(announced: str) -> str:
    return element("p", element("span", escaped(one_line(announced)) or "…", id=WORDS))


def _section(kind: str | None, label: str, lines: list[str]) -> str:
    content = "\n" + "\n".join(lines) + "\n"
    return element("section", content, id=WHOLE, epub__type=kind, aria_label=label)
