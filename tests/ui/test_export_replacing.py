"""Where an export goes: what is there already is asked about, the book itself is safe."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.output import output_of
from reader.ui.export.chapter_choice import PICKED, THIS
from tests.fakes.export_choosing import Choosing


@pytest.fixture
def choosing(scene):
    return Choosing(scene)


def test_a_file_that_is_there_is_asked_about(choosing, tmp_path):
    there = tmp_path / "there.m4b"
    there.write_bytes(b"old")
    choosing.dialog.target.setText(str(there))
    choosing.dialog.start()
    assert choosing.orders == []
    box = choosing.dialog.replacing.question
    assert "there.m4b" in box.text()
    box.button(box.StandardButton.Cancel).click()
    assert choosing.orders == []
    assert choosing.dialog.isVisible()
    choosing.dialog.start()
    box = choosing.dialog.replacing.question
    next(b for b in box.buttons() if b.text() == "&Replace").click()
    assert choosing.orders[-1].target == there


def test_a_folder_with_files_is_asked_about(choosing, tmp_path):
    folder = tmp_path / "full"
    folder.mkdir()
    choosing.choose_format("mp3")
    choosing.dialog.target.setText(str(folder))
    (folder / "a file").write_text("something")
    choosing.dialog.start()
    assert "full" in choosing.dialog.replacing.question.text()
    choosing.dialog.replacing.question.close()


def test_a_talking_book_takes_the_place_of_the_whole_folder(choosing, tmp_path):
    (tmp_path / "talking").mkdir()
    (tmp_path / "talking" / "ncc.html").write_text(
        '<meta name="ncc:generator" content="Tingshu 1.0"/>'
    )
    choosing.choose_format("daisy")
    choosing.dialog.target.setText(str(tmp_path / "talking"))
    choosing.dialog.start()
    assert "It is replaced" in choosing.dialog.replacing.question.text()
    choosing.dialog.replacing.question.close()


def leave_unfinished(scene, target, **choices):
    options = ExportOptions(format="m4b", **choices)
    output = output_of(target, options, scene.book)
    Manifest(
        identifier=scene.book.identifier,
        title=scene.book.title,
        options=options,
        extras={"settings": {"voices": {"en": "somebody"}}, "skip": "some", "images": True},
    ).write(output.manifest)


@pytest.mark.parametrize(("answer", "resume"), [("&Go on", True), ("Start &anew", False)])
def test_an_unfinished_export_there_can_go_on(choosing, scene, tmp_path, answer, resume):
    target = tmp_path / "begun.m4b"
    leave_unfinished(scene, target)
    choosing.dialog.target.setText(str(target))
    choosing.dialog.start()
    box = choosing.dialog.replacing.question
    next(b for b in box.buttons() if b.text() == answer).click()
    assert choosing.orders[-1].resume is resume


def test_to_go_on_is_to_make_what_was_begun(choosing, scene, tmp_path):
    target = tmp_path / "begun.m4b"
    leave_unfinished(scene, target, chapters=(2,), announce=True)
    choosing.choose_way(THIS)
    choosing.dialog.target.setText(str(target))
    choosing.dialog.start()
    box = choosing.dialog.replacing.question
    next(b for b in box.buttons() if b.text() == "&Go on").click()
    order = choosing.orders[-1]
    assert (order.options.chapters, order.options.announce) == ((2,), True)
    assert order.settings.voices == {"en": "somebody"}
    assert order.skipping.level == "some"


@pytest.mark.parametrize("way", ["itself", "dots", "link", "folder"])
def test_the_book_itself_is_never_replaced(choosing, scene, tmp_path, way):
    book = tmp_path / "books" / "The Lamp on the Quay.epub"
    (book.parent / "below").mkdir(parents=True)
    book.write_bytes(b"the book")
    (book.parent / "link.epub").symlink_to(book)
    scene.session.path = book
    places = {
        "itself": book,
        "dots": book.parent / "below" / ".." / book.name,
        "link": book.parent / "link.epub",
        "folder": book.parent,
    }
    choosing.choose_format("epub")
    choosing.dialog.target.setText(str(places[way]))
    choosing.dialog.start()
    assert choosing.orders == []
    assert "the book itself" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()


def test_two_exports_do_not_go_to_one_place(choosing, tmp_path):
    choosing.busy.append(tmp_path / "one.m4b")
    choosing.dialog.target.setText(str(tmp_path / "one.m4b"))
    choosing.dialog.start()
    assert choosing.orders == []
    assert "Another export" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()


@pytest.mark.parametrize("way", ["folder", "dots", "link"])
def test_a_place_is_known_by_every_name_it_has(choosing, tmp_path, way):
    made = tmp_path / "books" / "The Lamp on the Quay.m4b"
    (made.parent / "below").mkdir(parents=True)
    (tmp_path / "link").symlink_to(made.parent)
    places = {
        "folder": made.parent,
        "dots": made.parent / "below" / ".." / made.name,
        "link": tmp_path / "link" / made.name,
    }
    choosing.dialog.target.setText(str(places[way]))
    assert choosing.order().target == made


@pytest.mark.parametrize(
    ("kind", "place", "told"),
    [
        ("m4b", "nowhere/one.m4b", "There is no such folder"),
        ("mp3", "file", "This is a file, but the export makes a folder"),
        ("mp3", "file/below", "This is a file, so there can be nothing in it"),
        ("daisy", "mine", "There is something else in this folder"),
    ],
)
def test_where_nothing_can_be_made_is_told_before_the_choices_are_gone(
    choosing, tmp_path, kind, place, told
):
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("to somebody")
    choosing.choose_format(kind)
    choosing.dialog.target.setText(str(tmp_path / place))
    choosing.dialog.start()
    assert choosing.orders == []
    assert choosing.dialog.isVisible()
    assert told in choosing.dialog.problem.text()
    choosing.dialog.problem.close()
    assert (tmp_path / "file").read_text() == "in the way"


def test_no_place_at_all_is_told(choosing):
    choosing.dialog.target.setText(" ")
    choosing.dialog.start()
    assert choosing.orders == []
    assert "where it is to go" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()


def test_mnemonics_are_each_there_once(choosing):
    choosing.choose_way(PICKED)
    choosing.dialog.more.button.click()
    keys = [
        element.text(QAccessible.Text.Accelerator)
        for element in map(
            QAccessible.queryAccessibleInterface, choosing.dialog.findChildren(object)
        )
        if element is not None
    ]
    keys = [key for key in keys if key.startswith("Alt+")]
    assert len(keys) == len(set(keys)) > 10
