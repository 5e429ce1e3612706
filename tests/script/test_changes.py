"""What an editor changes: which sentences are kept, and how they are said."""

from __future__ import annotations

import pytest

from reader.books.model import Emphasis
from reader.narration.ssml import parse
from reader.narration.utterance import Mark, Pause
from tests.script.stories import (
    book,
    chapter,
    chapter_of,
    edited,
    heard,
    script_of,
    story,
    utterances,
)

HEARD = [
    "The pier",
    "It was late.",
    "“Come in,” said Anna.",
    "The lamp was burning.",
    "He was very tired.",
    "A word with a note.",
    "“No,” said Bert.",
    "“I will wait.”",
    "Nobody came.",
]


def test_a_changed_word_is_said_and_highlighted_for_its_own_sentence() -> None:
    told = story()
    (line,) = edited(told, ("It was late.", "It was early."))
    assert line.original == "It was late."
    assert line.ssml == "It was early."
    assert heard(told, [line]) == [HEARD[0], "It was early.", *HEARD[2:]]
    said = utterances(told, script_of(told, [line]))[1]
    text = told.chapters[0].text
    assert [text[span.start : span.end] for span in said.spans] == ["It was late."]


def test_markup_around_the_same_words_keeps_every_word_in_its_place() -> None:
    told = story()
    (line,) = edited(told, ("The lamp was burning.", "The <emphasis>lamp</emphasis> was burning."))
    said = utterances(told, script_of(told, [line]))[3]
    emphasised = [span for span in said.spans if span.emphasis is Emphasis.EMPHASIS]
    text = told.chapters[0].text
    assert [text[span.start : span.end] for span in emphasised] == ["lamp"]


def test_who_is_named_as_speaker_sounds_like_their_role_as_it_is_by_then() -> None:
    told = story()
    lines = edited(told, ("It was late.", '<x:said who="Bert">It was late.</x:said>'))
    (span,) = utterances(told, script_of(told, lines))[1].spans
    assert (span.speaker, span.voice, span.pitch) == ("Bert", "bass", -2.0)
    script = script_of(told, lines)
    script.role_of = lambda _speaker: None
    (span,) = utterances(told, script)[1].spans
    assert (span.speaker, span.voice, span.pitch) == ("Bert", None, 0.0)


def test_a_speaker_who_is_taken_away_does_not_speak() -> None:
    told = story()
    named = '<x:said who="Anna"><x:style name="calm">“Come in,”</x:style></x:said>'
    lines = edited(told, (named, "“Come in,”"))
    assert {span.voice for span in utterances(told, script_of(told, lines))[2].spans} == {None}


def test_emphasis_of_the_book_can_be_taken_away() -> None:
    told = story()
    lines = edited(told, ("<emphasis>very</emphasis>", "very"))
    said = utterances(told, script_of(told, lines))[4]
    assert {span.emphasis for span in said.spans} == {Emphasis.NONE}


def test_a_deleted_sentence_is_not_said() -> None:
    told = story()
    (line,) = edited(told, ("<s>The lamp was burning.</s>", ""))
    assert line.ssml == ""
    assert heard(told, [line]) == [*HEARD[:3], "", *HEARD[4:]]
    assert utterances(told, script_of(told, [line]))[3].items == ()


def test_an_added_sentence_belongs_to_the_one_before() -> None:
    told = story()
    (line,) = edited(told, ("<s>It was late.</s>", "<s>It was late.</s> <s>Very late.</s>"))
    assert line.original == "It was late."
    assert heard(told, [line])[1] == "It was late. Very late."


def test_text_beside_the_sentences_is_said() -> None:
    told = story()
    (line,) = edited(told, ("<s>It was late.</s>", "<s>It was late.</s> Very late. Too late."))
    assert heard(told, [line])[1] == "It was late. Very late. Too late."


def test_what_is_added_at_the_very_beginning_belongs_to_the_first_sentence() -> None:
    told = story()
    (line,) = edited(told, ("<s>The pier</s>", "<s>Listen.</s><s>The pier</s>"))
    assert heard(told, [line])[0] == "Listen. The pier"


def test_silence_and_marks_are_kept() -> None:
    told = story()
    (line,) = edited(told, ("It was late.", 'It <mark name="here"/>was <break time="3s"/>late.'))
    items = utterances(told, script_of(told, [line]))[1].items
    assert Mark(name="here") in items
    assert Pause(seconds=3.0) in items


def test_a_script_of_other_sentences_takes_the_places_in_its_order() -> None:
    told = book(chapter("One", "It was late. The lamp was burning. Nobody came."))
    script = chapter_of(told)
    lines = script.lines(parse("<speak>One. Two. Three. Four. Five. Six.</speak>"))
    assert " ".join(heard(told, lines)) == "One. Two. Three. Four. Five. Six."


def test_of_a_script_without_text_nothing_is_said() -> None:
    told = story()
    lines = chapter_of(told).lines(parse("<speak></speak>"))
    assert heard(told, lines) == [""] * len(HEARD)


def test_of_sentences_with_the_same_words_the_changed_one_is_kept() -> None:
    told = book(chapter("One", "No. Yes. No. Yes. No."))
    script = chapter_of(told)
    document = script.document().replace("<s>No.</s>", "<s>Never.</s>", 2)
    document = document.replace("<s>Never.</s>", "<s>No.</s>", 1)
    (line,) = script.lines(parse(document))
    assert heard(told, [line]) == ["One", "No.", "Yes.", "Never.", "Yes.", "No."]


def test_numbers_are_said_by_the_language_of_the_paragraph() -> None:
    told = book(chapter("一", "灯还亮着。他有3本书。"), language="zh")
    lines = edited(told, ("他有3本书。", "他有5本书。"))
    assert heard(told, lines)[2] == "他有五本书。"


@pytest.mark.parametrize("instead", ['<sub alias="">It was late.</sub>', "…", "…<break/>"])
def test_a_sentence_of_which_nothing_can_be_said_has_no_spans(instead: str) -> None:
    told = story()
    lines = edited(told, ("<s>It was late.</s>", f"<s>{instead}</s>"))
    assert [line.original for line in lines][:1] == ["It was late."]
    assert utterances(told, script_of(told, lines))[1].spans == ()


def test_each_edited_sentence_knows_the_place_in_the_book() -> None:
    told = story()
    script = chapter_of(told)
    markup = parse(script.document().replace("<s>The lamp was burning.</s>", "<s>Dark.</s>"))
    text = told.chapters[0].text
    places = {
        markup.text[start:][:4]: text[passage.start : passage.end]
        for start, passage in script.passages(markup)
    }
    assert places["Dark"] == "The lamp was burning."
    assert places["Nobo"] == "Nobody came."
