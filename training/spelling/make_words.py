"""Makes the words that tell hanzi apart: ``resources/spelling/words.txt``.

    python -m training.spelling.make_words DICT

`DICT` is ``jieba/dict.txt`` of the package ``jieba`` 0.42.1 (MIT): words with how often they
were met and their part of speech. For each hanzi and each of its readings the most familiar
word of two characters is taken, or an idiom for want of one. A line of the table is a hanzi,
then a reading and a word for each, the reading it has alone first.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from reader import paths
from reader.language.pinyin import syllables
from reader.language.pinyin.dictionary import reading_alone
from reader.language.traditional import simplified
from reader.language.wordlists import in_order, words

_WORD = re.compile("[\u4e00-\u9fff]{2,4}")
_LEAST = 3
"""Words met more rarely are not familiar."""

_TAGS = {
    "n": 3.0, "a": 2.0, "v": 2.0, "vn": 2.0, "an": 2.0, "d": 1.0, "b": 1.0, "t": 1.0,
    "ns": 0.05, "nt": 0.02, "nz": 0.001, "nr": 0.001, "nrt": 0.001, "nrfg": 0.001, "x": 0.001,
}  # fmt: skip
"""How well words of a kind tell a character apart: things best, names only for want of others."""

_OTHERS = 0.5
_FUNCTION = frozenset("一不的了是在这那我你他她它们个有就都也和与及之其为以于从被把将者所")
_BESIDE_FUNCTION = 0.05
"""A word with a particle or the like sounds cut out of a sentence (一个, 不是)."""

_LONGER = 0.0001
"""Idioms only for what is in no word of two characters."""

_IDIOMS = ("i", "l")

_TWICE = 0.2
_RARER = 0.002
"""A reading whose words are met so much more rarely than the character's best is left out."""

_AVOIDED = words(
    "阴茎 睾丸 勃起 捅射 奸淫 贱人 乳房 毙命 吉象 共亨 艾因 曼梏 凤头 凰裰 石首 家丁 "
    "坦葛 杜家 恩施 恐韩 莱陷 坤包 卤鸡 孟家 仟克 乒羽 浦发 舜天 叁天 室韦 因斯 意杨 "
    "沈冤 城邦 兵曹 凄沧 苦沧 群氓 乱砍 密哦 看吧 懂吗 似地 雀子 市贾 炭疽 颧骨 悉皆 "
    "徐经 钧道 硕彦 玖艘 豁拳 混蛋 淋病 的哥 拉屎 乌桕 莽撞 水瓮 虾蟆 菲俑 文蛤 扒鸡 "
    "后赵 流贼 忿怒 杀掉 诛杀 便溺 尿泡 囊膪 直奔 巷道 凭祥 更臻 矣哉"
)
"""Coarse, grim or odd words, found by eye."""

_CHOSEN = [
    (each[0], each[1:])
    for each in in_order(
        "行银行 行行动 丸药丸 茎根茎 淫淫雨 奸奸诈 贱贵贱 乳乳汁 毙枪毙 勃蓬勃 捅捅破 吉吉祥 "
        "亨亨通 曼曼谷 凤凤凰 凰凤凰 首首都 石石头 丁园丁 葛瓜葛 杜杜绝 恩恩情 韩韩国 兰兰花 "
        "坤乾坤 卤卤水 孟孟子 乓乒乓 乒乒乓 斯斯文 杨杨树 沈沈阳 城城市 曹曹操 京北京 汉汉语 "
        "室教室 尼尼龙 桂桂花 屎眼屎 忿忿恨 赵赵国 艾艾草 钧千钧 硕硕果 经经过 蒂并蒂 弟弟弟 "
        "一一个 我我们 邓姓邓 刘姓刘 廖姓廖 冯姓冯 吴姓吴 彭姓彭 潘姓潘 裴姓裴 詹姓詹 聂姓聂 "
        "袁姓袁 姚姓姚 蔡姓蔡 蒋姓蒋 邹姓邹 阎姓阎 邱姓邱 卢姓卢 耿姓耿 龚姓龚 郝姓郝 邢姓邢 "
        "阮姓阮 俞姓俞 郑姓郑 鲍姓鲍 冉姓冉 狄姓狄 翟姓翟 邵姓邵 鹃杜鹃 侗侗族 傣傣族 彝彝族 "
        "乾乾坤 捌大写捌 柒大写柒 佰大写佰 仟大写仟 叁大写叁 玖大写玖 吧好吧 吗好吗 呢呢绒 "
        "砷砷化 斌文斌 莆莆田 毖惩前毖后 卞姓卞 叼叼着 剐剐蹭 刽刽子手 靳姓靳 兢战战兢兢 "
        "撅撅嘴 抡抡起 耪耪地 敖姓敖 涅涅槃 蔚蔚蓝 呢你呢 咧咧嘴 了好了 宁安宁 "
        "吐吐气 几几个 菲芳菲 书书本 的我的 弗自愧弗如 江长江 狎狎昵 皋江皋"
    )
]
"""Words decided by hand, each behind the hanzi that it tells apart."""


def main() -> int:
    """Write the table."""
    found: dict[str, dict[str, tuple[float, str]]] = defaultdict(dict)
    scored = _scored(Path(sys.argv[1]))

    def add(word: str, score: float) -> None:
        for hanzi, reading in _readings(word):
            if score > found[hanzi].get(reading, (0.0, ""))[0]:
                found[hanzi][reading] = (score, word)

    for word, score in scored:
        if len(word) == 2:
            add(word, score)
    told = set(found)
    for word, score in scored:
        if len(word) > 2 and not set(word) <= told:
            add(word, score * _LONGER)
    for hanzi, word in _CHOSEN:
        reading = dict(_readings(word))[hanzi]
        score = found[hanzi].get(reading, (_LEAST, ""))[0]
        found[hanzi][reading] = (score, word)
    lines = [f"{hanzi} {_entry(hanzi, found[hanzi])}\n" for hanzi in sorted(found)]
    target = paths.resources_folder() / "spelling" / "words.txt"
    target.write_text("".join(lines), "utf-8")
    return 0


def _readings(word: str) -> list[tuple[str, str]]:
    """Each hanzi of `word` and how it is read there by itself."""
    return [(each.text, each.citation) for each in syllables(word) if each.citation]


def _scored(dictionary: Path) -> list[tuple[str, float]]:
    """Words and how well they tell each of their characters apart."""
    scored = []
    for line in dictionary.read_text("utf-8").splitlines():
        word, count, tag = (*line.split(), "x")[:3]
        if int(count) < _LEAST or not _WORD.fullmatch(word) or word in _AVOIDED:
            continue
        if simplified(word) != word or (len(word) > 2 and tag not in _IDIOMS):
            continue
        score = int(count) * _TAGS.get(tag, _OTHERS)
        if word[0] == word[1]:
            score *= _TWICE
        if _FUNCTION & set(word):
            score *= _BESIDE_FUNCTION
        scored.append((word, score))
    return scored


def _entry(hanzi: str, readings: dict[str, tuple[float, str]]) -> str:
    """The readings worth telling, the one it has alone first, each with its word."""
    alone = reading_alone(hanzi)
    full = {each for each in readings if each[-1] != "5" or each == alone} or set(readings)
    most = max(readings[each][0] for each in full)
    kept = [each for each in full if each == alone or readings[each][0] >= most * _RARER]
    kept.sort(key=lambda each: (each != alone, -readings[each][0]))
    return " ".join(f"{each} {readings[each][1]}" for each in kept)


if __name__ == "__main__":
    sys.exit(main())
