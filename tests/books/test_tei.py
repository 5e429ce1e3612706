"""TEI documents: plays, novels, editions with notes, and what scholars put between the lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.books.model import LINE_BREAK, Book, Emphasis
from reader.books.omissions import Omission
from reader.books.registry import read_book
from reader.errors import BookError, EmptyBook

HEADER = """<teiHeader><fileDesc><titleStmt><title>The Play</title>
<author><persName><forename>Ann</forename> <surname>Author</surname></persName><idno>7</idno>
</author></titleStmt><publicationStmt><publisher>House</publisher><date when="1999"/>
</publicationStmt><seriesStmt><title>The Plays</title></seriesStmt>
<sourceDesc><bibl><date>1601</date></bibl></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="eng">English</language></langUsage>{more}
</profileDesc></teiHeader>"""
PEOPLE = """<particDesc><listPerson>
<person xml:id="anna"><persName>Anna Karenina</persName></person>
<person xml:id="porter_Mac"><persName>porter_Mac</persName></person>
<person xml:id="m1"><persName>A Man</persName></person>
<person xml:id="m2"><persName>A Man</persName></person></listPerson></particDesc>"""
ELEMENTS = """ab abbr add address argument bibl byline c castItem cit closer code corr date dateline
desc distinct docDate eg emph epigraph expan floatingText foreign geogName gloss head hi imprimatur
item l label lg list measure mentioned name num opener orgName orig p persName placeName postscript
q quote ref reg role roleDesc row rs s said salute seg sic signed soCalled sp speaker stage supplied
term time title titlePart trailer unclear w witness"""


def read(tmp_path: Path, text: str, *, people: str = PEOPLE, before: str = "") -> Book:
    header = HEADER.format(more=people)
    path = tmp_path / "edition.xml"
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<TEI xmlns="http://www.tei-c.org/ns/1.0">'
        f"{header}<text>{text}</text></TEI>",
        "utf-8",
    )
    return read_book(path)


def kinds(book: Book) -> list[tuple[str, str]]:
    return [(block.kind.name, block.text) for chapter in book.chapters for block in chapter.blocks]


def spoken(book: Book) -> list[tuple[str, str | None]]:
    return [
        (run.text.strip(" "), run.speaker)
        for chapter in book.chapters
        for block in chapter.blocks
        for run in block.runs
    ]


def body(tmp_path: Path, text: str) -> Book:
    return read(tmp_path, f"<body>{text}</body>")


def test_the_header_tells_title_author_series_and_dates(tmp_path):
    book = body(tmp_path, "<p>Text.</p>")
    assert (book.title, book.authors, book.language) == ("The Play", ("Ann Author",), "en")
    assert (book.publisher, book.date, book.series) == ("House", "1601", "The Plays")
    assert book.warnings == ()


def test_divisions_with_heads_make_chapters(tmp_path):
    book = read(
        tmp_path,
        "<front><titlePage><docTitle><titlePart>The Play</titlePart></docTitle>"
        "<byline>by <docAuthor>Ann</docAuthor></byline></titlePage></front>"
        '<body><div type="act"><head>Act I</head><head type="sub">In which they meet</head>'
        "<div><head>Scene <lb/>1</head><p>One.</p></div><div><head>Scene 2</head><p>Two.</p></div>"
        "</div></body><back><div1><head>Appendix</head><p>End.</p></div1></back>",
    )
    assert [(c.title, c.level, c.text) for c in book.chapters] == [
        ("The Play", 1, "The Play\nby Ann"),
        ("Act I", 1, "Act I\nIn which they meet"),
        ("Scene 1", 2, "Scene 1\nOne."),
        ("Scene 2", 2, "Scene 2\nTwo."),
        ("Appendix", 1, "Appendix\nEnd."),
    ]


def test_in_a_play_the_speeches_are_the_persons_and_the_rest_is_the_narrators(tmp_path):
    book = body(
        tmp_path,
        '<div><stage>Enter Anna.</stage><sp who="#anna"><speaker>ANNA. </speaker>'
        "<l>Who's there?</l> <l>Nay, <stage>aside</stage> <hi>answer</hi> me.</l></sp>"
        '<sp who="#porter_Mac"><speaker>PORTER</speaker><p>Knock!</p></sp>'
        '<sp who="#m2"><speaker>Second man:</speaker><ab>Here.</ab></sp>'
        '<sp who="#anna #m1"><speaker>BOTH</speaker><p>We.</p></sp>'
        '<sp who="#no-body"><p>I.</p></sp><sp><p>It.</p></sp></div>',
    )
    assert spoken(book) == [
        ("Enter Anna.", None),
        ("ANNA.", None),
        (f"Who's there?{LINE_BREAK}Nay,", "Anna Karenina"),
        ("aside", None),
        ("answer", "Anna Karenina"),
        ("me.", "Anna Karenina"),
        ("PORTER", None),
        ("Knock!", "PORTER"),
        ("Second man:", None),
        ("Here.", "Second man"),
        ("BOTH", None),
        ("We.", "BOTH"),
        ("I.", "no body"),
        ("It.", None),
    ]


def test_in_a_novel_who_said_it_speaks_it(tmp_path):
    people = (
        '<particDesc><list><item xml:id="ben"><name>Ben</name></item></list></particDesc>'
        '<particDesc><castList><castItem><role xml:id="joe">Old Joe</role>, a smith</castItem>'
        "</castList></particDesc>"
    )
    book = read(
        tmp_path,
        '<body><p>“<said who="#ben">Hello,</said>” he said, <said who="people.xml#joe">go'
        '</said>.</p><said who="#x.y"><p>Far.</p><p>Away.</p></said>'
        '<p><said who="#ben"><label>Ben.</label> Why?</said> <q>So</q> <q>— Oui</q> '
        '<said direct="false">that he came</said>.</p></body>',
        people=people,
    )
    assert spoken(book) == [
        ("“", None),
        ("Hello,", "Ben"),
        ("” he said, “", None),
        ("go", "Old Joe"),
        ("”.", None),
        ("Far.", "x y"),
        ("Away.", "x y"),
        ("Ben.", None),
        ("Why?", "Ben"),
        ("“So” — Oui that he came.", None),
    ]


def test_notes_stand_behind_what_refers_to_them(tmp_path):
    book = body(
        tmp_path,
        '<div><p>One<note n="*">first <note>inner</note></note> two<note xml:id="n">second</note>'
        '.</p><lg><l>Verse<note place="foot"><p>third</p></note></l><l>goes on.</l></lg>'
        '<note>of its own</note><p>See <ref target="#n">note 2</ref>.</p></div>',
    )
    assert kinds(book) == [
        ("PARAGRAPH", "One* two2."),
        ("NOTE", "first 3"),
        ("NOTE", "second"),
        ("NOTE", "inner"),
        ("PARAGRAPH", f"Verse4{LINE_BREAK}goes on."),
        ("NOTE", "third"),
        ("NOTE", "of its own"),
        ("PARAGRAPH", "See note 2."),
    ]
    runs = [run for block in book.chapters[0].blocks for run in block.runs]
    assert [run.note for run in runs if run.note] == ["#note-1", "#n", "#note-3", "#note-4"]


def test_words_keep_their_look_language_and_meaning(tmp_path):
    book = body(
        tmp_path,
        '<p>a <hi rend="bold">b</hi> <emph>c</emph> x <hi rend="italic">d</hi> '
        '<hi rend="sc">e</hi> <foreign xml:lang="fr">bonjour</foreign> <term>salt</term> '
        '<ref target="http://example.org/">f</ref> <ref>g</ref> <hi>h</hi></p>',
    )
    runs = book.chapters[0].blocks[0].runs
    assert {run.text.strip(): run.emphasis for run in runs if run.emphasis.value != "none"} == {
        "b": Emphasis.STRONG,
        "c": Emphasis.EMPHASIS,
        "d": Emphasis.EMPHASIS,
        "salt": Emphasis.EMPHASIS,
        "h": Emphasis.EMPHASIS,
    }
    assert [run.text for run in runs if run.language] == [" bonjour"]
    assert [run.text for run in runs if run.term] == [" salt"]
    assert [run.link for run in runs if run.link] == ["http://example.org/"]


def test_pages_lines_and_scene_breaks(tmp_path):
    book = body(
        tmp_path,
        '<p>in <pb n="7"/>to<lb/>day, to<lb break="no"/>morrow</p><milestone rend="stars"/>'
        '<milestone unit="x"/><p>next<pb/></p>',
    )
    assert kinds(book) == [
        ("PARAGRAPH", "in to day, tomorrow"),
        ("SEPARATOR", "* * *"),
        ("PARAGRAPH", "next"),
    ]
    assert [run.page for run in book.chapters[0].blocks[0].runs if run.page is not None] == ["7"]


def test_of_several_readings_one_is_read_and_deletions_are_counted(tmp_path):
    book = body(
        tmp_path,
        "<p><choice><sic>teh</sic><corr>the</corr></choice> "
        "<choice><abbr>Mr</abbr><expan>Mister</expan></choice> "
        "<choice><seg>one</seg><seg>two</seg></choice> "
        '<app><lem wit="#a">blue</lem><rdg wit="#b">red</rdg></app> '
        "<del>gone</del><add>sky</add> <gap/> <unclear>dim</unclear>"
        "<index><term>unseen</term></index></p><fw>Running head</fw>",
    )
    assert kinds(book) == [("PARAGRAPH", "the Mister one blue sky […] dim")]
    assert book.warnings == (Omission.HIDDEN.value[1].format(n=2),)


def test_lists_tables_quotations_and_figures(tmp_path):
    book = body(
        tmp_path,
        '<list type="ordered"><head>Three</head><item>a</item><item>b</item></list>'
        '<list type="gloss"><label>Salt</label><item>a grain</item></list>'
        '<table><head>Ages</head><row role="label"><cell>Name</cell><cell>Age</cell></row>'
        "<row><cell>Ann</cell><cell>7</cell></row></table>"
        "<quote><p>Said long ago.</p></quote><p>He read <quote>a line</quote>.</p>"
        "<figure><graphic/><figDesc>A fox</figDesc><head>Plate 1</head></figure>"
        "<figure><figDesc>A hen</figDesc></figure><figure><graphic/></figure>"
        '<p>so <formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>=</mo>'
        "<mn>2</mn></math></formula>.</p><unheardOf>odd <p>but</p> kept</unheardOf>",
    )
    assert kinds(book) == [
        ("PARAGRAPH", "Three"),
        ("LIST_ITEM", "1. a"),
        ("LIST_ITEM", "2. b"),
        ("LIST_ITEM", "Salt"),
        ("LIST_ITEM", "a grain"),
        ("PARAGRAPH", "Ages"),
        ("TABLE_ROW", "Name; Age"),
        ("TABLE_ROW", "Name: Ann; Age: 7"),
        ("QUOTATION", "Said long ago."),
        ("PARAGRAPH", "He read “a line”."),
        ("IMAGE", "A fox"),
        ("PARAGRAPH", "Plate 1"),
        ("PARAGRAPH", "A hen"),
        ("PARAGRAPH", "so x equals 2."),
        ("PARAGRAPH", "odd"),
        ("PARAGRAPH", "but"),
        ("PARAGRAPH", "kept"),
    ]
    assert book.warnings == (Omission.IMAGE.value[0],)


def test_nothing_of_a_text_is_lost(tmp_path):
    """Every character stands in the book once, whatever the element that holds it is called."""
    names = ELEMENTS.split()
    text = "".join(f"<{name}>{number:03}</{name}>.</p><p>" for number, name in enumerate(names))
    nested = "".join(f"<div><{name}>{name}X</{name}></div>" for name in names)
    book = body(tmp_path, f"<div><p>{text}</p></div>{nested}")
    whole = "".join(chapter.text for chapter in book.chapters)
    for number, name in enumerate(names):
        assert whole.count(f"{number:03}") == 1, name
        assert f"{name}X" in whole


def test_the_older_form_and_a_corpus_are_read(tmp_path):
    path = tmp_path / "old.tei"
    path.write_text(
        '<!-- P4 --><!DOCTYPE TEI.2 SYSTEM "http://example.org/tei.dtd" [<!ENTITY x "y">]>\n'
        "<TEI.2><teiHeader/><text><body><sp><speaker>Ann</speaker><p>Caf&eacute; &x;.</p></sp>"
        "</body></text></TEI.2>"
    )
    book = read_book(path)
    assert book.title == "old"
    assert spoken(book)[0] == ("Ann", None)
    assert spoken(book)[1][1] == "Ann"
    path.write_text(
        '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>'
        '<TEI><text xml:lang="en"><body><head>One</head><p>First.</p></body></text></TEI>'
        "<TEI><text><body><head>Two</head><p>Second.</p></body></text></TEI></teiCorpus>"
    )
    assert [chapter.text for chapter in read_book(path).chapters] == [
        "One\nFirst.",
        "Two\nSecond.",
    ]


def test_a_broken_document_is_mended_and_told_of(tmp_path):
    book = body(tmp_path, "<p>One.</p><p>Two <hi>three</p><p>four</p>")
    assert "One." in book.chapters[0].text
    assert Omission.BROKEN_MARKUP.value[0] in book.warnings


@pytest.mark.parametrize("text", ["", "<body/>", "<body><p> </p></body>"])
def test_a_document_without_text_says_so(tmp_path, text):
    with pytest.raises(EmptyBook):
        read(tmp_path, text)


def test_entities_neither_read_files_nor_fill_the_memory(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    external = f'<!DOCTYPE TEI [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    book = read(tmp_path, "<body><p>a &e; b</p></body>", before=external)
    assert "hidden words" not in book.chapters[0].text
    bomb = "<!DOCTYPE TEI [<!ENTITY a0 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)
    )
    try:
        book = read(tmp_path, "<body><p>x</p><p>&a9;</p></body>", before=bomb + "]>")
    except BookError:
        return
    assert book.characters < 20_000_000


def test_elements_in_one_another_beyond_measure_end_in_no_crash(tmp_path):
    for depth in (200, 255, 3000):
        try:
            book = body(tmp_path, "<p>a</p>" + "<div>" * depth + "<p>x</p>" + "</div>" * depth)
        except BookError:
            continue
        assert book.chapters[0].text.startswith("a")
