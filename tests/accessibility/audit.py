"""Looks through every window, dialog and menu for what a reader without a mouse trips over.

Each case is brought up by its keys, read over the accessibility bus and walked through with
real Tab keys, both ways. To stay quick the program is started once for many cases.

Inside ``a11y-session``: ``python -m tests.accessibility.audit GROUP`` prints what was found, as
JSON, by the names of the cases.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.accessibility.harness import ROOT, TOOLS, WINDOW, environment


@dataclass(frozen=True, kw_only=True)
class Case:
    """`keys` bring it up, `leave` puts it away; Tab has to come to a control called `stop`.

    Without a `stop` there is nothing for Tab to do (a menu, a dialog that takes every key), and
    only names, roles, labels and shortcuts are looked at.
    """

    name: str
    keys: str = ""
    stop: str = ""
    leave: str = "Escape"


@dataclass(frozen=True, kw_only=True)
class Group:
    """Cases of one start of the program, with `arguments`."""

    cases: tuple[Case, ...]
    arguments: tuple[str, ...] = ()


_LEAST = 10
"""Lines of the tree that any window has."""

_PATIENCE = 20
"""How often the tree is looked at, each time after half a second."""


def _menu(name: str, key: str) -> Case:
    return Case(name=f"menu {name}", keys=f"alt+{key}", leave="Escape Escape")


def _settings_page(number: int, stop: str) -> Case:
    way = " Down" * number
    if number > len(SETTINGS) / 2:
        way = " End" + " Up" * (len(SETTINGS) - 1 - number)
    return Case(name=f"settings page {number}", keys=f"ctrl+comma{way}", stop=stop)


SETTINGS = (
    "The caret follows",
    "Reading rate",
    "Give characters voices",
    "What the author emphasises",
    "As the desktop",
    "Font",
    "As yao",
    "Month first",
    "As the system",
    "Prepare all books",
    "Tell the screen reader",
)
"""By the pages of the settings, something that is there."""

GROUPS = {
    "book": Group(
        cases=(
            Case(name="main window", stop="Book text", leave="ctrl+F10"),
            *map(_menu, ("file", "edit", "listen", "go"), "felg"),
            *map(_menu, ("bookmarks", "view", "help"), "bvh"),
            Case(name="menu theme", keys="alt+v m", leave="Escape Escape Escape"),
            Case(name="menu of the text", keys="Menu"),
            Case(name="find bar", keys="ctrl+f", stop="Find", leave="ctrl+f Escape"),
            Case(
                name="hits",
                keys="ctrl+f type:bell ctrl+F3",
                stop="Hits",
                leave="Escape ctrl+f Escape",
            ),
            Case(name="elements", keys="F8", stop="Headings"),
            Case(name="links", keys="F8 shift+Tab Down Tab", stop="Links"),
            Case(name="go to page", keys="ctrl+g", stop="Page, "),
            Case(name="go to percent", keys="ctrl+shift+g", stop="Percent"),
            Case(name="go to line", keys="ctrl+l", stop="Paragraph"),
            Case(name="where am I", keys="ctrl+shift+i", stop="Your place"),
        )
    ),
    "notes": Group(
        cases=(
            Case(name="no bookmarks", keys="ctrl+shift+m", stop="Bookmarks and notes"),
            Case(name="named bookmark", keys="ctrl+shift+b", stop="Name of the bookmark"),
            Case(name="bookmarks", keys="ctrl+b ctrl+shift+m", stop="Rename"),
            Case(
                name="rename a bookmark",
                keys="ctrl+shift+m F2",
                stop="Name",
                leave="Escape Escape",
            ),
            Case(name="a new note", keys="ctrl+n", stop="Note"),
            Case(
                name="a note that is not kept",
                keys="ctrl+n type:dry Escape",
                stop="Discard",
                leave="alt+d",
            ),
            Case(
                name="a note",
                keys="ctrl+n type:dry ctrl+Return ctrl+shift+m",
                stop="Edit note",
            ),
            Case(
                name="change a note", keys="ctrl+shift+m ctrl+n", stop="Note", leave="Escape Escape"
            ),
            Case(name="export notes", keys="ctrl+s", stop="File name"),
            Case(name="notes depart", keys="ctrl+F2", stop="File name"),
            Case(name="notes arrive", keys="ctrl+shift+F2", stop="File name"),
            Case(name="how a word is said", keys="ctrl+shift+p", stop="Say"),
            Case(name="no pronunciations", keys="ctrl+shift+w", stop="Find a word"),
            Case(
                name="a new pronunciation",
                keys="ctrl+shift+w alt+a",
                stop="Word",
                leave="Escape Escape",
            ),
            Case(name="pronunciations", keys="ctrl+shift+e ctrl+shift+w", stop="Pronunciations"),
            Case(
                name="change a pronunciation",
                keys="ctrl+shift+w F2",
                stop="Word",
                leave="Escape Escape",
            ),
            Case(name="script", keys="ctrl+shift+x", stop="Script"),
        )
    ),
    "settings": Group(
        cases=(
            *map(_settings_page, range(len(SETTINGS)), SETTINGS),
            Case(
                name="settings found",
                keys="ctrl+comma alt+f type:line",
                stop="Found settings",
                leave="Escape Escape",
            ),
            Case(
                name="all settings reset",
                keys="ctrl+comma wait:1 alt+y",
                stop="Reset them",
                leave="Escape Escape",
            ),
        )
    ),
    "choices": Group(
        cases=(
            Case(name="settings of this book", keys="ctrl+shift+j", stop="Reading rate"),
            Case(name="what is left out", keys="ctrl+shift+r", stop="Nothing"),
            Case(name="sleep timer", keys="ctrl+shift+s", stop="Minutes of your own"),
            Case(name="voices", keys="ctrl+shift+v", stop="Voices"),
        )
    ),
    "tools": Group(
        cases=(
            Case(name="sound", keys="ctrl+shift+d", stop="Seconds kept ready"),
            Case(name="keys", keys="ctrl+F1", stop="Find a command or key"),
            Case(name="a new key", keys="ctrl+F1 Return", leave="Escape Escape"),
            Case(name="key description", keys="shift+F1"),
            Case(name="first steps", keys="ctrl+F8", stop="As the system", leave=""),
            Case(name="voices of first steps", keys="alt+n", stop="Hear", leave=""),
            Case(name="speech of first steps", keys="alt+n", stop="Neither"),
            Case(name="check", keys="ctrl+shift+F8 wait:3", stop="What was found"),
            Case(name="help", keys="F1 wait:1", stop="Book text", leave="F1"),
            Case(name="about", keys="alt+h a", stop="Close"),
            Case(name="open a book", keys="ctrl+o", stop="File name"),
        )
    ),
    "export": Group(
        cases=(
            Case(name="export", keys="ctrl+e wait:1", stop="Save as"),
            Case(
                name="chapters of ones choice", keys="ctrl+e alt+c End", stop="Chapters to export"
            ),
            Case(name="more choices", keys="ctrl+e alt+m", stop="Announce title"),
            Case(name="no exports", keys="ctrl+F9", stop="Exports"),
            Case(
                name="export of nothing",
                keys="ctrl+e alt+c End alt+n alt+e",
                stop="Copy the text",
                leave="Escape Escape",
            ),
            Case(name="exports", keys="ctrl+e alt+e wait:4", stop="Show in folder"),
            Case(
                name="replace",
                keys="ctrl+e alt+e",
                stop="Replace",
                leave="Escape Escape",
            ),
        )
    ),
    "exporting": Group(
        cases=(
            Case(name="unfinished export", keys="wait:2", stop="Not now"),
            Case(name="export under way", keys="ctrl+e alt+e wait:3", stop="Pause", leave=""),
            Case(name="stop an export", keys="Delete", stop="Keep for later"),
            Case(name="paused export", keys="alt+p", stop="Continue", leave=""),
            Case(name="kept export", keys="Delete Return wait:1", stop="Go on", leave=""),
            Case(name="give up an export", keys="alt+v", stop="Give up", leave="Escape Escape"),
            Case(
                name="go on with an export",
                keys="ctrl+e alt+e",
                stop="Start anew",
                leave="Escape Escape",
            ),
        ),
        arguments=("--show", "unfinished", "--file", "hold=Letters", "--file", "offer="),
    ),
    "cast": Group(
        cases=(
            Case(name="characters", keys="wait:2 ctrl+shift+c", stop="Hear a sample"),
            Case(
                name="who somebody is",
                keys="ctrl+shift+c F4",
                stop="Who is",
                leave="Escape Escape",
            ),
            Case(
                name="a new character",
                keys="ctrl+shift+c ctrl+n",
                stop="Name",
                leave="Escape Escape",
            ),
            Case(name="who says a line", keys="ctrl+r", stop="Who says"),
        ),
        arguments=("play.txt",),
    ),
    "library": Group(
        cases=(
            Case(name="books", keys="ctrl+shift+o", stop="Books", leave=""),
            Case(name="sorting", keys="alt+s", leave="Escape"),
            Case(name="texts", keys="ctrl+Tab", stop="Search in all books", leave=""),
            Case(name="passages", keys="type:lamp Return wait:1", stop="Passages", leave=""),
            Case(name="removal with notes", keys="ctrl+Tab alt+t", stop="Remove"),
            Case(name="file not found", keys="f e r n Return wait:1", stop="Find it"),
            Case(name="add files", keys="alt+a", stop="File name"),
            Case(name="add a folder", keys="alt+d", stop="Directory"),
            Case(
                name="books added",
                keys="alt+a type:torn.epub Return wait:4",
                stop="Show details",
                leave="",
            ),
            Case(name="books not added", keys="alt+l", stop="Report"),
            Case(name="no book fits", keys="alt+f type:zebra wait:1", stop="Find a book"),
        ),
        arguments=("--shelf",),
    ),
    "welcome": Group(
        cases=(Case(name="welcome", stop="Open the English sample book"),),
        arguments=("--welcome",),
    ),
    "torn": Group(
        cases=(Case(name="a damaged book", stop="Copy the text"),), arguments=("torn.epub",)
    ),
    "notice": Group(cases=(Case(name="notice", stop="Dismiss"),), arguments=("--show", "notice")),
    "report": Group(
        cases=(Case(name="report", keys="wait:3", stop="Report"),), arguments=("--show", "report")
    ),
    "progress": Group(
        cases=(Case(name="progress", stop="Cancel"),), arguments=("--show", "progress")
    ),
    "offer": Group(
        cases=(Case(name="offer to speak", keys="wait:8", stop="Speak"),),
        arguments=("--set", "self_voicing_offered=false"),
    ),
}


def audit_group(name: str, home: Path) -> dict[str, Any]:
    """What was found in each case of a group, in a session of its own with `home`."""
    done = subprocess.run(
        [TOOLS / "bin" / "a11y-session", sys.executable, "-m", __name__, name],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment(home),
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def main() -> int:
    group = GROUPS[sys.argv[1]]
    found = {}
    with tempfile.TemporaryFile() as log:
        window = subprocess.Popen([*WINDOW, *group.arguments], stdout=log, stderr=log)
        try:
            _settle()
            for case in group.cases:
                found[case.name] = _look(case)
                for key in case.leave.split():
                    _tool("a11y-tree", "--depth", "0", "--wait", "0", "--keys", key)
        finally:
            window.terminate()
            window.wait()
    print(json.dumps(found))
    return 0


def _settle() -> None:
    """Wait until the window is there and nothing more is added to it; a busy machine takes long."""
    before = ""
    for _ in range(_PATIENCE):
        now = _tool("a11y-tree", "--showing")
        if now == before and now.count("\n") > _LEAST:
            return
        before = now


def _look(case: Case) -> dict[str, Any]:
    options = [] if case.stop else ["--no-keyboard"]
    return json.loads(_tool("a11y-audit", "--json", *options, "--keys", case.keys))


def _tool(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [TOOLS / "bin" / name, "--app", "tingshu", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), name
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
