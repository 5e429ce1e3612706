"""Directors' cues become spans: who says it, how, and what instead of what is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Emphasis, Run
from reader.narration.delivery import Cue, Delivery
from reader.narration.narrator import Narrator
from reader.narration.pauses import Pauses
from reader.narration.timeline import Timeline
from reader.narration.utterance import Mark, Pause, Span, Utterance
from tests.narration.books import block, book
from tests.narration.directed import Given, cue, spoken, utterances

ANNA = Delivery(speaker="anna", voice="anna")
BORIS = Delivery(speaker="boris", voice="boris")
SKIPPED = Delivery(said="")


# Who speaks


def test_what_a_character_says_is_said_in_the_characters_voice() -> None:
    text = "他说：“你好。”她走了。"
    found = utterances(text, directors=[[cue(text, "“你好。”", ANNA)]])
    assert [spoken(each) for each in found] == [
        [(None, "他说："), ("anna", "“你好。”")],
        [(None, "她走了。")],
    ]


def test_the_reporting_clause_and_the_marks_stay_with_who_says_them() -> None:
    text = "“Come,” he said, “and see!” They went."
    cues = [cue(text, "“Come,”", ANNA), cue(text, "“and see!”", ANNA)]
    (one, two) = utterances(text, directors=[cues], language="en")
    assert spoken(one) == [
        ("anna", "“Come,”"),
        (None, " he said, "),
        ("anna", "“and see!”"),
    ]
    assert spoken(two) == [(None, "They went.")]


def test_marks_alone_go_with_the_voice_before_them() -> None:
    text = "“走”——“好”"
    cues = [cue(text, "“走”", ANNA), cue(text, "“好”", BORIS)]
    (one,) = utterances(text, directors=[cues])
    assert spoken(one) == [("anna", "“走”——"), ("boris", "“好”")]


def test_emphasis_inside_a_quotation_keeps_the_voice() -> None:
    paragraph = block("他说：“", Run(text="走", emphasis=Emphasis.STRONG), "吧。”")
    (one,) = utterances(paragraph, directors=[[cue(paragraph.text, "“走吧。”", ANNA)]])
    assert spoken(one) == [(None, "他说："), ("anna", "“走"), ("anna", "吧。”")]
    assert [span.emphasis for span in one.spans] == [
        Emphasis.NONE,
        Emphasis.STRONG,
        Emphasis.NONE,
    ]


def test_a_change_of_speaker_is_heard_as_a_short_silence() -> None:
    text = "他说“你好”就走了。"
    (one,) = utterances(text, directors=[[cue(text, "“你好”", ANNA)]])
    pauses = [item.seconds for item in one.items if isinstance(item, Pause)]
    assert pauses == [Pauses().speaker, Pauses().speaker, Pauses().chapter]
    same = Delivery(speaker="anna")
    (one,) = utterances(text, directors=[[cue(text, "“你好”", same)]])
    assert [item for item in one.items if isinstance(item, Pause)] == [Pause(seconds=2.0)]


def test_a_number_half_in_a_quotation_is_said_whole_where_it_begins() -> None:
    text = "坐G1234次列车。"
    (one,) = utterances(text, directors=[[cue(text, "坐G12", ANNA)]])
    assert spoken(one) == [("anna", "坐G幺二三四"), (None, "次列车。")]


def test_the_markups_own_speaker_and_voice_are_kept_and_give_way_to_the_cast() -> None:
    paragraph = block(Run(text="去吧。", speaker="HAMLET", voice="deep"), "他走了。")
    text = paragraph.text
    first, second = utterances(paragraph)
    assert [(span.speaker, span.voice) for span in first.spans] == [("HAMLET", "deep voice")]
    assert [(span.speaker, span.voice) for span in second.spans] == [(None, None)]
    (first, _) = utterances(paragraph, directors=[[cue(text, "去吧。", ANNA)]])
    assert [(span.speaker, span.voice) for span in first.spans] == [("anna", "anna")]


# How it is said


def test_rates_multiply_and_pitch_and_gain_add_up() -> None:
    text = "快一点说。"
    cues = [
        cue(text, "快一点说。", Delivery(rate=1.5, pitch=2.0, gain=-3.0)),
        cue(text, "一点", Delivery(rate=0.8, pitch=1.0, gain=1.0)),
    ]
    (one,) = utterances(text, directors=[cues])
    found = [(span.text, round(span.rate, 6), span.pitch, span.gain) for span in one.spans]
    assert found == [("快", 1.5, 2.0, -3.0), ("一点", 1.2, 3.0, -2.0), ("说。", 1.5, 2.0, -3.0)]


def test_only_the_sum_is_clamped() -> None:
    text = "说话。"
    wild = Delivery(rate=4.0, pitch=20.0, gain=-90.0)
    tame = Delivery(rate=0.4, pitch=-15.0, gain=60.0)
    (one,) = utterances(text, directors=[[cue(text, text, wild)]])
    assert [(s.rate, s.pitch, s.gain) for s in one.spans] == [(2.0, 12.0, -40.0)]
    (one,) = utterances(text, directors=[[cue(text, text, wild)], [cue(text, text, tame)]])
    assert [(s.rate, s.pitch, s.gain) for s in one.spans] == [(1.6, 5.0, -30.0)]


def test_style_and_emphasis_come_with_their_levels() -> None:
    text = "他怒吼。"
    angry = Delivery(style="angry", style_level=0.5)
    strong = Delivery(emphasis=Emphasis.STRONG, emphasis_level=2.0)
    (one,) = utterances(text, directors=[[cue(text, text, angry)], [cue(text, "怒吼", strong)]])
    assert [(s.text, s.style, s.style_level, s.emphasis, s.emphasis_level) for s in one.spans] == [
        ("他", "angry", 0.5, Emphasis.NONE, 1.0),
        ("怒吼。", "angry", 0.5, Emphasis.STRONG, 2.0),
    ]


def test_a_level_of_nothing_asks_for_nothing() -> None:
    text = "他怒吼。"
    none = Delivery(style="angry", style_level=0.0, emphasis=Emphasis.STRONG, emphasis_level=0.0)
    (directed,) = utterances(text, directors=[[cue(text, "怒吼", none)]])
    (plain,) = utterances(text)
    assert directed == plain


def test_a_director_may_take_the_authors_emphasis_away() -> None:
    paragraph = block("他", Run(text="走", emphasis=Emphasis.STRONG), "了。")
    none = Delivery(emphasis=Emphasis.NONE)
    (one,) = utterances(paragraph, directors=[[cue("他走了。", "走", none)]])
    assert [(span.text, span.emphasis) for span in one.spans] == [("他走了。", Emphasis.NONE)]


def test_a_language_that_is_given_holds() -> None:
    text = "Il dit hello."
    english = Delivery(language="en-GB")
    (one,) = utterances(text, directors=[[cue(text, "hello", english)]], language="fr")
    assert [(s.text, s.language) for s in one.spans] == [("Il dit ", "fr"), ("hello.", "en-GB")]


# What is said instead


def test_phonemes_of_a_word_stand_for_the_word_alone() -> None:
    text = "去典当行看看。"
    sound = Delivery(phonemes="dian3 dang4 hang2", alphabet="x-pinyin")
    (one,) = utterances(text, directors=[[cue(text, "典当行", sound)]])
    assert [(s.text, s.phonemes, s.phoneme_alphabet, s.start, s.end) for s in one.spans] == [
        ("去", None, None, 0, 1),
        ("典当行", "dian3 dang4 hang2", "x-pinyin", 1, 4),
        ("看看。", None, None, 4, 7),
    ]


def test_phonemes_are_in_the_language_of_their_word() -> None:
    text = "我爱tomato汤。"
    sound = Delivery(phonemes="təˈmɑːtəʊ", alphabet="ipa")
    (one,) = utterances(text, directors=[[cue(text, "tomato", sound)]])
    assert [span.language for span in one.spans] == ["zh", "en", "zh"]


def test_what_is_said_instead_is_read_as_if_it_were_written() -> None:
    text = "见W3C网站。"
    said = Delivery(said="World Wide Web 3个联盟")
    (one,) = utterances(text, directors=[[cue(text, "W3C", said)]])
    assert [(span.text, span.language) for span in one.spans] == [
        ("见", "zh"),
        ("World Wide Web ", "en"),
        ("三个联盟网站。", "zh"),
    ]
    english, chinese = one.spans[1:]
    assert text[slice(*english.source(6, 10))] == "W3C"
    assert text[slice(*chinese.source(0, 1))] == "W3C"
    assert text[slice(*chinese.source(4, 5))] == "网"


@pytest.mark.parametrize(
    ("text", "part", "delivery", "said"),
    [
        ("It is 5km away", "km", Delivery(said="kilometres"), "It is five kilometres away"),
        ("Pump307 is hot", "307", Delivery(say_as="characters"), "Pump three zero seven is hot"),
        ("B12C", "12", Delivery(say_as="characters"), "B one two C"),
        ("B12C", "12", Delivery(said="twelve"), "B twelve C"),
        ("Ask DrSmith", "Dr", Delivery(said="Doctor"), "Ask Doctor Smith"),
        ("So unknowns", "known", Delivery(said="nohn"), "So unnohns"),
        ("Anna’s (Anna) x", "Anna’", Delivery(said="Ahna’"), "Ahna’s (Anna) x"),
        ("去5km外", "km", Delivery(said="公里"), "去五公里外"),
    ],
)
def test_what_is_said_instead_does_not_run_into_the_words_beside_it(
    text: str, part: str, delivery: Delivery, said: str
) -> None:
    language = "zh" if "去" in text else "en"
    (one,) = utterances(text, directors=[[cue(text, part, delivery)]], language=language)
    assert one.text == said
    for span in one.spans:
        for at, character in enumerate(span.text):
            first, last = span.source(at, at + 1)
            assert span.start <= first <= last <= span.end
            assert not character.isalnum() or first < last


def test_two_words_said_instead_keep_the_blank_between_them() -> None:
    text = "Anna Smith left"
    cues = [cue(text, "Anna", Delivery(said="Ahna")), cue(text, "Smith", Delivery(said="Smyth"))]
    (one,) = utterances(text, directors=[cues], language="en")
    assert one.text == "Ahna Smyth left"


def test_two_words_that_the_author_set_off_keep_the_blank_between_them() -> None:
    very, bad = (Run(text=each, emphasis=Emphasis.EMPHASIS) for each in ("very", "bad"))
    (one,) = utterances(block("It is ", very, " ", bad, "."), language="en")
    assert one.text == "It is very bad."


def test_what_is_skipped_is_not_said_and_the_rest_is_said_as_one() -> None:
    text = "他（笑）走了。"
    (one,) = utterances(text, directors=[[cue(text, "（笑）", SKIPPED)]])
    assert spoken(one) == [(None, "他走了。")]
    (span,) = one.spans
    assert (span.start, span.end) == (0, len(text))
    assert text[slice(*span.source(1, 2))] == "走"


def test_a_sentence_of_which_nothing_is_left_makes_no_sound() -> None:
    text = "甲。乙。丙。"
    written = book([block(text)])
    narrator = Narrator(written, directors=[Given([cue(text, "乙。", SKIPPED)])])
    passages = list(Timeline(written).passages(0))
    assert [narrator.utterance(each).text for each in passages] == ["甲。", "", "丙。"]
    assert narrator.utterance(passages[1]).items == ()
    assert [narrator.is_silent(each) for each in passages] == [False, True, False]
    assert [each.text for each in narrator.excerpt(0, 0, len(text))] == ["甲。", "丙。"]


def test_a_cut_through_what_sounds_as_a_whole_does_not_divide_it() -> None:
    text = "去典当行看看。"
    sound = Delivery(phonemes="dian3 dang4 hang2", alphabet="x-pinyin")
    half = Cue(start=2, end=6, delivery=ANNA)
    (one,) = utterances(text, directors=[[half], [cue(text, "典当行", sound)]])
    assert [(s.text, s.voice) for s in one.spans] == [
        ("去", None),
        ("典当行", None),
        ("看看。", "anna"),
    ]


def test_the_later_director_tells_the_sound() -> None:
    text = "去银行看看。"
    lexicon = cue(text, "银行", Delivery(said="钱庄"))
    script = cue(text, "行看看", Delivery(said="店瞧瞧"))
    (one,) = utterances(text, directors=[[lexicon], [script]])
    assert one.text == "去银店瞧瞧。"


def test_the_books_own_sound_wins_over_a_word_in_it_or_alike() -> None:
    paragraph = block(
        "吃", Run(text="tomato", phonemes="təˈmɑːtəʊ", phoneme_alphabet="ipa"), "汤。"
    )
    text = paragraph.text
    for part in ("tomato", "mato", "to汤"):
        lexicon = cue(text, part, Delivery(said="番茄"))
        (one,) = utterances(paragraph, directors=[[lexicon]])
        assert [(s.text, s.phonemes) for s in one.spans][1] == ("tomato", "təˈmɑːtəʊ")


def test_what_reaches_beyond_the_books_own_sound_or_overrules_it_wins() -> None:
    paragraph = block(
        "吃", Run(text="tomato", phonemes="təˈmɑːtəʊ", phoneme_alphabet="ipa"), "汤。"
    )
    text = paragraph.text
    wide = cue(text, "吃tomato", Delivery(said="吃番茄"))
    (one,) = utterances(paragraph, directors=[[wide]])
    assert [(s.text, s.phonemes) for s in one.spans] == [("吃番茄汤。", None)]
    firm = cue(text, "tomato", Delivery(said="番茄"), overrules=True)
    (one,) = utterances(paragraph, directors=[[firm]])
    assert [(s.text, s.phonemes) for s in one.spans] == [("吃番茄汤。", None)]


def test_what_crosses_the_end_of_a_sentence_is_said_once() -> None:
    text = "甲乙。丙丁。"
    (first, second) = utterances(text, directors=[[cue(text, "乙。丙", Delivery(said="子丑"))]])
    assert (first.text, second.text) == ("甲子丑", "丁。")


def test_half_of_what_sounds_as_a_whole_is_read_as_written_where_it_is_selected() -> None:
    text = "去典当行看看。"
    written = book([block(text)])
    sound = Delivery(phonemes="dian3 dang4 hang2", alphabet="x-pinyin")
    narrator = Narrator(written, directors=[Given([cue(text, "典当行", sound)])])
    (one,) = narrator.excerpt(0, 3, 6)
    assert [(span.text, span.phonemes) for span in one.spans] == [("行看看", None)]


def test_notes_stay_unspoken_whatever_is_said_of_them() -> None:
    paragraph = block(Run(text="[1]", note="n"), "他走了", Run(text="[2]", note="m"), "。")
    text = paragraph.text
    (one,) = utterances(paragraph, directors=[[cue(text, text, ANNA)]])
    assert spoken(one) == [("anna", "他走了。")]
    (one,) = utterances(paragraph, directors=[[cue(text, text, Delivery(said="她来了。"))]])
    assert spoken(one) == [(None, "她来了。")]


def test_directors_may_change_while_the_book_is_read() -> None:
    text = "“你好。”"
    written = book([block(text)])
    narrator = Narrator(written)
    (passage,) = Timeline(written).passages(0)
    assert spoken(narrator.utterance(passage)) == [(None, text)]
    narrator.directors = [Given([cue(text, text, ANNA)])]
    assert spoken(narrator.utterance(passage)) == [("anna", text)]


# Sentences that are said otherwise


class Rewritten:
    """Has other items for some sentences, by where they begin."""

    def __init__(self, items: dict[int, list[Span | Pause | Mark]]) -> None:
        self._items = items

    def rewritten(self, chapter: int, start: int, end: int) -> list[Span | Pause | Mark] | None:
        del chapter, end
        return self._items.get(start)


def test_a_rewritten_sentence_is_said_as_it_was_written_anew() -> None:
    text = "甲。乙。丙。"
    written = book([block(text)])
    new: list[Span | Pause | Mark] = [
        Span(text="他说：", language="zh", start=2, end=4),
        Span(text="好。", language="zh", start=2, end=4, voice="anna", speaker="anna"),
        Mark(name="here"),
    ]
    narrator = Narrator(
        written,
        rewriting=Rewritten({2: [*new], 4: []}),
        directors=[Given([cue(text, text, BORIS)])],
    )
    passages = list(Timeline(written).passages(0))
    said = [narrator.utterance(each) for each in passages]
    assert spoken(said[0]) == [("boris", "甲。")]
    assert said[1].items == (
        new[0],
        Pause(seconds=0.2),
        new[1],
        Mark(name="here"),
        Pause(seconds=0.4),
    )
    assert (said[1].start, said[1].end) == (2, 4)
    assert said[2].items == ()
    assert [narrator.is_silent(each) for each in passages] == [False, False, True]
    assert [each.text for each in narrator.excerpt(0, 0, 6)] == ["甲。", "他说：好。"]
    assert [each.text for each in narrator.excerpt(0, 2, 3)] == ["乙"]


# Whatever is asked for

TEXT = "他说：“我用Python写代码，你呢？”她问 Anna：(what)吗？\n好，走吧！一二三。"
SOUNDS = (Delivery(said="呀"), Delivery(phonemes="a1", alphabet="x-pinyin"))


@st.composite
def layers(draw: st.DrawFn, deliveries: tuple[Delivery, ...]) -> list[list[Cue]]:
    found = []
    for _ in range(draw(st.integers(1, 3))):
        cues = []
        for start in sorted(draw(st.sets(st.integers(0, len(TEXT) - 1), max_size=6))):
            end = draw(st.integers(start + 1, len(TEXT)))
            delivery = draw(st.sampled_from(deliveries))
            overrules = draw(st.booleans())
            cues.append(Cue(start=start, end=end, delivery=delivery, overrules=overrules))
        found.append(cues)
    return found


MANNERS = (
    ANNA,
    BORIS,
    Delivery(rate=1.2),
    Delivery(pitch=-2.0, gain=1.0),
    Delivery(emphasis=Emphasis.STRONG),
    Delivery(style="sad", style_level=0.3),
)


def written_of(found: list[Utterance]) -> str:
    """What the spans say they speak, letter by letter."""
    return "".join(
        TEXT[slice(*span.source(at, at + 1))]
        for each in found
        for span in each.spans
        for at, character in enumerate(span.text)
        if character.isalnum()
    )


@given(layers(MANNERS))
def test_no_manner_loses_or_doubles_a_letter(directors: list[list[Cue]]) -> None:
    found = utterances(*TEXT.split("\n"), directors=directors)
    assert written_of(found) == "".join(filter(str.isalnum, TEXT))
    plain = utterances(*TEXT.split("\n"))
    assert [each.text.strip() for each in found] == [each.text.strip() for each in plain]


@given(layers(MANNERS + SOUNDS))
def test_sources_rise_and_cover_all_that_is_said(directors: list[list[Cue]]) -> None:
    found = utterances(*TEXT.split("\n"), directors=directors)
    spans = [span for each in found for span in each.spans]
    covered = set()
    for before, after in pairwise(spans):
        assert before.start < before.end <= after.start
    for span in spans:
        covered |= set(range(span.start, span.end))
        assert span.phonemes is None or span.text.strip()
    crossing = {
        place
        for director in directors
        for each in director
        if each.delivery.has_sound
        for place in range(each.start, each.end)
    }
    for place, character in enumerate(TEXT):
        assert place in covered or place in crossing or not character.isalnum()


@pytest.mark.parametrize("sound", SOUNDS)
def test_a_sound_is_made_once_however_it_is_cut(sound: Delivery) -> None:
    part = cue(TEXT, "代码，你", sound)
    for start in range(len(TEXT)):
        slow = Cue(start=start, end=len(TEXT), delivery=Delivery(rate=0.9))
        found = utterances(*TEXT.split("\n"), directors=[[part], [slow]])
        said = [span for each in found for span in each.spans]
        if sound.phonemes is not None:
            assert [span.phonemes for span in said].count("a1") == 1
        assert sum(span.text.count("呀") for span in said) == (sound.said is not None)
