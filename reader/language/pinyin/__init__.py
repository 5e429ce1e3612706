"""Pinyin as it is said: readings by word, then tone sandhi.

>>> numbered("银行行长")
'yin2 hang2 hang2 zhang3'
"""

from reader.language.pinyin.reading import Syllable, numbered, syllables

__all__ = ["Syllable", "numbered", "syllables"]
