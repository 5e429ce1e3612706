"""The Kokoro engine: text to phonemes, phonemes to sound, clause by clause."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.background import CancelToken
from reader.errors import EngineFailed, TingshuError, VoiceMissing
from reader.language.phonemes import IPA, PINYIN
from reader.messages import message
from reader.narration.utterance import Span, Utterance
from reader.speech import packs
from reader.speech.capabilities import Capabilities
from reader.speech.catalogue import catalogue
from reader.speech.division import pause_after
from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, TimedWord, Voice
from reader.speech.engines.kokoro.alphabet import numbers
from reader.speech.engines.kokoro.given import given, read
from reader.speech.engines.kokoro.model import Model
from reader.speech.engines.kokoro.pieces import fitting, pieces
from reader.speech.engines.kokoro.readings import EnglishReader, Reader, Sound, left_out, mandarin
from reader.speech.engines.kokoro.script import Breath, breaths
from reader.speech.engines.kokoro.styles import Style, style_of
from reader.speech.signal import SPEECH_LEVEL, amplitude, limited, silence, trim

PACK = "kokoro"

(_SPACE,) = numbers(" ")


class KokoroEngine:
    """Speaks Mandarin and English from the voice pack in `folder` (None: the installed one)."""

    name = "kokoro"
    version = "3"
    capabilities = Capabilities(rate=True, phonemes=(PINYIN, IPA), word_times=True, asides=("en",))

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._model: Model | None = None
        self._readers: dict[bool, EnglishReader] = {}

    def voices(self) -> Sequence[Voice]:
        """The pack's voices; none while it is not installed."""
        return catalogue()[PACK].voices if packs.is_pack(self._place()) else ()

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        """Spans of one speed are read in one breath; a long sentence comes clause by clause."""
        style = style_of(voice.name)
        pause, skipped, begun = 0.0, "", False
        for breath in breaths(utterance.spans):
            for piece in pieces(breath.text):
                cancel.check()
                sounding = breath.sounding(piece.start, piece.end)
                sounds = self._sounds(piece.text, style, sounding)
                skipped += left_out(piece.text, sounds)
                for part in fitting(sounds):
                    samples, words = self._said(part, style, breath.rate, cancel)
                    if not len(samples):
                        continue
                    if pause:
                        yield AudioChunk(samples=silence(pause), rate=SPEECH_RATE)
                        pause = 0.0
                    times = tuple(_placed(word, piece.start, breath) for word in words)
                    yield AudioChunk(
                        samples=samples, rate=SPEECH_RATE, words=times, skipped=skipped
                    )
                    skipped, begun = "", True
                    pause = pause_after(piece.text[: part[-1].end])

        if skipped and begun:
            yield AudioChunk(samples=silence(0.0), rate=SPEECH_RATE, skipped=skipped)

    def warm_up(self, voice: Voice) -> None:
        """Load the model and the readings, and speak one word to nobody with a fresh model."""
        style = style_of(voice.name)
        sounds = self._sounds("热身。" if style.mandarin else "Ready.", style)
        if self._model is None:
            self._said(sounds, style, 1.0, CancelToken())

    def close(self) -> None:
        """Let the model and the lexicons go; they are loaded again when needed."""
        with self._lock:
            self._model = None
            self._readers.clear()

    def _place(self) -> Path:
        return self._folder or packs.folder(PACK)

    def _sounds(
        self, text: str, style: Style, sounding: Iterable[tuple[int, int, Span]] = ()
    ) -> list[Sound]:
        try:
            words = given(sounding, british=style.british)
            return read(text, words, self._reader(style))
        except Exception as error:  # the library checks little and raises anything
            raise _failure(
                message("“{text}” could not be read ({error}).", text=text[:40], error=error)
            ) from error

    def _reader(self, style: Style) -> Reader:
        if style.mandarin:
            return partial(mandarin, english=self._quoted)
        return self._english(british=style.british)

    def _quoted(self, words: str) -> list[Sound]:
        """English inside Chinese; its lexicon is loaded with the first word."""
        return self._english(british=False)(words)

    def _english(self, *, british: bool) -> EnglishReader:
        with self._lock:
            if british not in self._readers:
                self._readers[british] = EnglishReader(british=british)
            return self._readers[british]

    def _said(
        self, sounds: Sequence[Sound], style: Style, rate: float, cancel: CancelToken
    ) -> tuple[Samples, list[tuple[Sound, float, float]]]:
        """The sound at the usual level, without the silence at either end, and each word's
        begin and finish.
        """
        line, places = _line(sounds)
        try:
            sound, edges = self._loaded().say(line, style, rate, cancel)
        except TingshuError:
            raise
        except Exception as error:  # whatever the runtime raises, the listener gets a sentence
            raise _failure(
                message("The sentence could not be spoken ({error}).", error=error)
            ) from error
        samples, cut = trim(sound, SPEECH_RATE)
        samples = limited(samples * np.float32(amplitude(SPEECH_LEVEL - style.level)))
        inside = np.clip(edges - cut, 0.0, len(samples) / SPEECH_RATE)
        return samples, _timed(sounds, places, inside)

    def _loaded(self) -> Model:
        with self._lock:
            if self._model is None:
                if not packs.is_pack(self._place()):
                    raise VoiceMissing(
                        "Kokoro",
                        message("It is not installed."),
                        message("Run: tingshu voices install kokoro"),
                    )
                self._model = Model(self._place())
            return self._model


def _failure(reason: str) -> EngineFailed:
    return EngineFailed("Kokoro", reason, message("Run: tingshu voices test kokoro"))


def _line(sounds: Sequence[Sound]) -> tuple[list[int], list[tuple[int, int]]]:
    """The phonemes' numbers, one space at most between words, and each sound's range there,
    the spaces around it left out.
    """
    line: list[int] = []
    places: list[tuple[int, int]] = []
    for sound in sounds:
        said = numbers(sound.phonemes.strip())
        if sound.phonemes.startswith(" ") and line and line[-1] != _SPACE:
            line.append(_SPACE)
        places.append((len(line), len(line) + len(said)))
        line.extend(said)
        if sound.phonemes.endswith(" ") and line and line[-1] != _SPACE:
            line.append(_SPACE)
    while line and line[-1] == _SPACE:
        line.pop()
    return line, places


def _timed(
    sounds: Sequence[Sound], places: Sequence[tuple[int, int]], edges: NDArray[np.float64]
) -> list[tuple[Sound, float, float]]:
    """The words with the seconds between which they sound."""
    last = len(edges) - 1
    return [
        (sound, float(edges[min(begin, last)]), float(edges[min(end, last)]))
        for sound, (begin, end) in zip(sounds, places, strict=True)
        if sound.is_word and sound.end > sound.start
    ]


def _placed(word: tuple[Sound, float, float], piece: int, breath: Breath) -> TimedWord:
    sound, begin, finish = word
    start, end = breath.range(piece + sound.start, piece + sound.end)
    return TimedWord(begin=begin, finish=finish, start=start, end=end)
