"""Which syllables of words have no tone of their own.

The words are those whose last syllable dictionaries of the standard language always give
as neutral; where they let usage waver (起来, 知道, 父亲), the full tone is kept, as newsreaders
keep it. Suffixes have their readings from the word list, particles from the table.
"""

from __future__ import annotations

import re

from reader.language.pinyin.words import Word
from reader.language.wordlists import words

_LEXICAL = words(
    "丈人 丈夫 上头 下巴 东西 丫头 丫鬟 主意 义气 买卖 事情 云彩 交情 亮堂 亲家 亲戚 人家 "
    "任务 休息 伙计 伯伯 伺候 作坊 使唤 使得 便宜 先生 免得 公公 养活 冤家 冤枉 凉快 凑合 "
    "出息 分寸 别扭 刺猬 前头 力气 功夫 动弹 动静 勤快 匀称 包涵 包袱 厉害 叔叔 口袋 叫唤 "
    "吆喝 合同 名堂 名字 后头 吓唬 吩咐 含糊 告诉 和尚 和气 咱们 咳嗽 哆嗦 哑巴 哥哥 哪个 "
    "唠叨 唾沫 商量 啰嗦 喇叭 喇嘛 喜欢 嘀咕 嘟囔 嘱咐 嘴巴 嚷嚷 困难 在乎 地方 外头 外甥 "
    "大夫 大方 大爷 太太 头发 女婿 奴才 奶奶 妈妈 妖精 妯娌 妹妹 姐夫 姐姐 姑姑 姑娘 委屈 "
    "姥姥 娃娃 娘娘 娘家 婆婆 婆家 婶婶 媳妇 嫂嫂 字号 学问 官司 宝宝 客气 家伙 宽敞 寡妇 "
    "对付 对头 将就 小气 少爷 尺寸 尾巴 屁股 岁数 工夫 差事 巴掌 巴结 师傅 师父 师爷 帐篷 "
    "庄稼 应付 应酬 弟兄 弟弟 张罗 得罪 心思 志气 忘性 忙活 快活 念叨 念头 念想 忽悠 思量 "
    "怪物 意思 懂得 戒指 扁担 扎实 打发 打听 打扮 打点 打量 扫帚 折腾 护士 抽屉 招呼 招牌 "
    "拨弄 拳头 拾掇 指头 指甲 挑剔 挖苦 掌柜 提防 摆弄 摔打 收拾 故事 数落 敲打 早上 时候 "
    "时辰 明白 星星 显得 晃荡 晓得 晚上 暖和 月亮 朋友 木匠 木头 本事 机灵 枕头 架势 栅栏 "
    "核桃 棉花 棺材 槟榔 模糊 欺负 比方 毛病 泥鳅 消息 清楚 溜达 漂亮 火候 灯笼 点心 烧饼 "
    "热闹 爱人 爷爷 爸爸 爹爹 爽快 牌楼 牢靠 牢骚 牲口 状元 狐狸 猩猩 王八 王爷 玫瑰 玻璃 "
    "琉璃 琢磨 琵琶 甘蔗 甜头 生意 畜生 疏忽 疙瘩 痛快 皇上 盘算 相公 省得 眉毛 眨巴 眯缝 "
    "眼睛 瞧瞧 知识 石匠 石头 石榴 砖头 砚台 祖宗 福气 秀才 称呼 稀罕 窗户 窟窿 笑话 笤帚 "
    "答应 算盘 算计 篱笆 簸箕 粮食 糊涂 糟蹋 累赘 红火 约莫 结实 罐头 罪过 翻腾 老婆 老实 "
    "老爷 耳朵 耽搁 耽误 聪明 胡琴 胭脂 胳膊 能耐 脊梁 脑袋 脾气 腻烦 膏药 自在 舅舅 舌头 "
    "舍得 舒坦 舒服 芝麻 苍蝇 苗头 苗条 苦头 萝卜 葡萄 葫芦 蘑菇 蚂蚱 蛤蟆 行家 行当 行李 "
    "街坊 衙门 衣服 衣裳 裁缝 见识 规矩 觉得 认得 认识 记号 记得 记性 讲究 谢谢 豆腐 财主 "
    "踏实 蹊跷 运气 这个 连累 迷糊 造化 邋遢 那个 部分 里头 钥匙 铁匠 铺盖 锄头 门道 闺女 "
    "阔气 队伍 难为 风筝 馒头 首饰 马虎 骆驼 骨头 高粱 魁梧 麻利 麻烦"
)

_TWICE = words(
    "试试 看看 听听 说说 想想 走走 聊聊 谈谈 坐坐 问问 学学 玩玩 读读 写写 用用 算算 找找 歇歇 "
    "尝尝 摸摸 闻闻 讲讲 猜猜 转转 逛逛 教教 笑笑 翻翻 练练 查查 帮帮 管管 劝劝 瞧瞧 瞅瞅 动动 洗洗"
)
"""Verbs said twice, which the dictionary of words takes for something else."""

_NOT_VERBS = words("处处 往往 渐渐 统统 通通 等等 源源 滚滚 区区 缺缺")

_WAVERING = {
    # east and west, not a thing; local, not a place
    "东西": re.compile("[方部向走两南]|海岸|半球|德|罗马|贯通|横贯"),
    "地方": re.compile(
        "政府|官|法|税|志|戏|性|财政|上|债|各级|组织|主义|当局|势力|自治|军阀|武装|特色"
    ),
    "大方": re.compile("[县之]"),
}
"""What follows the words that have their full tones in another meaning."""


def weaken(text: str, words: list[Word], syllables: list[str]) -> None:
    """Give the syllables of `words` that have no tone of their own the neutral tone.

    `text` is what the words make up, with a syllable for each character.
    """
    start = 0
    for index, word in enumerate(words):
        for place in _neutral_places(text, start, word):
            _lose_tone(syllables, start + place)
        if index and _repeats(words[index - 1], word):
            _lose_tone(syllables, start)
        start += len(word.text)


def _lose_tone(syllables: list[str], place: int) -> None:
    if syllables[place]:
        syllables[place] = syllables[place][:-1] + "5"


def _repeats(before: Word, word: Word) -> bool:
    """Whether a verb of one syllable is said twice: 试试."""
    return len(word.text) == 1 and before.text == word.text and word.tag == before.tag == "v"


def _neutral_places(text: str, start: int, word: Word) -> set[int]:
    said, last = word.text, len(word.text) - 1
    if last == 0:
        return set()
    places = set()
    for first in {0, last - 1}:
        pair = said[first : first + 2]
        if pair in _LEXICAL and not (
            pair in _WAVERING and _WAVERING[pair].match(text, start + first + 2)
        ):
            places.add(first + 1)
    if said_twice(word):
        places.add(1)
    return places


def said_twice(word: Word) -> bool:
    """Whether `word` is a verb of one syllable said twice: 看看."""
    if len(word.text) != 2 or word.text[0] != word.text[1]:
        return False
    return word.text in _TWICE or (word.tag == "v" and word.text not in _NOT_VERBS)
