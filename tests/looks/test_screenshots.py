"""Pictures are taken of the real windows on a real screen, and nothing in them is at fault."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.looks import contrast, screenshots

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="there is no Xvfb"),
]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """Two windows in two themes, in the letters of a reader who needs large ones."""
    out = tmp_path_factory.mktemp("pictures")
    arguments = ["--windows", "main", "settings-1", "--themes", "light", "contrast_dark"]
    arguments += ["--languages", "zh_CN", "--zooms", "300", "--virtual"]
    assert screenshots.main([str(out), *arguments]) == 0
    return out


def test_every_window_is_pictured_with_its_texts(pictures):
    names = sorted(str(file.relative_to(pictures)) for file in pictures.glob("*/*.png"))
    assert names == [
        f"{theme}-zh_CN-300/{window}.png"
        for theme in ("contrast_dark", "light")
        for window in ("main", "settings-1")
    ]
    found = json.loads((pictures / "light-zh_CN-300" / "settings-1.json").read_text("utf-8"))
    assert len(found["texts"]) > 10
    assert all(text["rect"][2] <= found["size"][0] for text in found["texts"])


def test_nothing_in_them_is_faint_or_cut(pictures, capsys):
    status = contrast.main([str(pictures)])
    told = capsys.readouterr().out
    assert status == 0, told
    assert "4 pictures, 0 faults" in told
