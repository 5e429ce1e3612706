from __future__ import annotations

import gc
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest

from reader.background import Task
from reader.books.model import Book
from reader.errors import Cancelled, DiskFull, EngineFailed, ExportError, VoiceMissing
from reader.export.control import Control
from reader.export.executors import local_executor
from reader.export.levelling import CEILING
from reader.export.loudness import integrated, power
from reader.export.options import ExportOptions
from reader.export.planning import Plan
from reader.export.rendering import Finished, Rendering, Spoken
from reader.export.section_sound import SpokenSection
from reader.export.sections import Part, Section
from reader.export.spool import Spool
from reader.export.studio import Studio
from reader.speech.engine import SPEECH_RATE
from reader.speech.signal import amplitude
from tests.export.levels import true_peak
from tests.fakes.reading import PAUSE, FakeNarrator, FakeTimeline, make_book
from tests.fakes.studio import FAILING, Inline, tone_of, tone_studio

SENTENCE = "Twenty letters here. "
BOOK = make_book(
    ("One", "First sentence here. Second sentence here.\nThird one. " + SENTENCE * 20),
    ("Empty", ""),
    ("第二章", "这是第二章。有两句话。" * 30),
    ("Short", "Ho."),
)


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    with Spool(tmp_path / "spool") as spool:
        yield spool


def rendering(spool: Spool, book: Book = BOOK, executor: Executor | None = None, **more: Any):
    options = ExportOptions(format="m4b", chapter_pause=more.pop("chapter_pause", 1.5))
    usual = {"control": Control(), "loudness": None}
    return Rendering(
        Plan(book, options, FakeNarrator(book), FakeTimeline(book)),
        more.pop("studio", tone_studio()),
        executor or Inline(),
        spool,
        **(usual | more),
    )


def sound_of(section: SpokenSection) -> np.ndarray:
    return np.concatenate([np.zeros(0, np.float32), *section.blocks()])


def samples(spool: Spool, *given: Any, **more: Any) -> list[np.ndarray]:
    return [sound_of(each) for each in rendering(spool, *given, **more).sounds()]


def same(ones: list[np.ndarray], others: list[np.ndarray]) -> bool:
    return len(ones) == len(others) and all(map(np.array_equal, ones, others))


# -- what comes out --------------------------------------------------------------------------


def test_sections_come_in_order_with_their_sound_and_times(spool: Spool) -> None:
    sections = list(rendering(spool).sounds())
    assert [each.section.title for each in sections] == ["One", "Empty", "第二章", "Short"]
    for section in sections:
        sound = sound_of(section)
        assert section.frames == len(sound)
        assert np.array_equal(sound, sound_of(section)), "it can be walked again"
        text = BOOK.chapters[section.section.chapter].text
        place = 0
        for sentence in section.sentences:
            assert sentence.begin >= place
            place = sentence.finish
            said = text[sentence.start : sentence.end]
            assert place - sentence.begin == len(tone_of(said))
            middle = sound[sentence.begin + 200 : place - 200]
            assert np.allclose(middle, tone_of(said)[200:-200], atol=1 / 32767)
    assert sections[1].frames == 0
    assert list(sections[1].blocks()) == []


def test_sections_end_with_silence(spool: Spool) -> None:
    sounds = [sound for sound in samples(spool, chapter_pause=2.0) if len(sound)]
    for sound, seconds in zip(sounds, (1.5, 1.5, PAUSE), strict=True):
        assert not sound[: SPEECH_RATE // 2].any()
        silent = round(seconds * SPEECH_RATE)
        assert not sound[-silent:].any()
        assert sound[-silent - 200 : -silent].any()


def test_parts_join_without_a_click_or_a_gap(spool: Spool) -> None:
    book = make_book(("Long", SENTENCE * 150))
    (section,) = rendering(spool, book).sounds()
    assert len(section.digests) > 2
    begins = [sentence.begin for sentence in section.sentences]
    length = len(tone_of(SENTENCE.strip())) + round(PAUSE * SPEECH_RATE)
    assert set(np.diff(begins)) <= {length, len(tone_of(SENTENCE)) + round(PAUSE * SPEECH_RATE)}
    steps = np.abs(np.diff(sound_of(section)))
    assert steps.max() < 0.45, "no more than the tones' own slope"


def test_sections_are_brought_to_the_loudness_asked_for(spool: Spool) -> None:
    sections = list(rendering(spool, loudness=-23.0).sounds())
    for section in sections[0], sections[2]:
        sound = sound_of(section)
        assert integrated(power(sound)) == pytest.approx(-23.0, abs=0.5)
        assert true_peak(sound) <= amplitude(CEILING) * 1.01
        assert np.array_equal(sound, sound_of(section))


def test_a_section_too_short_to_measure_takes_the_gain_of_the_one_before(spool: Spool) -> None:
    gains = [section.gain for section in rendering(spool, loudness=-23.0).sounds()]
    assert gains[1] is None
    assert gains[3] == gains[2] != gains[0]


def test_nothing_is_levelled_that_is_to_stay_as_it_is(spool: Spool) -> None:
    assert [section.gain for section in rendering(spool).sounds()] == [None] * 4


def test_two_processes_make_what_one_does(tmp_path: Path, spool: Spool) -> None:
    here = samples(spool, loudness=-18.0)
    with Spool(tmp_path / "other") as other, local_executor(2) as executor:
        there = samples(other, executor=executor, loudness=-18.0)
    assert same(here, there)


# -- the beginning only ----------------------------------------------------------------------


def test_the_first_seconds_end_with_a_fade_in_whatever_section_that_is(spool: Spool) -> None:
    whole = samples(spool)
    for seconds in (0.05, 0.5, 5.0, len(whole[0]) / SPEECH_RATE + 3.0):
        sections = list(rendering(spool, first_seconds=seconds).sounds())
        sound = np.concatenate([sound_of(section) for section in sections])
        assert len(sound) == round(seconds * SPEECH_RATE)
        expected = np.concatenate(whole)[: len(sound)]
        assert np.array_equal(sound[:-240], expected[:-240])
        assert np.all(np.abs(sound[-3:]) < 0.01)
        for section in sections:
            assert all(each.finish <= section.frames for each in section.sentences)


def test_more_seconds_than_there_are_give_all(spool: Spool) -> None:
    assert same(samples(spool, first_seconds=10_000.0), samples(spool))


def test_the_first_seconds_are_the_same_with_many_workers(tmp_path: Path, spool: Spool) -> None:
    book = make_book(*((str(n), SENTENCE * 60) for n in range(8)))
    few = samples(spool, book, first_seconds=70.0, loudness=-18.0)
    with Spool(tmp_path / "other") as other, ThreadPoolExecutor(6) as threads:
        many = samples(other, book, threads, first_seconds=70.0, loudness=-18.0)
    assert same(few, many)


def test_little_more_is_spoken_than_is_heard(spool: Spool) -> None:
    executor = Inline()
    samples(spool, make_book(("Long", SENTENCE * 2000)), executor, first_seconds=3.0)
    assert executor.done == 1


# -- what was spoken before ------------------------------------------------------------------


def test_a_resumed_job_speaks_only_what_is_missing(spool: Spool) -> None:
    first, second = Inline(), Inline()
    whole = samples(spool, executor=first)
    files = sorted(spool.folder.iterdir())
    assert first.done == len(files) == 4
    files[1].write_bytes(files[1].read_bytes()[:-7])
    assert same(samples(spool, executor=second), whole)
    assert second.done == 1


def test_what_would_sound_different_is_spoken_anew(spool: Spool) -> None:
    samples(spool)
    other = make_book(("One", BOOK.chapters[0].text), ("Two", "Another text."))
    executor = Inline()
    samples(spool, other, executor)
    assert executor.done == 1


def test_sections_that_are_finished_are_passed_over(spool: Spool) -> None:
    whole = list(rendering(spool, loudness=-23.0).sounds())
    asked: list[tuple[int, bool]] = []
    told: list[Spoken] = []

    def have(section: Section, digest: Callable[[], str]) -> Finished | None:
        before = whole[section.number]
        asked.append((section.number, digest() == before.digest))
        return Finished(frames=before.frames, gain=-7.5) if section.number == 2 else None

    sections = list(rendering(spool, loudness=-23.0, have=have, on_part=told.append).sounds())
    assert asked == [(number, True) for number in range(4)]
    assert [each.section.number for each in sections] == [0, 1, 3]
    assert sections[-1].gain == -7.5
    assert {each.section.number for each in told} == {0, 1, 3}


def test_a_silent_section_that_is_passed_over_changes_no_gain(spool: Spool) -> None:
    book = make_book(("One", SENTENCE * 20), ("Empty", ""), ("Short", "Ho."))
    whole = {each.section.number: each for each in rendering(spool, book, loudness=-23.0).sounds()}

    def have(section: Section, _digest: Callable[[], str]) -> Finished | None:
        before = whole[section.number]
        gain = before.gain if before.frames else None
        return Finished(frames=before.frames, gain=gain) if section.number < 2 else None

    [short] = rendering(spool, book, loudness=-23.0, have=have).sounds()
    assert short.gain == whole[2].gain == whole[0].gain


def test_the_measuring_of_a_section_can_be_cancelled(spool: Spool) -> None:
    control = Control()
    section = next(rendering(spool, loudness=-23.0, control=control).sounds())
    control.cancel()
    with pytest.raises(Cancelled):
        _ = section.gain


def test_sound_that_goes_from_the_spool_meanwhile_is_an_error(spool: Spool) -> None:
    section = next(sounds := rendering(spool).sounds())
    sounds.close()
    spool.discard(section.digests[0])
    with pytest.raises(ExportError, match=r"One: .*gone from the cache"):
        sound_of(section)


# -- progress, pause, end --------------------------------------------------------------------


def test_progress_adds_up(spool: Spool) -> None:
    told: list[Spoken] = []
    plan_characters = sum(len(chapter.text) + 1 for chapter in BOOK.chapters if chapter.text)
    sections = list(rendering(spool, on_part=told.append).sounds())
    assert sum(each.characters for each in told) == plan_characters
    frames = sum(section.frames for section in sections)
    assert sum(each.seconds for each in told) == pytest.approx(frames / SPEECH_RATE)
    assert sum(each.anew for each in told) == 4
    assert all(each.work > 0 for each in told if each.anew)
    told.clear()
    list(rendering(spool, on_part=told.append).sounds())
    assert not any(each.anew for each in told)
    assert sum(each.characters for each in told) == plan_characters


def test_only_a_few_parts_are_handed_out_at_once(spool: Spool) -> None:
    class Counting(ThreadPoolExecutor):
        most = 0
        futures: ClassVar[list[Future[Any]]] = []

        def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
            self.futures.append(super().submit(*args, **kwargs))
            self.most = max(self.most, sum(not each.done() for each in self.futures))
            return self.futures[-1]

    with Counting(3) as executor:
        samples(spool, make_book(("Long", SENTENCE * 1000)), executor)
        assert 3 <= executor.most <= 2 * 3 + 2


def test_nothing_is_handed_out_while_the_job_is_paused(spool: Spool) -> None:
    control = Control()
    handed = threading.Event()

    def before(*_: object) -> None:
        if executor.done == 2:
            control.pause()
            handed.set()

    executor = Inline(before)
    sounds = rendering(spool, make_book(("Long", SENTENCE * 500)), executor, control=control)
    task = Task(lambda _: [sound_of(each) for each in sounds.sounds()], name="export")
    assert handed.wait(10)
    assert not task.join(0.3)
    assert executor.done == 3
    control.resume()
    assert len(task.result(30)) == 1
    assert executor.done > 8


@pytest.mark.parametrize("paused", [False, True])
def test_cancelling_ends_it(spool: Spool, paused: bool) -> None:
    control = Control()

    def before(*_: object) -> None:
        if executor.done == 2:
            (control.pause if paused else control.cancel)()

    executor = Inline(before)
    sounds = rendering(spool, make_book(("Long", SENTENCE * 500)), executor, control=control)
    task = Task(lambda _: list(sounds.sounds()), name="export")
    if paused:
        while not control.paused:
            time.sleep(0.001)
        control.cancel()
    with pytest.raises(Cancelled):
        task.result(10)
    assert executor.done == 3


def test_whoever_stops_listening_ends_it(spool: Spool) -> None:
    executor = Inline()
    book = make_book(*((str(n), "One word.") for n in range(2000)))
    with closing(rendering(spool, book, executor).sounds()) as sounds:
        next(sounds)
    done = executor.done
    assert done < 2000
    assert executor.done == done
    assert not [each for each in threading.enumerate() if each.name == "export parts"]


# -- what goes wrong -------------------------------------------------------------------------


def test_a_failing_part_names_its_chapter_and_what_came_before_is_there(spool: Spool) -> None:
    book = make_book(("One", SENTENCE), ("Two", FAILING), ("Three", SENTENCE))
    sounds = rendering(spool, book).sounds()
    assert next(sounds).section.title == "One"
    with pytest.raises(EngineFailed, match="Two: tones: It failed on purpose"):
        list(sounds)


def test_a_voice_that_is_missing_names_the_chapter(spool: Spool) -> None:
    with pytest.raises(VoiceMissing, match="One"):
        samples(spool, studio=Studio(open=tuple))


def test_an_unexpected_error_names_the_chapter(spool: Spool) -> None:
    def fail(_studio: Studio, part: Part, *_: object) -> None:
        if part.section == 2:
            raise ZeroDivisionError("strange")

    with pytest.raises(ExportError, match=r"第二章: .*ZeroDivisionError"):
        samples(spool, executor=Inline(fail))


def test_a_full_disk_is_told(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Spool, "put", full)
    with pytest.raises(DiskFull, match="full"):
        samples(spool)


@pytest.mark.parametrize("where", ["spool", "part"])
def test_after_a_full_disk_nothing_more_is_waited_for(
    spool: Spool, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    class Slow(Inline):
        """Never comes to the first part."""

        def submit(self, *given: Any, **more: Any) -> Future[Any]:
            handed_out.append(super().submit(*given, **more) if handed_out else Future())
            return handed_out[-1]

    def full(*_: object) -> None:
        raise DiskFull("here", "It is full.")

    def full_when_spoken(spoken: Spoken) -> None:
        if spoken.anew:
            full()

    handed_out: list[Future[Any]] = []
    control = Control()
    more: dict[str, Any] = {"control": control}
    if where == "part":
        more["on_part"] = full_when_spoken
    else:
        monkeypatch.setattr(Spool, "put", full)
    task = Task(lambda _: samples(spool, executor=Slow(), **more), name="export")
    try:
        with pytest.raises(DiskFull):
            task.result(30)
    finally:
        control.cancel()
    assert handed_out[0].cancelled()


# -- memory ----------------------------------------------------------------------------------


def peak(folder: Path, chapters: int) -> int:
    book = make_book(*((f"Part {n}", f"{n}. " + SENTENCE * 60) for n in range(chapters)))
    gc.collect()
    tracemalloc.start()
    try:
        with Spool(folder) as spool:
            frames = 0
            for section in rendering(spool, book).sounds():
                frames += sum(len(block) for block in section.blocks())
                for digest in section.digests:
                    spool.discard(digest)
        assert frames / SPEECH_RATE > chapters * 25
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_book(tmp_path: Path) -> None:
    peak(tmp_path / "warm", 2)
    assert peak(tmp_path / "long", 24) < peak(tmp_path / "short", 6) * 1.5
