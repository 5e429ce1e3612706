"""What is done for an export, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.errors import ExportError
from reader.export.control import Control
from reader.messages import message
from reader.ui.export.order import Order

if TYPE_CHECKING:
    from reader.books.model import Book
    from reader.direction import Direction
    from reader.export.planning import Announcement
    from reader.export.progress import ExportProgress
    from reader.export.result import ExportResult
    from reader.library.store import Library
    from reader.settings import Settings
    from reader.speech.speaker import Speaker
    from reader.ui.sound import SoundSystem


class Preparing(Enum):
    """What is done before anything is spoken."""

    READING = auto()
    CASTING = auto()
    VOICES = auto()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The `result`, and the titles of the chapters in which nothing could be spoken."""

    result: ExportResult
    silent: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Work:
    """Carries orders out; `sound` speaks, and `library` knows how books are directed.

    `notify` is told what the listener should know, such as a voice that is missing.
    """

    sound: SoundSystem
    library: Library | None
    notify: Callable[[str], None]

    def __call__(
        self,
        order: Order,
        control: Control,
        prepare: Callable[[Preparing], object],
        progress: Callable[[ExportProgress], None],
    ) -> Outcome:
        """Make the files; raises what :func:`~reader.export.job.export_book` does."""
        from reader.cast import performers
        from reader.export.job import export_book
        from reader.narration.timeline import Timeline

        book = order.book
        if book is None:
            prepare(Preparing.READING)
            book = _read(order, control)
        direction = order.direction or self._direction(book, order)
        with closing(self.sound.speaker(order.settings, self.notify)) as speaker:
            self._tell_missing_voice(speaker, order.settings, book.language)
            if order.settings.characters:
                direction.set_voices(speaker.voices(), speaker.voice_for(book.language))
                if direction.cast is None:
                    prepare(Preparing.CASTING)
                    direction.set_dialogue(direction.find_dialogue(lambda _: None, control))
            cast = direction.cast if order.settings.characters else None
            narrators = performers.narrators(cast, speaker, book.language)
        narrator = direction.narrator()
        narrator.skipping = order.skipping
        announced = self._announcements(book, order, narrators) if order.options.announce else ()
        control.check()
        prepare(Preparing.VOICES)
        with self.sound.workers() as executor:
            result = export_book(
                book,
                order.target,
                order.options,
                narrator=narrator,
                timeline=Timeline(book, order.skipping),
                studio=self.sound.studio(order.settings),
                executor=executor,
                narrators=narrators,
                speakers=performers.speakers(cast),
                announcements=announced,
                source=order.source,
                extras=order.extras,
                control=control,
                progress=progress,
                resume=order.resume,
            )
        titles = (book.chapters[chapter].title for chapter in result.silent_chapters)
        return Outcome(result=result, silent=tuple(titles))

    def _tell_missing_voice(self, speaker: Speaker, settings: Settings, language: str) -> None:
        """Tell before hours of work that the narrator's voice is not there."""
        from reader.language.detect import primary
        from reader.speech.advice import other_voice_advice

        wanted = {primary(each): name for each, name in settings.voices.items()}
        name, voice = wanted.get(primary(language)), speaker.voice_for(language)
        if name and voice and name not in (each.name for each in speaker.voices()):
            self.notify(other_voice_advice(name, voice))

    def _announcements(
        self, book: Book, order: Order, narrators: Sequence[str]
    ) -> tuple[Announcement, ...]:
        """What is said before and after the book, in words that are said as the reader wants."""
        from reader.export.announcements import announcements

        return announcements(book, narrators, lambda told: self._direction(told, order).narrator())

    def _direction(self, book: Book, order: Order) -> Direction:
        from reader.direction import Direction

        return Direction(book, self.library, order.settings)


def _read(order: Order, control: Control) -> Book:
    from reader.books.registry import read_book

    if order.source is None:
        raise ExportError(
            order.title,
            message("It is not known from which file this book was read."),
            message("Open the book and export it again to the same place."),
        )
    if not order.source.exists():
        raise ExportError(
            str(order.source),
            message("The book is not here any more."),
            message(
                "Find it where it is now; or open it and export it again to the same place, where "
                "it goes on."
            ),
        )
    return read_book(order.source, cancel=control)
