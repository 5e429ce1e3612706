"""X-SAMPA, the phonetic symbols in ASCII (Wells 1995), to international ones."""

from __future__ import annotations

import re

from reader.language.wordlists import pairs

_SYMBOLS = pairs(
    r'" ˈ % ˌ : ː :\ ˑ @ ə @` ɚ @\ ɘ { æ } ʉ 1 ɨ 2 ø 3 ɜ 3` ɝ 3\ ɞ 4 ɾ 5 ɫ 6 ɐ 7 ɤ 8 ɵ 9 œ & ɶ '
    r"A ɑ B β B\ ʙ C ç D ð E ɛ F ɱ G ɣ G\ ɢ H ɥ H\ ʜ I ɪ I\ ᵻ J ɲ J\ ɟ K ɬ K\ ɮ L ʎ L\ ʟ M ɯ M\ ɰ "
    r"N ŋ N\ ɴ O ɔ O\ ʘ P ʋ Q ɒ R ʁ R\ ʀ S ʃ T θ U ʊ U\ ᵿ V ʌ W ʍ X χ X\ ħ Y ʏ Z ʒ ? ʔ ?\ ʕ "
    r"d` ɖ h\ ɦ j\ ʝ l` ɭ l\ ɺ n` ɳ p\ ɸ r\ ɹ r` ɽ r\` ɻ s` ʂ s\ ɕ t` ʈ v\ ʋ x\ ɧ z` ʐ z\ ʑ "
    r"_h ʰ _j ʲ ' ʲ _w ʷ _G ˠ _?\ ˤ _n ⁿ _l ˡ _> ʼ ` ˞"
)
_DIACRITICS = {
    "~": "\u0303",
    "_~": "\u0303",
    "=": "\u0329",
    "_=": "\u0329",
    "_0": "\u0325",
    "_v": "\u032c",
    "_^": "\u032f",
    "_d": "\u032a",
    "_o": "\u031e",
    "_r": "\u031d",
    "_+": "\u031f",
    "_-": "\u0320",
    "_": "",  # a tie
    "-": "",
}
_TABLE = _SYMBOLS | _DIACRITICS
_SYMBOL = re.compile("|".join(re.escape(each) for each in sorted(_TABLE, key=len, reverse=True)))


def in_ipa(written: str) -> str:
    """`written` in international phonetic symbols; what X-SAMPA does not know stays as it is."""
    return _SYMBOL.sub(lambda found: _TABLE[found[0]], written.strip().strip("/[]"))
