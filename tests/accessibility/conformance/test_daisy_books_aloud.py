"""The tests of reading aloud, each done on the book that DAISY publishes for it."""

from __future__ import annotations

import pytest

from reader.narration.skipping import Skipping
from reader.narration.timeline import Timeline
from tests.accessibility.conformance.daisy_books import (
    DESCRIPTION,
    chapter_of,
    heard,
    sentences,
    the_book,
)


@pytest.fixture
def aloud():
    return the_book("Fundamental Accessibility Tests: Read Aloud")


@pytest.fixture
def advanced():
    return the_book("Advanced Accessibility Tests: Read Aloud")


def test_reading_begins_at_any_sentence_and_goes_on_to_the_end(aloud):
    timeline = Timeline(aloud)
    chapter = chapter_of(aloud, "Stop and resume reading")
    passage = timeline.at(chapter, aloud.chapters[chapter].text.index("Stop Read Aloud"))
    for _ in range(1000):
        following = timeline.next_sentence(passage)
        if following is None:
            break
        passage = following
    assert passage == timeline.last()


def test_the_voice_reads_in_the_logical_order(aloud):
    read = sentences(aloud)
    first = next(n for n, sentence in enumerate(read) if sentence.startswith("Paragraph 1:"))
    second = next(n for n, sentence in enumerate(read) if sentence.startswith("Paragraph 2:"))
    assert first < second


def test_the_voice_reads_descriptions_of_pictures(aloud):
    assert DESCRIPTION in sentences(aloud)


def test_the_voice_pauses_after_headings_and_list_items(aloud):
    pauses = {
        aloud.chapters[passage.chapter].text[passage.start : passage.end]: utterance.items[-1]
        for passage, utterance in heard(aloud)
    }
    for text in ("Text for testing read aloud", "Red, green, blue", "One, two, three"):
        assert pauses[text].seconds > 0.2


def test_the_sentence_that_is_read_is_marked(aloud, show):
    chapter = aloud.chapters[chapter_of(aloud, "Text is emphasised as it is spoken by read aloud")]
    view = show(chapter)
    for passage in list(Timeline(aloud).passages(aloud.chapters.index(chapter)))[:5]:
        view.highlight(passage.start, passage.end)
        assert view.highlighted == chapter.text[passage.start : passage.end]


def test_the_voice_changes_with_the_language(advanced):
    chapter = chapter_of(advanced, "Text to Speech Changes Languages Automatically")
    spans = [
        span
        for passage, utterance in heard(advanced)
        if passage.chapter == chapter
        for span in utterance.spans
    ]
    languages = {span.text: span.language for span in spans}
    for words, language in (
        ("Guten Morgen, mein Liebling", "de"),
        ("Bonjour ma chérie", "fr"),
        ("Buongiorno amore mio", "it"),
    ):
        assert [found for text, found in languages.items() if words in text] == [language]


def test_descriptions_of_pictures_are_a_choice(advanced):
    assert DESCRIPTION in sentences(advanced)
    assert DESCRIPTION not in sentences(advanced, Skipping(images=False))


def test_the_voice_reads_formulas(advanced):
    read = " ".join(sentences(advanced))
    formula = "y sub 2 minus y sub 1 Over x sub 2 minus x sub 1"
    assert read.count(formula) == 2
    assert read.count("equals") >= 2
