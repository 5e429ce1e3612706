"""Spoken parts on disk, from when they come from a worker until the job is done.

One file holds one part: a line of JSON, then numbers and samples, with a checksum. A file appears
whole or not at all; a damaged one is removed when it is met. A resumed job finds here what was
spoken already.
"""

from __future__ import annotations

import glob
import os
import secrets
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from reader import drafts
from reader.export.sections import PartSound, TimedSentence
from reader.messages import Message
from reader.speech.checked import kept_words, packed, unpacked, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FORGOTTEN = 14 * 24 * 3600.0
"""Seconds after which a spool that nobody came back to is cleared away."""


@dataclass(frozen=True, kw_only=True)
class PartFacts:
    """A :class:`~reader.export.sections.PartSound` without its samples, but how many it has."""

    frames: int
    sentences: tuple[TimedSentence, ...]
    power: NDArray[np.float64]
    skipped: Mapping[str, int]
    notices: tuple[str, ...]


class Spool:
    """A folder of spoken parts, each under the digest of what it says and how.

    To be entered while it is used: then nobody clears it away. Writing may raise `OSError`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held = ExitStack()

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        os.utime(self.folder)
        self._held.enter_context(drafts.held(self.folder))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._held.close()

    def put(self, digest: str, sound: PartSound) -> None:
        """Keep `sound`; raises `OSError`."""
        draft = self.folder / f"{secrets.token_hex(6)}.draft"
        try:
            draft.write_bytes(_encoded(sound))
            os.replace(draft, self._file(digest))
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def facts(self, digest: str) -> PartFacts | None:
        """What is known about the part; None if it is not here, or damaged, and then removed."""
        read = self._read(digest)
        return None if read is None else read[0]

    def samples(self, digest: str) -> NDArray[np.int16] | None:
        """The part's sound; None as of :meth:`facts`."""
        read = self._read(digest)
        return None if read is None else read[1]

    def discard(self, digest: str) -> None:
        """The part is needed no more; never raises."""
        with suppress(OSError):
            self._file(digest).unlink(missing_ok=True)

    def _file(self, digest: str) -> Path:
        return self.folder / f"{digest}.part"

    def _read(self, digest: str) -> tuple[PartFacts, NDArray[np.int16]] | None:
        try:
            content = self._file(digest).read_bytes()
        except OSError:
            return None
        try:
            return _decoded(content)
        except (ValueError, KeyError, TypeError):
            self.discard(digest)
            return None


def clear_abandoned(folder: Path) -> None:
    """Delete the spools in `folder` that nobody has used for two weeks; never raises."""
    with suppress(OSError):
        for each in list(folder.iterdir()):
            if time.time() - each.stat().st_mtime > _FORGOTTEN:
                drafts.clear(folder, glob.escape(each.name))


def _encoded(sound: PartSound) -> bytes:
    about = {
        "frames": len(sound.samples),
        "skipped": dict(sound.skipped),
        "notices": [_noted(each) for each in sound.notices],
        "sentences": [
            (
                each.start,
                each.end,
                each.begin,
                each.finish,
                each.speaker,
                each.changes,
                kept_words(each.words),
            )
            for each in sound.sentences
        ],
    }
    numbers = sound.power.astype("<f8").tobytes() + sound.samples.astype("<i2").tobytes()
    return packed(about, numbers)


def _decoded(content: bytes) -> tuple[PartFacts, NDArray[np.int16]]:
    import numpy as np

    about, numbers = unpacked(content)
    frames = int(about["frames"])
    middle = len(numbers) - 2 * frames
    facts = PartFacts(
        frames=frames,
        sentences=tuple(map(_sentence, about["sentences"])),
        power=np.frombuffer(numbers[:middle], "<f8"),
        skipped=about["skipped"],
        notices=tuple(map(_told, about["notices"])),
    )
    return facts, np.frombuffer(numbers, "<i2", frames, middle)


def _sentence(kept: list[Any]) -> TimedSentence:
    start, end, begin, finish, speaker, changes, words = kept
    return TimedSentence(
        start=start,
        end=end,
        begin=begin,
        finish=finish,
        words=words_of(words),
        speaker=speaker,
        changes=tuple((offset, who) for offset, who in changes),
    )


def _noted(value: object) -> object:
    """`value` as JSON keeps it; a message stays one that can be translated."""
    if isinstance(value, Message):
        return [value.template, {name: _noted(each) for name, each in value.values.items()}]
    if isinstance(value, tuple):
        return [_noted(each) for each in value]
    return value if isinstance(value, int | float) else str(value)


def _told(kept: Any) -> Any:  # noqa: ANN401
    """What :func:`_noted` kept."""
    if not isinstance(kept, list):
        return kept
    if len(kept) == 2 and isinstance(kept[1], dict):
        template, values = kept
        return Message(template, {name: _told(each) for name, each in values.items()})
    return tuple(map(_told, kept))
