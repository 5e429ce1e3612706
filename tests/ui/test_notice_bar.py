"""The message above the text: read where it stands, and heard by who comes back to it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from reader.ui.notice_bar import NoticeBar


def test_its_buttons_tell_the_message(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_message("The first.")
    bar.show_message("Something has ended.")
    assert bar.message == "Something has ended."
    buttons = bar.findChildren(QPushButton)
    assert {each.accessibleDescription() for each in buttons} == {"Something has ended."}
