"""Readings that the phrase dictionary does not give: characters alone, and words.

Numbered pinyin, v for ü, 5 for the neutral tone.
"""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    items = text.split()
    return dict(zip(items[::2], items[1::2], strict=True))


ALONE = _pairs(
    "得 de5 喽 lou5 咧 lie5 谁 shei2 长 chang2 似 si4 削 xiao1 嗯 en5 哦 o4 唉 ai4 欸 ei1 佛 fo2 "
    "弹 tan2 切 qie1 脏 zang1 琢 zhuo2 尽 jin4 勒 le4 晃 huang4 曲 qu3 舍 she4 帖 tie3 泊 bo2 "
    "匙 chi2 冠 guan4 挣 zheng4 傀 kui3 哺 bu3 掺 chan1 掖 ye4 町 ting3 晟 sheng4 翟 zhai2 蚂 ma3 "
    "仆 pu2 什 shi2 卜 bu3 幢 zhuang4 杠 gang4 藉 jie4 粘 nian2 耶 ye1 葛 ge3 肖 xiao4 媛 yuan2 "
    "缪 miao4 剌 la4 阆 lang4 炔 que1 艮 gen4 隗 wei3 俟 si4"
)
"""What a character is read as where no word decides and the dictionary's first is rare."""

WORDS = {
    "朝鲜": ("chao2", "xian3"),
    "还有": ("hai2", "you3"),
    "还要": ("hai2", "yao4"),
    "心脏": ("xin1", "zang4"),
    "内脏": ("nei4", "zang4"),
    "肝脏": ("gan1", "zang4"),
    "肾脏": ("shen4", "zang4"),
    "脏器": ("zang4", "qi4"),
    "傀儡": ("kui3", "lei3"),
    "啦啦队": ("la1", "la1", "dui4"),
    "蛤蜊": ("ge2", "li5"),
    "要塞": ("yao4", "sai4"),
    "塞外": ("sai4", "wai4"),
    "边塞": ("bian1", "sai4"),
}
"""Words read differently from what the dictionary or their characters say."""
