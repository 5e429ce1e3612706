"""A page of settings as it is seen: each with its label, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QLabel, QVBoxLayout, QWidget

from reader.ui.groups import Group
from reader.ui.labels import label_for, telling_label
from reader.ui.settings_pages.choosing import Choosing
from reader.ui.settings_pages.controls import (
    ChoiceButtons,
    Control,
    FaceList,
    NumberField,
    control_of,
)
from reader.ui.settings_pages.finding import title_of
from reader.ui.settings_pages.sample import Sample
from reader.ui.settings_pages.setting import Page, Setting


class PageView(QWidget):
    """The controls of `page`, by the names of their settings; what they tell goes to `choosing`.

    `notes` are what is to be said of some settings beside their hints.
    """

    def __init__(
        self, page: Page, choosing: Choosing, notes: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.controls: dict[str, Control] = {}
        self._choosing, self._notes = choosing, notes
        self._has_sample = page.has_sample
        self.sample: Sample | None = None
        self._column = QVBoxLayout(self)
        for title, settings in groupby(page.settings, key=lambda each: each.group):
            column: QBoxLayout = self._column
            owner: QWidget = self
            if title:
                group = Group(title, self)
                column.addWidget(group)
                column, owner = group.column, group
            self._fill(column, list(settings), owner)
        if page.note:
            self._tell(page.note, self._column, self)
        self._column.addStretch(1)
        choosing.changed.connect(self._show_sample)

    def focus_first(self) -> None:
        """Put the focus on the first control."""
        self.focus_on(next(iter(self.controls)))

    def focus_on(self, name: str) -> None:
        """Put the focus on the control of the setting called `name`."""
        control = self.controls[name]
        if isinstance(control, ChoiceButtons):
            control.focus_chosen()
        else:
            control.setFocus()

    def show_values(self, names: frozenset[str]) -> None:
        """Show the present values of those of `names` that are on this page."""
        for name in names & self.controls.keys():
            self.controls[name].show_value(self._choosing.value(name))

    def finish(self) -> None:
        """Count numbers that were written but not yet left, too."""
        for control in self.controls.values():
            if isinstance(control, NumberField):
                control.interpretText()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Have a sample ready, which takes longer to make than all of the page."""
        super().showEvent(event)
        if self._has_sample and self.sample is None:
            self.sample = Sample(self._choosing.settings, self)
            self._column.insertWidget(self._column.count() - 1, self.sample)

    # Building

    def _fill(self, column: QBoxLayout, settings: list[Setting], owner: QWidget) -> None:
        form: QFormLayout | None = None
        for setting in settings:
            control = self._control(setting, owner)
            if isinstance(control, NumberField):
                if form is None:
                    form = QFormLayout()
                    column.addLayout(form)
                form.addRow(label_for(control, setting.label, owner), control)
            else:
                form = None
                if isinstance(control, FaceList):
                    column.addWidget(label_for(control, setting.label, owner))
                column.addWidget(control)
            self._say_more(setting, control, column, owner)

    def _control(self, setting: Setting, owner: QWidget) -> Control:
        control = control_of(setting, self._choosing.value(setting.name), owner)
        choose: Callable[[object], None] = self._chooser(setting)
        control.chosen.connect(choose)
        self.controls[setting.name] = control
        return control

    def _chooser(self, setting: Setting) -> Callable[[object], None]:
        name, title = setting.name, title_of(setting)

        def choose(value: object) -> None:
            if isinstance(value, bool | int | float | str):
                self._choosing.choose(name, value, title)

        return choose

    def _say_more(
        self, setting: Setting, control: Control, column: QBoxLayout, owner: QWidget
    ) -> None:
        """Show hint and notes below the control, and say them after its name."""
        for text in filter(None, (setting.hint, self._notes.get(setting.name, ""))):
            told = self._tell(text, column, owner)
            _describe(control, text)
        if isinstance(control, FaceList):
            told = self._tell(control.remedy, column, owner)
            told.setVisible(bool(control.remedy))

            def show(text: str) -> None:
                told.setText(text)
                told.setVisible(bool(text))
                control.setAccessibleDescription(text)

            control.told.connect(show)

    def _tell(self, text: str, column: QBoxLayout, owner: QWidget) -> QLabel:
        told = telling_label(owner)
        told.setText(text)
        column.addWidget(told)
        return told

    def _show_sample(self) -> None:
        if self.sample is not None:
            self.sample.show_settings(self._choosing.settings)


def _describe(control: Control, text: str) -> None:
    """Have screen readers say `text` with the control: of buttons, with the group of them."""
    before = control.accessibleDescription()
    control.setAccessibleDescription(f"{before} {text}" if before else text)
