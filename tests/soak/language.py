"""Feeds the text front end random and hostile text: ``python -m tests.soak.language``.

Every text goes through language runs, sentences, clauses, spoken forms in both languages,
and pinyin. Counted are exceptions, broken promises (text lost, offsets out of place) and the
slowest text; the same seed gives the same texts.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
from collections import Counter
from collections.abc import Callable
from time import monotonic, process_time

from reader.language.clauses import bounded, clauses, first_clause
from reader.language.detect import HAN, language_of, language_runs
from reader.language.pinyin import syllables
from reader.language.sentences import split
from reader.language.spoken import SpokenText
from reader.language.spoken.mixed import spoken_runs

_WORDS = """
。 ！ ？ …… —— ， 、 ； ： “ ” ‘ ’ 「 」 《 》 （ ） ( ) [ ] " ' . ... 他说 快跑 银行行长
还了还要 一会儿 不要 老虎 得 地 了 說話 乾隆 第 年 月 日 元 万 亿 号 电话 ℃ °C % ‰ ¥ $ €
/ - – ~ : ± × ÷ = < > √ ² ½ ① Ⅳ @ # & * _ + 0 1 2 3.5 1,299.50 2023 10:05 G1234 IV
010-65123456 http://a.b/c?d=e a.b@c.com v2.0.1 192.168.1.1 km/h kg かな 한글 привет
㐂 〇 々 𠮷
"""
_PIECES = (
    *_WORDS.split(),
    *("العربية", "ไทย", "Dr. ", "St. ", "U.S. ", "e.g. ", "p.m. ", "Vol. ", "the ", "Hello "),
    *("said ", "NASA ", "iPhone ", ". ", ", ", "! ", "? ", "\n", "\u2028", " ", "\u00a0", "\u3000"),
    *("\U0001f602", "\U0001f469\u200d\U0001f467", "e\u0301", "\u200b", "\u202e", "\ufeff"),
    *("\ud800", "\udfff", "\ue000", "\U000e0001", "\U0010ffff", "\x00", "\x07", "\U00020bb7"),
)
"""What texts of users are made of, and what nobody writes."""

_HANZI = re.compile(f"[{HAN}]")
_LONGEST = 300


def _random_text(random_: random.Random) -> str:
    kind = random_.random()
    if kind < 0.5:
        return "".join(random_.choices(_PIECES, k=random_.randrange(1, 40)))
    if kind < 0.7:
        return "".join(chr(random_.randrange(0x110000)) for _ in range(random_.randrange(1, 60)))
    if kind < 0.9:
        start = random_.choice((0x20, 0x300, 0x600, 0x2000, 0x2100, 0x3000, 0x4E00, 0xAC00, 0xFE00))
        return "".join(chr(start + random_.randrange(256)) for _ in range(random_.randrange(1, 80)))
    return random_.choice(_PIECES) * random_.randrange(1, _LONGEST)


def check(text: str) -> None:
    """Say `text` in every way; raises AssertionError for a broken promise."""
    runs = language_runs(text, "zh")
    assert "".join(text[run.start : run.end] for run in runs) == text
    language_of(text)
    sentences = split(text)
    assert _bare("".join(each.text for each in sentences)) == _bare(text)
    assert _bare("".join(each.text for each in clauses(text))) == _bare(text)
    assert _bare("".join(each.text for each in bounded(text))) == _bare(text)
    assert 0 <= first_clause(text) <= len(text)
    for language in ("zh", "en", "fr"):
        form = SpokenText(text).part(0, len(text), language)
        for start in range(0, len(form.text), max(7, len(form.text) // 20)):
            first, last = form.alignment.written(start, min(len(form.text), start + 3))
            assert 0 <= first <= last <= len(text)
    spoken_runs(text)
    said = syllables(text)
    assert "".join(each.text for each in said) == text
    assert all(each.pinyin is None or _HANZI.match(each.text) for each in said)


def _bare(text: str) -> str:
    return "".join(text.split())


_HOSTILE: dict[str, Callable[[int], str]] = {
    "no full stop": lambda size: "天地玄黄宇宙洪荒"[:8] * (size // 8),
    "no full stop, English": lambda size: "and so on and on " * (size // 17),
    "two languages in turn": lambda size: "他用Python语言写了3个程序，" * (size // 18),
    "brackets nested": lambda size: "（" * (size // 2) + "）" * (size // 2),
    "quotes nested": lambda size: "“" * (size // 2) + "”" * (size // 2),
    "digits": lambda size: "1234567890" * (size // 10),
    "commas": lambda size: "1," * (size // 2),
    "full stops between digits": lambda size: "1." * (size // 2),
    "colons": lambda size: "1:" * (size // 2),
    "dashes": lambda size: "1-" * (size // 2),
    "letters and digits": lambda size: "A1" * (size // 2),
    "a long address": lambda size: "http://" + "a/" * (size // 2),
    "at signs": lambda size: "a@" * (size // 2),
    "surrogates": lambda size: "\ud800" * size,
    "private use": lambda size: "\ue000" * size,
    "spaces": lambda size: " " * size,
    "signs": lambda size: "±×÷" * (size // 3),
    "percent": lambda size: "5%~" * (size // 3),
    "long dashes": lambda size: "—" * size,
    "waves": lambda size: "～" * size,
    "dots": lambda size: "…" * size,
    "one polyphone": lambda size: "行" * size,
}
"""Texts of about the size asked for that have no end or no sense."""


def hostile(size: int) -> list[tuple[str, float, float]]:
    """Seconds for every hostile text of half the `size` and of the size, slowest last."""
    found = []
    for name, make in _HOSTILE.items():
        times = []
        for characters in (size // 2, size):
            text = make(characters)
            begun = process_time()
            check(text)
            times.append(process_time() - begun)
        found.append((name, times[0], times[1]))
    return sorted(found, key=lambda each: each[2])


def main() -> int:
    """Run for the time asked for, print the figures; status 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=100_000, help="characters of hostile texts")
    options = parser.parse_args()
    for name, half, whole in hostile(options.size):
        print(f"{name:28} {whole:8.3f} s, half of it {half:8.3f} s", flush=True)
    failures = _random(options.minutes * 60, random.Random(options.seed))
    return 1 if failures else 0


def _random(seconds: float, random_: random.Random) -> int:
    failures: Counter[str] = Counter()
    texts = characters = 0
    slowest = (0.0, "")
    ends = monotonic() + seconds
    while monotonic() < ends:
        text = _random_text(random_)
        begun = process_time()
        try:
            check(text)
        except Exception as error:  # whatever it raises is what is looked for
            failures[f"{type(error).__name__}: {error}"[:80]] += 1
            if sum(failures.values()) <= 20:
                print(f"{type(error).__name__} for {text!r}", file=sys.stderr, flush=True)
        slowest = max(slowest, (process_time() - begun, text[:80]))
        texts, characters = texts + 1, characters + len(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{texts} texts, {characters} characters, {sum(failures.values())} failures {failures}")
    print(f"slowest {slowest[0] * 1000:.0f} ms: {slowest[1]!r}; peak memory {peak:.0f} MB")
    return sum(failures.values())


if __name__ == "__main__":
    sys.exit(main())
