"""Packs of PaddleSpeech's form with models of random weights, as installed and as published."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

DATA = Path(__file__).parents[1] / "data" / "speech" / "paddlespeech"
ENDINGS = (".pdmodel", ".pdiparams")
SPEAKERS = {"SSB0005": 0, "SSB0012": 5, "csmsc": 174}


def write_pack(folder: Path, *, speakers: Mapping[str, int] = {}) -> Path:
    """Write a pack into `folder`, of many speakers if there are any, as installed."""
    folder.mkdir(parents=True)
    for role, model in (("acoustic", acoustic(speakers)), ("vocoder", "hifigan")):
        for ending in ENDINGS:
            shutil.copy(DATA / f"{model}{ending}", folder / f"{role}{ending}")
    shutil.copy(DATA / "phone_id_map.txt", folder)
    if speakers:
        (folder / "speaker_id_map.txt").write_text(lines(speakers), "utf-8")
    (folder / "manifest.json").write_text("{}", "utf-8")
    return folder


def published(folder: Path, *, many: bool, damaged: bool = False) -> dict[str, Path]:
    """The two zip files of a voice by name, as PaddleSpeech publishes them, in `folder`."""
    speakers = SPEAKERS if many else {}
    voice = acoustic_files(speakers, folder="fastspeech2_static/")
    vocoder = model_files("hifigan", folder="hifigan_static/")
    if damaged:
        vocoder = dict.fromkeys(vocoder, b"damaged")
    return {
        "fastspeech2_static.zip": write_zip(folder / "fastspeech2_static.zip", voice),
        "hifigan_static.zip": write_zip(folder / "hifigan_static.zip", vocoder),
    }


def acoustic_files(speakers: Mapping[str, int], *, folder: str) -> dict[str, bytes]:
    """What the zip file of an acoustic model holds, below `folder`."""
    files = model_files(acoustic(speakers), folder=folder)
    files[f"{folder}phone_id_map.txt"] = (DATA / "phone_id_map.txt").read_bytes()
    files[f"{folder}README.md"] = b"not wanted"
    if speakers:
        files[f"{folder}speaker_id_map.txt"] = lines(speakers).encode()
    return files


def write_zip(archive: Path, files: Mapping[str, bytes]) -> Path:
    """Write a zip file of `files` by their path in it."""
    with zipfile.ZipFile(archive, "w") as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return archive


def model_files(model: str, *, folder: str) -> dict[str, bytes]:
    """The two files of a model of the tests, lying in `folder` of an archive."""
    return {
        f"{folder}{model}{ending}": (DATA / f"{model}{ending}").read_bytes() for ending in ENDINGS
    }


def acoustic(speakers: Mapping[str, int]) -> str:
    """The model's name."""
    return "fastspeech2_many" if speakers else "fastspeech2_one"


def lines(numbers: Mapping[str, int]) -> str:
    """A map of PaddleSpeech's form."""
    return "".join(f"{name} {number}\n" for name, number in numbers.items())
