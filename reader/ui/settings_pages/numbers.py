"""The settings of how numbers are said where usage differs, each with an example."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.ui.settings_pages.setting import SPOKEN, Choice, Page

translate = QCoreApplication.translate


def chinese_numbers() -> Page:
    """How Chinese says them."""
    return Page(
        title=translate("SettingsDialog", "Chinese numbers"),
        settings=(
            Choice(
                name=SPOKEN + "one",
                label=translate("SettingsDialog", "1 in telephone, room and train numbers"),
                words="yao yi 幺 一 电话",
                entries=(
                    ("yao", translate("SettingsDialog", "As y&ao: 110 is 幺幺零")),
                    ("yi", translate("SettingsDialog", "As y&i: 110 is 一一零")),
                ),
            ),
            Choice(
                name=SPOKEN + "negative",
                label=translate("SettingsDialog", "Temperatures below zero, such as −10 ℃"),
                words="minus 负 零下",
                entries=(
                    ("below", translate("SettingsDialog", "&Below zero: 零下十摄氏度")),
                    ("minus", translate("SettingsDialog", "&Minus: 负十摄氏度")),
                ),
            ),
            Choice(
                name=SPOKEN + "day",
                label=translate("SettingsDialog", "Dates in digits, such as 2024-05-01"),
                words="day 日 号 日期",
                entries=(
                    ("ri", translate("SettingsDialog", "As is wri&tten: 五月一日")),
                    ("hao", translate("SettingsDialog", "As is spo&ken: 五月一号")),
                ),
            ),
            Choice(
                name=SPOKEN + "percent",
                label=translate("SettingsDialog", "Two percentages, such as 30%-50%"),
                words="percent 百分之",
                entries=(
                    (
                        "each",
                        translate("SettingsDialog", "Percent with &each: 百分之三十到百分之五十"),
                    ),
                    ("once", translate("SettingsDialog", "Percent &once: 百分之三十到五十")),
                ),
            ),
        ),
    )


def english_numbers() -> Page:
    """How English says them."""
    return Page(
        title=translate("SettingsDialog", "English numbers"),
        settings=(
            Choice(
                name=SPOKEN + "slash_date",
                label=translate("SettingsDialog", "Dates with strokes, such as 03/04/2021"),
                words="American British date day month",
                entries=(
                    (
                        "month-first",
                        translate("SettingsDialog", "&Month first: March fourth, 2021"),
                    ),
                    (
                        "day-first",
                        translate("SettingsDialog", "&Day first: the third of April, 2021"),
                    ),
                ),
            ),
            Choice(
                name=SPOKEN + "english_date",
                label=translate("SettingsDialog", "Other dates, such as January 5 or 2012-01-05"),
                words="American British date day month",
                entries=(
                    ("month-first", translate("SettingsDialog", "&January fifth")),
                    ("day-first", translate("SettingsDialog", "&The fifth of January")),
                ),
            ),
            Choice(
                name=SPOKEN + "hundreds",
                label=translate("SettingsDialog", "Hundreds, such as 105"),
                words="American British and",
                entries=(
                    ("plain", translate("SettingsDialog", "One &hundred five")),
                    ("and", translate("SettingsDialog", "One hundred &and five")),
                ),
            ),
            Choice(
                name=SPOKEN + "zero",
                label=translate("SettingsDialog", "Zero among digits, such as 3.05"),
                words="oh nought",
                entries=(
                    ("zero", translate("SettingsDialog", "Three point &zero five")),
                    ("oh", translate("SettingsDialog", "Three point &oh five")),
                ),
            ),
            Choice(
                name=SPOKEN + "english_minus",
                label=translate("SettingsDialog", "Numbers below zero, such as −5"),
                words="minus negative",
                entries=(
                    ("minus", translate("SettingsDialog", "M&inus five")),
                    ("negative", translate("SettingsDialog", "N&egative five")),
                ),
            ),
        ),
    )
