"""Signs of arithmetic and other signs in Chinese."""

from __future__ import annotations

import re
import unicodedata

from reader.language.letters import GREEK
from reader.language.spoken.chinese.numbers import signed
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_OPERAND_BEFORE = r"(?<=[\dA-Za-zα-ω)）²³₀-₉°℃%|])"
_OPERAND_AHEAD = r"(?=[-−±√]?[\dA-Za-zα-ω(（√|])"
_GREEK_BLOCK = "\u0370-\u03ff"
_BEFORE_MINUS = "是为到达至于约在算值和与比低近得作成温损润率额拔差了"
_BETWEEN = {
    "≤|<=|⩽|≦": "小于等于",
    "≥|>=|⩾|≧": "大于等于",
    "≠|!=": "不等于",
    "≈|≒": "约等于",
    "≡": "恒等于",
    "=": "等于",
    "<|＜": "小于",
    ">|＞": "大于",
    "÷": "除以",
    "×|✕|✖": "乘",
    r"\+|＋": "加",
    "∝": "正比于",
    "⊥": "垂直于",
    "∥": "平行于",
}
_ANYWHERE = {
    "√": "根号",
    "∛": "三次根号",
    "∞": "无穷大",
    "π": "派",
    "∑": "求和",
    "∫": "积分",
    "∠": "角",
    "△(?=[A-Z])": "三角形",
    "∴": "所以",
    "∵": "因为",
    "∈": "属于",
    "∪": "并",
    "∩": "交",
    "©": "版权所有",
    "®": "",
    "™": "",
    "§": "第",
    "¶": "",
    "№": "第",
    "%(?!\\w)|％": "百分号",
    "‰": "千分号",
    "㏄": "毫升",
}


def arithmetic(_style: SpokenStyle) -> tuple[Rule, ...]:
    """A minus beside other signs of arithmetic, which would else be a range."""
    return (
        rule("sign", r"(?<=[\d)）])\s?[-–−]\s?(?=\d{1,9}\s?[=+×÷*])", fixed("减")),
        rule("sign", r"(?<=\d)\s?[-–−]\s?(?=\d{1,9}[)）]\s?[+×÷*/=])", fixed("减")),
        rule(
            "sign", r"(?<![A-Za-z\d])[a-z](?P<n>\s?[-–−]\s?)(?=\d{1,3}(?![\dA-Za-z]))", fixed("减")
        ),
        rule("sign", r"(?<=\d)!(?==)", fixed("的阶乘")),
        rule("sign", r"(?:(?<=[+×÷*=]\d)|(?<=[+×÷*=]\d\d))\s?[-–−]\s?(?=\d)", fixed("减")),
    )


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Signs between numbers or letters, then before numbers, then wherever they stand."""
    return (
        rule("sign", r"(?<=C)\+\+", fixed("加加")),
        *(
            rule("sign", rf"{_OPERAND_BEFORE}\s?(?:{signs})\s?{_OPERAND_AHEAD}", fixed(said))
            for signs, said in _BETWEEN.items()
        ),
        *(
            rule("sign", rf"\s?(?:{signs})\s?(?=[-−±]?\d)", fixed(said))
            for signs, said in list(_BETWEEN.items())[:8]
        ),
        rule("sign", r"(?<=[\w)）])\s?×\s?(?=[\w(（])", fixed("乘")),
        rule("sign", r"(?<=[\d米寸尺])\s?[xX*×]\s?(?=\d)|(?<=[A-Za-z])\s?\*\s?(?=\d)", fixed("乘")),
        rule("sign", r"(?<=[\d)）])\s[-–−]\s(?=[\d(（])", fixed("减")),
        rule("sign", r"(?<=[²³])\s?[-–−]\s?(?=[\dA-Za-z])", fixed("减")),
        rule("sign", r"[±∓]\s?(?=\d)", fixed("正负")),
        rule("sign", r"(?<![\w）)])[-−－](?=\d|√|[(（]\d)", fixed("负")),
        rule("sign", rf"(?<=[{_BEFORE_MINUS}])[-−－](?=\d)", fixed("负")),
        rule(
            "sign",
            r"(?<=[\u4e00-\u9fff])[-−－](?=\d{1,9}(?:\.\d{1,9})?(?:[万亿元度米%％℃]|\.))",
            fixed("负"),
        ),
        rule("model", r"(?<=[\u4e00-\u9fffα-ω])[-−－](?=\d)", fixed("")),
        rule("sign", r"(?<=\d)[#＃](?=[楼栋机炉线车井门库塔桩]|[，。；、]|\s|$)", fixed("号")),
        rule("sign", r"(?:(?<![\w）)])|(?<=[值为约]))[+＋](?=\d)", fixed("正")),
        rule(
            "power",
            r"(?<![\w.])\d{1,9}(?:\.\d{1,9})?(?P<n>[eE](?P<power>[-+]?\d{1,3}))(?!\w)",
            lambda match: f"乘十的{signed(match['power'].lstrip('+'))}次方",
        ),
        rule("power", r"(?<=[A-Za-z\d)）])\^(?P<power>-?\d{1,4})", _power),
        rule("power", r"(?<=[A-Za-z\d)）])(?P<power>[⁺⁻]?[⁰¹²³⁴-⁹]{1,6})", _power),
        rule("sign", r"(?<=[CF])#(?!\w)", fixed("井")),
        rule("sign", r"(?<=[A-Za-z\u4e00-\u9fff])\s?&\s?(?=[A-Za-z\u4e00-\u9fff])", fixed("和")),
        rule("sign", r"[#＃](?=号)", fixed("井")),
        rule("sign", r"[*＊](?=号)", fixed("星")),
        rule("sign", r"[#＃](?=键|\d)", fixed("井号")),
        rule("sign", r"[*＊](?=键)", fixed("星号")),
        *(rule("sign", signs, fixed(said)) for signs, said in _ANYWHERE.items()),
        rule(
            "letter",
            f"(?<![{_GREEK_BLOCK}])[{''.join(GREEK['zh'])}](?![{_GREEK_BLOCK}])",
            lambda match: GREEK["zh"][match[0]],
        ),
    )


def _power(match: re.Match[str]) -> str:
    power = unicodedata.normalize("NFKC", match["power"]).replace("−", "-")
    named = {"2": "平方", "3": "立方"}.get(power)
    return "的" + (named or f"{signed(power)}次方")
