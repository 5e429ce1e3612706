"""By-names and titles: who is called one name and answers under another is one person."""

from __future__ import annotations

import pytest

from reader.dialogue.chinese.roster import Person, Roster
from tests.dialogue.test_chinese_names import persons_of
from tests.dialogue.test_chinese_speakers import dialogue_of

CALLED = (
    "长风道：“阿木，起来。”",
    "白石道：“起来了。”",
    "长风问：“阿木，饿么？”",
    "白石道：“饿了。”",
)
AT_HOME = (
    "众人都散了。天色已晚。又有人来见阿木。山中无事。",
    "阿木道：“我看家。”",
    "阿木道：“我也去。”",
)
"""After so much narration nobody answers anybody; and whom one sees is a person."""


def cast_of(*paragraphs: str) -> dict[str, set[str]]:
    """All who speak, with all that they are called."""
    return {each.name: set(each.aliases) for each in dialogue_of(*paragraphs).characters}


def together(first: str, second: str, *paragraphs: str) -> bool:
    """Whether both names, which somebody in the cast must have, are those of one."""
    cast = cast_of(*paragraphs).values()
    assert {first, second} <= set().union(*cast)
    return any({first, second} <= names for names in cast)


def test_who_answers_whenever_another_name_is_called_has_it() -> None:
    assert together("白石", "阿木", *CALLED * 3, *AT_HOME)


def test_three_answers_are_not_enough() -> None:
    assert not together("白石", "阿木", *CALLED, *CALLED[:2], *AT_HOME)


def test_who_is_spoken_to_by_another_name_has_it() -> None:
    text = ("长风对白石道：“阿木，你来。”", "天色已晚。山中无事。鸟也不叫。") * 5
    more = ("白石道：“来了。”", "长风道：“好。”") * 3
    assert together("白石", "阿木", *text, *more, *AT_HOME)


def test_those_who_talk_with_one_another_are_two() -> None:
    talk = ("白石道：“阿木呢？”", "阿木道：“我在这里。”")
    assert not together("白石", "阿木", *CALLED * 3, *AT_HOME, *talk * 3)


def test_those_who_do_something_together_are_two() -> None:
    walk = ("白石拉着阿木出了门。天色已晚。山中无事。",)
    assert not together("白石", "阿木", *CALLED * 3, *AT_HOME, *walk * 3)


def test_those_who_are_named_in_a_row_are_two() -> None:
    row = ("且说白石、阿木。天色已晚。山中无事。",)
    assert not together("白石", "阿木", *CALLED * 3, *AT_HOME * 3, *row)


def test_who_answers_to_their_own_name_keeps_it() -> None:
    own = ("长风道：“阿木，走罢。”", "阿木道：“走。”")
    assert not together("白石", "阿木", *CALLED * 2, *AT_HOME, *own * 5)


def test_what_everybody_calls_another_is_nobodys_name() -> None:
    calls = ("白石道：“师父，请坐。”", "长风道：“坐。”")
    rest = ("众人都散了。天色已晚。山中无事。", "师父道：“我老了。”", "师父道：“歇罢。”")
    assert not together("长风", "师父", *calls * 6, *rest)


def test_who_calls_himself_old_and_his_surname_has_the_by_name_too() -> None:
    text = ("山中无事。鸟也不叫。天色已晚。", "石猛道：“老石不怕。”") * 5
    more = ("水边无事。鱼也不跳。天色已晚。", "铁汉将军道：“老石去也。”") * 5
    assert together("石猛", "铁汉将军", "石猛道：“好。”", *text, *more)


def test_who_is_called_old_by_another_is_not_that_other() -> None:
    text = ("山中无事。鸟也不叫。天色已晚。", "石猛道：“走。”") * 5
    more = ("水边无事。鱼也不跳。天色已晚。", "铁汉将军道：“老石去也。”") * 5
    assert not together("石猛", "铁汉将军", *text, *more)


def test_what_somebody_is_means_another_where_they_are_long_gone() -> None:
    monk, abbot = (
        Person(name="净空", forms={"净空"}),
        Person(name="长老", forms={"长老"}, role=True),
    )
    roster = Roster([monk, abbot])
    roster.merge(monk, abbot)
    text = "净空进门。长老坐下。" + "山中无事。" * 2500 + "长老出来。"
    found = roster.mentions(text, 0, len(text))
    assert [each.person for each in found] == [monk, monk, abbot]


def test_a_name_of_one_who_is_another_is_theirs_everywhere() -> None:
    first, second = Person(name="白石", forms={"白石"}), Person(name="阿木", forms={"阿木"})
    roster = Roster([first, second])
    roster.merge(first, second)
    assert roster.persons == [first]
    assert [each.person for each in roster.mentions("阿木来了。", 0, 5)] == [first]


def test_a_surname_that_always_stands_before_a_short_name_is_theirs() -> None:
    text = ["石云峰来了。", "听说石云峰病了。", "又见石云峰。", "问石云峰去。", "石云峰走了。"]
    speech = ["云峰道：“好。”", "众人见云峰道：“走。”", "云峰道：“来。”"]
    found = persons_of(*text, *speech)
    assert [each.forms for each in found] == [{"云峰", "石云峰"}]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("吾姓石名坚，字长生，后改云山，河东人也。", "云山"),
        ("吾姓石名坚，字长生，河东人也。道号白鹿先生。", "白鹿"),
        ("某乃石坚，字长生；为因逃难，更名单远。", "单远"),
        ("贫僧俗家姓石法名坚。蒙师父赐贱号净空。", "净空"),
    ],
)
def test_other_names_are_told_after_the_first(told: str, name: str) -> None:
    found = persons_of("石坚曰：“好。”", "石坚曰：“走。”", f"小童曰：“{told}”")
    assert any({"石坚", name} <= each.forms for each in found)


def test_a_change_of_name_that_is_not_told_is_none() -> None:
    found = persons_of("石坚曰：“好。”", "石坚曰：“某乃石坚，字长生；为因逃难，更名改姓。”")
    assert not any("改姓" in each.forms for each in found)


@pytest.mark.parametrize(
    ("person", "title"),
    [("石宁", "石夫人"), ("左慈", "左将军"), ("龙婆", "老龙")],
)
def test_a_title_that_cannot_be_theirs_is_not(person: str, title: str) -> None:
    text = (f"{person}道：“好。”", f"{title}道：“来。”", f"{title}道：“坐。”")
    assert not any({person, title} <= each.forms for each in persons_of(*text * 3))


def test_a_womans_title_is_that_of_a_woman() -> None:
    text = ("石玉兰道：“好。”", "石夫人道：“来。”", "石夫人道：“坐。”")
    assert any({"石玉兰", "石夫人"} <= each.forms for each in persons_of(*text * 3))


def test_who_tells_the_story_speaks_in_it() -> None:
    dialogue = dialogue_of(
        "我问店主：“今天有船吗？”",
        "“没有。”店主说。",
        "我说：“那我等。”",
        "“过江。”我对船夫说。",
        "我笑道：“也好。”",
    )
    found = [dialogue.character(each.speaker) for each in dialogue.quotations]
    assert [each.name if each else None for each in found] == ["我", "店主", "我", "我", "我"]
    assert [each.name for each in dialogue.characters if each.tells] == ["我"]


def test_a_single_i_tells_no_story() -> None:
    text = ("白石道：“来。”", "长风道：“好。”") * 4
    assert "我" not in cast_of(*text, "我说：“走。”")
