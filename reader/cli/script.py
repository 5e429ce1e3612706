"""``tingshu script``: a chapter's script in SSML, written out, read in again, or reset."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import directing, speaking
from reader.cli.arguments import add_book
from reader.cli.terminal import ProgressLine, stopped_by_signals, tell
from reader.errors import BookError, MarkupError
from reader.messages import message

if TYPE_CHECKING:
    from reader.background import CancelToken
    from reader.books.model import Book
    from reader.direction import Direction
    from reader.library.store import Library
    from reader.narration.ssml import Markup
    from reader.script.line import ScriptLine
    from reader.speech.speaker import Speaker

_EPILOG = """\
The script is SSML 1.1, a sentence a line, with what was found: who speaks, what is emphasised,
what is said otherwise. Change it in any editor and read it in with --import: the sentences that
differ are kept beside the book and said as you wrote them, here and in the window. A sentence
that you delete is not said; what you add is said behind the sentence before."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu script``."""
    parser.description = "Prints the script of a chapter, or takes an edited one."
    parser.epilog = _EPILOG
    add_book(parser)
    parser.add_argument(
        "--chapter", metavar="N", type=int, required=True, help="the chapter, from 1"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "-o",
        "--output",
        metavar="FILE.ssml",
        type=Path,
        help="write the script into a file; one of this name is replaced",
    )
    what.add_argument(
        "--import",
        dest="edited",
        metavar="FILE.ssml",
        type=Path,
        help="have the chapter said as this script tells, from now on",
    )
    what.add_argument(
        "--reset",
        action="store_true",
        help="have the chapter said as it is found, and forget its script",
    )


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    from reader.books.registry import read_book

    with stopped_by_signals() as cancel, speaking.open_speaker() as speaker:
        book = read_book(options.book, cancel=cancel)
        chapter = _chapter(options, book)
        changes = options.reset or options.edited is not None
        with _library(options, book, changes=changes) as library:
            direction = _direction(book, library, speaker, cancel)
            if options.reset:
                _keep(direction, chapter, [])
            elif options.edited is not None:
                _import(options.edited, direction, chapter, cancel)
            else:
                _write(options.output, direction, chapter, cancel)
    return 0


def _chapter(options: argparse.Namespace, book: Book) -> int:
    count = len(book.chapters)
    if not 1 <= options.chapter <= count:
        raise BookError(
            str(options.book),
            f"There is no chapter {options.chapter}.",
            f"Give a number from 1 to {count}." if count > 1 else "It has one: --chapter 1",
        )
    return int(options.chapter) - 1


@contextmanager
def _library(options: argparse.Namespace, book: Book, *, changes: bool) -> Iterator[Library | None]:
    """The listener's library; for `changes` one is begun, with the book on its shelf."""
    if not changes:
        with directing.opened_library() as library:
            yield library
        return
    from reader.library.store import Library

    with closing(Library()) as library:
        if library.notice is not None:
            tell(f"tingshu: {library.notice}")
        library.remember_book(book, options.book)
        yield library


def _direction(
    book: Book, library: Library | None, speaker: Speaker, cancel: CancelToken
) -> Direction:
    from reader import settings

    line = ProgressLine()
    try:
        return directing.direction_of(
            book,
            library,
            speaker,
            settings.load(),
            progress=lambda share: line.show(share, "finding who speaks"),
            cancel=cancel,
        )
    finally:
        line.close()


def _write(target: Path | None, direction: Direction, chapter: int, cancel: CancelToken) -> None:
    from reader.script.files import write_script

    script = direction.chapter_script(chapter, cancel=cancel)
    document = script.document(direction.script.lines(chapter))
    if target is None:
        print(document, end="")
        return
    write_script(target, document)
    tell(f"Written: {target}")


def _import(source: Path, direction: Direction, chapter: int, cancel: CancelToken) -> None:
    from reader.script.files import read_script

    markup = _checked(source, read_script(source), direction)
    script = direction.chapter_script(chapter, cancel=cancel)
    if script.is_strange(markup):
        raise MarkupError(
            str(source),
            message("None of its sentences is in chapter {number}.", number=chapter + 1),
            message("Give the number of the chapter that it is the script of."),
        )
    _keep(direction, chapter, script.lines(markup))


def _checked(source: Path, document: str, direction: Direction) -> Markup:
    """What `document` means; all that is wrong with it is told."""
    from reader.script.checking import check
    from reader.speech.manner import STYLES

    choose = direction.script.choose
    checked = check(document, choose=choose, styles=STYLES, is_known=direction.knows)
    serious = next((each for each in checked.problems if each.serious), None)
    for each in checked.problems:
        if each is not serious:
            tell(f"Line {each.line}, column {each.column}: {each.words}")
    if checked.markup is None:
        assert serious is not None
        raise MarkupError(str(source), serious.words, line=serious.line, column=serious.column)
    return checked.markup


def _keep(direction: Direction, chapter: int, lines: list[ScriptLine]) -> None:
    direction.change_script(direction.script.change(chapter, lines))
    count = len(lines)
    said = f"{count} sentence{'' if count == 1 else 's'}" if count else "No sentence"
    print(f"{said} of chapter {chapter + 1} {'is' if count < 2 else 'are'} said otherwise.")
