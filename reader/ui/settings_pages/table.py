"""All settings there are, page by page: the one table that controls, search and reset go by.

The letters C, F, G, R, U and Y are the window's own; no page has them as mnemonics.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.settings import FASTEST, LONGEST_PAUSE, SLOWEST
from reader.ui.language import LANGUAGES
from reader.ui.settings_pages.looks import looks, text
from reader.ui.settings_pages.numbers import chinese_numbers, english_numbers
from reader.ui.settings_pages.setting import Choice, Number, Page, Setting, Switch
from reader.ui.settings_pages.story import characters, emphasis

translate = QCoreApplication.translate


def pages() -> tuple[Page, ...]:
    """The pages in their order, in the language that the window speaks now."""
    return (
        _reading(),
        _listening(),
        characters(),
        emphasis(),
        looks(),
        text(),
        chinese_numbers(),
        english_numbers(),
        _language(),
        _library(),
        _accessibility(),
    )


def _reading() -> Page:
    return Page(
        title=translate("SettingsDialog", "Reading"),
        settings=(
            Switch(
                name="caret_follows",
                label=translate("SettingsDialog", "The c&aret follows the voice"),
                words=translate("SettingsDialog", "cursor braille position"),
            ),
            Switch(
                name="voice_follows",
                label=translate("SettingsDialog", "The &voice follows the caret"),
                words=translate("SettingsDialog", "cursor position"),
            ),
            Switch(
                name="mark_sentence",
                label=translate("SettingsDialog", "Mark the &sentence being spoken"),
                words=translate("SettingsDialog", "highlight colour"),
            ),
            Switch(
                name="mark_word",
                label=translate("SettingsDialog", "Mark the &word being spoken"),
                words=translate("SettingsDialog", "highlight colour"),
            ),
            Choice(
                name="study",
                label=translate("SettingsDialog", "Stop to study"),
                words=translate("SettingsDialog", "learn pause repeat"),
                entries=(
                    ("off", translate("SettingsDialog", "&Never")),
                    ("sentence", translate("SettingsDialog", "After &every sentence")),
                    ("paragraph", translate("SettingsDialog", "After every &paragraph")),
                ),
            ),
        ),
    )


def _listening() -> Page:
    return Page(
        title=translate("SettingsDialog", "Listening"),
        settings=(
            Number(
                name="rate",
                label=translate("SettingsDialog", "Rea&ding rate"),
                words=translate("SettingsDialog", "speed tempo faster slower"),
                low=SLOWEST,
                high=FASTEST,
                step=0.1,
                decimals=2,
            ),
            Number(
                name="volume",
                label=translate("SettingsDialog", "V&olume"),
                words=translate("SettingsDialog", "loudness louder quieter"),
                low=0,
                high=100,
                step=5,
                times=100,
                unit=translate("SettingsDialog", " %"),
            ),
            _pause("pause_sentence", translate("SettingsDialog", "After a &sentence")),
            _pause("pause_paragraph", translate("SettingsDialog", "After a &paragraph")),
            _pause("pause_heading", translate("SettingsDialog", "After a &heading")),
            _pause("pause_chapter", translate("SettingsDialog", "After a chap&ter")),
            Switch(
                name="cues",
                label=translate("SettingsDialog", "Sound a to&ne at headings and bookmarks"),
                words=translate("SettingsDialog", "cue signal beep"),
            ),
            Switch(
                name="images",
                label=translate("SettingsDialog", "Read descr&iptions of pictures"),
                words=translate("SettingsDialog", "images alternative text"),
            ),
        ),
    )


def _pause(name: str, label: str) -> Setting:
    return Number(
        name=name,
        label=label,
        group=translate("SettingsDialog", "Seconds of silence"),
        words=translate("SettingsDialog", "pause"),
        low=0.0,
        high=LONGEST_PAUSE,
        step=0.1,
        decimals=2,
    )


def _language() -> Page:
    return Page(
        title=translate("SettingsDialog", "Language"),
        settings=(
            Choice(
                name="interface_language",
                label=translate("SettingsDialog", "Language of the window"),
                words="interface English Chinese language 语言 中文 界面 英文",
                hint=translate(
                    "SettingsDialog", "All of the window speaks it from the next start on."
                ),
                entries=(("", translate("SettingsDialog", "As the &system")), *LANGUAGES.items()),
            ),
        ),
    )


def _library() -> Page:
    return Page(
        title=translate("SettingsDialog", "Library"),
        settings=(
            Switch(
                name="index",
                label=translate("SettingsDialog", "&Prepare all books for search"),
                words=translate("SettingsDialog", "index full text background find"),
                hint=translate(
                    "SettingsDialog",
                    "In the background, whenever there is nothing else to do. Without it, the "
                    "library finds titles and authors alone.",
                ),
            ),
        ),
    )


def _accessibility() -> Page:
    return Page(
        title=translate("SettingsDialog", "Accessibility"),
        settings=(
            Switch(
                name="announce",
                label=translate("SettingsDialog", "&Tell the screen reader what happens"),
                words=translate("SettingsDialog", "announce messages"),
            ),
            Choice(
                name="announce_by",
                label=translate("SettingsDialog", "In which way"),
                words=translate("SettingsDialog", "announce messages screen reader"),
                entries=(
                    ("auto", translate("SettingsDialog", "&As suits the screen reader")),
                    ("event", translate("SettingsDialog", "By an announcement &event")),
                    ("notification", translate("SettingsDialog", "By a &notification")),
                ),
            ),
            Switch(
                name="self_voicing",
                label=translate("SettingsDialog", "&Speak the window in the program's own voice"),
                words=translate("SettingsDialog", "self-voicing blind screen reader"),
            ),
        ),
    )
