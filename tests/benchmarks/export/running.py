"""``tingshu export`` in a process of its own, with a home of its own, and what it takes."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader import paths
from tests.benchmarks.speech.processes import children

ROOT = Path(__file__).parents[3]
CORES = 2
"""On so many processor cores everything is measured."""

_INTERVAL = 0.25
"""Seconds between two looks at the memory."""

_PATIENCE = 3600.0


class Failed(Exception):
    """An export did not end well; the message is what it said."""


@dataclass(frozen=True, kw_only=True)
class Home:
    """A home of its own: no settings, library or cache, but the voices of this machine."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What processes that live in it are told; modules are kept compiled, as usual."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("XDG_", "TINGSHU_", "DASK_"))
            and name != "PYTHONDONTWRITEBYTECODE"
        }
        places = {
            "HOME": self.folder,
            "XDG_DATA_HOME": self.folder / "share",
            "XDG_CONFIG_HOME": self.folder / "config",
            "XDG_CACHE_HOME": self.folder / "cache",
            "XDG_STATE_HOME": self.folder / "state",
            "TINGSHU_HOME": self.folder / "tingshu",
        }
        return kept | {name: str(place) for name, place in places.items()} | {"LC_ALL": "C.UTF-8"}


def new_home(folder: Path) -> Home:
    """A new home in `folder`."""
    data = folder / "tingshu" / "data"
    data.mkdir(parents=True)
    (data / "voices").symlink_to(paths.voices_folder(), target_is_directory=True)
    return Home(folder=folder)


@dataclass(frozen=True, kw_only=True)
class Run:
    """An export that ended well.

    `told` is its JSON. `wall` is seconds from the start of the process to its end, `peak` the
    most bytes that it and its children held together: proportional set sizes, so that what they
    share counts once. `worked` is seconds of processor time of all of them, `others` the part of
    the cores that something else used meanwhile.
    """

    told: Mapping[str, Any]
    wall: float
    peak: int
    worked: float
    others: float

    @property
    def seconds(self) -> float:
        """How long the sound is."""
        return float(self.told["seconds"])

    @property
    def speed(self) -> float:
        """Seconds of sound a second, the start of the program included."""
        return self.seconds / self.wall

    @property
    def files(self) -> list[Path]:
        """What was made."""
        return [Path(each) for each in self.told["files"]]


def command(book: Path, target: Path, *options: str) -> list[str]:
    """The command line that exports `book` to `target`."""
    program = Path(sys.executable).with_name("tingshu")
    return [str(program), "export", str(book), "-o", str(target), "--json", *options]


def export(home: Home, book: Path, target: Path, *options: str, cores: int = CORES) -> Run:
    """Export and measure; raises :class:`Failed`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    busy, own = busy_seconds(), own_seconds()
    begun = time.perf_counter()
    with limited(cores):
        process = start(home, command(book, target, *options))
    with watched(process.pid) as most:
        try:
            output, errors = process.communicate(timeout=_PATIENCE)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    wall = time.perf_counter() - begun
    worked = own_seconds() - own
    if process.returncode != 0:
        raise Failed(f"status {process.returncode}: {errors.strip()[-600:]}")
    return Run(
        told=json.loads(output),
        wall=wall,
        peak=max(most),
        worked=worked,
        others=max(0.0, busy_seconds() - busy - worked) / wall / (os.cpu_count() or 1),
    )


def start(home: Home, words: Sequence[str]) -> subprocess.Popen[str]:
    """The command in a process and a session of its own, by which its children can be found."""
    return subprocess.Popen(
        words,
        cwd=home.folder,
        env=home.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@contextmanager
def limited(cores: int) -> Iterator[None]:
    """What is started meanwhile has so many cores, where there are more."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(before)[:cores]))
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def watched(pid: int) -> Iterator[list[int]]:
    """Looks at the memory of `pid` and its children again and again; the list gets the bytes."""
    found = [0]
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_INTERVAL):
            found.append(sum(map(proportional_size, tree(pid))))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        ended.set()
        thread.join()


def tree(pid: int) -> list[int]:
    """`pid` and all that it has started, and these have, that still run."""
    return [pid, *(below for child in children(pid) for below in tree(child))]


def proportional_size(pid: int) -> int:
    """The bytes that `pid` holds, of those it shares its part; 0 if it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def of_session(session: int) -> list[int]:
    """The processes of a session that run, so also those whose parent has died."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with suppress(OSError):
                fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
                if int(fields[3]) == session and fields[0] not in "ZX":
                    found.append(int(entry))
    return found


def own_seconds() -> float:
    """Processor time of all children that have ended, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def busy_seconds() -> float:
    """Seconds that all cores together have worked since the machine was started."""
    numbers = [int(each) for each in Path("/proc/stat").read_text().split("\n")[0].split()[1:]]
    user, nice, system, _idle, _waiting, interrupts, soft = numbers[:7]
    return (user + nice + system + interrupts + soft) / os.sysconf("SC_CLK_TCK")
