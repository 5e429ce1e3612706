"""What is said before and after a book: its title, who wrote it and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.export.planning import Announcement, Narrates
from reader.language.detect import primary
from reader.narration.narrator import Narrator
from reader.narration.timeline import Timeline
from reader.narration.utterance import Mark, Pause, Span, Utterance

_ENDED = re.compile(r"[.!?…。！？][”’\"'」』）)]*$")
_ASIDE = re.compile(r"\s*[(（\[].*", re.DOTALL)
_TITLE_MARKS = re.compile("^《(.*)》$", re.DOTALL)


_IN_CHINESE = {
    "Xiaoxiao": "晓晓",
    "Xiaobei": "晓北",
    "Xiaoyi": "晓伊",
    "Yunxi": "云希",
    "Yunxia": "云夏",
    "Yunjian": "云健",
    "Yunyang": "云扬",
}
"""The names of voices that are Chinese ones."""


def announcements(
    book: Book,
    voices: Sequence[str],
    narrator_of: Callable[[Book], Narrates] = Narrator,
) -> tuple[Announcement, Announcement]:
    """What is said before `book` and after it, in Chinese for a Chinese one, else in English.

    `voices` are the titles of those who read, the narrator's first; none are told where there
    are none. `narrator_of` knows how the words are said that these sentences are made a book of.
    """
    if primary(book.language) == "zh":
        opening, closing, language = *_in_chinese(book, voices), "zh"
    else:
        opening, closing, language = *_in_english(book, voices), "en"
    return (
        _announcement(opening, language, narrator_of, title=" ".join(book.title.split())),
        _announcement(closing, language, narrator_of, closing=True),
    )


def speakable(voice: str) -> str:
    """The name in the title of a voice; empty where that only tells what it is like.

    ``Heart (American English)`` has one, ``Mandarin, female (Databaker)`` has none.
    """
    name = " ".join(_ASIDE.sub("", voice).split())
    return "" if "," in name else name


def _in_english(book: Book, voices: Sequence[str]) -> tuple[list[Run], list[Run]]:
    title = _run(book.title, book)
    stop = "" if _ENDED.search(title.text) or not title.text else "."
    opening = [title, Run(text=stop)]
    if title.text and book.authors:
        opening = [title, Run(text=", by "), *_listed(book.authors, book), Run(text=".")]
    if voices:
        space = " " if title.text else ""
        opening.append(Run(text=f"{space}Read by {speakable(voices[0]) or 'Tingshu'}."))
    if not title.text:
        return opening, [Run(text="The end.")]
    return opening, [Run(text="The end of "), title, Run(text=stop)]


def _listed(authors: Sequence[str], book: Book) -> list[Run]:
    """The authors with commas and a last “and” between them."""
    runs: list[Run] = []
    for index, author in enumerate(authors):
        if index:
            runs.append(Run(text=" and " if index == len(authors) - 1 else ", "))
        runs.append(_run(author, book))
    return runs


def _run(text: str, book: Book) -> Run:
    """Words of the book's own language in an English sentence."""
    language = book.language if primary(book.language) not in ("en", "und", "mul") else None
    return Run(text=" ".join(text.split()), language=language)


def _in_chinese(book: Book, voices: Sequence[str]) -> tuple[list[Run], list[Run]]:
    title = " ".join(book.title.split())
    marked = _TITLE_MARKS.match(title)
    title = f"《{marked[1] if marked else title}》"
    authors = "、".join(book.authors)
    told = f"{title}，作者：{authors}。" if authors else f"{title}。"
    if voices:
        name = speakable(voices[0])
        told += f"由{_IN_CHINESE.get(name, name) or '听书'}朗读。"
    return [Run(text=told)], [Run(text=f"{title}，全文完。")]


def _announcement(
    runs: list[Run],
    language: str,
    narrator_of: Callable[[Book], Narrates],
    *,
    title: str = "",
    closing: bool = False,
) -> Announcement:
    spoken = tuple(run for run in runs if run.text.strip())
    block = Block(kind=BlockKind.PARAGRAPH, runs=spoken, language=language)
    told = Book(
        title="",
        chapters=(Chapter(title="", blocks=(block,), heading=False),),
        identifier="",
        language=language,
    )
    narrator = narrator_of(told)
    items: list[Span | Pause | Mark] = []
    for passage in Timeline(told).passages(0):
        items += narrator.utterance(passage).items
    said = (Utterance(items=tuple(items)),) if items else ()
    words = block.text
    return Announcement(title=title or words, words=words, utterances=said, closing=closing)
