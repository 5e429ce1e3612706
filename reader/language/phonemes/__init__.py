"""How a word is said, as people write it down: IPA, X-SAMPA and numbered pinyin.

>>> canonical("/ˈt͡ʃaɪ.nə/", "ipa")
Sound(phonemes='ˈtʃaɪnə', alphabet='ipa')
>>> canonical('"tSaIn@', "x-sampa")
Sound(phonemes='ˈtʃaɪnə', alphabet='ipa')
>>> canonical("Diǎn dàngr", "x-pinyin")
Sound(phonemes='dian3 dang4 r5', alphabet='x-pinyin')
"""

from reader.language.phonemes.alphabets import ALPHABETS, IPA, PINYIN, X_SAMPA, Sound, canonical

__all__ = ["ALPHABETS", "IPA", "PINYIN", "X_SAMPA", "Sound", "canonical"]
