"""The cast of a book, and the reader's hand in it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.books.model import Book
from reader.cast.cast import Cast
from reader.cast.directions import Directions, Role
from reader.dialogue.model import Dialogue, Evidence
from reader.settings import Settings
from tests.cast.making import book_of, company, dialogue_of, voice

TEXT = "“Come in,” said Ann.\n“Why?” said Eve.\n“It rains.”\n“So it does.”"


@pytest.fixture
def book() -> Book:
    return book_of(TEXT)


@pytest.fixture
def cast(book: Book) -> Cast:
    return Cast(
        book,
        dialogue_of(book, "Ann", "Eve"),
        Directions(),
        company=company(voice("lady"), voice("man", "male")),
    )


def speakers(cast: Cast) -> list[str | None]:
    return [each.speaker for each in cast.dialogue.quotations]


def test_everybody_is_there_with_a_role(cast: Cast) -> None:
    assert [member.character.name for member in cast.members] == ["Ann", "Eve"]
    assert all(member.role.voice for member in cast.members)
    assert not any(member.chosen for member in cast.members)


def test_a_role_that_is_given_counts_and_can_be_taken_back(cast: Cast) -> None:
    before = cast.roles["Ann"]
    cast.set_role("Ann", Role(voice="man", rate=1.2))
    member = cast.member("Ann")
    assert member is not None
    assert (member.role, member.chosen) == (Role(voice="man", rate=1.2), True)
    assert cast.undo()
    assert cast.roles["Ann"] == before
    assert not cast.can_undo
    assert not cast.undo()


def test_what_is_no_speech_counts_for_nobody(book: Book) -> None:
    found = dialogue_of(book, "Ann", "Eve")
    first, *others = found.quotations
    title = replace(first, spoken=False)
    cast = Cast(book, replace(found, quotations=(title, *others)), Directions())
    assert [(m.character.name, m.character.quotations) for m in cast.members] == [
        ("Eve", 2),
        ("Ann", 1),
    ]


def test_merged_characters_are_one(cast: Cast) -> None:
    cast.merge("Eve", into="Ann")
    assert speakers(cast) == ["Ann"] * 4
    assert [(m.character.name, m.character.quotations) for m in cast.members] == [("Ann", 4)]
    assert cast.members[0].character.aliases == ("Ann", "Eve")


def test_merging_both_ways_leaves_one(cast: Cast) -> None:
    cast.merge("Eve", into="Ann")
    cast.merge("Ann", into="Eve")
    assert len(cast.members) == 1


def test_who_was_merged_is_shown_and_is_parted_again_even_later(book: Book, cast: Cast) -> None:
    before = cast.roles
    cast.merge("Eve", into="Ann")
    (ann,) = cast.members
    assert [each.name for each in ann.joined] == ["Eve"]
    again = Cast(book, dialogue_of(book, "Ann", "Eve"), cast.directions, company=cast.company)
    assert not again.can_undo
    again.part("Eve")
    assert speakers(again) == ["Ann", "Eve", "Ann", "Eve"]
    assert [each.joined for each in again.members] == [(), ()]
    assert again.roles == before
    assert again.undo()
    assert len(again.members) == 1


def test_parting_whom_nobody_merged_is_no_change(cast: Cast) -> None:
    cast.part("Eve")
    assert not cast.can_undo


def test_who_was_added_can_be_taken_out_again(cast: Cast) -> None:
    newcomer = cast.add("Tom", gender="male")
    line = cast.quotation_at(0, 1)
    assert line is not None
    cast.correct(line, newcomer)
    cast.set_role(newcomer, Role(voice="lady"))
    cast.merge("Eve", into=newcomer)
    assert [each.added for each in cast.members] == [True, False]
    cast.remove(newcomer)
    assert cast.directions == Directions()
    assert speakers(cast) == ["Ann", "Eve", "Ann", "Eve"]
    assert cast.undo()
    assert cast.member(newcomer) is not None


def test_whoever_is_added_next_has_not_the_voice_of_who_was_taken_out(cast: Cast) -> None:
    cast.remove(cast.add("Tom", gender="male"))
    newcomer = cast.member(cast.add("Meg", gender="unknown"))
    assert newcomer is not None
    assert newcomer.role.voice != "man"


def test_only_who_was_added_can_be_taken_out(cast: Cast) -> None:
    cast.remove("Ann")
    assert not cast.can_undo


def test_a_corrected_line_is_said_as_it_was_found_again(book: Book, cast: Cast) -> None:
    line = cast.quotation_at(0, TEXT.index("It rains"))
    assert line is not None
    cast.correct(line, "Eve")
    later = book_of("A new preface.\n" + TEXT)
    again = Cast(later, dialogue_of(later, "Ann", "Eve"), cast.directions)
    moved = again.quotation_at(0, later.chapters[0].text.index("It rains"))
    assert moved is not None
    again.correct(moved, None)
    again.uncorrect(moved)
    assert speakers(again) == ["Ann", "Eve", "Ann", "Eve"]
    assert again.directions.corrections == ()
    again.undo()
    assert speakers(again)[2] is None


def test_a_line_that_is_there_no_more_is_not_corrected(cast: Cast) -> None:
    line = cast.quotation_at(0, 1)
    assert line is not None
    cast.correct(replace(line, start=line.start + 1), "Eve")
    cast.uncorrect(replace(line, start=line.start + 1))
    assert not cast.can_undo
    cast.correct(replace(line, speaker="Eve"), "Eve")  # as it was before another change
    assert speakers(cast)[0] == "Eve"


def test_a_line_is_given_to_another(cast: Cast) -> None:
    line = cast.quotation_at(0, 1)
    assert line is not None
    cast.correct(line, "Eve")
    assert speakers(cast) == ["Eve", "Eve", "Ann", "Eve"]
    corrected = cast.quotation_at(0, 1)
    assert corrected is not None
    assert (corrected.confidence, corrected.evidence) == (1.0, Evidence.READER)
    cast.correct(corrected, None)
    assert speakers(cast) == [None, "Eve", "Ann", "Eve"]
    assert len(cast.directions.corrections) == 1


def test_a_correction_is_found_again_in_another_edition(book: Book, cast: Cast) -> None:
    line = cast.quotation_at(0, TEXT.index("It rains"))
    assert line is not None
    cast.correct(line, "Eve")
    later = book_of("A new preface.\n" + TEXT)
    again = Cast(later, dialogue_of(later, "Ann", "Eve"), cast.directions)
    assert speakers(again) == ["Ann", "Eve", "Eve", "Eve"]


def test_a_correction_that_fits_nowhere_changes_nothing(cast: Cast) -> None:
    line = cast.quotation_at(0, TEXT.index("It rains"))
    assert line is not None
    cast.correct(line, "Eve")
    other = book_of("“Quite another book,” he said.")
    assert speakers(Cast(other, dialogue_of(other, "Ann"), cast.directions)) == ["Ann"]


def test_somebody_new_can_be_added_and_given_a_line(cast: Cast) -> None:
    newcomer = cast.add("Tom", gender="male")
    line = cast.quotation_at(0, 1)
    assert line is not None
    cast.correct(line, newcomer)
    member = cast.member(newcomer)
    assert member is not None
    assert (member.character.name, member.character.quotations) == ("Tom", 1)
    assert member.role.voice == "man"


def test_the_narration_is_no_quotation(cast: Cast) -> None:
    assert cast.quotation_at(0, TEXT.index("said")) is None


def test_names_gender_and_age_are_the_reader_s(cast: Cast) -> None:
    cast.rename("Ann", "Anna")
    cast.set_gender("Ann", "male")
    cast.set_age("Ann", "senior")
    member = cast.member("Ann")
    assert member is not None
    assert (member.character.name, member.character.gender) == ("Anna", "male")
    assert member.character.age == "senior"
    assert member.role.voice == "man"


def test_a_voice_of_the_series_is_kept_while_it_is_there(book: Book) -> None:
    known = {"Ann": Role(voice="dame"), "Eve": Role(voice="gone")}
    cast = Cast(
        book,
        dialogue_of(book, "Ann", "Eve"),
        Directions(),
        company=company(voice("lady"), voice("dame")),
        known=known,
    )
    assert cast.roles["Ann"] == Role(voice="dame")
    assert cast.roles["Eve"].voice == "lady"
    cast.recast()
    assert cast.roles["Ann"] == Role(voice="lady")
    assert cast.undo()
    assert cast.roles["Ann"] == Role(voice="dame")


def many_who_meet(count: int) -> tuple[Book, Dialogue]:
    """A talk of many, who cannot all have voices of their own."""
    names = [f"Miss {letter}" for letter in "ABCDEFGHIJ"[:count]]
    book = book_of("\n".join("“Yes.”" for _ in range(3 * count)))
    found = dialogue_of(book, *names)
    women = tuple(replace(each, gender="female") for each in found.characters)
    return book, replace(found, characters=women)


def test_a_correction_changes_nobody_else_s_voice() -> None:
    book, found = many_who_meet(5)
    cast = Cast(book, found, Directions(), company=company(voice("lady"), voice("dame")))
    before = cast.roles
    for line in found.quotations[:12]:  # the last one says most now, and would choose first
        cast.correct(line, "Miss E")
    assert cast.members[0].character.name == "Miss E"
    assert cast.roles == before
    cast.set_age("Miss A", "senior")
    assert {**cast.roles, "Miss A": before["Miss A"]} == before


def test_another_narrator_changes_only_who_sounds_just_like_it_now() -> None:
    book, found = many_who_meet(5)
    there = company(voice("lady"), voice("dame"))
    cast = Cast(book, found, Directions(), company=there)
    before = cast.roles
    assert Role(voice="lady") in before.values()
    cast.set_company(replace(there, narrator=there.voices[1]))
    alike = {name for name, role in before.items() if role == Role(voice="lady")}
    assert {name for name, role in cast.roles.items() if role != before[name]} == alike
    assert Role(voice="lady") not in cast.roles.values()


def test_who_was_chosen_to_sound_like_the_new_narrator_does(cast: Cast) -> None:
    cast.set_role("Eve", Role(voice="lady"))
    assert cast.company is not None
    cast.set_company(replace(cast.company, narrator=cast.company.voices[1]))
    assert cast.roles["Eve"] == Role(voice="lady")


def test_who_speaks_like_the_narrator_in_the_series_does_until_it_is_changed(book: Book) -> None:
    known = {"Ann": Role(rate=1.1)}
    found = dialogue_of(book, "Ann", "Eve")
    cast = Cast(book, found, Directions(), company=company(voice("lady")), known=known)
    assert cast.roles["Ann"] == Role(rate=1.1)
    cast.set_role("Ann", Role(voice="lady"))
    cast.set_role("Ann", None)
    assert cast.roles["Ann"].voice == "lady"


def test_a_voice_of_the_series_counts_as_soon_as_it_is_there(book: Book) -> None:
    known = {"Ann": Role(voice="dame")}
    found = dialogue_of(book, "Ann", "Eve")
    cast = Cast(book, found, Directions(), company=company(voice("lady")), known=known)
    assert cast.roles["Ann"].voice != "dame"
    cast.set_company(company(voice("lady"), voice("dame")))
    assert cast.roles["Ann"] == Role(voice="dame")


def test_a_director_goes_by_what_was_directed_when_it_was_made(cast: Cast) -> None:
    director, before = cast.director(Settings()), cast.dialogue
    cast.merge("Eve", into="Ann")
    assert director.dialogue is before
    assert set(director.roles) == {"Ann", "Eve"}


def test_what_was_directed_follows_a_character_to_a_new_name(book: Book) -> None:
    found = dialogue_of(book, "Ann", "Eve")
    ann, eve = found.characters
    later = replace(
        found,
        characters=(replace(ann, identifier="Ann Lee", aliases=("Ann", "Ann Lee")), eve),
        quotations=tuple(
            replace(each, speaker="Ann Lee") if each.speaker == "Ann" else each
            for each in found.quotations
        ),
    )
    line = found.quotations[1]
    before = Cast(book, found, Directions(), company=company(voice("man", "male")))
    before.set_role("Ann", Role(voice="man"))
    before.correct(line, "Ann")
    after = Cast(book, later, before.directions, company=company(voice("man", "male")))
    assert after.roles["Ann Lee"] == Role(voice="man")
    assert speakers(after) == ["Ann Lee", "Ann Lee", "Ann Lee", "Eve"]


def test_directions_are_kept_as_text(cast: Cast) -> None:
    cast.set_role("Ann", Role(voice="man"))
    cast.merge("Eve", into=cast.add("Joy"))
    line = cast.quotation_at(0, 1)
    assert line is not None
    cast.correct(line, None)
    assert Directions.from_json(cast.directions.to_json()) == cast.directions


@pytest.mark.parametrize(
    "text", [None, "", "nonsense", "[]", '{"roles": 3}', json.dumps({"roles": {"a": {"b": 1}}})]
)
def test_what_cannot_be_understood_directs_nothing(text: str | None) -> None:
    assert Directions.from_json(text) == Directions()


def test_the_director_gives_sure_lines_their_voice(book: Book) -> None:
    cast = Cast(
        book,
        dialogue_of(book, "Ann", "Eve", confidence=0.6),
        Directions(),
        company=company(voice("lady")),
    )
    unsure = cast.director(Settings(confidence=0.7))
    assert list(unsure.cues(0, 0, len(TEXT))) == []
    sure = list(cast.director(Settings(confidence=0.5)).cues(0, 0, len(TEXT)))
    assert [TEXT[each.start : each.end] for each in sure][:2] == ["“Come in,”", "“Why?”"]
    assert sure[0].delivery.speaker == "Ann"
    assert sure[0].delivery.voice == cast.roles["Ann"].voice
    near = list(
        cast.director(Settings(confidence=0.7, uncertain="neighbour")).cues(0, 0, len(TEXT))
    )
    assert {each.delivery.speaker for each in near} == {None}
    assert all(each.delivery.pitch for each in near)


def test_a_sample_is_a_line_of_the_character(book: Book, cast: Cast) -> None:
    sample = cast.sample("Eve")
    assert sample is not None
    assert TEXT[sample.start : sample.end] == "“So it does.”"
    assert cast.sample("nobody") is None


def test_every_change_is_told(book: Book) -> None:
    told: list[None] = []
    cast = Cast(book, dialogue_of(book, "Ann"), Directions(), on_change=lambda: told.append(None))
    cast.set_role("Ann", Role(voice="man"))
    cast.set_role("Ann", Role(voice="man"))  # no change
    cast.undo()
    assert len(told) == 2
