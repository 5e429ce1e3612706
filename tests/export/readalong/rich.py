"""A book of our own that has everything in it that a book can have, well formed or not."""

from __future__ import annotations

from reader.books.model import Block, BlockKind, Book, Cell, Chapter, Cover, Emphasis, Run

EM, STRONG = Emphasis.EMPHASIS, Emphasis.STRONG


def block(kind: BlockKind, *runs: Run | str, **more: object) -> Block:
    """A block of runs; a word alone is a plain one."""
    made = tuple(run if isinstance(run, Run) else Run(text=run) for run in runs)
    return Block(kind=kind, runs=made, **more)  # type: ignore[arg-type]


def paragraph(*runs: Run | str, **more: object) -> Block:
    """A paragraph."""
    return block(BlockKind.PARAGRAPH, *runs, **more)


def item(text: str, level: int) -> Block:
    """A list item."""
    return block(BlockKind.LIST_ITEM, text, level=level)


def row(text: str, *cells: Cell) -> Block:
    """A row of a table."""
    return block(BlockKind.TABLE_ROW, text, cells=cells)


TABLE = (
    row(
        "Name; Years",
        Cell(row=0, column=0, start=0, end=4, is_heading=True),
        Cell(row=0, column=1, start=6, end=11, width=2, is_heading=True),
    ),
    row(
        "Anna; Years: 7; 8",
        Cell(row=1, column=0, start=0, end=4, height=2, is_heading=True),
        Cell(row=1, column=1, start=13, end=14, heading="Years"),
        Cell(row=1, column=2, start=16, end=17),
    ),
    row(
        "Nine. And ten.",
        Cell(row=2, column=1, start=0, end=14, heading="Age"),
        Cell(row=2, column=2),
    ),
)

_FIRST = Chapter(
    title="One & <only>\ud800\x07",
    level=2,
    blocks=(
        block(BlockKind.HEADING, "One & <only>", level=1, identifiers=("a.xhtml", "a.xhtml#top")),
        paragraph(
            "A sentence with ",
            Run(text="stress. And", emphasis=EM),
            " another, ",
            Run(text="strong", emphasis=STRONG),
            Run(text="1", link="b.xhtml#n1", note="b.xhtml#n1"),
            ". ",
            Run(text="", page="xii"),
            Run(text="Half a ", link="https://example.org/a b?c=ü&d=%zz"),
            Run(text="link. Two", link="https://example.org/a b?c=ü&d=%zz"),
            " end.",
        ),
        paragraph(
            Run(text="bad", link="javascript:alert(1)"),
            " ",
            Run(text="lost", link="nowhere.xhtml#x"),
            " ",
            Run(text="back", link="a.xhtml#gone"),
            " ",
            Run(text="mail", link="mailto:a@example.org"),
            " ",
            Run(text="host", link="http://exa mple/"),
            " control\x00\x1f half\udfff end\ufffe.",
        ),
        item("1. first", 1),
        item("deeper", 2),
        item("deepest", 4),
        item("2. second", 1),
        block(BlockKind.QUOTATION, "Quoted.", level=1),
        block(BlockKind.QUOTATION, "Quoted within.", level=3),
        block(BlockKind.QUOTATION, "Quoted again.", level=2),
        *TABLE,
        row("A row without cells."),
        row("Another", Cell(row=0, column=0, start=0, end=7)),
        block(BlockKind.IMAGE, Run(text="A picture of a cat.", image=True)),
        paragraph("Text with ", Run(text="a small picture", image=True), " in it."),
        block(BlockKind.CODE, "if a < b:\u2028    return  a"),
        block(BlockKind.SEPARATOR, "* * *"),
        paragraph("A line,\u2028another line.\u2028"),
        paragraph(Run(text="", page="xiii"), Run(text="A term", term=True), " is a word."),
        paragraph("Bonjour.", language="fr"),
        paragraph("Odd tag.", language="not a tag!"),
    ),
)
_SECOND = Chapter(
    title="",
    blocks=(
        paragraph(
            Run(text="漢字。", ruby="かんじ"),
            Run(text="吾輩", ruby="わがはい"),
            Run(text="は猫である。", language="ja"),
            identifiers=("b.xhtml",),
        ),
        paragraph("שלום עולם.", language="he"),
        block(BlockKind.NOTE, "1 The note.", identifiers=("b.xhtml#n1",)),
        block(BlockKind.NOTE, Run(text="↩", link="a.xhtml#top", note="a.xhtml#top")),
        block(BlockKind.NOTE, "2 The other.", identifiers=("b.xhtml#n2",)),
        paragraph(
            Run(text="See one. See two.", link="a.xhtml#top"),
            " and more.",
        ),
    ),
)
_SILENT = Chapter(title="Silence", level=4, blocks=(block(BlockKind.SEPARATOR, "* * *"),))

RICH = Book(
    title="  A Book\u2028of <Everything> & more\x01 ",
    authors=("A. Writer", "", "A. Writer", "李四 & Söhne"),
    identifier="rich\ud801",
    language="en",
    publisher="Press <1>",
    date="2021-02-29",
    series="A Series",
    cover=Cover(content=b"", media_type="image/png"),
    chapters=(_FIRST, _SECOND, _SILENT),
)
