"""Languages and where they change."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.detect import language_of, language_runs, primary


def runs(text: str, default: str = "zh") -> list[tuple[str, str]]:
    return [(text[run.start : run.end], run.language) for run in language_runs(text, default)]


def test_primary() -> None:
    assert [primary(tag) for tag in ("zh-TW", "EN_us", "yue", "", " fr ")] == [
        "zh",
        "en",
        "yue",
        "und",
        "fr",
    ]


@pytest.mark.parametrize(
    ("text", "default", "language"),
    [
        ("今天天气很好。", "en", "zh"),
        ("今天天气很好。", "zh-TW", "zh-TW"),
        ("The weather is fine.", "zh", "en"),
        ("Il fait beau.", "fr", "fr"),
        ("東京は日本の首都です。", "en", "ja"),
        ("대한민국의 수도", "en", "ko"),
        ("Привет, мир", "en", "ru"),
        ("Привіт, світе", "uk", "uk"),
        ("Γειά σου", "en", "el"),
        ("مرحبا", "en", "ar"),
        ("3.14", "zh", "zh"),
        ("", "de", "de"),
        ("我用Python和JavaScript写代码。", "en", "zh"),
    ],
)
def test_language_of(text: str, default: str, language: str) -> None:
    assert language_of(text, default) == language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我用Python写代码", [("我用", "zh"), ("Python", "en"), ("写代码", "zh")]),
        ("花了3.5亿美元", [("花了3.5亿美元", "zh")]),
        ("选A还是B？", [("选A还是B？", "zh")]),
        ("读了Vol. 3的内容", [("读了", "zh"), ("Vol. 3", "en"), ("的内容", "zh")]),
        ("用Windows 10 Pro吧", [("用", "zh"), ("Windows 10 Pro", "en"), ("吧", "zh")]),
        ("MP3和MP4。", [("MP3和MP4。", "zh")]),
        ("5G网络", [("5G网络", "zh")]),
        ("重100kg的箱子", [("重100kg的箱子", "zh")]),
        ("他说：“Hi!”然后", [("他说：", "zh"), ("“Hi!”", "en"), ("然后", "zh")]),
        ("COVID-19疫情", [("COVID-", "en"), ("19疫情", "zh")]),
        ("2012", [("2012", "zh")]),
    ],
)
def test_runs_in_chinese(text: str, expected: list[tuple[str, str]]) -> None:
    assert runs(text) == expected


def test_chinese_words_in_an_english_sentence() -> None:
    assert runs("The word 你好 means hello.", "en") == [
        ("The word ", "en"),
        ("你好 ", "zh"),
        ("means hello.", "en"),
    ]


def test_latin_words_in_a_russian_book_are_english() -> None:
    assert runs("Слово hello тут", "ru")[1] == ("hello ", "en")


_PARAGRAPHS = {
    "en": "The old man sat down on the bench by the river and watched the boats go by. He "
    "thought of everything that he had left behind him.",
    "fr": "Le vieil homme s'assit sur le banc près de la rivière et regarda passer les bateaux. "
    "Il pensait à tout ce qu'il avait laissé derrière lui.",
    "de": "Der alte Mann setzte sich auf die Bank am Fluss und sah den Schiffen nach. Er dachte "
    "an alles, was er zurückgelassen hatte.",
    "es": "El anciano se sentó en el banco junto al río y miró pasar los barcos. Pensaba en todo "
    "lo que había dejado atrás.",
    "it": "Il vecchio si sedette sulla panchina vicino al fiume e guardò passare le barche. "
    "Pensava a tutto quello che aveva lasciato dietro di sé.",
    "pt": "O velho sentou-se no banco junto ao rio e ficou a ver passar os barcos. Pensava em "
    "tudo o que tinha deixado para trás.",
    "nl": "De oude man ging op de bank bij de rivier zitten en keek naar de boten die voorbij "
    "voeren. Hij dacht aan alles wat hij had achtergelaten.",
    "sv": "Den gamle mannen satte sig på bänken vid floden och såg båtarna glida förbi. Han "
    "tänkte på allt som han hade lämnat efter sig.",
    "pl": "Stary człowiek usiadł na ławce nad rzeką i patrzył na przepływające łodzie. Myślał o "
    "wszystkim, co zostawił za sobą, i nie wiedział, dokąd pójdzie.",
    "tr": "Yaşlı adam nehrin kenarındaki banka oturdu ve geçen tekneleri seyretti. Geride "
    "bıraktığı her şeyi düşünüyordu ama çok da üzgün değildi, daha sonra bir şey söyledi.",
}


@pytest.mark.parametrize("declared", [*_PARAGRAPHS, "zh", "und"])
@pytest.mark.parametrize("language", _PARAGRAPHS)
def test_a_paragraph_tells_its_language_whatever_is_declared(language, declared) -> None:
    assert language_of(_PARAGRAPHS[language], declared) == language


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Il fait beau.", "en"),
        ("Pierre Dupont, Jean Martin, Louis Bernard, Marie Durand, Paul Petit, Anne Leroy", "en"),
        ("x l d s n c a i u e y o " * 20, "en"),
        (_PARAGRAPHS["fr"], "la"),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor", "en"),
        ("Den gamle mann satte seg og så at det var en båt på elven, og han var ikke der.", "da"),
    ],
)
def test_a_declared_language_stands_where_the_evidence_is_weak(text, declared) -> None:
    assert language_of(text, declared) == declared


def test_a_tag_with_a_region_is_kept() -> None:
    assert language_of(_PARAGRAPHS["en"], "en-GB") == "en-GB"
    assert language_of(_PARAGRAPHS["pt"], "pt-BR") == "pt-BR"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("這個國家的歷史說來話長，請聽我講。", "en", "zh-Hant"),
        ("這個國家的歷史說來話長，請聽我講。", "zh-TW", "zh-TW"),
        ("這個國家的歷史說來話長，請聽我講。", "zh-CN", "zh-Hant"),
        ("这个国家的历史说来话长，请听我讲。", "zh-TW", "zh-Hans"),
        ("这个国家的历史说来话长，请听我讲。", "en", "zh"),
        ("山水之中有人家。", "zh-TW", "zh-TW"),
        ("佢哋喺度做緊嘢，我唔知佢哋幾時走，你話畀我聽啦，唔該晒。", "zh", "yue"),
        ("他学粤语，只会说佢哋两个字，别的一句也不会，老师让他慢慢来。", "zh", "zh"),
    ],
)
def test_the_characters_tell_which_chinese_it_is(text, declared, language) -> None:
    assert language_of(text, declared) == language


def test_an_address_on_the_net_does_not_make_a_sentence_english() -> None:
    assert language_of("访问https://www.example.com/some/very/long/path吧。", "en") == "zh"


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("中文日本あアab1 .,“”()kgЯ한"), st.characters())),
    st.sampled_from(["zh", "en", "ja", "fr", "ru", "und"]),
)
def test_runs_cover_the_text_and_are_not_empty(text: str, default: str) -> None:
    found = language_runs(text, default)
    assert "".join(text[run.start : run.end] for run in found) == text
    assert all(run.start < run.end for run in found)
    assert all(one.end == two.start for one, two in pairwise(found))
