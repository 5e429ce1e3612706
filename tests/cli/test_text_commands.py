"""Sentences, spoken forms and pinyin: a filter for text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_sentences_with_offsets(tingshu: Run) -> None:
    text = "他说：“你好！”然后走了。Dr. Smith left.\nNext line"
    outcome = tingshu("sentences", "-", "--json", stdin=text.encode())
    found = json.loads(outcome.out)
    assert [set(each) for each in found] == [{"start", "end", "text"}] * len(found)
    assert [each["text"] for each in found] == [
        "他说：“你好！”然后走了。",
        "Dr. Smith left.",
        "Next line",
    ]
    assert all(text[each["start"] : each["end"]] == each["text"] for each in found)


def test_sentences_of_a_file_one_a_line(tingshu: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes("\ufeffOne sentence.\r\nThat goes\r\non. Two.".encode())
    outcome = tingshu("sentences", file, "--lang", "en")
    assert outcome.status == 0
    assert "One sentence.\n" in outcome.out
    assert outcome.out.endswith("Two.\n")


def test_no_text_has_no_sentences(tingshu: Run) -> None:
    outcome = tingshu("sentences", "--json")
    assert (outcome.status, json.loads(outcome.out)) == (0, [])


def test_spoken_keeps_line_for_line(tingshu: Run) -> None:
    text = "It costs $3.50.\n\n价格是3.5元。\r\nEnd"
    outcome = tingshu("spoken", stdin=text.encode())
    lines = outcome.out.split("\n")
    assert len(lines) == 5
    assert lines[-1] == lines[1] == ""
    assert "dollar" in lines[0]
    assert not any(map(str.isdigit, lines[0]))
    assert "三点五" in lines[2]
    assert lines[3] == "End"


def test_spoken_in_a_language_that_is_told(tingshu: Run) -> None:
    chinese = tingshu("spoken", "--lang", "zh", stdin=b"25").out.strip()
    english = tingshu("spoken", "--lang", "en", stdin=b"25").out.strip()
    assert chinese == "二十五"
    assert english in {"twenty five", "twenty-five"}


def test_spoken_explains_what_it_read_as_what(tingshu: Run) -> None:
    outcome = tingshu("spoken", "--explain", "--lang", "zh", stdin="共有25人。".encode())
    first, second = outcome.out.splitlines()
    assert first == "共有二十五人。"
    assert second == "    number: 25 → 二十五"


def test_spoken_explains_only_what_is_said_otherwise(tingshu: Run) -> None:
    text = "Dr. Wu paid $3 for the tag <p>."
    outcome = tingshu("spoken", "--explain", "--lang", "en", stdin=text.encode())
    assert outcome.out.splitlines() == [
        "Doctor Wu paid three dollars for the tag <p>.",
        "    abbreviation: Dr. → Doctor",
        "    money: $3 → three dollars",
    ]


def test_spoken_says_foreign_words_in_their_own_language(tingshu: Run) -> None:
    text = "Dr. Wang今天在Room 308花了$12.99。"
    assert tingshu("spoken", stdin=text.encode()).out.strip() == (
        "Doctor Wang今天在Room 三零八花了十二点九九美元。"
    )


def test_a_style_of_spoken_forms_is_used_and_kept_where_asked(tingshu: Run) -> None:
    text = "请拨打12306。".encode()
    plain = tingshu("spoken", stdin=text).out.strip()
    styled = tingshu("spoken", "--style", "one=yi", stdin=text).out.strip()
    assert (plain, styled) == ("请拨打幺二三零六。", "请拨打一二三零六。")
    assert tingshu("spoken", stdin=text).out.strip() == plain
    saved = tingshu("spoken", "--style", "one=yi", "--save", stdin=text)
    assert "one=yi" in saved.err
    assert tingshu("spoken", stdin=text).out.strip() == styled


def test_an_unknown_style_is_told_with_those_there_are(tingshu: Run) -> None:
    outcome = tingshu("spoken", "--style", "one=eins", stdin=b"1")
    assert outcome.status == 2
    assert "one=yao|yi" in outcome.err


def test_pinyin_keeps_line_for_line(tingshu: Run) -> None:
    outcome = tingshu("pinyin", stdin="银行\n你好\n\nabc".encode())
    assert outcome.out.split("\n")[:4] == ["yin2 hang2", "ni2 hao3", "", "abc"]


def test_pinyin_before_sandhi(tingshu: Run) -> None:
    outcome = tingshu("pinyin", "--no-sandhi", stdin="你好，衣服不贵".encode())
    assert outcome.out.strip() == "ni3 hao3，yi1 fu2 bu4 gui4"


@pytest.mark.parametrize("command", ["sentences", "spoken", "pinyin"])
def test_files_that_cannot_be_read(tingshu: Run, tmp_path: Path, command: str) -> None:
    wrong = tmp_path / "gbk.txt"
    wrong.write_bytes("听书".encode("gb18030"))
    for file, complaint in [
        (tmp_path / "missing.txt", "cannot be read"),
        (tmp_path, "cannot be read"),
        (wrong, "not UTF-8"),
    ]:
        outcome = tingshu(command, file)
        assert outcome.status == 1
        assert outcome.out == ""
        assert outcome.err.count("\n") == 1
        assert complaint in outcome.err
        assert file.name in outcome.err
