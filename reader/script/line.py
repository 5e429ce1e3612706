"""One sentence of a script: what the book says there, and how the editor wants it said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ScriptLine:
    """A sentence of the book, `original` as it is written, and the `ssml` to say instead.

    `ssml` is what an ``s`` element of a script holds: text and elements of our SSML; empty where
    the sentence is not to be said. `chapter` and `place` are where the sentence began when it was
    edited; `before`, `after` and `title` tell where it belongs in another edition, as for
    bookmarks (:mod:`reader.navigation.anchors`).
    """

    chapter: int
    place: int
    original: str
    ssml: str
    before: str = ""
    after: str = ""
    title: str = ""
