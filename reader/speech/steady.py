"""An engine whose voices are asked for once, for long jobs in which they stay the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.background import CancelToken
from reader.narration.utterance import Utterance
from reader.speech.engine import AudioChunk, Engine, Voice


class SteadyEngine:
    """Does what `engine` does, with the voices, version and capabilities that it had at first.

    An engine looks on the disk for its voices, which takes a millisecond: longer, for a short
    sentence, than a quick voice takes to say it.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._voices = tuple(engine.voices())
        self.name = engine.name
        self.version = engine.version
        self.capabilities = engine.capabilities

    def voices(self) -> Sequence[Voice]:
        """The voices that the engine had."""
        return self._voices

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        """As the engine does."""
        return self._engine.synthesize(utterance, voice, cancel)

    def warm_up(self, voice: Voice) -> None:
        """As the engine does."""
        self._engine.warm_up(voice)

    def close(self) -> None:
        """As the engine does."""
        self._engine.close()
