"""Characters whose reading the words around them decide: 得 地 还 为 长 只 种 过 了 着 …

The rules are a table among the resources: a character, what stands before it, what follows
it, and its reading there. They are tried in order; where none holds, the disambiguator is
asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reader import paths
from reader.language.pinyin.words import Word

_WINDOW = 12
"""Characters before the place that a rule may look at."""

_NAMED = {
    "{count}": "[一二三四五六七八九十百千万亿两几半多这那哪每数某整头首末前后零〇]",
    "{figure}": "[一二三四五六七八九十百千万零〇两几]",
}
"""What stands before a measure, and digits; in the patterns by name."""

_ADVERB = re.compile("[^，。！？；：、“”《》等各两多此该当异外本某陆田土新主之在盖象产遍块片亩]$")
_DONE = re.compile("[\u4e00-\u9fff](?<![的是和与上下里面])|，|$")
"""What stands before 地, and after it, where it makes an adverb."""


class _Rule(NamedTuple):
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    reading: str


def contextual(text: str, place: int, word: Word) -> str | None:
    """The reading that context gives to the character at `place` of `text`, or None.

    `word` is the word that holds the character; `text` is simplified.
    """
    character = text[place]
    if character == "地":
        return _ground_or_particle(text, place, word)
    start = max(0, place - _WINDOW)
    for rule in _rules(character):
        if rule.before is not None and rule.before.search(text, start, place) is None:
            continue
        if rule.after is not None and rule.after.match(text, place + 1) is None:
            continue
        return rule.reading
    return None


_GROUND = re.compile("[了满]一$|军$")
"""Before 地 that is the ground: 碎了一地."""


def _ground_or_particle(text: str, place: int, word: Word) -> str | None:
    if _GROUND.search(text, max(0, place - 2), place):
        return "di4"
    if word.tag != "uv":
        return "di4" if len(word.text) > 1 else None
    adverb = _ADVERB.search(text, max(0, place - 1), place) and _DONE.match(text, place + 1)
    return "de5" if adverb else None


@cache
def _rules(character: str) -> tuple[_Rule, ...]:
    """The rules of `character`; compiled when it is first met."""
    return tuple(_rule(*fields) for fields in _table().get(character, ()))


def _rule(before: str, after: str, reading: str) -> _Rule:
    return _Rule(
        None if before == "-" else re.compile(f"(?:{before})$"),
        None if after == "-" else re.compile(after),
        reading,
    )


@cache
def _table() -> dict[str, list[list[str]]]:
    content = (paths.resources_folder() / "pinyin" / "context.txt").read_text("utf-8")
    for name, pattern in _NAMED.items():
        content = content.replace(name, pattern)
    table: dict[str, list[list[str]]] = {}
    for line in content.splitlines():
        character, *fields = line.split(" ")
        if character != "#":
            table.setdefault(character, []).append(fields)
    return table
