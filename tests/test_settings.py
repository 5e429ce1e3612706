"""The settings file: round trip, foreign keys, damage."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given, strategies

from reader import settings as store
from reader.errors import SettingsError
from reader.messages import Message
from reader.settings import Settings


def test_what_is_saved_is_loaded() -> None:
    chosen = Settings(rate=1.5, voices={"zh": "mandarin-databaker"}, output_device="USB")
    store.save(chosen)
    assert store.load() == chosen


def test_without_a_file_the_defaults_hold() -> None:
    assert store.load() == Settings()


def test_keys_of_a_newer_version_survive() -> None:
    store.settings_file().write_text(json.dumps({"rate": 2, "hologram": True}), "utf-8")
    store.save(store.load().changed(volume=0.5))
    assert json.loads(store.settings_file().read_text("utf-8"))["hologram"] is True
    assert store.load().rate == 2.0


def test_damaged_files_are_set_aside_and_told() -> None:
    told: list[SettingsError] = []
    for number, content in ((1, "{not json"), (2, "[1, 2]")):
        store.settings_file().write_text(content, "utf-8")
        assert store.load(told.append) == Settings()
        kept = store.settings_file().with_name(f"settings.damaged-{number}.json")
        assert kept.read_text("utf-8") == content
        assert kept.name in told[-1].remedy
    assert len(told) == 2
    assert all(isinstance(each.reason, Message) for each in told)  # so it can be translated


@pytest.mark.parametrize("content", ["{not json", "[1, 2]"])
def test_damaged_settings_stay_where_they_are_while_nobody_is_told(content: str) -> None:
    file = store.settings_file()
    file.write_text(content, "utf-8")
    assert store.load() == Settings()
    with pytest.raises(SettingsError, match="damaged"):
        store.examine()
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    assert file.read_text("utf-8") == content


def test_settings_that_are_fine_or_not_there_pass_the_examination() -> None:
    store.examine()
    store.save(Settings())
    store.examine()


@pytest.mark.parametrize("content", ['{"rate": 1' + "0" * 400 + "}", "[" * 100_000])
def test_what_is_too_large_or_too_deep_stops_nobody(content: str) -> None:
    store.settings_file().write_text(content, "utf-8")
    assert store.load().rate in (1.0, 4.0)


def test_what_no_file_can_hold_as_text_is_kept_all_the_same() -> None:
    store.save(Settings(output_device="\ud800"))
    assert store.load().output_device == "\ud800"


def test_a_number_that_is_none_is_not_believed() -> None:
    store.settings_file().write_text('{"rate": NaN, "volume": Infinity}', "utf-8")
    assert (store.load().rate, store.load().volume) == (1.0, 1.0)


def test_a_damaged_file_that_cannot_be_moved_still_gives_the_defaults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.settings_file().write_text("[]", "utf-8")

    def refuse(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    told: list[SettingsError] = []
    assert store.load(told.append) == Settings()
    assert store.settings_file().name in told[0].remedy


def test_a_full_or_forbidden_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    with pytest.raises(SettingsError, match="No space left"):
        store.save(Settings())


_JSON = strategies.recursive(
    strategies.none()
    | strategies.booleans()
    | strategies.floats(allow_nan=False)
    | strategies.integers()
    | strategies.text(),
    lambda inner: strategies.lists(inner) | strategies.dictionaries(strategies.text(), inner),
    max_leaves=5,
)
_NAMES = [each.name for each in fields(Settings) if each.name != "unknown"]


@given(strategies.dictionaries(strategies.sampled_from(_NAMES), _JSON))
def test_no_value_in_the_file_makes_settings_of_the_wrong_type(content: dict[str, object]) -> None:
    store.settings_file().write_text(json.dumps(content), "utf-8")
    loaded = store.load()
    assert 0.5 <= loaded.rate <= 4.0
    assert 0.0 <= loaded.volume <= 1.0
    assert 6 <= loaded.text_size <= 96
    assert all(isinstance(value, str) for value in loaded.voices.values())
    assert loaded.output_device is None or isinstance(loaded.output_device, str)
