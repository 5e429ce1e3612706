"""Characters whose reading the words around them decide: 得 地 还 为 长 只 种 过 了 着 …"""

from __future__ import annotations

import re

from reader.language.pinyin.words import Word

_MEASURED = re.compile("[一二三四五六七八九十百千万两几半多这那哪每数]$")

_BY_FOLLOWING = {
    "还": (re.compile("了(?!不)|给|清|钱|债|书|款|贷|本|账"), "huan2"),
    "长": (re.compile("[着了得出满成高]"), "zhang3"),
    "种": (re.compile("[了地田菜树花下植草着满]"), "zhong4"),
    "倒": (re.compile("[下在塌闭霉台]"), "dao3"),
    "为": (re.compile("[一二三四五六七八九十百千万零〇两几]"), "wei2"),
}
"""Single-character words and what follows them when they have their rarer reading."""

_AFTER_NUMBER = {"只": "zhi1", "行": "hang2", "重": "chong2"}
"""Measure words: the reading after a number or 这 那 几."""

_BY_TAG = {("地", "uv"): "de5", ("过", "ug"): "guo5"}
"""Single-character words whose part of speech tells."""

_COMPLEMENTS = {"了": "liao3", "着": "zhao2"}
"""After 不 or 得 these say whether something can be done: 吃不了, 睡不着."""


def contextual(words: list[Word], index: int) -> str | None:
    """The reading that context gives to the word at `index`, a single character, or None."""
    word = words[index]
    before = words[index - 1] if index else None
    following = "".join(later.text for later in words[index + 1 : index + 3])
    if word.text in _BY_FOLLOWING:
        pattern, reading = _BY_FOLLOWING[word.text]
        return reading if pattern.match(following) else None
    if (word.text, word.tag) in _BY_TAG:
        return _BY_TAG[word.text, word.tag]
    if before is not None and _MEASURED.search(before.text) and word.text in _AFTER_NUMBER:
        return _AFTER_NUMBER[word.text]
    if before is not None and before.text[-1] in "不得" and word.text in _COMPLEMENTS:
        return _COMPLEMENTS[word.text]
    if word.text == "得" and following and (before is None or before.tag[0] in "rntd"):
        return "dei3"
    return None


def contextual_inside(word: Word) -> list[tuple[int, str]]:
    """The places in `word` that context decides: 三只 and 这只, 受不了 and 睡不着."""
    found: list[tuple[int, str]] = []
    text = word.text
    for place in range(1, len(text)):
        character, before = text[place], text[place - 1]
        if character in _COMPLEMENTS and before == "不" and place > 1:
            found.append((place, _COMPLEMENTS[character]))
        elif (character == "只" or word.tag == "m") and (
            character in _AFTER_NUMBER and _MEASURED.match(before)
        ):
            found.append((place, _AFTER_NUMBER[character]))
    return found
