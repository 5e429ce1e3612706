"""A Mandarin voice of random weights: the real graphs, a thousandth of the size."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from reader.speech.engines.mandarin.onnx_networks import save
from reader.speech.engines.mandarin.recipe import models
from reader.speech.engines.mandarin.tensors import Tensor

HIDDEN, HEAD, BANDS, FRAMES_A_PHONE = 8, 2, 6, 5


class _Random:
    def __init__(self) -> None:
        self.weights: dict[str, Tensor] = {}
        self._generator = np.random.default_rng(7)

    def layer(self, name: str, *shape: int, bias: int) -> None:
        scale = 1 / np.sqrt(np.prod(shape[1:]))
        values = self._generator.normal(0, scale, shape)
        self.weights[f"{name}.weight"] = Tensor(values.astype(np.float32))
        self.weights[f"{name}.bias"] = Tensor(np.zeros(bias, np.float32))

    def norm(self, name: str, size: int) -> None:
        self.weights[f"{name}.gain"] = Tensor(np.ones(size, np.float32))
        self.weights[f"{name}.shift"] = Tensor(np.zeros(size, np.float32))


def acoustic_weights() -> dict[str, Tensor]:
    """Weights of the acoustic model; every phone lasts five frames."""
    random = _Random()
    random.layer("phones", 219, HIDDEN, bias=0)
    random.weights["phones"] = random.weights.pop("phones.weight")
    for block in (f"{part}.{index}" for part in ("encoder", "decoder") for index in range(3)):
        for part in ("query", "key", "value"):
            random.layer(f"{block}.{part}", HIDDEN, 2 * HEAD, bias=2 * HEAD)
        random.layer(f"{block}.merge", 2 * HEAD, HIDDEN, bias=HIDDEN)
        random.layer(f"{block}.widen", 2 * HIDDEN, HIDDEN, 3, bias=2 * HIDDEN)
        random.layer(f"{block}.narrow", HIDDEN, 2 * HIDDEN, 3, bias=HIDDEN)
        random.norm(f"{block}.attention_norm", HIDDEN)
        random.norm(f"{block}.norm", HIDDEN)
    for predictor in ("duration", "f0", "energy"):
        for index in range(2):
            random.layer(f"{predictor}.conv.{index}", HIDDEN, HIDDEN, 3, bias=HIDDEN)
            random.norm(f"{predictor}.norm.{index}", HIDDEN)
        random.layer(f"{predictor}.linear", HIDDEN, 1, bias=1)
    random.weights["duration.linear.weight"] = Tensor(np.zeros((HIDDEN, 1), np.float32))
    lasting = np.log(FRAMES_A_PHONE + 1)
    random.weights["duration.linear.bias"] = Tensor(np.array([lasting], np.float32))
    for entering in ("f0", "energy"):
        random.layer(f"{entering}.enter", HIDDEN, 1, 9, bias=HIDDEN)
    random.layer("mel", HIDDEN, BANDS, bias=BANDS)
    sizes = [BANDS, 8, 8, 8, 8, BANDS]
    for index in range(5):
        random.layer(f"postnet.{index}", sizes[index + 1], sizes[index], 5, bias=sizes[index + 1])
        random.norm(f"postnet.{index}", sizes[index + 1])
    return random.weights


def vocoder_weights() -> dict[str, Tensor]:
    """Weights of the vocoder."""
    random, channels = _Random(), 8
    random.layer("first", channels, BANDS, 7, bias=channels)
    for stage, stretch in enumerate((3, 5, 5)):
        out = channels // 2
        random.layer(f"stage.{stage}.up", channels, out, 2 * stretch, bias=out)
        for index in range(4):
            stack = f"stage.{stage}.stack.{index}"
            random.layer(f"{stack}.dilated", out, out, 3, bias=out)
            random.layer(f"{stack}.mix", out, out, 1, bias=out)
            random.layer(f"{stack}.shortcut", out, out, 1, bias=out)
        channels = out
    random.layer("last", 4, channels, 7, bias=4)
    return random.weights


def write_pack(folder: Path) -> Path:
    """Write the voice into `folder` as an installed pack."""
    folder.mkdir(parents=True, exist_ok=True)
    save(folder, models(acoustic_weights(), vocoder_weights()))
    (folder / "manifest.json").write_text("{}", "utf-8")
    return folder
