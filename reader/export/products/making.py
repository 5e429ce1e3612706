"""What is made for the options that were chosen."""

from __future__ import annotations

from pathlib import Path

from reader.export.captions.product import with_captions
from reader.export.options import ENDINGS, ONE_FILE, ExportOptions
from reader.export.products.product import Edition, Product


def product_for(target: Path, options: ExportOptions, edition: Edition) -> Product:
    """What makes `target`, a file or a folder as :func:`~reader.export.output.output_of` has told,
    with the captions that were asked for.
    """
    return with_captions(_bare(target, options, edition), options, edition)


def _bare(target: Path, options: ExportOptions, edition: Edition) -> Product:
    if options.format == "epub":
        from reader.export.readalong.book import ReadAlongBook

        return ReadAlongBook(target, edition, options)
    if options.format == "daisy":
        from reader.export.daisy.book import TalkingBook

        return TalkingBook(target, edition, options)
    is_named = ENDINGS.get(target.suffix.lower()) == options.format and not target.is_dir()
    if options.format in ONE_FILE or is_named:
        from reader.export.products.one_file import OneFile

        return OneFile(target, options.format, edition)
    from reader.export.products.chapter_files import ChapterFiles

    return ChapterFiles(target, options.format, edition)
