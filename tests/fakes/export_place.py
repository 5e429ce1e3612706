"""The main window with exports that do what a test tells them to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.export.options import ExportOptions
from reader.settings import Settings
from reader.ui.export.export import State
from reader.ui.export.exports import Exports
from reader.ui.export.exports_window import ExportsWindow
from reader.ui.export.news import ExportNews
from reader.ui.export.order import Order
from tests.fakes.exporting import FakeWork
from tests.fakes.hands import Hands


class ExportPlace:
    """The window of `scene`, in which exports do what `work` is told."""

    def __init__(self, scene, folder: Path) -> None:
        self.scene, self.folder = scene, folder
        self.wait = scene.qtbot.waitUntil
        self.work = FakeWork()
        self.exports = Exports(scene.desk, scene.window, work=self.work)
        self.hands = Hands(scene)

    def order(self, name="one.m4b", **changes) -> Order:
        order = Order(
            title="The Lamp on the Quay",
            target=self.folder / name,
            options=ExportOptions(format="m4b"),
            settings=Settings(),
        )
        return replace(order, **changes)

    def show(self) -> ExportsWindow:
        self.scene.window.actions_by_name["exports"].trigger()
        shown = self.scene.window.findChild(ExportsWindow)
        self.wait(shown.isActiveWindow)
        return shown

    def show_and_leave(self) -> None:
        self.show().reject()
        self.scene.window.activateWindow()
        self.wait(self.scene.window.isActiveWindow)

    def tells(self, shown) -> list[str]:
        """What the window has told from now on."""
        told: list[str] = []
        shown.told.connect(told.append)
        return told

    def begin(self, *names: str):
        """Begin exports to files of these `names`; returns those."""
        made = [self.exports.add(self.order(name)) for name in names or ("one.m4b",)]
        self.wait(lambda: bool(self.work.runs))
        return made

    def wait_for(self, export, state: State) -> None:
        self.wait(lambda: export.state is state)

    def report(self, export, fraction: float, **changes) -> None:
        self.work.run.report(fraction, **changes)
        self.wait(lambda: export.fraction == fraction)

    def leave_off(self) -> None:
        """End what still runs; nothing else begins."""
        self.exports._end()
        for run in self.work.runs:
            run.control.cancel()
        self.hands.await_thread("export")

    @property
    def news(self) -> ExportNews:
        return self.scene.window.findChild(ExportNews)
