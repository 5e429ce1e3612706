"""The data files of the packages that the tables are made from."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any


def pypinyin(file: str) -> dict[str, Any]:
    """A dictionary of the installed package ``pypinyin`` (MIT)."""
    package = importlib.util.find_spec("pypinyin")
    assert package is not None, "pypinyin is not installed"
    assert package.origin is not None, "a package with files"
    table: dict[str, Any] = json.loads(Path(package.origin).with_name(file).read_text("utf-8"))
    return table
