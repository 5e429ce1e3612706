"""A real scheduler and two worker processes on this machine."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from reader.background import CancelToken, Task
from reader.errors import EngineFailed, ExportError, VoiceMissing
from reader.export import cluster
from reader.export.cluster import cluster_executor
from reader.export.control import Control
from reader.export.executors import workers_of
from reader.export.options import ExportOptions
from reader.export.planning import Plan
from reader.export.rendering import Rendering
from reader.export.sections import Part
from reader.export.spool import Spool
from reader.export.studio import Studio, speak_part
from reader.narration.utterance import Span, Utterance
from reader.speech.engine import AudioChunk, Voice
from tests.fakes.reading import FakeNarrator, FakeTimeline, make_book
from tests.fakes.studio import FAILING, Inline, ToneEngine, tone_studio

pytest.importorskip("distributed")

ROOT = Path(__file__).parents[2]
GATE = "TINGSHU_TEST_GATE"
HALT = "Halt"


class HaltingEngine(ToneEngine):
    """The first process that is to say a certain sentence tells its number and comes to a rest."""

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        gate = os.environ.get(GATE)
        if HALT in utterance.text and gate is not None:
            try:
                with Path(gate).open("x") as file:
                    file.write(f"{os.getpid()}\n")
            except FileExistsError:
                pass
            else:
                threading.Event().wait()
        yield from super().synthesize(utterance, voice, cancel)


def halting() -> Sequence[ToneEngine]:
    return [HaltingEngine()]


@dataclass
class Cluster:
    folder: Path
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def gate(self) -> Path:
        return self.folder / "gate"

    def start(self, program: str, *options: str) -> None:
        usual = ("--host", "127.0.0.1", "--no-dashboard")
        self.processes.append(
            subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{program}", *options, *usual],
                cwd=self.folder,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT),
                    "TINGSHU_HOME": str(self.folder / "home"),
                    GATE: str(self.gate),
                },
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


def until(condition: Callable[[], object]) -> None:
    for _ in range(6000):
        if condition():
            return
        time.sleep(0.01)
    pytest.fail("it never came to that")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        about = made.folder / "scheduler.json"
        # Workers wait for the file with the scheduler's address.
        made.start("dask_scheduler", "--port", "0", "--scheduler-file", str(about))
        for name in ("one", "two"):
            made.start(
                "dask_worker", "--scheduler-file", str(about), "--no-nanny", "--nthreads", "1",
                "--name", name, "--local-directory", str(made.folder / name),
            )  # fmt: skip
        until(lambda: about.exists() and about.read_text().endswith("}"))
        made.address = json.loads(about.read_text())["address"]
        yield made
    finally:
        made.stop()


@pytest.fixture(autouse=True)
def no_old_clients() -> None:
    """Those that never connected go now: where one went while another begins, that would wait."""
    gc.collect()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.3)


def part(text: str) -> Part:
    span = Span(text=text, language="en", start=0, end=len(text))
    utterance = Utterance(items=(span,), start=0, end=len(text))
    return Part(section=0, number=0, utterances=(utterance,), characters=len(text))


def test_a_worker_that_is_killed_loses_nothing(running: Cluster, tmp_path: Path) -> None:
    text = "A sentence of some words. " * 120
    book = make_book(("One", text), ("Two", f"{HALT} here. {text}"), ("Three", text))
    plan = Plan(book, ExportOptions(format="m4b"), FakeNarrator(book), FakeTimeline(book))
    studio = Studio(open=halting)

    def rendered(executor, folder: Path) -> list[np.ndarray]:
        with Spool(folder) as spool:
            rendering = Rendering(plan, studio, executor, spool, control=Control(), loudness=-18.0)
            return [np.concatenate(list(sound.blocks())) for sound in rendering.sounds()]

    def kill_the_one_that_halts(_: CancelToken) -> None:
        until(lambda: running.gate.exists() and running.gate.read_text().endswith("\n"))
        os.kill(int(running.gate.read_text()), signal.SIGKILL)

    with cluster_executor(running.address) as executor:
        until(lambda: workers_of(executor) == 2)
        killer = Task(kill_the_one_that_halts, name="killer")
        there = rendered(executor, tmp_path / "there")
        killer.result(0)
        until(lambda: workers_of(executor) == 1)
    here = rendered(Inline(), tmp_path / "here")
    assert len(there) == 3
    assert all(np.array_equal(one, other) for one, other in zip(there, here, strict=True))


def test_errors_tell_the_worker(
    running: Cluster, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with cluster_executor(running.address) as executor:
        with pytest.raises(VoiceMissing, match="tingshu voices install") as missing:
            executor.submit(speak_part, tone_studio(), part("Text."), (("emma", "1"),)).result()
        with pytest.raises(EngineFailed, match="on purpose") as failed:
            executor.submit(speak_part, tone_studio(), part(FAILING)).result()
        with pytest.raises(ExportError, match=r"The cluster.*ZeroDivisionError"):
            executor.submit(divmod, 1, 0).result()
        assert executor.submit(divmod, 7, 2).result() == (3, 1)
    for error, subject in ((missing, "emma"), (failed, "tones")):
        assert error.value.subject.startswith(f"{subject}, worker ")
        assert any(name in error.value.subject for name in ("one", "two"))
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_a_worker_with_another_version_is_refused(
    running: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.1")
    with (
        pytest.raises(ExportError, match=r"has version 0\..*Install version 99\.1"),
        cluster_executor(running.address),
    ):
        pass


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1:1", "nonsense", "tcp://", ""])
@pytest.mark.usefixtures("impatient")
def test_where_there_is_no_scheduler_that_is_told(address: str) -> None:
    with pytest.raises(ExportError, match="no Dask scheduler"), cluster_executor(address):
        pass


@pytest.mark.usefixtures("impatient")
def test_a_cluster_without_workers_is_told() -> None:
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=0, processes=False, dashboard_address="127.0.0.1:0") as empty,
        pytest.raises(ExportError, match="has no workers"),
        cluster_executor(empty.scheduler_address),
    ):
        pass


def test_workers_that_have_all_gone_are_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr(cluster, "_LOOK", 0.05)
    told: list[str] = []
    with (
        LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as local,
        cluster_executor(local.scheduler_address, patience=0.3, notify=told.append) as executor,
    ):
        assert executor.submit(divmod, 7, 2).result(60) == (3, 1)
        local.scale(0)
        until(lambda: not local.scheduler.workers)
        waiting = [executor.submit(divmod, 7, number) for number in (2, 3)]
        for each in waiting:
            with pytest.raises(ExportError, match=r"workers have gone.*Start some with: dask"):
                each.result(60)
        with pytest.raises(ExportError, match="workers have gone"):
            executor.submit(divmod, 7, 2)
        local.scale(1)
        until(lambda: len(told) == 2)
        assert executor.submit(divmod, 9, 2).result(60) == (4, 1)
    assert told == [
        "No worker of the cluster is there; waiting for one.",
        "A worker is there again.",
    ]


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ExportError, match=r"tingshu\[cluster\]"),
        cluster_executor("tcp://127.0.0.1:1"),
    ):
        pass
