"""The export dialog, with what it has told and ordered."""

from __future__ import annotations

from pathlib import Path

from reader.ui.export_dialog import ExportDialog


def choose_way(dialog: ExportDialog, way: str) -> None:
    """Choose the chapters in this way."""
    which = dialog.chapters.which
    which.setCurrentIndex(which.findData(way))


class Choosing:
    """The dialog over `scene`, with what it has told and ordered."""

    def __init__(self, scene) -> None:
        self.scene = scene
        self.told: list[str] = []
        self.orders: list = []
        self.choices: dict[str, object] = {}
        self.busy: list[Path] = []
        self.dialog = ExportDialog(scene.desk, scene.window, is_busy=self.busy.__contains__)
        self.dialog.told.connect(self.told.append)
        self.dialog.ordered.connect(self.orders.append)
        self.dialog.choices_made.connect(self.choices.update)
        self.dialog.open()
        self.dialog.activateWindow()
        scene.qtbot.waitUntil(lambda: "chapter" in self.dialog.extent.text())

    def choose_format(self, kind: str) -> None:
        self.dialog.format.setCurrentIndex(self.dialog.format.findData(kind))

    def choose_way(self, way: str) -> None:
        choose_way(self.dialog, way)

    def order(self):
        """What is ordered by the button."""
        self.dialog.start()
        return self.orders[-1]

    @property
    def chapters(self):
        return self.dialog.chapters
