"""Clips of a read-along book."""

from __future__ import annotations

from reader.export.readalong.overlay import Clip, clips, clock, overlay
from reader.export.sections import TimedSentence
from reader.export.text_page import Group


def said(*begins: int) -> list[TimedSentence]:
    return [TimedSentence(start=0, end=1, begin=each, finish=each + 1) for each in begins]


def test_clips_follow_one_another_from_the_beginning_to_the_end() -> None:
    found = clips(said(2_400, 24_000, 50_000), ["s1", "s2", "s3"], (), 72_001)
    assert [(each.begin, each.end) for each in found] == [(0, 1000), (1000, 2083), (2083, 3000)]


def test_sentences_in_one_element_are_one_clip() -> None:
    found = clips(said(0, 24_000, 48_000), ["b1", "b1", "s3"], (), 72_000)
    assert [(each.identifier, each.end) for each in found] == [("b1", 2000), ("s3", 3000)]


def test_what_takes_no_time_has_no_clip() -> None:
    found = clips(said(0, 24_000, 24_005, 72_000), ["s1", "s2", "s3", "s4"], (), 72_000)
    assert [(each.identifier, each.end) for each in found] == [("s1", 1000), ("s2", 3000)]


def test_nothing_said_is_no_clip() -> None:
    assert clips((), (), (), 0) == []


def test_groups_can_be_left_as_a_whole() -> None:
    group = Group(kind="table", identifier="g1", first=1, last=3)
    found = clips(said(0, 24_000, 48_000, 72_000), ["s1", "s2", "s3", "s4"], [group], 96_000)
    assert [each.group for each in found] == [None, group, group, None]
    text = overlay("a.xhtml", "a.mp3", found)
    assert '<seq id="seq-g1" epub:type="table" epub:textref="a.xhtml#g1">' in text
    assert text.count("<par ") == 4


def test_clock_values_are_exact() -> None:
    assert clock(3_723_004) == "1:02:03.004"
    text = overlay("a.xhtml", "a.mp3", [Clip(identifier="s1", begin=0, end=59_999)])
    assert 'clipBegin="0.000s" clipEnd="59.999s"' in text
