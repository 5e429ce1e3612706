"""The modules that make a voice pack's files, by the engine that runs them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, cast

from reader.background import CancelToken

RECIPES = {
    "kokoro": "reader.speech.engines.kokoro.recipe",
    "mandarin": "reader.speech.engines.mandarin.recipe",
    "paddlespeech": "reader.speech.engines.paddlespeech.recipe",
}

COMPLETIONS = {"mandarin": "reader.speech.engines.mandarin.completion"}


class Recipe(Protocol):
    """The module that makes a pack's files."""

    def build(
        self,
        downloads: Mapping[str, Path],
        folder: Path,
        progress: Callable[[float], None],
        cancel: CancelToken,
    ) -> None:
        """Write the pack's files, made from `downloads` (by file name), into `folder`."""
        ...


class Completion(Protocol):
    """The module that adds to a pack what only some machines can have."""

    def is_lacking(self, folder: Path) -> bool:
        """Whether the pack in `folder` could have more on this machine than it has."""
        ...

    def complete(
        self, folder: Path, progress: Callable[[float], None], cancel: CancelToken
    ) -> None:
        """Add it to the pack in `folder`."""
        ...


def recipe(engine: str) -> Recipe:
    """The module that makes packs for `engine`."""
    return cast(Recipe, importlib.import_module(RECIPES[engine]))


def completion(engine: str) -> Completion | None:
    """The module that completes packs of `engine`, if there is one."""
    name = COMPLETIONS.get(engine)
    return None if name is None else cast(Completion, importlib.import_module(name))
