"""Makes the files of a pack from PaddleSpeech's zip files: an acoustic model and a vocoder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import numpy as np

from reader.background import CancelToken
from reader.errors import EngineFailed, VoicePackError
from reader.messages import message
from reader.speech.archives import unpacked
from reader.speech.engine import Samples
from reader.speech.engines.paddle.programs import PaddlePrograms, is_available
from reader.speech.engines.paddlespeech import files
from reader.speech.engines.paddlespeech.model import AcousticModel, Programs, open_program
from reader.speech.engines.paddlespeech.phones import syllable_phones
from reader.speech.engines.paddlespeech.vocoder import Vocoder

_TITLES = {
    files.ACOUSTIC: message("acoustic model (with phone_id_map.txt)"),
    files.VOCODER: message("vocoder"),
}
_MAPS = (files.PHONES, files.SPEAKERS, files.TONES)
_PROOF = ("ni3", "hao3")


def build(
    downloads: Mapping[str, Path],
    folder: Path,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Write the two models and their maps into `folder`; where Paddle is, prove that they speak.

    The files are known by their endings, wherever in the zip files they lie; the acoustic
    model is the one that has a map of phones beside it. `progress` is called with 0 to 1.
    Raises :class:`~reader.errors.VoicePackError` if one is missing or does not speak.
    """
    roles: set[str] = set()
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        for number, (name, archive) in enumerate(downloads.items(), start=1):
            place = Path(scratch) / str(number)
            unpacked(archive, _wanted, place, cancel)
            roles.add(_laid(name, place, folder))
            progress(0.8 * number / len(downloads))
    for role in (files.ACOUSTIC, files.VOCODER):
        if role not in roles:
            raise VoicePackError(
                ", ".join(downloads),
                message("There is no {part} in it.", part=_TITLES[role]),
                message("Please report this: the published files have changed."),
            )
    cancel.check()
    if is_available():
        prove(folder, PaddlePrograms())
    progress(1.0)


def prove(folder: Path, programs: Programs) -> None:
    """Say two syllables with the models in `folder`; raise unless sound comes out."""
    try:
        samples = _spoken(folder, programs)
    except EngineFailed as error:
        raise _mute(error.reason) from error
    finally:
        programs.close()
    if not np.isfinite(samples).all() or not samples.any():
        raise _mute(message("What they give is no sound."))


def _wanted(member: str) -> str | None:
    """Where a file of the archive goes: beside the others, if it is one of the voice's."""
    name = PurePosixPath(member).name
    if name.startswith("."):  # what macOS leaves in archives
        return None
    return name if name in _MAPS or name.endswith((files.MODEL, files.PARAMETERS)) else None


def _laid(archive: str, place: Path, folder: Path) -> str:
    """Move the one model in `place` into `folder` under the name of its role; the role."""
    models = sorted(place.glob(f"*{files.MODEL}"))
    if len(models) != 1 or not models[0].with_suffix(files.PARAMETERS).is_file():
        raise VoicePackError(
            archive,
            message(
                "It does not hold one PaddleSpeech model (*{model} and *{parameters}).",
                model=files.MODEL,
                parameters=files.PARAMETERS,
            ),
            message("Please report this: the published files have changed."),
        )
    role = files.ACOUSTIC if (place / files.PHONES).is_file() else files.VOCODER
    for ending in (files.MODEL, files.PARAMETERS):
        models[0].with_suffix(ending).replace(folder / f"{role}{ending}")
    for name in _MAPS:
        if role == files.ACOUSTIC and (place / name).is_file():
            (place / name).replace(folder / name)
    return role


def _spoken(folder: Path, programs: Programs) -> Samples:
    acoustic = AcousticModel(folder, programs)
    vocoder = Vocoder(open_program(programs, folder, files.VOCODER))
    mel = acoustic.mel([phone for pinyin in _PROOF for phone in syllable_phones(pinyin) or ()])
    pieces = vocoder.pieces(mel, 0, len(mel), CancelToken())
    return np.concatenate([np.zeros(0, np.float32), *pieces])


def _mute(reason: str) -> VoicePackError:
    return VoicePackError(
        message("PaddleSpeech voice"),
        message("The models do not speak on this machine. {reason}", reason=reason),
        message("Please report this with the output of: tingshu doctor"),
    )
