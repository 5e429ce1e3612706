"""Keys as texts: written down, told apart by where they work, said in words, read from events.

A key is written as Qt writes it everywhere ("Ctrl+Shift+G", portable text): one key with its
modifiers. Several are parted by "; ".
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.ui.commands.command import QT_TRANSLATE_NOOP, translated

SEPARATOR = "; "

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_Modifier = Qt.KeyboardModifier
_CHORDS = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_Hyper_L,
    Qt.Key.Key_Hyper_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_Mode_switch,
}

_TYPING_KEYS = {"Space", "Return", "Enter", "Backspace", "Del"}
"""Keys with names that write in a field, or press what has the focus."""

_TEXT_CHORDS = {"Ctrl+Up", "Ctrl+Down", "Ctrl+A", "Ctrl+C", "Alt+Up", "Alt+Down"}
"""Keys with modifiers that mean the text where it has the focus, and other things elsewhere.
Alt with an arrow does so on macOS only: see :func:`is_reading_key`."""

_PUNCTUATION: Mapping[str, str] = {
    "!": QT_TRANSLATE_NOOP("Commands", "Exclamation mark"),
    '"': QT_TRANSLATE_NOOP("Commands", "Quotation mark"),
    "#": QT_TRANSLATE_NOOP("Commands", "Number sign"),
    "&": QT_TRANSLATE_NOOP("Commands", "Ampersand"),
    "'": QT_TRANSLATE_NOOP("Commands", "Apostrophe"),
    "(": QT_TRANSLATE_NOOP("Commands", "Left parenthesis"),
    ")": QT_TRANSLATE_NOOP("Commands", "Right parenthesis"),
    "*": QT_TRANSLATE_NOOP("Commands", "Asterisk"),
    "+": QT_TRANSLATE_NOOP("Commands", "Plus"),
    ",": QT_TRANSLATE_NOOP("Commands", "Comma"),
    "-": QT_TRANSLATE_NOOP("Commands", "Minus"),
    ".": QT_TRANSLATE_NOOP("Commands", "Full stop"),
    "/": QT_TRANSLATE_NOOP("Commands", "Slash"),
    ":": QT_TRANSLATE_NOOP("Commands", "Colon"),
    ";": QT_TRANSLATE_NOOP("Commands", "Semicolon"),
    "<": QT_TRANSLATE_NOOP("Commands", "Less than"),
    "=": QT_TRANSLATE_NOOP("Commands", "Equals"),
    ">": QT_TRANSLATE_NOOP("Commands", "Greater than"),
    "?": QT_TRANSLATE_NOOP("Commands", "Question mark"),
    "[": QT_TRANSLATE_NOOP("Commands", "Left bracket"),
    "\\": QT_TRANSLATE_NOOP("Commands", "Backslash"),
    "]": QT_TRANSLATE_NOOP("Commands", "Right bracket"),
    "`": QT_TRANSLATE_NOOP("Commands", "Backtick"),
    "{": QT_TRANSLATE_NOOP("Commands", "Left brace"),
    "}": QT_TRANSLATE_NOOP("Commands", "Right brace"),
}
"""Words for signs that a screen reader passes over in silence."""

_NAMES: Mapping[str, str] = {
    "Return": QT_TRANSLATE_NOOP("Commands", "Enter"),
    "Enter": QT_TRANSLATE_NOOP("Commands", "Enter of the number pad"),
}
"""What people call keys that Qt calls otherwise in English; it has Chinese names for them."""


def normal(key: str) -> str:
    """`key` as Qt writes it; empty where it is not one key that Qt knows."""
    sequence = QKeySequence(key.strip(), _PORTABLE)
    return sequence.toString(_PORTABLE) if sequence.count() == 1 else ""


def listed(text: str) -> list[str]:
    """The keys of a text that holds several, as they are written there."""
    return [key.strip() for key in text.split(SEPARATOR) if key.strip()]


def in_words(key: str) -> str:
    """`key` as this platform writes it, signs as words, to show and to say."""
    native = QKeySequence(key, _PORTABLE).toString(_NATIVE)
    sign = _PUNCTUATION.get(native[-1:])
    if sign:
        return native[:-1] + translated(sign)
    modifiers, plus, name = native.rpartition("+")
    return modifiers + plus + translated(_NAMES[name]) if name in _NAMES else native


def is_reading_key(key: str, *, mac: bool) -> bool:
    """Whether `key` may work in the book's text only: letters, digits, signs, and a few more.

    Anywhere else a letter finds an item of a list, and Space presses a button.
    """
    if key in _TEXT_CHORDS and (mac or not key.startswith("Alt+")):
        return True
    bare = key.removeprefix("Shift+")
    return len(bare) == 1 or bare in _TYPING_KEYS


def is_modifier(event: QKeyEvent) -> bool:
    """Whether the key of `event` does nothing but change what other keys do."""
    return event.key() in _MODIFIERS


def keys_pressed(event: QKeyEvent) -> tuple[str, ...]:
    """What the keys of `event` may be called in the table, the best name first.

    A sign that needs Shift is known without it ("Ctrl++" is pressed as Ctrl+Shift+= on many
    keyboards), a digit of the upper row by its place: Shift+1 arrives as "!".
    """
    modifiers = event.modifiers() & (_CHORDS | _Modifier.ShiftModifier)
    key = Qt.Key(event.key())
    found = [_written(key, modifiers)]
    if modifiers & _Modifier.ShiftModifier and 0x20 < key < 0x110000 and not chr(key).isalnum():
        found.insert(0, _written(key, modifiers & ~_Modifier.ShiftModifier))
    digit = "" if modifiers & _CHORDS else digit_of(event)
    if digit:
        found.insert(0, _written(Qt.Key(ord(digit)), modifiers))
    return tuple(dict.fromkeys(name for name in found if name))


_WINDOWS_DIGITS = {0x30 + digit: str(digit) for digit in range(10)}
_MAC_DIGITS = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), "1234567890", strict=True))
_X11_DIGITS = dict(zip(range(10, 20), "1234567890", strict=True))


def digit_of(event: QKeyEvent) -> str:
    """The digit of the upper row that was pressed, with or without Shift; empty if none was.

    Told by the place of the key (X11's key codes, the virtual keys of Windows and macOS):
    what it types differs from country to country, and the French row types digits with Shift.
    """
    if sys.platform == "win32":
        return _WINDOWS_DIGITS.get(event.nativeVirtualKey(), "")
    if sys.platform == "darwin":
        return _MAC_DIGITS.get(event.nativeVirtualKey(), "")
    return _X11_DIGITS.get(event.nativeScanCode(), "")


def _written(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    return QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE)
