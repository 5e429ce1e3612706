"""The keys that differ on macOS, where the system owns many of the usual ones.

Ctrl is the Command key there and Alt is Option, which types signs and moves by word; the
function keys work the screen and the sound.
"""

from __future__ import annotations

from collections.abc import Mapping

MAC_KEYS: Mapping[str, tuple[str, ...]] = {
    "play": ("Ctrl+P", "Space"),
    "pause": ("Ctrl+Shift+P",),
    "stop": ("Ctrl+.",),
    "speak_selection": ("Ctrl+Alt+P",),
    "jump_forward": ("Ctrl+Alt+.", "J"),
    "jump_back": ("Ctrl+Alt+,", "Shift+J"),
    "next_sentence": ("Ctrl+Alt+Down",),
    "previous_sentence": ("Ctrl+Alt+Up",),
    "next_paragraph": ("Alt+Down",),
    "previous_paragraph": ("Alt+Up",),
    "back": ("Ctrl+Alt+Left", "Backspace"),
    "forward": ("Ctrl+Alt+Right",),
    "contents": ("Ctrl+T",),
    "elements": ("Ctrl+Alt+E",),
    "go_to_page": ("Ctrl+Alt+G",),
    "go_to_percent": ("Ctrl+Alt+Shift+G",),
    "find_next": ("Ctrl+G",),
    "find_previous": ("Ctrl+Shift+G",),
    "say_word": ("Ctrl+Alt+W",),
    "next_bookmark": ("Ctrl+Alt+B", "B"),
    "previous_bookmark": ("Ctrl+Alt+Shift+B", "Shift+B"),
    "text": ("Ctrl+Alt+T",),
    "next_pane": ("Ctrl+Alt+]",),
    "previous_pane": ("Ctrl+Alt+[",),
    "self_voicing": ("Ctrl+Alt+V",),
    "help": ("Ctrl+?",),
    "describe_keys": ("Ctrl+Alt+K",),
    "keys": ("Ctrl+Shift+K",),
}
"""By command; which of them work in the text only is told by the key."""
