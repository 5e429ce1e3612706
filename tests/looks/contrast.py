"""Judges the pictures of ``tests.looks.screenshots``; run as a program.

``python -m tests.looks.contrast DIR`` measures in the pixels of every picture how well each text
in it can be read, and lists what is cut, sticks out or overlaps. It prints the least contrast of
each theme and every fault; exit status 1 if there is one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.ui.looks.theme import least_text
from reader.ui.looks.themes import THEMES
from tests.looks.pixels import contrast_in, picture

_TOLERANCE = 0.02
"""A colour of 8 bits a channel is never quite the one that was meant."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="tests.looks.contrast", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    least: dict[str, tuple[float, str]] = {}
    faults: dict[str, list[str]] = defaultdict(list)
    pictures = sorted(folder.glob("*/*.png"))
    for file in pictures:
        theme = file.parent.name.partition("-")[0]
        measured = list(_measured(file))
        for ratio, what in measured:
            least[theme] = min(least.get(theme, (99.0, "")), (ratio, f"{_of(file)}: {what}"))
        faults[_of(file)] += [
            f"contrast {ratio:.2f}: {what}"
            for ratio, what in measured
            if ratio < least_text(THEMES[theme]) - _TOLERANCE
        ]
        faults[_of(file)] += json.loads(file.with_suffix(".json").read_text("utf-8"))["cut"]
    for theme, (ratio, what) in sorted(least.items()):
        print(f"{theme}: at least {ratio:.2f} ({what})")
    found = [(file, each) for file, some in faults.items() for each in some]
    for file, each in found:
        print(f"{file}: {each}")
    print(f"{len(pictures)} pictures, {len(found)} faults")
    return 1 if found or not pictures else 0


def _of(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


def _measured(file: Path) -> Iterator[tuple[float, str]]:
    """The contrast of every text in a picture, and which it is.

    What cannot be used may be faint; what is half scrolled away is seen whole elsewhere.
    """
    pixels = picture(file)
    for text in json.loads(file.with_suffix(".json").read_text("utf-8"))["texts"]:
        left, top, width, height = text["rect"]
        found = contrast_in(pixels[max(0, top) : top + height, max(0, left) : left + width])
        if found is not None and text["enabled"] and text["whole"]:
            colours = f"{found.letters} on {found.ground}"
            yield found.ratio, f"{text['class']} “{text['text'][:40]}”, {colours}"


if __name__ == "__main__":
    sys.exit(main())
