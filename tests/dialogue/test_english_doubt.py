"""What stands in marks in an English text and gets no voice of its own."""

from __future__ import annotations

import pytest

from reader.dialogue.english.doubt import DOUBTFUL, doubted
from reader.dialogue.model import Evidence, Quotation
from tests.dialogue.test_english_speakers import dialogue_of


def doubted_in(
    text: str, *, evidence: Evidence = Evidence.EXPLICIT, continues: bool = False
) -> list[float]:
    """The confidence left of 0.9 for each quotation in `text`; all but the first go on."""
    found: list[Quotation] = []
    end = 0
    while (start := text.find("“", end)) >= 0:
        end = text.index("”", start) + 1
        goes_on = continues and bool(found)
        quotation = Quotation(chapter=0, start=start, end=end, continues=goes_on)
        found.append(quotation)
    given = [
        Quotation(
            chapter=0,
            start=each.start,
            end=each.end,
            speaker="Anna",
            confidence=0.9,
            evidence=evidence,
            continues=each.continues,
        )
        for each in found
    ]
    return [each.confidence for each in doubted(text, given)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna said that he was “guilty of felony” and left.",
        "Anna called it (he thought) “a permanent adjustment” of things.",
    ],
)
def test_a_piece_of_the_sentence_around_it_is_hardly_spoken(text: str) -> None:
    assert doubted_in(text) == [DOUBTFUL]


@pytest.mark.parametrize(
    "text",
    [
        "Anna said, “and then it rained.”",
        "Anna turned. “yes,” she said.",
        "“yes,” said Anna.",
        "Anna said “It is late” and left.",
    ],
)
def test_what_begins_anew_or_after_a_comma_is_spoken(text: str) -> None:
    assert doubted_in(text) == [0.9]


def test_a_capital_within_a_sentence_needs_somebody_who_speaks() -> None:
    assert doubted_in("On it stood “No Entry” in red.", evidence=Evidence.NEARNESS) == [DOUBTFUL]


def test_a_small_letter_after_a_comma_needs_somebody_who_speaks() -> None:
    text = "The second meant, “the parting of the waters,” as all knew."
    assert doubted_in(text, evidence=Evidence.NEARNESS) == [DOUBTFUL]
    assert doubted_in(text, evidence=Evidence.PRONOUN) == [0.9]


def test_what_goes_on_is_doubted_as_its_beginning_is() -> None:
    text = "Anna found it “too little” for him, “and too late.”"
    assert doubted_in(text, continues=True) == [DOUBTFUL, DOUBTFUL]


def test_in_a_chapter_with_little_speech_only_words_that_name_the_speaker_count() -> None:
    text = "“It is late,” she said. " + "It rained on the hills. " * 200
    assert doubted_in(text, evidence=Evidence.PRONOUN) == [DOUBTFUL]
    assert doubted_in(text, evidence=Evidence.EXPLICIT) == [0.9]
    assert doubted_in(text, evidence=Evidence.MARKUP) == [0.9]
    assert doubted_in(text[:2_000], evidence=Evidence.PRONOUN) == [0.9]


def test_the_words_that_a_sentence_borrows_are_not_sure() -> None:
    dialogue = dialogue_of("Anna said that Robert was “guilty of felony”.", "“It is,” said Anna.")
    assert [each.confidence > DOUBTFUL for each in dialogue.quotations] == [False, True]
