"""Makes an ONNX file give out a tensor that it computes anyway."""

from __future__ import annotations

_NAME, _OUTPUT, _GRAPH = 1, 12, 7
"""Field numbers of ``ValueInfoProto.name``, ``GraphProto.output`` and ``ModelProto.graph``."""


def one_more_output(tensor: str) -> bytes:
    """What to put at the end of an ONNX file to have `tensor` among its outputs.

    In protocol buffers, a message followed by another of its kind is the two merged: so this
    is a ``ModelProto`` that holds nothing but one more graph output.
    """
    return _field(_GRAPH, _field(_OUTPUT, _field(_NAME, tensor.encode())))


def _field(number: int, content: bytes) -> bytes:
    assert len(content) < 128, "longer lengths need more than one byte"
    return bytes([number << 3 | 2, len(content)]) + content
