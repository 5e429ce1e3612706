"""Turns utterances into sound, with whichever engines are there.

The speaker cuts an utterance into stretches of one voice, hands each to its engine, and
joins what comes back at one sample rate and one loudness. What an engine cannot do, it makes
up for or asks less; where a voice is missing or fails, the next best one speaks and the
listener is told once. A voice that is too slow for the rate at which it is heard gives way to
a quick one.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import groupby
from types import MappingProxyType

from reader.background import CancelToken
from reader.errors import EngineFailed, SpeechError, VoiceMissing
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.speech.advice import instead_advice, lost_advice, skipped_advice
from reader.speech.cache import AudioCache, as_kept, speech_key
from reader.speech.calls import Call, Part, calls, with_turns
from reader.speech.capabilities import Capabilities
from reader.speech.casting import Casting, is_speakable, slowness_of
from reader.speech.chunks import joined, moved
from reader.speech.conditioner import Conditioner
from reader.speech.division import first_clause_apart
from reader.speech.engine import (
    SPEECH_RATE,
    AudioChunk,
    Engine,
    TimedMark,
    Voice,
    missed,
)
from reader.speech.memory import after_sentence
from reader.speech.pace import Pace
from reader.speech.progress import Progress
from reader.speech.signal import LOUDNESS_GAIN, silence


class Speaker:
    """Speaks utterances; may be used from several threads.

    `voices` maps a primary language tag to the name of the voice the listener chose.
    `notify` gets each message for the listener once, on the thread that speaks. An `exact` one
    gives the same to the sample whether the sound comes from the cache or is made anew; its
    chunks come late, for they are whole, and what it leaves out is counted and not told.
    """

    def __init__(
        self,
        engines: Sequence[Engine],
        *,
        voices: Mapping[str, str] = MappingProxyType({}),
        cache: AudioCache | None = None,
        notify: Callable[[str], None] | None = None,
        exact: bool = False,
    ) -> None:
        self._engines = {engine.name: engine for engine in engines}
        self._locks = {engine.name: threading.RLock() for engine in engines}
        self._cache = cache
        self._notify = notify
        self._exact = exact
        self._told: set[str] = set()
        self._skipped: Counter[str] = Counter()
        self._counting = threading.Lock()
        self._pace = Pace()
        self._casting = Casting(engines, voices, self._pace, self._tell)

    def voices(self) -> Sequence[Voice]:
        """Every voice that can speak now, engine by engine."""
        return self._casting.voices()

    @property
    def skipped(self) -> Mapping[str, int]:
        """The characters that no voice could say until now, and how often each was left out."""
        with self._counting:
            return self._skipped.copy()

    def voice_for(self, language: str, wanted: str | None = None) -> Voice | None:
        """The voice that `language` is read in; None if none can.

        `wanted` names a voice that goes before the listener's choice, if it speaks the language.
        """
        return next(iter(self._casting.candidates(language, wanted)), None)

    def cast_of(self, utterance: Utterance) -> Sequence[Voice]:
        """The voices that would speak `utterance` now, each once, if none fails and there is time.

        Raises :class:`~reader.errors.VoiceMissing` if no voice speaks its language.
        """
        host = self._casting.host(utterance.spans, None)
        spans = filter(is_speakable, utterance.spans)
        found = (self._casting.voice_of(span, host, None) for span in spans)
        return tuple({voice.name: voice for voice in found}.values())

    def version_of(self, voice: Voice) -> str:
        """The version of the engine that runs `voice`: another may sound different."""
        return self._engines[voice.engine].version

    def choose(self, language: str, voice_name: str) -> None:
        """Read `language` in the voice called `voice_name` from now on, where it can.

        If it is too slow again, the listener is told again.
        """
        self._told.discard(slowness_of(voice_name))
        self._casting.choose(language, voice_name)

    def choose_only(self, choices: Mapping[str, str]) -> None:
        """Read every language in the voice that `choices` name for it, else in the usual one."""
        self._casting.choose_only(choices)

    def warm_up(self, language: str, wanted: str | None = None) -> None:
        """Load what reading `language` needs, in the voice named `wanted` if there is one; of a
        voice that cannot speak, what replaces it.

        Raises nothing: what is wrong is told when something is to be said.
        """
        for voice in self._casting.candidates(language, wanted):
            with suppress(EngineFailed, VoiceMissing), self._locks[voice.engine]:
                self._engines[voice.engine].warm_up(voice)
                return

    def close(self) -> None:
        """Free every engine's memory; speaking again loads what it needs."""
        for name, engine in self._engines.items():
            with self._locks[name]:
                engine.close()

    def speak(
        self,
        utterance: Utterance,
        cancel: CancelToken,
        *,
        urgent: bool = False,
        pace: float | None = None,
        haste: float = 1.0,
    ) -> Iterator[AudioChunk]:
        """The sound of `utterance` at :data:`SPEECH_RATE`, pauses included, as it comes.

        With `urgent` a long sentence that is not in the cache is divided at its first clause,
        so that the first chunk comes early. `pace` is the rate at which the sound is being
        heard: a voice that cannot keep up with it gives way to a quick one; None if there is
        time. The voice itself speaks `haste` times faster than the utterance asks, where it
        can; the chunks tell. Raises :class:`~reader.errors.VoiceMissing` if no voice speaks the
        language, :class:`~reader.errors.EngineFailed` if every one failed, and
        :class:`~reader.errors.Cancelled` soon after `cancel` is set.
        """
        marks: list[TimedMark] = []
        parts = self._parts(utterance, urgent=urgent, pace=pace, haste=haste)
        for part in with_turns(parts, haste):
            cancel.check()
            if isinstance(part, Mark):
                marks.append(TimedMark(name=part.name, seconds=0.0))
                continue
            for chunk in self._sound(part, cancel):
                yield replace(chunk, marks=tuple(marks)) if marks else chunk
                marks.clear()
        if marks:
            yield AudioChunk(samples=silence(0.0), rate=SPEECH_RATE, marks=tuple(marks))
        after_sentence()

    # -- what is to be said ------------------------------------------------------------------

    def _parts(
        self, utterance: Utterance, *, urgent: bool, pace: float | None, haste: float
    ) -> Iterator[Part]:
        host = self._casting.host(utterance.spans, pace)
        for is_speech, items in groupby(utterance.items, key=lambda item: isinstance(item, Span)):
            if not is_speech:
                yield from (item for item in items if not isinstance(item, Span))
                continue
            spans = self._spoken([item for item in items if isinstance(item, Span)])
            voiced = partial(self._casting.voice_of, host=host, pace=pace)
            for call in calls(spans, voiced, self._capabilities, haste):
                apart = first_clause_apart(call.spans) if urgent else None
                urgent = False
                if apart is None or self._is_kept(call):
                    yield call
                    continue
                head, pause, tail = apart
                yield replace(call, spans=head, whole=False)
                yield pause
                yield replace(call, spans=tail, whole=False)

    def _spoken(self, spans: Sequence[Span]) -> list[Span]:
        """Those of `spans` with something to say; the others are left out."""
        self._leave_out(missed("".join(span.text for span in spans if not is_speakable(span))))
        return [span for span in spans if is_speakable(span)]

    def _capabilities(self, voice: Voice) -> Capabilities:
        return self._engines[voice.engine].capabilities

    # -- how it sounds -----------------------------------------------------------------------

    def _sound(self, part: Call | Pause, cancel: CancelToken) -> Iterator[AudioChunk]:
        if isinstance(part, Pause):
            if part.seconds > 0:
                yield AudioChunk(samples=silence(part.seconds), rate=SPEECH_RATE)
            return
        left, problem = yield from self._as_far_as_it_goes(part, cancel)
        for each in left.parts() if left is not None else ():
            yield from self._instead(each, problem, cancel)

    def _instead(
        self, call: Call, problem: SpeechError | None, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        """The sound of `call`, all in one language, in the best of the other voices; where one
        breaks off, too, the next goes on.
        """
        rest: Call | None = call
        for voice in self._casting.instead_of(call.voice, call.spans[0].language):
            if rest is None:
                return
            if problem is not None:
                self._tell(voice.name + call.voice.name, instead_advice(problem, voice))
            attempt = self._as_far_as_it_goes(replace(rest, voice=voice), cancel)
            rest, error = yield from attempt
            problem = error or problem
        if rest is None:
            return
        if problem is not None:
            raise problem
        self._leave_out(missed("".join(span.text for span in rest.spans)))

    def _as_far_as_it_goes(
        self, call: Call, cancel: CancelToken
    ) -> Generator[AudioChunk, None, tuple[Call | None, SpeechError | None]]:
        """The sound of `call`; returns what its voice leaves to be said, None if nothing, and
        why.
        """
        progress = Progress()
        try:
            is_said = yield from self._voiced(call, progress, cancel)
        except (EngineFailed, VoiceMissing) as error:
            rest = call.after(progress.reached)
            return (rest if any(map(is_speakable, rest.spans)) else None), error
        return (None if is_said else call), None

    def _voiced(
        self, call: Call, progress: Progress, cancel: CancelToken
    ) -> Generator[AudioChunk, None, bool]:
        """The sound of `call` as it goes out, `progress` following; returns whether there was
        any.
        """
        engine = self._engines[call.voice.engine]
        request = call.within(engine.capabilities)
        gain = LOUDNESS_GAIN.get(engine.name, 0.0) + request.gain
        conditioner = Conditioner(gain, pace=request.pace)
        skipped = ""
        try:
            for chunk in self._raw(engine, replace(call, spans=request.spans), cancel):
                skipped += chunk.skipped
                ready = conditioner.push(chunk)
                if ready is not None:
                    yield progress.noted(ready)
        except (EngineFailed, VoiceMissing):
            ready = conditioner.finish()  # what was begun must not end in a click
            if ready is not None:
                yield progress.noted(ready)
            raise
        ready = conditioner.finish()
        if ready is None:
            return False
        self._leave_out(skipped)
        for feature in request.lost:
            self._tell(f"{feature.value} {call.voice.name}", lost_advice(call.voice, feature))
        yield ready
        return True

    def _raw(self, engine: Engine, call: Call, cancel: CancelToken) -> Iterator[AudioChunk]:
        """The engine's own sound, from the cache if it is there, else kept there when whole."""
        key = speech_key(engine, call.voice, call.spans)
        kept = self._cache.get(key) if self._cache is not None else None
        if kept is not None:
            yield moved(kept, call.spans[0].start)
            return
        chunks: list[AudioChunk] = []
        sound = self._synthesized(engine, call, cancel)
        for chunk in _whole(sound) if self._exact else sound:
            chunks.append(chunk)
            yield chunk
        if self._cache is not None and call.whole and chunks:
            self._cache.put(key, moved(joined(chunks), -call.spans[0].start))

    def _synthesized(self, engine: Engine, call: Call, cancel: CancelToken) -> Iterator[AudioChunk]:
        """The engine's chunks; it works for one thread at a time, chunk by chunk."""
        chunks = engine.synthesize(_utterance_of(call.spans), call.voice, cancel)
        work = 0.0
        while True:
            with self._locks[engine.name]:
                begun = time.perf_counter()
                chunk = next(chunks, None)
                work += time.perf_counter() - begun
            if chunk is None:
                return
            if chunk.seconds > 0:
                self._pace.note(call.voice, work, chunk.seconds)
                work = 0.0
            yield chunk
            cancel.check()

    def _is_kept(self, call: Call) -> bool:
        if self._cache is None:
            return False
        engine = self._engines[call.voice.engine]
        spans = call.within(engine.capabilities).spans
        return self._cache.holds(speech_key(engine, call.voice, spans))

    def _leave_out(self, skipped: str) -> None:
        """Count what no voice says; that there is such a thing is told once."""
        if skipped:
            with self._counting:
                self._skipped.update(skipped)
            if not self._exact:
                self._tell("skipped", skipped_advice(skipped))

    def _tell(self, subject: str, message: str) -> None:
        if subject not in self._told:
            self._told.add(subject)
            if self._notify is not None:
                self._notify(message)


def _whole(chunks: Iterator[AudioChunk]) -> Iterator[AudioChunk]:
    """`chunks` in one, as the cache would give it back; where they break off, what there is."""
    taken: list[AudioChunk] = []
    try:
        for chunk in chunks:
            taken.append(chunk)
    except (EngineFailed, VoiceMissing):
        if taken:
            yield as_kept(joined(taken))
        raise
    if taken:
        yield as_kept(joined(taken))


def _utterance_of(spans: Sequence[Span]) -> Utterance:
    return Utterance(items=tuple(spans), start=spans[0].start, end=spans[-1].end)
