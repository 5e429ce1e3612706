"""Language runs of our own sentences, whose marks ⟦en:…⟧ say what is not in the main language."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from reader.language.detect import language_runs
from reader.language.letters import is_spelled, mandarin_name

_DATA = Path(__file__).parents[1] / "data" / "language" / "runs.tsv"
_MARKED = re.compile(r"⟦([a-z]+):([^⟧]*)⟧")


def _items() -> dict[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    with _DATA.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["category"]].append((row["default"], row["text"]))
    return found


def _languages(marked: str, default: str) -> tuple[str, list[str]]:
    """The text without marks and the language of each character."""
    text, languages, position = "", [], 0
    for match in _MARKED.finditer(marked):
        before = marked[position : match.start()]
        text += before + match[2]
        languages += [default] * len(before) + [match[1]] * len(match[2])
        position = match.end()
    rest = marked[position:]
    return text + rest, languages + [default] * len(rest)


def _sounding(text: str, languages: list[str]) -> list[tuple[str, str]]:
    """Letters and digits with their languages: punctuation makes no sound."""
    return [
        (character, language)
        for character, language in zip(text, languages, strict=True)
        if unicodedata.category(character)[0] in "LN"
    ]


@pytest.mark.parametrize("category", _items())
def test_every_character_is_in_the_language_it_is_said_in(category: str) -> None:
    wrong: list[str] = []
    for default, marked in _items()[category]:
        text, languages = _languages(marked, default)
        runs = language_runs(text, default)
        found = [run.language for run in runs for _ in range(run.end - run.start)]
        if _sounding(text, found) != _sounding(text, languages):
            cut = "|".join(f"{run.language}:{text[run.start : run.end]}" for run in runs)
            wrong.append(f"{marked} → {cut}")
    assert not wrong, f"{category}: {len(wrong)} wrong\n" + "\n".join(wrong)


def test_a_quoted_sentence_keeps_its_punctuation() -> None:
    text = "他说：“I love you.”然后走了。"
    runs = [text[run.start : run.end] for run in language_runs(text, "zh")]
    assert runs == ["他说：", "“I love you.”", "然后走了。"]


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("A", True), ("x", True), ("GDP", True), ("CCTV", True), ("MP3", True), ("Ａ", True),
        ("NASA", False), ("SIM", False), ("Python", False), ("of", False), ("3", False),
        ("", False),
    ],
)  # fmt: skip
def test_which_letters_are_spelled(word: str, spelled: bool) -> None:
    assert is_spelled(word) is spelled


def test_letters_have_names_in_mandarin() -> None:
    assert mandarin_name("W") == ("da2", "bu5", "liu5")
    assert mandarin_name("ａ") == mandarin_name("A") == ("ei1",)
    assert mandarin_name("é") == mandarin_name("3") == mandarin_name("好") == ()
