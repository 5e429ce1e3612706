"""Which voices keep up with the listener, and who reads where one does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reader.background import CancelToken
from reader.narration.utterance import Span, Utterance
from reader.speech import speaker as speaker_module
from reader.speech.capabilities import Capabilities
from reader.speech.engine import AudioChunk, Voice
from reader.speech.pace import LIMIT, Pace
from reader.speech.speaker import Speaker
from reader.speech.voices import candidates
from tests.fakes.engine import FakeEngine, length_of


def voice(name: str, *, effort: float = 0.0, quality: int = 2, gender: str = "female") -> Voice:
    return Voice(
        name=name,
        title=name.title(),
        engine=name,
        languages=("en",),
        quality=quality,
        licence="MIT",
        source="here",
        gender=gender,
        effort=effort,
    )


SLOW = voice("slow", effort=0.6, quality=3)
WOMAN, MAN = voice("woman", effort=0.05), voice("man", effort=0.05, gender="male")
ROBOT = voice("robot", effort=0.0, quality=1)


def test_a_voice_begins_with_its_own_effort() -> None:
    assert Pace().effort(SLOW) == 0.6


def test_the_figure_moves_to_what_is_measured() -> None:
    pace = Pace()
    for _ in range(30):
        pace.note(SLOW, work=6.0, speech=10.0)
    assert pace.effort(SLOW) == pytest.approx(0.6, abs=0.01)
    pace.note(SLOW, work=12.0, speech=10.0)
    assert 0.6 < pace.effort(SLOW) < 0.8, "a busy moment counts little"
    for _ in range(30):
        pace.note(SLOW, work=12.0, speech=10.0)
    assert pace.effort(SLOW) == pytest.approx(1.2, abs=0.01)
    assert pace.effort(WOMAN) == 0.05


def test_what_a_variant_takes_is_not_held_against_its_voice() -> None:
    pace, variant = Pace(), replace(WOMAN, name="woman+male", base="woman")
    for _ in range(30):
        pace.note(variant, work=9.0, speech=10.0)
    assert pace.effort(variant) == pytest.approx(0.9, abs=0.01)
    assert pace.effort(WOMAN) == 0.05


def test_a_variant_steps_in_after_the_voices_themselves() -> None:
    variant = replace(MAN, name="woman+male", base="woman")
    slow = replace(SLOW, gender="male")
    assert Pace().in_time(slow, [variant, MAN], 2.0) == MAN
    assert Pace().in_time(slow, [WOMAN, variant], 2.0) == variant


def test_a_voice_is_measured_within_seconds_but_not_by_the_loading_of_its_model() -> None:
    quick, hopeless = Pace(), Pace()
    quick.note(SLOW, work=4.0 + 0.2 * 3.0, speech=3.0)
    assert quick.keeps_up(SLOW, 2.0)
    for _ in range(5):
        hopeless.note(SLOW, work=1.5 * 3.0, speech=3.0)
    assert not hopeless.keeps_up(SLOW, 1.0)


def test_it_counts_by_speech_not_by_pieces() -> None:
    one, many = Pace(), Pace()
    one.note(SLOW, work=20.0, speech=20.0)
    for _ in range(20):
        many.note(SLOW, work=1.0, speech=1.0)
    assert one.effort(SLOW) == pytest.approx(many.effort(SLOW))


def test_a_voice_on_trial_is_taken_for_quick_until_it_is_measured() -> None:
    pace = Pace()
    pace.try_out(WOMAN)
    assert pace.keeps_up(WOMAN, 100.0)
    pace.note(SLOW, work=100.0, speech=50.0)
    known = pace.effort(SLOW)
    pace.try_out(SLOW)
    assert pace.effort(SLOW) == known, "it was measured"
    pace.try_out(SLOW, again=True)
    assert pace.keeps_up(SLOW, 100.0)


def test_what_one_voice_of_a_model_takes_is_known_of_the_others() -> None:
    pace = Pace()
    sister = replace(SLOW, name="sister")
    pace.note(SLOW, work=100.0, speech=50.0)
    assert pace.effort(sister) == pace.effort(SLOW) > 0.6
    assert pace.effort(replace(sister, pack="another")) == 0.6
    assert pace.in_time(SLOW, [sister, WOMAN], 1.0) == WOMAN


@pytest.mark.parametrize(("rate", "kept"), [(0.5, True), (1.0, True), (1.34, False), (2.0, False)])
def test_a_voice_keeps_up_while_a_fifth_of_the_time_is_left(rate: float, kept: bool) -> None:
    assert LIMIT == 0.8
    assert Pace().keeps_up(SLOW, rate) is kept


def test_who_reads_instead() -> None:
    pace = Pace()
    slow_man = replace(SLOW, gender="male")
    others = [WOMAN, MAN, ROBOT]
    assert pace.in_time(SLOW, others, 1.0) == SLOW
    assert pace.in_time(SLOW, others, 2.0) == WOMAN
    assert pace.in_time(slow_man, others, 2.0) == MAN
    assert pace.in_time(slow_man, [WOMAN, ROBOT], 2.0) == WOMAN
    assert pace.in_time(slow_man, [replace(SLOW, name="sister"), ROBOT], 2.0) == ROBOT
    assert pace.in_time(SLOW, [], 2.0) == SLOW


def test_a_slow_voice_must_be_chosen_to_come_before_a_neural_one() -> None:
    assert candidates((ROBOT, SLOW, WOMAN), "en") == [WOMAN, SLOW, ROBOT]
    assert candidates((ROBOT, SLOW, WOMAN), "en", "slow") == [SLOW, WOMAN, ROBOT]


# -- in the speaker --------------------------------------------------------------------------


class Clock:
    """A stand-in for the module ``time``: what the engines below spend."""

    now = 0.0

    def perf_counter(self) -> float:
        return self.now


class Worker(FakeEngine):
    """A fake engine whose voice takes `effort` seconds of the clock a second of speech."""

    def __init__(self, about: Voice, clock: Clock, *, real: float, asides=(), languages=()) -> None:
        super().__init__(
            about.name, capabilities=Capabilities(word_times=True, asides=tuple(asides))
        )
        self._about = replace(about, languages=tuple(languages) or about.languages)
        self._clock = clock
        self._real = real

    def voices(self):
        return (self._about,)

    def synthesize(self, utterance, voice, cancel) -> Iterator[AudioChunk]:
        for chunk in super().synthesize(utterance, voice, cancel):
            self._clock.now += self._real * chunk.seconds
            yield chunk


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(speaker_module, "time", clock)
    return clock


@pytest.fixture
def told() -> list[str]:
    return []


def utterance(*parts: tuple[str, str]) -> Utterance:
    spans, place = [], 0
    for language, text in parts:
        end = place + len(text)
        spans.append(Span(text=text, language=language, start=place, end=end))
        place = end
    return Utterance(items=tuple(spans), end=place)


SENTENCE = utterance(("en", "It was a bright cold day in April and the clocks were striking."))


def speak(speaker: Speaker, what: Utterance = SENTENCE, pace: float | None = None) -> None:
    list(speaker.speak(what, CancelToken(), pace=pace))


def test_a_slow_voice_gives_way_to_a_quick_one_and_that_is_told_once(clock, told) -> None:
    slow, quick = Worker(SLOW, clock, real=0.6), Worker(WOMAN, clock, real=0.05)
    speaker = Speaker([slow, quick], voices={"en": "slow"}, notify=told.append)
    speak(speaker, pace=1.0)
    for _ in range(15):
        speak(speaker, pace=2.0)
    assert 1 < len(slow.spoken) < len(quick.spoken)
    (message,) = told
    assert "Slow is too slow for this speed" in message
    assert "Woman reads" in message


def test_a_chosen_voice_that_is_quick_here_is_never_refused(clock, told) -> None:
    """However slow it was where its effort was measured."""
    slow, quick = Worker(SLOW, clock, real=0.2), Worker(WOMAN, clock, real=0.05)
    speaker = Speaker([slow, quick], voices={"en": "slow"}, notify=told.append)
    for _ in range(20):
        speak(speaker, pace=1.5)
    speaker.choose("en", "slow")
    for _ in range(20):
        speak(speaker, pace=1.5)
    assert (len(slow.spoken), quick.spoken, told) == (40, [], [])


def test_a_voice_that_nobody_chose_is_not_tried(clock, told) -> None:
    slow, robot = Worker(SLOW, clock, real=0.2), Worker(ROBOT, clock, real=0.0)
    speak(Speaker([slow, robot], notify=told.append), pace=1.5)
    assert (slow.spoken, len(robot.spoken)) == ([], 1)


def test_a_voice_chosen_again_is_tried_again_and_its_slowness_told_again(clock, told) -> None:
    slow, quick = Worker(SLOW, clock, real=1.5), Worker(WOMAN, clock, real=0.05)
    speaker = Speaker([slow, quick], voices={"en": "slow"}, notify=told.append)
    for times in (1, 2):
        for _ in range(20):
            speak(speaker, pace=1.0)
        assert len(told) == times
        before = len(slow.spoken)
        speaker.choose("en", "slow")
        speak(speaker, pace=1.0)
        assert len(slow.spoken) == before + 1


def test_reading_more_slowly_brings_the_voice_back(clock, told) -> None:
    slow, quick = Worker(SLOW, clock, real=0.6), Worker(WOMAN, clock, real=0.05)
    speaker = Speaker([slow, quick], voices={"en": "slow"}, notify=told.append)
    for _ in range(20):
        speak(speaker, pace=2.0)
    before = len(slow.spoken)
    speak(speaker, pace=2.0)
    assert len(slow.spoken) == before
    speak(speaker, pace=1.2)
    assert len(slow.spoken) == before + 1


def test_a_voice_that_turns_out_slow_gives_way_at_the_usual_speed(clock, told) -> None:
    slow, quick = Worker(SLOW, clock, real=1.5), Worker(WOMAN, clock, real=0.05)
    speaker = Speaker([slow, quick], voices={"en": "slow"}, notify=told.append)
    for _ in range(20):
        speak(speaker, pace=1.0)
    assert quick.spoken, "the measurement counts"
    assert len(slow.spoken) > 2, "but not at once"
    assert len(slow.spoken) * length_of(SENTENCE.text) < 20


def test_with_time_to_spare_the_chosen_voice_always_speaks(clock, told) -> None:
    slow, quick = Worker(SLOW, clock, real=9.0), Worker(WOMAN, clock, real=0.05)
    speaker = Speaker([slow, quick], voices={"en": "slow"}, notify=told.append)
    for _ in range(20):
        speak(speaker)
    assert (len(slow.spoken), quick.spoken, told) == (20, [], [])


def test_the_only_voice_speaks_however_slow(clock, told) -> None:
    slow = Worker(SLOW, clock, real=9.0)
    speaker = Speaker([slow], notify=told.append)
    for _ in range(5):
        speak(speaker, pace=3.0)
    assert len(slow.spoken) == 5
    assert told == []


CHINESE = utterance(("zh", "我们明天早上从学校出发，下午到山上，晚上住在村里，后天再回来。" * 3))
MIXED = utterance(("zh", "我用"), ("en", "Python"), ("zh", "写代码。"))


@pytest.fixture
def hosts(clock, told):
    host = Worker(SLOW, clock, real=0.6, asides=["en"], languages=["zh"])
    english = Worker(WOMAN, clock, real=0.05)
    chinese = Worker(MAN, clock, real=0.05, languages=["zh"])
    return host, english, chinese


def test_a_voice_quotes_other_languages_in_a_sentence_of_its_own(hosts) -> None:
    host, english, chinese = hosts
    speaker = Speaker(hosts, voices={"zh": "slow"})
    speak(speaker, MIXED)
    assert host.spoken == ["我用Python写代码。"]
    speak(speaker, utterance(("en", "Python is a language.")))
    assert english.spoken == ["Python is a language."]
    speak(speaker, utterance(("en", "The capital of China is called "), ("zh", "北京")))
    assert english.spoken[1:] == ["The capital of China is called "]
    assert host.spoken[1:] == ["北京"]
    assert chinese.spoken == []


def test_a_voice_without_asides_leaves_quotations_to_others(hosts) -> None:
    host, english, chinese = hosts
    speak(Speaker(hosts, voices={"zh": "man"}), MIXED)
    assert chinese.spoken == ["我用", "写代码。"]
    assert english.spoken == ["Python"]
    assert host.spoken == []


def test_a_host_that_is_too_slow_hosts_nobody(hosts) -> None:
    host, english, chinese = hosts
    speaker = Speaker(hosts, voices={"zh": "slow"})
    for _ in range(20):
        speak(speaker, CHINESE, pace=2.0)
    host.spoken.clear(), chinese.spoken.clear()
    speak(speaker, MIXED, pace=2.0)
    assert host.spoken == []
    assert (chinese.spoken, english.spoken) == (["我用", "写代码。"], ["Python"])


def test_where_the_host_is_silent_each_language_finds_its_own_voice(hosts) -> None:
    host, english, chinese = hosts
    host.deaf_to = lambda _text: True
    speak(Speaker(hosts, voices={"zh": "slow"}), MIXED)
    assert chinese.spoken == ["我用", "写代码。"]
    assert english.spoken == ["Python"]
