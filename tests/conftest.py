"""Shared set-up: every test writes into a home of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before pytest-qt makes its application.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A loaded machine is slow at everything, so neither of these says anything about the code.
settings.register_profile(
    "tingshu",
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("tingshu")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private home, so that no test touches the user's library, settings or voices."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TINGSHU_HOME", str(folder))
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have one worker do all that opens real windows: a machine has one screen reader."""
    for item in items:
        if item.get_closest_marker("desktop") is not None:
            item.add_marker(pytest.mark.xdist_group("desktop"))
