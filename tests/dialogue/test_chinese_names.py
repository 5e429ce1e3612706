"""Who there is in a Chinese book, and which names are one person."""

from __future__ import annotations

import pytest

from reader.dialogue.chinese.aliases import usual_name
from reader.dialogue.chinese.names import plausible, surname_of
from reader.dialogue.chinese.naming import Around, find_persons
from reader.dialogue.chinese.roster import Person, Roster
from tests.dialogue.test_chinese_speakers import dialogue_of


def persons_of(*sentences: str) -> list[Person]:
    """The persons with names in sentences that each hold one speech."""
    around = []
    for sentence in sentences:
        before, _, rest = sentence.partition("“")
        around.append(Around(before=before, after=rest.partition("”")[2]))
    return [each for each in find_persons(around, ["\n".join(sentences)]) if not each.role]


@pytest.mark.parametrize(
    ("name", "surname"),
    [("李四", "李"), ("欧阳锋", "欧阳"), ("司马", "司"), ("李", ""), ("老者", ""), ("", "")],
)
def test_a_name_begins_with_a_surname(name: str, surname: str) -> None:
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    "words", ["大笑", "说", "他", "这个", "三人", "听见", "回头又道", "杨兰没有"]
)
def test_words_of_saying_are_no_names(words: str) -> None:
    assert not plausible(words)


@pytest.mark.parametrize("words", ["石坚", "坚", "三藏", "八戒", "罗刹女"])
def test_what_can_be_a_name(words: str) -> None:
    assert plausible(words)


def test_surname_and_given_name_are_one_person() -> None:
    found = persons_of(
        "陈玉兰说：“早。”", "玉兰问：“吃了吗？”", "玉兰笑道：“走。”", "陈玉兰说：“好。”"
    )
    assert [each.forms for each in found] == [{"陈玉兰", "玉兰"}]


def test_first_name_and_family_name_of_a_foreigner_are_one_person() -> None:
    found = persons_of(
        "汉斯·布伦纳说：“早上好。”",
        "汉斯说：“请坐。”",
        "汉斯问：“喝茶吗？”",
        "布伦纳道：“谢谢。”",
        "布伦纳道：“再见。”",
    )
    assert [each.forms for each in found] == [{"汉斯", "布伦纳", "汉斯·布伦纳"}]


def test_a_family_name_of_two_is_neithers() -> None:
    found = persons_of(
        "汉斯·布伦纳说：“早。”",
        "汉斯说：“请坐。”",
        "汉斯问：“喝茶吗？”",
        "玛莎·布伦纳说：“早。”",
        "玛莎说：“好。”",
        "玛莎道：“谢谢。”",
        "布伦纳道：“再见。”",
    )
    hans = next(each for each in found if "汉斯" in each.forms)
    assert not {"玛莎", "布伦纳"} & hans.forms


def test_title_and_old_are_one_person_with_the_only_one_of_that_surname() -> None:
    found = persons_of(
        "何大勇说：“早。”",
        "何大勇道：“走。”",
        "老何道：“慢点。”",
        "老何道：“快点。”",
        "何师傅问：“修吗？”",
        "何师傅道：“好。”",
    )
    assert any({"何大勇", "老何", "何师傅"} <= each.forms for each in found)


def test_a_title_is_nobodys_where_two_have_the_surname() -> None:
    found = persons_of(
        "何大勇说：“早。”",
        "何大勇道：“走。”",
        "何小妹说：“早。”",
        "何小妹道：“走。”",
        "老何道：“慢点。”",
        "老何道：“快点。”",
    )
    owner = [each for each in found if "老何" in each.forms]
    assert [each.forms & {"何大勇", "何小妹"} for each in owner] == [set()]


def test_the_usual_name_has_a_surname_if_that_is_not_rare() -> None:
    person = Person(name="坚", forms={"坚", "石坚"})
    person.seen.update({"坚": 50, "石坚": 20})
    assert usual_name(person) == "石坚"
    person.seen.update({"坚": 5000})
    assert usual_name(person) == "坚"


def test_a_short_name_means_whom_the_text_has_named_last() -> None:
    first = Person(name="石坚", forms={"石坚", "坚"})
    second = Person(name="韩坚", forms={"韩坚", "坚"})
    roster = Roster([first, second])
    text = "石坚入见。坚曰。韩坚亦至。坚曰。"
    assert [each.person for each in roster.mentions(text, 0, len(text))] == [
        first,
        first,
        second,
        second,
    ]


def test_a_short_name_is_not_found_inside_words() -> None:
    roster = Roster([Person(name="石坚", forms={"石坚", "坚"})])
    text = "我等坚持不退，坚曰"
    assert [each.start for each in roster.mentions(text, 0, len(text))] == [7]


def test_characters_come_with_who_says_most_first() -> None:
    dialogue = dialogue_of(
        "陈玉兰说：“一。”", "何大勇说：“二。”", "陈玉兰说：“三。”", "陈玉兰说：“四。”"
    )
    assert [(each.name, each.quotations) for each in dialogue.characters] == [
        ("陈玉兰", 3),
        ("何大勇", 1),
    ]
