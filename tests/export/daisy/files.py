"""A talking book as its files tell it: read for checking, independently of what wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import av
from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
HEADINGS = {f"{XHTML}h{level}": level for level in range(1, 7)}


@dataclass(frozen=True)
class Clip:
    """What an ``audio`` element plays, in seconds; `par` is the id of the one it is in."""

    smil: str
    par: str
    source: str
    begin: float
    end: float


class DaisyFiles:
    """The files of the folder, parsed as XML without their document types."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = sorted(path.name for path in folder.iterdir())
        self.broken: dict[str, str] = {}
        self.trees: dict[str, etree._Element] = {}
        self.doctypes: dict[str, str] = {}
        parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
        for name in self.names:
            if name.endswith((".html", ".smil")):
                try:
                    tree = etree.parse(str(folder / name), parser)
                except etree.XMLSyntaxError as error:
                    self.broken[name] = str(error)
                else:
                    self.trees[name] = tree.getroot()
                    self.doctypes[name] = tree.docinfo.doctype

    @property
    def ncc(self) -> etree._Element:
        return self.trees["ncc.html"]

    @property
    def master(self) -> etree._Element:
        return self.trees["master.smil"]

    @property
    def smil_names(self) -> list[str]:
        return [name for name in self.names if name.endswith(".smil") and name != "master.smil"]

    @property
    def text_names(self) -> list[str]:
        return [name for name in self.names if name.endswith(".html") and name != "ncc.html"]

    def metas(self, name: str) -> list[tuple[str, str]]:
        """The metadata of a document, in order."""
        return [
            (element.get("name"), element.get("content", ""))
            for element in self.trees[name].iter(f"{XHTML}meta", "meta")
            if element.get("name")
        ]

    def meta(self, name: str, key: str) -> str:
        """The only value of a piece of metadata; empty where there is none."""
        return next((value for each, value in self.metas(name) if each == key), "")

    @cached_property
    def entries(self) -> list[etree._Element]:
        """The lines of the NCC."""
        return list(self.ncc.find(f"{XHTML}body"))

    def spans(self, kind: str) -> list[etree._Element]:
        """The lines of the NCC of this class."""
        tag = f"{XHTML}span"
        return [each for each in self.entries if each.tag == tag and each.get("class") == kind]

    def target(self, entry: etree._Element) -> tuple[str, str]:
        """The file and the id that a line of the NCC leads to."""
        link = entry.find(f"{XHTML}a")
        name, _, identifier = (link.get("href", "") if link is not None else "").partition("#")
        return name, identifier

    @cached_property
    def spine(self) -> list[str]:
        """The SMIL documents in the order in which the NCC first leads to them."""
        return list(dict.fromkeys(self.target(entry)[0] for entry in self.entries))

    def clips(self, smil: str) -> Iterator[Clip]:
        for par in self.trees[smil].iter("par"):
            for audio in par.iter("audio"):
                yield Clip(
                    smil=smil,
                    par=par.get("id", ""),
                    source=audio.get("src", ""),
                    begin=seconds(audio.get("clip-begin", "")),
                    end=seconds(audio.get("clip-end", "")),
                )

    @cached_property
    def elements(self) -> dict[str, dict[str, etree._Element]]:
        """The elements of every document by their ids."""
        return {
            name: {each.get("id"): each for each in tree.iter("*") if each.get("id")}
            for name, tree in self.trees.items()
        }

    def shown(self, par: etree._Element) -> etree._Element | None:
        """The element of the text that a par shows."""
        text = par.find("text")
        name, _, identifier = (text.get("src", "") if text is not None else "").partition("#")
        return self.elements.get(name, {}).get(identifier)

    def duration(self, smil: str) -> float:
        """How long the clips of a document last together."""
        return sum(clip.end - clip.begin for clip in self.clips(smil))

    def sound_seconds(self, name: str) -> float:
        """How long a sound file is once it is decoded."""
        with av.open(str(self.folder / name)) as file:
            return sum(frame.samples / frame.sample_rate for frame in file.decode(audio=0))


def seconds(time: str) -> float:
    """A clock value of SMIL 1.0 in seconds; not a number where it is none."""
    if match := re.fullmatch(r"(?:npt=)?(\d+(?:\.\d+)?)s", time):
        return float(match[1])
    if match := re.fullmatch(r"(\d+):([0-5]\d):([0-5]\d(?:\.\d+)?)", time):
        return int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3])
    return float("nan")


def text_of(element: etree._Element) -> str:
    """The words in an element, as one line."""
    return " ".join("".join(element.itertext()).split())
