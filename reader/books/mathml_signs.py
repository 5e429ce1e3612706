"""The signs of mathematics in words: English and Chinese, as a teacher reads them out."""

from __future__ import annotations

from collections.abc import Mapping

from reader.language.letters import GREEK

_SIGNS = """
+|plus|加
-|minus|减
−|minus|减
±|plus or minus|加减
∓|minus or plus|减加
×|times|乘
*|times|乘
∗|times|乘
·|times|乘
⋅|times|乘
÷|divided by|除以
/|over|除以
∕|over|除以
=|equals|等于
≠|is not equal to|不等于
≔|is defined as|定义为
<|is less than|小于
>|is greater than|大于
≤|is less than or equal to|小于等于
⩽|is less than or equal to|小于等于
≥|is greater than or equal to|大于等于
⩾|is greater than or equal to|大于等于
≪|is much less than|远小于
≫|is much greater than|远大于
≈|is approximately equal to|约等于
≃|is approximately equal to|约等于
≡|is identical to|恒等于
≅|is congruent to|全等于
∼|is similar to|相似于
~|is similar to|相似于
∝|is proportional to|正比于
∈|is in|属于
∉|is not in|不属于
∋|contains|包含元素
⊂|is a proper subset of|真包含于
⊊|is a proper subset of|真包含于
⊆|is a subset of|包含于
⊄|is not a subset of|不包含于
⊈|is not a subset of|不包含于
⊃|is a proper superset of|真包含
⊇|is a superset of|包含
∪|union|并
∩|intersection|交
∖|set minus|减去集合
∅|the empty set|空集
⌀|the empty set|空集
∀|for all|对任意
∃|there exists|存在
∄|there does not exist|不存在
¬|not|非
∧|and|且
∨|or|或
⊢|proves|推出
⊨|models|满足
⇒|implies|推出
⟹|implies|推出
⇐|is implied by|由后者推出
⇔|if and only if|等价于
⟺|if and only if|等价于
→|to|到
⟶|to|到
←|from|来自
↔|corresponds to|对应于
↦|maps to|映射到
⟼|maps to|映射到
∥|is parallel to|平行于
∦|is not parallel to|不平行于
⊥|is perpendicular to|垂直于
∠|angle|角
△|triangle|三角形
□|square|方块
⊙|circle|圆
⋆|star|星
∘|composed with|复合
⊕|direct sum|直和
⊗|tensor|张量积
!|factorial|的阶乘
∞|infinity|无穷大
∂|partial|偏
∇|nabla|纳布拉
°|degrees|度
′|prime|撇
'|prime|撇
″|double prime|两撇
‴|triple prime|三撇
∴|therefore|所以
∵|because|因为
…|dot dot dot|点点点
⋯|dot dot dot|点点点
⋮|dot dot dot|点点点
⋱|dot dot dot|点点点
(|open paren|左括号
)|close paren|右括号
[|open bracket|左方括号
]|close bracket|右方括号
{|open brace|左大括号
}|close brace|右大括号
〈|open angle bracket|左尖括号
〉|close angle bracket|右尖括号
⟨|open angle bracket|左尖括号
⟩|close angle bracket|右尖括号
%|percent|百分号
⇌|is in equilibrium with|可逆地生成
⇄|is in equilibrium with|可逆地生成
↑|up arrow|上箭头
↓|down arrow|下箭头
∑|the sum|求和
∏|the product|求积
∐|the coproduct|求余积
∫|the integral|积分
∬|the double integral|二重积分
∭|the triple integral|三重积分
∮|the contour integral|环路积分
⋃|the union|并集
⋂|the intersection|交集
⋁|the disjunction|析取
⋀|the conjunction|合取
⨁|the direct sum|直和
⨂|the tensor product|张量积
ℝ|the real numbers|实数集
ℕ|the natural numbers|自然数集
ℤ|the integers|整数集
ℚ|the rational numbers|有理数集
ℂ|the complex numbers|复数集
ℏ|h bar|h拔
ℵ|aleph|阿列夫
Å|angstrom|埃
"""

_FUNCTIONS = """
sin|sine|正弦
cos|cosine|余弦
tan|tangent|正切
tg|tangent|正切
cot|cotangent|余切
ctg|cotangent|余切
sec|secant|正割
csc|cosecant|余割
arcsin|arc sine|反正弦
arccos|arc cosine|反余弦
arctan|arc tangent|反正切
sinh|hyperbolic sine|双曲正弦
cosh|hyperbolic cosine|双曲余弦
tanh|hyperbolic tangent|双曲正切
log|log|对数
ln|natural log|自然对数
lg|common log|常用对数
exp|exponential|指数函数
lim|the limit|极限
limsup|the limit superior|上极限
liminf|the limit inferior|下极限
max|the maximum|最大值
min|the minimum|最小值
sup|the supremum|上确界
inf|the infimum|下确界
arg|the argument|辐角
det|the determinant|行列式
dim|the dimension|维数
ker|the kernel|核
deg|the degree|次数
gcd|the greatest common divisor|最大公约数
lcm|the least common multiple|最小公倍数
mod|mod|模
"""

LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂")
"""Operators that have limits."""

WITH_LIMITS = frozenset(["lim", "limsup", "liminf", "max", "min", "sup", "inf"])
"""Functions that have something below them."""

NAMED = frozenset(line.split("|")[0] for line in _FUNCTIONS.split())
"""Functions written with their names."""

SILENT = frozenset("\u2061\u2062\u2063\u2064\u200b\ufe0e\ufe0f")
"""Application, invisible times, separator and plus, and what only chooses a shape."""

UNARY = {
    "en": {"-": "minus", "−": "minus", "+": "plus", "±": "plus or minus", "∓": "minus or plus"},
    "zh": {"-": "负", "−": "负", "+": "正", "±": "正负", "∓": "负正"},
}
"""Signs before a number or letter, with nothing before them to add it to."""

ACCENTS = {
    **dict.fromkeys("¯‾ˉ\u0305―_̲", "bar"),
    **dict.fromkeys("^ˆ\u0302", "hat"),
    **dict.fromkeys("→⃗⇀⟶", "vector"),
    **dict.fromkeys("˙\u0307.", "dot"),
    **dict.fromkeys("¨\u0308", "double dot"),
    **dict.fromkeys("~˜\u0303∼", "tilde"),
    **dict.fromkeys("⏞⏟︷︸⎴⎵", "brace"),
}
"""What is set over a letter, by what it is called."""


def _table(rows: str, column: int) -> dict[str, str]:
    cells = [line.rsplit("|", 2) for line in rows.splitlines() if line]
    return {row[0]: row[column] for row in cells}


WORDS: Mapping[str, Mapping[str, str]] = {
    language: {**GREEK[language], **_table(_FUNCTIONS, column), **_table(_SIGNS, column)}
    for language, column in (("en", 1), ("zh", 2))
}
"""For English and Chinese, what a sign, a Greek letter or a function's name is called."""
