"""Files that PyAV makes: how each codec is used, and what stands before the sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from reader.export.products.cover import Picture, add_picture
from reader.export.sections import milliseconds
from reader.speech.engine import SPEECH_RATE, Samples

if TYPE_CHECKING:
    from av import AudioFrame, AudioStream
    from av.container import OutputContainer
    from av.container.core import Chapter

Codec = Literal["aac", "mp3", "opus", "flac"]

NO_TAGS: Mapping[str, str] = MappingProxyType({})

_COMMENTED = {"flac", "ogg"}
"""Containers whose chapters are comments."""

_LONGEST_TITLE = 255
"""Bytes of a chapter's title that Nero's list in MP4 has room for."""


MOST_NERO_CHAPTERS = 255
"""Nero's list counts them with a byte. Players such as VLC that find it look no further, so a book
with more has only the track of chapters."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A way to encode: FFmpeg's names for the container, the encoder and their options.

    `bit_rate` is in bits a second, None where nothing is lost. `louder` makes up for what the
    encoder takes away.
    """

    container: str
    encoder: str
    bit_rate: int | None
    options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)
    louder: float = 1.0


KINDS: Mapping[Codec, Kind] = MappingProxyType(
    {
        # The fast coder is nearer to the original than the thorough one at this rate, and four
        # times as quick. The brand makes players remember the place.
        "aac": Kind(
            container="mp4",
            encoder="aac",
            bit_rate=64_000,
            options={"aac_coder": "fast"},
            container_options={"brand": "M4B "},
        ),
        # LAME turns down what it encodes at a constant rate to 95 % of its height.
        "mp3": Kind(
            container="mp3",
            encoder="libmp3lame",
            bit_rate=64_000,
            options={"compression_level": "7"},
            container_options={"id3v2_version": "3"},
            louder=1 / 0.95,
        ),
        "opus": Kind(
            container="ogg",
            encoder="libopus",
            bit_rate=40_000,
            options={"compression_level": "5"},
        ),
        "flac": Kind(container="flac", encoder="flac", bit_rate=None),
    }
)
"""How each codec is used; the rates and levels were chosen by comparing the spectrum of speech in
English and Mandarin with that of what is decoded, and by the time that encoding takes."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A chapter begins at the sample number `frame`."""

    frame: int
    title: str


def opened(
    path: Path,
    kind: Kind,
    tags: Mapping[str, str],
    picture: Picture | None,
    further: Mapping[str, str] = NO_TAGS,
) -> OutputContainer:
    """A new file with `tags`, and the picture where the container has it among them."""
    import av

    container = av.open(
        str(path.absolute()),
        "w",
        format=kind.container,
        options={**kind.container_options, **further},
    )
    container.metadata.update(_named(tags, kind))
    if kind.container == "ogg" and picture is not None:
        container.metadata["METADATA_BLOCK_PICTURE"] = picture.flac_block
    return container


def add_sound(
    container: OutputContainer, kind: Kind, tags: Mapping[str, str] = NO_TAGS
) -> AudioStream:
    """A new stream for sound that is encoded as `kind`; of the `tags` it takes the language."""
    added = container.add_stream(
        kind.encoder, rate=SPEECH_RATE, options=dict(kind.options), layout="mono"
    )
    stream = cast("AudioStream", added)
    if kind.bit_rate is not None:
        stream.bit_rate = kind.bit_rate
    if "language" in tags:
        stream.metadata["language"] = tags["language"]
    return stream


def begin(container: OutputContainer, kind: Kind, picture: Picture | None) -> None:
    """Write the header, when the stream of sound has been added, and the picture behind it."""
    packet = None
    if picture is not None and kind.container != "ogg":
        packet = add_picture(container, picture)
    container.start_encoding()
    if packet is not None:
        container.mux(packet)


def audio_frame(samples: Samples, at: int) -> AudioFrame:
    """`samples`, floating, for an encoder; the first is the sample number `at`."""
    from av import AudioFrame

    frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
    return timed(frame, at)


def timed(frame: AudioFrame, at: int) -> AudioFrame:
    """`frame`, with its first sample at number `at`."""
    frame.sample_rate = SPEECH_RATE
    frame.time_base = Fraction(1, SPEECH_RATE)
    frame.pts = at
    return frame


def mark(container: OutputContainer, kind: Kind, marks: Sequence[Mark], frames: int) -> None:
    """Give the file its chapters: in MP4 before it is closed, in the others before it begins."""
    if kind.container in _COMMENTED:
        container.metadata.update(_comments(marks))
    else:
        container.set_chapters(list(_chapters(marks, frames)))


def _chapters(marks: Sequence[Mark], frames: int) -> Iterator[Chapter]:
    end = Mark(frame=frames, title="")
    for number, (each, following) in enumerate(pairwise([*marks, end])):
        yield {
            "id": number,
            "start": milliseconds(each.frame),
            "end": milliseconds(following.frame),
            "time_base": Fraction(1, 1000),
            "metadata": {"title": _title(each, number)},
        }


def _comments(marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """Chapters as Vorbis comments have them. FFmpeg reads these, but writes none in FLAC, and in
    Ogg those that begin in the second half of a second it writes a second late.
    """
    for number, each in enumerate(marks):
        minutes, rest = divmod(milliseconds(each.frame), 60_000)
        time = f"{minutes // 60:02d}:{minutes % 60:02d}:{rest / 1000:06.3f}"
        yield f"CHAPTER{number:03d}", time
        yield f"CHAPTER{number:03d}NAME", _title(each, number)


def _title(mark: Mark, number: int) -> str:
    """What a chapter is called: never nothing, and no longer than there is room for."""
    title = " ".join(mark.title.replace("\0", " ").split())
    whole = title.encode("utf-8", "ignore")[:_LONGEST_TITLE].decode("utf-8", "ignore")
    return whole.strip() or str(number + 1)


def _named(tags: Mapping[str, str], kind: Kind) -> dict[str, str]:
    """`tags` by the names that the container keeps them under."""
    if kind.container != "mp4":
        return dict(tags)
    # MP4 knows no series, but a show; media type 2 (the atom ``stik``) is an audiobook.
    return {
        "media_type": "2",
        **{("show" if name == "series" else name): value for name, value in tags.items()},
    }
