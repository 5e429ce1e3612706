"""How much of every gold set comes out right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.language.detect import HAN
from reader.language.pinyin import syllables
from reader.language.sentences import split
from reader.language.spoken import SpokenStyle, spoken_form
from reader.language.spoken.mixed import spoken_runs
from tests.language import gold

HANZI = re.compile(f"[{HAN}]")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of the table; `mistakes` are printed where asked for."""

    name: str
    percent: float
    items: int
    mistakes: tuple[str, ...] = ()


_BRITISH = SpokenStyle(english_date="day-first", zero="oh", english_minus="negative")
"""What that set takes for granted: the fifth of January, point oh five, negative one."""


def spoken() -> Iterator[Figure]:
    """Spoken forms: the shared sets as single texts, our own as lines that may mix languages."""
    for name, items in gold.shared_spoken().items():
        yield _figure(f"spoken: {name}", gold.score(items, said_alone))
    items = gold.shared_spoken()["WeText en"]
    british = gold.score(items, lambda item: spoken_form(item.given, "en", _BRITISH))
    yield _figure("spoken: WeText en, in its own style", british)
    for language in ("zh", "en", "mixed"):
        items = [each for each in gold.own_spoken() if each.language == language]
        yield _figure(f"spoken: our own, {language}", gold.score(items, said_as_mixed))


def said_alone(item: gold.Item) -> str:
    """The spoken form of an item, all of it in its language."""
    return spoken_form(item.given, item.language)


def said_as_mixed(item: gold.Item) -> str:
    """What ``tingshu spoken`` prints for an item of our own."""
    language = None if item.language == "mixed" else item.language
    return "".join(form.text for form in spoken_runs(item.given, language))


def _figure(name: str, score: gold.Score) -> Figure:
    return Figure(
        name=name,
        percent=score.percent,
        items=len(score.items),
        mistakes=tuple(
            f"{item.category}: {item.given} → {said} (right: {item.answer})"
            for item, said in score.wrong
        ),
    )


def pinyin() -> Iterator[Figure]:
    """Syllables of running text with sandhi, all kinds of text and ordinary text alone."""
    everything = gold.own_pinyin()
    ordinary = [each for each in everything if each[0] in ORDINARY]
    for name, sentences in (("all", everything), ("ordinary text", ordinary)):
        score = gold.score_pinyin(sentences, said_syllables)
        yield Figure(
            name=f"pinyin with sandhi: our own, {name}",
            percent=score.percent,
            items=score.total,
            mistakes=tuple(" ".join(each) for each in score.wrong),
        )


ORDINARY = ("narrative", "dialogue", "news", "everyday")
"""Categories of running text as it comes; the others were written to be hard."""


def said_syllables(sentence: str) -> list[str | None]:
    """A reading for each hanzi of `sentence`, after sandhi."""
    return [each.pinyin for each in syllables(sentence) if HANZI.match(each.text)]


def sentences() -> Iterator[Figure]:
    """Texts cut as wanted, and the F1 of boundaries in treebanks."""
    sets = {**gold.shared_sentences(), "our own": gold.own_sentences()}
    for name, items in sets.items():
        yield _figure(f"sentences: {name}", gold.score(items, cut))
    english = gold.treebank("en_ewt-ud-dev")
    chinese = gold.treebank("zh_gsdsimp-ud-dev", together=5)
    for name, paragraphs, joined_by in (
        ("UD EWT dev, F1", english, " "),
        ("UD GSDSimp dev, F1", chinese, ""),
    ):
        yield Figure(
            name=f"sentences: {name}",
            percent=gold.boundary_f1(paragraphs, joined_by, starts),
            items=sum(map(len, paragraphs)),
        )


def cut(item: gold.Item) -> str:
    """The sentences of an item as its answer is written."""
    return gold.as_answer([each.text for each in split(item.given)])


def starts(text: str) -> list[int]:
    """Where the sentences of `text` begin."""
    return [each.start for each in split(text)]
