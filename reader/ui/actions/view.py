"""The View menu: how the text looks, what follows what, and what is read."""

from __future__ import annotations

from functools import partial

from reader.settings import Settings
from reader.ui.actions.part import Actions, Part

_SIZES = (8, 72)
_USUAL_SIZE = Settings().text_size


TOGGLES = (
    "caret_follows",
    "voice_follows",
    "mark_sentence",
    "mark_word",
    "images",
    "self_voicing",
    "characters",
)
"""The commands that switch the setting of the same name."""


class ViewActions(Part):
    """Choices that are seen."""

    def actions(self) -> Actions:
        """By the commands' names."""
        return {
            "larger": lambda: self._text_size(self.settings.text_size + 2),
            "smaller": lambda: self._text_size(self.settings.text_size - 2),
            "usual_size": lambda: self._text_size(_USUAL_SIZE),
            **{name: partial(self._toggle, name) for name in TOGGLES},
            "skipping": self.show_skipping,
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

    def _toggle(self, name: str) -> None:
        on = not getattr(self.settings, name)
        self.window.choices.choose(**{name: on})
        title = self.window.title_of(name)
        words = self.tr("{choice}: on") if on else self.tr("{choice}: off")
        self.say(words.format(choice=title))

    def _text_size(self, points: int) -> None:
        points = min(_SIZES[1], max(_SIZES[0], points))
        self.window.choices.choose(text_size=points)
        self.say(self.tr("Text size {points}").format(points=points))
