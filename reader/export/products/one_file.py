"""A whole book in one file of sound."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from reader.export.audio import AudioFile, sound_file
from reader.export.options import Format
from reader.export.products.cover import picture_of
from reader.export.products.product import Edition
from reader.export.products.sound import sound_of
from reader.export.products.tags import book_tags
from reader.export.sections import Section, SectionSound


class OneFile:
    """A :class:`~reader.export.products.product.Product`: one file, with a chapter for each
    section where the format has chapters.
    """

    def __init__(self, target: Path, format: Format, edition: Edition) -> None:  # noqa: A002
        """Nothing is written before there is sound."""
        self._target = target
        self._format = format
        self._edition = edition
        self._draft = ExitStack()
        self._file: AudioFile | None = None

    def add(self, sound: SectionSound) -> Sequence[Path]:
        """Write the next section; nothing is whole before the end."""
        file = self._file or self._begin()
        file.begin_chapter(sound.section.title)
        for block in sound.blocks():
            file.write(block)
        return ()

    def keep(self, section: Section, files: Sequence[Path]) -> bool:  # noqa: ARG002
        """One file cannot go on where it stopped."""
        return False

    @property
    def notices(self) -> Sequence[str]:
        """Nothing is to be told."""
        return ()

    def finish(self) -> Sequence[Path]:
        """Make the file whole; none where nothing was added."""
        if self._file is None:
            return ()
        self._draft.close()
        return (self._target,)

    def abandon(self) -> None:
        """Leave nothing behind."""
        with suppress(Exception):
            self._draft.__exit__(_Abandoned, _Abandoned(), None)

    def _begin(self) -> AudioFile:
        tags, picture = book_tags(self._edition), picture_of(self._edition.book.cover)
        self._file = self._draft.enter_context(
            sound_file(
                self._target,
                lambda path: sound_of(
                    path, self._format, tags=tags, picture=picture, chapters=True
                ),
            )
        )
        return self._file


class _Abandoned(Exception):
    """Ends a draft that shall not become a file."""
