"""What languages are called in the language of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QLocale

# By its own name, so that the translators' tool finds the texts; the stub lacks a type.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)

NAMES = (
    QT_TRANSLATE_NOOP("Languages", "Afrikaans"),
    QT_TRANSLATE_NOOP("Languages", "Albanian"),
    QT_TRANSLATE_NOOP("Languages", "Amharic"),
    QT_TRANSLATE_NOOP("Languages", "Arabic"),
    QT_TRANSLATE_NOOP("Languages", "Armenian"),
    QT_TRANSLATE_NOOP("Languages", "Basque"),
    QT_TRANSLATE_NOOP("Languages", "Belarusian"),
    QT_TRANSLATE_NOOP("Languages", "Bangla"),
    QT_TRANSLATE_NOOP("Languages", "Bosnian"),
    QT_TRANSLATE_NOOP("Languages", "Breton"),
    QT_TRANSLATE_NOOP("Languages", "Bulgarian"),
    QT_TRANSLATE_NOOP("Languages", "Burmese"),
    QT_TRANSLATE_NOOP("Languages", "Cantonese"),
    QT_TRANSLATE_NOOP("Languages", "Catalan"),
    QT_TRANSLATE_NOOP("Languages", "Chinese"),
    QT_TRANSLATE_NOOP("Languages", "Croatian"),
    QT_TRANSLATE_NOOP("Languages", "Czech"),
    QT_TRANSLATE_NOOP("Languages", "Danish"),
    QT_TRANSLATE_NOOP("Languages", "Dutch"),
    QT_TRANSLATE_NOOP("Languages", "English"),
    QT_TRANSLATE_NOOP("Languages", "Esperanto"),
    QT_TRANSLATE_NOOP("Languages", "Estonian"),
    QT_TRANSLATE_NOOP("Languages", "Filipino"),
    QT_TRANSLATE_NOOP("Languages", "Finnish"),
    QT_TRANSLATE_NOOP("Languages", "French"),
    QT_TRANSLATE_NOOP("Languages", "Galician"),
    QT_TRANSLATE_NOOP("Languages", "Georgian"),
    QT_TRANSLATE_NOOP("Languages", "German"),
    QT_TRANSLATE_NOOP("Languages", "Greek"),
    QT_TRANSLATE_NOOP("Languages", "Gujarati"),
    QT_TRANSLATE_NOOP("Languages", "Hebrew"),
    QT_TRANSLATE_NOOP("Languages", "Hindi"),
    QT_TRANSLATE_NOOP("Languages", "Hungarian"),
    QT_TRANSLATE_NOOP("Languages", "Icelandic"),
    QT_TRANSLATE_NOOP("Languages", "Indonesian"),
    QT_TRANSLATE_NOOP("Languages", "Interlingua"),
    QT_TRANSLATE_NOOP("Languages", "Irish"),
    QT_TRANSLATE_NOOP("Languages", "Italian"),
    QT_TRANSLATE_NOOP("Languages", "Japanese"),
    QT_TRANSLATE_NOOP("Languages", "Kazakh"),
    QT_TRANSLATE_NOOP("Languages", "Khmer"),
    QT_TRANSLATE_NOOP("Languages", "Korean"),
    QT_TRANSLATE_NOOP("Languages", "Kyrgyz"),
    QT_TRANSLATE_NOOP("Languages", "Lao"),
    QT_TRANSLATE_NOOP("Languages", "Latin"),
    QT_TRANSLATE_NOOP("Languages", "Latvian"),
    QT_TRANSLATE_NOOP("Languages", "Lithuanian"),
    QT_TRANSLATE_NOOP("Languages", "Macedonian"),
    QT_TRANSLATE_NOOP("Languages", "Malay"),
    QT_TRANSLATE_NOOP("Languages", "Maltese"),
    QT_TRANSLATE_NOOP("Languages", "Mongolian"),
    QT_TRANSLATE_NOOP("Languages", "Nepali"),
    QT_TRANSLATE_NOOP("Languages", "Norwegian Bokmål"),
    QT_TRANSLATE_NOOP("Languages", "Norwegian Nynorsk"),
    QT_TRANSLATE_NOOP("Languages", "Persian"),
    QT_TRANSLATE_NOOP("Languages", "Polish"),
    QT_TRANSLATE_NOOP("Languages", "Portuguese"),
    QT_TRANSLATE_NOOP("Languages", "Punjabi"),
    QT_TRANSLATE_NOOP("Languages", "Romanian"),
    QT_TRANSLATE_NOOP("Languages", "Russian"),
    QT_TRANSLATE_NOOP("Languages", "Sanskrit"),
    QT_TRANSLATE_NOOP("Languages", "Serbian"),
    QT_TRANSLATE_NOOP("Languages", "Slovak"),
    QT_TRANSLATE_NOOP("Languages", "Slovenian"),
    QT_TRANSLATE_NOOP("Languages", "Spanish"),
    QT_TRANSLATE_NOOP("Languages", "Swahili"),
    QT_TRANSLATE_NOOP("Languages", "Swedish"),
    QT_TRANSLATE_NOOP("Languages", "Tamil"),
    QT_TRANSLATE_NOOP("Languages", "Telugu"),
    QT_TRANSLATE_NOOP("Languages", "Thai"),
    QT_TRANSLATE_NOOP("Languages", "Tibetan"),
    QT_TRANSLATE_NOOP("Languages", "Turkish"),
    QT_TRANSLATE_NOOP("Languages", "Ukrainian"),
    QT_TRANSLATE_NOOP("Languages", "Urdu"),
    QT_TRANSLATE_NOOP("Languages", "Uyghur"),
    QT_TRANSLATE_NOOP("Languages", "Uzbek"),
    QT_TRANSLATE_NOOP("Languages", "Vietnamese"),
    QT_TRANSLATE_NOOP("Languages", "Welsh"),
    QT_TRANSLATE_NOOP("Languages", "Yiddish"),
)  # fmt: skip
"""The languages that books are most often written in, by their English names."""


def language_name(tag: str) -> str:
    """What the language of a tag is called; the tag itself where nobody knows."""
    language = QLocale(tag).language()
    if language == QLocale.Language.C:
        return tag
    return QCoreApplication.translate("Languages", QLocale.languageToString(language))
