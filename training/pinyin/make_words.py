"""Makes the word list of the pinyin front end: ``resources/pinyin/words.txt``.

    python make_words.py COMPLETE_JSON

`COMPLETE_JSON` is ``json/complete.json`` of the npm package ``@pinyin-pro/data`` 1.3.1 (ISC);
the phrase dictionary of ``pypinyin`` (MIT) is read from the installed package. Where both know
a word, ``pypinyin`` is right about idioms and the other about words of two characters.

Only words that tell something are kept: those read otherwise than their characters alone, and
those that hold such a word without being read so.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from reader import paths
from reader.language.pinyin.dictionary import LONGEST, is_certain, reading_alone
from reader.language.traditional import simplified
from reader.language.wordlists import words
from training.pinyin.sources import pypinyin
from training.pinyin.tones import numbered_syllable

Words = dict[str, tuple[str, ...]]


_HANZI = re.compile(f"[〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]{{2,{LONGEST}}}")
_DROPPED = words("穿着 一场 一行 点着 正着 蒙着 粘着 身着 引着 熏着 不着 无着")
"""As often two words of other readings: 穿着 is clothing, and to be wearing."""

_GOT = words("求得 觅得 喜得 既得 征得 募得 谋得 讨得 独得 兼得 获得 取得 赢得")
"""What one gets, of two characters that end in 得."""

_SUFFIXES = frozenset("子儿")
"""Neutral at the end of words that are not listed."""

_FULL = {
    ("上", "shang5"): "shang4", ("下", "xia5"): "xia4", ("里", "li5"): "li3",
    ("来", "lai5"): "lai2", ("去", "qu5"): "qu4", ("边", "bian5"): "bian1",
    ("面", "mian5"): "mian4",
}  # fmt: skip
"""Words of place and direction, where usage wavers: newsreaders keep the full tone."""

_CHILDREN = frozenset(
    "女婴幼孤男胎少健宠患产育托弃小生妻侄乞血运潮能形童天卡弥哈巴勒托达麦拉德贝奈"
)
"""Before a 儿 that is a child or part of a name, not the suffix."""

_BEFORE_SANDHI = {("一", "yi"): "yi1", ("不", "bu"): "bu4"}


def _readings(word: str, marked: list[str]) -> tuple[str, ...] | None:
    """The numbered syllables of `word` before sandhi; None where they do not fit."""
    if len(marked) != len(word) or not _HANZI.fullmatch(word) or simplified(word) != word:
        return None
    plain = [numbered_syllable(each) for each in marked]
    if word[-1] == "儿" and word[-2] not in _CHILDREN:
        plain[-1] = "er5"
    return tuple(
        _BEFORE_SANDHI.get((character, each[:-1])) or _FULL.get((character, each), each)
        for character, each in zip(word, plain, strict=True)
    )


def _guessed(word: str) -> bool:
    """Whether the larger dictionary joins a verb and the particle 得, and reads it as to get."""
    return len(word) == 2 and word[1] == "得" and word not in _GOT


def _known(complete: Path) -> Words:
    """Every word of both dictionaries."""
    known: Words = {}
    for word, (marked, _) in json.loads(complete.read_text("utf-8")).items():
        if (found := _readings(word, marked.split())) and not _guessed(word):
            known[word] = found
    for word, entry in pypinyin("phrases_dict.json").items():
        found = _readings(word, [each[0] for each in entry])
        if found and (word not in known or len(word) > 2):
            known[word] = found
    return known


def _telling(known: Words) -> Words:
    """The words of `known` that are read otherwise than their parts would be."""
    differing = {
        word: found
        for word, found in known.items()
        if word[-1] in _SUFFIXES
        or any(reading_alone(c) != each for c, each in zip(word, found, strict=True))
    }
    hiding = {
        word: found
        for word, found in known.items()
        if word not in differing
        and any(
            word[start:end] in differing or is_certain(word[start:end])
            for start in range(len(word))
            for end in range(start + 2, len(word) + 1)
        )
    }
    telling = differing | hiding
    return {
        word: found
        for word, found in telling.items()
        if word not in _DROPPED and not is_certain(word)
    }


def main(complete: str) -> None:
    """Read the dictionaries and write the list, sorted."""
    telling = _telling(_known(Path(complete)))
    lines = [f"{word} {' '.join(telling[word])}\n" for word in sorted(telling)]
    (paths.resources_folder() / "pinyin" / "words.txt").write_text("".join(lines), "utf-8")
    print(f"{len(lines):,} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
