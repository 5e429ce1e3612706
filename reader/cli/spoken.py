"""``tingshu spoken``: how a text is said."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from reader.cli.arguments import add_text_file
from reader.cli.terminal import read_lines

_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:/-]\d+)*|\s+|.", re.ASCII)


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu spoken``."""
    parser.description = (
        "Prints the spoken form of a text, a line in, a line out: 2023年 becomes 二零二三年, "
        "$3.50 three dollars fifty."
    )
    add_text_file(parser)
    parser.add_argument(
        "--lang", metavar="zh|en", help="the language; found line by line if not given"
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="after each line list what was read as what, indented, as FROM → TO",
    )


def run(options: argparse.Namespace) -> int:
    """Print each line's spoken form."""
    from reader.language.detect import language_of
    from reader.language.spoken import spoken_form

    for line in read_lines(options.file):
        spoken = spoken_form(line, options.lang or language_of(line))
        print(" ".join(spoken.split("\n")), flush=True)
        if options.explain:
            for written, said in differences(line, spoken):
                print(f"    {written} → {said}")
    return 0


def differences(written: str, spoken: str) -> Iterator[tuple[str, str]]:
    """The places where `spoken` differs from `written`: what stood there, and what is said."""
    before, after = _PIECE.findall(written), _PIECE.findall(spoken)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, start, end, spoken_start, spoken_end in matcher.get_opcodes():
        left = "".join(before[start:end]).strip()
        right = "".join(after[spoken_start:spoken_end]).strip()
        if kind != "equal" and (left or right):
            yield left or "(nothing)", right or "(nothing)"
