"""The Mandarin engine: syllables, acoustic model, vocoder, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from reader.background import CancelToken
from reader.errors import EngineFailed, TingshuError, VoiceMissing
from reader.narration.utterance import Utterance
from reader.speech import packs
from reader.speech.engine import AudioChunk, Capabilities, TimedWord, Voice
from reader.speech.engines.mandarin.acoustic import AcousticModel, Floats
from reader.speech.engines.mandarin.manner import Plan, planned
from reader.speech.engines.mandarin.phones import PhoneLine, phone_line, speakable
from reader.speech.engines.mandarin.script import (
    PAUSE_BETWEEN_RUNS,
    Break,
    Spoken,
    runs,
    script,
)
from reader.speech.engines.mandarin.vocoder import HOP, SAMPLE_RATE, Vocoder
from reader.speech.signal import silence

PACK = "mandarin"

BASE_LOUDNESS = -22.3
"""The voice's own loudness, dBFS RMS, for whoever brings voices to one level."""

_SECONDS_A_FRAME = HOP / SAMPLE_RATE

_SILENT = -1.0
"""The mean of a frame of the normalised spectrogram below which the last syllable has died
away (about -50 dBFS): the closing ``sil``, at times even ``eos``, carries on its sound.
"""

_FADE = 120
"""Samples over which the very end fades: 5 ms, so that the cut does not click."""


class MandarinEngine:
    """Speaks Mandarin from the voice pack in `folder` (None: the installed one)."""

    name = "mandarin"
    version = "1"
    capabilities = Capabilities(rate=True, pitch=True, gain=True, word_times=True)

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._models: tuple[AcousticModel, Vocoder] | None = None

    def voices(self) -> Sequence[Voice]:
        """The pack's voices; none while it is not installed."""
        return packs.catalogue()[PACK].voices if packs.is_pack(self._place()) else ()

    def synthesize(
        self,
        utterance: Utterance,
        voice: Voice,  # noqa: ARG002  there is one
        cancel: CancelToken,
    ) -> Iterator[AudioChunk]:
        """Speak what is Chinese in `utterance`; yields nothing if nothing is.

        A word's times lie in the chunk in which it begins; it may end in the next.
        """
        from reader.language.pinyin import syllables

        try:
            spoken = script(utterance, speakable, syllables)
            for part in runs(spoken):
                if part[0] is not spoken[0] and part[0].before == Break.CLAUSE:
                    pause = silence(PAUSE_BETWEEN_RUNS, SAMPLE_RATE)
                    yield AudioChunk(samples=pause, rate=SAMPLE_RATE)
                yield from self._said(part, cancel)
        except TingshuError:
            raise
        except Exception as error:  # whatever the runtime raises, the listener gets a sentence
            raise EngineFailed(
                "Mandarin voice",
                f"The sentence could not be spoken ({error}).",
                "Run: tingshu voices test mandarin",
            ) from error

    def warm_up(self, voice: Voice) -> None:  # noqa: ARG002
        """Load the models and the words' readings, and run both models once."""
        from reader.language.pinyin import syllables

        syllables("热身")
        acoustic, vocoder = self._loaded()
        phones = np.array([1, 10, 31, 1, 218], np.int64)
        plan = acoustic.predict(phones)
        frames = np.full(len(phones), 5)
        vocoder.samples(acoustic.mel(plan.hidden, plan.f0, plan.energy, frames))

    def close(self) -> None:
        """Let the models go; they are loaded again when next needed."""
        self._models = None

    def _place(self) -> Path:
        return self._folder or packs.folder(PACK)

    def _loaded(self) -> tuple[AcousticModel, Vocoder]:
        if self._models is None:
            if not self.voices():
                raise VoiceMissing(
                    "Mandarin voice", "It is not installed.", "Run: tingshu voices install mandarin"
                )
            self._models = AcousticModel(self._place()), Vocoder(self._place())
        return self._models

    def _said(self, spoken: Sequence[Spoken], cancel: CancelToken) -> Iterator[AudioChunk]:
        """One run of the models, in chunks without the silence at either end."""
        acoustic, vocoder = self._loaded()
        line = phone_line(spoken)
        cancel.check()
        prediction = acoustic.predict(line.phones)
        plan = planned(prediction, line, spoken)
        cancel.check()
        mel = acoustic.mel(prediction.hidden, plan.f0, plan.energy, plan.frames)
        begin, finish = _heard(plan, mel)
        words = _words(spoken, line, plan)
        amplification = np.repeat(plan.amplification, plan.frames)
        for frame, samples in vocoder.pieces(mel, begin, finish, cancel):
            end = frame + len(samples) // HOP
            gained = samples * np.repeat(amplification[frame:end], HOP)
            if end == finish:
                gained[-_FADE:] *= np.linspace(1, 0, _FADE, dtype=np.float32)
            inside = (word for word in words if frame <= word[0] < end)
            yield AudioChunk(
                samples=np.clip(gained, -1, 1),
                rate=SAMPLE_RATE,
                words=tuple(_timed(word, frame) for word in inside),
            )


def _heard(plan: Plan, mel: Floats) -> tuple[int, int]:
    """The frames between the silence before and the silence after.

    One frame of the first ``sil`` stays, for the onset; of the closing marks, what sounds.
    """
    begin = max(0, int(plan.frames[0]) - 1)
    tail = len(mel) - int(plan.frames[-2:].sum())
    quiet = np.flatnonzero(mel[tail:].mean(axis=1) < _SILENT)
    return begin, tail + int(quiet[0]) + 1 if len(quiet) else len(mel)


def _words(
    spoken: Sequence[Spoken], line: PhoneLine, plan: Plan
) -> list[tuple[int, int, int, int]]:
    """Begin and finish in frames, start and end in the chapter, of every word."""
    edges = np.concatenate([[0], np.cumsum(plan.frames)])
    starts = [index for index, each in enumerate(spoken) if index == 0 or each.before]
    words = []
    for first, following in zip(starts, [*starts[1:], len(spoken)], strict=True):
        after = line.first[following] - 1 if following < len(spoken) else len(line.phones) - 2
        if following < len(spoken) and spoken[following].before == Break.WORD:
            after += 1  # the mark between words still sounds; a pause does not
        begin, finish = int(edges[line.first[first]]), int(edges[after])
        words.append((begin, finish, spoken[first].start, spoken[following - 1].end))
    return words


def _timed(word: tuple[int, int, int, int], frame: int) -> TimedWord:
    begin, finish, start, end = word
    return TimedWord(
        begin=(begin - frame) * _SECONDS_A_FRAME,
        finish=(finish - frame) * _SECONDS_A_FRAME,
        start=start,
        end=end,
    )
