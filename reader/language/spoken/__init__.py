"""Spoken forms: text as it is said, numbers, dates, money and signs turned into words."""

from reader.language.spoken.form import spoken_form, spoken_slice, warm_up

__all__ = ["spoken_form", "spoken_slice", "warm_up"]
