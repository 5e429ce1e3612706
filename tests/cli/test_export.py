"""Exporting books with tones for voices."""

from __future__ import annotations

import json
import os
import signal
import wave
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

import av
import numpy as np
import pytest

from reader import settings
from reader.books.registry import read_book
from reader.cli.exporting import shelf
from reader.cli.exporting.here import Here
from reader.cli.exporting.telling import clock
from reader.export.unfinished import unfinished
from reader.narration.skipping import Skipping
from reader.speech.engine import SPEECH_RATE
from reader.ui.export.order import order_of
from tests.cli.conftest import Run
from tests.fakes.engine import FakeEngine, texts_heard

TEXTS = [
    "The rain had stopped.",
    "Anna opened the window.",
    "The train was late.",
    "Nobody minded.",
]


def heard(path: Path, texts: list[str]) -> list[str]:
    with av.open(str(path)) as file:
        rate = file.streams.audio[0].rate
        pieces = [frame.to_ndarray().astype(np.float32) for frame in file.decode(audio=0)]
    samples = np.concatenate([piece.reshape(piece.shape[0], -1)[0] for piece in pieces])
    return texts_heard(samples / max(1.0, float(np.abs(samples).max())), texts, rate)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Another book."""
    path = tmp_path / "second.html"
    path.write_text(
        "<title>second</title><h1>Chapter I</h1><p>Nobody minded.</p><h1>Index</h1><p>lamp, 12</p>",
        "utf-8",
    )
    return path


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A book of twelve chapters, more than are spoken ahead."""
    path = tmp_path / "long.txt"
    path.write_text(
        "\n\n".join(f"Chapter {n}\n\nThe lamp was lit {n} times." for n in range(1, 13)), "utf-8"
    )
    return path


# What is made


def test_an_audiobook_with_chapter_marks(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    target = tmp_path / "story.m4b"
    outcome = tingshu("export", story, "-o", target)
    assert outcome.status == 0
    assert outcome.out == f"{target}\n"
    assert "100%" in outcome.err
    assert "of sound, made in" in outcome.err
    with av.open(str(target)) as file:
        assert [mark["metadata"]["title"] for mark in file.chapters()] == [
            "Chapter I",
            "Chapter II",
        ]


@pytest.mark.parametrize("kind", ["mp3", "opus", "flac", "wav"])
def test_one_file_of_any_kind_by_its_ending(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, kind: str
) -> None:
    target = tmp_path / f"out.{kind.upper()}"
    outcome = tingshu("export", story, "-o", target, "--chapters", "2")
    assert outcome.out == f"{target}\n"
    assert heard(target, TEXTS) == TEXTS[2:]


def test_a_file_a_chapter(tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path) -> None:
    outcome = tingshu("export", story, "-o", tmp_path / "out", "--format", "flac")
    assert [Path(line).name for line in outcome.out.splitlines()] == [
        "01 - Chapter I.flac",
        "02 - Chapter II.flac",
    ]


@pytest.mark.parametrize("kind", ["epub", "daisy"])
def test_books_that_are_read_along(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, kind: str
) -> None:
    outcome = tingshu("export", story, "-o", tmp_path / "out", "--format", kind)
    assert outcome.status == 0
    (made,) = outcome.out.splitlines()
    assert Path(made).name == ("out.epub" if kind == "epub" else "ncc.html")
    assert Path(made).is_file()


def test_a_name_without_an_ending_gets_that_of_the_format(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    outcome = tingshu("export", story, "-o", tmp_path / "vol. 1")
    assert outcome.out == f"{tmp_path / 'vol. 1.m4b'}\n"


def test_a_folder_gets_a_file_named_for_the_title(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    outcome = tingshu("export", story, "-o", f"{tmp_path / 'new'}/")
    assert outcome.out == f"{tmp_path / 'new' / 'story.m4b'}\n"


def test_the_first_seconds(tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path) -> None:
    outcome = tingshu("export", story, "-o", tmp_path / "out.wav", "--first", "1.5")
    assert outcome.status == 0
    with wave.open(str(tmp_path / "out.wav")) as file:
        assert file.getnframes() == 1.5 * SPEECH_RATE


def test_the_first_seconds_need_no_other_process(
    tingshu: Run,
    engine: FakeEngine,
    tmp_path: Path,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("reader.export.executors.local_executor")
    assert tingshu("export", story, "-o", tmp_path / "out.wav", "--first", "1").status == 0


def test_captions_lie_beside_the_sound(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    outcome = tingshu("export", story, "-o", tmp_path / "a.m4b", "--captions", "lrc,vtt")
    assert [Path(line).name for line in outcome.out.splitlines()] == ["a.m4b", "a.vtt", "a.lrc"]
    captions = (tmp_path / "a.vtt").read_text("utf-8")
    assert all(text in captions for text in TEXTS)


def test_announcements(tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path) -> None:
    tingshu("export", story, "-o", tmp_path / "a.m4b", "--announce")
    assert "story. Read by Fake." in " ".join(engine.spoken).replace("  ", " ")
    with av.open(str(tmp_path / "a.m4b")) as file:
        titles = [mark["metadata"]["title"] for mark in file.chapters()]
    assert titles == ["story", "Chapter I", "Chapter II", "The end of story."]


def test_chapters_beside_the_text_are_left_out_and_told(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, second: Path
) -> None:
    outcome = tingshu("export", second, "-o", tmp_path / "a.m4b", "--leave-out", "notes,index")
    assert outcome.status == 0
    assert "Left out: index (2 “Index”)." in outcome.err
    assert not any("lamp" in text for text in engine.spoken)
    told = json.loads(
        tingshu("export", second, "-o", tmp_path / "b.m4b", "--leave-out", "all", "--json").out
    )
    assert told["left_out"] == [{"chapter": 2, "title": "Index", "kind": "index"}]


def test_when_everything_is_left_out_that_is_told(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, second: Path
) -> None:
    outcome = tingshu(
        "export", second, "-o", tmp_path / "a.m4b", "--chapters", "2", "--leave-out", "index"
    )
    assert outcome.status == 1
    assert "All chapters that were chosen are to be left out." in outcome.err


def test_the_pause_between_chapters(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    lengths = []
    for pause in ("0", "10"):
        told = json.loads(
            tingshu(
                "export", story, "-o", tmp_path / "a.wav", "--chapter-pause", pause, "--json"
            ).out
        )
        lengths.append(told["seconds"])
    assert lengths[1] - lengths[0] > 5


@pytest.mark.parametrize(("asked", "loudness"), [("-23", -23.0), ("-16", -16.0)])
def test_the_loudness_asked_for(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, samples: Path, asked: str, loudness: float
) -> None:
    told = json.loads(
        tingshu(
            "export",
            samples / "english.epub",
            "-o",
            tmp_path / "a.wav",
            "--chapters",
            "1",
            "--one-voice",
            "--loudness",
            asked,
            "--json",
        ).out
    )
    assert told["loudness"] == pytest.approx(loudness, abs=0.5)
    assert [each["loudness"] for each in told["sections"]] == [pytest.approx(loudness, abs=0.5)]


# What is told


def test_json_is_one_document(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    engine.mute_on = "☂"
    story.write_text("Chapter I\n\nThe rain ☂ had stopped ☂.", "utf-8")
    told = json.loads(tingshu("export", story, "-o", tmp_path / "a.wav", "--json").out)
    assert told["title"] == "story"
    assert told["files"] == [str(tmp_path / "a.wav")]
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert told["seconds"] == pytest.approx(file.getnframes() / SPEECH_RATE, abs=0.002)
    assert told["speed"] == pytest.approx(told["seconds"] / told["elapsed"], rel=0.1)
    assert told["skipped"] == {"☂": 2}


def test_what_no_voice_could_say_is_counted(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    engine.mute_on = "☂☃"
    story.write_text("Chapter I\n\nThe rain ☂ had stopped ☂ ☃.", "utf-8")
    outcome = tingshu("export", story, "-o", tmp_path / "a.wav")
    assert "No voice could say: ☂ (2), ☃ (1)." in outcome.err


def test_the_sections_are_told_with_their_times_and_what_the_work_took(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    told = json.loads(tingshu("export", story, "-o", tmp_path / "a.m4b", "--json").out)
    assert 0 < told["speaking_seconds"] <= told["elapsed"]
    assert 0 < told["writing_seconds"] <= told["elapsed"]
    assert told["writing_cpu_seconds"] > 0
    first, last = told["sections"]
    assert (first["title"], last["title"]) == ("Chapter I", "Chapter II")
    assert (first["start"], last["start"]) == (0.0, first["seconds"])
    assert first["seconds"] + last["seconds"] == pytest.approx(told["seconds"], abs=0.002)
    assert first["loudness"] == pytest.approx(told["loudness"], abs=0.1)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(7.2, "0:07"), (59.7, "1:00"), (723, "12:03"), (3723.4, "1:02:03")]
)
def test_time_in_figures(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


# What goes wrong


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("-o", "out.m4b", "--chapters", "1-9"), "no chapter 9"),
        (("-o", "out.m4b", "--chapters", "first"), "“first” is not"),
        (("-o", "out.m4b", "--format", "wav"), "the format is wav"),
        (("-o", "out.mp4"), "Files of the kind .mp4 cannot be written. The kinds are: m4b, mp3"),
        (("-o", "out.zip", "--format", "daisy"), "kind .zip"),
        (("-o", "no/where/out.m4b"), "no such folder"),
        (("-o", "out.m4b", "--voice", "nobody"), "no voice of this name"),
    ],
)
def test_complaints_are_clear(
    tingshu: Run,
    engine: FakeEngine,
    tmp_path: Path,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = tingshu("export", story, *arguments)
    assert outcome.status == 1
    assert complaint in outcome.err
    assert outcome.out == ""
    assert {path.name for path in tmp_path.iterdir()} <= {"home", "story.txt"}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--jobs", "2", "--cluster", "tcp://x:1"), "not allowed with"),
        (("--jobs", "0"), "“0” is not a number of processes"),
        (("--loudness", "-36"), "“-36” is not a loudness from -35 to -16"),
        (("--loudness", "-14"), "“-14” is not a loudness"),  # no voice gets there unharmed
        (("--loudness", "nan"), "is not a loudness"),
        (("--loudness", "loud"), "is not a loudness"),
        (("--captions", "ass"), "“ass” is no kind of captions; there are: vtt, srt, lrc"),
        (("--captions", "vtt", "--format", "daisy"), "daisy holds the text itself"),
        (("--captions", "vtt", "--format", "epub"), "epub holds the text itself"),
        (("--leave-out", "notes,jokes"), "“jokes” is no kind of chapter"),
        (("--chapter-pause", "-1"), "“-1” is not a number of seconds"),
        (("--first", "0"), "not a number of seconds above 0"),
    ],
)
def test_what_makes_no_sense_is_refused(
    tingshu: Run, tmp_path: Path, story: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    outcome = tingshu("export", story, "-o", tmp_path / "out", *arguments)
    assert outcome.status == 2
    assert complaint in outcome.err


def test_chapters_of_several_books_are_refused(
    tingshu: Run, tmp_path: Path, story: Path, second: Path
) -> None:
    outcome = tingshu("export", story, second, "-o", tmp_path, "--chapters", "1")
    assert outcome.status == 2
    assert "--chapters" in outcome.err


def test_a_place_that_is_not_there_is_told_before_the_book_is_looked_through(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr(shelf, "reading_of", lambda *_, **__: begun.append("casting"))
    outcome = tingshu("export", story, "-o", tmp_path / "no" / "out.m4b")
    assert outcome.status == 1
    assert "no such folder" in outcome.err
    assert begun == []


# Several books


def test_several_books_go_into_folders_of_their_own(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, second: Path
) -> None:
    outcome = tingshu("export", story, second, "-o", tmp_path / "shelf")
    assert outcome.status == 0
    assert "2 of 2 books are exported." in outcome.err
    assert outcome.out.splitlines() == [
        str(tmp_path / "shelf" / f"{name} {{Fake}}" / f"{name}.m4b") for name in ("story", "second")
    ]


def test_books_of_one_name_do_not_replace_each_other(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    other = tmp_path / "other" / "Story.txt"
    other.parent.mkdir()
    other.write_text("Another story.", "utf-8")
    tingshu("export", story, other, "-o", tmp_path / "shelf", "--format", "wav")
    assert names(tmp_path / "shelf") == ["Story 2 {Fake}", "story {Fake}"]


def test_a_book_that_fails_does_not_stop_the_others(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, second: Path
) -> None:
    missing = tmp_path / "missing.epub"
    outcome = tingshu("export", missing, story, second, "-o", tmp_path / "shelf", "--json")
    assert outcome.status == 1
    assert "2 of 3 books are exported." in outcome.err
    assert f"Not exported: {missing}." in outcome.err
    told = json.loads(outcome.out)
    assert "no such file" in told[0]["error"]
    assert [each["title"] for each in told[1:]] == ["story", "second"]


def test_a_book_that_fails_leaves_no_empty_folder(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    silent = tmp_path / "silent.txt"
    silent.write_text("* * *\n\n———\n", "utf-8")
    outcome = tingshu("export", story, silent, "-o", tmp_path / "shelf")
    assert outcome.status == 1
    assert names(tmp_path / "shelf") == ["story {Fake}"]


@pytest.mark.parametrize("kind", ["m4b", "mp3"])
def test_going_on_with_a_shelf_passes_over_what_is_whole(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, second: Path, kind: str
) -> None:
    shelf = tmp_path / "shelf"
    tingshu("export", story, tmp_path / "missing", "-o", shelf, "--format", kind)
    engine.spoken.clear()
    outcome = tingshu("export", story, second, "-o", shelf, "--format", kind, "--resume")
    assert outcome.status == 0
    assert "is there already." in outcome.err
    assert not any("rain" in text for text in engine.spoken)
    assert names(shelf) == ["second {Fake}", "story {Fake}"]


@pytest.mark.parametrize("name", ["story.m4b", "story.mp3", "chapters"])
def test_going_on_with_a_book_that_is_whole_makes_nothing_again(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, name: str
) -> None:
    target = tmp_path / name
    command = ["export", story, "-o", target, *([] if target.suffix else ["--format", "mp3"])]
    tingshu(*command)
    engine.spoken.clear()
    outcome = tingshu(*command, "--resume")
    assert outcome.status == 0
    assert outcome.out == ""
    assert "is there already." in outcome.err
    told = tingshu(*command, "--resume", "--json")
    assert json.loads(told.out) == {"book": str(story), "files": []}
    assert engine.spoken == []


def test_a_folder_of_other_things_is_no_export(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path
) -> None:
    target = tmp_path / "music"
    target.mkdir()
    (target / "A Song.mp3").touch()
    outcome = tingshu("export", story, "-o", target, "--format", "mp3", "--resume")
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == 2
    assert "not of this export" not in outcome.err


# Stopping and going on


class Stopping(Here):
    """Has Ctrl+C pressed before the `number`th part is spoken."""

    def __init__(self, number: int, sign: signal.Signals) -> None:
        self.number, self.sign, self.count = number, sign, 0

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.count += 1
        if self.count == self.number:
            os.kill(os.getpid(), self.sign)
        return super().submit(fn, *args, **kwargs)


def stop_at(
    monkeypatch: pytest.MonkeyPatch, number: int, sign: signal.Signals = signal.SIGINT
) -> None:
    @contextmanager
    def executor(_workers: int | None) -> Iterator[Executor]:
        yield Stopping(number, sign)

    monkeypatch.setattr("reader.export.executors.local_executor", executor)


@pytest.mark.skipif(os.name == "nt", reason="signals work differently there")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_stopping_tells_how_to_go_on(
    tingshu: Run,
    engine: FakeEngine,
    tmp_path: Path,
    long: Path,
    monkeypatch: pytest.MonkeyPatch,
    sign: signal.Signals,
) -> None:
    target = tmp_path / "out.m4b"
    before = signal.getsignal(sign)
    with monkeypatch.context() as patched:
        stop_at(patched, 9, sign)
        outcome = tingshu("export", long, "-o", target)
    assert outcome.status == 130
    assert "--resume goes on where it stopped" in outcome.err
    assert "Traceback" not in outcome.err
    assert signal.getsignal(sign) is before
    assert not target.exists()
    outcome = tingshu("export", long, "-o", target, "--resume")
    assert outcome.status == 0
    assert names(tmp_path) == ["home", "long.txt", "out.m4b"]


@pytest.mark.skipif(os.name == "nt", reason="signals work differently there")
def test_the_window_goes_on_in_the_manner_in_which_it_was_begun_here(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = settings.Settings(pause_paragraph=2.0, spoken={"numbers": "digits"}, stress_words=0.5)
    settings.save(chosen)
    with monkeypatch.context() as patched:
        stop_at(patched, 9)
        assert tingshu("export", long, "-o", tmp_path / "out.m4b", "--one-voice").status == 130
    [job] = unfinished()
    order = order_of(job, settings.Settings(pause_paragraph=0.1, pause_chapter=0.2))
    assert order.settings == chosen.changed(characters=False)
    assert order.skipping == Skipping()
    assert (order.source, order.target) == (long, tmp_path / "out.m4b")


@pytest.mark.skipif(os.name == "nt", reason="signals work differently there")
def test_stopping_before_anything_is_spoken_leaves_nothing(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def executor(_workers: int | None) -> Iterator[Executor]:
        os.kill(os.getpid(), signal.SIGINT)
        yield Here()

    monkeypatch.setattr("reader.export.executors.local_executor", executor)
    outcome = tingshu("export", story, "-o", tmp_path / "out.m4b")
    assert outcome.status == 130
    assert "--resume" not in outcome.err
    assert names(tmp_path) == ["home", "story.txt"]


# Who reads


def test_the_voice_asked_for_reads(
    tingshu: Run, tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch, engine: FakeEngine
) -> None:
    best, other = FakeEngine("best"), FakeEngine("other", ("en",), quality=1)
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: [best, other])
    outcome = tingshu("export", story, "-o", tmp_path / "a.wav", "--voice", "other-voice")
    assert outcome.status == 0
    assert "The rain had stopped." in other.spoken
    assert best.spoken == []


def test_the_listeners_own_choice_reads(
    tingshu: Run, tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch, engine: FakeEngine
) -> None:
    best, other = FakeEngine("best"), FakeEngine("other", ("en",), quality=1)
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: [best, other])
    settings.save(settings.Settings(voices={"en": "other-voice"}))
    tingshu("export", story, "-o", tmp_path / "a.wav")
    assert "The rain had stopped." in other.spoken


@pytest.mark.parametrize("name", ["own.epub", "below/../own.epub", "."])
def test_a_book_is_not_exported_over_itself(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, samples: Path, name: str
) -> None:
    content = (samples / "english.epub").read_bytes()
    title = read_book(samples / "english.epub").title
    own = tmp_path / "books" / (f"{title}.epub" if name == "." else "own.epub")
    (own.parent / "below").mkdir(parents=True)
    own.write_bytes(content)
    outcome = tingshu("export", own, "-o", f"{own.parent}/{name}", "--format", "epub")
    assert outcome.status == 1
    assert "the book itself" in outcome.err
    assert own.read_bytes() == content
    assert engine.spoken == []
    assert names(own.parent) == sorted(["below", own.name])
