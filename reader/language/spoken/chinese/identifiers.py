"""Numbers that name and do not count: rooms, trains, flights, accounts, licence plates."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, digits
from reader.language.spoken.chinese.patterns import MEASURES, NAMES_ONLY
from reader.language.spoken.rules import Rule, Say, rule
from reader.language.spoken.style import SpokenStyle

_NAMED = (
    "电话|手机号?|尾号|热线|拨打|致电|拨|号码|房间号?|房号|邮编|邮政编码|编号|编码|学号|工号|警号|证号|账号|帐号|账户|卡号|密码|"
    "验证码|取件码|提货码|口令|车牌号?|航班号?|车次|列车|QQ群?号?|微信群?号?|传真|代码|序列号|身份证号?码?|订单号?|单号|运单|门牌号?|分机|"
    "总机|客服|ISBN|ISSN|股票|证券|批号|批次|流水号|档案号|座机|末[三四五六]位|后[三四五六]位|短信|短号|区号|内线|端口号?"
)
_ROOMS = (
    "室|房(?![价屋东产租])|号房|号病房|病房|教室|会议室|包间|包厢|宿舍|信箱|国道|省道|县道|航班|"
    "次列车|次航班|次动车|次高铁|次特快|次(?=[从由开到驶])"
)
_AIRLINES = (
    "CA|MU|CZ|HU|3U|MF|ZH|SC|FM|9C|HO|KN|GS|JD|BA|UA|AA|DL|LH|AF|KL|NH|JL|KE|OZ|SQ|CX|EK|QR|QF|TK"
)


def cards(style: SpokenStyle) -> tuple[Rule, ...]:
    """Bank cards in groups of four digits, parts of which look like telephone numbers.

    The first digit is that of an issuer of cards (ISO/IEC 7812), so that years are none.
    """

    def number(match: re.Match[str]) -> str:
        return digits(_figures(match[0]), telephone=style.one == "yao")

    return (
        rule(
            "identifier",
            r"(?<![\d.,])[3-69]\d{3}(?:[- ]\d{4}){3}(?:[- ]\d{1,4})?(?![\d.,]|[- ]\d)",
            number,
        ),
    )


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """What is read digit by digit; 1 in most of them as the style asks."""
    telephone = style.one == "yao"

    def number(match: re.Match[str]) -> str:
        return digits(_figures(match["n"]), telephone=telephone)

    return (
        rule(
            "identifier",
            r"(?<![A-Za-z\d.])0[xX][\dA-Fa-f]{2,16}(?![A-Za-z\d])",
            lambda match: digits(match[0]),
        ),
        rule("flight", rf"(?<![A-Za-z\d])(?:{_AIRLINES})\s?-?(?P<n>\d{{3,4}})(?!\d)", number),
        rule(
            "train",
            r"(?<![A-Za-z\d])[GDCZTKLYS](?P<n>\d{3,4}|\d{1,2}(?=次|号?列车|动车|高铁))(?![A-Za-z\d])",
            number,
        ),
        rule("road", r"(?<![A-Za-z\d])[GS](?!20(?!高速))(?P<n>\d\d)(?![A-Za-z\d.])", number),
        rule("identifier", rf"(?<=[A-Z])(?P<n>\d{{1,4}})(?={_ROOMS})", number),
        rule(
            "licence plate",
            r"(?<=[京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])"
            r"(?P<n>[A-Z][·• ]?[A-Z\d]{5,6})(?![A-Z\d])",
            _plate(telephone=telephone),
        ),
        rule(
            "identifier",
            rf"(?:{_NAMED})(?:号|码|都?[为是]|：|:|\s|[A-Z]-?|了|请|改成|改为){{0,4}}"
            rf"(?P<n>\d+(?:[- ]\d{{3,}})*){NAMES_ONLY}",
            number,
        ),
        rule("telephone", rf"转(?P<n>\d{{3,6}}){NAMES_ONLY}", number),
        rule("identifier", r"IS[BS]N(?:号|：|:|\s){0,3}(?P<n>\d[\d-]{6,20}[Xx]?)(?![\d-])", number),
        rule(
            "room",
            rf"(?<![\d.,-])(?P<n>\d{{3,4}}|\d{{1,2}}-\d{{1,4}}(?:-\d{{2,4}})?)(?={_ROOMS})",
            number,
        ),
        rule("identifier", r"(?<![\d.A-Za-z])(?P<n>\d{1,3}(?:-\d{1,5}){2,6})(?![\d-])", number),
        rule("identifier", r"(?<![\d.,])(?P<n>\d{3,17})(?=[Xx](?![A-Za-z\d]))", number),
        rule(
            "number",
            r"(?<=[图表式例题注路街巷弄道村里苑])\s?(?P<a>\d{1,4})[-–—](?P<b>\d{1,4})(?![\d-]|[年月天米])",
            _with_a_stroke,
        ),
        rule("room", r"(?:Room|Gate|Suite|Flat|Unit)\s(?P<n>\d{3,4})(?!\d)", number),
        rule(
            "number",
            r"(?<![\d-])(?P<a>\d{1,2})[-–](?P<b>\d{1,2})(?=[栋幢座]|单元|号楼)",
            _with_a_stroke,
        ),
        rule(
            "room", rf"(?:(?<=单元)|(?<=\d[栋幢座]))(?P<n>\d{{3,4}})(?![\d.,]|{MEASURES})", number
        ),
        rule("bus", r"(?<![\d.,])(?P<n>[1-9]\d\d)(?<!00)(?=路(?![人程途径况段]))", number),
        rule("identifier", r"(?<=[(（])(?P<n>[0368]\d{5})(?=[)）]|\.S[HZ])", number),
        rule(
            "identifier",
            r"(?<![\d.,A-Za-z])(?P<n>\d{5,6}(?=”?号(?:客服|员工|工作人员|VIP|选手|警官|技师|坐席|话务员)))",
            number,
        ),
    )


def _plate(*, telephone: bool) -> Say:
    def say(match: re.Match[str]) -> str:
        plain = re.sub(r"[·• ]", "", match["n"])
        return digits(plain, telephone=telephone)

    return say


def _with_a_stroke(match: re.Match[str]) -> str:
    return f"{cardinal(match['a'])}杠{cardinal(match['b'])}"


def _figures(number: str) -> str:
    return re.sub(r"\D+", "", number)
