from __future__ import annotations

import pickle

import pytest

from reader.messages import Message, message


def test_a_message_is_the_english_sentence() -> None:
    assert message("{count} books were added.", count=3) == "3 books were added."


def test_a_message_remembers_what_it_was_made_of() -> None:
    made = message("{count} books were added.", count=3)
    assert made.template == "{count} books were added."
    assert made.values == {"count": 3}


def test_a_message_inside_another_stays_one() -> None:
    inner = message("The disk is full.")
    assert message("{what} Free some space.", what=inner).values["what"] is inner


def test_a_message_keeps_what_it_was_made_of_across_processes() -> None:
    made = pickle.loads(pickle.dumps(message("{count} books", count=2)))
    assert isinstance(made, Message)
    assert (made, made.template, made.values) == ("2 books", "{count} books", {"count": 2})


def test_a_place_without_a_value_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        message("{count} books")


def test_a_list_among_the_values_is_written_with_commas() -> None:
    made = message("Write one of {names}.", names=("break", "say-as"))
    assert (made, made.values["names"]) == ("Write one of break, say-as.", ("break", "say-as"))


def test_of_an_error_only_its_text_is_kept() -> None:
    assert message("It failed ({error}).", error=ValueError("odd")).values["error"] == "odd"
