"""Takes the picture of the window that the README shows.

``python -m reader.ui.screenshot BOOK OUT.png [--sentence N] [--theme NAME] [--zoom PERCENT]``
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.session import ReadingSession
from reader.settings import CHOICES, Settings
from reader.ui.app import make_application
from reader.ui.desk import Desk
from reader.ui.looks.wardrobe import apply_looks
from reader.ui.main_window import MainWindow
from reader.ui.sound import SoundSystem

_WIDTH, _HEIGHT = 1120, 760
_MOMENT = 150
"""Milliseconds for the last paint before the picture is taken."""


class _Silence(SoundSystem):
    """Nothing is heard in a picture, so nothing is loaded."""

    def speaker(self, *_: object) -> None:  # type: ignore[override]
        """No voice."""


def take(
    book: Path, picture: Path, *, sentence: int = 0, theme: str = "light", zoom: int = 100
) -> bool:
    """Open `book`, go `sentence` sentences on and save the window as `picture`.

    `theme` is one of the setting's, `zoom` in percent.
    """
    application = make_application()
    settings = Settings(theme=theme, zoom=zoom)
    apply_looks(application, settings)
    desk = Desk(settings, None, sound=_Silence())
    window = MainWindow(desk)
    window.resize(_WIDTH, _HEIGHT)
    window.view.painted.disconnect(desk.prepare)
    desk.opened.connect(lambda: _arrange(window, picture, sentence))
    desk.failed.connect(lambda error: (print(error, file=sys.stderr), application.exit(1)))
    window.show()
    desk.open(book)
    return application.exec() == 0


def _arrange(window: MainWindow, picture: Path, sentence: int) -> None:
    session = window.desk.session
    assert session is not None
    for _ in range(sentence):
        session.next_sentence()

    def shoot() -> None:
        window.view.mark_word(*_word_in(session))
        saved = window.grab().save(str(picture))
        window.close()
        QApplication.exit(0 if saved else 1)

    QTimer.singleShot(_MOMENT, shoot)


def _word_in(session: ReadingSession) -> tuple[int, int]:
    """The longest word of the present sentence: as if it were just being spoken."""
    passage = session.passage
    words = re.finditer(r"\w+", session.sentence)
    longest = max(words, key=lambda found: len(found.group()), default=None)
    if passage is None or longest is None:
        return 0, 0
    return passage.start + longest.start(), passage.start + longest.end()


def main() -> int:
    """The command line; exit status 0 when the picture is written."""
    parser = argparse.ArgumentParser(prog="reader.ui.screenshot", description=__doc__)
    parser.add_argument("book", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--sentence", type=int, default=0)
    parser.add_argument("--theme", choices=CHOICES["theme"], default="light")
    parser.add_argument("--zoom", type=int, default=100)
    chosen = parser.parse_args()
    taken = take(
        chosen.book,
        chosen.picture,
        sentence=chosen.sentence,
        theme=chosen.theme,
        zoom=chosen.zoom,
    )
    return 0 if taken else 1


if __name__ == "__main__":
    sys.exit(main())
