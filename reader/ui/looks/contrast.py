"""How well two colours can be told apart, as WCAG 2 reckons it."""

from __future__ import annotations


def ratio(first: str, second: str) -> float:
    """The contrast of two colours (``#rrggbb``): 1 (the same) to 21 (black and white)."""
    lights = sorted((luminance(first), luminance(second)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour (``#rrggbb``): 0 (black) to 1 (white)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """A channel of sRGB (0 to 1) in proportion to its light."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
