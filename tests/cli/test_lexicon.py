"""The command lexicon: list, add, remove, import and export, and what it says when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import settings
from reader.books.model import Emphasis
from reader.cli import speaking
from reader.settings import Settings
from tests.cli.conftest import Run
from tests.fakes.engine import FakeEngine


def listed(tingshu: Run, *arguments: object) -> list[dict[str, object]]:
    return json.loads(tingshu("lexicon", "list", "--json", *arguments).out)


def test_an_entry_is_added_listed_and_removed(tingshu: Run) -> None:
    added = tingshu("lexicon", "add", "典当", "diǎn dàng", "--as", "pinyin", "--language", "zh-CN")
    assert added.out == "1  典当  pinyin dian3 dang4  (word, zh, all books)\n"
    assert listed(tingshu) == [
        {
            "number": 1, "word": "典当", "match": "word", "as": "pinyin", "say": "dian3 dang4",
            "language": "zh", "book": None, "enabled": True,
        }
    ]  # fmt: skip
    assert tingshu("lexicon", "remove", 1).out.startswith("Removed 1  典当")
    empty = tingshu("lexicon", "list")
    assert (empty.status, empty.out, empty.err) == (0, "", "There are no entries.\n")


def test_the_books_own_are_listed_first_and_only_with_the_book(tingshu: Run, story: Path) -> None:
    tingshu("lexicon", "add", "tea", "tee")
    outcome = tingshu("lexicon", "add", "Anna", "Ahna", "--book", story, "--json")
    assert json.loads(outcome.out)["book"]
    assert [each["word"] for each in listed(tingshu, "--book", story)] == ["Anna", "tea"]
    assert [each["word"] for each in listed(tingshu)] == ["tea"]
    assert listed(tingshu, "--language", "fr") == []


def test_a_new_entry_replaces_the_one_for_the_same_word(tingshu: Run) -> None:
    tingshu("lexicon", "add", "tea", "tee")
    tingshu("lexicon", "add", "tea", "--as", "skip")
    tingshu("lexicon", "add", "tea", "--as", "stress")
    assert [each["as"] for each in listed(tingshu)] == ["skip", "stress"]


def test_options_may_stand_anywhere(tingshu: Run) -> None:
    between = tingshu("lexicon", "add", "典当", "--as", "pinyin", "dian3 dang4")
    before = tingshu("lexicon", "add", "--language", "en", "tea", "tee")
    assert between.out.startswith("1  典当  pinyin dian3 dang4")
    assert before.out.startswith("2  tea  respelling tee  (word, en")
    unknown = tingshu("lexicon", "add", "tea", "--loud", "tee")
    assert (unknown.status, unknown.out) == (2, "")


@pytest.mark.parametrize("kind", ["skip", "stress"])
def test_what_would_not_be_said_is_refused(tingshu: Run, kind: str) -> None:
    outcome = tingshu("lexicon", "add", "tea", "tee", "--as", kind)
    assert outcome.status == 1
    assert "“tee” cannot be said" in outcome.err
    assert listed(tingshu) == []


def test_a_word_with_a_broken_byte_is_blamed_itself(tingshu: Run) -> None:
    outcome = tingshu("lexicon", "add", "caf\udcff", "coffee")
    assert outcome.status == 1
    assert outcome.err.startswith("tingshu: caf\ufffd: There is half of a character")


def test_what_cannot_be_said_is_not_added(tingshu: Run) -> None:
    wrong = tingshu("lexicon", "add", "典当", "dian3 dong9", "--as", "pinyin")
    assert (wrong.status, wrong.out) == (1, "")
    assert "“dong9” is not a syllable" in wrong.err
    pattern = tingshu("lexicon", "add", "(a+)+b", "x", "--match", "pattern")
    assert "for ever" in pattern.err
    assert listed(tingshu) == []


def test_removing_what_is_not_there_is_told_and_the_rest_is_removed(tingshu: Run) -> None:
    tingshu("lexicon", "add", "tea", "tee")
    outcome = tingshu("lexicon", "remove", 1, 7)
    assert outcome.status == 1
    assert "7: There is no entry of this number." in outcome.err
    assert listed(tingshu) == []


def test_removing_minds_neither_repeated_nor_impossible_numbers(tingshu: Run) -> None:
    tingshu("lexicon", "add", "tea", "tee")
    outcome = tingshu("lexicon", "remove", 1, 1, 99999999999999999999999)
    assert outcome.status == 1
    assert outcome.out.count("Removed") == 1
    assert "99999999999999999999999: There is no entry of this number." in outcome.err


def test_entries_go_to_standard_output(tingshu: Run) -> None:
    tingshu("lexicon", "add", "tea", "tee")
    outcome = tingshu("lexicon", "export", "-")
    assert (outcome.status, outcome.out) == (0, '"tea",0,Y,"tee",0\n')
    both = tingshu("lexicon", "export", "-", "--json")
    assert (both.status, both.out) == (1, "")
    assert "Leave out --json" in both.err


def test_an_export_of_nothing_replaces_no_file(tingshu: Run, tmp_path: Path) -> None:
    file = tmp_path / "rules.pls"
    file.write_text("mine", "utf-8")
    tingshu("lexicon", "add", "tea", "--as", "skip")
    outcome = tingshu("lexicon", "export", file)
    assert outcome.status == 1
    assert "tea: PLS tells how words are said" in outcome.err
    assert "There is nothing to write" in outcome.err
    assert file.read_text("utf-8") == "mine"


def test_a_pls_file_tells_what_it_narrows_to_its_language(tingshu: Run, tmp_path: Path) -> None:
    tingshu("lexicon", "add", "tea", "tee", "--language", "en")
    tingshu("lexicon", "add", "Anna", "Ahna")
    outcome = tingshu("lexicon", "export", tmp_path / "a.pls")
    assert "Of these, 1 for all languages" in outcome.out
    told = json.loads(tingshu("lexicon", "export", tmp_path / "a.pls", "--json").out)
    assert told == {"written": 2, "narrowed": 1, "left_out": []}


def test_lines_are_imported_and_the_wrong_ones_told(tingshu: Run, tmp_path: Path) -> None:
    file = tmp_path / "rules.txt"
    file.write_text('"lol",0,Y,"laughing out loud",0\nnonsense\n', "utf-8")
    outcome = tingshu("lexicon", "import", file)
    assert outcome.out == "Taken: 1, replacing 0. Not taken: 1.\n"
    assert "Line 2: nonsense: The line has not the five fields" in outcome.err
    again = json.loads(tingshu("lexicon", "import", file, "--json").out)
    assert (again["taken"], again["replaced"]) == (1, 1)
    assert [each["line"] for each in again["refused"]] == [2]
    assert len(listed(tingshu)) == 1


def test_a_file_in_which_there_is_nothing_fails(tingshu: Run, tmp_path: Path) -> None:
    outcome = tingshu("lexicon", "import", "-", stdin=b"nonsense\n")
    assert outcome.status == 1
    assert "Standard input: There is nothing in it that could be taken." in outcome.err
    assert "cannot be read" in tingshu("lexicon", "import", tmp_path / "none.pls").err
    broken = tingshu("lexicon", "import", "-", stdin=b"<lexicon>\n<lexeme></lexicon>")
    assert broken.status == 1
    assert "Line 2, column 11" in broken.err


def test_entries_go_into_a_pls_file_and_come_back(tingshu: Run, tmp_path: Path) -> None:
    file = tmp_path / "words.pls"
    tingshu("lexicon", "add", "China", "/ˈtʃaɪnə/", "--as", "ipa", "--language", "en")
    tingshu("lexicon", "add", "page", "--as", "skip")
    outcome = tingshu("lexicon", "export", file)
    assert outcome.out == "Written: 1. Left out: 1.\n"
    assert "page: PLS tells how words are said" in outcome.err
    tingshu("lexicon", "remove", 1, 2)
    assert tingshu("lexicon", "import", file).status == 0
    assert [(each["word"], each["say"], each["language"]) for each in listed(tingshu)] == [
        ("China", "ˈtʃaɪnə", "en")
    ]


def test_a_pls_file_of_several_languages_asks_which(tingshu: Run, tmp_path: Path) -> None:
    file = tmp_path / "words.pls"
    tingshu("lexicon", "add", "chat", "shah", "--language", "fr")
    tingshu("lexicon", "add", "chat", "chatt", "--language", "en")
    refused = tingshu("lexicon", "export", file)
    assert (refused.status, file.exists()) == (1, False)
    assert "entries for en, fr" in refused.err
    outcome = json.loads(tingshu("lexicon", "export", file, "--language", "fr", "--json").out)
    assert outcome == {
        "written": 1,
        "narrowed": 0,
        "left_out": [{"word": "chat", "reason": "It is for another language (en)."}],
    }


def test_only_the_scope_that_is_asked_for_is_exported(
    tingshu: Run, story: Path, tmp_path: Path
) -> None:
    tingshu("lexicon", "add", "tea", "tee")
    tingshu("lexicon", "add", "Anna", "Ahna", "--book", story)
    tingshu("lexicon", "export", tmp_path / "book.txt", "--book", story)
    assert (tmp_path / "book.txt").read_text("utf-8") == '"Anna",0,Y,"Ahna",0\n'
    tingshu("lexicon", "export", tmp_path / "all.txt")
    assert (tmp_path / "all.txt").read_text("utf-8") == '"tea",0,Y,"tee",0\n'


def test_a_file_that_cannot_be_written_is_told(tingshu: Run, tmp_path: Path) -> None:
    tingshu("lexicon", "add", "tea", "tee")
    outcome = tingshu("lexicon", "export", tmp_path / "none" / "all.txt")
    assert outcome.status == 1
    assert "cannot be written" in outcome.err


@pytest.mark.parametrize(
    "what", [("Ask Cleo now.",), ("--ssml", "<speak>Ask <emphasis>Cleo</emphasis> now.</speak>")]
)
def test_what_is_spoken_from_the_terminal_is_pronounced_so_too(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, what: tuple[str, ...]
) -> None:
    assert tingshu("lexicon", "add", "Cleo", "Clee-oh").status == 0
    assert tingshu("speak", *what, "-o", tmp_path / "said.wav").status == 0
    assert "Ask Clee-oh now." in "".join(engine.spoken)


@pytest.mark.parametrize("strength", [0.0, 1.5])
def test_stressed_words_have_the_strength_that_the_listener_chose(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, strength: float
) -> None:
    tingshu("lexicon", "add", "Cleo", "--as", "stress")
    monkeypatch.setattr(settings, "load", lambda: Settings(stress_words=strength))
    (utterance,) = speaking.utterances_of("Ask Cleo now.")
    levels = [s.emphasis_level for s in utterance.spans if s.emphasis is not Emphasis.NONE]
    assert levels == [strength] * bool(strength)
