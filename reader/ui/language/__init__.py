"""The language of the window: which it is, and how what the core says is put into it."""

from reader.ui.language.choosing import LANGUAGES, chosen, install
from reader.ui.language.names import language_name
from reader.ui.language.words import error_in_words, in_words, listed, sentences

__all__ = [
    "LANGUAGES",
    "chosen",
    "error_in_words",
    "in_words",
    "install",
    "language_name",
    "listed",
    "sentences",
]
