"""How a page looks, as the reader chose it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.settings import Settings


@dataclass(frozen=True, kw_only=True)
class PageLooks:
    """The settings of the same names, as far as they are about the book's page.

    `font` is a family, empty for the usual faces. `text_size` is in points and `zoom` in percent
    of it. Lines are `line_height` times as high as their letters need and at most `column_width`
    average letters long; `letter_spacing` is in widths of an em. `ruler` sets off the line that
    is being read, `pinyin` is written above hanzi.
    """

    font: str = ""
    text_size: int = 16
    zoom: int = 100
    line_height: float = 1.2
    letter_spacing: float = 0.0
    column_width: int = 72
    ruler: bool = False
    pinyin: bool = False

    @classmethod
    def of(cls, settings: Settings) -> PageLooks:
        """Those that `settings` ask for."""
        return cls(
            font=settings.font,
            text_size=settings.text_size,
            zoom=settings.zoom,
            line_height=settings.line_height,
            letter_spacing=settings.letter_spacing,
            column_width=settings.column_width,
            ruler=settings.ruler,
            pinyin=settings.pinyin,
        )

    @property
    def points(self) -> float:
        """The size of the letters."""
        return self.text_size * self.zoom / 100
