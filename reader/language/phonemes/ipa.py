"""International phonetic symbols, as dictionaries write them and as one table can read them.

The symbols are those of the chart of the International Phonetic Association (2020), with the
ligatures of older books and the ``ᵻ`` and ``ᵿ`` of the Oxford dictionaries.
"""

from __future__ import annotations

import unicodedata

LETTERS = frozenset(
    "abcdefhijklmnopqrstuvwxyzɡæœøçðθβχħŋ"
    "ɐɑɒɓɔɕɖɗɘəɚɛɜɝɞɟɠɢɣɤɥɦɧɨɪʝɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʟʡʢǀǁǂǃᵻᵿ"
)
"""What sounds by itself."""

STRESSES = frozenset("ˈˌ")
"""Primary and secondary stress, before the syllable."""

_SIGNS = STRESSES | frozenset("ːˑ˞ʰʲʷˠˤⁿˡʼ˥˦˧˨˩↗↘↑↓ꜛꜜ ")

_ONE_FORM = {
    "c\u0327": "ç",  # decomposed again
    "g": "ɡ",
    "'": "ˈ",
    "’": "ˈ",
    "ʹ": "ˈ",
    ":": "ː",
    "ʤ": "dʒ",
    "ʧ": "tʃ",
    "ʦ": "ts",
    "ʣ": "dz",
    "ʨ": "tɕ",
    "ʥ": "dʑ",
    "\u0361": "",  # ties
    "\u035c": "",
    "‿": "",
    ".": "",
    "-": "",
    "|": " ",
    "‖": " ",
    "(": "",
    ")": "",
}
"""What has another form, and what says only how syllables are parted."""


def plain(written: str) -> str | None:
    """`written` without brackets, ties and syllable marks, a symbol a sound; None if there is a
    sign in it that no table of symbols has, or nothing that sounds.

    Diacritics follow their letter as combining characters; single spaces part words.
    """
    text = unicodedata.normalize("NFD", written.strip().strip("/[]\\ "))
    for sign, instead in _ONE_FORM.items():
        text = text.replace(sign, instead)
    text = " ".join(text.split())
    known = all(each in LETTERS or each in _SIGNS or unicodedata.combining(each) for each in text)
    return text if known and not LETTERS.isdisjoint(text) else None
