"""Has the recogniser listen to what each way says, and counts its errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.speech.engine import SPEECH_RATE, Samples
from tests.benchmarks.fast.errors import MEASURES, Count
from tests.benchmarks.speech import recordings
from tests.benchmarks.speech.comparison import Difference, difference
from tests.benchmarks.speech.environments import BUILD, WHISPER
from tests.benchmarks.speech.hearing import answers
from tests.benchmarks.speech.program import JUDGES

_SCRIPTS = {
    "en": Path(__file__).with_name("english_hears.py"),
    "zh": JUDGES / "whisper_hears.py",
}


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was heard of one way at one rate in one language; `seconds` it sounded."""

    language: str
    rate: float
    way: str
    seconds: float
    said: Sequence[str]
    texts: Sequence[str]

    def counts(self, measure: str) -> list[Count]:
        """Errors sentence by sentence."""
        count = MEASURES[self.language][measure]
        return [count(*pair) for pair in zip(self.said, self.texts, strict=True)]

    def wrong(self, measure: str) -> float:
        """Errors of a hundred units."""
        counts = self.counts(measure)
        return 100 * sum(each.wrong for each in counts) / sum(each.units for each in counts)

    def less(self, other: Heard, measure: str) -> Difference:
        """This one's errors less those of the `other`."""
        ours, theirs = self.counts(measure), other.counts(measure)
        return difference(
            [each.wrong for each in ours],
            [each.wrong for each in theirs],
            [each.units for each in ours],
        )


def listened(
    said: Sequence[str], sounds: Sequence[Samples], language: str, rate: float, way: str
) -> Heard:
    """Let Whisper hear `sounds`, each between two short silences.

    Raises :class:`~tests.benchmarks.speech.environments.NotToBeHad`.
    """
    folder = BUILD / "wav-fast" / f"{language}-{way}-{rate:g}"
    files = recordings.prepare(folder, said)
    for file, sound in zip(files, sounds, strict=True):
        recordings.write(file, sound, SPEECH_RATE)
        recordings.surround(file)
    heard = answers(WHISPER, str(_SCRIPTS[language]), files)
    return Heard(
        language=language,
        rate=rate,
        way=way,
        seconds=sum(map(len, sounds)) / SPEECH_RATE,
        said=said,
        texts=[each["text"] for each in heard],
    )
