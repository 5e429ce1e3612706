"""Titles in the order of the alphabet, hanzi by their pinyin."""

from __future__ import annotations

import re

from reader.search.spelling import plain, spellings

_ARTICLES = {
    "en": ("the", "a", "an"),
    "de": ("der", "die", "das", "ein", "eine"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "fr": ("le", "la", "les", "un", "une"),
    "it": ("il", "lo", "la", "i", "gli", "le", "un", "uno", "una"),
    "nl": ("de", "het", "een"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
}
"""Words at the beginning of a title that do not count, by language."""

_ELIDED = re.compile("^[Ll]['’](?=[^\\W\\d])")
_NUMBER = re.compile(r"\d+")
_DIGITS = 12


def sort_key(title: str, language: str = "en") -> str:
    """What `title` is sorted by: letters without accents, pinyin, numbers by their size.

    An article of `language` at the beginning is left out, where more follows.
    """
    bare = _without_article(title, language)
    names = spellings(bare)
    key = " ".join(names[0]) if names else bare
    return _NUMBER.sub(lambda number: number.group().zfill(_DIGITS), key)


def first_letters(title: str, language: str = "en") -> str:
    """What one types to get to `title` in a list: its letters, of hanzi those that pinyin
    begins with.

    三国演义 is ``sgyy``, *The Moonstone* ``moonstone``.
    """
    bare = _without_article(title, language)
    names = spellings(bare)
    return "".join(syllable[0] for syllable in names[0]) if names else bare


def _without_article(title: str, language: str) -> str:
    primary = language.partition("-")[0].lower()
    if primary in ("fr", "it"):
        title = _ELIDED.sub("", title)
    bare = plain(title)
    first, _, rest = bare.partition(" ")
    return rest if rest and first in _ARTICLES.get(primary, _ARTICLES["en"]) else bare
