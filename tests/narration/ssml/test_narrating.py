"""A markup as it is said: spans, silences and marks."""

from __future__ import annotations

import math
from itertools import pairwise

from reader.books.model import Emphasis
from reader.narration.delivery import Cue, Delivery
from reader.narration.pauses import Pauses
from reader.narration.ssml import Markup, MarkupDirector, utterances
from reader.narration.utterance import Mark, Pause, Span, Utterance
from tests.narration.ssml.documents import read

PAUSES = Pauses(sentence=0.5, paragraph=1.0, heading=2.0, chapter=3.0)


def narrated(inner: str) -> list[Utterance]:
    return list(utterances(read(inner), pauses=PAUSES))


def items(inner: str) -> list[str | float]:
    """Texts, seconds of silence, and names of marks with a # before them."""
    found: list[str | float] = []
    for utterance in narrated(inner):
        for item in utterance.items:
            match item:
                case Span():
                    found.append(item.text.strip())
                case Pause():
                    found.append(item.seconds)
                case Mark():
                    found.append(f"#{item.name}")
    return found


def test_sentences_end_where_they_are_marked() -> None:
    assert items("<s>Yes. No. And so on</s><s>Then</s> Free. Text.") == [
        "Yes. No. And so on", 0.5, "Then", 0.5, "Free.", 0.5, "Text.",
    ]  # fmt: skip


def test_a_very_long_sentence_is_said_in_pieces() -> None:
    found = narrated(f"<s>{'天地玄黄，宇宙洪荒。' * 200}</s>")
    assert len(found) > 2
    assert max(len(each.text) for each in found) < 700
    assert sum(len(each.text) for each in found) == 2000


def test_paragraphs_and_sentences_have_the_pauses_of_books() -> None:
    assert items("<p><s>One.</s><s>Two.</s></p><p>Three.</p>") == [
        "One.", 0.5, "Two.", 1.0, "Three.",
    ]  # fmt: skip


def test_a_break_counts_where_it_is_longer_and_where_it_wants_none() -> None:
    assert items('<s>One.</s><break time="2s"/><s>Two.</s>') == ["One.", 2.0, "Two."]
    assert items('<s>One.</s><break time="20ms"/><s>Two.</s>') == ["One.", 0.5, "Two."]
    assert items('<s>One.</s><break strength="none"/><s>Two.</s>') == ["One.", "Two."]
    assert items('One <break time="1500ms"/> two.') == ["One", 1.5, "two."]


def test_silence_at_both_ends_only_where_it_is_asked_for() -> None:
    assert items("One.") == ["One."]
    assert items('<break time="1s"/>One.<break time="300ms"/>') == [1.0, "One.", 0.3]


def test_the_full_stop_behind_a_last_break_is_said_before_it() -> None:
    assert items('Hello<break time="3s"/>.') == ["Hello.", 3.0]
    assert items('Hello.<mark name="a"/><break time="2s"/>') == ["Hello.", "#a", 2.0]


def test_the_breaks_at_the_end_are_ten_seconds_at_most() -> None:
    nine = '<break time="9s"/>'
    assert items(f'One.{nine}<mark name="a"/>{nine}') == ["One.", 9.0, "#a", 1.0]
    assert items(f'One {nine}<mark name="a"/>{nine} two.') == ["One", 9.0, "#a", 1.0, "two."]


def test_words_that_only_a_blank_parts_do_not_run_together() -> None:
    emphasis = "<emphasis>is</emphasis> <emphasis>so</emphasis>"
    digits = '<say-as interpret-as="digits">12</say-as>'
    for inner, said in (
        (f"It {emphasis}.", "It is so."),
        (f"It {digits} {digits}.", "It one two one two."),
        (f"B{digits}C", "B one two C"),
        ('It is 5<sub alias="kilometres">km</sub>.', "It is five kilometres."),
        ('<sub alias="Doctor">Dr</sub> <sub alias="Smyth">Smith</sub>.', "Doctor Smyth."),
    ):
        assert [each.text for each in narrated(inner)] == [said]


def test_pinyin_that_leaves_letters_out_is_not_said() -> None:
    markup = read('这件<phoneme alphabet="x-pinyin" ph="xu4">T恤</phoneme>很好。')
    assert "T恤" in markup.warnings[0].words
    (utterance,) = utterances(markup)
    assert [(span.text, span.phonemes) for span in utterance.spans] == [("这件T恤很好。", None)]


def test_silent_is_mute() -> None:
    (utterance,) = narrated('<prosody volume="silent">One</prosody> two.')
    assert [span.gain for span in utterance.spans] == [-math.inf, 0.0]


def test_marks_are_reached_in_order() -> None:
    assert items(
        '<mark name="a"/>One <mark name="b"/>two.<mark name="c"/> <p>* * *<mark name="d"/></p>'
        '<p>Three.<mark name="e"/></p><p>!<mark name="f"/></p>'
    ) == ["#a", "One", "#b", "two.", "#c", 2.0, "#d", "Three.", "#e", "#f"]


def test_numbers_are_said_in_their_sentence() -> None:
    (utterance,) = narrated(
        "It costs <emphasis>$3.50</emphasis> a <x:style name='sad'>lb</x:style>."
    )
    assert "three dollars" in utterance.text
    emphasised = [span for span in utterance.spans if span.emphasis is Emphasis.EMPHASIS]
    assert [(span.start, span.end) for span in emphasised] == [(9, 14)]


def test_spans_carry_what_was_asked_for_within_what_a_voice_can_do() -> None:
    (utterance,) = narrated(
        '<x:said who="anna"><voice name="v"><prosody rate="400%" pitch="+20st" volume="+20dB">'
        "Hello</prosody></voice></x:said>"
    )
    (span,) = utterance.spans
    assert (span.speaker, span.voice) == ("anna", "v")
    assert (span.rate, span.pitch, span.gain) == (2.0, 12.0, 12.0)


def test_phonemes_and_aliases_are_said_once() -> None:
    (utterance,) = narrated(
        '去<phoneme alphabet="x-pinyin" ph="dian3 dang4 hang2">典当行</phoneme>看 <sub '
        'alias="World Wide Web">WWW</sub>'
    )
    assert utterance.text.count("典当行") == 1
    assert utterance.text.count("World Wide Web") == 1
    assert "WWW" not in utterance.text
    (span,) = (each for each in utterance.spans if each.phonemes is not None)
    assert (span.text, span.phonemes, span.phoneme_alphabet) == (
        "典当行",
        "dian3 dang4 hang2",
        "x-pinyin",
    )


def test_an_alias_is_said_for_what_nobody_could_say() -> None:
    assert items('<sub alias="a smile">🙂</sub><p>One.</p>') == ["a smile", 1.0, "One."]


def test_sources_rise_and_cover_the_text() -> None:
    markup = read(
        "<p>He said: <x:said who='a'>“On 3/5/2024, at 10:05.”</x:said> And <emphasis>left"
        "</emphasis>.</p><p>他走了<break/>，再见。</p>"
    )
    spans = [span for utterance in utterances(markup) for span in utterance.spans]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    said = "".join(markup.text[span.start : span.end] for span in spans)
    assert [each for each in said if each.isalnum()] == [
        each for each in markup.text if each.isalnum()
    ]


def test_nothing_to_say_gives_nothing() -> None:
    assert narrated("") == []
    assert narrated("<p>* * *</p> <break/>") == []


def test_a_director_finds_the_cues_of_a_place_in_any_length() -> None:
    outer = Cue(start=0, end=9000, delivery=Delivery(rate=0.9))
    inner = tuple(
        Cue(start=start, end=start + 2, delivery=Delivery(rate=1.1)) for start in range(0, 9000, 9)
    )
    director = MarkupDirector(Markup(text="a" * 9000, cues=(outer, *inner)))
    assert director.cues(0, 510, 515) == [outer, inner[57]]
    assert director.cues(0, 511, 513) == [outer]
    assert director.cues(1, 0, 10) == []
    assert director.cues(0, 5, 5) == []
