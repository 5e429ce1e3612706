"""Text, caret and voice stay together, and the reader's own hand counts most."""

from __future__ import annotations

import pytest

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from tests.fakes.desk import paragraph
from tests.fakes.hands import Hands

BURNING = "The lamp was burning."


@pytest.fixture
def hands(scene):
    return Hands(scene)


# Where the voice fell silent


@pytest.mark.parametrize("key", ["F6", "F7", "Space"])
def test_after_listening_the_caret_is_where_the_voice_was(hands, key):
    hands.listen_to(BURNING)
    assert hands.place() == (0, 0)
    hands.press(key)
    assert hands.place() == hands.where(BURNING)


@pytest.mark.parametrize("key", ["F6", "F7"])
def test_after_listening_a_bookmark_stands_where_the_voice_was(scene, hands, key):
    hands.listen_to(BURNING)
    hands.press(key, "Ctrl+B")
    (mark,) = scene.library.bookmarks(scene.book.identifier)
    assert (mark.place.chapter, mark.place.offset) == hands.where(BURNING)


@pytest.mark.parametrize("key", ["F6", "F7"])
def test_after_listening_one_is_told_to_be_where_the_voice_was(scene, hands, key):
    hands.listen_to("Then the 😀 light went out.")
    hands.press(key)
    assert hands.answer("W").startswith("Chapter 1 of 3, The harbour. 49 percent.")


def test_the_caret_comes_along_into_the_chapter_where_the_voice_fell_silent(scene, hands):
    hands.listen_to("她打开了信。")
    hands.press("F7")
    assert hands.place() == hands.where("她打开了信。", 1)
    assert scene.window.view.toPlainText() == scene.book.chapters[1].text


def test_a_caret_that_the_reader_moved_while_listening_stays_there(hands):
    hands.listen_to(BURNING)
    hands.press("Right", "Right", "F6")
    assert hands.place() == (0, 2)


def test_going_on_after_a_pause_begins_at_the_caret_only_if_it_was_moved_elsewhere(scene, hands):
    hands.listen_to(BURNING)
    hands.press("F7", "Right", "F5")  # within the sentence of the place
    assert scene.text == BURNING
    hands.press("F7", "Ctrl+Home", "F5")
    assert scene.text == "The harbour"


# From the caret


def test_a_caret_before_a_chinese_sentence_has_that_sentence_played(scene, hands):
    hands.press("Ctrl+PgDown", "Alt+Down")
    assert scene.text == "她打开了信。"  # with no space between the two
    hands.put_caret("信里")
    hands.press("F5")
    assert scene.text == "信里只有一句话。"


def test_steps_begin_at_the_caret(scene, hands):
    hands.put_caret("smile")
    hands.press("Alt+Down")
    assert scene.text == "Then the 😀 light went out."


# The edges


def test_at_the_edges_of_the_book_an_arrow_key_says_so_however_often(hands):
    assert hands.answer("Ctrl+Home", "Up") == "Start of the book"
    assert hands.answer("Up") == "Start of the book"
    hands.press("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+End")
    assert hands.answer("Down") == "End of the book"
    assert hands.answer("Down") == "End of the book"
    assert hands.place()[0] == 2


def test_a_second_press_at_the_edge_of_a_chapter_crosses_it_and_says_where_one_is(hands):
    hands.press("Ctrl+End", "Down")
    assert hands.place()[0] == 0
    assert hands.answer("Down") == "Chapter 2 of 3: 信"
    assert hands.place() == (1, 0)
    hands.press("Up")
    assert hands.answer("Up") == "Chapter 1 of 3: The harbour"
    assert hands.place() == (0, len(hands.scene.book.chapters[0].text))


def test_the_first_press_at_the_edge_of_a_chapter_says_so(hands):
    assert hands.answer("Ctrl+End", "Down") == "End of the chapter"


# Who follows whom


def test_a_caret_that_stays_with_the_voice_leaves_a_selection_alone(make_scene):
    scene = make_scene(caret_follows=True).open()
    hands = Hands(scene)
    hands.listen_to("It was late.")
    assert hands.place() == hands.where("It was late.")
    hands.press("Shift+Right", "Shift+Right")
    hands.hear("Nobody came.")
    start = hands.where("It was late.")[1]
    assert scene.window.view.selection == (start, start + 2)
    hands.press("Left")
    hands.hear("A smile 😀 appeared 𠮷 there.")
    assert hands.place() == hands.where("A smile")


def test_a_voice_that_follows_the_caret_reads_the_sentence_where_that_came_to_rest(make_scene):
    scene = make_scene(voice_follows=True).open()
    hands = Hands(scene)
    hands.listen_to("It was late.")
    hands.put_caret("smile")
    scene.qtbot.waitUntil(lambda: scene.text == "A smile 😀 appeared 𠮷 there.")
    hands.hear("Then the 😀 light went out.")
    assert hands.place() == hands.where("smile")


def test_a_voice_at_rest_does_not_follow_the_caret(make_scene):
    scene = make_scene(voice_follows=True).open()
    hands = Hands(scene)
    hands.press("Down")
    scene.qtbot.waitUntil(lambda: not scene.window.following._caret_timer.isActive())
    assert scene.text == "The harbour"


def test_following_each_other_the_caret_stays_where_it_was_put_until_the_next_sentence(make_scene):
    scene = make_scene(caret_follows=True, voice_follows=True).open()
    hands = Hands(scene)
    hands.listen_to("It was late.")
    hands.put_caret("smile")
    put = hands.place()
    scene.qtbot.waitUntil(lambda: scene.text == "A smile 😀 appeared 𠮷 there.")
    begun = []
    scene.desk.word_spoken.connect(lambda *word: begun.append(word))
    scene.listen_until(lambda: begun != [])  # it sounds
    assert hands.place() == put == hands.where("smile")
    hands.hear("Then the 😀 light went out.")
    assert hands.place() == hands.where("Then the")


# Nothing to hear


def test_a_book_with_nothing_to_be_spoken_shows_its_text(make_scene):
    line = Block(kind=BlockKind.SEPARATOR, runs=(Run(text="* * *"),))
    book = Book(title="Stars", identifier="stars", chapters=(Chapter(title="I", blocks=(line,)),))
    scene = make_scene(book).open()
    hands = Hands(scene)
    assert scene.session.passage is None
    assert scene.window.view.toPlainText() == "* * *"
    assert hands.place() == (0, 0)
    hands.press("F5", "F7", "Alt+Down")
    assert scene.window.status.currentMessage() == "No next sentence"


def test_a_book_after_one_with_nothing_to_be_spoken_is_shown_from_its_place(make_scene):
    line = Block(kind=BlockKind.SEPARATOR, runs=(Run(text="* * *"),))
    book = Book(title="Stars", identifier="stars", chapters=(Chapter(title="I", blocks=(line,)),))
    scene = make_scene(book).open()
    words = Chapter(title="II", blocks=(paragraph("Words again."),))
    Hands(scene).open_another(book=Book(title="Words", identifier="words", chapters=(words,)))
    assert scene.window.view.highlighted == "Words again."


def test_a_step_from_the_middle_of_a_sentence_goes_to_the_beginning_of_one(hands):
    hands.press("Ctrl+PgDown", "Ctrl+F")
    hands.write("last words")
    hands.answer("Return")
    hands.press("Escape", "Alt+Home")
    assert hands.place() == (2, 0)
    hands.press("Alt+Down", "Alt+End")
    assert hands.place() == hands.where("These", 2)
