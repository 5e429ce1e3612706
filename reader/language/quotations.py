"""Whether a sentence goes on behind a quotation that ended like a sentence.

What somebody says stays with the words that say so: “快跑！”他大喊。 — “Go!” he said. What
happens next is a sentence of its own: “快跑！” — 门开了。
"""

from __future__ import annotations

import re

_SPEECH = (
    "说|說|道|问|問|喊|叫|答|嚷|吼|骂|罵|叹|嘆|哭|笑|嘀咕|嘟囔|嘟哝|回应|回應|反驳|反駁|解释|解釋|"
    "补充|補充|催促|催|吩咐|命令|警告|提醒|安慰|劝|勸|抱怨|感叹|感慨|赞|贊|讚|讲|講|念|唸|读|讀|"
    "唱|想|写|寫|哼|开口|開口|插嘴|接话|接話|低语|低語|呢喃|自语|自語|出声|出聲|宣布|宣佈|声音|"
    "聲音|尖叫|咆哮|怒斥|央求|恳求|懇求|哀求|请求|請求|追|搭腔|附和|惊呼|驚呼|呼|咕哝|坚持|表示"
)
_TAG = re.compile(f'[^。！？!?，,；;：:、…“”「」『』"\n]{{0,18}}?(?:{_SPEECH})')
_TAG_LATER = re.compile(
    '[^。！？!?；;：:…“”「」『』"\n]{1,30}?'
    f'(?:{_SPEECH})[^，,。！？!?；;：:…“”「」『』"\n]{{0,3}}[：:，,。]'
)
_CONTINUATION = re.compile(
    "[，,、的地得之等和与與或及跟字是为為都也又还還就便才却卻再而并並とをのにがはもで]|然后|然後|接着|接著|随后|"
    "隨後|随即|隨即|说|說|问|問|喊|叫|答|一声|一聲|一句|一语|一語|这句|這句|这话|這話|这样|這樣|"
    "转身|轉身|转过|轉過|转头|轉頭|扭头|回头|回頭|起身|站起|坐下|伸手|挥手|揮手|摆手|摇摇头|"
    "摇了摇头|摇头|搖頭|点点头|点了点头|点头|點頭|抬起|低下|放下|拿起|推开|推開|拉着|走[了到向出进進]|"
    "跑[了到向出进進]|离开|離開|头也不回|一边|一邊|一面|"
    "[两三四五六七八九十几兩幾]个?[字声句]|[兩三四五六七八九十幾]個字"
)
_NO_STOP = '[^。！？!?；;：:…“”「」『』"\n'
_BETWEEN_QUOTES = re.compile(_NO_STOP + ']{1,30}[，,]\\s?[“「『"]')
_NEXT_SPEAKER = re.compile(_NO_STOP + '，,又再继繼接续續补補]{1,14}[：:]\\s?[“「『"]')
_INTRODUCTION_ENDS = (":", "：", ",", "，")
_NOBODY = re.compile("没有?人|沒有?人|无人|無人|[谁誰][也都][没沒不]")
_ENGLISH_TAG = re.compile(
    r"(?:(?:The|My|Her|His|Our)\s)?[\w'’-]{1,30}(?:\s[\w'’.-]{1,30}){0,2}?\s(?:said|says|asked|"
    r"cried|called|replied|answered|shouted|whispered|exclaimed|muttered|murmured|demanded|yelled|"
    r"screamed|laughed|sighed|began|added|inquired|gasped|roared|snapped|repeated|went on)\b"
)


def continues(rest: str) -> bool:
    """Whether `rest` begins with a word that goes on with a sentence, in Chinese."""
    return _CONTINUATION.match(rest) is not None


def goes_on_in_chinese(introduction: str, rest: str) -> bool:
    """Whether the sentence goes on with `rest`, which begins with a hanzi.

    `introduction` is what the sentence holds before the quotation.
    """
    if introduction and not introduction.endswith(_INTRODUCTION_ENDS):
        return True  # an object among the other words: 他说“不。”然后走了。
    if _CONTINUATION.match(rest):
        return True
    if introduction or _NEXT_SPEAKER.match(rest) or _NOBODY.match(rest):
        return False  # 小明问：“你去吗？” has its words of saying already
    return any(words.match(rest) for words in (_TAG, _TAG_LATER, _BETWEEN_QUOTES))


def goes_on_in_english(introduction: str, rest: str) -> bool:
    """Whether `rest`, which begins with a capital, tells who said what went before."""
    return not introduction and _ENGLISH_TAG.match(rest) is not None
