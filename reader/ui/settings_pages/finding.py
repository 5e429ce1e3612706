"""Settings found by their names, their pages, and what else people call them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.navigation.folding import fold
from reader.ui.language import without_mnemonic
from reader.ui.settings_pages.setting import Choice, Page, Setting


@dataclass(frozen=True, kw_only=True)
class Found:
    """A setting on the page of that number."""

    page: int
    setting: Setting


def find(pages: Sequence[Page], text: str) -> list[Found]:
    """What fits every word of `text`: first what is called so, then what is known by it."""
    words = fold(text).split()
    found = list(_fitting(pages, words)) if words else []
    return sorted(found, key=lambda each: not _has(title_of(each.setting), words))


def title_of(setting: Setting) -> str:
    """What `setting` is called, without the mark of its mnemonic."""
    return without_mnemonic(setting.label)


def _fitting(pages: Sequence[Page], words: Sequence[str]) -> Iterator[Found]:
    for number, page in enumerate(pages):
        for setting in page.settings:
            if _has(_known_by(page, setting), words):
                yield Found(page=number, setting=setting)


def _known_by(page: Page, setting: Setting) -> str:
    texts = [page.title, setting.group, title_of(setting), setting.words, setting.hint]
    if isinstance(setting, Choice):
        texts += (without_mnemonic(text) for _, text in setting.entries)
    return " ".join(texts)


def _has(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)
