"""One document in SSML, met element by element."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from reader.errors import MarkupError
from reader.messages import message
from reader.narration.delivery import Delivery
from reader.narration.ssml.asking import NEUTRAL, language, mark, pause
from reader.narration.ssml.collecting import WHITE_SPACE, Collector, Opening
from reader.narration.ssml.elements import ELEMENTS, SILENT, Holds
from reader.narration.ssml.model import OWN, SSML, Markup
from reader.narration.ssml.naming import ROOT, attributes_of, element_name
from reader.narration.ssml.sounds import fits
from reader.narration.ssml.tag import Problems, Tag, Terms
from reader.narration.ssml.wellformed import STRAY_END, column_of, explained, surrogate_place

_HEAD = f'<speak xmlns="{SSML}" xmlns:x="{OWN}"><s>\n'
_FOOT = "</s></speak>"
"""What stands around a fragment; lines are counted after it."""

_HEAD_DEPTH = 2

_UNDERSTOOD_VERSIONS = ("1.0", "1.1")
_BUFFER = 1 << 16


class _Frame(NamedTuple):
    """An element that is open: what it asks for, what it may hold, and whether its end counts."""

    name: str
    place: tuple[int, int]
    holds: Holds
    opening: Opening
    delivery: Delivery = NEUTRAL
    counts: bool = True


class DocumentReader:
    """Reads one document, or one fragment, by its `terms`."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._first_line = 1
        self._problems = Problems(terms, self._place)
        self._collector = Collector()
        self._frames: list[_Frame] = []
        self._elements = 0
        self._silent = 0
        self._language: str | None = None
        self._foot: int | None = None
        self._parser = self._new_parser()

    def read_fragment(self, fragment: str) -> Markup:
        """What `fragment` means; may be called once."""
        self._first_line = 0
        self._foot = len(f"{_HEAD}{fragment}".encode(errors="replace"))
        return replace(self.read(f"{_HEAD}{fragment}{_FOOT}"), sentences=(), places=())

    def read(self, document: str) -> Markup:
        """What `document` means; may be called once."""
        try:
            self._parse(document)
        finally:
            # The handlers hold the reader and the reader the parser.
            self._parser.StartElementHandler = None
            self._parser.EndElementHandler = None
            self._parser.CharacterDataHandler = None
        collector = self._collector
        return Markup(
            text=collector.text,
            cues=collector.cues,
            insertions=collector.insertions,
            sentences=collector.sentences,
            language=self._language,
            warnings=self._problems.warnings,
            places=collector.places,
        )

    def _parse(self, document: str) -> None:
        most = self._terms.limits.characters
        if len(document) > most:
            raise MarkupError(
                self._terms.subject,
                message(
                    "It has {count:,} characters; more than {most:,} are not read.",
                    count=len(document),
                    most=most,
                ),
                message("Divide it into several documents."),
            )
        try:
            self._parser.Parse(document, True)
        except expat.ExpatError as error:
            place = error.lineno - 1 + self._first_line, column_of(error)
            own = self._frames if self._foot is None else self._frames[_HEAD_DEPTH:]
            opened = (own[-1].name, own[-1].place) if own else None
            raise self._problems.refuse(*explained(error, document, opened), place) from None
        except UnicodeEncodeError as error:
            line, column = surrogate_place(document, error.start)
            raise self._problems.refuse(
                message("There is half of a character (a lone surrogate)."),
                message("Delete the character there."),
                (line - 1 + self._first_line, column),
            ) from None

    def _new_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = _BUFFER
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_type
        parser.EntityDeclHandler = self._refuse_type
        parser.ExternalEntityRefHandler = self._refuse_type
        parser.ProcessingInstructionHandler = self._refuse_instruction
        return parser

    def _place(self) -> tuple[int, int]:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber
        return line - 1 + self._first_line, column + 1

    # What the parser meets

    def _start(self, raw_name: str, raw_attributes: dict[str, str]) -> None:
        self._count()
        if self._silent:
            self._silent += 1
            return
        name = element_name(raw_name, self._problems)
        tag = Tag(
            name=name,
            attributes=attributes_of(name, raw_attributes, self._problems),
            terms=self._terms,
            problems=self._problems,
        )
        if not self._frames:
            self._start_document(tag)
        elif name == ROOT:
            self._problems.mind(
                message("<speak> cannot stand inside <speak>."), message("Delete the inner one.")
            )
            self._push(tag, self._frames[-1].holds, counts=False)
        elif name in SILENT:
            self._silent = 1
        elif name in ELEMENTS:
            self._start_element(tag)
        else:
            self._push(tag, self._frames[-1].holds, counts=False)

    def _end(self, _: str) -> None:
        if self._foot is not None and len(self._frames) == _HEAD_DEPTH:
            self._check_foot(self._foot)
        if self._silent > 1:
            self._silent -= 1
            return
        if self._silent:
            self._silent = 0
            return
        frame = self._frames.pop()
        has_text = self._collector.close(frame.opening)
        if not frame.counts:
            return
        if has_text:
            self._end_text(frame)
        elif frame.delivery.has_sound:
            self._say_nothing(frame)
        if frame.name == "s":
            self._collector.part_lines()
        elif frame.name == "p":
            self._collector.part_paragraphs()

    def _check_foot(self, foot: int) -> None:
        """A fragment cannot end what is around it."""
        if self._parser.CurrentByteIndex < foot:
            raise self._problems.refuse(*STRAY_END)

    def _text(self, text: str) -> None:
        if self._silent:
            return
        if self._frames[-1].holds is Holds.NOTHING and text.strip(WHITE_SPACE):
            self._problems.mind(
                message("<{name}> cannot hold text.", name=self._frames[-1].name),
                message("Write it as <{name}/>, the text behind it.", name=self._frames[-1].name),
            )
        self._collector.add(text)

    def _refuse_type(self, *_: object) -> NoReturn:
        raise self._problems.refuse(
            message("A document type or entity is declared, which is never read."),
            message("Delete the line with <!DOCTYPE; write special characters themselves."),
        )

    def _refuse_instruction(self, *_: object) -> NoReturn:
        raise self._problems.refuse(
            message("There is a processing instruction, which is never obeyed."),
            message("Delete what begins with <? there."),
        )

    # What that means

    def _count(self) -> None:
        limits = self._terms.limits
        self._elements += 1
        if self._elements > limits.elements:
            raise self._problems.refuse(
                message("There are more than {elements:,} elements.", elements=limits.elements),
                message("Divide it into several documents."),
            )
        if len(self._frames) + self._silent >= limits.depth:
            raise self._problems.refuse(
                message("Elements are nested more than {depth} deep.", depth=limits.depth),
                message("Close those that have ended."),
            )

    def _start_document(self, tag: Tag) -> None:
        if tag.name != ROOT:
            raise self._problems.refuse(
                message("The document begins with <{name}>.", name=tag.name),
                message(
                    'Put <speak version="1.1" xmlns="{ssml}" xml:lang="en"> around everything.',
                    ssml=SSML,
                ),
            )
        version = tag.get("version")
        if version is not None and version not in _UNDERSTOOD_VERSIONS:
            tag.wrong("version", message("Write 1.1."))
        self._language = language(tag).language
        self._push(tag, Holds.PARAGRAPHS)

    def _start_element(self, tag: Tag) -> None:
        element, around = ELEMENTS[tag.name], self._frames[-1]
        if around.holds < element.within:
            self._problems.mind(
                message(
                    "<{name}> cannot stand inside <{holder}>.", name=tag.name, holder=self._holder()
                ),
                message("Close <{holder}> before it.", holder=self._holder()),
            )
            self._push(tag, around.holds, counts=False)
            return
        if tag.name == "break":
            self._collector.insert(pause(tag))
        elif tag.name == "mark" and (found := mark(tag)) is not None:
            self._collector.insert(found)
        elif tag.name == "s":
            self._collector.part_lines()
        elif tag.name == "p":
            self._collector.part_paragraphs()
        holds = around.holds if element.holds is None else min(element.holds, around.holds)
        self._push(tag, holds, element.read(tag) if element.read is not None else NEUTRAL)

    def _push(
        self, tag: Tag, holds: Holds, delivery: Delivery = NEUTRAL, *, counts: bool = True
    ) -> None:
        opening = self._collector.open()
        self._frames.append(_Frame(tag.name, self._place(), holds, opening, delivery, counts))

    def _holder(self) -> str:
        """The innermost element that does not simply hold what its parent does."""
        named = (
            frame.name
            for frame in reversed(self._frames)
            if frame.name not in ELEMENTS or ELEMENTS[frame.name].holds is not None
        )
        return next(named, ROOT)

    def _end_text(self, frame: _Frame) -> None:
        collector, delivery = self._collector, frame.delivery
        if frame.name == "s":
            collector.sentence(frame.opening, frame.place)
        if frame.name == "phoneme" and not fits(delivery, collector.text_of(frame.opening)):
            self._problems.warn(
                message(
                    "“{phonemes}” has not a syllable for each hanzi of “{text}”; the text is read.",
                    phonemes=delivery.phonemes,
                    text=collector.text_of(frame.opening)[:20],
                )
            )
        elif delivery is not NEUTRAL:
            collector.cue(frame.opening, delivery)

    def _say_nothing(self, frame: _Frame) -> None:
        """An empty ``sub`` or ``phoneme`` ends."""
        if frame.delivery.said:
            self._collector.add(frame.delivery.said)
        elif frame.delivery.phonemes is not None:
            self._problems.warn(message("<phoneme> without text in it is not said."))
