"""Readings in plain Japanese text as 青空文庫 writes them: 漢字《かんじ》, ｜base《reading》.

The notation is described in that library's own 注記一覧. Only kana readings count, so that
Chinese book titles in the same brackets stay what they are; notes to the typesetter
(［＃…］) are taken out.
"""

from __future__ import annotations

import re

from reader.books.model import Run

_KANA = "\u3041-\u309f\u30a0-\u30ff"
_KANJI = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_READING = re.compile(
    f"[｜|](?P<marked>[^｜|《》\\s]{{1,40}})《(?P<reading>[^》\n]{{1,40}})》"
    f"|(?P<kanji>[{_KANJI}]+)《(?P<kana>[{_KANA}]{{1,40}})》"
)
_TYPESETTING = re.compile(r"※?［＃[^］\n]{1,200}］")
_USED = re.compile(f"[{_KANJI}]《[{_KANA}]+》")


def is_marked_up(text: str) -> bool:
    """Whether the text uses the notation: several kana readings in its beginning."""
    return len(_USED.findall(text[:50_000])) >= 3


def without_typesetting(text: str) -> str:
    """The text without notes to the typesetter."""
    return _TYPESETTING.sub("", text)


def runs(text: str) -> tuple[Run, ...]:
    """The runs of a paragraph, readings taken out of the text and put beside their base."""
    found: list[Run] = []
    position = 0
    for match in _READING.finditer(text):
        if match.start() > position:
            found.append(Run(text=text[position : match.start()]))
        base = match["marked"] or match["kanji"]
        found.append(Run(text=base, ruby=match["reading"] or match["kana"]))
        position = match.end()
    if position < len(text):
        found.append(Run(text=text[position:]))
    return tuple(found)
