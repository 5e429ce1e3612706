"""A window over a small play: three who speak, and voices enough for two of them."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QDialog

from reader.dialogue.model import Dialogue, Evidence, Quotation
from reader.direction import Direction
from reader.speech.capabilities import Capabilities
from tests.cast.making import book_of, dialogue_of
from tests.fakes.desk import FakeSound
from tests.fakes.engine import FakeEngine
from tests.fakes.hands import Hands

PLAY = book_of(
    "“Come in,” said Anna. It was late.\n“Who is there?” asked Bert.\n“It is me,” said Anna.\n"
    "“You are wet,” said Bert.\nThe lamp burned. “Sit down here,” he said.\n“Thank you.”",
    "The next day came.\n“A letter came for you,” said Clara.\n“Give it to me,” said Anna.",
)
"""Its lines are said by Anna, Bert, Anna, Bert, Bert, Anna; Clara, Anna."""


def found(**changes) -> Dialogue:
    """Who says what; `changes` are made to the fifth line, “Sit down here,”."""
    speakers = ("Anna", "Bert", "Anna", "Bert", "Bert", "Anna", "Clara", "Anna")
    dialogue = dialogue_of(PLAY, *speakers)
    genders = {"Anna": "female", "Bert": "male", "Clara": "female"}
    quotations = list(dialogue.quotations)
    doubt = {"confidence": 0.55, "evidence": Evidence.ALTERNATION}
    quotations[4] = replace(quotations[4], **{**doubt, **changes})
    return Dialogue(
        characters=tuple(replace(each, gender=genders[each.name]) for each in dialogue.characters),
        quotations=tuple(quotations),
    )


def voices() -> FakeSound:
    """The sound of a narrator, a woman and a man."""
    sound = FakeSound()
    sound.engines = [
        _engine("narrator", "female", quality=3),
        _engine("heart", "female"),
        _engine("bass", "male"),
    ]
    return sound


def line(words: str, dialogue: Dialogue) -> Quotation:
    """The quotation with these words."""
    return next(
        each
        for each in dialogue.quotations
        if words in PLAY.chapters[each.chapter].text[each.start : each.end]
    )


class Finder:
    """Stands for the search: waits until it `may_end`, then gives `dialogue` or raises `error`."""

    def __init__(self, monkeypatch) -> None:
        self.dialogue = found()
        self.error: Exception | None = None
        self.may_end = threading.Event()
        self.may_end.set()
        self.asked = 0
        monkeypatch.setattr(
            Direction, "find_dialogue", lambda _self, progress, cancel: self.find(progress, cancel)
        )

    def find(self, progress, cancel):
        self.asked += 1
        progress(0.4)
        while not self.may_end.wait(0.005):
            cancel.check()
        if self.error is not None:
            raise self.error
        return self.dialogue


class Theatre:
    """The window of `scene` with the play open, and a reader's hands at it."""

    def __init__(self, scene, finder: Finder) -> None:
        self.scene, self.finder = scene, finder
        self.window, self.desk = scene.window, scene.desk
        self.hands = Hands(scene)

    @property
    def cast(self):
        return self.scene.session.direction.cast

    def wait_for_cast(self) -> None:
        """Wait until who speaks is found, and has voices."""
        self.scene.qtbot.waitUntil(lambda: self.cast is not None and bool(self.cast.roles))

    def dialog(self, *keys: str) -> QDialog:
        """Press `keys`, which open a dialog; returns it when it has the focus."""
        before = QApplication.activeModalWidget()
        self.hands.press(*keys)
        wait = self.scene.qtbot.waitUntil
        wait(lambda: QApplication.activeModalWidget() not in (None, before))
        dialog = QApplication.activeModalWidget()
        dialog.activateWindow()
        wait(lambda: QApplication.activeWindow() is dialog)
        wait(lambda: QApplication.focusWidget() is not None)
        return dialog

    def wait_for_text(self) -> None:
        """Wait until every dialog is gone and the text has the focus."""
        wait = self.scene.qtbot.waitUntil
        wait(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        wait(lambda: QApplication.focusWidget() is self.window.view)
        self.hands.put_away()


def _engine(name: str, gender: str, *, quality: int = 2) -> FakeEngine:
    engine = FakeEngine(
        name,
        ("en",),
        quality=quality,
        capabilities=Capabilities(rate=True, pitch=True, emphasis=True, word_times=True),
    )
    engine._voice = replace(engine._voice, gender=gender)
    return engine
