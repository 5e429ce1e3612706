"""Whether an entry can be said at all, before anybody keeps it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from reader.errors import LexiconError
from reader.language.phonemes import IPA, PINYIN, canonical
from reader.language.scripts import HAN, primary
from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.patterns import checked_template, compiled
from reader.messages import message

LONGEST_WORD = 500
"""Characters of the longest word or pattern that an entry may have."""

LONGEST_SAID = 2_000
"""Characters of the longest respelling."""

_HANZI = re.compile(f"[{HAN}]")
_HALF = re.compile("[\ud800-\udfff]")
_APART = re.compile(r"[\s'’·,;.，。、-]+")


def checked(entry: Entry) -> Entry:
    """`entry` in the form that it is kept in; raises :class:`~reader.errors.LexiconError`.

    Space around the word is taken away, pinyin is numbered and IPA has one symbol a sound. What
    an entry that skips or stresses says is empty.
    """
    _check_characters(entry.word, entry.say)
    word = unicodedata.normalize("NFC", entry.word)
    if entry.matching is not Matching.PATTERN:
        word = " ".join(word.split())
    _check_word(word)
    if entry.matching is Matching.PATTERN:
        compiled(word)
    entry = replace(entry, word=word, language=_language(word, entry.language))
    return replace(entry, say=_said(entry, unicodedata.normalize("NFC", entry.say).strip()))


def hanzi_of(text: str) -> str:
    """The hanzi of `text`, which pinyin says a syllable each."""
    return "".join(_HANZI.findall(text))


def without_hanzi(text: str) -> str:
    """The letters and digits of `text` that are no hanzi, which pinyin cannot say."""
    return "".join(filter(str.isalnum, _HANZI.sub("", text)))


def _check_characters(*texts: str) -> None:
    """Half characters come from files and terminals in another encoding."""
    for text in texts:
        if _HALF.search(text):
            shown = _HALF.sub("\ufffd", text)
            raise LexiconError(
                shown[:20],
                message("There is half of a character in it, which no text can hold."),
                message("Write it in UTF-8."),
            )


def _check_word(word: str) -> None:
    if not word:
        raise LexiconError(
            "", message("The word is empty."), message("Write the word as it stands in the text.")
        )
    if len(word) > LONGEST_WORD:
        raise LexiconError(
            f"{word[:20]}…",
            message(
                "The word has {count:,} characters; {longest_word} are the most.",
                count=len(word),
                longest_word=LONGEST_WORD,
            ),
            message("Shorten it, or use a pattern."),
        )


def _language(word: str, language: str) -> str:
    """The primary language of a tag, empty for all."""
    tag = language.strip()
    if tag and not re.fullmatch(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*", tag):
        raise LexiconError(
            word,
            message("“{tag}” is not the tag of a language.", tag=tag),
            message("Use zh, en and so on, or leave it empty for all languages."),
        )
    named = primary(tag) if tag else ""
    return "" if named in {"und", "mul"} else named


def _said(entry: Entry, say: str) -> str:
    match entry.kind:
        case Kind.PINYIN:
            return _pinyin(entry, say)
        case Kind.IPA:
            return _ipa(entry.word, say)
        case Kind.RESPELLING:
            return _respelling(entry, " ".join(say.split()))
        case Kind.SKIP | Kind.STRESS:
            return ""


def _respelling(entry: Entry, say: str) -> str:
    if not say:
        raise LexiconError(
            entry.word,
            message("There is nothing to be said in its place."),
            message("Write other words, or choose that it is skipped."),
        )
    if len(say) > LONGEST_SAID:
        raise LexiconError(
            entry.word,
            message(
                "What is to be said has {count:,} characters; {longest_said:,} are the most.",
                count=len(say),
                longest_said=LONGEST_SAID,
            ),
            message("Shorten it."),
        )
    return checked_template(entry.word, say) if entry.matching is Matching.PATTERN else say


def _pinyin(entry: Entry, say: str) -> str:
    sound = canonical(say, PINYIN)
    if sound is None:
        raise LexiconError(
            entry.word,
            _strange_syllable(say),
            message(
                "Write numbered pinyin, a syllable a hanzi: dian3 dang4; 5 for no tone, v for ü.",
            ),
        )
    hanzi, syllables = hanzi_of(entry.word), sound.phonemes.split()
    if entry.matching is not Matching.PATTERN and len(hanzi) != len(syllables):
        raise LexiconError(
            entry.word,
            message(
                "{syllables} for {count} hanzi: {pairs}.",
                syllables=_counted(len(syllables)),
                count=len(hanzi),
                pairs=_side_by_side(hanzi, syllables),
            ),
            message("Give each hanzi one syllable; only hanzi can be said by pinyin."),
        )
    lost = "" if entry.matching is Matching.PATTERN else without_hanzi(entry.word)
    if lost:
        raise LexiconError(
            entry.word,
            message("Pinyin says hanzi alone; “{lost}” would not be said.", lost=lost),
            message("Enter the hanzi beside it, or respell the word."),
        )
    return sound.phonemes


def _strange_syllable(say: str) -> str:
    strange = next((each for each in _APART.split(say) if each and not canonical(each, PINYIN)), "")
    if not strange:
        if not say:
            return message("There is no syllable.")
        return message("“{say}” cannot be said.", say=say)
    return message("“{strange}” is not a syllable of Mandarin.", strange=strange)


def _side_by_side(hanzi: str, syllables: list[str]) -> tuple[str, ...]:
    """Which syllable is said for which hanzi, and what is left over."""
    pairs = [f"{a} {b}" for a, b in zip(hanzi, syllables, strict=False)]
    without = [message("{hanzi} has none", hanzi=each) for each in hanzi[len(syllables) :]]
    over = [message("{syllable} has no hanzi", syllable=each) for each in syllables[len(hanzi) :]]
    return (*pairs, *without, *over)


def _ipa(word: str, say: str) -> str:
    sound = canonical(say, IPA)
    if sound is not None:
        return sound.phonemes
    place, strange = next(
        ((place, each) for place, each in enumerate(say, 1) if not canonical(f"a{each}", IPA)),
        (0, ""),
    )
    reason = (
        message(
            "“{strange}” (character {place}) is not a symbol of the phonetic alphabet.",
            strange=strange,
            place=place,
        )
        if strange
        else message("There is no sound in what is to be said.")
    )
    raise LexiconError(word, reason, message("Write IPA as dictionaries give it: ˈtʃaɪnə."))


def _counted(syllables: int) -> str:
    if syllables == 1:
        return message("1 syllable")
    return message("{count} syllables", count=syllables)
