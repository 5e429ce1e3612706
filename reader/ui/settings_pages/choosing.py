"""Changes of settings, each of which holds at once and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from reader.settings import Settings
from reader.ui.settings_pages.setting import Value, as_choices, value_in

_MOST = 100


class Choosing(QObject):
    """The settings as they are now, and as they were before each change."""

    changed = Signal(object)
    """What was just chosen: a dict of names and values of :class:`~reader.settings.Settings`."""
    replaced = Signal(object)
    """The names of the settings that have other values now than their controls show."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings
        self._before: list[tuple[str, dict[str, Value]]] = []
        self._replacing = False

    @property
    def possible(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._before)

    def value(self, name: str) -> Value:
        """The present value of the setting called `name`."""
        return value_in(self.settings, name)

    def choose(self, name: str, value: Value, title: str) -> None:
        """Give the setting that is called `name`, and `title` by people, another value.

        Several changes of one setting in a row are taken back together.
        """
        before = self.value(name)
        if self._replacing or value == before:
            return
        last, values = self._before[-1] if self._before else ("", {})
        if last != title or values.keys() != {name}:
            self._remember(title, {name: before})
        elif values[name] == value:  # it is as it was
            self._before.pop()
        self._hold({name: value})

    def reset(self, names: Iterable[str], title: str) -> None:
        """Give the settings of these `names`, which `title` stands for, their usual values."""
        usual = Settings()
        values = {name: value_in(usual, name) for name in names}
        changed = {name: value for name, value in values.items() if value != self.value(name)}
        if changed:
            self._remember(title, {name: self.value(name) for name in changed})
            self._replace(changed)

    def usual(self, names: Iterable[str]) -> Mapping[str, object]:
        """The usual values of the settings of these `names`, to be chosen."""
        values = {name: value_in(Settings(), name) for name in names}
        return as_choices(self.settings, values)

    def take_back(self) -> str:
        """Have what was before the last change; returns its title, empty if there was none."""
        if not self._before:
            return ""
        title, values = self._before.pop()
        self._replace(values)
        return title

    def _remember(self, title: str, values: dict[str, Value]) -> None:
        self._before.append((title, values))
        del self._before[:-_MOST]

    def _replace(self, values: Mapping[str, Value]) -> None:
        self._hold(values)
        self._replacing = True
        self.replaced.emit(frozenset(values))
        self._replacing = False

    def _hold(self, values: Mapping[str, Value]) -> None:
        choices = as_choices(self.settings, values)
        self.settings = self.settings.changed(**choices)
        self.changed.emit(choices)
