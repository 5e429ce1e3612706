"""Spoken forms: text as it is said, numbers, dates, money and signs turned into words."""

from reader.language.spoken.form import SpokenForm, SpokenText, spoken_form
from reader.language.spoken.style import SpokenStyle

__all__ = ["SpokenForm", "SpokenStyle", "SpokenText", "spoken_form"]
