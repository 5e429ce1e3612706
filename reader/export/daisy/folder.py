"""A folder that appears under its name only when it is whole."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path

from reader import drafts
from reader.errors import ExportError
from reader.export.daisy import names
from reader.export.draft import PATTERN, draft_folder, explained
from reader.messages import message

_BEFORE = ".tingshu-{}.before"
"""An older book while the new one takes its place; nothing that clears drafts touches it."""

_STATE = ".tingshu-export"
"""How the files begin in which a job keeps its state; they may lie in the folder meanwhile."""

_GENERATOR = re.compile(rb'name="ncc:generator" content="Tingshu ')
_HEAD = 16_384
"""Bytes of an NCC in which its generator is looked for."""


class FolderDraft:
    """What becomes the folder `target`, made with its parents if need be.

    An older talking book of ours is replaced once the new one is whole; whatever else lies
    beside its files stays. Raises :class:`~reader.errors.ExportError` where the folder holds
    anything else, or the disk refuses.
    """

    def __init__(self, target: Path) -> None:
        self._target = target.resolve()
        self._open = ExitStack()
        refuse_strange(self._target)
        try:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            drafts.clear(self._target.parent, PATTERN)
            self.path = self._open.enter_context(draft_folder(self._target.parent))
        except OSError as error:
            raise explained(error, self._target) from error

    def finish(self) -> None:
        """Let the folder appear."""
        try:
            if not self._target.exists():
                os.replace(self.path, self._target)
                return
            refuse_strange(self._target)
            self._take_the_place()
        except OSError as error:
            raise explained(error, self._target) from error
        finally:
            self._open.close()

    def _take_the_place(self) -> None:
        """Become the target, in whose place an older book lies; on an error that one stays."""
        aside = self._target.with_name(_BEFORE.format(secrets.token_hex(6)))
        os.replace(self._target, aside)
        kept = [path.name for path in aside.iterdir() if not names.OURS.fullmatch(path.name)]
        moved: list[str] = []
        try:
            for name in kept:
                os.replace(aside / name, self.path / name)
                moved.append(name)
            os.replace(self.path, self._target)
        except OSError:
            for name in moved:
                os.replace(self.path / name, aside / name)
            os.replace(aside, self._target)
            raise
        shutil.rmtree(aside, ignore_errors=True)

    def abandon(self) -> None:
        """Leave nothing behind; never raises."""
        with suppress(OSError):
            self._open.close()


def refuse_strange(target: Path) -> None:
    """Raise if `target` is there and neither empty nor a talking book of ours."""
    try:
        if not target.exists():
            return
        if not target.is_dir():
            raise ExportError(
                str(target),
                message("A talking book is a folder, but this is a file."),
                message("Choose another name."),
            )
        if any(not path.name.startswith(_STATE) for path in target.iterdir()) and not _is_ours(
            target
        ):
            raise ExportError(
                str(target),
                message("There is something else in this folder already."),
                message("Choose an empty folder, or the name of a new one."),
            )
    except OSError as error:
        raise explained(error, target) from error


def _is_ours(folder: Path) -> bool:
    try:
        with (folder / names.NCC).open("rb") as file:
            return _GENERATOR.search(file.read(_HEAD)) is not None
    except FileNotFoundError:
        return False
