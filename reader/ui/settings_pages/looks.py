"""The settings of how the window looks, and the text of a book in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.ui.settings_pages.setting import Choice, Face, Number, Page, Switch

translate = QCoreApplication.translate


def looks() -> Page:
    """The colours and the size of everything."""
    return Page(
        title=translate("SettingsDialog", "Looks"),
        settings=(
            Choice(
                name="theme",
                label=translate("SettingsDialog", "Theme"),
                words=translate("SettingsDialog", "colours night mode inverted bright"),
                entries=(
                    ("system", translate("SettingsDialog", "As the &desktop")),
                    ("light", translate("SettingsDialog", "&Light")),
                    ("dark", translate("SettingsDialog", "Dar&k")),
                    ("sepia", translate("SettingsDialog", "&Sepia")),
                    (
                        "contrast_dark",
                        translate("SettingsDialog", "High contrast, &white on black"),
                    ),
                    (
                        "contrast_light",
                        translate("SettingsDialog", "High contrast, &black on white"),
                    ),
                ),
            ),
            Number(
                name="zoom",
                label=translate("SettingsDialog", "&Zoom"),
                words=translate("SettingsDialog", "size enlarge magnify large small"),
                low=50,
                high=500,
                step=10,
                unit=translate("SettingsDialog", " %"),
            ),
        ),
    )


def text() -> Page:
    """The letters and lines of the book."""
    return Page(
        title=translate("SettingsDialog", "Text of the book"),
        settings=(
            Face(
                name="font",
                label=translate("SettingsDialog", "F&ont"),
                words=translate("SettingsDialog", "face letters typeface dyslexia serif"),
            ),
            Number(
                name="text_size",
                label=translate("SettingsDialog", "Te&xt size in points"),
                words=translate("SettingsDialog", "font letters large small"),
                low=6,
                high=96,
                step=1,
            ),
            Number(
                name="line_height",
                label=translate("SettingsDialog", "L&ine height"),
                words=translate("SettingsDialog", "spacing leading"),
                low=1.0,
                high=3.0,
                step=0.1,
                decimals=2,
            ),
            Number(
                name="letter_spacing",
                label=translate("SettingsDialog", "L&etter spacing in percent"),
                words=translate("SettingsDialog", "tracking dyslexia"),
                low=0,
                high=50,
                step=1,
                times=100,
            ),
            Number(
                name="column_width",
                label=translate("SettingsDialog", "&Most letters in a line"),
                words=translate("SettingsDialog", "column width margins"),
                low=20,
                high=200,
                step=2,
            ),
            Switch(
                name="ruler",
                label=translate("SettingsDialog", "Set off the li&ne being read"),
                words=translate("SettingsDialog", "reading ruler line guide"),
            ),
            Switch(
                name="pinyin",
                label=translate("SettingsDialog", "&Pinyin above hanzi"),
                words=translate("SettingsDialog", "ruby pronunciation Chinese"),
            ),
        ),
        has_sample=True,
    )
