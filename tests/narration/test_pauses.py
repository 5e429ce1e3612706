"""How long it is silent after what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.books.model import Block, BlockKind, Run
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


def silent(before: float | None = None, after: float | None = None) -> Block:
    return replace(block("甲。"), pause_before=before, pause_after=after)


def test_the_style_sheets_pauses_are_added_once() -> None:
    assert pauses(silent(after=1.0), END) == [1.75, 2.0]
    assert pauses(END, silent(before=1.0)) == [1.75, 2.0]
    assert pauses(silent(after=1.0), silent(before=3.0)) == [3.75, 2.0]
    assert pauses(silent(after=1.0), SCENE, END) == [2.5, 2.0]
    assert pauses(silent(after=1.0)) == [3.0]


def test_the_style_sheets_pauses_are_kept_within_reason() -> None:
    assert pauses(silent(after=99.0), END) == [10.75, 2.0]
    assert pauses(silent(after=-5.0), END) == [0.75, 2.0]


def test_a_chapter_begins_after_the_pause_it_asks_for() -> None:
    note = replace(silent(before=9.0), kind=BlockKind.NOTE)
    written = book([END], [SCENE, note, silent(before=1.5)])
    narrator = Narrator(written, skipping=Skipping(level="some"))
    (last,) = Timeline(written).passages(0)
    assert narrator.utterance(last).items[-1] == Pause(seconds=3.5)
    narrator.skipping = Skipping()
    assert narrator.utterance(last).items[-1] == Pause(seconds=11.0)


def test_what_is_only_a_reference_asks_for_no_pause() -> None:
    reference = replace(block(Run(text="1", note="n")), pause_before=5.0)
    assert pauses(END, reference, END) == [1.5, 2.0]


@pytest.mark.parametrize(
    ("piece", "seconds"),
    [
        ("他说，", 0.12),
        ("he said, ", 0.12),
        ("甲、", 0.12),
        ("（笑）", 0.12),
        ("——", 0.12),
        ("甲；", 0.2),
        ("he said: ", 0.2),
        ("他说：“", 0.2),
        ("走了……", 0.2),
        ("“走吧！”", 0.2),
        ('"Go!" ', 0.2),
        ("走了", 0.0),
        ("gone ", 0.0),
        ("", 0.0),
        ("  ", 0.0),
    ],
)
def test_the_mark_tells_how_long_a_breath_is(piece: str, seconds: float) -> None:
    assert Pauses().at_mark(piece) == pytest.approx(seconds)


def test_the_table_holds_for_any_choice_of_the_listener() -> None:
    usual, slow = Pauses(), Pauses(sentence=0.8, paragraph=1.5, heading=2.0, chapter=4.0)
    for name in ("comma", "semicolon", "speaker", "verse", "scene"):
        assert getattr(slow, name) == pytest.approx(2 * getattr(usual, name))
    rising = [usual.comma, usual.semicolon, usual.verse, usual.sentence]
    rising += [usual.after(kind) for kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)]
    rising += [usual.after(BlockKind.HEADING), usual.scene, usual.chapter]
    assert rising == sorted(set(rising))
