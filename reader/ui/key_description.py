"""Key description mode: press any key and hear what it does, without doing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.commands import Keymap
from reader.ui.commands.key_names import in_words, is_modifier, keys_pressed

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class KeyDescription(QObject):
    """While on, keeps every key from every window of the program and has it described.

    `keymap` gives the keys as they are now, `say` what is heard. Escape, or the keys that
    began it, end it; so does going to another program, so that nobody comes back to keys
    that are dead.
    """

    changed = Signal(bool)
    """It began, or ended."""

    def __init__(
        self, window: QWidget, keymap: Callable[[], Keymap], say: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._keymap = keymap
        self._say = say
        self._active = False
        _application().applicationStateChanged.connect(self._state_changed)

    @property
    def active(self) -> bool:
        """Whether keys are described."""
        return self._active

    def toggle(self) -> bool:
        """Begin or end; says so, and returns whether keys are described now."""
        self._set_active(not self._active)
        if self._active:
            self._say(
                self.tr(
                    "Key description is on. Press any key to hear what it does; Escape ends it."
                )
            )
        else:
            self._say(self.tr("Key description is off."))
        return self._active

    def describe(self, keys: tuple[str, ...]) -> str:
        """What a key does that has one of the names `keys`, in a sentence or two."""
        keymap = self._keymap()
        for key in keys:
            command = keymap.owner([key])
            if command is not None:
                pattern = (
                    self.tr("{key}, in the text: {title}. {sentence}")
                    if keymap.in_text_only(key)
                    else self.tr("{key}: {title}. {sentence}")
                )
                return pattern.format(
                    key=in_words(key), title=command.title, sentence=command.sentence
                )
        reason = keymap.reason_against(keys[0])
        if reason:
            return self.tr("{key} {reason}.").format(key=in_words(keys[0]), reason=reason)
        return self.tr("{key} does nothing.").format(key=in_words(keys[0]))

    def eventFilter(self, _receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take every key; describe those that are pressed."""
        if event.type() not in _KEYS:
            return False
        event.accept()  # else a shortcut would be found for it all the same
        pressed = cast(QKeyEvent, event)
        if event.type() == QEvent.Type.KeyPress and not pressed.isAutoRepeat():
            self._pressed(pressed)
        return True

    def _pressed(self, event: QKeyEvent) -> None:
        keys = keys_pressed(event)
        if is_modifier(event) or not keys:
            return
        owner = self._keymap().owner(keys)
        if event.key() == Qt.Key.Key_Escape or (owner and owner.name == "describe_keys"):
            self.toggle()
        else:
            self._say(self.describe(keys))

    def _set_active(self, active: bool) -> None:
        if active == self._active:
            return
        self._active = active
        if active:
            _application().installEventFilter(self)
        else:
            _application().removeEventFilter(self)
        self.changed.emit(active)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._set_active(False)


def _application() -> QGuiApplication:
    return cast(QGuiApplication, QGuiApplication.instance())
