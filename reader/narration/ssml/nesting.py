"""Cues, sentences and paragraphs of a markup as elements that lie within one another."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias
from xml.sax.saxutils import quoteattr

from reader.books.model import Emphasis
from reader.narration.delivery import Cue, Delivery
from reader.narration.ssml import values
from reader.narration.ssml.asking import EMPHASES, LANG
from reader.narration.ssml.model import Insertion, Markup
from reader.narration.ssml.seams import Ranges, within_lines
from reader.narration.ssml.wellformed import legal

_LEVELS: MappingProxyType[Emphasis, str] = MappingProxyType(
    {emphasis: name for name, emphasis in EMPHASES.items()}
)
_PARAGRAPH, _SENTENCE, _MANNER, _SOUND = range(4)
"""What is around what, of elements around the same text."""

_Waiting: TypeAlias = "tuple[tuple[int, int, int, int], int, Node]"
"""A node by its key, and by a serial number where keys are equal."""

_WORDS_ONLY = frozenset({"emphasis", "say-as", "sub", "phoneme"})
"""Elements that cannot hold sentences."""


@dataclass(kw_only=True)
class Node:
    """An element around ``text[start:end]`` and what it holds, in order.

    `has_lines` tells whether a paragraph or a sentence is within; `rank` and `number` order
    elements around the same text, the outer first.
    """

    start: int
    end: int
    rank: int = 0
    number: int = 0
    name: str = ""
    attributes: Sequence[tuple[str, str]] = ()
    has_lines: bool = False
    children: list[Node | Insertion] = field(default_factory=list)

    @property
    def is_line(self) -> bool:
        """Whether it is a paragraph or a sentence."""
        return self.rank in (_PARAGRAPH, _SENTENCE)

    @property
    def is_sound(self) -> bool:
        """Whether it says how its text sounds, and holds nothing else."""
        return self.rank == _SOUND

    @property
    def key(self) -> tuple[int, int, int, int]:
        """Elements sorted by it come in the order of their start tags."""
        return self.start, -self.end, self.rank, self.number


def tag(node: Node) -> str:
    """The start tag of `node`."""
    told = (f" {name}={quoteattr(legal(value))}" for name, value in node.attributes)
    return f"<{node.name}{''.join(told)}>"


def nested(markup: Markup) -> tuple[Node, frozenset[int]]:
    """Everything in `markup` in one root, and the offsets at which a line may end.

    What reaches over the end of what it begins in is cut in two.
    """
    text = markup.text
    paragraphs = markup.paragraphs if "\n" in text else ()
    lines = [
        Node(start=start, end=end, rank=rank, name=name)
        for rank, name, ranges in ((0, "p", paragraphs), (1, "s", markup.sentences))
        for start, end in ranges
        if start < end
    ]
    ends = sorted({0, len(text)} | {end for each in lines for end in (each.start, each.end)})
    manners = [
        piece
        for node in _manners(markup.cues)
        for whole in _within_lines(node, text, [paragraphs, markup.sentences])
        for piece in _pieces(whole, ends)
        if text[piece.start : piece.end].strip(" \n")
    ]
    root = Node(start=0, end=len(text))
    _fill(root, [*lines, *manners], markup.insertions)
    return root, frozenset(ends)


def _fill(root: Node, nodes: list[Node], insertions: Sequence[Insertion]) -> None:
    """Put all of them into `root`."""
    waiting = [(node.key, serial, node) for serial, node in enumerate(nodes)]
    heapq.heapify(waiting)
    serial = len(waiting)
    opened = [root]
    for insertion in sorted(insertions, key=lambda each: each.offset):
        while waiting and waiting[0][0][0] < insertion.offset:
            serial += 1
            _take(opened, waiting, serial)
        _take_insertion(opened, insertion)
    while waiting:
        serial += 1
        _take(opened, waiting, serial)


def _take(opened: list[Node], waiting: list[_Waiting], serial: int) -> None:
    """Put the next of the `waiting` where it belongs; what reaches too far waits again."""
    node = heapq.heappop(waiting)[2]
    while len(opened) > 1 and opened[-1].end <= node.start:
        opened.pop()
    around = opened[-1]
    if node.end > around.end and len(opened) > 1:
        rest = _rest(node, around.end)
        heapq.heappush(waiting, (rest.key, serial, rest))
        node.end = around.end
    if around.is_sound:
        return
    around.children.append(node)
    opened.append(node)
    if node.is_line:
        for each in opened[:-1]:
            each.has_lines = True


def _take_insertion(opened: list[Node], insertion: Insertion) -> None:
    """At the end of a sentence it stands inside, at that of other elements behind."""
    place = insertion.offset
    while len(opened) > 1 and (
        opened[-1].end < place or (opened[-1].end == place and not opened[-1].is_line)
    ):
        opened.pop()
    holder = opened[-2] if opened[-1].is_sound else opened[-1]
    holder.children.append(insertion)


def _within_lines(node: Node, text: str, lines: Sequence[Ranges]) -> Iterator[Node]:
    """`node`, in pieces that hold whole lines or lie within one."""
    for start, end in within_lines(node.start, node.end, text, lines):
        piece = node if start == node.start else _rest(node, start)
        yield replace(piece, end=end, children=[])


def _pieces(node: Node, ends: Sequence[int]) -> Iterator[Node]:
    """`node`, in a piece for every line if it cannot hold lines."""
    if node.name in _WORDS_ONLY:
        for end in ends[bisect_right(ends, node.start) : bisect_left(ends, node.end)]:
            yield replace(node, end=end, children=[])
            node = _rest(node, end)
    yield node


def _rest(node: Node, start: int) -> Node:
    """What is left of `node` from `start` on; its sound has been said by then."""
    rest = replace(node, start=start, children=[])
    if node.name in ("sub", "phoneme"):
        return replace(rest, name="sub", attributes=(("alias", ""),))
    return rest


def _manners(cues: Sequence[Cue]) -> Iterator[Node]:
    """The elements for `cues`; of two sounds for the same text the inner."""
    sounds: dict[tuple[int, int], Node] = {}
    number = 0
    for cue in cues:
        for name, attributes in _asked_for(cue.delivery):
            number += 1
            yield Node(
                start=cue.start,
                end=cue.end,
                rank=_MANNER,
                number=number,
                name=name,
                attributes=attributes,
            )
        sound = _sound(cue.delivery)
        if sound is not None:
            sounds[cue.start, cue.end] = Node(
                start=cue.start, end=cue.end, rank=_SOUND, name=sound[0], attributes=sound[1]
            )
    yield from sounds.values()


_Tag: TypeAlias = tuple[str, Sequence[tuple[str, str]]]


def _asked_for(delivery: Delivery) -> Iterator[_Tag]:
    """The elements for `delivery`, from the outside in, but that of its sound."""
    if delivery.speaker is not None:
        yield "x:said", [("who", delivery.speaker)]
    language = [(LANG, delivery.language)] if delivery.language is not None else []
    if delivery.voice is not None:
        yield "voice", [("name", delivery.voice), *language]
    elif language:
        yield "lang", language
    if delivery.style is not None:
        yield "x:style", [("name", delivery.style), *_level("level", delivery.style_level)]
    prosody = tuple(_prosody(delivery))
    if prosody:
        yield "prosody", prosody
    if delivery.emphasis is not None:
        usual = delivery.emphasis is Emphasis.EMPHASIS
        level = [] if usual else [("level", _LEVELS[delivery.emphasis])]
        yield "emphasis", [*level, *_level("x:level", delivery.emphasis_level)]


def _level(name: str, level: float) -> list[tuple[str, str]]:
    return [] if values.rounded(level) == 1 else [(name, values.written_level(level))]


def _prosody(delivery: Delivery) -> Iterator[tuple[str, str]]:
    if values.rounded(delivery.rate) != 1:
        yield "rate", values.written_rate(delivery.rate)
    if values.rounded(delivery.pitch) != 0:
        yield "pitch", values.written_pitch(delivery.pitch)
    if values.rounded(delivery.gain) != 0:
        yield "volume", values.written_volume(delivery.gain)


def _sound(delivery: Delivery) -> _Tag | None:
    if delivery.phonemes is not None:
        alphabet = delivery.alphabet or "ipa"
        return "phoneme", [("alphabet", alphabet), ("ph", delivery.phonemes)]
    if delivery.said is not None:
        return "sub", [("alias", delivery.said)]
    if delivery.say_as is None:
        return None
    kind, _, order = delivery.say_as.partition(":")
    return "say-as", [("interpret-as", kind), *([("format", order)] if order else [])]
