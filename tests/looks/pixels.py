"""The colours of letters and of their ground, found in the pixels of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

_FEW = 3
"""Pixels: what is less often there is an edge that was smoothed by chance."""

_SHARE = 0.01
"""The same as a part of all that is not ground: large letters have more of their full colour."""


@dataclass(frozen=True, kw_only=True)
class Contrast:
    """The ratio of two colours (``#rrggbb``) in a part of a picture."""

    ratio: float
    ground: str
    letters: str


def picture(file: Path) -> np.ndarray:
    """The pixels of a picture: rows of columns of red, green and blue."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)
    assert not image.isNull(), file
    rows = np.array(image.constBits(), np.uint8)  # a copy: the image does not stay
    rows = rows.reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)


def contrast_in(pixels: np.ndarray) -> Contrast | None:
    """How well the letters in `pixels` can be read; None where nothing is written.

    The ground is the colour that is there most. The letters are the colour that stands out from
    it most and is there often enough: smoothed edges only lie between the two.
    """
    colours, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    ground = colours[counts.argmax()]
    often = counts >= max(_FEW, _SHARE * (counts.sum() - counts.max()))
    if not often.any() or len(colours) == 1:
        return None
    candidates = colours[often]
    ratios = _ratios(candidates, ground)
    best = ratios.argmax()
    if ratios[best] < 1.05:
        return None
    return Contrast(
        ratio=float(ratios[best]), ground=_name(ground), letters=_name(candidates[best])
    )


def _ratios(colours: np.ndarray, other: np.ndarray) -> np.ndarray:
    """WCAG's contrast of each of `colours` with `other`."""
    lights, light = _luminance(colours), _luminance(other[None])
    return (np.maximum(lights, light) + 0.05) / (np.minimum(lights, light) + 0.05)


def _luminance(colours: np.ndarray) -> np.ndarray:
    channels = colours / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _name(colour: np.ndarray) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
