from __future__ import annotations

import pytest
import shiboken6

from reader.ui.looks.present import LOOKS
from reader.ui.looks.themes import LIGHT
from reader.ui.looks.wardrobe import Wardrobe


@pytest.fixture
def application(qapp):
    """The application, which looks as before when the test is over."""
    font, palette = qapp.font(), qapp.palette()
    yield qapp
    for wardrobe in qapp.findChildren(Wardrobe):
        shiboken6.delete(wardrobe)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
    LOOKS.theme, LOOKS.zoom = LIGHT, 1.0
