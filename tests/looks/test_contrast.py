"""What can be read is measured in pictures: letters of known colours, and what is cut."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.fitting import Scrolled
from reader.ui.looks.contrast import ratio
from tests.looks import contrast
from tests.looks.pixels import contrast_in, picture
from tests.looks.seen import seen


def written(file, letters, ground, *, points=9, text="The lamp on the quay"):
    """A picture of `text`, smoothed as on the screen."""
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setPen(QColor(letters))
    font = QFont()
    font.setPointSizeF(points)
    painter.setFont(font)
    painter.drawText(QRect(0, 0, 300, 60), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(file))
    return file


@pytest.mark.parametrize("points", [8, 12, 30])
@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        ("#000000", "#ffffff"),
        ("#ece6df", "#1e1c1b"),
        ("#767676", "#ffffff"),
        ("#ffe500", "#0b3a80"),
    ],
)
def test_the_contrast_of_smoothed_letters_is_that_of_their_colours(
    letters, ground, points, tmp_path, application
):
    found = contrast_in(picture(written(tmp_path / "a.png", letters, ground, points=points)))
    assert found.ground == ground
    assert found.ratio == pytest.approx(ratio(letters, ground), rel=0.12)
    assert found.ratio <= ratio(letters, ground) + 0.01


def test_where_nothing_is_written_nothing_is_measured(tmp_path, application):
    assert contrast_in(picture(written(tmp_path / "a.png", "#000000", "#ffffff", text=""))) is None


def judged(tmp_path, capsys, *, letters="#000000", enabled=True, cut=()):
    file = written(tmp_path / "light-en-100" / "main.png", letters, "#ffffff", points=14)
    text = {"class": "QLabel", "text": "The lamp", "rect": [0, 0, 300, 60]}
    text |= {"enabled": enabled, "whole": True}
    file.with_suffix(".json").write_text(json.dumps({"texts": [text], "cut": list(cut)}))
    return contrast.main([str(tmp_path)]), capsys.readouterr().out


def test_what_can_be_read_passes(tmp_path, capsys, application):
    status, told = judged(tmp_path, capsys)
    assert status == 0
    assert "light: at least 21.00" in told
    assert "1 pictures, 0 faults" in told


def test_what_is_too_faint_is_named(tmp_path, capsys, application):
    status, told = judged(tmp_path, capsys, letters="#999999")
    assert status == 1
    assert "light-en-100/main: contrast 2.8" in told
    assert "“The lamp”" in told


def test_what_cannot_be_used_may_be_faint(tmp_path, capsys, application):
    assert judged(tmp_path, capsys, letters="#999999", enabled=False)[0] == 0


def test_what_is_cut_is_named(tmp_path, capsys, application):
    status, told = judged(tmp_path, capsys, cut=["QPushButton “Play” needs 90 x 30, has 40 x 30"])
    assert status == 1
    assert "main: QPushButton “Play” needs" in told


def test_no_pictures_are_no_success(tmp_path, capsys):
    assert contrast.main([str(tmp_path)]) == 1


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def cut_in(window):
    window.show()
    return " ".join(seen(window)["cut"])


def test_every_text_is_seen_with_its_place(window):
    window.layout().addWidget(QLabel("Rate"))
    window.layout().addWidget(QPushButton("Play"))
    window.show()
    found = seen(window)
    assert [text["text"] for text in found["texts"]] == ["Rate", "Play"]
    assert found["cut"] == []
    left, top, width, height = found["texts"][0]["rect"]
    assert window.rect().contains(QRect(left, top, width, height))


def test_a_caption_with_too_little_room_is_found(window):
    button = QPushButton("A caption that needs much more room")
    button.setFixedWidth(40)
    window.layout().addWidget(button)
    assert "A caption that needs" in cut_in(window)


def test_lines_that_lack_height_are_found(window):
    label = QLabel("Many words that do not fit into so low a label at this width")
    label.setWordWrap(True)
    label.setFixedSize(100, 12)
    window.layout().addWidget(label)
    assert "has 100 x 12" in cut_in(window)


def test_what_lies_over_another_is_found(window):
    one, two = QPushButton("One"), QPushButton("Two")
    window.layout().addWidget(one)
    window.layout().addWidget(two)
    window.show()
    two.setGeometry(one.geometry().translated(10, 0))
    assert "“One” and “Two” overlap" in seen(window)["cut"]


def test_what_sticks_out_is_found(window):
    one = QPushButton("One")
    window.layout().addWidget(one)
    window.show()
    one.move(-30, 5)
    assert "“One” sticks out" in " ".join(seen(window)["cut"])


def test_a_window_that_has_to_be_scrolled_sideways_is_found(window):
    content = QLabel("A label that is much wider than its window is and has no breaks")
    content.setMinimumWidth(900)
    area = Scrolled(content, window)
    area.setMaximumWidth(300)
    window.layout().addWidget(area)
    assert "sideways" in cut_in(window)
