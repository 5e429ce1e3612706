"""Traditional hanzi as the simplified ones that are read alike; for pronunciation only.

The table is that of OpenCC's single characters (Apache-2.0). A few characters stand for two
simplified ones; the characters beside them decide.
"""

from __future__ import annotations

import re
from functools import cache

from reader import paths

_BEFORE = (
    # 甚麼 is read as 什么
    (re.compile("甚(?=[麼么])"), "什"),
    # 乾 is gan1, dry; but qian2 in names of reigns and of the first hexagram
    (re.compile("(?<!康)乾(?![隆坤卦陵清元嘉德符宁寧])"), "干"),
    # 瞭 is 了 but in 瞭望
    (re.compile("瞭(?!望)|瞭(?=望望)"), "了"),
    # 沈 is a surname and 沉
    (
        re.compile("沈(?=[默重思沒没浸澱淀靜静迷醉悶闷睡吟著着船穩稳淪沦痛])|(?<=[下深低浮消])沈"),
        "沉",
    ),
    # 著 is the particle 着 but in words for writing and fame
    (
        re.compile(
            "(?<![名原專专編编顯显卓土巨論论譯译遺遗昭拙合所新])著"
            "(?![名作稱称書书述者錄录有《])|(?<=沉)著|(?<=沈)著"
        ),
        "着",
    ),
    # 徵 is a note of the old scale, zhi3, after 角
    (re.compile("徵(?!羽)"), "征"),
)

READ_BY_FORM = {
    "髮": "fa4", "發": "fa1", "隻": "zhi1", "祇": "zhi3", "衹": "zhi3", "鬥": "dou4",
    "捲": "juan3", "幹": "gan4", "裡": "li3", "裏": "li3", "後": "hou4", "儘": "jin3",
    "盡": "jin4", "乾": "gan1", "鍾": "zhong1", "鬨": "hong4", "臟": "zang4",
    "髒": "zang1", "捨": "she3", "捱": "ai2", "麯": "qu1", "麴": "qu1", "紮": "za1", "纖": "xian1",
    "彆": "bie4", "癥": "zheng1", "舖": "pu4", "閤": "he2",
}  # fmt: skip
"""Characters whose reading the simplified form no longer tells."""


def simplified(text: str) -> str:
    """`text` in simplified hanzi, a character for a character."""
    plain = text.translate(_table())
    if plain == text and not _OPEN.search(text):
        return text
    for pattern, simple in _BEFORE:
        text = pattern.sub(simple, text)
    return text.translate(_table())


_OPEN = re.compile("[乾瞭著徵沈]|甚麼")
"""What is traditional though the table has no line for it."""


@cache
def _table() -> dict[int, str]:
    content = (paths.resources_folder() / "pinyin" / "traditional.txt").read_text("utf-8")
    pairs = content.replace("\n", "")
    table = dict(zip(map(ord, pairs[::2]), pairs[1::2], strict=True))
    for character in "乾著瞭徵沈吒袷":
        table.pop(ord(character), None)
    return table
