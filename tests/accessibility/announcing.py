"""A window that announces something at every key; run as a program, for Orca to listen to."""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QVBoxLayout

from reader.ui.announcer import Announcer
from reader.ui.speech.screen_readers import ScreenReaders


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Announcing")
        button = QPushButton("Open")
        self.setCentralWidget(button)
        readers = ScreenReaders(self)
        readers.start()
        self.announcer = Announcer(self, screen_readers=readers)
        self.dialog = QDialog(self)
        self.dialog.setWindowTitle("Voices")
        install = QPushButton("Install")
        QVBoxLayout(self.dialog).addWidget(install)
        button.clicked.connect(self.dialog.open)
        install.clicked.connect(lambda: self.announcer.announce("Pack one is installed"))
        for key, messages in {
            "F2": ["Bookmark added"],
            "F3": ["No next heading"],
            "F4": ["Rate 1.1", "Rate 1.2", "Rate 1.3"],
        }.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda messages=messages: self.say(messages))
        self.statusBar().showMessage("Chapter 1 of 20")

    def say(self, messages) -> None:
        for message in messages:
            self.statusBar().showMessage(message)
            self.announcer.announce(message)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    application.setApplicationName("announcing")
    window = Window()
    window.show()
    sys.exit(application.exec())
