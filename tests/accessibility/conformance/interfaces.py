"""What a screen reader or another program finds through Qt's accessibility interface."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def interface(widget: QWidget) -> QAccessibleInterface:
    """What the accessibility interface tells of `widget`."""
    return QAccessible.queryAccessibleInterface(widget)


def elements(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """`root` and everything below it."""
    yield root
    for index in range(root.childCount()):
        child = root.child(index)
        if child is not None:
            yield from elements(child)


def name(widget: QWidget) -> str:
    """What `widget` is called."""
    return interface(widget).text(QAccessible.Text.Name)


def do(widget: QWidget, action: str) -> None:
    """Have `widget` do one of the actions that it offers to other programs."""
    actions = interface(widget).actionInterface()
    assert action in actions.actionNames()
    actions.doAction(action)
