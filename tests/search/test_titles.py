"""Finding books by their titles and authors, and putting them in order."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.sorting import first_letters, sort_key
from reader.search.titles import TitleFinder


@dataclass(frozen=True)
class Entry:
    title: str
    authors: tuple[str, ...] = ()


SHELF = [
    Entry("Emma", ("Jane Austen",)),
    Entry("The Moonstone", ("Wilkie Collins",)),
    Entry("Persuasion", ("Jane Austen",)),
    Entry("Les Misérables", ("Victor Hugo",)),
    Entry("A Dilemma"),
    Entry("Don’t Look Now"),
    Entry("三国演义", ("罗贯中",)),
    Entry("《紅樓夢》（上）", ("曹雪芹",)),
    Entry("水浒传"),
    Entry("阿Q正传", ("鲁迅",)),
    Entry("吕氏春秋"),
    Entry("Ｆｕｌｌ Width"),
    Entry("東京物語"),
    Entry("كليلة ودمنة"),
    Entry(""),
]
FINDER = TitleFinder(SHELF)


def found(text: str) -> list[str]:
    return [entry.title for entry in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("emma", ["Emma", "A Dilemma"]),
        ("stone", ["The Moonstone"]),
        ("austen persua", ["Persuasion"]),
        ("AUSTEN", ["Emma", "Persuasion"]),
        ("collins moon the", ["The Moonstone"]),
        ("miserables", ["Les Misérables"]),
        ("misérables!", ["Les Misérables"]),
        ("dont", ["Don’t Look Now"]),
        ("don't", ["Don’t Look Now"]),
        ("full", ["Ｆｕｌｌ Width"]),
        ("كليلة", ["كليلة ودمنة"]),
        ("三國", ["三国演义"]),
        ("红楼梦", ["《紅樓夢》（上）"]),
        ("罗 三", ["三国演义"]),
        ("sgyy", ["三国演义"]),
        ("sanguo", ["三国演义"]),
        ("SanGuoYanYi", ["三国演义"]),
        ("san guo", ["三国演义"]),
        ("yanyi", ["三国演义"]),
        ("sanguoyy", ["三国演义"]),
        ("hlm", ["《紅樓夢》（上）"]),
        ("shz", ["水浒传"]),
        ("shuihuchuan", ["水浒传"]),
        ("aqzz", ["阿Q正传"]),
        ("lvshi", ["吕氏春秋"]),
        ("lxun", ["阿Q正传"]),
        ("cxq hlm", ["《紅樓夢》（上）"]),
        ("guosan", []),
        ("sanguoo", []),
        ("emma persuasion", []),
    ],
)
def test_what_is_found(text, titles):
    assert found(text) == titles


@pytest.mark.parametrize("text", ["", "  "])
def test_without_a_word_all_come_as_they_were(text):
    assert FINDER.find(text) == SHELF


@pytest.mark.parametrize(("text", "titles"), [("😀", ["😀"]), (" ?!", ["What?!"]), ("*", [])])
def test_signs_alone_are_found_as_they_are(text, titles):
    finder = TitleFinder([*SHELF, Entry("😀"), Entry("What?!")])
    assert [entry.title for entry in finder.find(text)] == titles


def test_titles_that_begin_with_it_come_first_then_words_then_parts_then_authors():
    titles = ["Remark", "On Mark", "Gospel", "Mark Twain", "x 马尔克"]
    authors = {"Gospel": ("Mark",)}
    shelf = [Entry(title, authors.get(title, ())) for title in titles]
    best = [entry.title for entry in TitleFinder(shelf).find("mark")]
    assert best == ["Mark Twain", "On Mark", "Remark", "Gospel"]


def test_one_letter_is_no_pinyin_in_the_middle_of_a_title():
    assert "三国演义" not in found("g")
    assert "三国演义" in found("s")


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_title_is_found_by_any_of_its_words(title, other):
    entry = Entry(title + " " + other)
    finder = TitleFinder([entry])
    assert all(finder.find(word) == [entry] for word in title.split())


def test_what_could_be_read_in_many_ways_is_still_answered_at_once():
    finder = TitleFinder([Entry("啊 " + "aaaa " * 40)])
    assert finder.find("a" * 150 + "b") == []


@pytest.mark.parametrize(
    ("title", "language", "letters"),
    [
        ("三国演义", "zh", "sgyy"),
        ("水滸傳", "zh-Hant", "shz"),
        ("《红楼梦》", "zh", "hlm"),
        ("The Moonstone", "en", "moonstone"),
        ("The", "en", "the"),
        ("Émile", "fr", "emile"),
        ("L’Étranger", "fr", "etranger"),
        ("Die Räuber", "de-AT", "rauber"),
        ("Die Hard", "en", "die hard"),
        ("“A Tale”", "und", "tale"),
        ("", "en", ""),
        ("…", "en", ""),
    ],
)
def test_what_one_types_to_get_to_a_title(title, language, letters):
    assert first_letters(title, language) == letters


def test_titles_are_sorted_as_one_reads_them():
    titles = ["Volume 10", "Volume 9", "The Apple", "Épée", "红楼梦", "阿Q正传", "Zebra", "Eagle"]
    assert sorted(titles, key=sort_key) == [
        "阿Q正传",
        "The Apple",
        "Eagle",
        "Épée",
        "红楼梦",
        "Volume 9",
        "Volume 10",
        "Zebra",
    ]


@given(st.text(max_size=20), st.sampled_from(["en", "fr", "zh", "und", ""]))
def test_any_title_has_its_place(title, language):
    assert isinstance(sort_key(title, language), str)
    assert isinstance(first_letters(title, language), str)
