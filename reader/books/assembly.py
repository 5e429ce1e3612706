"""Pages and contents put together into a :class:`~reader.books.model.Book`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.books.chapters import Document, divide
from reader.books.contents import Entry
from reader.books.flow import believable
from reader.books.model import Block, Book, Cover, Pronunciation
from reader.books.omissions import Omission, sentences
from reader.language.detect import language_of, primary

_SAMPLE = 20_000
_SAMPLES_OF_BLOCK = 400


def assemble(  # noqa: PLR0913 - a book has this many parts
    *,
    documents: Sequence[Document],
    entries: Sequence[Entry],
    title: str,
    metadata_language: str | None,
    identifier: str,
    omitted: Counter[Omission],
    authors: tuple[str, ...] = (),
    publisher: str | None = None,
    date: str | None = None,
    cover: Cover | None = None,
    series: str | None = None,
    pronunciations: tuple[Pronunciation, ...] = (),
) -> Book:
    """Divide the documents into chapters and decide the language."""
    _name_blocks(documents)
    language = book_language(documents, metadata_language)
    usual = _usual_tag(documents)
    for document in documents:
        _mark_language(document, usual)
    chapters, lost = divide(documents, entries, title)
    return Book(
        title=title,
        chapters=chapters,
        identifier=identifier,
        authors=authors,
        language=language,
        warnings=sentences(omitted + lost),
        cover=cover,
        date=date,
        publisher=publisher,
        series=series,
        pronunciations=pronunciations,
    )


def _name_blocks(documents: Sequence[Document]) -> None:
    """Spell the ids of blocks as links do, and let links to a document lead to its first block.

    A document without text leads to what follows it.
    """
    waiting: list[str] = []
    for document in documents:
        waiting += [document.name] if document.name else []
        blocks = document.page.blocks
        for index, block in enumerate(blocks):
            own = [f"{document.name}#{identifier}" for identifier in block.identifiers]
            if waiting or own:
                blocks[index] = replace(block, identifiers=(*waiting, *own))
                waiting.clear()


def book_language(documents: Sequence[Document], metadata: str | None) -> str:
    """The language of most of the text; what the book says of itself if its script agrees."""
    said = metadata or _usual_tag(documents) or "en"
    return language_of(_sample(documents), default=said)


def _usual_tag(documents: Sequence[Document]) -> str | None:
    """The language most documents say they are in."""
    tags = Counter(document.page.language for document in documents if document.page.language)
    return tags.most_common(1)[0][0] if tags else None


def _sample(documents: Sequence[Document]) -> str:
    """Words from the whole book, so that a preface in another language decides nothing."""
    blocks = [block for document in documents for block in document.page.blocks]
    step = max(1, len(blocks) * _SAMPLES_OF_BLOCK // _SAMPLE)
    return "\n".join(block.text[:_SAMPLES_OF_BLOCK] for block in blocks[::step])[:_SAMPLE]


def _mark_language(document: Document, usual: str | None) -> None:
    """Blocks of a document that says it is in another language than most carry it."""
    said = document.page.language
    if said is None or usual is None or primary(said) == primary(usual):
        return
    blocks = document.page.blocks
    if believable(said, "\n".join(block.text for block in blocks[:50])):
        blocks[:] = [_in_language(block, said) for block in blocks]


def _in_language(block: Block, language: str) -> Block:
    return block if block.language else replace(block, language=language)
