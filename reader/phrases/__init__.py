"""Phrases for alarms and prompts: a table of templates with slots, each said or kept as a file."""

from reader.phrases.phrase import Phrase, phrases_of
from reader.phrases.table import read_table

__all__ = ["Phrase", "phrases_of", "read_table"]
