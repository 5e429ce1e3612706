"""``make bench-fast``: recognition errors of fast speech, ours beside others, in one run.

Forty sentences a language are said by the real voices, made fast in every way of
:mod:`~tests.benchmarks.fast.ways`, and heard by Whisper base. The table goes to stdout, or one
JSON document with ``--json``. 1 is returned if ours is not the best at each rate. The judge is
installed into ``build/judges`` the first time; a run takes about ten minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.benchmarks.fast.errors import MEASURES
from tests.benchmarks.fast.listening import Heard, listened
from tests.benchmarks.fast.texts import LANGUAGES, MOST, lines
from tests.benchmarks.fast.ways import WAYS
from tests.benchmarks.speech.plan import tell


def main(argv: list[str] | None = None) -> int:
    """Measure and tell; 1 if another way is better than ours at some rate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=MOST, help="of each language")
    parser.add_argument("--rates", default="1,2,3")
    parser.add_argument("--ways", default=",".join(WAYS), help=f"some of {','.join(WAYS)}")
    parser.add_argument(
        "--development", action="store_true", help="the sentences to tune on, not the report's"
    )
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    rates = [float(each) for each in options.rates.split(",")]
    ways = options.ways.split(",")
    if unknown := set(ways) - set(WAYS):
        parser.error(f"there is no way {', '.join(sorted(unknown))}; there are {', '.join(WAYS)}")
    texts = {
        language: lines(language, options.sentences, development=options.development)
        for language in LANGUAGES
    }
    sounds = {
        (language, rate, way): WAYS[way](texts[language], language, rate)
        for language in LANGUAGES
        for rate in rates
        for way in ways
    }

    def listen(language: str) -> list[Heard]:
        found = []
        for (spoken, rate, way), each in sounds.items():
            if spoken == language:
                tell(f"Whisper listens to {way} in {language} at {rate:g} …")
                found.append(listened(texts[language], each, language, rate, way))
        return found

    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        heard = [each for part in pool.map(listen, LANGUAGES) for each in part]
    rows = list(_rows(heard))
    print(json.dumps(rows, ensure_ascii=False, indent=1) if options.json else _table(rows))
    return int(any(row["better_than_ours"] for row in rows))


def _rows(heard: Sequence[Heard]) -> Iterator[dict[str, Any]]:
    """A row for each language, rate, way and measure."""
    ours = {(each.language, each.rate): each for each in heard if each.way == "ours"}
    for each in heard:
        best = ours.get((each.language, each.rate))
        for number, measure in enumerate(MEASURES[each.language]):
            less = None if best in (None, each) else best.less(each, measure)
            yield {
                "language": each.language,
                "rate": each.rate,
                "way": each.way,
                "measure": measure,
                "wrong": each.wrong(measure),
                "seconds": each.seconds,
                "ours_less_this": None if less is None else str(less),
                "points": None if less is None else less.points,
                "better_than_ours": less is not None and number == 0 and less.points > 0,
                "heard": each.texts,
            }


def _table(rows: Sequence[dict[str, Any]]) -> str:
    """Errors of a hundred, and how many fewer (−) ours makes, with what is noise."""
    head = (
        f"{'':4}{'rate':>5}  {'way':<11}{'measure':<12}{'wrong %':>8}{'seconds':>9}   ours less it"
    )
    return "\n".join([head, *map(_line, rows)])


def _line(row: dict[str, Any]) -> str:
    less = "" if row["points"] is None else f"{row['points']:+.1f} ({row['ours_less_this']})"
    return (
        f"{row['language']:4}{row['rate']:>5g}  {row['way']:<11}{row['measure']:<12}"
        f"{row['wrong']:>8.1f}{row['seconds']:>9.1f}   {less}"
    )


if __name__ == "__main__":
    sys.exit(main())
