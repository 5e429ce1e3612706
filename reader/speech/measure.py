"""How long speaking takes, counted the way ``tingshu speak --json`` tells it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.background import CancelToken
from reader.narration.utterance import Utterance
from reader.speech.engine import AudioChunk
from reader.speech.speaker import Speaker


@dataclass(frozen=True, kw_only=True)
class Timing:
    """What speaking took.

    `first_audio_ms` runs from the text to the first chunk, `synthesis_ms` to the last;
    `audio_ms` is how long it all sounds, pauses included; `voice` is the name of the voice
    of the first words, None if nothing was said.
    """

    first_audio_ms: float
    synthesis_ms: float
    audio_ms: float
    voice: str | None


def speak_text(
    speaker: Speaker,
    utterances: Iterable[Utterance],
    *,
    on_chunk: Callable[[AudioChunk], None] = lambda _chunk: None,
    cancel: CancelToken | None = None,
) -> Timing:
    """Speak `utterances` as fast as they come; each chunk goes to `on_chunk`.

    `utterances` is consumed inside the measured time: give a generator, and reading the text
    counts too. The voice should be warm (:meth:`Speaker.warm_up`). Raises what the speaker
    raises.
    """
    token = cancel or CancelToken()
    begin = time.perf_counter()
    first: float | None = None
    aside = seconds = 0.0
    voice: str | None = None
    for utterance in utterances:
        if voice is None and utterance.spans:
            span = utterance.spans[0]
            found = speaker.voice_for(span.language, span.voice)
            voice = found.name if found else None
        for chunk in speaker.speak(utterance, token, urgent=first is None):
            now = time.perf_counter()
            first = now if first is None else first
            seconds += chunk.seconds
            on_chunk(chunk)
            aside += time.perf_counter() - now
    end = time.perf_counter()
    return Timing(
        first_audio_ms=((first if first is not None else end) - begin) * 1000,
        synthesis_ms=(end - begin - aside) * 1000,
        audio_ms=seconds * 1000,
        voice=voice,
    )
