"""A DAISY 2.02 talking book: a folder with the text, the sound and what ties them together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.errors import ExportError
from reader.export.daisy import names
from reader.export.daisy.clock import clock
from reader.export.daisy.folder import FolderDraft
from reader.export.daisy.ncc import (
    DEEPEST,
    Contents,
    Entry,
    ncc_document,
    shared_metas,
    title_of,
)
from reader.export.daisy.outline import Landmark, landmarks
from reader.export.daisy.pars import Spoken, pars_of, spoken_of
from reader.export.daisy.smil import (
    master_document,
    par_identifier,
    smil_document,
)
from reader.export.daisy.sound import milliseconds, whole_seconds, write_sound
from reader.export.daisy.text import tied
from reader.export.draft import explained
from reader.export.pages.markup import element, escaped
from reader.export.products.product import Edition
from reader.export.sections import Section, SectionSound
from reader.export.text_page import Dialect, Links, document, text_page
from reader.messages import message
from reader.speech.engine import Samples

_TITLE = "title"
"""The id of the words on a page that is only a heading."""


@dataclass(frozen=True, kw_only=True)
class _Made:
    """A section that is written, but for its text, which is tied to its sound at the end.

    `pars` are the addresses of its pars by the ids of the elements that they show.
    """

    number: int
    title: str
    level: int
    pars: Mapping[str, str]
    landmarks: tuple[Landmark, ...]

    def entries(self, level: int, notes: Collection[str]) -> list[Entry]:
        """What the NCC lists of it, headings from `level` on, in the order in which it is heard; of
        references those to `notes`. A heading that it begins with is the section's own.
        """
        first = next(iter(self.pars.values()))
        order = {address: place for place, address in enumerate(self.pars.values())}
        listed = sorted(
            (
                Entry(
                    kind=each.kind,
                    text=each.text,
                    target=self.pars[each.element],
                    level=level + each.level if each.kind == "heading" else 0,
                )
                for each in self.landmarks
                if (each.kind != "noteref" or each.note in notes)
                and (each.kind != "heading" or self.pars[each.element] != first)
            ),
            key=lambda entry: order[entry.target],
        )
        return [Entry(kind="heading", text=self.title, target=first, level=level), *listed]


class TalkingBook:
    """The folder, which appears when it is whole; an older talking book is replaced by it.

    Only what is read is in the book: full text with full audio has no text without sound. Its
    first section is the title, said by an announcement at the beginning or else by a second of
    silence.
    """

    def __init__(self, target: Path, edition: Edition, *, made: date | None = None) -> None:
        """`made` is the day of publication, today if it is not given."""
        self._draft = FolderDraft(target)
        self._target = target
        self._book = edition.book
        self._narrators = edition.narrators
        self._date = made or date.today()
        self._made: list[_Made] = []
        self._notes: set[str] = set()
        self._elapsed = 0
        says_title = bool(edition.sections) and edition.sections[0].chapter is None
        self._numbers = {
            section.number: number
            for number, section in enumerate(edition.sections, 1 if says_title else 2)
        }
        pages = {
            section.chapter: names.text_name(self._numbers[section.number])
            for section in edition.sections
        }
        self._links = Links(self._book, lambda chapter: pages.get(chapter, names.text_name(0)))

    def add(self, sound: SectionSound) -> Sequence[Path]:
        """Write the next section; one without a sentence is left out."""
        section = sound.section
        with self._explained():
            if not self._made:
                title = Section(number=-1, title=title_of(self._book))
                says_it = section.chapter is None
                self._add_heading(1, title, sound if says_it and sound.sentences else None)
                if says_it:
                    return ()
            if not sound.sentences:
                return ()
            if section.chapter is None:
                self._add_heading(self._numbers[section.number], section, sound)
            else:
                self._add_chapter(section, section.chapter, sound)
        return ()

    def keep(self, section: Section, files: Sequence[Path]) -> bool:  # noqa: ARG002
        """Never: the folder is made anew."""
        return False

    @property
    def notices(self) -> Sequence[str]:
        """Nothing is to be told."""
        return ()

    def finish(self) -> Sequence[Path]:
        """Tie the texts to the sound, write the lists, and let the folder appear.

        Raises :class:`~reader.errors.ExportError` where nothing was read.
        """
        if len(self._made) < 2:
            raise ExportError(
                str(self._target),
                message("There is nothing in it that can be read aloud."),
                message("Choose other chapters."),
            )
        with self._explained():
            self._tie_texts()
            self._write_master()
            self._write_ncc()
        self._draft.finish()
        return (self._target / names.NCC,)

    def abandon(self) -> None:
        """Leave nothing behind."""
        self._draft.abandon()

    # --- sections

    def _add_heading(self, number: int, section: Section, sound: SectionSound | None) -> None:
        """A section that is only a heading, said by `sound` or by nobody."""
        kind = None if self._made else "title"
        heading = element("h1", element("span", escaped(section.title), id=_TITLE), class_=kind)
        self._write(number, section, heading, [Spoken(text=_TITLE, begin=0)], (), sound)

    def _add_chapter(self, section: Section, chapter: int, sound: SectionSound) -> None:
        number = self._numbers[section.number]
        content = self._book.chapters[chapter]
        page = text_page(
            content,
            [(sentence.start, sentence.end) for sentence in sound.sentences],
            dialect=Dialect.DAISY,
            links=self._links,
            language=self._book.language,
        )
        starts = [sentence.start for sentence in sound.sentences]
        found = tuple(landmarks(content, page, starts, self._links))
        begins = [milliseconds(sentence.begin) for sentence in sound.sentences]
        self._notes |= {
            f"{names.text_name(number)}#{group.identifier}"
            for group in page.groups
            if group.kind == "footnote" and group.first < group.last
        }
        self._write(number, section, page.markup, spoken_of(page, begins), found, sound)

    def _write(
        self,
        number: int,
        section: Section,
        markup: str,
        spoken: Sequence[Spoken],
        found: tuple[Landmark, ...],
        sound: SectionSound | None,
    ) -> None:
        """The sound, the SMIL document and, not yet tied, the text of a section."""
        text, smil = names.text_name(number), names.smil_name(number)
        least = pars_of(spoken, 0)[-1].end
        seconds = max(whole_seconds(sound.frames if sound else 0), -(-least // 1000))
        pars = pars_of(spoken, seconds * 1000)
        blocks: Iterable[Samples] = sound.blocks() if sound else ()
        write_sound(self._draft.path / names.sound_name(number), blocks, seconds)
        metas = shared_metas(self._book) | {
            "title": section.title,
            "ncc:totalElapsedTime": clock(self._elapsed),
            "ncc:timeInThisSmil": clock(seconds),
        }
        self._save(
            smil,
            smil_document(
                pars, text=text, sound=names.sound_name(number), seconds=seconds, metas=metas
            ),
        )
        self._save(text, self._document(section.title, markup))
        self._elapsed += seconds
        places = enumerate(pars)
        self._made.append(
            _Made(
                number=number,
                title=section.title,
                level=section.level,
                pars={par.text: f"{smil}#{par_identifier(place)}" for place, par in places},
                landmarks=found,
            )
        )

    def _document(self, title: str, markup: str) -> str:
        metas = "".join(
            element("meta", name=name, content=value) + "\n"
            for name, value in shared_metas(self._book).items()
            if name.startswith("dc:")
        )
        return document(
            title, markup, dialect=Dialect.DAISY, language=self._book.language, head=metas
        )

    # --- the whole

    def _tie_texts(self) -> None:
        pages = {names.text_name(made.number) for made in self._made}
        for made in self._made:
            path = self._draft.path / names.text_name(made.number)
            path.write_text(
                tied(path.read_text("utf-8"), made.pars, notes=self._notes, pages=pages), "utf-8"
            )

    def _write_master(self) -> None:
        metas = shared_metas(self._book) | {"ncc:timeInThisSmil": clock(self._elapsed)}
        sections = ((names.smil_name(made.number), made.title) for made in self._made)
        self._save(names.MASTER, master_document(sections, metas))

    def _write_ncc(self) -> None:
        contents = Contents.of(self._entries())
        others = [path.stat().st_size for path in self._draft.path.iterdir()]
        kilobytes = 0
        while True:
            ncc = ncc_document(
                self._book,
                contents,
                narrators=self._narrators,
                made=self._date,
                seconds=self._elapsed,
                files=len(others) + 1,
                kilobytes=kilobytes,
            )
            needed = -(-(sum(others) + len(ncc.encode())) // 1024)
            if needed <= kilobytes:
                break
            kilobytes = needed
        self._save(names.NCC, ncc)

    def _entries(self) -> Iterator[Entry]:
        """The lines of the NCC; no section lies below the title, or two levels below another."""
        above = 0
        for made in self._made:
            level = min(made.level, above + 1, DEEPEST)
            yield from made.entries(level, self._notes)
            above = 0 if made is self._made[0] else level

    def _save(self, name: str, text: str) -> None:
        (self._draft.path / name).write_text(text, "utf-8", newline="\n")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise explained(error, self._target) from error
