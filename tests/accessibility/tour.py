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
from collections import Counter
from collections.abc import Iterator, Sequence
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
    "exports": ("--show", "unfinished"),
}
"""The tours, by the names of their steps, and what the window is started with."""

_WINDOW = re.compile(r"(?!alert )(.* — )?Tingshu( frame)?")
_DIALOG = " — Tingshu dialog"
_PASSING = re.compile(
    r"undo|\d+ percent|.*, (well|missing|not needed by everybody): .*|Export of .* percent.*"
)
"""What is heard or not: Orca's own word, a progress, how this very machine is."""

_CHANGING = (
    (re.compile(r"[1-9]\d* percent(?=\. Page)"), "… percent"),
    (re.compile(r"(Less than a minute|\d+ minutes?) left"), "… left"),
    (re.compile(r"(version \d+)\.[\d.]+"), r"\1"),
    (re.compile(r"/tmp/\w+/"), "…/"),
    (re.compile(r"(Library — Tingshu dialog) \d of .*"), r"\1"),
    (re.compile(r"(: running|: stopping|It is paused)\. \d+ percent.*"), r"\1"),
    (re.compile(r": stopping\b|: unfinished\. \d+ percent.*"), ": unfinished"),
    (re.compile(r"^\d+ percent\. (In|Getting) .*"), "… percent"),
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


def kept(version: str) -> list[str]:
    """The transcript that is kept for Orca's `version`; empty if there is none."""
    path = _place(version)
    return path.read_text("utf-8").splitlines() if path.exists() else []


def _place(version: str) -> Path:
    return HERE / "transcripts" / f"orca-{version}.txt"


def take(home: Path, inside: tuple[str, ...] = ()) -> Taken:
    """Go through the tours, some at once: they mostly wait, but for their start. The longest
    begins first.
    """
    names = sorted(TOURS, key=lambda name: _script(name).stat().st_size, reverse=True)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        heard = dict(zip(names, pool.map(partial(_hear, home, inside), names), strict=True))
    lines, mistakes = [], []
    for name in TOURS:
        lines += [f"== {name} ==", *transcript(heard[name])]
        mistakes += [*heard[name].failures, *filter(None, [heard[name].ended])]
    return Taken(transcript=lines, mistakes=mistakes)


def transcript(heard: Heard) -> list[str]:
    """The lines of what was heard: each step, and below it what was said to it.

    What is said while one waits belongs to the step before, for it may come a little sooner.
    Nothing is kept of the start: what is heard there depends on how quick it is.
    """
    lines = []
    for step, said in heard.steps:
        if step.startswith("FAILED"):
            continue
        if not step.startswith("wait:"):
            lines.append(step)
        if lines[-1] != "(start)":
            lines.extend(f"    {text}" for text in _stable(said))
    return lines


def differences(version: str, taken: Taken) -> list[str]:
    """Where `taken` is not what is kept, line by line; nothing is kept of an unknown version."""
    before = kept(version)
    if not before:
        return []
    return list(difflib.unified_diff(before, taken.transcript, "kept", "heard", lineterm="", n=6))


def lost(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """What the transcript `before` has and the one of `now` has not, with its step.

    Something more may be heard: on a busy machine the focus shows itself where else it is
    only passing through. There it may also be a step later that something is said; so what is
    said beyond what is kept for the step before or after counts, too.
    """
    kept_steps, steps = _steps(before), _steps(now)
    if [step for step, _ in kept_steps] != [step for step, _ in steps]:
        return ["There are other steps now."]
    more = [said - kept for (_, kept), (_, said) in zip(kept_steps, steps, strict=True)]
    nothing: Counter[str] = Counter()
    around = zip([nothing, *more[:-1]], [*more[1:], nothing], strict=True)
    gone = []
    for (step, kept), (_, said), (sooner, later) in zip(kept_steps, steps, around, strict=True):
        missing = kept - said - sooner - later
        gone += [f"{step}: {text}" for text in missing.elements()]
    return gone


def _steps(lines: Sequence[str]) -> list[tuple[str, Counter[str]]]:
    """The steps of a transcript, each with what was said to it."""
    steps: list[tuple[str, Counter[str]]] = []
    for line in lines:
        if line.startswith(" "):
            steps[-1][1][line.strip()] += 1
        else:
            steps.append((line, Counter()))
    return steps


def _script(name: str) -> Path:
    return HERE / "tours" / f"{name}.steps"


def _hear(home: Path, inside: tuple[str, ...], name: str) -> Heard:
    return hear(home / name, _script(name), *TOURS[name], inside=inside)


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
        _place(version).parent.mkdir(exist_ok=True)
        _place(version).write_text("\n".join(taken.transcript) + "\n", encoding="utf-8")
    print("\n".join((*changed, *taken.mistakes)))
    return 1 if taken.mistakes or (changed and not options.renew) else 0


if __name__ == "__main__":
    sys.exit(main())
