"""Tables: every cell with the heading of its column."""

from __future__ import annotations

import pytest

from reader.books.blocks import read_page
from reader.books.markup import parse_document


def rows(table: str) -> list[str]:
    root = parse_document(f"<html><body><table>{table}</table></body></html>".encode())
    return [block.text for block in read_page(root).blocks]


HEAD = "<thead><tr><th>Name</th><th>Age</th></tr></thead>"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            HEAD + "<tbody><tr><td>Ann</td><td>7</td></tr></tbody>",
            ["Name; Age", "Name: Ann; Age: 7"],
        ),
        (
            "<tr><th>姓名</th><th>年龄</th></tr><tr><td> <p>小明</p></td><td> 八岁</td></tr>",
            ["姓名；年龄", "姓名：小明；年龄：八岁"],
        ),
        (
            "<caption>People</caption>" + HEAD + "<tr><th>Ann</th><td>7</td></tr>",
            ["People", "Name; Age", "Ann; Age: 7"],
        ),
        (HEAD + "<tr><td>Ann</td><td></td></tr>", ["Name; Age", "Name: Ann"]),
        (
            HEAD + '<tr><td colspan="2">All were young</td></tr>',
            ["Name; Age", "All were young"],
        ),
        (
            HEAD + '<tr><td rowspan="2">Ann</td><td>7</td></tr><tr><td>8</td></tr>',
            ["Name; Age", "Name: Ann; Age: 7", "Age: 8"],
        ),
        (
            '<tr><th></th><th colspan="2">Wages</th></tr><tr><th></th><th>Men</th><th>Women</th>'
            "</tr><tr><th>1900</th><td>10</td><td>6</td></tr>",
            ["Wages", "Men; Women", "1900; Wages Men: 10; Wages Women: 6"],
        ),
        (
            "<tr><th>Name:</th><th>Age:</th></tr><tr><td>Ann</td><td>Age</td></tr>",
            ["Name: Age:", "Name: Ann; Age"],
        ),
    ],
)
def test_cells_are_read_with_their_headings(table, expected):
    assert rows(table) == expected


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>Ann</td><td>7</td></tr><tr><td>Bob</td><td>9</td></tr>",
        "<tr><th>Ann</th><th>7</th></tr>",
        "<tr><th>Name</th></tr><tr><td>Ann</td></tr>",
    ],
)
def test_a_table_without_headings_or_of_one_column_is_read_as_it_stands(table):
    assert all(":" not in row for row in rows(table))


def test_a_long_heading_is_not_repeated():
    long = "A heading " * 20
    table = f"<tr><th>{long}</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
    assert rows(table)[1] == "1; B: 2"


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999999", "²", "١", ""])
def test_spans_that_cannot_be_are_mended(span):
    table = f'{HEAD}<tr><td colspan="{span}" rowspan="{span}">Ann</td><td>7</td></tr>'
    assert len(rows(table)) == 2


def test_rows_that_all_reach_down_take_no_long():
    wide = '<td colspan="200" rowspan="200">x</td>' * 3
    assert rows(HEAD + f"<tr>{wide}</tr>" * 200)


def cells(table: str):
    """For every row its cells as (row, column, text)."""
    root = parse_document(f"<html><body><table>{table}</table></body></html>".encode())
    return [
        [(cell.row, cell.column, block.text[cell.start : cell.end]) for cell in block.cells]
        for block in read_page(root).blocks
        if block.cells
    ]


def test_cells_know_their_place_and_their_own_text():
    body = "<tr><td>Ann; Bea.</td><td> <p>7</p><p>or 8</p> </td></tr>"
    assert cells(HEAD + body) == [
        [(0, 0, "Name"), (0, 1, "Age")],
        [(1, 0, "Ann; Bea."), (1, 1, "7 or 8")],
    ]


def test_an_empty_cell_keeps_its_place():
    assert cells(HEAD + "<tr><td></td><td>7</td></tr>")[1] == [(1, 0, ""), (1, 1, "7")]
    assert cells(HEAD + "<tr><td>Ann</td><td> </td></tr>")[1] == [(1, 0, "Ann"), (1, 1, "")]


def test_what_reaches_down_takes_a_column_below():
    table = '<tr><td rowspan="2">Ann</td><td>7</td></tr><tr><td>8</td></tr>'
    assert cells(table) == [[(0, 0, "Ann"), (0, 1, "7")], [(1, 1, "8")]]


def test_a_row_without_text_is_counted():
    table = "<tr><td>a</td><td>b</td></tr><tr><td></td><td></td></tr><tr><td>c</td><td>d</td></tr>"
    assert [row[0][0] for row in cells(table)] == [0, 2]


def test_paragraphs_have_no_cells():
    root = parse_document(b"<html><body><p>a</p></body></html>")
    assert read_page(root).blocks[0].cells == ()
