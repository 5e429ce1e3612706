"""The real window over the tour's book, with humming voices; run as a program.

``python -m tests.accessibility.window [BOOK] [--set NAME=VALUE …]``: sound comes out of the
system's device where there is one. The window keeps its home in ``TINGSHU_HOME``. It works in
a folder of its own with the files ``lamp.epub``, the tour's book, ``play.txt``, in which people
speak, and ``torn.epub``, which is damaged; with ``--welcome`` it opens none of them. With
``--shelf`` four more books stand on the shelf: one finished, one whose file is gone, one in
Chinese. With ``--show`` it shows a notice, a report or a progress that never ends, or has an
export left from before, which it offers to go on with as soon as there is a file ``offer`` among
its data. While a file ``hold`` is there, its voices do not say a text in which the words of that
file occur. ``--file NAME=TEXT`` writes such a file.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader import paths, settings
from reader.books.registry import read_book
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.output import output_of
from reader.export.studio import Studio
from reader.export.unfinished import begun
from reader.library.store import Library
from reader.speech.capabilities import Capabilities
from reader.speech.speaker import Speaker
from reader.ui.actions.file import FileActions
from reader.ui.app import run
from reader.ui.main_window import MainWindow
from reader.ui.progress import Progress
from reader.ui.report_dialog import ReportDialog
from reader.ui.sound import SoundSystem
from tests.accessibility.tour_book import write_tour_book
from tests.fakes.engine import FakeEngine
from tests.fakes.exporting import workers_here

PLAY = (
    "“Come in,” said Anna. “You are late, Bert.”\n\n“I came by the quay,” said Bert.\n\n"
    "“Was the lamp lit?” asked Anna.\n\n“It was,” said Bert.\n"
)

SHELF = {
    "The Ferry": "The ferry left at noon. Nobody saw the lamp. The river was high.",
    "An Orchard": "The trees stood in rows. A ladder leaned on the oldest of them.",
    "Ferns": "There are ferns under the wall, and a lamp that nobody lights.",
    "江上的船": "江上有一条船。船上没有人。灯也没有点。",
}
"""The titles and texts of the books of ``--shelf``."""


_LOOK = 0.05
"""Seconds between two looks at a file that is waited for."""


class HeldEngine(FakeEngine):
    """Says nothing with certain words in it while the file ``hold`` has them."""

    def synthesize(self, utterance, voice, cancel):
        while _is_held(utterance.text):
            cancel.check()
            time.sleep(_LOOK)
        yield from super().synthesize(utterance, voice, cancel)


def _is_held(text: str) -> bool:
    try:
        words = (paths.data_folder() / "hold").read_text("utf-8").strip()
    except OSError:
        return False
    return bool(words) and words in text


def humming_engines():
    able = Capabilities(rate=True, pitch=True, word_times=True)
    return [
        HeldEngine(name, ("en", "zh"), quality=quality, capabilities=able)
        for name, quality in (("fake", 2), ("alto", 1))
    ]


class Humming(SoundSystem):
    """Two humming voices on the system's device, which can do all that a book asks for."""

    def speaker(self, chosen, notify):
        return Speaker(humming_engines(), voices=chosen.voices, notify=notify)

    def studio(self, chosen):
        return Studio(voices=chosen.voices, open=humming_engines)

    def workers(self):
        return workers_here()


def fill_shelf(folder: Path) -> None:
    """Put the books of the shelf there, their files in `folder`."""
    library = Library()
    for title, text in SHELF.items():
        path = folder / f"{title}.txt"
        path.write_text(f"{title}\n\n{text}\n", "utf-8")
        book = read_book(path)
        library.add_book(book, path)
        if title == "An Orchard":
            library.set_finished(book.identifier, True)
    (folder / "Ferns.txt").unlink()
    library.close()


def show_notice() -> None:
    window().notice.show_message("The voice that was chosen is not installed.")


def show_progress() -> None:
    Progress(window(), "Opening", "Reading lamp.epub", lambda: None, patience=0)


def show_report() -> None:
    ReportDialog("Import", "Imported: 1.\nNot taken: 1.\nLine 2: nonsense", window()).open()


def offer_unfinished() -> None:
    """Have an export of the play left from before, and offer it, once there is ``offer``."""
    timer = QTimer(window())

    def look() -> None:
        if (paths.data_folder() / "offer").exists():
            timer.stop()
            leave_unfinished()
            window().findChild(FileActions).offer_unfinished()

    timer.timeout.connect(look)
    timer.start(round(1000 * _LOOK))


def leave_unfinished() -> None:
    source, options = Path("play.txt").absolute(), ExportOptions(format="mp3")
    book = read_book(source)
    output = output_of(source.with_name("play"), options, book)
    output.folder.mkdir()
    Manifest(
        identifier=book.identifier, title=book.title, options=options, source=str(source)
    ).write(output.manifest)
    begun(output, 0.4)


def window() -> MainWindow:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))


SHOWN = {
    "notice": show_notice,
    "progress": show_progress,
    "report": show_report,
    "unfinished": offer_unfinished,
}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("book", nargs="?", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--file", action="append", default=[], metavar="NAME=TEXT")
    parser.add_argument("--play", action="store_true")
    parser.add_argument("--welcome", action="store_true")
    parser.add_argument("--shelf", action="store_true")
    parser.add_argument("--show", choices=SHOWN)
    options = parser.parse_args()
    chosen = {"self_voicing_offered": True, "welcomed": True}
    for each in options.set:
        name, _, value = each.partition("=")
        chosen[name] = json.loads(value)
    settings.save(settings.load().changed(**chosen))
    for each in options.file:
        name, _, text = each.partition("=")
        (paths.data_folder() / name).write_text(text, "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        book = write_tour_book(Path(folder) / "lamp.epub")
        (Path(folder) / "play.txt").write_text(PLAY, "utf-8")
        (Path(folder) / "torn.epub").write_bytes(book.read_bytes()[:1000])
        if options.shelf:
            fill_shelf(Path(folder))
        if options.book is not None and options.book.exists():
            book = options.book.absolute()
        elif options.book is not None:
            book = Path(folder) / options.book
        os.chdir(folder)
        status = run(
            None if options.welcome else book,
            play=options.play,
            sound=Humming(),
            on_ready=SHOWN.get(options.show),
        )
        (paths.data_folder() / "hold").unlink(missing_ok=True)  # a worker may wait for that
        return status


if __name__ == "__main__":
    raise SystemExit(main())
