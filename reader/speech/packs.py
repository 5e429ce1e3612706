"""Voice packs: folders of files that a voice needs, installed, checked, updated and removed.

A pack is made on this machine from published files that are pinned by their hashes. It is
made in a folder beside its place and moved there when it is whole, so that a pack is either
there or not. ``manifest.json`` in it tells every file's size and SHA-256.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reader import drafts, paths
from reader.background import CancelToken
from reader.errors import Cancelled, EngineFailed, VoicePackError
from reader.messages import message
from reader.speech import downloads, manifests, recipes
from reader.speech.catalogue import Download, Pack, catalogue, listed
from reader.speech.exclusive import alone

_DOWNLOADING = 0.8
"""The share of making a pack that is the download, for the progress."""

_MAKING = 0.8
"""The share of an installation that is making the pack, where one adapts it to the machine."""

Progress = Callable[[float, str], None]


def folder(name: str) -> Path:
    """Where the pack lies once installed."""
    return paths.voices_folder() / name


def is_pack(place: Path) -> bool:
    """Whether the folder `place` holds a pack, by a look at its manifest alone."""
    return manifests.file_of(place).is_file()


def is_installed(name: str) -> bool:
    """Whether the pack is there, by a look at its manifest alone."""
    return is_pack(folder(name))


def installed() -> list[Pack]:
    """The packs of the catalogue that are there."""
    return [pack for pack in catalogue().values() if is_installed(pack.name)]


def manifest(name: str) -> Mapping[str, Any]:
    """What the installed pack tells about itself; empty if it is not there or damaged."""
    return manifests.read(folder(name)) or {}


def is_current(name: str) -> bool:
    """Whether the installed pack is what an update would make of it, by its manifest alone."""
    return _is_listed(name) and not _lacks(listed(name))


def _is_listed(name: str) -> bool:
    """Whether the installed pack was made from what the catalogue lists now."""
    return manifests.tells_of(manifest(name), listed(name))


def _lacks(pack: Pack) -> bool:
    """Whether the installed pack could have more on this machine than it has."""
    completion = recipes.completion(pack.engine)
    return completion is not None and completion.is_lacking(folder(pack.name))


def install(
    name: str,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    given: Sequence[Path] = (),
) -> Path:
    """Download, make and install the pack `name`; the folder it lies in.

    `given` are published files that the user has already; those left in the cache folder
    serve too. `progress` is called with 0 to 1 and what is being done. Raises
    :class:`~reader.errors.VoicePackError` and :class:`~reader.errors.Cancelled`; a pack
    installed before stays as it was then.
    """
    pack = listed(name)
    cancel = cancel or CancelToken()
    tell = progress or _silent
    _require_engine(pack)
    at_hand = _recognised(pack, given)
    try:
        with _alone(pack):
            made = 1.0 if recipes.completion(pack.engine) is None else _MAKING
            making, adapting = _part(tell, 0.0, made), _part(tell, made, 1.0)
            sources = at_hand | _obtained(pack, at_hand, making, cancel)
            _make(pack, sources, making, cancel)
            with suppress(EngineFailed, VoicePackError, Cancelled, OSError):  # whole without
                _complete(pack, adapting, cancel)
            tell(1.0, message("Installed {pack}", pack=pack.title))
    except OSError as error:
        raise downloads.disk_error(pack.title, error) from error
    return folder(name)


def update(
    name: str, *, progress: Progress | None = None, cancel: CancelToken | None = None
) -> bool:
    """Make the installed pack anew if the catalogue lists another or a file of it is damaged,
    and add to it what this machine has become able to use; whether there was anything to do.

    Raises as :func:`install`, and if the pack is not installed.
    """
    pack = listed(name)
    cancel = cancel or CancelToken()
    tell = progress or _silent
    if not is_installed(name):
        raise VoicePackError(
            pack.title,
            message("This voice pack is not installed."),
            message("Run: tingshu voices install {name}", name=name),
        )
    if not _is_listed(name) or check(name):
        install(name, progress=progress, cancel=cancel)
        return True
    try:
        with _alone(pack):
            return _complete(pack, tell, cancel)
    except OSError as error:
        raise downloads.disk_error(pack.title, error) from error


def check(name: str) -> list[str]:
    """What is wrong with the installed pack, a sentence each; empty if it is whole."""
    pack = listed(name)
    if not is_installed(name):
        return [message("{pack} is not installed.", pack=pack.title)]
    return list(manifests.problems(folder(name), pack.title))


def remove(name: str) -> bool:
    """Delete the pack, whatever is left of it, and the downloads it is made from; whether
    any of it was there.
    """
    pack = listed(name)
    found = folder(name).exists()
    try:
        with _alone(pack):
            for download in pack.downloads:
                found = downloads.forget(download) or found
            if folder(name).exists():
                with _workplace(name) as workplace:
                    os.replace(folder(name), workplace / "old")
    except OSError as error:
        raise downloads.disk_error(pack.title, error) from error
    return found


@contextmanager
def _alone(pack: Pack) -> Iterator[None]:
    """Changing packs is for one process at a time, because they share downloads."""
    with alone(paths.voices_folder() / ".lock") as mine:
        if not mine:
            raise VoicePackError(
                pack.title,
                message("Another voice pack is being installed or removed just now."),
                message("Wait until that has ended, then try again."),
            )
        downloads.clear_stale()
        yield


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


def _part(tell: Progress, begin: float, end: float) -> Progress:
    """Tells how far a part is of a job that it takes from `begin` to `end`."""
    return lambda share, doing: tell(begin + (end - begin) * share, doing)


def _require_engine(pack: Pack) -> None:
    """Raise unless the pack's engine can run here."""
    from reader.speech.voices import engine_lack

    lack = engine_lack(pack.engine)
    if lack is not None:
        raise VoicePackError(
            pack.title,
            lack.reason,
            message("{remedy}, then install the voice.", remedy=lack.remedy),
        )


def _recognised(pack: Pack, given: Sequence[Path]) -> dict[str, Path]:
    """The files at hand, by the names they were published under."""
    return {_published(pack, file).file: file for file in given}


def _published(pack: Pack, file: Path) -> Download:
    """The download that `file` is."""
    names = tuple(download.file for download in pack.downloads)
    if not file.is_file():
        raise VoicePackError(
            str(file),
            message("There is no such file."),
            message("Give the path of {names}.", names=names),
        )
    try:
        for download in pack.downloads:
            if downloads.is_proved(file, download):
                return download
    except OSError as error:
        raise VoicePackError(
            str(file),
            message("The file cannot be read ({strerror}).", strerror=error.strerror),
            message("Check its permissions."),
        ) from error
    hashes = downloads.hash_name(pack.downloads[0])
    raise VoicePackError(
        file.name,
        message(
            "This is not the published file {names} (its {hashes} differs).",
            names=names,
            hashes=hashes,
        ),
        message(
            "Leave it out to download the right one: tingshu voices install {name}", name=pack.name
        ),
    )


def _obtained(
    pack: Pack, at_hand: Mapping[str, Path], tell: Progress, cancel: CancelToken
) -> dict[str, Path]:
    """The published files that are not at hand, by name."""
    lacking = [download for download in pack.downloads if download.file not in at_hand]
    weights = [download.size or pack.installed_size for download in lacking]
    found, before = {}, 0
    for download, weight in zip(lacking, weights, strict=True):

        def received(share: float, before: int = before, weight: int = weight) -> None:
            done = (before + weight * share) / sum(weights)
            tell(_DOWNLOADING * done, message("Downloading {pack}", pack=pack.title))

        received(0.0)
        found[download.file] = downloads.obtained(download, progress=received, cancel=cancel)
        before += weight
    return found


def _make(pack: Pack, sources: Mapping[str, Path], tell: Progress, cancel: CancelToken) -> None:
    """Make the pack from `sources` and put it in its place."""

    def made(share: float) -> None:
        tell(_DOWNLOADING + (1 - _DOWNLOADING) * share, message("Making {pack}", pack=pack.title))

    with _workplace(pack.name) as workplace:
        fresh = workplace / "new"
        fresh.mkdir()
        recipes.recipe(pack.engine).build(sources, fresh, made, cancel)
        manifests.write(pack, fresh)
        cancel.check()
        _put_in_place(fresh, folder(pack.name), workplace / "old")


def _complete(pack: Pack, tell: Progress, cancel: CancelToken) -> bool:
    """Add to the installed pack what it lacks here, on a copy that takes its place when it is
    whole; whether it lacked anything.
    """
    completion = recipes.completion(pack.engine)
    if completion is None or not _lacks(pack):
        return False

    def made(share: float) -> None:
        tell(share, message("Adapting {pack} to this machine", pack=pack.title))

    with _workplace(pack.name) as workplace:
        fresh = workplace / "new"
        _copy(folder(pack.name), fresh, cancel)
        completion.complete(fresh, made, cancel)
        manifests.file_of(fresh).unlink()
        manifests.write(pack, fresh)
        cancel.check()
        _put_in_place(fresh, folder(pack.name), workplace / "old")
    return True


def _copy(source: Path, target: Path, cancel: CancelToken) -> None:
    """Copy a folder file by file, so that an `OSError` tells its own reason."""
    target.mkdir()
    for entry in sorted(source.rglob("*")):  # a folder comes before what is in it
        cancel.check()
        copied = target / entry.relative_to(source)
        if entry.is_dir():
            copied.mkdir()
        else:
            shutil.copyfile(entry, copied)


def _put_in_place(fresh: Path, place: Path, aside: Path) -> None:
    """Move the finished pack to its place; one that lay there goes with the draft."""
    if place.exists():
        os.replace(place, aside)
    try:
        os.replace(fresh, place)
    except OSError:
        if aside.exists():
            os.replace(aside, place)
        raise
