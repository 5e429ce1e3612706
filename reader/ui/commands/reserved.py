"""Keys that are never a command's, each with the reason: they belong to somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from reader.ui.commands.command import QT_TRANSLATE_NOOP, translated

_TEXT = QT_TRANSLATE_NOOP("Commands", "moves or selects in the text")
_CONTROLS = QT_TRANSLATE_NOOP("Commands", "moves between the parts of a window, or leaves it")
_SCREEN_READERS = QT_TRANSLATE_NOOP("Commands", "belongs to screen readers")
_INPUT_METHODS = QT_TRANSLATE_NOOP("Commands", "belongs to Chinese input methods")
_MENUS = QT_TRANSLATE_NOOP("Commands", "is kept for menus and labelled controls")
_SYSTEM = QT_TRANSLATE_NOOP("Commands", "belongs to the system")
_MEDIA = QT_TRANSLATE_NOOP("Commands", "is a media key, which keeps its meaning")

_ARROWS = ("Up", "Down", "Left", "Right")
_MOVES = (*_ARROWS, "Home", "End", "PgUp", "PgDown")


def _with(modifiers: Iterable[str], keys: Iterable[str], reason: str) -> dict[str, str]:
    keys = tuple(keys)
    return {modifier + key: reason for modifier in modifiers for key in keys}


_EVERYWHERE = {
    **_with(("", "Shift+"), _MOVES, _TEXT),
    **_with(("",), ("Tab", "Shift+Tab", "Shift+Backtab", "Esc", "Shift+Esc"), _CONTROLS),
    **_with(("Ctrl+", "Ctrl+Shift+"), ("Tab", "Backtab"), _CONTROLS),
    **_with(("", "Ctrl+", "Shift+"), ("Ins", "CapsLock", "NumLock", "ScrollLock"), _SCREEN_READERS),
    **_with(("",), ("Power Off", "Print", "SysReq", "Pause", "Sleep", "Wake Up"), _SYSTEM),
}

RESERVED: Mapping[str, str] = {
    **_EVERYWHERE,
    **_with(("Ctrl+", "Ctrl+Shift+"), ("Left", "Right", "Home", "End"), _TEXT),
    **_with(("Ctrl+Shift+",), ("Up", "Down"), _TEXT),
    **_with(("Ctrl+Alt+", "Ctrl+Alt+Shift+"), (*_MOVES, "Space"), _SCREEN_READERS),
    **_with(("Alt+Shift+",), ("Left", "Right", "Up", "Down"), _SCREEN_READERS),
    **_with(("Ctrl+", "Shift+", "Ctrl+Shift+"), ("Space",), _INPUT_METHODS),
    # Punctuation, clipboard, menu of schemes, and old or new characters, in fcitx, Rime and
    # Microsoft's Pinyin.
    **_with(("Ctrl+",), (".", ";", "`", "Shift+F"), _INPUT_METHODS),
    **_with(("Alt+",), ascii_uppercase, _MENUS),
    **_with(("",), ("F10", "Shift+F10", "Menu", "Alt+Space"), _MENUS),
    **_with(("Alt+", "Alt+Shift+"), ("F4", "Tab", "Backtab", "Esc"), _SYSTEM),
    **_with(("Ctrl+",), ("Esc", "Shift+Esc", "Alt+Del"), _SYSTEM),
}
"""What is taken on Linux and Windows. Ctrl alone, which silences screen readers, and their
own modifiers (Insert, Caps Lock) are no keys that a command could have."""

RESERVED_ON_MAC: Mapping[str, str] = {
    **_EVERYWHERE,
    # Ctrl is the Command key there, Alt is Option, Meta is Control.
    **_with(("Ctrl+", "Ctrl+Shift+"), ("Left", "Right", "Home", "End"), _TEXT),
    **_with(("Ctrl+", "Ctrl+Shift+", "Alt+Shift+"), ("Up", "Down"), _TEXT),
    **_with(("Alt+", "Alt+Shift+"), ("Left", "Right"), _TEXT),
    **_with(("Ctrl+",), ("Space", "Alt+Space", "H", "Alt+H", "M", "Alt+M", "`"), _SYSTEM),
    **_with(("Ctrl+",), ("F5", "Alt+F5", "Alt+Esc", "Shift+Q", "Alt+D"), _SYSTEM),
    **_with(("Ctrl+Shift+",), "3456", _SYSTEM),
    **_with(("Alt+", "Alt+Shift+"), ascii_uppercase, _TEXT),
    **_with(("",), (f"F{number}" for number in range(1, 13)), _SYSTEM),
}
"""What is taken on macOS."""


def reason_against(key: str, *, mac: bool) -> str:
    """Why `key` cannot be a command's, to follow its name in a sentence; empty if it can."""
    if key.startswith("Meta+") or "+Meta+" in key:
        return translated(_SCREEN_READERS if mac and "Alt+" in key else _SYSTEM)
    if any(word in key for word in ("Media", "Volume", "Microphone", "Brightness")):
        return translated(_MEDIA)
    reason = (RESERVED_ON_MAC if mac else RESERVED).get(key, "")
    return translated(reason) if reason else ""
