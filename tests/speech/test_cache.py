from __future__ import annotations

import errno
import os
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from reader.books.model import Emphasis
from reader.narration.utterance import Span
from reader.speech.cache import AudioCache, speech_key
from reader.speech.engine import AudioChunk, TimedWord
from tests.fakes.engine import FakeEngine, tone

SPAN = Span(text="Good morning.", language="en", start=100, end=113)


def chunk(text: str = "Good morning.") -> AudioChunk:
    word = TimedWord(begin=0.1, finish=0.4, start=3, end=7)
    return AudioChunk(samples=tone(text), rate=24_000, words=(word,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "speech"


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_what_is_put_is_got_back(folder: Path):
    AudioCache(folder).put("ab12", chunk())
    found = AudioCache(folder).get("ab12")
    assert found is not None
    assert np.abs(found.samples - chunk().samples).max() < 1 / 32767
    assert found.samples.dtype == np.float32
    assert found.words == chunk().words
    assert found.rate == 24_000


def test_what_the_voice_left_out_is_kept_with_the_sound(folder: Path):
    AudioCache(folder).put("ab12", replace(chunk(), skipped="ぁ㐀"))
    found = AudioCache(folder).get("ab12")
    assert found is not None
    assert found.skipped == "ぁ㐀"


def test_an_unknown_key_gives_nothing(folder: Path):
    cache = AudioCache(folder)
    assert cache.get("ab12") is None
    assert not cache.holds("ab12")


def test_the_cache_lies_in_the_cache_folder_by_default(home: Path):
    AudioCache().put("ab12", chunk())
    assert len(files(home / "cache" / "speech")) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-100],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: b"",
        lambda content: b"\n" * 50,
        lambda content: content.replace(b'"rate": 24000', b'"rate": 48000'),
        lambda content: b"zzzzzzzz {}\n",
    ],
)
def test_a_damaged_file_is_removed(folder: Path, damage):
    cache = AudioCache(folder)
    cache.put("ab12", chunk())
    (file,) = files(folder)
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get("ab12") is None
    assert files(folder) == []


def test_the_least_recently_used_go_when_the_limit_is_passed(folder: Path):
    cache = AudioCache(folder, limit=100_000)  # a tone of 0.65 s takes 31 kB
    for age, key in enumerate(("aa1", "bb2", "cc3")):
        cache.put(key, chunk())
        (file,) = (folder / key[:2]).iterdir()
        os.utime(file, (1000 + age, 1000 + age))
    assert cache.get("aa1") is not None  # used now, so no longer the oldest
    cache.put("dd4", chunk())
    assert [cache.holds(key) for key in ("aa1", "bb2", "cc3", "dd4")] == [True, False, False, True]


def test_what_other_processes_left_counts_too(folder: Path):
    AudioCache(folder).put("aa1", chunk())
    AudioCache(folder, limit=40_000).put("bb2", chunk())
    assert len(files(folder)) == 1


def test_a_draft_left_by_a_dead_process_is_removed_when_tidying(folder: Path):
    AudioCache(folder).put("aa1", chunk())
    draft = folder / "aa" / "left.draft"
    draft.write_bytes(b"x")
    os.utime(draft, (1000, 1000))
    AudioCache(folder, limit=40_000).put("bb2", chunk())
    assert not draft.exists()


def test_a_full_disk_silently_ends_the_caching(folder: Path, monkeypatch):
    tries: list[str] = []

    def full(*_args: object) -> None:
        tries.append("replace")
        raise OSError(errno.ENOSPC, "No space left on device")

    cache = AudioCache(folder)
    cache.put("aa1", chunk())
    monkeypatch.setattr(os, "replace", full)
    cache.put("bb2", chunk())
    cache.put("cc3", chunk())
    assert tries == ["replace"]
    assert len(files(folder)) == 1, "no draft is left"
    assert cache.get("aa1") is not None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    cache = AudioCache(tmp_path / "file" / "speech")
    cache.put("aa1", chunk())
    assert cache.get("aa1") is None


def test_two_writers_of_one_key_leave_one_whole_file(folder: Path):
    def write() -> None:
        cache = AudioCache(folder)
        for _ in range(20):
            cache.put("ab12", chunk())

    threads = [threading.Thread(target=write) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(files(folder)) == 1
    assert AudioCache(folder).get("ab12") is not None


def key_of(span: Span, engine: FakeEngine | None = None) -> str:
    engine = engine or FakeEngine()
    return speech_key(engine, engine.voices()[0], [span])


def test_the_same_words_elsewhere_in_the_book_have_the_same_key():
    assert key_of(SPAN) == key_of(replace(SPAN, start=500, end=513))


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Good evening."},
        {"language": "fr"},
        {"rate": 1.5},
        {"pitch": 1.0},
        {"phonemes": "a"},
        {"style": "calm"},
        {"emphasis": Emphasis.STRONG},
    ],
)
def test_what_sounds_different_has_another_key(change):
    assert key_of(SPAN) != key_of(replace(SPAN, **change))


def test_another_engine_or_version_has_another_key():
    newer = FakeEngine()
    newer.version = "2"
    assert len({key_of(SPAN), key_of(SPAN, FakeEngine("other")), key_of(SPAN, newer)}) == 3
