"""As much of the desk as the window's own voice uses: no window, no player."""

from __future__ import annotations

from reader.settings import Settings
from reader.speech.capabilities import Capabilities
from reader.speech.speaker import Speaker
from tests.fakes.engine import FakeEngine
from tests.fakes.output import FakeOutput


class Session:
    def __init__(self, state):
        self.state = state
        self.waiting = False

    @property
    def playing(self):
        return self.state == "playing"

    @property
    def stopped(self):
        return self.state == "stopped"


class Sound:
    def __init__(self):
        self.outputs = []
        self.buffers = []
        self.refusal = None

    def output(self, settings):
        self.buffers.append(settings.output_buffer)
        self.outputs.append(FakeOutput(refusal=self.refusal))
        return self.outputs[-1]


class QuietDesk:
    """A desk with a book in `state`, or none; `play` toggles."""

    def __init__(self, state=None):
        self.settings = Settings(rate=1.5)
        self.session = Session(state) if state else None
        self.engine = FakeEngine(capabilities=Capabilities(rate=True, pitch=True, emphasis=True))
        self.speaker = None
        self.sound = Sound()

    def new_speaker(self):
        return Speaker([self.engine])

    def play(self):
        self.session.state = "paused" if self.session.playing else "playing"
