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


def test_a_row_of_one_cell_reaches_below_all_columns(tmp_path):
    body = (
        "<table><tr><td>a</td><td>b</td></tr><tr><td colspan='2'>all</td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )
    imported, found = tables(tmp_path, body)
    everything = found.neighbour(found.cell_at(at(imported, "b")), rows=1)
    assert everything.text == "all"


def test_a_table_in_the_first_chapter_does_not_answer_for_the_second():
    small = book([row("a; b")], [p("x"), row("c; d")])
    found = Tables(small)
    assert found.cell_at(Position(1, 0)) is None
    assert found.cell_at(at(small, "d", 1)).text == "d"
