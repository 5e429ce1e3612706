"""A sample book, the real window, real keys, a real sound server: did the right sentences sound?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from reader import paths
from reader.books.registry import read_book
from reader.narration.narrator import Narrator
from reader.narration.timeline import Timeline
from tests.fakes.engine import pitch_of, texts_heard
from tests.soak.sink import RATE, missing, recorded_sink

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]


CLICK = 60.0
"""Hertz by which a tone that is cut inside a moment of listening may seem to be another."""


def expected_texts() -> list[str]:
    """What the keys of `tests.desktop.reading` should make sound, from the book alone."""
    book = read_book(paths.resources_folder() / "samples" / "english.epub")
    timeline, narrator = Timeline(book), Narrator(book)
    walk = [timeline.first()]
    for step in (
        timeline.next_sentence,
        timeline.next_chapter,  # Ctrl+Page Down
        timeline.next_sentence,
        timeline.next_paragraph,  # Ctrl+Down
        timeline.next_sentence,
        timeline.previous_sentence,  # Alt+Up
        timeline.next_sentence,
    ):
        walk.append(step(walk[-1]))
    return [narrator.utterance(passage).text for passage in walk]


def sentences_heard(recording: Path, asked: list[str], sentences: list[str]) -> list[str]:
    """Which texts sound, in order; a sentence that is said in two clauses counts once.

    What was asked for ahead should not sound. It is listened for as well, but for texts whose
    tone is so near an expected one that a click, where that is cut, could be taken for it.
    """
    owners = {text: next((each for each in sentences if text in each), text) for text in asked}
    by_pitch = {pitch_of(text): text for text in asked if owners[text] in sentences}
    for text in asked:
        if min(abs(pitch_of(text) - pitch) for pitch in by_pitch) > CLICK:
            by_pitch[pitch_of(text)] = text
    samples = np.fromfile(recording, np.int16).astype(np.float32) / 32768
    heard = texts_heard(samples, list(by_pitch.values()), RATE)
    return [sentence for sentence, _ in groupby(owners[text] for text in heard)]


@pytest.mark.parametrize("output", ["portaudio", "qt"])
def test_keys_make_the_right_sentences_sound_in_the_right_order(output, tmp_path, home):
    recording = tmp_path / "heard.raw"
    with recorded_sink(recording):
        done = subprocess.run(
            [sys.executable, "-m", "tests.desktop.reading", output],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    expected = expected_texts()
    assert told["begun"] == expected
    assert sentences_heard(recording, told["asked"], expected) == expected
