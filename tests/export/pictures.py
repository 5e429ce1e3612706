"""Pictures in many kinds of files."""

from __future__ import annotations

import io
from fractions import Fraction

import av
import numpy as np

_FORMATS = {"mjpeg": "yuvj420p", "png": "rgb24", "bmp": "bgr24", "gif": "rgb8", "webp": "yuv420p"}
_ENCODERS = {"webp": "libwebp"}
_CONTAINERS = {"gif": "gif", "webp": "webp"}


def picture_file(kind: str, width: int = 60, height: int = 80, *, noise: bool = False) -> bytes:
    """A picture of the `kind`, as FFmpeg calls its codec: red, or of `noise` that takes room."""
    pixels = np.full((height, width, 3), (200, 30, 30), np.uint8)
    if noise:
        pixels = np.random.default_rng(1).integers(0, 256, (height, width, 3), np.uint8)
    frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(format=_FORMATS[kind])
    file = io.BytesIO()
    with av.open(file, "w", format=_CONTAINERS.get(kind, "image2pipe")) as container:
        stream = container.add_stream(_ENCODERS.get(kind, kind), rate=1)
        stream.width, stream.height, stream.pix_fmt = width, height, _FORMATS[kind]
        stream.time_base = Fraction(1)
        frame.pts = 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()
