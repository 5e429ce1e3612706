"""Formulas in words."""

from __future__ import annotations

import pytest

from reader.books.markup import parse_xml
from reader.books.mathml import reading


def say(inner: str, language: str = "en", attributes: str = "") -> str:
    root = parse_xml(
        f'<math xmlns="http://www.w3.org/1998/Math/MathML" {attributes}>{inner}</math>'.encode()
    )
    return reading(root, language)


@pytest.mark.parametrize(
    ("inner", "english", "chinese"),
    [
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1 over 2", "2分之1"),
        ("<msqrt><mi>x</mi></msqrt>", "the square root of x", "根号x"),
        ("<mroot><mi>x</mi><mn>5</mn></mroot>", "the 5 root of x", "x的5次方根"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x squared", "x的平方"),
        ("<msup><mi>x</mi><mi>n</mi></msup>", "x to the power of n", "x的n次方"),
        ("<msub><mi>a</mi><mi>i</mi></msub>", "a sub i", "a下标i"),
        (
            "<munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover>",
            "∑ from 1 to n",
            "∑从1到n",
        ),
        (
            "<mfrac><mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow><mi>c</mi></mfrac>",
            "(a minus b) over c",
            "c分之(a 减 b)",
        ),
    ],
)
def test_plain_reading(inner, english, chinese):
    assert say(inner) == english
    assert say(inner, "zh-CN") == chinese


def test_the_formula_s_own_words_come_first():
    assert say("<mi>x</mi>", attributes='alttext="the unknown"') == "the unknown"


def test_latex_is_not_words_where_there_are_elements():
    assert say("<mi>x</mi>", attributes=r'alttext="\mathbf{x}"') == "x"
    assert say("", attributes=r'alttext="\pi"') == r"\pi"


def test_words_that_say_nothing_are_not_read():
    nothing = 'alttext="Alternative text not available"'
    assert say("<msqrt><mi>x</mi></msqrt>", attributes=nothing) == "the square root of x"


def test_the_digits_of_a_number_stay_together():
    assert say("<mn>1</mn><mn>9</mn><mo>+</mo><mn>2</mn>") == "19 + 2"
    assert say("<msub><mn>1</mn><mn>9</mn></msub>") == "1 sub 9"


def test_annotations_are_not_read_twice():
    inner = "<semantics><mi>x</mi><annotation>x^{2}</annotation></semantics>"
    assert say(inner) == "x"


def test_a_very_deep_formula_is_read():
    deep = "<mrow>" * 200 + "<mi>x</mi>" + "</mrow>" * 200
    assert say(deep) == "x"
