"""Synthesised speech kept on disk, for listening again and for export.

One file holds one engine call: a line of JSON (sample rate, words, checksum), then 16-bit
samples. A file appears whole or not at all, a damaged one is removed when met, and the
least recently used go when the folder grows past its limit; so several processes can share
it. It never raises: where the disk is full or read-only, nothing more is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader import paths
from reader.narration.utterance import Span
from reader.speech.checked import kept_words, packed, unpacked, words_of
from reader.speech.engine import AudioChunk, Engine, Samples, Voice
from reader.speech.signal import to_int16

LIMIT = 1_000_000_000
"""Bytes on disk by default: five hours and a half of speech."""

_FORMAT = 1
_LEAN = 0.9  # the share of the limit that is left after tidying
_STALE = 3600.0  # seconds after which a draft was left by a process that died

_log = logging.getLogger(__name__)


def speech_key(engine: Engine, voice: Voice, spans: Sequence[Span]) -> str:
    """Names the sound of `spans`: equal for what sounds equal, wherever it stands in a book."""
    origin = spans[0].start if spans else 0
    said: list[dict[str, Any]] = []
    for span in spans:
        fields = asdict(span)
        fields["start"], fields["end"] = span.start - origin, span.end - origin
        del fields["voice"], fields["speaker"]
        said.append(fields)
    content = [_FORMAT, engine.name, engine.version, voice.name, said]
    text = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def as_kept(chunk: AudioChunk) -> AudioChunk:
    """`chunk` as it would come back from the cache: to the sample the same."""
    return AudioChunk(
        samples=_restored(to_int16(chunk.samples)),
        rate=chunk.rate,
        words=chunk.words,
        skipped=chunk.skipped,
    )


class AudioCache:
    """A folder of speech, bounded in bytes; safe for several threads and processes."""

    def __init__(self, folder: Path | None = None, *, limit: int = LIMIT) -> None:
        self._folder = folder or paths.cache_folder() / "speech"
        self._limit = limit
        self._size: int | None = None
        self._broken = False

    def get(self, key: str) -> AudioChunk | None:
        """The speech kept under `key`; None if there is none, or only a damaged file."""
        file = self._file(key)
        try:
            content = file.read_bytes()
        except OSError:
            return None
        try:
            chunk = _decoded(content)
        except (ValueError, KeyError, TypeError):
            _log.info("removing a damaged file of the speech cache: %s", file.name)
            self._discard(file)
            return None
        with contextlib.suppress(OSError):
            os.utime(file)  # the time of last use, for tidying
        return chunk

    def holds(self, key: str) -> bool:
        """Whether there is a file for `key`."""
        return self._file(key).exists()

    def put(self, key: str, chunk: AudioChunk) -> None:
        """Keep `chunk` (its marks are not kept) under `key`."""
        if self._broken:
            return
        content = _encoded(chunk)
        try:
            self._write(self._file(key), content)
            self._grown(len(content))
        except OSError as error:
            self._broken = True
            _log.warning("Speech is no longer kept on disk: %s", error.strerror)

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}.speech"

    def _write(self, file: Path, content: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(suffix=".draft", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            os.replace(draft, file)
        except BaseException:
            self._discard(Path(draft))
            raise

    def _grown(self, added: int) -> None:
        if self._size is None:
            self._size = sum(size for _, size, _ in self._files())
        else:
            self._size += added
        if self._size > self._limit:
            self._tidy()

    def _tidy(self) -> None:
        files = sorted(self._files(), key=lambda each: each[2])
        total = sum(size for _, size, _ in files)
        for file, size, used in files:
            stale = file.suffix == ".draft" and time.time() - used > _STALE
            if stale or (total > self._limit * _LEAN and file.suffix != ".draft"):
                self._discard(file)
                total -= size
        self._size = total

    def _files(self) -> list[tuple[Path, int, float]]:
        """Every file with its bytes and the time of its last use."""
        found: list[tuple[Path, int, float]] = []
        for file in self._folder.glob("??/*"):
            try:
                status = file.stat()
            except OSError:
                continue
            found.append((file, status.st_size, status.st_mtime))
        return found

    @staticmethod
    def _discard(file: Path) -> None:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def _encoded(chunk: AudioChunk) -> bytes:
    about = {"rate": chunk.rate, "words": kept_words(chunk.words), "skipped": chunk.skipped}
    return packed(about, to_int16(chunk.samples).astype("<i2").tobytes())


def _decoded(content: bytes) -> AudioChunk:
    about, sound = unpacked(content)
    return AudioChunk(
        samples=_restored(np.frombuffer(sound, "<i2")),
        rate=int(about["rate"]),
        words=words_of(about["words"]),
        skipped=about.get("skipped", ""),
    )


def _restored(samples: NDArray[np.int16]) -> Samples:
    restored: Samples = samples.astype(np.float32) / np.float32(32767.0)
    return restored
