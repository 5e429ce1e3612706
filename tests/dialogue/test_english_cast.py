"""Who is found in an English book, and under which names."""

from __future__ import annotations

from reader.dialogue.english.cast import find_cast
from reader.dialogue.english.words import Words
from reader.dialogue.model import Character
from tests.dialogue.test_english_speakers import chapter_of, dialogue_of, quotations_of


def cast_of(*paragraphs: str) -> list[Character]:
    chapter = chapter_of(*paragraphs)
    return find_cast([Words(chapter, quotations_of(chapter))], lambda: None)


def by_alias(cast: list[Character], name: str) -> Character:
    found = [each for each in cast if name in each.aliases]
    assert len(found) == 1, [each.aliases for each in cast]
    return found[0]


def test_the_forms_of_a_name_are_joined() -> None:
    cast = cast_of(
        "Mr. Bramble came in. “Good day,” said Bramble. Then Mr. Bramble sat down.",
        "“Sit by me, Lizzy,” said Elizabeth Marsh to her doll. Elizabeth sat down.",
        "“So,” said Elizabeth Marsh.",
        "“I shall call you Lizzy,” said Mr Bramble, and Miss Elizabeth laughed.",
    )
    assert by_alias(cast, "Mr. Bramble") is by_alias(cast, "Bramble")
    assert by_alias(cast, "Elizabeth") is by_alias(cast, "Lizzy")
    assert by_alias(cast, "Elizabeth") is by_alias(cast, "Elizabeth Marsh")
    assert by_alias(cast, "Elizabeth").name == "Elizabeth Marsh"


def test_a_family_is_kept_apart() -> None:
    cast = cast_of(
        "Mr. Bramble looked at Mrs. Bramble. “My dear,” said Mr. Bramble.",
        "“Yes?” said Mrs. Bramble. Miss Bramble laughed. “No,” said Miss Bramble.",
        "John Bramble ran in. “Supper!” cried John.",
    )
    people = {by_alias(cast, name).identifier for name in ("Mrs. Bramble", "Miss Bramble", "John")}
    assert len(people) == 3
    assert by_alias(cast, "Mrs. Bramble").gender == "female"
    assert by_alias(cast, "John").gender == "male"


def test_brothers_who_are_told_apart_stay_two() -> None:
    cast = cast_of(
        *["Mr. Marsh nodded, and said nothing."] * 15,
        *["“Well,” said Mr. John Marsh, “come in.”"] * 5,
    )
    assert by_alias(cast, "Mr. Marsh") is not by_alias(cast, "Mr. John Marsh")


def test_gender_comes_from_titles_names_and_pronouns() -> None:
    cast = cast_of(
        "“Well,” said Lady Oxley. “Well,” said Uncle Thorne. “Well,” said Margaret.",
        *["Zarkon laughed, and he sat down. “Ha,” said Zarkon."] * 4,
    )
    assert by_alias(cast, "Lady Oxley").gender == "female"
    assert by_alias(cast, "Uncle Thorne").gender == "male"
    assert by_alias(cast, "Zarkon").gender == "male"


def test_age_comes_from_the_words_before_a_name() -> None:
    cast = cast_of(
        *["“Hm,” said old Thorne.", "“Hm,” said little Peter.", "“Hm,” said Martha."] * 3
    )
    assert by_alias(cast, "Thorne").age == "senior"
    assert by_alias(cast, "Peter").age == "child"
    assert by_alias(cast, "Martha").age == "adult"


def test_places_and_days_are_nobody() -> None:
    cast = cast_of(
        *["On Monday they went to Paris in the rain, and in Paris, Martha lived in Kent."] * 4
    )
    assert [each.name for each in cast] == ["Martha"]


def test_one_who_is_only_called_what_he_is_speaks_as_that() -> None:
    dialogue = dialogue_of(
        *["“Another glass?” said the landlord.", "“No,” said Martha."] * 4, known=None
    )
    assert [each.speaker for each in dialogue.quotations[:2]] == ["the landlord", "Martha"]
    landlord = dialogue.character("the landlord")
    assert landlord is not None
    assert landlord.gender == "male"


def test_who_says_most_comes_first_and_who_is_silent_is_left_out() -> None:
    dialogue = dialogue_of(
        "“One,” said Martha. Peter slept. Peter snored.",
        "“Two,” said Helen.",
        "“Three,” said Helen.",
        known=None,
    )
    assert [(each.name, each.quotations) for each in dialogue.characters] == [
        ("Helen", 2),
        ("Martha", 1),
    ]


def test_names_in_a_headline_are_written_as_names() -> None:
    cast = cast_of("“It is from JOHN THORNE,” read Martha.", "It was John Thorne, JOHN THORNE.")
    assert by_alias(cast, "John Thorne").name == "John Thorne"


def test_a_ship_that_says_nothing_is_nobody() -> None:
    cast = cast_of(
        *["The Meridian turned, and the Meridian stood still. Below, Peter slept."] * 9,
        "“Home!” said the Meridian, as it seemed to Peter.",
    )
    assert [each.name for each in cast] == ["Peter"]


def test_who_is_called_by_his_kind_and_speaks_is_somebody() -> None:
    cast = cast_of(*["The Tolgar sat down. “Home,” said the Tolgar."] * 4)
    assert [each.name for each in cast] == ["the Tolgar"]


def test_what_a_text_writes_of_on_every_page_is_nobody() -> None:
    cast = cast_of(*["Here Lemmata stood where Lemmata stood before."] * 40, "“So,” said Lemmata.")
    assert cast == []


def test_a_pet_name_is_that_of_whom_it_is_short_for() -> None:
    cast = cast_of(
        "“Come in, Mr. Tarnet,” said Martha. Mr. Tarnet came in.",
        "“Sit down, Tarny,” said Peter. Mr. Tarnet sat down.",
        "“Well, Tarny!” said Peter.",
    )
    assert by_alias(cast, "Tarny") is by_alias(cast, "Mr. Tarnet")


def test_two_pronouns_that_agree_tell_a_gender() -> None:
    cast = cast_of(*["“Well,” said Professor Zorn, as he rose."] * 2)
    assert by_alias(cast, "Professor Zorn").gender == "male"
