"""How tones change beside one another (Mandarin tone sandhi).

The rules are the textbook ones: 一 and 不 rise before a falling tone; of two third tones
the first rises; in longer chains the words decide who pairs with whom.
"""

from __future__ import annotations

from reader.language.pinyin.words import Word, is_word

_NUMERALS = frozenset("〇零一二三四五六七八九")
_ORDINAL_BEFORE = frozenset("第初十月")
_ORDINAL_AFTER = frozenset("月号楼级")


def apply_sandhi(words: list[Word], syllables: list[str]) -> None:
    """Change `syllables` (one a character of `words`, said without a break) in place."""
    text = "".join(word.text for word in words)
    last_places = _last_places(words)
    for position, character in enumerate(text):
        if character == "一" and syllables[position] == "yi1":
            ends_word = position in last_places
            syllables[position] = "yi" + _tone_of_yi(text, syllables, position, ends_word)
        elif character == "不" and syllables[position] == "bu4":
            syllables[position] = "bu" + _tone_of_bu(text, syllables, position)
    _apply_third_tones(_feet(words), syllables)


def _last_places(words: list[Word]) -> set[int]:
    """The positions that end a word of several characters."""
    places = set()
    end = 0
    for word in words:
        end += len(word.text)
        if len(word.text) > 1:
            places.add(end - 1)
    return places


def _tone_of_yi(text: str, syllables: list[str], position: int, ends_word: bool) -> str:
    before, after = _neighbours(text, position)
    counted = before in _NUMERALS or after in _NUMERALS or before in _ORDINAL_BEFORE
    if not after or counted or after in _ORDINAL_AFTER or after == "十":
        return "1"
    if before == after:
        return "5"
    if ends_word:
        return "1"
    return "2" if _falls(after, syllables[position + 1]) else "4"


def _tone_of_bu(text: str, syllables: list[str], position: int) -> str:
    before, after = _neighbours(text, position)
    if not after:
        return "4"
    if before == after:
        return "5"
    return "2" if _falls(after, syllables[position + 1]) else "4"


def _neighbours(text: str, position: int) -> tuple[str, str]:
    return text[max(0, position - 1) : position], text[position + 1 : position + 2]


def _falls(character: str, syllable: str) -> bool:
    """Whether the syllable has the fourth tone, be it weakened (一个)."""
    return syllable.endswith("4") or (character == "个" and syllable.endswith("5"))


def _feet(words: list[Word]) -> list[range]:
    """The positions of what is said in one beat: words, long ones in twos, 小老虎 as 1 + 2."""
    feet: list[range] = []
    start = 0
    for word in words:
        end = start + len(word.text)
        if len(word.text) > 3:
            feet += [range(at, min(end, at + 2)) for at in range(start, end, 2)]
        elif len(word.text) == 3 and not is_word(word.text[:2]):
            feet += [range(start, start + 1), range(start + 1, end)]
        else:
            feet.append(range(start, end))
        start = end
    return feet


def _apply_third_tones(feet: list[range], syllables: list[str]) -> None:
    """Let third tones rise before third tones of the same breath.

    Inside a foot every one rises; between feet only if one of them is a single syllable,
    and only in pairs: 我也想买 is 我也 + 想买, 我很好 rises twice, 小老虎 keeps its 小.
    """
    foot_of = [foot for foot in feet for _ in foot]
    third = [syllable.endswith("3") for syllable in syllables] + [False, False]
    risen = 0
    for position in range(len(syllables) - 1):
        if not (third[position] and third[position + 1]):
            risen = 0
            continue
        left, right = foot_of[position], foot_of[position + 1]
        if left == right or (
            1 in (len(left), len(right))
            and not (third[position + 2] and (position + 2 in right or risen))
        ):
            syllables[position] = syllables[position][:-1] + "2"
            risen += 1
        else:
            risen = 0
