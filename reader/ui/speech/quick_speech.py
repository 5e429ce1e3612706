"""The sound of short texts in the quickest voice, which says them without being waited for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.background import CancelToken
from reader.settings import Settings
from reader.speech.engine import Samples

if TYPE_CHECKING:
    from reader.narration.utterance import Utterance
    from reader.speech.speaker import Speaker
    from reader.ui.desk import Desk


class QuickSpeech:
    """Turns texts in `language`, and others quoted in them, into sound; used on one thread.

    It shares the speaker of `desk`, if there is one; leaving the context closes its own.
    """

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk = desk
        self._language = language
        self._own: Speaker | None = None

    def __enter__(self) -> QuickSpeech:
        return self

    def __exit__(self, *_: object) -> None:
        if self._own is not None:
            self._own.close()

    def sound(self, text: str, cancel: CancelToken) -> Iterator[Samples]:
        """The sound of `text` as it comes; raises what a speaker raises."""
        speaker = self._desk.speaker or self._own
        if speaker is None:
            speaker = self._own = self._desk.new_speaker()
        for utterance in self._utterances(text, speaker, self._desk.settings):
            for chunk in speaker.speak(utterance, cancel, urgent=True):
                yield chunk.samples

    def _utterances(self, text: str, speaker: Speaker, settings: Settings) -> Iterator[Utterance]:
        from reader.books.passing import book_of
        from reader.language.spoken.style import SpokenStyle
        from reader.narration.narrator import Narrator
        from reader.narration.timeline import Timeline
        from reader.narration.utterance import Span

        book = replace(book_of(text), language=self._language)
        narrator = Narrator(book, SpokenStyle.of(settings.spoken))
        for passage in Timeline(book).passages(0):
            utterance = narrator.utterance(passage)
            spans = tuple(
                replace(item, voice=_quickest(speaker, item.language), rate=settings.rate)
                for item in utterance.items
                if isinstance(item, Span)
            )
            yield replace(utterance, items=spans)


def _quickest(speaker: Speaker, language: str) -> str | None:
    """The simplest voice that speaks `language`; None leaves the choice to the speaker."""
    from reader.language.detect import primary

    wanted = {"*", primary(language)}
    able = [voice for voice in speaker.voices() if wanted.intersection(voice.languages)]
    return min(able, key=lambda voice: voice.quality).name if able else None
