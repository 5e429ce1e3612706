"""Formulas in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.books.markup import parse_xml
from reader.books.mathml import reading


def say(inner: str, language: str = "en", attributes: str = "") -> str:
    root = parse_xml(
        f'<math xmlns="http://www.w3.org/1998/Math/MathML" {attributes}>{inner}</math>'.encode()
    )
    return reading(root, language)


def i(text: str) -> str:
    return f"<mi>{text}</mi>"


def n(text: str) -> str:
    return f"<mn>{text}</mn>"


def o(text: str) -> str:
    return f"<mo>{text}</mo>"


def tag(name: str, *inner: str) -> str:
    return f"<{name}>{''.join(inner)}</{name}>"


def row(*inner: str) -> str:
    return tag("mrow", *inner)


def table(*rows: tuple[str, ...]) -> str:
    return tag("mtable", *(tag("mtr", *(tag("mtd", cell) for cell in cells)) for cells in rows))


MINUS_ONE = row(o("−"), n("1"))
APPLY = o("&#x2061;")

READINGS = {
    "fractions": [
        (tag("mfrac", n("1"), n("2")), "1 over 2", "2分之1"),
        (tag("mfrac", row(n("2"), i("a")), i("c")), "2 a over c", "c分之2 a"),
        (
            tag("mfrac", row(i("a"), o("−"), i("b")), i("c")),
            "the fraction a minus b over c end fraction",
            "分式，分子a减b，分母c，分式结束",
        ),
        (
            tag("mfrac", tag("mfrac", n("1"), n("2")), i("c")),
            "the fraction 1 over 2 over c end fraction",
            "分式，分子2分之1，分母c，分式结束",
        ),
        (
            "<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>",
            "n choose k",
            "n选k的组合数",
        ),
    ],
    "roots": [
        (tag("msqrt", i("x")), "the square root of x", "根号x"),
        (
            tag("msqrt", i("x"), o("+"), n("1")),
            "the square root of x plus 1 end root",
            "根号下x加1，根号结束",
        ),
        (tag("mroot", i("x"), n("3")), "the cube root of x", "x的立方根"),
        (tag("mroot", i("x"), n("5")), "the 5th root of x", "x的5次方根"),
        (tag("mroot", i("x"), i("n")), "the n-th root of x", "x的n次方根"),
    ],
    "powers and indices": [
        (tag("msup", i("x"), n("2")), "x squared", "x的平方"),
        (tag("msup", i("x"), n("3")), "x cubed", "x的立方"),
        (tag("msup", i("x"), i("n")), "x to the power of n", "x的n次方"),
        (
            tag("msup", i("x"), row(i("n"), o("+"), n("1"))),
            "x to the power of n plus 1 end power",
            "x的n加1次方",
        ),
        (tag("msub", i("a"), i("i")), "a sub i", "a下标i"),
        (tag("msubsup", i("x"), i("i"), n("2")), "x sub i squared", "x下标i的平方"),
        (tag("msup", i("A"), i("T")), "A transpose", "A的转置"),
        (tag("msup", i("A"), MINUS_ONE), "A inverse", "A的逆"),
        (row(tag("msup", i("sin"), MINUS_ONE), i("x")), "inverse sine x", "反正弦x"),
        (row(tag("msup", i("sin"), n("2")), i("x")), "sine squared x", "正弦平方x"),
        (tag("msup", n("90"), o("∘")), "90 degrees", "90度"),
        (
            "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>",
            "left superscript 14, left subscript 6, C",
            "左上标14，左下标6，C",
        ),
    ],
    "limits": [
        (
            tag("munderover", o("∑"), row(i("i"), o("="), n("1")), i("n")) + i("i"),
            "the sum from i equals 1 to n of i",
            "从i等于1到n求和，i",
        ),
        (tag("munderover", o("∑"), n("1"), i("n")), "the sum from 1 to n of", "从1到n求和"),
        (
            tag("msubsup", o("∫"), n("0"), i("π")) + i("sin") + APPLY + i("x") + i("d") + i("x"),
            "the integral from 0 to pi of sine x d x",
            "从0到派积分，正弦x d x",
        ),
        (
            tag("munder", o("lim"), row(i("x"), o("→"), i("∞"))) + i("x"),
            "the limit as x approaches infinity of x",
            "当x趋于无穷大时的极限，x",
        ),
        (row(o("∏"), i("x")), "the product of x", "求积，x"),
    ],
    "functions": [
        (row(i("f"), o("("), i("x"), o(")")), "f of x", "f x"),
        (row(i("f"), APPLY, tag("mfenced", i("x"))), "f of x", "f x"),
        (row(tag("msup", i("f"), o("′")), o("("), i("x"), o(")")), "f prime of x", "f撇x"),
        (
            row(tag("msub", i("log"), n("2")), APPLY, n("8")),
            "log base 2 of 8",
            "以2为底8的对数",
        ),
        (row(i("f"), o(":"), i("A"), o("→"), i("B")), "f: A to B", "f: A到B"),
    ],
    "signs": [
        (
            row(i("α"), o("+"), i("Γ"), o("≤"), i("ω")),
            "alpha plus capital gamma is less than or equal to omega",
            "阿尔法加大写伽马小于等于欧米伽",
        ),
        (row(o("−"), n("5"), o("−"), n("3")), "minus 5 minus 3", "负5减3"),
        (
            row(o("∀"), i("x"), o("∈"), i("ℝ")),
            "for all x is in the real numbers",
            "对任意x属于实数集",
        ),
        (row(i("p"), o("⇒"), i("q")), "p implies q", "p推出q"),
        (row(i("n"), o("!")), "n factorial", "n的阶乘"),
    ],
    "brackets": [
        (
            row(o("("), i("a"), o("+"), i("b"), tag("msup", o(")"), n("2"))),
            "open paren a plus b close paren squared",
            "左括号a加b右括号的平方",
        ),
        (row(o("|"), i("x"), o("|")), "the absolute value of x", "x的绝对值"),
        (
            row(o("|"), i("x"), o("−"), n("1"), o("|")),
            "the absolute value of x minus 1 end absolute value",
            "绝对值x减1，绝对值结束",
        ),
        (
            row(o("|"), i("a"), o("|"), o("+"), o("|"), i("b"), o("|")),
            "the absolute value of a plus the absolute value of b",
            "a的绝对值加b的绝对值",
        ),
        (
            row(o("{"), n("1"), o("}"), o("∪"), o("{"), o("{"), n("2"), o("}"), o("}")),
            "the set 1 end set union the set the set 2 end set end set",
            "集合1，集合结束并集合集合2，集合结束，集合结束",
        ),
        (
            row(o("{"), i("x"), o(":"), o("|"), i("x"), o("|"), o("&lt;"), n("1"), o("}")),
            "the set x such that the absolute value of x is less than 1 end set",
            "集合x满足x的绝对值小于1，集合结束",
        ),
        (row(o("⌊"), i("x"), o("⌋")), "the floor of x", "x向下取整"),
        (
            row(o("{"), i("x"), o("|"), i("x"), o("&gt;"), n("0"), o("}")),
            "the set x such that x is greater than 0 end set",
            "集合x满足x大于0，集合结束",
        ),
    ],
    "over and under": [
        (tag("mover", i("v"), o("→")), "vector v", "向量v"),
        (tag("mover", i("x"), o("¯")), "x bar", "x拔"),
        (tag("mover", i("p"), o("^")), "p hat", "p帽"),
        (tag("mover", i("x"), o("˙")), "x dot", "x点"),
    ],
    "tables": [
        (
            row(o("["), table((n("1"), n("2")), (n("3"), n("4"))), o("]")),
            "the 2 by 2 matrix, row 1: 1, 2; row 2: 3, 4; end matrix",
            "2行2列的矩阵，第1行：1，2；第2行：3，4；矩阵结束",
        ),
        (
            row(o("|"), table((i("a"), i("b")), (i("c"), i("d"))), o("|")),
            "the 2 by 2 determinant, row 1: a, b; row 2: c, d; end determinant",
            "2阶行列式，第1行：a，b；第2行：c，d；行列式结束",
        ),
        (
            tag("mfenced", table((i("x"),), (i("y"),))),
            "the column vector x, y; end vector",
            "列向量，x，y；向量结束",
        ),
        (
            row(o("{"), table((i("x"), tag("mtext", "if a")), (n("0"), tag("mtext", "else")))),
            "cases: x, if a; 0, else; end cases",
            "分段，x，if a；0，else；分段结束",
        ),
        (
            table((row(i("x"), o("="), n("1")),), (row(i("y"), o("="), n("2")),)),
            "x equals 1; y equals 2",
            "x等于1；y等于2",
        ),
    ],
    "chemistry": [
        (
            row(n("2"), tag("msub", i("H"), n("2")), o("+"), tag("msub", i("O"), n("2")), o("→"))
            + row(n("2"), tag("msub", i("H"), n("2")), i("O")),
            "2 H 2 plus O 2 yields 2 H 2 O",
            "2 H 2加O 2生成2 H 2 O",
        ),
        (tag("msup", i("Na"), o("+")), "N A plus", "N A正"),
        (tag("msubsup", i("SO"), n("4"), row(n("2"), o("−"))), "S O 4 2 minus", "S O 4 2负"),
        (row(i("NaCl"), o("("), i("aq"), o(")")), "N A C L aqueous", "N A C L水溶液"),
        (row(tag("msub", i("CO"), n("2")), o("↑")), "C O 2 gas", "C O 2气体"),
    ],
}


@pytest.mark.parametrize(
    ("inner", "english", "chinese"),
    [
        pytest.param(*item, id=f"{kind} {at}")
        for kind, items in READINGS.items()
        for at, item in enumerate(items)
    ],
)
def test_reading(inner, english, chinese):
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
    assert say("<mn>1</mn><mn>9</mn><mo>+</mo><mn>2</mn>") == "19 plus 2"
    assert say("<msub><mn>1</mn><mn>9</mn></msub>") == "1 sub 9"


def test_annotations_are_not_read_twice():
    inner = "<semantics><mi>x</mi><annotation>x^{2}</annotation></semantics>"
    assert say(inner) == "x"


def test_a_very_deep_formula_is_read():
    deep = "<mrow>" * 200 + "<mi>x</mi>" + "</mrow>" * 200
    assert say(deep) == "x"


@pytest.mark.parametrize("fence", ["()", "{}", "[]", "||", "⌊⌋", "{|", "(}"])
def test_brackets_ten_thousand_deep_are_read(fence):
    opening, closing = fence
    assert "x" in say(o(opening) * 10_000 + i("x") + o(closing) * 10_000)


def test_no_nesting_of_any_element_is_too_deep():
    for name in ("mfrac", "msup", "msqrt", "mfenced", "mtable", "semantics", "munderover"):
        deep = f"<{name}>" * 200 + "<mi>x</mi>" + f"</{name}>" * 200
        assert "x" in say(deep)


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.tuples(
            st.sampled_from(["mi", "mn", "mo", "mtext"]),
            st.text(alphabet="xA12+−(|)[{}∑∫lim→′∘α, ", max_size=4),
        ),
        lambda inner: st.tuples(
            st.sampled_from(
                [
                    "mrow",
                    "mfrac",
                    "msup",
                    "msub",
                    "msubsup",
                    "munder",
                    "mover",
                    "munderover",
                    "mroot",
                    "msqrt",
                    "mfenced",
                    "mtable",
                    "mtr",
                    "mtd",
                    "mmultiscripts",
                    "mprescripts",
                    "menclose",
                    "maction",
                    "semantics",
                ]
            ),
            st.lists(inner, max_size=4),
        ),
        max_leaves=12,
    )
)
def test_no_markup_raises(tree):
    def write(node) -> str:
        name, inside = node
        return tag(name, inside if isinstance(inside, str) else "".join(map(write, inside)))

    assert isinstance(say(write(tree)), str)
    assert isinstance(say(write(tree), "zh"), str)
