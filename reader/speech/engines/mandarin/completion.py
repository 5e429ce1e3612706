"""What a Mandarin pack has besides, where Paddle is installed: programs for Paddle.

They are made when the pack is installed, or later, when Paddle has come.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.messages import message
from reader.speech.engines.mandarin import runtimes, weight_file
from reader.speech.engines.mandarin.onnx_networks import DECODER, ENCODER, VOCODER
from reader.speech.engines.mandarin.paddle_export import export, is_exported
from reader.speech.engines.paddle.programs import is_available


def is_lacking(folder: Path) -> bool:
    """Whether the pack in `folder` could have more on this machine than it has."""
    return is_available() and not is_exported(folder / runtimes.PROGRAMS)


def complete(folder: Path, progress: Callable[[float], None], cancel: CancelToken) -> None:
    """Make the programs for Paddle from the pack's weights and find the faster runtime.

    `progress` is called with 0 to 1. Raises :class:`~reader.errors.VoicePackError`,
    :class:`~reader.errors.EngineFailed` and :class:`~reader.errors.Cancelled`.
    """
    try:
        models = {
            part: weight_file.read(folder / f"{part}.weights")
            for part in (ENCODER, DECODER, VOCODER)
        }
    except (weight_file.DamagedWeights, OSError) as error:
        raise VoicePackError(
            message("Mandarin voice"),
            message("Its weights cannot be read ({error}).", error=error),
            message("Run: tingshu voices install mandarin"),
        ) from error
    programs = folder / runtimes.PROGRAMS
    programs.mkdir(exist_ok=True)
    export(models, programs, lambda share: progress(0.8 * share), cancel)
    runtimes.probe(folder)
    progress(1.0)
