"""Latin letters in Chinese, which the Mandarin voice calls by their names."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from reader.narration.utterance import Span, Utterance
from reader.speech.engines.mandarin.script import Break, left_out, script


def syllables(text: str) -> list[Any]:
    """Every hanzi a word of one reading, and what is between them as it stands."""
    return [
        SimpleNamespace(text=part, pinyin="hao3" if "一" <= part <= "鿿" else None, word_start=True)
        for part in re.findall("[一-鿿]|[^一-鿿]+", text)
    ]


def said(text: str) -> list[str]:
    utterance = Utterance(items=(Span(text=text, language="zh", start=0, end=len(text)),))
    return [each.pinyin for each in script(utterance, lambda _: True, syllables)]


def test_an_initialism_is_said_letter_by_letter() -> None:
    assert said("看GDP了")[1:-1] == ["ji4", "di4", "pi4"]


def test_a_word_is_left_to_other_voices() -> None:
    assert said("用Python写") == said("用写")
    utterance = Utterance(items=(Span(text="用Python写T", language="zh", start=0, end=10),))
    assert left_out(utterance, lambda _: True, syllables) == "Python"


def test_every_letter_has_its_place_and_breath_is_kept() -> None:
    text = "好，WTO！好"
    utterance = Utterance(items=(Span(text=text, language="zh", start=0, end=len(text)),))
    spoken = script(utterance, lambda _: True, syllables)
    assert [(each.start, each.before) for each in spoken[1:4]] == [
        (2, Break.CLAUSE),
        (2, Break.WITHIN),
        (2, Break.WITHIN),
    ]
    assert [each.start for each in spoken] == [0, 2, 2, 2, 3, 4, 6]
    assert spoken[-1].before is Break.CLAUSE
