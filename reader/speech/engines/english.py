"""The English neural voice that ships inside the ``hibari-tts`` wheel.

hibari reads text to phonemes by a lexicon, and phonemes to a spectrum by one small ONNX
model; about a hundred times faster than speech on one core. A second thread makes it slower,
so it gets one. Nothing is ever downloaded: only the voice in the wheel is used.
"""

from __future__ import annotations

import importlib.metadata
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.background import CancelToken
from reader.errors import EngineFailed
from reader.language.clauses import bounded
from reader.language.phonemes import IPA
from reader.messages import message
from reader.narration.utterance import Span, Utterance
from reader.speech.capabilities import Capabilities
from reader.speech.division import pause_after
from reader.speech.engine import (
    SPEECH_RATE,
    AudioChunk,
    Samples,
    TimedWord,
    Voice,
    missed,
)
from reader.speech.engines import english_reading
from reader.speech.engines.english_ipa import in_models_letters
from reader.speech.engines.english_reading import Given
from reader.speech.engines.graph_output import one_more_output
from reader.speech.engines.inference import open_session, session_options
from reader.speech.signal import silence, trim

_FRAME = 0.025
"""Seconds of one unit of the model's phoneme lengths: two frames of 300 samples at 24 kHz."""

_LENGTHS = "/Clip_output_0"
"""The tensor inside the model that holds how long each phoneme sounds, in units."""

_LONGEST = 55.0
"""Most that is said at once, in hanzi (220 letters, 11 seconds): the model's memory grows by
6 MB a second, and it is cancelled between pieces.
"""

_SLOWEST, _FASTEST = 0.5, 2.0  # the model's own limits of speed
_VOICE_NAME = "heart"


class EnglishEngine:
    """The voice “Heart”, American English."""

    name = "english"
    capabilities = Capabilities(rate=True, phonemes=(IPA,), word_times=True)

    def __init__(self) -> None:
        self._model: _Model | None = None
        self._lock = threading.Lock()

    @property
    def version(self) -> str:
        """That of the wheel that holds the model, and of how it is used here."""
        return importlib.metadata.version("hibari-tts") + "-3"

    def voices(self) -> Sequence[Voice]:
        """The one voice in the wheel."""
        return (_VOICE,)

    def synthesize(
        self,
        utterance: Utterance,
        voice: Voice,  # noqa: ARG002
        cancel: CancelToken,
    ) -> Iterator[AudioChunk]:
        """Spans of one speed are read in one breath; a long text comes clause by clause."""
        model = self._loaded()
        pause, skipped, begun = 0.0, "", False
        for rate, text, places in _breaths(utterance.spans):
            for piece in bounded(text, _LONGEST):
                cancel.check()
                given = _given(places, piece.start, piece.end)
                samples, words, unsaid = model.say(piece.text, rate, given)
                skipped += unsaid
                if not len(samples):
                    continue
                if pause:
                    yield AudioChunk(samples=silence(pause), rate=SPEECH_RATE)
                times = tuple(_placed(word, piece.start, places) for word in words)
                yield AudioChunk(samples=samples, rate=SPEECH_RATE, words=times, skipped=skipped)
                skipped, begun = "", True
                pause = pause_after(piece.text)
        if skipped and begun:
            yield AudioChunk(samples=silence(0.0), rate=SPEECH_RATE, skipped=skipped)

    def warm_up(self, voice: Voice) -> None:  # noqa: ARG002
        """Load the model and the lexicon and speak one word to nobody."""
        self._loaded().say("Ready.", 1.0)

    def close(self) -> None:
        """Let the model go; it is loaded again when needed."""
        with self._lock:
            self._model = None

    def _loaded(self) -> _Model:
        with self._lock:
            if self._model is None:
                try:
                    self._model = _Model()
                except Exception as error:  # whatever a broken installation raises
                    raise EngineFailed(
                        message("The English voice"),
                        message("It cannot be loaded ({error}).", error=error),
                        message("Install it again with: pip install --force-reinstall hibari-tts"),
                    ) from error
            return self._model


_VOICE = Voice(
    name="english-heart",
    title=message("Heart (American English)"),
    engine="english",
    languages=("en",),
    quality=2,
    licence="Apache-2.0",
    source="https://pypi.org/project/hibari-tts/",
    gender="female",
    note=message("Distilled from Kokoro-82M's voice “Heart” (Apache-2.0)."),
)


@dataclass(frozen=True)
class _Word:
    """When a word sounds in its piece, and where it stands in the piece's text."""

    begin: float
    finish: float
    start: int
    end: int


class _Model:
    """hibari, with the length of every phoneme as one more output."""

    def __init__(self) -> None:
        import hibari  # type: ignore[import-untyped]
        import hibari.voices  # type: ignore[import-untyped]
        from hibari import dsp

        file = Path(hibari.voices.voice_path(_VOICE_NAME, download_missing=False))
        model = file.read_bytes() + one_more_output(_LENGTHS)
        self._voice: Any = hibari.Hibari(model=model, threads=1)
        self._voice.sess = open_session(model, session_options())
        self._dsp: Any = dsp
        english_reading.pack_tables(self._voice.g2p)

    def say(
        self, text: str, rate: float, given: Sequence[Given] = ()
    ) -> tuple[Samples, list[_Word], str]:
        """The sound of `text`, silence trimmed at both ends, its words, and what of it was
        left out. The words that are `given` sound as they are.
        """
        try:
            return self._say(text, rate, given)
        except Exception as error:  # the library checks little and raises anything
            raise EngineFailed(
                message("The English voice"),
                message("It could not speak “{text}” ({error}).", text=text[:40], error=error),
            ) from error

    def _say(
        self, text: str, rate: float, given: Sequence[Given]
    ) -> tuple[Samples, list[_Word], str]:
        tokens = self._tokens(text, given)
        unsaid = "".join(missed(text[each.start : each.end]) for each in tokens if not each.sounds)
        identifiers = [0, *(i for token in tokens for i in token.identifiers), 0]
        if not any(token.identifiers and token.sounds for token in tokens):
            return np.zeros(0, np.float32), [], unsaid
        speed = min(_FASTEST, max(_SLOWEST, rate))
        *spectrum, lengths = self._voice.sess.run(
            None,
            {
                "ids": np.asarray([identifiers], np.int64),
                "speed": np.asarray([speed], np.float32),
            },
        )
        # A fixed seed for the breath noise: the same text always gives the same sound.
        noise = np.random.default_rng(0)
        sound = self._dsp.synth(*(part[0] for part in spectrum), noise)
        samples, cut = trim(sound, SPEECH_RATE)
        ends = np.cumsum(lengths, dtype=np.float64) * _FRAME - cut
        return samples, _timed(tokens, ends, len(samples)), unsaid

    def _tokens(self, text: str, given: Sequence[Given]) -> list[_Token]:
        """The words and signs of `text` with the model's phoneme numbers."""
        read = english_reading.read(self._voice.g2p, text, given)
        tokens: list[_Token] = []
        for index, each in enumerate(read):
            phonemes = each.phonemes + (" " if each.apart and index + 1 < len(read) else "")
            numbers = [self._voice.vocab[p] for p in phonemes if p in self._voice.vocab]
            sounds = any(p.isalpha() for p in phonemes)
            tokens.append(_Token(each.start, each.end, numbers, sounds))
        return tokens


@dataclass(frozen=True)
class _Token:
    """A word or sign: its range in the text, its phonemes' numbers, and whether it sounds."""

    start: int
    end: int
    identifiers: list[int]
    sounds: bool


def _timed(tokens: Sequence[_Token], ends: NDArray[np.float64], samples: int) -> list[_Word]:
    """The words' times, from when each phoneme ends (the first is the silence before)."""
    words: list[_Word] = []
    index = 1
    total = samples / SPEECH_RATE
    for token in tokens:
        begin = min(total, max(0.0, float(ends[index - 1])))
        index += len(token.identifiers)
        finish = min(total, max(begin, float(ends[index - 1])))
        if token.sounds and token.end > token.start:
            words.append(_Word(begin, finish, token.start, token.end))
    return words


_Places = Sequence[tuple[int, Span]]


def _breaths(spans: Sequence[Span]) -> Iterator[tuple[float, str, _Places]]:
    """Neighbouring spans of one speed: the speed, their joined text, and where each begins."""
    text, places = "", list[tuple[int, Span]]()
    for span in spans:
        if places and places[-1][1].rate != span.rate:
            yield places[-1][1].rate, text, places
            text, places = "", []
        places.append((len(text), span))
        text += span.text
    if places:
        yield places[-1][1].rate, text, places


def _given(places: _Places, start: int, end: int) -> list[Given]:
    """The words between two places of the joined text that are to sound as their spans say, in
    places counted from `start`.
    """
    found: list[Given] = []
    for begin, span in places:
        first = begin + len(span.text) - len(span.text.lstrip())
        if span.phonemes is None or span.phoneme_alphabet != IPA or not start <= first < end:
            continue
        phonemes = in_models_letters(span.phonemes)
        if any(each.isalpha() for each in phonemes):
            finish = min(begin + len(span.text), end)
            found.append(
                Given(start=max(begin, start) - start, end=finish - start, phonemes=phonemes)
            )
    return found


def _placed(word: _Word, piece: int, places: _Places) -> TimedWord:
    """`word` of the piece that begins at `piece` of the joined text, in chapter offsets; it may
    reach over several spans.
    """
    start, _ = _written(piece + word.start, piece + word.end, places, at=piece + word.start)
    _, end = _written(piece + word.start, piece + word.end, places, at=piece + word.end - 1)
    return TimedWord(begin=word.begin, finish=word.finish, start=start, end=max(start, end))


def _written(first: int, last: int, places: _Places, *, at: int) -> tuple[int, int]:
    """Where in the chapter stands what the span around place `at` has of a word."""
    begin, span = next(place for place in reversed(places) if place[0] <= at or place is places[0])
    if span.phonemes is not None:
        return span.start, span.end
    return span.source(max(0, first - begin), min(len(span.text), last - begin))
