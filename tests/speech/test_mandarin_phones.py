"""Syllables become the phones that the model was trained with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.alignment import Alignment, Stretch
from reader.language.pinyin import Syllable, syllables
from reader.narration.utterance import Pause, Span, Utterance
from reader.speech.engines.mandarin import phones as phones_module
from reader.speech.engines.mandarin.phones import PhoneLine, phone_line, speakable
from reader.speech.engines.mandarin.script import Break, Spoken, left_out, runs, script

SYMBOLS = {
    int(number): symbol
    for symbol, number in (
        line.split()
        for line in Path(phones_module.__file__).with_name("phones.txt").read_text().splitlines()
    )
}


def span(text: str, start: int = 0, end: int | None = None) -> Span:
    return Span(
        text=text, language="zh", start=start, end=start + len(text) if end is None else end
    )


def reading(given: str) -> list[Syllable]:
    """``我/wo3 家/jia1+的/de5 ，`` as syllables: + joins to the word before."""
    found = []
    for word in given.split():
        for place, part in enumerate(word.split("+")):
            text, _, pinyin = part.partition("/")
            found.append(Syllable(text=text, pinyin=pinyin or None, word_start=place == 0))
    return found


def spoken_of(given: str) -> list[Spoken]:
    syllables = reading(given)
    text = "".join(syllable.text for syllable in syllables)
    return script(Utterance(items=(span(text),)), speakable, lambda _: syllables)


def symbols(line: PhoneLine) -> str:
    return " ".join(SYMBOLS[int(number)] for number in line.phones)


def said(given: str) -> str:
    return symbols(phone_line(spoken_of(given)))


def test_words_and_pauses_are_marked() -> None:
    assert said("我/wo3 家/jia1+的/de5 后/hou4+面/mian4 ， 有/you3 。") == (
        "sil ^ uo3 #1 j ia1 #0 d e5 #1 h ou4 #0 m ian4 #3 ^ iou3 sil eos"
    )


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("zi3", "z ii3"),
        ("shi4", "sh iii4"),
        ("lv4", "l v4"),
        ("lü4", "l v4"),
        ("xue2", "x ve2"),
        ("yuan2", "^ van2"),
        ("jun1", "j vn1"),
        ("gui4", "g uei4"),
        ("liu2", "l iou2"),
        ("wen2", "^ uen2"),
        ("er2", "^ er2"),
        ("ng4", "^ en4"),
        ("n2", "^ en2"),
        ("de", "d e5"),
    ],
)
def test_spelling(pinyin: str, expected: str) -> None:
    assert said(f"字/{pinyin}") == f"sil {expected} sil eos"


def test_every_syllable_has_phones_in_every_tone() -> None:
    table = Path(phones_module.__file__).with_name("syllables.tsv").read_text("utf-8")
    known = set(SYMBOLS.values())
    for line in table.splitlines():
        _, initial, final = line.split("\t")
        assert initial in known
        assert all(f"{final}{tone}" in known for tone in range(1, 6)), line


def test_the_suffix_er_colours_the_syllable_before() -> None:
    assert said("花/hua1+儿/er5 开/kai1") == "sil h ua1 er5 #1 k ai1 sil eos"
    assert said("儿/er2+子/zi5") == "sil ^ er2 #0 z ii5 sil eos"
    assert said("花/hua1 ， 儿/er5") == "sil h ua1 #3 ^ er5 sil eos"


def test_quotation_marks_do_not_pause() -> None:
    assert said("读/du2 《 红/hong2+楼/lou2 》 吗/ma5") == (
        "sil d u2 #1 h ong2 #0 l ou2 #1 m a5 sil eos"
    )
    assert said("他/ta1 ： “ 好/hao3 。 ”") == "sil t a1 #3 h ao3 sil eos"


def test_what_has_no_sound_here_is_left_out() -> None:
    assert said("用/yong4 Python 写/xie3 😀 7 字/xyz9") == "sil ^ iong4 #1 x ie3 sil eos"
    assert spoken_of("Python 3 。 😀") == []


def test_a_mark_belongs_to_the_syllable_before_it() -> None:
    line = phone_line(spoken_of("你/ni3+好/hao3"))

    assert symbols(line) == "sil n i3 #0 h ao3 sil eos"
    assert line.owner.tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert line.first == (1, 4)


def test_the_text_of_all_spans_is_read_together_and_keeps_its_places() -> None:
    asked = []
    spans = (span("我们", start=10), Pause(seconds=1), span("走。", start=30))

    def syllables(text: str) -> list[Syllable]:
        asked.append(text)
        return reading("我/wo3+们/men5 走/zou3 。")

    spoken = script(Utterance(items=spans), speakable, syllables)

    assert asked == ["我们走。"]
    assert [(each.start, each.end) for each in spoken] == [(10, 11), (11, 12), (30, 31)]
    assert [each.span.start for each in spoken] == [10, 10, 30]


def test_a_spoken_form_belongs_to_all_of_what_was_written() -> None:
    written, said = "花了50%。他", "花了百分之五十。他"
    whole = Span(
        text=said,
        language="zh",
        start=100,
        end=100 + len(written),
        alignment=Alignment((Stretch(2, 5, 2, 7),)),
    )
    readings = reading("花/hua1 了/le5 百/bai3 分/fen1 之/zhi1 五/wu3 十/shi2 。 他/ta1")

    spoken = script(Utterance(items=(whole,)), speakable, lambda _: readings)

    places = [written[each.start - 100 : each.end - 100] for each in spoken]
    assert places == ["花", "了", *["50%"] * 5, "他"]


def sentence(*clauses: int) -> list[Spoken]:
    """Clauses of so many syllables."""
    return spoken_of(" ， ".join(" ".join(["大/da4"] * length) for length in clauses))


def test_a_short_sentence_is_said_at_once() -> None:
    assert [len(run) for run in runs(sentence(10, 20, 15))] == [45]


def test_a_long_sentence_parts_at_a_clause() -> None:
    assert [len(run) for run in runs(sentence(20, 20, 20, 20))] == [40, 40]


@given(st.lists(st.integers(1, 130), max_size=8))
def test_runs_keep_every_syllable_and_stay_short(clauses: list[int]) -> None:
    spoken = sentence(*clauses)
    parted = runs(spoken)

    assert [each for run in parted for each in run] == spoken
    assert all(0 < len(run) <= 50 for run in parted)


def test_a_clause_too_long_parts_between_words() -> None:
    word = "一/yi1+二/er4+三/san1"
    parted = runs(spoken_of(" ".join([word] * 30)))

    assert [len(run) for run in parted] == [48, 42]
    assert all(run[0].before == Break.WORD for run in parted)


# -- pinyin that is given --------------------------------------------------------------------


def line_of(*parts: tuple[str, str | None]) -> tuple[str, list[Spoken]]:
    """The phones of texts, some with pinyin of their own, and the syllables."""
    items, place = [], 0
    for text, phonemes in parts:
        alphabet = "x-pinyin" if phonemes else None
        end = place + len(text)
        items.append(
            Span(
                text=text,
                language="zh",
                start=place,
                end=end,
                phonemes=phonemes,
                phoneme_alphabet=alphabet,
            )
        )
        place = end
    spoken = script(Utterance(items=tuple(items)), speakable, syllables)
    return symbols(phone_line(spoken)), spoken


def test_given_pinyin_is_said_as_one_word_in_its_sentence() -> None:
    phones, spoken = line_of(("他去", None), ("典当", "dian3 dang4"), ("行。", None))
    assert phones.startswith("sil t a1 #1 q v4 #1 d ian3 #0 d ang4 #1 ")
    given = [each for each in spoken if each.span.phonemes]
    assert [(each.start, each.end) for each in given] == [(2, 4), (2, 4)]


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("典当", "dian3"),
        ("典", "dian3 dang4"),
        ("GDP", "dian3 dang4"),
        ("《典当》，", "dian3"),
    ],
)
def test_given_pinyin_is_said_whatever_the_text_is(text: str, phonemes: str) -> None:
    _, spoken = line_of(("他说，", None), (text, phonemes), ("，好。", None))
    assert [each.pinyin for each in spoken] == ["ta1", "shuo1", *phonemes.split(), "hao3"]
    assert (
        left_out(
            Utterance(items=(replace(span(text), phonemes=phonemes, phoneme_alphabet="x-pinyin"),)),
            speakable,
            syllables,
        )
        == ""
    )


def test_pinyin_beyond_the_voice_gives_way_to_the_text() -> None:
    _, spoken = line_of(
        ("典当", "biang2 xx1"),
    )
    assert [each.pinyin for each in spoken] == ["dian3", "dang4"]


def test_given_erhua_colours_its_syllable() -> None:
    phones, _ = line_of(
        ("花儿", "hua1 r5"),
    )
    assert phones == "sil h ua1 er5 sil eos"


def test_two_words_with_pinyin_stay_two_words() -> None:
    phones, _ = line_of(("长", "chang2"), ("行", "xing2"))
    assert phones == "sil ch ang2 #1 x ing2 sil eos"
