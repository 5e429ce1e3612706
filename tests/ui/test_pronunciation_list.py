"""The list of pronunciations tells of what differs, and of no more."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from reader.lexicon.entry import Entry
from reader.ui.lexicon.listing import EntryList, EntryModel


def entries(words):
    return [Entry(word=word, say="x", number=ord(word)) for word in words]


@pytest.mark.parametrize(
    ("before", "after", "news"),
    [
        ("abc", "abc", {}),
        ("", "abc", {"rowsInserted": 1}),
        ("abc", "", {"rowsRemoved": 1}),
        ("abc", "abxc", {"rowsInserted": 1}),
        ("abc", "bc", {"rowsRemoved": 1}),
        ("aaa", "aa", {"rowsRemoved": 1}),
        ("abc", "axc", {"dataChanged": 1}),
        ("abcd", "acbd", {"dataChanged": 1}),
        ("abcd", "xad", {"modelReset": 1}),
    ],
)
def test_what_differs_is_told_and_no_more(before, after, news):
    model = EntryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(entries(before))
    names = ("rowsInserted", "rowsRemoved", "dataChanged", "modelReset")
    spies = {name: QSignalSpy(getattr(model, name)) for name in names}
    model.show(entries(after))
    assert {name: spy.count() for name, spy in spies.items() if spy.count()} == news
    assert [model.index(row, 0).data()[0] for row in range(model.rowCount())] == [*after]


def test_the_current_one_stays_when_others_come_and_go(qtbot):
    shown = EntryList("Words", None)
    qtbot.addWidget(shown)
    shown.show_entries(entries("abc"))
    assert shown.current.word == "a"
    shown.show_entries(entries("abc"), ord("c"))
    shown.show_entries(entries("xabc"), ord("c"))
    assert shown.current.word == "c"
    shown.show_entries(entries("xab"), ord("c"))
    assert shown.current.word == "b"
    shown.show_entries([])
    assert shown.current is None


def test_a_hundred_thousand_are_listed_without_being_put_into_words(monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(
        "reader.ui.lexicon.listing.entry_in_words", lambda entry: asked.append(entry) or "words"
    )
    shown = EntryList("Words", None)
    qtbot.addWidget(shown)
    shown.resize(200, 200)
    shown.show_entries([Entry(word=f"w{n}", say="x", number=n) for n in range(100_000)])
    shown.show()
    qtbot.waitExposed(shown)
    assert len(asked) < 5_000
