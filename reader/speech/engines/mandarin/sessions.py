"""Opens the graphs of the pack with onnxruntime."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import EngineFailed
from reader.speech.engines.inference import open_session, session_options

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

ENCODER, DECODER, VOCODER = "encoder.onnx", "decoder.onnx", "vocoder.onnx"


def open_graph(path: Path) -> InferenceSession:
    """Load a graph; raises :class:`~reader.errors.EngineFailed` if it is damaged."""
    options = session_options()
    # Without this the weights kept as int8 would be multiplied out again at every run.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    try:
        return open_session(str(path), options)
    except Exception as error:  # onnxruntime's own errors share no base class of their own
        raise EngineFailed(
            "Mandarin voice",
            f"The file {path.name} cannot be loaded.",
            "Run: tingshu voices install mandarin",
        ) from error
