"""What a second worker gains, on this machine and in a Dask cluster."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.benchmarks.export.plan import NAMES, Plan
from tests.benchmarks.export.running import Home, Run, limited
from tests.benchmarks.export.speed import busy
from tests.benchmarks.speech.figures import Figure

_LOCAL, _CLUSTER = 1.7, 1.6
"""Times as fast that two must be."""

_PATIENCE = 60.0


def measure(plan: Plan) -> Iterator[Figure]:
    """The rows about workers."""
    for language, name in NAMES.items():
        runs = [_local(plan, language, count) for count in (1, 2)]
        yield _row(f"{name}, two local workers against one", runs, _LOCAL)
    for language, name in NAMES.items():
        runs = [_in_cluster(plan, language, count) for count in (1, 2)]
        yield _row(f"{name}, two workers of a Dask cluster against one", runs, _CLUSTER)


def _row(name: str, runs: list[Run], must: float) -> Figure:
    one, two = runs
    return Figure(
        name=name,
        unit="times as fast",
        runs=(elapsed(one) / elapsed(two),),
        must=must,
        more_is_better=True,
        note=f"{elapsed(one):.1f} and {elapsed(two):.1f} s for {one.seconds / 60:.0f} minutes,"
        f" from the first sentence to the last; {busy(runs)}",
    )


def elapsed(run: Run) -> float:
    """Seconds that the job took, without the start of the program."""
    return float(run.told["elapsed"])


def _local(plan: Plan, language: str, count: int) -> Run:
    book = plan.book(language, plan.worker_minutes)
    target = plan.target("book.m4b")
    return plan.run(f"{language}, {count} local", plan.home(), book, target, "--jobs", str(count))


def _in_cluster(plan: Plan, language: str, count: int) -> Run:
    book, home = plan.book(language, plan.worker_minutes), plan.home()
    with cluster(plan.home(), count) as address:
        target = plan.target("book.m4b")
        return plan.run(f"{language}, cluster of {count}", home, book, target, "--cluster", address)


@contextmanager
def cluster(home: Home, count: int) -> Iterator[str]:
    """A Dask scheduler and so many workers, a process each, on loopback; its address."""
    with ExitStack() as stack:
        told = Path(home.folder, "scheduler.json")
        dask = [sys.executable, "-m", "dask"]
        where = ["--host", "127.0.0.1", "--scheduler-file", str(told)]
        _begin(stack, home, [*dask, "scheduler", *where, "--port", "0", "--no-dashboard"])
        address = _address(told)
        for number in range(count):
            name = ["--name", f"worker{number}", "--nthreads", "1", "--no-dashboard"]
            place = ["--host", "127.0.0.1", "--local-directory", str(home.folder)]
            _begin(stack, home, [*dask, "worker", address, *name, *place])
        _wait_for(address, count)
        yield address


def _begin(stack: ExitStack, home: Home, words: list[str]) -> None:
    with limited(2):
        process = subprocess.Popen(
            words,
            cwd=home.folder,
            env=home.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    stack.callback(_end, process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _address(told: Path) -> str:
    import json

    ended = time.monotonic() + _PATIENCE
    while time.monotonic() < ended:
        if told.exists() and (text := told.read_text()):
            return str(json.loads(text)["address"])
        time.sleep(0.1)
    raise TimeoutError("the scheduler of the cluster did not start")


def _wait_for(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=_PATIENCE)
