"""Between which values the layers compute that may do so in 8 bits.

The ranges lie in ``ranges.json``, measured by this module on the Chinese sample book. To
measure them anew: ``python -m reader.speech.engines.mandarin.calibration WHEEL``.
"""

from __future__ import annotations

import functools
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reader.speech.engines.mandarin.graph_writer import Ranges

if TYPE_CHECKING:
    from reader.speech.engines.mandarin.networks import Integers

_FILE = Path(__file__).with_name("ranges.json")

_LAYERS = ("decoder.", "postnet.")
"""The layers that lose nothing that is heard. The vocoder's would: its values reach into the
thousands where most are below one.
"""


_FLAT = -8.0
"""What enters Mish below this leaves it as nothing (-0.003), so it need not be told apart."""


@functools.cache
def ranges() -> Ranges:
    """The ranges by layer and end: ``decoder.0.widen.in``."""
    read = json.loads(_FILE.read_text("utf-8"))
    return {name: (float(low), float(high)) for name, (low, high) in read.items()}


def measured(wheel: Path) -> dict[str, tuple[float, float]]:
    """The ranges over all Chinese sentences of the sample book, by the published weights."""
    from reader.speech.engines.mandarin.acoustic_graph import decoder_graph
    from reader.speech.engines.mandarin.networks import Drawing
    from reader.speech.engines.mandarin.onnx_networks import FLOAT, OnnxNetworks, opened, save
    from reader.speech.engines.mandarin.recipe import models, published

    with tempfile.TemporaryDirectory() as place:
        acoustic, vocoder = published(wheel)
        save(Path(place), models(acoustic, vocoder))
        networks = OnnxNetworks(Path(place), FLOAT)
    graph = decoder_graph(acoustic, observed=True)
    session = opened(graph.content, graph.weights, acoustic)
    names = [each.name for each in session.get_outputs() if each.name.startswith(_LAYERS)]
    found: dict[str, tuple[float, float]] = {}
    for phones in _sentences():
        plan = networks.predict([phones])[0]
        frames = np.round(plan.frames).astype(np.int64)
        drawing = Drawing(plan.hidden, plan.f0, plan.energy, frames)
        for name, values in zip(names, session.run(names, networks.given(drawing)), strict=True):
            low, high = found.get(name, (0.0, 0.0))
            least = max(_FLAT, float(values.min())) if "widen.out" in name else values.min()
            found[name] = min(low, float(least)), max(high, float(values.max()))
    return found


def _sentences() -> Iterator[Integers]:
    """The phones of every Chinese sentence of the sample book."""
    from reader import paths
    from reader.books.registry import read_book
    from reader.language.pinyin import syllables
    from reader.narration.narrator import Narrator
    from reader.narration.timeline import Timeline
    from reader.speech.engines.mandarin.phones import phone_line, speakable
    from reader.speech.engines.mandarin.script import runs, script

    book = read_book(paths.resources_folder() / "samples" / "chinese.epub")
    narrator = Narrator(book)
    for chapter in range(len(book.chapters)):
        for passage in Timeline(book).passages(chapter):
            for part in runs(script(narrator.utterance(passage), speakable, syllables)):
                yield phone_line(part).phones


if __name__ == "__main__":
    limits = measured(Path(sys.argv[1]))
    lines = (f'"{name}": [{low:.4f}, {high:.4f}]' for name, (low, high) in limits.items())
    _FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
