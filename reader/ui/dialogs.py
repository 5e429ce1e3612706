"""Messages that can be read at leisure: their text can be selected, copied and reviewed."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from reader import __version__, paths
from reader.errors import TingshuError
from reader.ui.language import error_in_words, in_words
from reader.ui.message_box import MessageBox

translate = QCoreApplication.translate


_log = logging.getLogger(__name__)


def show_error(parent: QWidget | None, error: BaseException) -> QMessageBox:
    """Say what failed, why and what to do, without blocking; returns the open dialog."""
    shown = error if isinstance(error, TingshuError) else _unexpected(error)
    box = MessageBox(parent, QMessageBox.Icon.Warning, translate("Dialogs", "Problem"))
    subject, reason = in_words(shown.subject), in_words(shown.reason)
    box.setText(f"{subject}\n\n{reason}" if subject else reason)
    box.setInformativeText(in_words(shown.remedy))
    copy = box.addButton(translate("Dialogs", "&Copy the text"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # copying leaves the dialog open
    copy.clicked.connect(lambda: QApplication.clipboard().setText(error_in_words(shown)))
    close = box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.open()
    return box


def show_message(parent: QWidget, title: str, text: str) -> QMessageBox:
    """Say `text`, without blocking; returns the open dialog."""
    box = MessageBox(parent, QMessageBox.Icon.Information, title)
    box.setText(text)
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    return box


def ask(
    parent: QWidget, title: str, question: str, answer: str, act: Callable[[], object]
) -> QMessageBox:
    """Ask before something is lost: `act` is called if `answer` is pressed; does not block."""
    box = MessageBox(parent, QMessageBox.Icon.Question, title)
    box.setText(question)
    box.addButton(answer, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(act)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.open()
    return box


def show_about(parent: QWidget) -> QMessageBox:
    """Say what this is, whose it is and where its voices' licences can be read."""
    box = MessageBox(parent, QMessageBox.Icon.NoIcon, translate("Dialogs", "About Tingshu"))
    box.setIconPixmap(parent.windowIcon().pixmap(64, 64))
    box.setText(translate("Dialogs", "Tingshu 听书 {version}").format(version=__version__))
    box.setInformativeText(
        translate(
            "Dialogs",
            "Opens a book and reads it aloud, on this computer alone.\n\n"
            "Free software under the GNU Affero General Public License, version 3 or later. "
            "The voices have licences of their own: see Listen, Voices.",
        )
    )
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    return box


def install_excepthook(window: Callable[[], QWidget | None]) -> None:
    """Have every mistake of ours end in a dialog and the log, never in a silent crash."""
    handler = logging.FileHandler(paths.data_folder() / "tingshu.log", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logging.getLogger("reader").addHandler(handler)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        show_error(window(), error)

    sys.excepthook = hook


def _unexpected(error: BaseException) -> TingshuError:
    _log.error("unexpected error", exc_info=error)
    return TingshuError(
        translate("Dialogs", "Tingshu"),
        translate("Dialogs", "Something went wrong inside the program ({kind}: {text}).").format(
            kind=type(error).__name__, text=error
        ),
        translate(
            "Dialogs", "Your place is saved. Please report this text and the file {log}."
        ).format(log=paths.data_folder() / "tingshu.log"),
    )
