"""From passages to utterances."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Block, BlockKind, Book, Chapter, Emphasis, Run
from reader.language.spoken import SpokenStyle
from reader.narration.narrator import Narrator
from reader.narration.pauses import Pauses
from reader.narration.timeline import Timeline
from reader.narration.utterance import Pause, Utterance


def paragraph(
    *runs: str | Run, kind: BlockKind = BlockKind.PARAGRAPH, language: str | None = None
) -> Block:
    made = tuple(Run(text=run) if isinstance(run, str) else run for run in runs)
    return Block(kind=kind, runs=made, language=language)


def utterances(*blocks: Block, language: str = "zh") -> list[Utterance]:
    book = Book(
        title="书",
        identifier="1",
        language=language,
        chapters=(Chapter(title="一", blocks=blocks),),
    )
    narrator = Narrator(book)
    return [narrator.utterance(passage) for passage in Timeline(book).passages(0)]


def said(utterance: Utterance) -> list[tuple[str, str]]:
    return [(span.text, span.language) for span in utterance.spans]


def pauses(*blocks: Block) -> list[float]:
    found = []
    for utterance in utterances(*blocks):
        last = utterance.items[-1]
        assert isinstance(last, Pause)
        found.append(last.seconds)
    return found


def test_languages_switch_and_come_back() -> None:
    (one,) = utterances(paragraph("我用Python写代码。"))
    assert said(one) == [("我用", "zh"), ("Python", "en"), ("写代码。", "zh")]
    assert [(span.start, span.end) for span in one.spans] == [(0, 2), (2, 8), (8, 12)]
    assert (one.chapter, one.start, one.end) == (0, 0, 12)


def test_numbers_are_said_in_the_language_around_them() -> None:
    blocks = paragraph("共", Run(text="3.5", emphasis=Emphasis.STRONG), "亿美元。")
    (one,) = utterances(blocks, language="en")
    assert said(one) == [("共", "zh"), ("三点五", "zh"), ("亿美元。", "zh")]
    assert one.spans[1].emphasis is Emphasis.STRONG
    assert (one.spans[1].start, one.spans[1].end) == (1, 4)


def test_references_to_notes_are_not_spoken() -> None:
    (one,) = utterances(paragraph("他走了", Run(text="[1]", note="n1"), "。"))
    assert said(one) == [("他走了。", "zh")]
    assert (one.spans[0].start, one.spans[0].end) == (0, 7)


def test_languages_given_by_the_markup_are_kept() -> None:
    (one,) = utterances(
        paragraph("Il dit ", Run(text="hello", language="en-GB"), "."), language="fr"
    )
    assert said(one) == [("Il dit ", "fr"), ("hello.", "en-GB")]


def test_ruby_is_the_reading_in_japanese_only() -> None:
    (one,) = utterances(paragraph(Run(text="東京", ruby="とうきょう"), "へ行く。"), language="ja")
    assert one.text == "とうきょうへ行く。"
    (two,) = utterances(paragraph(Run(text="银行", ruby="yín háng"), "在那里。"))
    assert two.text == "银行在那里。"


def test_phonemes_are_carried() -> None:
    runs = Run(text="tomato", phonemes="təˈmɑːtəʊ", phoneme_alphabet="ipa")
    (one,) = utterances(paragraph("A ", runs, " plant."), language="en")
    assert [(s.text, s.phonemes, s.phoneme_alphabet) for s in one.spans] == [
        ("A ", None, None),
        ("tomato", "təˈmɑːtəʊ", "ipa"),
        (" plant.", None, None),
    ]


def test_punctuation_alone_joins_its_neighbour() -> None:
    runs = Run(text="Hello", emphasis=Emphasis.EMPHASIS)
    (one,) = utterances(paragraph("“", runs, "”。"), language="en")
    assert said(one) == [("“Hello”.", "en")]
    assert (one.spans[0].start, one.spans[0].end) == (0, 8)


def test_a_trailing_ellipsis_does_not_hide_the_end_of_the_block() -> None:
    assert pauses(paragraph("走了。……"), paragraph("好。"))[0] == 0.75


def test_numbers_alone_in_a_chinese_paragraph() -> None:
    (one,) = utterances(paragraph("1984"), language="zh")
    assert one.text == "一千九百八十四"


def test_the_whole_sentence_decides_what_a_number_is() -> None:
    (one,) = utterances(paragraph("乘G1234次列车。"))
    assert said(one) == [("乘G幺二三四次列车。", "zh")]


def test_a_number_with_its_unit_is_not_shared_between_two_languages() -> None:
    (one,) = utterances(paragraph("浓度降到20μg/m³，Python 3.11版本。"))
    assert said(one) == [
        ("浓度降到二十微克每立方米，", "zh"),
        ("Python ", "en"),
        ("三点一一版本。", "zh"),
    ]


def test_what_is_said_knows_what_is_written() -> None:
    text = "于2023年12月25日到。"
    (one,) = utterances(paragraph(text))
    (span,) = one.spans
    at = span.text.index("十二月")
    assert text[slice(*span.source(at, at + 3))] == "12月"
    assert text[slice(*span.source(0, 1))] == "于"
    assert text[slice(*span.source(len(span.text) - 2, len(span.text)))] == "到。"


def test_a_divided_span_keeps_its_source() -> None:
    text = "于2023年到。"
    (one,) = utterances(paragraph(text))
    (span,) = one.spans
    for position in range(1, len(span.text)):
        head, tail = span.divided(position)
        assert head.text + tail.text == span.text
        assert (head.start, tail.end) == (span.start, span.end)
        assert head.end == tail.start
        last = len(tail.text)
        assert text[slice(*tail.source(last - 1, last))] == "。"


def test_the_listeners_style_is_kept() -> None:
    book = Book(
        title="T",
        identifier="1",
        language="zh",
        chapters=(Chapter(title="", blocks=(paragraph("拨打12306。"),)),),
    )
    (passage,) = Timeline(book).passages(0)
    assert Narrator(book, SpokenStyle(one="yi")).utterance(passage).text == "拨打一二三零六。"


def test_voices_of_other_languages_get_marks_they_know() -> None:
    (one,) = utterances(paragraph("他说：“I like him，too。”"))
    assert said(one) == [("他说：", "zh"), ("“I like him, too.”", "en")]


def test_a_heading_is_numbered_in_the_language_of_its_words() -> None:
    heading = paragraph("II. The Crossing", kind=BlockKind.HEADING)
    (one,) = utterances(heading, language="en")
    assert said(one) == [("two. The Crossing", "en")]
    (one,) = utterances(paragraph("IV 尾声", kind=BlockKind.HEADING), language="zh")
    assert said(one) == [("四 尾声", "zh")]
    (one,) = utterances(paragraph("IV", kind=BlockKind.HEADING), language="zh")
    assert one.text in ("四", "four")
    (one,) = utterances(paragraph("I. Newton said so", kind=BlockKind.PARAGRAPH), language="en")
    assert said(one) == [("I. Newton said so", "en")]


def test_a_volume_in_chinese_text_is_numbered() -> None:
    (one,) = utterances(paragraph("见 Vol. IV 和第IV章。"))
    assert one.text == "见 volume four 和第四章。"


def test_the_letters_of_a_dictionary_stay_letters() -> None:
    blocks = [paragraph(letter, kind=BlockKind.HEADING) for letter in "ABI"]
    chapters = tuple(Chapter(title=block.text, blocks=(block,)) for block in blocks)
    book = Book(title="D", identifier="1", language="en", chapters=chapters)
    (passage,) = Timeline(book).passages(2)
    assert Narrator(book).utterance(passage).text == "I"


def test_the_way_back_from_a_note_is_not_spoken() -> None:
    note = paragraph("1. It did.", Run(text=" Back", link="a#r", note="a#r"), kind=BlockKind.NOTE)
    (one,) = utterances(note, language="en")
    assert one.text.strip() == "one. It did."
    assert one.items[-1] == Pause(seconds=Pauses().chapter)


def test_text_beside_the_books_own_phonemes_is_its_spoken_form() -> None:
    (one,) = utterances(
        paragraph("about", Run(text=" 30°", phonemes="ˈθɜrti", phoneme_alphabet="ipa")),
        language="en",
    )
    assert one.spans[-1].text == " thirty degrees"
    assert one.spans[-1].phonemes == "ˈθɜrti"


def test_a_japanese_sentence_without_kana_is_japanese() -> None:
    found = utterances(paragraph("それは古い。明治八年三月二十五日、福沢諭吉記。"), language="ja")
    assert [span.language for one in found for span in one.spans] == ["ja", "ja"]


def test_markup_that_reads_itself_loses_nothing_beside_it() -> None:
    tagged = paragraph("It was on ", Run(text="May", language="en"), " 5, 2023, in Rome.")
    assert utterances(tagged, language="en")[0].text == (
        "It was on May five, twenty twenty-three, in Rome."
    )
    sounded = paragraph(
        "It was on ", Run(text="May", phonemes="meɪ", phoneme_alphabet="ipa"), " 5, 2023."
    )
    (one,) = utterances(sounded, language="en")
    assert "twenty twenty-three" in one.text
    day = paragraph("It was on May ", Run(text="5", language="en"), ", 2023.")
    assert utterances(day, language="en")[0].text == "It was on May five, twenty twenty-three."
    (one,) = utterances(
        paragraph(
            "重", Run(text="3", emphasis=Emphasis.STRONG), Run(text="kg", language="en"), "。"
        )
    )
    assert one.text.count("千克") + one.text.count("kg") + one.text.count("kilo") == 1


@given(st.data())
def test_emphasis_never_changes_what_is_said(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(_LINES))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=4)))
    pieces = [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]
    strong = [
        Run(text=piece, emphasis=Emphasis.STRONG if at % 2 else Emphasis.NONE)
        for at, piece in enumerate(pieces)
    ]
    said = "".join(one.text for one in utterances(paragraph(*strong)))
    whole = "".join(one.text for one in utterances(paragraph(text)))
    assert said.replace(" ", "") == whole.replace(" ", "")


_LINES = (
    "2023年12月25日，他花了¥1,299.50，坐G1234次。",
    "气温-10~5℃，浓度20μg/m³，at 10:05 p.m.",
    "Dr. Wang paid $3.5 million on May 5, 2023.",
    "他用Python 3.11写了30%-50%的B2B代码。",
)


def test_a_number_that_emphasis_cuts_is_said_once_and_whole() -> None:
    cut = paragraph(
        "花了¥",
        Run(text="100", emphasis=Emphasis.STRONG),
        "元，坐",
        Run(text="G", emphasis=Emphasis.STRONG),
        "1234次。",
    )
    (one,) = utterances(cut)
    assert one.text == "花了一百元，坐G幺二三四次。"
    assert (one.spans[0].start, one.spans[-1].end) == (0, len("花了¥100元，坐G1234次。"))
