"""Which of the published styles each of our voices speaks in.

A style is a file of 510 vectors of 256 numbers: one for every length of what is said, in
phonemes. The first letter of its name tells the language and accent (``a`` American,
``b`` British English, ``z`` Mandarin).
"""

from __future__ import annotations

from reader.errors import VoiceMissing

MANDARIN, BRITISH = "z", "b"

STYLES = {
    "kokoro-xiaoxiao": "zf_xiaoxiao",
    "kokoro-xiaobei": "zf_xiaobei",
    "kokoro-xiaoyi": "zf_xiaoyi",
    "kokoro-yunxi": "zm_yunxi",
    "kokoro-yunxia": "zm_yunxia",
    "kokoro-yunjian": "zm_yunjian",
    "kokoro-yunyang": "zm_yunyang",
    "kokoro-bella": "af_bella",
    "kokoro-michael": "am_michael",
    "kokoro-fenrir": "am_fenrir",
    "kokoro-emma": "bf_emma",
    "kokoro-george": "bm_george",
}

LENGTHS, SIZE = 510, 256
"""Rows of a style's file, and float32 numbers in each."""


def style_of(voice_name: str) -> str:
    """The style that the voice speaks in; raises :class:`~reader.errors.VoiceMissing`."""
    try:
        return STYLES[voice_name]
    except KeyError:
        raise VoiceMissing(
            voice_name, "Kokoro has no such voice.", "Run: tingshu voices list"
        ) from None


def file_of(style: str) -> str:
    """Where the style lies in the pack's folder."""
    return f"voices/{style}.bin"
