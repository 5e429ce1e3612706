"""Which language a text is in, and where it changes: by script, with the book's word for it.

A script says much (hangul is Korean) and leaves the rest to the *default*: the language the
book or the markup names. A default that cannot be written in the script found is not
believed, because many Chinese books are marked as English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple


@dataclass(frozen=True, kw_only=True)
class LanguageRun:
    """A stretch of text in one language (a BCP 47 tag); `end` is exclusive."""

    start: int
    end: int
    language: str


class _Script(NamedTuple):
    """A script: its letters as a character class, and the languages written in it."""

    letters: str
    fallback: str
    languages: frozenset[str]


def _script(letters: str, languages: str) -> _Script:
    names = languages.split()
    return _Script(letters, names[0], frozenset(names))


HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"
)
"""Hanzi, kanji and hanja as the inside of a character class (Unicode blocks)."""

LATIN = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
    "\uff21-\uff3a\uff41-\uff5a"
)
"""Latin letters, with accents and full width, as the inside of a character class."""

_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"

_SCRIPTS = {
    "han": _script(HAN + "\u3105-\u312f", "zh yue ja ko wuu lzh nan hak"),
    "kana": _script(_KANA, "ja"),
    "hangul": _script("\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff", "ko"),
    "cyrillic": _script("\u0400-\u052f", "ru uk be bg sr mk kk ky mn tg tt ba cv ce os"),
    "greek": _script("\u0370-\u03ff\u1f00-\u1fff", "el grc"),
    "arabic": _script("\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f", "ar fa ur ug ps sd"),
    "hebrew": _script("\u05d0-\u05f2", "he yi"),
    "devanagari": _script("\u0900-\u0963\u0970-\u097f", "hi mr ne sa kok"),
    "bengali": _script("\u0980-\u09e5\u09f0-\u09ff", "bn as"),
    "gurmukhi": _script("\u0a00-\u0a65\u0a70-\u0a7f", "pa"),
    "gujarati": _script("\u0a80-\u0ae5\u0af0-\u0aff", "gu"),
    "tamil": _script("\u0b80-\u0be5\u0bf0-\u0bff", "ta"),
    "telugu": _script("\u0c00-\u0c65\u0c70-\u0c7f", "te"),
    "kannada": _script("\u0c80-\u0ce5\u0cf0-\u0cff", "kn"),
    "malayalam": _script("\u0d00-\u0d65\u0d70-\u0d7f", "ml"),
    "sinhala": _script("\u0d80-\u0de5", "si"),
    "thai": _script("\u0e01-\u0e3a\u0e40-\u0e4e", "th"),
    "georgian": _script("\u10a0-\u10ff", "ka"),
    "armenian": _script("\u0531-\u0587", "hy"),
    "ethiopic": _script("\u1200-\u137f", "am ti"),
}
_LATIN_SCRIPT = _script(LATIN, "en")
_OTHER_SCRIPT_LANGUAGES = frozenset[str]().union(*(s.languages for s in _SCRIPTS.values()))

_LETTERS = re.compile(
    "|".join(
        f"(?P<{name}>[{script.letters}]+)"
        for name, script in {"latin": _LATIN_SCRIPT, **_SCRIPTS}.items()
    )
)

_SAMPLE = 20_000
"""Characters that :func:`language_of` looks at: enough to be sure, quick for any book."""

_KANA_SHARE = 0.08
"""Kana among kanji and kana from which a text is Japanese; running Japanese has over 0.4."""

_LATIN_LETTERS_PER_HAN = 4
"""Latin letters that say about as much as one hanzi, when scripts are weighed."""


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """The primary language of a BCP 47 tag in lower case: ``zh-TW`` gives ``zh``."""
    return re.split(r"[-_]", tag.strip(), maxsplit=1)[0].lower() or "und"


def language_of(text: str, default: str = "en") -> str:
    """The language most of `text` is in; `default` where its script agrees or says nothing.

    Only the first 20,000 characters are looked at.
    """
    counts = _letter_counts(text[:_SAMPLE])
    if not counts:
        return default
    weights = {
        name: count / _LATIN_LETTERS_PER_HAN if name not in ("han", "kana") else float(count)
        for name, count in counts.items()
    }
    weights["han"] = weights.get("han", 0.0) + weights.pop("kana", 0.0)
    main = max(weights, key=lambda name: weights[name])
    if main == "han" and _is_japanese(counts, default):
        return default if primary(default) == "ja" else "ja"
    return _language_in(main, default)


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

    Units after a number (5 km) are left out where there are hanzi, as they are said with it,
    and so are Roman numerals in 第IV章.
    """
    counts = _letter_counts(text[:_SAMPLE])
    japanese = _is_japanese(counts, default)
    found: list[LanguageRun] = []
    for match in _LETTERS.finditer(text):
        if counts.get("han") and _SAID_WITH_NUMBERS.match(text, match.start()):
            continue
        language = _language_of_letters(match.lastgroup or "latin", default, japanese=japanese)
        start = match.start()
        if found and found[-1].language == language:
            start = found.pop().start
        found.append(LanguageRun(start=start, end=match.end(), language=language))
    return found


def _letter_counts(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for match in _LETTERS.finditer(text):
        name = match.lastgroup or "latin"
        counts[name] = counts.get(name, 0) + match.end() - match.start()
    return counts


def _is_japanese(counts: dict[str, int], default: str) -> bool:
    kana, han = counts.get("kana", 0), counts.get("han", 0)
    if not kana + han:
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
        known = primary(default) not in _OTHER_SCRIPT_LANGUAGES | {"und", "mul", "zxx"}
        return default if known else "en"
    found = _SCRIPTS[script]
    return default if primary(default) in found.languages else found.fallback


_SAID_WITH_NUMBERS = re.compile(
    r"(?<=第)[IVXLC]+(?=[章节節卷部回集编編篇幕])|"
    r"(?:(?<=\d)|(?<=\d )|(?<=/))"
    r"(?:km/h|m/s|[kcmμn]?m[²³23]?|[km]?g|[mM]?[lL]|k?Wh?|[kMG]?Hz|min|ms|h|s|t|V|w)"
    rf"(?![{LATIN}])"
)
_OPENING = re.compile(r"\s*[(\[{（［｛【〔〖「『“‘《〈＜<#@]+$")
_NUMBER = re.compile(r"[-+−±~～≈<>≤≥$€£¥￥№#]*[\d\u2150-\u218b\u2460-\u2473]")
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

    It belongs to them after an abbreviation (Vol. 3) and in a phrase of several words.
    """
    number = _NUMBER.search(text, letters.end, end)
    if number is None or _counts_for_itself(letters.language):
        return None
    if _ABBREVIATED.search(text[letters.end - 1 : number.start()]):
        return None
    if number.start() > letters.end and _SEVERAL_WORDS.search(text, start, letters.end):
        return None
    joined_by_hyphen = number.start() == letters.end and text[letters.end] in "-−"
    return number.start() + joined_by_hyphen


def _counts_for_itself(language: str) -> bool:
    """Whether numbers beside letters of another script are read in `language`."""
    return primary(language) in ("zh", "yue", "ja", "ko")
