"""What the voice and the pauses do of the rate, and what is left to the stretcher."""

import numpy as np
import pytest

from reader.playback import haste
from reader.settings import FASTEST, SLOWEST

RATES = np.linspace(SLOWEST, FASTEST, 200)


@pytest.mark.parametrize("rate", [SLOWEST, 1.0, 1.5, 2.0, 3.0])
def test_up_to_three_times_the_speed_the_voice_keeps_its_own_pace(rate):
    assert haste.voice_rate(rate) == 1.0
    assert haste.pause_share(rate) == 1.0


def test_at_the_fastest_the_voice_hurries_and_pauses_keep_step():
    own = haste.voice_rate(FASTEST)
    assert 1.0 < own <= 2.0
    assert haste.pause_share(FASTEST) * own == pytest.approx(1.0)


def test_the_voice_has_few_paces_so_that_its_sound_is_found_again():
    assert len({haste.voice_rate(rate) for rate in RATES}) <= 3


def test_the_voice_never_does_more_than_the_listener_asked_for():
    assert all(haste.voice_rate(rate) <= max(1.0, rate) for rate in RATES)
    assert np.all(np.diff([haste.voice_rate(rate) for rate in RATES]) >= 0)
