"""XHTML → blocks and runs."""

from __future__ import annotations

import pytest

from reader.books.blocks import read_page
from reader.books.cutting import LONGEST_BLOCK, Position
from reader.books.markup import parse_document
from reader.books.model import LINE_BREAK, BlockKind, Emphasis
from reader.books.omissions import Omission
from tests.books.making import page_of


def texts(body: str) -> list[str]:
    return [block.text for block in page_of(body).blocks]


def kinds(body: str) -> list[tuple[str, str]]:
    return [(block.kind.name, block.text) for block in page_of(body).blocks]


def runs(body: str) -> list:
    return list(page_of(body).blocks[0].runs)


def test_white_space_collapses_and_ends_are_trimmed():
    assert texts("<p>  one\n\t two&#160;<b> three </b> </p>") == ["one two three"]


def test_a_source_line_break_between_hanzi_is_no_space():
    assert texts("<p>今天天气\n   很好，\n我们<b>\n去</b>公园 玩 Go\nnow</p>") == [
        "今天天气很好，我们去公园 玩 Go now"
    ]


def test_zero_width_characters_and_soft_hyphens_go():
    assert texts("<p>un&#173;break&#8203;able&#8288;.&#65279;</p>") == ["unbreakable."]


def test_headings_keep_their_level_and_ids():
    block = page_of('<section id="s"><h3 id="h">Title</h3></section>').blocks[0]
    assert (block.kind, block.level) == (BlockKind.HEADING, 3)
    assert block.identifiers == ("s", "h")


def test_emphasis_nests_to_the_stronger():
    found = [(run.text, run.emphasis) for run in runs("<p>a <em>b <strong>c</strong></em> d</p>")]
    assert found == [
        ("a", Emphasis.NONE),
        (" b", Emphasis.EMPHASIS),
        (" c", Emphasis.STRONG),
        (" d", Emphasis.NONE),
    ]


def test_a_language_inside_a_paragraph_and_of_a_paragraph():
    inline = runs('<p>He said <span xml:lang="fr">bonjour</span>.</p>')
    assert [(run.text, run.language) for run in inline] == [
        ("He said", None),
        (" bonjour", "fr"),
        (".", None),
    ]
    block = page_of('<p lang="de">Guten Tag</p>').blocks[0]
    assert (block.language, block.runs[0].language) == ("de", None)


def test_a_language_that_the_script_contradicts_is_not_believed():
    assert page_of('<p xml:lang="en">今天天气很好，我们去公园。</p>').blocks[0].language is None


def test_links_are_resolved_by_the_reader_of_the_package():
    page = page_of('<p>see <a href="b.xhtml#x">there</a></p>', resolve=lambda href: f"OEBPS/{href}")
    assert page.blocks[0].runs[1].link == "OEBPS/b.xhtml#x"


@pytest.mark.parametrize(
    "reference",
    [
        '<a epub:type="noteref" href="#n">see below</a>',
        '<a role="doc-noteref" href="#n">1</a>',
        '<sup><a href="#n">12</a></sup>',
        '<a href="#n"><sup>1</sup></a>',
        '<a href="#n">[1]</a>',
        '<a href="#n">［注3］</a>',
        '<a href="#n">*</a>',
        '<a href="#n">①</a>',
        '<a href="#n">注2</a>',
        '<a class="footnote-ref" href="#n">iv</a>',
    ],
)
def test_a_note_reference_is_known(reference):
    noted = [run for run in runs(f"<p>words{reference} more</p>") if run.note]
    assert len(noted) == 1
    assert noted[0].note == "#n"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#n">12</a>',
        '<a href="#n">a long description</a>',
        '<a href="http://example.org/">[1]</a>',
    ],
)
def test_an_ordinary_link_is_no_note_reference(link):
    assert not [run for run in runs(f"<p>words {link} more</p>") if run.note]


def test_the_number_that_begins_a_note_leads_back_and_is_no_reference():
    assert not [run for run in runs('<p id="n"><a href="#r">[1]</a> the note</p>') if run.note]


def test_typed_notes_are_notes_even_when_hidden_until_asked_for():
    body = '<aside epub:type="footnote" id="n" hidden="hidden"><p>A note.</p></aside>'
    assert kinds(body) == [("NOTE", "A note.")]


def test_ruby_keeps_the_base_as_text_and_the_reading_beside_it():
    found = runs(
        "<p>山<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>と"
        "<ruby><rb>東</rb><rb>京</rb><rt>とう</rt><rt>きょう</rt></ruby></p>"
    )
    assert [(run.text, run.ruby) for run in found] == [
        ("山", None),
        ("漢", "かん"),
        ("字", "じ"),
        ("と", None),
        ("東", "とう"),
        ("京", "きょう"),
    ]


def test_an_image_alone_is_a_block_and_within_a_sentence_its_description_is_read():
    assert kinds('<p><img alt="A red fox" src="x"/></p>') == [("IMAGE", "A red fox")]
    assert kinds('<p>The sign <img alt="alpha" src="x"/> begins.</p>') == [
        ("PARAGRAPH", "The sign alpha begins.")
    ]


def test_images_without_description_are_counted_decorations_are_not():
    page = page_of(
        '<p>x<img src="a"/><img src="b" alt=""/><img src="c" role="presentation"/>'
        '<img src="d" alt="IMG_0012.JPG"/></p>'
    )
    assert page.omitted == {Omission.IMAGE: 2}


def test_tables_are_read_row_by_row():
    body = (
        "<table><caption>Sums</caption><tr><th>Name</th><th>Age</th></tr>"
        "<tr><td><p>Ann</p></td><td>7</td></tr><tr><td>小明</td><td>八岁</td></tr></table>"
    )
    assert kinds(body) == [
        ("PARAGRAPH", "Sums"),
        ("TABLE_ROW", "Name; Age"),
        ("TABLE_ROW", "Name: Ann; Age: 7"),
        ("TABLE_ROW", "Name: 小明；Age: 八岁"),
    ]


def test_a_table_that_lays_out_the_page_is_no_data():
    body = "<table><tr><td><h2>Title</h2><p>One.</p><p>Two.</p></td><td>x</td></tr></table>"
    assert [kind for kind, _ in kinds(body)] == ["HEADING", "PARAGRAPH", "PARAGRAPH", "PARAGRAPH"]


def test_lists_know_their_depth_and_numbers():
    body = (
        '<ol start="3"><li>c<ul><li>inner</li></ul></li><li><p>d</p><p>more</p></li>'
        '<li value="9">i</li></ol><ol type="A"><li>first</li></ol><ol><li>1. own number</li></ol>'
    )
    blocks = page_of(body).blocks
    assert [(block.text, block.level) for block in blocks] == [
        ("3. c", 1),
        ("inner", 2),
        ("4. d", 1),
        ("more", 1),
        ("9. i", 1),
        ("A. first", 1),
        ("1. own number", 1),
    ]


def test_quotations_code_and_separators():
    body = (
        "<blockquote><p>deep</p><blockquote>deeper</blockquote></blockquote>"
        "<pre>if x:\n    go()\n</pre><hr/><p>* * *</p><p>text</p><p>※</p>"
    )
    assert [(b.kind.name, b.level, b.text) for b in page_of(body).blocks] == [
        ("QUOTATION", 1, "deep"),
        ("QUOTATION", 2, "deeper"),
        ("CODE", 0, f"if x:{LINE_BREAK}    go()"),
        ("SEPARATOR", 0, "* * *"),
        ("PARAGRAPH", 0, "text"),
        ("SEPARATOR", 0, "※"),
    ]


def test_line_breaks_stay_in_verse_and_two_of_them_part_paragraphs():
    assert texts("<p>roses<br/>are red<br/><br/>violets</p>") == [
        f"roses{LINE_BREAK}are red",
        "violets",
    ]


def test_long_prose_with_line_breaks_only_becomes_paragraphs():
    lines = [f"This is sentence number {number} of a long tale." for number in range(60)]
    page = page_of("<p>" + "<br/>".join(lines) + '<br/><a id="end"/>The end.</p>')
    assert [block.text for block in page.blocks] == [*lines, "The end."]
    assert page.anchors["end"] == Position(60, 0)


def test_page_breaks_are_runs_without_text_at_their_place():
    body = (
        '<p>before <span epub:type="pagebreak" id="p7" title="7"/>after</p>'
        '<div role="doc-pagebreak" aria-label="8">8</div><p>next</p><p id="x">listed</p>'
    )
    blocks = page_of(body, pages={"x": "9"}).blocks
    found = [[(run.text, run.page) for run in block.runs] for block in blocks]
    assert found == [
        [("before", None), ("", "7"), (" after", None)],
        [("", "8"), ("next", None)],
        [("", "9"), ("listed", None)],
    ]


def test_a_page_break_after_the_last_word_is_kept():
    blocks = page_of('<p>end</p><div epub:type="pagebreak" title="12"/>').blocks
    assert blocks[0].runs[-1].page == "12"


@pytest.mark.parametrize(
    "hidden",
    [
        '<p hidden="">secret</p>',
        '<p aria-hidden="true">secret</p>',
        '<p style="color: red; display:none">secret</p>',
    ],
)
def test_hidden_text_is_skipped_and_counted(hidden):
    page = page_of(f"{hidden}<p>shown</p>")
    assert [block.text for block in page.blocks] == ["shown"]
    assert page.omitted == {Omission.HIDDEN: 1}


def test_scripts_styles_and_comments_are_not_text():
    body = "<p>a<script>x()</script>b<!-- no -->c<?pi no?>d<style>p{}</style></p>"
    assert texts(body) == ["abcd"]


def test_media_and_embedded_pages_are_counted():
    page = page_of(
        '<p>x</p><video src="v"><p>no video</p></video><iframe src="i">no frame</iframe>'
    )
    assert [block.text for block in page.blocks] == ["x", "no video"]
    assert page.omitted == {Omission.VIDEO: 1, Omission.EMBEDDED_PAGE: 1}


def test_a_choice_is_read_once():
    body = (
        '<p>sum: <epub:switch id="s"><epub:case required-namespace="http://www.w3.org/1998/Math/'
        'MathML"><math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup>'
        "</math></epub:case><epub:default>x2</epub:default></epub:switch>.</p>"
    )
    assert texts(body) == ["sum: x squared."]
    other = (
        '<epub:switch><epub:case required-namespace="http://www.xml-cml.org/schema">C</epub:case>'
        "<epub:default>plain</epub:default></epub:switch>"
    )
    assert texts(other) == ["plain"]


def test_words_in_a_drawing_are_read_or_else_its_title():
    svg = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
    assert texts(svg.format("<title>T</title><text>drawn <tspan>words</tspan></text>")) == [
        "drawn words"
    ]
    assert kinds(svg.format("<title>A house</title><path/>")) == [("IMAGE", "A house")]
    assert page_of(svg.format("<path/>")).omitted == {Omission.IMAGE: 1}


def test_the_book_s_own_pronunciation_is_kept():
    body = (
        '<p xmlns:ssml="http://www.w3.org/2001/10/synthesis" ssml:alphabet="x-sampa">the '
        '<span ssml:ph="be:s">bass</span></p>'
    )
    run = runs(body)[1]
    assert (run.text, run.phonemes, run.phoneme_alphabet) == (" bass", "be:s", "x-sampa")


def test_deep_nesting_is_read():
    depth = 1500
    assert "".join(texts("<div>" * depth + "deep" + "</div>" * depth)) == "deep"


def test_markup_that_is_not_well_formed_loses_no_text():
    assert texts("<p>one <b>two</p><p>three &unknown; &copy;") == ["one two", "three &unknown; ©"]


@pytest.mark.parametrize("page", [b"<!-- nothing -->", b"<?pi?>", b"", b" ", b"<!DOCTYPE html>"])
def test_a_page_without_an_element_has_no_blocks(page):
    root = parse_document(page)
    assert root is None or read_page(root).blocks == []


def test_anchors_lead_to_block_and_offset():
    page = page_of('<p>one</p><p>two <a id="mid"/>three</p><a id="last"/>')
    assert page.anchors["mid"].block == 1
    assert page.blocks[1].text[page.anchors["mid"].offset :].strip() == "three"
    assert page.anchors["last"] == Position(2, 0)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote"])
def test_no_nesting_is_too_deep(tag):
    body = f"<{tag}>" * 3000 + "deep" + f"</{tag}>" * 3000 + "<p>after</p>"
    assert texts(body) == ["deep", "after"]


def test_declarations_of_a_broken_page_are_no_text():
    page = (
        '<!DOCTYPE html [<!ENTITY a "x>y"> <!ENTITY b "z">]><html><body><p>Hi<p>you</body></html>'
    )
    root = parse_document(page.encode())
    assert [block.text for block in read_page(root).blocks] == ["Hi", "you"]


def test_a_long_block_is_cut_after_a_sentence_and_ids_keep_their_place():
    body = "<p>" + "A word. " * 6000 + '<b id="here">The end.</b></p>'
    page = page_of(body)
    assert len(page.blocks) == 3
    assert all(len(block.text) <= LONGEST_BLOCK for block in page.blocks)
    assert all(block.text.endswith(".") for block in page.blocks)
    assert " ".join(block.text for block in page.blocks) == "A word. " * 6000 + "The end."
    assert page.anchors["here"].block == 2
    assert page.blocks[2].text[page.anchors["here"].offset :].strip() == "The end."


def test_page_breaks_at_the_borders_of_long_verse_stay():
    line = "<br/>".join(["A line of verse that goes on"] * 40)
    page = page_of(f'<p>{line}<span epub:type="pagebreak" title="9"/><br/>{line}</p>')
    assert [run.page for block in page.blocks for run in block.runs if run.page] == ["9"]


def test_ruby_with_bases_before_their_readings():
    body = "<p><ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt></ruby></p>"
    assert [(run.text, run.ruby) for run in runs(body)] == [("漢", "かん"), ("字", "じ")]


def test_the_description_of_a_picture_within_text_is_a_run_of_its_own():
    (block,) = page_of('<p>See <img src="c.png" alt="a cat"/> here</p>').blocks
    assert [(run.text, run.image) for run in block.runs] == [
        ("See", False),
        (" a cat", True),
        (" here", False),
    ]
