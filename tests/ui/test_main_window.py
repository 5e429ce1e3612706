from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolButton

from reader.books.model import Book, Chapter
from reader.errors import DamagedBook, NoAudioDevice
from reader.library.store import Place
from reader.settings import Settings, load, save, settings_file
from tests.fakes.desk import FakeSound, paragraph, small_book
from tests.fakes.engine import texts_heard

Key = Qt.Key
Modifier = Qt.KeyboardModifier
CTRL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


def press(scene, key, modifier=Modifier.NoModifier):
    scene.qtbot.keyClick(QApplication.focusWidget() or scene.window, key, modifier)
    QApplication.processEvents()


# Opening


def test_opening_shows_the_text_with_the_caret_and_the_focus_at_the_place(scene):
    window = scene.window
    assert window.view.toPlainText() == scene.book.chapters[0].text
    assert QApplication.focusWidget() is window.view
    assert window.view.caret == 0
    assert window.view.highlighted == "The harbour"
    assert scene.book.title in window.windowTitle()
    assert window.chapters.marked == 0


def test_opening_resumes_at_the_saved_sentence(make_scene):
    scene = make_scene()
    text = scene.book.chapters[1].text
    scene.library.remember_book(scene.book, scene.path)
    offset = text.index("信里")
    scene.library.save_place(scene.book.identifier, Place(1, offset))
    scene.open()
    assert scene.window.view.highlighted == "信里只有一句话。"
    assert scene.window.view.caret == offset
    assert scene.window.chapters.marked == 1


def test_a_place_beyond_a_changed_book_opens_at_the_beginning(make_scene):
    scene = make_scene()
    scene.library.remember_book(scene.book, scene.path)
    scene.library.save_place(scene.book.identifier, Place(99, 5))
    scene.open()
    assert scene.window.view.highlighted == "The harbour"


def test_closing_the_window_keeps_the_place(make_scene):
    scene = make_scene().open()
    for _ in range(3):
        press(scene, Key.Key_Down, ALT)
    text = scene.text
    scene.window.close()
    place = scene.library.place(scene.book.identifier)
    assert text == "Nobody came."
    assert place == Place(0, scene.book.chapters[0].text.index(text))


def test_a_book_that_cannot_be_read_is_told_in_a_dialog_and_the_open_one_stays(scene):
    def refuse(*_, **__):
        raise DamagedBook("torn.epub", "The file ends too early.", "Download it again.")

    scene.read_book = refuse
    with scene.qtbot.waitSignal(scene.desk.failed):
        scene.desk.open(scene.path)
    box = scene.window.news.problem
    assert isinstance(box, QMessageBox)
    assert "torn.epub" in box.text()
    assert "ends too early" in box.text()
    assert box.informativeText() == "Download it again."
    flags = box.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    box.close()
    assert scene.window.view.highlighted == "The harbour"


def test_the_text_of_a_problem_can_be_copied(scene):
    scene.window.news.tell_problem(DamagedBook("torn.epub", "It is torn.", "Mend it."))
    box = scene.window.news.problem
    copy = next(b for b in box.findChildren(QPushButton) if "Copy" in b.text())
    copy.click()
    assert QApplication.clipboard().text() == "torn.epub: It is torn. Mend it."
    assert box.isVisible()
    box.close()


def test_opening_can_be_cancelled_while_the_file_is_read(scene):
    begun = threading.Event()

    def slow(_path, *, progress, cancel):
        progress(0.5)
        begun.set()
        cancel.wait(10)
        cancel.check()
        return small_book()

    scene.read_book = slow
    scene.desk.open(scene.path)
    scene.qtbot.waitUntil(begun.is_set)
    progress = scene.window.opening.dialog
    scene.qtbot.waitUntil(lambda: progress.bar.value() == 50)
    with scene.qtbot.waitSignal(scene.desk.opening_ended):
        progress.reject()
    assert scene.window.opening.dialog is None
    assert scene.window.view.highlighted == "The harbour"


def test_closing_the_book_shows_what_to_do(scene):
    press(scene, Key.Key_W, CTRL)
    assert scene.session is None
    assert scene.window.welcome.isVisible()
    assert not scene.window.view.isVisible()
    assert QApplication.focusWidget() is scene.window.welcome.buttons[0]
    assert scene.window.windowTitle() == "Tingshu"


# Moving


@pytest.mark.parametrize(
    ("key", "modifier", "back", "expected"),
    [
        (Key.Key_Down, ALT, Key.Key_Up, "It was late."),
        (Key.Key_Down, CTRL, Key.Key_Up, "It was late."),
        (Key.Key_PageDown, CTRL, Key.Key_PageUp, "信"),
        (Key.Key_PageDown, ALT, Key.Key_PageUp, "信"),
    ],
)
def test_keys_move_by_sentence_paragraph_and_chapter(scene, key, modifier, back, expected):
    press(scene, key, modifier)
    assert scene.text == expected
    assert scene.window.view.highlighted == expected
    press(scene, back, modifier)
    assert scene.text == "The harbour"


def test_moving_while_stopped_takes_the_caret_along(scene):
    press(scene, Key.Key_Down, ALT)
    press(scene, Key.Key_Down, ALT)
    assert scene.window.view.caret == scene.session.passage.start
    assert scene.text == "The lamp was burning."


def test_sentences_lead_into_the_next_chapter(scene):
    scene.session.go_to(0, len(scene.book.chapters[0].text) - 2)
    press(scene, Key.Key_Down, ALT)
    assert scene.window.view.toPlainText() == scene.book.chapters[1].text
    assert scene.window.chapters.marked == 1
    assert "信" in scene.window.status.chapter.text()


def test_where_there_is_nothing_further_it_is_said(scene):
    press(scene, Key.Key_Up, ALT)
    assert scene.window.status.currentMessage() == "No previous sentence"
    with scene.qtbot.waitSignal(scene.window.announcer.announced) as said:
        press(scene, Key.Key_PageUp, CTRL)
    assert said.args == ["No previous chapter"]


def test_moving_in_silence_says_what_the_voice_does_not(scene):
    said = []
    for key, modifier in ((Key.Key_Down, ALT), (Key.Key_PageDown, CTRL), (Key.Key_Down, ALT)):
        with scene.qtbot.waitSignal(scene.window.announcer.announced) as told:
            press(scene, key, modifier)
        said += told.args
    assert said == ["It was late.", "Chapter 2 of 3: 信", "她打开了信。"]
    press(scene, Key.Key_F5)
    press(scene, Key.Key_Up, ALT)
    assert not scene.window.announcer._timer.isActive()


def test_a_chapter_is_chosen_in_the_contents_with_enter(scene):
    press(scene, Key.Key_T, CTRL)
    contents = scene.window.chapters
    assert QApplication.focusWidget() is contents
    press(scene, Key.Key_Down)
    press(scene, Key.Key_Return)
    assert scene.text == "信"
    assert QApplication.focusWidget() is scene.window.view


def test_the_contents_are_nested_by_level(scene):
    contents = scene.window.chapters
    assert contents.topLevelItemCount() == 2
    assert contents.topLevelItem(1).child(0).text(0) == "A note"


def test_where_am_i_is_said_and_shown(scene):
    with scene.qtbot.waitSignal(scene.window.announcer.announced) as said:
        press(scene, Key.Key_W)
    assert said.args == ["Chapter 1 of 3, The harbour. 0 percent. Less than a minute left."]


# Playing


def test_space_plays_the_book_and_the_mark_follows_the_ear(scene):
    marks = []
    scene.desk.moved.connect(lambda _passage: marks.append(scene.window.view.highlighted))
    press(scene, Key.Key_Space)
    scene.listen_until(lambda: len(marks) >= 4)
    assert marks[:4] == ["The harbour", "It was late.", "The lamp was burning.", "Nobody came."]
    heard = texts_heard(scene.sound.outputs[0].sound, marks)
    assert heard[:3] == marks[:3]


def test_listening_leaves_the_caret_alone(scene):
    press(scene, Key.Key_F5)
    scene.listen_until(lambda: scene.session.passage.start > 0)
    assert scene.window.view.caret == 0


def test_pause_go_on_and_stop(scene):
    window = scene.window
    press(scene, Key.Key_F6)
    assert scene.session.stopped
    press(scene, Key.Key_F5)
    scene.listen_until(lambda: scene.text == "It was late.")
    assert window.status.state.text() == "Playing"
    assert window.player._buttons["play"].accessibleName() == "Play or pause"
    press(scene, Key.Key_F6)
    assert window.status.state.text() == "Paused"
    scene.qtbot.waitUntil(lambda: scene.sound.outputs[0].paused)
    press(scene, Key.Key_F6)
    scene.qtbot.waitUntil(lambda: not scene.sound.outputs[0].paused)
    press(scene, Key.Key_F7)
    assert window.status.state.text() == "Stopped"
    assert scene.text == "It was late."
    assert window.player._buttons["play"].accessibleName() == "Play or pause"


def test_moving_while_playing_is_heard_at_once(scene):
    press(scene, Key.Key_F5)
    scene.listen_until(lambda: scene.text == "It was late.")
    press(scene, Key.Key_PageDown, CTRL)
    scene.listen_until(lambda: scene.text == "她打开了信。")
    heard = texts_heard(scene.sound.outputs[0].sound, ["信", "Nobody came."])
    assert heard == ["信"]


def test_play_from_the_caret(scene):
    scene.window.view.place_caret(scene.book.chapters[0].text.index("burning"))
    press(scene, Key.Key_Return, CTRL)
    assert scene.text == "The lamp was burning."
    scene.listen_until(lambda: scene.text == "Nobody came.")
    heard = texts_heard(scene.sound.outputs[0].sound, ["It was late.", "The lamp was burning."])
    assert heard == ["The lamp was burning."]


def test_the_end_of_the_book_is_told(scene):
    scene.session.go_to(2, len("A note") + 1)
    press(scene, Key.Key_F5)
    scene.listen_until(lambda: scene.window.status.currentMessage() == "End of the book")
    assert scene.session.stopped


def test_play_pressed_before_the_voice_is_ready_plays_when_it_is(make_scene):
    gate = threading.Event()

    class SlowSound(FakeSound):
        def output(self, settings):
            gate.wait(10)
            return super().output(settings)

    scene = make_scene(sound=SlowSound())
    with scene.qtbot.waitSignal(scene.desk.opened):
        scene.desk.open(scene.path)
    press(scene, Key.Key_F5)
    assert scene.window.status.state.text() == "Getting the voice ready"
    gate.set()
    scene.qtbot.waitUntil(lambda: scene.session.attached)
    scene.listen_until(lambda: scene.text == "It was late.")


def test_without_a_device_the_book_is_read_by_eye_and_play_says_what_to_do(make_scene):
    missing = NoAudioDevice("Sound", "There is no device.", "Connect loudspeakers.")
    scene = make_scene(sound=FakeSound(missing=missing)).open()
    scene.qtbot.waitUntil(lambda: scene.desk._preparing is None and scene.sound.refused == 1)
    assert scene.window.news.problem is None
    press(scene, Key.Key_Down, ALT)
    assert scene.text == "It was late."
    with scene.qtbot.waitSignal(scene.desk.failed):
        press(scene, Key.Key_Space)
    assert "There is no device." in scene.window.news.problem.text()
    assert scene.window.news.problem.informativeText() == "Connect loudspeakers."
    assert scene.window.status.state.text() == "Stopped"
    scene.window.news.problem.close()
    scene.window.activateWindow()
    scene.qtbot.waitUntil(scene.window.isActiveWindow)
    scene.sound.missing = None
    press(scene, Key.Key_F5)
    scene.qtbot.waitUntil(lambda: scene.session.attached)
    scene.listen_until(lambda: scene.text == "The lamp was burning.")


def test_a_sentence_that_cannot_be_spoken_is_told_above_the_text_and_reading_goes_on(make_scene):
    sound = FakeSound()
    sound.engine._fail = lambda text: "late" in text
    scene = make_scene(sound=sound).open()
    press(scene, Key.Key_F5)
    scene.listen_until(lambda: scene.text == "The lamp was burning.")
    assert scene.window.news.problem is None
    assert scene.window.notice.isVisible()
    assert "purpose" in scene.window.notice.message


def test_keys_that_end_the_sound_tell_what_came_of_them(scene):
    said = []
    scene.window.announcer.announced.connect(said.append)
    for key, told in (
        (Key.Key_F6, "Stopped"),
        (Key.Key_F5, None),  # the voice itself tells that it plays
        (Key.Key_F6, "Paused"),
        (Key.Key_F6, None),
        (Key.Key_Space, "Paused"),
        (Key.Key_F7, "Stopped"),
    ):
        said.clear()
        press(scene, key)
        assert scene.window.announcer._timer.isActive() is (told is not None)
        if told is not None:
            scene.qtbot.waitUntil(lambda told=told: said == [told])


# Looks


def test_a_narrow_window_leaves_the_text_most_of_its_width(scene):
    scene.window.resize(400, 300)
    QApplication.processEvents()
    assert scene.window.width() < 460  # as narrow as this platform's letters allow
    assert scene.window.view.width() > scene.window.width() * 0.6


def test_the_players_buttons_keep_their_symbols_when_books_come_and_go(scene):
    scene.desk.close_book()
    scene.open()
    for button in scene.window.player.findChildren(QToolButton):
        assert not button.icon().isNull(), button.accessibleName()
        assert button.accessibleName().split(" or ")[0] in button.toolTip()


def test_an_answer_hides_the_chapter_also_in_letters_of_another_height(scene):
    status = scene.window.status
    status.answer("书已关闭")
    tall = 3 * status.height()
    status.state.setMinimumHeight(tall)
    scene.qtbot.waitUntil(lambda: status.height() >= tall)
    QApplication.processEvents()  # Qt shows again afterwards what it hides
    assert not status.chapter.isVisible()
    status.clearMessage()
    assert status.chapter.isVisible()


def test_an_answer_without_the_book_is_gone_when_it_is_open(make_scene):
    scene = make_scene()
    scene.window.say("No book is open")
    scene.open()
    assert scene.window.status.currentMessage() == ""


def test_titles_are_in_the_faces_of_the_books_language(make_scene):
    scene = make_scene(replace(small_book(), language="ja")).open()
    window = scene.window
    for widget in (
        window.spread.title,
        window.spread.authors,
        window.chapters,
        window.status.chapter,
    ):
        assert "Noto Sans CJK JP" in widget.font().families(), widget
    assert window.spread.title.font().bold()
    assert not window.chapters.font().bold()


# Choices


def test_rate_and_volume_by_key_are_told_and_kept(scene, home):
    with scene.qtbot.waitSignal(scene.window.announcer.announced) as said:
        press(scene, Key.Key_BracketRight, CTRL)
    assert said.args == ["Rate 1.1"]
    assert scene.window.player.rate.value() == pytest.approx(1.1)
    press(scene, Key.Key_PageDown, CTRL | SHIFT)
    assert scene.window.player.volume.value() == 95
    scene.window.close()
    assert load().rate == pytest.approx(1.1)
    assert load().volume == pytest.approx(0.95)
    assert load().window


def test_the_controls_choose_too(scene):
    scene.window.player.rate.setValue(2.0)
    scene.window.player.volume.setValue(40)
    assert scene.desk.settings.rate == 2.0
    assert scene.desk.settings.volume == pytest.approx(0.4)


def test_the_text_grows_shrinks_and_returns(scene):
    size = lambda: scene.window.view.font().pointSize()  # noqa: E731
    usual = size()
    press(scene, Key.Key_Plus, CTRL)
    assert size() == usual + 2
    press(scene, Key.Key_Minus, CTRL)
    press(scene, Key.Key_Minus, CTRL)
    assert size() == usual - 2
    press(scene, Key.Key_0, CTRL)
    assert size() == usual


def test_announcements_can_be_turned_off(make_scene):
    scene = make_scene(announce=False).open()
    said = []
    scene.window.announcer.announced.connect(said.append)
    press(scene, Key.Key_BracketRight, CTRL)
    assert not scene.window.announcer._timer.isActive()
    assert said == []
    assert scene.window.status.currentMessage() == "Rate 1.1"


def test_of_several_announcements_in_a_row_the_newest_is_said(scene):
    said = []
    scene.window.announcer.announced.connect(said.append)
    for _ in range(3):
        press(scene, Key.Key_BracketRight, CTRL)
    scene.qtbot.waitUntil(lambda: said != [])
    assert said == ["Rate 1.3"]


def test_while_the_book_is_spoken_nothing_is_announced_by_itself(scene):
    said = []
    press(scene, Key.Key_F5)
    scene.window.announcer.announced.connect(said.append)
    scene.listen_until(lambda: scene.session.passage.chapter == 1)
    assert not scene.window.announcer._timer.isActive()
    assert said == []


def test_a_book_of_one_huge_chapter_moves_quickly(make_scene):
    text = "The quick brown fox jumps over the lazy dog. " * 10
    chapter = Chapter(title="Long", blocks=tuple(paragraph(text) for _ in range(2200)))
    book = Book(title="Long", identifier="long", language="en", chapters=(chapter,))
    scene = make_scene(book).open()
    assert scene.session.go_to(0, len(chapter.text) // 2)
    QApplication.processEvents()
    assert scene.window.view.highlighted == "The quick brown fox jumps over the lazy dog."
    assert scene.window.status.percent.text() == "50%"


def test_the_choice_to_be_told_nothing_is_kept(home):
    save(Settings(announce=False))
    assert load().announce is False
    settings_file().write_text('{"announce": "no"}', "utf-8")
    assert load().announce is True
