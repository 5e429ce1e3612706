"""The lines in which Voice Dream Reader writes pronunciations, one a rule.

Five fields with commas between (https://www.voicedream.com/faq-items/
whats-the-syntax-for-the-pronunciation-dictionarys-text-mode/):

1. what to search for, in double quotes, straight or curly;
2. how: 0 a word by itself, 1 anywhere, 2 a regular expression;
3. whether case is ignored: Y or N;
4. what is said instead, in double quotes;
5. what the rule does: 0 pronounces, 1 skips, whatever the fourth field says.

``"lol",0,Y,"laughing out loud",0`` is a rule. A double quote inside quotes is written twice, as
in other files with commas; Voice Dream's own page does not say. Words and letters of ours
ignore case, so that a rule that does not is taken as a pattern.
"""

from __future__ import annotations

import re

from reader.errors import LexiconError
from reader.lexicon.entry import Entry, Kind, Matching
from reader.messages import message

_QUOTE = '["“”]'
_LINE = re.compile(
    rf"\s*{_QUOTE}(?P<word>.*?){_QUOTE}\s*,\s*(?P<mode>[012])\s*,\s*(?P<ignore>[YNyn])\s*,"
    rf"\s*{_QUOTE}(?P<say>.*){_QUOTE}\s*,\s*(?P<kind>[01])\s*"
)
_MODES = {"0": Matching.WORD, "1": Matching.ANYWHERE, "2": Matching.PATTERN}
_ANY_CASE = "(?i)"


def read_line(line: str) -> Entry:
    """The entry that `line` writes, not yet checked; raises
    :class:`~reader.errors.LexiconError` if it is no rule."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise LexiconError(
            line[:40],
            message("The line has not the five fields of a rule."),
            message('Write it as "word",0,Y,"said",0.'),
        )
    matching = _MODES[found["mode"]]
    word = _unquoted(found["word"])
    any_case = found["ignore"] in "Yy"
    if matching is Matching.PATTERN:
        word = _ANY_CASE + word if any_case else word
    elif not any_case and word.lower() != word.upper():
        word, matching = _exactly(word, matching), Matching.PATTERN
    if found["kind"] == "1":
        return Entry(word=word, matching=matching, kind=Kind.SKIP)
    said = _unquoted(found["say"])
    if matching is Matching.PATTERN:
        said = said if found["mode"] == "2" else said.replace("\\", "\\\\")
    return Entry(word=word, matching=matching, say=said)


def written_line(entry: Entry) -> str:
    """`entry` as a rule; raises :class:`~reader.errors.LexiconError` if no rule says that."""
    if entry.kind not in (Kind.RESPELLING, Kind.SKIP):
        raise LexiconError(
            entry.word,
            message(
                "Voice Dream's lines hold other words and what is skipped, no phonemes or "
                "emphasis.",
            ),
            message("Export as PLS instead, or respell the word."),
        )
    word, any_case = entry.word, True
    if entry.matching is Matching.PATTERN:
        any_case = word.startswith(_ANY_CASE)
        word = word.removeprefix(_ANY_CASE)
    mode = next(mode for mode, matching in _MODES.items() if matching is entry.matching)
    kind = "1" if entry.kind is Kind.SKIP else "0"
    return ",".join((_quoted(word), mode, "Y" if any_case else "N", _quoted(entry.say), kind))


def _exactly(word: str, matching: Matching) -> str:
    """A pattern that fits `word` with its very letters; hanzi beside it part it from others."""
    pattern = re.escape(word)
    if matching is Matching.ANYWHERE:
        return pattern
    first = r"(?<!(?a:\w))" if word[:1].isalnum() else ""
    last = r"(?!(?a:\w))" if word[-1:].isalnum() else ""
    return f"{first}{pattern}{last}"


def _unquoted(text: str) -> str:
    return text.replace('""', '"')


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
