"""What changes in the control that has the focus, in words as it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QDoubleSpinBox,
    QSpinBox,
    QTabBar,
    QTreeView,
    QWidget,
)

from reader.ui.speech import descriptions

Say = Callable[[str], None]
Words = Callable[[Any], str]


def watch_changes(widget: QWidget, owner: QObject, say: Say) -> None:
    """Have `say` called with what changes in `widget`, until `owner` is deleted."""
    for signal, words in _changes(widget):
        Listener(owner, signal, partial(_say_words, say, words, widget))


def _say_words(say: Say, words: Words, widget: QWidget) -> None:
    say(words(widget))


class Listener(QObject):
    """Calls `call` once after one or more of `signal`, when the sender is done with them."""

    def __init__(self, owner: QObject, signal: Any, call: Callable[[], None]) -> None:  # noqa: ANN401
        super().__init__(owner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(call)
        signal.connect(self._hear)

    def _hear(self, *_: object) -> None:
        self._timer.start(0)


def _changes(widget: QWidget) -> Iterator[tuple[Any, Words]]:
    """The signals that tell of a change, each with the words for it."""
    if isinstance(widget, QAbstractButton):
        yield widget.toggled, descriptions.state
    elif isinstance(widget, QComboBox):
        yield widget.currentTextChanged, descriptions.value
    elif isinstance(widget, QSpinBox | QDoubleSpinBox):
        yield widget.textChanged, descriptions.value
    elif isinstance(widget, QAbstractSlider):
        yield widget.valueChanged, descriptions.value
    elif isinstance(widget, QTabBar):
        yield widget.currentChanged, descriptions.value
    elif isinstance(widget, QAbstractItemView):
        yield from _view_changes(widget)


def _view_changes(view: QAbstractItemView) -> Iterator[tuple[Any, Words]]:
    if view.model() is None:
        return
    yield view.selectionModel().currentChanged, descriptions.value
    yield view.model().dataChanged, descriptions.value
    if isinstance(view, QTreeView):
        yield view.expanded, descriptions.value
        yield view.collapsed, descriptions.value
