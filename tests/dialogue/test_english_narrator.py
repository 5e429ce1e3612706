"""Who is found to tell an English story in the first person."""

from __future__ import annotations

from tests.dialogue.test_english_speakers import dialogue_of

TALK = ("“Sit down,” said Martha to me.", "“I will,” I said, and I sat where I was told.") * 3


def teller_of(*paragraphs: str) -> str:
    found = [each for each in dialogue_of(*paragraphs, known=None).characters if each.tells]
    assert len(found) == 1
    return found[0].name


def test_who_gives_his_name_bears_it() -> None:
    assert teller_of("Call me Zebulon. I was young then.", *TALK) == "Zebulon"
    assert teller_of("My name is Peter Marsh, and I am old.", *TALK) == "Peter Marsh"


def test_the_name_he_gives_goes_before_what_others_call() -> None:
    called = ("“Well, Quill?” asked Martha.", "“Yes,” I said.") * 5
    assert teller_of("Call me Zebulon. I was young then.", *called) == "Zebulon"
    assert teller_of("I was young then.", *called) == "Quill"


def test_a_name_that_is_called_once_beside_his_speech_may_be_anothers() -> None:
    called = ("“Well, Quill?” asked Martha.", "“Yes,” I said.")
    far = ("“Hm,” said Peter.", "“Quill, come,” said Martha.", "“Quill, go!” said Peter.") * 2
    assert teller_of("I was young then.", *called, *TALK, *far) == "the narrator"


def test_what_somebody_else_says_of_himself_names_him_alone() -> None:
    stranger = "“Call me Zebulon,” said the stranger. “My name is Zebulon Hope.”"
    assert teller_of(stranger, *TALK) == "the narrator"


def test_calling_somebody_is_no_introduction() -> None:
    assert teller_of("They did not call me Peter, and I knew why I was silent.", *TALK) == (
        "the narrator"
    )
