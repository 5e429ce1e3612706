"""What the translators' tool can find: it reads the source, and sees only what is written out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader.ui

FOLDER = Path(reader.ui.__file__).parent
TABLE = FOLDER / "commands" / "command.py"
FROM_TABLE = "QCoreApplication.translate('Commands', source)"
"""Of the function `translated` there: every text of the table is marked where it stands."""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last name of what is called: `tr` for `self.tr(…)`."""
    return ast.unparse(call.func).rpartition(".")[2]


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
    assert hidden(path.read_text("utf-8")) == ({FROM_TABLE} if path == TABLE else set())


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
    ],
)
def test_texts_that_are_written_out_or_marked_in_a_table_are_found(source):
    assert hidden(source) == set()
