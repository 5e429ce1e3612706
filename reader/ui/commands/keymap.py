"""Which keys each command has: the usual ones, but for those that the reader chose."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from reader.ui.commands.command import Command
from reader.ui.commands.key_names import SEPARATOR, in_words, is_reading_key, listed, normal
from reader.ui.commands.mac import MAC_KEYS
from reader.ui.commands.reserved import reason_against
from reader.ui.commands.table import COMMANDS, COMMANDS_BY_NAME

translate = QCoreApplication.translate


@dataclass(frozen=True, kw_only=True)
class Clash:
    """Two commands were to have `key`: `winner` has it."""

    key: str
    winner: Command
    loser: Command

    def __str__(self) -> str:
        sentence = translate(
            "Keymap", "{key} is the key of “{winner}” now; “{loser}” does without it."
        )
        return sentence.format(
            key=in_words(self.key), winner=self.winner.title, loser=self.loser.title
        )


class Keymap:
    """The keys of all commands; immutable.

    `overrides` maps a command's name to the keys that the reader gave it instead of the usual
    ones: "Ctrl+X; Alt+Y" in Qt's portable text, empty for none. It comes from a file that
    people edit and newer versions write: a key that the reader gave is taken from the command
    that usually has it; of two commands given the same one the first in the table keeps it;
    what is no key, no command or never a command's is passed over. `problems` tells all of
    this in sentences.
    """

    def __init__(
        self, overrides: Mapping[str, str] | None = None, *, mac: bool | None = None
    ) -> None:
        self.overrides = dict(overrides or {})
        self._mac = sys.platform == "darwin" if mac is None else mac

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keymap) and other.overrides == self.overrides

    def __hash__(self) -> int:
        return hash(frozenset(self.overrides.items()))

    # What is

    def keys(self, name: str) -> tuple[str, ...]:
        """All keys of the command called `name`, those for the whole window first."""
        return self.window_keys(name) + self.reading_keys(name)

    def window_keys(self, name: str) -> tuple[str, ...]:
        """The keys that work in the whole window."""
        return tuple(key for key in self._resolved.keys[name] if not self.in_text_only(key))

    def reading_keys(self, name: str) -> tuple[str, ...]:
        """The keys that work in the book's text only."""
        return tuple(key for key in self._resolved.keys[name] if self.in_text_only(key))

    def in_text_only(self, key: str) -> bool:
        """Whether `key` would work in the book's text only."""
        return is_reading_key(key, mac=self._mac)

    def is_usual(self, name: str) -> bool:
        """Whether the reader left this command its usual keys."""
        return name not in self.overrides

    def usual_keys(self, name: str) -> tuple[str, ...]:
        """The keys that the command has unless the reader gave it others."""
        if self._mac and name in MAC_KEYS:
            return MAC_KEYS[name]
        command = COMMANDS_BY_NAME[name]
        return command.keys + command.reading_keys

    def owner(self, keys: Iterable[str]) -> Command | None:
        """The command that the first of `keys` that has any belongs to."""
        for key in keys:
            name = self._resolved.owners.get(key)
            if name is not None:
                return COMMANDS_BY_NAME[name]
        return None

    def reason_against(self, key: str) -> str:
        """Why `key` can be no command's, to follow its name in a sentence; empty if it can."""
        return reason_against(key, mac=self._mac)

    def conflict(self, key: str) -> Command | str | None:
        """What stands against giving `key` away: its command, a reason, or nothing."""
        key = normal(key)
        if not key:
            return translate("Keymap", "is not a key")
        return self.reason_against(key) or self.owner([key])

    def clashes(self) -> list[Clash]:
        """The keys that two commands were to have, and who has them now."""
        return list(self._resolved.clashes)

    @property
    def problems(self) -> tuple[str, ...]:
        """What of the reader's choices could not be done, in sentences."""
        return (*self._resolved.faults, *(str(clash) for clash in self._resolved.clashes))

    # What the reader may do

    def with_keys(self, name: str, keys: str) -> Keymap:
        """A keymap in which the command has `keys` ("Ctrl+X; Alt+Y") and no others."""
        given = {normal(key) or key for key in listed(keys)}
        overrides = {**self.overrides, name: keys}
        if given == {normal(key) for key in self.usual_keys(name)}:
            del overrides[name]
        return Keymap(overrides, mac=self._mac)

    def giving(self, name: str, key: str) -> Keymap:
        """A keymap in which the command has `key` in place of the keys that work where it does.

        A key of another command is taken away there.
        """
        key = normal(key)
        keymap = self
        owner = self.owner([key])
        if owner is not None and owner.name != name:
            left = [each for each in self.keys(owner.name) if each != key]
            keymap = keymap.with_keys(owner.name, SEPARATOR.join(left))
        stays = self.window_keys(name) if self.in_text_only(key) else self.reading_keys(name)
        return keymap.with_keys(name, SEPARATOR.join((*stays, key)))

    def with_usual_keys(self, name: str) -> Keymap:
        """A keymap in which the command has its usual keys again.

        A key that another command was given meanwhile comes back; one that had no other key
        then has its usual ones again, too.
        """
        usual = {normal(key) for key in self.usual_keys(name)}
        overrides = {}
        for other, keys in self.overrides.items():
            left = [key for key in listed(keys) if normal(key) not in usual]
            if other != name and (left or not keys):
                overrides[other] = SEPARATOR.join(left)
        return Keymap(overrides, mac=self._mac)

    def with_all_usual(self) -> Keymap:
        """A keymap in which every command has its usual keys."""
        return Keymap(mac=self._mac)

    @cached_property
    def _resolved(self) -> _Resolved:
        return _Resolved(self)


class _Resolved:
    """Gives every key to one command: first what the reader chose, then what is usual."""

    def __init__(self, keymap: Keymap) -> None:
        self.keys: dict[str, list[str]] = {command.name: [] for command in COMMANDS}
        self.owners = {key: command.name for command in COMMANDS for key in command.media_keys}
        self.clashes: list[Clash] = []
        self.faults: list[str] = []
        self._keymap = keymap
        for name in keymap.overrides.keys() - COMMANDS_BY_NAME.keys():
            self.faults.append(
                translate("Keymap", "There is no command called “{name}”.").format(name=name)
            )
        self.faults.sort()
        chosen = [command for command in COMMANDS if command.name in keymap.overrides]
        usual = [command for command in COMMANDS if command.name not in keymap.overrides]
        for command in chosen:
            self._give_chosen(command, listed(keymap.overrides[command.name]))
        for command in usual:
            for key in keymap.usual_keys(command.name):
                self._give(command, normal(key))

    def _give_chosen(self, command: Command, keys: Iterable[str]) -> None:
        for written in keys:
            key = normal(written)
            if not key:
                fault = translate("Keymap", "“{key}”, given to “{command}”, is not a key.")
                self.faults.append(fault.format(key=written, command=command.title))
                continue
            reason = self._keymap.reason_against(key)
            if reason:
                fault = translate("Keymap", "{key} cannot be the key of “{command}”: it {reason}.")
                self.faults.append(
                    fault.format(key=in_words(key), command=command.title, reason=reason)
                )
                continue
            self._give(command, key)

    def _give(self, command: Command, key: str) -> None:
        owner = self.owners.setdefault(key, command.name)
        if owner != command.name:
            winner = COMMANDS_BY_NAME[owner]
            self.clashes.append(Clash(key=key, winner=winner, loser=command))
        elif key not in self.keys[command.name]:
            self.keys[command.name].append(key)
