"""Three questions before the first book: which language, which voices, who speaks the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui import language
from reader.ui.announcer import SaysText
from reader.ui.commands import COMMANDS_BY_NAME, keys_of
from reader.ui.desk import Desk
from reader.ui.enter_key import PressingDialog
from reader.ui.first_questions import LanguageStep, SpeechStep
from reader.ui.first_voices import VoiceStep
from reader.ui.fitting import fit
from reader.ui.speech.screen_readers import ScreenReaders

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


def show_first_steps(window: MainWindow) -> FirstSteps:
    """Ask the questions over `window`; every answer counts at once."""
    steps = FirstSteps(window.desk, window.screen_readers, window.desktop.speech.voice, window)
    steps.changed.connect(window.choices.choose_all)
    steps.voice_chosen.connect(window.choices.choose_voice)
    steps.told.connect(window.announcer.announce)
    steps.open()
    return steps


class FirstSteps(PressingDialog):
    """One question after the other, forth and back; Escape leaves them for later.

    Who cannot see them is told by `voice` how to have them spoken, unless a screen reader runs.
    Left for later, they are asked once more when the program is started again.
    """

    changed = Signal(object)
    """What was just chosen: a dict of names and values of :class:`~reader.settings.Settings`."""
    voice_chosen = Signal(list, str)
    """Languages, and the name of the voice to read them from now on."""
    told = Signal(str)
    """What a screen reader should be told: the number and name of the question."""

    def __init__(
        self, desk: Desk, screen_readers: ScreenReaders, voice: SaysText, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._readers, self._voice = desk, screen_readers, voice
        self._number = 0
        self._greeted = False
        self.steps: list[LanguageStep | VoiceStep | SpeechStep] = []
        self.heading = QLabel(self)
        bold = self.heading.font()
        bold.setBold(True)
        self.heading.setFont(bold)
        self._place = QVBoxLayout()
        self._buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.back = self._button(role.ActionRole)
        self.next = self._button(role.ActionRole)
        self.later = self._button(role.RejectRole)
        self.next.setAutoDefault(True)
        self.next.setDefault(True)
        self.back.clicked.connect(lambda: self._go_to(self._number - 1))
        self.next.clicked.connect(self._go_on)
        self.later.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addLayout(self._place, 1)
        column.addWidget(self._buttons)
        self._speak_key = QShortcut(QKeySequence(_speak_command_keys()[0]), self)
        self._speak_key.activated.connect(self._speak)
        self._build()
        fit(self, 620, 620)
        self._show_step()
        screen_readers.changed.connect(self._greet)
        QTimer.singleShot(0, self, self._greet)

    def accept(self) -> None:
        """All is answered."""
        self.changed.emit({"welcomed": True, "self_voicing_offered": True})
        super().accept()

    def reject(self) -> None:
        """Leave the rest for later; the second time, for good."""
        asked_before = self._desk.settings.self_voicing_offered
        self.changed.emit({"welcomed": True} if asked_before else {"self_voicing_offered": True})
        super().reject()

    def done(self, result: int) -> None:
        """Close; whatever is being said falls silent."""
        self._voice.hush()
        for step in self.steps:
            step.end()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Ask in the language that was just chosen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.steps:
            QTimer.singleShot(0, self, self._build_anew)  # the one clicked is still needed

    # The steps

    def _go_on(self) -> None:
        if self._number + 1 < len(self.steps):
            self._go_to(self._number + 1)
        else:
            self.accept()

    def _go_to(self, number: int) -> None:
        self._voice.hush()
        self.steps[self._number].end()
        self._number = number
        self._show_step()
        self.told.emit(self.heading.text())

    def _show_step(self) -> None:
        for number, step in enumerate(self.steps):
            step.setVisible(number == self._number)
        step, count = self.steps[self._number], len(self.steps)
        self.heading.setText(
            self.tr("Step {number} of {count}: {title}").format(
                number=self._number + 1, count=count, title=step.title
            )
        )
        last = self._number + 1 == count
        self.next.setText(self.tr("&Finish") if last else self.tr("&Next"))
        self.back.setEnabled(self._number > 0)
        step.begin()

    def _choose_language(self, choice: str) -> None:
        self.changed.emit({"interface_language": choice})
        application = QApplication.instance()
        assert application is not None
        language.install(application, choice)

    # For whom cannot see it

    def _greet(self) -> None:
        """Say aloud, once, how to have all of this spoken, where nobody else speaks."""
        silent = self._readers.known and self._readers.running is None
        if self._greeted or not silent or self._desk.settings.self_voicing:
            return
        self._greeted = True
        self._voice.say(
            self.tr(
                "Welcome to Tingshu. Press {key} to have the windows spoken, Escape to leave "
                "these questions for later."
            ).format(key=_speak_command_keys()[1])
        )

    def _speak(self) -> None:
        self._voice.hush()
        self.changed.emit({"self_voicing": not self._desk.settings.self_voicing})
        last = self.steps[-1]
        assert isinstance(last, SpeechStep)
        last.show_choice()

    # Building

    def _build(self) -> None:
        settings = self._desk.settings
        first = LanguageStep(settings.interface_language, self)
        first.choice.chosen.connect(self._choose_language)
        second = VoiceStep(self._desk, self)
        second.chosen.connect(self.voice_chosen)
        second.told.connect(self.told)
        third = SpeechStep(self._desk, self._readers, self)
        third.chosen.connect(self.changed)
        self.steps = [first, second, third]
        for step in self.steps:
            self._place.addWidget(step)
        self.setWindowTitle(self.tr("First steps"))
        self.back.setText(self.tr("&Back"))
        self.later.setText(self.tr("&Later"))
        before: QWidget = [*third.choice.buttons.values()][-1]
        for button in (self.back, self.next, self.later):
            QWidget.setTabOrder(before, button)
            before = button

    def _build_anew(self) -> None:
        old = self.steps
        self._build()
        self._show_step()
        for step in old:
            step.end()
            self._place.removeWidget(step)
            step.deleteLater()

    def _button(self, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(False)
        self._buttons.addButton(button, role)
        return button


def _speak_command_keys() -> tuple[str, str]:
    """The usual key of the command that has the window spoken: as Qt and as people write it."""
    command = COMMANDS_BY_NAME["self_voicing"]
    return command.keys[0], keys_of(command)
