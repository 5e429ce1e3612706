"""Cells, their headings, and the cells around them, in tables as they are imported."""

from __future__ import annotations

from reader.books.registry import read_book
from reader.navigation.place import Position
from reader.navigation.tables import Tables
from tests.books.making import make_epub
from tests.navigation.making import at, book, p, row

AGES = (
    "<p>Before.</p><table><tr><th>Name</th><th>Age</th><th>Town</th></tr>"
    "<tr><th>Ann</th><td>7</td><td>Ulm.</td></tr>"
    "<tr><th>Bob</th><td></td><td>Bonn</td></tr></table><p>After.</p>"
)


def tables(tmp_path, body: str):
    imported = read_book(make_epub(tmp_path / "a.epub", {"a.xhtml": body}))
    return imported, Tables(imported)


def test_a_cell_knows_its_place_its_text_and_its_headings(tmp_path):
    imported, found = tables(tmp_path, AGES)
    cell = found.cell_at(at(imported, "7"))
    assert (cell.row, cell.column, cell.rows, cell.columns) == (1, 1, 3, 3)
    assert (cell.text, cell.row_header, cell.column_header) == ("7", "Ann", "Age")
    assert (cell.start, cell.end) == (at(imported, "7"), at(imported, "; Town: Ulm"))


def test_headings_themselves_have_none(tmp_path):
    imported, found = tables(tmp_path, AGES)
    top = found.cell_at(at(imported, "Age"))
    assert (top.text, top.row_header, top.column_header) == ("Age", "", "")
    side = found.cell_at(at(imported, "Ann"))
    assert (side.text, side.row_header, side.column_header) == ("Ann", "", "")


def test_from_the_heading_spoken_before_a_cell_that_cell_is_meant(tmp_path):
    imported, found = tables(tmp_path, AGES)
    assert found.cell_at(at(imported, "Age: 7")).text == "7"


def test_moving_from_cell_to_cell(tmp_path):
    imported, found = tables(tmp_path, AGES)
    cell = found.cell_at(at(imported, "7"))
    assert found.neighbour(cell, columns=1).text == "Ulm."
    assert found.neighbour(cell, columns=-1).text == "Ann"
    assert found.neighbour(cell, rows=-1).text == "Age"
    ulm = found.neighbour(cell, columns=1)
    bonn = found.neighbour(ulm, rows=1)
    assert (bonn.text, bonn.column, bonn.column_header) == ("Bonn", 2, "Town")


def test_the_edges_of_a_table(tmp_path):
    imported, found = tables(tmp_path, AGES)
    first = found.cell_at(at(imported, "Name"))
    assert found.neighbour(first, rows=-1) is None
    assert found.neighbour(first, columns=-1) is None
    last = found.cell_at(at(imported, "Bonn"))
    assert found.neighbour(last, rows=1) is None
    assert found.neighbour(last, columns=1) is None


def test_outside_tables_there_is_no_cell(tmp_path):
    imported, found = tables(tmp_path, AGES)
    assert found.cell_at(at(imported, "Before")) is None
    assert found.cell_at(at(imported, "After")) is None


def test_a_table_without_headings(tmp_path):
    body = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    imported, found = tables(tmp_path, body)
    cell = found.cell_at(at(imported, "d"))
    assert (cell.text, cell.row_header, cell.column_header) == ("d", "", "")
    assert found.neighbour(cell, rows=-1).text == "b"


def test_chinese_cells_are_told_apart(tmp_path):
    body = "<table><tr><th>姓名</th><th>城市</th></tr><tr><th>张三</th><td>北京</td></tr></table>"
    imported, found = tables(tmp_path, body)
    cell = found.cell_at(at(imported, "北京"))
    assert (cell.text, cell.row_header, cell.column_header) == ("北京", "张三", "城市")


def test_an_empty_cell_is_met_on_the_way(tmp_path):
    imported, found = tables(tmp_path, AGES)
    empty = found.neighbour(found.cell_at(at(imported, "Bob")), columns=1)
    assert (empty.text, empty.row, empty.column, empty.row_header) == ("", 2, 1, "Bob")
    assert found.neighbour(empty, columns=1).text == "Bonn"
    assert found.neighbour(empty, columns=-1).text == "Bob"
    assert found.neighbour(empty, rows=-1).text == "7"


def test_a_cell_that_reaches_down_is_one_cell(tmp_path):
    body = (
        '<table><tr><th rowspan="2">Ann</th><td>a; b.</td><td>c</td></tr>'
        "<tr><td>d</td><td>e</td></tr><tr><th>Bob</th><td>f</td><td>g</td></tr></table>"
    )
    imported, found = tables(tmp_path, body)
    below = found.cell_at(at(imported, "d;"))
    assert (below.row, below.column, below.row_header) == (1, 1, "Ann")
    ann = found.neighbour(below, columns=-1)
    assert (ann.text, ann.row) == ("Ann", 1)
    assert found.neighbour(ann, rows=1).text == "Bob"
    assert found.neighbour(ann, rows=-1) is None
    assert found.neighbour(ann, columns=1).text == "d"
    assert found.neighbour(below, rows=-1).text == "a; b."


def test_a_row_without_text_is_passed_by(tmp_path):
    body = (
        "<table><tr><td>a</td><td>b</td></tr><tr><td></td><td></td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )
    imported, found = tables(tmp_path, body)
    last = found.neighbour(found.cell_at(at(imported, "b")), rows=1)
    assert (last.text, last.row, last.rows) == ("d", 2, 3)


def test_a_shorter_row_answers_with_its_last_cell(tmp_path):
    body = "<table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>"
    imported, found = tables(tmp_path, body)
    last = found.neighbour(found.cell_at(at(imported, "c")), rows=1)
    assert last.text == "d"
    assert found.neighbour(last, rows=-1).text == "c"


def test_two_tables_in_a_row_are_two(tmp_path):
    one = "<table><tr><td>{}</td><td>{}</td></tr></table>"
    imported, found = tables(tmp_path, one.format("a", "b") + one.format("c", "d"))
    cell = found.cell_at(at(imported, "c"))
    assert (cell.row, cell.rows) == (0, 1)
    assert found.neighbour(cell, rows=-1) is None


def test_a_row_of_one_cell_reaches_below_all_columns(tmp_path):
    body = (
        "<table><tr><td>a</td><td>b</td></tr><tr><td colspan='2'>all</td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )
    imported, found = tables(tmp_path, body)
    everything = found.neighbour(found.cell_at(at(imported, "b")), rows=1)
    assert everything.text == "all"


def test_a_table_in_the_first_chapter_does_not_answer_for_the_second():
    small = book([row(0, "a", "b")], [p("x"), row(0, "c", "d")])
    found = Tables(small)
    assert found.cell_at(Position(1, 0)) is None
    assert found.cell_at(at(small, "d", 1)).text == "d"
