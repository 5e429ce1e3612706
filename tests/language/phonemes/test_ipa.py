from __future__ import annotations

import pytest

from reader.language.phonemes import Sound, canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("təˈmeɪtoʊ", "təˈmeɪtoʊ"),
        ("/təˈmeɪ.toʊ/", "təˈmeɪtoʊ"),
        ("[ˌɪntəˈnæʃənəl]", "ˌɪntəˈnæʃənəl"),
        ("t͡ʃɜːtʃ", "tʃɜːtʃ"),
        ("ʧɜ:ʧ", "tʃɜːtʃ"),
        ("'go:", "ˈɡoː"),
        ("nuː  ˈjɔːk", "nuː ˈjɔːk"),
        ("fa\u00e7ade", "fa\u00e7ade"),
        ("b\u0254\u0303", "b\u0254\u0303"),
        ("ˈlɪtl\u0329", "ˈlɪtl\u0329"),
    ],
)
def test_ipa_as_dictionaries_write_it(written, said):
    assert canonical(written, "ipa") == Sound(said, "ipa")


def test_no_alphabet_is_ipa():
    assert canonical("ɡoʊ", None) == Sound("ɡoʊ", "ipa")


@pytest.mark.parametrize("written", ["", "//", "ˈ", "hello!", "典当", "təˈ?", "a1", "ABC"])
def test_what_is_no_ipa_is_not_read(written):
    assert canonical(written, "ipa") is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('t@"meItoU', "təˈmeɪtoʊ"),
        ('/%Int@"n{S@n@l/', "ˌɪntəˈnæʃənəl"),
        ("bO~", "b\u0254\u0303"),
        ("l@Nl=", "ləŋl\u0329"),
        ("r\\3`T", "ɹɝθ"),
        ("t_S", "tʃ"),
    ],
)
def test_x_sampa_is_brought_to_ipa(written, said):
    assert canonical(written, "x-sampa") == Sound(said, "ipa")


@pytest.mark.parametrize("alphabet", ["x-unknown", "", "espeak", "x-arpabet"])
def test_an_alphabet_that_nobody_knows_is_not_read(alphabet):
    assert (canonical("a", alphabet) is None) == (alphabet != "")


def test_x_sampa_with_a_strange_sign_is_not_read():
    assert canonical("t^!", "x-sampa") is None
