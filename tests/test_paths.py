"""Where things lie, also where nothing may be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths

FOLDERS = [paths.data_folder, paths.settings_folder, paths.cache_folder, paths.voices_folder]


@pytest.mark.parametrize("folder", FOLDERS)
def test_folders_are_made_in_the_home(home: Path, folder: object) -> None:
    place = folder()  # type: ignore[operator]
    assert place.is_dir()
    assert place.is_relative_to(home)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_that_cannot_be_made_is_named_all_the_same(home: Path, folder: object) -> None:
    home.write_bytes(b"a file where a folder should be")
    place = folder()  # type: ignore[operator]
    assert place.is_relative_to(home)
    assert not place.exists()
