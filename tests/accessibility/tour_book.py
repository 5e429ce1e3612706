"""An EPUB with one of everything that a reader moves by."""

from __future__ import annotations

import zipfile
from pathlib import Path

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'xml:lang="{language}" lang="{language}"><head><title>{title}</title></head><body>'
)

_HARBOUR = """
<h1 id="top">The harbour</h1>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="page1" title="1"/>The lamp on the quay was
lit. Nobody had asked for it. The keeper lit it all the same.</p>
<p>She wrote to the <a href="letters.xhtml#inside">inside of the letter</a>, as she called it.<a
epub:type="noteref" role="doc-noteref" href="#note1">1</a> Nobody answered.</p>
<h2>Things on the quay</h2>
<ul><li>Ropes of three lengths</li><li>Barrels without lids</li><li>One bell</li></ul>
<p>The bell rang at six.</p>
<h2>Ships and their masters</h2>
<table><thead><tr><th>Ship</th><th>Master</th><th>Age</th></tr></thead>
<tbody><tr><th>Swallow</th><td>Anna Holm</td><td>41</td></tr>
<tr><th>Heron</th><td>Peter Lund</td><td>35</td></tr></tbody></table>
<p>Two ships, then, and no wind.</p>
<aside epub:type="footnote" role="doc-footnote" id="note1"><p>The letter was never sent.</p></aside>
"""

_LETTERS = """
<h1>Letters</h1>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="page2" title="2"/>Three letters came in
spring.</p>
<blockquote><p>Come before the ice, or do not come at all.</p></blockquote>
<p id="inside">Inside the second lay a drawing.</p>
<p><img src="bell.png" alt="A bell on a post, drawn in pencil"/></p>
<hr/>
<p>She smiled 😀 at it and put it away.</p>
<pre><code>if bell: ring()</code></pre>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="page3" title="3"/>The third letter was
empty. She read it twice.</p>
"""

_CHINESE = """
<h1>码头上的灯</h1>
<p>码头上的灯亮了。没有人要求点灯。</p>
<p>银行在街角，行人很少。她在信里写道：明天见。</p>
"""

_CHAPTERS = (
    ("harbour", "en", "The harbour", _HARBOUR),
    ("letters", "en", "Letters", _LETTERS),
    ("chinese", "zh", "码头上的灯", _CHINESE),
)

_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    'full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63"
    "60606060000000050001a5f645400000000049454e44ae426082"
)


def write_tour_book(path: Path) -> Path:
    """Write the book to `path`; returns it."""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _package())
        book.writestr("nav.xhtml", _navigation())
        book.writestr("bell.png", _PIXEL)
        for name, language, title, body in _CHAPTERS:
            head = _HEAD.format(language=language, title=title)
            book.writestr(f"{name}.xhtml", f"{head}{body}</body></html>")
    return path


def _package() -> str:
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name, *_ in _CHAPTERS
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name, *_ in _CHAPTERS)
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<dc:identifier id="id">tour</dc:identifier><dc:title>The Lamp on the Quay</dc:title>'
        "<dc:creator>A. Writer</dc:creator><dc:language>en</dc:language>"
        '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="bell" href="bell.png" media-type="image/png"/>{items}</manifest>'
        f"<spine>{spine}</spine></package>"
    )


def _navigation() -> str:
    entries = "".join(
        f'<li><a href="{name}.xhtml">{title}</a></li>' for name, _, title, _ in _CHAPTERS
    )
    pages = "".join(
        f'<li><a href="{file}.xhtml#page{number}">{number}</a></li>'
        for number, file in ((1, "harbour"), (2, "letters"), (3, "letters"))
    )
    return (
        _HEAD.format(language="en", title="Contents")
        + f'<nav epub:type="toc"><ol>{entries}</ol></nav>'
        + f'<nav epub:type="page-list"><ol>{pages}</ol></nav></body></html>'
    )
