"""Which runtime the voice's networks run in: onnxruntime or Paddle.

``auto`` takes the one that was found faster on this machine when the voice was installed.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

import numpy as np

from reader import paths
from reader.errors import EngineFailed
from reader.messages import message
from reader.settings import RUNTIMES
from reader.speech.engines.mandarin.networks import SAMPLE_RATE, Drawing, Networks
from reader.speech.engines.paddle.programs import is_available
from reader.speech.proof import require_speech

AUTO, ONNX, PADDLE = RUNTIMES

PROGRAMS = "paddle"
"""The folder of the pack that holds its programs for Paddle."""

_PROBE_SECONDS = 1.0
"""How long each runtime is tried."""

_PROOF = (1, 10, 41, 2, 23, 116, 1, 218)
"""但是: sil d an4 #0 sh iii4 sil eos."""

_SENTENCE = (1, 10, 41, 2, 23, 116, 3) * 8
"""Some 45 phones, the length of an everyday sentence."""


def open_networks(folder: Path, wanted: str, precision: str = "int8") -> Networks:
    """The networks of the pack in `folder` in the runtime `wanted`; ``auto`` in the fastest.

    `precision` is for onnxruntime: ``int8`` or ``float``; Paddle computes in float.
    Raises :class:`~reader.errors.EngineFailed`.
    """
    runtime = fastest(folder) if wanted == AUTO else wanted
    return _OPENERS[runtime](folder, precision)


def available(folder: Path) -> list[str]:
    """The runtimes that the pack in `folder` can run in here."""
    from reader.speech.engines.mandarin.paddle_export import is_exported

    return [ONNX, PADDLE] if is_exported(folder / PROGRAMS) else [ONNX]


def probe(folder: Path) -> dict[str, float]:
    """Let every runtime speak and remember how fast it does: seconds of work a second of
    speech.
    """
    speeds = {}
    for runtime in available(folder):
        # One that does not speak here, however it fails, is not the fastest.
        with suppress(Exception), closing(open_networks(folder, runtime)) as networks:
            prove(networks)
            speeds[runtime] = speed(networks, _PROBE_SECONDS)
    _remember(speeds)
    return speeds


def prove(networks: Networks) -> None:
    """Speak two syllables with `networks`; raise unless speech comes out."""
    plan = networks.predict([np.array(_PROOF, np.int64)])[0]
    frames = np.maximum(np.round(plan.frames), 1).astype(np.int64)
    drawing = Drawing(plan.hidden, plan.f0, plan.energy, frames)
    samples = networks.samples(networks.mels([drawing]))[0]
    require_speech(samples, message("Mandarin voice"))


def speed(networks: Networks, seconds: float) -> float:
    """Seconds of work a second of speech, from the runs after the first within `seconds`."""
    phones = np.array([1, *_SENTENCE, 1, 218], np.int64)
    best, begun = float("inf"), time.perf_counter()
    while best == float("inf") or time.perf_counter() - begun < seconds:
        started = time.perf_counter()
        plan = networks.predict([phones])[0]
        frames = np.maximum(np.round(plan.frames), 1).astype(np.int64)
        mel = networks.mels([Drawing(plan.hidden, plan.f0, plan.energy, frames)])[0]
        sounded = len(networks.samples([mel])[0]) / SAMPLE_RATE
        best = min(best, (time.perf_counter() - started) / sounded)
    return best


def speeds() -> dict[str, float]:
    """What the last probe found; empty if there was none."""
    try:
        found = json.loads(_file().read_text("utf-8"))
        return {name: float(found[name]) for name in (ONNX, PADDLE) if name in found}
    except (OSError, ValueError, TypeError):
        return {}


def fastest(folder: Path) -> str:
    """Of the runtimes that the pack in `folder` can run in here, the one that the last probe
    found fastest; onnxruntime if there was none.
    """
    found, here = speeds(), available(folder)
    return min((name for name in here if name in found), key=found.__getitem__, default=ONNX)


def require(folder: Path, runtime: str) -> None:
    """Raise :class:`~reader.errors.EngineFailed` unless the pack in `folder` can run in it."""
    if runtime != PADDLE:
        return
    if not is_available():
        raise EngineFailed(
            message("Mandarin voice"),
            message("Paddle, which is chosen to run it, is not installed."),
            message('Run: pip install "tingshu[paddle]", or: tingshu voices runtime auto'),
        )
    if PADDLE not in available(folder):
        raise EngineFailed(
            message("Mandarin voice"),
            message("Its programs for the installed Paddle are not made yet."),
            message("Run: tingshu voices update mandarin"),
        )


def _remember(found: Mapping[str, float]) -> None:
    file = _file()
    with suppress(OSError):  # it only costs speed
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".new")
        draft.write_text(json.dumps(found) + "\n", "utf-8")
        os.replace(draft, file)


def _file() -> Path:
    return paths.cache_folder() / "speed" / "mandarin.json"


def _onnx(folder: Path, precision: str) -> Networks:
    from reader.speech.engines.mandarin.onnx_networks import OnnxNetworks

    return OnnxNetworks(folder, precision)


def _paddle(folder: Path, _precision: str) -> Networks:
    from reader.speech.engines.mandarin.paddle_networks import PaddleNetworks

    require(folder, PADDLE)
    return PaddleNetworks(folder / PROGRAMS)


_OPENERS: Mapping[str, Callable[[Path, str], Networks]] = {ONNX: _onnx, PADDLE: _paddle}
