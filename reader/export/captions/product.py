"""Any sound with captions beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.export.captions.cues import cues_of, lines_of
from reader.export.captions.formats import Stretch, Transcript, document
from reader.export.draft import draft
from reader.export.options import WITH_TEXT, CaptionFormat, ExportOptions, Format
from reader.export.products.product import Edition, Product
from reader.export.sections import Section, SectionSound
from reader.speech.engine import SPEECH_RATE


def can_have_captions(format: Format) -> bool:  # noqa: A002  (the word of the field)
    """Whether captions go with `format`; read-along books carry the text themselves."""
    return format not in WITH_TEXT


def with_captions(product: Product, options: ExportOptions, edition: Edition) -> Product:
    """`product`, with the captions that `options` ask for beside each file of sound.

    They have the file's name but for the ending, and appear when they are whole, after it.
    """
    if not options.captions or not can_have_captions(options.format):
        return product
    return CaptionedProduct(product, options, edition)


class CaptionedProduct:
    """A product that writes captions for each file of sound as soon as that is whole."""

    def __init__(self, product: Product, options: ExportOptions, edition: Edition) -> None:
        """The captions of `options` beside what `product` makes of the sections."""
        self._product = product
        self._ending = f".{options.format}"
        self._formats = tuple(dict.fromkeys(options.captions))
        self._has_cues = bool({"vtt", "srt"} & set(self._formats))
        self._has_lines = "lrc" in self._formats
        self._edition = edition
        self._stretches: list[Stretch] = []
        self._frames = 0

    def add(self, sound: SectionSound) -> Sequence[Path]:
        """The next section; its captions are among the files if the sound's is."""
        if sound.frames:
            self._stretches.append(self._stretch(sound))
            self._frames += sound.frames
        return self._captioned(self._product.add(sound))

    def keep(self, section: Section, files: Sequence[Path]) -> bool:
        """Only where all captions are there as well."""
        endings = {f".{each}" for each in self._formats}
        others = [path for path in files if path.suffix not in endings]
        wanted = {
            path.with_suffix(ending)
            for path in others
            for ending in endings
            if self._is_sound(path)
        }
        return wanted <= set(files) and self._product.keep(section, others)

    @property
    def notices(self) -> Sequence[str]:
        """Those of the sound."""
        return self._product.notices

    def finish(self) -> Sequence[Path]:
        """The rest, and its captions."""
        return self._captioned(self._product.finish())

    def abandon(self) -> None:
        """Captions are written at once, so only the sound can be half-made."""
        self._product.abandon()

    def _is_sound(self, path: Path) -> bool:
        return path.suffix.lower() == self._ending

    def _stretch(self, sound: SectionSound) -> Stretch:
        book, at = self._edition.book, self._frames
        return Stretch(
            title=sound.section.title,
            cues=tuple(cues_of(sound, book, at=at)) if self._has_cues else (),
            lines=tuple(lines_of(sound, book, at=at)) if self._has_lines else (),
        )

    def _captioned(self, files: Sequence[Path]) -> list[Path]:
        """`files` and the captions of those sections that are in them."""
        sound = next(filter(self._is_sound, files), None)
        if sound is None or not self._stretches:
            return list(files)
        transcript = self._transcript()
        self._stretches, self._frames = [], 0
        return [*files, *(self._write(transcript, sound, each) for each in self._formats)]

    def _transcript(self) -> Transcript:
        book, stretches = self._edition.book, self._stretches
        has_all = len(stretches) != 1 or len(self._edition.sections) == 1
        return Transcript(
            title=book.title if has_all else stretches[0].title,
            album=book.title,
            authors=book.authors,
            language=book.language,
            seconds=self._frames / SPEECH_RATE,
            stretches=stretches,
            speakers=self._edition.speakers,
        )

    def _write(self, transcript: Transcript, sound: Path, format: CaptionFormat) -> Path:  # noqa: A002
        target = sound.with_suffix(f".{format}")
        content = document(transcript, format).encode("utf-8", "replace")
        with draft(target) as path:
            path.write_bytes(content)
        return target
