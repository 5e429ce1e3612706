"""Who reads a book that is exported, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader import settings
from reader.cli import directing, speaking

if TYPE_CHECKING:
    from reader.background import CancelToken
    from reader.books.model import Book
    from reader.export.planning import Announcement
    from reader.export.studio import Studio
    from reader.library.store import Library
    from reader.narration.narrator import Narrator
    from reader.settings import Settings
    from reader.speech.speaker import Speaker


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a book is read.

    `narrators` are the titles of the voices, the narrator's first; `speakers` the names of the
    characters by their identifiers. `extras` is what an export keeps, so that somebody else who
    goes on with it has it sound the same.
    """

    narrator: Narrator
    studio: Studio
    narrators: tuple[str, ...]
    speakers: Mapping[str, str]
    extras: Mapping[str, Any]

    def announcements(self, book: Book) -> tuple[Announcement, ...]:
        """What is said before and after the book."""
        from reader.export.announcements import announcements
        from reader.narration.narrator import Narrator

        said = speaking.pronunciations()
        return announcements(
            book,
            self.narrators,
            lambda told: Narrator(told, speaking.chosen_style(), directors=said(told)),
        )


def reading_of(
    book: Book,
    speaker: Speaker,
    library: Library | None,
    *,
    voice: str | None,
    one_voice: bool,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> Reading:
    """How `book` is read as it was directed, by `voice` whatever that speaks of it.

    `progress` is told, 0 to 1, while it is being found who speaks.
    """
    from reader.cast import performers

    chosen = settings.load()
    speaking.use_voice(speaker, voice, [book.language])
    chosen = chosen.changed(
        voices=_voices(chosen, speaker, voice, book.language),
        characters=chosen.characters and not one_voice,
    )
    direction = directing.direction_of(
        book, library, speaker, chosen, progress=progress, cancel=cancel
    )
    cast = direction.cast if chosen.characters else None
    return Reading(
        narrator=direction.narrator(),
        studio=_studio(chosen),
        narrators=performers.narrators(cast, speaker, book.language),
        speakers=performers.speakers(cast),
        extras={"settings": settings.sounding(chosen), "skip": "none", "images": True},
    )


def _voices(
    chosen: Settings, speaker: Speaker, name: str | None, language: str
) -> Mapping[str, str]:
    """The voice for each language, with the one called `name` where it can speak."""
    from reader.language.detect import primary
    from reader.speech.voices import speaks

    if name is None:
        return chosen.voices
    voice = speaking.find_voice(speaker, name)
    if not speaks(voice, language):
        return chosen.voices
    return {**chosen.voices, primary(language): voice.name}


def _studio(chosen: Settings) -> Studio:
    from reader.export.studio import Studio
    from reader.speech import voices

    return Studio(voices=chosen.voices, open=voices.installed_engines)
