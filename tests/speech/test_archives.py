"""Nothing in an archive is written anywhere but where it was asked for."""

from __future__ import annotations

import io
import random
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, VoicePackError
from reader.speech.archives import unpacked

CONTENT = {"package/a.txt": b"first", "package/voices/b.bin": b"second" * 1000, "c.txt": b"third"}


def make_zip(path: Path, content: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in content.items():
            archive.writestr(name, each)
    return path


def make_tar(path: Path, content: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, each in content.items():
            member = tarfile.TarInfo(name)
            member.size = len(each)
            archive.addfile(member, io.BytesIO(each))
    return path


MAKERS = pytest.mark.parametrize("make", [make_zip, make_tar])


def unpack(archive: Path, folder: Path, limit: int = 1 << 20) -> list[Path]:
    return unpacked(archive, lambda name: name, folder, CancelToken(), limit=limit)


def everything_below(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


@MAKERS
def test_unpacks_what_was_chosen_where_it_was_asked_for(tmp_path: Path, make: object) -> None:
    archive = make(tmp_path / "archive", CONTENT)
    targets = {"package/a.txt": "a", "package/voices/b.bin": "voices/b"}

    written = unpacked(archive, targets.get, tmp_path / "out", CancelToken())

    assert [path.relative_to(tmp_path / "out").as_posix() for path in written] == ["a", "voices/b"]
    assert [path.read_bytes() for path in written] == [b"first", b"second" * 1000]
    assert everything_below(tmp_path / "out") == ["a", "voices/b"]


@MAKERS
@pytest.mark.parametrize(
    "name",
    [
        "/tmp/outside",
        "../outside",
        "a/../../outside",
        "..\\outside",
        "C:/outside",
        "c:outside",
        "\\\\server\\share\\outside",
    ],
)
def test_refuses_paths_that_lead_out(tmp_path: Path, make: object, name: str) -> None:
    archive = make(tmp_path / "archive", {"good": b"good", name: b"bad"})

    with pytest.raises(VoicePackError, match="may lead out of its folder"):
        unpack(archive, tmp_path / "deep" / "out")

    assert everything_below(tmp_path) in (["archive"], ["archive", "deep/out/good"])


@MAKERS
def test_refuses_targets_that_lead_out(tmp_path: Path, make: object) -> None:
    archive = make(tmp_path / "archive", CONTENT)

    with pytest.raises(VoicePackError):
        unpacked(archive, lambda name: "../" + name, tmp_path / "out", CancelToken())

    assert everything_below(tmp_path) == ["archive"]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_refuses_links_and_devices_in_a_tar(tmp_path: Path, kind: bytes) -> None:
    with tarfile.open(tmp_path / "archive", "w:gz") as archive:
        member = tarfile.TarInfo("link")
        member.type, member.linkname = kind, "/etc/passwd"
        archive.addfile(member)

    with pytest.raises(VoicePackError, match="'link'"):
        unpack(tmp_path / "archive", tmp_path / "out")


def test_refuses_links_in_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "archive", "w") as archive:
        member = zipfile.ZipInfo("link")
        member.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(member, "/etc/passwd")

    with pytest.raises(VoicePackError, match="'link'"):
        unpack(tmp_path / "archive", tmp_path / "out")


@MAKERS
def test_stops_at_the_limit(tmp_path: Path, make: object) -> None:
    bomb = make(tmp_path / "archive", {f"zeros {number}": bytes(10**6) for number in range(9)})

    with pytest.raises(VoicePackError, match="more than any voice needs"):
        unpack(bomb, tmp_path / "out", limit=3_500_000)

    lying = sum(path.stat().st_size for path in (tmp_path / "out").iterdir())
    assert lying <= 3_500_000


def test_stops_at_the_limit_in_what_is_left_out_of_a_tar(tmp_path: Path) -> None:
    bomb = make_tar(tmp_path / "archive", {"zeros": bytes(10**7), "wanted": b"wanted"})

    with pytest.raises(VoicePackError, match="more than any voice needs"):
        unpacked(bomb, {"wanted": "wanted"}.get, tmp_path / "out", CancelToken(), limit=10**6)


@MAKERS
@pytest.mark.parametrize("damage", ["cut", "changed", "nonsense", "empty"])
def test_a_damaged_archive_is_said_so(tmp_path: Path, make: object, damage: str) -> None:
    archive = make(tmp_path / "archive", {"a": random.Random(7).randbytes(9999)})
    whole = archive.read_bytes()
    middle = len(whole) // 2
    archive.write_bytes(
        {
            "cut": whole[:middle],
            "changed": whole[:middle] + b"?" * 40 + whole[middle + 40 :],
            "nonsense": b"nonsense" * 1000,
            "empty": b"",
        }[damage]
    )

    with pytest.raises(VoicePackError, match="The archive is damaged"):
        unpack(archive, tmp_path / "out")


@MAKERS
def test_can_be_cancelled(tmp_path: Path, make: object) -> None:
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        unpacked(make(tmp_path / "archive", CONTENT), lambda name: name, tmp_path / "out", token)
