"""Which language the window speaks, and the translations it needs for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from reader import paths

LANGUAGES: Mapping[str, str] = {"en": "English", "zh_CN": "简体中文"}
"""The languages there are, each with its own name."""

_ENGLISH = "en"
_CHINESE = "zh_CN"
_PROPERTY = "tingshuLanguage"
"""Where the application knows which language it speaks."""


def chosen(choice: str, system: Sequence[str] | None = None) -> str:
    """The language meant by the setting `choice`; empty is the first we have that `system` likes.

    Those are BCP 47 tags; None asks the system. Whoever reads Chinese in other characters or of
    another place gets the Chinese there is.
    """
    if choice in LANGUAGES:
        return choice
    for wanted in QLocale.system().uiLanguages() if system is None else system:
        if wanted.partition("-")[0] in ("en", "zh"):
            return _CHINESE if wanted.startswith("zh") else _ENGLISH
    return _ENGLISH


def install(application: QCoreApplication, choice: str) -> str:
    """Have `application` speak the language of the setting `choice` from now on; returns it.

    Windows that are already built keep the texts they have. Numbers are written as is usual in
    that language, and as the system says where it speaks it too.
    """
    language = chosen(choice)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    if language != _ENGLISH:
        ours = paths.resources_folder() / "translations"
        qts = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # The last one installed is asked first: ours also has texts of Qt that Qt's own lacks.
        _add(application, qts / f"qtbase_{language}.qm")
        _add(application, ours / f"tingshu_{language}.qm")
    application.setProperty(_PROPERTY, language)
    if isinstance(application, QGuiApplication):
        name = QCoreApplication.translate("Language", "Tingshu")
        application.setApplicationDisplayName(name)
    system = QLocale.system()
    QLocale.setDefault(system if chosen("") == language else QLocale(language))
    return language


def speaking() -> str:
    """Which of the languages the application speaks."""
    application = QCoreApplication.instance()
    language = application.property(_PROPERTY) if application is not None else None
    return str(language or _ENGLISH)


def spoken() -> str:
    """The language that the application speaks, as the tag of a voice for it: zh or en."""
    return speaking().partition("_")[0]


def _add(application: QCoreApplication, file: Path) -> None:
    """Let `application` look texts up in `file`; where it is missing, they stay English."""
    translator = QTranslator(application)
    if translator.load(str(file)):
        application.installTranslator(translator)
