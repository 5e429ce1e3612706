"""What the lexicon tells the narrator: cues in order, the reader's before the book's."""

from __future__ import annotations

from reader.books.model import Block, BlockKind, Book, Chapter, Emphasis, Pronunciation, Run
from reader.lexicon.director import LexiconDirector, ReadersWords
from reader.lexicon.entry import Entry, Kind, Matching
from reader.narration.delivery import Cue, Delivery, Director


def paragraph(*runs: Run, language: str | None = None) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, runs=runs, language=language)


def book(*blocks: Block | str, language: str = "en", **more: tuple[Pronunciation, ...]) -> Book:
    made = [paragraph(Run(text=each)) if isinstance(each, str) else each for each in blocks]
    return Book(
        title="T",
        chapters=(Chapter(title="One", blocks=tuple(made)),),
        identifier="this",
        language=language,
        **more,
    )


def cues(whole: Book, *entries: Entry, stress: float = 1.0) -> list[tuple[str, Delivery]]:
    """What is asked for, by the words it is asked for."""
    director: Director = LexiconDirector(whole, entries, stress_words=stress)
    text = whole.chapters[0].text
    return [(text[cue.start : cue.end], cue.delivery) for cue in director.cues(0, 0, len(text))]


def test_every_kind_asks_for_what_it_means() -> None:
    whole = book("Tea for Anna, 典当 and the loud page")
    entries = [
        Entry(word="tea", say="tee"),
        Entry(word="Anna", kind=Kind.IPA, say="ˈɑːnə"),
        Entry(word="典当", kind=Kind.PINYIN, say="dian3 dang4"),
        Entry(word="loud", kind=Kind.STRESS),
        Entry(word="page", kind=Kind.SKIP),
    ]
    assert cues(whole, *entries, stress=1.5) == [
        ("Tea", Delivery(said="tee")),
        ("Anna", Delivery(phonemes="ˈɑːnə", alphabet="ipa")),
        ("典当", Delivery(phonemes="dian3 dang4", alphabet="x-pinyin")),
        ("loud", Delivery(emphasis=Emphasis.STRONG, emphasis_level=1.5)),
        ("page", Delivery(said="")),
    ]


def test_only_what_was_asked_for_is_answered_in_offsets_of_the_chapter() -> None:
    whole = book("One tea.", "Two tea.")
    director = LexiconDirector(whole, [Entry(word="tea", say="x")])
    assert list(director.cues(0, 9, 17)) == [Cue(start=13, end=16, delivery=Delivery(said="x"))]


def test_entries_of_other_books_are_left_aside_and_those_of_this_one_overrule_its_markup() -> None:
    director = LexiconDirector(
        book("tea, coffee, milk"),
        [
            Entry(word="tea", say="a", book="other"),
            Entry(word="coffee", say="b", book="this"),
            Entry(word="milk", say="c"),
        ],
    )
    told = [(cue.delivery.said, cue.overrules) for cue in director.cues(0, 0, 17)]
    assert told == [("b", True), ("c", False)]


def test_a_word_may_be_respelled_and_stressed_at_once() -> None:
    entries = Entry(word="York City", say="Jork"), Entry(word="New York", kind=Kind.STRESS)
    told = cues(book("in New York City now"), *entries)
    assert [words for words, _ in told] == ["New York City", "York City"]
    assert told[0][1].emphasis is Emphasis.STRONG
    assert told[1][1].within(told[0][1]).emphasis is Emphasis.STRONG
    same = cues(book("tea"), Entry(word="tea", say="x"), Entry(word="tea", kind=Kind.STRESS))
    assert [delivery.said for _, delivery in same] == [None, "x"]


def test_stress_can_be_switched_off() -> None:
    whole, entry = book("loud"), Entry(word="loud", kind=Kind.STRESS)
    assert cues(whole, entry, stress=0.0) == []
    director = LexiconDirector(whole, [entry], stress_words=0.0)
    director.stress_words = 2.0
    assert [cue.delivery.emphasis_level for cue in director.cues(0, 0, 4)] == [2.0]


def test_entries_change_while_the_book_is_read() -> None:
    director = LexiconDirector(book("tea and milk"), [Entry(word="tea", say="x")])
    reading = director.cues(0, 0, 12)
    first = next(reading)
    director.set_entries([Entry(word="milk", say="y")])
    assert [first.delivery.said, *(cue.delivery.said for cue in reading)] == ["x"]
    assert [cue.delivery.said for cue in director.cues(0, 0, 12)] == ["y"]


def test_the_books_own_lexicon_is_the_weakest() -> None:
    lexicon = (
        Pronunciation(word="Anna", phonemes="ˈænə", language="en"),
        Pronunciation(word="Bob", alias="Robert"),
        Pronunciation(word="Cy", phonemes='"saI', alphabet="x-sampa"),
        Pronunciation(word="典当", phonemes="dian3dang4", alphabet="x-pinyin", language="zh"),
    )
    whole = book("Lady Anna, Bob, Cy 典当", pronunciations=lexicon)
    told = cues(whole, Entry(word="Lady Anna", say="Katherine", book="this"))
    assert told == [
        ("Lady Anna", Delivery(said="Katherine")),
        ("Bob", Delivery(said="Robert")),
        ("Cy", Delivery(phonemes="ˈsaɪ", alphabet="ipa")),
        ("典当", Delivery(phonemes="dian3 dang4", alphabet="x-pinyin")),
    ]
    director = LexiconDirector(whole, ())
    assert not any(cue.overrules for cue in director.cues(0, 0, 20))


def test_what_no_voice_can_say_of_the_books_lexicon_is_left_out() -> None:
    lexicon = (
        Pronunciation(word="Anna", phonemes="%%", alias="Ahna"),
        Pronunciation(word="Bob", phonemes="b0b", alphabet="x-klingon"),
        Pronunciation(word="Cy"),
    )
    assert cues(book("Anna, Bob, Cy", pronunciations=lexicon)) == [("Anna", Delivery(said="Ahna"))]


def test_a_language_is_what_the_markup_says_or_else_the_letters() -> None:
    chat = Entry(word="chat", say="shah", language="fr")
    marked = paragraph(
        Run(text="A chat with a "), Run(text="chat", language="fr-FR"), Run(text=".")
    )
    director = LexiconDirector(book(marked), [chat])
    assert [(cue.start, cue.end) for cue in director.cues(0, 0, 19)] == [(14, 18)]
    chinese, english = Entry(word="行", say="x", language="zh"), Entry(word="ok", language="en")
    assert [words for words, _ in cues(book("他说 ok，不行"), chinese, english)] == ["ok", "行"]
    french = paragraph(Run(text="le chat"), language="fr")
    assert [words for words, _ in cues(book(french), chat)] == ["chat"]


def test_pinyin_of_a_pattern_is_said_only_where_it_has_a_syllable_a_hanzi() -> None:
    entry = Entry(word="行[长业]?", kind=Kind.PINYIN, say="hang2", matching=Matching.PATTERN)
    assert [words for words, _ in cues(book("行长，行。", language="zh"), entry)] == ["行"]


def test_pinyin_of_a_pattern_is_not_said_for_letters() -> None:
    entry = Entry(word="T?恤", kind=Kind.PINYIN, say="xu4", matching=Matching.PATTERN)
    assert [words for words, _ in cues(book("T恤，恤。", language="zh"), entry)] == ["恤"]


def test_entries_made_ready_serve_many_books() -> None:
    entries = [
        Entry(word="tea", say="x"),
        Entry(word="loud", kind=Kind.STRESS),
        Entry(word="milk", say="y", book="other"),
    ]
    ready = ReadersWords.of(entries)
    for text in ("tea and milk", "loud tea"):
        director = LexiconDirector(book(text), ready)
        plain = LexiconDirector(book(text), entries)
        assert [*director.cues(0, 0, len(text))] == [*plain.cues(0, 0, len(text))] != []
