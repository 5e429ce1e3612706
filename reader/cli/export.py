"""``tingshu export``: turns books into audiobooks and read-along books."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from reader.cli.arguments import add_voice
from reader.errors import ExportError
from reader.export.choosing import KINDS
from reader.export.options import (
    CAPTIONS,
    ENDINGS,
    FORMATS,
    LOUDNESS,
    CaptionFormat,
    ExportOptions,
    Format,
)

if TYPE_CHECKING:
    from reader.cli.exporting.order import Order

_OTHER_ENDINGS = {
    "aac", "aiff", "avi", "azw3", "docx", "m4a", "mkv", "mobi", "mp4", "oga", "ogg", "pdf", "wma",
    "zip",
}  # fmt: skip
_QUIETEST, _LOUDEST = -35.0, -16.0
_LONGEST_PAUSE = 30.0
_PATIENCE = 60.0
_ALL = "all"

_EPILOG = f"""\
formats:
  m4b    one audiobook with chapter marks, cover, title, authors and narrator
  mp3, opus, flac, wav
         a tagged file a chapter into the folder PATH, named so that Audiobookshelf and
         other players put them in order; one file with all chapters where PATH ends
         like a file of the format (NAME.mp3)
  epub   an EPUB 3 that is read along: text and voice in step
  daisy  a DAISY 2.02 talking book with its text, into the folder PATH

Without --format the ending of PATH tells the format; m4b if it tells none. With several
books PATH is a folder, and each goes into Author/Series/Title {{Narrator}} below it; one
that cannot be exported is told, and the others go on.

Chapters are those that “tingshu inspect” lists. The kinds that --leave-out knows, by
their titles and by what stands in them:
{fill(", ".join(KINDS), 80, initial_indent="  ", subsequent_indent="  ")}

--cluster needs the package tingshu[cluster] here, and on every machine of the cluster
Tingshu in the same version with the same voices: dask worker --nthreads 1 --nworkers 4

Progress and a summary go to standard error, the names of the files to standard output,
one a line; with --json one document with files, seconds, elapsed, speed, loudness,
sections, left_out, silent, skipped, notices and the seconds spent on speaking and on
writing, and with several books a list of such. A file appears under its name only when
it is whole; one of the same name is replaced then.

Ctrl+C stops within moments, and a power cut does no harm: the same command with
--resume goes on where it stopped, and what is whole is not made again."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu export``."""
    parser.description = "Reads books into audiobooks, or into books that are read along."
    parser.epilog = _EPILOG
    parser.set_defaults(refuse=parser.error)
    parser.add_argument(
        "books", metavar="BOOK", type=Path, nargs="+", help="an EPUB, HTML, TEI or text file"
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", required=True, help="the file or folder to make"
    )
    parser.add_argument("--format", choices=FORMATS, help="what is made, see below")
    parser.add_argument(
        "--chapters", metavar="LIST", help="only these chapters, from 1, such as 1-3,7 or 5-"
    )
    parser.add_argument(
        "--leave-out",
        metavar="KINDS",
        type=_kinds,
        default=(),
        help="leave out chapters beside the text, such as notes,index,copyright; all for all kinds",
    )
    add_voice(parser)
    parser.add_argument(
        "--one-voice",
        action="store_true",
        help="have the narrator read what the characters say, too",
    )
    parser.add_argument(
        "--captions",
        metavar="KINDS",
        type=_captions,
        default=(),
        help="write captions beside the sound: vtt, srt, lrc, with commas between",
    )
    parser.add_argument(
        "--loudness",
        metavar="LUFS",
        type=_loudness,
        default=LOUDNESS,
        help=f"bring every chapter to this loudness, {_QUIETEST:.0f} to {_LOUDEST:.0f}; off "
        f"leaves it as it is (default: {LOUDNESS:.0f})",
    )
    parser.add_argument(
        "--announce",
        action="store_true",
        help="say title, authors and voice at the beginning, and the end at the end",
    )
    parser.add_argument(
        "--chapter-pause",
        metavar="SECONDS",
        type=_pause,
        default=ExportOptions.chapter_pause,
        help=f"silence between chapters at least (default: {ExportOptions.chapter_pause})",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs",
        metavar="N",
        type=_count,
        help="speak in so many processes (default: one a processor core)",
    )
    where.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="speak on the workers of the Dask cluster whose scheduler is there",
    )
    parser.add_argument(
        "--patience",
        metavar="SECONDS",
        type=_seconds,
        default=_PATIENCE,
        help="how long to wait for another worker when all of the cluster have gone "
        f"(default: {_PATIENCE:.0f})",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with an export that was stopped"
    )
    parser.add_argument(
        "--first",
        metavar="SECONDS",
        type=_seconds,
        help="stop after so many seconds of sound, to hear what it will be like",
    )
    parser.add_argument("--json", action="store_true", help="tell what was made as JSON")


def run(options: argparse.Namespace) -> int:
    """Export the books and tell what was made."""
    from reader.cli.exporting.shelf import export_books

    return export_books(_order(options))


def _order(options: argparse.Namespace) -> Order:
    """What is to be done; leaves the program with status 2 where that makes no sense."""
    from reader.cli.exporting.order import Order
    from reader.export.captions import can_have_captions

    kind = _format(options.output, options.format)
    if options.captions and not can_have_captions(kind):
        options.refuse(f"--captions: {kind} holds the text itself and has no captions beside it")
    if options.chapters is not None and len(options.books) > 1:
        options.refuse("--chapters: each book has chapters of its own; export them one by one")
    return Order(
        books=tuple(options.books),
        output=Path(options.output),
        is_folder=options.output.endswith(("/", "\\")),
        chapters=options.chapters,
        leave_out=frozenset(options.leave_out),
        voice=options.voice,
        one_voice=options.one_voice,
        jobs=options.jobs,
        cluster=options.cluster,
        patience=options.patience,
        resume=options.resume,
        as_json=options.json,
        options=ExportOptions(
            format=kind,
            loudness=options.loudness,
            captions=options.captions,
            announce=options.announce,
            chapter_pause=options.chapter_pause,
            first_seconds=options.first,
        ),
    )


def _format(output: str, wanted: Format | None) -> Format:
    """The format asked for, else the one that the ending of `output` tells."""
    target = Path(output)
    ending = target.suffix.lower()
    is_file = not target.is_dir()
    if is_file and ending.removeprefix(".") in _OTHER_ENDINGS:
        raise ExportError(
            output,
            f"Files of the kind {ending} cannot be written.",
            f"The kinds are: {', '.join(FORMATS)}.",
        )
    told = ENDINGS.get(ending) if is_file else None
    if wanted is not None and told is not None and told != wanted:
        raise ExportError(
            output,
            f"The name ends in {ending}, but the format is {wanted}.",
            "Change one of them, or leave out --format.",
        )
    return wanted or told or "m4b"


def _kinds(text: str) -> tuple[str, ...]:
    named = tuple(each.strip().lower() for each in text.split(","))
    if named == (_ALL,):
        return tuple(KINDS)
    for each in named:
        if each not in KINDS:
            raise argparse.ArgumentTypeError(
                f"“{each}” is no kind of chapter; there are: {', '.join(KINDS)}, {_ALL}"
            )
    return named


def _captions(text: str) -> tuple[CaptionFormat, ...]:
    named = list(dict.fromkeys(each.strip().lower() for each in text.split(",")))
    for each in named:
        if each not in CAPTIONS:
            raise argparse.ArgumentTypeError(
                f"“{each}” is no kind of captions; there are: {', '.join(CAPTIONS)}"
            )
    return tuple(kind for kind in CAPTIONS if kind in named)


def _loudness(text: str) -> float | None:
    if text.strip().lower() == "off":
        return None
    with suppress(ValueError):
        loudness = float(text)
        if _QUIETEST <= loudness <= _LOUDEST:
            return loudness
    raise argparse.ArgumentTypeError(
        f"“{text}” is not a loudness from {_QUIETEST:.0f} to {_LOUDEST:.0f} LUFS, nor off"
    )


def _pause(text: str) -> float:
    with suppress(ValueError):
        seconds = float(text)
        if 0 <= seconds <= _LONGEST_PAUSE:
            return seconds
    raise argparse.ArgumentTypeError(
        f"“{text}” is not a number of seconds from 0 to {_LONGEST_PAUSE:.0f}"
    )


def _count(text: str) -> int:
    with suppress(ValueError):
        count = int(text)
        if count >= 1:
            return count
    raise argparse.ArgumentTypeError(f"“{text}” is not a number of processes, 1 or more")


def _seconds(text: str) -> float:
    with suppress(ValueError):
        seconds = float(text)
        if 0 < seconds < float("inf"):
            return seconds
    raise argparse.ArgumentTypeError(f"{text} is not a number of seconds above 0")
