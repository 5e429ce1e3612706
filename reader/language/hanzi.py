"""What the hanzi of a text say: simplified or traditional, Mandarin or Cantonese."""

from __future__ import annotations

import re

_PAIRS = (
    "这這们們来來为為说說国國时時会會对對过過还還没沒个個现現长長见見边邊么麼学學问問开開关關"
    "头頭话話车車马馬门門声聲爱愛书書乐樂东東风風飞飛觉覺认認让讓给給经經样樣从從应應实實点點"
    "动動当當气氣无無与與万萬义義众眾乡鄉买買卖賣亲親儿兒几幾两兩总總电電难難体體将將战戰军軍"
    "听聽谁誰请請谢謝话話语語读讀写寫论論识識记記许許该該谈談变變员員带帶师師归歸岁歲岛島尽盡"
    "报報执執护護择擇换換断斷旧舊条條极極标標树樹桥橋欢歡步步杀殺汉漢灯燈热熱爷爺独獨猫貓环環"
    "产產画畫疗療尔爾盖蓋离離种種称稱简簡红紅约約级級纪紀纸紙线線组組细細终終统統罗羅网網聪聰"
    "职職联聯脸臉药藥虽雖补補装裝观觀规規视視计計订訂设設证證诗詩贝貝负負财財贵貴费費贺賀轻輕"
    "较較辆輛进進远遠连連适適选選遗遺邻鄰释釋钟鐘钱錢银銀错錯阳陽阴陰陈陳随隨险險双雙顺順须須"
    "题題颜顏类類饭飯馆館验驗骂罵鱼魚鸟鳥鸡雞麦麥齐齊龙龍"
)
_SIMPLE = frozenset(_PAIRS[::2]) - frozenset(_PAIRS[1::2])
_FULL = frozenset(_PAIRS[1::2]) - frozenset(_PAIRS[::2])
_IN_JAPANESE_TOO = frozenset("来国会没学声点当与万体将断旧尽独画称写条双随麦灯猫")
"""Simplified hanzi that Japanese writes as well."""

_NOT_JAPANESE = _SIMPLE - _IN_JAPANESE_TOO

_CANTONESE = re.compile("[嘅哋佢咗喺嚟啲嘢冇噉嗰瞓乜唔咁]")
_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")

_FEWEST = 3
"""Telling characters from which the form of a text is said to be known."""

_SURE = 0.9
"""The share of telling characters of one form that outweighs what the book says."""

_CANTONESE_SHARE = 0.06
"""Hanzi of written Cantonese among all hanzi; running Cantonese has some 0.15, a Mandarin
text that quotes a phrase far less."""


def chinese_tag(text: str, declared: str) -> str:
    """The tag of Chinese `text`: `declared` where the characters agree with it.

    ``zh-Hant`` or ``zh-Hans`` where they contradict it or, in traditional characters, where
    it says nothing of them; ``yue`` for running Cantonese.
    """
    if declared != "yue" and _is_cantonese(text):
        return "yue"
    simple = sum(character in _SIMPLE for character in text)
    full = sum(character in _FULL for character in text)
    telling = simple + full
    if telling < _FEWEST:
        return declared
    traditional = full >= _SURE * telling
    simplified = simple >= _SURE * telling
    said = _declared_form(declared)
    if traditional and said != "Hant":
        return "zh-Hant"
    if simplified and said == "Hant":
        return "zh-Hans"
    return declared


def only_chinese(text: str) -> int:
    """How many characters of `text` are simplified hanzi, which Japanese does not write."""
    return sum(character in _NOT_JAPANESE for character in text)


def _declared_form(tag: str) -> str:
    subtags = {subtag.lower() for subtag in re.split("[-_]", tag)[1:]}
    if "hant" in subtags or ("hans" not in subtags and subtags & {"tw", "hk", "mo"}):
        return "Hant"
    return "Hans" if "hans" in subtags or subtags & {"cn", "sg", "my"} else ""


def _is_cantonese(text: str) -> bool:
    found = _CANTONESE.findall(text)
    if len(found) < 4 or len(set(found)) < 3:
        return False
    return len(found) >= _CANTONESE_SHARE * sum(1 for _ in _HANZI.finditer(text))
