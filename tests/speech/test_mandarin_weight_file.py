"""Weights come back from their file as they were written, or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.speech.engines.mandarin import weight_file
from reader.speech.engines.mandarin.rounding import rounded
from reader.speech.engines.mandarin.tensors import Tensor

GENERATOR = np.random.default_rng(4)
LARGE = GENERATOR.normal(size=(80, 60)).astype(np.float32)


def written(path: Path) -> dict[str, Tensor]:
    weights = {
        "layer.weight": Tensor(LARGE),
        "layer.bias": Tensor(np.arange(5, dtype=np.float32)),
        "steps": Tensor(np.arange(-8, 8, dtype=np.int8).reshape(4, 4), np.array(0.5, np.float32)),
        "none": Tensor(np.zeros((0, 3), np.float32)),
    }
    weight_file.write(path, weights)
    return weights


def test_what_is_written_is_read(tmp_path: Path) -> None:
    weights = written(tmp_path / "weights")

    read = weight_file.read(tmp_path / "weights")

    assert list(read) == list(weights)
    for name, tensor in weights.items():
        assert read[name].values.dtype == tensor.values.dtype
        np.testing.assert_array_equal(read[name].values, tensor.values)
        np.testing.assert_array_equal(read[name].floats(), tensor.floats())


def test_few_steps_take_little_room(tmp_path: Path) -> None:
    weight_file.write(tmp_path / "floats", {"layer.weight": Tensor(LARGE)})
    weight_file.write(tmp_path / "steps", rounded({"layer.weight": Tensor(LARGE)}))

    assert (tmp_path / "steps").stat().st_size < (tmp_path / "floats").stat().st_size / 3


def test_a_file_cut_short_or_changed_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "weights"
    written(file)
    content = file.read_bytes()

    for size in (0, 10, 30, len(content) // 2, len(content) - 1):
        file.write_bytes(content[:size])
        with pytest.raises(weight_file.DamagedWeights):
            weight_file.read(file)
    for place in range(0, len(content), max(1, len(content) // 60)):
        changed = bytearray(content)
        changed[place] ^= 0x55
        file.write_bytes(changed)
        try:
            read = weight_file.read(file)
        except weight_file.DamagedWeights:
            continue
        assert sorted(read) != sorted(written(file))  # only a name can change unnoticed


def test_a_large_weight_counts_steps_of_each_output() -> None:
    values = LARGE * np.linspace(0.1, 3, 60, dtype=np.float32)
    result = rounded({"layer.weight": Tensor(values), "layer.bias": Tensor(LARGE[0])})

    weight = result["layer.weight"]
    assert weight.values.dtype == np.int8
    assert weight.scale is not None
    assert weight.scale.shape == (1, 60)
    assert np.abs(weight.values).max(axis=0).tolist() == [127] * 60
    assert np.abs(weight.floats() - values).max(axis=0) == pytest.approx(
        weight.scale[0] / 2, rel=0.2
    )
    assert result["layer.bias"].values.dtype == np.float32


def test_steps_that_were_published_are_kept() -> None:
    steps = GENERATOR.integers(-126, 126, (80, 60)).astype(np.int8)
    published = {"layer.weight": Tensor(steps, np.array(0.5, np.float32))}

    np.testing.assert_array_equal(rounded(published)["layer.weight"].values, steps)


def test_layers_that_compute_in_8_bits_count_half_as_far() -> None:
    weights = {"layer.weight": Tensor(LARGE), "other.weight": Tensor(LARGE)}

    result = rounded(weights, {"layer.in": (-1.0, 1.0), "layer.out": (-1.0, 1.0)})

    assert np.abs(result["layer.weight"].values).max() == 63
    assert np.abs(result["other.weight"].values).max() == 127
