"""What a script means in the voices and the cast of its book: checked, and heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.background import CancelToken
from reader.direction import Direction
from reader.language.spoken.style import SpokenStyle
from reader.narration.ssml import parse
from reader.narration.utterance import Utterance
from reader.script.chapter import ChapterScript
from reader.script.checking import Checked, check
from reader.script.files import Draft
from reader.script.hearing import heard_from
from reader.script.review import Place, Review
from reader.session import ReadingSession
from reader.settings import Settings
from reader.speech.manner import STYLES


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What the writing begins with: the `script` as found, the document that is `kept` of it and
    its `review`, and what was written since and not kept, if anything.
    """

    script: ChapterScript
    kept: str
    review: Review
    draft: Draft
    unsaved: str | None = None


def opened(
    session: ReadingSession,
    chapter: int,
    progress: Callable[[float], object],
    token: CancelToken,
) -> Opened:
    """All that is needed to write the script of a chapter; for a thread of its own."""
    direction = session.direction
    script = direction.chapter_script(chapter, progress, token)
    kept = script.document(direction.script.lines(chapter))
    draft = Draft(session.book.identifier, chapter)
    return Opened(
        script=script,
        kept=kept,
        review=Review.of(script, checked(kept, direction)),
        draft=draft,
        unsaved=draft.text(),
    )


def checked(document: str, direction: Direction) -> Checked:
    """What `document` means, and what is wrong with it."""
    return check(document, choose=direction.script.choose, styles=STYLES, is_known=direction.knows)


def heard(
    document: str, place: Place, session: ReadingSession, settings: Settings, *, subject: str
) -> Iterator[Utterance]:
    """What is said for `document` from the sentence at `place` on.

    Raises :class:`~reader.errors.MarkupError`, about the `subject`, as it is asked for.
    """
    direction = session.direction
    markup = parse(document, subject=subject, choose=direction.script.choose, styles=STYLES)
    yield from heard_from(
        markup,
        *place,
        role_of=direction.role_of,
        style=SpokenStyle.of(settings.spoken),
        pauses=session.narrator.pauses,
        words_of=direction.lexicon.cues_of,
    )
