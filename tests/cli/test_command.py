"""The command as a whole: help, exit statuses, and what goes where."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.commands import COMMANDS
from reader.errors import Cancelled
from tests.cli.conftest import Run


def test_help_lists_every_command(tingshu: Run) -> None:
    outcome = tingshu("--help")
    assert outcome.status == 0
    for command in COMMANDS:
        assert f"\n  {command.name} " in outcome.out


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_explains_itself(tingshu: Run, command: str) -> None:
    outcome = tingshu(command, "--help")
    assert outcome.status == 0
    assert outcome.out.startswith(f"usage: tingshu {command}")
    assert len(outcome.out.split("\n\n")[1]) > 30, "a description"


def test_the_version(tingshu: Run) -> None:
    assert tingshu("--version").out == f"Tingshu {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("inspect",),
        ("inspect", "a", "b"),
        ("text", "a.epub", "--chapter", "one"),
        ("export", "a.epub"),
        ("export", "a.epub", "-o", "x.ogg", "--format", "ogg"),
        ("export", "a.epub", "-o", "x.wav", "--first", "-1"),
        ("export", "a.epub", "-o", "x.wav", "--first", "soon"),
        ("voices", "praise"),
        ("voices", "install"),
        ("speak", "--louder"),
        ("--nonsense",),
        ("a.epub", "b.epub"),
    ],
)
def test_wrong_usage_is_2(tingshu: Run, arguments: tuple[str, ...]) -> None:
    outcome = tingshu(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith("usage: tingshu")
    assert "_" not in outcome.err, "no name out of the program"


def raising(error: BaseException) -> object:
    def run(arguments: list[str]) -> int:
        raise error

    return run


@pytest.mark.parametrize("error", [KeyboardInterrupt(), Cancelled()])
def test_ctrl_c_is_130_and_quiet(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr("reader.cli.commands.run", raising(error))
    outcome = tingshu("doctor")
    assert (outcome.status, outcome.out, outcome.err) == (130, "", "")


def test_what_nobody_foresaw_is_one_paragraph(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.commands.run", raising(ZeroDivisionError("by\n\nnothing")))
    outcome = tingshu("doctor")
    assert outcome.status == 1
    assert outcome.err.count("\n") == 1
    assert "ZeroDivisionError: by nothing" in outcome.err
    monkeypatch.setenv("TINGSHU_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        tingshu("doctor")


def test_what_the_system_refuses_is_one_paragraph(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = PermissionError(errno.EACCES, "Permission denied", "/some/file")
    monkeypatch.setattr("reader.cli.commands.run", raising(refusal))
    outcome = tingshu("doctor")
    assert outcome.status == 1
    assert outcome.err == "tingshu: /some/file: The system refuses (Permission denied).\n"


@pytest.mark.parametrize(
    ("debug", "expected"), [("", "tingshu: It went wrong: badly\n"), ("1", "Traceback")]
)
def test_the_log_has_no_traceback_unless_it_is_wished(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, debug: str, expected: str
) -> None:
    def run(arguments: list[str]) -> int:
        log = logging.getLogger("reader.somewhere")
        log.info("All is well")
        try:
            raise ValueError("badly")
        except ValueError as error:
            log.warning("It went wrong: %s", error, exc_info=True)
        return 0

    monkeypatch.setenv("TINGSHU_DEBUG", debug)
    monkeypatch.setattr("reader.cli.commands.run", run)
    outcome = tingshu("doctor")
    assert expected in outcome.err
    assert ("All is well" in outcome.err) == ("Traceback" in outcome.err) == bool(debug)


def test_without_a_screen_the_window_says_so(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, story: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    outcome = tingshu(story)
    assert outcome.status == 1
    assert "no screen" in outcome.err
    assert "tingshu export" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), (None, False)),
        (("{story}",), ("story.txt", False)),
        (("{story}", "--play"), ("story.txt", True)),
    ],
)
def test_the_window_gets_the_book(
    tingshu: Run,
    monkeypatch: pytest.MonkeyPatch,
    story: Path,
    arguments: tuple[str, ...],
    expected: tuple[str | None, bool],
) -> None:
    opened = []

    def run(book: Path | None, *, play: bool) -> int:
        opened.append((book and book.name, play))
        return 0

    monkeypatch.setattr("reader.ui.app.run", run)
    assert tingshu(*(each.format(story=story) for each in arguments)).status == 0
    assert opened == [expected]


def test_a_book_named_like_a_command_is_opened_with_its_folder(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("inspect").write_text("A book.", "utf-8")
    opened = []
    monkeypatch.setattr("reader.ui.app.run", lambda book, *, play: opened.append(book) or 0)
    assert tingshu("./inspect").status == 0
    assert opened == [Path("inspect")]


def test_a_missing_book_may_have_been_meant_as_a_command(tingshu: Run) -> None:
    outcome = tingshu("inspekt")
    assert outcome.status == 1
    assert "no such file" in outcome.err
    assert "--help" in outcome.err


def run_process(*arguments: object, **choices: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **choices)  # type: ignore[call-overload]


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ended = run_process("sentences", input="你好。再见。".encode(), env=environment)
    assert ended.returncode == 0
    assert ended.stdout.decode("utf-8").splitlines() == ["你好。", "再见。"]
    assert ended.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="there is no such shell there")
@pytest.mark.parametrize(("command", "status"), [("sentences", 0), ("speak", 1), ("voices", 0)])
def test_closed_streams_are_no_trouble(command: str, status: int) -> None:
    script = f'"{sys.executable}" -m reader {command} <&- >&-'
    ended = subprocess.run(["sh", "-c", script], stderr=subprocess.PIPE, check=False)
    assert ended.returncode == status
    assert b"nobody foresaw" not in ended.stderr
    ended = subprocess.run(["sh", "-c", f"{script} 2>&-"], check=False)
    assert ended.returncode == status


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_output_that_nobody_takes_is_one_paragraph() -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "reader", "sentences"],
            input=b"One. Two.", stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr == b"tingshu: The system refuses (No space left on device).\n"


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("One more sentence. " * 20_000, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "sentences", str(text)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process, process.stdout, process.stderr:
        assert process.stdout.readline() == b"One more sentence.\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
