"""Which syllables have no tone of their own: suffixes, and words known by heart.

The words are those that the usage of Beijing, as dictionaries of the standard language give
it, always says with a neutral last syllable; where usage wavers, the full tone is kept.
"""

from __future__ import annotations

from reader.language.pinyin.words import Word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SUFFIXES = frozenset("子们儿么")
_KEEPS_FULL = _words(
    # 子 that means a child, a master or a thing by itself, not a suffix
    "孔子 孟子 老子 庄子 荀子 墨子 王子 太子 公子 女子 男子 电子 原子 分子 粒子 质子 中子 量子 "
    "离子 光子 弟子 君子 才子 天子 父子 母子 游子 浪子 学子 赤子 骄子 孝子 逆子 独子 次子 长子 "
    "幼子 养子 义子 莲子 松子 因子 基子 夫子 西子 诸子 臣子 皇子 世子 亲子 核子 精子 卵子 孢子 "
    "童子 之子 仙子 内子 犬子 "
    # 儿 that is a child
    "女儿 婴儿 幼儿 孤儿 男儿 胎儿 少儿 健儿 宠儿 患儿 产儿 育儿 托儿 弃儿 小儿 生儿 妻儿 侄儿 "
    "乞儿 混血儿 新生儿 "
    # 头 that is a head or an end
    "街头 床头 桥头 船头 镜头 点头 摇头 低头 抬头 回头 转头 巨头 带头 人头 山头 城头 村头 路头 "
    "箭头 源头 心头 额头 码头 龙头 火车头"
)
_FULL = {"子": "zi3", "儿": "er2", "头": "tou2"}
_LEXICAL = _words(
    "东西 朋友 漂亮 头发 意思 觉得 喜欢 先生 月亮 衣服 豆腐 事情 告诉 知道 认识 时候 消息 学生 "
    "大夫 丈夫 姑娘 媳妇 师傅 亲戚 丫头 石头 木头 骨头 舌头 馒头 枕头 里头 外头 前头 后头 上头 "
    "念头 拳头 锄头 罐头 指头 苦头 甜头 砖头 哥哥 弟弟 姐姐 妹妹 爸爸 妈妈 爷爷 奶奶 叔叔 舅舅 "
    "姑姑 伯伯 公公 婆婆 太太 宝宝 娃娃 星星 猩猩 姥姥 婶婶 嫂嫂 爹爹 窟窿 胳膊 脑袋 耳朵 眼睛 "
    "嘴巴 尾巴 屁股 指甲 眉毛 巴掌 下巴 萝卜 葡萄 核桃 石榴 高粱 庄稼 蘑菇 烧饼 点心 包袱 窗户 "
    "玻璃 钥匙 扫帚 笤帚 簸箕 算盘 扁担 灯笼 帐篷 喇叭 风筝 行李 故事 笑话 名字 学问 本事 力气 "
    "功夫 工夫 规矩 机灵 聪明 糊涂 老实 厉害 利害 热闹 干净 清楚 明白 舒服 结实 暖和 凉快 便宜 "
    "麻烦 快活 痛快 稀罕 小气 委屈 客气 和气 阔气 苗条 勤快 马虎 含糊 活泼 自在 实在 宽敞 亮堂 "
    "踏实 别扭 疙瘩 咳嗽 打听 打扮 打算 收拾 商量 招呼 照应 答应 吩咐 埋怨 耽误 耽搁 应付 对付 "
    "琢磨 折腾 摆弄 拨弄 溜达 哆嗦 唠叨 嘱咐 嘀咕 嘟囔 吆喝 张罗 记得 懂得 晓得 认得 值得 舍得 "
    "省得 免得 显得 使得 晃荡 摔打 敲打 念叨 数落 巴结 打发 打量 打点 提防 招牌 官司 买卖 交情 "
    "人家 亲家 冤家 行家 娘家 婆家 奴才 裁缝 木匠 铁匠 石匠 秀才 状元 和尚 师父 徒弟 兄弟 妯娌 "
    "闺女 寡妇 老婆 老爷 少爷 伙计 掌柜 王爷 差事 部分 地方 早上 晚上 云彩 牲口 畜生 骆驼 狐狸 "
    "苍蝇 蚂蚱 蛤蟆 刺猬 黄瓜 棉花 芝麻 甘蔗 棺材 膏药 胭脂 首饰 篱笆 栅栏 胡同 衙门 祠堂 铺盖 "
    "毛病 脾气 福气 运气 口气 动静 时辰 岁数 分寸 尺寸 记性 忘性 心思 主意 念想 称呼 伺候 孝顺 "
    "体面 名堂 抽屉 包涵 比方 拾掇 凑合 将就 讲究 挑剔 迷糊 邋遢 腻烦 牢靠 牢骚 累赘 啰嗦 蹊跷 "
    "造化 丫鬟 困难 力量 合同 师爷 多少 休息 护士 爱人 街坊 见识 架势 口袋 宽裕 阔绰 门道 苗头 "
    "眯缝 名气 这个 那个 哪个"
)


def neutral_places(word: Word) -> set[int]:
    """The positions in `word` whose syllable loses its tone (particles have theirs from
    the table of readings)."""
    text = word.text
    last = len(text) - 1
    if last == 0:
        return set()
    places = set()
    if text[-2:] in _LEXICAL or _has_suffix(text):
        places.add(last)
    if text[:2] in _LEXICAL:
        places.add(1)
    if last == 1 and text[0] == text[1] and word.tag == "v":
        places.add(1)
    return places


def full_places(word: Word) -> list[tuple[int, str]]:
    """The positions whose character looks like a suffix but is a word part: 电子, 女儿."""
    text = word.text
    return [
        (place, _FULL[text[place]])
        for place in range(1, len(text))
        if text[place] in _FULL and text[place - 1 : place + 1] in _KEEPS_FULL
    ]


def _has_suffix(text: str) -> bool:
    full = text in _KEEPS_FULL or text[-2:] in _KEEPS_FULL
    return text[-1] in _SUFFIXES and not full
