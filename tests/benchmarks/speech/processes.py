"""What a process and all those it has started use of the machine, as Linux tells it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Use:
    """Bytes of memory held `now` and at `most`, and `worked`: seconds of processor time.

    `peaks` are what `most` adds up: each process's own, which need not come at one time.
    """

    now: int
    most: int
    worked: float
    peaks: tuple[int, ...] = ()

    def __add__(self, other: Use) -> Use:
        return Use(
            self.now + other.now,
            self.most + other.most,
            self.worked + other.worked,
            self.peaks + other.peaks,
        )


def in_use(pid: int) -> Use:
    """What `pid` and its children use, added up; raises OSError where there is no ``/proc``.

    Pages that several of them share are counted for each.
    """
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in status if ":" in line)
    now, most = (int(fields[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))
    user, system = _stat(pid)[11:13]
    ticks = os.sysconf("SC_CLK_TCK")
    return sum(
        map(in_use, children(pid)), Use(now, most, (int(user) + int(system)) / ticks, (most,))
    )


def forget_peaks(pid: int) -> None:
    """Let the most memory of `pid` and its children be counted from now on."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")
    for child in children(pid):
        forget_peaks(child)


@contextmanager
def one_core() -> Iterator[None]:
    """What is started meanwhile has one core: TensorFlow Lite takes two where it can."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def children(pid: int) -> list[int]:
    """The processes that `pid` has started and that still run."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parent = int(_stat(int(entry))[1])
            except OSError:
                continue  # it has ended meanwhile
            if parent == pid:
                found.append(int(entry))
    return found


def _stat(pid: int) -> list[str]:
    """The fields of ``/proc/PID/stat`` behind the name, from the state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
