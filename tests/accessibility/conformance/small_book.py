"""A book with one of everything that a reader moves by."""

from __future__ import annotations

from pathlib import Path

from reader.books.model import Book
from reader.books.registry import read_book
from tests.books.making import NAV, make_epub

_MILL = """
<h1>The mill</h1>
<p><span epub:type="pagebreak" id="p1" title="1"/>The wheel stood still. Rain fell on it.</p>
<p>The miller slept.<a epub:type="noteref" href="notes.xhtml#n1">1</a> He had <a
href="river.xhtml#ford">crossed the ford</a> at night.</p>
<h2>What he owned</h2>
<ul><li>A cat without a name</li><li>Two sacks</li></ul>
<p>It was not much.</p>
"""

_RIVER = """
<h1>The river</h1>
<p><span epub:type="pagebreak" id="p2" title="2"/>It rose in spring.</p>
<table><thead><tr><th>Month</th><th>Depth</th></tr></thead>
<tbody><tr><th>March</th><td>two feet</td></tr><tr><th>May</th><td>four feet</td></tr></tbody>
</table>
<p><span epub:type="pagebreak" id="p3" title="3"/>Nobody measured it in June.</p>
<p id="ford">The ford lay by the willow. The wheel could be heard from there.</p>
<p><img src="willow.png" alt="A willow over water"/></p>
"""

_NOTES = """
<h1>Notes</h1>
<aside epub:type="footnote" id="n1"><p>Millers slept by day.</p></aside>
<p>That is all.</p>
"""

_CONTENTS = """<ol>
<li><a href="mill.xhtml">The mill</a><ol><li><a href="river.xhtml">The river</a></li></ol></li>
<li><a href="notes.xhtml">Notes</a></li></ol>"""

_PAGES = """<nav epub:type="page-list"><ol>
<li><a href="mill.xhtml#p1">1</a></li><li><a href="river.xhtml#p2">2</a></li>
<li><a href="river.xhtml#p3">3</a></li></ol></nav>"""


def the_mill(folder: Path) -> Book:
    """The book, read as any book is; its file lies in `folder`."""
    file = make_epub(
        folder / "mill.epub",
        {"mill.xhtml": _MILL, "river.xhtml": _RIVER, "notes.xhtml": _NOTES},
        nav=NAV.format(list=_CONTENTS, more=_PAGES),
    )
    return read_book(file)
