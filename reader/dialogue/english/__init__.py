"""Who speaks, in English prose: :func:`attribute`."""

from reader.dialogue.english.attribution import attribute

__all__ = ["attribute"]
