"""How long it is silent after what."""

from __future__ import annotations

import pytest

from reader.books.model import Block, BlockKind
from reader.narration.narrator import Narrator
from reader.narration.pauses import Pauses
from reader.narration.skipping import Skipping
from reader.narration.timeline import Timeline
from reader.narration.utterance import Pause
from tests.narration.books import block, book


def pauses(
    *blocks: Block, pauses: Pauses | None = None, skipping: Skipping | None = None
) -> list[float]:
    written = book([*blocks])
    narrator = Narrator(written, pauses=pauses, skipping=skipping)
    found = []
    for passage in Timeline(written, skipping).passages(0):
        last = narrator.utterance(passage).items[-1]
        assert isinstance(last, Pause)
        found.append(last.seconds)
    return found


HEADING = block("标题", kind=BlockKind.HEADING)
SCENE = block("* * *", kind=BlockKind.SEPARATOR)
TWO = block("甲。乙。")
END = block("丙。")


def test_pauses_follow_the_structure() -> None:
    assert pauses(HEADING, TWO, SCENE, END) == [1.0, 0.4, 1.5, 2.0]


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [
        (BlockKind.PARAGRAPH, 0.75),
        (BlockKind.HEADING, 1.0),
        (BlockKind.LIST_ITEM, 0.6),
        (BlockKind.QUOTATION, 0.75),
        (BlockKind.TABLE_ROW, 0.6),
        (BlockKind.NOTE, 0.75),
        (BlockKind.IMAGE, 0.75),
        (BlockKind.CODE, 0.75),
        (BlockKind.SEPARATOR, 0.75),
    ],
)
def test_every_kind_of_block_has_its_pause(kind: BlockKind, seconds: float) -> None:
    assert pauses(block("甲。", kind=kind), END)[0] == seconds


def test_other_pauses_scale_with_the_paragraphs() -> None:
    item = block("甲。", kind=BlockKind.LIST_ITEM)
    slow = Pauses(sentence=1.0, paragraph=2.0, heading=3.0, chapter=4.0)
    assert pauses(HEADING, item, TWO, SCENE, END, pauses=slow) == [3.0, 1.6, 1.0, 4.0, 4.0]


def test_nothing_is_added_where_nothing_is_wanted() -> None:
    none = Pauses(sentence=0, paragraph=0, heading=0, chapter=0)
    rows = [block("一", kind=kind) for kind in BlockKind]
    assert not any(pauses(HEADING, TWO, SCENE, *rows, END, pauses=none))


def test_pauses_may_change_while_the_book_is_read() -> None:
    written = book([TWO])
    narrator = Narrator(written)
    (first, _) = Timeline(written).passages(0)
    assert narrator.utterance(first).items[-1] == Pause(seconds=0.4)
    narrator.pauses = Pauses(sentence=0.1)
    assert narrator.utterance(first).items[-1] == Pause(seconds=0.1)


def test_what_is_left_out_makes_no_pause() -> None:
    note = block("注。", kind=BlockKind.NOTE)
    some = Skipping(level="some")
    assert pauses(END, note, END, note, skipping=some) == [0.75, 2.0]
    assert pauses(END, note, SCENE, note, END, skipping=some) == [1.5, 2.0]
    assert pauses(END, note, END, note) == [0.75, 0.75, 0.75, 2.0]
