"""A voice of ours in a process of its own: ``python -m tests.benchmarks.speech.voice ENGINE``.

Text goes the product's own way: a book of one sentence, the narrator, the engine. Questions
and answers are JSON, one object a line, as the judges have them:

``{"say": TEXT, "file": WAV or null, "rate": …, "pitch": …, "gain": …}`` is answered by
``{"sounds": seconds of sound, "took": seconds of work, "first": seconds until the first
sample}``; ``{"batch": [TEXT …]}`` says all at once and is answered alike. The first line,
before any question, is ``{"ready": true, "loaded": seconds}``: what the engine took to import
its runtime, load its pack and say a word. The tables of the language are loaded before.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from reader.background import CancelToken
from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.errors import TingshuError
from reader.language.pinyin import syllables
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage
from reader.narration.utterance import Span, Utterance
from reader.speech.engine import AudioChunk, Engine, Voice
from reader.speech.memory import after_sentence
from reader.speech.voices import candidates, installed_engines
from tests.benchmarks.speech import recordings


def utterance(text: str, language: str, **manner: float) -> Utterance:
    """`text` as the narrator would have it said, whole, in the manner asked for."""
    block = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=text),))
    chapter = Chapter(title="", blocks=(block,), heading=False)
    book = Book(title="", authors=(), language=language, chapters=(chapter,), identifier="")
    said = Narrator(book).utterance(Passage(chapter=0, start=0, end=len(text), block=0))
    spans = (replace(span, **manner) for span in said.items if isinstance(span, Span))
    return replace(said, items=tuple(spans))


def opened(
    name: str, language: str, wanted: str | None, choices: dict[str, Any]
) -> tuple[Engine, Voice]:
    """The engine called `name` and its voice for `language`.

    `choices` go to the Mandarin engine's constructor: the pack's folder, runtime, precision.
    """
    if choices:
        from reader.speech.engines.mandarin import MandarinEngine

        engine: Engine = MandarinEngine(**choices)
    else:
        engines = {each.name: each for each in installed_engines()}
        if name not in engines:
            raise SystemExit(f"The engine {name} is not here.")
        engine = engines[name].inner  # what it does by itself is what is judged
    voices = [voice for voice in engine.voices() if wanted in (None, voice.name)]
    found = candidates(voices, language)
    if not found:
        raise SystemExit(f"The voice {wanted or name} for {language} is not installed.")
    return engine, found[0]


def answer(chunks: Iterable[AudioChunk], file: str | None) -> dict[str, float]:
    """Let the sound be made, and say how long that took."""
    begun, first = time.perf_counter(), 0.0
    samples, rate = [], 1
    for chunk in chunks:
        first = first or time.perf_counter() - begun
        samples.append(chunk.samples)
        rate = chunk.rate
    took = time.perf_counter() - begun
    if file and samples:
        recordings.write(Path(file), np.concatenate(samples), rate)
    sounds = sum(len(each) for each in samples) / rate
    return {"sounds": sounds, "took": took, "first": first}


def said(
    engine: Engine, voice: Voice, language: str, asked: dict[str, Any]
) -> Iterator[AudioChunk]:
    """The sound of what is asked for; the narrator works when the first chunk is taken."""
    if "batch" in asked:
        utterances = [utterance(text, language) for text in asked["batch"]]
        for chunks in engine.synthesize_many(utterances, voice, CancelToken()):
            yield from chunks
        return
    manner = {key: asked[key] for key in ("rate", "pitch", "gain") if key in asked}
    yield from engine.synthesize(utterance(asked["say"], language, **manner), voice, CancelToken())


def main() -> None:
    """Answer until stdin ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine")
    parser.add_argument("--language", default="zh")
    parser.add_argument("--voice")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--runtime")
    parser.add_argument("--precision")
    options = parser.parse_args()
    choices = {key: getattr(options, key) for key in ("folder", "runtime", "precision")}
    engine, voice = opened(
        options.engine,
        options.language,
        options.voice,
        {key: value for key, value in choices.items() if value is not None},
    )
    utterance("热身", options.language)
    syllables("热身")
    begun = time.perf_counter()
    engine.warm_up(voice)
    loaded = time.perf_counter() - begun
    print(json.dumps({"ready": True, "loaded": loaded}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        sound = said(engine, voice, options.language, asked)
        reply = answer(sound, asked.get("file"))
        after_sentence()  # as the speaker does
        print(json.dumps(reply), flush=True)
    engine.close()


if __name__ == "__main__":
    try:
        main()
    except TingshuError as problem:
        sys.exit(str(problem))
