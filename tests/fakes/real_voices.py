"""Where the really installed voice packs lie, found before a test moves its home."""

from __future__ import annotations

import pytest

from reader import paths

MANDARIN = paths.voices_folder() / "mandarin"

needs_mandarin = pytest.mark.skipif(
    not (MANDARIN / "manifest.json").is_file(),
    reason="The Mandarin voice is not installed. Run: tingshu voices install mandarin",
)
