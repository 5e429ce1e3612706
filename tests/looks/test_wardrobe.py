"""The application has the looks that were chosen, at once and without being started anew."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QPushButton

from reader import paths
from reader.settings import Settings
from reader.ui.looks import glyphs
from reader.ui.looks.glyphs import glyphs_of
from reader.ui.looks.measures import Measures
from reader.ui.looks.present import LOOKS, current_theme, zoomed
from reader.ui.looks.sheet import style_sheet
from reader.ui.looks.themes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, SEPIA, THEMES
from reader.ui.looks.wardrobe import apply_looks, theme_of

Scheme, Wish = Qt.ColorScheme, Qt.ContrastPreference


def measures(points=10, *, high_contrast=False):
    font = QFont()
    font.setPointSizeF(points)
    return Measures.of(font, high_contrast=high_contrast)


@pytest.mark.parametrize("name", THEMES)
def test_everything_has_the_colours_of_the_theme(application, name):
    apply_looks(application, Settings(theme=name))
    theme, palette = THEMES[name], application.palette()
    assert current_theme() is theme
    assert palette.color(QPalette.ColorRole.Window).name() == theme.ground
    assert palette.color(QPalette.ColorRole.Text).name() == theme.text
    assert theme.focus in application.styleSheet()


def test_letters_grow_with_the_zoom_from_the_desktops_own_size(application):
    usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    for zoom in (50, 100, 400):
        apply_looks(application, Settings(zoom=zoom))
        assert application.font().pointSizeF() == pytest.approx(usual * zoom / 100)
        assert zoomed(10) == zoom / 10


def test_an_open_window_follows_at_once(application, qtbot):
    button = QPushButton("Play")
    qtbot.addWidget(button)
    button.show()
    apply_looks(application, Settings(zoom=100))
    small = button.sizeHint()
    with qtbot.waitSignal(LOOKS.changed):
        apply_looks(application, Settings(zoom=300))
    qtbot.waitUntil(lambda: button.sizeHint().height() > 2 * small.height())


@pytest.mark.parametrize(
    ("scheme", "wish", "theme"),
    [
        (Scheme.Unknown, Wish.NoPreference, LIGHT),
        (Scheme.Light, Wish.NoPreference, LIGHT),
        (Scheme.Dark, Wish.NoPreference, DARK),
        (Scheme.Light, Wish.HighContrast, CONTRAST_LIGHT),
        (Scheme.Dark, Wish.HighContrast, CONTRAST_DARK),
    ],
)
def test_the_systems_theme_is_the_one_most_like_the_desktop(scheme, wish, theme):
    assert theme_of("system", scheme, wish) is theme
    assert theme_of("sepia", scheme, wish) is SEPIA


def test_a_change_of_the_desktop_is_followed_only_where_that_was_chosen(application):
    for choice, count in (("system", 1), ("dark", 0)):
        apply_looks(application, Settings(theme=choice))
        heard = []
        LOOKS.changed.connect(lambda heard=heard: heard.append(True))
        application.styleHints().colorSchemeChanged.emit(Scheme.Dark)
        assert len(heard) == count


def test_nothing_moves_by_itself(application):
    apply_looks(application, Settings())
    effects = [each for each in Qt.UIEffect if each is not Qt.UIEffect.UI_General]
    assert not any(map(application.isEffectEnabled, effects))


def test_sizes_keep_their_proportion_and_lines_are_never_lost():
    small, large = measures(10), measures(40)
    for name, size in asdict(small).items():
        assert size > 0
        assert 3 <= asdict(large)[name] / size <= 5, name
    assert min(asdict(measures(3)).values()) >= 1
    assert measures(high_contrast=True).ring > small.ring


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_nothing_in_the_sheet_is_left_open(theme, application):
    sheet = style_sheet(theme, measures(), glyphs_of(theme))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"-\d+px (?!0px)", sheet.replace("margin: -", "")), "a negative size"


def test_pictures_of_the_sheet_are_drawn_once_in_the_colours_they_need(application):
    named = glyphs_of(DARK)
    files = sorted((paths.cache_folder() / "looks").iterdir())
    before = [file.stat().st_mtime_ns for file in files]
    assert glyphs_of(DARK) == named
    assert [file.stat().st_mtime_ns for file in files] == before
    assert any(DARK.on_accent.removeprefix("#") in file.name for file in files)
    assert not any(file.name.startswith("new-") for file in files)


def test_where_no_picture_can_be_written_there_is_none(application, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(glyphs, "_write", refuse)
    assert set(glyphs_of(SEPIA).values()) == {"none"}
    apply_looks(application, Settings(theme="sepia"))
