"""``tingshu pinyin``: how Chinese text is pronounced."""

from __future__ import annotations

import argparse

from reader.cli.arguments import add_text_file
from reader.cli.terminal import read_lines


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu pinyin``."""
    parser.description = (
        "Prints the pinyin of a text, a line in, a line out: a numbered syllable a hanzi, after "
        "tone sandhi, v for ü and 5 for the neutral tone; other characters are kept."
    )
    parser.add_argument(
        "--no-sandhi",
        dest="sandhi",
        action="store_false",
        help="print the tones that dictionaries give: ni3 hao3, not ni2 hao3",
    )
    add_text_file(parser)


def run(options: argparse.Namespace) -> int:
    """Print each line's pinyin."""
    from reader.language.pinyin import numbered

    for line in read_lines(options.file):
        print(numbered(line, sandhi=options.sandhi), flush=True)
    return 0
