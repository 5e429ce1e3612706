"""A job makes whole files, leaves what can be gone on with, and says what went wrong."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from reader import paths
from reader.background import Task
from reader.books.model import Book, Cover
from reader.errors import Cancelled, DiskFull, EngineFailed, ExportError, TingshuError
from reader.export import planning
from reader.export.control import Control
from reader.export.draft import draft
from reader.export.job import ExportProgress, ExportResult, export_book
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.output import output_of
from reader.export.products.chapter_files import ChapterFiles
from reader.export.studio import Studio
from reader.export.unfinished import forget, ordered, unfinished
from tests.fakes.engine import FakeEngine
from tests.fakes.inline import Inline
from tests.fakes.reading import FakeNarrator, FakeTimeline, make_book

BOOK = make_book(
    ("One", "The first sentence is here. A second sentence here.\nThis is the third one here."),
    ("第二章", "这是第二章，有两句话，都不长。" * 3 + "第二章的最后一句话也不太短。"),
    (
        "Three",
        "The last chapter begins here. It goes on for a while. It really does go on."
        " There is more of it. There is even more of it. One could think it never ends."
        " Then we say good bye.",
    ),
)
IN_FLIGHT = 4
"""Parts, here sentences, that may be on their way when a job ends."""

SILENT = make_book(("Empty", ""), ("Full", "Some text that is spoken."), ("Signs", "* * *"))


class Notes:
    """Knows how many sections have been noted down as finished."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._count = 0
        self.at: dict[int, Callable[[], None]] = {}

    def note(self, count: int) -> None:
        self.at.pop(count, lambda: None)()
        with self._moved:
            self._count = count
            self._moved.notify_all()

    def wait_for(self, count: int) -> None:
        with self._moved:
            assert self._moved.wait_for(lambda: self._count >= count, 60)


class Export:
    """An export whose every choice can be changed; the engine counts what it is asked."""

    notes: Notes

    def __init__(self, target: Path, book: Book = BOOK) -> None:
        self.target = target
        self.book = book
        self.engine = FakeEngine(fail=self._said)
        self.control = Control()
        self.seen: list[ExportProgress] = []
        self.at: dict[str, Callable[[], None]] = {}
        engines = [self.engine]
        self.studio = Studio(open=lambda: engines)

    def _said(self, text: str) -> bool:
        for words, action in self.at.items():
            if words in text:
                action()
        return False

    def run(
        self, kind: str = "wav", *, executor: Executor | None = None, **choices: Any
    ) -> ExportResult:
        own = {"resume", "announcements", "extras", "source"}
        given = {name: choices.pop(name) for name in own & choices.keys()}
        return export_book(
            self.book,
            self.target,
            ExportOptions(format=kind, **choices),
            narrator=FakeNarrator(self.book),
            timeline=FakeTimeline(self.book),
            studio=self.studio,
            executor=executor or Inline(),
            control=self.control,
            progress=self.seen.append,
            **given,
        )

    def at_the_end(self, action: Callable[[], None], chapters: int = 2) -> None:
        """Do `action` where the last sentence is to be said, when so many chapters are whole."""

        def act() -> None:
            if not self.target.suffix:
                self.notes.wait_for(chapters)
            action()

        forget_what_was_heard()
        self.at["Then we say"] = act

    def again(self, book: Book | None = None) -> Export:
        """The same export in another process: only what is on the disk is known."""
        return Export(self.target, book or self.book)


@pytest.fixture(autouse=True)
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part is a sentence or two."""
    monkeypatch.setattr(planning, "PART_SECONDS", 2.0)
    monkeypatch.setattr("reader.drafts._NEWBORN", 0.0)


@pytest.fixture(autouse=True)
def notes(monkeypatch: pytest.MonkeyPatch) -> Notes:
    notes = Notes()
    write = Manifest.write

    def noted(manifest: Manifest, path: Path) -> None:
        write(manifest, path)
        notes.note(len(manifest.finished))

    monkeypatch.setattr(Manifest, "write", noted)
    monkeypatch.setattr(Export, "notes", notes, raising=False)
    return notes


def samples(path: Path) -> np.ndarray:
    with av.open(str(path)) as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def forget_what_was_heard() -> None:
    """Without the cache of sentences everything that is said is asked of the engine."""
    shutil.rmtree(paths.cache_folder() / "speech", ignore_errors=True)


def left_behind() -> list[Path]:
    """What jobs keep in the home while they are under way."""
    return [
        path
        for folder in (paths.cache_folder() / "exports", paths.data_folder() / "exports")
        for path in folder.rglob("*")
        if path.is_file()
    ]


# -- what comes of it ------------------------------------------------------------------------


def test_a_file_a_chapter_and_everything_about_it(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    result = export.run()
    assert len(result.files) == 3
    assert files(export.target) == sorted(path.name for path in result.files)
    assert result.silent_chapters == ()
    assert result.notices == ()
    lengths = [len(samples(path)) / 24_000 for path in result.files]
    assert result.seconds == pytest.approx(sum(lengths))
    assert sorted(result.loudness) == [0, 1, 2]
    assert all(abs(loudness + 18) < 1 for loudness in result.loudness.values())
    assert result.writing_cpu_seconds > 0
    assert 0 < result.speaking_seconds <= result.elapsed
    assert 0 < result.writing_seconds <= result.elapsed
    assert left_behind() == []
    assert unfinished() == []


@pytest.mark.parametrize("name", ["book.wav", "book.m4b"])
def test_one_file_of_all_chapters(tmp_path: Path, name: str) -> None:
    export = Export(tmp_path / name)
    result = export.run(name[-3:])
    assert result.files == (export.target,)
    assert files(tmp_path) == [name]
    assert len(samples(export.target)) / 24_000 == pytest.approx(result.seconds, abs=0.2)
    assert left_behind() == []


@pytest.mark.parametrize(("kind", "name"), [("epub", "book.epub"), ("daisy", "talking")])
def test_books_with_text_go_on_from_what_was_spoken(tmp_path: Path, kind: str, name: str) -> None:
    export = Export(tmp_path / name)
    stop(export, kind, chapters=0)
    assert not export.target.exists()
    assert len(unfinished()) == 1
    again = export.again()
    result = again.run(kind, resume=True)
    assert len(again.engine.spoken) <= IN_FLIGHT + 1
    assert result.notices == ()
    assert files(tmp_path) == [name]
    assert left_behind() == []


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.run()
    fractions = [each.fraction for each in export.seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert export.seen[0].fraction < 0.5
    assert export.seen[0].title == "One"
    assert export.seen[-1].left == 0


def test_the_first_seconds_only(tmp_path: Path) -> None:
    export = Export(tmp_path / "book.wav")
    result = export.run(first_seconds=2.0)
    assert result.seconds == 2.0
    assert export.seen[-1].fraction == 1
    assert max(each.seconds for each in export.seen) == 2.0


@pytest.mark.parametrize(("gain", "is_told"), [(-12.0, True), (0.0, False)])
def test_a_loudness_that_is_missed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gain: float, is_told: bool
) -> None:
    plain = Export(tmp_path / "plain.wav").run(loudness=None).mean_loudness
    assert plain is not None
    monkeypatch.setattr("reader.export.section_sound.gain_of", lambda *_, **__: gain)
    result = Export(tmp_path / "book.wav").run(loudness=plain)
    told = [each for each in result.notices if "cannot be reached without distortion" in each]
    assert len(told) == is_told


@pytest.mark.parametrize(("kind", "ceiling"), [("opus", -6.0), ("mp3", -5.0)])
def test_peaks_are_held_where_the_codec_needs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, ceiling: float
) -> None:
    held: list[float] = []
    monkeypatch.setattr(
        "reader.export.section_sound.gain_of",
        lambda *_, ceiling, **__: held.append(ceiling) or 0.0,
    )
    Export(tmp_path / "out").run(kind)
    assert set(held) == {ceiling}


def test_chapters_without_speech_are_counted(tmp_path: Path) -> None:
    result = Export(tmp_path / "out", SILENT).run()
    assert result.silent_chapters == (0, 2)
    assert len(result.files) == 1


@pytest.mark.parametrize("name", ["out", "book.wav", "book.m4b"])
@pytest.mark.parametrize("chapters", [(0, 2), (0,), ()])
def test_nothing_to_say_is_an_error_and_leaves_nothing(
    tmp_path: Path, name: str, chapters: tuple[int, ...]
) -> None:
    export = Export(tmp_path / name, SILENT)
    with pytest.raises(ExportError, match="no text that can be spoken"):
        export.run("m4b" if name.endswith("m4b") else "wav", chapters=chapters)
    assert files(tmp_path) == []
    assert left_behind() == []
    assert unfinished() == []


def test_characters_that_no_voice_says_are_counted(tmp_path: Path) -> None:
    export = Export(tmp_path / "book.wav", make_book(("One", "Some text with a ☃ in it.")))
    export.engine.mute_on = "☃"
    result = export.run()
    assert result.skipped == {"☃": 1}
    assert result.notices == (), "the count tells it all"


@pytest.mark.parametrize("content", [b"", b"no picture"])
def test_a_cover_that_is_no_picture_is_left_out_and_told(tmp_path: Path, content: bytes) -> None:
    book = replace(BOOK, cover=Cover(content=content, media_type="image/jpeg"))
    result = Export(tmp_path / "book.m4b", book).run("m4b")
    assert len(result.notices) == 1
    with av.open(str(result.files[0])) as file:
        assert not file.streams.video
    assert Export(tmp_path / "book.epub", book).run("epub").notices == result.notices
    assert Export(tmp_path / "book.wav", book).run().notices == ()


# -- going on --------------------------------------------------------------------------------


def stop(export: Export, kind: str = "wav", chapters: int = 2) -> None:
    """Have `export` stopped, as Ctrl+C does, when it comes to its last sentence."""
    export.at_the_end(export.control.cancel, chapters)
    with pytest.raises(Cancelled):
        export.run(kind)
    forget_what_was_heard()


def test_what_is_whole_is_kept_and_not_spoken_again(tmp_path: Path) -> None:
    Export(tmp_path / "unbroken").run()
    export = Export(tmp_path / "out")
    stop(export)
    whole = [path for path in export.target.iterdir() if path.suffix == ".wav"]
    assert len(whole) == 2
    before = {path: path.stat().st_mtime_ns for path in whole}
    [job] = unfinished()
    assert (job.target, job.title) == (export.target, BOOK.title)
    assert 0 < job.fraction < 1
    again = export.again()
    result = again.run(resume=True)
    assert {path: path.stat().st_mtime_ns for path in whole} == before
    assert not any("first sentence" in text or "第二章" in text for text in again.engine.spoken)
    assert len(again.engine.spoken) <= IN_FLIGHT + 1
    assert files(export.target) == files(tmp_path / "unbroken")
    assert [path.name for path in result.files] == files(export.target)
    assert sorted(result.loudness) == [0, 1, 2]
    assert again.seen[-1].seconds == pytest.approx(result.seconds)
    for name in files(export.target):
        assert (export.target / name).read_bytes() == (tmp_path / "unbroken" / name).read_bytes()
    assert unfinished() == []
    assert left_behind() == []


def test_one_file_goes_on_from_what_was_spoken(tmp_path: Path) -> None:
    Export(tmp_path / "unbroken.m4b").run("m4b")
    export = Export(tmp_path / "book.m4b")
    stop(export, "m4b")
    assert not export.target.exists()
    assert len(unfinished()) == 1
    again = export.again()
    again.run("m4b", resume=True)
    assert len(again.engine.spoken) <= IN_FLIGHT + 1
    assert np.array_equal(samples(export.target), samples(tmp_path / "unbroken.m4b"))
    assert files(tmp_path) == ["book.m4b", "unbroken.m4b"]


def test_a_short_chapter_is_as_loud_as_the_one_before_also_when_gone_on_with(
    tmp_path: Path,
) -> None:
    long = "This chapter is long enough to be measured. It really is long enough for that."
    book = make_book(("Long", long), ("Short", "Hm."), ("End", long))
    Export(tmp_path / "unbroken", book).run()
    export = Export(tmp_path / "out", book)
    export.notes.at[1] = export.control.cancel
    with pytest.raises(Cancelled):
        export.run()
    export.again().run(resume=True)
    for name in files(tmp_path / "unbroken"):
        assert (export.target / name).read_bytes() == (tmp_path / "unbroken" / name).read_bytes()


@pytest.mark.parametrize(("name", "kind"), [("out", "wav"), ("book.m4b", "m4b")])
def test_an_export_and_going_on_with_it_need_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
) -> None:
    (tmp_path / "plain").write_text("a file where the home should be")
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "plain"))
    export = Export(tmp_path / name)
    stop(export, kind)
    again = export.again()
    result = again.run(kind, resume=True)
    assert len(again.engine.spoken) <= IN_FLIGHT + 1
    assert all(path.stat().st_size for path in result.files)
    left = {path.name for path in tmp_path.rglob("*") if path.name.startswith(".")}
    assert left == set()


def test_what_was_spoken_is_used_without_being_asked_to(tmp_path: Path) -> None:
    export = Export(tmp_path / "book.m4b")
    stop(export, "m4b")
    again = export.again()
    again.run("m4b")
    assert len(again.engine.spoken) <= IN_FLIGHT + 1
    assert unfinished() == []


def test_a_chapter_that_was_damaged_or_deleted_is_made_again(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    stop(export)
    first, second = sorted(path for path in export.target.iterdir() if path.suffix == ".wav")
    whole, kept = first.read_bytes(), second.stat().st_mtime_ns
    first.write_bytes(whole[:-1])
    again = export.again()
    result = again.run(resume=True)
    assert first.read_bytes() == whole
    assert second.stat().st_mtime_ns == kept
    assert len(result.files) == 3
    assert [notice for notice in result.notices if "One" in notice]


def test_where_the_product_cannot_go_on_all_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = Export(tmp_path / "out")
    stop(export)
    monkeypatch.setattr(ChapterFiles, "keep", lambda *_: False)
    again = export.again()
    result = again.run(resume=True)
    assert len(result.files) == 3
    assert sorted(result.loudness) == [0, 1, 2]
    fractions = [each.fraction for each in again.seen]
    assert fractions == sorted(fractions)


def test_a_chapter_that_is_said_otherwise_now_is_made_again(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    stop(export)
    again = export.again()
    again.engine.version = "2"
    result = again.run(resume=True)
    assert len(again.engine.spoken) >= 12, "another voice speaks all of it"
    assert len(result.notices) == 2


def test_chapters_of_an_earlier_export_with_other_names_are_told(tmp_path: Path) -> None:
    target = tmp_path / "out"
    first = Export(target).run()
    assert first.notices == ()
    before = set(files(target))
    for changed, told in (
        ({1: "Second"}, "One file in the folder is not of this export: “02 - 第二章.wav”."),
        (
            {1: "Two", 2: "The Third"},
            "3 files in the folder are not of this export, such as “02 - Second.wav”.",
        ),
    ):
        chapters = tuple(
            replace(chapter, title=changed.get(index, chapter.title))
            for index, chapter in enumerate(BOOK.chapters)
        )
        result = Export(target, replace(BOOK, chapters=chapters)).run()
        assert result.notices == (told,)
        assert before < set(files(target)), "nothing is deleted"


def test_going_on_with_nothing_just_begins(tmp_path: Path) -> None:
    result = Export(tmp_path / "out").run(resume=True)
    assert len(result.files) == 3
    assert "nothing to go on with" in result.notices[0]


def test_going_on_with_something_else_is_refused(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    stop(export)
    before = files(export.target)
    with pytest.raises(ExportError, match=r"other choices: a loudness of -18\.0 LUFS"):
        export.again().run(resume=True, loudness=-20.0)
    other = make_book(("One", "Other text."), title="Other")
    with pytest.raises(ExportError, match="of another book"):
        export.again(other).run(resume=True)
    assert files(export.target) == before
    assert len(unfinished()) == 1
    export.again().run(loudness=-20.0)
    assert unfinished() == []


def test_what_is_discarded_leaves_whole_chapters_only(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.at_the_end(export.control.discard)
    with pytest.raises(Cancelled):
        export.run()
    assert len(files(export.target)) == 2
    assert all(name.endswith(".wav") for name in files(export.target))
    assert unfinished() == []
    assert left_behind() == []


def test_discarded_before_anything_was_spoken_leaves_nothing(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.control.discard()
    with pytest.raises(Cancelled):
        export.run()
    assert files(tmp_path) == []
    assert left_behind() == []


def test_cancelled_before_anything_was_spoken_can_be_gone_on_with(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.control.cancel()
    with pytest.raises(Cancelled):
        export.run()
    assert [job.target for job in unfinished()] == [export.target]
    result = export.again().run(resume=True)
    assert len(result.files) == 3
    assert result.notices == ()
    assert left_behind() == []


def noted(export: Export, *, resume: bool = False, **choices: Any) -> ExportOptions:
    """Have `export` remembered before it begins; its options."""
    options = ExportOptions(**{"format": "wav", **choices})
    book = export.book
    manifest = Manifest(identifier=book.identifier, title=book.title, options=options)
    ordered(output_of(export.target, options, book), manifest, resume=resume)
    return options


@pytest.mark.parametrize(("kind", "name"), [("wav", "out"), ("m4b", "a.m4b"), ("daisy", "talking")])
def test_what_is_ordered_is_found_before_it_has_begun(tmp_path: Path, kind: str, name: str) -> None:
    export = Export(tmp_path / name)
    options = noted(export, format=kind)
    [job] = unfinished()
    assert (job.target, job.options, job.fraction) == (export.target, options, 0.0)
    assert export.again().run(kind, resume=True).notices == ()
    assert files(tmp_path) == [name]
    assert left_behind() == []


@pytest.mark.parametrize(("kind", "name"), [("wav", "out"), ("m4b", "a.m4b"), ("daisy", "talking")])
def test_what_is_ordered_and_given_up_leaves_nothing(tmp_path: Path, kind: str, name: str) -> None:
    noted(Export(tmp_path / name), format=kind)
    [job] = unfinished()
    forget(job)
    assert files(tmp_path) == []
    assert left_behind() == []


def test_what_is_ordered_anew_takes_the_place_of_what_was_ordered(tmp_path: Path) -> None:
    noted(Export(tmp_path / "out"), announce=True)
    other = Export(tmp_path / "out", make_book(("One", "Other text."), title="Other"))
    options = noted(other)
    assert [(job.title, job.options) for job in unfinished()] == [("Other", options)]
    other.run()
    assert left_behind() == []


def test_to_order_it_again_forgets_nothing_that_is_done(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    stop(export)
    [before] = unfinished()
    noted(export, resume=True)
    assert unfinished() == [before]
    again = export.again()
    again.run(resume=True)
    assert len(again.engine.spoken) <= IN_FLIGHT + 1


def test_a_folder_made_for_an_order_goes_where_the_job_fails_at_once(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    noted(export)
    export.at[""] = fail
    with pytest.raises(TingshuError):
        export.run()
    assert files(tmp_path) == []
    assert left_behind() == []


def test_an_empty_folder_of_the_users_stays(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.target.mkdir()
    export.at[""] = fail
    with pytest.raises(TingshuError):
        export.run()
    assert files(tmp_path) == ["out"]


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    export = Export(tmp_path / "book.m4b")
    export.target.write_bytes(b"older")
    stop(export, "m4b")
    assert export.target.read_bytes() == b"older"
    export.again().run("m4b")
    assert len(samples(export.target)) > 24_000


# -- resting, and others beside --------------------------------------------------------------


class WatchedControl(Control):
    """Tells when the job has looked at it several times while it was paused."""

    def __init__(self) -> None:
        super().__init__()
        self.resting = threading.Event()
        self._looks = 0

    @property
    def paused(self) -> bool:
        if super().paused:
            self._looks += 1
            if self._looks > 3:
                self.resting.set()
        return super().paused


def test_a_paused_job_rests_and_goes_on(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.control = control = WatchedControl()
    export.at["second sentence"] = control.pause
    task = Task(lambda _: export.run(), name="paused export")
    assert control.resting.wait(60)
    assert not task.done
    assert not any("last chapter" in text for text in export.engine.spoken)
    control.resume()
    assert len(task.result(60).files) == 3


@pytest.mark.parametrize("kind", ["wav", "m4b"])
def test_two_exports_to_one_place_are_refused(tmp_path: Path, kind: str) -> None:
    export = Export(tmp_path / ("out" if kind == "wav" else "book.m4b"))
    errors: list[ExportError] = []

    def begin_another() -> None:
        with pytest.raises(ExportError, match="Another export is writing") as caught:
            export.again().run(kind)
        errors.append(caught.value)

    export.at["second sentence"] = begin_another
    result = export.run(kind)
    assert len(errors) == 1
    assert str(export.target) in str(errors[0])
    assert all(path.exists() for path in result.files)


def test_two_exports_of_one_book_to_two_places_go_side_by_side(tmp_path: Path) -> None:
    export, other = Export(tmp_path / "out"), Export(tmp_path / "book.m4b")
    task: list[Task[ExportResult]] = []

    def begin_other() -> None:
        task.append(Task(lambda _: other.run("m4b"), name="other export"))

    export.at["second sentence"] = begin_other
    assert len(export.run().files) == 3
    assert task[0].result(60).files == (other.target,)
    assert left_behind() == []


# -- what goes wrong -------------------------------------------------------------------------


def fail() -> None:
    raise EngineFailed("Fake", "It gave up.", "Choose another voice.")


def test_an_engine_that_gives_up_leaves_what_is_whole_and_says_so(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.at_the_end(fail)
    with pytest.raises(TingshuError) as caught:
        export.run()
    told = str(caught.value)
    assert "It gave up." in told
    assert "What is whole is kept, up to “" in told
    assert "第二章" in told
    assert "go on with the export" in told
    assert len(unfinished()) == 1
    assert len(export.again().run(resume=True).files) == 3


def test_an_interrupted_job_can_be_gone_on_with(tmp_path: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    export = Export(tmp_path / "book.m4b")
    export.at_the_end(interrupt)
    with pytest.raises(KeyboardInterrupt):
        export.run("m4b")
    assert len(unfinished()) == 1
    assert [name for name in files(tmp_path) if not name.startswith(".book.m4b.")] == []


class FullDisk:
    """Writing of the files that `is_meant` fails for want of room."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int = errno.ENOSPC) -> None:
        self.number = number
        self.full = False
        write_bytes = Path.write_bytes

        def write(path: Path, content: bytes) -> int:
            if self.full:
                raise OSError(self.number, os.strerror(self.number))
            return write_bytes(path, content)

        monkeypatch.setattr(Path, "write_bytes", write)


def test_a_disk_that_fills_up_is_named_and_the_job_goes_on_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    export = Export(tmp_path / "out")

    def fill() -> None:
        disk.full = True

    export.at_the_end(fill)
    with pytest.raises(DiskFull, match="disk is full") as caught:
        export.run()
    assert "go on with the export" in caught.value.remedy
    disk.full = False
    assert len(files(export.target)) == 3, "two chapters and the manifest"
    assert len(export.again().run(resume=True).files) == 3


def test_a_disk_that_is_almost_full_stops_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    free = [10**12]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=free[0]))
    export = Export(tmp_path / "out")

    def fill() -> None:
        free[0] = 30_000_000

    export.at_the_end(fill)
    with pytest.raises(DiskFull, match="almost full") as caught:
        export.run()
    assert "第二章" in caught.value.remedy
    assert len(unfinished()) == 1
    free[0] = 10**12
    assert len(export.again().run(resume=True).files) == 3


def test_a_disk_without_room_is_refused_before_anything_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=100))
    export = Export(tmp_path / "out")
    with pytest.raises(DiskFull, match="0 MB are free"):
        export.run()
    assert export.engine.spoken == []
    assert files(tmp_path) == []
    assert left_behind() == []


@pytest.mark.skipif(os.name == "nt", reason="open files keep their folder there")
@pytest.mark.parametrize("kind", ["wav", "m4b"])
def test_a_folder_that_vanishes_is_named(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    export = Export(folder / ("out" if kind == "wav" else "book.m4b"))
    export.at["第二章"] = lambda: shutil.rmtree(folder, ignore_errors=True)
    with pytest.raises(ExportError, match=r"not there any more|no such folder") as caught:
        export.run(kind)
    assert str(folder) in str(caught.value)
    assert not folder.exists()


def test_a_chapter_that_is_deleted_meanwhile_is_named_and_can_be_made_again(
    tmp_path: Path,
) -> None:
    export = Export(tmp_path / "out")
    gone: list[Path] = []

    def delete() -> None:
        gone.append(min(export.target.glob("*.wav")))
        gone[0].unlink()

    export.at_the_end(delete)
    with pytest.raises(ExportError, match="is missing") as caught:
        export.run()
    assert gone[0].name in str(caught.value)
    assert "go on with the export" in str(caught.value)
    again = export.again()
    assert len(again.run(resume=True).files) == 3
    assert gone[0].exists()
    assert not any("第二章" in text for text in again.engine.spoken)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_any_more_is_named(tmp_path: Path) -> None:
    export = Export(tmp_path / "out")
    export.at["第二章"] = lambda: export.target.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="Nothing may be written here") as caught:
            export.run()
    finally:
        export.target.chmod(0o700)
    assert str(export.target) in str(caught.value)
    assert len(export.again().run(resume=True).files) == 3


def test_a_disk_that_turns_read_only_is_named_and_chapters_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = Export(tmp_path / "out")

    def turn() -> None:
        def refuse(*_: Any, **__: Any) -> None:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

        monkeypatch.setattr(Path, "touch", refuse)

    export.at_the_end(turn)
    with pytest.raises(ExportError, match="Nothing may be written here") as caught:
        export.run()
    assert "What is whole is kept" in str(caught.value)
    assert len([name for name in files(export.target) if name.endswith(".wav")]) == 2


def test_what_a_job_killed_just_before_left_is_cleared_at_the_end(tmp_path: Path) -> None:
    left = tmp_path / ".tingshu-0123456789ab.part"
    left.write_bytes(b"half a book")
    newborn = time.time() + 1000
    os.utime(left, (newborn, newborn))
    export = Export(tmp_path / "book.wav")
    export.at_the_end(lambda: os.utime(left, (0, 0)))
    export.run()
    assert files(tmp_path) == ["book.wav"]


def test_what_killed_jobs_left_half_made_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".tingshu-0123456789ab.part").write_bytes(b"half a book")
    with draft(tmp_path / "other.txt") as held:
        held.write_bytes(b"of another program")
        Export(tmp_path / "book.wav").run()
        assert held.exists()
    assert files(tmp_path) == ["book.wav", "other.txt"]


@pytest.mark.parametrize("way", ["book.epub", "below/../book.epub", "link.epub", "."])
def test_the_file_that_the_book_was_read_from_is_never_replaced(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "books"
    (folder / "below").mkdir(parents=True)
    source = folder / "A Book 书.epub" if way == "." else folder / "book.epub"
    source.write_bytes(b"the book")
    (folder / "link.epub").symlink_to(source)
    before = files(folder)
    with pytest.raises(ExportError, match="the book itself"):
        Export(folder / way).run("epub", source=source)
    assert source.read_bytes() == b"the book"
    assert files(folder) == before
    assert left_behind() == []
