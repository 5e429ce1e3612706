"""English in a voice that speaks both languages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.narration.utterance import Span, Utterance
from reader.speech.engines.kokoro.readings import EnglishReader, Sound
from reader.speech.engines.paddlespeech.arpabet import arpabet
from reader.speech.engines.paddlespeech.lines import Line, lines


def written(line: Line) -> str:
    return " ".join(phone.written for phone in line.phones)


@pytest.mark.parametrize(
    ("phonemes", "expected"),
    [
        ("həlˈO", "HH AH0 L OW1"),  # hello
        ("dˈɪfəɹənt", "D IH1 F ER0 AH0 N T"),  # different
        ("əɹˈWnd", "AH0 R AW1 N D"),  # around
        ("ɡˈɜɹlz", "G ER1 L Z"),  # girls
        ("wˈɔTəɹ", "W AO1 T ER0"),  # water
        ("ʧˈɜɹʧ ʤˈʌʤ", "CH ER1 CH JH AH1 JH"),  # church judge
        ("θˈɪŋk ðɪs", "TH IH1 NG K DH IH1 S"),  # think this
        ("plˈɛʒəɹ ʃi", "P L EH1 ZH ER0 SH IY1"),  # pleasure she
        ("ju ə ðə", "Y UW1 AH0 DH AH0"),  # you a the
        ("ˌɪntəɹnˈæʃənᵊl", "IH2 N T ER0 N AE1 SH AH0 N AH0 L"),  # international
        ("bˈY ʃˈA bˈAbˌi", "B OY1 SH EY1 B EY1 B IY2"),  # boy shay baby
        (", — 1 你", ""),
        ("", ""),
    ],
)
def test_phonemes_become_arpabet(phonemes: str, expected: str) -> None:
    assert " ".join(phone.written for phone in arpabet(phonemes)) == expected


def words(text: str) -> list[Sound]:
    """Reads every word as ``bi``, every mark as itself."""
    marked = text.replace(",", " ,").replace(".", " .").split()
    return [
        Sound(phonemes="bˈi " if word.isalpha() else f"{word} ", start=place, end=place + 1)
        for place, word in enumerate(marked)
    ]


def spans(*given: tuple[str, str], **manner: float) -> Utterance:
    items, position = [], 0
    for text, language in given:
        end = position + len(text)
        items.append(Span(text=text, language=language, start=position, end=end, **manner))
        position = end
    return Utterance(items=tuple(items))


def test_each_language_has_its_lines_in_order() -> None:
    found = list(lines(spans(("我用", "zh"), ("Python", "en-US"), ("，好。", "zh")), words))

    assert [written(line) for line in found] == ["uo3 iong4", "B IY1", "h ao3"]
    assert [line.pause for line in found] == [0.0, 0.0, 0.0]


def test_marks_are_pauses_inside_a_line_and_between_lines() -> None:
    found = list(lines(spans(("Yes, oh, yes.", "en"), ("好。", "zh")), words))

    assert [written(line) for line in found] == ["B IY1 sp B IY1 sp B IY1", "h ao3"]
    assert found[1].pause > 0


def test_nothing_said_makes_no_pause() -> None:
    (line,) = lines(spans(("——", "zh"), ("...", "en"), ("好", "zh")), words)

    assert line.pause == 0


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    found = list(lines(spans(("one two three four, " * 40, "en")), words))

    assert len(found) >= 4
    assert sum(len(line.phones) for line in found) >= 2 * 160
    assert all(line.pause > 0 for line in found[1:])


def test_the_rate_goes_with_the_line() -> None:
    assert [line.rate for line in lines(spans(("yes", "en"), ("好", "zh"), rate=1.5), words)] == [
        1.5,
        1.5,
    ]


def test_a_voice_without_english_leaves_it_out() -> None:
    found = list(lines(spans(("我用", "zh"), ("Python", "en")), None))

    assert [(written(line), line.skipped) for line in found] == [("uo3 iong4", ""), ("", "Python")]


@pytest.mark.voices
def test_hibari_reads_the_words() -> None:
    reader: EnglishReader = EnglishReader(british=False)

    def read(text: str) -> Sequence[Sound]:
        return reader(text)

    (line,) = lines(spans(("Hello, how are you?", "en")), read)

    assert written(line) == "HH AH0 L OW1 sp HH AW2 AA1 R Y UW1"
