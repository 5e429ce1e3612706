"""``make bench-window``: how long the window does not answer while it works.

A timer on the interface's thread should fire every few milliseconds; how much later it does
is how long a key would have waited. It is watched while a book is read aloud (real voice, real
output), while a book of 5 MB is opened, and while a chapter is exported. The table goes to
stderr, one JSON document to stdout. :mod:`tests.benchmarks.rooms` does so around the book.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from reader import paths
from tests.benchmarks.screen import screen
from tests.benchmarks.watchdog import GOALS, Watchdog, show
from tests.soak.sink import missing, recorded_sink

_PARAGRAPH = (
    "It was late, and the lamp on the quay was still burning. Nobody had asked for it. "
    "She wrote a letter, read it twice, and put it away among the others, as she did every night. "
)
_SIZE = 5_000_000


def main() -> int:
    """Measure in this process: it needs a screen and, for reading, a sound device."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to read aloud")
    options = parser.parse_args()
    with screen() as environment:
        os.environ.update(environment)
        os.environ.pop("QT_QPA_PLATFORM", None)
        with tempfile.TemporaryDirectory() as folder:
            voices = paths.voices_folder()
            os.environ["TINGSHU_HOME"] = folder
            (paths.data_folder() / "voices").symlink_to(voices)
            with _sink(Path(folder) / "sound.raw"):
                figures = _measure(Path(folder), options.seconds)
    show(figures)
    print(json.dumps({"goals": GOALS, "figures": figures}, indent=2))
    return 0


def _sink(recording: Path):
    """A sound card that plays to nobody; the machine's own where that cannot be had."""
    return recorded_sink(recording) if not missing() else nullcontext()


def _measure(folder: Path, seconds: float) -> dict[str, dict[str, float]]:
    from PySide6.QtCore import QEventLoop, QTimer

    from reader.library.store import Library
    from reader.settings import Settings
    from reader.ui.app import make_application
    from reader.ui.desk import Desk
    from reader.ui.main_window import MainWindow

    _application = make_application()
    loop = QEventLoop()
    desk = Desk(Settings(), Library())
    window = MainWindow(desk)
    window.show()
    failures: list[object] = []
    desk.failed.connect(failures.append)
    watchdog = Watchdog()
    figures: dict[str, dict[str, float]] = {}

    def wait(done: Callable[[], bool], most: float = 600.0) -> None:
        end = time.monotonic() + most
        while not done() and not failures:
            if time.monotonic() > end:
                raise TimeoutError("the window does not come to an end")
            QTimer.singleShot(20, loop.quit)
            loop.exec()
        if failures:
            raise RuntimeError(str(failures[0]))

    def pause(length: float) -> None:
        end = time.monotonic() + length
        wait(lambda: time.monotonic() > end)

    sample = paths.resources_folder() / "samples" / "english.epub"
    desk.open(sample, play=True)
    wait(lambda: desk.session is not None and desk.session.attached)
    pause(2)
    watchdog.reset()
    pause(seconds)
    figures["reading"] = watchdog.figure()
    desk.stop()

    large = folder / "large.txt"
    large.write_text(_paragraphs(_SIZE), "utf-8")
    watchdog.reset()
    desk.open(large)
    wait(lambda: desk.session is not None and desk.session.path == large)
    pause(2)
    figures["importing"] = watchdog.figure()

    desk.open(sample)
    wait(lambda: desk.session is not None and desk.session.path == sample)
    watchdog.reset()
    _export(desk, window, folder / "out", wait)
    figures["exporting"] = watchdog.figure()
    window.close()
    return figures


def _export(desk, window, target: Path, wait: Callable[..., None]) -> None:
    from reader.ui.export.exports import exports_of
    from reader.ui.export_dialog import ExportDialog

    dialog = ExportDialog(desk, window)
    exports = exports_of(window, desk)
    dialog.ordered.connect(exports.add)
    dialog.open()
    dialog.target.setText(str(target.with_suffix(".m4b")))
    dialog.start()
    wait(lambda: bool(exports.all) and exports.running is None)
    assert exports.all[0].error is None, exports.all[0].error


def _paragraphs(size: int) -> str:
    paragraph = _PARAGRAPH * 3
    return "\n\n".join(
        f"Chapter {number // 400 + 1}" if number % 400 == 0 else paragraph
        for number in range(size // len(paragraph))
    )


if __name__ == "__main__":
    sys.exit(main())
