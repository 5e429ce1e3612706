"""The files of an installed pack, named by what they are for."""

from __future__ import annotations

from pathlib import Path

from reader.errors import EngineFailed
from reader.messages import message

ACOUSTIC, VOCODER = "acoustic", "vocoder"
MODEL, PARAMETERS = ".pdmodel", ".pdiparams"
"""The two files of an inference program of Paddle 2: ``acoustic.pdmodel`` and so on."""

PHONES, SPEAKERS, TONES = "phone_id_map.txt", "speaker_id_map.txt", "tone_id_map.txt"
"""What the acoustic model's numbers stand for; the last two only where it has such an input."""


def read_numbers(file: Path) -> dict[str, int]:
    """One of the three maps: a name and its number on each line.

    Raises :class:`~reader.errors.EngineFailed` if the file is missing or of another form.
    """
    try:
        lines = [line.rsplit(maxsplit=1) for line in file.read_text("utf-8").splitlines()]
        return {name: int(number) for name, number in (line for line in lines if line)}
    except (OSError, ValueError) as error:
        raise EngineFailed(
            message("PaddleSpeech voice"),
            message("The file {name} is missing or damaged.", name=file.name),
            message("Install the voice again."),
        ) from error
