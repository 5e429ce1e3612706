"""The Help menu: the book about the program, what a key does, other keys, is all well."""

from __future__ import annotations

from reader.ui.actions.part import Actions, Part
from reader.ui.dialogs import show_about
from reader.ui.help.help_book import HelpBook


class HelpActions(Part):
    """Answers about the program itself."""

    def actions(self) -> Actions:
        """By the commands' names; what closes a book knows what lies below the help."""
        self._help = HelpBook(self.window)
        return {
            "help": self.show_help,
            "describe_keys": self.describe_keys,
            "keys": self.change_keys,
            "first_steps": self.ask_first_questions,
            "check": self.check_installation,
            "about": self._about,
            "close_book": self.close_book,
        }

    def show_help(self) -> None:
        """Open the help, or bring back what was read before."""
        if self._help.is_open:
            self._help.close()
        else:
            self._help.open()

    def close_book(self) -> None:
        """Put the open book away; below the help lies another."""
        if self._help.is_open:
            self._help.close()
        else:
            self.desk.close_book()

    def describe_keys(self) -> None:
        """Have keys described instead of obeyed, until Escape."""
        self.window.describe_keys()

    def change_keys(self) -> None:
        """Give commands other keys."""
        from reader.ui.keys_dialog import KeysDialog

        dialog = KeysDialog(self.window.keymap, self.window)
        dialog.changed.connect(self.window.use_keys)
        dialog.open()

    def ask_first_questions(self) -> None:
        """Ask once more what the first start asked."""
        from reader.ui.first_steps import show_first_steps

        show_first_steps(self.window)

    def check_installation(self) -> None:
        """Look whether everything is there that the program needs."""
        from reader.ui.help.check_dialog import CheckDialog

        dialog = CheckDialog(self.window)
        dialog.told.connect(self.window.announcer.announce)
        dialog.voices_changed.connect(self.desk.renew_speaker)
        dialog.wanted.connect(lambda command: self.window.actions_by_name[command].trigger())
        dialog.open()
        dialog.begin()

    def _about(self) -> None:
        show_about(self.window)
