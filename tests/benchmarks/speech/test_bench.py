"""What the bench counts and how it judges, without a voice and without a judge."""

from __future__ import annotations

import json
import math
import os
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.speech.engine import AudioChunk, Samples
from tests.benchmarks.speech import (
    __main__,
    environments,
    hearing,
    judge,
    load,
    published,
    quality,
    recordings,
    voice,
)
from tests.benchmarks.speech.comparison import difference
from tests.benchmarks.speech.environments import Environment, NotToBeHad
from tests.benchmarks.speech.figures import Figure, table
from tests.benchmarks.speech.judge import Sentence, Verdict, compared
from tests.benchmarks.speech.melody import melody
from tests.benchmarks.speech.one_run import Acoustics
from tests.benchmarks.speech.processes import in_use
from tests.benchmarks.speech.program import Program
from tests.benchmarks.speech.sentences import evenly, of_all_lengths, sentences
from tests.benchmarks.speech.spectrum import share_above
from tests.benchmarks.speech.syllables import errors, syllables
from tests.benchmarks.speech.systems import INT8, ONNX, PUBLISHED, REFERENCE, System
from tests.fakes.mandarin_pack import write_pack

RATE = 24_000


def tone(hertz: float, seconds: float = 1.0) -> Samples:
    moments = np.arange(int(seconds * RATE)) / RATE
    overtones = [np.sin(2 * np.pi * hertz * n * moments) / n for n in (1, 2, 3)]
    return (0.2 * sum(overtones)).astype(np.float32)


def test_the_sentences_are_many_of_all_lengths_and_only_hanzi() -> None:
    lines = sentences()
    assert len(lines) >= 100
    assert len(set(lines)) == len(lines)
    assert not [line for line in lines if re.search(r"[0-9A-Za-z]", line)]
    assert {5 <= len(line) <= 60 for line in lines} == {True}


def test_a_selection_is_spread_over_all_sentences() -> None:
    assert evenly("abcdef", 3) == ["a", "c", "e"]
    assert evenly("abc", 9) == ["a", "b", "c"]


def test_sentences_of_all_lengths_are_always_the_same_ones() -> None:
    made = of_all_lengths(300)
    assert made == of_all_lengths(300)
    assert min(map(len, made)) <= 6
    assert max(map(len, made)) >= 90
    assert len(set(made)) > 280


@pytest.mark.parametrize(
    ("wanted", "heard", "wrong"),
    [
        ("今天天气很好。", "今天天氣很好", 0),
        ("他的妈妈。", "她得马码", 0),  # tones and homophones do not count
        ("慢慢地走。", "慢慢的走", 0),
        ("走了两百米。", "走了200米", 0),
        ("别着急，听音乐吧。", "別著急聽音樂吧", 0),
        ("走了三百米。", "走了三包米", 1),
        ("我们回家。", "我们家", 1),
        ("我们回家。", "我们OK回家", 1),
        ("我们回家。", "", 4),
    ],
)
def test_wrong_syllables(wanted: str, heard: str, wrong: int) -> None:
    assert errors(syllables(wanted), syllables(heard)) == wrong


def test_a_difference_is_in_points_and_its_interval_holds_it() -> None:
    found = difference([0, 1, 0, 0] * 10, [1, 1, 2, 0] * 10, [10] * 40)
    assert found.points == pytest.approx(-7.5)
    assert found.low < found.points < found.high < 0
    assert (found.better, found.worse) == (20, 0)


def test_voices_are_compared_on_the_sentences_that_both_have_said() -> None:
    ours = verdict(Sentence("甲", 10, errors=1), Sentence("乙", 10, errors=0))
    theirs = verdict(Sentence("乙", 10, errors=5), Sentence("丙", 10, errors=0))
    found = compared(ours, theirs)
    assert found is not None
    assert found.points == -50
    theirs.sentences[0].errors = None
    assert compared(ours, theirs) is None


def test_marks_are_means_over_the_sentences_that_were_said_and_asked_for() -> None:
    whole = verdict(
        Sentence("甲", 4, errors=0, marks={"p808": 4.0}),
        Sentence("乙", 4, errors=2, marks={"p808": 3.0}),
        Sentence("丙", 2, said=False, errors=2),
    )
    assert (whole.mean("p808"), whole.wrong_syllables) == (3.5, 40)
    assert whole.of(["甲", "丙"]).mean("p808") == 4.0
    assert whole.mean("overall") is None


def test_a_sentence_that_is_not_said_is_wrong_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pretend(*asked: Any) -> list[dict[str, Any]]:
        return [{"text": "甲", "overall": 3.0, "p808": 4.0, "mark": 4.5} for _ in asked[2]]

    monkeypatch.setattr(judge, "answers", pretend)
    first, _ = recordings.prepare(tmp_path, ["甲。", "我们回家。"])
    with pytest.raises(NotToBeHad):
        judge.judged(tmp_path)
    recordings.write(first, tone(200), RATE)
    told: list[str] = []
    found = judge.judged(tmp_path, say=told.append)
    assert [sentence.errors for sentence in found.sentences] == [0, 4]
    assert (found.wrong_syllables, found.mean("p808")) == (80, 4.0)
    assert any("我们回家。" in line for line in told)


def test_eight_bits_are_limited_against_the_published_weights_alone() -> None:
    said = verdict(Sentence("甲", 10, errors=1))
    verdicts = dict.fromkeys((REFERENCE, PUBLISHED, ONNX, INT8), said)
    rows = {row.name.partition("−")[2]: row for row in quality._rows(INT8, verdicts, "")}
    assert rows[f" {PUBLISHED.name}"].must == 0.5
    assert rows[f" {ONNX.name}"].must is None
    assert "arithmetic" in rows[f" {ONNX.name}"].note


def verdict(*said: Sentence) -> Verdict:
    return Verdict(folder="", seconds=1.0, sentences=list(said))


def test_a_figure_is_missed_above_what_it_must_be_and_below_where_more_is_better() -> None:
    slow = Figure(name="time", unit="s", runs=(1.0, 9.0, 3.0), must=2.0)
    assert (slow.value, slow.missed) == (3.0, True)
    fine = Figure(name="mark", unit="", runs=(3.3,), must=3.25, goal=3.4, more_is_better=True)
    assert (fine.missed, fine.verdict) == (False, "met")
    assert Figure(name="mark", unit="", runs=(3.0,), must=3.25, more_is_better=True).missed


def test_what_was_not_measured_stands_in_the_table_with_the_reason() -> None:
    reason = "There is no index here."
    rows = [
        Figure(name="one", unit="s", must=1.0, note=reason),
        Figure(name="two", unit="s", note=reason),
    ]
    lines = table(rows).splitlines()
    assert all("not measured  (1)" in line for line in lines[1:3])
    assert lines[3:] == [f"(1) {reason}"]
    assert not rows[0].missed


def test_what_is_not_a_number_is_not_measured() -> None:
    row = Figure(name="one", unit="s", runs=(1.0, math.nan), must=0.5, note="A reason.")
    assert (row.value, row.missed, row.verdict) == (None, False, "not measured")
    assert row.as_json()["runs"] == [1.0, None]
    assert "nan" not in table([row])


def test_a_part_that_fails_leaves_what_was_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.json"

    def broken(_: object) -> Any:
        yield Figure(name="one", unit="s", runs=(1.0,))
        raise SystemExit("The judge has left.")

    def whole(_: object) -> list[Figure]:
        assert json.loads(file.read_text("utf-8"))[0]["name"] == "one"
        return [Figure(name="two", unit="s", runs=(2.0,))]

    monkeypatch.setattr(__main__, "PARTS", {"broken": broken, "whole": whole})
    assert __main__.main(["--only", "broken,whole", "--json", str(file)]) == 2
    rows = json.loads(file.read_text("utf-8"))
    assert [each["name"] for each in rows] == ["one", "the rest of broken", "two"]
    assert "The judge has left." in rows[1]["note"]
    assert json.loads(capsys.readouterr().out) == rows


@pytest.mark.parametrize("hertz", [95.0, 241.5, 380.0])
def test_melody_is_the_pitch_and_not_an_octave_off(hertz: float) -> None:
    found = melody(np.concatenate([tone(hertz), np.zeros(RATE, np.float32)]), RATE)
    assert 90 < len(found) < 105
    assert np.abs(12 * np.log2(found / hertz)).max() < 0.1


def test_the_share_of_sound_above_four_kilohertz() -> None:
    low, high = tone(500), np.sqrt(0.5) * tone(5_000, 1.0)
    assert share_above(low, RATE) < 1e-6
    assert share_above((low + high).astype(np.float32), RATE) == pytest.approx(1 / 3, abs=0.01)
    assert share_above(np.zeros(100, np.float32), RATE) == 0


def test_recordings_of_other_sentences_are_removed(tmp_path: Path) -> None:
    first, _ = recordings.prepare(tmp_path, ["甲。", "乙。"])
    recordings.write(first, tone(200), RATE)
    assert recordings.recorded(tmp_path) == [("甲。", first), ("乙。", None)]
    samples, rate = recordings.read(first)
    assert rate == RATE
    assert np.abs(samples - tone(200)).max() < 1e-4
    recordings.prepare(tmp_path, ["甲。", "乙。"])
    assert first.exists()
    recordings.prepare(tmp_path, ["丙。"])
    assert not first.exists()


class Speaker:
    """Says what it was given once, and nothing from then on."""

    def __init__(self, samples: Samples) -> None:
        self._samples: Samples | None = samples

    def ask(self, *, say: str, file: str) -> dict[str, Any]:
        if self._samples is not None:
            recordings.write(Path(file), self._samples, RATE)
        self._samples = None
        return {"say": say}


def test_a_recording_has_silence_around_it_and_no_older_one_stands_for_it(tmp_path: Path) -> None:
    speaker, file = Speaker(tone(200)), tmp_path / "0000.wav"
    assert recordings.record(speaker, "甲。", file)
    samples, rate = recordings.read(file)
    silence = round(recordings.SILENCE * rate)
    assert len(samples) == len(tone(200)) + 2 * silence
    assert not samples[:silence].any()
    assert not samples[-silence:].any()
    assert np.abs(samples[silence:-silence] - tone(200)).max() < 1e-4
    assert not recordings.record(speaker, "甲。", file)
    assert not file.exists()


def test_a_program_answers_and_tells_its_last_words_when_it_ends() -> None:
    script = """
import json, sys
print('{"ready": true}', flush=True)
for line in sys.stdin:
    if json.loads(line)["say"] == "bye":
        sys.exit("I have had enough.")
    print(line, end="", flush=True)
"""
    with Program([sys.executable, "-c", script]) as program:
        assert program.ready == {"ready": True}
        assert program.ask(say="你好") == {"say": "你好"}
        with pytest.raises(NotToBeHad, match="had enough"):
            program.ask(say="bye")


def test_a_judge_is_asked_once_about_the_same_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Judge:
        def __enter__(self) -> Judge:
            return self

        def __exit__(self, *_: object) -> None: ...

        def ask(self, file: str) -> dict[str, Any]:
            asked.append(Path(file).name)
            return {"text": Path(file).name}

    monkeypatch.setattr(hearing, "BUILD", tmp_path / "build")
    monkeypatch.setattr(hearing, "judge", lambda *_: Judge())
    files = [tmp_path / name for name in ("a.wav", "b.wav")]
    for number, file in enumerate(files):
        file.write_bytes(bytes([number]))
    hear = [environments.WHISPER, "whisper_hears.py"]
    assert hearing.answers(*hear, files[:1]) == [{"text": "a.wav"}]
    assert hearing.answers(*hear, files) == [{"text": "a.wav"}, {"text": "b.wav"}]
    assert asked == ["a.wav", "b.wav"]


def test_what_a_judge_said_before_it_failed_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = """
import json, sys
print('{}', flush=True)
print(json.dumps({"text": sys.stdin.readline()[-8:-3]}), flush=True)
sys.stdin.readline()
sys.exit("I have had enough.")
"""
    started = []

    def start(*_: object) -> Program:
        started.append(Program([sys.executable, "-c", script]))
        return started[-1]

    monkeypatch.setattr(hearing, "BUILD", tmp_path / "build")
    monkeypatch.setattr(hearing, "judge", start)
    files = [tmp_path / name for name in ("a.wav", "b.wav")]
    for number, file in enumerate(files):
        file.write_bytes(bytes([number]))
    hear = [environments.WHISPER, "whisper_hears.py"]
    with pytest.raises(NotToBeHad, match="had enough"):
        hearing.answers(*hear, files)
    assert hearing.answers(*hear, files[:1]) == [{"text": "a.wav"}]
    assert len(started) == 1


def test_the_published_voice_needs_the_published_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(published, "cached", lambda _: tmp_path / "none.whl")
    with pytest.raises(NotToBeHad, match=r"none\.whl"):
        PUBLISHED.start()


def test_the_cache_is_dropped_of_what_the_system_reads(tmp_path: Path) -> None:
    assert load.folders(System("mine", ("mandarin", "--folder", str(tmp_path)))) == [tmp_path]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "weights").write_bytes(bytes(9))
    assert load.forget(tmp_path) == (1 if hasattr(os, "posix_fadvise") else 0)


@pytest.mark.parametrize("precision", ["float", "int8"])
def test_a_sentence_several_times_in_one_run_is_the_sentence(
    tmp_path: Path, precision: str
) -> None:
    model = Acoustics(write_pack(tmp_path), precision)
    phones = np.arange(12, dtype=np.int64)
    (alone,), together = model.mels(phones, 1), model.mels(phones, 3)
    assert together.shape == (3, *alone.shape)
    np.testing.assert_allclose(together, np.stack([alone] * 3), atol=1e-5)


def test_an_environment_is_made_once_and_again_when_what_it_needs_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "some.txt").write_text("one==1")
    monkeypatch.setattr(environments, "BUILD", tmp_path / "build")
    monkeypatch.setattr(environments, "_REQUIREMENTS", tmp_path)
    run: list[list[str]] = []

    def pretend(command: list[str]) -> None:
        run.append(command)
        if "venv" in command:
            Path(command[-1]).mkdir(parents=True)
        elif "--extra-index-url" not in command and "two" in (tmp_path / "some.txt").read_text():
            raise NotToBeHad("no")

    monkeypatch.setattr(environments, "_run", pretend)
    some = Environment("some")
    assert some.made() == some.made() == tmp_path / "build" / "some" / "bin" / "python"
    assert len(run) == 2
    (tmp_path / "some.txt").write_text("two==2")
    with pytest.raises(NotToBeHad):
        some.made()
    Environment("some", index="https://index").made()
    assert run[-1][-2:] == ["--extra-index-url", "https://index"]


def test_a_command_that_fails_gives_its_error_as_the_reason() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('x\\nERROR: No such package')"]
    with pytest.raises(NotToBeHad, match="No such package"):
        environments._run(command)


def test_every_requirement_has_a_version() -> None:
    for file in (Path(environments.__file__).parent / "judges").glob("*.txt"):
        for line in file.read_text().splitlines():
            assert re.fullmatch(r"[\w.-]+==[\w.+]+", line), f"{file.name}: {line}"


def test_a_voice_is_asked_through_the_narrator(tmp_path: Path) -> None:
    said = voice.utterance("他说：“走三步。”", "zh", rate=1.5)
    assert [span.rate for span in said.spans] == [1.5]
    assert said.text == "他说：“走三步。”"
    chunks = [AudioChunk(samples=tone(200, 0.5), rate=RATE)] * 2
    reply = voice.answer(chunks, str(tmp_path / "said.wav"))
    assert reply["sounds"] == 1.0
    assert 0 <= reply["first"] <= reply["took"]
    assert len(recordings.read(tmp_path / "said.wav")[0]) == RATE


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's /proc")
def test_what_a_process_uses_holds_what_its_children_use() -> None:
    alone = in_use(os.getpid())
    script = "print('{}', flush=True); input()"
    with Program([sys.executable, "-c", script]):
        both = in_use(os.getpid())
    assert 0 < alone.now <= alone.most
    assert both.now > alone.now + 2_000_000
    assert both.worked >= alone.worked
    assert len(both.peaks) == len(alone.peaks) + 1
    assert sum(both.peaks) == both.most
