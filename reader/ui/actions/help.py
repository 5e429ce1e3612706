"""The Help menu: all keys, what a key does, other keys, what this program is."""

from __future__ import annotations

from reader.ui.actions.part import Actions, Part
from reader.ui.dialogs import show_about


class HelpActions(Part):
    """Answers about the program itself."""

    def actions(self) -> Actions:
        """By the commands' names."""
        return {
            "help": self.show_help,
            "describe_keys": self.describe_keys,
            "keys": self.change_keys,
            "about": self._about,
        }

    def show_help(self) -> None:
        """Show what can be done, and by which keys."""
        from reader.ui.help_page import HelpDialog

        HelpDialog(self.window.keymap, self.window).open()

    def describe_keys(self) -> None:
        """Have keys described instead of obeyed, until Escape."""
        self.window.describe_keys()

    def change_keys(self) -> None:
        """Give commands other keys."""
        from reader.ui.keys_dialog import KeysDialog

        dialog = KeysDialog(self.window.keymap, self.window)
        dialog.changed.connect(self.window.use_keys)
        dialog.open()

    def _about(self) -> None:
        show_about(self.window)
