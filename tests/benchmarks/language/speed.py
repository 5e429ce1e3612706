"""Characters a second on one core."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from reader.books.registry import read_book
from reader.language.pinyin import syllables
from reader.language.sentences import split
from reader.language.spoken import spoken_form
from tests.language import gold


@dataclass(frozen=True, kw_only=True)
class Speed:
    """Characters a second of processor time: the median of the runs, the least and the most."""

    name: str
    median: float
    least: float
    most: float


def speeds(runs: int) -> Iterator[Speed]:
    """Sentences; spoken forms of plain and dense text; everything with pinyin.

    Plain text is the sample books, dense text our own sentences about spoken forms, every
    one of which holds something to be said differently.
    """
    chinese, english = _book("chinese"), _book("english")
    yield _speed("sentences, Chinese", chinese * 20, _cut, runs)
    yield _speed("sentences, English", english * 20, _cut, runs)
    yield _speed("spoken forms, plain Chinese", chinese, _spoken_in("zh"), runs)
    yield _speed("spoken forms, plain English", english, _spoken_in("en"), runs)
    yield _speed("spoken forms, dense Chinese", _dense("zh"), _spoken_in("zh"), runs)
    yield _speed("spoken forms, dense English", _dense("en"), _spoken_in("en"), runs)
    yield _speed("everything with pinyin, plain", chinese, _everything, runs)
    yield _speed("everything with pinyin, dense", _dense("zh"), _everything, runs)


def _book(name: str) -> str:
    book = read_book(Path(__file__).parents[3] / "resources" / "samples" / f"{name}.epub")
    return "\n".join(chapter.text for chapter in book.chapters)


def _dense(language: str) -> str:
    return "\n".join(each.given for each in gold.own_spoken() if each.language == language)


def _cut(text: str) -> None:
    for paragraph in text.split("\n"):
        split(paragraph)


def _spoken_in(language: str) -> Callable[[str], None]:
    def say(text: str) -> None:
        for line in text.split("\n"):
            for sentence in split(line):
                spoken_form(sentence.text, language)

    return say


def _everything(text: str) -> None:
    for line in text.split("\n"):
        for sentence in split(line):
            syllables(spoken_form(sentence.text, "zh"))


def _speed(name: str, text: str, work: Callable[[str], None], runs: int) -> Speed:
    work(text)
    figures = []
    for _ in range(runs):
        begun = process_time()
        work(text)
        figures.append(len(text) / (process_time() - begun))
    return Speed(
        name=name, median=statistics.median(figures), least=min(figures), most=max(figures)
    )
