"""Quotations go to whoever finds speakers in their language; failing costs the speakers only."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from reader.background import CancelToken
from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.dialogue.find import find_dialogue
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.errors import Cancelled
from tests.dialogue.marking import book_of, book_with
from tests.fakes.attributor import ANNA, FakeAttributor


def play(text: str, speaker: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=text, speaker=speaker),))


def test_speakers_are_found_in_the_language_of_the_book() -> None:
    english, chinese = FakeAttributor(), FakeAttributor()
    dialogue = find_dialogue(
        book_of("“Come in,” said Anna.", "She sat down."),
        attributors={"en": lambda: english, "zh": lambda: chinese},
    )
    assert [each.speaker for each in dialogue.quotations] == ["anna"]
    assert [(each.identifier, each.quotations) for each in dialogue.characters] == [("anna", 1)]
    assert chinese.asked == []


def test_each_chapter_goes_by_its_own_language() -> None:
    other = Character(identifier="anna", name="安娜", aliases=("安娜",))
    english, chinese = FakeAttributor(), FakeAttributor(character=other)
    first = book_of("“Come in,” said Anna. She sat down by the window.").chapters[0]
    second = book_of("安娜走进来说：“今天的天气真好，我们出去走走吧。”").chapters[0]
    book = replace(book_of("x"), chapters=(first, second, first))
    dialogue = find_dialogue(book, attributors={"en": lambda: english, "zh": lambda: chinese})
    assert [each.chapter for each in english.asked] == [0, 2]
    assert [each.chapter for each in chinese.asked] == [1]
    assert [each.chapter for each in dialogue.quotations] == [0, 1, 2]
    assert {each.name: each.identifier for each in dialogue.characters} == {
        "Anna": "anna",
        "安娜": "anna-2",
    }
    assert [each.speaker for each in dialogue.quotations] == ["anna", "anna-2", "anna"]


def test_who_is_named_alike_in_two_languages_is_one_person() -> None:
    first = book_of("“Come in,” said Anna. She sat down by the window.").chapters[0]
    second = book_of("Anna走进来说：“今天的天气真好，我们出去走走吧。”").chapters[0]
    book = replace(book_of("x"), chapters=(first, second))
    again = Character(identifier="a", name="Anna", aliases=("Anna", "安娜"))
    dialogue = find_dialogue(
        book,
        attributors={"en": FakeAttributor, "zh": lambda: FakeAttributor(character=again)},
    )
    assert [each.speaker for each in dialogue.quotations] == ["anna", "anna"]
    (character,) = dialogue.characters
    assert character.aliases == ("Anna", "Anna Bell", "安娜")
    assert character.quotations == 2


def test_other_languages_have_quotations_without_speakers() -> None:
    dialogue = find_dialogue(
        book_of("« Entrez », dit Anne. Elle s’assit près de la fenêtre.", language="fr"),
        attributors={"en": FakeAttributor},
    )
    assert len(dialogue.quotations) == 1
    assert dialogue.characters == ()


def test_failing_never_takes_the_quotations_away(caplog: pytest.LogCaptureFixture) -> None:
    failing = FakeAttributor(error=RuntimeError("unforeseen"))
    with caplog.at_level(logging.ERROR):
        dialogue = find_dialogue(book_of("“Yes,” he said."), attributors={"en": lambda: failing})
    assert [each.speaker for each in dialogue.quotations] == [None]
    assert "speakers" in caplog.text


def test_quotations_are_the_finders_whatever_the_attributor_makes_of_them(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def forgetful(
        book: Book,
        quotations: Sequence[Quotation],
        *,
        progress: Callable[[float], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> Dialogue:
        return Dialogue(characters=(ANNA,), quotations=tuple(quotations[1:]))

    dialogue = find_dialogue(
        book_of("“Yes,” he said.", "“No,” she said."), attributors={"en": lambda: forgetful}
    )
    assert len(dialogue.quotations) == 2
    assert dialogue.characters == ()
    assert "other quotations" in caplog.text


def test_cancelling_is_not_failing() -> None:
    stopped = FakeAttributor(error=Cancelled())
    with pytest.raises(Cancelled):
        find_dialogue(book_of("“Yes,” he said."), attributors={"en": lambda: stopped})


def test_whom_the_markup_names_becomes_a_character() -> None:
    book = book_with(
        play("Who’s there?", "BERNARDO"), play("Me.", "Francisco."), play("Who?", "Bernardo")
    )
    dialogue = find_dialogue(book, attributors={})
    assert [(each.identifier, each.name, each.quotations) for each in dialogue.characters] == [
        ("bernardo", "BERNARDO", 2),
        ("francisco", "Francisco.", 1),
    ]
    assert [each.speaker for each in dialogue.quotations] == ["bernardo", "francisco", "bernardo"]


def test_whom_the_markup_names_may_be_known_by_that_name() -> None:
    book = book_with(play("“Come in.”", "Anna Bell"), play("“Now.”", "Zoë"))
    dialogue = find_dialogue(book, attributors={"en": FakeAttributor})
    assert [each.speaker for each in dialogue.quotations] == ["anna", "zoë"]
    assert {each.evidence for each in dialogue.quotations} == {Evidence.MARKUP}


def test_who_says_most_comes_first_and_what_goes_on_counts_once() -> None:
    book = book_with(
        play("One.", "A"), play("Two.", "B"), play("Three.", "B"), play("Four.", "A"),
        play("Five.", "C"), play("Six.", "A"),
    )  # fmt: skip
    characters = find_dialogue(book, attributors={}).characters
    assert [(each.name, each.quotations) for each in characters] == [("A", 3), ("B", 1), ("C", 1)]


def test_progress_rises_to_the_whole() -> None:
    told: list[float] = []
    find_dialogue(
        book_of("“Yes,” he said."), attributors={"en": FakeAttributor}, progress=told.append
    )
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_book_without_speech_has_an_empty_dialogue() -> None:
    assert find_dialogue(book_of("It rained."), attributors={}) == Dialogue()
    empty = replace(book_of("x"), chapters=(Chapter(title="", blocks=()),))
    assert find_dialogue(empty, attributors={}) == Dialogue()


def test_the_room_of_chinese_answers() -> None:
    text = "张三说：“走吧。”李四笑道：“好。”张三又说：“快点。”李四问：“去哪？”"
    dialogue = find_dialogue(book_of(text, language="zh"))
    characters = map(dialogue.character, (each.speaker for each in dialogue.quotations))
    assert [each and each.name for each in characters] == ["张三", "李四", "张三", "李四"]
