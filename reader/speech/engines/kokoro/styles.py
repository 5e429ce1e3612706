"""Which of the published styles each of our voices speaks in.

A style is a file of 510 vectors of 256 numbers: one for every length of what is said, in
phonemes. The first letter of its name tells the language and accent (``a`` American,
``b`` British English, ``z`` Mandarin).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.errors import VoiceMissing
from reader.messages import message


@dataclass(frozen=True)
class Style:
    """A published style's `name`, and its `level`: RMS of its speech in dB full scale, measured
    with :func:`~reader.speech.signal.speech_level` over two sentences.
    """

    name: str
    level: float

    @property
    def file(self) -> str:
        """Where it lies in the pack's folder."""
        return f"voices/{self.name}.bin"

    @property
    def mandarin(self) -> bool:
        """Whether it speaks Mandarin; else English."""
        return self.name.startswith("z")

    @property
    def british(self) -> bool:
        """Whether it speaks British English."""
        return self.name.startswith("b")


STYLES = {
    "kokoro-xiaoxiao": Style("zf_xiaoxiao", -14.6),
    "kokoro-xiaobei": Style("zf_xiaobei", -19.3),
    "kokoro-xiaoyi": Style("zf_xiaoyi", -17.4),
    "kokoro-yunxi": Style("zm_yunxi", -20.0),
    "kokoro-yunxia": Style("zm_yunxia", -19.2),
    "kokoro-yunjian": Style("zm_yunjian", -19.8),
    "kokoro-yunyang": Style("zm_yunyang", -22.7),
    "kokoro-bella": Style("af_bella", -21.4),
    "kokoro-michael": Style("am_michael", -22.2),
    "kokoro-fenrir": Style("am_fenrir", -17.6),
    "kokoro-emma": Style("bf_emma", -18.9),
    "kokoro-george": Style("bm_george", -19.6),
}
"""By our voice's name."""

LENGTHS, SIZE = 510, 256
"""Rows of a style's file, and float32 numbers in each."""


def style_of(voice_name: str) -> Style:
    """The style that the voice speaks in; raises :class:`~reader.errors.VoiceMissing`."""
    try:
        return STYLES[voice_name]
    except KeyError:
        raise VoiceMissing(
            voice_name, message("Kokoro has no such voice."), message("Run: tingshu voices")
        ) from None
