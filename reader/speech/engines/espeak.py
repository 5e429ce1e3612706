"""Over a hundred languages by espeak-ng, the voice of last resort.

The library (libespeak-ng 1.52) and its data come in the ``espeakng-loader`` wheel and are
called through ctypes. It keeps its state in globals and is not thread-safe, so one lock
serves the whole process. Some of that state outlives a sentence (where the flutter of the pitch
has got to, the gain after what was too loud) and no call resets it: so that a sentence always
sounds the same, the library is loaded anew for each, which takes three milliseconds.
"""

from __future__ import annotations

import _ctypes
import ctypes
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import numpy as np

from reader.background import CancelToken
from reader.errors import EngineFailed
from reader.language.phonemes import IPA, PINYIN
from reader.messages import message
from reader.narration.utterance import Span, Utterance, joined
from reader.speech.capabilities import Capabilities
from reader.speech.engine import AudioChunk, Samples, TimedWord, Voice
from reader.speech.engines.espeak_given import given
from reader.speech.signal import trim

# The figures are those of espeak-ng's speak_lib.h.
_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_BY_CHARACTER = 1
_UTF8 = 1
_LETTERS = 0x100  # what stands in [[ ]] is in espeak-ng's own phonetic letters
_RATE, _VOLUME, _PITCH = 1, 2, 3
_WORD_EVENT = 1

_NORMAL_RATE = 175  # words a minute, espeak-ng's default
_SLOWEST, _FASTEST = 80, 450

# espeak-ng counts pitch from 0 to 100; measured on the English voice, 0 lies 7.1 semitones
# below the middle and 100 lies 9.0 above, nearly straight in between.
_STEPS_UP, _STEPS_DOWN = 50 / 9.0, 50 / 7.1

_ALIASES = {
    "zh": "cmn",
    "zh-hk": "yue",
    "zh-mo": "yue",
    "zh-yue": "yue",
    "en": "en-us",
    "en-gb": "en",
    "no": "nb",
    "nn": "nb",
    "iw": "he",
    "in": "id",
    "tl": "id",
    "fil": "id",
}
_UNKNOWN = "en-us"

_lock = threading.Lock()


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class EspeakEngine:
    """Speaks every language that espeak-ng knows; fast, small and plainly artificial."""

    name = "espeak"
    version = "1.52-4"
    capabilities = Capabilities(rate=True, pitch=True, phonemes=(PINYIN, IPA), word_times=True)

    def voices(self) -> Sequence[Voice]:
        """One voice that speaks any language."""
        return (_VOICE,)

    def synthesize(
        self,
        utterance: Utterance,
        voice: Voice,  # noqa: ARG002
        cancel: CancelToken,
    ) -> Iterator[AudioChunk]:
        """All spans in one chunk: a sentence takes a few milliseconds."""
        pieces: list[Samples] = []
        words: list[TimedWord] = []
        begin = 0.0
        with _lock:
            library = _loaded_anew()
            rate = library.rate
            for span in _in_one_manner(utterance.spans):
                samples, spoken = library.say(span, cancel)
                words.extend(_shifted(spoken, begin))
                pieces.append(samples)
                begin += len(samples) / rate
        if not pieces:
            return
        samples, cut = trim(np.concatenate(pieces), rate)
        if len(samples):
            length = len(samples) / rate
            yield AudioChunk(samples=samples, rate=rate, words=tuple(_shifted(words, -cut, length)))

    def warm_up(self, voice: Voice) -> None:  # noqa: ARG002
        """Load the library and its data."""
        with _lock:
            _loaded_anew()

    def close(self) -> None:
        """Nothing to free: the library is small."""


_VOICE = Voice(
    name="espeak",
    title="eSpeak NG",
    engine="espeak",
    languages=("*",),
    quality=1,
    licence="GPL-3.0-or-later",
    source="https://github.com/espeak-ng/espeak-ng",
    note=message("A formant voice for over a hundred languages."),
)


def _in_one_manner(spans: Sequence[Span]) -> Iterator[Span]:
    """Neighbouring `spans` that sound alike as one: a word may reach over several of them."""

    def key(span: Span) -> object:
        return span.language, span.rate, span.pitch, span.phonemes is None

    for _, alike in groupby(spans, key=key):
        group = list(alike)
        yield from group if group[0].phonemes is not None else [joined(group)]


def _shifted(
    words: Sequence[TimedWord], seconds: float, length: float = float("inf")
) -> list[TimedWord]:
    return [
        TimedWord(
            begin=min(length, max(0.0, word.begin + seconds)),
            finish=min(length, max(0.0, word.finish + seconds)),
            start=word.start,
            end=word.end,
        )
        for word in words
    ]


@dataclass
class _Job:
    """What the callback fills while one span is spoken."""

    cancel: CancelToken
    pieces: list[Samples] = field(default_factory=list)
    words: list[tuple[int, int, int]] = field(default_factory=list)  # sample, position, length


class _Library:
    """The one loaded copy of libespeak-ng; used under the lock."""

    def __init__(self) -> None:
        import espeakng_loader  # type: ignore[import-untyped]

        self._code: Any = ctypes.CDLL(espeakng_loader.get_library_path())
        data = os.fsencode(espeakng_loader.get_data_path())
        self.rate = int(self._code.espeak_Initialize(_SYNCHRONOUS, 200, data, _DONT_EXIT))
        if self.rate <= 0:
            # Its own limit for the folder's path is 160 bytes.
            hint = "; the path is too long" if len(data) > 150 else ""
            raise OSError(f"its data cannot be read in {os.fsdecode(data)}{hint}")
        self._job = _Job(CancelToken())
        self._callback = _Callback(self._receive)  # kept: the library holds only its address
        self._code.espeak_SetSynthCallback(self._callback)
        self._code.espeak_Synth.argtypes = (
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_uint,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_void_p,
            ctypes.c_void_p,
        )

    def close(self) -> None:
        """Unload the library, where the system can; its globals go with it."""
        self._code.espeak_Terminate()
        unload = getattr(_ctypes, "dlclose", None)  # Windows has another
        if unload is not None:
            unload(self._code._handle)
        del self._callback  # it refers back to this object

    def say(self, span: Span, cancel: CancelToken) -> tuple[Samples, list[TimedWord]]:
        """The sound of `span` and the time of its words."""
        own = given(span)
        text = own.text if own else span.text.replace("\0", " ")
        flags = _UTF8 | _LETTERS if own and own.letters else _UTF8
        encoded = text.encode("utf-8", "replace") + b"\0"
        cancel.check()
        job = self._job = _Job(cancel)
        self._set(span, own.voice if own else None)
        status = self._code.espeak_Synth(
            encoded, len(encoded), 0, _BY_CHARACTER, 0, flags, None, None
        )
        cancel.check()
        if status != 0:
            raise EngineFailed(
                message("espeak-ng"), message("It could not speak “{text}”.", text=text[:40])
            )
        samples = np.concatenate(job.pieces) if job.pieces else np.zeros(0, np.float32)
        if own and not samples.any():
            return self.say(replace(span, phonemes=None), cancel)
        if own:
            length = len(samples) / self.rate
            word = TimedWord(begin=0.0, finish=length, start=span.start, end=span.end)
            return samples, [word]
        return samples, _timed(job.words, span, len(samples), self.rate)

    def _set(self, span: Span, voice: str | None) -> None:
        for name in (voice,) if voice else _names(span.language):
            if self._code.espeak_SetVoiceByName(name.encode()) == 0:
                break
        rate = min(_FASTEST, max(_SLOWEST, round(_NORMAL_RATE * span.rate)))
        steps = _STEPS_UP if span.pitch > 0 else _STEPS_DOWN
        pitch = min(100, max(0, round(50 + span.pitch * steps)))
        for parameter, value in ((_RATE, rate), (_PITCH, pitch), (_VOLUME, 100)):
            self._code.espeak_SetParameter(parameter, value, 0)

    def _receive(self, wave: Any, count: int, events: Any) -> int:  # noqa: ANN401
        """The library's callback; a 1 stops the synthesis."""
        job = self._job
        if wave and count > 0:
            samples = np.ctypeslib.as_array(wave, (count,)).astype(np.float32)
            job.pieces.append(samples / np.float32(32768.0))
        index = 0
        while events and events[index].type != 0:
            event = events[index]
            if event.type == _WORD_EVENT:
                job.words.append((event.sample, event.text_position - 1, event.length))
            index += 1
        return 1 if job.cancel.cancelled else 0


_in_use: list[_Library] = []
"""The library as it was loaded last, if it was."""


def _loaded_anew() -> _Library:
    while _in_use:
        _in_use.pop().close()
    try:
        _in_use.append(_Library())
    except (ImportError, OSError, AttributeError) as error:
        raise EngineFailed(
            message("espeak-ng"),
            message("It cannot be loaded ({error}).", error=error),
            message("Install it again with: pip install --force-reinstall espeakng-loader"),
        ) from error
    return _in_use[-1]


def _names(language: str) -> Iterator[str]:
    """espeak-ng's names for a BCP 47 tag, the nearest first."""
    tag = language.lower().replace("_", "-")
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        shorter = "-".join(parts[:length])
        if shorter in _ALIASES:
            yield _ALIASES[shorter]
        yield shorter
    yield _UNKNOWN


def _timed(
    words: Sequence[tuple[int, int, int]], span: Span, samples: int, rate: int
) -> list[TimedWord]:
    """Words with seconds and chapter offsets; positions are clipped to the span.

    A number brings several events for one place: they are taken as one word.
    """
    size = len(span.text)
    result: list[TimedWord] = []
    for index, (sample, position, length) in enumerate(words):
        begin = sample / rate
        finish = (words[index + 1][0] if index + 1 < len(words) else samples) / rate
        start, end = span.source(min(max(0, position), size), min(size, position + length))
        if result and result[-1].start == start:
            begin = result.pop().begin
        result.append(TimedWord(begin=begin, finish=finish, start=start, end=max(start, end)))
    return result
