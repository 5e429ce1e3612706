from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest

from reader.errors import EngineFailed, VoiceMissing
from reader.export.loudness import power
from reader.export.sections import Part, PartSound
from reader.export.studio import Roster, Studio, digest_of, speak_part
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.speech.engine import SPEECH_RATE, Engine
from tests.fakes.engine import FakeEngine
from tests.fakes.studio import FAILING, tone_of, tone_studio


def span(text: str, start: int = 0, **how: object) -> Span:
    return Span(text=text, language="en", start=start, end=start + len(text), **how)


def sentence(*items: Span | Pause | Mark) -> Utterance:
    spans = [item for item in items if isinstance(item, Span)]
    start, end = (spans[0].start, spans[-1].end) if spans else (0, 0)
    return Utterance(items=items, start=start, end=end)


def part(*utterances: Utterance) -> Part:
    return Part(section=3, number=1, utterances=utterances, characters=10)


def spoken(*utterances: Utterance) -> PartSound:
    return speak_part(tone_studio(), part(*utterances))


class Engines:
    """Opens one engine; equal to others of the same, so that a process keeps what it opened."""

    def __init__(self, *engines: Engine) -> None:
        self.engines = engines
        self.opened = 0

    def __call__(self) -> tuple[Engine, ...]:
        self.opened += 1
        return self.engines


FIRST = sentence(span("First sentence."), Pause(seconds=0.5))
SECOND = sentence(span("Second, a longer one.", 16), Pause(seconds=0.25))


def test_sentences_have_their_places_in_the_sound() -> None:
    sound = spoken(FIRST, SECOND)
    first, second = sound.sentences
    assert (first.start, first.end, second.start, second.end) == (0, 15, 16, 37)
    length, pause = len(tone_of("First sentence.")), SPEECH_RATE // 2
    assert (first.begin, first.finish) == (0, length)
    assert (second.begin, second.finish) == (
        length + pause,
        length + pause + len(tone_of("Second, a longer one.")),
    )
    assert len(sound.samples) == second.finish + SPEECH_RATE // 4
    assert sound.samples.dtype == np.int16
    assert not sound.samples[first.finish : second.begin].any()
    assert sound.samples[first.begin + 200 : first.finish - 200].any()


def test_silence_around_the_words_is_not_theirs() -> None:
    quiet = (Pause(seconds=1.0), Mark(name="here"), span("..."), Pause(seconds=0.5))
    sound = spoken(sentence(*quiet, span("Word.", 3), Pause(seconds=0.25), span(" !", 8)))
    (only,) = sound.sentences
    assert (only.begin, only.finish) == (36_000, 36_000 + len(tone_of("Word.")))
    assert len(sound.samples) == only.finish + 6_000
    (word,) = only.words
    assert (word.begin, word.start, word.end) == (0.0, 3, 8)


def test_silence_inside_a_sentence_is_part_of_it() -> None:
    sound = spoken(sentence(span("One,"), Pause(seconds=0.25), span(" two.", 4)))
    (only,) = sound.sentences
    lengths = len(tone_of("One,")) + 6_000 + len(tone_of(" two."))
    assert (only.begin, only.finish) == (0, lengths)
    assert [word.begin for word in only.words] == pytest.approx([0.0, 0.04 + 0.25])


def test_words_count_from_their_sentence_wherever_it_stands() -> None:
    alone, behind = spoken(SECOND).sentences[0], spoken(FIRST, SECOND).sentences[1]
    assert len(alone.words) == len(behind.words) == 1
    assert behind.words[0].begin == pytest.approx(alone.words[0].begin)
    assert behind.words[0].finish == pytest.approx(0.21)


def test_what_is_not_heard_has_no_place() -> None:
    sound = spoken(sentence(span("***"), Pause(seconds=0.5)), sentence(Pause(seconds=0.5)))
    assert sound.sentences == ()
    assert len(sound.samples) == SPEECH_RATE


def test_a_sentence_of_which_the_voice_says_nothing_has_no_place() -> None:
    deaf = FakeEngine()
    deaf.deaf_to = lambda text: True
    sound = speak_part(Studio(open=Engines(deaf)), part(FIRST))
    assert sound.sentences == ()
    assert len(sound.samples) == SPEECH_RATE // 2
    assert sum(sound.skipped.values()) == len("Firstsentence")


def test_the_speaker_is_that_of_the_first_words() -> None:
    (told,) = spoken(sentence(span("Run!", speaker="Ann"), span(" he said.", 4))).sentences
    assert (told.speaker, told.changes) == ("Ann", ((4, None),))
    assert spoken(FIRST).sentences[0].speaker is None


def test_loudness_is_measured() -> None:
    sound = spoken(FIRST, SECOND)
    assert np.array_equal(sound.power, power(sound.samples))


def test_an_empty_part_is_silent() -> None:
    sound = spoken()
    assert (len(sound.samples), sound.sentences, len(sound.power)) == (0, (), 0)


def test_what_was_skipped_is_counted_in_each_part_and_what_is_told_is_its_own() -> None:
    mute = FakeEngine()
    mute.mute_on = "ae"
    studio = Studio(open=Engines(mute), voices={"en": "gone"})
    for _ in range(2):
        sound = speak_part(studio, part(sentence(span("A late cake"))))
        assert sound.skipped == {"a": 2, "e": 2}
        [notice] = sound.notices
        assert "gone" in notice


def test_a_process_opens_its_engines_once() -> None:
    engines = Engines(FakeEngine())
    for voice in ("fake-voice", "other"):
        for _ in range(2):
            speak_part(Studio(open=engines, voices={"en": voice}), part(FIRST))
    assert engines.opened == 1


def test_a_part_sounds_the_same_when_it_comes_from_the_cache() -> None:
    engine = FakeEngine(rate=16_000, chunks_of=3)
    studio = Studio(open=Engines(engine))
    fresh, kept = (speak_part(studio, part(FIRST, SECOND)) for _ in range(2))
    assert len(engine.spoken) == 2
    assert np.array_equal(fresh.samples, kept.samples)
    assert fresh.sentences == kept.sentences


def test_a_failing_voice_is_an_error() -> None:
    with pytest.raises(EngineFailed, match="on purpose"):
        spoken(sentence(span(FAILING)))


def test_studios_and_parts_travel() -> None:
    studio, work = pickle.loads(pickle.dumps((tone_studio(), part(FIRST))))
    sound = pickle.loads(pickle.dumps(speak_part(studio, work)))
    assert np.array_equal(sound.samples, spoken(FIRST).samples)


# -- who speaks ------------------------------------------------------------------------------


def cast_of(work: Part, *engines: Engine) -> tuple[tuple[str, str], ...]:
    return Roster(Studio(open=Engines(*engines))).cast_of(work)


def test_the_cast_are_the_voices_that_speak_with_their_versions() -> None:
    chinese, english, other = FakeEngine("zh", ["zh"]), FakeEngine("en", ["en"]), FakeEngine("x")
    mixed = part(sentence(span("Hello."), Span(text="你好。", language="zh", start=6, end=9)))
    assert cast_of(mixed, chinese, english, other) == (("en-voice", "1"), ("zh-voice", "1"))
    with pytest.raises(VoiceMissing):
        cast_of(mixed, english)


def test_a_digest_tells_what_sounds_different_and_what_is_said_elsewhere() -> None:
    cast = (("v", "1"),)
    moved = part(FIRST, replace(SECOND, start=17, end=38))
    louder = part(FIRST, sentence(span("Second, a longer one.", 16, gain=1.0)))
    digests = {
        digest_of(work, who)
        for work, who in [
            (part(FIRST, SECOND), cast),
            (part(FIRST, SECOND), (("v", "2"),)),
            (part(SECOND, FIRST), cast),
            (moved, cast),
            (louder, cast),
        ]
    }
    assert len(digests) == 5
    same = replace(part(FIRST, SECOND), section=7, number=9)
    assert digest_of(same, cast) == digest_of(part(FIRST, SECOND), cast)


def test_another_voice_than_the_cast_does_not_speak() -> None:
    studio = tone_studio()
    speak_part(studio, part(FIRST), (("tones-voice", "1"),))
    with pytest.raises(VoiceMissing, match="another version"):
        speak_part(studio, part(FIRST), (("tones-voice", "2"),))
    with pytest.raises(VoiceMissing, match="tingshu voices install") as caught:
        speak_part(studio, part(FIRST), (("natural-voice", "1"),))
    assert caught.value.subject == "natural-voice"


def test_a_voice_that_was_installed_meanwhile_is_found() -> None:
    engines = Engines()
    studio = Studio(open=engines)
    with pytest.raises(VoiceMissing):
        speak_part(studio, part(FIRST))
    engines.engines = (FakeEngine(),)
    assert speak_part(studio, part(FIRST), (("fake-voice", "1"),)).sentences
