"""Who says another name is another: “My name is Hale” is not said by Tom, nor what follows it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from reader.dialogue.english.doubt import DOUBTFUL
from reader.dialogue.model import Evidence, Quotation

_GIVES_A_NAME = re.compile(
    r"\b(?:[Mm]y name(?:\u2019s|'s| is)|I am called) ((?:(?:[A-Z][\w\u2019'-]*\.?)[ ]?){1,4})"
)
_WORD = re.compile(r"\w+")
_SURE = (Evidence.EXPLICIT, Evidence.MARKUP)


def told_apart(
    text: str, quotations: Iterable[Quotation], names: Mapping[str, Collection[str]]
) -> Iterator[Quotation]:
    """`quotations`, those of a chapter with that text, with less confidence where whoever speaks
    has given a name that is not among the `names` of the speaker who was found.

    The same holds for what the same speaker goes on to say, until the words name him.
    """
    strangers: set[str] = set()
    for each in quotations:
        speaker = each.speaker
        if speaker is None:
            yield each
            continue
        named = each.evidence in _SURE
        if named:
            strangers.discard(speaker)
        elif _gives_another(text[each.start : each.end], names.get(speaker, ())):
            strangers.add(speaker)
        if speaker in strangers:
            yield replace(each, confidence=min(each.confidence, DOUBTFUL))
        else:
            yield each


def _gives_another(said: str, names: Collection[str]) -> bool:
    given = _GIVES_A_NAME.search(said)
    if given is None:
        return False
    own = {word.lower() for name in names for word in _WORD.findall(name)}
    return own.isdisjoint(word.lower() for word in _WORD.findall(given[1]))
