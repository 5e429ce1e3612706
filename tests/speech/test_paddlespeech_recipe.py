"""A pack is made from the zip files that PaddleSpeech publishes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, VoicePackError
from reader.speech.engines.paddlespeech import recipe
from tests.fakes.paddle_programs import FakePrograms
from tests.fakes.paddlespeech_pack import (
    DATA,
    SPEAKERS,
    acoustic_files,
    model_files,
    write_zip,
)

MANY = acoustic_files(SPEAKERS, folder="fastspeech2_static_1.1.0/")
ACOUSTIC_ZIP, VOCODER_ZIP = "fastspeech2_static_1.1.0.zip", "hifigan_static_1.1.0.zip"


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> FakePrograms:
    """Paddle is there, and plays."""
    programs = FakePrograms()
    monkeypatch.setattr(recipe, "is_available", lambda: True)
    monkeypatch.setattr(recipe, "PaddlePrograms", lambda: programs)
    return programs


def downloads(folder: Path, acoustic_content, vocoder_content) -> dict[str, Path]:
    folder.mkdir()
    return {
        ACOUSTIC_ZIP: write_zip(folder / ACOUSTIC_ZIP, acoustic_content),
        VOCODER_ZIP: write_zip(folder / VOCODER_ZIP, vocoder_content),
    }


def built(tmp_path: Path, given: dict[str, Path], cancel: CancelToken | None = None) -> Path:
    target = tmp_path / "pack"
    target.mkdir()
    recipe.build(given, target, lambda share: None, cancel or CancelToken())
    return target


def test_the_files_are_found_by_name_and_laid_by_role(
    tmp_path: Path, programs: FakePrograms
) -> None:
    vocoder = model_files("hifigan", folder="a/b/") | {"__MACOSX/b/._hifigan.pdmodel": b""}
    given = downloads(tmp_path / "zips", MANY, vocoder)

    pack = built(tmp_path, given)

    assert {file.name for file in pack.iterdir()} == {
        "acoustic.pdmodel",
        "acoustic.pdiparams",
        "vocoder.pdmodel",
        "vocoder.pdiparams",
        "phone_id_map.txt",
        "speaker_id_map.txt",
    }
    assert (pack / "vocoder.pdmodel").read_bytes() == (DATA / "hifigan.pdmodel").read_bytes()
    expected = DATA / "fastspeech2_many.pdiparams"
    assert (pack / "acoustic.pdiparams").read_bytes() == expected.read_bytes()


def test_the_order_of_the_downloads_does_not_matter(tmp_path: Path, programs: FakePrograms) -> None:
    given = downloads(
        tmp_path / "zips", acoustic_files({}, folder=""), model_files("hifigan", folder="")
    )

    pack = built(tmp_path, dict(reversed(given.items())))

    assert len(list(pack.iterdir())) == 5


def test_progress_rises_to_the_whole(tmp_path: Path, programs: FakePrograms) -> None:
    given = downloads(tmp_path / "zips", MANY, model_files("hifigan", folder=""))
    told: list[float] = []
    (tmp_path / "pack").mkdir()

    recipe.build(given, tmp_path / "pack", told.append, CancelToken())

    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize(
    ("acoustic_content", "vocoder_content", "message"),
    [
        ({}, model_files("hifigan", folder=""), f"{ACOUSTIC_ZIP}: It does not hold one"),
        (MANY, {"hifigan.pdmodel": b""}, f"{VOCODER_ZIP}: It does not hold one"),
        (MANY, MANY, "There is no vocoder"),
        (
            model_files("fastspeech2_one", folder=""),
            model_files("hifigan", folder=""),
            r"There is no acoustic model \(with phone_id_map",
        ),
        (
            MANY,
            model_files("hifigan", folder="a/") | model_files("fastspeech2_one", folder="b/"),
            f"{VOCODER_ZIP}: It does not hold one",
        ),
    ],
    ids=["nothing", "half a model", "no vocoder", "no phones", "two models"],
)
def test_a_zip_of_another_form_is_said_so(
    tmp_path: Path, acoustic_content, vocoder_content, message: str
) -> None:
    with pytest.raises(VoicePackError, match=message):
        built(tmp_path, downloads(tmp_path / "zips", acoustic_content, vocoder_content))


def test_cancelling_stops_the_making(tmp_path: Path) -> None:
    given = downloads(tmp_path / "zips", MANY, model_files("hifigan", folder=""))
    cancel = CancelToken()
    cancel.cancel()

    with pytest.raises(Cancelled):
        built(tmp_path, given, cancel)
    assert list((tmp_path / "pack").iterdir()) == []


def test_models_that_do_not_speak_are_refused(
    tmp_path: Path, programs: FakePrograms, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = downloads(tmp_path / "zips", MANY, model_files("hifigan", folder=""))
    silent = [np.full((30_000, 1), np.nan, np.float32)]
    monkeypatch.setattr(programs, "run", lambda name, inputs: silent)

    with pytest.raises(VoicePackError, match="do not speak on this machine"):
        built(tmp_path, given)
    assert programs.closed


def test_without_paddle_the_proof_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipe, "is_available", lambda: False)
    monkeypatch.setattr(recipe, "PaddlePrograms", lambda: pytest.fail("Paddle was started"))
    given = downloads(tmp_path / "zips", MANY, model_files("hifigan", folder=""))

    assert (built(tmp_path, given) / "acoustic.pdmodel").is_file()
