"""The program speaks for itself, where no screen reader does.

What gets the focus is said with its kind, value and state; what then changes in it is said by
itself; and every key cuts off what was being said.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from reader.ui.announcer import Announcer, SaysText
from reader.ui.language import ended, sentences, without_mnemonic
from reader.ui.speech import descriptions
from reader.ui.speech.caret import CaretReading
from reader.ui.speech.changes import watch_changes
from reader.ui.speech.screen_readers import ScreenReaders

_SETTLING = 40
"""Milliseconds after which the focus is taken to stay: dialogs hand it about as they open."""

_DOING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class SelfVoicing(QObject):
    """Speaks for `application` with `voice`, while it is wanted and no screen reader runs.

    The messages of `announcer` then go to the same voice. `playing` tells whether the book is
    being read aloud: the reading text then speaks for itself.
    """

    def __init__(
        self,
        application: QApplication,
        announcer: Announcer,
        voice: SaysText,
        screen_readers: ScreenReaders,
        *,
        playing: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(announcer)
        self._application = application
        self._announcer = announcer
        self._voice = voice
        self._screen_readers = screen_readers
        self._playing = playing
        self._wanted = False
        self._active = False
        self._window: QWidget | None = None
        self._watched: QObject | None = None
        self._key_time = 0
        self._caret = CaretReading()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLING)
        self._timer.timeout.connect(self._say_focus)
        screen_readers.changed.connect(self._update)

    @property
    def active(self) -> bool:
        """Whether the program speaks now."""
        return self._active

    def set_wanted(self, wanted: bool) -> None:
        """Speak from now on, or be silent."""
        self._wanted = wanted
        self._update()

    def say_focus(self) -> None:
        """Say again what has the focus."""
        self._window = None
        self._timer.start()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hear keys before anything else does, and menus as they open."""
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            self._pressed(event)
        elif kind in (QEvent.Type.Shortcut, QEvent.Type.MouseButtonPress):
            self._voice.release()
        elif kind == QEvent.Type.Show and isinstance(watched, QMenu):
            self._opened(watched)
        return False

    # Inside

    def _update(self) -> None:
        readers = self._screen_readers
        active = self._wanted and readers.known and readers.running is None
        if active == self._active:
            return
        self._active = active
        self._announcer.voice = self._voice if active else None
        if active:
            self._application.installEventFilter(self)
            self._application.focusChanged.connect(self._focus_changed)
            self.say_focus()
        else:
            self._application.removeEventFilter(self)
            self._application.focusChanged.disconnect(self._focus_changed)
            self._timer.stop()
            self._unwatch()
            self._voice.hush()

    def _pressed(self, event: QEvent) -> None:
        if not isinstance(event, QKeyEvent) or self._same_key(event):
            return
        self._caret.pressed(event)
        if event.key() in _MODIFIERS:  # Control alone silences, as screen readers have it
            return
        self._voice.hush()
        if event.key() in _DOING:
            self._voice.release()

    def _same_key(self, event: QKeyEvent) -> bool:
        """Whether this is the last key once more, on its way from widget to widget."""
        same = event.timestamp() == self._key_time != 0
        self._key_time = event.timestamp()
        return same

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._unwatch()
        if now is not None:
            self._timer.start()

    def _say_focus(self) -> None:
        widget = self._application.focusWidget()
        if widget is None or isinstance(self._application.activePopupWidget(), QMenu):
            return  # an open menu speaks for itself
        if isinstance(widget, QMenuBar):
            self._opened(widget)
            return
        texts = []
        if widget.window() is not self._window:
            self._window = widget.window()
            texts.append(ended(descriptions.window(self._window)))
        texts.append(descriptions.control(widget))
        self._voice.say(sentences(*texts), interrupt=True)
        self._watch(widget)

    def _watch(self, widget: QWidget) -> None:
        """Say what changes in `widget` until the focus leaves it."""
        self._unwatch()
        self._watched = QObject(self)
        watch_changes(widget, self._watched, self._say_change)
        self._caret.watch(widget, self._watched, self._say_reading)

    def _unwatch(self) -> None:
        if self._watched is not None:
            self._watched.deleteLater()
            self._watched = None

    def _opened(self, menu: QMenu | QMenuBar) -> None:
        menu.hovered.connect(self._hovered, Qt.ConnectionType.UniqueConnection)
        if menu.activeAction() is not None:
            self._hovered(menu.activeAction())
        elif isinstance(menu, QMenu):
            self._say_change(without_mnemonic(menu.title()))

    def _hovered(self, action: QAction) -> None:
        self._say_change(descriptions.command(action))

    def _say_change(self, text: str) -> None:
        if self._active and text:
            self._voice.say(text, interrupt=True)

    def _say_reading(self, text: str) -> None:
        if not self._playing():
            self._say_change(text)
