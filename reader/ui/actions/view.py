"""The View menu: how the window looks, what follows what, and what is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QActionGroup

from reader.settings import CHOICES, Settings
from reader.ui.actions.part import Actions, Part
from reader.ui.reading.looks import PageLooks

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

ZOOMS = (50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500)
"""Percents that the zoom goes through step by step, as in browsers."""

_USUAL_ZOOM = Settings().zoom
_PAGE_SETTINGS = frozenset(each.name for each in fields(PageLooks))

TOGGLES = (
    "caret_follows",
    "voice_follows",
    "mark_sentence",
    "mark_word",
    "images",
    "self_voicing",
    "characters",
    "ruler",
    "pinyin",
)
"""The commands that switch the setting of the same name."""


class ViewActions(Part):
    """Choices that are seen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.view.set_looks(PageLooks.of(self.settings))
        window.view.zoom_wanted.connect(self._zoom_by)
        window.choices.changed.connect(self._choices_changed)
        self.desk.opened.connect(self._follow_pronunciations)
        QTimer.singleShot(0, self, self._group_themes)  # when there are actions

    def actions(self) -> Actions:
        """By the commands' names."""
        return {
            "larger": partial(self._zoom_by, 1),
            "smaller": partial(self._zoom_by, -1),
            "usual_size": partial(self._zoom, _USUAL_ZOOM),
            **{f"theme_{theme}": partial(self._use_theme, theme) for theme in CHOICES["theme"]},
            **{name: partial(self._toggle, name) for name in TOGGLES},
            "skipping": self.show_skipping,
            "profile": self.show_profile,
        }

    def show_skipping(self) -> None:
        """Choose what of this book is left unread."""
        from reader.ui.skipping_dialog import SkippingDialog

        if self.session is not None:
            dialog = SkippingDialog(
                self.window.choices.skip_level, self.settings.images, self.window
            )
            dialog.chosen.connect(self.window.choices.choose_skipping)
            self.show(dialog)

    def show_profile(self) -> None:
        """Choose which settings this book keeps for itself."""
        from reader.ui.profile_dialog import ProfileDialog

        if self.session is not None and self.desk.library is None:
            self.say(self.tr("Settings of this book alone cannot be kept"))
        elif self.session is not None:
            choices = self.window.choices
            dialog = ProfileDialog(self.session.book.title, choices.own_groups, self.window)
            dialog.chosen.connect(choices.choose_own_groups)
            self.show(dialog)

    def _toggle(self, name: str) -> None:
        on = not getattr(self.settings, name)
        self.window.choices.choose(**{name: on})
        title = self.window.title_of(name)
        words = self.tr("{choice}: on") if on else self.tr("{choice}: off")
        self.say(words.format(choice=title))

    def _zoom_by(self, steps: int) -> None:
        """Go so many steps up, or down, from a zoom that may lie between two of them."""
        zoom = self.settings.zoom
        if steps > 0:
            place = bisect_right(ZOOMS, zoom) + steps - 1
        else:
            place = bisect_left(ZOOMS, zoom) + steps
        self._zoom(ZOOMS[max(0, min(place, len(ZOOMS) - 1))])

    def _zoom(self, percent: int) -> None:
        self.window.choices.choose(zoom=percent)
        self.say(self.tr("Zoom {percent} %").format(percent=percent))

    def _use_theme(self, theme: str) -> None:
        self.window.choices.choose(theme=theme)
        self._check_theme()
        title = self.window.title_of(f"theme_{theme}").lstrip("0123456789 ")
        self.say(self.tr("Theme: {theme}").format(theme=title))

    def _group_themes(self) -> None:
        """Have menus and screen readers show the themes as those of which one is chosen."""
        group = QActionGroup(self)
        for theme in CHOICES["theme"]:
            group.addAction(self.window.actions_by_name[f"theme_{theme}"])
        self._check_theme()

    def _check_theme(self) -> None:
        self.window.actions_by_name[f"theme_{self.settings.theme}"].setChecked(True)

    def _choices_changed(self, names: frozenset[str]) -> None:
        if names & _PAGE_SETTINGS:
            self.window.view.set_looks(PageLooks.of(self.settings))
        if "theme" in names:
            self._check_theme()

    def _follow_pronunciations(self) -> None:
        if self.session is not None:
            self.window.view.set_pronunciations(self.session.direction.lexicon.cues_of)
