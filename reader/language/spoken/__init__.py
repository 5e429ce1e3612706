"""Spoken forms: text as it is said, numbers, dates, money and signs turned into words."""

from reader.language.spoken.form import spoken_form, warm_up

__all__ = ["spoken_form", "warm_up"]
