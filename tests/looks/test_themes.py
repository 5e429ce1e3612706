"""What the themes promise: letters that can be read and edges that can be seen."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from reader.settings import CHOICES
from reader.ui.looks.contrast import luminance, ratio
from reader.ui.looks.theme import EDGE, EDGES, TEXTS, Theme, least_text
from reader.ui.looks.themes import THEMES


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#777777", 1.0),
        ("#ffffff", "#767676", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_reckoned_as_wcag_says(first, second, expected):
    assert ratio(first, second) == pytest.approx(expected, abs=0.01)
    assert ratio(second, first) == ratio(first, second)


def test_every_theme_that_can_be_chosen_is_there():
    assert {"system", *THEMES} == set(CHOICES["theme"])


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_colour_is_one(theme):
    for field in fields(Theme):
        if field.type == "str" and field.name != "name":
            assert re.fullmatch("#[0-9a-f]{6}", getattr(theme, field.name)), field.name


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_letters_can_be_read_and_edges_seen(theme):
    weak = {
        (above, below): found
        for pairs, least in ((TEXTS, least_text(theme)), (EDGES, EDGE))
        for above, below in pairs
        if (found := ratio(getattr(theme, above), getattr(theme, below))) < least
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_dark_theme_has_letters_lighter_than_their_ground(theme):
    assert (luminance(theme.text) > luminance(theme.ground)) is theme.dark
