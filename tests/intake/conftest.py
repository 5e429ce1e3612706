from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.store import Library


@pytest.fixture
def library() -> Iterator[Library]:
    """A new library in the test's own home."""
    opened = Library()
    yield opened
    opened.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """An empty folder for books."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str = "") -> Path:
    """A text file in `folder`, its own name in it unless `text` says otherwise."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or f"This is the book called {name}. It is short.\n", "utf-8")
    return path
