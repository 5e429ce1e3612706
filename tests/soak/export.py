"""Kills exports at random moments, again and again: ``python -m tests.soak.export``.

Each round exports a book of the shared corpora by the command line, kills the program one to
three times with SIGKILL at moments that chance chooses, and goes on with it each time. What comes
of it at last must be the same to the sample as an export that nobody disturbed; nothing may have
its final name before it is whole, and no worker may outlive the program. Status 1 if anything
fails. It stops after so many minutes; the seed of a round is told, so that it can be repeated.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.export.books import NotThere
from tests.benchmarks.export.killing import EARLIEST, Outcome, Whole, killed, unbroken
from tests.benchmarks.export.plan import NAMES, Plan
from tests.benchmarks.speech.plan import tell

_OUTPUTS = {
    "m4b": ("book.m4b",),
    "mp3": ("book.mp3",),
    "wav": ("chapters", "--format", "wav"),
    "opus": ("chapters", "--format", "opus"),
    "flac": ("chapters", "--format", "flac"),
    "epub": ("book.epub",),
    "daisy": ("daisy", "--format", "daisy"),
}
_MOST_DEATHS = 3


def main() -> int:
    """Kill until the time is over; 1 if something did not come out right."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=20.0, help="how long it goes on")
    parser.add_argument("--seed", type=int, default=1, help="of the first round")
    parser.add_argument("--length", type=float, default=3.0, help="minutes of sound of a book")
    parser.add_argument(
        "--formats", default=",".join(_OUTPUTS), help=f"some of {','.join(_OUTPUTS)}"
    )
    options = parser.parse_args()
    formats = options.formats.split(",")
    if unknown := set(formats) - set(_OUTPUTS):
        parser.error(f"there is no format {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="soak-export-") as folder:
        plan = Plan(folder=Path(folder).resolve(), kill_minutes=options.length)
        try:
            outcomes = _rounds(plan, formats, options.seed, 60 * options.minutes)
        except NotThere as error:
            print(f"The shared corpora are not beside the checkout: {error}", file=sys.stderr)
            return 2
    wrong = [each for each in outcomes if each.faults]
    deaths = sum(len(each.moments) - each.late for each in outcomes)
    print(f"{len(outcomes)} rounds, {deaths} times killed, {len(wrong)} failures")
    for each in wrong:
        print(each.told)
    return 1 if wrong else 0


def _rounds(plan: Plan, formats: list[str], seed: int, seconds: float) -> list[Outcome]:
    until = time.monotonic() + seconds
    known: dict[tuple[str, str], Whole] = {}
    outcomes: list[Outcome] = []
    while time.monotonic() < until:
        chance = random.Random(seed)
        language, kind = chance.choice(list(NAMES)), chance.choice(formats)
        if (language, kind) not in known:
            name, *how = _OUTPUTS[kind]
            book = plan.book(language, plan.kill_minutes)
            known[language, kind] = unbroken(plan, book, name, *how)
        whole = known[language, kind]
        deaths = chance.randint(1, _MOST_DEATHS)
        moments = [chance.uniform(EARLIEST, whole.seconds) for _ in range(deaths)]
        before = set(plan.folder.iterdir())
        outcome = killed(plan, whole, moments)
        tell(f"seed {seed}, {NAMES[language]}: {outcome.told}")
        outcomes.append(outcome)
        for made in set(plan.folder.iterdir()) - before:
            shutil.rmtree(made, ignore_errors=True)
        seed += 1
    return outcomes


if __name__ == "__main__":
    sys.exit(main())
