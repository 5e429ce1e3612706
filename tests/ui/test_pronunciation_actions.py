"""A word is put right where it is met, by one key, and counts from the next sentence on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from reader.books.model import Chapter
from reader.errors import LibraryError
from reader.lexicon.entry import Entry, Kind, Matching
from reader.library.store import Library
from reader.script.line import ScriptLine
from reader.ui.lexicon.keeper import LexiconKeeper
from reader.ui.pronunciation_dialog import PronunciationDialog
from reader.ui.pronunciations_dialog import PronunciationsDialog
from reader.ui.undoing import Undoing
from tests.fakes.desk import paragraph, small_book
from tests.fakes.hands import Hands

BOOK = "a small book"


class Reader(Hands):
    """Hands that put words right."""

    def ask(self, key="Ctrl+Shift+P"):
        """Press the key; the dialog that opens, with the focus in it."""
        self.press(key)
        dialog = self.scene.window.findChildren(PronunciationDialog)[-1]
        dialog.activateWindow()
        self.scene.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    def keep(self):
        """Have it kept; what is said of it when the window has the focus back."""
        told = self.answer("Return")
        self.scene.window.activateWindow()  # the window manager's part
        self.scene.qtbot.waitUntil(self.scene.window.isActiveWindow)
        return told

    @property
    def kept(self):
        """What the library has, without numbers and positions."""
        found = self.scene.library.pronunciations(BOOK)
        return [(each.word, each.kind.value, each.say, each.book) for each in found]

    def spoken(self, words, chapter=0):
        """What the voice says for the sentence with `words`."""
        session = self.scene.session
        passage = session.timeline.at(*self.where(words, chapter))
        return session.narrator.utterance(passage)


@pytest.fixture
def reader(scene):
    return Reader(scene)


@pytest.fixture
def chinese(reader):
    """In the chapter with hanzi, before the first word of 她打开了信。"""
    reader.press("Ctrl+PgDown")
    reader.scene.qtbot.waitUntil(lambda: reader.scene.window.shown_chapter == 1)
    reader.put_caret("打开")
    return reader


def test_the_word_at_the_caret_is_said_otherwise_from_the_next_sentence_on(reader):
    reader.put_caret("lamp")
    dialog = reader.ask()
    assert (dialog.word.text(), dialog.say.text()) == ("lamp", "")
    reader.write("light")
    assert reader.keep() == "Said so from the next sentence on: lamp"
    assert reader.kept == [("lamp", "respelling", "light", BOOK)]
    assert reader.spoken("The lamp").text == "The light was burning."


def test_a_hanzi_word_comes_whole_with_its_pinyin(chinese):
    dialog = chinese.ask()
    assert (dialog.word.text(), dialog.say.text()) == ("打开", "da3 kai1")
    assert dialog.choices.kind is Kind.PINYIN
    assert dialog.choices.where.buttons["language"].text().endswith("Chinese")
    chinese.press("Ctrl+A")
    chinese.write("da3 kai5")
    chinese.keep()
    spans = chinese.spoken("她", 1).spans
    assert [span.phonemes for span in spans if span.phonemes] == ["da3 kai5"]


def test_what_is_selected_is_meant_without_the_space_around_it(reader):
    start = reader.where("lamp was")[1]
    reader.scene.window.view.select(start - 1, start + len("lamp was "))
    dialog = reader.ask()
    assert dialog.word.text() == "lamp was"
    assert dialog.choices.matching.word == Matching.WORD.value


def test_letters_inside_a_word_are_meant_wherever_they_stand(reader):
    start = reader.where("burning")[1]
    reader.scene.window.view.select(start, start + 4)
    dialog = reader.ask()
    assert dialog.word.text() == "burn"
    assert dialog.choices.matching.word == Matching.ANYWHERE.value


def test_a_word_that_is_known_is_changed_and_not_added(reader):
    reader.scene.library.keep_pronunciations([Entry(word="lamp", say="light", language="en")])
    reader.put_caret("lamp")
    dialog = reader.ask()
    assert (dialog.word.text(), dialog.say.text()) == ("lamp", "light")
    assert dialog.choices.where.word == "language"
    dialog.choices.where.choose("everywhere")
    reader.keep()
    assert reader.kept == [("lamp", "respelling", "light", None)]


def test_a_word_that_is_known_in_other_letters_is_another_that_is_said_alike_until_now(reader):
    reader.scene.library.keep_pronunciations([Entry(word="LAMP", say="light")])
    reader.put_caret("lamp")
    dialog = reader.ask()
    assert (dialog.word.text(), dialog.say.text()) == ("lamp", "light")
    reader.write("moon")
    reader.keep()
    assert sorted(reader.kept) == [
        ("LAMP", "respelling", "light", None),
        ("lamp", "respelling", "moon", BOOK),
    ]
    assert reader.spoken("The lamp").text == "The moon was burning."


def test_what_holds_in_another_language_is_not_meant(reader):
    reader.scene.library.keep_pronunciations([Entry(word="lamp", say="lampe", language="de")])
    reader.put_caret("lamp")
    dialog = reader.ask()
    assert dialog.say.text() == ""
    reader.write("light")
    reader.keep()
    assert ("lamp", "respelling", "lampe", None) in reader.kept
    assert len(reader.kept) == 2


def test_words_of_two_sentences_are_refused(reader):
    start = reader.where("lamp was")[1]
    told = "Words of two sentences are never met together: select less"
    reader.scene.window.view.select(start, start + len("lamp was burning. No"))
    assert reader.answer("Ctrl+Shift+P") == told
    assert reader.answer("Ctrl+Shift+E") == told
    assert reader.kept == []
    reader.scene.window.view.select(start, start + len("lamp was burning. "))
    assert reader.answer("Ctrl+Shift+E") == "Emphasised: lamp was burning."


def test_a_word_that_was_turned_off_and_is_put_right_is_said_so_again(reader):
    reader.scene.library.keep_pronunciations([Entry(word="lamp", say="light", enabled=False)])
    reader.put_caret("lamp")
    reader.ask()
    assert reader.keep() == "Said so from the next sentence on: lamp"
    reader.await_thread("change pronunciations")
    assert reader.spoken("The lamp").text == "The light was burning."


def test_a_word_that_is_kept_as_it_is_is_told_to_be_kept(reader):
    reader.scene.library.keep_pronunciations([Entry(word="lamp", say="light")])
    reader.put_caret("lamp")
    reader.ask()
    assert reader.keep() == "Said so from the next sentence on: lamp"


def test_a_word_put_right_is_heard_before_and_after_in_a_sentence_with_a_script(reader):
    session = reader.scene.session
    passage = session.timeline.at(*reader.where("The lamp"))
    text = session.chapter.text[passage.start : passage.end]
    line = ScriptLine(
        chapter=0, place=passage.start, original=text, ssml="The lamp was not burning."
    )
    session.direction.script.set_lines([line])
    reader.put_caret("lamp")
    dialog = reader.ask()
    reader.write("light")
    tried = dialog._trial
    assert [each.text for each in tried.now("lamp")] == ["The lamp was not burning."]
    assert [each.text for each in tried.with_entry(dialog.entry)] == ["The light was not burning."]
    reader.keep()
    assert reader.spoken("The lamp").text == "The light was not burning."


def test_what_was_kept_is_taken_back_and_heard_as_before(reader):
    reader.put_caret("lamp")
    reader.ask()
    reader.write("light")
    reader.keep()
    assert reader.answer("Ctrl+Z") == "Taken back: lamp"
    reader.await_thread("change pronunciations")
    assert reader.kept == []
    assert reader.spoken("The lamp").text == "The lamp was burning."
    assert reader.answer("Ctrl+Z") == "Nothing to take back"


def test_a_change_is_taken_back_to_what_was(reader):
    reader.scene.library.keep_pronunciations([Entry(word="lamp", say="light")])
    reader.put_caret("lamp")
    reader.ask()
    reader.write("moon")
    reader.keep()
    reader.answer("Ctrl+Z")
    reader.await_thread("change pronunciations")
    assert reader.kept == [("lamp", "respelling", "light", None)]


def test_nothing_is_taken_back_in_another_book(reader):
    reader.put_caret("lamp")
    reader.answer("Ctrl+Shift+E")
    reader.open_another()
    assert reader.answer("Ctrl+Z") == "Nothing to take back"


def test_a_word_is_emphasised_in_this_book_and_no_longer(reader):
    reader.put_caret("lamp")
    assert reader.answer("Ctrl+Shift+E") == "Emphasised: lamp"
    assert reader.kept == [("lamp", "stress", "", BOOK)]
    levels = {span.text: span.emphasis.value for span in reader.spoken("The lamp").spans}
    assert levels["lamp"] == "strong"
    assert reader.answer("Ctrl+Shift+E") == "No longer emphasised: lamp"
    assert reader.kept == []
    assert reader.answer("Ctrl+Z") == "Taken back: lamp"
    reader.await_thread("change pronunciations")
    assert reader.kept == [("lamp", "stress", "", BOOK)]


def test_how_a_word_sounds_and_that_it_is_emphasised_are_two_things(reader):
    reader.scene.library.keep_pronunciations([Entry(word="lamp", say="light", book=BOOK)])
    reader.put_caret("lamp")
    reader.answer("Ctrl+Shift+E")
    assert sorted(reader.kept) == [
        ("lamp", "respelling", "light", BOOK),
        ("lamp", "stress", "", BOOK),
    ]


def test_emphasis_that_the_settings_turn_off_is_told_so(make_scene):
    reader = Reader(make_scene(stress_words=0.0).open())
    reader.put_caret("lamp")
    assert "the settings turn that off" in reader.answer("Ctrl+Shift+E")


def test_where_no_word_is_that_is_said(make_scene):
    reader = Reader(make_scene().open())
    start = reader.where(". The lamp")[1]
    reader.scene.window.view.select(start + 1, start + 2)  # a space
    assert reader.answer("Ctrl+Shift+E") == "No word here"
    assert reader.answer("Ctrl+Shift+P") == "No word here"


def test_what_is_too_long_to_keep_is_told(make_scene):
    chapter = Chapter(title="", blocks=(paragraph("On and on and " * 60),))
    reader = Reader(make_scene(replace(small_book(), chapters=(chapter,))).open())
    reader.press("Ctrl+A")
    assert "500 are the most" in reader.answer("Ctrl+Shift+E")
    assert reader.kept == []


def test_a_library_that_fails_is_told_and_nothing_is_said_to_be_kept(reader, monkeypatch):
    def fail(_library, _entries):
        raise LibraryError("library", "It is full.")

    monkeypatch.setattr(Library, "keep_pronunciations", fail)
    reader.put_caret("lamp")
    reader.press("Ctrl+Shift+E")
    reader.scene.qtbot.waitUntil(lambda: reader.scene.window.news.problem is not None)
    assert "It is full." in reader.scene.window.news.problem.text()
    reader.scene.window.news.problem.close()
    assert reader.said == []


def test_a_library_that_fails_to_take_back_is_told_and_can_be_asked_again(reader, monkeypatch):
    reader.put_caret("lamp")
    reader.ask()
    reader.write("light")
    reader.keep()

    def fail(_library, _numbers):
        raise LibraryError("library", "It is full.")

    with monkeypatch.context() as full:
        full.setattr(Library, "remove_pronunciations", fail)
        reader.said.clear()
        reader.press("Ctrl+Z")
        reader.scene.qtbot.waitUntil(lambda: reader.scene.window.news.problem is not None)
    assert "It is full." in reader.scene.window.news.problem.text()
    assert reader.said == []
    assert len(reader.kept) == 1
    reader.scene.window.news.problem.close()
    reader.put_away()
    reader.scene.window.activateWindow()
    reader.scene.qtbot.waitUntil(reader.scene.window.isActiveWindow)
    assert reader.answer("Ctrl+Z") == "Taken back: lamp"
    assert reader.kept == []


def test_without_a_library_nothing_is_kept_and_that_is_said(reader):
    reader.scene.desk.library = None
    reader.put_caret("lamp")
    assert reader.answer("Ctrl+Shift+E") == "Pronunciations cannot be kept."


def test_changes_are_made_in_turn(scene):
    """A change that waits for the library is not overtaken by the next."""
    keeper = LexiconKeeper(scene.desk, Undoing(scene.window), scene.window)
    done = []

    def slow(number):
        def change(library):
            done.append(number)
            return change

        return change

    for number in range(5):
        assert keeper.change(slow(number), "slow", lambda: None)
    scene.qtbot.waitUntil(lambda: len(done) == 5)
    assert done == [0, 1, 2, 3, 4]


def test_the_dialog_goes_with_the_book(reader):
    reader.put_caret("lamp")
    dialog = reader.ask()
    reader.scene.desk.close_book()
    reader.scene.qtbot.waitUntil(lambda: not dialog.isVisible())


def test_what_was_done_in_the_list_is_taken_back_in_the_text(reader):
    reader.scene.library.keep_pronunciations([Entry(word="lamp", say="light")])
    reader.press("Ctrl+Shift+W")
    dialog = reader.scene.window.findChild(PronunciationsDialog)
    dialog.activateWindow()
    reader.scene.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    assert reader.answer("Del") == "Removed: lamp"
    reader.press("Escape")
    reader.scene.window.activateWindow()  # the window manager's part
    reader.scene.qtbot.waitUntil(reader.scene.window.isActiveWindow)
    assert reader.answer("Ctrl+Z") == "Taken back: lamp"
    reader.await_thread("change pronunciations")
    assert reader.kept == [("lamp", "respelling", "light", None)]
