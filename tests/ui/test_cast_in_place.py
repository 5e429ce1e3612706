"""Who speaks is told, corrected and followed at the place itself, by keys alone."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QInputDialog

from reader.dialogue.model import Evidence
from reader.errors import TingshuError
from reader.script.line import ScriptLine
from reader.ui.cast.likely import likely_speakers
from reader.ui.speaker_dialog import SpeakerDialog
from tests.fakes import theatre


def told_at(play, words, key="V"):
    play.hands.put_caret(words)
    return play.hands.answer(key)


def entries(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


# Who speaks


def test_who_speaks_is_told_with_how_sure_that_is_why_and_in_which_voice(play):
    told = "Anna, 90 percent sure: the words beside it name the speaker. Voice: Heart."
    assert told_at(play, "in,” said") == told
    assert told_at(play, "in,” said", "Ctrl+I") == told


def test_narration_is_the_narrators(play):
    assert told_at(play, "asked Bert") == "The narrator"
    assert told_at(play, "The lamp burned") == "The narrator"


def test_at_the_start_of_a_sentence_the_speech_in_it_is_meant(open_play, finder):
    finder.dialogue = theatre.found(start=theatre.line("Sit", theatre.found()).start + 1)
    play = open_play()
    play.wait_for_cast()
    assert told_at(play, "“Sit down").startswith("Bert, ")


def test_that_the_narrator_speaks_because_too_little_is_sure_is_told(play):
    assert told_at(play, "Sit down") == (
        "Bert, 55 percent sure: two take turns. Too unsure: the narrator speaks."
    )
    play.window.choices.choose(uncertain="neighbour")
    assert told_at(play, "Sit down").endswith("Too unsure: a voice like the narrator's speaks.")
    play.window.choices.choose(confidence=0.5)
    assert told_at(play, "Sit down") == "Bert, 55 percent sure: two take turns. Voice: Bass."


def test_that_nobody_was_found_is_told(open_play, finder):
    finder.dialogue = theatre.found(speaker=None, evidence=Evidence.NONE)
    play = open_play()
    play.wait_for_cast()
    assert told_at(play, "Sit down") == "Nobody was found who says this."


def test_what_is_no_speech_is_told(open_play, finder):
    finder.dialogue = theatre.found(spoken=False)
    play = open_play()
    play.wait_for_cast()
    assert told_at(play, "Sit down") == "No speech: the narrator reads it."


def test_who_speaks_is_looked_for_when_asked_though_all_sound_alike(open_play, finder):
    play = open_play(characters=False)
    assert told_at(play, "Come") == "Looking who speaks; ask again in a moment"
    play.wait_for_cast()
    assert told_at(play, "Come") == (
        "Anna, 90 percent sure: the words beside it name the speaker. "
        "Voices for characters are off."
    )
    assert finder.asked == 1


def test_other_choices_of_how_it_sounds_look_for_nobody_while_all_sound_alike(open_play, finder):
    play = open_play(characters=False)
    play.window.choices.choose(stress_words=0.5, feelings=False)
    assert not play.desk.cast_finder.running
    assert finder.asked == 0
    play.window.choices.choose(characters=True)
    play.wait_for_cast()


def test_how_far_the_search_is_is_told_while_it_goes_on(open_play, finder):
    finder.may_end.clear()
    play = open_play()
    told = "Still looking who speaks: 40 percent"
    play.scene.qtbot.waitUntil(lambda: told_at(play, "Come") == told)
    for key in ("Shift+V", "A", "Shift+A"):
        assert play.hands.answer(key) == told


def test_the_script_waits_for_who_speaks_though_all_sound_alike(open_play, finder):
    play = open_play(characters=False)
    assert play.hands.answer("Ctrl+Shift+X") == "Looking who speaks; ask again in a moment"
    play.wait_for_cast()
    assert 'who="Anna"' in play.dialog("Ctrl+Shift+X").text.written


def test_the_script_can_be_had_though_who_speaks_could_not_be_found(open_play, finder):
    finder.error = TingshuError("The book", "It is odd.", "Try again.")
    play = open_play()
    play.scene.qtbot.waitUntil(lambda: play.desk.cast_finder.has_failed)
    assert "<s>“Come in,” said Anna.</s>" in play.dialog("Ctrl+Shift+X").text.written


def test_a_search_that_fails_is_told_and_the_book_is_read(open_play, finder):
    finder.error = TingshuError("The book", "It is odd.", "Try again.")
    play = open_play()
    play.scene.qtbot.waitUntil(lambda: finder.asked == 1 and not play.desk.cast_finder.running)
    said = play.window.status.currentMessage()
    assert said.startswith("Who speaks could not be found; the narrator reads everything.")
    assert "It is odd." in said
    play.hands.listen_to("“Come in,” said Anna.")


# Correcting


def test_a_line_is_given_to_another_and_back(play):
    play.hands.put_caret("Sit down")
    dialog = play.dialog("Shift+V")
    assert isinstance(dialog, SpeakerDialog)
    assert dialog.list.accessibleName() == "Who says “Sit down here,”"
    assert entries(dialog) == [
        "Bert, man",
        "Anna, woman",
        "Clara, woman",
        "The narrator",
        "Somebody new…",
    ]
    play.hands.press("Down", "Return")
    assert play.hands.next_said() == "Says this line from now on: Anna"
    play.wait_for_text()
    assert play.hands.answer("V") == "Anna, 100 percent sure: you said so. Voice: Heart."
    assert play.hands.answer("Ctrl+Z") == "Taken back: “Sit down here,”"
    assert play.hands.answer("V").startswith("Bert, 55 percent sure")


def test_a_line_is_given_to_the_narrator(play):
    play.hands.put_caret("Sit down")
    play.dialog("Ctrl+R")
    play.hands.press("End", "Up", "Return")
    assert play.hands.next_said() == "Says this line from now on: The narrator"
    play.wait_for_text()
    assert play.hands.answer("V") == "The narrator, because you said so."


def test_a_line_that_was_corrected_is_given_back_to_whoever_was_found(play):
    play.hands.put_caret("Sit down")
    play.cast.correct(theatre.line("Sit down", play.cast.dialogue), "Anna")
    dialog = play.dialog("Shift+V")
    assert entries(dialog)[-1] == "As it was found"
    play.hands.press("End", "Return")
    assert play.hands.next_said() == "Says this line, as it was found: Bert"
    play.wait_for_text()
    assert play.hands.answer("V").startswith("Bert, 55 percent sure")
    assert play.cast.directions.corrections == ()
    assert play.hands.answer("Ctrl+Z") == "Taken back: “Sit down here,”"
    assert theatre.line("Sit down", play.cast.dialogue).speaker == "Anna"


def test_a_line_is_given_to_somebody_new_and_both_are_taken_back_at_once(play):
    play.hands.put_caret("Sit down")
    play.dialog("Shift+V")
    naming = play.dialog("End", "Return")
    assert isinstance(naming, QInputDialog)
    play.hands.write("Dora")
    play.hands.press("Return")
    assert play.hands.next_said() == "Says this line from now on: Dora"
    play.wait_for_text()
    assert [each.character.name for each in play.cast.members] == ["Anna", "Bert", "Clara", "Dora"]
    play.hands.press("Ctrl+Z")
    assert [each.character.name for each in play.cast.members] == ["Anna", "Bert", "Clara"]
    assert theatre.line("Sit down", play.cast.dialogue).speaker == "Bert"


def give_a_script(play, words, ssml):
    """An editor has written the sentence with `words` anew."""
    session = play.scene.session
    passage = session.timeline.at(0, play.hands.where(words)[1])
    text = session.chapter.text[passage.start : passage.end]
    line = ScriptLine(chapter=0, place=passage.start, original=text, ssml=ssml)
    session.direction.script.set_lines([line])
    session.direction.script_changed()


def test_a_line_that_an_editor_gave_to_somebody_is_told_as_theirs(play):
    give_a_script(play, "Sit down", '<x:said who="Clara">“Sit down here,”</x:said> she said.')
    assert told_at(play, "Sit down") == "Clara, because the script of the chapter says so."
    give_a_script(play, "Sit down", "“Sit down here,” she said.")
    assert told_at(play, "Sit down") == "The narrator, because the script of the chapter says so."
    assert told_at(play, "The lamp") == "The narrator"


def test_a_correction_that_the_script_overrules_is_not_claimed_to_hold(play):
    told = "The script of the chapter tells who says this line: change it there"
    give_a_script(play, "Sit down", '<x:said who="Clara">“Sit down here,”</x:said> she said.')
    play.hands.put_caret("Sit down")
    play.dialog("Shift+V")
    play.hands.press("Down", "Return")
    assert play.hands.next_said() == told
    play.wait_for_text()
    play.dialog("Shift+V")
    play.hands.press("End", "Return")
    assert play.hands.next_said() == told
    assert play.cast.directions.corrections == ()


def test_leaving_the_question_changes_nothing(play):
    play.hands.put_caret("Sit down")
    play.dialog("Shift+V")
    play.hands.press("Escape")
    play.wait_for_text()
    assert not play.cast.can_undo


def test_narration_is_nobodys_to_correct(play):
    assert told_at(play, "The lamp", "Shift+V") == "Nobody speaks here"
    assert QApplication.activeModalWidget() is None


def test_whoever_speaks_near_by_is_likelier_than_who_says_more_elsewhere():
    dialogue = theatre.found()
    likely = likely_speakers(dialogue, theatre.line("A letter", dialogue))
    assert [each.name for each in likely] == ["Clara", "Anna", "Bert"]


# Moving


def test_one_goes_from_line_to_line_of_somebody_and_back(play):
    play.hands.put_caret("Come in")
    assert play.hands.answer("A") == "Anna: “It is me,”"
    assert play.hands.place() == play.hands.where("“It is me,”")
    play.hands.press("A", "A")
    assert play.hands.place() == play.hands.where("“Give it to me,”", chapter=1)
    assert play.hands.answer("A") == "No next line of Anna"
    play.hands.press("Shift+A", "Shift+A")
    assert play.hands.place() == play.hands.where("“It is me,”")


def test_somebody_is_followed_from_narration_too(play):
    play.hands.put_caret("Who is there")
    play.hands.press("A")
    play.hands.put_caret("The lamp")
    assert play.hands.answer("A") == "Bert: “Sit down here,”"


def test_in_narration_there_is_nobody_to_follow_at_first(play):
    assert told_at(play, "The lamp", "A") == "Nobody speaks here"
    assert told_at(play, "“Come in", "Shift+A") == "No previous line of Anna"


# On and off


def test_voices_for_characters_are_switched_off_and_on_by_key(play):
    action = play.window.actions_by_name["characters"]
    assert action.isChecked()
    before = len(play.scene.session.narrator.directors)
    assert play.hands.answer("Ctrl+Shift+A") == "Voices for characters: off"
    assert not action.isChecked()
    assert len(play.scene.session.narrator.directors) == before - 1
    assert play.hands.answer("Ctrl+Shift+A") == "Voices for characters: on"
    assert action.isChecked()
    assert play.desk.settings.characters
