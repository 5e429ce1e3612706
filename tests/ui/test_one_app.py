"""One window: later starts hand their book to it, and a crash is told at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget

from reader import paths
from reader.ui import one_app
from reader.ui.ending import RunningMark, SystemSignals
from reader.ui.one_app import Reception, hand_over


@pytest.fixture
def reception(qtbot):
    made = Reception()
    assert made.open()
    yield made
    made.close()


_SECOND = """
import os, sys
from pathlib import Path
from reader.ui.one_app import hand_over
book = Path(os.fsdecode(bytes.fromhex(sys.argv[1]))) if sys.argv[1] else None
sys.exit(0 if hand_over(book, play=sys.argv[2] == "play") else 3)
"""


def start_again(qtbot, book: Path | None, *, play: bool = False) -> bool:
    """What a second start of the program does: whether its book was taken."""
    name = os.fsencode(book).hex() if book is not None else ""
    second = subprocess.Popen([sys.executable, "-c", _SECOND, name, "play" if play else ""])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode in (0, 3)
    return second.returncode == 0


def test_nobody_takes_a_book_where_no_window_is_open(application) -> None:
    assert not hand_over(Path("book.epub"), play=False)


def test_a_second_start_hands_its_book_to_the_first(
    reception, qtbot, monkeypatch, tmp_path
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = []
    reception.asked.connect(lambda book, play: asked.append((book, play)))
    assert start_again(qtbot, Path("红楼梦 \udcff.epub"), play=True)
    assert start_again(qtbot, None)
    assert asked == [(tmp_path / "红楼梦 \udcff.epub", True), (None, False)]


def test_another_home_is_another_program(reception, qtbot, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "another"))
    assert not start_again(qtbot, None)


def test_of_two_that_start_at_once_one_is_there(reception) -> None:
    later = Reception()
    assert not later.open()
    reception.close()
    assert later.open()
    later.close()


def test_where_nothing_can_be_written_the_window_opens_all_the_same(
    application, monkeypatch, tmp_path
) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "nowhere")
    reception = Reception()
    assert reception.open()
    reception.close()


def test_what_a_crashed_program_left_is_in_nobodys_way(application, qtbot) -> None:
    address = Path(one_app._address())
    if not address.is_absolute():
        address = Path(os.environ.get("TMPDIR", "/tmp")) / address
    address.touch()
    reception = Reception()
    assert reception.open()
    assert start_again(qtbot, None)
    reception.close()


@pytest.mark.parametrize("said", [b"{\n", b"[]\n", b"null\n", b'{"book": 3, "play": 1}\n', b"{}\n"])
def test_whoever_says_something_else_is_sent_away(reception, qtbot, said: bytes) -> None:
    asked = []
    reception.asked.connect(lambda *request: asked.append(request))
    stranger = QLocalSocket()
    stranger.connectToServer(one_app._address())
    assert stranger.waitForConnected(1000)
    stranger.write(said)
    stranger.flush()
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert asked == []


def test_a_program_that_does_not_answer_is_let_be(reception, monkeypatch) -> None:
    monkeypatch.setattr(one_app, "_PATIENCE", 20)
    assert not hand_over(None, play=False)  # this very thread would have to answer


# The end


def test_a_program_that_did_not_end_properly_is_known_by_its_mark() -> None:
    assert not RunningMark().set()
    assert RunningMark().set()
    RunningMark().remove()
    assert not RunningMark().set()


def test_a_folder_that_refuses_the_mark_costs_nothing(tmp_path) -> None:
    mark = RunningMark(tmp_path / "nowhere" / "running")
    assert not mark.set()
    mark.remove()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to itself")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_systems_wish_to_end_is_obeyed(qtbot, number) -> None:
    parent, ended = QWidget(), []
    qtbot.addWidget(parent)
    before = signal.getsignal(number)
    signals = SystemSignals(lambda: ended.append(True), parent)
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(ended))
        assert signal.getsignal(number) == signal.SIG_DFL
    finally:
        signals.close()
    assert signal.getsignal(number) == before


def test_a_home_of_ones_own_is_used_here() -> None:
    assert "TINGSHU_HOME" in os.environ
    assert paths.data_folder().is_dir()
