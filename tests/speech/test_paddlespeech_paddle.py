"""Models of the published form, run by Paddle itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.narration.utterance import Span, Utterance
from reader.speech import packs
from reader.speech.engine import Voice
from reader.speech.engines.paddle.programs import is_available
from reader.speech.engines.paddlespeech import PaddleSpeechEngine, recipe
from tests.fakes.paddlespeech_pack import published, write_pack

pytestmark = pytest.mark.skipif(not is_available(), reason="paddlepaddle is not installed")

TEXT = "我们明天早上从学校出发，下午到山上。"
SAMPLES = 31 * 5 * 300
"""Of 31 phones, of five frames each."""


def said(engine: PaddleSpeechEngine, voice: Voice) -> np.ndarray:
    span = Span(text=TEXT, language="zh", start=0, end=len(TEXT))
    chunks = engine.synthesize(Utterance(items=(span,)), voice, CancelToken())
    return np.concatenate([chunk.samples for chunk in chunks])


def test_published_files_become_voices_that_differ(tmp_path: Path) -> None:
    """The zip files of a model of many speakers, made a pack and read with."""
    place = packs.folder("paddlespeech-aishell3")
    place.mkdir(parents=True)
    recipe.build(published(tmp_path, many=True), place, lambda share: None, CancelToken())
    (place / "manifest.json").write_text("{}", "utf-8")
    engine = PaddleSpeechEngine()

    first, second, *_ = (said(engine, voice) for voice in engine.voices())
    engine.close()

    assert len(first) == len(second) == SAMPLES
    assert 0.05 < np.abs(first).max() <= 1.0
    assert not np.allclose(first, second, atol=0.01)


def test_a_pack_of_one_speaker_speaks_with_paddle() -> None:
    write_pack(packs.folder("paddlespeech-csmsc"))
    engine = PaddleSpeechEngine()
    (voice,) = engine.voices()

    assert len(said(engine, voice)) == SAMPLES
    engine.close()


def test_models_that_paddle_cannot_read_make_no_pack(tmp_path: Path) -> None:
    given = published(tmp_path, many=False, damaged=True)
    (tmp_path / "pack").mkdir()

    with pytest.raises(VoicePackError, match="do not speak on this machine"):
        recipe.build(given, tmp_path / "pack", lambda share: None, CancelToken())
