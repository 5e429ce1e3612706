"""Which stretches of a book are said."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from time import process_time

import pytest

from reader.background import CancelToken
from reader.books.model import Block, BlockKind, Chapter, Run
from reader.dialogue.model import Evidence
from reader.dialogue.quotations import find_quotations
from reader.errors import Cancelled
from tests.dialogue.marking import book_of, book_with, found_in, plain


def assert_found(*paragraphs: str, language: str = "en") -> None:
    book = book_of(*map(plain, paragraphs), language=language)
    assert found_in(book) == list(paragraphs)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "⟦“Come in,”⟧ said Anna. She sat down."),
        ("en", 'He whispered, ⟦"Nobody is here."⟧'),
        ("en", "⟦‘Come in,’⟧ said Anna."),
        ("en", "⟦'Come in,'⟧ said Anna."),
        ("de", "⟦„Komm herein“⟧, sagte Anna."),
        ("de", "⟦»Komm herein«⟧, sagte Anna."),
        ("sv", "⟦”Kom in”⟧, sade Anna."),
        ("fr", "⟦« Entrez »⟧, dit Anna."),
        ("zh", "⟦“进来。”⟧安娜说。"),
        ("zh", "安娜說：⟦「進來。」⟧"),
        ("ja", "⟦「お入り」⟧とアンナは言った。今までの⟨「憐れ」⟩が浮いている。"),
        ("zh", '安娜说:⟦"进来。"⟧她坐下了。'),
    ],
)
def test_every_kind_of_mark_may_enclose_speech(language: str, text: str) -> None:
    assert_found(text, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "⟦“He told me, ‘Never come back,’ and went,”⟧ she said.",
        "⟦'He told me, \"Never come back,\" and went,'⟧ she said.",
        "她说：⟦“他叫我‘老张’，你听见了吗？”⟧",
        "她說：⟦「他說『不行』，你信嗎？」⟧",
        "他说：⟦“她喊：“快跑！”我就跑了。”⟧",
    ],
)
def test_what_is_quoted_in_speech_is_part_of_it(text: str) -> None:
    assert_found(text, language="zh" if "说" in text or "說" in text else "en")


@pytest.mark.parametrize(
    "text",
    [
        "⟦'Tis a fine day,'⟧ he said. ⟦+'The dogs' tails don't wag.'⟧",
        "⟦'I saw 'em there,'⟧ he said.",
        "⟦‘Don’t,’⟧ she said. ⟦+‘It’s the dogs’ dinner.’⟧",
        "⟦'Where are you goin'?'⟧ he asked. The boys' room was empty.",
        "⟦'In the '90s we had 'em all,'⟧ he said. It wasn't so.",
    ],
)
def test_apostrophes_neither_open_nor_close(text: str) -> None:
    assert_found(text)


def test_apostrophes_are_no_marks_where_double_ones_are_used() -> None:
    assert_found(
        "⟦“I saw ’em there,”⟧ he said. The boys’ room was empty, and ’twas cold.",
        "'Tis said that the dogs' dinner wasn't theirs.",
        '⟦"Yes,"⟧ he said.',
    )


def test_the_whole_book_decides_whether_single_marks_are_speech() -> None:
    term = "They called it the 'great' war."
    assert_found("⟦“Yes,”⟧ he said.", term)
    assert_found("⟦'Yes,'⟧ he said.", "They called it the ⟨'great'⟩ war.")


def test_speech_over_paragraphs_repeats_its_mark() -> None:
    assert_found("He said: ⟦“This is long.⟧", "⟦+“And longer,”⟧ he said.", "⟦“Yes.”⟧")
    assert_found("他说：⟦“很长。⟧", "⟦+“更长。”⟧", "⟦“是。”⟧她答道。", language="zh")


def test_speech_over_paragraphs_may_have_marks_only_at_its_ends() -> None:
    assert_found(
        "他说：⟦“第一段。⟧", "⟦+第二段没有引号。⟧", "⟦+第三段完了。”⟧他走了。", language="zh"
    )


def test_a_missing_closing_mark_costs_a_paragraph_at_most() -> None:
    assert_found("⟦“Come here, he said.⟧", "He went away.", "It rained.", "⟦“Yes,”⟧ she said.")
    assert_found("⟦“来吧。⟧她说：⟦“走。”⟧", "天黑了。", language="zh")


def test_mistaken_marks_are_mended() -> None:
    assert_found("⟦“他走了。“⟧她说。", language="zh")
    assert_found("⟦”他走了。”⟧她说。", language="zh")
    assert_found("她说：⟦他走了。”⟧", language="zh")
    assert_found('⟦“Come here,"⟧ he said.')


def test_a_measure_in_inches_opens_nothing() -> None:
    assert_found('The board was 12" wide. ⟦"Too wide,"⟧ he said.')


@pytest.mark.parametrize(
    "text",
    [
        "⟦“Come,”⟧ he said, ⟦+“and see.”⟧",
        "⟦“Come!”⟧ he cried. ⟦+“You must see this.”⟧",
        "⟦“Come,”⟧ said Anna, smiling; ⟦+“you must see this.”⟧",
        "⟦“I’ll go,”⟧ said Mr. Bell. ⟦+“At once.”⟧",
        "⟦“来，”⟧他说，⟦+“你看。”⟧",
        "⟦“来吧。”⟧他笑着说，⟦+“你看。”⟧",
    ],
)
def test_the_narrator_interrupts_speech(text: str) -> None:
    assert_found(text, language="zh" if "他" in text else "en")


@pytest.mark.parametrize(
    "text",
    [
        "⟦“Come,”⟧ he said. Anna answered, ⟦“No.”⟧",
        "⟦“Come,”⟧ he said. The so-called ⟨“war”⟩ was over.",
        "⟦“Come.”⟧ He waited a while. Nobody moved. The wind rose. ⟦“No.”⟧",
        "⟦“何人？”⟧操曰：⟦“我也。”⟧",
        "⟦“去吗？”⟧小明问。⟦“去。”⟧小红答道。",
        "⟦“然，”⟧孔明曰：⟦“必用火攻。”⟧",
        "⟦“Come?”⟧ asked Anna. ⟦“No,”⟧ said Bert.",
        "⟦“Come,”⟧ said Anna. ⟦“No,”⟧ said Bert.",
    ],
)
def test_another_one_answers_in_the_same_paragraph(text: str) -> None:
    assert_found(text, language="en" if "Come" in text else "zh")


@pytest.mark.parametrize(
    ("language", "paragraphs"),
    [
        (
            "fr",
            ["⟦— Bonjour,⟧ dit-il. Il sortit.", "⟦— Adieu !⟧ répondit-elle.", "⟦— Adieu !⟧"],
        ),
        ("ru", ["⟦— Привет,⟧ — сказал он. ⟦+— Пока.⟧", "⟦— Да.⟧", "⟦— Нет.⟧"]),
        ("es", ["⟦—Hola⟧ —dijo él—. ⟦+Adiós.⟧", "⟦—Sí.⟧", "⟦—No.⟧"]),
        (
            "en",
            [
                "⟦—Thanks, old chap,⟧ he cried. ⟦+Will you come?⟧",
                "⟦—Yes, my love.⟧",
                "⟦—I was,⟧ Stephen said. He walked on.",
            ],
        ),
    ],
)
def test_a_dash_opens_speech_in_books_that_use_it_so(language: str, paragraphs: list[str]) -> None:
    assert_found(*paragraphs, language=language)


def test_a_dash_opens_no_speech_where_a_book_uses_marks() -> None:
    assert_found("⟦“Yes,”⟧ he said.", "⟦“No,”⟧ she said.", "— And so they went.")
    assert_found("⟦“好。”⟧他说。", "——《临江仙》", language="zh")
    assert_found("All that glitters is not gold.", "—William Shakespeare")
    assert_found("All that glitters is not gold.", "— William Shakespeare.")
    assert_found("Rules of the game:", "– Jones pays for the wine.", "– Nobody leaves early.")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called ⟨“war”⟩ began.",
        "He read ⟨“Hamlet”⟩ and ⟨“The Times.”⟩",
        "She was, as he put it, ⟨“fine.”⟩ Nobody minded.",
        "The word ⟨“love”⟩ has four letters.",
        "A bottle marked ⟨“poison,”⟩ so Alice put it back.",
        "所谓⟨“人才”⟩，不过如此。",
        "旗上大书⟨“天公将军”⟩四字。",
        "号为⟨“十常侍”⟩。",
        "店名叫⟨“好再来”⟩。",
        "后人有诗曰：⟨“青山依旧在，几度夕阳红。”⟩",
        "他读《红楼梦》，《》里是书名。",
    ],
)
def test_titles_terms_and_doubts_are_not_said(text: str) -> None:
    assert_found(text, language="en" if text.isascii() or "he " in text.lower() else "zh")


@pytest.mark.parametrize(
    "text",
    [
        "⟦“Yes”⟧—and he was gone.",
        "He cried ⟦“Stop!”⟧ and ran.",
        "大叫⟦“开门”⟧。",
        "⟦“天啊”⟧，他叫道。",
        "众人都说：⟦“好”⟧。",
        "⟦“……”⟧",
    ],
)
def test_short_speech_is_said(text: str) -> None:
    assert_found(text, language="en" if "he " in text.lower() else "zh")


def test_letters_are_read_and_not_said() -> None:
    assert_found(
        "She read it aloud.",
        "⟨“My dear Friend,⟩",
        "⟨“If you do not come to dine with us, I shall be very sorry. Yours ever,⟩",
        "⟨“CAROLINE.”⟩",
        "⟦“How kind!”⟧ cried Jane.",
    )


def test_somebody_called_dear_is_spoken_to() -> None:
    assert_found("⟦“My dear aunt, this is too much.”⟧", "⟦“My dear,”⟧ he said, ⟦+“it is not.”⟧")


def test_nobody_speaks_in_headings_notes_and_tables() -> None:
    for kind in (BlockKind.HEADING, BlockKind.NOTE, BlockKind.TABLE_ROW):
        quotations = find_quotations(book_of("“Come in,” said Anna.", kind=kind))
        assert [each.spoken for each in quotations] == [False]


def test_code_and_pictures_have_no_quotations() -> None:
    for kind in (BlockKind.CODE, BlockKind.IMAGE):
        assert find_quotations(book_of("print(“Come in,”)", kind=kind)) == []


def test_speech_does_not_go_on_behind_a_scene_break() -> None:
    paragraph, separator = BlockKind.PARAGRAPH, BlockKind.SEPARATOR
    parts = [(paragraph, "“Wait."), (separator, "***"), (paragraph, "“Yes,” he said.")]
    blocks = (Block(kind=kind, runs=(Run(text=text),)) for kind, text in parts)
    assert [each.continues for each in find_quotations(book_with(*blocks))] == [False, False]


def test_a_line_of_verse_may_be_said() -> None:
    book = book_of("“Row, row,\u2028row your boat,”\u2028he sang.")
    assert found_in(book) == ["⟦“Row, row,\u2028row your boat,”⟧\u2028he sang."]


def play(*lines: tuple[str, str | None], kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    runs = tuple(Run(text=text, speaker=speaker) for text, speaker in lines)
    return Block(kind=kind, runs=runs)


def test_markup_tells_who_speaks() -> None:
    block = play(("“Who’s there?”", "Bernardo"), (" he asked. ", None), ("“Me.”", "Francisco"))
    first, second = find_quotations(book_with(block))
    assert (first.speaker, first.evidence, first.confidence) == (
        "Bernardo",
        Evidence.MARKUP,
        1.0,
    )
    assert second.speaker == "Francisco"
    assert not second.continues


def test_runs_of_one_speaker_are_one_speech_over_paragraphs() -> None:
    book = book_with(
        play(("To be, ", "Hamlet"), ("or not", "Hamlet"), (" to be.", "Hamlet")),
        play(("That is the question.", "Hamlet")),
        play(("My lord.", "Ophelia")),
    )
    found = find_quotations(book)
    assert [(each.speaker, each.continues) for each in found] == [
        ("Hamlet", False),
        ("Hamlet", True),
        ("Ophelia", False),
    ]


def test_marks_outside_the_markup_are_found_as_well() -> None:
    block = play(("“Go,”", "Anna"), (" she said. “Now,” said Bert.", None))
    assert [each.speaker for each in find_quotations(book_with(block))] == ["Anna", None]


ODD = [
    "“",
    "”",
    "“”",
    "‘’",
    "'",
    '"',
    '""""',
    "「",
    "』",
    "—",
    "“‘“‘“‘",
    "’”’”",
    "«»«",
    "“ ”",
    "\u2028",
    "“\u2028”",
    "'''",
    "”“”“",
    "—— ——",
    "\ud800“x”",
]


@pytest.mark.parametrize("language", ["en", "zh", "fr", "ru", "und"])
@pytest.mark.parametrize("single", [False, True])
def test_odd_text_gives_quotations_in_order_and_within_it(language: str, *, single: bool) -> None:
    beginning = ["'Yes,' he said."] * 9 if single else []
    texts = [*beginning, *ODD, *(a + "x." + b for a, b in pairwise(ODD))]
    book = book_of(*texts, language=language)
    found = find_quotations(book)
    assert all(0 <= a.start < a.end <= b.start for a, b in pairwise(found))
    assert all(each.end <= len(book.chapters[0].text) for each in found)


def test_a_book_without_speech_has_none() -> None:
    assert find_quotations(book_of("It rained.", "It rained on.")) == []


def test_time_grows_with_the_text_only() -> None:
    opened = book_of("“a " * 9_000 + "‘b " * 9_000, "'c " * 9_000, "don't \"" * 9_001)
    begun = process_time()
    assert len(find_quotations(opened)) > 0
    assert process_time() - begun < 30  # two minutes where each mark looks at all that follow


def test_chapters_are_counted_and_progress_is_told() -> None:
    book = book_of("“Yes,” he said.")
    book = replace(book, chapters=book.chapters * 4)
    told: list[float] = []
    found = find_quotations(book, progress=told.append)
    assert [each.chapter for each in found] == [0, 1, 2, 3]
    assert told == [0.25, 0.5, 0.75, 1.0]


def test_the_search_can_be_stopped() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find_quotations(book_of("“Yes,” he said."), cancel=token)


def test_an_empty_chapter_is_no_trouble() -> None:
    book = replace(book_of("“Yes.”"), chapters=(Chapter(title="", blocks=()),))
    assert find_quotations(book) == []
