"""What the translators' tool can find, and that every text it finds is translated."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader
import reader.ui
from installer import translations

FOLDER = Path(reader.ui.__file__).parent
CORE = Path(reader.__file__).parent
CHINESE = translations.TRANSLATIONS / "tingshu_zh_CN.ts"
ENTRIES = list(translations.entries(CHINESE))

AS_GIVEN = {
    FOLDER / "commands" / "command.py": {"QCoreApplication.translate('Commands', source)"},
    FOLDER / "language" / "words.py": {"translate('Messages', text.template)"},
}
"""Translations of what comes from elsewhere, where every text is marked."""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last name of what is called: `tr` for `self.tr(…)`; a painter translates no texts."""
    owner, _, name = ast.unparse(call.func).rpartition(".")
    return "" if owner == "painter" else name


def is_literal(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def marked_contexts(tree: ast.AST) -> set[str]:
    """The contexts of the texts that this module keeps in tables, marked for the tool."""
    return {
        ast.unparse(call.args[0]) for call in calls(tree) if called(call) == "QT_TRANSLATE_NOOP"
    }


def is_found(call: ast.Call, marked: set[str]) -> bool:
    """Whether the tool finds the text of `call` under the right context, if it translates one.

    A text may come out of a table by its key, whose texts are marked in the same module.
    """
    match called(call):
        case "tr":
            return ast.unparse(call.func) == "self.tr" and is_literal(call.args[0])
        case "QT_TRANSLATE_NOOP":
            return all(map(is_literal, call.args))
        case "translate":
            context, text = call.args[:2]
            from_table = not isinstance(text, ast.JoinedStr) and ast.unparse(context) in marked
            return is_literal(context) and (is_literal(text) or from_table)
        case "translated":
            return not is_literal(call.args[0])
    return True


def helpers(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls which translate what the function around them was given as it is."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            given = {each.arg for each in function.args.args}
            for call in calls(function):
                if called(call) in ("tr", "translate"):
                    texts = [each for each in call.args[:2] if isinstance(each, ast.Name)]
                    if given.intersection(each.id for each in texts):
                        yield call


def hidden(source: str) -> set[str]:
    """The calls in `source` whose texts stay in English, because nobody is asked for others."""
    tree = ast.parse(source)
    marked = marked_contexts(tree)
    lost = [call for call in calls(tree) if not is_found(call, marked)]
    return {ast.unparse(call) for call in (*lost, *helpers(tree))}


@pytest.mark.parametrize(
    "path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER))
)
def test_every_text_of_the_window_is_found_by_translators(path):
    assert hidden(path.read_text("utf-8")) == AS_GIVEN.get(path, set())


MARKED = "X = QT_TRANSLATE_NOOP('Words', 'Open')\n"


@pytest.mark.parametrize(
    "source",
    [
        "def _tr(text):\n    return QCoreApplication.translate('Words', text)",
        MARKED + "def _tr(text):\n    return translate('Words', text, None, 1)",
        "def say(self, text):\n    return self.tr(text)",
        "translate(CONTEXT, 'Open')",
        MARKED + "translate('Words', f'Open {name}')",
        "translate('Others', TEXTS[0])\n" + MARKED,
        "self.tr(TEXT)",
        "self.tr('Open ' + name)",
        "window.tr('Open')",
        "translated('Open')",
        "QT_TRANSLATE_NOOP('Words', TEXT)",
    ],
)
def test_a_text_that_would_not_be_found_is_noticed(source):
    assert hidden(source) != set()


@pytest.mark.parametrize(
    "source",
    [
        "self.tr('Open {name}').format(name=name)",
        "def words(count):\n    return translate('Words', '%n word(s)', None, count)",
        MARKED + "def word(number):\n    return translate('Words', TEXTS[number])",
        "translated(command.text)",
        "painter.translate(4, 2)",
    ],
)
def test_texts_that_are_written_out_or_marked_in_a_table_are_found(source):
    assert hidden(source) == set()


def test_every_message_of_the_core_is_written_out_where_it_is_made():
    made = [
        (path, call)
        for path in CORE.rglob("*.py")
        for call in calls(ast.parse(path.read_text("utf-8")))
        if ast.unparse(call.func) in ("message", "template")
    ]
    assert len(made) > 100
    assert [f"{path}:{call.lineno}" for path, call in made if not is_literal(call.args[0])] == []


def test_the_tool_sees_texts_in_f_strings_and_those_of_the_core(tmp_path):
    source = tmp_path / "some.py"
    source.write_text(
        "class Bar:\n    def say(self):\n        return f\"{self.tr('No problems')} …\"\n"
        "translate('Words', 'Open')\nmessage('{count} books', count=3)\n",
        "utf-8",
    )
    assert list(translations.texts_in(source)) == [
        ("Bar", "No problems"), ("Words", "Open"), ("Messages", "{count} books"),
    ]  # fmt: skip


def test_every_text_has_a_translation():
    missing = set(translations.texts()) - {(context, source) for context, source, _ in ENTRIES}
    assert missing == set(), "run `make translations` and translate what it prints"
    assert list(translations.untranslated(CHINESE)) == []


def test_no_translation_is_of_a_text_that_is_gone():
    assert {entry[:2] for entry in ENTRIES} - set(translations.texts()) == set()


def test_what_the_program_reads_was_made_from_the_translations(tmp_path):
    made = tmp_path / "made.qm"
    translations.compile_to(CHINESE, made)
    assert made.read_bytes() == CHINESE.with_suffix(".qm").read_bytes(), "run `make translations`"


def places(text: str) -> list[tuple[str, str | None, str | None]]:
    """What is put into `text` where, in the order of the names."""
    parts = string.Formatter().parse(text)
    return sorted((name, form, kind) for _, name, form, kind in parts if name is not None)


def test_a_translation_has_the_places_that_the_text_has():
    assert [entry for entry in ENTRIES if places(entry[1]) != places(entry[2])] == []


def mnemonics(text: str, mark: str) -> list[str]:
    return [each.upper() for each in re.findall(mark, text.replace("&&", ""))]


def test_a_translation_has_the_mnemonic_of_the_text_in_brackets():
    """With the same letters they are as unique as in English."""
    wrong = [
        (source, translation)
        for context, source, translation in ENTRIES
        if context != translations.CORE
        and mnemonics(source, r"&(\w)") != mnemonics(translation, r"\(&(\w)\)")
    ]
    assert wrong == []


def test_what_asks_for_more_says_so_in_both_languages():
    dots = [(s, t) for _, s, t in ENTRIES if s.endswith("…") != t.endswith("…")]
    assert dots == []


def test_chinese_sentences_end_and_are_parted_as_chinese_does():
    odd = re.compile(r"[\u4e00-\u9fff][,;:?!.](?!\w)|[，。：；？！] ")
    assert [text for _, _, text in ENTRIES if odd.search(text)] == []
    assert [t for _, s, t in ENTRIES if s.endswith(".") and t[-1] not in "。.…"] == []
