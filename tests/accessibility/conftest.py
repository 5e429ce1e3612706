from __future__ import annotations

from tests.ui.conftest import make_scene, scene

__all__ = ["make_scene", "scene"]
