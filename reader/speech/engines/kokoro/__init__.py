"""Kokoro: natural voices for Mandarin and English, from one model, about as slow as speech."""

from reader.speech.engines.kokoro.engine import KokoroEngine

__all__ = ["KokoroEngine"]
