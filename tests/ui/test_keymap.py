from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from reader.ui.commands import COMMANDS, COMMANDS_BY_NAME, Keymap
from reader.ui.commands.key_names import is_reading_key, keys_pressed

Modifier = Qt.KeyboardModifier


def keymap(**overrides):
    return Keymap(overrides, mac=False)


# What the settings say


def test_without_choices_everything_has_its_usual_keys():
    for command in COMMANDS:
        assert keymap().keys(command.name) == command.keys + command.reading_keys
        assert keymap().is_usual(command.name)


def test_chosen_keys_stand_in_place_of_the_usual_ones_each_where_it_works():
    chosen = keymap(contents="Ctrl+K; D; shift+d")
    assert chosen.window_keys("contents") == ("Ctrl+K",)
    assert chosen.reading_keys("contents") == ("D", "Shift+D")
    assert chosen.problems == ()


def test_a_command_may_have_no_keys():
    assert keymap(play="").keys("play") == ()
    assert keymap(play="").problems == ()


def test_a_chosen_key_is_taken_from_the_command_that_usually_has_it():
    chosen = keymap(find="Ctrl+T")
    assert chosen.keys("find") == ("Ctrl+T",)
    assert chosen.keys("contents") == ("F9",)
    assert chosen.problems == ("Ctrl+T is the key of “Find” now; “Contents” does without it.",)
    (clash,) = chosen.clashes()
    assert (clash.key, clash.winner.name, clash.loser.name) == ("Ctrl+T", "find", "contents")


def test_of_two_commands_given_one_key_the_first_in_the_table_keeps_it():
    chosen = Keymap({"contents": "Ctrl+K", "find": "Ctrl+K; Ctrl+Shift+K"}, mac=False)
    assert chosen.keys("find") == ("Ctrl+K", "Ctrl+Shift+K")
    assert chosen.keys("contents") == ()
    assert [(c.winner.name, c.loser.name) for c in chosen.clashes()] == [("find", "contents")]


def test_two_commands_may_trade_their_keys():
    chosen = keymap(faster="Ctrl+[", slower="Ctrl+]")
    assert chosen.keys("faster") == ("Ctrl+[",)
    assert chosen.keys("slower") == ("Ctrl+]",)
    assert chosen.problems == ()


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Ctrl+Foo", "“Ctrl+Foo”, given to “Find”, is not a key."),
        ("Ctrl+", "“Ctrl+”, given to “Find”, is not a key."),
        ("Ctrl+X, Ctrl+Y", "“Ctrl+X, Ctrl+Y”, given to “Find”, is not a key."),
        ("\x00", "“\x00”, given to “Find”, is not a key."),
        ("Left", "Left cannot be the key of “Find”: it moves or selects in the text."),
        ("Ins", "Ins cannot be the key of “Find”: it belongs to screen readers."),
        ("Meta+K", "Meta+K cannot be the key of “Find”: it belongs to the system."),
    ],
)
def test_rubbish_in_the_settings_is_passed_over_and_told(written, problem):
    chosen = keymap(find=f"{written}; Ctrl+K; ;; ")
    assert chosen.keys("find") == ("Ctrl+K", ";")
    assert chosen.problems == (problem,)


def test_commands_of_another_version_are_passed_over_and_told():
    chosen = keymap(juggle="Ctrl+J", find="Ctrl+K")
    assert chosen.problems == ("There is no command called “juggle”.",)
    assert chosen.overrides["juggle"] == "Ctrl+J"


def test_one_key_given_twice_to_one_command_is_no_clash():
    assert keymap(find="Ctrl+K; ctrl+k").keys("find") == ("Ctrl+K",)
    assert keymap(find="Ctrl+K; ctrl+k").problems == ()


# What stands against a key


def test_a_free_key_has_nothing_against_it():
    assert keymap().conflict("Ctrl+K") is None


def test_a_key_in_use_names_its_command():
    assert keymap().conflict("ctrl+t") is COMMANDS_BY_NAME["contents"]
    assert keymap().conflict("H") is COMMANDS_BY_NAME["next_heading"]
    assert keymap(contents="").conflict("Ctrl+T") is None


def test_a_key_of_somebody_else_names_the_reason():
    assert keymap().conflict("Ctrl+Alt+Right") == "belongs to screen readers"
    assert keymap().conflict("Media Play") == "is a media key, which keeps its meaning"
    assert keymap().conflict("Ctrl+Foo") == "is not a key"


# Choosing


def test_giving_a_key_replaces_the_keys_that_work_in_the_same_place():
    assert keymap().giving("play", "Ctrl+K").keys("play") == ("Ctrl+K", "Space")
    assert keymap().giving("play", "D").keys("play") == ("F5", "D")


def test_giving_a_key_takes_it_from_its_command():
    changed = keymap().giving("find", "Ctrl+T")
    assert changed.keys("find") == ("Ctrl+T",)
    assert changed.keys("contents") == ("F9",)
    assert changed.problems == ()
    assert changed.overrides == {"find": "Ctrl+T", "contents": "F9"}


def test_going_back_to_the_usual_keys_leaves_no_trace():
    assert keymap().with_keys("find", "Ctrl+K").with_keys("find", "ctrl+f").overrides == {}
    assert keymap(find="Ctrl+K").with_usual_keys("find") == keymap()


def test_usual_keys_come_back_from_the_command_that_was_given_them():
    changed = keymap().giving("find", "Ctrl+T").with_usual_keys("contents")
    assert changed.keys("contents") == ("Ctrl+T", "F9")
    assert changed.keys("find") == ("Ctrl+F",)
    assert changed.problems == ()


def test_a_command_without_keys_stays_so_when_another_is_reset():
    changed = keymap(stop="", find="Ctrl+K").with_usual_keys("find")
    assert changed.overrides == {"stop": ""}


# Keys as texts and as events


@pytest.mark.parametrize("key", ["H", "Shift+H", "1", ",", "Space", "Return", "中", "+"])
def test_bare_keys_work_in_the_text_only(key):
    assert is_reading_key(key, mac=False)


@pytest.mark.parametrize("key", ["F5", "Shift+F5", "Ctrl+T", "Alt+.", "Ctrl++", "Alt+Up"])
def test_function_keys_and_chords_work_everywhere(key):
    assert not is_reading_key(key, mac=False)


def test_the_keys_of_paragraphs_and_of_copying_stay_in_the_text():
    for key in ("Ctrl+Down", "Ctrl+C", "Ctrl+A"):
        assert is_reading_key(key, mac=False)
    assert is_reading_key("Alt+Down", mac=True)


def pressed(key, modifiers=Modifier.NoModifier, *, code=0, virtual=0):
    return keys_pressed(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, virtual, 0))


SHIFT, CTRL = Modifier.ShiftModifier, Modifier.ControlModifier


def test_a_key_event_has_the_name_that_the_table_uses():
    assert pressed(Qt.Key.Key_H, SHIFT) == ("Shift+H",)
    assert pressed(Qt.Key.Key_T, CTRL) == ("Ctrl+T",)
    assert pressed(Qt.Key.Key_F5) == ("F5",)


def test_a_sign_typed_with_shift_is_found_without_it_too():
    assert pressed(Qt.Key.Key_Plus, CTRL | SHIFT) == ("Ctrl++", "Ctrl+Shift++")
    assert pressed(Qt.Key.Key_Up, SHIFT) == ("Shift+Up",)


def test_signs_of_the_keypad_and_of_the_third_level_are_the_same_signs():
    assert pressed(Qt.Key.Key_1, Modifier.KeypadModifier) == ("1",)
    assert pressed(Qt.Key.Key_BracketLeft, Modifier.GroupSwitchModifier) == ("[",)


@pytest.mark.parametrize(
    ("platform", "code"),
    [("linux", {"code": 10}), ("win32", {"virtual": 0x31}), ("darwin", {"virtual": 18})],
)
def test_a_digit_is_known_by_its_place_whatever_it_types(monkeypatch, platform, code):
    monkeypatch.setattr("sys.platform", platform)
    assert pressed(Qt.Key.Key_Exclam, SHIFT, **code) == ("Shift+1", "!", "Shift+!")
    assert pressed(Qt.Key.Key_Exclam, SHIFT | CTRL, **code) == ("Ctrl+!", "Ctrl+Shift+!")
    assert pressed(Qt.Key.Key_Ampersand, **code) == ("1", "&")  # the French row
    assert pressed(Qt.Key.Key_1, SHIFT, **code) == ("Shift+1",)
