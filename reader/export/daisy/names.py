"""The names of a talking book's files: of eight letters and three, as any player's file system
takes them."""

from __future__ import annotations

import re

NCC = "ncc.html"
MASTER = "master.smil"
OURS = re.compile(r"ncc\.html|master\.smil|s\d{4,7}\.smil|t\d{4,7}\.html|a\d{4,7}\.mp3")
"""All that a talking book of ours is made of."""


def smil_name(number: int) -> str:
    """The file that ties text and sound of section `number`, from 1."""
    return f"s{number:04}.smil"


def text_name(number: int) -> str:
    """The text of section `number`, from 1."""
    return f"t{number:04}.html"


def sound_name(number: int) -> str:
    """The sound of section `number`, from 1."""
    return f"a{number:04}.mp3"
