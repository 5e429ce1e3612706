"""Which file of sound a format makes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reader.export.audio import AudioFile, WavFile
from reader.export.options import Format
from reader.export.products.containers import Codec
from reader.export.products.cover import Picture
from reader.export.products.encoded import open_sound

_CODECS: Mapping[Format, Codec] = {"m4b": "aac", "mp3": "mp3", "opus": "opus", "flac": "flac"}


def sound_of(
    path: Path,
    format: Format,  # noqa: A002  (the word of the field)
    *,
    tags: Mapping[str, str],
    picture: Picture | None,
    chapters: bool = False,
) -> AudioFile:
    """A new file of `format` at `path`; WAV carries neither tags nor chapters."""
    codec = _CODECS.get(format)
    if codec is None:
        return WavFile(path)
    return open_sound(path, codec, tags=tags, picture=picture, chapters=chapters)
