"""One word is written, heard and kept, by keys alone; what is wrong with it is told."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import NoAudioDevice
from reader.lexicon.entry import Entry, Kind, Matching
from reader.ui.lexicon.trial import Trial
from reader.ui.pronunciation_dialog import PronunciationDialog
from tests.fakes.keyboard import Desktop

BOOK = "a small book"


class Opened:
    """The dialog over an entry, in front of the small book, and what it has told the outside."""

    def __init__(self, scene, entry, readings=(), *, book=BOOK, place=None, language="zh"):
        self.scene = scene
        self.dialog = PronunciationDialog(
            entry,
            Trial(desk=scene.desk, place=place),
            scene.window,
            book=book,
            language=language,
            readings=readings,
        )
        self.dialog.patience.setInterval(0)
        self.kept, self.told = [], []
        self.dialog.chosen.connect(self.kept.append)
        self.dialog.told.connect(self.told.append)
        self.dialog.open()
        self.dialog.activateWindow()
        scene.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.dialog)

    press = Desktop.press
    write = Desktop.write

    def wait_for_told(self, count):
        self.scene.qtbot.waitUntil(lambda: len(self.told) == count)
        return self.told[-1]

    def hear(self, key):
        """Press the key; the utterance that the engine is given for it."""
        engine = self.scene.sound.engine
        before = len(engine.utterances)
        self.press(key)
        self.scene.listen_until(lambda: len(engine.utterances) > before)
        self.scene.listen_until(lambda: not self.scene.desk.listening.running)
        return engine.utterances[-1]


@pytest.fixture
def open_dialog(scene):
    def open_dialog(entry, *arguments, **choices):
        return Opened(scene, entry, *arguments, **choices)

    return open_dialog


PAWN = Entry(word="典当", kind=Kind.PINYIN, say="dian3 dang1", book=BOOK)


def test_what_is_said_now_is_written_over_and_kept_by_enter(open_dialog):
    opened = open_dialog(PAWN)
    assert opened.dialog.say.hasFocus()
    assert opened.dialog.say.selectedText() == "dian3 dang1"
    opened.write("dian3 dang4")
    opened.press("Return")
    assert opened.kept == [Entry(word="典当", kind=Kind.PINYIN, say="dian3 dang4", book=BOOK)]
    assert not opened.dialog.isVisible()


def test_what_is_kept_is_in_its_checked_form(open_dialog):
    opened = open_dialog(PAWN)
    opened.write("Diǎn3".replace("ǎ", "a") + "dang4")
    opened.press("Return")
    assert [entry.say for entry in opened.kept] == ["dian3 dang4"]


def test_other_readings_are_chosen_with_the_arrows(open_dialog):
    opened = open_dialog(PAWN, ["dian3 dang1", "dian3 dang4"])
    opened.press("Tab", "Down")
    assert opened.dialog.say.text() == "dian3 dang4"
    opened.press("Return")
    assert [entry.say for entry in opened.kept] == ["dian3 dang4"]


def test_without_other_readings_there_is_no_list_of_them(open_dialog):
    assert not open_dialog(PAWN).dialog.readings.isVisible()


def test_what_is_wrong_is_told_when_nothing_more_is_written(open_dialog):
    opened = open_dialog(PAWN)
    opened.write("dian3 xyz")
    problem = opened.wait_for_told(1)
    assert "“xyz” is not a syllable" in problem
    assert opened.dialog.news.text() == problem
    opened.press("Backspace", "Backspace", "Backspace")
    opened.write("dang4")
    opened.scene.qtbot.waitUntil(lambda: opened.told[-1] == "It can be said.")
    opened.press("Return")
    assert len(opened.kept) == 1


def test_enter_on_what_is_wrong_tells_it_and_goes_to_the_field(open_dialog):
    opened = open_dialog(PAWN)
    opened.dialog.say.clear()
    opened.dialog.choices.where.focus_chosen()
    opened.press("Return")
    assert opened.dialog.say.hasFocus()
    assert "There is no syllable." in opened.told[-1]
    opened.dialog.word.clear()
    opened.press("Return")
    assert opened.dialog.word.hasFocus()
    assert "The word is empty." in opened.told[-1]
    assert opened.kept == []
    assert opened.dialog.isVisible()


def test_an_empty_new_entry_begins_at_its_word_and_scolds_nobody_yet(open_dialog):
    opened = open_dialog(Entry(word="", book=BOOK))
    assert opened.dialog.word.hasFocus()
    assert opened.dialog.news.text() == "Write other words that sound as it should."
    assert not opened.dialog.patience.isActive()


def test_each_way_of_saying_keeps_what_was_written_for_it(open_dialog):
    opened = open_dialog(PAWN)
    how = opened.dialog.choices.how
    how.choose("respelling")
    assert opened.dialog.say.text() == ""
    opened.dialog.say.setText("点当")
    how.choose("pinyin")
    assert opened.dialog.say.text() == "dian3 dang1"
    how.choose("respelling")
    assert opened.dialog.say.text() == "点当"


@pytest.mark.parametrize("kind", [Kind.SKIP, Kind.STRESS])
def test_what_needs_no_words_takes_none(open_dialog, kind):
    opened = open_dialog(PAWN)
    opened.dialog.choices.how.choose(kind.value)
    assert not opened.dialog.say.isEnabled()
    opened.press("Return")
    assert opened.kept == [Entry(word="典当", kind=kind, book=BOOK)]


@pytest.mark.parametrize(
    ("where", "book", "language"),
    [("book", BOOK, ""), ("language", None, "zh"), ("everywhere", None, "")],
)
def test_it_holds_where_it_is_chosen_to(open_dialog, where, book, language):
    opened = open_dialog(PAWN)
    opened.dialog.choices.where.choose(where)
    opened.press("Return")
    [kept] = opened.kept
    assert (kept.book, kept.language) == (book, language)


def test_without_a_book_it_holds_in_a_language_or_everywhere(open_dialog):
    opened = open_dialog(Entry(word="a", say="b"), book=None, language="")
    assert [*opened.dialog.choices.where.buttons] == ["everywhere"]
    named = open_dialog(Entry(word="a", say="b", language="fr"), book=None)
    assert named.dialog.choices.where.buttons["language"].text() == "In every &text in French"
    assert named.dialog.choices.where.word == "language"


def test_changing_keeps_number_language_and_whether_it_is_on(open_dialog):
    entry = Entry(word="a", say="b", book=BOOK, language="en", enabled=False, number=7, position=3)
    opened = open_dialog(entry)
    opened.write("c")
    opened.press("Return")
    [kept] = opened.kept
    assert kept == Entry(
        word="a", say="c", book=BOOK, language="en", enabled=False, number=7, position=3
    )


def test_a_pattern_that_is_none_is_refused(open_dialog):
    opened = open_dialog(Entry(word="(tea", say="x"))
    opened.dialog.choices.matching.choose(Matching.PATTERN.value)
    assert "not a regular expression" in opened.wait_for_told(1)
    opened.press("Return")
    assert opened.dialog.word.hasFocus()
    assert opened.kept == []


def test_the_sentence_is_heard_as_it_is_and_as_it_would_be(open_dialog, scene):
    opened = open_dialog(Entry(word="打开", say="开打"), place=scene.session.timeline.at(1, 5))
    assert opened.hear("Alt+H").text == "她打开了信。"
    assert opened.hear("Alt+Y").text == "她开打了信。"
    assert scene.session.narrator.directors == scene.session.direction.directors


def test_what_the_library_has_is_heard_as_it_is_now(open_dialog, scene):
    scene.library.keep_pronunciations([Entry(word="信", say="信件")])
    scene.session.direction.read_again()
    scene.session.direction.renew()
    opened = open_dialog(Entry(word="信", say="书信"), place=scene.session.timeline.at(1, 5))
    assert opened.hear("Alt+H").text == "她打开了信件。"
    assert opened.hear("Alt+Y").text == "她打开了书信。"


def test_without_a_place_the_word_alone_is_heard(open_dialog):
    opened = open_dialog(Entry(word="lol", say="laughing out loud", language="fr"))
    assert opened.hear("Alt+H").text == "lol"
    assert opened.hear("Alt+Y").text == "laughing out loud"


def test_what_is_wrong_is_told_in_place_of_being_heard(open_dialog, scene):
    opened = open_dialog(Entry(word="lol", say=""))
    opened.press("Alt+Y")
    assert "nothing to be said" in opened.wait_for_told(1)
    assert not scene.desk.listening.running


def test_the_button_that_speaks_silences_and_closing_does(open_dialog, scene):
    opened = open_dialog(Entry(word="lol", say="laughing out loud"))
    listening = scene.desk.listening
    opened.press("Alt+Y")
    scene.qtbot.waitUntil(lambda: listening.running)
    opened.press("Alt+Y")
    scene.qtbot.waitUntil(lambda: not listening.running)
    opened.press("Alt+H")
    scene.qtbot.waitUntil(lambda: listening.running)
    opened.press("Escape")
    assert not listening.running


def test_a_book_that_was_read_goes_on_after_closing(open_dialog, scene):
    scene.desk.play()
    scene.qtbot.waitUntil(lambda: scene.session.playing)
    opened = open_dialog(Entry(word="lol", say="laughing out loud"))
    opened.press("Alt+Y")
    scene.qtbot.waitUntil(lambda: scene.desk.listening.running and not scene.session.playing)
    opened.press("Escape")
    scene.qtbot.waitUntil(lambda: scene.session.playing)


def test_a_sound_that_cannot_be_had_is_told_over_the_dialog(open_dialog, scene):
    scene.sound.missing = NoAudioDevice("", "There is no device.")
    opened = open_dialog(Entry(word="lol", say="laughing out loud"))
    opened.press("Alt+Y")
    scene.qtbot.waitUntil(lambda: opened.dialog._hearing.problem is not None)
    assert "There is no device." in opened.dialog._hearing.problem.text()
    opened.dialog._hearing.problem.close()
