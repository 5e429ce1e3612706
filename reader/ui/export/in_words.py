"""An export as it is told: how long and large it will be, how far it is, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from reader.ui.export.export import Export, State
from reader.ui.export.formats import title_of
from reader.ui.language import clauses, ended, error_in_words, in_words, listed, sentences
from reader.ui.where_dialog import duration_in_words

if TYPE_CHECKING:
    from reader.export.result import ExportResult

translate = QCoreApplication.translate

_HALF_A_MINUTE = 30
"""Seconds up to which no minutes are counted."""

_SLOW = 10
"""Below this many times the speed of hearing, tenths matter."""


def size_in_words(size: float) -> str:
    """A number of bytes, as large as anybody wants to know it."""
    return QLocale().formattedDataSize(
        round(size), 0 if size < 1e9 else 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def extent_in_words(chapters: int, of: int, seconds: float, size: float) -> str:
    """How many chapters are chosen, about how long their sound will be and how large."""
    return clauses(
        (
            _chapters(chapters, of),
            _about(seconds),
            translate("Exports", "about {size}").format(size=size_in_words(size)),
        )
    )


def state_in_words(export: Export) -> str:
    """What is going on with it."""
    words = {
        State.WAITING: translate("Exports", "waiting for the one before"),
        State.RUNNING: translate("Exports", "running"),
        State.PAUSED: translate("Exports", "paused"),
        State.STOPPING: translate("Exports", "stopping"),
        State.DONE: translate("Exports", "finished"),
        State.FAILED: translate("Exports", "stopped by a problem"),
        State.UNFINISHED: translate("Exports", "unfinished"),
    }
    return words[export.state]


def row_in_words(export: Export) -> str:
    """Title, format and state, as they are listed."""
    order = export.order
    named = translate("Exports", "{title}, {format}")
    return translate("Exports", "{export}: {state}").format(
        export=named.format(title=order.title, format=title_of(order.options.format)),
        state=state_in_words(export),
    )


def progress_in_words(export: Export) -> str:
    """What is going on with it and how far it is, in one breath."""
    if export.state is State.RUNNING:
        return how_far_in_words(export)
    state = translate("Exports", "It is {state}.").format(state=state_in_words(export))
    return sentences(state, how_far_in_words(export))


def how_far_in_words(export: Export) -> str:
    """Percent, chapter, time left and speed; empty where there is nothing to tell."""
    if export.state in (State.DONE, State.WAITING):
        return ""
    percent = translate("Exports", "{percent} percent").format(percent=percent_of(export))
    return sentences(*map(ended, (percent, *_doing(export))))


def percent_of(export: Export) -> int:
    """How far it is in whole percents; 100 only when everything is there."""
    if export.state is State.DONE:
        return 100
    return min(99, int(export.fraction * 100))


def details_in_words(export: Export) -> str:
    """All that there is to tell about it, a line for each."""
    order = export.order
    lines = [
        translate("Exports", "Book: {title}").format(title=order.title),
        translate("Exports", "Format: {format}").format(format=title_of(order.options.format)),
        translate("Exports", "Place: {path}").format(path=order.target),
        progress_in_words(export),
    ]
    if export.error is not None:
        lines.append(error_in_words(export.error))
    if export.result is not None:
        lines.extend(_result_lines(export, export.result))
    return "\n".join(lines)


def end_in_words(export: Export) -> str:
    """That it is finished, and whether there is more to know."""
    result = export.result
    if result is None:
        return ""
    said = translate("Exports", "“{title}” is exported: {extent}.").format(
        title=export.order.title,
        extent=clauses((_files(len(result.files)), _exactly(result.seconds))),
    )
    if result.notices:
        return sentences(said, translate("Exports", "There are remarks: see File, Exports."))
    return said


def milestone_in_words(export: Export) -> str:
    """How far it is, told without being asked."""
    said = translate("Exports", "Export of “{title}”: {percent} percent")
    parts = [said.format(title=export.order.title, percent=percent_of(export))]
    left = export.progress.left if export.progress is not None else None
    if left is not None:
        parts.append(_left(left))
    return clauses(parts)


def _doing(export: Export) -> Iterator[str]:
    """What it does now, and how fast."""
    if export.preparing:
        yield export.preparing
        return
    progress = export.progress
    if progress is None:
        return
    yield translate("Exports", "In “{title}”").format(title=progress.title)
    if export.state is not State.RUNNING:
        return
    if progress.left is not None:
        yield _left_alone(progress.left)
    if progress.speed > 0:
        tenths = 0 if progress.speed >= _SLOW else 1
        speed = QLocale().toString(progress.speed, "f", tenths)
        yield translate("Exports", "{speed} times as fast as it is heard").format(speed=speed)


def _left(seconds: float) -> str:
    """The time left, within a sentence."""
    return translate("Exports", "{duration} left").format(duration=_exactly(seconds))


def _left_alone(seconds: float) -> str:
    """The time left, as a sentence."""
    if seconds <= _HALF_A_MINUTE:
        return translate("Exports", "Less than a minute left")
    return _left(seconds)


def _result_lines(export: Export, result: ExportResult) -> Iterator[str]:
    yield translate("Exports", "{files}, {duration} of sound").format(
        files=_files(len(result.files)), duration=_exactly(result.seconds)
    )
    if export.silent:
        said = translate("Exports", "Without anything to say, so left out: {chapters}")
        yield said.format(chapters=listed(export.silent))
    if result.skipped:
        said = translate("Exports", "No voice could say these signs: {signs}")
        yield said.format(signs=listed(result.skipped))
    yield from map(in_words, result.notices)


def _about(seconds: float) -> str:
    if seconds <= _HALF_A_MINUTE:
        return _exactly(seconds)
    return translate("Exports", "about {duration}").format(duration=_exactly(seconds))


def _exactly(seconds: float) -> str:
    """A duration within a sentence."""
    if seconds <= _HALF_A_MINUTE:
        return translate("Exports", "less than a minute")
    return duration_in_words(seconds)


def _chapters(chosen: int, of: int) -> str:
    if chosen < of:
        return translate("Exports", "{chosen} of {all} chapters").format(chosen=chosen, all=of)
    if chosen == 1:
        return translate("Exports", "1 chapter")
    return translate("Exports", "{count} chapters").format(count=chosen)


def _files(count: int) -> str:
    if count == 1:
        return translate("Exports", "1 file")
    return translate("Exports", "{count} files").format(count=count)
