"""What matters is heard: how strongly headings, terms and the author's own stress are said.

By rate and loudness first; a listener who follows at three times the speed hears little else.
At the usual strength, 1:

=======================  ==========================================================
a heading                0.95 times as fast, 1 dB louder; bold all through adds nothing
the author's em, strong  as :data:`reader.speech.manner.EMPHASES` has them
a term that is defined   the author's emphasis, at the strength of terms
a quoted block           0.97 times as fast, 1 dB softer
notes, code              evenly, whatever is set off in them
=======================  ==========================================================

Other strengths multiply decibels and raise the rate to their power: 0 says it like all else, 2
twice as differently. Pauses are another matter (:mod:`reader.narration.pauses`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.books.model import Block, BlockKind, Emphasis, Run
from reader.language.measure import is_sayable
from reader.narration.delivery import Delivery
from reader.settings import Settings

_HEADING = Delivery(rate=0.95, gain=1.0)
_QUOTATION = Delivery(rate=0.97, gain=-1.0)

_EVEN = frozenset((BlockKind.NOTE, BlockKind.CODE))
_DEFINING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))

_LONGEST_TERM = 60
"""Characters; what is longer is a sentence and no term."""

_AROUND = " \u00a0\u3000,.:;!?，。：；！？“”‘’\"'"

_DEFINES = re.compile(
    r"\s*(?:[(（][^)）]{1,60}[)）])?\s*"
    r"(?:[:：—–]|-\s|"
    r"[,，]?\s*(?:is|are|means|refers to|denotes|stands for|or|also called|i\.e\.)\b|"
    r"[,，]?(?:是|指|即|乃|又称|也称|亦称|简称|也叫|又叫))"
)
"""What follows a term that a paragraph or list item begins with and defines."""


_FUNCTION_WORDS = frozenset(
    word
    for line in (
        "a an the this that these those here there i you he she it we they me him her us them my",
        "your his its our their mine yours hers ours theirs who whom whose what which when where",
        "why how yes no not never always and or but nor if so then now all any both each either",
        "every few many most much neither nobody none nothing one only other others some somebody",
        "something everybody everything such",
        "我 你 您 他 她 它 咱 我们 你们 他们 她们 它们 咱们 自己 大家 别人 这 那 此 这个 那个",
        "这些 那些 这里 那里 这儿 那儿 谁 什么 哪 哪个 哪里 怎么 为什么 何 几 不 没 没有 不是 别",
        "都 全 只 就 才 也 还 又 很 真 太 最 可 或 和 但 而 如果 所以 因为 现在 有人 一切",
    )
    for word in line.split()
)
"""Stressed, they mean themselves; nobody defines them."""


@dataclass(frozen=True, kw_only=True)
class Stress:
    """How strongly each is emphasised: 0 not at all, 1 as usual, 2 twice as much."""

    markup: float = 1.0
    headings: float = 1.0
    terms: float = 1.0

    @classmethod
    def of(cls, settings: Settings) -> Stress:
        """What the listener chose."""
        return cls(
            markup=settings.stress_markup,
            headings=settings.stress_headings,
            terms=settings.stress_terms,
        )

    def of_block(self, block: Block) -> Delivery:
        """How all of `block` is said."""
        if block.kind is BlockKind.HEADING:
            return _times(_HEADING, self.headings)
        if block.kind is BlockKind.QUOTATION:
            return _times(_QUOTATION, self.markup)
        return Delivery()

    def of_run(self, run: Run, block: Block) -> tuple[Emphasis, float]:
        """How strongly `run` is emphasised within `block`, and how much of that is meant."""
        emphasis = run.emphasis
        if run.term and emphasis is Emphasis.NONE:
            emphasis = Emphasis.EMPHASIS
        if emphasis is Emphasis.NONE or block.kind in _EVEN:
            return Emphasis.NONE, 1.0
        if block.kind is BlockKind.HEADING and _is_all_alike(block):
            return Emphasis.NONE, 1.0
        level = self.terms if _is_term(run, block) else self.markup
        return (emphasis, level) if level else (Emphasis.NONE, 1.0)


def _times(delivery: Delivery, strength: float) -> Delivery:
    return Delivery(rate=delivery.rate**strength, gain=delivery.gain * strength)


def _is_all_alike(block: Block) -> bool:
    return len({run.emphasis for run in block.runs if is_sayable(run.text)}) == 1


def _is_term(run: Run, block: Block) -> bool:
    """Whether `run` is marked as a term, or is what `block` begins with and defines."""
    if run.term:
        return True
    if block.kind not in _DEFINING or len(run.text) > _LONGEST_TERM:
        return False
    if run.text.strip(_AROUND).casefold() in _FUNCTION_WORDS:
        return False
    begin = 0
    for each in block.runs:
        begin += len(each.text)
        if each is run:
            break
        if is_sayable(each.text):
            return False
    return run.text.rstrip().endswith((":", "：")) or bool(_DEFINES.match(block.text, begin))
