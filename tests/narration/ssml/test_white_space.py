"""White space is as XML and the language have it."""

from __future__ import annotations

import pytest

from tests.narration.ssml.documents import read


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("  a \n b\t c  ", "a b c"),
        ("a <emphasis> b </emphasis> c", "a b c"),
        ("a<emphasis>b</emphasis>c", "abc"),
        ("a <break/> <mark name='m'/> b", "a b"),
        ("你好\n  世界", "你好世界"),
        ("你好 世界", "你好 世界"),
        ("他说：\n“好。”\n“不。”\n他走了", "他说：“好。”“不。”他走了"),
        ("Hello.”\n“World", "Hello.” “World"),
        ("用Python\n写", "用Python 写"),
        ("안녕\n세계", "안녕 세계"),
        ("a\u00a0\u3000b", "a\u00a0\u3000b"),
        ("a<!-- no -->b", "ab"),
        ("<s>One.</s><s>Two.</s>", "One. Two."),
        ("<s>一。</s><s>二。</s>", "一。二。"),
        ("<s>一。</s> <s>二。</s>", "一。二。"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("Zero<p> One </p>\n<p/><p>Two</p> Three", "Zero\nOne\nTwo\nThree"),
    ],
)
def test_white_space(inner: str, text: str) -> None:
    assert read(inner).text == text


def test_cues_and_breaks_stand_at_words_not_at_blanks() -> None:
    markup = read("a <emphasis> b </emphasis> <break/> c")
    (cue,) = markup.cues
    assert markup.text[cue.start : cue.end] == "b"
    assert markup.breaks[0][0] == 3


def test_an_element_without_text_gives_no_cue() -> None:
    markup = read("a <emphasis> <break/> </emphasis> b")
    assert (markup.text, markup.cues) == ("a b", ())


def test_what_is_around_several_paragraphs_is_one_cue_if_it_holds_them_whole() -> None:
    markup = read('<voice name="v"><p>One</p><p>Two</p></voice>')
    assert [(cue.start, cue.end) for cue in markup.cues] == [(0, 7)]
    markup = read('Zero <voice name="v">half<p>One</p></voice>')
    assert [markup.text[cue.start : cue.end] for cue in markup.cues] == ["half", "One"]
