"""How a book is said when the terminal reads it: as it was directed in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from reader.cli.terminal import tell

if TYPE_CHECKING:
    from reader.background import CancelToken
    from reader.books.model import Book
    from reader.direction import Direction
    from reader.library.store import Library
    from reader.narration.narrator import Narrator
    from reader.settings import Settings
    from reader.speech.speaker import Speaker


@contextmanager
def opened_library() -> Iterator[Library | None]:
    """The listener's library, None where there is none yet; nothing is put on its shelf."""
    from reader.errors import LibraryError
    from reader.library.store import Library, library_file

    if not library_file().exists():
        yield None
        return
    try:
        library = Library()
    except LibraryError as error:
        tell(f"{error} The book is read as if nothing had been directed.")
        yield None
        return
    with closing(library):
        yield library


def narrator_of(
    book: Book,
    library: Library | None,
    speaker: Speaker,
    *,
    one_voice: bool,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> Narrator:
    """A narrator that knows the book's cast, pronunciations and script.

    With `one_voice` nobody but the narrator speaks. `progress` is told, 0 to 1, while it is
    being found who speaks.
    """
    from reader import settings

    chosen = settings.load()
    if one_voice:
        chosen = chosen.changed(characters=False)
    direction = direction_of(book, library, speaker, chosen, progress=progress, cancel=cancel)
    return direction.narrator()


def direction_of(
    book: Book,
    library: Library | None,
    speaker: Speaker,
    chosen: Settings,
    *,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> Direction:
    """How the book is said by what is `chosen`, with the cast unless that has none."""
    from reader.direction import Direction

    direction = Direction(book, library, chosen, on_problem=lambda error: tell(str(error)))
    if chosen.characters:
        direction.set_voices(speaker.voices(), speaker.voice_for(book.language))
        direction.set_dialogue(direction.find_dialogue(progress, cancel))
    return direction
