"""Exports one book after the other, all spoken by the same workers."""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import directing, speaking
from reader.cli.exporting.casting import Reading, reading_of
from reader.cli.exporting.here import executor_for
from reader.cli.exporting.order import Order, Places, is_whole, with_chapters
from reader.cli.exporting.telling import Made, Progress, left_out_line
from reader.cli.terminal import ProgressLine, print_json, stopped_by_signals, tell
from reader.errors import Cancelled, ExportError, TingshuError
from reader.export.control import Control

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.books.model import Book
    from reader.export.options import ExportOptions
    from reader.export.output import Output
    from reader.export.result import ExportResult
    from reader.library.store import Library
    from reader.speech.speaker import Speaker


def export_books(order: Order) -> int:
    """Carry out `order`; the exit status."""
    line = ProgressLine()
    control = Control()
    with ExitStack() as stack:
        stack.enter_context(stopped_by_signals(control))
        speaker = stack.enter_context(speaking.open_speaker(keep=False, notify=line.tell))
        library = stack.enter_context(directing.opened_library())
        if order.voice is not None:
            speaking.find_voice(speaker, order.voice)
        executor = stack.enter_context(executor_for(order, line.tell))
        shelf = _Shelf(order, line, control, speaker, library, executor)
        return shelf.export_all() if order.has_several else shelf.export_one()


class _Shelf:
    """The books of an order and what they are exported with."""

    def __init__(
        self,
        order: Order,
        line: ProgressLine,
        control: Control,
        speaker: Speaker,
        library: Library | None,
        executor: Executor,
    ) -> None:
        self._order = order
        self._line = line
        self._control = control
        self._speaker = speaker
        self._library = library
        self._executor = executor
        self._places = Places(order)

    def export_one(self) -> int:
        """Export the only book; an error of it is the command's."""
        source = self._order.books[0]
        made = self._export(source)
        if made is not None:
            self._tell(made)
        if self._order.as_json:
            print_json({"book": str(source), "files": []} if made is None else made.document())
        return 0

    def export_all(self) -> int:
        """Export every book that can be; 1 if one could not."""
        documents: list[object] = []
        failed: list[Path] = []
        for number, source in enumerate(self._order.books, 1):
            try:
                made = self._export(source, f"{number}/{len(self._order.books)} {source.name}")
            except Cancelled:
                raise
            except TingshuError as error:
                failed.append(source)
                told = str(error)
                tell(told if source.name in told else f"{source.name}: {told}")
                documents.append({"book": str(source), "error": str(error)})
                continue
            if made is not None:
                self._tell(made)
                documents.append(made.document())
        if self._order.as_json:
            print_json(documents)
        count = len(self._order.books)
        tell(f"{count - len(failed)} of {count} books are exported.")
        if failed:
            tell(f"Not exported: {', '.join(str(path) for path in failed)}.")
        return 1 if failed else 0

    def _tell(self, made: Made) -> None:
        for each in made.summary():
            tell(each)
        if not self._order.as_json:
            for path in made.result.files:
                print(path, flush=True)

    # One book

    def _export(self, source: Path, name: str = "") -> Made | None:
        """Export the book at `source`; None if that has been done before."""
        from reader.books.registry import read_book
        from reader.export.output import output_of

        book = read_book(source, cancel=self._control)
        options, left_out = self._chosen(book)
        self._places.check(book)
        progress = Progress(self._line, name)
        try:
            reading = reading_of(
                book,
                self._speaker,
                self._library,
                voice=self._order.voice,
                one_voice=self._order.one_voice,
                progress=progress.preparing,
                cancel=self._control,
            )
            target = self._places.of(book, reading.narrators)
            output = output_of(target, options, book)
            if self._order.resume and is_whole(output, options):
                self._line.tell(
                    f"{output.path} is there already. Without --resume it is made anew."
                )
                return None
            if left_out:
                self._line.tell(left_out_line(book, left_out))
            result = self._into(output, book, source, options, reading, progress)
        finally:
            self._line.close()
        return Made(source=source, book=book, result=result, left_out=left_out)

    def _chosen(self, book: Book) -> tuple[ExportOptions, Mapping[int, str]]:
        """The options for `book`, and the chapters left out with their kinds."""
        from reader.export.chapters import parse_chapters
        from reader.export.choosing import chosen

        order = self._order
        listed = None
        if order.chapters is not None:
            listed = parse_chapters(order.chapters, len(book.chapters))
        if not order.leave_out:
            return with_chapters(order.options, listed), {}
        kept, left_out = chosen(book, listed, order.leave_out)
        if not kept:
            raise ExportError(
                book.title,
                "All chapters that were chosen are to be left out.",
                "Choose others, or leave out fewer kinds.",
            )
        return with_chapters(order.options, kept if left_out else listed), left_out

    def _into(
        self,
        output: Output,
        book: Book,
        source: Path,
        options: ExportOptions,
        reading: Reading,
        progress: Progress,
    ) -> ExportResult:
        from reader.export.job import export_book
        from reader.narration.timeline import Timeline

        made = self._make_folder(output)
        try:
            return export_book(
                book,
                output.path,
                options,
                narrator=reading.narrator,
                timeline=Timeline(book),
                studio=reading.studio,
                executor=self._executor,
                narrators=reading.narrators,
                speakers=reading.speakers,
                announcements=reading.announcements(book) if options.announce else (),
                source=source,
                extras=reading.extras,
                control=self._control,
                progress=progress.show,
                resume=self._order.resume,
            )
        except Cancelled:
            self._line.close()
            if output.manifest.exists():
                tell("Stopped. The same command with --resume goes on where it stopped.")
            raise
        finally:
            for folder in made:
                with suppress(OSError):
                    folder.rmdir()

    def _make_folder(self, output: Output) -> list[Path]:
        """Make the folder for `output` where it is ours to make; those made, the deepest first."""
        if not (self._order.has_several or self._order.is_folder):
            return []
        missing = [
            folder for folder in (output.folder, *output.folder.parents) if not folder.exists()
        ]
        try:
            output.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            from reader.export.draft import explained

            raise explained(error, output.folder) from error
        return missing
