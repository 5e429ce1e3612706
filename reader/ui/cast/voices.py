"""The voices that can be cast in the open book, and what is said of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.cast.cast import Cast
from reader.cast.directions import Role
from reader.cast.voicing import Company
from reader.ui.desk import Desk
from reader.ui.language import in_words

translate = QCoreApplication.translate

_OFTEN = 4
"""Times that two are heard near one another before it matters that they sound alike."""


def company_of(desk: Desk) -> Company | None:
    """The voices that the open book is cast from; None before they are known."""
    cast = desk.session.direction.cast if desk.session is not None else None
    return cast.company if cast is not None else None


def voice_in_words(role: Role, company: Company | None) -> str:
    """What the voice of `role` is called."""
    if role.voice is None:
        return translate("Cast", "the narrator's voice")
    voices = company.voices if company is not None else ()
    return next((in_words(each.title) for each in voices if each.name == role.voice), role.voice)


def alike(cast: Cast, company: Company) -> dict[str, str]:
    """Of everybody who shares scenes with somebody in the same voice, whom: by identifiers.

    It is the one with whom they share most.
    """
    voices = {
        identifier: role.voice or company.narrator.name for identifier, role in cast.roles.items()
    }
    most: dict[str, tuple[int, str]] = {}
    for pair, count in cast.together.items():
        one, other = sorted(pair)
        if count >= _OFTEN and one in voices and voices[one] == voices.get(other):
            most[one] = max(most.get(one, (0, "")), (count, other))
            most[other] = max(most.get(other, (0, "")), (count, one))
    return {identifier: other for identifier, (_, other) in most.items()}
