"""``tingshu voices runtime``: what the Mandarin voice runs in."""

from __future__ import annotations

import argparse

from reader.cli.terminal import tell
from reader.errors import VoiceMissing
from reader.settings import RUNTIMES

_TITLES = {"onnx": "onnxruntime", "paddle": "Paddle"}


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu voices runtime``."""
    parser.description = (
        "The Mandarin voice runs in onnxruntime or in Paddle. Without a choice tells which is "
        "chosen and how fast each is on this machine; auto is the faster one."
    )
    parser.add_argument("choice", nargs="?", choices=RUNTIMES, help="what to run it in from now on")
    parser.add_argument("--probe", action="store_true", help="try anew which one is faster")


def run(choice: str | None, *, probe: bool) -> None:
    """Choose, probe and tell."""
    from reader import settings
    from reader.speech import packs
    from reader.speech.engines.mandarin import runtimes

    place = packs.folder("mandarin")
    if not packs.is_installed("mandarin"):
        raise VoiceMissing(
            "mandarin", "It is not installed.", "Run: tingshu voices install mandarin"
        )
    if choice is not None:
        runtimes.require(place, choice)
        kept = settings.load(lambda problem: tell(str(problem)))
        settings.save(kept.changed(runtime=choice))
    if probe:
        tell("Trying each for a second")
        runtimes.probe(place)
    speeds, chosen = runtimes.speeds(), settings.load().runtime
    now = f" ({runtimes.fastest(place)})" if chosen == runtimes.AUTO else ""
    print(f"chosen: {chosen}{now}")
    for name, title in _TITLES.items():
        known = name in speeds
        pace = f"{1 / speeds[name]:.0f} times as fast as speech" if known else "not tried"
        print(f"{title}: {pace}")
