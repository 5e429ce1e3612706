"""A read-along book: an EPUB 3 in which text and voice are in step."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from reader.books.model import BlockKind, Book
from reader.errors import Cancelled
from reader.export.draft import draft, draft_folder
from reader.export.pages.markup import element
from reader.export.products.cover import picture_of
from reader.export.products.encoded import EncodedFile
from reader.export.products.product import Edition
from reader.export.readalong.assembly import (
    CLOSING_PAGE,
    HELPERS,
    NAVIGATION,
    NCX,
    PACKAGE,
    STYLE_SHEET,
    TITLE_PAGE,
    chapter_title,
    contents_of,
    cover_item,
    items_of,
    overlay_of,
    page_of,
    sound_of,
)
from reader.export.readalong.container import Container
from reader.export.readalong.contents import Entry, navigation, ncx
from reader.export.readalong.front import WORDS, closing_page, title_page
from reader.export.readalong.identity import identifier_of, one_line, title_of
from reader.export.readalong.overlay import WHOLE, Clip, clips, overlay
from reader.export.readalong.package import Facts, package
from reader.export.readalong.style import STYLE
from reader.export.readalong.words import words_for
from reader.export.sections import Section, SectionSound, milliseconds
from reader.export.text_page import Dialect, Links, TextPage, document, text_page
from reader.language.measure import is_sayable
from reader.messages import message


@dataclass(kw_only=True)
class _Made:
    """What is in the book by now: pages by name, with their overlays and printed pages."""

    pages: set[str] = field(default_factory=set)
    durations: dict[str, int] = field(default_factory=dict)
    printed: dict[str, list[Entry]] = field(default_factory=dict)


class ReadAlongBook:
    """A :class:`~reader.export.products.product.Product`: one EPUB 3 with media overlays.

    Every chapter is a page with its text; those that are read have an overlay and a file of
    sound. The title page is spoken where there is an opening announcement.
    """

    def __init__(self, target: Path, edition: Edition) -> None:
        """Begin the book beside `target`.

        Raises :class:`~reader.errors.ExportError` where there cannot be such a file.
        """
        self._target = target
        self._edition = edition
        self._words = words_for(edition.book.language)
        self._cover = picture_of(edition.book.cover)
        self._links = Links(edition.book, self._page_of)
        self._made = _Made()
        self._announced: dict[str, str] = {}
        self._chapter_met = False
        with ExitStack() as stack:
            path = stack.enter_context(draft(target))
            self._scratch = stack.enter_context(draft_folder(path.parent))
            self._container = stack.enter_context(Container(path))
            self._open = stack.pop_all()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the listener should be told of the book."""
        told = _about(_pictures(self._edition.book))
        return () if told is None else (told,)

    def add(self, sound: SectionSound) -> Sequence[Path]:
        """Take the next section; nothing is whole before the whole book is."""
        chapter = sound.section.chapter
        if chapter is None:
            self._add_announcement(sound)
        else:
            self._chapter_met = True
            ranges = [(sentence.start, sentence.end) for sentence in sound.sentences]
            page = self._add_chapter(chapter, ranges)
            said = clips(sound.sentences, page.sentences, page.groups, sound.frames)
            self._add_sound(self._page_of(chapter), sound, said)
        return ()

    def keep(self, section: Section, files: Sequence[Path]) -> bool:  # noqa: ARG002
        """Never: the book is one file."""
        return False

    def finish(self) -> Sequence[Path]:
        """Add the chapters that are not read, the contents and the package; the book."""
        for chapter in range(len(self._edition.book.chapters)):
            if self._page_of(chapter) not in self._made.pages:
                self._add_chapter(chapter, ())
        self._add_front()
        self._add_package()
        self._open.close()
        return (self._target,)

    def abandon(self) -> None:
        """Delete what has been made."""
        with suppress(Exception):
            self._open.__exit__(Cancelled, Cancelled(), None)

    # --- pages

    def _page_of(self, chapter: int) -> str:
        return page_of(chapter, len(self._edition.book.chapters))

    def _add_chapter(self, number: int, ranges: Sequence[tuple[int, int]]) -> TextPage:
        book = self._edition.book
        chapter = book.chapters[number]
        page = text_page(
            chapter, ranges, dialect=Dialect.EPUB, links=self._links, language=book.language
        )
        name = self._page_of(number)
        title = chapter_title(book, number)
        content = element("section", f"\n{page.markup}\n", id=WHOLE, aria_label=title)
        self._add_page(name, title, content)
        self._made.printed[name] = [
            Entry(title=one_line(printed.label) or "…", address=f"{name}#{printed.identifier}")
            for printed in page.pages
        ]
        return page

    def _add_page(self, name: str, title: str, content: str) -> None:
        head = element("link", rel="stylesheet", type="text/css", href=STYLE_SHEET) + "\n"
        text = document(
            title,
            content,
            dialect=Dialect.EPUB,
            language=self._edition.book.language,
            head=head,
        )
        self._container.add_text(name, text)
        self._made.pages.add(name)

    def _add_front(self) -> None:
        """The title page, and the page at the end if something is said there."""
        opening = title_page(self._edition, self._words, self._announced.get(TITLE_PAGE))
        self._add_page(TITLE_PAGE, title_of(self._edition.book), opening)
        if CLOSING_PAGE in self._announced:
            closing = closing_page(self._words, self._announced[CLOSING_PAGE])
            self._add_page(CLOSING_PAGE, self._words.end, closing)

    # --- sound

    def _add_announcement(self, sound: SectionSound) -> None:
        page = CLOSING_PAGE if self._chapter_met else TITLE_PAGE
        if page in self._announced:
            return
        self._announced[page] = sound.section.announced
        whole = Clip(identifier=WORDS, begin=0, end=milliseconds(sound.frames))
        self._add_sound(page, sound, [whole] if sound.sentences else [])

    def _add_sound(self, page: str, sound: SectionSound, said: Sequence[Clip]) -> None:
        """The sound of `page` and its overlay, unless it is silent."""
        if not said:
            return
        name = sound_of(page)
        path = self._scratch / name
        file = EncodedFile(path, "mp3")
        try:
            for samples in sound.blocks():
                file.write(samples)
            file.finish()
        except BaseException:
            file.abandon()
            raise
        self._container.add_file(name, path)
        path.unlink()
        self._container.add_text(overlay_of(page), overlay(page, name, said))
        self._made.durations[page] = said[-1].end

    # --- what ties it together

    def _add_package(self) -> None:
        made, printed = self._made.durations, self._made.printed
        chapters = [self._page_of(number) for number in range(len(self._edition.book.chapters))]
        contents = contents_of(self._edition, self._words, chapters, printed)
        facts = Facts(
            words=self._words,
            modified=datetime.now(UTC),
            is_spoken=all(
                page in made or not is_sayable(chapter.text)
                for page, chapter in zip(chapters, self._edition.book.chapters, strict=True)
            ),
            has_pages=bool(contents.pages),
        )
        closing = [CLOSING_PAGE] if CLOSING_PAGE in self._announced else []
        pages = [TITLE_PAGE, *chapters, *closing]
        cover = [] if self._cover is None else [cover_item(self._cover)]
        items = [*cover, *HELPERS, *(item for page in pages for item in items_of(page, made))]
        if self._cover is not None:
            self._container.add_bytes(cover[0].address, self._cover.content)
        self._container.add_text(STYLE_SHEET, STYLE)
        self._container.add_text(NAVIGATION, navigation(contents, style=STYLE_SHEET))
        self._container.add_text(NCX, ncx(contents, identifier_of(self._edition)))
        self._container.add_text(PACKAGE, package(self._edition, items, facts))


def _pictures(book: Book) -> int:
    """How many pictures the text describes."""
    return sum(
        1 if block.kind is BlockKind.IMAGE else sum(run.image for run in block.runs)
        for chapter in book.chapters
        for block in chapter.blocks
    )


def _about(pictures: int) -> str | None:
    if pictures > 1:
        return message(
            "{count} pictures are left out; their descriptions are in the text.", count=pictures
        )
    return message("One picture is left out; its description is in the text.") if pictures else None
