"""Pieces of regular expressions that the Chinese rules share.

A number begins where no digit stands before it, so that a long row of digits is looked at
once; whoever uses :data:`NUMBER` says so with :data:`ALONE`.
"""

from __future__ import annotations

from reader.language.wordlists import in_order

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)"
"""A whole or decimal number, perhaps with thousands separators."""

ALONE = r"(?<![\d.,])(?<![A-Za-z]-)"
"""Before a number: no part of a longer one, nor of a name like F-16."""

TO = r"\s?(?:--|——|[-–—~～〜－−])\s?"
"""Between the ends of a range."""

MINUS = "-−－"

MEASURES = "|".join(
    in_order(
        r"个 只 条 次 天 年(?!级|代) 位 名 人 种 块 倍 元 件 张 本 家 所 座 台 部 辆 架 艘 支 "
        r"枝 根 颗 粒 片 份 项 场 届 步 杯 瓶 碗 盘 袋 箱 盒 双 对 套 批 周(?!年级) 星期 礼拜 "
        r"小时 分钟 秒(?!针) 岁 里(?!面) 米 公里 公斤 斤 吨 升 万 亿 千 层楼 间 封 首 篇 句 段 "
        r"幅 头 匹 口 棵 株 朵 把 枚 门 分(?![之店号公厘米]) 趟 遍 回(?!合制) 声 下 "
        r"点(?![\d击]) 美元 英镑 欧元 港元 日元 平方 立方 克 毫 厘米 分米 公顷 亩 顿 顶 节 道 "
        r"滴 群 排 串 束 堆 伙 股 笔 则 代人 成 尺 寸 丈 英 户 桌 车 船 枪 拳 脚 刀 轮 组 队 "
        r"号人 类 样 幢 栋 盏 扇 面 针 副 缕 阵 记 番 撮 捆 包 桶 圈 角(?![形度色]) 页 列(?!车) "
        r"行 球 票 胜(?!利) 负(?!责) 平(?=\d) 局 战(?=[\d两一二三四五全]?[胜负平]) "
        r"金(?=[\d一二两三四五六七八九]) 款 起(?!来|飞|初|点|源|床|算|数|步|跑) 例(?!如|子|外) "
        r"国(?!际|家|内|道|产|庆|务) 省(?!钱|略|事|力|时) 男 女(?!性|士|子|儿|人) 岸 夜 刻钟"
    )
)
"""What a counted number stands before: 两 instead of 二."""

NAMES_ONLY = rf"(?![\d.,]|\s?[-~～—至到]\s?\d|\s?[多余万亿%％‰℃°度股期月小]|号线|{MEASURES})"
"""After a number that names: nothing that is counted or measured."""
