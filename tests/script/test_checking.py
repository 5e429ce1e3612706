"""What is wrong with a script is told with its place, all of it at once where that can be."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

from reader.narration.delivery import Cue, Delivery
from reader.narration.ssml import parse
from reader.script.checking import Problem, check
from reader.script.hearing import heard_from, sentence_at
from tests.script.stories import ROLES, book, chapter, chapter_of, story

HEAD = (
    '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xmlns:x="urn:tingshu:ssml">'
)


def problems(*lines: str) -> tuple[Problem, ...]:
    return check("\n".join([HEAD, *lines, "</speak>"]), styles=("calm",)).problems


def test_a_script_as_it_is_found_has_no_problems() -> None:
    checked = check(chapter_of(story()).document(), is_known=lambda who: who in ROLES)
    assert checked.problems == ()
    assert checked.markup is not None


def test_a_tag_that_is_not_closed_is_told_with_line_and_column() -> None:
    (problem,) = problems("<s>One.</s>", "<s>Two <emphasis>three.</s>")
    assert (problem.line, problem.column, problem.serious) == (3, 24, True)
    assert "</emphasis>" in problem.words


def test_all_that_is_not_understood_is_listed_the_first_with_what_to_do() -> None:
    first, second, third = problems(
        '<s><prosody rate="quick">One.</prosody></s>',
        "<s><blink>Two.</blink></s>",
        '<s><x:style name="bored">Three.</x:style></s>',
    )
    assert (first.line, first.serious) == (2, True)
    assert "80%" in first.words
    assert (second.line, second.column, third.line) == (3, 4, 4)
    assert check("\n".join([HEAD, "<blink/>", "</speak>"])).markup is None


def test_what_is_only_left_out_does_not_keep_the_script_from_use() -> None:
    document = f'{HEAD}\n<s><phoneme alphabet="runes" ph="x">One.</phoneme></s>\n</speak>'
    checked = check(document)
    assert checked.markup is not None
    (problem,) = checked.problems
    assert (problem.line, problem.serious) == (2, False)


def test_a_speaker_whom_nobody_knows_is_told_once() -> None:
    said = '<s><x:said who="Zoe">Yes.</x:said></s>'
    checked = check(
        "\n".join([HEAD, "<s>One.</s>", said, said, "</speak>"]), is_known=lambda who: who in ROLES
    )
    (problem,) = checked.problems
    assert (problem.line, problem.column, problem.serious) == (3, 1, False)
    assert "Zoe" in problem.words
    assert checked.markup is not None


def test_what_is_no_document_at_all_is_told_too() -> None:
    for text in ("", "Once upon a time", "<speak>\ud800</speak>", "<!DOCTYPE x><speak/>"):
        (problem,) = check(text).problems
        assert problem.serious
        assert problem.line >= 1


def test_a_place_of_the_document_is_in_a_sentence() -> None:
    markup = parse("\n".join([HEAD, "<p>", "<s>One.</s><s>Two.</s>", "</p>", "</speak>"]))
    assert sentence_at(markup, 1, 1) == 0
    assert sentence_at(markup, 3, 5) == 0
    assert sentence_at(markup, 3, 12) == 1
    assert sentence_at(markup, 99, 1) == 1
    assert sentence_at(parse("<speak>One.</speak>"), 1, 1) is None


def test_it_is_heard_from_a_sentence_on_in_the_voices_of_the_roles() -> None:
    markup = parse(chapter_of(story()).document())
    line = 1 + chapter_of(story()).document().splitlines().index("    <s>Nobody came.</s>")
    said = list(heard_from(markup, line - 2, 9, role_of=ROLES.get))
    assert [each.text.strip() for each in said] == [
        "“No,” said Bert.",
        "“I will wait.”",
        "Nobody came.",
    ]
    assert said[0].spans[0].voice == "bass"
    everything = parse("<speak>One. Two.</speak>")
    assert len(list(heard_from(everything, 1, 1, role_of=ROLES.get))) == 2


def test_it_is_heard_with_the_words_that_are_put_right_in_each_sentence() -> None:
    ssml = '<s>A ferry.</s><s>The <sub alias="boat">ferry</sub>, the ferry.</s>'
    markup = parse(f'<speak xml:lang="en">{ssml}</speak>')
    said = heard_from(markup, 1, 1, role_of=ROLES.get, words_of=_ships)
    assert " ".join(each.text.strip() for each in said) == "A ship. The boat, the ship."


def _ships(text: str, language: str) -> Iterator[Cue]:
    """Every ferry is a ship."""
    assert language == "en"
    for found in re.finditer("ferry", text):
        yield Cue(start=found.start(), end=found.end(), delivery=Delivery(said="ship"))


def test_twice_as_long_a_script_is_twice_the_work_to_check() -> None:
    short, long = (_long_script(paragraphs) for paragraphs in (400, 800))
    assert _calls(lambda: check(long)) < 2.1 * _calls(lambda: check(short))


def _long_script(paragraphs: int) -> str:
    told = book(chapter("One", *["It was late. “Come in,” said Anna."] * paragraphs))
    return chapter_of(told).document()


def _calls(act: Callable[[], object]) -> int:
    """How many functions are called, one by another, while something is done."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(before)
    return calls
