"""Captions beside the sound: WebVTT, SRT and LRC, with the words as they are written."""

from reader.export.captions.cues import Cue
from reader.export.captions.formats import document
from reader.export.captions.product import can_have_captions, with_captions

__all__ = ["Cue", "can_have_captions", "document", "with_captions"]
