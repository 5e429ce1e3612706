"""What is written is short, and read back as the same."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Emphasis
from reader.narration.delivery import Cue, Delivery
from reader.narration.ssml import (
    Insertion,
    Markup,
    parse,
    parse_fragment,
    write,
    write_fragment,
)
from reader.narration.utterance import Mark, Pause
from tests.narration.ssml.documents import read
from tests.soak import markup as soak

TEXT = "“你好，”她说。Hi & <so> on.\n第二段 two."


def test_a_document_has_a_sentence_a_line_and_no_more_than_it_needs() -> None:
    markup = read(
        '<p><s>One.</s><s>Two <emphasis level="moderate">big</emphasis>.<break/></s></p>'
        '<p>Three &amp; <x:said who="anna"><prosody rate="+20%" pitch="+2st" volume="-6dB">four'
        "</prosody></x:said></p>"
    )
    assert write(markup) == (
        '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis"'
        ' xmlns:x="urn:tingshu:ssml" xml:lang="en">\n'
        "  <p>\n"
        "    <s>One.</s>\n"
        '    <s>Two <emphasis>big</emphasis>.<break time="400ms"/></s>\n'
        "  </p>\n"
        '  <p>Three &amp; <x:said who="anna"><prosody rate="120%" pitch="+2st" volume="-6dB">'
        "four</prosody></x:said></p>\n"
        "</speak>\n"
    )


def test_plain_text_needs_nothing_around_it() -> None:
    head = '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis">'
    assert write(Markup(text="Only this.")) == f"{head}\n  Only this.\n</speak>\n"
    assert write(Markup(text="")).endswith(">\n</speak>\n")


@pytest.mark.parametrize(
    "delivery",
    [
        Delivery(language="zh-TW"),
        Delivery(speaker='a "b" <c> & d'),
        Delivery(voice="v"),
        Delivery(voice="v", language="en"),
        Delivery(rate=1.21, pitch=1.650042, gain=-0.1),
        Delivery(rate=0.300001),
        Delivery(gain=float("-inf")),
        Delivery(pitch=-1e-6),
        Delivery(emphasis=Emphasis.REDUCED),
        Delivery(emphasis=Emphasis.EMPHASIS, emphasis_level=0.3),
        Delivery(emphasis=Emphasis.NONE),
        Delivery(style="sad", style_level=1.7),
        Delivery(said="5 < 6 & \"7\" 'eight'"),
        Delivery(said=""),
        Delivery(phonemes="təˈmeɪtoʊ", alphabet="ipa"),
        Delivery(say_as="digits"),
        Delivery(say_as="date:dmy"),
    ],
)
def test_every_delivery_comes_back(delivery: Delivery) -> None:
    markup = Markup(text="say it here", cues=(Cue(start=4, end=6, delivery=delivery),))
    assert parse(write(markup)) == markup
    assert parse_fragment(write_fragment(markup)) == markup


def test_figures_are_as_fine_as_anybody_hears() -> None:
    cue = Cue(start=0, end=1, delivery=Delivery(rate=1.1 * 1.1, pitch=1e-290))
    written = write_fragment(Markup(text="a", cues=(cue,)))
    assert written == '<prosody rate="121%">a</prosody>'


def test_a_delivery_of_many_kinds_comes_back_as_several_cues() -> None:
    whole = Delivery(
        speaker="anna", voice="v", rate=1.2, emphasis=Emphasis.STRONG, style="sad", said="x"
    )
    found = parse(write(Markup(text="abc", cues=(Cue(start=0, end=3, delivery=whole),))))
    together = Delivery()
    for cue in found.cues:
        assert (cue.start, cue.end) == (0, 3)
        together = cue.delivery.within(together)
    assert together == whole


def test_cues_that_overlap_are_cut_where_the_first_ends() -> None:
    slow, sad = Delivery(rate=0.8), Delivery(style="sad")
    cues = (Cue(start=0, end=5, delivery=slow), Cue(start=3, end=8, delivery=sad))
    found = parse(write(Markup(text="abcdefgh", cues=cues)))
    assert [(cue.start, cue.end, cue.delivery) for cue in found.cues] == [
        (0, 5, slow),
        (3, 5, sad),
        (5, 8, sad),
    ]


def test_what_is_said_instead_is_said_once_where_it_is_cut() -> None:
    cue = Cue(start=2, end=9, delivery=Delivery(said="x"))
    found = parse(write(Markup(text="One. Two. Three", cues=(cue,), sentences=((0, 4), (5, 9)))))
    assert [(each.start, each.end, each.delivery.said) for each in found.cues] == [
        (2, 4, "x"),
        (5, 9, ""),
    ]


def test_characters_that_no_document_holds_are_left_out() -> None:
    markup = Markup(
        text="a\x07b\ud800c\ufffed", insertions=(Insertion(offset=0, item=Mark(name="\x00m")),)
    )
    found = parse(write(markup))
    assert (found.text, found.marks) == ("abcd", ((0, "m"),))


def test_marks_and_breaks_come_back_where_they_were() -> None:
    markup = read(
        '<mark name="a"/><p><s>One<break time="1s"/> two.</s><break strength="none"/>'
        '<mark name="b &lt;"/><s>Three</s></p><p><break/>Four</p><mark name="c"/>'
    )
    assert parse(write(markup)) == markup


DELIVERIES = st.builds(
    Delivery,
    language=st.sampled_from([None, "zh", "en-GB"]),
    speaker=st.sampled_from([None, "anna", "<&>"]),
    voice=st.sampled_from([None, "v+male"]),
    rate=st.floats(0.5, 2.0),
    pitch=st.floats(-12, 12),
    gain=st.floats(-40, 12),
    emphasis=st.sampled_from([None, *Emphasis]),
    style=st.sampled_from([None, "sad"]),
    said=st.sampled_from([None, "", "instead & so"]),
    say_as=st.sampled_from([None, "digits", "date:ymd"]),
)


@st.composite
def markups(draw: st.DrawFn) -> Markup:
    """Any cues over a text of two paragraphs, sentences marked or not."""
    places = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    ranges = [tuple(sorted(each)) for each in draw(st.lists(places, max_size=6))]
    items = st.one_of(
        st.builds(Pause, seconds=st.sampled_from([0.0, 0.25, 1.5])),
        st.builds(Mark, name=st.text('ab<&" \n', min_size=1)),
    )
    insertions = draw(st.lists(st.builds(Insertion, offset=st.integers(0, len(TEXT)), item=items)))
    return Markup(
        text=TEXT,
        cues=tuple(
            Cue(start=start, end=end, delivery=draw(DELIVERIES))
            for start, end in ranges
            if start < end
        ),
        insertions=tuple(sorted(insertions, key=lambda each: each.offset)),
        sentences=draw(st.sampled_from([(), ((0, 8),), ((0, 8), (8, 21), (22, 30))])),
        language=draw(st.sampled_from([None, "zh"])),
    )


@given(markups())
def test_whatever_is_written_can_be_read_and_is_then_the_same(markup: Markup) -> None:
    found = parse(write(markup))
    assert (found.text, found.sentences) == (markup.text, markup.sentences)
    assert sum(isinstance(each.item, Mark) for each in found.insertions) == len(markup.marks)
    assert parse(write(found)) == found
    sentence = replace(markup, text=markup.text.replace("\n", " "))
    assert parse_fragment(write_fragment(sentence)).text == sentence.text


@given(st.randoms(use_true_random=False))
def test_whatever_is_read_is_written_and_read_as_the_same(random_: random.Random) -> None:
    text = soak.document(random_, broken=0.0)
    markup = parse(text, strict=False, median_hz=100.0)
    assert parse(write(markup)) == markup
