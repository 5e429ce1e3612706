"""How large the installed packs are.

Paddle's programs, which are made on the machine that has Paddle, are told apart.
"""

from __future__ import annotations

from pathlib import Path

from reader import paths
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import Plan, tell

_MEGABYTE = 1e6
_PROGRAMS = "paddle"
"""The folder of a pack that holds them."""


def measure(plan: Plan) -> list[Figure]:
    """A row for every pack that is installed; the smallest Mandarin one has limits."""
    tell("sizes of the packs …")
    folder = paths.voices_folder()
    packs = [each for each in sorted(folder.iterdir()) if _is_pack(each)] if folder.exists() else []
    sizes = {pack.name: _size(pack) - _size(pack / _PROGRAMS) for pack in packs}
    mandarin = [name for name in sizes if name.startswith("mandarin")]
    smallest = min(mandarin, key=sizes.__getitem__, default="mandarin")
    return [
        Figure(
            name=f"pack size, {name}",
            unit="MB",
            runs=(sizes[name] / _MEGABYTE,) if name in sizes else (),
            must=18.0 if name == smallest else None,
            goal=10.0 if name == smallest else None,
            note=_note(folder / name) if name in sizes else "It is not installed.",
        )
        for name in sorted({*sizes, smallest})
    ]


def _note(pack: Path) -> str:
    programs = _size(pack / _PROGRAMS)
    return f"and {programs / _MEGABYTE:.0f} MB of programs for Paddle" if programs else ""


def _is_pack(folder: Path) -> bool:
    return folder.is_dir() and not folder.name.startswith(".")


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
