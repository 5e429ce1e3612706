"""Pronunciations as sentences, to be read in a list and heard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.errors import TingshuError
from reader.lexicon.entry import Entry, Kind, Matching
from reader.ui.language import about, clauses, in_words, language_name, sentences

translate = QCoreApplication.translate


def entry_in_words(entry: Entry) -> str:
    """The word, how it is said and where, in one sentence."""
    parts = [about(entry.word, _how(entry)), _where(entry)]
    if entry.matching is Matching.ANYWHERE:
        parts.append(translate("Pronunciations", "also inside words"))
    if entry.matching is Matching.PATTERN:
        parts.append(translate("Pronunciations", "a pattern"))
    if not entry.enabled:
        parts.append(translate("Pronunciations", "turned off"))
    return clauses(parts)


def problem_in_words(error: TingshuError) -> str:
    """What is wrong and what to do, without the word, which the reader has just written."""
    return sentences(in_words(error.reason), in_words(error.remedy))


def _how(entry: Entry) -> str:
    match entry.kind:
        case Kind.RESPELLING:
            return translate("Pronunciations", "said “{words}”").format(words=entry.say)
        case Kind.PINYIN:
            return translate("Pronunciations", "pinyin {pinyin}").format(pinyin=entry.say)
        case Kind.IPA:
            return translate("Pronunciations", "IPA {signs}").format(signs=entry.say)
        case Kind.SKIP:
            return translate("Pronunciations", "left out")
        case Kind.STRESS:
            return translate("Pronunciations", "emphasised")


def _where(entry: Entry) -> str:
    if entry.book is not None:
        return translate("Pronunciations", "in this book")
    if entry.language:
        name = language_name(entry.language)
        return translate("Pronunciations", "in {language}").format(language=name)
    return translate("Pronunciations", "everywhere")
