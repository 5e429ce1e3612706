"""Which voice a character gets."""

from __future__ import annotations

from dataclasses import replace

from reader.cast.directions import Role
from reader.cast.scenes import heard_together
from reader.cast.voicing import cast_voices
from reader.dialogue.model import Character
from tests.cast.making import NARRATOR, book_of, company, dialogue_of, voice


def character(name: str, gender: str = "unknown", age: str = "adult", **more: object) -> Character:
    return replace(
        Character(identifier=name, name=name, aliases=(name,), gender=gender, age=age), **more
    )


def test_a_man_gets_a_man_s_voice_and_a_child_a_child_s() -> None:
    there = company(voice("man", "male"), voice("girl", "female", "child"), voice("lady"))
    roles = cast_voices(
        [character("Tom", "male"), character("Meg", "female", "child"), character("Ann", "female")],
        {},
        there,
        {},
    )
    assert {name: role.voice for name, role in roles.items()} == {
        "Tom": "man",
        "Meg": "girl",
        "Ann": "lady",
    }


def test_the_narrator_s_voice_is_the_last_choice() -> None:
    roles = cast_voices([character("Ann", "female")], {}, company(voice("lady")), {})
    assert roles["Ann"].voice == "lady"


def test_two_who_talk_with_one_another_sound_unlike() -> None:
    together = {frozenset(("Ann", "Eve")): 9}
    there = company(voice("lady"), voice("dame"))
    roles = cast_voices(
        [character("Ann", "female"), character("Eve", "female")], together, there, {}
    )
    assert {role.voice for role in roles.values()} == {"lady", "dame"}


def test_nobody_grown_speaks_like_an_old_one_because_of_whom_it_meets_now_and_then() -> None:
    there = company(voice("man", "male"), voice("old", "male", "senior"))
    tom, bob = (character(name, "male", quotations=20) for name in ("Tom", "Bob"))
    now_and_then = cast_voices([tom, bob], {frozenset(("Tom", "Bob")): 10}, there, {})
    assert {role.voice for role in now_and_then.values()} == {"man"}
    assert now_and_then["Tom"] != now_and_then["Bob"]
    always = cast_voices([tom, bob], {frozenset(("Tom", "Bob")): 40}, there, {})
    assert {role.voice for role in always.values()} == {"man", "old"}


def test_who_says_little_and_all_of_it_to_one_is_always_near_that_one() -> None:
    there = company(voice("man", "male"), voice("lad", "male", "young"))
    people = [character("Tom", "male", quotations=900), character("Bob", "male", quotations=3)]
    roles = cast_voices(people, {frozenset(("Tom", "Bob")): 6}, there, {})
    assert {role.voice for role in roles.values()} == {"man", "lad"}


def test_the_old_get_the_old_voice() -> None:
    there = company(voice("man", "male", quality=3), voice("old", "male", "senior"))
    assert cast_voices([character("Tom", "male", "senior")], {}, there, {})["Tom"].voice == "old"


def test_where_voices_are_few_those_together_differ_in_shade() -> None:
    names = ("Ann", "Eve", "Joy")
    together = {frozenset(pair): 9 for pair in (("Ann", "Eve"), ("Ann", "Joy"), ("Eve", "Joy"))}
    roles = cast_voices([character(name, "female") for name in names], together, company(), {})
    assert {role.voice for role in roles.values()} == {NARRATOR.name}
    assert len({*roles.values(), Role(voice=NARRATOR.name)}) == 4


def test_those_who_never_meet_may_share_a_voice() -> None:
    roles = cast_voices(
        [character("Ann", "female"), character("Eve", "female")], {}, company(voice("lady")), {}
    )
    assert roles["Ann"] == roles["Eve"] == Role(voice="lady")


def test_nobody_gets_a_voice_of_the_other_sex() -> None:
    roles = cast_voices([character("Tom", "male")], {}, company(voice("lady")), {})
    assert roles["Tom"].voice == NARRATOR.name


def test_nobody_grown_speaks_like_a_child() -> None:
    together = {frozenset(("Tom", "Bob")): 9}
    there = company(voice("kid", "unknown", "child"), voice("man", "male"))
    roles = cast_voices([character("Tom", "male"), character("Bob", "male")], together, there, {})
    assert {role.voice for role in roles.values()} == {"man"}
    assert roles["Tom"] != roles["Bob"]


def test_whoever_has_a_role_keeps_it() -> None:
    known = {"Ann": Role(voice="dame", pitch=1.0)}
    roles = cast_voices(
        [character("Ann", "female")], {}, company(voice("lady"), voice("dame")), known
    )
    assert roles == known


def test_a_voice_that_is_too_slow_to_listen_to_is_not_cast() -> None:
    there = company(voice("slow", "male", effort=0.9, quality=3), voice("quick", "male"))
    assert cast_voices([character("Tom", "male")], {}, there, {})["Tom"].voice == "quick"


def test_who_tells_the_story_speaks_like_the_narrator() -> None:
    teller = character("Watson", "male", tells=True)
    assert cast_voices([teller], {}, company(voice("man", "male")), {})["Watson"] == Role()


def test_voices_of_other_languages_are_not_cast() -> None:
    foreign = replace(voice("senora"), languages=("es",))
    assert (
        cast_voices([character("Ann", "female")], {}, company(foreign), {})["Ann"].voice != "senora"
    )


def test_a_pause_in_the_talk_of_many_pages_ends_the_scene() -> None:
    near = book_of("“One.” he said. “Two.”")
    far = book_of("“One.” he said. " + "It rained. " * 400 + "“Two.”")
    assert heard_together(dialogue_of(near, "Ann", "Eve")) == {frozenset(("Ann", "Eve")): 1}
    assert heard_together(dialogue_of(far, "Ann", "Eve")) == {}


def test_two_chapters_are_two_scenes() -> None:
    book = book_of("“One.”", "“Two.”")
    assert heard_together(dialogue_of(book, "Ann", "Eve")) == {}
