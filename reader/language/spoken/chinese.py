"""What Chinese readers say for dates, times, money, numbers of things, units and signs."""

from __future__ import annotations

import re
import unicodedata

from reader.language import roman
from reader.language.spoken.chinese_numbers import cardinal, decimal, digits, quantity
from reader.language.spoken.rules import alternatives, fixed, rule

_N = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TO = r"\s?(?:[-–—~～]|——)\s?"
_CURRENCIES = {
    "￥": "元",
    "¥": "元",
    "RMB": "元",
    "$": "美元",
    "US$": "美元",
    "HK$": "港元",
    "NT$": "新台币",
    "A$": "澳元",
    "C$": "加元",
    "S$": "新元",
    "€": "欧元",
    "£": "英镑",
    "₩": "韩元",
    "₽": "卢布",
    "฿": "泰铢",
}
_UNITS = {
    "km/h": "公里每小时",
    "m/s": "米每秒",
    "km²": "平方公里",
    "km2": "平方公里",
    "m²": "平方米",
    "m2": "平方米",
    "㎡": "平方米",
    "cm²": "平方厘米",
    "m³": "立方米",
    "m3": "立方米",
    "kg": "公斤",
    "mg": "毫克",
    "g": "克",
    "t": "吨",
    "km": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "μm": "微米",
    "nm": "纳米",
    "m": "米",
    "ml": "毫升",
    "mL": "毫升",
    "L": "升",
    "kWh": "千瓦时",
    "kW": "千瓦",
    "MW": "兆瓦",
    "W": "瓦",
    "V": "伏",
    "Hz": "赫兹",
    "kHz": "千赫",
    "MHz": "兆赫",
    "GHz": "吉赫",
    "ms": "毫秒",
    "min": "分钟",
    "℃": "摄氏度",
    "°C": "摄氏度",
    "℉": "华氏度",
    "°F": "华氏度",
    "°": "度",
    "㎏": "公斤",
    "㎞": "公里",
    "㎝": "厘米",
    "㎜": "毫米",
}
_UNIT = alternatives(_UNITS)
_MEASURES = (
    "个|只|条|次|天|年(?!级)|位|名|人|种|块|倍|元|件|张|本|家|所|座|台|部|辆|架|艘|支|枝|根|颗|粒|片|份|"
    "项|场|届|步|杯|瓶|碗|盘|袋|箱|盒|双|对|套|批|周|星期|小时|分钟|秒钟|岁|里|米|公里|公斤|斤|吨|升|"
    "万|亿|千|层|间|封|首|篇|句|段|幅|头|匹|口|棵|株|朵|把|枚|门|趟|遍|回|声|下|点(?=钟)|美元|英镑|欧元"
)
_NAMED = (
    "电话|手机|尾号|热线|拨打|号码|房间|邮编|邮政编码|编号|学号|工号|证号|账号|帐号|卡号|密码|验证码|车牌|航班|"
    "车次|列车|QQ|微信|传真|代码|序列号|身份证"
)
_SCORES = re.compile(
    r"(?:比分|战胜|击败|战平|不敌|负于|大胜|险胜|逼平|领先|落后|以|为)[^，。]{0,6}$"
)


def _date(match: re.Match[str]) -> str | None:
    year, month, day = match["year"], match["month"], match["day"]
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{digits(year)}年{cardinal(month)}月{cardinal(day)}日"


def _month(match: re.Match[str]) -> str:
    return f"{digits(match['year'])}年{cardinal(match['month'])}月"


def _time(match: re.Match[str]) -> str | None:
    hour, minute, second, half = match["hour"], match["minute"], match["second"], match["half"]
    if int(hour) > 24 or int(minute) > 59 or _SCORES.search(match.string, 0, match.start()):
        return None
    said = ("下午" if half[0] in "pP" else "上午") if half else ""
    said += ("两" if hour in ("2", "02") else cardinal(hour)) + "点"
    if int(minute) or second:
        said += _minutes(minute) + "分"
    return said + (_minutes(second) + "秒" if second else "")


def _minutes(number: str) -> str:
    return ("零" if number[0] == "0" and number != "00" else "") + cardinal(number)


def _ratio(match: re.Match[str]) -> str:
    return f"{decimal(match['a'])}比{decimal(match['b'])}"


def _score(match: re.Match[str]) -> str | None:
    return _ratio(match) if _SCORES.search(match.string, 0, match.start()) else None


def _money(match: re.Match[str]) -> str:
    return _amount(match["amount"]) + (match["scale"] or "") + _CURRENCIES[match["sign"]]


def _amount(number: str) -> str:
    """A sum: 3.50 is 三点五."""
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return decimal(number)


def _percent(match: re.Match[str]) -> str:
    base = "百分之" if match["sign"] in "%％" else "千分之"
    first = ("负" if match["a"][0] in "-−" else "") + base + decimal(match["a"].lstrip("-−+"))
    if match["b"] is None:
        return first
    return f"{first}到{base if match['repeated'] else ''}{decimal(match['b'])}"


def _signed(number: str) -> str:
    return ("负" if number[0] in "-−" else "") + decimal(number.lstrip("-−+"))


def _measure(match: re.Match[str]) -> str:
    number, unit = match["a"], _UNITS[match["unit"]]
    cold = number[0] in "-−" and unit in ("摄氏度", "华氏度")
    said = ("零下" + decimal(number[1:])) if cold else _signed(number)
    if number == "2":
        said = "两" if unit != "度" else "二"
    if match["b"] is not None:
        said += "到" + _signed(match["b"])
    return said + unit


def _fraction(match: re.Match[str]) -> str | None:
    if int(match["b"]) == 0:
        return None
    return f"{cardinal(match['b'])}分之{cardinal(match['a'])}"


def _range(match: re.Match[str]) -> str:
    return f"{decimal(match['a'])}到{decimal(match['b'])}"


def _telephone(match: re.Match[str]) -> str:
    number = match["n"]
    country = "加" if number.startswith("+") else ""
    return country + digits(re.sub(r"[^\d]+", "", number), telephone=True)


def _dotted(match: re.Match[str]) -> str:
    return "点".join(digits(part) for part in match[0].split("."))


def _year(match: re.Match[str]) -> str:
    return digits(match["n"])


def _years(match: re.Match[str]) -> str:
    return f"{digits(match['a'])}到{digits(match['b'])}"


def _whole(match: re.Match[str]) -> str:
    number = match[0].replace(",", "")
    if (
        "." not in number
        and "," not in match[0]
        and (len(number) > 8 or number[0] == "0" != number)
    ):
        return digits(number)
    return decimal(number)


def _counted(match: re.Match[str]) -> str:
    return quantity(match["n"])


def _roman(match: re.Match[str]) -> str | None:
    return _numeral(match["n"])


def _in_one_character(match: re.Match[str]) -> str | None:
    """A number in a ring, or a Roman numeral that is one character or several such."""
    plain = unicodedata.normalize("NFKC", match[0])
    return cardinal(plain) if plain.isdecimal() else _numeral(plain.upper())


def _numeral(written: str) -> str | None:
    counted = roman.value(written)
    return cardinal(str(counted)) if counted else None


_SIGN = alternatives(_CURRENCIES)

RULES = (
    rule(
        r"(?<![\d.])(?P<year>[12]\d{3})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?![\d.])",
        _date,
    ),
    rule(r"(?<!\d)(?P<year>[12]\d{3})[-/](?P<month>0[1-9]|1[0-2])(?![\d/年-])", _month),
    rule(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d.])", _dotted),
    rule(rf"(?<!\d)(?P<a>[12]\d{{3}}){_TO}(?P<b>[12]\d{{3}})(?=年)", _years),
    rule(r"(?<!\d)(?P<n>[12]\d{3}|\d\d(?=年\d+月))(?=年)(?<!1000)", _year),
    rule(r"(?<!\d)(?P<n>\d0)(?=后)", _year),
    rule(
        r"(?<!\d)(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：](?P<second>\d{2}))?(?!\d)"
        r"(?:\s?(?P<half>[aApP]\.?[mM]\.?))?",
        _time,
    ),
    rule(rf"(?<![\d:])(?P<a>{_N})\s?[:：∶]\s?(?P<b>{_N})(?![\d:])", _ratio),
    rule(r"(?<!\d)(?P<a>\d{1,3})[-–—](?P<b>\d{1,3})(?!\d)", _score),
    rule(rf"(?P<sign>{_SIGN})\s?(?P<amount>{_N})(?P<scale>[百千]?[万亿])?", _money),
    rule(r"(?<![\d.])(?P<n>\d+\.\d*0)(?=[元块])", lambda match: _amount(match["n"])),
    rule(
        rf"(?<![\d.])(?P<a>[-−+]?(?:{_N}))(?P<repeated>[%％])?(?:{_TO}(?P<b>{_N}))?(?P<sign>[%％‰])",
        _percent,
    ),
    rule(
        rf"(?<![A-Za-z\d])(?P<a>[-−]?(?:{_N}))(?:{_TO}(?P<b>[-−]?(?:{_N})))?\s?(?P<unit>{_UNIT})"
        r"(?![A-Za-z])",
        _measure,
    ),
    rule(r"(?<![\d.])(?P<n>(?:\+86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)", _telephone),
    rule(r"(?<!\d)(?P<n>\+?(?:86-?)?0\d{2,3}[- ]\d{7,8}|[48]00-?\d{3}-?\d{4})(?!\d)", _telephone),
    rule(r"(?<=[A-Z])(?P<n>\d{1,4})(?=次|号?列车|航班)", _telephone),
    rule(
        rf"(?:{_NAMED})(?:号|为|是|：|:|\s|[A-Z])*(?P<n>\d+(?:[- ]\d{{3,}})*)(?![\d.]|[个位次])",
        _telephone,
    ),
    rule(r"(?<!\d)(?P<n>\d{3,4})(?=室|房间|号房|号楼)", _telephone),
    rule(r"(?<![\d/])(?P<a>\d{1,3})/(?P<b>\d{1,3})(?![\d/])", _fraction),
    rule(rf"(?<![\dA-Za-z-])(?P<a>{_N}){_TO}(?P<b>{_N})(?![\d-])", _range),
    rule(rf"(?<![\d第.,零十百千万A-Za-z-])(?P<n>2)(?={_MEASURES})", _counted),
    rule(r"(?<=\d)\s?[×xX*]\s?(?=\d)", fixed("乘")),
    rule(r"(?<=\d)\s?÷\s?(?=\d)", fixed("除以")),
    rule(r"\s?=\s?(?=[-−]?\d)", fixed("等于")),
    rule(r"(?<=\d)\s?\+\s?(?=\d)", fixed("加")),
    rule(r"≈\s?(?=\d)", fixed("约等于")),
    rule(r"\s?(?:≤|<=)\s?(?=\d)", fixed("小于等于")),
    rule(r"\s?(?:≥|>=)\s?(?=\d)", fixed("大于等于")),
    rule(r"(?<=\d)[wW](?![A-Za-z])", fixed("万")),
    rule(r"(?<![\d.])(?P<n>\.\d+)", lambda match: decimal(match["n"])),
    rule(r"±(?=\d)", fixed("正负")),
    rule(r"(?<![\w）)])[-−](?=\d)", fixed("负")),
    rule(r"(?<=[元克米人次吨度])/(?=[\u4e00-\u9fff])", fixed("每")),
    rule(r"(?<=[A-Za-z\d])²", fixed("的平方")),
    rule(r"(?<=[A-Za-z\d])³", fixed("的立方")),
    rule(r"(?<=第)(?P<n>[IVXLC]+)(?=[章节節卷部回集编編篇幕])", _roman),
    rule(r"[①-⑳]|[Ⅰ-Ⅻⅰ-ⅻ]+", _in_one_character),
    rule(_N, _whole),
)
"""In the order in which they may take their part of the text."""
