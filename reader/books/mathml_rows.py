"""The parts of a formula that stand in a row: numbers, signs, brackets and what they apply to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.books.mathml_chemistry import STATES
from reader.books.mathml_signs import LARGE, UNARY
from reader.books.mathml_words import Part, Words

_FENCES = {"|": "absolute", "∣": "absolute", "‖": "norm", "∥": "norm"}
_ROUNDING = {"⌊": ("⌋", "floor"), "⌈": ("⌉", "ceiling")}
_DEEPEST_BRACKETS = 8
"""Pairs within each other that are put into words; of deeper ones the brackets are named."""

_FUNCTION_LETTERS = frozenset("fghFGHPφψ")


def read_row(parts: Sequence[Part], words: Words, *, chemical: bool) -> Part:
    """The words of `parts` in a row."""
    row = _numbers_joined(parts)
    row = _with_states(row, words) if chemical else _with_functions(row, words)
    row = _with_fences(row, words)
    return _said(row, words, chemical=chemical)


def _said(parts: Sequence[Part], words: Words, *, chemical: bool = False) -> Part:
    """The words of `parts`, whose brackets have been put into words."""
    row = _with_logarithms(parts, words)
    if len(row) == 1:
        return row[0]
    said: list[str] = []
    before: Part | None = None
    for part in row:
        said.append(_in_place(part, before, words))
        before = part
    signs = "".join(part.sign for part in row) if len(row) <= 4 else ""
    simple = not chemical and bool(row) and _is_product(row)
    return Part(words.joined(said), simple=simple, sign=signs)


def _in_place(part: Part, before: Part | None, words: Words) -> str:
    """A part as it is said after `before`: a minus with nothing before it is a sign."""
    starts = before is None or (before.operator and before.sign not in ")]}!′'|")
    if part.operator and starts and part.sign in UNARY[words.language]:
        return UNARY[words.language][part.sign]
    if part.operator and part.sign == ",":
        return "，" if words.language == "zh" else ","
    if part.sign in LARGE and not part.binds and part.operator:
        return words.say("of", part.text)
    return part.text


def _is_product(row: Sequence[Part]) -> bool:
    """Letters and numbers alone, as in 2a: no sign between them and no fraction."""
    return len(row) <= 3 and all(
        part.simple and not (part.operator or part.nested or part.binds) for part in row
    )


def _numbers_joined(parts: Sequence[Part]) -> list[Part]:
    """The digits of one number are one part; what only shows application is dropped."""
    row: list[Part] = []
    for part in parts:
        if part.tag == "mn" and row and row[-1].tag == "mn":
            text = row[-1].text + part.text
            row[-1] = replace(row[-1], text=text, sign=text)
        elif part.text or part.sign == "\u2061":
            row.append(part)
    return row


def _with_functions(parts: Sequence[Part], words: Words) -> list[Part]:
    """f(x) with one simple argument is said without its brackets."""
    row: list[Part] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        applied = part.sign == "\u2061"
        ahead = parts[at + 1 : at + 4] if applied else parts[at : at + 3]
        of = bool(row) and (applied or row[-1].sign in _FUNCTION_LETTERS)
        named = bool(row) and row[-1].is_function
        if (of or named) and _is_bracketed(ahead):
            if named:
                row.append(ahead[1])
            else:
                row[-1] = Part(words.say("function", row[-1].text, ahead[1].text))
            at += 4 if applied else 3
            continue
        if not applied:
            row.append(part)
        at += 1
    return row


def _is_bracketed(parts: Sequence[Part]) -> bool:
    if len(parts) != 3:
        return False
    opening, inside, closing = parts
    return opening.sign == "(" and closing.sign == ")" and inside.simple and not inside.operator


def _with_states(parts: Sequence[Part], words: Words) -> list[Part]:
    """(s), (l), (g) and (aq) after a formula, and arrows for what escapes or settles."""
    row: list[Part] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        inside = "".join(p.sign for p in parts[at : at + 3]) if part.sign == "(" else part.sign
        state = STATES.get(inside.strip("() ")) if inside.startswith("(") else None
        if state is not None:
            row.append(Part(words.say(state)))
            at += 3 if part.sign == "(" else 1
            continue
        if part.sign in {"↑", "↓"}:
            row.append(Part(words.say("gas" if part.sign == "↑" else "precipitate")))
        elif part.sign != "\u2061":
            row.append(part)
        at += 1
    return row


def _with_fences(parts: Sequence[Part], words: Words) -> list[Part]:
    """Pairs of bars, floors, ceilings and braces, and binomials without their brackets."""
    row = list(parts)
    if not any(part.sign == "{" for part in row):
        row = _with_bars(row, words)
    for opening, (closing, phrase) in _ROUNDING.items():
        row = _between(row, opening, closing, phrase, words)
    row = _between(row, "{", "}", "set", words)
    for at in range(len(row) - 2):
        if [row[at].sign, row[at + 2].sign] == ["(", ")"] and row[at + 1].binomial:
            row[at : at + 3] = [replace(row[at + 1], binomial=False)]
            break
    return row


def _with_bars(row: list[Part], words: Words) -> list[Part]:
    """Absolute values and norms: bars in pairs, one after the other."""
    for fence, phrase in _FENCES.items():
        bars = [place for place, part in enumerate(row) if part.sign == fence and part.operator]
        if len(bars) % 2:
            continue
        for begin, end in reversed(list(zip(bars[::2], bars[1::2], strict=True))):
            if end > begin + 1:
                row[begin : end + 1] = [_enclosed(row[begin + 1 : end], phrase, words)]
    return row


def _between(
    row: Sequence[Part], opening: str, closing: str, phrase: str, words: Words
) -> list[Part]:
    """`row` with what stands between pairs of brackets put into a phrase, inner pairs first."""
    found: list[Part] = []
    open_at: list[int] = []
    for part in row:
        if part.sign == closing and open_at:
            first = open_at.pop()
            if len(open_at) < _DEEPEST_BRACKETS and first + 1 < len(found):
                found[first:] = [_enclosed(found[first + 1 :], phrase, words)]
                continue
        elif part.sign == opening:
            open_at.append(len(found))
        found.append(part)
    return found


def _enclosed(inside: Sequence[Part], phrase: str, words: Words) -> Part:
    row = _with_condition(inside, words) if phrase == "set" else inside
    content = _said(row, words)
    long = "" if phrase == "set" or (content.simple and not content.nested) else " long"
    return Part(words.say(phrase + long, content.text))


def _with_condition(inside: Sequence[Part], words: Words) -> list[Part]:
    """What is between braces, where the first bar or colon says which elements are meant."""
    signs = {"|", "∣", ":"}
    at = next((place for place, part in enumerate(inside) if part.sign in signs), None)
    if at is None:
        return list(inside)
    such_that = Part(words.say("such that"), operator=True)
    return [*inside[:at], such_that, *_with_bars(list(inside[at + 1 :]), words)]


def _with_logarithms(parts: Sequence[Part], words: Words) -> list[Part]:
    """A logarithm with a base takes in what follows it, which Chinese says in its middle."""
    row: list[Part] = []
    for part in parts:
        if row and row[-1].index and not part.operator:
            row[-1] = Part(words.say("log", row[-1].index, part.text))
        else:
            row.append(part)
    return row
