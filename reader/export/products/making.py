"""What is made for the options that were chosen."""

from __future__ import annotations

from reader.export.captions.product import with_captions
from reader.export.options import ExportOptions
from reader.export.output import Output
from reader.export.products.product import Edition, Product


def product_for(output: Output, options: ExportOptions, edition: Edition) -> Product:
    """What makes `output`, with the captions that were asked for."""
    return with_captions(_bare(output, options, edition), options, edition)


def _bare(output: Output, options: ExportOptions, edition: Edition) -> Product:
    if options.format == "epub":
        from reader.export.readalong.book import ReadAlongBook

        return ReadAlongBook(output.path, edition)
    if options.format == "daisy":
        from reader.export.daisy.book import TalkingBook

        return TalkingBook(output.path, edition)
    if not output.is_folder:
        from reader.export.products.one_file import OneFile

        return OneFile(output.path, options.format, edition)
    from reader.export.products.chapter_files import ChapterFiles

    return ChapterFiles(output.path, options.format, edition)
