"""The language of the window: which it is, and how what the core says is put into it."""

from reader.ui.language.characters import character_name
from reader.ui.language.choosing import LANGUAGES, chosen, install, speaking, spoken
from reader.ui.language.mnemonics import without_letter, without_mnemonic
from reader.ui.language.names import language_name
from reader.ui.language.restarting import RestartOffer, offer_restart, take_restart
from reader.ui.language.words import (
    about,
    clauses,
    ended,
    error_in_words,
    in_words,
    listed,
    sentences,
)

__all__ = [
    "LANGUAGES",
    "RestartOffer",
    "about",
    "character_name",
    "chosen",
    "clauses",
    "ended",
    "error_in_words",
    "in_words",
    "install",
    "language_name",
    "listed",
    "offer_restart",
    "sentences",
    "speaking",
    "spoken",
    "take_restart",
    "without_letter",
    "without_mnemonic",
]
