"""Addresses on the net, of mailboxes and machines, versions and file names in Chinese."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, digits
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_MARKS = {
    "@": "艾特",
    ".": "点",
    "/": "斜杠",
    "-": "杠",
    "_": "下划线",
    ":": "冒号",
    "?": "问号",
    "=": "等于",
    "&": "和",
    "#": "井号",
    "%": "百分号",
    "~": "波浪号",
    "+": "加号",
}
_PIECE = re.compile(r"[A-Za-z]+|\d+|.", re.DOTALL)
_DOMAIN = r"(?:com|cn|net|org|gov|edu|io|cc|tv|me|info|top|xyz|hk|tw|jp|uk|us|app|dev|ai|co)"
_FILES = (
    r"(?:txt|docx?|xlsx?|pptx?|pdf|epub|mobi|html?|jpe?g|png|gif|mp[34]|wav|zip|rar|exe|py|js|"
    r"json|csv|md|srt|apk|dmg)"
)
_TOPIC = r"[^\s#\d，。][^\s#，。]{0,39}"
"""What stands between the two signs of a topic: #春节#."""

_WORD = r"[A-Za-z\d_-]"


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Whole addresses before versions, which are also figures with full stops between."""
    return (
        rule(
            "net address",
            r"(?<![A-Za-z\d])(?:https?|ftp)://[^\s\u3000-\u9fff\uff00-\uffef]{1,500}(?<![.,;:!?)\]'\"])",
            _address,
        ),
        rule(
            "e-mail address",
            r"(?<![A-Za-z\d_.+-])[A-Za-z\d][A-Za-z\d_.+-]{0,64}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,6}",
            _address,
        ),
        rule(
            "net address",
            rf"(?<![A-Za-z\d_.@-])(?:www\.)?{_WORD}{{1,63}}(?:\.{_WORD}{{1,63}}){{0,4}}\.{_DOMAIN}(?![A-Za-z\d])(?:/[\w./?=&%#~+-]{{0,400}}[\w/])?",
            _address,
        ),
        rule("file name", rf"(?<![A-Za-z\d_.@-]){_WORD}{{1,63}}\.{_FILES}(?![A-Za-z\d])", _address),
        rule(
            "IP address",
            r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\d.]\d|\d)",
            _machine,
        ),
        rule("version", r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){2,8}(?![\d]|\.\d)", _version),
        rule("mention", r"(?<![A-Za-z\d_])@(?=\w)", lambda _match: "艾特"),
        rule("hash tag", rf"(?<![A-Za-z\d])(?P<n>#){_TOPIC}#", fixed("")),
        rule("hash tag", rf"(?<![A-Za-z\d])#{_TOPIC}(?P<n>#)", fixed("")),
        rule("hash tag", r"(?<![\w#])#(?=[A-Za-z\u4e00-\u9fff])(?!键)", fixed("")),
    )


def _address(match: re.Match[str]) -> str:
    address = re.sub(r"^(?:https?|ftp)://", "", match[0]).rstrip("/")
    return "".join(_MARKS.get(piece) or digits(piece) for piece in _PIECE.findall(address))


def _machine(match: re.Match[str]) -> str:
    """An IP address, perhaps with a port."""
    return "".join({".": "点", ":": "冒号"}.get(each) or digits(each) for each in match[0])


def _version(match: re.Match[str]) -> str:
    first, *others = match[0].split(".")
    return "点".join([cardinal(first) if len(first) < 3 else digits(first), *map(digits, others)])
