"""The elements of our SSML: their attributes, and what may stand in what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from reader.narration.delivery import Delivery
from reader.narration.ssml import asking
from reader.narration.ssml.tag import Tag


class Holds(IntEnum):
    """What may stand in an element; each kind may hold what the ones before may, too."""

    NOTHING = 0
    TEXT = 1
    WORDS = 2
    SENTENCES = 3
    PARAGRAPHS = 4


@dataclass(frozen=True, kw_only=True)
class Element:
    """An element: its attributes, what it holds, and what must be able to hold it.

    `unused` are attributes of W3C SSML that no voice here can follow. `holds` is None where it
    may hold what its parent does. `read` gives the delivery that the tag asks for.
    """

    attributes: frozenset[str] = frozenset()
    unused: frozenset[str] = frozenset()
    holds: Holds | None = None
    within: Holds = Holds.WORDS
    read: Callable[[Tag], Delivery] | None = None


def _element(
    attributes: str = "",
    read: Callable[[Tag], Delivery] | None = None,
    *,
    unused: str = "",
    holds: Holds | None = None,
    within: Holds = Holds.WORDS,
) -> Element:
    return Element(
        attributes=frozenset(attributes.split()),
        unused=frozenset(unused.split()),
        holds=holds,
        within=within,
        read=read,
    )


_TOKEN = _element(asking.LANG, asking.language, unused="role", holds=Holds.WORDS)

ELEMENTS = MappingProxyType(
    {
        "p": _element(asking.LANG, asking.language, holds=Holds.SENTENCES, within=Holds.PARAGRAPHS),
        "s": _element(asking.LANG, asking.language, holds=Holds.WORDS, within=Holds.SENTENCES),
        "token": _TOKEN,
        "w": _TOKEN,
        "voice": _element(
            f"name languages gender age {asking.LANG}",
            asking.voice,
            unused="variant required ordering onvoicefailure",
        ),
        "lang": _element(asking.LANG, asking.lang, unused="onlangfailure"),
        "prosody": _element("rate pitch volume", asking.prosody, unused="contour range duration"),
        "emphasis": _element("level x:level", asking.emphasis, holds=Holds.WORDS),
        "say-as": _element("interpret-as format", asking.say_as, unused="detail", holds=Holds.TEXT),
        "sub": _element("alias", asking.sub, holds=Holds.TEXT),
        "phoneme": _element("ph alphabet", asking.phoneme, unused="type", holds=Holds.TEXT),
        "break": _element("time strength", holds=Holds.NOTHING),
        "mark": _element("name", holds=Holds.NOTHING),
        "x:style": _element("name level", asking.style),
        "x:said": _element("who", asking.said),
    }
)
"""All elements but ``speak`` that say something; ``x:`` stands for our own namespace."""

SILENT = frozenset({"meta", "metadata", "desc"})
"""Elements about the document; what they hold is not spoken."""

REFUSED = frozenset({"audio", "lexicon"})
"""Elements that would fetch something."""

FETCHING = frozenset({"src", "uri", "href", "xml:base"})
"""Attributes that name something to fetch."""
