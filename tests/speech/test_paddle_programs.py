"""Paddle's inference programs in their child process."""

from __future__ import annotations

import importlib.metadata
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from reader.background import Task
from reader.errors import EngineFailed
from reader.speech.engines.paddle import child as child_module
from reader.speech.engines.paddle.programs import PaddlePrograms, is_available
from tests.fakes.paddle_program import needs_paddle, write_program

ZETA = np.arange(12, dtype=np.float32).reshape(1, 4, 3)
ALPHA = np.full((1, 4, 2), 0.5, np.float32)
TOTAL = np.repeat(ZETA.sum(axis=2), 2, axis=0).T[None] + 0.5


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_program(tmp_path_factory.mktemp("program"))


@pytest.fixture(scope="module")
def programs() -> Iterator[PaddlePrograms]:
    programs = PaddlePrograms()
    yield programs
    programs.close()


def test_asking_whether_paddle_is_there_imports_nothing() -> None:
    code = (
        "import sys; from reader.speech.engines.paddle.programs import is_available;"
        "is_available(); sys.exit('paddle' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@needs_paddle
def test_inputs_and_outputs_go_by_position(
    programs: PaddlePrograms, tiny: tuple[Path, Path]
) -> None:
    total, smooth, whole = programs.open(*tiny).run(ZETA, ALPHA)

    np.testing.assert_allclose(total, TOTAL)
    np.testing.assert_allclose(smooth[0, 0, 1], 2 * TOTAL[0, :3, 0].sum())
    assert whole == ZETA.sum()


@needs_paddle
def test_lengths_are_free_and_strides_do_not_matter(
    programs: PaddlePrograms, tiny: tuple[Path, Path]
) -> None:
    program = programs.open(*tiny)

    for length in (1, 7, 3):
        turned = np.ones((3, length, 2), np.float32).transpose(2, 1, 0)
        total, *_ = program.run(turned, np.zeros((2, length, 2), np.float32))
        np.testing.assert_array_equal(total, np.full((2, length, 2), 3.0))


@needs_paddle
def test_reuse_of_memory_is_left_out_where_the_program_does_not_bear_it(
    programs: PaddlePrograms, tiny: tuple[Path, Path]
) -> None:
    total, *_ = programs.open(*tiny, reuse_memory=True).run(ZETA, ALPHA)

    np.testing.assert_allclose(total, TOTAL)


@needs_paddle
def test_a_refused_input_is_one_sentence_and_the_program_goes_on(
    programs: PaddlePrograms, tiny: tuple[Path, Path]
) -> None:
    program = programs.open(*tiny)

    with pytest.raises(EngineFailed, match=r"tiny\.json could not be run \(it takes 2 inputs"):
        program.run(ZETA)
    with pytest.raises(EngineFailed, match=r"tiny\.json could not be run") as refused:
        program.run(ZETA[:, :, :2], ALPHA)

    assert "\n" not in str(refused.value)
    np.testing.assert_allclose(program.run(ZETA, ALPHA)[0], TOTAL)


@needs_paddle
@pytest.mark.parametrize("damaged", [0, 1])
def test_missing_and_damaged_files_are_named(
    programs: PaddlePrograms, tiny: tuple[Path, Path], tmp_path: Path, damaged: int
) -> None:
    files = [tmp_path / file.name for file in tiny]
    for file, original in zip(files, tiny, strict=True):
        file.write_bytes(original.read_bytes())

    files[damaged].write_bytes(files[damaged].read_bytes()[:40])
    with pytest.raises(EngineFailed, match=r"tiny\.json could not be loaded"):
        programs.open(*files)
    files[damaged].unlink()
    with pytest.raises(EngineFailed, match=f"The file {files[damaged].name} is missing"):
        programs.open(*files)


@needs_paddle
def test_a_model_of_no_known_form_is_a_refusal_and_the_others_go_on(
    programs: PaddlePrograms, tiny: tuple[Path, Path], tmp_path: Path
) -> None:
    program = programs.open(*tiny)
    nonsense = tmp_path / "nonsense.json"
    nonsense.write_bytes(b"import this")

    with pytest.raises(EngineFailed, match=r"nonsense\.json could not be loaded"):
        programs.open(nonsense, tiny[1])  # it ends the process

    np.testing.assert_allclose(program.run(ZETA, ALPHA)[0], TOTAL)


@needs_paddle
def test_a_killed_child_is_replaced(programs: PaddlePrograms, tiny: tuple[Path, Path]) -> None:
    program = programs.open(*tiny)
    first = programs.process_id
    assert first is not None

    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)

    np.testing.assert_allclose(program.run(ZETA, ALPHA)[0], TOTAL)
    assert programs.process_id != first


@needs_paddle
def test_closing_ends_a_run_in_the_midst(tiny: tuple[Path, Path]) -> None:
    programs = PaddlePrograms()
    program = programs.open(*tiny)
    process = programs.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)  # a run that takes for ever
    task = Task(lambda _token: program.run(ZETA, ALPHA), name="run")

    programs.close()

    with pytest.raises(EngineFailed, match="ended in the midst"):
        task.result(10)
    assert programs.process_id is None


ECHO = """
from reader.speech.engines.paddle.child import parent
channel = parent()
print("what a library prints")
try:
    while True:
        channel.send(channel.receive())
except EOFError:
    pass
"""


@pytest.fixture
def echo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[child_module.Child]:
    (tmp_path / "echo.py").write_text(ECHO, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    child = child_module.Child("echo")
    yield child
    child.close()


def test_objects_come_back_whole_beside_what_is_printed(echo: child_module.Child) -> None:
    large = np.arange(1_000_000, dtype=np.float32)

    echo.send(("some", large))
    name, returned = echo.receive()

    assert name == "some"
    np.testing.assert_array_equal(returned, large)


def test_a_child_without_its_parent_ends(echo: child_module.Child) -> None:
    echo.send("hello")
    echo.receive()

    echo._outgoing.close()  # as the system does when the parent dies

    with pytest.raises(EOFError):
        echo.receive()
    assert echo._process.wait(10) == 0


def test_ctrl_c_in_the_terminal_is_left_to_the_parent(echo: child_module.Child) -> None:
    echo.send(1)
    echo.receive()

    os.kill(echo.process_id, signal.SIGINT)

    echo.send(2)
    assert echo.receive() == 2


def test_a_closed_child_is_gone(echo: child_module.Child) -> None:
    echo.close()

    assert echo.ended
    with pytest.raises(EOFError):
        echo.send(1)
    with pytest.raises(EOFError):
        echo.receive()
    echo.close()  # once more does no harm


def test_where_paddle_is_missing_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)

    assert not is_available()
