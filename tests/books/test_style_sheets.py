"""What style sheets say of reading aloud: found, weighed, and given to runs and blocks."""

from __future__ import annotations

import pytest

from reader.books.markup import parse_document
from reader.books.model import Book
from reader.books.omissions import Omission
from reader.books.registry import read_book
from reader.books.style_sheets import StyleSheets
from tests.books.making import make_epub, xhtml


class Folder:
    """The style sheets of a book by name; what was asked for is kept."""

    def __init__(self, **sheets: str) -> None:
        self.sheets = {f"{name}.css": sheet for name, sheet in sheets.items()}
        self.asked: list[str] = []

    def find(self, document: str, address: str) -> str | None:
        return address if address in self.sheets else None

    def read(self, name: str) -> bytes:
        self.asked.append(name)
        return self.sheets[name].encode()


def root_of(body: str, head: str = "") -> object:
    page = xhtml(body).replace("</title>", f"</title>{head}")
    root = parse_document(page.encode())
    assert root is not None
    return root


def declared(css: str, body: str = '<p id="a" class="x">text</p>') -> dict:
    """What is declared for the first paragraph, where anything is."""
    root = root_of(body, f"<style>{css}</style>")
    met = StyleSheets().aloud(root)
    aloud = next((one for element, one in met.items() if element.get("id") == "a"), None)
    fields = {} if aloud is None else vars(aloud)
    return {name: value for name, value in fields.items() if value is not None}


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("voice-family: female", {"voice": "female"}),
        ("-epub-voice-family: Romeo, young  male 2", {"voice": "Romeo, young male 2"}),
        ('voice-family: "Old Tom" , male', {"voice": "Old Tom, male"}),
        ("voice-family: initial", {"voice": ""}),
        ("voice-family: preserve", {}),
        ("voice-family: inherit", {}),
        ("voice-family: 3px", {}),
        ("speak-as: spell-out", {"say_as": "spell-out"}),
        ("-epub-speak-as: digits", {"say_as": "digits"}),
        ("speak-as: literal-punctuation digits", {"say_as": "digits"}),
        ("speak-as: no-punctuation", {}),
        ("speak-as: normal", {"say_as": ""}),
        ("speak: none", {"silent": True}),
        ("-epub-speak: never", {"silent": True}),
        ("speak: normal", {"silent": False}),
        ("speak: spell-out", {"say_as": "spell-out"}),
        ("speak: loudly", {}),
        ("pause: 1s", {"pause_before": 1.0, "pause_after": 1.0}),
        ("pause: 250ms strong", {"pause_before": 0.25, "pause_after": 0.7}),
        ("pause-before: 1.5S", {"pause_before": 1.5}),
        ("pause-after: 0", {"pause_after": 0.0}),
        ("pause-after: 1e9s", {"pause_after": 10.0}),
        ("pause: 1s 2s 3s", {}),
        ("pause-before: -1s", {}),
        ("pause-before: 3", {}),
        ("pause-before: 20%", {}),
        ("rest: weak", {"rest_before": 0.2, "rest_after": 0.2}),
        ("voice-rate: fast; voice-volume: silent; cue: url(x.mp3)", {}),
        ("voice-family:; pause:", {}),
    ],
)
def test_a_declaration_is_understood_or_passed_over(declaration, expected):
    assert declared(f"p {{ {declaration} }}") == expected


def test_a_rest_adds_to_a_pause():
    root = root_of('<p style="pause-before: 1s; rest-before: 500ms">x</p>')
    [aloud] = StyleSheets().aloud(root).values()
    assert (aloud.before, aloud.after) == (1.5, None)


@pytest.mark.parametrize(
    ("css", "voice"),
    [
        ("p { voice-family: a } p { voice-family: b }", "b"),
        ("p.x { voice-family: a } p { voice-family: b }", "a"),
        ("#a { voice-family: a } p.x { voice-family: b }", "a"),
        ("p { voice-family: a !important } #a { voice-family: b }", "a"),
        ("div > p, html p { voice-family: a } p { voice-family: b }", "a"),
        ("P { voice-family: a }", "a"),
        ("h1 + p { voice-family: a } h2 ~ p { voice-family: b }", None),
        ("p:first-child { voice-family: a } p:nth-of-type(2) { voice-family: b }", "a"),
        ("p::before { voice-family: a } p:hover { voice-family: b }", None),
        ("p:unheard-of(2) { voice-family: a } p { voice-family: b }", "b"),
        ("odd|p { voice-family: a } p { voice-family: b }", "b"),
        ("p { voice-family: a } } p { voice-family: b }", "a"),
        ("p { color: red; voice-family: a; ;; }", "a"),
        ("@media speech { p { voice-family: a } }", "a"),
        ("@media screen { p { voice-family: a } }", None),
        ("@media print, all { p { voice-family: a } }", "a"),
        ("@font-face { voice-family: a }", None),
        ("/* p { voice-family: a } */", None),
        ("p { voice-family: a", "a"),
    ],
)
def test_the_weightiest_declaration_counts(css, voice):
    assert declared(css).get("voice") == voice


def test_the_style_of_the_element_itself_goes_before_its_sheets():
    body = '<p id="a" style="voice-family: own">x</p>'
    assert declared("#a { voice-family: sheet }", body) == {"voice": "own"}
    assert declared("#a { voice-family: sheet !important }", body) == {"voice": "sheet"}


def test_linked_and_imported_sheets_are_read_once():
    folder = Folder(
        a='@import "b.css"; @import url(a.css); p { speak-as: digits }',
        b="p { voice-family: b }",
        ordinary="p { color: red; animation-play-state: paused }",
        screen="p { voice-family: screen }",
        other="p { voice-family: other }",
    )
    head = (
        '<link rel="stylesheet" href="a.css"/><link rel="stylesheet" href="ordinary.css"/>'
        '<link rel="stylesheet" media="screen" href="screen.css"/>'
        '<link rel="alternate stylesheet" href="other.css"/><link rel="stylesheet" href="no.css"/>'
    )
    sheets = StyleSheets(folder)
    for _ in range(2):
        [aloud] = sheets.aloud(root_of("<p>x</p>", head)).values()
        assert (aloud.voice, aloud.say_as) == ("b", "digits")
    assert sorted(folder.asked) == ["a.css", "b.css", "ordinary.css"]


def test_sheets_that_are_too_large_or_too_many_rules_do_no_harm():
    many = "".join(f".c{number} {{ voice-family: v{number} }}" for number in range(5000))
    assert declared(many + "p { voice-family: late }") == {}
    assert declared("/*" + "x" * 600_000 + "*/ p { voice-family: late }") == {}
    assert declared("p { voice-family: " + "(" * 20_000) == {}
    assert declared(":not(" * 300 + "p" + ")" * 300 + " { voice-family: a }") == {}


def styled(tmp_path, css: str, body: str) -> Book:
    page = xhtml(body).replace(
        "</title>", '</title><link rel="stylesheet" type="text/css" href="css/a.css"/>'
    )
    return read_book(
        make_epub(tmp_path / "b.epub", {"a.xhtml": page}, extra={"OEBPS/css/a.css": css})
    )


def test_voices_and_spelling_reach_the_runs_and_are_inherited(tmp_path):
    book = styled(
        tmp_path,
        ".anna { voice-family: female } .id { speak-as: spell-out } b { speak-as: normal }",
        '<p class="anna">She <em>said</em> <i class="id">NA<b>TO</b></i>.</p><p>He.</p>',
    )
    runs = [run for block in book.chapters[0].blocks for run in block.runs]
    assert [(run.text, run.voice, run.say_as) for run in runs] == [
        ("She", "female", None),
        (" said", "female", None),
        (" NA", "female", "spell-out"),
        ("TO", "female", None),
        (".", "female", None),
        ("He.", None, None),
    ]


def test_pauses_around_blocks_melt_into_one(tmp_path):
    book = styled(
        tmp_path,
        "section { pause: 2s 3s } p { pause-before: 1s } .e { pause: 4s } .late { pause: 5s }",
        '<p>a</p><section><p>b</p><p>c</p></section><p class="e"></p><p>d</p>'
        '<div class="late"><div>e</div></div>',
    )
    blocks = book.chapters[0].blocks
    assert [(block.text, block.pause_before, block.pause_after) for block in blocks] == [
        ("a", 1.0, None),
        ("b", 2.0, None),
        ("c", 1.0, 3.0),
        ("d", 4.0, None),
        ("e", 5.0, 5.0),
    ]


def test_a_pause_stays_at_the_ends_of_a_paragraph_that_is_divided(tmp_path):
    sentence = "This is a sentence of a long tale. "
    book = styled(tmp_path, "p { pause: 1s 2s }", f"<p>{sentence * 700}</p>")
    blocks = book.chapters[0].blocks
    assert len(blocks) > 1
    assert [block.pause_before for block in blocks] == [1.0] + [None] * (len(blocks) - 1)
    assert [block.pause_after for block in blocks] == [None] * (len(blocks) - 1) + [2.0]


def test_what_is_not_to_be_read_aloud_is_left_out_and_counted(tmp_path):
    book = styled(
        tmp_path,
        ".no { speak: none } .yes { speak: normal } body { speak: none }",
        '<p>a</p><p class="no">b <em class="yes">c</em></p><p class="no"/>'
        '<p class="yes" style="display: none">d</p>',
    )
    assert book.chapters[0].text == "a\nd"
    assert book.warnings == (Omission.SILENT.value[0],)


def test_a_page_on_its_own_has_its_own_styles(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><style>.a{voice-family:male}</style><link rel=stylesheet href=x.css></head>"
        '<body><P class="a">One.<p style="voice-family: female">Two.</body></html>'
    )
    blocks = read_book(path).chapters[0].blocks
    assert [(block.text, block.runs[0].voice) for block in blocks] == [
        ("One.", "male"),
        ("Two.", "female"),
    ]
