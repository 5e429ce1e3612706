"""The Mandarin voice: FastSpeech 2 and multi-band MelGAN, run by onnxruntime or Paddle."""

from reader.speech.engines.mandarin.engine import BASE_LOUDNESS, MandarinEngine

__all__ = ["BASE_LOUDNESS", "MandarinEngine"]
