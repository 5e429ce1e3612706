"""From a document in SSML to its text and how it is said.

What could harm (document types, entities, instructions, anything to fetch) is refused; so are,
in a strict document, elements, attributes and values that are not ours. Of another document
the text is kept, and what is left out is told once.
"""

from __future__ import annotations

from collections.abc import Collection

from reader.narration.ssml.model import Choose, Limits, Markup, first_name
from reader.narration.ssml.reading import DocumentReader
from reader.narration.ssml.tag import Terms


def parse(
    document: str,
    *,
    subject: str = "The SSML",
    strict: bool = True,
    limits: Limits | None = None,
    choose: Choose = first_name,
    median_hz: float | None = None,
    styles: Collection[str] | None = None,
) -> Markup:
    """The meaning of a whole `document`, whose root is ``speak``.

    `subject` is what errors call it. `choose` finds the voice for a wish. Pitches in hertz are
    told from `median_hz`, that of the voice. `styles` are those that there are, if it matters.
    Raises :class:`~reader.errors.MarkupError`; unless `strict`, only for what cannot be read at
    all or must not be obeyed.
    """
    terms = Terms(
        subject=subject,
        strict=strict,
        limits=limits or Limits(),
        choose=choose,
        median_hz=median_hz,
        styles=styles,
    )
    return DocumentReader(terms).read(document.removeprefix("\ufeff"))


def parse_fragment(
    fragment: str,
    *,
    subject: str = "The SSML",
    strict: bool = True,
    limits: Limits | None = None,
    choose: Choose = first_name,
    median_hz: float | None = None,
    styles: Collection[str] | None = None,
) -> Markup:
    """The meaning of what an ``s`` element holds, in which ``x:`` stands for our own namespace.

    Arguments and errors are those of :func:`parse`.
    """
    terms = Terms(
        subject=subject,
        strict=strict,
        limits=limits or Limits(),
        choose=choose,
        median_hz=median_hz,
        styles=styles,
    )
    return DocumentReader(terms).read_fragment(fragment)
