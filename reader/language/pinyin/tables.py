"""What a hanzi is read as where no word, no rule and no model decides.

Numbered pinyin before sandhi, v for ü, 5 for the neutral tone. Where it is not here, the
dictionary's first reading is the commonest.
"""

from __future__ import annotations

from reader.language.wordlists import pairs

ALONE = pairs(
    "得 de5 哩 li5 喽 lou5 咧 lie5 谁 shei2 长 chang2 似 si4 削 xiao1 嗯 en5 哦 o4 唉 ai4 欸 ei1 "
    "佛 fo2 弹 tan2 切 qie1 脏 zang1 琢 zhuo2 尽 jin4 勒 le4 晃 huang4 曲 qu3 舍 she4 帖 tie3 "
    "泊 bo2 匙 chi2 冠 guan4 挣 zheng4 傀 kui3 哺 bu3 掺 chan1 掖 ye4 町 ting3 晟 sheng4 "
    "翟 zhai2 蚂 ma3 仆 pu2 什 shi2 卜 bu3 幢 zhuang4 杠 gang4 藉 jie4 粘 nian2 耶 ye1 葛 ge3 "
    "肖 xiao4 媛 yuan2 缪 miao4 剌 la4 阆 lang4 炔 que1 艮 gen4 隗 wei3 俟 si4 您 nin2 "
    "们 men5 么 me5 吧 ba5 啊 a5 呢 ne5 吗 ma5 嘛 ma5 啦 la5 呀 ya5 哇 wa5 呗 bei5 啰 luo5 "
    "了 le5 着 zhe5 过 guo4 的 de5 地 di4 子 zi3 儿 er2 头 tou2 框 kuang4 爪 zhua3 挨 ai1 "
    "俩 lia3 吓 xia4 喝 he1 嚷 rang3 哪 na3 那 na4 拗 ao4 咳 ke2 哼 heng1 嘿 hei1 喂 wei4 "
    "哎 ai1 哟 yo5 噢 o1 呸 pei1 哈 ha1 呵 he1 咦 yi2 还 hai2 为 wei4 行 xing2 只 zhi3 "
    "种 zhong3 重 zhong4 没 mei2 都 dou1 给 gei3 干 gan4 少 shao3 血 xue4 露 lu4 薄 bo2 "
    "系 xi4 间 jian1 教 jiao4 数 shu4 发 fa1 当 dang1 应 ying1 相 xiang1 空 kong1 好 hao3 "
    "倒 dao4 难 nan2 处 chu4 差 cha4 降 jiang4 强 qiang2 调 diao4 转 zhuan3 传 chuan2 乐 le4 "
    "藏 cang2 参 can1 朝 chao2 称 cheng1 盛 sheng4 量 liang4 卷 juan4 号 hao4 假 jia3 "
    "角 jiao3 解 jie3 结 jie2 禁 jin4 劲 jin4 据 ju4 看 kan4 累 lei4 落 luo4 率 lv4 蒙 meng2 "
    "模 mo2 宁 ning2 喷 pen1 片 pian4 漂 piao1 铺 pu1 奇 qi2 亲 qin1 散 san4 色 se4 扇 shan4 "
    "说 shuo1 宿 su4 挑 tiao1 吐 tu3 鲜 xian1 兴 xing4 校 xiao4 要 yao4 饮 yin3 晕 yun1 "
    "载 zai4 扎 zha1 炸 zha4 涨 zhang3 正 zheng4 中 zhong1 作 zuo4 幻 huan4 尿 niao4 吭 keng1 "
    "骨 gu3 浆 jiang1 磨 mo2 钉 ding1 担 dan1 旋 xuan2 攒 zan3 撒 sa3 逮 dai3 拧 ning3 "
    "钻 zuan1 绿 lv4 闷 men4 泡 pao4 瘸 que2 供 gong1 埋 mai2 捋 lv3 丧 sang4 背 bei4 "
    "缝 feng4 圈 quan1 荷 he2 裳 shang5 胖 pang4 伺 ci4 泥 ni2 抹 mo3 划 hua4 混 hun4 奔 ben1 "
    "夹 jia1 刹 sha1 纤 xian1 刨 pao2 炮 pao4 折 zhe2 堡 bao3 杆 gan3 秘 mi4 爆 bao4 "
    "拽 zhuai4 症 zheng4 屏 ping2 估 gu1 龟 gui1 咽 yan4 吁 yu4 轧 zha2 趟 tang4 蹚 tang1 "
    "拎 lin1 臊 sao4 耙 pa2 轴 zhou2 桔 ju2 嚼 jiao2 薅 hao1 熨 yun4 氓 mang2 芥 jie4 茄 qie2 "
    "壳 ke2"
)
"""The commonest reading in running text of a character that is a word by itself."""
