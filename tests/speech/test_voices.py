from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.errors import EngineFailed
from reader.speech import packs
from reader.speech.advice import missing_voice, natural_voice_advice, voices_of_catalogue
from reader.speech.engine import Voice
from reader.speech.engines.espeak import EspeakEngine
from reader.speech.voices import candidates, engine_problems, installed_engines


def voice(name: str, languages: Sequence[str], quality: int) -> Voice:
    return Voice(
        name=name,
        title=name,
        engine=name,
        languages=tuple(languages),
        quality=quality,
        licence="MIT",
        source="here",
    )


ANY = voice("any", ["*"], 1)
PLAIN = voice("plain", ["en"], 1)
FINE = voice("fine", ["en"], 2)
ALL = (ANY, PLAIN, FINE)


def test_quality_orders_and_a_voice_for_any_language_comes_after_its_equals():
    assert candidates(ALL, "en-GB") == [FINE, PLAIN, ANY]


def test_a_voice_for_any_language_speaks_what_no_other_does():
    assert candidates(ALL, "fr") == [ANY]


def test_no_voice_for_the_language():
    assert candidates((PLAIN, FINE), "fr") == []


def test_the_wanted_voice_comes_first_if_it_speaks_the_language():
    assert candidates(ALL, "en", "any") == [ANY, FINE, PLAIN]
    assert candidates(ALL, "fr", "fine") == [ANY]


def test_a_variant_comes_after_all_who_are_none_unless_it_is_wanted():
    varied = replace(FINE, name="fine+male", base="fine")
    assert candidates((varied, *ALL), "en") == [FINE, PLAIN, ANY, varied]
    assert candidates((varied, *ALL), "en", "fine+male") == [varied, FINE, PLAIN, ANY]


def test_the_voices_of_an_installation_come_in_variants_with_the_licence_of_their_base():
    voices = {voice.name: voice for engine in installed_engines() for voice in engine.voices()}
    heart, man = voices["english-heart"], voices["english-heart+male"]
    assert (man.base, man.gender, man.age) == ("english-heart", "male", "adult")
    assert (man.languages, man.licence) == (heart.languages, heart.licence)
    assert not any(name.startswith("espeak+") for name in voices)


def without(monkeypatch: pytest.MonkeyPatch, *missing: str) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in missing else find(name)
    )


def names_of_voices() -> list[str]:
    """Of all but the variants."""
    voices = [voice for engine in installed_engines() for voice in engine.voices()]
    return [voice.name for voice in voices if voice.base is None]


def test_without_packs_english_and_espeak_speak():
    assert names_of_voices() == ["english-heart", "espeak"]


def test_an_installed_pack_brings_its_voices_first(monkeypatch):
    monkeypatch.setattr(packs, "is_pack", lambda folder: True)
    names = names_of_voices()
    assert names[:2] == ["mandarin-databaker", "english-heart"]
    assert "kokoro-xiaoxiao" in names
    assert names[-1] == "espeak"


def test_an_engine_without_its_library_is_left_out_and_reported(monkeypatch):
    without(monkeypatch, "hibari", "onnxruntime", "paddle")
    assert [engine.name for engine in installed_engines()] == ["espeak"]
    told = [(problem.reason, problem.remedy) for problem in engine_problems()]
    assert ("It needs hibari, onnxruntime.", "Run: pip install hibari-tts") in told
    assert not any("paddle" in reason for reason, _ in told)  # which nobody needs


def test_without_what_bends_sound_there_are_no_variants_and_only_the_engines_own_manners(
    monkeypatch,
):
    without(monkeypatch, "pyworld")
    (english, *_) = (each for each in installed_engines() if each.name == "english")
    assert not english.capabilities.pitch
    assert not english.capabilities.styles
    assert all(voice.base is None for each in installed_engines() for voice in each.voices())


def test_an_engine_that_does_not_load_is_reported(monkeypatch):
    def fail(self: object, voice: Voice) -> None:
        raise EngineFailed("espeak-ng", "It cannot be loaded (no).", "Install it again.")

    without(monkeypatch, "hibari", "onnxruntime")
    monkeypatch.setattr(EspeakEngine, "warm_up", fail)
    told = [str(problem) for problem in engine_problems()]
    assert "espeak-ng: It cannot be loaded (no). Install it again." in told


def test_advice_names_the_command_that_installs_a_better_voice():
    assert natural_voice_advice("zh-TW", ANY).endswith("tingshu voices install mandarin")


def test_there_is_no_advice_where_nothing_better_exists(monkeypatch):
    assert natural_voice_advice("fr", ANY) == ""
    assert natural_voice_advice("en", FINE) == ""
    monkeypatch.setattr(packs, "is_installed", lambda name: True)
    assert natural_voice_advice("zh", ANY) == ""


def test_a_missing_voice_says_what_to_do():
    assert "tingshu voices install mandarin" in str(missing_voice("zh"))
    assert "tingshu doctor" in str(missing_voice("fr"))


def test_every_voice_says_its_licence_and_source():
    voices = [voice for engine in installed_engines() for voice in engine.voices()]
    for voice in (*voices, *voices_of_catalogue()):
        assert voice.licence
        assert voice.source.startswith("https://")
    assert any("non-commercial" in voice.note for voice in voices_of_catalogue())
