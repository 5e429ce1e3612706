"""Which language a text is in, and where it changes: by script and by evidence.

A script says much (hangul is Korean) and leaves the rest to the *default*: the language the
book or the markup names. A default that cannot be written in the script found is not
believed, because many Chinese books are marked as English; nor is one that the little words
of a whole paragraph contradict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reader.language.hanzi import chinese_tag, only_chinese
from reader.language.latin import likely_language
from reader.language.letters import is_spelled
from reader.language.scripts import (
    HAN,
    LATIN,
    LETTERS,
    NOT_IN_LATIN,
    SCRIPTS,
    letter_counts,
    primary,
)

__all__ = ["HAN", "LATIN", "LanguageRun", "language_of", "language_runs", "primary"]


@dataclass(frozen=True, kw_only=True)
class LanguageRun:
    """A stretch of text in one language (a BCP 47 tag); `end` is exclusive."""

    start: int
    end: int
    language: str


_SAMPLE = 20_000
"""Characters that :func:`language_of` looks at: enough to be sure, quick for any book."""

_KANA_SHARE = 0.08
"""Kana among kanji and kana from which a text is Japanese; running Japanese has over 0.4."""

_KANA_AGAINST_SIMPLIFIED = 3
"""Kana that outweigh one hanzi which Japanese does not write: fewer are a quotation."""

_LATIN_LETTERS_PER_HAN = 4
"""Latin letters that say about as much as one hanzi, when scripts are weighed."""


def language_of(text: str, default: str = "en") -> str:
    """The language most of `text` is in; `default` where its script agrees or says nothing.

    Only the first 20,000 characters are looked at.
    """
    sample = text[:_SAMPLE]
    if "@" in sample or "://" in sample or "www." in sample:
        sample = _ADDRESS.sub(" ", sample)
    counts = letter_counts(sample)
    if not counts:
        return default
    weights = {
        name: count / _LATIN_LETTERS_PER_HAN if name not in ("han", "kana") else float(count)
        for name, count in counts.items()
    }
    weights["han"] = weights.get("han", 0.0) + weights.pop("kana", 0.0)
    main = max(weights, key=lambda name: (weights[name], name == "han"))
    if main == "han" and _is_japanese(sample, counts, default):
        return default if primary(default) == "ja" else "ja"
    language = _language_in(main, default)
    if main == "latin":
        return likely_language(sample, language)
    if main == "han" and primary(language) in ("zh", "yue"):
        return chinese_tag(sample, language)
    return language


def language_runs(text: str, default: str = "en") -> list[LanguageRun]:
    """Cut `text` into runs of one language, which cover it wholly and alternate.

    White space and punctuation stay with what they close or open. Digits in Chinese text
    are Chinese (MP3 is said MP 三), but ``Vol. 3`` and ``Windows 10 Pro`` stay whole.
    """
    if not text:
        return []
    stretches = _stretches(text, default)
    if not stretches:
        return [LanguageRun(start=0, end=len(text), language=default)]
    runs = _leading_number(text, stretches[0], default)
    start = runs[-1].end if runs else 0
    for before, after in pairwise(stretches):
        end = _boundary(text, start, before, after)
        runs.append(LanguageRun(start=start, end=end, language=before.language))
        start = end
    last = stretches[-1]
    number = _number_after(text, start, last, len(text))
    if number is not None and runs and _counts_for_itself(runs[-1].language):
        runs.append(LanguageRun(start=start, end=number, language=last.language))
        runs.append(LanguageRun(start=number, end=len(text), language=runs[-2].language))
    else:
        runs.append(LanguageRun(start=start, end=len(text), language=last.language))
    return runs


def _leading_number(text: str, letters: LanguageRun, default: str) -> list[LanguageRun]:
    """The run of a number that `text`, in a language like Chinese, begins with (5G网络)."""
    foreign = _counts_for_itself(default) and not _counts_for_itself(letters.language)
    digits = _NUMBER.search(text, 0, letters.start)
    if not (foreign and digits) or _SEVERAL_WORDS.search(text, letters.start, letters.end):
        return []
    return [LanguageRun(start=0, end=letters.start, language=default)]


def _stretches(text: str, default: str) -> list[LanguageRun]:
    """The letters of `text`, those of one language in a row taken together.

    Where there are hanzi, what is said within their sentence is left out: units after a
    number (5 km), Roman numerals in 第IV章, letters that are spelled (A4, T恤, GDP). A single
    Greek letter is a sign (α粒子).
    """
    sample = text[:_SAMPLE]
    counts = letter_counts(sample)
    japanese = _is_japanese(sample, counts, default)
    chinese = bool(counts.get("han")) and primary(default) in ("zh", "yue")
    found: list[LanguageRun] = []
    done = 0
    for match in LETTERS.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if match.lastgroup == "greek" and end - start == 1 and primary(default) in ("zh", "en"):
            continue
        latin = match.lastgroup == "latin"
        if latin and counts.get("han") and _SAID_WITH_NUMBERS.match(text, start):
            continue
        if latin and counts.get("han"):
            end, spelled = _phrase(text, start, end)
            done = end
            if spelled and chinese:
                continue
        language = _language_of_letters(match.lastgroup or "latin", default, japanese=japanese)
        if found and found[-1].language == language:
            start = found.pop().start
        found.append(LanguageRun(start=start, end=end, language=language))
    return found


def _phrase(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the Latin letters ``text[start:end]`` with what belongs to them end, and whether
    they are spelled: an address on the net is whole, and A, B, C are spelled together.
    """
    address = _ADDRESS.match(text, start)
    if address:
        return address.end(), False
    limit = start + _LONGEST_SPELLED
    phrase = _PHRASE.match(text, start, limit)
    if phrase and phrase.end() < limit and is_spelled(phrase[0]):
        return phrase.end(), True
    return end, False


def _is_japanese(sample: str, counts: dict[str, int], default: str) -> bool:
    kana, han = counts.get("kana", 0), counts.get("han", 0)
    if not kana + han or kana < _KANA_AGAINST_SIMPLIFIED * only_chinese(sample):
        return False
    share = kana / (kana + han)
    return share >= _KANA_SHARE or (primary(default) == "ja" and (kana > 0 or han < 12))


def _language_of_letters(script: str, default: str, *, japanese: bool) -> str:
    if script == "kana" or (script == "han" and japanese):
        return default if primary(default) == "ja" else "ja"
    if script == "han" and primary(default) in ("ja", "ko"):
        return "zh" if primary(default) == "ja" else default
    return _language_in(script, default)


def _language_in(script: str, default: str) -> str:
    """`default` if it is written in `script`, else the script's best-known language."""
    if script == "latin":
        known = primary(default) not in NOT_IN_LATIN | {"und", "mul", "zxx"}
        return default if known else "en"
    found = SCRIPTS[script]
    return default if primary(default) in found.languages else found.fallback


_SAID_WITH_NUMBERS = re.compile(
    r"(?<=第)[IVXLC]+(?=[章节節卷部回集编編篇幕])|"
    r"(?:(?<=\d)|(?<=\d )|(?<=/))"
    r"(?:km/h|m/s|[kcmμn]?m[²³23]?|[km]?g|[mM]?[lL]|k?Wh?|[kMG]?Hz|min|ms|h|s|t|V|w)"
    rf"(?![{LATIN}])"
)
_PHRASE = re.compile(rf"[{LATIN}0-9]+(?:(?:\s|[-'’.,&/+]\s?)[{LATIN}0-9]*[{LATIN}][{LATIN}0-9]*)*")
_LONGEST_SPELLED = 80
"""Characters of a list of spelled letters; what is longer is a text."""

_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[!-~]{1,2000}(?<![.,;:!?)\]}\'\"])"
    r"|[\w.+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,5}",
    re.ASCII,
)
_OPENING = re.compile(r"\s*[(\[{（［｛【〔〖「『“‘《〈＜<#@]+$")
_NUMBER = re.compile(r"[-+−±~～≈<>≤≥$€£¥￥№#]{0,8}[\d\u2150-\u218b\u2460-\u2473]")
_ABBREVIATED = re.compile(rf"[{LATIN}]\.\s?$")
_SEVERAL_WORDS = re.compile(rf"[{LATIN}]['’.,;:!?]*\s+['‘“\"(]*[{LATIN}]")


def _boundary(text: str, start: int, before: LanguageRun, after: LanguageRun) -> int:
    """Where the run that began at `start` with the letters `before` ends."""
    number = _NUMBER.search(text, before.end, after.start)
    if number is None:
        opening = _OPENING.search(text[before.end : after.start])
        return before.end + opening.start() if opening else after.start
    if _counts_for_itself(before.language) or not _counts_for_itself(after.language):
        return after.start
    cut = _number_after(text, start, before, after.start)
    return after.start if cut is None else cut


def _number_after(text: str, start: int, letters: LanguageRun, end: int) -> int | None:
    """Where a number that does not belong to the `letters` before it begins.

    It belongs to them after an abbreviation (Vol. 3) and in a phrase of several words,
    unless what follows touches it (iPad Pro 12.9版本).
    """
    number = _NUMBER.search(text, letters.end, end)
    if number is None or _counts_for_itself(letters.language):
        return None
    if _ABBREVIATED.search(text[letters.end - 1 : number.start()]):
        return None
    touching = end < len(text) and text[end - 1].isdecimal()
    if (
        number.start() > letters.end
        and not touching
        and _SEVERAL_WORDS.search(text, start, letters.end)
    ):
        return None
    joined_by_hyphen = number.start() == letters.end and text[letters.end] in "-−"
    return number.start() + joined_by_hyphen


def _counts_for_itself(language: str) -> bool:
    """Whether numbers beside letters of another script are read in `language`."""
    return primary(language) in ("zh", "yue", "ja", "ko")
