"""Letters of a widget's own, which Qt's style sheets would take from it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_REMEMBERED = "_q_styleSheetWidgetFont"
"""Where a style sheet notes the letters of a widget when it first sees it."""


def keep_letters(widget: QWidget) -> None:
    """Have `widget` keep the letters it was given last.

    Whenever the sheet or the parent changes, Qt goes back to those that the sheet saw first.
    Without its note it leaves them alone.
    """
    own = widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
    if own and widget.property(_REMEMBERED) is not None:
        widget.setProperty(_REMEMBERED, None)
