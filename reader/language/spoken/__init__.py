"""Spoken forms: text as it is said, numbers, dates, money and signs turned into words."""

from reader.language.spoken.form import SpokenForm, spoken_form, spoken_slice, warm_up
from reader.language.spoken.style import SpokenStyle

__all__ = ["SpokenForm", "SpokenStyle", "spoken_form", "spoken_slice", "warm_up"]
