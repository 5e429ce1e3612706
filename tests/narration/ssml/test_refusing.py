"""What is wrong with a document, where, and what to do about it."""

from __future__ import annotations

import pytest

from reader.errors import MarkupError
from reader.narration.ssml import Limits, parse, parse_fragment
from tests.narration.ssml.documents import error_of, read, speak


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        ("", (1, 1), "no element"),
        ("hello", (1, 1), "outside of all elements"),
        ("<speak>a</speak><speak/>", (1, 17), "behind the last end tag"),
        ("<p>a</p>", (1, 1), "begins with <p>"),
        ("<speak>\n  <emphasis>a</speak>", (2, 14), "begun in line 2, column 3, is not closed"),
        ("<speak>你好 <", (1, 11), "not ended"),
        ("<speak>a &nbsp; b</speak>", (1, 10), "not known"),
        ("<speak>a & b</speak>", (1, 11), "not well-formed"),
        ("<speak>\n你\x07好</speak>", (2, 2), "U+0007"),
        ("<speak>a\ufffe</speak>", (1, 9), "U+FFFE"),
        ("<speak>\n你\ud800</speak>", (2, 2), "lone surrogate"),
        ("<speak>&#0;</speak>", (1, 8), "no character"),
        ("<speak><x:style name='a'/></speak>", (1, 8), "prefix"),
        ("<speak a='1' a='2'/>", (1, 14), "twice"),
        (" <?xml version='1.0'?><speak/>", (1, 2), "before <?xml"),
    ],
)
def test_what_is_no_xml_is_refused_with_its_place(
    document: str, place: tuple[int, int], words: str
) -> None:
    for strict in (True, False):
        error = error_of(document, strict=strict)
        assert (error.line, error.column) == place
        assert words in error.reason
        assert error.remedy


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE speak SYSTEM "http://example.org/a.dtd"><speak/>',
        '<!DOCTYPE speak [<!ENTITY a "b">]><speak>&a;</speak>',
        '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><speak>&b;</speak>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><speak>&x;</speak>',
        "<speak><?php echo ?></speak>",
        '<speak><audio src="a.wav">text</audio></speak>',
        '<speak><lexicon uri="a.pls" xml:id="a"/></speak>',
        '<speak xml:base="http://example.org/">a</speak>',
        '<speak><p src="a">a</p></speak>',
        '<speak><unknown href="http://example.org/"/></speak>',
    ],
)
def test_what_could_harm_is_refused_even_when_lenient(document: str) -> None:
    error = error_of(document, strict=False)
    assert error.line == 1
    assert error.column > 0
    assert "never" in error.reason


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<b>a</b>", "<b> is no element"),
        ('<x:loud xmlns:y="z">a</x:loud>', "<x:loud> is no element"),
        ('<m:express-as xmlns:m="urn:m">a</m:express-as>', "of urn:m is no element"),
        ("<speak>a</speak>", "<speak>"),
        ('<p loud="yes">a</p>', "no attribute loud"),
        ('<prosody rate="fastish">a</prosody>', 'rate="fastish"'),
        ('<prosody rate="-100%">a</prosody>', 'rate="-100%"'),
        ('<prosody rate="0%">a</prosody>', 'rate="0%"'),
        ('<prosody rate="inf">a</prosody>', 'rate="inf"'),
        ('<prosody rate="99999999999999999999999999%">a</prosody>', "rate="),
        ('<prosody pitch="10%">a</prosody>', 'pitch="10%"'),
        ('<prosody pitch="-100%">a</prosody>', 'pitch="-100%"'),
        ('<prosody volume="101">a</prosody>', 'volume="101"'),
        ('<prosody volume="nan">a</prosody>', 'volume="nan"'),
        ('<emphasis level="huge">a</emphasis>', 'level="huge"'),
        ('<emphasis x:level="3">a</emphasis>', 'x:level="3"'),
        ('<break strength="huge"/>', 'strength="huge"'),
        ('<break time="1 s"/>', 'time="1 s"'),
        ('<break time="-1s"/>', 'time="-1s"'),
        ("<break>a</break>", "<break> cannot hold text"),
        ("<mark/>", "no attribute name"),
        ("<voice>a</voice>", "which voice"),
        ('<voice gender="other">a</voice>', 'gender="other"'),
        ('<voice age="old">a</voice>', 'age="old"'),
        ("<lang>a</lang>", "no attribute xml:lang"),
        ('<s xml:lang="Chinese (simplified)">a</s>', "xml:lang="),
        ("<say-as>a</say-as>", "no attribute interpret-as"),
        ('<say-as interpret-as="address">a</say-as>', 'interpret-as="address"'),
        ('<say-as interpret-as="date" format="dd.mm">a</say-as>', 'format="dd.mm"'),
        ("<sub>a</sub>", "no attribute alias"),
        ("<phoneme>a</phoneme>", "no attribute ph"),
        ('<x:style level="1">a</x:style>', "no attribute name"),
        ('<x:style name="happy" level="0">a</x:style>', 'level="0"'),
        ("<x:said>a</x:said>", "no attribute who"),
        ("<s><p>a</p></s>", "<p> cannot stand inside <s>"),
        ("<p><p>a</p></p>", "<p> cannot stand inside <p>"),
        ("<emphasis><s>a</s></emphasis>", "<s> cannot stand inside <emphasis>"),
        ('<s><voice name="v"><s>a</s></voice></s>', "<s> cannot stand inside <s>"),
        ('<sub alias="b"><emphasis>a</emphasis></sub>', "inside <sub>"),
    ],
)
def test_what_is_not_ours_is_refused_strictly_and_left_out_leniently(
    inner: str, words: str
) -> None:
    error = error_of(speak(f"\n {inner}"))
    assert words in error.reason
    assert error.remedy
    assert error.line == 2
    markup = read(f"\n {inner}{inner} rest", strict=False)
    assert "rest" in markup.text
    assert markup.text.count("a") == inner.count(">a<") * 2
    assert len(markup.warnings) == len(set(markup.warnings)) >= 1
    assert markup.warnings[0].line == 2
    assert str(markup.warnings[0]).startswith("Line 2, column ")


def test_styles_that_nobody_has_are_refused_where_they_are_known() -> None:
    inner = '<x:style name="hapy">a</x:style>'
    assert read(inner).cues[0].delivery.style == "hapy"
    error = error_of(speak(inner), styles=["happy", "sad"])
    assert 'name="hapy"' in error.reason
    assert "happy, sad" in error.remedy


def test_the_error_is_one_paragraph_with_subject_and_place() -> None:
    error = error_of("<speak>\n<b/></speak>", subject="a.ssml")
    assert str(error).startswith("a.ssml: Line 2, column 1: <b> is no element")
    assert "\n" not in str(error)


def test_a_very_long_value_is_not_repeated() -> None:
    error = error_of(speak(f'<prosody rate="{"9" * 5000}">a</prosody>'))
    assert len(str(error)) < 300


def test_limits() -> None:
    small = Limits(characters=200, elements=5, depth=4)
    assert "200" in error_of("<speak>" + "a" * 200 + "</speak>", limits=small).reason
    assert "5 elements" in error_of("<speak>" + "<s/>" * 5 + "</speak>", limits=small).reason
    deep = '<speak><voice name="a"><voice name="a"><s><w/></s></voice></voice></speak>'
    assert "4 deep" in error_of(deep, limits=small).reason
    assert parse("<speak>" + "<s/>" * 4 + "</speak>", limits=small).text == ""


def test_ten_thousand_nested_tags_are_refused_where_they_are_too_deep() -> None:
    for tag in ('<voice name="a">', "<metadata>"):
        begun = speak(tag * 60)
        error = error_of(speak(tag * 10_000))
        assert "60 deep" in error.reason
        assert (error.line, error.column) == (1, begun.index(tag) + len(tag) * 59 + 1)


def test_a_byte_order_mark_is_no_text() -> None:
    assert parse("\ufeff<speak>a</speak>").text == "a"


def test_the_declared_encoding_does_not_matter() -> None:
    assert parse('<?xml version="1.0" encoding="GB18030"?><speak>你</speak>').text == "你"


@pytest.mark.parametrize(
    ("fragment", "place", "words"),
    [
        ("a</s>b", (1, 2), "ends nothing"),
        ("a</emphasis>", (1, 2), "ends nothing"),
        ("</s></speak><speak><s>", (1, 1), "ends nothing"),
        ("a\n<emphasis>b", (2, 12), "begun in line 2, column 1, is not closed"),
        ("<p>a</p>", (1, 1), "<p> cannot stand inside <s>"),
        ("<s>a</s>", (1, 1), "<s> cannot stand inside <s>"),
        ("你<b/>", (1, 2), "<b> is no element"),
        ("你\ud800", (1, 2), "lone surrogate"),
        ("<!DOCTYPE a>", (1, 0), ""),
    ],
)
def test_fragments_are_refused_with_their_own_places(
    fragment: str, place: tuple[int, int], words: str
) -> None:
    with pytest.raises(MarkupError) as raised:
        parse_fragment(fragment)
    assert raised.value.line == place[0]
    assert place[1] in (0, raised.value.column)
    assert words in raised.value.reason


def test_a_fragment_is_what_a_sentence_holds() -> None:
    markup = parse_fragment('He said <x:said who="anna">hello</x:said>. <break/>')
    assert markup.text == "He said hello."
    assert markup.cues[0].delivery.speaker == "anna"
    assert markup.breaks == ((14, 0.4),)
    assert markup.sentences == ()
