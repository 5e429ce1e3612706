"""Gold sets of the text front end: our own, and those shared between projects.

Comparison is lenient where ears are: NFKC, case, punctuation, spaces and hyphens do not
count; in the shared sets neither do 幺 against 一, 两 against 二 and the English ``and``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

OWN = Path(__file__).parents[1] / "data" / "language"
SHARED = Path(__file__).parents[2].parent / "shared" / "corpora" / "frontend"

_WETEXT_ZH = "cardinal char date fraction math money time whitelist normalizer"
_CUT = "‖"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One decision: what is given, and a test of what comes out."""

    name: str
    category: str
    language: str
    given: str
    answer: str
    right: Callable[[str], bool]


@dataclass(frozen=True, kw_only=True)
class Score:
    """What of a set came out wrong: the item, and what came out."""

    items: tuple[Item, ...]
    wrong: tuple[tuple[Item, str], ...]

    @property
    def percent(self) -> float:
        """The share that is right, 0-100."""
        return 100 * (1 - len(self.wrong) / max(1, len(self.items)))

    def by_category(self) -> dict[str, tuple[int, int]]:
        """How many of each category are right, and how many there are."""
        there = Counter(item.category for item in self.items)
        wrong = Counter(item.category for item, _ in self.wrong)
        return {name: (there[name] - wrong[name], there[name]) for name in sorted(there)}


def score(items: Sequence[Item], say: Callable[[Item], str]) -> Score:
    """Put every item to `say`."""
    said = [(item, say(item)) for item in items]
    return Score(
        items=tuple(items), wrong=tuple((item, each) for item, each in said if not item.right(each))
    )


def rows(file: str) -> Iterator[list[str]]:
    """The rows of one of our own tables."""
    for line in (OWN / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def own_spoken() -> list[Item]:
    """Our spoken forms, where ``{a|b}`` allows both."""
    found = []
    for name, category, language, written, answer, *_ in rows("spoken.tsv"):
        pattern = re.compile(_alternatives(answer, english=language != "zh"))
        found.append(
            Item(
                name=name,
                category=f"{language} {category}",
                language=language,
                given=written,
                answer=answer,
                right=_matches(pattern, english=language != "zh"),
            )
        )
    return found


def shared_spoken() -> dict[str, list[Item]]:
    """The sets of other projects, by name; empty where they are not at hand."""
    texts = SHARED / "tn"
    english = [each for each in _files(texts, "nemo_en_odd") if "match_input" not in each.name]
    ours_zh = [texts / "wetextprocessing_zh" / f"{each}.txt" for each in _WETEXT_ZH.split()]
    return {
        "NeMo zh, odd half": _pairs(_files(texts, "nemo_zh_odd"), "~", "zh"),
        "Paddle zh": _pairs([texts / "paddlespeech_textnorm_test_cases.txt"], "|", "zh"),
        "WeText zh": _pairs(ours_zh, "=>", "zh"),
        "NeMo en, odd half": _pairs(english, "~", "en"),
        "WeText en": _pairs(_files(texts, "wetextprocessing_en"), "=>", "en"),
    }


def _files(texts: Path, folder: str) -> list[Path]:
    return sorted((texts / folder).glob("*.txt"))


def _pairs(files: Sequence[Path], separator: str, language: str) -> list[Item]:
    found = []
    for file in files:
        for line in file.read_text("utf-8").splitlines() if file.exists() else ():
            written, mark, answer = line.partition(separator)
            if mark and written.strip():
                found.append(_pair(file.stem, written.strip(), answer.strip(), language))
    return found


def _pair(category: str, written: str, answer: str, language: str) -> Item:
    wanted = _lenient(answer, language)
    return Item(
        name=written,
        category=category,
        language=language,
        given=written,
        answer=answer,
        right=lambda said: _lenient(said, language) == wanted,
    )


def _plain(text: str, *, english: bool) -> str:
    text = unicodedata.normalize("NFKC", text).lower()
    if english:
        text = re.sub(r"\band\b", "", text)
    return "".join(each for each in text if unicodedata.category(each)[0] not in "PZSC")


def _lenient(text: str, language: str) -> str:
    plain = _plain(text, english=language == "en")
    return plain.replace("幺", "一").replace("两", "二") if language == "zh" else plain


def _alternatives(answer: str, *, english: bool) -> str:
    pattern = ""
    for at, part in enumerate(re.split(r"[{}]", answer)):
        choices = part.split("|") if at % 2 else [part]
        pattern += f"(?:{'|'.join(re.escape(_plain(each, english=english)) for each in choices)})"
    return pattern


def _matches(pattern: re.Pattern[str], *, english: bool) -> Callable[[str], bool]:
    return lambda said: pattern.fullmatch(_plain(said, english=english)) is not None


def own_pinyin() -> list[tuple[str, str, list[set[str]]]]:
    """Our sentences of running text: category, text, and the readings allowed a hanzi."""
    return [
        (category, sentence, [set(each.split("/")) for each in syllables.split()])
        for _, category, sentence, syllables, *_ in rows("pinyin.tsv")
    ]


@dataclass(frozen=True, kw_only=True)
class Syllables:
    """How many syllables, and how many whole sentences, are as labelled."""

    right: int
    total: int
    whole: int
    sentences: int
    wrong: tuple[tuple[str, str, str, str], ...]

    @property
    def percent(self) -> float:
        """The share of syllables that are right, 0-100."""
        return 100 * self.right / max(1, self.total)


def score_pinyin(
    sentences: Sequence[tuple[str, str, list[set[str]]]], say: Callable[[str], Sequence[str | None]]
) -> Syllables:
    """Compare what `say` gives for every hanzi with the readings allowed.

    `wrong` lists category, context, what came out and what is right.
    """
    total = whole = 0
    wrong: list[tuple[str, str, str, str]] = []
    for category, sentence, allowed in sentences:
        said = say(sentence)
        before = len(wrong)
        for place, (one, right) in enumerate(zip(said, allowed, strict=True)):
            if one not in right:
                around = f"{sentence} #{place + 1}"
                wrong.append((category, around, str(one), "/".join(sorted(right))))
        total += len(allowed)
        whole += len(wrong) == before
    return Syllables(
        right=total - len(wrong),
        total=total,
        whole=whole,
        sentences=len(sentences),
        wrong=tuple(wrong),
    )


def own_sentences() -> list[Item]:
    """Our texts cut into sentences."""
    found = []
    for name, category, cut, *_ in rows("sentences.tsv"):
        text = cut.replace("\\n", "\n")
        wanted = [each.strip() for each in text.split(_CUT) if each.strip()]
        found.append(_sentences(name, category, text.replace(_CUT, ""), wanted))
    return found


def cut_items(pairs: Sequence[tuple[str, Sequence[str]]], category: str) -> list[Item]:
    """Items of texts with their sentences."""
    return [_sentences(text[:20], category, text, list(wanted)) for text, wanted in pairs]


def _sentences(name: str, category: str, text: str, wanted: list[str]) -> Item:
    return Item(
        name=name,
        category=category,
        language="",
        given=text,
        answer=_CUT.join(wanted),
        right=lambda said: said.split(_CUT) == wanted,
    )


def as_answer(sentences: Sequence[str]) -> str:
    """Sentences in the form that the items of :func:`own_sentences` are asked with."""
    return _CUT.join(each.strip() for each in sentences)


def shared_sentences() -> dict[str, list[Item]]:
    """Golden rules and samples shared between projects, by name."""
    found = {}
    for name in ("english_golden_rules", "chinese_golden_rules", "mixed_sample"):
        file = SHARED / "seg" / f"{name}.json"
        content = json.loads(file.read_text("utf-8")) if file.exists() else []
        pairs = [
            (each["text"], each["sentences"]) if isinstance(each, dict) else tuple(each)
            for each in content
        ]
        found[name.replace("_", " ")] = cut_items(pairs, name)
    return found


def treebank(name: str, *, together: int | None = None) -> list[list[str]]:
    """Paragraphs of a treebank as their sentences; `together` makes paragraphs of so many."""
    file = SHARED / "seg" / f"{name}.sentences.txt"
    paragraphs: list[list[str]] = [[]]
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        if line.startswith("# new"):
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = ").strip())
    if together is not None:
        flat = [sentence for paragraph in paragraphs for sentence in paragraph]
        return [flat[at : at + together] for at in range(0, len(flat), together)]
    return [paragraph for paragraph in paragraphs if paragraph]


def boundary_f1(
    paragraphs: Sequence[Sequence[str]], joined_by: str, starts: Callable[[str], Sequence[int]]
) -> float:
    """The F1 (0-100) of the boundaries that `starts` finds inside paragraphs.

    Offsets are counted without spaces; the beginning of a paragraph is none.
    """
    hits = found = expected = 0
    for sentences in paragraphs:
        text = joined_by.join(sentences)
        gold = {
            len(joined_by.join(sentences[:count]).replace(" ", ""))
            for count in range(1, len(sentences))
        }
        cuts = {len(text[:start].replace(" ", "")) for start in starts(text) if start} - {0}
        hits, found, expected = hits + len(gold & cuts), found + len(cuts), expected + len(gold)
    return 200 * hits / max(1, found + expected)
