"""Short and modern stories: told by 我, with few people, and with some whom nothing names."""

from __future__ import annotations

import pytest

from reader.dialogue.chinese.acting import acting_names
from reader.dialogue.chinese.names import is_modern
from reader.dialogue.model import Dialogue
from tests.benchmarks.cast.chinese import CONFIDENT
from tests.benchmarks.cast.modern import modern_score
from tests.dialogue.test_chinese_speakers import dialogue_of, speakers

SHOP = (
    "我推开门的时候，雨还在下。我找了一把椅子坐下来。",
    "老人从里屋走出来。他看了看天，说：“坐吧。”",
)


def sure(dialogue: Dialogue) -> list[str | None]:
    """Who speaks with confidence; None for everybody else."""
    found = []
    for each in dialogue.quotations:
        person = dialogue.character(each.speaker) if each.confidence >= CONFIDENT else None
        found.append(person.name if person else None)
    return found


def test_who_acts_beside_a_speech_as_i_tells_the_story() -> None:
    dialogue = dialogue_of(*SHOP, "“有人吗？”我推开门，小声问了一句。她不在。")
    assert sure(dialogue)[-1] == "我"
    assert [each.name for each in dialogue.characters if each.tells] == ["我"]


def test_an_i_that_only_speaks_tells_no_story() -> None:
    text = ("老人说：“我不去。我老了，我走不动。”", "“我去，我现在就去。”她说。", "天黑了。")
    assert not any(each.tells for each in dialogue_of(*text).characters)


def test_an_i_that_is_rare_in_a_long_story_tells_none() -> None:
    long = ("雨下了一夜，河水涨了起来，村里的人都睡不着。" * 60,)
    text = (*long, "我想。", "我看。", "“去吗？”我问。", "她没有回答。")
    assert not any(each.tells for each in dialogue_of(*text).characters)


def test_my_mother_is_not_me() -> None:
    text = (*SHOP, "“谁来的信？”我妈问我。她放下碗。", "“是爸爸。”我说。")
    assert speakers(*text)[-2:] == ["我妈", "我"]


def test_we_is_not_me() -> None:
    text = (*SHOP, "“走吧！”我们一起喊道。她笑了。")
    assert speakers(*text)[-1] != "我"


@pytest.mark.parametrize(
    "speech",
    [
        "“您一直在等我？”她抬起头来，声音有些发抖。",
        "“有。”一个苍老的声音从书架后面传来。",
        "“开门！”外面有人喊道。",
        "“慢用。”端面的人说。",
        "我睡着了，没有听见。“谁呀？”我听见隔壁有人喊了一声。",
    ],
)
def test_somebody_whom_nothing_names_has_no_voice(speech: str) -> None:
    text = (*SHOP, "老人笑着说：“喝茶。”他坐下来，他老了。", "他点点头。", speech)
    assert sure(dialogue_of(*text))[-1] is None


def test_what_goes_on_after_an_unnamed_voice_is_theirs() -> None:
    text = (*SHOP, "“有。”一个苍老的声音从后面传来，“伞放门口。”", "她没有动。")
    assert sure(dialogue_of(*text))[-2:] == [None, None]


def test_those_without_a_name_who_act_are_characters() -> None:
    text = (
        "一个姑娘站在门口，一位老太太坐在窗边。",
        "“我捡到一个钱包。”姑娘把皮夹放在桌上。",
        "“让我看看。”老太太伸出手来。",
        "“是您的吗？”姑娘问。",
    )
    assert speakers(*text) == ["姑娘", "老太太", "姑娘"]


def test_whose_voice_or_face_acts_speaks() -> None:
    text = ("一个姑娘站在门口，她看着那个男人。", "“我没有动过！”姑娘的脸一下子红了。")
    assert speakers(*text) == ["姑娘"]


def test_who_does_not_answer_was_spoken_to() -> None:
    text = ("她看见一个姑娘和一个男人。", "男人问：“你去哪儿？”", "“几点的车？”男人没有回答。")
    assert speakers(*text)[-1] != "男人"


def test_the_next_paragraph_is_not_about_the_one_who_spoke() -> None:
    text = (
        "周远和沈澜坐在桥上。沈澜看着水。周远看着天。她说冷。",
        "“走吗？”沈澜问。",
        "“走。”",
        "沈澜笑了，拍拍身上的土。",
    )
    assert speakers(*text)[-1] != "沈澜"


def test_an_aside_in_a_sentence_changes_no_speaker() -> None:
    text = (
        "周远和沈澜坐在桥上。沈澜看着水。周远看着天。她说冷。",
        "“名字写这儿。”沈澜把笔递给周远，“快写。”",
    )
    assert speakers(*text) == ["沈澜", "沈澜"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("沈澜来了。他看见沈澜。“好。”沈澜笑了。", "沈澜"),
        ("丁小军来了。他看见丁小军。“好。”丁小军笑了。", "丁小军"),
        ("“好。”许婷举起手。“不。”许婷站起来。", "许婷"),
        ("顾北来了。顾北笑了。他问顾北：“走吗？”", "顾北"),
        ("「好。」许婷举起手。「不。」许婷站起来。", "许婷"),
        ("乐乐来了。乐乐跳起来。他叫乐乐。", "乐乐"),
        ("孟师傅来了。我看见孟师傅。", "孟师傅"),
        ("“冷。”老唐说。", "老唐"),
    ],
)
def test_who_acts_in_a_short_story_has_a_name(text: str, name: str) -> None:
    assert acting_names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "慢慢走。慢慢说。他慢慢笑。",
        "小心。小心走。他很小心。",
        "白天走路。白天睡觉。他说白天好。",
        "时候到了。时候不早。那时候。",
        "",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    assert acting_names(text) == []


def test_a_long_text_is_left_to_what_it_says_of_its_speakers() -> None:
    assert acting_names("“好。”沈澜笑了。" * 10_000) == []


def test_a_book_of_today_is_told_from_an_old_novel() -> None:
    assert is_modern(["她来了。"])
    assert is_modern(["“好。”老人说。" * 10])
    assert not is_modern(["石坚道：“好。”" * 10])
    assert not is_modern(["山里下雪。"])


def test_few_voices_in_short_stories_are_wrong() -> None:
    score = modern_score()
    assert score.precision >= 0.95
    assert score.coverage >= 0.6
    assert score.accuracy >= 0.8
