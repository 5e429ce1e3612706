"""The examinations of ``tingshu doctor``, one function each; none of them raises."""

from __future__ import annotations

import importlib
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reader import paths
from reader.errors import TingshuError

_ROOM_WANTED = 200_000_000
"""Bytes for a voice pack with its download, and some speech."""

_QT_PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libpulse0"
)

_PACKAGES = (
    ("EPUB", "ebooklib", "EbookLib"),
    ("HTML and XML", "lxml.etree", "lxml"),
    ("HTML repair", "bs4", "beautifulsoup4"),
    ("spoken forms", "wetext", "wetext"),
    ("Chinese words", "rjieba", "rjieba"),
    ("polyphones", "g2pM", "g2pM"),
    ("neural network runtime", "onnxruntime", "onnxruntime"),
    ("resampling", "soxr", "soxr"),
    ("styles and other persons of a voice", "pyworld", "pyworld-prebuilt"),
    ("audiobook files (FFmpeg)", "av", "av"),
)


class State(Enum):
    """How a thing is: there, not there but not needed by everybody, or sorely missed."""

    OK = "ok"
    OPTIONAL = "optional"
    MISSING = "missing"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found; `mend` is the command that would change it, or empty."""

    name: str
    state: State
    detail: str
    mend: str = ""


def examine() -> list[Finding]:
    """Look at everything, in the order of the journey from a file to an ear."""
    return [finding for examination in _EXAMINATIONS for finding in examination()]


def _python() -> Iterator[Finding]:
    good = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Finding(
        name="Python",
        state=State.OK if good else State.MISSING,
        detail=f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        mend="" if good else "Install Python 3.11, 3.12 or 3.13 and Tingshu with it",
    )


def _libraries() -> Iterator[Finding]:
    for name, module, package in _PACKAGES:
        problem = _import_problem(module)
        yield Finding(
            name=name,
            state=State.MISSING if problem else State.OK,
            detail=problem or f"{package} can be used",
            mend=f"{sys.executable} -m pip install {package}" if problem else "",
        )


def _window() -> Iterator[Finding]:
    problem = _import_problem("PySide6.QtWidgets")
    yield Finding(
        name="window (Qt)",
        state=State.MISSING if problem else State.OK,
        detail=problem or "PySide6 can be used",
        mend=_qt_mend(problem),
    )
    from reader.cli.window import has_screen

    yield Finding(
        name="screen",
        state=State.OK if has_screen() else State.OPTIONAL,
        detail="there" if has_screen() else "none here; speak and export work without",
    )


def _qt_mend(problem: str) -> str:
    if not problem:
        return ""
    if "No module" in problem:
        return f"{sys.executable} -m pip install PySide6-Essentials PySide6-Addons"
    return _install_system(_QT_PACKAGES)


def _chinese_font() -> Iterator[Finding]:
    """Only asked where fontconfig can tell; other systems bring such a font."""
    command = shutil.which("fc-list")
    if command is None:
        return
    found = subprocess.run(
        [command, ":lang=zh", "family"], capture_output=True, text=True, timeout=20, check=False
    ).stdout.strip()
    yield Finding(
        name="font for Chinese",
        state=State.OK if found else State.OPTIONAL,
        detail=found.splitlines()[0] if found else "none; hanzi would be shown as boxes",
        mend="" if found else _install_system("fonts-noto-cjk"),
    )


def _sound() -> Iterator[Finding]:
    problem = _import_problem("sounddevice")
    yield Finding(
        name="PortAudio",
        state=State.OPTIONAL if problem else State.OK,
        detail=problem or "can be used",
        mend=_install_system("libportaudio2") if problem else "",
    )
    if problem:
        return
    from reader.playback.devices import output_devices

    try:
        devices = output_devices()
    except TingshuError as error:
        devices, problem = [], str(error)
    yield Finding(
        name="sound device",
        state=State.OK if devices else State.OPTIONAL,
        detail="; ".join(devices) or problem or "none here; speak -o and export work without",
    )


def _voices() -> Iterator[Finding]:
    from reader.speech.advice import install_command, pack_for
    from reader.speech.catalogue import catalogue
    from reader.speech.packs import check, installed
    from reader.speech.voices import engine_problems, installed_engines

    voices = [voice for engine in installed_engines() for voice in engine.voices()]
    yield Finding(
        name="voices",
        state=State.OK if voices else State.MISSING,
        detail=", ".join(voice.name for voice in voices) or "none",
        mend="" if voices else f"{sys.executable} -m pip install hibari-tts espeakng-loader",
    )
    natural = {language for voice in voices if voice.quality > 1 for language in voice.languages}
    for language in dict.fromkeys(each for pack in catalogue().values() for each in pack.languages):
        best = pack_for(language)
        if best is not None and language not in natural:
            yield Finding(
                name=f"voice pack {best.name}",
                state=State.OPTIONAL,
                detail=f"not installed ({best.title})",
                mend=install_command(best),
            )
    for pack in installed():
        for problem in check(pack.name):
            yield Finding(
                name=f"voice pack {pack.name}",
                state=State.MISSING,
                detail=problem,
                mend=install_command(pack),
            )
    for error in engine_problems():
        yield _trouble("engine", error)


def _disk() -> Iterator[Finding]:
    try:
        folder = paths.data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
        _try_writing(folder)
    except OSError as error:
        yield Finding(
            name="disk",
            state=State.MISSING,
            detail=f"{paths.data_folder()} cannot be written ({error.strerror})",
            mend="Check its permissions, or let TINGSHU_HOME name another folder",
        )
        return
    yield Finding(
        name="disk",
        state=State.OK if free > _ROOM_WANTED else State.MISSING,
        detail=f"{free / 1e9:.1f} GB free in {folder}",
        mend="" if free > _ROOM_WANTED else "Free some space",
    )


def _try_writing(folder: Path) -> None:
    trial = folder / ".doctor"
    trial.write_bytes(b"well")
    trial.unlink()


def _library() -> Iterator[Finding]:
    """Looks at the file only if there is one; a damaged one is set aside, as always."""
    from reader.library.store import Library, library_file

    file = library_file()
    if not file.exists():
        yield Finding(name="library", state=State.OK, detail="not begun yet")
        return
    try:
        library = Library(file)
    except TingshuError as error:
        yield _trouble("library", error)
        return
    books = len(library.recent(1_000_000))
    library.close()
    if library.notice is not None:
        yield Finding(name="library", state=State.OPTIONAL, detail=str(library.notice))
    yield Finding(name="library", state=State.OK, detail=f"{books} books in {file}")


def _settings() -> Iterator[Finding]:
    from reader import settings

    try:
        settings.load()
    except TingshuError as error:
        yield _trouble("settings", error)
    else:
        yield Finding(name="settings", state=State.OK, detail=str(settings.settings_file()))


_EXAMINATIONS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _python,
    _libraries,
    _window,
    _chinese_font,
    _voices,
    _sound,
    _disk,
    _library,
    _settings,
)


def _trouble(name: str, error: TingshuError) -> Finding:
    """`error` as a finding: the remedy, which may be a command, stands for itself."""
    return Finding(
        name=name,
        state=State.MISSING,
        detail=f"{error.subject}: {error.reason}",
        mend=error.remedy.removeprefix("Run: "),
    )


def _import_problem(module: str) -> str:
    """Why `module` cannot be used, in one line; empty if it can."""
    try:
        importlib.import_module(module)
    except Exception as error:  # a broken binary may raise anything
        return " ".join(str(error).split()) or type(error).__name__
    return ""


def _install_system(packages: str) -> str:
    """The command that installs system packages, named as Debian names them."""
    if shutil.which("apt-get"):
        return f"sudo apt-get install {packages}"
    return f"Install with your system's package manager what Debian calls {packages}"
