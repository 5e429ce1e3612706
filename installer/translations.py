"""What ``make translations`` does: gather every text there is to translate, and compile them.

The texts are found by reading the source: those of the window where it translates or marks
them, those of the core where it makes messages of them, and what the catalogue of voices tells
people. They are handed to Qt's ``lupdate`` as calls that it understands, because it overlooks
those in f-strings and knows nothing of messages. Translations of texts that are gone go too.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
_SOURCE = ROOT / "reader"
_VOICES = ROOT / "resources" / "voices.json"

CORE = "Messages"
"""The context of what the core says."""

_WITH_CONTEXT = {"translate", "QT_TRANSLATE_NOOP"}
_OF_CORE = {"message", "template"}
_TOLD = ("title", "licence", "note")


def texts() -> list[tuple[str, str]]:
    """The context and the text of each that is to be translated, in the order of the source."""
    found = [text for path in sorted(_SOURCE.rglob("*.py")) for text in texts_in(path)]
    return list(dict.fromkeys([*found, *((CORE, text) for text in _of_voices())]))


def texts_in(path: Path) -> Iterator[tuple[str, str]]:
    """The context and the text of each in one module."""
    yield from _below(ast.parse(path.read_text("utf-8")), "")


def update(file: Path) -> None:
    """Bring the texts in `file` up to date; those that are new have no translation yet."""
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder, "texts.py")
        calls.write_text("\n".join(map(_as_call, texts())), "utf-8")
        _tool(
            "lupdate", "-silent", "-extensions", "py", "-locations", "none", "-no-obsolete",
            "-disable-heuristic", "sametext", "-disable-heuristic", "similartext",
            str(calls), "-ts", str(file),
        )  # fmt: skip


def compile_to(file: Path, compiled: Path) -> None:
    """Make the translations in `file` into what the program reads."""
    _tool("lrelease", "-silent", str(file), "-qm", str(compiled))


def untranslated(file: Path) -> Iterator[tuple[str, str]]:
    """The context and the text of each that has no translation."""
    for context, source, translation in entries(file):
        if not translation:
            yield context, source


def entries(file: Path) -> Iterator[tuple[str, str, str]]:
    """The context, the text and the finished translation of each; empty if there is none."""
    for context in ElementTree.parse(file).iter("context"):
        for entry in context.iter("message"):
            translation = entry.find("translation")
            finished = translation is not None and translation.get("type") is None
            text = (translation.text or "") if translation is not None and finished else ""
            yield context.findtext("name", ""), entry.findtext("source", ""), text


def _below(node: ast.AST, name: str) -> Iterator[tuple[str, str]]:
    """The texts below `node`, which stands in the class `name`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _in_call(child, name)
        yield from _below(child, child.name if isinstance(child, ast.ClassDef) else name)


def _in_call(call: ast.Call, name: str) -> Iterator[tuple[str, str]]:
    given = [each.value if isinstance(each, ast.Constant) else None for each in call.args]
    match ast.unparse(call.func).rpartition(".")[2], given:
        case "tr", [str(text), *_]:
            yield name, text
        case called, [str(context), str(text), *_] if called in _WITH_CONTEXT:
            yield context, text
        case called, [str(text), *_] if called in _OF_CORE:
            yield CORE, text


def _of_voices() -> Iterator[str]:
    """What the catalogue says of packs and their voices."""
    for pack in json.loads(_VOICES.read_text("utf-8"))["packs"].values():
        for entry in (pack, *pack["voices"]):
            yield from (entry[key] for key in _TOLD if entry.get(key))


def _as_call(found: tuple[str, str]) -> str:
    context, text = (json.dumps(each, ensure_ascii=False) for each in found)
    return f"QCoreApplication.translate({context}, {text})"


def _tool(name: str, *arguments: str) -> None:
    subprocess.run([Path(PySide6.__file__).parent / name, *arguments], check=True)


def main() -> int:
    """Update and compile all translations; 1 if a text has none."""
    lacking = 0
    for file in sorted(TRANSLATIONS.glob("*.ts")):
        update(file)
        compile_to(file, file.with_suffix(".qm"))
        for context, text in untranslated(file):
            lacking += 1
            print(f"{file.name}: {context}: {text}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
