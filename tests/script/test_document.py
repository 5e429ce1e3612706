"""The script of a chapter: what stands in it, and that it says what the book says."""

from __future__ import annotations

import pytest

from reader.background import CancelToken
from reader.books.model import Book, Run
from reader.errors import Cancelled
from reader.narration.ssml import parse
from reader.script.chapter import ChapterScript
from reader.script.document import sentences_of
from reader.script.finding import Finder
from reader.script.line import ScriptLine
from tests.script.stories import (
    ROLES,
    block,
    book,
    chapter,
    chapter_of,
    manner,
    narrator_of,
    script_of,
    story,
    utterances,
)


def as_lines(told: Book, script: ChapterScript) -> list[ScriptLine]:
    """Every sentence of the script as if an editor had written it."""
    text = told.chapters[script.chapter].text
    return [
        ScriptLine(
            chapter=script.chapter,
            place=each.passage.start,
            original=text[each.passage.start : each.passage.end],
            ssml=each.ssml,
        )
        for each in script.sentences
    ]


CHINESE = book(
    chapter(
        "第一章",
        "天黑了。灯还亮着，花了3,600元。",
        block(
            "他去了", Run(text="重庆", phonemes="chong2 qing4", phoneme_alphabet="x-pinyin"), "。"
        ),
        block("ルビ", Run(text="今日", ruby="きょう"), "です。", "OK, he said."),
    ),
    language="zh",
)


def test_a_sentence_a_line_with_what_is_found() -> None:
    lines = [line.strip() for line in chapter_of(story()).document().splitlines()]
    assert lines[0].startswith('<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis"')
    assert 'xml:lang="en"' in lines[0]
    assert lines[1:] == [
        "<p>",
        "<s>The pier</s>",
        "</p>",
        "<p>",
        "<s>It was late.</s>",
        '<s><x:said who="Anna"><x:style name="calm">“Come in,”</x:style></x:said> said Anna.</s>',
        "<s>The lamp was burning.</s>",
        "</p>",
        "<p>",
        "<s>He was <emphasis>very</emphasis> tired.</s>",
        "</p>",
        "<p>",
        "<s>A word with a note.</s>",
        "</p>",
        "<p>",
        '<s><x:said who="Bert"><x:style name="calm">“No,”</x:style></x:said> said Bert.</s>',
        '<s><x:said who="Bert"><x:style name="calm">“I will wait.”</x:style></x:said></s>',
        "<s>Nobody came.</s>",
        "</p>",
        "</speak>",
    ]


@pytest.mark.parametrize("told", [story(), CHINESE], ids=["English", "Chinese and Japanese"])
def test_what_is_found_says_exactly_what_the_book_says(told: Book) -> None:
    script = script_of(told, as_lines(told, chapter_of(told)))
    plain, scripted = utterances(told), utterances(told, script)
    assert [manner(each) for each in scripted] == [manner(each) for each in plain]
    for before, after in zip(plain, scripted, strict=True):
        assert [(s.start, s.end) for s in after.spans] == [(s.start, s.end) for s in before.spans]


def test_nothing_is_kept_of_a_script_that_nobody_has_changed() -> None:
    script = chapter_of(story())
    assert script.lines(parse(script.document())) == []


def test_what_is_kept_stands_in_the_document() -> None:
    script = chapter_of(story())
    place = story().chapters[0].text.index("It was late.")
    document = script.document({place: "It was <emphasis>early</emphasis>."})
    assert "<s>It was <emphasis>early</emphasis>.</s>" in document
    assert "It was late." not in document


def test_paragraphs_of_which_nothing_is_left_are_gone() -> None:
    script = chapter_of(story())
    kept = {each.passage.start: "" for each in script.sentences}
    assert parse(script.document(kept)).text == ""


def test_signs_of_markup_in_a_book_stay_text() -> None:
    told = book(chapter("One", "He wrote <s> & “</speak>” there."))
    script = chapter_of(told)
    assert parse(script.document()).text == "One\nHe wrote <s> & “</speak>” there."
    assert script.lines(parse(script.document())) == []


def test_progress_is_told_and_the_work_can_be_left_off() -> None:
    told = book(chapter("One", *["It was late. The lamp was burning."] * 200))
    shares: list[float] = []
    finder, token = Finder(told), CancelToken()
    found = sentences_of(told, 0, finder, ROLES.get, progress=shares.append, cancel=token)
    assert len(found) == 401
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    token.cancel()
    with pytest.raises(Cancelled):
        sentences_of(told, 0, finder, ROLES.get, cancel=token)


def test_a_narrator_without_directors_has_a_script_too() -> None:
    told = story()
    narrator = narrator_of(told)
    narrator.directors = ()
    narrator.stress = None
    script = ChapterScript.of(narrator, told, 1, ROLES.get)
    assert [each.ssml for each in script.sentences] == [
        "The crossing",
        "The boat left.",
        "Nobody came.",
    ]
