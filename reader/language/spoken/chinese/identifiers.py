"""Numbers that name and do not count: telephones, rooms, trains, flights, models."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, digits
from reader.language.spoken.rules import Rule, Say, fixed, rule
from reader.language.spoken.style import SpokenStyle

_NAMED = (
    "电话|手机号?|尾号|热线|拨打|致电|拨|号码|房间号?|房号|邮编|邮政编码|编号|编码|学号|工号|警号|证号|账号|帐号|账户|卡号|密码|"
    "验证码|取件码|提货码|口令|车牌号?|航班号?|车次|列车|QQ号?|微信号?|传真|代码|序列号|身份证号?码?|订单号?|单号|运单|门牌号?|分机|"
    "总机|客服|ISBN|ISSN|股票|证券|批号|批次|流水号|档案号|座机|末[三四五六]位|后[三四五六]位|短信|短号|区号|内线|转"
)
_ROOMS = (
    "室|房(?![价屋东产租])|号房|号病房|病房|教室|会议室|包间|包厢|宿舍|信箱|国道|省道|县道|航班|"
    "次列车|次航班|次动车|次高铁|次特快|次(?=[从由开到驶])"
)
_AIRLINES = (
    "CA|MU|CZ|HU|3U|MF|ZH|SC|FM|9C|HO|KN|GS|JD|BA|UA|AA|DL|LH|AF|KL|NH|JL|KE|OZ|SQ|CX|EK|QR|QF|TK"
)
_KNOWN_BY_DIGITS = (
    r"(?:985|211)(?=[、，/]|高校|大学|院校|工程|学校|名校|$)|(?:996|007)(?=工作|模式|[、，。]|$)"
)
"""Programmes and working hours that everybody calls by their digits."""

_HOTLINES = (
    r"12[1-9]\d\d|9[56]\d{3}|100(?:10|11|15|50|86|99)|"
    r"1[12][0-9](?=报警|急救|火警|热线|电话|台|接警)"
)
_COUNTED_AFTER = r"(?![\d.,]|[多余个位名人元块次只条件万亿米公斤吨年天倍辆座本张套户亩度])"


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """What is read digit by digit; 1 in most of them as the style asks."""
    telephone = style.one == "yao"

    def number(match: re.Match[str]) -> str:
        return digits(_figures(match["n"]), telephone=telephone)

    def international(match: re.Match[str]) -> str:
        plus = "加" if match["n"].startswith("+") else ""
        return plus + digits(_figures(match["n"]), telephone=telephone)

    return (
        rule(
            "telephone",
            r"(?<![\d.])(?P<n>(?:\+86[- ]?|86[- ])?1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)",
            international,
        ),
        rule(
            "telephone",
            r"(?<![\d.])(?P<n>\+\d{1,3}[- ]?(?:\(?\d{1,4}\)?[- ]?){1,2}"
            r"\d{3,4}[- ]?\d{3,4})(?!\d)",
            international,
        ),
        rule(
            "telephone",
            r"(?<![\d.])(?P<n>(?:\+?86-?)?[(（]?0\d{2,3}[)）]?[- ]?\d{3,4}[- ]?\d{4}|"
            r"[48]00[- ]?\d{3,4}[- ]?\d{3,4})(?!\d)",
            international,
        ),
        rule("telephone", rf"(?<![\d.,¥$A-Za-z])(?P<n>{_HOTLINES}){_COUNTED_AFTER}", number),
        rule(
            "telephone",
            r"(?:打|拨打|拨|致电|按|呼叫)(?P<n>1[12]\d|\d{5})(?![\d.,]|[个次元人块分秒年])",
            number,
        ),
        rule("flight", rf"(?<![A-Za-z\d])(?:{_AIRLINES})\s?-?(?P<n>\d{{3,4}})(?!\d)", number),
        rule(
            "train",
            r"(?<![A-Za-z\d])[GDCZTKLYS](?P<n>\d{2,4})(?=次|号?列车|动车|高铁|\D|$)(?![A-Za-z])",
            number,
        ),
        rule("identifier", rf"(?<=[A-Z])(?P<n>\d{{1,4}})(?={_ROOMS})", number),
        rule(
            "licence plate",
            r"(?<=[京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])"
            r"(?P<n>[A-Z][·• ]?[A-Z\d]{5,6})(?![A-Z\d])",
            _plate(telephone=telephone),
        ),
        rule(
            "identifier",
            rf"(?:{_NAMED})(?:号|码|为|是|：|:|\s|[A-Z]|了|请|改成|改为){{0,4}}"
            r"(?P<n>\d+(?:[- ]\d{3,})*)"
            r"(?![\d.,]|[个位次元块人套多分秒小年月期天]|号线)",
            number,
        ),
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
        rule("identifier", rf"(?<![\d.,])(?P<n>{_KNOWN_BY_DIGITS})(?![\d.,])", number),
        rule(
            "model",
            r"(?<=[\u4e00-\u9fff])(?P<n>-)(?=\d{1,3}(?:号|[A-Z]|[\u4e00-\u9fff]))(?<![是为到达至于约在算值和与比低近得作成温]-)",
            fixed(""),
        ),
        rule("model", r"(?:波音|空客|麦道|标致|型号)(?P<n>\d{3})(?!\d)", number),
        rule("model", r"(?<=[A-Za-z])(?P<n>-)(?=\d)", fixed("")),
        rule("model", r"(?<![A-Za-z])[BCDFGOP](?P<n>2)(?=[BCDFGOP](?![A-Za-z]))", fixed(" to ")),
        rule("model", r"(?<=[A-Za-z])(?P<n>\d{3,})(?![\d.,])", number),
        rule("model", r"(?<=[A-Za-z]-)(?P<n>\d{3,})(?![\d.,])", number),
        rule("model", r"(?<=[A-Z][A-Z] )(?P<n>\d{4})(?![\d.,年])", number),
        rule(
            "identifier",
            r"(?<![\d.,A-Za-z])(?P<n>\d{5,6}(?=号(?:客服|员工|工作人员|VIP|选手|警官|技师|坐席|话务员)))",
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
