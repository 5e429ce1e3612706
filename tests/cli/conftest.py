"""What the tests of the commands share."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import paths
from reader.__main__ import main
from reader.cli.exporting.here import here
from tests.fakes.engine import FakeEngine


class Outcome:
    """What a command said: exit status, standard output and standard error."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


Run = Callable[..., Outcome]


@pytest.fixture
def tingshu(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in this process; `stdin` is what is piped in."""

    def run(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The only engine: tones instead of words; exports are spoken by it in this process."""
    fake = FakeEngine()
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: [fake])
    monkeypatch.setattr("reader.export.executors.local_executor", lambda _workers: here())
    return fake


@pytest.fixture
def samples() -> Path:
    """The folder of the sample books."""
    return paths.resources_folder() / "samples"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A short text with two chapters."""
    path = tmp_path / "story.txt"
    path.write_text(
        "Chapter I\\n\\nThe rain had stopped. Anna opened the window.\\n\\n"
        "Chapter II\\n\\nThe train was late. Nobody minded.\\n".replace("\\n", "\n"),
        "utf-8",
    )
    return path
