"""Where things lie on this platform.

``TINGSHU_HOME`` moves everything the product writes into one folder (for a memory stick,
and for tests). A folder that cannot be made is named all the same: whoever writes to it
gets the system's refusal and knows what it means there, and reading finds nothing.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

_NAME = "tingshu"


def _folder(kind: str, usual: str) -> Path:
    home = os.environ.get("TINGSHU_HOME")
    path = Path(home, kind) if home else Path(usual)
    return _made(path)


def _made(path: Path) -> Path:
    with suppress(OSError):
        path.mkdir(parents=True, exist_ok=True)
    return path


def data_folder() -> Path:
    """The library file and the voice packs; made on first use."""
    return _folder("data", platformdirs.user_data_dir(_NAME, appauthor=False))


def settings_folder() -> Path:
    """The settings file; made on first use."""
    return _folder("settings", platformdirs.user_config_dir(_NAME, appauthor=False))


def cache_folder() -> Path:
    """What may be deleted at any time: synthesised audio; made on first use."""
    return _folder("cache", platformdirs.user_cache_dir(_NAME, appauthor=False))


def voices_folder() -> Path:
    """The installed voice packs, one folder each."""
    return _made(data_folder() / "voices")


def resources_folder() -> Path:
    """The files that ship with the product: sample books, icons, the voice catalogue."""
    installed = Path(__file__).parent / "resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"
