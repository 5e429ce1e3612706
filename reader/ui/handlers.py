"""What each command of the table does; one public method a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from reader import paths, settings
from reader.errors import SettingsError
from reader.session import ReadingSession
from reader.settings import FASTEST, SLOWEST, Settings
from reader.ui.dialogs import show_about
from reader.ui.keys_dialog import KeysDialog

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

_SIZES = (8, 72)
_USUAL_SIZE = Settings().text_size
_RATE_STEP = 0.1
_VOLUME_STEP = 0.05
_SAVE_DELAY = 1000
"""Milliseconds that choices rest before they are written: a slider makes many."""


class Handlers(QObject):
    """Does what the reader asks for, with the parts of `window`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_DELAY)
        self._save_timer.timeout.connect(self._save_settings)

    # File

    def open_book(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr("Books (*.epub *.html *.htm *.xhtml *.txt *.md);;All files (*)")
        session = self._desk.session
        folder = str(session.path.absolute().parent) if session is not None else ""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a book"), folder, kinds)
        if name:
            self._desk.open(Path(name))

    def close_book(self) -> None:
        """Put the book away."""
        self._desk.close_book()

    def export(self) -> None:
        """Write the book, or a chapter, into sound files."""
        from reader.ui.export_dialog import ExportDialog

        ExportDialog(self._desk, self._window).open()

    def quit(self) -> None:
        """End the program; the place is saved."""
        self._window.close()

    # Listen

    def play(self) -> None:
        """Begin, pause or go on."""
        self._desk.play()
        self._tell_state()

    def play_here(self) -> None:
        """Read aloud from the sentence at the caret."""
        if self._window.shown_chapter is not None:
            self._desk.play(at=(self._window.shown_chapter, self._window.view.caret))
            self._tell_state()

    def pause(self) -> None:
        """Pause, or go on after a pause; what is stopped stays so."""
        if self._desk.session is not None and not self._desk.session.stopped:
            self._desk.play()
        self._tell_state()

    def stop(self) -> None:
        """Fall silent."""
        self._desk.stop()
        self._tell_state()

    def faster(self) -> None:
        """Speak faster by a tenth."""
        self._rate(self._desk.settings.rate + _RATE_STEP)

    def slower(self) -> None:
        """Speak slower by a tenth."""
        self._rate(self._desk.settings.rate - _RATE_STEP)

    def louder(self) -> None:
        """Turn the sound up."""
        self._volume(self._desk.settings.volume + _VOLUME_STEP)

    def quieter(self) -> None:
        """Turn the sound down."""
        self._volume(self._desk.settings.volume - _VOLUME_STEP)

    def voices(self) -> None:
        """Show the voices; choose among them, and install what is missing."""
        from reader.ui.voices_dialog import VoicesDialog

        dialog = VoicesDialog(self._desk, self._window)
        dialog.chosen.connect(self.choose_voice)
        dialog.open()

    def sound(self) -> None:
        """Choose where the sound comes out, and how much of it is kept ready."""
        from reader.ui.sound_dialog import SoundDialog

        dialog = SoundDialog(self._desk, self._window)
        dialog.chosen.connect(self.choose_sound)
        dialog.open()

    # Go

    def next_sentence(self) -> None:
        """One sentence on."""
        self._step(ReadingSession.next_sentence, self.tr("No next sentence"), _sentence)

    def previous_sentence(self) -> None:
        """One sentence back."""
        self._step(ReadingSession.previous_sentence, self.tr("No previous sentence"), _sentence)

    def next_paragraph(self) -> None:
        """One paragraph on."""
        self._step(ReadingSession.next_paragraph, self.tr("No next paragraph"))

    def previous_paragraph(self) -> None:
        """One paragraph back."""
        self._step(ReadingSession.previous_paragraph, self.tr("No previous paragraph"))

    def next_chapter(self) -> None:
        """One chapter on."""
        self._step(ReadingSession.next_chapter, self.tr("No next chapter"), _chapter)

    def previous_chapter(self) -> None:
        """One chapter back."""
        self._step(ReadingSession.previous_chapter, self.tr("No previous chapter"), _chapter)

    def contents(self) -> None:
        """Put the focus on the list of chapters."""
        self._window.chapters.go_to_current()

    def text(self) -> None:
        """Put the focus on the book's text."""
        self._window.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def where(self) -> None:
        """Say and show where the reader is."""
        session = self._desk.session
        if session is None:
            return
        place = self._window.status.place_in_words(session)
        self._say(
            self.tr("{place}. {percent:.0%} of the book").format(
                place=place, percent=session.fraction
            )
        )

    # View and help

    def larger(self) -> None:
        """Larger letters."""
        self._text_size(self._desk.settings.text_size + 2)

    def smaller(self) -> None:
        """Smaller letters."""
        self._text_size(self._desk.settings.text_size - 2)

    def usual_size(self) -> None:
        """Letters of the usual size."""
        self._text_size(_USUAL_SIZE)

    def keys(self) -> None:
        """Show the list of keys."""
        dialog = KeysDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def sample_english(self) -> None:
        """Open the English sample book."""
        self._open_sample("english")

    def sample_chinese(self) -> None:
        """Open the Chinese sample book."""
        self._open_sample("chinese")

    def sample_mixed(self) -> None:
        """Open the sample book in both languages."""
        self._open_sample("mixed")

    def about(self) -> None:
        """Say what this program is."""
        show_about(self._window)

    # Choices, also made with the player's controls

    def choose_rate(self, rate: float) -> None:
        """Speak at `rate` times the usual speed from now on."""
        self.choose(rate=rate)
        if self._desk.session is not None:
            self._desk.session.set_rate(rate)

    def choose_volume(self, volume: float) -> None:
        """Sound at `volume` (0 to 1) from now on."""
        self.choose(volume=volume)
        if self._desk.session is not None:
            self._desk.session.set_volume(volume)

    def choose_sound(self, device: str | None, buffer_seconds: float) -> None:
        """Sound on `device` (None for the system's choice) from now on."""
        self.choose(output_device=device, output_buffer=buffer_seconds)
        self._desk.renew_output()

    def choose_voice(self, languages: Sequence[str], name: str) -> None:
        """Read `languages` in the voice called `name` from now on."""
        chosen = dict.fromkeys(languages, name)
        self.choose(voices={**self._desk.settings.voices, **chosen})
        if self._desk.speaker is not None:
            for language in languages:
                self._desk.speaker.choose(language, name)
        self._desk.renew_output()

    def choose(self, **choices: object) -> None:
        """Change the settings; they are written soon."""
        self._desk.settings = self._desk.settings.changed(**choices)
        self._save_timer.start()

    def save(self) -> None:
        """Write the settings now, if they changed."""
        if self._save_timer.isActive():
            self._save_timer.stop()
            self._save_settings()

    def go_to_chapter(self, chapter: int) -> None:
        """Move to the start of `chapter` and put the focus on the text."""
        if self._desk.session is not None and self._desk.session.go_to(chapter):
            self.text()

    # Inside

    def _step(
        self,
        step: Callable[[ReadingSession], bool],
        nothing: str,
        arrived: Callable[[ReadingSession], str] | None = None,
    ) -> None:
        """Move; unless the voice says where, a screen reader is told what `arrived` gives."""
        session = self._desk.session
        if session is None:
            return
        if not step(session):
            self._say(nothing)
        elif arrived is not None and not session.playing:
            self._window.announcer.announce(arrived(session))

    def _rate(self, rate: float) -> None:
        rate = round(min(FASTEST, max(SLOWEST, rate)), 1)
        self._window.player.show_rate(rate)
        self.choose_rate(rate)
        self._say(self.tr("Rate {rate:.1f}").format(rate=rate))

    def _volume(self, volume: float) -> None:
        volume = round(min(1.0, max(0.0, volume)), 2)
        self._window.player.show_volume(volume)
        self.choose_volume(volume)
        self._say(self.tr("Volume {volume:.0%}").format(volume=volume))

    def _text_size(self, points: int) -> None:
        points = min(_SIZES[1], max(_SIZES[0], points))
        self.choose(text_size=points)
        self._window.view.set_text_size(points)
        self._say(self.tr("Text size {points}").format(points=points))

    def _open_sample(self, name: str) -> None:
        self._desk.open(paths.resources_folder() / "samples" / f"{name}.epub")

    def _save_settings(self) -> None:
        try:
            settings.save(self._desk.settings)
        except SettingsError as error:
            self._window.show_problem(error)

    def _say(self, message: str) -> None:
        """Show a short answer in the status line and say it to a screen reader."""
        self._window.status.answer(message)
        self._window.announcer.announce(message)

    def _tell_state(self) -> None:
        self._window.announcer.announce(self._window.status.show_state(self._desk.session))


def _sentence(session: ReadingSession) -> str:
    return session.sentence


def _chapter(session: ReadingSession) -> str:
    return session.chapter.title
