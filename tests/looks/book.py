"""The book in the pictures: long and short titles, people who speak, two languages."""

from __future__ import annotations

from reader.books.model import Block, BlockKind, Book, Chapter, Emphasis, Run

_HARBOUR = (
    "The lamp on the quay was lit at five, as it had been every evening for thirty years, though "
    "no ship had asked for it since the spring.",
    "“Come in,” said Anna Holm. “You are late, Bert, and the kettle is not.”",
    "“I came by the quay,” said Bert. “The wind has turned.”",
    "“Was the lamp lit?” asked Anna.",
    "“It was,” said Bert, and he sat down in the chair by the stove. The chair complained. He "
    "looked at the letter on the table and did not say anything about it.",
    "Nobody in the house had opened it. It lay there with its three stamps and its foreign hand, "
    "and the longer it lay there the more it seemed to belong to the table.",
)
_CHINESE = (
    "码头上的灯亮了。没有人要求点灯，守灯的人还是点了，三十年来天天如此。",
    "“请进。”安娜说，“你来晚了，水已经开了。”",
    "“我从码头那边来。”老贝说，“风向变了。”",
    "银行在街角，行人很少。她在信里写道：明天见。",
)


def _paragraph(text: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=text),))


def _heading(text: str) -> Block:
    return Block(kind=BlockKind.HEADING, level=1, runs=(Run(text=text),))


def _chapter(title: str, paragraphs: tuple[str, ...], level: int = 1) -> Chapter:
    blocks = (_heading(title), *map(_paragraph, paragraphs))
    return Chapter(title=title, level=level, blocks=blocks)


def pictured_book() -> Book:
    """Eight chapters, some below others."""
    emphasised = Block(
        kind=BlockKind.PARAGRAPH,
        runs=(
            Run(text="It was, he thought, a "),
            Run(text="very", emphasis=Emphasis.EMPHASIS),
            Run(text=" quiet house. See the "),
            Run(text="table of ships", link="#ships"),
            Run(text="."),
        ),
    )
    harbour = _chapter("The harbour", _HARBOUR)
    return Book(
        title="The Lamp on the Quay",
        authors=("A. Writer", "码头出版社"),
        identifier="the book in the pictures",
        language="en",
        chapters=(
            Chapter(title=harbour.title, blocks=(*harbour.blocks, emphasised)),
            _chapter("Of ships, their masters, and what became of them in the end", _HARBOUR[:2]),
            _chapter("The Swallow", _HARBOUR[2:4], level=2),
            _chapter("The Heron", _HARBOUR[3:], level=2),
            _chapter("码头上的灯", _CHINESE),
            _chapter("Letters", _HARBOUR[1:]),
            _chapter("The last ship", _HARBOUR[:3]),
            _chapter("Afterword", _HARBOUR[:1]),
        ),
    )
