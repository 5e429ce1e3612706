"""The readings of polyphonic characters, as the sentence around them decides."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.pinyin.encoder import _ArraysOnly
from reader.language.pinyin.polyphones import knows, likely
from reader.language.pinyin.spans import Lexicon, place_keys, word_keys

HELD_OUT = Path(__file__).parents[2] / "training" / "polyphones" / "held_out.txt"
CPP = Path(__file__).parents[3] / "shared" / "corpora" / "frontend" / "g2p"
MARKED = re.compile(r"(.)\[([a-z]+[1-5])\]")


def best(text: str, place: int) -> str:
    answer = likely(text, [place])[0]
    return max(answer, key=lambda reading: answer[reading])


def marked(line: str) -> tuple[str, list[int], list[str]]:
    """A sentence without its labels, and the places and readings of the labelled characters."""
    text, places, readings, end = "", [], [], 0
    for match in MARKED.finditer(line):
        text += line[end : match.end(1)]
        places.append(len(text) - 1)
        readings.append(match[2])
        end = match.end()
    return text + line[end:], places, readings


@pytest.mark.parametrize(
    "line",
    [
        "这家银行[hang2]的新行[hang2]长[zhang3]只[zhi3]有三十五岁。",
        "两个孩子都[dou1]长[zhang3]大了，一个比一个长[zhang3]得[de5]高。",
        "长[chang2]城是一座很长[chang2]的[de5]墙。",
        "重[chong2]庆的[de5]夏天热得[de5]很。",
        "行[hang2]业里的[de5]人都[dou1]知道他为[wei4]什么离开。",
        "他被选为[wei2]代表，却说没[mei2]有时间[jian1]。",
        "她弹[tan2]琴弹[tan2]得[de5]很好[hao3]，也爱好[hao4]音乐[yue4]。",
        "子[zi3]弹[dan4]打中[zhong4]了[le5]靶子[zi5]。",
        "首都[du1]机场[chang3]的[de5]人都[dou1]在排队。",
        "他从西藏[zang4]带[dai4]回一些藏[zang4]药，藏[cang2]在柜子[zi5]里。",
    ],
)
def test_the_words_around_decide_the_reading(line: str) -> None:
    text, places, readings = marked(line)
    answers = likely(text, [place for place in places if knows(text[place])])
    told = [max(answer, key=lambda each, of=answer: of[each]) for answer in answers]
    wanted = [
        reading for place, reading in zip(places, readings, strict=True) if knows(text[place])
    ]
    assert told == wanted


def test_a_rarer_reading_is_found_where_only_the_sentence_tells() -> None:
    assert best("他睡着了，手里还拿着书。", 2) == "zhao2"
    assert best("他睡着了，手里还拿着书。", 9) == "zhe5"
    assert best("水结成冰，体积变为原来的十分之九。", 8) == "wei2"


def test_every_candidate_has_a_probability_and_they_make_one() -> None:
    for answer in likely("他还没还我钱，行不行？", [1, 3, 7, 9]):
        assert len(answer) >= 2
        assert sum(answer.values()) == pytest.approx(1, abs=1e-5)
        assert all(re.fullmatch("[a-z]+[1-5]", reading) for reading in answer)


def test_a_character_with_one_reading_is_not_known_and_gets_nothing() -> None:
    assert not knows("猫")
    assert likely("猫和老鼠a", [0, 4]) == [{}, {}]
    assert likely("", []) == []


def test_the_same_sentence_gives_the_same_answer() -> None:
    text = "他为了长远的打算，只好重新学起。"
    places = [place for place, character in enumerate(text) if knows(character)]
    assert likely(text, places) == likely(text, places)


def test_what_is_asked_beside_it_does_not_change_an_answer() -> None:
    text = "行长说，这一行都得从头学起。"
    together, alone = likely(text, [0, 1, 6, 8])[2], likely(text, [6])[0]
    assert together == pytest.approx(alone, abs=1e-5)


def test_a_very_long_sentence_is_read_by_stretches() -> None:
    text = "银行行长说他长大了，" * 500
    places = [place for place, character in enumerate(text) if character in "行长"]
    answers = likely(text, places)
    told = {max(each, key=lambda reading, of=each: of[reading]) for each in answers}
    assert len(answers) == len(places)
    assert told == {"hang2", "zhang3"}


@pytest.mark.parametrize(
    "text", ["\ud800行\udfff", "\x00行\n", "行" * 300, "𠀀行🙂", "行\u0301\u200d", "\ue000行"]
)
def test_odd_characters_do_no_harm(text: str) -> None:
    places = [place for place, character in enumerate(text) if character == "行"]
    assert all("hang2" in answer for answer in likely(text, places))


@settings(max_examples=50, deadline=None)
@given(st.text(st.sampled_from("行长得了着还都为银大。a1 \ud800\u3000🙂"), max_size=40))
def test_any_text_gets_an_answer_for_every_place(text: str) -> None:
    answers = likely(text, range(len(text)))
    assert [bool(answer) for answer in answers] == [knows(character) for character in text]


def test_a_word_is_found_again_by_its_key_at_each_of_its_characters() -> None:
    text = "在银行里"
    inside = place_keys(word_keys(text)[0, 1:2], np.array([1], np.uint64))
    alone = place_keys(word_keys("银行")[0, :1], np.array([1], np.uint64))
    other = place_keys(word_keys("银行")[0, :1], np.array([0], np.uint64))
    lexicon = Lexicon(keys=alone, choices=np.array([Lexicon.pack([None, 2])], np.uint8))
    assert list(Lexicon.unpacked(int(lexicon.find(inside)[0]))) == [(1, 2)]
    assert lexicon.find(other)[0] == 0


def test_the_network_is_read_without_running_anything() -> None:
    program = (
        "import sys; from reader.language.pinyin.encoder import encoder; encoder(); "
        "sys.exit('g2pM' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_weights_that_would_run_something_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "weights.pkl"
    file.write_bytes(pickle.dumps(print))
    with file.open("rb") as content, pytest.raises(pickle.UnpicklingError):
        _ArraysOnly(content).load()


def test_everyday_sentences_that_were_not_learned_from_are_read_right() -> None:
    right = asked = 0
    for line in HELD_OUT.read_text("utf-8").splitlines():
        text, places, readings = marked(line)
        for answer, reading in zip(likely(text, places), readings, strict=True):
            if answer:
                asked += 1
                right += max(answer, key=lambda each, of=answer: of[each]) == reading
    assert right / asked >= 0.95


def test_sentences_of_an_encyclopaedia_are_read_right() -> None:
    """A check of the way here, not of quality: the ranker has learned from these sentences."""
    if not (CPP / "cpp_dev.sent").is_file():
        pytest.skip("the labelled sentences of ../shared are not there")
    sentences = (CPP / "cpp_dev.sent").read_text("utf-8").splitlines()[::20]
    labels = (CPP / "cpp_dev.lb").read_text("utf-8").splitlines()[::20]
    right = 0
    for sentence, label in zip(sentences, labels, strict=True):
        told = best(sentence.replace("▁", ""), sentence.index("▁"))
        right += told == {"r5": "er5"}.get(label, label.replace("u:", "v"))
    assert right / len(sentences) > 0.98
