"""The settings of how a story sounds: those who speak in it, and what is emphasised."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.settings import STRONGEST
from reader.ui.settings_pages.setting import Choice, Number, Page, Setting, Switch

translate = QCoreApplication.translate


def characters() -> Page:
    """In which voices characters speak."""
    return Page(
        title=translate("SettingsDialog", "Characters"),
        settings=(
            Switch(
                name="characters",
                label=translate("SettingsDialog", "Give characters &voices of their own"),
                words=translate("SettingsDialog", "cast roles dialogue drama"),
            ),
            Number(
                name="confidence",
                label=translate("SettingsDialog", "Least &percent sure who speaks"),
                words=translate("SettingsDialog", "certain confidence speaker"),
                low=0,
                high=100,
                step=5,
                times=100,
                unit=translate("SettingsDialog", " %"),
            ),
            Choice(
                name="uncertain",
                label=translate("SettingsDialog", "Whoever is less sure speaks"),
                words=translate("SettingsDialog", "certain confidence speaker"),
                entries=(
                    ("narrator", translate("SettingsDialog", "In the &narrator's voice")),
                    ("neighbour", translate("SettingsDialog", "In a voice li&ke the narrator's")),
                ),
            ),
            Switch(
                name="feelings",
                label=translate("SettingsDialog", "Say it as the words &tell: whispered, shouted"),
                words=translate("SettingsDialog", "feelings emotions acting"),
            ),
        ),
    )


def emphasis() -> Page:
    """How strongly what matters is emphasised."""
    return Page(
        title=translate("SettingsDialog", "Emphasis"),
        settings=(
            _strength("stress_markup", translate("SettingsDialog", "What the &author emphasises")),
            _strength("stress_headings", translate("SettingsDialog", "&Headings")),
            _strength("stress_terms", translate("SettingsDialog", "&Defined terms")),
            _strength("stress_words", translate("SettingsDialog", "&Words you emphasise")),
        ),
        note=translate("SettingsDialog", "100 is the usual strength; at 0 nothing is emphasised."),
    )


def _strength(name: str, label: str) -> Setting:
    return Number(
        name=name,
        label=label,
        group=translate("SettingsDialog", "Strength in percent"),
        words=translate("SettingsDialog", "emphasis stress bold italics"),
        low=0,
        high=STRONGEST * 100,
        step=10,
        times=100,
    )
