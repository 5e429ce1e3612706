"""Shared set-up: every test writes into a home of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private home, so that no test touches the user's library, settings or voices."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TINGSHU_HOME", str(folder))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return folder
