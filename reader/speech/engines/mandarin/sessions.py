"""Opens the graphs of the pack with onnxruntime."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import EngineFailed

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

ENCODER, DECODER, VOCODER = "encoder.onnx", "decoder.onnx", "vocoder.onnx"


def open_session(path: Path) -> InferenceSession:
    """Load a graph for one thread, the fastest here: sentences are spread, not operators."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # plans made for one length do not serve the next
    options.log_severity_level = 3  # errors alone
    # Without this the weights kept as int8 would be multiplied out again at every run.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own errors share no base class of their own
        raise EngineFailed(
            "Mandarin voice",
            f"The file {path.name} cannot be loaded.",
            "Run: tingshu voices install mandarin",
        ) from error
