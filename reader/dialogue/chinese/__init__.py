"""Who speaks, in Chinese: modern and in the classical vernacular."""

from reader.dialogue.chinese.attribution import attribute

__all__ = ["attribute"]
