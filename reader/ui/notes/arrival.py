"""What came from another machine, told; and the question whether to read on where it did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.library.arriving import Arrived
from reader.ui.message_box import MessageBox

translate = QCoreApplication.translate


def arrived_in_words(arrived: Arrived) -> str:
    """The counts, a line each; what there is none of is left out, but for what is new."""
    counted = (
        (translate("Notes", "New bookmarks and notes: {count}"), arrived.notes_new, True),
        (translate("Notes", "Here already: {count}"), arrived.notes_known, False),
        (translate("Notes", "Books read on elsewhere: {count}"), len(arrived.moved), False),
        (
            translate("Notes", "Books that are not here: {count}. Their notes are kept for them."),
            arrived.unknown,
            False,
        ),
        (translate("Notes", "Not understood and left out: {count}"), arrived.left_out, False),
    )
    return "\n".join(told.format(count=count) for told, count, always in counted if count or always)


def show_arrival(
    parent: QWidget, told: str, elsewhere: str, go: Callable[[], object]
) -> QMessageBox:
    """Show what was `told`; where the book was read on `elsewhere`, offer to `go` there."""
    title = translate("Notes", "Notes from another machine")
    box = MessageBox(parent, QMessageBox.Icon.NoIcon, title)
    box.setText(told)
    if elsewhere:
        box.setInformativeText(
            translate(
                "Notes", "On the other machine this book was read as far as here: {place}"
            ).format(place=elsewhere)
        )
        going = box.addButton(translate("Notes", "&Go there"), QMessageBox.ButtonRole.AcceptRole)
        going.clicked.connect(go)
        staying = box.addButton(translate("Notes", "&Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(going)
    else:
        staying = box.addButton(QMessageBox.StandardButton.Close)
        box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    box.open()
    return box
