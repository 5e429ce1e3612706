"""A read-along book looked at from outside: nothing here knows how it was made."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from lxml import etree  # type: ignore[import-untyped]

from reader.books.model import Block, BlockKind, Book, Chapter
from reader.export.sections import Section
from tests.fakes.short_sounds import ShortSound

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "smil": "http://www.w3.org/ns/SMIL",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_ID = "id"
_EPUB = "{http://www.idpf.org/2007/ops}"
_NOT_TEXT = {"rt", "rp"}


@dataclass(frozen=True, kw_only=True)
class Par:
    """What is said together: the page, the id on it, and the clip in seconds."""

    page: str
    identifier: str
    sound: str
    begin: float
    end: float


@dataclass
class Opened:
    """The files of the book at `path`."""

    path: Path
    files: dict[str, bytes] = field(init=False)
    names: list[str] = field(init=False)
    stored: set[str] = field(init=False)

    def __post_init__(self) -> None:
        with ZipFile(self.path) as archive:
            self.names = archive.namelist()
            self.stored = {
                info.filename for info in archive.infolist() if info.compress_type == ZIP_STORED
            }
            self.files = {name: archive.read(name) for name in self.names}

    @cached_property
    def package(self) -> Any:
        """The OPF document."""
        return self.xml("package.opf")

    def xml(self, name: str) -> Any:
        """A file of the book as a tree."""
        return etree.fromstring(self.files[f"EPUB/{name}"])

    def metadata(self, name: str) -> list[str]:
        """The values of `name` in the package, those about the whole book."""
        found = self.package.xpath(
            "//opf:metadata/*[name()=$name or (@property=$name and not(@refines))]",
            namespaces=NAMES,
            name=name,
        )
        return [each.text for each in found]

    @cached_property
    def spine(self) -> list[str]:
        """The pages in reading order."""
        hrefs = {item.get("id"): item.get("href") for item in self._items}
        found = self.package.findall(".//opf:itemref", NAMES)
        return [hrefs[each.get("idref")] for each in found]

    @cached_property
    def overlays(self) -> dict[str, str]:
        """The overlay of each page that has one."""
        hrefs = {item.get("id"): item.get("href") for item in self._items}
        return {
            item.get("href"): hrefs[item.get("media-overlay")]
            for item in self._items
            if item.get("media-overlay")
        }

    def duration(self, overlay: str) -> float:
        """What the package says an overlay lasts, in seconds."""
        identifier = next(i.get("id") for i in self._items if i.get("href") == overlay)
        (found,) = self.package.xpath(
            "//opf:meta[@property='media:duration'][@refines=$to]",
            namespaces=NAMES,
            to=f"#{identifier}",
        )
        return seconds(found.text)

    def pars(self, overlay: str) -> list[Par]:
        """What an overlay says, in order."""
        found = []
        for par in self.xml(overlay).iter(f"{{{NAMES['smil']}}}par"):
            text, audio = par.find("smil:text", NAMES), par.find("smil:audio", NAMES)
            page, _, identifier = text.get("src").partition("#")
            found.append(
                Par(
                    page=page,
                    identifier=identifier,
                    sound=audio.get("src"),
                    begin=seconds(audio.get("clipBegin")),
                    end=seconds(audio.get("clipEnd")),
                )
            )
        return found

    def sound_seconds(self, name: str) -> float:
        """How long a file of sound is when it is decoded."""
        import av

        with av.open(io.BytesIO(self.files[f"EPUB/{name}"]), "r") as file:
            decoded: Any = file.decode(audio=0)
            frames: int = sum(frame.samples for frame in decoded)
            return frames / file.streams.audio[0].rate

    @property
    def _items(self) -> list[Any]:
        return list(self.package.findall(".//opf:manifest/opf:item", NAMES))


def seconds(clock: str) -> float:
    """A clock value of SMIL."""
    if clock.endswith("s"):
        return float(clock[:-1])
    total = 0.0
    for part in clock.split(":"):
        total = total * 60 + float(part)
    return total


def shown(tree: Any) -> str:
    """The text under an element as it is read, without readings beside it or white space."""
    return bare("".join(_texts(tree)))


def bare(text: str) -> str:
    """`text` without white space, and as XML can hold it."""
    text = re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    return re.sub(r"[\x00-\x1f\s]+", "", text)


def faults(opened: Opened, book: Book, sounds: list[ShortSound]) -> Iterator[str]:
    """What is wrong with the read-along book made of `book` and `sounds`."""
    if opened.names[0] != "mimetype" or "mimetype" not in opened.stored:
        yield "mimetype is not first and stored"
    pages = [name for name in opened.spine if name.startswith("chapter")]
    if len(pages) != len(book.chapters):
        yield f"{len(pages)} pages for {len(book.chapters)} chapters"
        return
    trees = {name: opened.xml(name) for name in opened.spine}
    identifiers = {name: _identifiers(tree) for name, tree in trees.items()}
    for chapter, page in zip(book.chapters, pages, strict=True):
        yield from text_faults(page, trees[page].find("h:body", NAMES), chapter)
    total = 0.0
    spoken = {page_of(pages, sound.section): sound for sound in sounds if sound.sentences}
    if set(opened.overlays) - {"title.xhtml", "end.xhtml"} != spoken.keys() - {""}:
        yield "overlays are not those of the chapters that are spoken"
    for page, overlay in opened.overlays.items():
        total += opened.duration(overlay)
        yield from _overlay_faults(opened, page, overlay, identifiers)
        if page in spoken:
            chapter = book.chapters[spoken[page].section.chapter or 0]
            yield from _sentence_faults(page, identifiers[page], chapter, spoken[page])
    told = opened.metadata("media:duration")
    if opened.overlays and abs(seconds(told[0]) - total) > 1e-6:
        yield f"durations sum to {total}, not {told[0]}"
    yield from _link_faults(trees, identifiers)


def page_of(pages: list[str], section: Section) -> str:
    """The page of a section; nothing for an announcement."""
    return "" if section.chapter is None else pages[section.chapter]


def _identifiers(tree: Any) -> dict[str, Any]:
    found = {}
    for each in tree.iter():
        identifier = each.get(_ID)
        if identifier is not None:
            assert identifier not in found, f"{identifier} stands twice"
            found[identifier] = each
    return found


def text_faults(page: str, body: Any, chapter: Chapter) -> Iterator[str]:
    """Whether all text stands there, in order; headings said in rows may stand above them."""
    text = shown(body)
    whole = bare(chapter.text)
    least = bare("".join(_own_text(block) for block in chapter.blocks))
    if not (is_within(least, text) and is_within(text, whole)):
        at = next((i for i, (a, b) in enumerate(zip(text, whole, strict=False)) if a != b), 0)
        yield f"{page}: text differs: {text[at : at + 40]!r} for {whole[at : at + 40]!r}"


def _own_text(block: Block) -> str:
    if block.kind is not BlockKind.TABLE_ROW or not block.cells:
        return block.text
    return "".join(block.text[cell.start : cell.end] for cell in block.cells)


def is_within(small: str, large: str) -> bool:
    """Whether all characters of `small` are in `large`, in this order."""
    if small == large:
        return True
    rest = iter(large)
    return all(character in rest for character in small)


def _overlay_faults(
    opened: Opened, page: str, overlay: str, identifiers: dict[str, dict[str, Any]]
) -> Iterator[str]:
    pars = opened.pars(overlay)
    end = 0.0
    for par in pars:
        if par.page != page or par.identifier not in identifiers[page]:
            yield f"{overlay}: {par.page}#{par.identifier} is nowhere"
        if par.begin != end or par.end <= par.begin:
            yield f"{overlay}: clip {par.begin} to {par.end} after {end}"
        end = par.end
    length = opened.sound_seconds(pars[-1].sound)
    if not end - 0.001 <= length <= end + 0.1:
        yield f"{overlay}: clips end at {end}, the sound at {length}"
    if abs(opened.duration(overlay) - end) > 1e-6:
        yield f"{overlay}: lasts {end}, not {opened.duration(overlay)}"
    for sequence in opened.xml(overlay).iter(f"{{{NAMES['smil']}}}seq"):
        target, _, identifier = sequence.get(f"{_EPUB}textref").partition("#")
        if target != page or (identifier and identifier not in identifiers[page]):
            yield f"{overlay}: {sequence.get(f'{_EPUB}textref')} is nowhere"


def _sentence_faults(
    page: str, identifiers: dict[str, Any], chapter: Chapter, sound: ShortSound
) -> Iterator[str]:
    """Sentences with an element of their own have just their words there."""
    table = {
        index for index, block in enumerate(chapter.blocks) if block.kind is BlockKind.TABLE_ROW
    }
    ruby = any(run.ruby for block in chapter.blocks for run in block.runs)
    for number, sentence in enumerate(sound.sentences, 1):
        found = identifiers.get(f"s{number}")
        in_table = chapter.block_at(sentence.start) in table
        if found is None:
            if not in_table and not ruby:
                yield f"{page}: sentence {number} has no element"
            continue
        expected = bare(chapter.text[sentence.start : sentence.end])
        if shown(found) != expected and not in_table and not ruby:
            yield f"{page}: sentence {number} is {shown(found)!r} for {expected!r}"


def _link_faults(trees: dict[str, Any], identifiers: dict[str, dict[str, Any]]) -> Iterator[str]:
    for page, tree in trees.items():
        for link in tree.iterfind(".//h:a", NAMES):
            target, _, identifier = link.get("href").partition("#")
            if ":" not in target and identifier not in identifiers.get(target, {}):
                yield f"{page}: {link.get('href')} leads nowhere"


def _texts(element: Any) -> Iterator[str]:
    if etree.QName(element).localname in _NOT_TEXT:
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
