"""A whole document around the markup of a page."""

from __future__ import annotations

from reader.export.pages.markup import Dialect, attribute_value, language_tag, usual_direction

XHTML_1_0 = (
    'html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"'
)
"""The type of a document in the dialect of DAISY."""


def document(
    title: str,
    content: str,
    *,
    dialect: Dialect,
    language: str,
    head: str = "",
) -> str:
    """A whole document around `content`; `head` is further markup for its head."""
    tag = language_tag(language)
    languages = f' lang="{tag}" xml:lang="{tag}"' if tag else ""
    if usual_direction(language) == "rtl":
        languages += ' dir="rtl"'
    title = attribute_value(title) or "…"
    if dialect is Dialect.DAISY:
        start = (
            f"<!DOCTYPE {XHTML_1_0}>\n"
            f'<html xmlns="http://www.w3.org/1999/xhtml"{languages}>\n<head>\n'
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>\n'
        )
    else:
        start = (
            "<!DOCTYPE html>\n"
            '<html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"{languages}>\n<head>\n'
            '<meta charset="utf-8"/>\n'
        )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{start}<title>{title}</title>\n{head}</head>\n'
        f"<body>\n{content}\n</body>\n</html>\n"
    )
