"""The Mandarin engine: syllables, acoustic model, vocoder, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from reader import settings
from reader.background import CancelToken
from reader.errors import EngineFailed, TingshuError, VoiceMissing
from reader.language.phonemes import PINYIN
from reader.messages import message
from reader.narration.utterance import Span, Utterance
from reader.speech import packs
from reader.speech.capabilities import Capabilities
from reader.speech.catalogue import catalogue
from reader.speech.engine import AudioChunk, Samples, Voice, missed
from reader.speech.engines.mandarin import runtimes
from reader.speech.engines.mandarin.drawn import Drawn
from reader.speech.engines.mandarin.manner import planned
from reader.speech.engines.mandarin.networks import SAMPLE_RATE, Drawing, Floats, Networks
from reader.speech.engines.mandarin.phones import phone_line, speakable
from reader.speech.engines.mandarin.script import (
    PAUSE_BETWEEN_RUNS,
    Break,
    Spoken,
    left_out,
    runs,
    script,
)
from reader.speech.engines.mandarin.vocoder import pieces
from reader.speech.manner import STYLES
from reader.speech.signal import silence

PACK = "mandarin"

BASE_LOUDNESS = -22.3
"""The voice's own loudness, dBFS RMS, for whoever brings voices to one level."""


class MandarinEngine:
    """Speaks Mandarin from the voice pack in `folder` (None: the installed one).

    `runtime` is ``onnx``, ``paddle`` or ``auto``; None takes the listener's choice.
    `precision` is ``int8``, where nothing is lost that is heard, or ``float`` throughout.
    """

    name = "mandarin"
    version = "3"
    capabilities = Capabilities(
        rate=True,
        pitch=True,
        gain=True,
        emphasis=True,
        phonemes=(PINYIN,),
        styles=tuple(STYLES),
        word_times=True,
    )

    def __init__(
        self, folder: Path | None = None, runtime: str | None = None, precision: str = "int8"
    ) -> None:
        self._folder = folder
        self._runtime = runtime
        self._precision = precision
        self._networks: Networks | None = None

    def voices(self) -> Sequence[Voice]:
        """The pack's voices; none while it is not installed."""
        return catalogue()[PACK].voices if packs.is_pack(self._place()) else ()

    def synthesize(
        self,
        utterance: Utterance,
        voice: Voice,  # noqa: ARG002  there is one
        cancel: CancelToken,
    ) -> Iterator[AudioChunk]:
        """Speak what is Chinese in `utterance`; yields nothing if nothing is.

        The first chunk tells what was left out.
        """
        with _told():
            skipped = _skipped(utterance)
            for chunk in self._said(_parts(utterance), cancel):
                yield replace(chunk, skipped=skipped)
                skipped = ""

    def synthesize_many(
        self,
        utterances: Sequence[Utterance],
        voice: Voice,  # noqa: ARG002
        cancel: CancelToken,
    ) -> Iterator[list[AudioChunk]]:
        """Speak several utterances at once: what each becomes, in order.

        Not part of the contract, and nobody needs it: on one core it gains nothing in
        onnxruntime, in Paddle a fifth of the acoustic model's time for four sentences of one
        length and nothing for mixed ones.
        """
        with _told():
            parted = [_parts(utterance) for utterance in utterances]
            drawn = iter(self._drawn([part for parts in parted for part in parts], cancel))
            for parts in parted:
                chunks: list[AudioChunk] = []
                for index, each in enumerate(islice(drawn, len(parts))):
                    if index and parts[index][0].before == Break.CLAUSE:
                        chunks.append(_pause())
                    found = self._pieces(each, cancel)
                    chunks += each.chunks(found)
                yield chunks

    def warm_up(self, voice: Voice) -> None:
        """Load the models and the words' readings, and run every model once."""
        utterance = Utterance(items=(Span(text="热身", language="zh", start=0, end=2),))
        for _ in self.synthesize(utterance, voice, CancelToken()):
            pass

    def close(self) -> None:
        """Let the models go; they are loaded again when next needed."""
        if self._networks is not None:
            self._networks.close()
        self._networks = None

    def _place(self) -> Path:
        return self._folder or packs.folder(PACK)

    def _loaded(self) -> Networks:
        if self._networks is None:
            if not self.voices():
                raise VoiceMissing(
                    message("Mandarin voice"),
                    message("It is not installed."),
                    message("Run: tingshu voices install mandarin"),
                )
            wanted = self._runtime or settings.load().runtime
            self._networks = runtimes.open_networks(self._place(), wanted, self._precision)
        return self._networks

    def _said(self, parts: Sequence[Sequence[Spoken]], cancel: CancelToken) -> Iterator[AudioChunk]:
        for index, part in enumerate(parts):
            if index and part[0].before == Break.CLAUSE:
                yield _pause()
            (drawn,) = self._drawn([part], cancel)
            found = self._pieces(drawn, cancel)
            yield from drawn.chunks(found)

    def _pieces(self, drawn: Drawn, cancel: CancelToken) -> Iterator[tuple[int, Samples]]:
        def samples(mel: Floats) -> Samples:
            return self._loaded().samples([mel])[0]

        return pieces(samples, drawn.mel, *drawn.heard(), self._loaded().window, cancel)

    def _drawn(self, parts: Sequence[Sequence[Spoken]], cancel: CancelToken) -> list[Drawn]:
        """The acoustic model's part of the work, for several runs at once."""
        networks = self._loaded()
        lines = [phone_line(part) for part in parts]
        cancel.check()
        predictions = networks.predict([line.phones for line in lines])
        plans = [
            planned(prediction, line, part)
            for prediction, line, part in zip(predictions, lines, parts, strict=True)
        ]
        cancel.check()
        mels = networks.mels(
            [
                Drawing(prediction.hidden, plan.f0, plan.energy, plan.frames)
                for prediction, plan in zip(predictions, plans, strict=True)
            ]
        )
        return [Drawn(*each) for each in zip(parts, lines, plans, mels, strict=True)]


def _parts(utterance: Utterance) -> list[Sequence[Spoken]]:
    """What is Chinese in `utterance`, in parts that the model says at once."""
    from reader.language.pinyin import syllables

    return runs(script(utterance, speakable, syllables))


def _skipped(utterance: Utterance) -> str:
    from reader.language.pinyin import syllables

    return missed(left_out(utterance, speakable, syllables))


def _pause() -> AudioChunk:
    return AudioChunk(samples=silence(PAUSE_BETWEEN_RUNS, SAMPLE_RATE), rate=SAMPLE_RATE)


@contextmanager
def _told() -> Iterator[None]:
    """Whatever a runtime raises, the listener gets a sentence."""
    try:
        yield
    except TingshuError:
        raise
    except Exception as error:
        raise EngineFailed(
            message("Mandarin voice"),
            message("The sentence could not be spoken ({error}).", error=error),
            message("Run: tingshu voices test mandarin"),
        ) from error
