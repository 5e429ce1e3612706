"""A story with a cast, its script, and ways of hearing both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.books.model import Block, BlockKind, Book, Chapter, Emphasis, Run
from reader.narration.delivery import Cue, Delivery
from reader.narration.narrator import Narrator
from reader.narration.ssml import parse
from reader.narration.stress import Stress
from reader.narration.timeline import Timeline
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.script.chapter import ChapterScript
from reader.script.line import ScriptLine
from reader.script.script import Script

ROLES = {"Anna": Delivery(voice="alto", rate=1.1), "Bert": Delivery(voice="bass", pitch=-2.0)}


def block(*runs: str | Run, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    made = tuple(Run(text=run) if isinstance(run, str) else run for run in runs)
    return Block(kind=kind, level=level, runs=made)


def chapter(title: str, *paragraphs: str | Block) -> Chapter:
    heading = block(title, kind=BlockKind.HEADING, level=1)
    blocks = (each if isinstance(each, Block) else block(each) for each in paragraphs)
    return Chapter(title=title, blocks=(heading, *blocks))


def book(*chapters: Chapter, language: str = "en", identifier: str = "story") -> Book:
    return Book(
        title="The Ferry",
        authors=("A. Writer",),
        identifier=identifier,
        language=language,
        chapters=chapters,
    )


def story() -> Book:
    return book(
        chapter(
            "The pier",
            "It was late. “Come in,” said Anna. The lamp was burning.",
            block("He was ", Run(text="very", emphasis=Emphasis.EMPHASIS), " tired."),
            block("A word", Run(text="[1]", note="n1"), " with a note."),
            "* * *",
            "“No,” said Bert. “I will   wait.” Nobody came.",
        ),
        chapter("The crossing", "The boat left. Nobody came."),
    )


class Cast:
    """Everybody who is named behind a quotation says it."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def cues(self, chapter: int, start: int, end: int) -> list[Cue]:
        text = self._book.chapters[chapter].text
        found = []
        for name, words in (
            ("Anna", "“Come in,”"),
            ("Bert", "“No,”"),
            ("Bert", "“I will   wait.”"),
        ):
            place = text.find(words)
            if place >= 0 and place < end and place + len(words) > start:
                delivery = replace(ROLES[name], speaker=name, style="calm")
                found.append(Cue(start=place, end=place + len(words), delivery=delivery))
        return sorted(found, key=lambda cue: cue.start)


def narrator_of(told: Book, script: Script | None = None) -> Narrator:
    return Narrator(told, directors=[Cast(told)], stress=Stress(), rewriting=script)


def script_of(told: Book, lines: Sequence[ScriptLine] = ()) -> Script:
    script = Script(told, lines)
    script.role_of = ROLES.get
    script.stress = Stress()
    return script


def chapter_of(told: Book, number: int = 0) -> ChapterScript:
    return ChapterScript.of(narrator_of(told), told, number, ROLES.get)


def edited(told: Book, *changes: tuple[str, str], number: int = 0) -> list[ScriptLine]:
    """What is kept when each first text of the chapter's document is replaced by the second."""
    script = chapter_of(told, number)
    document = script.document()
    for before, after in changes:
        assert document.count(before) == 1, before
        document = document.replace(before, after)
    return script.lines(parse(document))


def utterances(told: Book, script: Script | None = None, number: int = 0) -> list[Utterance]:
    narrator = narrator_of(told, script)
    return [narrator.utterance(each) for each in Timeline(told).passages(number)]


def heard(told: Book, lines: Sequence[ScriptLine], number: int = 0) -> list[str]:
    """The text of every sentence as it is said, with one blank for several."""
    said = utterances(told, script_of(told, lines), number)
    return [" ".join(each.text.split()) for each in said]


def manner(utterance: Utterance) -> list[object]:
    """Everything that is heard of an utterance."""
    return [_span(item) if isinstance(item, Span) else _other(item) for item in utterance.items]


def _span(span: Span) -> object:
    return replace(
        span,
        text=" ".join(span.text.split()),
        start=0,
        end=0,
        alignment=type(span.alignment)(),
        rate=round(span.rate, 4),
        pitch=round(span.pitch, 4),
        gain=round(span.gain, 4),
    )


def _other(item: Pause | Mark) -> object:
    return item
