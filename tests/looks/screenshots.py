"""Takes a picture of every window in every theme, language and size; run as a program.

``python -m tests.looks.screenshots OUT [--windows …] [--themes …] [--languages …] [--zooms …]``
writes ``OUT/THEME-LANGUAGE-ZOOM/WINDOW.png`` and beside each picture a ``.json`` with the texts
that are seen in it and where; ``tests.looks.contrast`` judges both. Without a screen (or with
``--virtual``) one of 1920 by 1080 pixels is made with Xvfb.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.settings import CHOICES
from tests.looks.windows import WINDOWS

LANGUAGES = ("en", "zh_CN")
ZOOMS = (100, 200, 400)
SCREEN = "1920x1080x24"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; exit status 1 if a window could not be shown."""
    parser = argparse.ArgumentParser(prog="tests.looks.screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--windows", nargs="+", choices=WINDOWS, default=[*WINDOWS])
    themes = [theme for theme in CHOICES["theme"] if theme != "system"]
    parser.add_argument("--themes", nargs="+", choices=themes, default=themes)
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=[*LANGUAGES])
    parser.add_argument("--zooms", nargs="+", type=int, default=[*ZOOMS])
    parser.add_argument("--virtual", action="store_true")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.one is not None:
        theme, language, zoom = chosen.one
        return take(chosen.out, chosen.windows, theme, language, int(zoom))
    missed = 0
    with screen(virtual=chosen.virtual or "DISPLAY" not in os.environ) as surroundings:
        for one in itertools.product(chosen.themes, chosen.languages, map(str, chosen.zooms)):
            command = [sys.executable, "-m", "tests.looks.screenshots", str(chosen.out)]
            command += ["--windows", *chosen.windows, "--one", *one]
            ended = subprocess.run(command, env=surroundings, check=False).returncode
            if ended < 0:
                print(f"{'-'.join(one)} ended with signal {-ended}", file=sys.stderr)
            missed += ended != 0
    return 1 if missed else 0


@contextmanager
def screen(*, virtual: bool) -> Iterator[dict[str, str]]:
    """The variables of a screen on which windows are active and look as they do."""
    usual = {**os.environ, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    if not virtual:
        yield usual
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    usual["DISPLAY"] = f":{number}"
    manager = None
    if shutil.which("openbox"):
        manager = subprocess.Popen(["openbox"], env=usual, stderr=subprocess.DEVNULL)
    try:
        yield usual
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


def take(out: Path, windows: Sequence[str], theme: str, language: str, zoom: int) -> int:
    """Take the pictures of one start of the program; how many `windows` could not be shown."""
    from reader.settings import Settings
    from tests.looks.seen import seen
    from tests.looks.stage import Stage

    folder = out / f"{theme}-{language}-{zoom}"
    folder.mkdir(parents=True, exist_ok=True)
    missed = 0
    with tempfile.TemporaryDirectory() as home:
        os.environ["TINGSHU_HOME"] = home
        settings = Settings(
            theme=theme, interface_language=language, zoom=zoom, self_voicing_offered=True,
            welcomed=True,
        )  # fmt: skip
        stage = Stage(Path(home), settings)
        for name in windows:
            if name != "welcome":
                stage.open_book()
            window = WINDOWS[name](stage)
            if window is None:
                print(f"{folder.name}: {name} is not there", file=sys.stderr)
                missed += 1
                continue
            stage.wait(lambda window=window: window.isActiveWindow(), patience=1.0)
            stage.calm()
            picture = window.screen().grabWindow(window.winId())
            picture.save(str(folder / f"{name}.png"))
            found = json.dumps(seen(window), ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(found, "utf-8")
            stage.put_away()
        stage.close()
    return missed


if __name__ == "__main__":
    sys.exit(main())
