"""The bench of manners tells what it says it tells."""

from __future__ import annotations

import io
import pickle
from dataclasses import replace

import numpy as np
import pytest

from reader.speech.engine import Voice
from reader.speech.manner import Manner
from tests.benchmarks.manner import embedding, styles, variants
from tests.benchmarks.manner.embedding import mean
from tests.benchmarks.manner.variants import Person, fails, pairs

BASE = Voice(
    name="a",
    title="A",
    engine="e",
    languages=("en",),
    quality=2,
    licence="CC0-1.0",
    source="a test",
    gender="female",
)
MAN = replace(BASE, name="a+male", gender="male", base="a")


def person(voice: Voice, *numbers: float, hertz: float = 200.0, language: str = "en") -> Person:
    return Person(
        voice=voice,
        language=language,
        embedding=mean([np.array(numbers)]),
        within=1.0,
        hertz=hertz,
        heard=None,
    )


def test_the_weights_are_read_without_running_anything():
    class Evil:
        def __reduce__(self):
            return print, ("run",)

    with pytest.raises(pickle.UnpicklingError, match="no part of a dictionary"):
        embedding._Reader(io.BytesIO(pickle.dumps(Evil()))).load()


def test_the_bands_of_the_spectrum_cover_it_and_have_one_area():
    filters = embedding._mel_filters()
    assert filters.shape == (40, 201)
    peaks = filters.argmax(axis=1)
    assert (np.diff(peaks) >= 0).all()
    assert peaks[-1] > 150
    assert filters[20:].sum(axis=1) == pytest.approx(filters[30].sum(), rel=0.1)


def test_long_silences_are_left_out_of_what_is_compared():
    noise = np.random.default_rng(1).normal(0, 0.1, 16_000)
    sound = np.concatenate([noise, np.zeros(32_000), noise])
    assert 32_000 <= len(embedding._without_silences(sound)) < 40_000


def test_a_pair_is_too_alike_only_within_a_language():
    one, other = person(BASE, 1, 0), person(MAN, 1, 0.1, hertz=120)
    (pair,) = pairs([one, other])
    assert pair["too_alike"]
    (pair,) = pairs([one, replace(other, language="zh")])
    assert not pair["too_alike"]


def test_the_bench_fails_on_a_variant_that_is_nobody_else_or_no_human():
    base, man = person(BASE, 1, 0), person(MAN, 0, 1, hertz=120)
    assert not fails([base, man])
    assert fails([base, person(MAN, 1, 0.2, hertz=120)])
    assert fails([base, replace(man, hertz=60.0)])


def test_a_style_is_measured_against_the_spread_of_plain_speech():
    rng = np.random.default_rng(5)
    neutral = rng.normal(0, [0.1, 1.0, 0.5, 0.2], (20, 4))
    bent = neutral + np.array([np.log(1.1), 0.2, -3.0, np.log(0.5)])
    row = styles._row("en", "sad", Manner(rate=1.1, gain=-3.0), neutral, bent)
    assert row.came == pytest.approx((1.1, 0.2, -3.0, 0.5))
    assert row.spread == pytest.approx((0, 0, 0, 0), abs=1e-9)
    assert row.apart[2] == pytest.approx(-3.0 / neutral[:, 2].std(ddof=1))
    assert row.is_told_apart
    weak = styles._row("en", "none", Manner(), neutral, neutral + 0.01)
    assert not weak.is_told_apart
    assert "not told apart" in styles.table([weak])


@pytest.mark.parametrize(
    ("shift", "off"),
    [
        ((0.0, 0.0, 0.0, 0.5), ()),
        ((0.04, 0.4, -0.7, 0.0), ()),
        ((0.1, 0.0, 0.0, 0.0), ("rate",)),
        ((-0.1, 0.6, 1.0, 0.0), ("rate", "pitch", "level")),
    ],
)
def test_the_bench_fails_on_a_manner_that_is_not_what_was_promised(shift, off):
    neutral = np.random.default_rng(5).normal(0, [0.02, 0.2, 0.2, 0.2], (20, 4))
    promised = Manner(rate=1.1, pitch=2.0, gain=-3.0)
    came = neutral + np.array([np.log(1.1), 2.0, -3.0, 0.0]) + np.array(shift)
    for name in ("sad", "strong word"):
        row = styles._row("en", name, promised, neutral, came)
        assert row.off == off
        assert styles.fails([row]) == bool(off)
        assert row.as_json()["off"] == off
        assert ("not as promised" in styles.table([row])) == bool(off)


def test_the_table_names_those_who_are_too_alike():
    told = variants.table([person(BASE, 1, 0), person(MAN, 1, 0.1, hertz=120)])
    assert "too alike" in told
