"""PaddleSpeech's voices as an engine: phones, acoustic model, vocoder, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from reader.background import CancelToken
from reader.errors import EngineFailed, TingshuError, VoiceMissing
from reader.language.phonemes import PINYIN
from reader.messages import message
from reader.narration.utterance import Span, Utterance
from reader.speech import packs
from reader.speech.capabilities import Capabilities
from reader.speech.catalogue import catalogue
from reader.speech.engine import AudioChunk, Voice
from reader.speech.engines.kokoro.readings import EnglishReader, Sound
from reader.speech.engines.paddle.programs import PaddlePrograms, is_available
from reader.speech.engines.paddlespeech import files
from reader.speech.engines.paddlespeech.lines import Line, lines
from reader.speech.engines.paddlespeech.mel import heard, stretched
from reader.speech.engines.paddlespeech.model import AcousticModel, Programs, open_program
from reader.speech.engines.paddlespeech.phones import syllable_phones
from reader.speech.engines.paddlespeech.speakers import Speaker, speakers
from reader.speech.engines.paddlespeech.vocoder import Vocoder
from reader.speech.signal import amplitude, gain_to_speech_level, limited, silence

ENGINE = "paddlespeech"

_LOADED = 2
"""Packs that are kept loaded, each in a process of its own: one reads, another may say the
dialogue. Each takes most of a gigabyte.
"""


_SENTENCE = ("ni3", "hao3", "zhe4", "shi4", "wo3", "de5", "sheng1", "yin1")
"""What tells how loud a speaker is: about two seconds of speech."""


class _Networks:
    """The models of one pack, in a process of their own."""

    def __init__(self, folder: Path, programs: Programs) -> None:
        self._programs = programs
        self._factors: dict[int, float] = {}
        try:
            self.acoustic = AcousticModel(folder, programs)
            self.vocoder = Vocoder(open_program(programs, folder, files.VOCODER))
        except BaseException:
            programs.close()
            raise

    def knows(self, number: int) -> bool:
        """Whether the speaker's loudness was measured."""
        return number in self._factors

    def factor(self, number: int, cancel: CancelToken) -> float:
        """What brings the sound of the speaker of this number to the common loudness; measured
        at the first time, for nothing that is published tells it.
        """
        if number not in self._factors:
            phones = [each for pinyin in _SENTENCE for each in syllable_phones(pinyin) or ()]
            mel = self.acoustic.mel(phones, number)
            samples = np.concatenate([silence(0.0), *self.vocoder.pieces(mel, *heard(mel), cancel)])
            self._factors[number] = amplitude(gain_to_speech_level(samples, self.vocoder.rate))
        return self._factors[number]

    def close(self) -> None:
        """End the process."""
        self._programs.close()


class PaddleSpeechEngine:
    """Speaks with the installed packs of PaddleSpeech's models; without Paddle it has no voices.

    `programs` starts the process that runs the models, `available` tells whether it can be.
    """

    name = ENGINE
    version = "2"
    capabilities = Capabilities(rate=True, phonemes=(PINYIN,))

    def __init__(
        self,
        programs: Callable[[], Programs] = PaddlePrograms,
        available: Callable[[], bool] = is_available,
    ) -> None:
        self._start = programs
        self._available = available
        self._networks: dict[Path, _Networks] = {}
        self._english: EnglishReader | None = None

    def voices(self) -> Sequence[Voice]:
        """The voices of the installed packs; a damaged pack has none."""
        return tuple(speaker.voice for speaker in self._speakers().values())

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        """Speak what is Chinese in `utterance`, and English where `voice` speaks it; yields
        nothing if nothing is.

        The models do not tell when a word is said, so the chunks have no words.
        """
        english = self._read_english if "en" in voice.languages else None
        try:
            for line in lines(utterance, english):
                yield from self._said(line, self._speaker(voice), cancel)
        except TingshuError:
            raise
        except Exception as error:  # whatever the runtime raises, the listener gets a sentence
            raise EngineFailed(
                voice.title,
                message("The sentence could not be spoken ({error}).", error=error),
                message("Run: tingshu voices test {name}", name=voice.name),
            ) from error

    def warm_up(self, voice: Voice) -> None:
        """Load the models and the words' readings, find how loud the voice is, and say one
        syllable to nobody.
        """
        speaker = self._speaker(voice)
        networks = self._networks.get(speaker.folder)
        if networks is not None and networks.knows(speaker.number):
            return
        span = Span(text="好", language="zh", start=0, end=1)
        for _ in self.synthesize(Utterance(items=(span,)), voice, CancelToken()):
            pass

    def close(self) -> None:
        """End Paddle's processes; they start again when next needed."""
        self._english = None
        while self._networks:
            self._networks.popitem()[1].close()

    def _speakers(self) -> Mapping[str, Speaker]:
        """Everybody who can speak now, by the voice's name."""
        found: dict[str, Speaker] = {}
        if self._available():
            for pack in catalogue().values():
                if pack.engine == ENGINE and packs.is_installed(pack.name):
                    with suppress(EngineFailed):
                        found |= speakers(pack, packs.folder(pack.name))
        return found

    def _speaker(self, voice: Voice) -> Speaker:
        if not self._available():
            raise EngineFailed(
                voice.title,
                message("It needs paddlepaddle."),
                message('Run: pip install "tingshu[paddle]"'),
            )
        try:
            return self._speakers()[voice.name]
        except KeyError:
            raise VoiceMissing(
                voice.title,
                message("It is not installed."),
                message("Run: tingshu voices install {pack}", pack=voice.pack or voice.name),
            ) from None

    def _loaded(self, speaker: Speaker) -> _Networks:
        """The networks that `speaker` needs; those used longest ago make room."""
        networks = self._networks.pop(speaker.folder, None)
        if networks is None:
            while len(self._networks) >= _LOADED:
                self._networks.pop(next(iter(self._networks))).close()
            try:
                networks = _Networks(speaker.folder, self._start())
            except EngineFailed as error:
                remedy = message("Run: tingshu voices install {pack}", pack=speaker.voice.pack)
                raise EngineFailed(speaker.voice.title, error.reason, remedy) from error
        self._networks[speaker.folder] = networks
        return networks

    def _said(self, line: Line, speaker: Speaker, cancel: CancelToken) -> Iterator[AudioChunk]:
        """One run of the models, in chunks at the common loudness, without the silence at
        either end.
        """
        cancel.check()
        networks = self._loaded(speaker)
        rate = networks.vocoder.rate
        cancel.check()
        if not line.phones:
            yield AudioChunk(samples=silence(0.0), rate=rate, skipped=line.skipped)
            return
        factor = np.float32(networks.factor(speaker.number, cancel))
        mel = stretched(networks.acoustic.mel(line.phones, speaker.number), line.rate)
        if line.pause:
            yield AudioChunk(samples=silence(line.pause, rate), rate=rate)
        skipped = line.skipped
        for samples in networks.vocoder.pieces(mel, *heard(mel), cancel):
            yield AudioChunk(samples=limited(samples * factor), rate=rate, skipped=skipped)
            skipped = ""

    def _read_english(self, text: str) -> Sequence[Sound]:
        if self._english is None:
            self._english = EnglishReader(british=False)
        return self._english(text)
