"""The words before and after a book."""

from __future__ import annotations

import pytest

from reader.books.model import Book
from reader.export.announcements import announcements, speakable
from reader.narration.utterance import Span


def book(title: str, *authors: str, language: str = "en") -> Book:
    return Book(title=title, chapters=(), identifier="x", authors=authors, language=language)


def titles(made: Book, *voices: str) -> tuple[str, str]:
    opening, closing = announcements(made, voices)
    assert (opening.closing, closing.closing) == (False, True)
    return opening.words, closing.words


def test_an_english_book_is_announced_in_english() -> None:
    assert titles(book("Emma", "Jane Austen", language="en-GB"), "Heart (American English)") == (
        "Emma, by Jane Austen. Read by Heart.",
        "The end of Emma.",
    )


def test_the_opening_is_listed_by_the_title_of_the_book() -> None:
    opening, closing = announcements(book(" The Waste\nLand", "T. S. Eliot"), ("Heart",))
    assert (opening.title, closing.title) == ("The Waste Land", "The end of The Waste Land.")
    nameless, _ = announcements(book(" "), ("Heart",))
    assert nameless.title == "Read by Heart."


def test_a_chinese_book_is_announced_in_chinese() -> None:
    made = book("三国演义", "罗贯中", "毛宗岗", language="zh-CN")
    assert titles(made, "Yunyang (Mandarin, deep, Kokoro)") == (
        "《三国演义》，作者：罗贯中、毛宗岗。由云扬朗读。",
        "《三国演义》，全文完。",
    )
    marked = book("《三国演义》", language="zh")
    assert titles(marked) == ("《三国演义》。", "《三国演义》，全文完。")


def test_several_authors_are_listed() -> None:
    assert titles(book("Emma", "A. One", "B. Two", "C. Three"))[0] == (
        "Emma, by A. One, B. Two and C. Three."
    )


def test_a_title_that_ends_a_sentence_gets_no_second_full_stop() -> None:
    assert titles(book("Who Goes There?"), "Heart") == (
        "Who Goes There? Read by Heart.",
        "The end of Who Goes There?",
    )


def test_a_book_without_a_title_is_announced_by_its_reader() -> None:
    assert titles(book(" "), "Heart") == ("Read by Heart.", "The end.")


@pytest.mark.parametrize(
    ("voice", "name"),
    [
        ("Heart (American English)", "Heart"),
        ("Heart (American English) as an old man", "Heart"),
        ("eSpeak NG", "eSpeak NG"),
        ("Mandarin, female (Databaker)", ""),
    ],
)
def test_a_voice_is_called_by_its_name(voice: str, name: str) -> None:
    assert speakable(voice) == name


def test_a_voice_without_a_name_is_called_by_the_programs() -> None:
    voice = "Mandarin, female (Databaker)"
    assert titles(book("Emma"), voice)[0] == "Emma. Read by Tingshu."
    assert titles(book("红楼梦", language="zh"), voice)[0] == "《红楼梦》。由听书朗读。"


def test_what_is_announced_is_spoken_and_belongs_to_no_chapter() -> None:
    opening, closing = announcements(book("Emma", "Jane Austen"), ["Heart"])
    for made in (opening, closing):
        (utterance,) = made.utterances
        assert utterance.text.replace(" ", "") == made.words.replace(" ", "")
        assert (utterance.start, utterance.end) == (0, 0)


def test_the_title_is_said_in_the_books_own_language() -> None:
    opening, _ = announcements(book("Die Räuber", "Friedrich Schiller", language="de"), ["Heart"])
    (utterance,) = opening.utterances
    spoken = {
        item.text.strip(" ,."): item.language for item in utterance.items if isinstance(item, Span)
    }
    assert spoken["Die Räuber"] == "de"
    assert spoken["by"] == "en"
