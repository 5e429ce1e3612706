"""Everyday sentences as newsreaders say them, decided by dictionaries of the standard language."""

from __future__ import annotations

import pytest

from reader.language.pinyin import numbered

_PARTICLES = [
    ("她跑得快，他得去接她", "ta1 pao3 de5 kuai4，ta1 dei3 qu4 jie1 ta1"),
    ("他得了第一名", "ta1 de2 le5 di4 yi1 ming2"),
    ("取得了很大的成绩", "qu3 de2 le5 hen3 da4 de5 cheng2 ji4"),
    ("这么重的箱子我拿得动", "zhe4 me5 zhong4 de5 xiang1 zi5 wo3 na2 de5 dong4"),
    ("他高兴地说", "ta1 gao1 xing4 de5 shuo1"),
    ("她静静地躺在草地上", "ta1 jing4 jing4 de5 tang3 zai4 cao3 di4 shang4"),
    ("这块地种了麦子", "zhe4 kuai4 di4 zhong4 le5 mai4 zi5"),
    ("他不了解情况", "ta1 bu4 liao2 jie3 qing2 kuang4"),
    ("这么多菜吃不了", "zhe4 me5 duo1 cai4 chi1 bu4 liao3"),
    ("孩子睡着了", "hai2 zi5 shui4 zhao2 le5"),
    ("他穿着大衣走着回家", "ta1 chuan1 zhe5 da4 yi1 zou3 zhe5 hui2 jia1"),
    ("一家人围着火锅坐着", "yi4 jia1 ren2 wei2 zhe5 huo3 guo1 zuo4 zhe5"),
    ("你别着急", "ni3 bie2 zhao2 ji2"),
    ("他没去过北京", "ta1 mei2 qu4 guo5 bei3 jing1"),
    ("他走过大桥", "ta1 zou3 guo4 da4 qiao2"),
]

_POLYPHONES = [
    ("还书的人还没来", "huan2 shu1 de5 ren2 hai2 mei2 lai2"),
    ("他还了三百块钱", "ta1 huan2 le5 san1 bai3 kuai4 qian2"),
    ("首都的人都知道", "shou3 du1 de5 ren2 dou1 zhi1 dao4"),
    ("为了孩子，他愿意成为老师", "wei4 le5 hai2 zi5，ta1 yuan4 yi4 cheng2 wei2 lao3 shi1"),
    ("我为你高兴", "wo3 wei4 ni3 gao1 xing4"),
    ("这里被称为江南", "zhe4 li3 bei4 cheng1 wei2 jiang1 nan2"),
    ("这条河很长", "zhe4 tiao2 he2 hen3 chang2"),
    ("校长说孩子们长大了", "xiao4 zhang3 shuo1 hai2 zi5 men5 zhang3 da4 le5"),
    ("墙上长着一棵草", "qiang2 shang4 zhang3 zhe5 yi4 ke1 cao3"),
    ("第一行字，一行人", "di4 yi1 hang2 zi4，yi4 xing2 ren2"),
    ("这只猫只吃鱼", "zhe4 zhi1 mao1 zhi3 chi1 yu2"),
    ("种树的方法有三种", "zhong4 shu4 de5 fang1 fa2 you3 san1 zhong3"),
    ("他重新称了体重", "ta1 chong2 xin1 cheng1 le5 ti3 zhong4"),
    ("他爱好音乐，为人好客", "ta1 ai4 hao4 yin1 yue4，wei2 ren2 hao4 ke4"),
    ("大夫说他头发白了", "dai4 fu5 shuo1 ta1 tou2 fa5 bai2 le5"),
    ("晒干了再干活", "shai4 gan1 le5 zai4 gan4 huo2"),
    ("数学老师数了一数", "shu4 xue2 lao3 shi1 shu3 le5 yi4 shu3"),
    ("首相不相信", "shou3 xiang4 bu4 xiang1 xin4"),
    ("空中没有空位", "kong1 zhong1 mei2 you3 kong4 wei4"),
    ("少年很少说话", "shao4 nian2 hen2 shao3 shuo1 hua4"),
    ("大树被风刮倒了，倒了一杯水", "da4 shu4 bei4 feng1 gua1 dao3 le5，dao4 le5 yi4 bei1 shui3"),
    ("难民遇到了困难", "nan4 min2 yu4 dao4 le5 kun4 nan5"),
    ("当然上当了", "dang1 ran2 shang4 dang4 le5"),
    ("应该答应，不应反应过度", "ying1 gai1 da1 ying5，bu4 ying1 fan3 ying4 guo4 du4"),
    ("教室里老师教我唱歌", "jiao4 shi4 li3 lao3 shi1 jiao1 wo3 chang4 ge1"),
    ("时间间隔很短", "shi2 jian1 jian4 ge2 hen2 duan3"),
    ("到处都要好好相处", "dao4 chu4 dou1 yao4 hao2 hao3 xiang1 chu3"),
    ("系鞋带没关系", "ji4 xie2 dai4 mei2 guan1 xi4"),
    ("他流血了，血压很低", "ta1 liu2 xue4 le5，xue4 ya1 hen3 di1"),
    ("没想到船沉没了", "mei2 xiang3 dao4 chuan2 chen2 mo4 le5"),
    ("露出笑脸，露水打湿了衣服", "lu4 chu1 xiao4 lian3，lu4 shui5 da3 shi1 le5 yi1 fu5"),
    ("投降以后降低了价格", "tou2 xiang2 yi3 hou4 jiang4 di1 le5 jia4 ge2"),
    ("勉强强调了一下", "mian2 qiang3 qiang2 diao4 le5 yi2 xia4"),
    ("弯曲的歌曲", "wan1 qu1 de5 ge1 qu3"),
    ("弹琴的人中了子弹", "tan2 qin2 de5 ren2 zhong4 le5 zi3 dan4"),
    ("把空调调低一点", "ba3 kong1 tiao2 tiao2 di1 yi4 dian3"),
    ("转身转了一圈", "zhuan3 shen1 zhuan4 le5 yi4 quan1"),
    ("西藏的宝藏藏在山里", "xi1 zang4 de5 bao3 zang4 cang2 zai4 shan1 li3"),
    ("散步时读散文", "san4 bu4 shi2 du2 san3 wen2"),
    ("放假的消息是假的", "fang4 jia4 de5 xiao1 xi5 shi4 jia3 de5"),
    ("尽管尽力了", "jin2 guan3 jin4 li4 le5"),
    ("切菜的人很亲切", "qie1 cai4 de5 ren2 hen3 qin1 qie4"),
    ("背着书包走到背后", "bei1 zhe5 shu1 bao1 zou3 dao4 bei4 hou4"),
    ("炸鸡店爆炸了", "zha2 ji1 dian4 bao4 zha4 le5"),
    ("便宜又方便", "pian2 yi5 you4 fang1 bian4"),
    ("给他供给", "gei3 ta1 gong1 ji3"),
    ("下了一场大雨，看了一场电影", "xia4 le5 yi4 chang2 da4 yu3，kan4 le5 yi4 chang3 dian4 ying3"),
    ("宁可不说，也要宁静", "ning4 ke3 bu4 shuo1，ye3 yao4 ning2 jing4"),
    ("觉得困就睡了一觉", "jue2 de5 kun4 jiu4 shui4 le5 yi2 jiao4"),
]

_TONES = [
    ("管理水平", "guan2 li2 shui3 ping2"),
    ("小雨伞，老板很好", "xiao3 yu2 san3，lao2 ban3 hen2 hao3"),
    ("请你给我买五把雨伞", "qing2 ni3 gei2 wo2 mai3 wu2 ba3 yu2 san3"),
    ("一步一步走，一圈一圈转", "yi2 bu4 yi2 bu4 zou3，yi4 quan1 yi4 quan1 zhuan4"),
    ("同一个人统一思想", "tong2 yi2 ge4 ren2 tong3 yi1 si1 xiang3"),
    ("三十一个，一百一十", "san1 shi2 yi1 ge4，yi4 bai3 yi1 shi2"),
    ("一年级一班，周一开会", "yi1 nian2 ji2 yi1 ban1，zhou1 yi1 kai1 hui4"),
    ("说一不二，不一会儿", "shuo1 yi1 bu2 er4，bu4 yi2 hui4 er5"),
    ("好不好，不去不行", "hao3 bu5 hao3，bu2 qu4 bu4 xing2"),
    ("差不多，对不起，了不起", "cha4 bu5 duo1，dui4 bu5 qi3，liao3 bu5 qi3"),
    ("让我想想再试试", "rang4 wo3 xiang2 xiang5 zai4 shi4 shi5"),
    ("奶奶和姐姐买东西", "nai3 nai5 he2 jie3 jie5 mai3 dong1 xi5"),
    ("东西方的地方政府", "dong1 xi1 fang1 de5 di4 fang1 zheng4 fu3"),
    ("老子和孔子是男子", "lao2 zi3 he2 kong2 zi3 shi4 nan2 zi3"),
    ("小猴子吃桃子", "xiao3 hou2 zi5 chi1 tao2 zi5"),
    ("小鸟儿，女儿，这儿", "xiao2 niao3 er5，nv3 er2，zhe4 er5"),
]

_NAMES = [
    ("单老师和任先生", "shan4 lao3 shi1 he2 ren2 xian1 sheng5"),
    ("他任局长三年了", "ta1 ren4 ju2 zhang3 san1 nian2 le5"),
    ("曾先生曾经姓仇", "zeng1 xian1 sheng5 ceng2 jing1 xing4 qiu2"),
    ("尉迟恭和长孙无忌", "yu4 chi2 gong1 he2 zhang3 sun1 wu2 ji4"),
    ("从六安到台州，从番禺到蚌埠", "cong2 lu4 an1 dao4 tai1 zhou1，cong2 pan1 yu2 dao4 beng4 bu4"),
    ("厦门的大厦", "xia4 men2 de5 da4 sha4"),
    ("哪吒闹海，在哪儿", "ne2 zha1 nao4 hai3，zai4 na3 er5"),
    ("丽莎和莎士比亚", "li4 sha1 he2 sha1 shi4 bi3 ya4"),
]


@pytest.mark.parametrize(("text", "pinyin"), _PARTICLES)
def test_particles_and_their_other_selves(text: str, pinyin: str) -> None:
    assert numbered(text) == pinyin


@pytest.mark.parametrize(("text", "pinyin"), _POLYPHONES)
def test_polyphones(text: str, pinyin: str) -> None:
    assert numbered(text) == pinyin


@pytest.mark.parametrize(("text", "pinyin"), _TONES)
def test_tones_in_company(text: str, pinyin: str) -> None:
    assert numbered(text) == pinyin


@pytest.mark.parametrize(("text", "pinyin"), _NAMES)
def test_names_of_people_and_places(text: str, pinyin: str) -> None:
    assert numbered(text) == pinyin


def test_without_sandhi_words_have_the_tones_of_the_dictionary() -> None:
    assert numbered("你好，一个不对", sandhi=False) == "ni3 hao3，yi1 ge4 bu4 dui4"


def test_rare_hanzi_have_a_reading() -> None:
    assert numbered("䶮𠀀") == "yan3 he1"
