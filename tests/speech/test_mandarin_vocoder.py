"""Windows make the whole: nothing is left out, and nothing sounds different at the joins."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.errors import Cancelled
from reader.speech.engines.mandarin.networks import HOP, Floats
from reader.speech.engines.mandarin.onnx_networks import OnnxNetworks
from reader.speech.engines.mandarin.vocoder import CONTEXT, FIRST, pieces, windows
from tests.fakes.mandarin_pack import BANDS, write_pack


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> OnnxNetworks:
    return OnnxNetworks(write_pack(tmp_path_factory.mktemp("pack")))


def random_mel(frames: int) -> Floats:
    return np.random.default_rng(3).normal(size=(frames, BANDS)).astype(np.float32)


@given(
    length=st.integers(1, 3000),
    ends=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_windows_cover_all_with_enough_around(length: int, ends: tuple[float, float]) -> None:
    begin, finish = sorted(round(each * length) for each in ends)
    cut = list(windows(length, begin, finish, 400))

    assert [each.begin for each in cut] == [begin, *(each.end for each in cut[:-1])][: len(cut)]
    assert (cut[-1].end if cut else begin) == finish
    for each in cut:
        assert 0 <= each.first <= each.begin < each.end <= each.last <= length
        assert each.begin - each.first >= CONTEXT or each.first == 0
        assert each.last - each.end >= CONTEXT or each.last == length
        assert each.last - each.first <= 400
    if cut and finish - begin > FIRST:
        assert cut[0].last - cut[0].first <= FIRST


@pytest.mark.parametrize(("begin", "finish"), [(0, 900), (7, 893), (3, 30), (5, 6)])
def test_pieces_are_the_whole(networks: OnnxNetworks, begin: int, finish: int) -> None:
    mel = random_mel(900)

    found = list(
        pieces(lambda part: networks.samples([part])[0], mel, begin, finish, 400, CancelToken())
    )

    assert found[0][0] == begin
    joined = np.concatenate([samples for _, samples in found])
    whole = networks.samples([mel])[0][begin * HOP : finish * HOP]
    np.testing.assert_allclose(joined, whole, atol=1e-5)


def test_pieces_stop_when_cancelled() -> None:
    token = CancelToken()
    found = pieces(lambda part: np.zeros(len(part) * HOP), random_mel(900), 0, 900, 400, token)
    next(found)
    token.cancel()

    with pytest.raises(Cancelled):
        next(found)


def test_the_first_sound_does_not_wait_for_the_sentence() -> None:
    asked: list[int] = []

    def samples(part: Floats) -> Floats:
        asked.append(len(part))
        return np.zeros(len(part) * HOP, np.float32)

    next(pieces(samples, random_mel(900), 5, 890, 400, CancelToken()))

    assert asked == [FIRST]
