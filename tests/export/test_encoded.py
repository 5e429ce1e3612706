"""Compressed files sound as what was written, in the right place, and say what they are."""

from __future__ import annotations

import errno
import json
import shutil
import struct
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from reader.export.audio import AudioFile
from reader.export.levelling import gain_of, levelled
from reader.export.loudness import integrated, power
from reader.export.options import LOUDNESS, TRUE_PEAK
from reader.export.products import encoded
from reader.export.products.containers import KINDS, Codec, audio_frame
from reader.export.products.cover import Picture
from reader.export.products.encoded import open_sound
from reader.export.products.mp4_outline import with_sound
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import amplitude
from tests.export.levels import decoded, speech_like, true_peak
from tests.export.pictures import picture_file

CODECS: tuple[Codec, ...] = ("aac", "mp3", "opus", "flac")
ENDING = {"aac": ".m4b", "mp3": ".mp3", "opus": ".opus", "flac": ".flac"}
TAGS = {
    "title": "红楼梦 & more",
    "album": "红楼梦 & more",
    "artist": "曹雪芹, A. Writer",
    "album_artist": "曹雪芹, A. Writer",
    "composer": "Heart, 小小",
    "genre": "Audiobook",
    "date": "1999-05-03",
    "publisher": "A House",
    "language": "zho",
    "series": "四大名著",
    "track": "3/12",
}
SPEECH = speech_like(8)

each_codec = pytest.mark.parametrize("codec", CODECS)
with_ffprobe = pytest.mark.skipif(
    shutil.which("ffprobe") is None, reason="ffprobe is not installed: Debian package ffmpeg"
)


def write(path: Path, codec: Codec, sound: Samples, **choices: Any) -> Path:
    file = open_sound(path, codec, **choices)
    for begin in range(0, len(sound), 30_001):
        file.write(sound[begin : begin + 30_001])
    assert file.frames == len(sound)
    file.finish()
    return path


def write_chapters(file: AudioFile, titles: list[str], length: int = 30_007) -> list[int]:
    """Chapters of quiet noise; the samples at which they begin."""
    noise = np.random.default_rng(1).normal(0, 0.01, length).astype(np.float32)
    begins = []
    for title in titles:
        begins.append(file.frames)
        file.begin_chapter(title)
        file.write(noise)
    file.finish()
    return begins


def marks(path: Path) -> list[tuple[float, str]]:
    with av.open(str(path), "r") as file:
        return [
            (float(each["start"] * each["time_base"]), each["metadata"].get("title", ""))
            for each in file.chapters()
        ]


def probe(path: Path) -> dict[str, Any]:
    command = ["ffprobe", "-v", "error", "-of", "json"]
    command += ["-show_format", "-show_streams", "-show_chapters", str(path)]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    found: dict[str, Any] = json.loads(said)
    return found


@each_codec
@pytest.mark.parametrize("chapters", [False, True])
def test_what_is_decoded_is_what_was_written_at_the_same_sample(tmp_path, codec, chapters):
    path = write(tmp_path / f"sound{ENDING[codec]}", codec, SPEECH, chapters=chapters)
    heard = decoded(path)
    assert 0 <= len(heard) - len(SPEECH) < 1024
    heard = heard[: len(SPEECH)]
    spectrum = np.fft.rfft(heard, 2 * len(SPEECH)) * np.conj(np.fft.rfft(SPEECH, 2 * len(SPEECH)))
    assert int(np.fft.irfft(spectrum).argmax()) == 0
    height = float((heard * SPEECH).sum() / (SPEECH * SPEECH).sum())
    assert height == pytest.approx(1.0, abs=0.03)


@each_codec
def test_decoded_speech_is_on_target_and_under_the_true_peak(tmp_path, codec):
    sound = speech_like(20, seed=4)
    gain = gain_of(power(sound), lambda: [sound], target=LOUDNESS, previous=None)
    level = np.concatenate(list(levelled([sound], gain)))
    heard = decoded(write(tmp_path / "sound", codec, level))
    assert integrated(power(heard)) == pytest.approx(LOUDNESS, abs=1.0)
    assert true_peak(heard) <= amplitude(TRUE_PEAK)


@each_codec
def test_the_loudest_sound_is_written_without_harm(tmp_path, codec):
    sound = np.sign(speech_like(3)).astype(np.float32)
    heard = decoded(write(tmp_path / "sound", codec, sound))
    assert np.isfinite(heard).all()
    assert len(heard) >= len(sound)


@each_codec
def test_chapters_begin_where_their_sound_does(tmp_path, codec):
    path = tmp_path / f"book{ENDING[codec]}"
    titles = ["One", "第二章：荷塘月色", "=;#\\ [x]\nnext", "", "长" * 200, "Six"]
    begins = write_chapters(open_sound(path, codec, chapters=True), titles)
    found = marks(path)
    for (second, _), begin in zip(found, begins, strict=True):
        assert second == pytest.approx(begin / SPEECH_RATE, abs=0.001)
    assert [title for _, title in found] == [
        "One",
        "第二章：荷塘月色",
        "=;#\\ [x] next",
        "4",
        "长" * 85,
        "Six",
    ]


@with_ffprobe
@each_codec
def test_ffprobe_agrees_about_chapters_tags_and_length(tmp_path, codec):
    path = tmp_path / f"book{ENDING[codec]}"
    picture = Picture(content=picture_file("mjpeg"), codec="mjpeg", width=60, height=80)
    file = open_sound(path, codec, tags=TAGS, picture=picture, chapters=True)
    begins = write_chapters(file, [f"第{number}章" for number in range(20)])
    found = probe(path)
    sound, *others = found["streams"]
    tags = {**found["format"].get("tags", {}), **sound.get("tags", {})}
    wanted = {**TAGS, "show": TAGS["series"], "media_type": "2"}
    lost = {"publisher", "series"} if codec == "aac" else {"show", "media_type"}
    assert {name: tags.get(name) for name in wanted if name not in lost} == {
        name: value for name, value in wanted.items() if name not in lost
    }
    assert not lost & set(tags)
    assert float(found["format"]["duration"]) == pytest.approx(file.frames / SPEECH_RATE, abs=0.06)
    assert [each["codec_name"] for each in others if each["disposition"]["attached_pic"]] == [
        "mjpeg"
    ]
    times = [float(each["start_time"]) for each in found["chapters"]]
    assert times == pytest.approx([begin / SPEECH_RATE for begin in begins], abs=0.001)
    ends = [float(each["end_time"]) for each in found["chapters"]]
    assert ends[:-1] == times[1:]
    assert [each["tags"]["title"] for each in found["chapters"]] == [
        f"第{number}章" for number in range(20)
    ]


@each_codec
def test_hundreds_of_chapters_are_all_kept(tmp_path, codec):
    """The list that Nero thought up for MP4 ends at 255; there is another one."""
    path = tmp_path / f"book{ENDING[codec]}"
    titles = [f"Chapter {number}" for number in range(400)]
    begins = write_chapters(open_sound(path, codec, chapters=True), titles, length=1201)
    found = marks(path)
    assert [title for _, title in found] == titles
    assert [second for second, _ in found] == pytest.approx(
        [begin / SPEECH_RATE for begin in begins], abs=0.001
    )


@each_codec
def test_the_sound_that_is_written_first_goes_away(tmp_path, codec):
    write(tmp_path / "whole", codec, SPEECH, chapters=True)
    assert [path.name for path in tmp_path.iterdir()] == ["whole"]
    file = open_sound(tmp_path / "left", codec, chapters=True)
    file.write(SPEECH)
    file.abandon()
    assert {path.name for path in tmp_path.iterdir()} <= {"whole", "left"}


@each_codec
@pytest.mark.parametrize("chapters", [False, True])
def test_abandoning_never_raises(tmp_path, codec, chapters):
    file = open_sound(tmp_path / "one", codec, chapters=chapters)
    file.abandon()
    file = open_sound(tmp_path / "two", codec, chapters=chapters)
    file.write(SPEECH)
    file.abandon()
    file.abandon()


@pytest.mark.skipif(sys.platform != "linux", reason="no /dev/full")
@each_codec
def test_a_full_disk_is_an_error_of_the_system(codec):
    noise = np.random.default_rng(2).normal(0, 0.2, 3_000_000).astype(np.float32)
    with pytest.raises(OSError, match="No space left"):
        write(Path("/dev/full"), codec, noise)


@each_codec
@pytest.mark.parametrize("chapters", [False, True])
def test_a_missing_folder_is_an_error_of_the_system(tmp_path, codec, chapters):
    with pytest.raises(FileNotFoundError):
        open_sound(tmp_path / "nowhere" / "file", codec, chapters=chapters)


def test_a_picture_that_fails_leaves_nothing_open(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(encoded, "begin", refuse)
    with pytest.raises(OSError, match="broken"):
        open_sound(tmp_path / "file", "flac")
    with pytest.raises(OSError, match="broken"):
        open_sound(tmp_path / "other", "mp3", chapters=True)
    assert not list(tmp_path.glob("*.part"))


@each_codec
def test_nothing_written_is_still_a_file(tmp_path, codec):
    file = open_sound(tmp_path / "file", codec, tags=TAGS)
    file.write(np.zeros(0, np.float32))
    file.finish()
    assert file.frames == 0
    assert (tmp_path / "file").stat().st_size > 0


def test_an_m4b_is_the_same_as_ffmpeg_makes_it(tmp_path):
    """Only our tables of the sound differ; every frame lies where FFmpeg's own would."""
    plain = tmp_path / "plain.m4a"
    with av.open(str(plain), "w", format="mp4") as container:
        stream = container.add_stream(
            "aac", rate=SPEECH_RATE, layout="mono", options={"aac_coder": "fast"}
        )
        stream.bit_rate = KINDS["aac"].bit_rate or 0
        container.mux(stream.encode(audio_frame(SPEECH, 0)))
        container.mux(stream.encode(None))
    ours = write(tmp_path / "ours.m4b", "aac", SPEECH)
    np.testing.assert_array_equal(decoded(ours), decoded(plain))
    for path in (ours, plain):
        with av.open(str(path), "r") as file:
            file.seek(5_000_000)
            assert abs(next(file.decode(audio=0)).time - 5.0) < 0.1


def test_an_m4b_of_more_than_four_gigabytes_has_places_of_64_bits(tmp_path):
    silent = write(tmp_path / "short.m4b", "aac", SPEECH[:5000]).read_bytes()
    outline = with_sound(silent, [60_000] * 80_000, 80_000 * 1024)
    table = outline[outline.index(b"co64") + 8 :]
    (count,) = struct.unpack_from(">I", table)
    places = np.frombuffer(table, ">u8", count, offset=4)
    assert count == -(-80_000 // 24)
    assert set(np.diff(places)) == {24 * 60_000}
    assert places[0] == len(outline)


def test_an_m4b_of_more_than_two_days_says_how_long_it_is(tmp_path):
    """The samples of 50 hours need more than 32 bits."""
    silent = write(tmp_path / "short.m4b", "aac", SPEECH[:5000]).read_bytes()
    frames = 60 * 3600 * SPEECH_RATE
    outline = with_sound(silent, [300] * 1000, frames)
    assert struct.pack(">IQ", SPEECH_RATE, frames + 1024) in outline
    path = tmp_path / "long.m4b"
    path.write_bytes(outline)
    with av.open(str(path), "r") as file:
        assert file.streams.audio[0].time_base == Fraction(1, SPEECH_RATE)
        assert file.streams.audio[0].frames == 1000
