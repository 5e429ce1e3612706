"""What few want to choose of an export: announcements, loudness, captions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.export.captions import can_have_captions
from reader.export.options import CAPTIONS, LOUDNESS, CaptionFormat, Format
from reader.settings import Settings
from reader.ui.flow import Flow
from reader.ui.groups import Group
from reader.ui.labels import label_for


class MoreChoices(QWidget):
    """A button that shows them, once something unusual was chosen from the beginning.

    They are as they were chosen the last time, as `settings` have it.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QPushButton(self.tr("&More choices"), self, autoDefault=False)
        self.button.setCheckable(True)
        self.button.setAccessibleDescription(self.tr("Announcements, loudness and captions"))
        self.button.toggled.connect(self._show)
        self.choosing = QWidget(self)
        self.announce = QCheckBox(self.tr("Announce &title, voice and end"), self.choosing)
        self.announce.setChecked(settings.export_announce)
        self.loudness = QComboBox(self.choosing)
        self.loudness.setAccessibleName(self.tr("Loudness"))
        self._offer_loudness(settings.export_loudness, level=settings.export_level)
        self.captions = Group(self.tr("Captions beside the sound"), self.choosing)
        self.kinds: Mapping[CaptionFormat, QCheckBox] = {
            "vtt": QCheckBox(self.tr("&WebVTT, for web players"), self.captions),
            "srt": QCheckBox(self.tr("S&RT, for video players"), self.captions),
            "lrc": QCheckBox(self.tr("LRC, for music pla&yers"), self.captions),
        }
        chosen = settings.export_captions.split(",")
        boxes = Flow()
        boxes.setSpacing(12)
        for kind, box in self.kinds.items():
            box.setChecked(kind in chosen)
            boxes.addWidget(box)
        self.captions.column.addLayout(boxes)
        form = QFormLayout()
        form.addRow(label_for(self.loudness, self.tr("Lou&dness")), self.loudness)
        choosing = QVBoxLayout(self.choosing)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.addWidget(self.announce)
        choosing.addLayout(form)
        choosing.addWidget(self.captions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.choosing)
        self._show(False)
        self.button.setChecked(self.unusual)

    @property
    def chosen_loudness(self) -> float | None:
        """The target in LUFS; None to leave the sound as it is."""
        target: float | None = self.loudness.currentData()
        return target

    @property
    def chosen_captions(self) -> tuple[CaptionFormat, ...]:
        """The formats that are ticked and of use."""
        if not self.captions.isEnabled():
            return ()
        return tuple(kind for kind in CAPTIONS if self.kinds[kind].isChecked())

    @property
    def unusual(self) -> bool:
        """Whether something is chosen that is not so by itself."""
        ticked = any(box.isChecked() for box in (self.announce, *self.kinds.values()))
        return ticked or self.chosen_loudness != LOUDNESS

    @property
    def choices(self) -> Mapping[str, object]:
        """What is to be remembered, by the names of the settings."""
        ticked = (kind for kind in CAPTIONS if self.kinds[kind].isChecked())
        kept: dict[str, object] = {
            "export_announce": self.announce.isChecked(),
            "export_captions": ",".join(ticked),
            "export_level": self.chosen_loudness is not None,
        }
        if self.chosen_loudness is not None:
            kept["export_loudness"] = self.chosen_loudness
        return kept

    def show_for(self, kind: Format) -> None:
        """Offer what there is for this format."""
        self.captions.setEnabled(can_have_captions(kind))

    def _show(self, shown: bool) -> None:
        self.choosing.setVisible(shown)

    def _offer_loudness(self, present: float, *, level: bool) -> None:
        known = [
            (self.tr("As audiobooks usually are (−18 LUFS)"), -18.0),
            (self.tr("Louder, as podcasts are (−16 LUFS)"), -16.0),
            (self.tr("Quieter, as in broadcasting (−23 LUFS)"), -23.0),
        ]
        if present not in [target for _, target in known]:
            known.append((self.tr("{target} LUFS").format(target=f"{present:g}"), present))
        for text, target in known:
            self.loudness.addItem(text, target)
        self.loudness.addItem(self.tr("As it is spoken, not changed"), None)
        last = self.loudness.count() - 1
        self.loudness.setCurrentIndex(self.loudness.findData(present) if level else last)
