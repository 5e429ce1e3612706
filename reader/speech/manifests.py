"""What a voice pack tells about itself: ``manifest.json`` in its folder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader.messages import message
from reader.speech.catalogue import Pack
from reader.speech.downloads import sha256_of


def file_of(place: Path) -> Path:
    """The manifest of the pack in the folder `place`."""
    return place / "manifest.json"


def write(pack: Pack, place: Path) -> None:
    """Describe `pack` and every file that lies in `place`; raises `OSError`."""
    about = asdict(pack)
    about["id"] = about.pop("name")
    about["files"] = {
        file.relative_to(place).as_posix(): {
            "size": file.stat().st_size,
            "sha256": sha256_of(file),
        }
        for file in sorted(place.rglob("*"))
        if file.is_file()
    }
    text = json.dumps(about, ensure_ascii=False, indent=2)
    file_of(place).write_text(text + "\n", "utf-8")


def read(place: Path) -> Mapping[str, Any] | None:
    """The manifest in `place`; None if there is none that can be read."""
    try:
        found = json.loads(file_of(place).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def tells_of(manifest: Mapping[str, Any], pack: Pack) -> bool:
    """Whether the pack with this `manifest` was made from what `pack` lists."""
    made_from = [asdict(download) for download in pack.downloads]
    return (manifest.get("version"), manifest.get("downloads")) == (pack.version, made_from)


def problems(place: Path, title: str) -> Iterator[str]:
    """What is wrong with the files in `place`, a sentence each."""
    try:
        files = {
            file: (int(each["size"]), each["sha256"])
            for file, each in (read(place) or {})["files"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        yield message("The manifest of {pack} is damaged.", pack=title)
        return
    for file, (size, sha256) in files.items():
        try:
            if (place / file).stat().st_size != size or sha256_of(place / file) != sha256:
                yield message("The file {file} is damaged.", file=file)
        except OSError:
            yield message("The file {file} is missing.", file=file)
