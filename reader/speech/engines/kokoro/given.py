"""Words whose sound is given, in pinyin or international phonetic symbols."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.language.detect import primary
from reader.language.phonemes import PINYIN
from reader.language.phonemes.pinyin import SUFFIX
from reader.narration.utterance import Span
from reader.speech.engines.english_ipa import in_models_letters
from reader.speech.engines.english_reading import Given
from reader.speech.engines.kokoro.alphabet import numbers
from reader.speech.engines.kokoro.readings import COLOURED, Reader, Sound, joined
from reader.speech.engines.kokoro.syllables import phonemes

_AFFRICATES = {"tɕ": "ʨ", "ʈʂ": "ꭧ", "tʂ": "ꭧ", "ts": "ʦ", "dz": "ʣ", "dʒ": "ʤ", "tʃ": "ʧ"}
"""Two symbols that the model writes as one."""


def given(spans: Iterable[tuple[int, int, Span]], *, british: bool) -> list[Given]:
    """What `spans`, each with its place in a text, say of their sound; those are left out of
    which nothing can be said.
    """
    said = [
        Given(start=start, end=end, phonemes=_in_alphabet(span, british=british))
        for start, end, span in spans
    ]
    return [word for word in said if any(map(str.isalpha, word.phonemes))]


def read(text: str, words: Sequence[Given], reader: Reader) -> list[Sound]:
    """The sounds of `text` as `reader` finds them, but for the `words`, which are in order."""
    sounds: list[Sound] = []
    position = 0
    for word in words:
        sounds += _part(text, position, word.start, reader)
        sounds.append(
            Sound(phonemes=f" {word.phonemes}{_space(text, word)}", start=word.start, end=word.end)
        )
        position = word.end
    return [*sounds, *_part(text, position, len(text), reader)]


def _part(text: str, begin: int, end: int, reader: Reader) -> Iterator[Sound]:
    if begin < end:
        for sound in reader(text[begin:end]):
            yield replace(sound, start=sound.start + begin, end=sound.end + begin)


def _space(text: str, word: Given) -> str:
    """A space where the text has one behind `word`."""
    return " " if any(map(str.isspace, text[max(0, word.end - 1) : word.end + 1])) else ""


def _in_alphabet(span: Span, *, british: bool) -> str:
    """The phonemes of `span` in the model's alphabet; empty if there is one it has not."""
    asked = span.phonemes or ""
    if span.phoneme_alphabet == PINYIN:
        return _in_syllables(asked.split())
    if primary(span.language) == "en":
        return in_models_letters(asked, british=british)
    for pair, one in _AFFRICATES.items():
        asked = asked.replace(pair, one)
    return "".join(each for each in asked if numbers(each))


def _in_syllables(pinyin: Sequence[str]) -> str:
    word = ""
    for syllable in pinyin:
        said = COLOURED if syllable == SUFFIX else phonemes(syllable)
        if said is None:
            return ""
        word = joined(word, said)
    return word
