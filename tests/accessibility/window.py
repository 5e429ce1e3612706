"""The real window over the tour's book, with a humming voice; run as a program.

``python -m tests.accessibility.window [BOOK] [--set NAME=VALUE …]``: sound comes out of the
system's device where there is one. The window keeps its home in ``TINGSHU_HOME``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from reader import settings
from reader.speech.speaker import Speaker
from reader.ui.app import run
from reader.ui.sound import SoundSystem
from tests.accessibility.tour_book import write_tour_book
from tests.fakes.engine import FakeEngine


class Humming(SoundSystem):
    """One humming voice on the system's device."""

    def speaker(self, chosen, notify):
        return Speaker([FakeEngine()], voices=chosen.voices, notify=notify)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("book", nargs="?", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--play", action="store_true")
    options = parser.parse_args()
    chosen = {"self_voicing_offered": True}
    for each in options.set:
        name, _, value = each.partition("=")
        chosen[name] = json.loads(value)
    settings.save(settings.load().changed(**chosen))
    with tempfile.TemporaryDirectory() as folder:
        book = options.book or write_tour_book(Path(folder) / "lamp.epub")
        return run(book, play=options.play, sound=Humming())


if __name__ == "__main__":
    raise SystemExit(main())
