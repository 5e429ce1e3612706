"""Tables, templates, and how the values in them are read."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import TingshuError
from reader.narration.ssml import utterances
from reader.phrases import Phrase, phrases_of, read_table

SUBJECT = "alarms.csv"


def phrases(table: str) -> list[Phrase]:
    return phrases_of(read_table(table, SUBJECT), SUBJECT)


def texts(table: str) -> list[str]:
    return [phrase.text for phrase in phrases(table)]


def spoken(template: str, **values: str) -> str:
    table = f"template,{','.join(values)}\n{template},{','.join(values.values())}"
    (phrase,) = phrases(table)
    return "".join(each.text for each in utterances(phrase.markup))


def error_of(table: str) -> TingshuError:
    with pytest.raises(TingshuError) as raised:
        phrases(table)
    assert raised.value.subject == SUBJECT
    assert raised.value.remedy
    return raised.value


@pytest.mark.parametrize(
    "table",
    [
        "template,id\nPump {id},7\n",
        "Template,ID\nPump {id},7\n",
        "template,id\nPump {Id},7\n",
        "模板,名称\nPump {名称},7\n",
        "template,name\nPump {name},7\n",
        "\ufefftemplate,id\r\nPump {id},7\r\n",
        "template;id\nPump {id};7",
        "template\tid\nPump {id}\t7",
        "id,TEXT\n7,Pump {id}",
        "id,模板\n7,Pump {id}",
        'template,id\n"Pump {id}",  7  ',
        "\n\ntemplate,id,\n\nPump {id},7,\n , ,\n",
    ],
)
def test_tables_in_every_form(table: str) -> None:
    assert texts(table) == ["Pump 7"]


def test_an_empty_template_is_that_of_the_row_above() -> None:
    table = "template,id\nPump {id},7\n,8\nValve {id},9\n,10\n"
    assert texts(table) == ["Pump 7", "Pump 8", "Valve 9", "Valve 10"]


def test_double_braces_are_braces() -> None:
    assert texts("template,id\n{{{id}}} {{x}},7") == ["{7} {x}"]


def test_lines_are_counted_as_in_the_file() -> None:
    table = 'template,id\n\n"Pump\n{id}",7\nValve {id},8\n'
    assert [(each.line, each.text) for each in phrases(table)] == [
        (3, "Pump 7"),
        (5, "Valve 8"),
    ]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("", "Line 1: No column is called template"),
        ("id,value\n1,2", "Line 1: No column is called template"),
        ("template,id,id\na,1,2", "Line 1: Two columns are called id"),
        ("template,id,ID\na,1,2", "Line 1: Two columns are called ID"),
        ("template,text\na,b", "Line 1: Two columns are called text"),
        ("template,id\n", "There are no phrases"),
        ("template,id\n,7", "Line 2: There is no template"),
        ("template,id\nPump {id},7,8", "Line 2: “8” stands in no column"),
        ("template,id\nPump {id},7\nPump {nr},8", "Line 3: There is no column for the slot {nr}"),
        ("template,id,name\nPump {id},7,\n,,b", "Line 3: The slot {id} has no value"),
        ("template,id\nPump {id},7\n,8\nValve {id},", "Line 4: The slot {id} has no value"),
        ("template,id\nPump {id,7", "Line 2: A brace is not closed"),
        ("template,id\nPump id},7", "Line 2: A brace is not closed or not opened"),
        ("template,id\nPump {},7", "Line 2: A slot has no name"),
        ("template,id\nPump {id:roman},7", "Line 2: {id:roman} asks for “roman”"),
        ("template,id\n… {id}!,—", "Line 2: “… —!” says nothing"),
        ('template,id\n"Pump {id},7\n', "Line 2: The row cannot be read"),
        ("template,language\nPump,Chinese (simplified)", "Line 2: “Chinese (simplified)” is no"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(table: str, words: str) -> None:
    assert error_of(table).reason.startswith(words)


@pytest.mark.parametrize(
    ("template", "values", "said"),
    [
        (
            "设备{id}温度{value}",
            {"id": "A-3071", "value": "25.5℃"},
            "设备A 三零七幺温度二十五点五摄氏度",
        ),
        ("设备{x}报警", {"x": "A-3071"}, "设备A 三零七幺报警"),
        (
            "设备{编号}温度{value}度",
            {"编号": "3071", "value": "1234"},
            "设备三零七幺温度一千二百三十四度",
        ),
        ("速度{value}", {"value": "80km/h"}, "速度八十公里每小时"),
        ("Device {id} is down", {"id": "A-3071"}, "Device A three zero seven one is down"),
        (
            "Pump {pump_id} at {value}%",
            {"pump_id": "12", "value": "12"},
            "one two at twelve percent",
        ),
        ("Pump{id} stopped", {"id": "307"}, "Pump three zero seven stopped"),
        ("Pump {id} {x:id}.", {"id": "307", "x": "12"}, "Pump three zero seven one two."),
        ("Gate {x} is open", {"x": "B12"}, "Gate B one two is open"),
        ("Load {value} now", {"value": "5kg"}, "Load five kilograms now"),
        ("Run {x}", {"x": "Windows11"}, "Run Windows"),
        ("Pump {id} stopped", {"id": "North"}, "Pump North stopped"),
        ("Room {x:id}", {"x": "301"}, "Room three zero one"),
        ("Room {id:text}", {"id": "301"}, "Room three oh one"),
        ("In {x:number}", {"x": "1984"}, "In one thousand nine hundred"),
    ],
)
def test_ids_are_read_as_ids_and_numbers_as_numbers(
    template: str, values: dict[str, str], said: str
) -> None:
    assert said in spoken(template, **values)


def test_names_of_files_may_hold_slots_and_are_numbered_without() -> None:
    table = "template,id,name\nPump {id},A-7,pump {id}\n,8,\n,9,pump.wav\n"
    assert [phrase.file for phrase in phrases(table)] == ["pump A-7.wav", "002.wav", "pump.wav"]


@pytest.mark.parametrize(
    "name",
    ["../a", "a/b", "a\\b", "..", ".", ".hidden", "CON", "nul.txt", "a:b", "a?", "a.", "长" * 80],
)
def test_names_that_leave_the_folder_or_are_none_are_refused(name: str) -> None:
    assert error_of(f"template,name\nPump,{name}").reason.startswith("Line 2: ")


@pytest.mark.parametrize(("one", "other"), [("a", "A.wav"), ("é", "e\u0301"), ("002", "")])
def test_two_phrases_cannot_have_one_name(one: str, other: str) -> None:
    error = error_of(f"template,name\nPump,{one}\nValve,{other}")
    assert error.reason.startswith("Line 3: ")
    assert "that of line 2" in error.reason


def test_a_voice_and_a_language_may_be_given() -> None:
    (phrase,) = phrases("template,voice,language\nChat,v+male,fr")
    assert (phrase.voice, phrase.markup.language) == ("v+male", "fr")
    (cue,) = phrase.markup.cues
    assert (cue.start, cue.end, cue.delivery.voice) == (0, 4, "v+male")


@given(st.text(st.sampled_from("ab{}:,;\t\n\"' 模板template"), max_size=80))
def test_any_table_is_read_or_refused(text: str) -> None:
    with suppress(TingshuError):
        found = phrases(f"template,a,b\n{text}")
        assert len({phrase.file for phrase in found}) == len(found) > 0
