"""``tingshu spoken``: how a text is said, and why."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reader.cli.arguments import add_text_file
from reader.cli.terminal import read_lines, tell

if TYPE_CHECKING:
    from reader.language.spoken import SpokenStyle


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu spoken``."""
    from reader.language.spoken.style import CHOICES

    parser.description = (
        "Prints the spoken form of a text, a line in, a line out: 2023年 becomes 二零二三年, "
        "$3.50 three dollars fifty. Foreign words in a line are said in their own language."
    )
    add_text_file(parser)
    parser.add_argument(
        "--lang", metavar="zh|en", help="the language; found line by line if not given"
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="after each line list what was read as what, indented, as KIND: FROM → TO",
    )
    known = "; ".join(f"{name}={'|'.join(values)}" for name, values in CHOICES.items())
    parser.add_argument(
        "--style",
        metavar="NAME=VALUE",
        action="append",
        type=_choice,
        default=[],
        help=f"say numbers another way ({known}; the first is usual); may be given several times",
    )
    parser.add_argument(
        "--save", action="store_true", help="keep this --style for all reading aloud"
    )


def run(options: argparse.Namespace) -> int:
    """Print each line's spoken form."""
    from reader.language.spoken.mixed import spoken_runs

    style = _style(dict(options.style), save=options.save)
    for line in read_lines(options.file):
        runs = spoken_runs(line, options.lang, style)
        print(" ".join("".join(run.text for run in runs).split("\n")), flush=True)
        if options.explain:
            for run in runs:
                for reading in run.readings:
                    written = run.written[reading.start : reading.end].strip()
                    print(f"    {reading.kind}: {written} → {reading.said.strip() or '(nothing)'}")
    return 0


def _style(choices: dict[str, str], *, save: bool) -> SpokenStyle:
    from reader import settings
    from reader.language.spoken import SpokenStyle

    chosen = settings.load((lambda problem: tell(str(problem))) if save else None)
    spoken = {**chosen.spoken, **choices}
    if save:
        settings.save(chosen.changed(spoken=spoken))
        tell("Saved: " + (", ".join(f"{name}={value}" for name, value in spoken.items()) or "-"))
    return SpokenStyle.of(spoken)


def _choice(argument: str) -> tuple[str, str]:
    from reader.language.spoken.style import CHOICES

    name, _, value = argument.partition("=")
    if value not in CHOICES.get(name, ()):
        known = ", ".join(f"{name}={'|'.join(values)}" for name, values in CHOICES.items())
        raise argparse.ArgumentTypeError(f"unknown style {argument}; there are {known}")
    return name, value
