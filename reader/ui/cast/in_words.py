"""Characters, their voices and their lines in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast as typed

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication

from reader.books.model import Book
from reader.cast.cast import Cast, Member
from reader.cast.directions import Role
from reader.cast.voicing import Company
from reader.dialogue.model import Character, Evidence, Quotation
from reader.settings import Settings
from reader.ui.cast.voices import voice_in_words
from reader.ui.language import clauses, sentences

translate = QCoreApplication.translate

QT_TRANSLATE_NOOP = typed(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)

_PEOPLE: Mapping[tuple[str, str], str] = {
    ("female", "child"): QT_TRANSLATE_NOOP("Cast", "girl"),
    ("female", "young"): QT_TRANSLATE_NOOP("Cast", "young woman"),
    ("female", "adult"): QT_TRANSLATE_NOOP("Cast", "woman"),
    ("female", "senior"): QT_TRANSLATE_NOOP("Cast", "elderly woman"),
    ("male", "child"): QT_TRANSLATE_NOOP("Cast", "boy"),
    ("male", "young"): QT_TRANSLATE_NOOP("Cast", "young man"),
    ("male", "adult"): QT_TRANSLATE_NOOP("Cast", "man"),
    ("male", "senior"): QT_TRANSLATE_NOOP("Cast", "elderly man"),
    ("unknown", "child"): QT_TRANSLATE_NOOP("Cast", "child"),
    ("unknown", "young"): QT_TRANSLATE_NOOP("Cast", "young, woman or man not known"),
    ("unknown", "adult"): QT_TRANSLATE_NOOP("Cast", "woman or man not known"),
    ("unknown", "senior"): QT_TRANSLATE_NOOP("Cast", "elderly, woman or man not known"),
}

_REASONS: Mapping[Evidence, str] = {
    Evidence.MARKUP: QT_TRANSLATE_NOOP("Cast", "the book itself says so"),
    Evidence.EXPLICIT: QT_TRANSLATE_NOOP("Cast", "the words beside it name the speaker"),
    Evidence.PRONOUN: QT_TRANSLATE_NOOP("Cast", "the words beside it mean this character"),
    Evidence.VOCATIVE: QT_TRANSLATE_NOOP("Cast", "whoever is addressed answers"),
    Evidence.ALTERNATION: QT_TRANSLATE_NOOP("Cast", "two take turns"),
    Evidence.NEARNESS: QT_TRANSLATE_NOOP("Cast", "nobody else is as near"),
    Evidence.READER: QT_TRANSLATE_NOOP("Cast", "you said so"),
    Evidence.NONE: QT_TRANSLATE_NOOP("Cast", "it is a guess"),
}

_SURE = (Evidence.MARKUP, Evidence.READER)
_WORDS = 60
"""Characters of a line by which it is known again."""


def person_in_words(character: Character) -> str:
    """Whether it is a woman or a man, and how old."""
    words = _PEOPLE.get((character.gender, character.age), "")
    return translate("Cast", words) if words else ""


def member_in_words(member: Member, company: Company | None, alike: str = "") -> str:
    """Everything about somebody in one sentence; `alike` is who sounds the same."""
    character = member.character
    parts = [character.name, _lines(character.quotations), person_in_words(character)]
    if company is not None:
        chosen, found = translate("Cast", "chosen"), translate("Cast", "found by itself")
        parts += [voice_in_words(member.role, company), chosen if member.chosen else found]
    if alike:
        parts.append(alike_in_words(alike))
    return clauses(parts)


def change_in_words(before: Member, after: Member, company: Company | None, alike: str = "") -> str:
    """What has become of somebody; `alike` is who sounds the same now."""
    old, new = before.character, after.character
    parts = [new.name]
    if new.name != old.name:
        parts = [translate("Cast", "called {name} now").format(name=new.name)]
    if (new.gender, new.age) != (old.gender, old.age):
        parts.append(person_in_words(new))
    if company is not None and (after.role, after.chosen) != (before.role, before.chosen):
        parts.append(role_in_words(after.role, company))
        parts += [] if after.chosen else [translate("Cast", "found by itself")]
    parts += [alike_in_words(alike)] if alike else []
    return clauses(parts)


def alike_in_words(name: str) -> str:
    """That somebody is hard to tell from the one called `name`."""
    said = translate("Cast", "sounds like {name}, who is in the same scenes")
    return said.format(name=name)


def role_in_words(role: Role, company: Company | None) -> str:
    """The voice, and what bends it."""
    parts = [voice_in_words(role, company)]
    if role.rate != 1.0:
        parts.append(translate("Cast", "rate {rate:.2f}").format(rate=role.rate))
    if role.pitch:
        higher = translate("Cast", "{semitones:g} semitones higher")
        deeper = translate("Cast", "{semitones:g} semitones deeper")
        said = higher if role.pitch > 0 else deeper
        parts.append(said.format(semitones=abs(role.pitch)))
    return clauses(parts)


def speaker_in_words(
    cast: Cast, quotation: Quotation, settings: Settings, company: Company | None
) -> str:
    """Who says `quotation`, how sure that is and why, and in which voice it is heard."""
    if not quotation.spoken:
        return translate("Cast", "No speech: the narrator reads it.")
    member = cast.member(quotation.speaker) if quotation.speaker is not None else None
    if member is None:
        if quotation.evidence is Evidence.READER:
            return translate("Cast", "The narrator, because you said so.")
        return translate("Cast", "Nobody was found who says this.")
    percent, reason = round(quotation.confidence * 100), _REASONS[quotation.evidence]
    said = translate("Cast", "{name}, {percent} percent sure: {reason}.").format(
        name=member.character.name, percent=percent, reason=translate("Cast", reason)
    )
    return sentences(said, _heard(member, quotation, settings, company))


def line_in_words(book: Book, quotation: Quotation) -> str:
    """The beginning of what is said."""
    words = " ".join(quotation.text(book).split())
    return words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()}…"


def _heard(
    member: Member, quotation: Quotation, settings: Settings, company: Company | None
) -> str:
    """In which voice it is read, as far as that is not plain."""
    if not settings.characters:
        return translate("Cast", "Voices for characters are off.")
    if quotation.evidence not in _SURE and quotation.confidence < settings.confidence:
        narrator = translate("Cast", "Too unsure: the narrator speaks.")
        neighbour = translate("Cast", "Too unsure: a voice like the narrator's speaks.")
        return neighbour if settings.uncertain == "neighbour" else narrator
    if company is None:
        return ""
    voice = role_in_words(member.role, company)
    return translate("Cast", "Voice: {voice}.").format(voice=voice)


def _lines(count: int) -> str:
    if count == 1:
        return translate("Cast", "1 line")
    return translate("Cast", "{count} lines").format(count=count)
