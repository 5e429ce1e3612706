"""Who speaks in Chinese: by the words around, by turns, and not at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.background import CancelToken
from reader.books.model import Book, Chapter
from reader.dialogue.chinese import attribute
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.dialogue.quotations import find_quotations
from reader.errors import Cancelled
from tests.dialogue.marking import book_of


def dialogue_of(*paragraphs: str, known: Sequence[Character] | None = None) -> Dialogue:
    book = book_of(*paragraphs, language="zh")
    return attribute(book, find_quotations(book), known=known)


def speakers(*paragraphs: str, known: Sequence[Character] | None = None) -> list[str | None]:
    dialogue = dialogue_of(*paragraphs, known=known)
    found = [dialogue.character(each.speaker) for each in dialogue.quotations if each.spoken]
    return [each.name if each else None for each in found]


def person(name: str, *aliases: str, gender: str = "unknown") -> Character:
    return Character(identifier=name, name=name, aliases=(name, *aliases), gender=gender)


LIN = person("林小雨", "小雨", gender="female")
ZHOU = person("周大山", "大山", "老周", gender="male")
WU = person("吴师傅", gender="male")
CAST = (LIN, ZHOU, WU)


@pytest.mark.parametrize(
    "text",
    [
        "林小雨说：“河水涨了。”",
        "“河水涨了。”林小雨说。",
        "林小雨放下篮子，对周大山说：“河水涨了。”",
        "林小雨朝门外看了一眼，低声道：“河水涨了。”",
        "“河水涨了。”林小雨对周大山说。",
        "“河水，”小雨说，“涨了。”",
    ],
)
def test_the_words_beside_a_speech_name_the_speaker(text: str) -> None:
    assert set(speakers(text, known=CAST)) == {"林小雨"}


def test_who_is_spoken_to_does_not_speak() -> None:
    assert speakers("周大山对林小雨说：“船来了。”", known=CAST) == ["周大山"]


def test_a_pronoun_means_who_is_of_that_gender() -> None:
    text = ("周大山和林小雨坐在门口。", "她笑着说：“天晴了。”", "他说：“明天下地。”")
    assert speakers(*text, known=CAST) == ["林小雨", "周大山"]


def test_two_take_turns() -> None:
    text = (
        "林小雨说：“你吃过了吗？”",
        "周大山说：“吃过了。”",
        "“在哪里吃的？”",
        "“在车站。”",
        "“好吃吗？”",
    )
    assert speakers(*text, known=CAST) == ["林小雨", "周大山", "林小雨", "周大山", "林小雨"]


def test_who_is_called_answers() -> None:
    text = (
        "林小雨看见周大山和吴师傅走进院子。",
        "林小雨喊道：“吴师傅，车修好了没有？”",
        "“修好了。”",
    )
    assert speakers(*text, known=CAST) == ["林小雨", "吴师傅"]


def test_speakers_of_the_old_novels_go_by_short_names() -> None:
    text = (
        "却说石坚字伯玉，与韩朗同守北关。石坚谓韩朗曰：“贼兵夜来，当如何？”朗曰：“可坚守。”"
        "坚大喜曰：“正合吾意！”朗曰：“愿从。”坚曰：“善。”朗笑曰：“谢将军。”坚曰：“去。”",
        "次日，石坚升帐。韩朗入见。伯玉曰：“今日出兵。”朗曰：“诺。”坚曰：“快去。”",
    )
    first, second = "石坚", "韩朗"
    assert speakers(*text) == [
        *(first, second, first, second, first, second, first),
        *(first, second, first),
    ]


def test_one_who_is_first_unnamed_is_named_by_what_follows() -> None:
    text = (
        "韩朗曰：“谁敢去？”",
        "忽帐下一人大呼曰：“某愿往！”众视之，乃石坚也。石坚拜谢。",
        "石坚曰：“明日便行。”石坚又曰：“不胜不归。”韩朗曰：“善。”",
    )
    assert speakers(*text)[1] == "石坚"


def test_those_without_a_name_speak_too() -> None:
    text = ("那老者道：“客官从哪里来？”", "行人道：“从山那边来。”", "老者笑道：“请坐。”")
    assert speakers(*text) == ["老者", "行人", "老者"]


def test_poems_that_the_narrator_recites_are_nobodys() -> None:
    before = "石坚曰：“吾去也。”石坚遂行。后人有诗叹曰："
    poem = "“北关月冷夜沉沉，白骨无人问姓名。”"
    book = book_of(before + poem, language="zh")
    said = Quotation(chapter=0, start=4, end=9)
    recited = Quotation(chapter=0, start=len(before), end=len(before + poem))
    found = attribute(book, [said, recited]).quotations
    assert found[1] == recited


def test_traditional_texts_are_read_alike_and_keep_their_names() -> None:
    text = ("趙雲龍說：「門開了。」", "「誰在外面？」陳玉蘭問。", "趙雲龍說：「是風。」")
    marked = [each.replace("「", "“").replace("」", "”") for each in text]
    found = speakers(*marked)
    assert found == ["趙雲龍", "陳玉蘭", "趙雲龍"]


def test_full_name_and_name_of_a_style_are_one_person() -> None:
    text = (
        "此人姓石名坚，字伯玉，乃河东人也。石坚曰：“吾来也。”伯玉曰：“谁与我同去？”",
        "石坚曰：“去。”伯玉曰：“走。”石坚曰：“好。”",
    )
    characters = [each for each in dialogue_of(*text).characters if each.quotations]
    assert [each.quotations for each in characters] == [5]
    assert {"石坚", "伯玉"} <= set(characters[0].aliases)


def test_gender_and_age_are_told_by_words() -> None:
    text = (
        "那老婆婆道：“进来吧。”",
        "小童道：“师父不在家。”",
        "那公主道：“走吧。”",
        "店小二道：“客官里面请。”",
    )
    found = {each.name: (each.gender, each.age) for each in dialogue_of(*text).characters}
    assert found["老婆婆"][0] == "female"
    assert found["公主"] == ("female", "young")
    assert found["小童"][1] == "child"
    assert found["店小二"] == ("male", "adult")


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("林小雨低声说：“别出声。”", "whisper"),
        ("周大山大喝一声道：“站住！”", "shout"),
        ("周大山骂道：“胡说！”", "angry"),
        ("林小雨哭着说：“他走了。”", "sad"),
        ("林小雨笑道：“真好。”", "happy"),
        ("吴师傅淡淡地说：“知道了。”", "calm"),
        ("林小雨颤声道：“有蛇。”", "fear"),
        ("林小雨说：“有信。”", None),
        ("周大山冷笑道：“是吗？”", None),
        ("“站住！”周大山大声喊道。", "shout"),
    ],
)
def test_the_reporting_words_tell_the_style(text: str, style: str | None) -> None:
    found = dialogue_of(text, known=CAST).quotations
    assert [each.style for each in found] == [style]


def test_what_the_words_name_is_surer_than_what_is_guessed() -> None:
    text = (
        "林小雨说：“下雪了。”",
        "周大山、吴师傅都站了起来，院子里一片白。",
        "“好大的雪。”",
    )
    told, guessed = dialogue_of(*text, known=CAST).quotations
    assert told.evidence is Evidence.EXPLICIT
    assert told.confidence > 0.8 > guessed.confidence
    assert guessed.evidence is not Evidence.EXPLICIT


def test_a_speaker_of_the_markup_is_kept() -> None:
    book = book_of("林小雨说：“你好。”", language="zh")
    given = Quotation(
        chapter=0, start=5, end=10, speaker="旁人", confidence=1.0, evidence=Evidence.MARKUP
    )
    dialogue = attribute(book, [given])
    (found,) = dialogue.quotations
    character = dialogue.character(found.speaker)
    assert character is not None
    assert (character.name, found.confidence, found.evidence) == ("旁人", 1.0, Evidence.MARKUP)


def test_what_is_not_spoken_has_no_speaker() -> None:
    book = book_of("林小雨说过“自由”这个词。", language="zh")
    word = Quotation(chapter=0, start=5, end=9, spoken=False)
    assert attribute(book, [word], known=CAST).quotations == (word,)


def test_one_speech_over_two_paragraphs_has_one_speaker() -> None:
    book = book_of("周大山说：“第一件事。", "“第二件事。”", "林小雨走了。", language="zh")
    text = book.chapters[0].text
    first = Quotation(chapter=0, start=text.index("“第一"), end=text.index("\n"))
    second = Quotation(
        chapter=0,
        start=text.index("“第二"),
        end=text.index("”") + 1,
        continues=True,
    )
    found = attribute(book, [first, second], known=CAST).quotations
    assert [each.speaker for each in found] == ["周大山", "周大山"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“",
        "：“”",
        "道：“”道：“",
        "曰" * 500 + "：“。”",
        "急忙跪奏回答笑" * 300 + "它：“。”",
        "他说：“😀\u2028”",
        "“”" * 50,
        "姓" * 90 + "名字" * 90 + "：“。”",
    ],
)
def test_odd_texts_are_no_error(text: str) -> None:
    chapter = Chapter(title="", blocks=book_of(text or " ", language="zh").chapters[0].blocks)
    book = Book(title="", chapters=(chapter,), identifier="", language="zh")
    quotations = [
        Quotation(chapter=0, start=start, end=start + 1) for start in range(0, len(chapter.text), 2)
    ]
    assert len(attribute(book, quotations).quotations) == len(quotations)


def test_the_same_text_gives_the_same_answer() -> None:
    text = ("林小雨说：“去吗？”", "“去。”周大山说。", "“走吧。”")
    assert dialogue_of(*text) == dialogue_of(*text)


def test_progress_rises_to_the_end() -> None:
    heard: list[float] = []
    book = book_of("林小雨说：“去吗？”", language="zh")
    attribute(book, find_quotations(book), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_it_stops_when_asked() -> None:
    token = CancelToken()
    token.cancel()
    book = book_of("林小雨说：“去吗？”", language="zh")
    with pytest.raises(Cancelled):
        attribute(book, find_quotations(book), cancel=token)


def test_a_book_without_speech_has_nobody() -> None:
    assert dialogue_of("山里下了一夜的雪。") == Dialogue()


def test_who_says_his_name_after_a_humble_word_is_himself() -> None:
    monks = (person("净空"), person("慧明"))
    text = ("慧明与净空来到庄前，净空上前敲门。", "“{}净空，特来借宿。”")
    found = [
        dialogue_of(text[0], text[1].format(words), known=monks).quotations[0]
        for words in ("贫僧", "那僧")
    ]
    assert found[0].speaker == "净空"
    assert found[1].speaker != "净空" or found[1].confidence < found[0].confidence
