"""How every voice's networks run: one thread, and no memory kept between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import (  # type: ignore[import-untyped]
        InferenceSession,
        SessionOptions,
    )


def session_options() -> SessionOptions:
    """Options for one thread, the fastest here: sentences are spread, not operators.

    Every sentence has a length of its own, so neither a plan nor the memory of one serves the
    next; kept, they grow with the longest sentence of the book.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3  # errors alone
    return options


def open_session(model: str | bytes, options: SessionOptions) -> InferenceSession:
    """Load `model`, the path of a graph or the graph itself, for the processor."""
    import onnxruntime

    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
