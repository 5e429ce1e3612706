"""Every element and attribute of our SSML, one by one."""

from __future__ import annotations

import math

import pytest

from reader.books.model import Emphasis
from reader.narration.delivery import Delivery
from reader.narration.ssml import VoiceWish, parse
from tests.narration.ssml.documents import delivery, read, speak


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        ("x-slow", 0.5),
        ("slow", 0.75),
        ("medium", 1.0),
        ("default", 1.0),
        ("fast", 1.25),
        ("x-fast", 1.6),
        ("80%", 0.8),
        ("100%", 1.0),
        ("+20%", 1.2),
        ("-20%", 0.8),
        ("1.25", 1.25),
        (" 80% ", 0.8),
    ],
)
def test_rates(value: str, rate: float) -> None:
    assert delivery(f'<prosody rate="{value}">a</prosody>') == Delivery(rate=rate)


@pytest.mark.parametrize(
    ("value", "pitch"),
    [
        ("x-low", -4.0),
        ("low", -2.0),
        ("medium", 0.0),
        ("default", 0.0),
        ("high", 2.0),
        ("x-high", 4.0),
        ("+2st", 2.0),
        ("-3.5st", -3.5),
        ("+100%", 12.0),
        ("-50%", -12.0),
        ("200Hz", 12.0),
        ("+100Hz", 12.0),
        ("-50Hz", -12.0),
    ],
)
def test_pitches_of_a_voice_at_a_hundred_hertz(value: str, pitch: float) -> None:
    found = delivery(f'<prosody pitch="{value}">a</prosody>', median_hz=100.0)
    assert found.pitch == pytest.approx(pitch)


def test_hertz_are_left_out_and_told_where_the_voice_is_not_known() -> None:
    markup = read('<prosody pitch="200Hz" rate="80%">a</prosody> <prosody pitch="+9Hz">b</prosody>')
    assert [cue.delivery for cue in markup.cues] == [Delivery(rate=0.8)]
    assert len(markup.warnings) == 1
    assert "hertz" in markup.warnings[0].words


@pytest.mark.parametrize(
    ("value", "gain"),
    [
        ("silent", -math.inf),
        ("x-soft", -12.0),
        ("soft", -6.0),
        ("medium", 0.0),
        ("default", 0.0),
        ("loud", 4.0),
        ("x-loud", 8.0),
        ("+6dB", 6.0),
        ("-6dB", -6.0),
        ("100", 0.0),
        ("50", -6.0206),
        ("0", -math.inf),
    ],
)
def test_volumes(value: str, gain: float) -> None:
    assert delivery(f'<prosody volume="{value}">a</prosody>').gain == gain


def test_nested_prosody_is_put_together_and_clamped_only_then() -> None:
    inner = '<prosody rate="50%" pitch="+8st" volume="+9dB">a</prosody>'
    both = delivery(f'<prosody rate="400%" pitch="+8st" volume="+9dB">{inner}</prosody>')
    assert (both.rate, both.pitch, both.gain) == (2.0, 16.0, 18.0)
    assert (both.clamped().pitch, both.clamped().gain) == (12.0, 12.0)
    again = delivery(
        f'<prosody rate="25%"><prosody rate="25%"><prosody rate="800%">{inner}</prosody>'
        "</prosody></prosody>"
    )
    assert again.clamped().rate == 0.5
    assert delivery('<prosody volume="silent">a</prosody>').clamped().gain == -math.inf


@pytest.mark.parametrize(
    ("told", "emphasis"),
    [
        ("", Emphasis.EMPHASIS),
        ('level="moderate"', Emphasis.EMPHASIS),
        ('level="strong"', Emphasis.STRONG),
        ('level="reduced"', Emphasis.REDUCED),
        ('level="none"', Emphasis.NONE),
    ],
)
def test_emphasis(told: str, emphasis: Emphasis) -> None:
    assert delivery(f"<emphasis {told}>a</emphasis>") == Delivery(emphasis=emphasis)


def test_emphasis_has_a_strength_in_our_namespace() -> None:
    found = delivery('<emphasis x:level="0.5">a</emphasis>')
    assert found == Delivery(emphasis=Emphasis.EMPHASIS, emphasis_level=0.5)


def test_no_emphasis_within_emphasis() -> None:
    markup = read('<emphasis>a <emphasis level="none">b</emphasis></emphasis>')
    outer, inner = markup.cues
    assert inner.delivery.within(outer.delivery).emphasis is Emphasis.NONE


@pytest.mark.parametrize(
    ("told", "milliseconds"),
    [
        ("", 400),
        ('strength="none"', 0),
        ('strength="x-weak"', 100),
        ('strength="weak"', 200),
        ('strength="medium"', 400),
        ('strength="strong"', 700),
        ('strength="x-strong"', 1200),
        ('time="250ms"', 250),
        ('time="3s"', 3000),
        ('time="1.5s"', 1500),
        ('time="1500ms"', 1500),
        ('time=".5s"', 500),
        ('strength="x-strong" time="50ms"', 50),
    ],
)
def test_breaks(told: str, milliseconds: int) -> None:
    markup = read(f"a<break {told}/>b")
    assert markup.text == "ab"
    assert markup.breaks == ((1, milliseconds / 1000),)


def test_adjacent_breaks_add_up_to_ten_seconds() -> None:
    assert read('a <break time="300ms"/> <break time="1s"/> b').breaks == ((1, 1.3),)
    assert read('a<break time="6s"/><break time="6s"/>b').breaks == ((1, 10.0),)
    single = read('a<break time="60s"/>b')
    assert single.breaks == ((1, 10.0),)
    assert len(single.warnings) == 1


@pytest.mark.parametrize(
    ("told", "say_as"),
    [
        ('"characters"', "characters"),
        ('"spell-out"', "characters"),
        ('"digits"', "digits"),
        ('"cardinal"', "cardinal"),
        ('"number"', "cardinal"),
        ('"ordinal"', "ordinal"),
        ('"telephone"', "telephone"),
        ('"time"', "time"),
        ('"date"', "date"),
        ('"date" format="dmy"', "date:dmy"),
    ],
)
def test_say_as(told: str, say_as: str) -> None:
    assert delivery(f"<say-as interpret-as={told}>12</say-as>") == Delivery(say_as=say_as)


def test_sub_says_its_alias_instead() -> None:
    markup = read('the <sub alias="World  Wide\nWeb">WWW</sub>.')
    assert markup.text == "the WWW."
    (cue,) = markup.cues
    assert (cue.start, cue.end, cue.delivery) == (4, 7, Delivery(said="World Wide Web"))


def test_an_empty_alias_says_nothing_and_an_empty_sub_its_alias() -> None:
    assert delivery('<sub alias="">(sic)</sub>').said == ""
    assert read('a <sub alias="b"/> c').text == "a b c"


@pytest.mark.parametrize(
    ("told", "phonemes", "alphabet"),
    [
        ('ph="təˈmeɪtoʊ"', "təˈmeɪtoʊ", "ipa"),
        ('alphabet="ipa" ph="təˈmeɪtoʊ"', "təˈmeɪtoʊ", "ipa"),
        ('alphabet="x-sampa" ph="t@&quot;meItoU"', "təˈmeɪtoʊ", "ipa"),
    ],
)
def test_phonemes_of_a_word(told: str, phonemes: str, alphabet: str) -> None:
    found = delivery(f"<phoneme {told}>tomato</phoneme>")
    assert found == Delivery(phonemes=phonemes, alphabet=alphabet)


@pytest.mark.parametrize(
    ("text", "ph"),
    [
        ("典当行", "dian3 dang4 hang2"),
        ("典当行", "dian3dang4hang2"),
        ("女", "nv3"),
        ("女", "nü3"),
        ("点儿", "dianr3"),
        ("点儿", "dian3 er2"),
        ("点", "dianr3"),
        ("吗", "ma5"),
    ],
)
def test_pinyin_has_a_syllable_a_hanzi(text: str, ph: str) -> None:
    markup = read(f'<phoneme alphabet="x-pinyin" ph="{ph}">{text}</phoneme>')
    assert [cue.delivery.alphabet for cue in markup.cues] == ["x-pinyin"]
    assert markup.warnings == ()


@pytest.mark.parametrize(
    "told",
    [
        'alphabet="x-pinyin" ph="dian3 dang4"',
        'alphabet="x-pinyin" ph="dian3 dang4 hang2 hang2"',
        'alphabet="x-pinyin" ph="these three words"',
        'alphabet="x-martian" ph="abc"',
        'ph="%%"',
    ],
)
def test_phonemes_that_cannot_be_leave_the_text_and_a_warning(told: str) -> None:
    markup = read(f"去<phoneme {told}>典当行</phoneme>了")
    assert markup.text == "去典当行了"
    assert markup.cues == ()
    assert len(markup.warnings) == 1


def test_a_voice_is_chosen_by_the_wish() -> None:
    wishes: list[VoiceWish] = []

    def choose(wish: VoiceWish) -> str:
        wishes.append(wish)
        return "found"

    told = 'name="a b" gender="female" age="30" xml:lang="zh" languages="en fr"'
    assert delivery(f"<voice {told}>a</voice>", choose=choose) == Delivery(
        voice="found", language="zh"
    )
    assert wishes == [
        VoiceWish(names=("a", "b"), languages=("zh", "en", "fr"), gender="female", age=30)
    ]


def test_a_voice_that_nobody_has_is_told_and_the_text_stays() -> None:
    markup = read('<voice name="nobody">a</voice>', choose=lambda _: None)
    assert (markup.text, markup.cues) == ("a", ())
    assert "nobody" in markup.warnings[0].words


def test_the_voice_returns_behind_its_element() -> None:
    markup = read('a <voice name="v">b</voice> c')
    (cue,) = markup.cues
    assert markup.text[cue.start : cue.end] == "b"


@pytest.mark.parametrize("name", ["p", "s", "token", "w", "lang"])
def test_language_of_an_element_ends_with_it(name: str) -> None:
    markup = read(f'<{name} xml:lang="zh">你好</{name}> hello')
    (cue,) = markup.cues
    assert cue.delivery == Delivery(language="zh")
    assert markup.text[cue.start : cue.end] == "你好"


def test_the_language_of_the_document() -> None:
    assert parse('<speak xml:lang="zh-TW">a</speak>').language == "zh-TW"
    assert parse("<speak>a</speak>").language is None


def test_styles_and_speakers_of_our_own() -> None:
    found = delivery('<x:said who="anna"><x:style name="happy" level="0.5">a</x:style></x:said>')
    assert found == Delivery(speaker="anna", style="happy", style_level=0.5)
    assert delivery('<x:style name="sad">a</x:style>').style_level == 1.0


def test_marks_and_breaks_keep_their_order_in_one_place() -> None:
    markup = read('a<break time="1s"/><mark name="one"/><break time="2s"/>b')
    assert markup.marks == ((1, "one"),)
    assert markup.breaks == ((1, 1.0), (1, 2.0))


def test_sentences_and_paragraphs() -> None:
    markup = read("<p><s>One.</s><s>Two.</s></p><p>Three.</p>")
    assert markup.text == "One. Two.\nThree."
    assert markup.sentences == ((0, 4), (5, 9))
    assert markup.paragraphs == ((0, 9), (10, 16))


def test_where_the_sentences_stand_in_the_document() -> None:
    markup = read("\n<p><s>一。</s><s></s>\n  <s>Two.</s></p>")
    assert markup.places == ((2, 4), (3, 3))
    assert len(markup.places) == len(markup.sentences)


def test_a_part_asks_for_what_the_whole_does_there() -> None:
    markup = read(
        '<mark name="a"/><prosody rate="80%"><s>One <sub alias="b">two</sub>.</s><break/>'
        "<s>Three.</s></prosody>"
    )
    one, three = (markup.part(*each) for each in markup.sentences)
    assert (one.text, three.text) == ("One two.", "Three.")
    assert [(cue.start, cue.end) for cue in one.cues] == [(0, 8), (4, 7)]
    assert [(cue.start, cue.end, cue.delivery.rate) for cue in three.cues] == [(0, 6, 0.8)]
    assert (one.marks, one.breaks, three.insertions) == (((0, "a"),), ((8, 0.4),), ())
    assert [cue.delivery.said for cue in markup.part(5, 8).cues] == [None, ""]


def test_what_is_about_the_document_is_not_spoken() -> None:
    markup = read("<metadata><title>No <b/></title></metadata><meta/>Yes")
    assert (markup.text, markup.warnings) == ("Yes", ())


def test_attributes_of_the_standard_that_no_voice_follows_are_told_once() -> None:
    line = '<prosody contour="(0%,+20Hz)" rate="80%">a</prosody>'
    markup = read(line * 3)
    assert [cue.delivery.rate for cue in markup.cues] == [0.8] * 3
    assert len(markup.warnings) == 1
    assert "contour" in markup.warnings[0].words


def test_documents_without_a_namespace_are_read() -> None:
    assert parse("<speak>a <emphasis>b</emphasis></speak>").cues[0].start == 2


def test_what_only_looks_like_markup_is_text() -> None:
    assert read("&lt;speak&gt; <![CDATA[<p>]]> &#x4f60;").text == "<speak> <p> 你"


def test_speak_needs_nothing_to_say() -> None:
    assert parse(speak("")).text == ""
    assert parse(speak("")).paragraphs == ()
