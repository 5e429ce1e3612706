"""Makes a read-along book of every book of the corpora: ``python -m tests.soak.readalong``.

Every EPUB that EPUBCheck passes, web pages and texts are read, spoken in very short sounds and
exported. The result has to pass EPUBCheck without an error or a warning, and is looked at from
outside: all text is there, what overlays lead to is there, clips follow one another within the
sound, durations add up. Status 1 if anything fails.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from reader.books.registry import read_book
from reader.errors import BookError
from reader.export.products.product import Edition
from reader.export.readalong.book import ReadAlongBook
from reader.narration.cutting import BlockPassages
from tests.export.readalong.opened import Opened, faults
from tests.fakes.short_sounds import sections_of, spoken
from tests.soak.epubcheck import checked

_CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
_TEXTS = {".txt", ".htm", ".html", ".xml"}
_LISTED = 40


@dataclass(frozen=True, kw_only=True)
class Made:
    """A book made of `source`, and what is wrong with it that EPUBCheck need not know."""

    source: Path
    path: Path
    faults: tuple[str, ...]


def make(source: Path, target: Path) -> Made:
    """The read-along book of `source`; raises BookError where it is no book."""
    book = read_book(source)
    sections = sections_of(book, announce=True)
    edition = Edition(book=book, narrators=("Nobody", "无名"), sections=sections)
    made = ReadAlongBook(target, edition)
    cutter = BlockPassages(book)
    sounds = [spoken(book, section, cutter) for section in sections]
    try:
        for sound in sounds:
            made.add(sound)
        made.finish()
    except BaseException:
        made.abandon()
        raise
    return Made(source=source, path=target, faults=tuple(faults(Opened(target), book, sounds)))


def texts(corpora: Path) -> Iterator[Path]:
    """The web pages and texts of the corpora."""
    for folder in ("text", "html"):
        for path in sorted((corpora / folder).rglob("*")):
            wanted = path.suffix.lower() in _TEXTS and not path.name.startswith("expected")
            if wanted and path.is_file():
                yield path


def main() -> int:
    """Export everything, print the counts; status 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=_CORPORA)
    parser.add_argument("--only", default="", help="a part of the paths to be exported")
    parser.add_argument("--all", action="store_true", help="EPUBs that do not pass before, too")
    parser.add_argument("--texts", type=int, default=1000, help="web pages and texts at most")
    parser.add_argument("--keep", type=Path, help="a folder for what is made")
    options = parser.parse_args()
    found = sorted((options.corpora / "epub").rglob("*.epub"))
    epubs = [path for path in found if options.only in str(path)]
    begun = monotonic()
    before = {path for path, said in checked(epubs) if not said}
    print(f"{len(epubs)} EPUBs, {len(before)} pass before ({monotonic() - begun:.0f} s)")
    others = [path for path in texts(options.corpora) if options.only in str(path)]
    others = random.Random(1).sample(others, min(options.texts, len(others)))
    sources = [*(epubs if options.all else sorted(before)), *sorted(others)]
    with tempfile.TemporaryDirectory() as scratch:
        return _export(sources, before, options.keep or Path(scratch))


def _export(sources: list[Path], before: set[Path], folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    begun = monotonic()
    refused: Counter[str] = Counter()
    made: list[Made] = []
    failed: list[str] = []
    for number, source in enumerate(sources):
        try:
            made.append(make(source, folder / f"{number:04d}.epub"))
        except BookError as error:
            refused[str(error.reason)] += 1
            print(f"refused: {source.name}: {error.reason}")
        except Exception as error:  # whatever it raises is what is looked for
            failed.append(f"{source}: {type(error).__name__}: {error}")
    print(f"{len(made)} exported, {sum(refused.values())} refused ({monotonic() - begun:.0f} s)")
    for reason, count in refused.most_common():
        print(f"  {count} × {reason}")
    begun = monotonic()
    after = dict(checked(each.path for each in made))
    good = 0
    for each in made:
        said = [*each.faults, *after.get(each.path, ["not checked"])]
        good += not said
        failed += [f"{each.source} → {each.path.name}: {told}" for told in said]
    passing = sum(not after.get(each.path, ["?"]) for each in made)
    kept = sum(not after.get(each.path, ["?"]) for each in made if each.source in before)
    tried = sum(each.source in before for each in made)
    print(f"{passing} of {len(made)} pass after, {good} without any fault", end=" ")
    print(f"({monotonic() - begun:.0f} s); of those that passed before, {kept} of {tried}")
    print("\n".join(failed[:_LISTED]))
    print(f"{len(failed)} failures; peak memory {_peak():.0f} MB")
    return 1 if failed else 0


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
