"""Makes the small models of this folder, in the form in which PaddleSpeech publishes its own.

They have the inputs and outputs of the published static models and say nothing: every phone
lasts five frames of a spectrum of its own. Their form (``.pdmodel``) is that of Paddle 2,
which Paddle 3.3 reads but no longer writes, so run this with paddlepaddle 3.2.2::

    FLAGS_enable_pir_api=0 python make_models.py
"""

from __future__ import annotations

import traceback
from pathlib import Path

import paddle
from paddle.nn.initializer import Normal
from paddle.static import InputSpec

PHONES, SPEAKERS, INNER, BANDS, FRAMES_A_PHONE, HOP = 268, 176, 4, 80, 5, 300
PAUSE = 179
"""The number of ``sp`` in phone_id_map.txt; it is drawn as silence."""


class Acoustic(paddle.nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.phones = paddle.nn.Embedding(PHONES, INNER, weight_attr=Normal())
        self.bands = paddle.nn.Linear(INNER, BANDS)

    def drawn(self, hidden: paddle.Tensor, text: paddle.Tensor) -> paddle.Tensor:
        """Log-mel frames [t, 80] between about -2 and 0, -6 for a pause."""
        mel = paddle.tanh(self.bands(hidden)) - 1.0
        silent = (text == PAUSE).astype("float32").unsqueeze(1)
        mel = mel * (1.0 - silent) - 6.0 * silent
        return paddle.tile(mel.unsqueeze(1), [1, FRAMES_A_PHONE, 1]).reshape([-1, BANDS])


class OneSpeaker(Acoustic):
    def forward(self, text: paddle.Tensor) -> paddle.Tensor:
        return self.drawn(self.phones(text), text)


class ManySpeakers(Acoustic):
    def __init__(self) -> None:
        super().__init__()
        self.speakers = paddle.nn.Embedding(SPEAKERS, INNER, weight_attr=Normal())

    def forward(self, text: paddle.Tensor, spk_id: paddle.Tensor) -> paddle.Tensor:
        return self.drawn(self.phones(text) + self.speakers(spk_id), text)


class Vocoder(paddle.nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.inner = paddle.nn.Linear(BANDS, INNER)
        self.samples = paddle.nn.Linear(INNER, HOP, weight_attr=Normal(), bias_attr=False)

    def forward(self, logmel: paddle.Tensor) -> paddle.Tensor:
        loudness = paddle.pow(paddle.full_like(logmel, 10.0), logmel)
        spoken = paddle.tanh(self.samples(self.inner(loudness)))
        return (spoken * loudness.max(axis=1, keepdim=True)).reshape([-1, 1])


def write(layer: paddle.nn.Layer, name: str, *inputs: InputSpec) -> None:
    layer.eval()
    static = paddle.jit.to_static(layer, input_spec=list(inputs), full_graph=True)
    paddle.jit.save(static, str(Path(__file__).with_name(name)))
    for left in Path(__file__).parent.glob("*.pdiparams.info"):
        left.unlink()


traceback.extract_stack = list  # else every operator carries the paths of this machine
paddle.seed(7)
text = InputSpec([-1], "int64")
write(OneSpeaker(), "fastspeech2_one", text)
write(ManySpeakers(), "fastspeech2_many", text, InputSpec([1], "int64"))
write(Vocoder(), "hifigan", InputSpec([-1, BANDS], "float32"))
