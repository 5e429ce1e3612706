"""When which words of a section are heard: sentences, and the cues that they are shown in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from reader.books.model import Book
from reader.export.captions.dividing import Caption, Character, divided
from reader.export.sections import SectionSound, TimedSentence, milliseconds
from reader.language.measure import weight
from reader.speech.engine import SPEECH_RATE, TimedWord

SHORTEST = 1.0
"""Seconds that a cue stands at least, where nothing follows it sooner."""

_GLIMPSE = 0.2
"""Seconds in which nobody reads anything."""

_SILENT = 0.05
"""What a mark or space weighs in time, in hanzi."""


@dataclass(frozen=True, kw_only=True)
class Cue:
    """Words that are shown together; `begin` and `finish` are milliseconds of the file.

    `lines` are as they are written in the book. `speaker` identifies the character, None for the
    narrator.
    """

    begin: int
    finish: int
    lines: tuple[str, ...]
    speaker: str | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A whole sentence in one line and the millisecond of the file at which it begins."""

    begin: int
    text: str


def cues_of(sound: SectionSound, book: Book, *, at: int = 0) -> Iterator[Cue]:
    """The cues of `sound`, which begins `at` so many frames of its file; they never overlap."""
    sentences = [each for each in _sentences(sound, book) if each.written]
    for sentence, following in pairwise(chain(sentences, [None])):
        if sentence is None:
            return
        limit = following.begin if following is not None else sound.frames
        yield from _cues_of(sentence, at, limit)


def lines_of(sound: SectionSound, book: Book, *, at: int = 0) -> Iterator[Line]:
    """The sentences of `sound`, which begins `at` so many frames of its file."""
    for sentence in _sentences(sound, book):
        text = " ".join("".join(each.text for each in sentence.written).split())
        if text:
            yield Line(begin=milliseconds(at + sentence.begin), text=text)


@dataclass(frozen=True, kw_only=True)
class _Sentence:
    """What is shown of a sentence, and when each part of it is heard.

    `voices` are who speaks and the offsets from which they do.
    """

    begin: int
    finish: int
    written: tuple[Character, ...]
    words: tuple[tuple[int, int], ...]
    time_of: Callable[[int], float]
    voices: tuple[tuple[int, str | None], ...]


def _sentences(sound: SectionSound, book: Book) -> Iterator[_Sentence]:
    chapter = sound.section.chapter
    timed = [each for each in sound.sentences if each.begin < min(each.finish, sound.frames)]
    if chapter is None:
        if timed:
            yield _announced(sound.section.announced, timed)
        return
    for each in timed:
        yield _sentence(each, _shown(book, chapter, each.start, each.end))


def _announced(text: str, timed: Sequence[TimedSentence]) -> _Sentence:
    """All that is said in an announcement."""
    whole = TimedSentence(
        start=0,
        end=len(text),
        begin=timed[0].begin,
        finish=timed[-1].finish,
        words=timed[0].words if len(timed) == 1 else (),
    )
    return _sentence(whole, tuple(map(Character, text, range(len(text)))))


def _sentence(timed: TimedSentence, written: tuple[Character, ...]) -> _Sentence:
    return _Sentence(
        begin=timed.begin,
        finish=timed.finish,
        written=written,
        words=tuple((word.start, word.end) for word in timed.words),
        time_of=_clock((timed.finish - timed.begin) / SPEECH_RATE, timed.words, written),
        voices=((timed.start, timed.speaker), *timed.changes),
    )


def _shown(book: Book, chapter: int, start: int, end: int) -> tuple[Character, ...]:
    """The characters from `start` to `end` of a chapter but for references to notes, which are
    not spoken.
    """
    content = book.chapters[chapter]
    found: list[Character] = []
    for block in range(content.block_at(start), content.block_at(max(start, end - 1)) + 1):
        for offset, run in content.runs(block):
            if run.note is None:
                first, last = max(start, offset), min(end, offset + len(run.text))
                text = run.text[first - offset : max(first, last) - offset]
                found += map(Character, text, range(first, last))
        if found and end > offset + len(run.text):
            found.append(Character(" ", offset + len(run.text)))
    while found and found[-1].text.isspace():
        found.pop()
    return tuple(found)


def _clock(
    length: float, words: Sequence[TimedWord], written: Sequence[Character]
) -> Callable[[int], float]:
    """Tells for an offset the seconds at which it is heard in a sentence of so many seconds.

    Between the words that the voice tells of, and where it tells of none, time passes as the
    characters weigh.
    """
    weights = [0.0]
    for character in written:
        weights.append(weights[-1] + _weight(character.text))
    offsets = [character.offset for character in written]

    def place(offset: int) -> float:
        return weights[bisect_right(offsets, offset - 1)]

    points = [(0.0, 0.0)]
    for word in words:
        for offset, time in ((word.start, word.begin), (word.end, word.finish)):
            last_place, last_time = points[-1]
            points.append((max(last_place, place(offset)), min(length, max(last_time, time))))
    points.append((max(points[-1][0], weights[-1]), length))
    places = [point[0] for point in points]

    def time_of(offset: int) -> float:
        here = place(offset)
        index = min(bisect_right(places, here), len(points) - 1)
        (before, begin), (after, finish) = points[index - 1], points[index]
        if after <= before:
            return begin
        return begin + (finish - begin) * min(1.0, (here - before) / (after - before))

    return time_of


def _cues_of(sentence: _Sentence, at: int, limit: int) -> Iterator[Cue]:
    """The cues of `sentence`, the last of them gone at the frame `limit`."""
    begun = (at + sentence.begin) / SPEECH_RATE
    captions = _captions(sentence)
    if not captions:
        return
    begins = [round((begun + caption.begin) * 1000) for caption in captions]
    heard = milliseconds(at + sentence.finish)
    last = min(max(heard, begins[-1] + round(SHORTEST * 1000)), milliseconds(at + limit))
    ends = [*(caption.start for caption in captions[1:]), sentence.written[-1].offset + 1]
    for caption, end, begin, finish in zip(
        captions, ends, begins, [*begins[1:], last], strict=True
    ):
        if finish > begin:
            speaker = _speaker(sentence, caption.start, end)
            yield Cue(begin=begin, finish=finish, lines=caption.lines, speaker=speaker)


def _speaker(sentence: _Sentence, start: int, end: int) -> str | None:
    """Who says all that is shown from `start` to `end`; None also where there are several."""
    offsets = [offset for offset, _ in sentence.voices]
    heard = {
        sentence.voices[max(0, bisect_right(offsets, character.offset) - 1)][1]
        for character in sentence.written
        if start <= character.offset < end and character.text.isalnum()
    }
    return heard.pop() if len(heard) == 1 else None


def _captions(sentence: _Sentence) -> list[Caption]:
    """The captions of `sentence`.

    Where the voice's words would have one come and go unseen, the time is shared out by length.
    """
    length = (sentence.finish - sentence.begin) / SPEECH_RATE
    captions = list(divided(sentence.written, sentence.words, sentence.time_of, length))
    if captions:  # the sound of the first word begins a little before it is told to
        captions[0] = replace(captions[0], begin=0.0)
    times = [*(caption.begin for caption in captions), length]
    if all(finish - begin > _GLIMPSE for begin, finish in pairwise(times)):
        return captions
    evenly = _clock(length, (), sentence.written)
    return list(divided(sentence.written, sentence.words, evenly, length))


def _weight(character: str) -> float:
    return weight(character) if character.isalnum() else _SILENT
