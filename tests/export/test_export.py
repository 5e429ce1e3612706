"""Chapters become sound files that are whole, marked and tagged, or none at all."""

from __future__ import annotations

import errno
import io
import os
import shutil
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from reader.background import CancelToken
from reader.books.model import Book, Cover
from reader.errors import Cancelled, DiskFull, EngineFailed, ExportError
from reader.export import audio
from reader.export.audio import WavFile
from reader.export.earlier import CHAPTER_PAUSE, ExportProgress, export_book
from reader.narration.utterance import Utterance
from reader.speech.engine import SPEECH_RATE
from tests.fakes.reading import PAUSE, FakeNarrator, FakeSpeaker, FakeTimeline, make_book

BOOK = make_book(
    ("One", "First sentence here. Second sentence here.\nThird one."),
    ("第二章", "这是第二章。有两句话。"),
    ("Three: the end?", "The last chapter. Good bye."),
)


def seconds(text: str) -> float:
    """How long the fake speaker takes for a chapter's text."""
    sentences = [
        part for part in text.replace("。", "。\n").replace(".", ".\n").split("\n") if part
    ]
    return sum(len(part) * 0.01 + PAUSE for part in sentences)


LENGTHS = [seconds(chapter.text) for chapter in BOOK.chapters]


def export(target: Path, book: Book = BOOK, **choices: Any) -> list[Path]:
    usual = {
        "format": "wav",
        "narrator": FakeNarrator(book),
        "timeline": FakeTimeline(book),
        "speaker": FakeSpeaker(),
        "cancel": CancelToken(),
    }
    return export_book(book, target, **(usual | choices))


def wav_seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getframerate() == SPEECH_RATE
        return file.getnframes() / SPEECH_RATE


def wav_samples(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32767


def m4b_samples(path: Path) -> np.ndarray:
    with av.open(str(path)) as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def test_one_wav_holds_the_chapters_with_silence_between(tmp_path: Path) -> None:
    target = tmp_path / "book.wav"
    assert export(target) == [target]
    assert wav_seconds(target) == pytest.approx(
        sum(LENGTHS) + 2 * (CHAPTER_PAUSE - PAUSE), abs=0.002
    )
    samples = wav_samples(target)
    assert np.max(np.abs(samples)) == pytest.approx(0.5, abs=0.01)
    loud = np.abs(samples) > 0.1
    begin_of_second = round((LENGTHS[0] - PAUSE + CHAPTER_PAUSE) * SPEECH_RATE)
    quiet = samples[begin_of_second - round(CHAPTER_PAUSE * SPEECH_RATE) + 5 : begin_of_second - 5]
    assert not np.any(quiet)
    assert np.any(loud[begin_of_second : begin_of_second + 100])


def test_a_wav_a_chapter_in_a_new_folder(tmp_path: Path) -> None:
    written = export(tmp_path / "new" / "folder")
    assert [path.name for path in written] == [
        "01 One.wav",
        "02 第二章.wav",
        "03 Three the end.wav",
    ]
    assert [wav_seconds(path) for path in written] == [
        pytest.approx(length, abs=0.002) for length in LENGTHS
    ]


def test_chosen_chapters_only(tmp_path: Path) -> None:
    written = export(tmp_path / "out", chapters=[0, 2])
    assert [path.name[:2] for path in written] == ["01", "03"]


def test_chapters_without_speech_get_no_file(tmp_path: Path) -> None:
    book = make_book(("Empty", ""), ("Full", "Some text."))
    written = export(tmp_path / "out", book)
    assert [path.name for path in written] == ["02 Full.wav"]


@pytest.mark.parametrize("name", ["book.wav", "folder", "book.m4b"])
def test_nothing_to_say_is_an_error_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    book = make_book(("Empty", ""))
    choice = "m4b" if name.endswith("m4b") else "wav"
    with pytest.raises(ExportError, match="no text that can be spoken"):
        export(tmp_path / name, book, format=choice)
    assert files(tmp_path) == []


def test_the_first_seconds_only(tmp_path: Path) -> None:
    speaker = FakeSpeaker()
    export(tmp_path / "book.wav", first_seconds=0.6, speaker=speaker)
    assert wav_seconds(tmp_path / "book.wav") == 0.6
    assert len(speaker.spoken) == 2
    tail = wav_samples(tmp_path / "book.wav")[-3:]
    assert np.all(np.abs(tail) < 0.01)


def test_an_m4b_is_marked_and_tagged(tmp_path: Path) -> None:
    target = tmp_path / "book.m4b"
    assert export(target, format="m4b") == [target]
    with av.open(str(target)) as file:
        marks = file.chapters()
        tags = file.metadata
        stream = file.streams.audio[0]
        assert (stream.codec_context.name, stream.rate, stream.layout.name) == (
            "aac",
            SPEECH_RATE,
            "mono",
        )
    assert [mark["metadata"]["title"] for mark in marks] == ["One", "第二章", "Three: the end?"]
    assert tags["title"] == tags["album"] == "A Book 书"
    assert tags["artist"] == "A. Writer, 李四"
    assert (tags["genre"], tags["date"], tags["media_type"]) == ("Audiobook", "1999", "2")
    content = target.read_bytes()
    assert content[4:12] == b"ftypM4B "
    assert content.index(b"moov") < content.index(b"mdat"), "players can start before the end"


def test_chapter_marks_agree_with_the_sound(tmp_path: Path) -> None:
    """Each mark lies within 20 ms of the first sound after the silence."""
    target = tmp_path / "book.m4b"
    export(target, format="m4b")
    samples = m4b_samples(target)
    with av.open(str(target)) as file:
        starts = [float(mark["start"] * mark["time_base"]) for mark in file.chapters()]
        ends = [float(mark["end"] * mark["time_base"]) for mark in file.chapters()]
    assert starts[0] == 0
    assert starts[1:] == ends[:-1]
    assert ends[-1] == pytest.approx(len(samples) / SPEECH_RATE, abs=0.05)
    envelope = np.abs(samples)
    for start in starts[1:]:
        at = round(start * SPEECH_RATE)
        before = envelope[at - round(1.4 * SPEECH_RATE) : at - round(0.02 * SPEECH_RATE)]
        after = envelope[at : at + round(0.02 * SPEECH_RATE)]
        assert np.max(before) < 0.05
        assert np.max(after) > 0.3


def test_an_m4b_into_a_folder_is_named_for_the_title(tmp_path: Path) -> None:
    book = replace(BOOK, title='What? A "Book" / 书.')
    [written] = export(tmp_path, book, format="m4b")
    assert written == tmp_path / "What A Book 书.m4b"


def picture(codec: str, pixels: str) -> bytes:
    buffer = io.BytesIO()
    container = codec if codec == "gif" else "image2pipe"
    with av.open(buffer, "w", format=container) as file:
        stream = file.add_stream(codec, rate=1)
        stream.width, stream.height, stream.pix_fmt = 48, 64, pixels
        frame = av.VideoFrame.from_ndarray(np.full((64, 48, 3), 90, np.uint8), format="rgb24")
        file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("codec", "pixels", "media_type"),
    [("mjpeg", "yuvj420p", "image/jpeg"), ("png", "rgb24", "image/png")],
)
def test_the_cover_is_attached(tmp_path: Path, codec: str, pixels: str, media_type: str) -> None:
    content = picture(codec, pixels)
    book = replace(BOOK, cover=Cover(content=content, media_type=media_type))
    export(tmp_path / "book.m4b", book, format="m4b")
    with av.open(str(tmp_path / "book.m4b")) as file:
        stream = file.streams.video[0]
        assert stream.disposition == av.stream.Disposition.attached_pic
        packet = next(packet for packet in file.demux(stream) if packet.size)
        assert bytes(packet) == content
        assert len(file.chapters()) == 3


@pytest.mark.parametrize("content", [b"", b"no picture at all", picture("gif", "rgb8")])
def test_a_cover_that_is_no_usable_picture_is_left_out(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    book = replace(BOOK, cover=Cover(content=content, media_type="image/jpeg"))
    export(tmp_path / "book.m4b", book, format="m4b")
    assert "no cover" in caplog.text
    with av.open(str(tmp_path / "book.m4b")) as file:
        assert len(file.chapters()) == 3
        assert not file.streams.video


def test_progress_rises_to_one(tmp_path: Path) -> None:
    seen: list[ExportProgress] = []
    export(tmp_path / "book.wav", progress=seen.append)
    assert [each.chapter for each in seen] == [0, 0, 0, 0, 1, 1, 1, 2, 2, 2]
    fractions = [each.fraction for each in seen]
    assert fractions == sorted(fractions)
    assert 0 < fractions[0] < 0.5
    assert fractions[-1] == 1
    assert seen[-1].seconds == pytest.approx(sum(LENGTHS), abs=0.01)


def stop_at(sentence: str, action: Callable[[], None]) -> FakeSpeaker:
    def before(utterance: Utterance) -> None:
        if sentence in utterance.text:
            action()

    return FakeSpeaker(before)


def fail() -> None:
    raise EngineFailed("fake", "It gave up.")


def interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("choice", ["wav", "m4b"])
@pytest.mark.parametrize("older", [None, b"an older export"])
def test_cancelling_leaves_only_what_was_there(
    tmp_path: Path, choice: str, older: bytes | None
) -> None:
    target = tmp_path / f"book.{choice}"
    if older is not None:
        target.write_bytes(older)
    token = CancelToken()
    with pytest.raises(Cancelled):
        export(target, format=choice, cancel=token, speaker=stop_at("有两句话", token.cancel))
    assert files(tmp_path) == ([] if older is None else [target.name])
    if older is not None:
        assert target.read_bytes() == older


@pytest.mark.parametrize("choice", ["wav", "m4b"])
@pytest.mark.parametrize(
    ("action", "error"), [(fail, EngineFailed), (interrupt, KeyboardInterrupt)]
)
def test_a_failure_leaves_nothing(
    tmp_path: Path, choice: str, action: Callable[[], None], error: type[BaseException]
) -> None:
    with pytest.raises(error):
        export(tmp_path / f"b.{choice}", format=choice, speaker=stop_at("有两句话", action))
    assert files(tmp_path) == []


def test_whole_chapters_stay_when_a_later_one_fails(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed):
        export(tmp_path / "out", speaker=stop_at("有两句话", fail))
    assert files(tmp_path / "out") == ["01 One.wav"]


def test_a_new_folder_goes_away_when_the_first_chapter_fails(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed):
        export(tmp_path / "out", speaker=stop_at("First", fail))
    assert files(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="there are no such locks there")
def test_what_killed_exports_left_is_cleared(tmp_path: Path) -> None:
    killed = tmp_path / ".tingshu-0123456789ab.part"
    killed.write_bytes(b"half a book")
    os.utime(killed, (1, 1))
    export(tmp_path / "book.wav")
    assert files(tmp_path) == ["book.wav"]


@pytest.mark.parametrize("choice", ["wav", "m4b"])
def test_an_export_beside_another_leaves_its_draft_alone(tmp_path: Path, choice: str) -> None:
    def begin_another(_: Utterance) -> None:
        for draft in tmp_path.glob(".tingshu-*"):
            os.utime(draft, (1, 1))
        export(tmp_path / "other.wav")

    export(tmp_path / f"book.{choice}", format=choice, speaker=FakeSpeaker(begin_another))
    assert files(tmp_path) == [f"book.{choice}", "other.wav"]


def test_an_older_file_is_replaced_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "book.wav"
    target.write_bytes(b"older")

    def look(_: Utterance) -> None:
        assert target.read_bytes() == b"older"

    export(target, speaker=FakeSpeaker(look))
    assert wav_seconds(target) > 1
    assert files(tmp_path) == ["book.wav"]


def test_a_full_disk_is_named_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(self: WavFile, samples: np.ndarray) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(audio.WavFile, "write", write)
    for target in (tmp_path / "book.wav", tmp_path / "folder"):
        with pytest.raises(DiskFull, match="full") as caught:
            export(target)
        assert target.name in str(caught.value)
        assert files(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits on file sizes")
@pytest.mark.parametrize("choice", ["wav", "m4b"])
def test_a_disk_that_takes_no_more_stops_the_export(tmp_path: Path, choice: str) -> None:
    """The system itself refuses to write on, as it does on a full disk."""
    import resource

    book = make_book(("Long", "This goes on and on and on. " * 60), ("Next", "More of it. " * 60))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, before[1]))
    try:
        with pytest.raises(ExportError, match="does not take files this large"):
            export(tmp_path / f"book.{choice}", book, format=choice)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert files(tmp_path) == []


def test_a_disk_without_room_is_refused_before_anything_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=100))
    speaker = FakeSpeaker()
    with pytest.raises(DiskFull, match="0 MB are free"):
        export(tmp_path / "folder", speaker=speaker)
    assert speaker.spoken == []
    assert files(tmp_path) == []


def test_a_device_or_a_missing_folder_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a file")
    with pytest.raises(ExportError, match="no such folder"):
        export(tmp_path / "missing" / "book.m4b", format="m4b")
    with pytest.raises(ExportError):
        export(tmp_path / "plain" / "folder")
    if os.name != "nt":
        with pytest.raises(ExportError, match="not an ordinary file"):
            export(Path("/dev/null"), format="m4b")
        assert not Path("/dev/null").is_file()


def test_a_wav_of_more_than_4_gib_says_so_in_its_header() -> None:
    small, large = audio._wav_header(1000), audio._wav_header(3_000_000_000)
    assert len(small) == len(large) == 80
    assert small[:4] == b"RIFF"
    assert large[:16] == b"RF64\xff\xff\xff\xffWAVEds64"
    assert int.from_bytes(large[20:28], "little") == 6_000_000_072
    assert int.from_bytes(large[28:36], "little") == 6_000_000_000
    assert large[-8:] == b"data\xff\xff\xff\xff"


def test_memory_does_not_grow_with_the_book(tmp_path: Path) -> None:
    """Ten minutes of sound (29 MB as WAV) pass through in a few megabytes."""
    import tracemalloc

    book = make_book(*((f"Part {n}", "Twenty letters here. " * 200) for n in range(5)))
    tracemalloc.start()
    try:
        export(tmp_path / "book.wav", book)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert wav_seconds(tmp_path / "book.wav") > 450
    assert peak < 5e6
