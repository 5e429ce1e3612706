"""SSML, the outside form of how a text is said: read with care, checked, written again.

>>> parse("<speak>It is <emphasis>true</emphasis>.</speak>").text
'It is true.'
"""

from reader.narration.ssml.model import Insertion, Limits, Markup, VoiceWish, Warned
from reader.narration.ssml.narrating import MarkupDirector, utterances
from reader.narration.ssml.parsing import parse, parse_fragment
from reader.narration.ssml.wishing import chooser
from reader.narration.ssml.writing import write, write_fragment

__all__ = [
    "Insertion",
    "Limits",
    "Markup",
    "MarkupDirector",
    "VoiceWish",
    "Warned",
    "chooser",
    "parse",
    "parse_fragment",
    "utterances",
    "write",
    "write_fragment",
]
