"""EPUB 2 and 3 books."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable

from reader.background import CancelToken
from reader.books.assembly import assemble
from reader.books.blocks import read_page
from reader.books.chapters import Document
from reader.books.container import Container
from reader.books.contents import Contents, Entry, read_contents, resolve
from reader.books.file_title import title_of
from reader.books.lexicons import Lexicons
from reader.books.limits import Limits
from reader.books.markup import parse_document
from reader.books.model import Block, BlockKind, Book, Cover, Pronunciation, Run
from reader.books.notes import mark_notes
from reader.books.omissions import Omission
from reader.books.package import Package, read_package
from reader.books.page import Page, Reading
from reader.books.protection import refuse_if_locked
from reader.books.source import Progress, SourceInfo, identifier_of
from reader.books.style_sheets import LARGEST, StyleSheets
from reader.errors import DamagedBook, EmptyBook, OversizedBook
from reader.messages import message

_PICTURE_TYPES = {"image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp"}


class EpubImporter:
    """Reads EPUB packages; other zip files are refused with advice."""

    def accepts(self, source: SourceInfo) -> bool:
        """Any zip file: nothing else we read is packed in one."""
        if source.head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
            return True
        return b"\0" in source.head and zipfile.is_zipfile(source.path)

    def read(
        self, source: SourceInfo, limits: Limits, progress: Progress, cancel: CancelToken
    ) -> Book:
        """Read the whole book, one document after another."""
        identifier = identifier_of(source.path, cancel)
        with Container(source.path, source.name, limits) as container:
            package = read_package(source.path, container)
            texts = frozenset(item.member for item in package.spine)
            refuse_if_locked(container, texts)
            contents = _contents(container, package)
            reader = _DocumentReader(container, package, contents, cancel)
            documents = reader.read_all(progress)
            cover = _cover(container, package, limits)
            pronunciations = reader.pronunciations()
        return assemble(
            documents=documents,
            entries=_entries_into(documents, contents, package.nav),
            title=package.title or _first_title(documents) or title_of(source.path),
            metadata_language=package.language,
            identifier=identifier,
            omitted=package.omitted + reader.omitted,
            authors=package.authors,
            publisher=package.publisher,
            date=package.date,
            cover=cover,
            series=package.series,
            pronunciations=pronunciations,
        )


class _Files:
    """What style sheets are found in: the files of the package."""

    def __init__(self, container: Container) -> None:
        self._container = container

    def find(self, document: str, address: str) -> str | None:
        return resolve(self._container, document, address)[0]

    def read(self, name: str) -> bytes:
        try:
            return self._container.read(name, LARGEST)
        except (DamagedBook, OversizedBook):
            return b""


class _DocumentReader:
    """Reads the documents of the reading order, and finds something where there is nothing."""

    def __init__(
        self, container: Container, package: Package, contents: Contents, cancel: CancelToken
    ) -> None:
        self._container = container
        self._package = package
        self._contents = contents
        self._cancel = cancel
        self._sheets = StyleSheets(_Files(container))
        self._lexicons = Lexicons(container)
        self.omitted: Counter[Omission] = Counter()

    def read_all(self, progress: Progress) -> list[Document]:
        """Every document with text, those outside the linear order last."""
        members = self._members()
        documents: list[Document] = []
        for count, member in enumerate(members, 1):
            self._cancel.check()
            page = self._page(member, contents_too=member != self._package.nav)
            if member == self._package.nav and _only_headings(page):
                page.blocks.clear()
            documents.append(Document(name=member, page=page))
            progress(count / len(members))
        for document in documents:
            self.omitted += document.page.omitted
        if not any(document.page.blocks for document in documents):
            return self._something(documents)
        mark_notes({document.name: document.page for document in documents})
        return documents

    def pronunciations(self) -> tuple[Pronunciation, ...]:
        """What the lexicons that the documents link, and those that the package lists, say."""
        self._lexicons.meet_listed(self._package.lexicons)
        said = self._lexicons.pronunciations(self._cancel)
        self.omitted[Omission.LEXICON] += self._lexicons.unreadable
        return said

    def _members(self) -> list[str]:
        spine = self._package.spine
        linear = [item.member for item in spine if item.linear]
        others = [item.member for item in spine if not item.linear]
        return list(dict.fromkeys(linear + others))

    def _page(self, member: str, *, contents_too: bool) -> Page:
        try:
            root = parse_document(self._container.read(member))
        except DamagedBook:
            root = None
        if root is None:
            self.omitted[Omission.UNREADABLE_TEXT] += bool(self._container.size(member))
            return Page()
        self._lexicons.meet(root, member)
        reading = Reading(
            resolve=self._resolver(member),
            pages=self._contents.pages.get(member, {}),
            contents_too=contents_too,
            aloud=self._sheets.aloud(root, member),
        )
        return read_page(root, reading)

    def _resolver(self, document: str) -> Callable[[str], str]:
        def resolved(href: str) -> str:
            member, fragment = resolve(self._container, document, href)
            if member is None:
                return href
            return f"{member}#{fragment}" if fragment else member

        return resolved

    def _something(self, documents: list[Document]) -> list[Document]:
        """For a book without text: its list of contents, or at least its titles."""
        nav = self._package.nav
        page = self._page(nav, contents_too=True) if nav else Page()
        if page.blocks:
            self.omitted[Omission.ONLY_CONTENTS] += 1
            return [Document(name=nav or "", page=page)]
        titles = [entry.title for entry in self._contents.entries]
        titles += [document.page.title for document in documents]
        titles = [title for title in dict.fromkeys([self._package.title, *titles]) if title]
        if not titles:
            raise EmptyBook(
                self._container.name,
                message("There is no text in this book; perhaps its pages are pictures."),
                message("Get an edition with text, or run text recognition (OCR) on it first."),
            )
        self.omitted[Omission.ONLY_TITLES] += 1
        headings = [
            Block(kind=BlockKind.HEADING, level=1, runs=(Run(text=title),)) for title in titles
        ]
        return [Document(name="", page=Page(blocks=headings))]


def _contents(container: Container, package: Package) -> Contents:
    try:
        return read_contents(container, package.nav, package.ncx)
    except DamagedBook:
        package.omitted[Omission.UNREADABLE_TEXT] += 1
        return Contents()


def _entries_into(documents: list[Document], contents: Contents, nav: str | None) -> list[Entry]:
    """The entries without the one for the page of contents, where that is not read aloud."""
    if any(document.name == nav and document.page.blocks for document in documents):
        return list(contents.entries)
    return [entry for entry in contents.entries if entry.document is None or entry.document != nav]


def _only_headings(page: Page) -> bool:
    return all(block.kind is BlockKind.HEADING for block in page.blocks)


def _first_title(documents: list[Document]) -> str:
    return next((document.page.title for document in documents if document.page.title), "")


def _cover(container: Container, package: Package, limits: Limits) -> Cover | None:
    if package.cover is None or package.cover[1] not in _PICTURE_TYPES:
        return None
    member, media_type = package.cover
    try:
        content = container.read(member, limits.cover)
    except (DamagedBook, OversizedBook):
        return None
    return Cover(content=content, media_type=media_type.replace("jpg", "jpeg"))
