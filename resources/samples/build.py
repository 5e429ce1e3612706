"""Build the sample books: ``python resources/samples/build.py``.

Each folder beside this file holds a ``book.toml`` and the chapters in XHTML; the EPUB 3 is
written next to the folder. The same sources give the same bytes, so that a change of a
book is a change of its text.
"""

from __future__ import annotations

import html
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_EPOCH = (2026, 11, 25, 0, 0, 0)

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""

_PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" \
xml:lang="{language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{identifier}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:creator>{author}</dc:creator>
<dc:language>{language}</dc:language>
<dc:date>{date}</dc:date>
<dc:rights>AGPL-3.0-or-later</dc:rights>
<meta property="dcterms:modified">{date}T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""

_NAVIGATION = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
xml:lang="{language}" lang="{language}">
<head><title>{title}</title></head>
<body>
<nav epub:type="toc" role="doc-toc">
<ol>
{entries}
</ol>
</nav>
</body>
</html>
"""


def build(source: Path) -> Path:
    """Zip the book in folder `source`; returns the path of the EPUB."""
    about = tomllib.loads((source / "book.toml").read_text("utf-8"))
    escaped = {key: html.escape(value) for key, value in about.items() if isinstance(value, str)}
    chapters: list[str] = about["chapters"]
    pages = {name: (source / name).read_text("utf-8") for name in chapters}
    members = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _PACKAGE.format(
            **escaped,
            manifest="\n".join(_item(name) for name in chapters),
            spine="\n".join(f'<itemref idref="{Path(name).stem}"/>' for name in chapters),
        ),
        "EPUB/nav.xhtml": _NAVIGATION.format(
            **escaped, entries="\n".join(_entry(name, pages[name]) for name in chapters)
        ),
        **{f"EPUB/{name}": page for name, page in pages.items()},
    }
    target = source.with_suffix(".epub")
    with zipfile.ZipFile(target, "w") as book:
        book.writestr(_member("mimetype", zipfile.ZIP_STORED), "application/epub+zip")
        for name, content in members.items():
            book.writestr(_member(name, zipfile.ZIP_DEFLATED), content)
    return target


def _member(name: str, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    return info


def _item(name: str) -> str:
    return f'<item id="{Path(name).stem}" href="{name}" media-type="application/xhtml+xml"/>'


def _entry(name: str, page: str) -> str:
    heading: Any = re.search(r'<h1 id="([^"]+)">([^<]+)</h1>', page)
    return f'<li><a href="{name}#{heading[1]}">{heading[2]}</a></li>'


if __name__ == "__main__":
    for folder in sorted(_FOLDER.iterdir()):
        if (folder / "book.toml").is_file():
            print(build(folder))
