"""What matters is said slower and louder, by the strength that the listener chose."""

from __future__ import annotations

import pytest

from reader.books.model import Block, BlockKind, Emphasis, Run
from reader.narration.delivery import Delivery
from reader.narration.narrator import Narrator
from reader.narration.pauses import Pauses
from reader.narration.stress import Stress
from reader.narration.timeline import Timeline
from reader.narration.utterance import Pause, Span
from reader.settings import Settings
from tests.narration.books import block, book
from tests.narration.directed import Given, cue

STRONG = Run(text="不行", emphasis=Emphasis.STRONG)


def spans(*blocks: Block, stress: Stress | None = None) -> list[Span]:
    written = book([*blocks])
    narrator = Narrator(written, stress=stress or Stress())
    passages = Timeline(written).passages(0)
    return [span for passage in passages for span in narrator.utterance(passage).spans]


def emphasised(*blocks: Block, stress: Stress | None = None) -> list[tuple[str, float]]:
    """What is emphasised, and how much."""
    found = spans(*blocks, stress=stress)
    return [(s.text, s.emphasis_level) for s in found if s.emphasis is not Emphasis.NONE]


def manner(*blocks: Block, stress: Stress | None = None) -> list[tuple[float, float]]:
    return [(round(s.rate, 4), round(s.gain, 4)) for s in spans(*blocks, stress=stress)]


def test_the_listeners_strengths_are_taken() -> None:
    chosen = Settings(stress_markup=0.5, stress_headings=2.0, stress_terms=0.0)
    assert Stress.of(chosen) == Stress(markup=0.5, headings=2.0, terms=0.0)


def test_headings_are_slower_and_louder_by_their_strength() -> None:
    heading = block("第一章", kind=BlockKind.HEADING)
    text = block("他走了。")
    assert manner(heading, text) == [(0.95, 1.0), (1.0, 0.0)]
    assert manner(heading, stress=Stress(headings=2.0)) == [(0.9025, 2.0)]
    assert manner(heading, stress=Stress(headings=0.0)) == [(1.0, 0.0)]
    assert manner(heading, stress=Stress(markup=0.0)) == [(0.95, 1.0)]


def test_a_heading_does_not_run_into_what_follows() -> None:
    written = book([block("第一章", kind=BlockKind.HEADING), block("他走了。")])
    narrator = Narrator(written, stress=Stress())
    (heading, _) = Timeline(written).passages(0)
    assert narrator.utterance(heading).items[-1] == Pause(seconds=Pauses().heading)


def test_the_authors_stress_has_the_strength_of_markup() -> None:
    text = block("这", STRONG, "。")
    assert emphasised(text) == [("不行。", 1.0)]
    assert emphasised(text, stress=Stress(markup=1.5)) == [("不行。", 1.5)]
    assert emphasised(text, stress=Stress(markup=0.0)) == []


def test_without_stress_at_all_a_sentence_is_one_span() -> None:
    (one,) = spans(block("这", STRONG, "。"), stress=Stress(markup=0.0))
    assert one.text == "这不行。"


def test_without_a_listeners_choice_em_is_said_as_usual_and_headings_are_plain() -> None:
    written = book([block("这", STRONG, kind=BlockKind.HEADING)])
    (passage,) = Timeline(written).passages(0)
    found = Narrator(written).utterance(passage).spans
    assert [(span.emphasis, span.rate, span.gain) for span in found] == [
        (Emphasis.NONE, 1.0, 0.0),
        (Emphasis.STRONG, 1.0, 0.0),
    ]


def test_a_heading_that_is_bold_all_through_stresses_nothing_in_it() -> None:
    bold = Run(text="第一章", emphasis=Emphasis.STRONG)
    assert emphasised(block(bold, kind=BlockKind.HEADING)) == []
    assert emphasised(block(bold, " 缘起", kind=BlockKind.HEADING)) == [("第一章", 1.0)]


@pytest.mark.parametrize("kind", [BlockKind.NOTE, BlockKind.CODE])
def test_notes_and_code_are_read_evenly(kind: BlockKind) -> None:
    assert emphasised(block("这", STRONG, "。", kind=kind)) == []


def test_quoted_blocks_are_a_little_softer() -> None:
    quoted = block("这", STRONG, "。", kind=BlockKind.QUOTATION)
    assert manner(quoted) == [(0.97, -1.0), (0.97, -1.0)]
    assert emphasised(quoted) == [("不行。", 1.0)]
    assert manner(quoted, stress=Stress(markup=0.0)) == [(1.0, 0.0)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "是一种方法。"),
        ("", "，又称要素，很重要。"),
        ("", "（osmosis）指水的流动。"),
        ("", "：水的流动。"),
        ("“", "——水的流动。"),
        ("", " is the flow of water."),
        ("", " (osmosis) means flow."),
        ("", ", or flow, is common."),
    ],
)
def test_terms_have_a_strength_of_their_own_where_they_are_defined(before: str, after: str) -> None:
    term = Run(text="渗透", emphasis=Emphasis.EMPHASIS)
    found = emphasised(block(before, term, after), stress=Stress(markup=0.0, terms=1.5))
    assert [level for _, level in found] == [1.5]
    assert "渗透" in found[0][0]


def test_the_colon_of_a_term_may_be_part_of_it() -> None:
    term = Run(text="渗透：", emphasis=Emphasis.STRONG)
    item = block(term, "水的流动。", kind=BlockKind.LIST_ITEM)
    assert emphasised(item, stress=Stress(markup=0.0)) == [("渗透：", 1.0)]


def test_a_term_that_the_book_marks_is_one_wherever_it_stands() -> None:
    term = Run(text="渗透", emphasis=Emphasis.EMPHASIS, term=True)
    found = emphasised(block("这叫", term, "吗？"), stress=Stress(markup=0.0, terms=1.5))
    assert found == [("渗透", 1.5)]


@pytest.mark.parametrize(
    "runs",
    [
        ("这", STRONG, "是真的。"),
        (STRONG, "，他想。"),
        (Run(text="很" * 70, emphasis=Emphasis.STRONG), "是真的。"),
        (Run(text="He", emphasis=Emphasis.EMPHASIS), " is wrong."),
        (Run(text="No", emphasis=Emphasis.EMPHASIS), ", or else."),
        (Run(text="“This", emphasis=Emphasis.EMPHASIS), " is it.”"),
        (Run(text="Here:", emphasis=Emphasis.EMPHASIS), " look."),
        (Run(text="他", emphasis=Emphasis.STRONG), "是谁？"),
    ],
)
def test_other_stress_is_no_term(runs: tuple[str | Run, ...]) -> None:
    assert emphasised(block(*runs), stress=Stress(markup=0.0)) == []


def test_what_is_directed_lies_over_the_stress_of_its_block() -> None:
    text = "第一章"
    written = book([block(text, kind=BlockKind.HEADING)])
    quick = Given([cue(text, text, Delivery(rate=1.2, gain=2.0))])
    narrator = Narrator(written, stress=Stress(), directors=[quick])
    (passage,) = Timeline(written).passages(0)
    (span,) = narrator.utterance(passage).spans
    assert (round(span.rate, 4), span.gain) == (1.14, 3.0)


def test_stress_may_change_while_the_book_is_read() -> None:
    written = book([block("这", STRONG, "。")])
    narrator = Narrator(written, stress=Stress())
    (passage,) = Timeline(written).passages(0)
    assert len(narrator.utterance(passage).spans) == 2
    narrator.stress = Stress(markup=0.0)
    assert len(narrator.utterance(passage).spans) == 1
