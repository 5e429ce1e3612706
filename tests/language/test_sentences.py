"""Sentences and clauses."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.clauses import LONGEST_CLAUSE, bounded, clauses, first_clause
from reader.language.enclosures import enclosures
from reader.language.measure import weight
from reader.language.sentences import split

SEGMENTATION = Path(__file__).parents[2].parent / "shared" / "corpora" / "frontend" / "seg"
ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("我他说好。！？…，：“”‘’（）《》「」.!?\"' abcDE.1\n\u2028;—"),
        st.characters(),
    ),
    max_size=80,
)


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["他说：“今天很好。我们走吧。”然后他走了。", "天黑了。"],
        ["“快跑！”他大喊。"],
        ["（他走了。）", "天黑了。"],
        ["我去了（他没去。）那里。"],
        ["小明说：“我不去。”", "小红说：“我去。”大家笑了。"],
        ["我……我不知道。"],
        ["什么？！", "真的！！"],
        ["「你好。」她說。", "「再見。」"],
        ["价格是3.5元。", "便宜！"],
        ["第一行", "第二行"],
        ["Dr. Wang今天来了。", "J. K. Rowling没来。"],
        ["请看《你好吗？》这本书。"],
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
    ],
)
def test_english(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_line_that_goes_on_is_not_cut() -> None:
    assert sentences("And miles to go\u2028before I sleep.") == [
        "And miles to go\u2028before I sleep."
    ]
    assert sentences("one paragraph\n\nanother") == ["one paragraph", "another"]


def test_a_long_speech_is_cut_inside() -> None:
    speech = "他说：“" + "今天的天气真的很好很好。" * 20 + "”"
    assert len(split(speech)) == 20


def test_greek_asks_with_a_semicolon() -> None:
    assert len(split("Τι κάνεις; Καλά.", "el")) == 2
    assert len(split("One; Two.", "en")) == 1


def test_unmatched_marks_enclose_nothing() -> None:
    assert enclosures("“他来了。（走") == []
    assert sentences("“他来了。他走了。") == ["“他来了。", "他走了。"]


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_sentences_hold_everything_but_white_space(text: str) -> None:
    found = split(text)
    assert all(text[s.start : s.end] == s.text == s.text.strip() != "" for s in found)
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "啊" * 200_000,
        "他说。" * 30_000,
        "(" * 20_000 + ")" * 20_000 + "。",
        "“" * 50_000,
        "Mr. " * 30_000,
        "……" * 50_000,
        "”。" * 30_000,
    ],
)
def test_any_length_takes_linear_time(text: str) -> None:
    assert split(text)


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
        ("english_golden_rules.json", 47),
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
    assert boundary_f1(name, " ", corpus(name)) >= 84.4


def test_chinese_treebank() -> None:
    name = "zh_gsdsimp-ud-dev.sentences.txt"
    lines = corpus(name)[0]
    assert boundary_f1(name, "", [lines[n : n + 5] for n in range(0, len(lines), 5)]) >= 99.2


def test_clauses_are_cut_at_breaths() -> None:
    text = "他说，今天天气很好，我们去公园吧，好不好？"
    assert [c.text for c in clauses(text)] == [
        "他说，",
        "今天天气很好，",
        "我们去公园吧，",
        "好不好？",
    ]
    assert [c.text for c in bounded(text)] == [text]
    assert text[: first_clause(text)] == "他说，今天天气很好，"


def test_a_short_sentence_is_its_own_first_clause() -> None:
    assert first_clause("你好，世界。") == 6
    assert first_clause("") == 0


def test_the_first_clause_of_english_ends_at_a_word() -> None:
    text = "word " * 100
    end = first_clause(text)
    assert text[end - 1] == " "
    assert 16 <= end <= 64


@settings(max_examples=300, deadline=None)
@given(st.one_of(ANY_TEXT, st.text(alphabet="啊a ，,", max_size=600)))
def test_pieces_are_bounded_and_hold_everything(text: str) -> None:
    for pieces in (clauses(text), bounded(text)):
        assert "".join("".join(p.text for p in pieces).split()) == "".join(text.split())
        assert all(text[p.start : p.end] == p.text for p in pieces)
        assert all(weight(p.text) <= 2 * LONGEST_CLAUSE for p in pieces)
    assert 0 <= first_clause(text) <= len(text)
