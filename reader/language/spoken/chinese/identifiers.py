"""Numbers that name and do not count: telephones, rooms, trains, flights, models."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, digits
from reader.language.spoken.chinese.patterns import MEASURES
from reader.language.spoken.rules import Rule, Say, fixed, rule
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
_KNOWN_BY_DIGITS = (
    r"(?:985|211)(?=[、，/”\"]|高校|大学|院校|工程|学校|名校)|(?:996|007)(?=工作|模式|[、，。]|$)|"
    r"7-11(?=便利|超市|门店)"
)
"""Programmes and working hours that everybody calls by their digits."""

_NUMERALS = r"\d零一二两三四五六七八九十百千万亿几半多"
_TYPES = "歼|运|轰|直|强|教|米|苏|图|安|卡|伊尔|轰油|歼轰|空警"
_LONG_TYPES = (
    "天宫|神舟|嫦娥|长征|东风|红旗|巨浪|鹰击|霹雳|雪龙|北斗|风云|天问|天舟|快舟|波音|空客|"
    "歼|轰|空警|伊尔"
)
"""Makes of aircraft, rockets and ships, of which the stroke before the number is not said."""

_SERIES = r"(?:[89]|10|[1-9]00|1000)(?!\d)"
"""What follows the number of an airliner."""

_DESIGNS = (
    r"\d{3}(?=L?不锈钢|医院|高地|邮箱|阵型)(?<!00)|\d\d(?=[A-Z]?式(?:步|手|冲锋|机|轻|重|狙|自动|"
    r"坦克|主战|军))|\d\d(?=消毒液|[A-Z]?(?:主战)?坦克)"
)
"""Designs and houses that are known by the figures of their number."""

_HOTLINES = (
    r"12(?:1[12]\d|3\d\d)(?<!00)|9[56]\d{3}(?<!000)|100(?:10|11|15|50|86|99)|"
    r"1[12][0-9](?=报警|急救|火警|热线|电话|台|接警)"
)
_NAMES = rf"(?![\d.,]|\s?[-~～—至到]\s?\d|\s?[多余万亿%％‰℃°度股期月小]|号线|{MEASURES})"
"""After a number that names: nothing that is counted or measured."""

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
        rule(
            "telephone",
            rf"(?<![\d.,¥$A-Za-z价约共达超近售费额])(?P<n>{_HOTLINES}){_COUNTED_AFTER}",
            number,
        ),
        rule(
            "telephone",
            r"(?:打|拨打|拨|致电|呼叫)(?P<n>1[12]\d|\d{5})(?![\d.,]|[个次元人块分秒年多余万])",
            number,
        ),
        rule("flight", rf"(?<![A-Za-z\d])(?:{_AIRLINES})\s?-?(?P<n>\d{{3,4}})(?!\d)", number),
        rule(
            "train",
            r"(?<![A-Za-z\d])[GDCZTKLYS](?P<n>\d{3,4}|\d{1,2}(?=次|号?列车|动车|高铁))(?![A-Za-z\d])",
            number,
        ),
        rule("road", r"(?<![A-Za-z\d])[GS](?P<n>\d\d)(?![A-Za-z\d.])", number),
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
            rf"(?P<n>\d+(?:[- ]\d{{3,}})*){_NAMES}",
            number,
        ),
        rule("telephone", rf"转(?P<n>\d{{3,6}}){_NAMES}", number),
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
        rule("identifier", rf"(?<![\d.,])(?P<n>{_KNOWN_BY_DIGITS})(?![\d.,])", number),
        rule(
            "model",
            r"(?<=[\u4e00-\u9fff])(?P<n>-)(?=\d{1,3}(?:号|型|系列|[A-Z]))"
            r"(?<![是为到达至于约在算值和与比低近得作成温元块度米克斤吨里升天年月日时点分秒周岁万亿千百个次名位]-)",
            fixed(""),
        ),
        rule("model", rf"(?<![{_NUMERALS}])(?:{_TYPES})(?P<n>-)(?=\d)", fixed("")),
        rule("model", rf"(?:{_LONG_TYPES})(?P<n>-)(?=\d)", fixed("")),
        rule(
            "model",
            r"(?:波音|空客|麦道|标致|型号|Boeing\s?|Airbus\s?)(?P<n>\d{3})(?!\d)",
            number,
        ),
        rule("model", rf"(?<![\d.,])(?P<n>7[0-8]7)(?=-{_SERIES})", number),
        rule("model", rf"(?:(?<=7[0-8]7)(?<!\d7[0-8]7)|(?<=[A-Z]3\d0))-(?={_SERIES})", fixed("杠")),
        rule(
            "room", rf"(?:(?<=单元)|(?<=\d[栋幢座]))(?P<n>\d{{3,4}})(?![\d.,]|{MEASURES})", number
        ),
        rule(
            "model",
            rf"(?<=[A-Za-z] )(?P<n>19[5-9]\d|20[0-3]\d)(?![\d.,-]|\s?{MEASURES})",
            lambda match: digits(match["n"]),
        ),
        rule("model", r"骁龙(?P<n>\d{3})(?!\d)", number),
        rule("model", r"(?<=[a-z]\d-)(?P<n>\d{4,5})(?!\d)", number),
        rule("model", r"(?<![A-Za-z])[A-Z](?P<n>\.\d{3})(?!\d)", _after_a_point),
        rule(
            "standard",
            r"(?<![A-Za-z])(?:ISO|IEC|GB|[A-Z]{2}/[TZ])\s?(?P<n>\d{3,6}(?:[-—]\d{4})?)(?![\d.,-])",
            _standard,
        ),
        rule("bus", r"(?<![\d.,])(?P<n>[1-9]\d\d)(?<!00)(?=路(?![人程途径况段]))", number),
        rule("model", rf"(?<![\d.,A-Za-z])(?P<n>{_DESIGNS})", number),
        rule("identifier", r"(?<=[(（])(?P<n>[0368]\d{5})(?=[)）]|\.S[HZ])", number),
        rule("model", r"(?<=[A-Za-z])(?<!\d[A-Za-z])(?<!\d[A-Za-z]{2})(?P<n>-)(?=\d)", fixed("")),
        rule("model", r"(?<![A-Za-z])[BCDFGOP](?P<n>2)(?=[BCDFGOP](?![A-Za-z]))", fixed(" to ")),
        rule("model", r"(?<=[A-Za-z])(?<!\d[xX])(?P<n>\d{3,})(?![\d.,])", number),
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


def _after_a_point(match: re.Match[str]) -> str:
    return "点" + digits(match["n"][1:])


def _standard(match: re.Match[str]) -> str:
    return "杠".join(digits(part) for part in re.split("[-—]", match["n"]))


def _with_a_stroke(match: re.Match[str]) -> str:
    return f"{cardinal(match['a'])}杠{cardinal(match['b'])}"


def _figures(number: str) -> str:
    return re.sub(r"\D+", "", number)
