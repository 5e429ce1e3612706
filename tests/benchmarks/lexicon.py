"""What a lexicon costs a sentence: ``python -m tests.benchmarks.lexicon``.

The sentences are those of real books, English and Chinese; the words of the lexicons are made
up from those books and from chance, so that a part of them is really found. Lexicons of three
sizes are asked in turn, sentence by sentence, and so are some hundred patterns. Times are of
this process alone. ``--json`` prints one JSON document.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.books.registry import read_book
from reader.language import pls
from reader.language.sentences import iter_sentences
from reader.lexicon import exchange
from reader.lexicon.director import LexiconDirector
from reader.lexicon.entry import Entry, Matching
from reader.lexicon.matching import Lexicon
from reader.library.store import Library

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SIZES = (0, 1_000, 100_000)
PATTERNS = 300
MOST = 1.0
"""Milliseconds a sentence with 100,000 entries."""


def texts() -> Iterator[str]:
    """The sentences of the sample books."""
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in {".epub", ".txt", ".html"}:
            for chapter in read_book(path).chapters:
                for sentence in iter_sentences(chapter.text):
                    yield chapter.text[sentence.start : sentence.end]


def entries(count: int, words: list[str]) -> list[Entry]:
    """`count` words, half of English and half of Chinese letters, some from the books."""
    chance = random.Random(7)
    latin, hanzi = (
        "etaoinshrdlucmfwypvbgk",
        "的一是不了人我在有他这中大来上国个到说们为子和你地出道",
    )
    made = dict.fromkeys(words[: count // 20])
    while len(made) < count:
        alphabet, longest = (latin, 11) if chance.random() < 0.5 else (hanzi, 4)
        made["".join(chance.choices(alphabet, k=chance.randint(2, longest)))] = None
    matchings = [Matching.WORD] * 9 + [Matching.ANYWHERE]
    languages = ["", "en"]
    return [
        Entry(
            word=word,
            say="x",
            matching=chance.choice(matchings),
            language=chance.choice(languages),
        )
        for word in list(made)[:count]
    ]


def timed(ask: Callable[[], object]) -> tuple[float, object]:
    """Seconds of the processor, and the answer."""
    started = time.process_time()
    answer = ask()
    return time.process_time() - started, answer


def asked(lexicon: Lexicon, spoken: list[str]) -> dict[str, float]:
    """Milliseconds a sentence: the mean, the median, the slowest of a hundred; what is found."""
    spent: list[float] = []
    found = 0
    for text in spoken:
        seconds, places = timed(lambda text=text: lexicon.find(text, 0, len(text), _english))
        spent.append(seconds * 1000)
        found += len(places)
    return {
        "mean_ms": round(statistics.fmean(spent), 4),
        "median_ms": round(statistics.median(spent), 4),
        "p99_ms": round(statistics.quantiles(spent, n=100)[98], 4),
        "found": found,
    }


def _english(_: int) -> str:
    return "en"


def measure() -> dict[str, object]:
    """All figures."""
    spoken = list(texts())
    words = sorted({word for text in spoken for word in text.split() if word.isalpha()})
    random.Random(7).shuffle(words)
    figures: dict[str, object] = {
        "sentences": len(spoken),
        "characters_a_sentence": round(statistics.fmean(map(len, spoken)), 1),
    }
    for size in SIZES:
        listed = entries(size, words)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        seconds, lexicon = timed(lambda listed=listed: Lexicon(listed))
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        figures[f"{size}"] = asked(lexicon, spoken) | {
            "compile_ms": round(seconds * 1000, 1),
            "compiled_mb": round(grown / 1024, 1),
        }
    patterns = [
        Entry(word=rf"\b{word}s?\b", say="x", matching=Matching.PATTERN)
        for word in words[:PATTERNS]
    ]
    figures[f"{PATTERNS} patterns"] = asked(Lexicon(patterns), spoken)
    largest = entries(SIZES[-1], words)
    figures |= directed(largest)
    figures |= exchanged(largest)
    return figures


def directed(listed: list[Entry]) -> dict[str, dict[str, float]]:
    """Milliseconds that the director takes for a sentence of each book, languages included."""
    figures = {}
    for path in sorted(SAMPLES.glob("*.epub")):
        book = read_book(path)
        director = LexiconDirector(book, listed)
        spent = [
            timed(lambda at=place, cues=director.cues: list(cues(*at)))[0] * 1000
            for number, chapter in enumerate(book.chapters)
            for place in [(number, s.start, s.end) for s in iter_sentences(chapter.text)]
        ]
        figures[f"cues, {path.name}"] = {
            "mean_ms": round(statistics.fmean(spent), 4),
            "slowest_ms": round(max(spent), 4),
        }
    return figures


def exchanged(listed: list[Entry]) -> dict[str, float]:
    """Seconds that a hundred thousand entries take from file to library."""
    content = pls.write(
        (pls.Lexeme(graphemes=(entry.word,), phonemes="ˈtʃaɪnə") for entry in listed), language="en"
    )
    reading, taken = timed(lambda: exchange.read(content, "words.pls"))
    lines = exchange.written_lines(listed)
    reading_lines, _ = timed(lambda: exchange.read(lines.content, "rules.txt"))
    library = Library(Path(":memory:"))
    keeping, _ = timed(lambda: library.keep_pronunciations(taken.entries))
    listing, kept = timed(lambda: library.pronunciations(None))
    library.close()
    assert len(kept) == len(taken.entries)
    return {
        "pls_mb": round(len(content) / 1e6, 1),
        "pls_read_s": round(reading, 2),
        "lines_read_s": round(reading_lines, 2),
        "library_add_s": round(keeping, 2),
        "library_list_s": round(listing, 2),
    }


def main(argv: list[str] | None = None) -> int:
    """Measure and print; the exit status is 1 if a sentence costs too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    figures = measure()
    if options.json:
        print(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:22} {value}")
    largest = figures[f"{SIZES[-1]}"]
    return 0 if largest["mean_ms"] < MOST else 1


if __name__ == "__main__":
    sys.exit(main())
