"""EPUBCheck on many books in one process where there is a Java compiler, else one by one."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

_JAR = Path("/usr/share/java/epubcheck.jar")
_STACK = "-Xss16m"
"""EPUBCheck 4.2 goes a step deeper for every clip of a book; Java's usual stack holds 5,000."""

_DRIVER = Path(__file__).with_name("EpubCheckAll.java")
_SEVERE = ("FATAL", "ERROR", "WARNING")


def checked(books: Iterable[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Each book with what EPUBCheck has against it: fatal errors, errors and warnings."""
    paths = list(books)
    if shutil.which("javac") and _JAR.exists():
        yield from _together(paths)
    else:
        for path in paths:
            yield path, check(path)


def check(book: Path) -> list[str]:
    """What EPUBCheck has against one book."""
    done = subprocess.run(
        ["java", _STACK, "-jar", str(_JAR), str(book)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    lines = (done.stdout + done.stderr).splitlines()
    return [line for line in lines if line.startswith(_SEVERE)]


def _together(paths: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    done = subprocess.run(
        ["java", "-Xmx1g", _STACK, "-cp", str(_JAR), str(_DRIVER)],
        input="".join(f"{path}\n" for path in paths),
        stdout=subprocess.PIPE,
        text=True,
        errors="replace",
        check=True,
    )
    said: list[str] = []
    for line in done.stdout.splitlines():
        kind, _, told = line.partition("\t")
        if kind == "END":
            yield Path(told), said
            said = []
        else:
            said.append(f"{kind}: {told}")
