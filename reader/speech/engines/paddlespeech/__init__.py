"""PaddleSpeech's published static voices, run by Paddle in a process of its own."""

from reader.speech.engines.paddlespeech.engine import PaddleSpeechEngine

__all__ = ["PaddleSpeechEngine"]
