"""Makes small books, whole and broken, for the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from reader.books.blocks import read_page
from reader.books.markup import parse_document
from reader.books.page import Page, Reading

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="{path}" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="i">x</dc:identifier><dc:title>A Small Book</dc:title>
<dc:creator>Ann Author</dc:creator><dc:language>{language}</dc:language>{metadata}</metadata>
<manifest>{manifest}</manifest><spine{toc}>{spine}</spine></package>"""
NAV = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
    '<h1>Contents</h1><nav epub:type="toc">{list}</nav>{more}</body></html>'
)


def xhtml(body: str, *, language: str = "en", title: str = "") -> str:
    """A whole XHTML document."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="{language}">'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def make_zip(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A zip of `files`, name to content."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path


def make_epub(  # noqa: PLR0913
    path: Path,
    documents: Mapping[str, str],
    *,
    nav: str | None = None,
    ncx: str | None = None,
    manifest: str = "",
    metadata: str = "",
    language: str = "en",
    spine: str | None = None,
    extra: Mapping[str, str | bytes] | None = None,
) -> Path:
    """An EPUB whose spine holds `documents` (name in OEBPS to body or whole document)."""
    items = [
        f'<item id="d{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(documents)
    ]
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format(path="OEBPS/content.opf"),
    }
    if nav is not None:
        items.append(
            '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        )
        files["OEBPS/nav.xhtml"] = nav if nav.startswith("<html") else NAV.format(list=nav, more="")
    if ncx is not None:
        items.append('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>')
        files["OEBPS/toc.ncx"] = (
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
        )
    itemrefs = "".join(f'<itemref idref="d{number}"/>' for number in range(len(documents)))
    files["OEBPS/content.opf"] = PACKAGE.format(
        language=language,
        metadata=metadata,
        manifest="".join(items) + manifest,
        spine=itemrefs if spine is None else spine,
        toc=' toc="ncx"' if ncx is not None else "",
    )
    for name, content in documents.items():
        whole = content.lstrip().startswith(("<?xml", "<html", "<!DOCTYPE", "<svg"))
        files[f"OEBPS/{name}"] = content if whole else xhtml(content)
    return make_zip(path, files | dict(extra or {}))


def page_of(body: str, **reading: object) -> Page:
    """The page that `body` makes as part of an XHTML document."""
    root = parse_document(xhtml(body).encode())
    assert root is not None
    return read_page(root, Reading(**reading))  # type: ignore[arg-type]
