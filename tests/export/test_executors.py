from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from reader.errors import Cancelled, EngineFailed, ExportError
from reader.export.executors import LocalWorkers, local_executor, workers_of
from reader.messages import message
from tests.fakes.studio import Inline

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalWorkers]:
    with local_executor(2) as executor:
        yield executor


def until(condition: Callable[[], object]) -> None:
    for _ in range(3000):
        if condition():
            return
        time.sleep(0.01)
    pytest.fail("it never came to that")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # A process that has ended but was not waited for still has its number.
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


# -- what workers do -------------------------------------------------------------------------


def own_process() -> int:
    return os.getpid()


def add(one: int, *, other: int) -> int:
    return one + other


def fail() -> None:
    raise EngineFailed("voice", message("It {what}.", what="failed"), "Do something.")


def leave() -> None:
    os._exit(3)


def leave_once(marker: Path) -> int:
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 42


def tell_and_wait(file: Path) -> None:
    draft = file.with_suffix(".draft")
    draft.write_text(str(os.getpid()))
    draft.rename(file)
    threading.Event().wait()


def circumstances() -> tuple[int, object, list[str]]:
    for stream in (1, 2):
        os.write(stream, b"noise on the terminal\n")
    return (
        os.nice(0),
        signal.getsignal(signal.SIGINT),
        [os.path.realpath(f"/dev/fd/{stream}") for stream in (0, 1, 2)],
    )


class Stubborn(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__("text")


def fail_strangely() -> None:
    raise Stubborn(1, 2)


def unpicklable() -> object:
    return threading.Lock()


# -- tests -----------------------------------------------------------------------------------


def test_work_is_done_in_other_processes(workers: LocalWorkers) -> None:
    assert workers_of(workers) == 2
    assert workers.submit(add, 1, other=2).result() == 3
    processes = {each.result() for each in [workers.submit(own_process) for _ in range(20)]}
    assert os.getpid() not in processes
    assert 1 <= len(processes) <= 2


def test_errors_come_back_as_they_were(workers: LocalWorkers) -> None:
    with pytest.raises(EngineFailed) as caught:
        workers.submit(fail).result()
    assert (caught.value.subject, caught.value.remedy) == ("voice", "Do something.")
    assert caught.value.reason.template == "It {what}."
    with pytest.raises(RuntimeError, match="Stubborn"):
        workers.submit(fail_strangely).result()
    with pytest.raises(TypeError, match="pickle"):
        workers.submit(unpicklable).result()
    with pytest.raises(Exception, match="pickle"):
        workers.submit(lambda: 1).result()
    assert workers.submit(add, 1, other=1).result() == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has other priorities and no such files")
def test_workers_stand_back_and_leave_the_terminal_alone(
    workers: LocalWorkers, capfd: pytest.CaptureFixture[str]
) -> None:
    kindness, interrupts, streams = workers.submit(circumstances).result()
    assert kindness >= min(19, os.nice(0) + 10)
    assert interrupts is signal.SIG_IGN
    assert streams == [os.devnull] * 3
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")
def test_work_whose_worker_is_killed_is_done_by_another(
    workers: LocalWorkers, tmp_path: Path
) -> None:
    killed = workers.submit(leave_once, tmp_path / "marker")
    others = [workers.submit(add, n, other=1) for n in range(10)]
    assert killed.result() == 42
    assert [each.result() for each in others] == list(range(1, 11))


def test_work_that_ends_every_worker_is_given_up(workers: LocalWorkers) -> None:
    with pytest.raises(ExportError, match=r"3 times.*free memory"):
        workers.submit(leave).result()
    assert workers.submit(add, 1, other=1).result() == 2


def test_closing_ends_what_is_being_done_at_once(tmp_path: Path) -> None:
    with local_executor(1) as executor:
        running = executor.submit(tell_and_wait, tmp_path / "process")
        waiting = executor.submit(own_process)
        until((tmp_path / "process").exists)
    process = int((tmp_path / "process").read_text())
    assert not is_alive(process)
    with pytest.raises(Cancelled):
        running.result(0)
    assert waiting.cancelled()
    with pytest.raises(RuntimeError):
        executor.submit(own_process)


def test_closing_before_there_was_any_work_starts_nothing() -> None:
    with local_executor(3) as executor:
        assert workers_of(executor) == 3


def test_shutting_down_waits_for_what_there_is() -> None:
    with LocalWorkers(1) as executor:
        futures = [executor.submit(add, n, other=0) for n in range(3)]
    assert [each.result(0) for each in futures] == [0, 1, 2]


def test_what_is_cancelled_before_its_turn_is_not_done(tmp_path: Path) -> None:
    with local_executor(1) as executor:
        executor.submit(tell_and_wait, tmp_path / "process")
        until((tmp_path / "process").exists)
        waiting = executor.submit(own_process)
        assert waiting.cancel()


def test_one_worker_a_core_by_default() -> None:
    with local_executor() as executor:
        assert 1 <= workers_of(executor) <= (os.cpu_count() or 1)


def test_other_executors_tell_how_many_they_are() -> None:
    with ThreadPoolExecutor(5) as threads:
        assert workers_of(threads) == 5
    assert workers_of(Inline()) == 1


def test_work_done_inline_looks_the_same() -> None:
    good, bad = Inline().submit(add, 1, other=2), Inline().submit(fail)
    assert isinstance(good, Future)
    assert wait([good, bad]).not_done == set()
    assert good.result() == 3
    with pytest.raises(EngineFailed):
        bad.result()


PROGRAM = """
import signal, sys
from pathlib import Path
from reader.export.executors import local_executor
from tests.export.test_executors import tell_and_wait

if __name__ == "__main__":
    # Whoever runs the tests in the background may have Ctrl+C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with local_executor(1) as executor:
        try:
            executor.submit(tell_and_wait, Path(sys.argv[1])).result()
        except KeyboardInterrupt:
            print("interrupted")
"""


def started(file: Path, program: Path | None) -> subprocess.Popen[str]:
    """A program that has a worker wait; from its file, or if there is none, from a string."""
    code = ["-c", PROGRAM] if program is None else [str(program)]
    process = subprocess.Popen(
        [sys.executable, *code, str(file)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    until(file.exists)
    return process


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals there")
def test_workers_end_with_a_program_that_is_killed(tmp_path: Path) -> None:
    with started(tmp_path / "process", None) as program:
        worker = int((tmp_path / "process").read_text())
        assert is_alive(worker)
        program.kill()
        until(lambda: not is_alive(worker))


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals there")
def test_ctrl_c_ends_workers_without_a_word_from_them(tmp_path: Path) -> None:
    # As of the console script: without an ending.
    file = tmp_path / "tingshu"
    file.write_text(PROGRAM)
    with started(tmp_path / "process", file) as program:
        worker = int((tmp_path / "process").read_text())
        os.killpg(program.pid, signal.SIGINT)
        told, _ = program.communicate(timeout=30)
        assert told == "interrupted\n"
        assert not is_alive(worker)


EXPORTING = """
import sys
from pathlib import Path
from reader.__main__ import main
from reader.cli import commands
from reader.export.executors import local_executor

def run(_arguments):
    with local_executor(1) as executor:
        Path(sys.argv[1]).write_text(str(executor.submit(divmod, 7, 2).result()))
    return 0

if __name__ == "__main__":
    commands.run = run
    sys.exit(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such shell there")
def test_workers_need_no_standard_streams(tmp_path: Path) -> None:
    program, answer = tmp_path / "program.py", tmp_path / "answer"
    program.write_text(EXPORTING)
    command = f'"{sys.executable}" "{program}" "{answer}" <&- >&- 2>&-'
    ended = subprocess.run(
        ["sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert ended.returncode == 0
    assert answer.read_text() == "(3, 1)"
