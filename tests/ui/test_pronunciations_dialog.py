"""All pronunciations: found, changed, ordered, undone and exchanged, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.errors import LibraryError
from reader.lexicon.entry import Entry, Kind, Matching
from reader.library.store import Library
from reader.ui.lexicon.keeper import LexiconKeeper
from reader.ui.pronunciations_dialog import PronunciationsDialog
from reader.ui.undoing import Undoing
from tests.fakes.hands import Hands

BOOK = "a small book"
ENTRIES = [
    Entry(word="lol", say="laughing out loud"),
    Entry(word="[0-9]+ km", say="far", matching=Matching.PATTERN, language="en"),
    Entry(word="重庆", kind=Kind.PINYIN, say="chong2 qing4", book=BOOK),
    Entry(word="um", kind=Kind.SKIP, matching=Matching.ANYWHERE),
    Entry(word="lamp", kind=Kind.STRESS, book=BOOK, enabled=False),
    Entry(word="quay", kind=Kind.IPA, say="kiː", language="en"),
]


class Opened(Hands):
    """The dialog over what the library has, in front of the small book."""

    def __init__(self, scene):
        super().__init__(scene)
        undoing = Undoing(scene.window)
        self.keeper = LexiconKeeper(scene.desk, undoing, scene.window)
        self.dialog = PronunciationsDialog(self.keeper, undoing, scene.desk, scene.window)
        self.told = []
        self.dialog.told.connect(self.told.append)
        self.dialog.open()
        self.activate(self.dialog)

    def activate(self, window):
        window.activateWindow()
        self.scene.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def do(self, *keys):
        """Press keys; what is told after the last."""
        self.told.clear()
        self.press(*keys)
        self.scene.qtbot.waitUntil(lambda: self.told != [])
        return self.told[-1]

    def take_back(self):
        """Undo; what is told, when it has come about."""
        told = self.do("Ctrl+Z")
        self.await_thread("change pronunciations")
        return told

    def go_to(self, words):
        row = next(row for row, text in enumerate(self.rows) if words in text)
        self.dialog.list.setCurrentIndex(self.dialog.list.model().index(row, 0))

    def edit(self, key):
        """Press the key that opens the dialog of one word."""
        self.press(key)
        self.scene.qtbot.waitUntil(lambda: self.dialog.editing is not None)
        self.activate(self.dialog.editing)

    @property
    def rows(self):
        model = self.dialog.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def current(self):
        return self.dialog.list.currentIndex().data()

    @property
    def kept(self):
        return [each.word for each in self.scene.library.pronunciations(BOOK)]


@pytest.fixture
def opened(scene):
    scene.library.keep_pronunciations(ENTRIES)
    return Opened(scene)


def test_they_stand_in_the_order_that_holds_each_in_one_sentence(opened):
    assert opened.rows == [
        "重庆: pinyin chong2 qing4, in this book",
        "lamp: emphasised, in this book, turned off",
        "[0-9]+ km: said “far”, in English, a pattern",
        "quay: IPA kiː, in English",
        "lol: said “laughing out loud”, everywhere",
        "um: left out, everywhere, also inside words",
    ]
    assert opened.current == opened.rows[0]
    assert opened.dialog.list.hasFocus()


def test_all_of_the_current_row_is_seen_however_long_it_is(opened):
    for number in (0, 1):
        opened.dialog.list.setCurrentIndex(opened.dialog.list.model().index(number, 0))
        assert opened.dialog.whole.text() == opened.rows[number]
    assert opened.dialog.whole.wordWrap()
    assert opened.dialog.whole.accessibleName() == "Details"  # or Orca says the row twice


def test_the_filter_finds_words_and_what_is_said(opened):
    opened.press("Alt+F")
    opened.write("LAU")
    assert opened.rows == ["lol: said “laughing out loud”, everywhere"]
    opened.press("Down")
    assert opened.dialog.list.hasFocus()
    opened.dialog.filter.setText("no such word")
    assert opened.rows == []
    assert opened.dialog.list.accessibleDescription() == "None is listed."
    assert not opened.dialog.change.isEnabled()
    opened.press("Return", "F2", "Del")
    assert len(opened.kept) == len(ENTRIES)


def test_one_is_removed_and_put_back_where_it_stood(opened):
    before = opened.rows
    opened.go_to("quay")
    assert opened.do("Del") == "Removed: quay"
    assert "quay" not in opened.kept
    assert opened.current.startswith("lol")
    assert opened.take_back() == "Taken back: quay"
    assert opened.rows == before
    assert opened.current.startswith("quay")
    assert not opened.dialog.undo.isEnabled()


def test_several_removals_are_taken_back_the_last_first(opened):
    before = opened.rows
    opened.do("Del")
    opened.do("Del")
    assert opened.take_back() == "Taken back: lamp"
    assert opened.take_back() == "Taken back: 重庆"
    assert opened.rows == before
    opened.told.clear()
    opened.press("Ctrl+Z")
    assert opened.told == []


def test_enter_changes_one_in_its_place(opened):
    opened.go_to("quay")
    opened.edit("Return")
    opened.press("Ctrl+A")
    opened.write("kwei")
    assert opened.do("Return") == "Changed: quay"
    assert opened.current == "quay: IPA kwei, in English"
    opened.activate(opened.dialog)
    assert opened.take_back() == "Taken back: quay"
    assert opened.current == "quay: IPA kiː, in English"


def test_what_is_closed_unchanged_changes_nothing(opened):
    opened.edit("F2")
    opened.press("Return")
    assert opened.told == []
    assert not opened.dialog.undo.isEnabled()


def test_one_is_added_and_becomes_the_current_one(opened):
    opened.press("Alt+A")
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.editing is not None)
    opened.activate(opened.dialog.editing)
    opened.write("harbour")
    opened.press("Tab")
    opened.write("haven")
    assert opened.do("Return") == "Kept: harbour"
    assert opened.current == "harbour: said “haven”, in this book"
    opened.activate(opened.dialog)
    opened.take_back()
    assert "harbour" not in opened.kept


def test_one_takes_the_place_of_another_for_the_same_word_and_gives_it_back(opened):
    opened.go_to("lol")
    opened.edit("F2")
    opened.dialog.editing.word.setText("um")
    opened.dialog.editing.choices.matching.choose("anywhere")
    opened.do("Return")
    assert [row for row in opened.rows if row.startswith(("lol", "um"))] == [
        "um: said “laughing out loud”, everywhere, also inside words"
    ]
    opened.activate(opened.dialog)
    opened.take_back()
    assert [row for row in opened.rows if row.startswith(("lol", "um"))] == [
        "lol: said “laughing out loud”, everywhere",
        "um: left out, everywhere, also inside words",
    ]


def test_order_is_changed_among_those_that_it_decides_between(opened):
    opened.go_to("quay")
    assert opened.do("Alt+Up") == "Before [0-9]+ km"
    assert [row.split(":")[0] for row in opened.rows] == [
        "重庆", "lamp", "quay", "[0-9]+ km", "lol", "um",
    ]  # fmt: skip
    assert opened.current.startswith("quay")
    assert opened.do("Alt+Up") == "No further that way"
    assert opened.do("Alt+Down") == "After [0-9]+ km"
    opened.take_back()
    opened.take_back()
    assert opened.rows[2].startswith("[0-9]")


def test_nothing_moves_while_only_some_are_listed(opened):
    opened.dialog.filter.setText("qu")
    assert not opened.dialog.up.isEnabled()
    assert not opened.dialog.down.isEnabled()


def test_one_is_turned_on_and_off(opened):
    opened.go_to("lamp")
    assert opened.dialog.turn.text() == "Turn &on"
    assert opened.do("Alt+O") == "On: lamp"
    assert opened.current == "lamp: emphasised, in this book"
    assert opened.dialog.turn.text() == "Turn &off"
    assert opened.do("Alt+O") == "Off: lamp"


def test_what_is_changed_here_is_heard_from_the_next_sentence_on(opened):
    session = opened.scene.session
    passage = session.timeline.at(*opened.where("The lamp"))
    opened.go_to("lamp")
    opened.do("Alt+O")
    spans = session.narrator.utterance(passage).spans
    assert [span.text for span in spans if span.emphasis.value == "strong"] == ["lamp"]


def hear(opened, key="Alt+H"):
    engine = opened.scene.sound.engine
    before = len(engine.utterances)
    opened.press(key)
    opened.scene.listen_until(lambda: len(engine.utterances) > before)
    return engine.utterances[-1].text


def test_a_word_is_heard_alone(opened):
    opened.go_to("lol")
    assert hear(opened) == "laughing out loud"


def test_a_pattern_is_heard_in_a_sentence_that_it_fits(opened, scene):
    scene.library.keep_pronunciations(
        [Entry(word="l[ai](mp|ght)", say="moon", matching=Matching.PATTERN)]
    )
    again = Opened(scene)
    again.go_to("l[ai]")
    assert hear(again) == "The moon was burning."
    again.go_to("[0-9]")
    assert again.do("Alt+H") == "The pattern fits nothing in this chapter."


def test_without_a_book_only_what_holds_everywhere_is_listed_and_kept(make_scene):
    scene = make_scene()
    scene.library.keep_pronunciations(ENTRIES[:2])
    opened = Opened(scene)
    assert len(opened.rows) == 2
    opened.press("Alt+A")
    scene.qtbot.waitUntil(lambda: opened.dialog.editing is not None)
    opened.activate(opened.dialog.editing)
    opened.write("tea")
    opened.press("Tab")
    opened.write("char")
    opened.do("Return")
    assert opened.current == "tea: said “char”, everywhere"


def test_a_library_without_any_says_so(scene):
    opened = Opened(scene)
    assert opened.dialog.list.accessibleDescription() == "None is listed."
    assert not opened.dialog.export.isEnabled()
    opened.press("Del", "F2", "Alt+Down", "Ctrl+Z")
    assert opened.kept == []


def test_a_library_that_fails_tells_it_and_what_is_listed_stays(opened, monkeypatch):
    def fail(_library, _numbers):
        raise LibraryError("library", "It is full.")

    problems = []
    opened.keeper.failed.connect(problems.append)
    monkeypatch.setattr(Library, "remove_pronunciations", fail)
    before = opened.rows
    opened.press("Del")
    opened.scene.qtbot.waitUntil(lambda: problems != [])
    assert opened.rows == before
    assert opened.told == []
    assert not opened.dialog.undo.isEnabled()


def test_without_a_library_nothing_is_kept_and_that_is_told(opened):
    opened.scene.desk.library = None
    assert opened.do("Del") == "Pronunciations cannot be kept."


# Files


@pytest.fixture
def choose(monkeypatch):
    """Answers the next question for a file."""

    def choose(path):
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path or ""), ""))

    return choose


def import_file(opened, where="&Everywhere"):
    opened.press("Alt+I")
    jobs = opened.dialog.jobs
    opened.scene.qtbot.waitUntil(lambda: jobs.question is not None)
    button = next(each for each in jobs.question.buttons() if each.text() == where)
    button.click()


@pytest.mark.parametrize(
    ("where", "told"), [("&Everywhere", "everywhere"), ("In this &book", "in this book")]
)
def test_lines_are_imported_where_they_shall_hold_and_taken_back(
    opened, choose, tmp_path, where, told
):
    file = tmp_path / "words.txt"
    file.write_text('"tea",0,Y,"char",0\n"lol",0,Y,"ha",0\n', "utf-8")
    choose(file)
    before = opened.rows
    import_file(opened, where)
    opened.scene.qtbot.waitUntil(lambda: opened.told != [])
    replaced = 1 if where == "&Everywhere" else 0
    assert opened.told == [f"Imported: 2, in place of others: {replaced}."]
    assert f"tea: said “char”, {told}" in opened.rows
    assert f"lol: said “ha”, {told}" in opened.rows
    opened.activate(opened.dialog)
    assert opened.take_back() == "Taken back: words.txt"
    assert opened.rows == before


def test_what_a_file_says_that_cannot_be_taken_is_listed_line_by_line(opened, choose, tmp_path):
    file = tmp_path / "words.txt"
    file.write_text('"tea",0,Y,"char",0\nnonsense\n"(x",2,N,"y",0\n', "utf-8")
    choose(file)
    import_file(opened)
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.jobs.report is not None)
    lines = opened.dialog.jobs.report.text.toPlainText().split("\n")
    assert lines[:2] == ["Imported: 1, in place of others: 0.", "Not taken: 2."]
    assert lines[2].startswith("Line 2: nonsense: ")
    assert lines[3].startswith("Line 3: (x: ")
    opened.dialog.jobs.report.close()


def test_a_file_that_is_none_is_told_over_the_dialog(opened, choose, tmp_path):
    file = tmp_path / "words.pls"
    file.write_text("<lexicon", "utf-8")
    choose(file)
    import_file(opened)
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.jobs.problem is not None)
    assert "words.pls" in opened.dialog.jobs.problem.text()
    opened.dialog.jobs.problem.close()
    assert len(opened.kept) == len(ENTRIES)


def test_no_file_chosen_is_no_import_and_no_export(opened, choose):
    choose(None)
    opened.press("Alt+I", "Alt+E")
    opened.put_away()
    assert opened.dialog.jobs.question is None
    assert opened.told == []


def test_what_is_listed_is_exported_as_lines(opened, choose, tmp_path):
    file = tmp_path / "words.txt"
    choose(file)
    opened.dialog.filter.setText("l")
    opened.dialog.list.setFocus()
    opened.press("Alt+E")
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.jobs.report is not None)
    assert file.read_text("utf-8") == '"lol",0,Y,"laughing out loud",0\n'
    text = opened.dialog.jobs.report.text.toPlainText()
    assert text == "Written to words.txt: 1.\nNot written: 1.\nlamp: It is turned off."
    opened.dialog.jobs.report.close()


def test_what_is_exported_as_pls_comes_back_the_same(opened, choose, tmp_path):
    file = tmp_path / "words.pls"
    choose(file)
    opened.dialog.filter.setText("quay")
    opened.dialog.list.setFocus()
    assert opened.do("Alt+E") == "Written to words.pls: 1."
    opened.dialog.filter.clear()
    opened.go_to("quay")
    opened.do("Del")
    import_file(opened)
    opened.scene.qtbot.waitUntil(lambda: any("Imported: 1" in each for each in opened.told))
    assert "quay: IPA kiː, in English" in opened.rows


def test_what_holds_for_all_languages_but_in_the_file_for_one_is_told(opened, choose, tmp_path):
    choose(tmp_path / "words.pls")
    opened.press("Alt+E")
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.jobs.report is not None)
    assert opened.dialog.jobs.report.text.toPlainText().startswith(
        "Written to words.pls: 3. For all languages here, but for one alone in the file: 2.\n"
        "Not written: 3.\n"
    )
    opened.dialog.jobs.report.close()


def test_where_nothing_can_be_written_the_file_that_is_there_stays(opened, choose, tmp_path):
    file = tmp_path / "words.pls"
    file.write_text("as it was", "utf-8")
    choose(file)
    opened.dialog.filter.setText("lamp")
    opened.dialog.list.setFocus()
    opened.press("Alt+E")
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.jobs.report is not None)
    assert opened.dialog.jobs.report.text.toPlainText() == (
        "Nothing can be written, so there is no new file.\nNot written: 1.\nlamp: It is turned off."
    )
    assert file.read_text("utf-8") == "as it was"
    opened.dialog.jobs.report.close()


def test_a_folder_that_refuses_is_told(opened, choose, tmp_path):
    choose(tmp_path / "missing" / "words.txt")
    opened.press("Alt+E")
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.jobs.problem is not None)
    assert "cannot be written" in opened.dialog.jobs.problem.text()
    opened.dialog.jobs.problem.close()


def test_an_import_that_takes_long_is_left_off_and_nothing_is_kept(
    opened, choose, tmp_path, monkeypatch
):
    def endless(_path, _book, progress, cancel):
        progress(0.5)
        while not cancel.wait(0.01):
            pass
        cancel.check()

    monkeypatch.setattr("reader.ui.lexicon.file_jobs.read_file", endless)
    choose(tmp_path / "words.txt")
    import_file(opened)
    progress = opened.dialog.jobs._progress
    opened.scene.qtbot.waitUntil(lambda: progress.bar.value() == 50)
    progress.reject()
    opened.scene.qtbot.waitUntil(lambda: opened.dialog.jobs._progress is None)
    assert opened.told == []
    assert len(opened.kept) == len(ENTRIES)
