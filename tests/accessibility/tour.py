"""Tours of the window with the real Orca, and what Orca says to each step of them.

``python -m tests.accessibility.tour`` goes through the steps in ``tours`` and shows what has
become different from the transcript that is kept for this version of Orca; ``--renew`` keeps
the new one instead. Read it before you keep it: a name, a role or a state that is gone is a
mistake. ``--inside a11y-trixie`` goes through them in a Debian 13, with its newer Orca.
"""

from __future__ import annotations

import argparse
import difflib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.accessibility.harness import Heard, hear

HERE = Path(__file__).parent

TOURS = {
    "reading": ("--welcome",),
    "elements": (),
    "listening": (),
    "choices": (),
    "characters": ("play.txt",),
    "script": ("play.txt",),
    "words": (),
    "library": ("--shelf",),
    "notes": (),
    "rooms": (),
}
"""The tours, by the names of their steps, and what the window is started with."""

_WINDOW = re.compile(r"(?!alert )(.* — )?Tingshu( frame)?")
_DIALOG = " — Tingshu dialog"
_PASSING = re.compile(r"undo|\d+ percent|.*, (well|missing|not needed by everybody): .*")
"""What is heard or not: Orca's own word, a progress, how this very machine is."""

_CHANGING = (
    (re.compile(r"[1-9]\d* percent(?=\. Page)"), "… percent"),
    (re.compile(r"(Less than a minute|\d+ minutes?) left"), "… left"),
    (re.compile(r"(version \d+)\.[\d.]+"), r"\1"),
    (re.compile(r"/tmp/\w+/"), "…/"),
)
"""What is said otherwise each time, or by every little release of Orca."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What came of the tours: the `transcript`, and what was not as the steps expect it."""

    transcript: list[str]
    mistakes: list[str]


_AT_ONCE = 5
"""Tours at one time: more windows would take too long to open on two cores."""


def orca_version(inside: tuple[str, ...] = ()) -> str:
    """The number of the installed Orca's version, without what comes after the point."""
    told = subprocess.run(
        [*inside, "orca", "--version"], capture_output=True, text=True, check=False
    ).stdout
    number = re.search(r"\d+", told)
    return number[0] if number else ""


def kept(version: str) -> Path:
    """Where the transcript for Orca's `version` is kept."""
    return HERE / "transcripts" / f"orca-{version}.txt"


def take(home: Path, inside: tuple[str, ...] = ()) -> Taken:
    """Go through the tours, some at once: they mostly wait, but for their start."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        heard = list(pool.map(partial(_hear, home, inside), TOURS))
    lines, mistakes = [], []
    for name, each in zip(TOURS, heard, strict=True):
        lines += [f"== {name} ==", *transcript(each)]
        mistakes += [*each.failures, *filter(None, [each.ended])]
    return Taken(transcript=lines, mistakes=mistakes)


def transcript(heard: Heard) -> list[str]:
    """The lines of what was heard: each step, and below it what was said to it.

    What is said while one waits belongs to the step before, for it may come a little sooner.
    """
    lines = []
    for step, said in heard.steps:
        if step.startswith("FAILED"):
            continue
        if not step.startswith("wait:"):
            lines.append(step)
        if step != "(start)":  # what is heard there depends on how quick the start is
            lines.extend(f"    {text}" for text in _stable(said))
    return lines


def differences(version: str, taken: Taken) -> list[str]:
    """Where `taken` is not what is kept, line by line; nothing is kept of an unknown version."""
    path = kept(version)
    if not path.exists():
        return []
    before = path.read_text(encoding="utf-8").splitlines()
    return list(difflib.unified_diff(before, taken.transcript, "kept", "heard", lineterm="", n=6))


def lost(version: str, taken: Taken) -> list[str]:
    """What is kept and was not heard now.

    Something more may be heard: on a busy machine the focus shows itself where else it is
    only passing through.
    """
    changed = differences(version, taken)
    return [line[1:] for line in changed if line.startswith("-") and not line.startswith("---")]


def _hear(home: Path, inside: tuple[str, ...], name: str) -> Heard:
    steps = HERE / "tours" / f"{name}.steps"
    return hear(home / name, steps, *TOURS[name], inside=inside)


def _stable(said: list[str]) -> Iterator[str]:
    """`said` without what differs from one time to the next though nothing has changed.

    As the focus comes back to the main window or to a dialog, Orca says its title, or not, or
    says it twice.
    """
    before = ""
    for text in said:
        plain = text.strip().rstrip(".")
        passing = _WINDOW.fullmatch(plain) or _PASSING.fullmatch(plain)
        if not plain or passing or (plain == before and _DIALOG in plain):
            continue
        before = plain
        for changing, instead in _CHANGING:
            plain = changing.sub(instead, plain)
        yield plain


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--renew", action="store_true", help="keep what is heard now")
    parser.add_argument("--inside", default="", metavar="COMMAND")
    options = parser.parse_args()
    inside = tuple(options.inside.split())
    version = orca_version(inside)
    with tempfile.TemporaryDirectory() as home:
        taken = take(Path(home), inside)
    changed = differences(version, taken)
    if options.renew:
        kept(version).parent.mkdir(exist_ok=True)
        kept(version).write_text("\n".join(taken.transcript) + "\n", encoding="utf-8")
    print("\n".join((*changed, *taken.mistakes)))
    return 1 if taken.mistakes or (changed and not options.renew) else 0


if __name__ == "__main__":
    sys.exit(main())
