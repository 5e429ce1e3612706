"""A folder with a file of sound for each chapter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.export.audio import sound_file
from reader.export.draft import draft
from reader.export.options import Format
from reader.export.products.cover import picture_of
from reader.export.products.names import chapter_name
from reader.export.products.product import Edition
from reader.export.products.sound import sound_of
from reader.export.products.tags import chapter_tags, unique_titles
from reader.export.sections import Section, SectionSound


class ChapterFiles:
    """A :class:`~reader.export.products.product.Product`: files in order, numbered and tagged as
    Audiobookshelf reads them, with the cover beside them.
    """

    def __init__(self, folder: Path, format: Format, edition: Edition) -> None:  # noqa: A002
        """The folder is made if need be, when there is sound."""
        self._folder = folder
        self._format = format
        self._edition = edition
        self._titles = unique_titles(edition)
        self._picture = picture_of(edition.book.cover)
        self._files = 0

    def add(self, sound: SectionSound) -> Sequence[Path]:
        """Write the next section into a file of its own."""
        if not self._files:  # one that goes away later is an error
            self._folder.mkdir(parents=True, exist_ok=True)
        section = sound.section
        target = self._folder / chapter_name(self._edition, section, f".{self._format}")
        tags = chapter_tags(self._edition, section, self._titles[section.number])
        with sound_file(
            target, lambda path: sound_of(path, self._format, tags=tags, picture=self._picture)
        ) as file:
            for block in sound.blocks():
                file.write(block)
        self._files += 1
        return (target,)

    def keep(self, section: Section, files: Sequence[Path]) -> bool:  # noqa: ARG002
        """Each file stands for itself."""
        self._files += 1
        return True

    @property
    def notices(self) -> Sequence[str]:
        """Nothing is to be told."""
        return ()

    def finish(self) -> Sequence[Path]:
        """Put the cover into the folder, where libraries look for it. It is not told: it is no
        sound, and what was there before it is as good.
        """
        if self._picture is not None and self._files:
            target = self._folder / f"cover{self._picture.ending}"
            with draft(target) as path:
                path.write_bytes(self._picture.content)
        return ()

    def abandon(self) -> None:
        """Nothing is left: each file was whole or was never there."""
