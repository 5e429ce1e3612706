"""Pronunciation lexicons as files: what is read, what is refused and where, what is written."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import MarkupError
from reader.language import pls
from reader.language.pls import Lexeme


def lexicon(inside: str, attributes: str = 'alphabet="ipa" xml:lang="en-GB"') -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<lexicon version="1.0" xmlns="{pls.NAMESPACE}" {attributes}>\n{inside}\n</lexicon>'
    ).encode()


def read(inside: str, attributes: str = 'alphabet="ipa" xml:lang="en-GB"') -> Sequence[Lexeme]:
    return pls.read(lexicon(inside, attributes)).lexemes


def test_words_and_their_sounds_are_read_with_their_language_and_place() -> None:
    document = pls.read(
        lexicon(
            "<lexeme>\n<grapheme>theatre</grapheme> <grapheme>\n theater </grapheme>"
            "<phoneme>ˈθɪətə</phoneme></lexeme>\n  <lexeme><grapheme>W3C</grapheme>"
            "<alias>World Wide Web Consortium</alias></lexeme>"
        )
    )
    assert document.language == "en-GB"
    assert document.lexemes == (
        Lexeme(graphemes=("theatre", "theater"), phonemes="ˈθɪətə", line=3, column=1),
        Lexeme(graphemes=("W3C",), alias="World Wide Web Consortium", line=6, column=3),
    )


def test_the_first_is_taken_unless_another_is_preferred() -> None:
    two = "<lexeme><grapheme>a</grapheme><phoneme>x</phoneme><phoneme{}>y</phoneme></lexeme>"
    assert read(two.format(""))[0].phonemes == "x"
    assert read(two.format(' prefer="true"'))[0].phonemes == "y"
    assert read(two.format(' prefer="false"'))[0].phonemes == "x"


def test_a_preferred_or_first_alias_goes_before_phonemes() -> None:
    words = "<lexeme><grapheme>a</grapheme><phoneme>x</phoneme><alias{}>b</alias></lexeme>"
    [beside] = read(words.format(""))
    assert (beside.phonemes, beside.alias) == ("x", "b")
    [preferred] = read(words.format(' prefer="true"'))
    assert (preferred.phonemes, preferred.alias) == ("", "b")


def test_an_alphabet_is_that_of_the_phoneme_or_the_lexicon() -> None:
    words = "<lexeme><grapheme>a</grapheme><phoneme{}>x</phoneme></lexeme>"
    assert read(words.format(""), 'alphabet="x-pinyin"')[0].alphabet == "x-pinyin"
    assert read(words.format(' alphabet="x-sampa"'))[0].alphabet == "x-sampa"
    assert read(words.format(""), "")[0].alphabet == "ipa"


def test_what_is_not_about_sound_is_passed_over() -> None:
    [found] = read(
        '<meta name="x" content="y"/>'
        '<metadata><r:a xmlns:r="urn:r"><r:b>text</r:b></r:a></metadata>'
        '<lexeme role="verb"><grapheme orthography="latin">a</grapheme><example>an a</example>'
        '<o:grapheme xmlns:o="urn:o">no</o:grapheme><phoneme>x</phoneme></lexeme>'
    )
    assert (found.graphemes, found.phonemes) == (("a",), "x")


def test_a_file_without_namespace_or_language_is_read() -> None:
    document = pls.read(
        "<lexicon><lexeme><grapheme>典</grapheme><alias>x</alias></lexeme></lexicon>".encode(
            "utf-16"
        )
    )
    assert (document.language, document.lexemes[0].graphemes) == ("und", ("典",))


def test_lexemes_that_lack_something_are_given_to_be_reported() -> None:
    empty, silent = read("<lexeme/><lexeme><grapheme>a</grapheme><phoneme> </phoneme></lexeme>")
    assert (empty.graphemes, silent.phonemes, silent.alias) == ((), "", "")


@pytest.mark.parametrize(
    ("content", "line", "column", "reason"),
    [
        (b"", 1, 1, "well-formed"),
        (b"plain text", 1, 1, "well-formed"),
        (b"<lexicon>\n<lexeme></lexicon>", 2, 11, "well-formed"),
        (b"<lexicon>&bang;</lexicon>", 1, 10, "well-formed"),
        (b"<html/>", 1, 1, "no pronunciation lexicon"),
        (b'<lexicon xmlns="urn:other"/>', 1, 1, "no pronunciation lexicon"),
        (b'<!DOCTYPE lexicon [<!ENTITY a "b">]>\n<lexicon/>', 1, 1, "document type"),
        (b"<lexicon>\n <?php echo?></lexicon>", 2, 2, "processing instruction"),
        (b'<?xml version="1.0" encoding="x-none"?><lexicon/>', 1, 1, "encoding"),
        (b"<lexicon>\n" + b"<a>" * 20, 2, 58, "20 deep"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    content: bytes, line: int, column: int, reason: str
) -> None:
    with pytest.raises(MarkupError, match=reason) as caught:
        pls.read(content, "words.pls")
    assert caught.value.subject == "words.pls"
    assert (caught.value.line, caught.value.remedy != "") == (line, True)
    assert caught.value.column == column or reason in ("document type", "encoding")


def test_entities_never_grow() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    content = f'<!DOCTYPE x [<!ENTITY a0 "ha">{bomb}]><lexicon>&a11;</lexicon>'.encode()
    with pytest.raises(MarkupError, match="document type"):
        pls.read(content)


def test_words_and_files_have_limits() -> None:
    long = "x" * 10_001
    with pytest.raises(MarkupError, match="10,000"):
        read(f"<lexeme><grapheme>{long}</grapheme></lexeme>")
    with pytest.raises(MarkupError, match="64 MB"):
        pls.read(b" " * (pls.LARGEST + 1))


_TEXTS = (
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
        min_size=1,
        max_size=20,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(
    lexemes=st.lists(
        st.builds(
            Lexeme,
            graphemes=st.lists(_TEXTS, min_size=1, max_size=3).map(tuple),
            phonemes=_TEXTS,
            alphabet=st.sampled_from(["ipa", "x-pinyin"]),
        )
        | st.builds(Lexeme, graphemes=_TEXTS.map(lambda text: (text,)), alias=_TEXTS),
        max_size=5,
    )
)
def test_what_is_written_is_read_again(lexemes: list[Lexeme]) -> None:
    content = pls.write(lexemes, language="zh")
    assert ElementTree.fromstring(content).get("alphabet") == "ipa"
    document = pls.read(content)
    assert document.language == "zh"
    again = [(each.graphemes, each.phonemes, each.alias) for each in document.lexemes]
    assert again == [(each.graphemes, each.phonemes, each.alias) for each in lexemes]


def test_characters_that_xml_forbids_are_left_out() -> None:
    [found] = pls.read(
        pls.write([Lexeme(graphemes=("a\x00\ud800\ufffeb",), alias="<&>")], language="en")
    ).lexemes
    assert (found.graphemes, found.alias) == (("ab",), "<&>")
