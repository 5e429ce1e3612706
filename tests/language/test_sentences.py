"""Where sentences end, in Chinese, English and both at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.language.enclosures import Enclosures
from reader.language.sentences import split

SEGMENTATION = Path(__file__).parents[2].parent / "shared" / "corpora" / "frontend" / "seg"


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["他说：“今天很好。我们走吧。”然后他走了。", "天黑了。"],
        ["“快跑！”他大喊。"],
        ["（他走了。）", "天黑了。"],
        ["我去了（他没去。）那里。"],
        ["小明说：“我不去。”", "小红说：“我去。”", "大家笑了。"],
        ["我……我不知道。"],
        ["什么？！", "真的！！"],
        ["「你好。」她說。", "「再見。」"],
        ["价格是3.5元。", "便宜！"],
        ["第一行", "第二行"],
        ["Dr. Wang今天来了。", "J. K. Rowling没来。"],
        ["请看《你好吗？》这本书。"],
        ["“真的吗？”小红问，“你没骗我？”", "小明点点头。"],
        ["“走吧！”", "“去哪儿？”", "“回家。”"],
        ["“你疯了？”母亲瞪大了眼睛，“外面下着雨呢！”", "我没理她。"],
        ["“去吗？”", "小红说：“去。”"],
        ["“去吧。”他停了停，又说：“早点回来。”"],
        ["“我……”他欲言又止。", "“你什么？”"],
        ["“加油！”的喊声响彻操场。"],
        ["墙上写着“禁止吸烟。”四个字。", "他看了一眼。"],
        ["「他說『不要。』然後走了。」她笑道。"],
        ["“他来了。", "他走了。"],
        ["他来了。”", "他走了。"],
        ["她一个人想了很久……", "第二天，他走了。"],
        ["一、准备工作。", "二、开始实验。"],
        ["太好了！😂", "我们走吧。"],
        ["太好了😂我们走吧。"],
        ["好的~", "我来了。"],
        ["气温是5~8℃。", "注意保暖。"],
        ["真的。。。", "你信吗？"],
        ["他想说什么，但是……算了。"],
        ["我们去了北京、上海……后来回了家。"],
        ["好大的雪～～", "快来看。"],
        ["“别动！”警察举起枪，大声喝道。", "那人僵住了。"],
        ["老子曰：“道可道，非常道。名可名，非常名。”", "此言甚妙。"],
        ["他（大概是累了吧？）没说话，就走了。"],
    ],
)
def test_chinese(parts: list[str]) -> None:
    joiner = "\u2028" if parts[0] == "第一行" else ""
    assert sentences(joiner.join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Smith met Mr. J. K. Jones.", "They left."],
        ["See e.g. Vol. 3, p. 55, No. 7.", "It is clear."],
        ["It rose 3.5 percent.", "Then it fell."],
        ["Go to www.example.com/a.b now.", "Thanks!"],
        ['"Run!" Tom shouted.', '"Where?"', "They ran."],
        ["He lived in the U.S. for years.", "It was fine."],
        ["Well... maybe not.", "Yes."],
        ["“It’s late,” she said.", "“Let’s go.”", "They left."],
        ["1. The first item", "2. The second item"],
        ["A. Answer one.", "Then more."],
        ["I think No. 5 is best.", "No.", "I won't."],
        ["We met at 5 p.m. on Sunday.", "It was 6 a.m.", "We slept."],
        ["St. Regis is a hotel.", "She lives on Baker St.", "London is big."],
        ["‘Is it the boys’ room?’ she asked.", "‘Yes.’", "He left."],
        ["“Stop.”", "He turned.", "“Who are you?”"],
        ["The company (Acme Corp.) failed.", "So did we."],
        ["He came (as he always did.)", "She was late."],
        ["what is that?", "i never saw one.", "look it up: it is new."],
        ["She works at Yahoo! in sales.", "Good."],
        ["I like it :-)", "It is new."],
        ["Hello...", "Is anybody there?"],
        ["Well... I do not know."],
        ["We saw Madame St. Aubert.", "She waved."],
        ["That was great 👍", "Next one, please."],
        ["Read this.", "https://example.com/a.b tells more."],
        ["He left.", ". . . She stayed."],
    ],
)
def test_english(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["你好.", "我是小明.", "今天天气好."],
        ["真的?", "当然!", "走吧."],
        ['他说:"走吧。"然后他走了。', "天黑了。"],
        ["价格是3.14元．", "便宜．"],
        ["我在Apple Inc.工作。", "你呢？"],
        ["我用Node.js写程序。", "版本是v2.0.1，文件是a.final.docx。"],
        ["他写信到a.b@c.com，又看了www.example.com/a?b=c。", "没有回音。"],
        ["第1.2节讲了什么？", "见第3.4.5节。"],
        ["1. 打开电源。", "2. 按下按钮。"],
        ["CEO Tim Cook来了。", '他说："Hello, China!"', "全场沸腾。"],
    ],
)
def test_chinese_with_latin_letters_and_marks(parts: list[str]) -> None:
    joiner = " " if parts[0].startswith("1. ") else ""
    assert sentences(joiner.join(parts)) == parts


@pytest.mark.parametrize("text", ["***", "———", "……", "* * *", "。", "😂", "~", "=====", ")"])
def test_a_line_of_symbols_is_kept_as_it_is(text: str) -> None:
    assert sentences(text) == [text]
    assert sentences(f"他来了。\n{text}\n他走了。")[-1] == "他走了。"


@pytest.mark.parametrize(
    "parts",
    [
        ["هل أنت بخير؟", "نعم."],
        ["यह अच्छा है।", "वह गया।"],
        ["「こんにちは。」と彼は言った。", "「うん。」"],
    ],
)
def test_the_stops_of_other_scripts(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_verse_is_cut_where_its_lines_are_finished() -> None:
    verse = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。"
    assert sentences(verse) == ["床前明月光，\n疑是地上霜。", "举头望明月，\n低头思故乡。"]


def test_a_line_that_was_broken_for_want_of_room_goes_on() -> None:
    text = "It was late when at last we reached the house of old Mr.\n"
    text += "Smith, who had been waiting for us at the window since\nTuesday. We went in."
    assert sentences(text)[-1] == "We went in."
    assert sentences("The Old House\nIt stood on a hill.") == [
        "The Old House",
        "It stood on a hill.",
    ]


def test_a_quotation_does_not_reach_over_the_end_of_a_paragraph() -> None:
    assert sentences("“他来了。他走了。\n\n“天黑了。”他说。") == [
        "“他来了。",
        "他走了。",
        "“天黑了。”他说。",
    ]


def test_a_line_that_goes_on_is_not_cut() -> None:
    assert sentences("And miles to go\u2028before I sleep.") == [
        "And miles to go\u2028before I sleep."
    ]
    assert sentences("one paragraph\n\nanother") == ["one paragraph", "another"]


def test_a_long_speech_is_cut_inside() -> None:
    speech = (
        "“你们听好了，今天晚上谁也不许离开自己的岗位，听明白了没有？要是有人敢偷懒，"
        "我绝不放过他！不管发生什么事情，都要把这批货送到码头去，一件也不能少！”队长说。"
    )
    assert sentences(speech) == [speech]


def test_greek_asks_with_a_semicolon() -> None:
    assert len(split("Τι κάνεις; Καλά.", "el")) == 2
    assert len(split("One; Two.", "en")) == 1


def test_marks_enclose_what_is_short_enough() -> None:
    pairs = Enclosures('他说"不。"（好《书》）')
    found = [pair and (pair.start, pair.end) for pair in map(pairs.around, (0, 3, 9))]
    assert found == [None, (2, 5), (6, 11)]


def test_unmatched_marks_enclose_nothing() -> None:
    assert Enclosures("“他来了。（走").around(4) is None
    assert sentences("“他来了。他走了。") == ["“他来了。", "他走了。"]


def golden(name: str) -> list[tuple[str, list[str]]]:
    file = SEGMENTATION / name
    if not file.exists():
        pytest.skip(f"the shared corpus {file.name} is not here")
    items: list[Any] = json.loads(file.read_text(encoding="utf-8"))
    return [
        (item["text"], item["sentences"]) if isinstance(item, dict) else (item[0], item[1])
        for item in items
    ]


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("mixed_sample.json", 16),
        ("chinese_golden_rules.json", 2),
        ("english_golden_rules.json", 48),
    ],
)
def test_golden_rules(name: str, floor: int) -> None:
    right = sum(sentences(text) == expected for text, expected in golden(name))
    assert right >= floor


def boundary_f1(name: str, joiner: str, groups: list[list[str]]) -> float:
    hits = found = expected = 0
    for group in groups:
        text = joiner.join(group)
        gold = {len(joiner.join(group[:n]).replace(" ", "")) for n in range(1, len(group))}
        cuts = {len(text[: s.start].replace(" ", "")) for s in split(text)[1:]}
        hits += len(gold & cuts)
        found += len(cuts)
        expected += len(gold)
    return 200 * hits / (found + expected)


def corpus(name: str) -> list[list[str]]:
    file = SEGMENTATION / name
    if not file.exists():
        pytest.skip(f"the shared corpus {file.name} is not here")
    groups: list[list[str]] = [[]]
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# new"):
            groups.append([])
        elif line.startswith("# text = "):
            groups[-1].append(line.removeprefix("# text = ").strip())
    return [group for group in groups if group]


def test_english_treebank() -> None:
    name = "en_ewt-ud-dev.sentences.txt"
    assert boundary_f1(name, " ", corpus(name)) >= 87.5


def test_chinese_treebank() -> None:
    name = "zh_gsdsimp-ud-dev.sentences.txt"
    lines = corpus(name)[0]
    assert boundary_f1(name, "", [lines[n : n + 5] for n in range(0, len(lines), 5)]) >= 99.4
