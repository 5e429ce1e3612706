"""Every choice holds as soon as it is made, is found, and is taken back, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox

from reader.language.spoken.style import CHOICES as SPOKEN_CHOICES
from reader.settings import CHOICES, Settings, accepted
from reader.ui.groups import RadioChoice
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.settings_pages.controls import NumberField
from reader.ui.settings_pages.setting import SPOKEN
from tests.fakes.keyboard import Desktop


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def open_dialog(desktop):
    """Opens the dialog; returns it and all that it changes."""

    def open_dialog(own=(), **choices):
        changes = []
        dialog = SettingsDialog(Settings(**choices), desktop.window, own=own)
        dialog.changed.connect(changes.append)
        dialog.heard = []
        dialog.told.connect(dialog.heard.append)
        return desktop.open(dialog), changes

    return open_dialog


def go_to(dialog, desktop, title):
    """Go into the page of that title, whose first control then has the focus."""
    titles = [dialog.pages.item(row).text() for row in range(dialog.pages.count())]
    dialog.pages.setFocus()
    desktop.press("Home", *["Down"] * titles.index(title), "Return")


def write(desktop, text):
    """Write `text` in place of what the field holds."""
    QApplication.focusWidget().selectAll()
    desktop.write(text)


def use(button, desktop):
    """Press `button` by the keyboard."""
    button.setFocus()
    desktop.press("Return")


# What is chosen


def test_a_box_that_is_ticked_holds_at_once(desktop, open_dialog):
    _, changes = open_dialog()
    desktop.press("Tab", "Space", "Tab", "Tab", "Space")
    assert changes == [{"caret_follows": True}, {"mark_sentence": False}]


def test_opening_and_leaving_changes_nothing(desktop, open_dialog):
    dialog, changes = open_dialog(
        pause_sentence=0.123, announce_by="event", study="paragraph", rate=1.375, volume=0.333,
        font="A face that is gone", letter_spacing=0.1234, spoken={"one": "yi"},
    )  # fmt: skip
    for _ in range(dialog.pages.count()):
        desktop.press("Down")
    desktop.press("Tab", "Escape")
    desktop.wait_for_text()
    assert changes == []


def test_a_pause_goes_by_tenths_down_to_none(desktop, open_dialog):
    dialog, changes = open_dialog(pause_sentence=0.15)
    go_to(dialog, desktop, "Listening")
    desktop.press("Tab", "Tab", "Down", "Down", "Down")
    assert changes == [{"pause_sentence": pytest.approx(0.05)}, {"pause_sentence": 0.0}]


@pytest.mark.parametrize("leave", ["Tab", "Escape"])
@pytest.mark.parametrize(
    ("page", "name", "written", "kept"),
    [
        ("Listening", "pause_heading", "1.5", 1.5),
        ("Characters", "confidence", "90", 0.9),
        ("Emphasis", "stress_terms", "150", 1.5),
        ("Looks", "zoom", "200", 200),
        ("Text of the book", "letter_spacing", "5", 0.05),
        ("Text of the book", "text_size", "20", 20),
    ],
)
def test_a_number_that_is_written_holds_however_the_field_is_left(
    desktop, open_dialog, leave, page, name, written, kept
):
    dialog, changes = open_dialog()
    go_to(dialog, desktop, page)
    dialog.controls[name].setFocus()
    write(desktop, written)
    desktop.press(leave)
    assert changes == [{name: kept}]
    assert type(changes[0][name]) is type(getattr(Settings(), name))


def test_radio_buttons_choose_by_arrows(desktop, open_dialog):
    dialog, changes = open_dialog()
    desktop.press(*["Tab"] * 5)
    assert QApplication.focusWidget() is dialog.controls["study"].buttons["off"]
    desktop.press("Down", "Down")
    assert changes == [{"study": "sentence"}, {"study": "paragraph"}]


def test_how_a_number_is_said_is_kept_beside_how_others_are(desktop, open_dialog):
    dialog, changes = open_dialog(spoken={"zero": "oh", "of a later version": "x"})
    go_to(dialog, desktop, "Chinese numbers")
    desktop.press("Down", "Up")
    assert changes == [
        {"spoken": {"zero": "oh", "of a later version": "x", "one": "yi"}},
        {"spoken": {"zero": "oh", "of a later version": "x"}},
    ]


def test_faces_are_chosen_by_arrows(desktop, open_dialog):
    dialog, changes = open_dialog()
    go_to(dialog, desktop, "Text of the book")
    assert dialog.controls["font"].hasFocus()
    desktop.press("Down")
    assert changes == [{"font": "sans-serif"}]


def test_a_face_that_is_not_installed_says_what_to_do(desktop, open_dialog, monkeypatch):
    monkeypatch.setattr("reader.ui.typeface.QFontDatabase.families", lambda: [])
    dialog, _ = open_dialog()
    go_to(dialog, desktop, "Text of the book")
    desktop.press("Down", "Down")
    faces = dialog.controls["font"]
    assert "fonts-opendyslexic" in faces.accessibleDescription()
    desktop.press("Up")
    assert faces.accessibleDescription() == ""


def test_enter_on_a_page_goes_into_it(desktop, open_dialog):
    dialog, changes = open_dialog()
    desktop.press("Down", "Return")
    assert dialog.controls["rate"].hasFocus()
    assert changes == []
    desktop.press("Up", "Return")
    desktop.wait_for_text()
    assert changes == [{"rate": 1.1}]


def test_the_sample_looks_as_was_chosen(desktop, open_dialog):
    dialog, _ = open_dialog()
    go_to(dialog, desktop, "Text of the book")
    sample = dialog.views[dialog.pages.currentRow()].sample
    assert sample.document().defaultFont().pointSizeF() == Settings().text_size
    dialog.controls["text_size"].setValue(30)
    assert sample.document().defaultFont().pointSizeF() == 30


# What is found


def rows(dialog):
    return [dialog.found.item(row).text() for row in range(dialog.found.count())]


def test_a_setting_is_found_and_gone_to(desktop, open_dialog):
    dialog, changes = open_dialog()
    desktop.press("Alt+F")
    desktop.write("heading sil")
    assert rows(dialog) == ["Listening: After a heading"]
    assert dialog.heard[-1] == "1 setting found"
    desktop.press("Down")
    assert dialog.found.hasFocus()
    assert not dialog.pages.isVisible()
    assert not dialog.reset_page.isEnabled()
    desktop.press("Return")
    assert dialog.controls["pause_heading"].hasFocus()
    assert dialog.pages.currentItem().text() == "Listening"
    assert dialog.pages.isVisible()
    assert dialog.filter.text() == ""
    assert dialog.reset_page.isEnabled()
    assert changes == []


def test_what_is_called_so_comes_before_what_is_only_known_by_it(open_dialog):
    dialog, _ = open_dialog()
    dialog.filter.setText("pinyin")
    assert rows(dialog)[0] == "Text of the book: Pinyin above hanzi"
    dialog.filter.setText("speed")
    assert rows(dialog) == ["Listening: Reading rate"]


def test_the_button_of_a_choice_that_was_found_gets_the_focus(desktop, open_dialog):
    dialog, changes = open_dialog(theme="sepia")
    desktop.press("Alt+F")
    desktop.write("night")
    desktop.press("Return")
    assert QApplication.focusWidget() is dialog.controls["theme"].buttons["sepia"]
    assert changes == []


def test_what_is_not_found_is_told_and_enter_goes_nowhere(desktop, open_dialog):
    dialog, _ = open_dialog()
    desktop.press("Alt+F")
    desktop.write("zebra")
    assert (rows(dialog), dialog.heard[-1]) == ([], "Nothing found")
    desktop.press("Return")
    assert dialog.isVisible()
    assert dialog.filter.hasFocus()


def test_escape_first_ends_the_search_then_the_dialog(desktop, open_dialog):
    dialog, _ = open_dialog()
    desktop.press("Alt+F")
    desktop.write("zoom")
    desktop.press("Down", "Escape")
    assert dialog.isVisible()
    assert dialog.filter.hasFocus()
    assert dialog.pages.isVisible()
    desktop.press("Escape")
    desktop.wait_for_text()


def test_without_a_search_down_goes_to_the_pages(desktop, open_dialog):
    dialog, _ = open_dialog()
    desktop.press("Alt+F", "Return")
    assert dialog.isVisible()
    desktop.press("Down")
    assert dialog.pages.hasFocus()


# What is taken back


def test_a_page_is_reset_and_that_is_taken_back(desktop, open_dialog):
    dialog, changes = open_dialog(mark_word=False, study="sentence", rate=2.0)
    use(dialog.reset_page, desktop)
    assert changes == [{"mark_word": True, "study": "off"}]
    assert dialog.heard == ["The usual values hold again."]
    assert dialog.controls["mark_word"].isChecked()
    desktop.press("Ctrl+Z")
    assert changes[1:] == [{"mark_word": False, "study": "sentence"}]
    assert dialog.heard[1:] == ["Taken back: Reading"]
    assert dialog.controls["study"].word == "sentence"
    assert not dialog.take_back.isEnabled()


def test_changes_are_taken_back_one_after_the_other(desktop, open_dialog, qtbot):
    dialog, changes = open_dialog()
    go_to(dialog, desktop, "Listening")
    desktop.press("Up", "Up", "Tab", "Down")
    del changes[:]
    desktop.press("Ctrl+Z", "Alt+U")
    qtbot.waitUntil(lambda: len(changes) == 2)
    assert changes == [{"volume": 1.0}, {"rate": 1.0}]
    assert dialog.heard == ["Taken back: Volume", "Taken back: Reading rate"]
    assert dialog.controls["rate"].value() == 1.0
    desktop.press("Ctrl+Z")
    assert dialog.heard[2:] == ["Nothing to take back"]


def test_what_was_written_and_not_left_is_taken_back_too(desktop, open_dialog):
    dialog, changes = open_dialog()
    go_to(dialog, desktop, "Looks")
    dialog.controls["zoom"].setFocus()
    write(desktop, "300")
    desktop.press("Ctrl+Z")
    assert changes == [{"zoom": 300}, {"zoom": 100}]
    assert dialog.controls["zoom"].value() == 100


def test_a_value_between_two_that_can_be_shown_comes_back_as_it_was(desktop, open_dialog):
    dialog, changes = open_dialog(pause_heading=0.123)
    go_to(dialog, desktop, "Listening")
    use(dialog.reset_page, desktop)
    desktop.press("Ctrl+Z")
    assert changes == [{"pause_heading": 1.0}, {"pause_heading": 0.123}]


def test_everything_is_reset_only_when_that_was_asked(desktop, open_dialog, qtbot):
    dialog, changes = open_dialog(stress_words=0.5, theme="dark", spoken={"day": "hao"})
    use(dialog.reset_all, desktop)
    assert changes == []
    dialog.question.close()
    use(dialog.reset_all, desktop)
    [reset] = [each for each in dialog.question.buttons() if "Reset" in each.text()]
    reset.click()
    assert changes == [{"stress_words": 1.0, "theme": "system", "spoken": {}}]
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.findChild(QMessageBox).isVisible())


def test_what_is_no_setting_of_the_window_is_never_reset(desktop, open_dialog):
    dialog, changes = open_dialog(keys={"play": "P"}, voices={"en": "x"}, welcomed=True)
    use(dialog.reset_all, desktop)
    [reset] = [each for each in dialog.question.buttons() if "Reset" in each.text()]
    reset.click()
    assert changes == []


# What is said of them


def test_what_is_the_open_books_own_says_so(open_dialog):
    dialog, _ = open_dialog(own={"rate", "colours"})
    said = {
        name for name, control in dialog.controls.items()
        if "Only for this book." in control.accessibleDescription()
    }  # fmt: skip
    assert said == {"rate", "theme", "zoom"}


def test_enter_presses_the_button_that_has_the_focus(desktop, open_dialog):
    dialog, changes = open_dialog(mark_word=False)
    dialog.reset_page.setFocus()
    desktop.press("Return")
    assert changes == [{"mark_word": True}]
    assert dialog.isVisible()
    desktop.press("Tab", "Tab", "Tab", "Return")
    desktop.wait_for_text()


def test_tab_stops_only_at_what_the_page_shows_and_comes_round(desktop, open_dialog):
    dialog, _ = open_dialog()
    for row in range(dialog.pages.count()):
        dialog.pages.setFocus()
        desktop.press("Home", *["Down"] * row)
        shown = {name for name, control in dialog.controls.items() if control.isVisible()}
        met, met_buttons = set(), set()
        for _ in range(20):
            desktop.press("Tab")
            focus = QApplication.focusWidget()
            if focus is dialog.pages:
                break
            met_buttons.add(focus)
            met |= {n for n, c in dialog.controls.items() if c is focus or c.isAncestorOf(focus)}
        assert focus is dialog.pages
        assert met == shown
        assert {dialog.filter, dialog.reset_page, dialog.reset_all} <= met_buttons


def test_the_words_offered_are_those_that_the_settings_know(open_dialog):
    dialog, _ = open_dialog()
    for name, control in dialog.controls.items():
        if isinstance(control, RadioChoice):
            field = name.removeprefix(SPOKEN)
            known = SPOKEN_CHOICES[field] if name.startswith(SPOKEN) else CHOICES[name]
            assert sorted(control.buttons) == sorted(known)


def test_a_group_is_named_and_its_buttons_only_by_themselves(open_dialog):
    dialog, _ = open_dialog()
    study = dialog.controls["study"]
    group = QAccessible.queryAccessibleInterface(study)
    assert group.text(QAccessible.Text.Name) == "Stop to study"
    button = QAccessible.queryAccessibleInterface(study.buttons["off"])
    assert button.text(QAccessible.Text.Name) == "Never"
    assert QAccessible.RelationFlag.Label not in [kind for _, kind in button.relations()]


def test_every_page_has_its_own_mnemonics(open_dialog):
    dialog, _ = open_dialog()
    for row in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(row)
        texts = [
            each.text()
            for kind in (QAbstractButton, QLabel)
            for each in dialog.findChildren(kind)
            if each.isVisible() and "&" in each.text()
        ]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(set(letters)) == sorted(letters), texts


def test_all_that_can_be_chosen_without_a_window_of_its_own_is_there(open_dialog):
    dialog, _ = open_dialog()
    elsewhere = {
        "keys", "voices", "output_device", "output_buffer", "runtime", "skip", "window",
        "shelf_order", "shelf_shown", "welcomed", "self_voicing_offered", "unknown", "spoken",
    }  # fmt: skip
    there = {name for name in dialog.controls if not name.startswith(SPOKEN)}
    exporting = {name for name in Settings.__dataclass_fields__ if name.startswith("export_")}
    assert there == {*Settings.__dataclass_fields__} - elsewhere - exporting
    spoken = {name.removeprefix(SPOKEN) for name in dialog.controls if name.startswith(SPOKEN)}
    assert spoken == {*SPOKEN_CHOICES}


def test_numbers_go_as_far_as_the_settings_bear(open_dialog):
    dialog, _ = open_dialog()
    for name, control in dialog.controls.items():
        if isinstance(control, NumberField):
            for value in (control.minimum(), control.maximum()):
                kept = type(getattr(Settings(), name))(value / control._times)
                assert accepted({name: kept}) == {name: kept}
