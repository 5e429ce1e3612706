"""``tingshu export``: turns a book into sound files."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import directing, speaking
from reader.cli.arguments import add_book, add_voice
from reader.cli.terminal import ProgressLine, stopped_by_signals
from reader.errors import ExportError

if TYPE_CHECKING:
    from reader.background import CancelToken
    from reader.books.model import Book
    from reader.export.job import ExportProgress

_FORMATS = ("m4b", "wav")
_OTHER_FORMATS = {"aac", "aiff", "epub", "flac", "mp3", "oga", "ogg", "opus", "wma", "zip"}

_EPILOG = """\
formats:
  m4b   one audiobook with chapter marks, title, authors and cover; where PATH is a
        folder, the file is named for the title
  wav   with PATH = NAME.wav one file (24 kHz, mono, 16 bit) with all chosen chapters,
        with silence between them; any other PATH is a folder, made if need be, that
        gets one file a chapter: “01 Title.wav”, “02 Title.wav” …

Progress goes to standard error, the names of the files written to standard output.
Ctrl+C stops cleanly. A file appears under its name only when it is whole; one of the
same name is replaced then. Chapters already written to a folder stay."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu export``."""
    parser.description = "Reads a book into an m4b audiobook or WAV files."
    parser.epilog = _EPILOG
    add_book(parser)
    parser.add_argument(
        "-o", "--output", metavar="PATH", type=Path, required=True, help="where the sound goes"
    )
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        help="the kind of file; if not given, by the ending of PATH, else m4b",
    )
    parser.add_argument(
        "--chapters", metavar="LIST", help="only these chapters, from 1, such as 1-3,7 or 5-"
    )
    add_voice(parser)
    parser.add_argument(
        "--one-voice",
        action="store_true",
        help="have the narrator read what the characters say, too",
    )
    parser.add_argument(
        "--first",
        metavar="SECONDS",
        type=_seconds,
        help="stop after so many seconds of sound, to hear what it will be like",
    )


def run(options: argparse.Namespace) -> int:
    """Export the book and print what was written."""
    from reader.books.registry import read_book
    from reader.export.chapters import parse_chapters

    kind = _format(options.output, options.format)
    book = read_book(options.book)
    chapters = None
    if options.chapters is not None:
        chapters = parse_chapters(options.chapters, len(book.chapters))
    with stopped_by_signals() as cancel:
        for path in _export(book, options, kind, chapters, cancel):
            print(path)
    return 0


def _export(
    book: Book,
    options: argparse.Namespace,
    kind: str,
    chapters: list[int] | None,
    cancel: CancelToken,
) -> list[Path]:
    from reader.export.job import export_book
    from reader.narration.timeline import Timeline

    line = ProgressLine()

    def show(progress: ExportProgress) -> None:
        minutes, seconds = divmod(int(progress.seconds), 60)
        title = book.chapters[progress.chapter].title
        line.show(progress.fraction, f"{minutes}:{seconds:02d} of sound, chapter “{title}”")

    with (
        speaking.open_speaker(keep=True, notify=line.tell) as speaker,
        directing.opened_library() as library,
    ):
        speaking.use_voice(speaker, options.voice, [book.language])
        try:
            narrator = directing.narrator_of(
                book,
                library,
                speaker,
                one_voice=options.one_voice,
                progress=lambda share: line.show(share, "finding who speaks"),
                cancel=cancel,
            )
            return export_book(
                book,
                options.output,
                format="wav" if kind == "wav" else "m4b",
                chapters=chapters,
                narrator=narrator,
                timeline=Timeline(book),
                speaker=speaker,
                progress=show,
                cancel=cancel,
                first_seconds=options.first,
            )
        finally:
            line.close()


def _format(target: Path, wanted: str | None) -> str:
    """The format asked for, else the one that the ending of `target` tells."""
    ending = target.suffix.lower().removeprefix(".")
    if ending in _OTHER_FORMATS and not target.is_dir():
        raise ExportError(
            str(target),
            f"Files of the kind .{ending} cannot be written.",
            f"The kinds are: {', '.join(_FORMATS)}.",
        )
    if wanted is None:
        return ending if ending in _FORMATS else "m4b"
    if ending in _FORMATS and ending != wanted and not target.is_dir():
        raise ExportError(
            str(target),
            f"The name ends in .{ending}, but the format is {wanted}.",
            "Change one of them, or leave out --format.",
        )
    return wanted


def _seconds(text: str) -> float:
    with suppress(ValueError):
        seconds = float(text)
        if 0 < seconds < float("inf"):
            return seconds
    raise argparse.ArgumentTypeError(f"{text} is not a number of seconds above 0")
