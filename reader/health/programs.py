"""What others made and Tingshu runs in: Python, its packages, Qt, SQLite, fonts."""

from __future__ import annotations

import importlib
import platform
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

from reader.health.finding import Finding, State
from reader.health.screen import has_screen
from reader.messages import message

_QT_PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libpulse0"
)

_PACKAGES = (
    (message("EPUB"), "ebooklib", "EbookLib"),
    (message("HTML and XML"), "lxml.etree", "lxml"),
    (message("HTML repair"), "bs4", "beautifulsoup4"),
    (message("spoken forms"), "wetext", "wetext"),
    (message("Chinese words"), "rjieba", "rjieba"),
    (message("polyphones"), "g2pM", "g2pM"),
    (message("regular expressions"), "regex", "regex"),
    (message("neural network runtime"), "onnxruntime", "onnxruntime"),
    (message("resampling"), "soxr", "soxr"),
    (message("styles and other persons of a voice"), "pyworld", "pyworld-prebuilt"),
    (message("audiobook files (FFmpeg)"), "av", "av"),
)

_FONT_PATIENCE = 20
"""Seconds to wait for the list of fonts."""


def python() -> Iterator[Finding]:
    """Whether Python is of a version that is tested."""
    good = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Finding(
        name=message("Python"),
        state=State.OK if good else State.MISSING,
        detail=message(
            "{version} on {system} {machine}",
            version=platform.python_version(),
            system=platform.system(),
            machine=platform.machine(),
        ),
        advice="" if good else message("Install Python 3.11, 3.12 or 3.13 and Tingshu with it."),
    )


def packages() -> Iterator[Finding]:
    """Whether the packages from PyPI can be used."""
    for name, module, package in _PACKAGES:
        problem = import_problem(module)
        yield Finding(
            name=name,
            state=State.MISSING if problem else State.OK,
            detail=problem or message("{package} can be used", package=package),
            command=pip_install(package) if problem else "",
        )


def window() -> Iterator[Finding]:
    """Whether a window can be made, and whether there is a screen to show it on."""
    yield _qt(import_problem("PySide6.QtWidgets"))
    yield Finding(
        name=message("screen"),
        state=State.OK if has_screen() else State.OPTIONAL,
        detail=message("there")
        if has_screen()
        else message("none here; speak and export work without"),
    )


def fonts() -> Iterator[Finding]:
    """Whether there are letters for all; only where fontconfig can tell."""
    yield from _font(
        message("font for Chinese"),
        ":lang=zh",
        "fonts-noto-cjk",
        message("none; hanzi would be shown as boxes"),
    )
    yield from _font(
        message("font for readers with dyslexia"),
        "OpenDyslexic",
        "fonts-opendyslexic",
        message("OpenDyslexic is not installed"),
    )


def full_text() -> Iterator[Finding]:
    """Whether SQLite can search full texts, which its makers leave to whoever builds it."""
    name, version = message("full-text search"), sqlite3.sqlite_version
    try:
        with closing(sqlite3.connect(":memory:")) as trial:
            trial.execute("CREATE VIRTUAL TABLE trial USING fts5 (words)")
    except sqlite3.Error:
        yield Finding(
            name=name,
            state=State.OPTIONAL,
            detail=message(
                "SQLite {version} is built without FTS5, so the texts of the library cannot be "
                "searched",
                version=version,
            ),
            advice=message("Install a Python whose SQLite has FTS5, as that of python.org has."),
        )
    else:
        detail = message("SQLite {version} with FTS5", version=version)
        yield Finding(name=name, state=State.OK, detail=detail)


def import_problem(module: str) -> str:
    """Why `module` cannot be used, in one line; empty if it can."""
    try:
        importlib.import_module(module)
    except Exception as error:  # a broken binary may raise anything
        return " ".join(str(error).split()) or type(error).__name__
    return ""


def pip_install(packages: str) -> str:
    """The command that installs packages from PyPI beside Tingshu."""
    return f"{shlex.quote(sys.executable)} -m pip install {packages}"


def system_packages(name: str, state: State, detail: str, packages: str) -> Finding:
    """A lack that is mended by system packages, named as Debian names them."""
    debian = shutil.which("apt-get") is not None
    return Finding(
        name=name,
        state=state,
        detail=detail,
        command=f"sudo apt-get install {packages}" if debian else "",
        advice=""
        if debian
        else message(
            "Install with your system's package manager what Debian calls {packages}.",
            packages=packages,
        ),
    )


def _qt(problem: str) -> Finding:
    name = message("window (Qt)")
    if problem and "No module" not in problem:
        return system_packages(name, State.MISSING, problem, _QT_PACKAGES)
    return Finding(
        name=name,
        state=State.MISSING if problem else State.OK,
        detail=problem or message("{package} can be used", package="PySide6"),
        command=pip_install("PySide6-Essentials PySide6-Addons") if problem else "",
    )


def _font(name: str, pattern: str, package: str, lack: str) -> Iterator[Finding]:
    command = shutil.which("fc-list")
    if command is None:
        return
    found = subprocess.run(
        [command, pattern, "family"],
        capture_output=True,
        text=True,
        timeout=_FONT_PATIENCE,
        check=False,
    ).stdout.strip()
    if found:
        yield Finding(name=name, state=State.OK, detail=found.splitlines()[0])
    else:
        yield system_packages(name, State.OPTIONAL, lack, package)
