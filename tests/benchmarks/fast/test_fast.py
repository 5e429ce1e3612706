"""The bench of fast speech counts, cuts and compares what it says it does."""

import numpy as np
import pytest

from reader.playback.stretch import Stretcher
from reader.speech.engine import SPEECH_RATE
from tests.benchmarks.fast import __main__
from tests.benchmarks.fast.errors import (
    Count,
    character_errors,
    pinyin_errors,
    word_errors,
)
from tests.benchmarks.fast.listening import Heard
from tests.benchmarks.fast.stream import even_stretcher, heard
from tests.benchmarks.fast.texts import LANGUAGES, MOST, lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_tuned_on_is_not_what_is_told(language):
    told, tuned = lines(language, MOST), lines(language, MOST, development=True)
    assert len(set(told)) == len(set(tuned)) == MOST
    assert not set(told) & set(tuned)


def test_words_are_counted_without_case_marks_and_small_figures():
    assert word_errors("The third step; it's two!", "the third step it’s 2") == Count(0, 5)
    assert word_errors("Turn left at the church.", "turn at the big church") == Count(2, 5)
    assert word_errors("Rain.", "") == Count(1, 1)


def test_homophones_are_wrong_characters_and_right_syllables():
    assert character_errors("他走了三步。", "她走了三步") == Count(1, 5)
    assert pinyin_errors("他走了三步。", "她走了三步") == Count(0, 5)
    assert character_errors("这里。", "這裡") == Count(0, 2)


@pytest.mark.parametrize("make", [Stretcher, even_stretcher])
def test_sentences_heard_in_a_row_are_cut_in_their_pauses(make):
    """Each comes out with its own loudness, and together they take as long as they should."""
    times = np.arange(SPEECH_RATE) / SPEECH_RATE
    hum = np.sin(2 * np.pi * 200 * times).astype(np.float32)
    sounds = [level * hum for level in np.float32((0.2, 0.4, 0.6))]
    cut = heard(sounds, 0.5, 2.0, make())
    assert [np.abs(each).max() for each in cut] == pytest.approx([0.2, 0.4, 0.6], abs=0.02)
    assert sum(map(len, cut)) == pytest.approx(3 * 1.5 * SPEECH_RATE / 2, abs=1000)


def test_the_even_stretch_leaves_pauses_their_share():
    hum = np.full(SPEECH_RATE, 0.5, np.float32)
    (only,) = heard([hum], 1.0, 2.0, even_stretcher())
    assert np.count_nonzero(np.abs(only) > 0.25) == pytest.approx(SPEECH_RATE / 2, abs=1000)


def spoken(way, *texts):
    said = ["one two three four", "five six seven eight"]
    return Heard(language="en", rate=2.0, way=way, seconds=3.0, said=said, texts=texts)


def test_a_row_tells_how_many_fewer_errors_ours_makes():
    ours = spoken("ours", "one two three four", "five six seven ate")
    plain = spoken("plain", "one three four", "five seven ate")
    better = spoken("espeak-ng", *ours.said)
    first, second, third = __main__._rows([ours, plain, better])
    assert (first["wrong"], second["wrong"]) == (12.5, 37.5)
    assert (second["points"], second["better_than_ours"]) == (-25.0, False)
    assert (third["points"], third["better_than_ours"]) == (12.5, True)
    assert "-25.0" in __main__._table([first, second])


def test_a_way_that_is_not_there_is_refused(capsys):
    with pytest.raises(SystemExit):
        __main__.main(["--ways", "ours,magic"])
    assert "magic" in capsys.readouterr().err
