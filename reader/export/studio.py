"""Speaks parts: what every worker does, in whichever process and on whichever machine."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.background import CancelToken
from reader.errors import VoiceMissing
from reader.export.sections import Part, PartSound, TimedSentence
from reader.messages import message
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.speech.cache import AudioCache
from reader.speech.casting import is_speakable
from reader.speech.engine import SPEECH_RATE, Engine, TimedWord
from reader.speech.speaker import Speaker
from reader.speech.steady import SteadyEngine
from reader.speech.voices import installed_engines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_VERSION = 1
"""To be raised whenever a part sounds different by anything but its engines."""

Cast = tuple[tuple[str, str], ...]
"""The voices that speak, each with the version of its engine."""

_speaking = threading.Lock()
"""Engines are used by one thread at a time, and a process has one set of them."""


@dataclass(frozen=True, kw_only=True)
class Studio:
    """Which voices an export is spoken in; goes to other processes and machines.

    `voices` maps a primary language tag to the name of the voice that the listener chose. `open`
    finds the engines; what goes to other processes must be a function of a module.
    """

    voices: Mapping[str, str] = field(default_factory=dict)
    open: Callable[[], Sequence[Engine]] = installed_engines

    def __post_init__(self) -> None:
        object.__setattr__(self, "voices", dict(self.voices))


class Roster:
    """Tells who speaks what in a studio; finds the voices that are here when it is made."""

    def __init__(self, studio: Studio) -> None:
        self._speaker = Speaker(_steady(studio.open), voices=studio.voices)

    def cast_of(self, part: Part) -> Cast:
        """Who speaks `part`. Raises :class:`~reader.errors.VoiceMissing`."""
        return _cast_of(self._speaker, part)


def _cast_of(speaker: Speaker, part: Part) -> Cast:
    found = {
        (voice.name, speaker.version_of(voice))
        for utterance in part.utterances
        for voice in speaker.cast_of(utterance)
    }
    return tuple(sorted(found))


def digest_of(part: Part, cast: Cast) -> str:
    """Equal for parts that sound equal and say the same of the book, spoken by `cast`."""
    said = repr((_VERSION, cast, part.utterances))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def speak_part(studio: Studio, part: Part, cast: Cast | None = None) -> PartSound:
    """What `part` sounds like; runs in a worker, which keeps what it has loaded.

    `cast` are those who are to speak it: what other voices would say does not go together with
    the rest of the book. Raises :class:`~reader.errors.VoiceMissing`, also for one of the cast,
    and :class:`~reader.errors.EngineFailed`.
    """
    with _speaking:
        notices: list[str] = []
        speaker = _speaker(studio, notices.append)
        if cast is not None and _missing(cast, speaker, part):
            _opened.cache_clear()  # it may have been installed meanwhile
            speaker = _speaker(studio, notices.append)
            missing = _missing(cast, speaker, part)
            if missing is not None:
                raise missing
        return _sound_of(speaker, part, notices)


def _speaker(studio: Studio, notify: Callable[[str], None]) -> Speaker:
    """A new one for each part, for it tells everything once; the engines keep their models."""
    engines, kept = _opened(studio.open, paths.cache_folder())
    return Speaker(engines, voices=studio.voices, cache=kept, notify=notify, exact=True)


@cache
def _opened(
    open_engines: Callable[[], Sequence[Engine]], folder: Path
) -> tuple[Sequence[Engine], AudioCache]:
    """The engines of this process, and the cache in `folder`."""
    return _steady(open_engines), AudioCache(folder / "speech")


def _steady(open_engines: Callable[[], Sequence[Engine]]) -> Sequence[Engine]:
    return [SteadyEngine(engine) for engine in open_engines()]


def _missing(cast: Cast, speaker: Speaker, part: Part) -> VoiceMissing | None:
    """The first of `cast` who is not there to speak `part`."""
    here: Cast = ()
    with suppress(VoiceMissing):
        here = _cast_of(speaker, part)
    missing = [each for each in cast if each not in here]
    if not missing:
        return None
    name, _version = missing[0]
    if any(voice == name for voice, _ in here):
        return VoiceMissing(
            name,
            message("Where the export is spoken there is another version of this voice."),
            message("Install the same version of Tingshu and of the voice there."),
        )
    return VoiceMissing(
        name,
        message("The voice is not installed where the export is spoken."),
        message("Install it there, too: tingshu voices install"),
    )


def _sound_of(speaker: Speaker, part: Part, notices: Sequence[str]) -> PartSound:
    import numpy as np

    from reader.export.loudness import power

    begun = time.perf_counter()
    pieces: list[NDArray[np.int16]] = [np.zeros(0, np.int16)]
    sentences: list[TimedSentence] = []
    frames = 0
    for utterance in part.utterances:
        samples, words = _spoken(speaker, utterance)
        sentence = _timed(utterance, frames, len(samples), words)
        sentences += [sentence] if sentence is not None else []
        pieces.append(samples)
        frames += len(samples)
    sound = np.concatenate(pieces)
    return PartSound(
        samples=sound,
        sentences=tuple(sentences),
        power=power(sound),
        skipped=dict(speaker.skipped),
        notices=tuple(notices),
        work=time.perf_counter() - begun,
    )


def _spoken(speaker: Speaker, utterance: Utterance) -> tuple[NDArray[np.int16], list[TimedWord]]:
    """The sound of `utterance`, and its words in seconds from its beginning."""
    import numpy as np

    from reader.speech.signal import to_int16

    pieces: list[NDArray[np.int16]] = [np.zeros(0, np.int16)]
    words: list[TimedWord] = []
    frames = 0
    for chunk in speaker.speak(utterance, CancelToken()):
        words += [word.moved(seconds=frames / SPEECH_RATE) for word in chunk.words]
        pieces.append(to_int16(chunk.samples))
        frames += len(chunk.samples)
    return np.concatenate(pieces), words


def _timed(
    utterance: Utterance, at: int, frames: int, words: Sequence[TimedWord]
) -> TimedSentence | None:
    """The place of `utterance`, whose sound of so many frames begins `at` a frame; None if
    nothing of it is heard.
    """
    spoken = [
        index
        for index, item in enumerate(utterance.items)
        if isinstance(item, Span) and is_speakable(item)
    ]
    if not spoken:
        return None
    before = _silent(utterance.items[: spoken[0]])
    sounding = frames - before - _silent(utterance.items[spoken[-1] + 1 :])
    if sounding <= 0:
        return None
    said = [item for item in utterance.items if isinstance(item, Span) and is_speakable(item)]
    return TimedSentence(
        start=utterance.start,
        end=utterance.end,
        begin=at + before,
        finish=at + before + sounding,
        words=tuple(word.moved(seconds=-before / SPEECH_RATE) for word in words),
        speaker=said[0].speaker,
        changes=tuple(
            (after.start, after.speaker)
            for before, after in pairwise(said)
            if after.speaker != before.speaker
        ),
    )


def _silent(items: Sequence[Span | Pause | Mark]) -> int:
    """The samples of the pauses among `items`, each as long as the speaker makes it."""
    from reader.speech.signal import silence

    return sum(len(silence(item.seconds)) for item in items if isinstance(item, Pause))
