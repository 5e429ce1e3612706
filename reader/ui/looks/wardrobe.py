"""Gives the application its looks, at its start and whenever they are chosen anew.

The looks are those of Qt's Fusion with our palette and our style sheet, the same on every
desktop. From the desktop come the letters with their size, light or dark, and the wish for high
contrast; all of it is followed while the program runs.

Nothing here moves by itself: no fading menus, no rolling lists. So there is nothing to
hold back for who has asked the desktop for less motion, and nothing is asked about it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from reader.settings import Settings
from reader.ui.language import chosen
from reader.ui.looks.glyphs import glyphs_of
from reader.ui.looks.letters import keep_letters
from reader.ui.looks.measures import Measures
from reader.ui.looks.palette import palette_of
from reader.ui.looks.present import LOOKS
from reader.ui.looks.sheet import style_sheet
from reader.ui.looks.theme import Theme
from reader.ui.looks.themes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, THEMES
from reader.ui.typeface import interface_font

LOOKS_SETTINGS = frozenset({"theme", "zoom", "interface_language"})
"""The settings that :func:`apply_looks` heeds."""

_NAME = "wardrobe"
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def apply_looks(application: QApplication, settings: Settings) -> None:
    """Have everything look as `settings` say, at once and from now on."""
    wardrobe = application.findChild(Wardrobe, _NAME) or Wardrobe(application)
    wardrobe.dress(settings)


def theme_of(choice: str, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Theme:
    """The chosen theme or, if that is the desktop's, the one most like it."""
    named = THEMES.get(choice)
    if named is not None:
        return named
    dark = scheme is Qt.ColorScheme.Dark
    if contrast is Qt.ContrastPreference.HighContrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


class Wardrobe(QObject):
    """Keeps what was chosen, to dress the application anew when the desktop changes."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.setObjectName(_NAME)
        self._application = application
        self._settings = Settings()
        if not application.styleSheet():  # below one, the style is ours already
            application.setStyle("Fusion")
        for effect in _EFFECTS:
            application.setEffectEnabled(effect, False)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._desktop_changed)

    def dress(self, settings: Settings) -> None:
        """Give the application the looks that `settings` ask for."""
        self._settings = settings
        theme = self._theme()
        font = _letters(settings)
        LOOKS.theme, LOOKS.zoom = theme, settings.zoom / 100
        measures = Measures.of(font, high_contrast=theme.high_contrast)
        sheet = style_sheet(theme, measures, glyphs_of(theme))
        with _nothing_collected():
            self._application.setFont(font)
            self._application.setPalette(palette_of(theme))
            for widget in self._application.allWidgets():
                keep_letters(widget)
            self._application.setStyleSheet(sheet)
        LOOKS.changed.emit()

    def _theme(self) -> Theme:
        hints = self._application.styleHints()
        return theme_of(
            self._settings.theme,
            hints.colorScheme(),
            hints.accessibility().contrastPreference(),
        )

    def _desktop_changed(self) -> None:
        if self._settings.theme not in THEMES:
            self.dress(self._settings)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Have no window in a cycle of references deleted while Qt goes through all of them.

    Qt keeps a list of the widgets that it dresses; a handler in Python that it calls meanwhile
    may set off the collection of garbage, and one of the list is gone: a segmentation fault.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _letters(settings: Settings) -> QFont:
    """The desktop's letters, zoomed, with hanzi as readers of the interface know them."""
    usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = interface_font(usual, chosen(settings.interface_language))
    font.setPointSizeF(usual.pointSizeF() * settings.zoom / 100)
    return font
