"""The bench itself: what it cuts, what it hears, and what it finds when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from reader.books.registry import read_book
from reader.export.audio import WavFile
from reader.speech.engine import SPEECH_RATE
from tests.benchmarks.export import books, killing, sound
from tests.benchmarks.export.following import clock, smil_clips
from tests.benchmarks.export.killing import Whole, half_made
from tests.benchmarks.export.probing import Expected, disagreements
from tests.benchmarks.export.running import new_home, of_session, proportional_size, tree
from tests.benchmarks.export.worst import Worst
from tests.books.making import make_epub
from tests.fakes.vowels import vowel

RATE = SPEECH_RATE


def wav(path: Path, samples: np.ndarray) -> Path:
    file = WavFile(path)
    file.write(samples.astype(np.float32))
    file.finish()
    return path


# -- books -----------------------------------------------------------------------------------


@pytest.fixture
def novel(tmp_path: Path) -> books.Material:
    paragraphs = "".join(f"<p>{'Word ' * 20}{number}.</p>" for number in range(60))
    documents = {"title.xhtml": "<p>By nobody</p>"} | {
        f"{name}.xhtml": f"<h1>Chapter {name}</h1>{paragraphs}" for name in ("I", "II", "III", "IV")
    }
    path = make_epub(tmp_path / "novel.epub", documents)
    return books.Material(
        language="en", title="A & B", author="Ann", path=path, characters_a_second=10.0
    )


def test_a_book_is_cut_to_its_length_with_chapters_tags_and_cover(novel, tmp_path):
    book = read_book(books.cut(novel, 10.0, tmp_path / "cut.epub"))
    assert (book.title, book.authors, book.language) == ("A & B", ("Ann",), "en")
    assert book.characters == pytest.approx(6000, rel=0.1)
    assert [each.title for each in book.chapters] == [
        f"Chapter {n}" for n in ("I", "II", "III", "IV")
    ]
    assert book.cover
    assert book.date == books.DATE


def test_a_book_may_have_its_text_several_times(novel, tmp_path):
    book = read_book(books.cut(novel, 20.0, tmp_path / "cut.epub", times=3))
    assert book.characters == pytest.approx(12000, rel=0.1)
    assert len({each.title for each in book.chapters}) == len(book.chapters) == 12


def test_a_corpus_that_is_not_there_is_told(novel, tmp_path):
    novel.path.unlink()
    with pytest.raises(books.NotThere, match=r"novel\.epub"):
        books.cut(novel, 1.0, tmp_path / "cut.epub")


# -- what is heard ---------------------------------------------------------------------------


def test_sound_comes_out_as_it_went_in(tmp_path):
    samples = vowel(0.5)
    found, rate = sound.decoded(wav(tmp_path / "one.wav", samples))
    assert rate == RATE
    assert np.abs(found - samples).max() < 1e-4
    assert sound.clipped(found) == 0
    assert sound.clipped(np.clip(3 * found / np.abs(found).max(), -1, 1)) > 0


def test_sounds_that_differ_in_a_sample_have_other_digests(tmp_path):
    samples = vowel(0.3)
    wav(tmp_path / "one.wav", samples)
    wav(tmp_path / ".two.wav", samples)
    assert list(sound.digests(tmp_path)) == ["one.wav"]
    before = sound.digests(tmp_path)
    samples[100] += 0.01
    wav(tmp_path / "one.wav", samples)
    assert sound.digests(tmp_path) != before


def test_a_join_that_clicks_is_found_and_a_smooth_one_is_not():
    speech = vowel(1.0)
    ramp = np.linspace(0, 1, RATE // 15)
    speech[: len(ramp)] *= ramp
    speech[-len(ramp) :] *= ramp[::-1]
    pause = np.zeros(RATE // 2, np.float32)
    samples = np.concatenate([pause, speech, pause, speech, pause])
    joins = [0.5, 1.5, 2.0, 3.0]
    assert sound.clicks(samples, RATE, joins) == []
    samples[round(1.5 * RATE) :] += np.float32(0.1)
    assert sound.clicks(samples, RATE, joins) == [1.5]


def test_the_speech_itself_is_no_click():
    speech = vowel(2.0)
    assert sound.clicks(speech, RATE, [0.5, 1.0, 1.5]) == []
    speech[RATE + 1] += 0.5
    assert sound.clicks(speech, RATE, [0.5, 1.0, 1.5]) == [1.0]


def test_the_beginning_of_sound_is_found():
    samples = np.concatenate([np.zeros(RATE // 2), vowel(0.5), np.zeros(RATE)])
    assert sound.onset(samples, RATE, 0.0) == pytest.approx(0.5, abs=0.01)
    assert sound.onset(samples, RATE, 1.2, 0.7) is None


@pytest.mark.parametrize("late", [-37, 0, 500])
def test_how_much_later_a_sound_is(late):
    samples = np.random.default_rng(1).standard_normal(RATE).astype(np.float32)
    other = np.roll(samples, late)
    assert sound.shift(samples, RATE, other, RATE, 0.1, 1.0) == late / RATE
    twice = np.repeat(other, 2)
    assert sound.shift(samples, RATE, twice, 2 * RATE, 0.1, 1.0) == late / RATE


def test_what_ffmpeg_says_of_loudness_is_read():
    said = "I: -70.0 LUFS\n Summary:\n\n  Integrated loudness:\n    I:         -18.1 LUFS\n" + (
        "    Threshold: -28.4 LUFS\n\n  True peak:\n    Peak:       -4.6 dBFS"
    )
    assert sound.summary(said) == sound.Loudness(integrated=-18.1, true_peak=-4.6)


def test_cues_are_read_and_their_order_is_checked():
    text = "WEBVTT\n\n00:01.500 --> 00:02.000\nOne\n\n01:00:02,000 --> 01:00:03,250\nTwo\n"
    spans = sound.cues(text)
    assert spans == [(1.5, 2.0), (3602.0, 3603.25)]
    assert sound.rising(spans, 3604.0)
    assert not sound.rising(spans, 3603.0)
    assert not sound.rising(spans[::-1], 3604.0)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("npt=1.476s", 1.476), ("250ms", 0.25), ("0:01:02.5", 62.5), ("2min", 120.0), ("3", 3.0)],
)
def test_clock_values_of_smil(text, seconds):
    assert clock(text) == pytest.approx(seconds)


def test_clips_of_both_kinds_of_smil():
    space = b'xmlns="http://www.w3.org/ns/SMIL"'
    overlay = b'<smil %s><audio src="a" clipBegin="1s" clipEnd="2s"/></smil>' % space
    talking = b'<smil><audio src="b" clip-begin="npt=0.5s" clip-end="npt=1s"/></smil>'
    assert list(smil_clips(overlay)) == [("a", 1.0, 2.0)]
    assert list(smil_clips(talking)) == [("b", 0.5, 1.0)]


# -- what ffprobe sees -----------------------------------------------------------------------


def probe(**changes: object) -> dict[str, object]:
    tags = {"title": "T", "album": "T", "artist": "A", "date": "1813", "composer": "N"}
    return {
        "streams": [
            {"codec_type": "audio", "codec_name": "aac", "tags": {"language": "eng"}},
            {"codec_type": "video", "codec_name": "png"},
        ],
        "format": {"duration": "10.0", "tags": tags | changes},
        "chapters": [
            {"start_time": "0.0", "tags": {"title": "I"}},
            {"start_time": "5.0", "tags": {"title": "II"}},
        ],
    }


def test_ffprobe_agrees_or_the_difference_is_told():
    expected = Expected(title="T", author="A", date="1813", language="en", seconds=10.02)
    assert list(disagreements(probe(), expected)) == []
    assert list(disagreements(probe(artist="B"), expected)) == ["artist is 'B'"]
    assert list(disagreements(probe(composer=""), expected)) == ["no narrator"]
    longer = Expected(title="T", author="A", date="1813", language="zh", seconds=10.2)
    told = list(disagreements(probe(), longer))
    assert told == ["language is 'eng'", "10.000 s long, not 10.200"]
    backwards = probe()
    backwards["chapters"].reverse()  # type: ignore[attr-defined]
    assert list(disagreements(backwards, expected)) == ["chapters out of order"]


def test_the_worst_is_judged_and_all_that_miss_are_named():
    worst = Worst("English")
    for value, note in ((0.5, "m4b"), (3.0, "mp3"), (2.0, "opus")):
        worst.add("marks off", "ms", 1.0, value, note)
    (figure,) = worst.figures()
    assert figure.missed
    assert figure.value == 3.0
    assert figure.note == "the worst of 3: mp3; opus"


# -- processes -------------------------------------------------------------------------------


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")


def test_a_process_and_its_children_are_found_and_measured():
    script = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    process = subprocess.Popen(
        [sys.executable, "-c", f"print(flush=True); {script}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        while len(tree(process.pid)) < 2:
            os.sched_yield()
        assert set(tree(process.pid)) == set(of_session(process.pid))
        assert proportional_size(process.pid) > 1_000_000
        process.communicate(b"\n")
    assert of_session(process.pid) == []
    assert proportional_size(process.pid) == 0


def test_a_home_has_the_voices_and_nothing_else(tmp_path):
    home = new_home(tmp_path / "home")
    told = home.environment
    assert told["TINGSHU_HOME"].startswith(str(home.folder))
    data = home.folder / "tingshu" / "data"
    assert [each.name for each in data.iterdir()] == ["voices"]
    assert (data / "voices").is_symlink()


def test_a_file_that_is_half_made_is_found(tmp_path):
    samples = vowel(0.3)
    folder = tmp_path / "out"
    folder.mkdir()
    path = wav(folder / "01 One.wav", samples)
    whole = Whole(
        book=path, name="out", options=(), seconds=1.0, sounds={path.name: sound.digest_of(path)}
    )
    assert half_made(whole, folder, is_late=False) == []
    with wave.open(str(path)) as file:
        frames = file.readframes(1000)
        settings = file.getparams()
    with wave.open(str(path), "w") as file:
        file.setparams(settings)
        file.writeframes(frames)
    assert half_made(whole, folder, is_late=False) == ["01 One.wav had its name and was not whole"]
    assert half_made(whole, path, is_late=False) == ["the file was there before it was whole"]
    assert half_made(whole, tmp_path / "nothing", is_late=False) == []
    (folder / ".draft").touch()
    assert killing.hidden(folder) == [folder / ".draft"]
