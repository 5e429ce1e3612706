"""Full texts: put in, found at their places, taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.errors import Cancelled
from reader.search import file, passages, searching
from reader.search import index as index_module
from reader.search.index import Index
from reader.search.results import Hit, Results
from reader.search.words import Term, terms_of, words_of
from tests.navigation.making import book, p

WHALES = replace(
    book(
        [p("Call me Ishmael."), p("The white whale swam on; the Whales don't tire.")],
        [p("No such thing 🐋🐋 but a café and the ＷＨＡＬＥ.")],
    ),
    identifier="whales",
)
KINGDOMS = replace(
    book([p("話說天下大勢，分久必合，合久必分。"), p("三國演義與iPhone手機，周末再看。")]),
    identifier="kingdoms",
    language="zh-Hant",
)
TOKYO = replace(
    book([p("東京タワーへ行きました。"), p("서울에 갔다.")]), identifier="tokyo", language="ja"
)
SHELF = {each.identifier: each for each in (WHALES, KINGDOMS, TOKYO)}


@pytest.fixture
def index(tmp_path):
    made = Index(tmp_path / "search.sqlite")
    for each in SHELF.values():
        made.add(each)
    yield made
    made.close()


def standing(hit: Hit) -> str:
    """What the book has at the place of a hit."""
    return SHELF[hit.identifier].chapters[hit.chapter].text[hit.start : hit.end]


def found(results: Results) -> list[str]:
    return [standing(hit) for hit in results.hits]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("whale", ["whale", "ＷＨＡＬＥ"]),
        ("whal*", ["whale", "ＷＨＡＬＥ"]),
        ("whales", ["Whales"]),
        ("hale", []),
        ("white whale", ["white"]),
        ("whale ishmael", ["Ishmael"]),
        ('"white whale"', ["white whale"]),
        ('"whale white"', []),
        ("“WHITE whale”", ["white whale"]),
        ('"ishmael the"', ["Ishmael.\nThe"]),
        ("don’t", ["don't"]),
        ("cafe", []),
        ("café", ["café"]),
        ("cafe\u0301", ["café"]),
        ("三国", ["三國"]),
        ("三國演义", ["三國演義"]),
        ("国", ["國"]),
        ("看", ["看"]),
        ("三演", []),
        ("天下 手机", ["天下"]),
        ("手机 天下", ["天下"]),
        ("iphone", ["iPhone"]),
        ("iphone手机", ["iPhone手機"]),
        ('"iPhone 手機"', ["iPhone手機"]),
        ("与iphone", ["與iPhone"]),
        ("義與iphone", ["義與iPhone"]),
        ("タワー", ["タワー"]),
        ("서울", ["서울"]),
        ("周末", ["周末"]),
        ("🐋", []),
        ("", []),
        ("?! -", []),
        ('"', []),
        ('whale AND "', ["and"]),
        ("NEAR(whale", []),
        ("text:whale", []),
    ],
)
def test_what_is_found(index, text, matches):
    assert found(index.search(text)) == matches


def test_a_long_text_is_looked_for_as_far_as_that_is_quick(index):
    assert found(index.search("whale " * 5_000)) == found(index.search("whale"))
    assert terms_of("white whale white") == terms_of("white whale")
    assert len(terms_of(" ".join(f"w{number}" for number in range(5_000)))) == 64
    assert terms_of("字" * 5_000) == [Term(("字" * 1_000,))]


def test_accents_behind_their_letters_are_those_of_one_character(index):
    apart = replace(book([p("Vie\u0323\u0302t Nam, cafe\u0301.")]), identifier="apart")
    index.add(apart)
    for text, match in (("Việt", "Vie\u0323\u0302t"), ("việt café", "Vie\u0323\u0302t")):
        [hit] = index.search(text, books=["apart"]).hits
        assert apart.chapters[0].text[hit.start : hit.end] == match


def test_a_hit_shows_its_line_and_its_chapter(index):
    (hit,) = index.search("tire").hits
    assert (hit.identifier, hit.chapter, hit.chapter_title) == ("whales", 0, "One")
    assert hit.before == "white whale swam on; the Whales don't "
    assert (hit.match, hit.after) == ("tire", ".")


def test_the_words_that_stand_closest_are_shown(index):
    filler = " ".join(["and so on"] * 30)
    many = replace(book([p(f"harbour {filler} ship {filler} harbour a ship")]), identifier="ships")
    index.add(many)
    (hit,) = index.search("ship harbour").hits
    assert hit.start == many.chapters[0].text.rindex("harbour")


def test_books_are_counted_and_come_with_most_passages_first(index):
    long = replace(book([p("A squid. " * 400)], [p("One more squid.")]), identifier="long")
    short = replace(book([p("A squid.")]), identifier="short")
    index.add(short)
    index.add(long)
    results = index.search("squid")
    assert list(results.by_book) == ["long", "short"]
    assert results.passages == sum(results.by_book.values()) > 3
    assert (results.books, results.complete) == (2, True)
    assert [hit.identifier for hit in results.hits][-1] == "short"


def test_as_many_hits_as_wanted_of_all_and_of_each_book(index):
    long = replace(book([p("A squid. " * 2_000)]), identifier="long")
    short = replace(book([p("A squid.")]), identifier="short")
    index.add(long)
    index.add(short)
    few = index.search("squid", of_each=2)
    assert [hit.identifier for hit in few.hits] == ["long", "long", "short"]
    assert index.search("squid", limit=1).hits == few.hits[:1]
    assert index.search("squid", limit=1).passages == few.passages


def test_more_passages_than_are_counted_are_said_to_be_more(index, monkeypatch):
    monkeypatch.setattr(searching, "_MOST_COUNTED", 2)
    index.add(replace(book([p("A squid. " * 2_000)]), identifier="long"))
    results = index.search("squid")
    assert (results.passages, results.complete) == (2, False)
    assert index.search("tire").complete


def test_only_books_that_are_asked_for(index):
    assert found(index.search("whale", books=["kingdoms"])) == []
    assert found(index.search("whale", books=["whales", "kingdoms"])) == ["whale", "ＷＨＡＬＥ"]
    assert found(index.search("三国", books=[])) == []


def test_only_books_of_a_language(index):
    assert found(index.search("三国", language="zh")) == ["三國"]
    assert found(index.search("三国", language="ja")) == []
    assert found(index.search("whale", language="e")) == []


def test_a_book_that_is_taken_out_is_found_no_more(index):
    index.remove("whales")
    assert found(index.search("whale")) == []
    assert not index.has("whales")
    assert index.identifiers() == {"kingdoms", "tokyo"}
    assert found(index.search("三国")) == ["三國"]
    index.remove("whales")


def test_a_book_that_is_put_in_again_is_replaced(index):
    index.add(replace(book([p("A squid.")]), identifier="whales"))
    assert found(index.search("whale")) == []
    assert index.search("squid").passages == 1


def test_a_book_without_a_chapter_is_in_as_well(index):
    index.add(replace(book(), identifier="empty"))
    assert index.has("empty")


def test_how_much_of_a_book_is_in_is_told(index):
    told: list[float] = []
    index.add(replace(book([p("A squid. " * 2_000)]), identifier="long"), progress=told.append)
    assert told == sorted(told)
    assert len(told) > 5
    assert told[-1] == 1.0


def test_adding_is_cancelled_without_half_a_book(index):
    token = CancelToken()
    long = replace(book([p("A squid. " * 2_000)]), identifier="whales")
    with pytest.raises(Cancelled):
        index.add(long, cancel=token, progress=lambda share: share > 0.3 and token.cancel())
    assert found(index.search("squid")) == []
    assert found(index.search("whale")) == ["whale", "ＷＨＡＬＥ"]


def test_a_search_can_be_cancelled(index):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        index.search("whale", cancel=token)
    assert found(index.search("tire")) == ["tire"]


def test_a_search_is_cancelled_while_the_file_is_read(index, monkeypatch):
    monkeypatch.setattr(file, "_LOOK", 1)
    token = CancelToken()
    other = Index(index.path)
    monkeypatch.setattr(searching.Search, "_wanted", lambda *_: token.cancel() or iter(()))
    with pytest.raises(Cancelled):
        other.search("whale", cancel=token)
    other.close()


def test_tidying_changes_nothing_that_is_found(index):
    before = index.search("whale")
    index.tidy()
    assert index.search("whale") == before


def test_tidying_can_be_cancelled(index, monkeypatch):
    monkeypatch.setattr(index_module, "_STEP", 1)
    index.add(replace(book([p(" ".join(map(str, range(5_000))))]), identifier="large"))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        index.tidy(cancel=token)
    assert found(index.search("whale")) == ["whale", "ＷＨＡＬＥ"]


def test_tidying_gives_room_back(index):
    index.add(replace(book([p(" ".join(map(str, range(20_000))))]), identifier="large"))
    index.tidy()
    full = index.path.stat().st_size
    index.remove("large")
    index.tidy()
    assert index.path.stat().st_size < full / 2
    assert found(index.search("tire")) == ["tire"]


def test_another_program_reads_what_is_written(index):
    other = Index(index.path)
    assert found(other.search("whale")) == ["whale", "ＷＨＡＬＥ"]
    index.remove("whales")
    assert found(other.search("whale")) == []
    other.close()


def test_a_lone_half_of_a_character_does_no_harm(index):
    odd = replace(book([p("odd \ud800 whale")]), identifier="odd")
    index.add(odd)
    assert index.search("odd").hits[0].match == "odd"
    index.remove("odd")
    assert found(index.search("odd")) == []


_RUNS = ["漢字", "汉", "語", "がっこう"]
_WORDS = st.sampled_from(["sea", "Sea", "naïve", "Straße", "ﬁsh", "x1", "ﬀ", *_RUNS])
_SIGNS = st.sampled_from(["", " ", "\u2028", ", ", "。", "🐋", " — ", "\u200d"])


@settings(max_examples=60)
@given(st.data(), st.lists(st.tuples(_WORDS, _SIGNS), min_size=1, max_size=60))
def test_whatever_stands_in_a_book_is_found_at_its_place(tmp_path_factory, data, pieces):
    text = "".join(word + sign for word, sign in pieces)
    first = data.draw(st.integers(0, len(pieces) - 1))
    while first and not pieces[first - 1][1] and pieces[first][0] not in _RUNS:
        first -= 1  # a word is found from its beginning only
    last = data.draw(st.integers(first, min(first + 3, len(pieces) - 1)))
    sought = "".join(word + sign for word, sign in pieces[first:last]) + pieces[last][0]
    made = Index(tmp_path_factory.mktemp("index") / "search.sqlite")
    small = replace(book([p("sea")], [p("🐋"), p(text)]), identifier="small")
    with pytest.MonkeyPatch.context() as patch:
        for figure, small_figure in {"_LONGEST": 60, "_SHORTEST": 20, "_OVERLAP": 50}.items():
            patch.setattr(passages, figure, small_figure)
        made.add(small)
    hits = made.search(f'"{sought}*"', of_each=100).hits
    made.close()
    assert hits
    for hit in hits:
        standing = small.chapters[hit.chapter].text[hit.start : hit.end]
        assert words_of(standing).startswith(words_of(sought))
