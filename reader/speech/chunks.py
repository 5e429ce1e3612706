"""Pieces of speech joined, and moved in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from reader.speech.engine import AudioChunk, TimedWord


def joined(chunks: Sequence[AudioChunk]) -> AudioChunk:
    """One chunk that sounds like `chunks`, of one rate, one after another; without marks."""
    words: list[TimedWord] = []
    begin = 0.0
    for chunk in chunks:
        words.extend(word.moved(seconds=begin) for word in chunk.words)
        begin += chunk.seconds
    return AudioChunk(
        samples=np.concatenate([chunk.samples for chunk in chunks]),
        rate=chunks[0].rate,
        words=tuple(words),
        skipped="".join(chunk.skipped for chunk in chunks),
    )


def moved(chunk: AudioChunk, offset: int) -> AudioChunk:
    """`chunk` with its words' places in the chapter moved by `offset`."""
    return replace(chunk, words=tuple(word.moved(offset=offset) for word in chunk.words))
