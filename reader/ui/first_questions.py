"""The first and the third of the first steps: which language, and who speaks the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui import language
from reader.ui.desk import Desk
from reader.ui.groups import RadioChoice
from reader.ui.labels import telling_label
from reader.ui.speech.screen_readers import ScreenReaders


class LanguageStep(QWidget):
    """In which language the window is."""

    def __init__(self, chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.tr("The language")
        self.choice = RadioChoice(
            self.tr("Which language shall Tingshu speak in its windows?"),
            [("", self.tr("As the &system")), *language.LANGUAGES.items()],
            chosen,
            self,
        )
        hint = telling_label(self)
        hint.setText(self.tr("All of the window speaks it from the next start on."))
        self.choice.setAccessibleDescription(hint.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(hint)
        column.addStretch(1)

    def begin(self) -> None:
        """Put the focus on the chosen language."""
        self.choice.focus_chosen()

    def end(self) -> None:
        """Nothing is going on."""


class SpeechStep(QWidget):
    """Who speaks the window: a screen reader, the program itself, or nobody."""

    chosen = Signal(object)
    """A dict of names and values of :class:`~reader.settings.Settings`."""

    def __init__(self, desk: Desk, readers: ScreenReaders, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.tr("Who speaks the windows")
        self._desk, self._readers = desk, readers
        self.choice = RadioChoice(
            self.tr("Do you use a screen reader, or shall Tingshu speak by itself?"),
            [
                ("reader", self.tr("A screen &reader reads the windows to me")),
                ("self", self.tr("&Tingshu speaks its windows itself")),
                ("none", self.tr("Neither: &I see them")),
            ],
            self._word(),
            self,
        )
        self.choice.chosen.connect(self._choose)
        self.news = telling_label(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(self.news)
        column.addStretch(1)
        readers.changed.connect(self._tell)
        self._tell()

    def begin(self) -> None:
        """Put the focus on what holds now."""
        self.choice.focus_chosen()

    def end(self) -> None:
        """Nothing is going on."""

    def show_choice(self) -> None:
        """Show what holds now, which was chosen elsewhere."""
        self.choice.choose(self._word())

    def _word(self) -> str:
        if self._desk.settings.self_voicing:
            return "self"
        return "reader" if self._readers.running is not None else "none"

    def _choose(self, word: str) -> None:
        choices = {"self_voicing": word == "self"}
        if word == "reader":
            choices["announce"] = True
        self.chosen.emit(choices)

    def _tell(self) -> None:
        running = self._readers.running
        if running is None:
            text = self.tr("No screen reader is running now.")
        elif running.name == "another":
            text = self.tr("A screen reader is running; Tingshu leaves speaking to it.")
        else:
            text = self.tr("{name} is running; Tingshu leaves speaking to it.").format(
                name=running.name
            )
        self.news.setText(text)
        self.choice.setAccessibleDescription(text)
