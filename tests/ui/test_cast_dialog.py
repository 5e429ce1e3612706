"""The cast is heard, directed, corrected and put back, by keys alone, while the book is read."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from reader.cast.directions import Role
from reader.errors import TingshuError
from reader.ui.cast_dialog import CastDialog
from reader.ui.speaker_dialog import SpeakerDialog
from tests.fakes import theatre
from tests.fakes.theatre import PLAY

ANNA = "Anna, 4 lines, woman, Heart, found by itself"
BERT = "Bert, 3 lines, man, Bass, found by itself"
CLARA = "Clara, 1 line, woman, Heart, found by itself"


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def opened(play):
    """The dialog, when what is told at first is said; nothing is where the list tells all."""
    dialog = play.dialog("Ctrl+Shift+C")
    assert isinstance(dialog, CastDialog)
    if not (dialog.list.count() and play.desk.settings.characters):
        play.hands.next_said()
    return dialog


def voice_rows(dialog):
    voices = dialog.fields.voices
    return [voices.item(row).text() for row in range(voices.count())]


def role(play, name):
    return play.cast.member(name).role


def settle(play):
    """Wait until what was changed counts, and is told."""
    return play.hands.next_said()


# What is listed


def test_everybody_has_a_row_that_is_one_sentence(play):
    dialog = opened(play)
    assert rows(dialog) == [ANNA, BERT, CLARA]
    assert play.hands.keep_silent()
    assert QApplication.focusWidget() is dialog.list


def test_the_fields_show_the_current_one(play):
    dialog = opened(play)
    play.hands.press("Down")
    fields = dialog.fields
    assert (fields.name.text(), fields.gender.word, fields.age.word) == ("Bert", "male", "adult")
    assert voice_rows(dialog) == [
        "Found by itself: Bass",
        "The narrator's voice",
        "Narrator",
        "Heart",
        "Bass",
    ]
    assert fields.voices.currentRow() == 0


def test_tab_comes_to_what_is_chosen(play):
    dialog = opened(play)
    play.hands.press("Down")
    dialog.fields.pitch.setFocus()
    play.hands.press("Tab")
    assert QApplication.focusWidget() is dialog.fields.gender.buttons["male"]
    play.hands.press("Tab")
    assert QApplication.focusWidget() is dialog.fields.age.buttons["adult"]


def test_who_sounds_like_somebody_in_the_same_scenes_is_told(play):
    dialog = opened(play)
    play.cast.set_role("Anna", Role(voice="heart-voice"))
    play.cast.set_role("Bert", Role(voice="heart-voice", pitch=-1.0))
    dialog.refresh()
    assert rows(dialog)[:2] == [
        "Anna, 4 lines, woman, Heart, chosen, sounds like Bert, who is in the same scenes",
        "Bert, 3 lines, man, Heart, chosen, sounds like Anna, who is in the same scenes",
    ]


# While it is not known


def test_the_list_fills_when_it_is_known_who_speaks(open_play, finder):
    finder.may_end.clear()
    play = open_play()
    dialog = opened(play)
    assert rows(dialog) == []
    assert not dialog.fields.isEnabled()
    assert dialog.finding.isVisible()
    play.scene.qtbot.waitUntil(lambda: dialog.finding.bar.value() == 40)
    assert play.hands.said == ["Looking who speaks in the book. The list fills when it is known."]
    finder.may_end.set()
    assert play.hands.next_said() == "Characters found: 3"
    assert rows(dialog) == [ANNA, BERT, CLARA]
    assert not dialog.finding.isVisible()


def test_it_is_looked_for_when_the_list_is_opened_though_all_sound_alike(open_play, finder):
    play = open_play(characters=False)
    assert finder.asked == 0
    opened(play)
    play.wait_for_cast()
    told = "Voices for characters are off: the narrator reads everything."
    play.scene.qtbot.waitUntil(lambda: play.hands.said[-1] == told)
    assert finder.asked == 1


def test_that_it_could_not_be_found_is_said_plainly_and_can_be_tried_again(open_play, finder):
    finder.may_end.clear()
    finder.error = TingshuError("The book", "It is odd.", "Try again.")
    play = open_play()
    dialog = opened(play)
    finder.may_end.set()
    play.scene.qtbot.waitUntil(dialog.finding.again.isVisible)
    assert "could not be found, so the narrator reads everything" in dialog.finding.state.text()
    play.scene.qtbot.waitUntil(lambda: "It is odd." in play.hands.said[-1])
    finder.error = None
    dialog.finding.again.click()
    play.scene.qtbot.waitUntil(lambda: rows(dialog) == [ANNA, BERT, CLARA])


def test_a_book_in_which_nobody_speaks_says_so(open_play, finder):
    finder.dialogue = theatre.Dialogue()
    play = open_play()
    play.scene.qtbot.waitUntil(lambda: play.cast is not None)
    dialog = opened(play)
    assert play.hands.said[-1] == "Nobody was found who speaks in this book."
    play.hands.press("Return", "F5", "F4", "F3", "Ctrl+G", "Ctrl+Z")
    assert not dialog.hear.isEnabled()
    assert QApplication.activeModalWidget() is dialog


# Directing


def test_another_voice_counts_soon_and_ctrl_z_takes_it_back(play):
    dialog = opened(play)
    dialog.fields.voices.setFocus()
    play.hands.press("End")
    assert settle(play) == "Anna, Bass, sounds like Bert, who is in the same scenes"
    assert role(play, "Anna") == Role(voice="bass-voice")
    assert rows(dialog)[0].startswith("Anna, 4 lines, woman, Bass, chosen, ")
    assert play.hands.answer("Ctrl+Z") == "Taken back: Anna"
    assert rows(dialog)[0] == ANNA
    assert dialog.fields.voices.currentRow() == 0
    assert play.hands.answer("Ctrl+Z") == "Nothing to take back"


def test_arrows_through_the_voices_are_one_change(play):
    dialog = opened(play)
    dialog.fields.voices.setFocus()
    play.hands.press("Down", "Down", "Down")
    assert settle(play) == "Anna, Heart"
    play.cast.undo()
    assert not play.cast.can_undo


def test_the_narrators_voice_can_be_chosen_and_left_again(play):
    dialog = opened(play)
    dialog.fields.voices.setFocus()
    play.hands.press("Down")
    assert settle(play) == "Anna, the narrator's voice"
    assert role(play, "Anna") == Role()
    play.hands.press("Up")
    assert settle(play) == "Anna, Heart, found by itself"
    assert rows(dialog)[0] == ANNA


def test_rate_and_pitch_bend_the_voice_that_was_found(play):
    dialog = opened(play)
    dialog.fields.rate.setFocus()
    play.hands.press("Up", "Up")
    assert settle(play) == "Anna, Heart, rate 1.10"
    dialog.fields.pitch.setFocus()
    play.hands.press("Down")
    assert settle(play) == "Anna, Heart, rate 1.10, 0.5 semitones deeper"
    assert role(play, "Anna") == Role(voice="heart-voice", rate=1.1, pitch=-0.5)


def test_gender_and_age_find_another_voice(play):
    dialog = opened(play)
    play.hands.press("Down", "Down", "Alt+M")
    assert settle(play) == "Clara, man, Bass, found by itself"
    play.hands.press("Alt+H")
    assert settle(play).startswith("Clara, boy")
    assert rows(dialog)[2].startswith("Clara, 1 line, boy, ")


def test_a_name_counts_when_it_is_left_and_ctrl_z_gives_the_old_one(play):
    dialog = opened(play)
    dialog.fields.name.setFocus()
    dialog.fields.name.selectAll()
    play.hands.write("Anna Bell")
    play.hands.press("Return")
    assert settle(play) == "called Anna Bell now"
    assert rows(dialog)[0].startswith("Anna Bell, 4 lines")
    dialog.list.setFocus()
    assert play.hands.answer("Ctrl+Z") == "Taken back: Anna"
    assert dialog.fields.name.text() == "Anna"


def test_what_was_changed_just_now_counts_when_another_row_is_reached(play):
    dialog = opened(play)
    dialog.fields.rate.setValue(1.5)
    play.hands.press("Down")
    assert role(play, "Anna").rate == 1.5
    assert role(play, "Bert") == Role(voice="bass-voice")
    assert dialog.fields.name.text() == "Bert"


def test_what_was_changed_just_now_counts_when_the_dialog_is_left(play):
    dialog = opened(play)
    dialog.fields.rate.setValue(1.5)
    play.hands.press("Escape")
    play.wait_for_text()
    assert role(play, "Anna").rate == 1.5
    assert play.hands.answer("Ctrl+Z") == "Taken back: Anna"
    assert role(play, "Anna").rate == 1.0


def test_the_book_that_is_read_speaks_as_directed_from_the_next_sentence_on(play):
    dialog = opened(play)
    dialog.fields.voices.setFocus()
    play.hands.press("End")
    settle(play)
    utterance = play.scene.session.narrator.utterance(
        play.scene.session.timeline.at(0, PLAY.chapters[0].text.index("Come"))
    )
    assert utterance.spans[0].voice == "bass-voice"


# Buttons


def test_two_are_joined_and_parted_again(play):
    dialog = opened(play)
    play.hands.press("Down", "Down")
    asking = play.dialog("F4")
    assert isinstance(asking, SpeakerDialog)
    assert asking.list.accessibleName() == "Who is Clara?"
    play.hands.press("Return")
    play.scene.qtbot.waitUntil(lambda: rows(dialog) == [ANNA.replace("4 lines", "5 lines"), BERT])
    assert dialog.list.currentRow() == 0
    assert play.hands.next_said() == "Clara is Anna from now on."
    dialog.undo.click()
    play.scene.qtbot.waitUntil(lambda: rows(dialog) == [ANNA, BERT, CLARA])


def test_old_news_go_when_something_else_is_asked(play):
    dialog = opened(play)
    play.hands.press("Ctrl+R")
    assert dialog.news.text() == "Voices are found anew for all to whom you gave none."
    play.dialog("F4")
    assert dialog.news.text() == ""
    play.hands.press("Escape")


def test_who_was_merged_is_parted_again_when_the_change_can_be_taken_back_no_more(play):
    play.cast.merge("Clara", into="Anna")
    dialog = opened(play)
    assert dialog.part.isEnabled()
    assert play.hands.answer("Shift+F4") == "Clara is somebody else again."
    assert rows(dialog) == [ANNA, BERT, CLARA]
    assert dialog.list.current.character.name == "Clara"
    assert not dialog.part.isEnabled()
    assert play.hands.answer("Ctrl+Z") == "Taken back: Clara"
    assert len(rows(dialog)) == 2


def test_it_is_asked_who_of_several_is_parted_again(play):
    for name in ("Clara", "Bert"):
        play.cast.merge(name, into="Anna")
    dialog = opened(play)
    asking = play.dialog("Shift+F4")
    assert isinstance(asking, SpeakerDialog)
    assert asking.list.accessibleName() == "Who is not Anna?"
    play.hands.press("B", "Return")
    assert play.hands.next_said() == "Bert is somebody else again."
    assert rows(dialog)[1] == BERT


def test_who_was_added_is_taken_out_again_and_nobody_else(play):
    play.cast.add("Dora")
    dialog = opened(play)
    play.hands.press("Delete")
    assert len(rows(dialog)) == 4
    assert not dialog.remove.isEnabled()
    play.hands.press("End")
    assert dialog.remove.isEnabled()
    assert play.hands.answer("Delete") == "Taken out: Dora"
    assert rows(dialog) == [ANNA, BERT, CLARA]
    assert play.hands.answer("Ctrl+Z") == "Taken back: Dora"
    assert len(rows(dialog)) == 4


def asked_for_the_name_of_anna(play, dialog):
    """Call Clara as another is called, and leave the field; the question that comes."""
    play.hands.press("End", "Alt+N")
    play.hands.write("anna")
    asking = play.dialog("Tab")
    assert isinstance(asking, QMessageBox)
    assert asking.text() == "Anna is there already. Are the two the same?"
    assert dialog.fields.name.text() == "Clara"
    return asking


def test_two_of_one_name_are_merged_if_they_are_the_same(play):
    dialog = opened(play)
    asked_for_the_name_of_anna(play, dialog)
    play.hands.press("Return")
    assert play.hands.next_said() == "Clara is Anna from now on."
    assert rows(dialog) == [ANNA.replace("4 lines", "5 lines"), BERT]


def test_two_of_one_name_stay_two_if_they_are_not(play):
    dialog = opened(play)
    asked_for_the_name_of_anna(play, dialog)
    play.hands.press("Alt+K")
    assert play.hands.next_said() == "Clara is called anna now."
    assert rows(dialog)[2].startswith("anna, 1 line")


def test_a_name_that_exists_changes_nothing_if_the_question_is_left(play):
    dialog = opened(play)
    asked_for_the_name_of_anna(play, dialog)
    play.hands.press("Escape")
    play.scene.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    assert rows(dialog) == [ANNA, BERT, CLARA]


def test_a_character_is_added_and_becomes_the_current_one(play):
    dialog = opened(play)
    asking = play.dialog("Ctrl+N")
    assert isinstance(asking, QInputDialog)
    play.hands.write("  Dora ")
    play.hands.press("Return")
    assert play.hands.next_said() == "Added: Dora"
    assert dialog.list.current.character.name == "Dora"
    assert dialog.list.currentItem().text().startswith("Dora, 0 lines, woman or man not known")


def test_a_character_without_a_name_is_not_added(play):
    dialog = opened(play)
    play.dialog("Ctrl+N")
    play.hands.press("Space", "Return")
    assert rows(dialog) == [ANNA, BERT, CLARA]


def test_voices_are_found_anew_for_all_but_those_that_were_chosen(play):
    dialog = opened(play)
    play.cast.set_role("Bert", Role(voice="narrator-voice"))
    assert play.hands.answer("Ctrl+R") == "Voices are found anew for all to whom you gave none."
    assert rows(dialog)[:2] == [ANNA, "Bert, 3 lines, man, Narrator, chosen"]


def test_voices_found_anew_are_taken_back(play):
    dialog = opened(play)
    play.cast.set_role("Clara", Role(voice="heart-voice"))
    play.cast.set_role("Clara", None)
    play.hands.answer("Ctrl+R")
    assert play.hands.answer("Ctrl+Z") == "Taken back: Voices found anew"
    assert play.cast.directions.roles == {}
    assert play.hands.answer("Ctrl+Z") == "Nothing to take back"
    assert rows(dialog) == [ANNA, BERT, CLARA]


def spoken(play, engine):
    """What one of the voices was asked to say until now."""
    return play.scene.sound.engines[engine].spoken


def test_a_line_is_heard_in_the_voice_of_its_speaker_and_again_is_silence(play):
    opened(play)
    play.hands.press("Down", "Return")
    assert play.desk.listening.running
    play.scene.qtbot.waitUntil(lambda: spoken(play, 2) != [])
    play.hands.press("Return")
    assert not play.desk.listening.running


def test_a_line_is_heard_in_its_voice_though_all_are_read_by_the_narrator(open_play):
    play = open_play(characters=False)
    opened(play)
    play.wait_for_cast()
    play.hands.press("Down", "F5")
    play.scene.qtbot.waitUntil(lambda: spoken(play, 2) != [])


def test_the_sample_falls_silent_with_the_dialog(play):
    opened(play)
    play.hands.press("F5", "Escape")
    play.wait_for_text()
    assert not play.desk.listening.running


def test_one_goes_to_the_first_and_to_the_next_line_of_somebody(play):
    opened(play)
    play.hands.press("Down", "Ctrl+G")
    play.wait_for_text()
    assert play.hands.place() == play.hands.where("“Who is there?”")
    opened(play)
    play.hands.press("Down", "F3")
    play.wait_for_text()
    assert play.hands.place() == play.hands.where("“You are wet,”")


def test_that_there_is_no_further_line_is_said_and_the_dialog_stays(play):
    play.hands.put_caret("“Thank you.”")
    dialog = opened(play)
    assert play.hands.answer("Down", "F3") == "No further line"
    assert QApplication.activeModalWidget() is dialog


def test_the_focus_is_never_on_what_cannot_be_used(play):
    dialog = opened(play)
    dialog.merge.setFocus()
    play.cast.merge("Clara", "Anna")
    play.cast.merge("Bert", "Anna")
    dialog.refresh()
    assert QApplication.focusWidget() is dialog.list


def test_another_book_closes_the_dialog_and_leaves_its_cast_alone(play):
    opened(play)
    cast = play.cast
    play.hands.open_another()
    assert QApplication.activeModalWidget() is None
    assert play.cast is not cast
    assert not cast.can_undo
