"""Who speaks where the markup tells, terms, and pronunciations: what runs say of themselves."""

from __future__ import annotations

import pytest

from reader.books.cutting import LONGEST_BLOCK
from reader.books.model import LINE_BREAK, Chapter, Emphasis, Run
from reader.books.registry import read_book
from tests.books.making import make_epub, page_of

SSML = 'xmlns:ssml="http://www.w3.org/2001/10/synthesis"'
PERSONA = 'epub:type="z3998:persona"'


def spoken(body: str) -> list[tuple[str, str | None]]:
    told: list[tuple[str, str | None]] = []
    for block in page_of(body).blocks:
        for run in block.runs:
            told.append((run.text.strip(" "), run.speaker))
    return told


def test_a_speaker_may_be_named_by_an_attribute():
    body = (
        '<div data-speaker="Anna"><p>Hello,</p><p>said <b data-speaker="">she</b>, '
        '<q data-speaker="  Ben  Jonson:">hi</q></p></div><p>End.</p>'
    )
    assert spoken(body) == [
        ("Hello,", "Anna"),
        ("said", "Anna"),
        ("she", None),
        (",", "Anna"),
        ("hi", "Ben Jonson"),
        ("End.", None),
    ]


def test_a_play_in_a_table():
    body = (
        '<table epub:type="z3998:drama">'
        f"<tr><td {PERSONA}>Lunarian</td><td><p>I see.</p></td></tr>"
        '<tr><td/><td><i epub:type="z3998:stage-direction">He sits.</i></td></tr>'
        f"<tr><td {PERSONA}><b>Terrestrian.</b></td><td>No "
        '<i epub:type="z3998:stage-direction">rising</i> <br/>more</td></tr></table><p>End.</p>'
    )
    assert spoken(body) == [
        ("Lunarian", None),
        ("; I see.", "Lunarian"),
        ("He sits.", None),
        ("Terrestrian.", None),
        ("No", "Terrestrian"),
        ("rising", None),
        ("more", "Terrestrian"),
        ("End.", None),
    ]


@pytest.mark.parametrize(
    "name",
    [
        f"<p {PERSONA}>ALGERNON.</p>",
        f"<p><b {PERSONA}>ALGERNON</b>:</p>".replace("</b>:", ":</b>"),
        f"<div><p> <span {PERSONA}><b>ALGERNON.</b></span> </p></div>",
    ],
)
def test_a_name_in_a_paragraph_of_its_own_speaks_what_follows(name):
    body = f"<section>{name}<p>One.</p><p>Two.</p><h3>Scene 2</h3><p>A room.</p></section><p>x</p>"
    assert spoken(body)[1:] == [
        ("One.", "ALGERNON"),
        ("Two.", "ALGERNON"),
        ("Scene 2", None),
        ("A room.", None),
        ("x", None),
    ]


def test_a_name_at_the_beginning_of_a_paragraph_speaks_the_rest_of_it():
    body = (
        f"<p><b {PERSONA}>Jack.</b> I never <em>saw</em><br/>him.</p><p>Silence.</p>"
        f"<dl><dt {PERSONA}>Cecily</dt><dd>Oh!</dd><dt>A bell</dt><dd>rings</dd></dl>"
    )
    assert spoken(body) == [
        ("Jack.", None),
        ("I never", "Jack"),
        ("saw", "Jack"),
        (f"{LINE_BREAK}him.", "Jack"),
        ("Silence.", None),
        ("Cecily", None),
        ("Oh!", "Cecily"),
        ("A bell", None),
        ("rings", None),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>Enter <b {PERSONA}>Romeo</b> and others.</p><p>x</p>",
        f'<p epub:type="z3998:stage-direction"><b {PERSONA}>Romeo</b> sits.</p><p>x</p>',
        f'<section epub:type="z3998:dramatis-personae"><p {PERSONA}>Romeo</p><p>x</p></section>',
        f"<ul><li><p {PERSONA}>Romeo</p>, a Montague</li><li>x</li></ul>",
        f"<section><section><p {PERSONA}>Romeo</p></section><p>x</p></section>",
        f"<p {PERSONA}> — </p><p>x</p>",
        f"<p {PERSONA}>{'very ' * 20}long</p><p>x</p>",
    ],
)
def test_a_name_that_announces_no_speech_gives_nobody_a_voice(body):
    assert {speaker for _, speaker in spoken(body)} == {None}


def test_many_names_without_words_are_quickly_read():
    assert len(spoken(f"<p {PERSONA}>A</p>" * 3000 + "<p>x</p>")) == 3001


def runs(body: str) -> list[Run]:
    return [run for block in page_of(body).blocks for run in block.runs]


def test_a_term_is_marked_where_it_is_defined():
    body = "<p><dfn>Osmosis</dfn> is a flow.</p><dl><dt>Salt</dt><dd>a grain</dd></dl>"
    assert [(run.text, run.term, run.emphasis) for run in runs(body)] == [
        ("Osmosis", True, Emphasis.EMPHASIS),
        (" is a flow.", False, Emphasis.NONE),
        ("Salt", True, Emphasis.NONE),
        ("a grain", False, Emphasis.NONE),
    ]


def test_one_pronunciation_stands_for_the_whole_phrase():
    body = f'<p {SSML}>the <span ssml:ph="b{{s"> old <b id="x">bass</b> </span>sang</p>'
    page = page_of(body)
    assert [(run.text, run.phonemes) for run in page.blocks[0].runs] == [
        ("the", None),
        (" old bass", "b{s"),
        (" sang", None),
    ]
    assert page.anchors["x"].block == 0


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_pronunciation_is_ignored(empty):
    assert [run.phonemes for run in runs(f'<p {SSML}><b ssml:ph="{empty}">x</b></p>')] == [None]


def test_the_outer_of_two_pronunciations_counts():
    body = f'<p {SSML}><i ssml:ph="outer">a <b ssml:ph="inner">b</b></i></p>'
    assert [(run.text, run.phonemes) for run in runs(body)] == [("a b", "outer")]


@pytest.mark.parametrize("inner", ["<p>b</p>", "<br/>b", '<a href="#n">b</a>', "<ruby>b</ruby>"])
def test_a_pronunciation_of_more_than_a_phrase_is_ignored(inner):
    body = f'<div {SSML} ssml:ph="outer">a {inner} <i ssml:ph="own">c</i></div>'
    assert {run.phonemes for run in runs(body)} == {None, "own"}


def test_the_alphabet_is_inherited_from_anywhere_outside():
    body = (
        f'<section {SSML} ssml:alphabet="x-sampa"><p ssml:alphabet="ipa"><b ssml:ph="x">a</b></p>'
        '<h2 ssml:ph="y">b</h2><p>c</p></section>'
    )
    assert [(run.text, run.phonemes, run.phoneme_alphabet) for run in runs(body)] == [
        ("a", "x", "ipa"),
        ("b", "y", "x-sampa"),
        ("c", None, None),
    ]


def test_what_a_run_says_of_itself_survives_the_division_of_the_text(tmp_path):
    """Long paragraphs are divided, and chapters may begin within one."""
    said = (
        f'{SSML} data-speaker="Anna" style="voice-family: female; speak-as: digits" '
        'xml:lang="fr" class="said"'
    )
    long = "Il y a des mots, et encore des mots. " * (LONGEST_BLOCK // 30)
    body = (
        f'<p>Un. <dfn {said}>{long}<a id="two"></a>{long}'
        f'<b ssml:ph="x" ssml:alphabet="ipa">mot</b></dfn></p>'
    )
    nav = '<ol><li><a href="a.xhtml">1</a></li><li><a href="a.xhtml#two">2</a></li></ol>'
    book = read_book(make_epub(tmp_path / "b.epub", {"a.xhtml": body}, nav=nav))
    first, *others = (run for chapter in book.chapters for run in all_runs(chapter))
    assert len(book.chapters) == 2
    assert first == Run(text="Un.")
    assert len(others) > 3
    look = {(run.speaker, run.voice, run.say_as, run.term) for run in others}
    assert look == {("Anna", "female", "digits", True)}
    assert [(run.text, run.phonemes) for run in others if run.phonemes] == [(" mot", "x")]


def all_runs(chapter: Chapter) -> list[Run]:
    return [run for block in chapter.blocks for run in block.runs]
