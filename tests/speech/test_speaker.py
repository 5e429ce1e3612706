from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from reader.background import CancelToken, Task
from reader.errors import Cancelled, EngineFailed, VoiceMissing
from reader.language.clauses import first_clause
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.speech.cache import AudioCache
from reader.speech.capabilities import Capabilities
from reader.speech.division import TURN_PAUSE
from reader.speech.engine import SPEECH_RATE, AudioChunk, Engine, missed
from reader.speech.signal import speech_level
from reader.speech.speaker import Speaker
from reader.speech.voices import installed_engines
from tests.fakes.engine import FakeEngine, length_of, texts_heard

LONG = "The first clause is here, and then the sentence goes on and on for quite a while longer."


def utterance(*parts: tuple[str, str] | Pause | Mark, start: int = 0, **how) -> Utterance:
    """Spans from (language, text) pairs, laid one after another in the chapter."""
    items: list[Span | Pause | Mark] = []
    place = start
    for part in parts:
        if isinstance(part, tuple):
            language, text = part
            end = place + len(text)
            items.append(Span(text=text, language=language, start=place, end=end, **how))
            place = end
        else:
            items.append(part)
    return Utterance(items=tuple(items), start=start, end=place)


def speak(speaker: Speaker, what: Utterance, *, urgent: bool = False) -> list[AudioChunk]:
    return list(speaker.speak(what, CancelToken(), urgent=urgent))


def sound(chunks: Sequence[AudioChunk]):
    return np.concatenate([chunk.samples for chunk in chunks])


@pytest.fixture
def chinese() -> FakeEngine:
    return FakeEngine("chinese", ["zh"])


@pytest.fixture
def english() -> FakeEngine:
    return FakeEngine("english-fake", ["en"])


@pytest.fixture
def any_language() -> FakeEngine:
    return FakeEngine("any", ["*"], quality=1)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def speaker(chinese, english, any_language, told) -> Speaker:
    return Speaker([chinese, english, any_language], notify=told.append)


# -- which voice says what -------------------------------------------------------------------


def test_a_mixed_sentence_switches_voices_and_comes_back(speaker, chinese, english):
    parts = [("zh", "我用"), ("en", "Python"), ("zh", "写代码。")]
    heard = texts_heard(sound(speak(speaker, utterance(*parts))), [text for _, text in parts])
    assert heard == ["我用", "Python", "写代码。"]
    assert chinese.spoken == ["我用", "写代码。"]
    assert english.spoken == ["Python"]


def test_a_language_without_a_voice_of_its_own_gets_the_voice_for_any(speaker, any_language, told):
    speak(speaker, utterance(("fr", "Bonjour.")))
    assert any_language.spoken == ["Bonjour."]
    assert told == [], "nothing better could be installed"


def test_neighbouring_spans_of_one_voice_are_said_in_one_call(speaker, english):
    speak(speaker, utterance(("en", "This is "), ("en-GB", "very"), ("en", " good.")))
    assert english.spoken == ["This is very good."]


def test_the_chosen_voice_speaks(speaker, english, any_language):
    speaker.choose("en-US", "any-voice")
    speak(speaker, utterance(("en", "Good morning.")))
    assert any_language.spoken == ["Good morning."]
    assert speaker.voice_for("en").name == "any-voice"
    assert speaker.voice_for("zh").name == "chinese-voice"


def test_the_voice_of_a_span_goes_before_the_listeners_choice(speaker, english, any_language):
    speak(speaker, utterance(("en", "Good morning."), voice="any-voice"))
    assert any_language.spoken == ["Good morning."]


def test_a_voice_that_does_not_speak_the_language_is_not_used(speaker, english, told):
    speak(speaker, utterance(("en", "Good morning."), voice="chinese-voice"))
    assert english.spoken == ["Good morning."]
    assert told == []


def test_a_missing_voice_is_told_once_with_the_command(english, any_language, told):
    speaker = Speaker([english, any_language], notify=told.append)
    for _ in range(2):
        speak(speaker, utterance(("zh", "你好。")))
    assert any_language.spoken == ["你好。", "你好。"]
    assert len(told) == 1
    assert "tingshu voices install mandarin" in told[0]


def test_nothing_is_told_to_who_chose_the_lesser_voice(any_language, told):
    speaker = Speaker([any_language], voices={"zh": "any-voice"}, notify=told.append)
    speak(speaker, utterance(("zh", "你好。")))
    assert told == []


def test_a_chosen_voice_that_is_gone_is_told_once(english, told):
    speaker = Speaker([english], voices={"en": "emma"}, notify=told.append)
    for _ in range(2):
        speak(speaker, utterance(("en", "Good morning.")))
    assert english.spoken == ["Good morning."] * 2
    assert len(told) == 1
    assert "emma" in told[0]


def test_where_a_named_voice_is_missing_the_chosen_one_speaks(english, any_language):
    speaker = Speaker([english, any_language], voices={"en": "any-voice"})
    speak(speaker, utterance(("en", "Good morning."), voice="kokoro-michael"))
    assert (any_language.spoken, english.spoken) == (["Good morning."], [])


def test_each_named_voice_that_is_missing_is_told_once(english, told):
    speaker = Speaker([english], notify=told.append)
    for name in ("kokoro-michael", "kokoro-emma", "kokoro-michael"):
        speak(speaker, utterance(("en", "Good morning."), voice=name))
    assert len(told) == 2
    assert "kokoro-michael" in told[0]
    assert "kokoro-emma" in told[1]


def test_a_voice_is_warmed_up_by_its_name():
    class Several(Company):
        def warm_up(self, voice):
            warmed.append(voice.name)

    warmed: list[str] = []
    speaker = Speaker([Several("english-fake", "en-female", "en-male")])
    speaker.warm_up("en")
    speaker.warm_up("en", "en-male")
    speaker.warm_up("en", "nobody")
    assert warmed == ["en-female", "en-male", "en-female"]


def test_without_any_voice_for_the_language_the_error_says_what_to_do(english):
    with pytest.raises(VoiceMissing, match="tingshu voices install mandarin"):
        speak(Speaker([english]), utterance(("zh", "你好。")))
    with pytest.raises(VoiceMissing):
        speak(Speaker([]), utterance(("en", "Good morning.")))


# -- when an engine fails --------------------------------------------------------------------


def test_a_failing_engine_is_replaced_by_the_next_best_and_told_once(any_language, told):
    broken = FakeEngine("broken", ["en"], fail=lambda text: True)
    speaker = Speaker([broken, any_language], notify=told.append)
    for text in ("Good morning.", "Good night."):
        assert texts_heard(sound(speak(speaker, utterance(("en", text)))), [text]) == [text]
    assert len(told) == 1
    assert "It failed on purpose." in told[0]
    assert "Any reads instead" in told[0]


def test_who_reads_instead_is_told_before_what_to_do(told):
    class Damaged(FakeEngine):
        def synthesize(self, *given):
            raise EngineFailed("The voice", "Its file is damaged.", "Run: install voice")
            yield

    speaker = Speaker([Damaged("one", ["en"]), FakeEngine("two", ["en"])], notify=told.append)
    speak(speaker, utterance(("en", "Good morning.")))
    assert told == ["The voice: Its file is damaged. Two reads instead. Run: install voice"]


def test_an_engine_that_failed_once_is_tried_again(any_language, told):
    flaky = FakeEngine("flaky", ["en"], fail=lambda text: "odd" in text)
    speaker = Speaker([flaky, any_language], notify=told.append)
    for text in ("odd one", "next one"):
        speak(speaker, utterance(("en", text)))
    assert any_language.spoken == ["odd one"]
    assert flaky.spoken == ["odd one", "next one"]


def test_an_engine_that_finds_nothing_to_say_is_followed_by_the_next(any_language, told):
    deaf = FakeEngine("deaf", ["zh"])
    deaf.deaf_to = lambda text: "か" in text
    speaker = Speaker([deaf, any_language], notify=told.append)
    assert texts_heard(sound(speak(speaker, utterance(("zh", "か")))), ["か"]) == ["か"]
    assert told == []


def test_if_every_engine_fails_the_error_is_raised(told):
    engines = [FakeEngine(name, ["en"], fail=lambda text: True) for name in ("one", "two")]
    with pytest.raises(EngineFailed, match="on purpose"):
        speak(Speaker(engines, notify=told.append), utterance(("en", "Good morning.")))


# -- what comes out --------------------------------------------------------------------------


def test_everything_comes_at_the_speech_rate():
    slow = FakeEngine("slow", rate=16_000, chunks_of=3)
    chunks = speak(Speaker([slow]), utterance(("en", "Good morning.")))
    assert {chunk.rate for chunk in chunks} == {SPEECH_RATE}
    assert sum(chunk.seconds for chunk in chunks) == pytest.approx(
        length_of("Good morning."), abs=1e-4
    )
    assert texts_heard(sound(chunks), ["Good morning."]) == ["Good morning."]


def test_pauses_are_silence_of_the_right_length(speaker):
    what = utterance(("en", "One."), Pause(seconds=0.3), ("en", "Two."), Pause(seconds=0.5))
    samples = sound(speak(speaker, what))
    spoken = round((length_of("One.") + length_of("Two.")) * SPEECH_RATE)
    assert len(samples) == spoken + round(0.8 * SPEECH_RATE)
    assert not samples[-round(0.49 * SPEECH_RATE) :].any()
    assert texts_heard(samples, ["One.", "Two."]) == ["One.", "Two."]


def test_symbols_alone_give_only_the_pause(speaker, english):
    chunks = speak(speaker, utterance(("en", "* * *"), Pause(seconds=0.4)))
    assert not sound(chunks).any()
    assert sum(chunk.seconds for chunk in chunks) == pytest.approx(0.4)
    assert english.spoken == []


def test_joins_do_not_click(speaker):
    samples = sound(speak(speaker, utterance(("zh", "我用"), ("en", "Python"), ("zh", "写代码。"))))
    join = round(length_of("我用") * SPEECH_RATE)
    assert np.abs(samples[join - 3 : join + 3]).max() < 0.03
    assert samples[0] == 0.0
    assert samples[-1] == 0.0


def test_chunks_of_one_call_are_joined_without_a_fade():
    whole = sound(speak(Speaker([FakeEngine()]), utterance(("en", "Good morning."))))
    parts = sound(speak(Speaker([FakeEngine(chunks_of=5)]), utterance(("en", "Good morning."))))
    assert np.array_equal(whole, parts)


@pytest.mark.parametrize("gain", [-6.0, 4.0])
def test_gain_is_applied_for_engines_that_cannot(speaker, gain):
    plain = speech_level(sound(speak(speaker, utterance(("en", "Good morning.")))))
    changed = speech_level(sound(speak(speaker, utterance(("en", "Good morning."), gain=gain))))
    assert changed - plain == pytest.approx(gain, abs=0.3)


def test_gain_is_left_to_engines_that_can():
    able = FakeEngine(capabilities=Capabilities(gain=True, rate=True))
    chunks = speak(Speaker([able]), utterance(("en", "Good morning."), gain=-6.0, rate=1.2))
    assert able.utterances[0].spans[0].gain == -6.0
    assert able.utterances[0].spans[0].rate == 1.2
    assert np.abs(sound(chunks)).max() == pytest.approx(0.5, abs=0.01)


def test_loud_gain_does_not_clip(speaker):
    samples = sound(speak(speaker, utterance(("en", "Good morning."), gain=20.0)))
    assert np.abs(samples).max() < 1.0


def test_an_engine_gets_only_what_it_can_do():
    english = FakeEngine("english-fake", ["en"], capabilities=Capabilities())
    speaker = Speaker([english])
    how = {"rate": 1.5, "pitch": 2.0, "style": "calm", "phonemes": "a", "phoneme_alphabet": "ipa"}
    speak(speaker, utterance(("en", "Good morning."), **how))
    (span,) = english.utterances[0].spans
    assert span == Span(text="Good morning.", language="en", start=0, end=13)


def test_words_keep_their_place_and_time(speaker):
    what = utterance(("zh", "我用"), Pause(seconds=0.2), ("en", "Python"), start=70)
    begin = 0.0
    found: list[tuple[float, int, int]] = []
    for chunk in speak(speaker, what):
        found += [(round(begin + word.begin, 3), word.start, word.end) for word in chunk.words]
        begin += chunk.seconds
    assert found == [(0.0, 70, 72), (pytest.approx(length_of("我用") + 0.2), 72, 78)]


def test_marks_come_with_the_sound_that_follows_them(speaker):
    what = utterance(Mark(name="a"), ("en", "One."), Pause(seconds=0.1), Mark(name="b"))
    times: list[tuple[str, float]] = []
    begin = 0.0
    for chunk in speak(speaker, what):
        times += [(mark.name, round(begin + mark.seconds, 3)) for mark in chunk.marks]
        begin += chunk.seconds
    assert times == [("a", 0.0), ("b", pytest.approx(length_of("One.") + 0.1))]


# -- early and in time -----------------------------------------------------------------------


def test_an_urgent_long_sentence_begins_with_its_first_clause(speaker, english):
    chunks = speak(speaker, utterance(("en", LONG), Pause(seconds=0.2)), urgent=True)
    cut = first_clause(LONG)
    assert 0 < cut < len(LONG)
    assert english.spoken == [LONG[:cut], LONG[cut:]]
    assert [(one.spans[0].start, one.spans[0].end) for one in english.utterances] == [
        (0, cut),
        (cut, len(LONG)),
    ]
    assert chunks[0].seconds < length_of(LONG[:cut]) + 0.01
    assert texts_heard(sound(chunks), [LONG[:cut], LONG[cut:]]) == [LONG[:cut], LONG[cut:]]


def test_the_first_chunk_comes_before_the_rest_is_asked_for(speaker, english):
    chunks = speaker.speak(utterance(("en", LONG)), CancelToken(), urgent=True)
    next(chunks)
    assert english.spoken == [LONG[: first_clause(LONG)]]


def test_a_short_sentence_is_never_divided(speaker, english):
    speak(speaker, utterance(("en", "Well, yes.")), urgent=True)
    assert english.spoken == ["Well, yes."]


def test_only_the_first_words_are_hastened(speaker, chinese, english):
    speak(speaker, utterance(("zh", "他说"), ("en", LONG)), urgent=True)
    assert english.spoken == [LONG]


def test_cancelling_stops_a_synthesis_in_the_middle():
    gate = threading.Event()
    engine = FakeEngine(gate=gate)
    speaker = Speaker([engine])

    def work(cancel: CancelToken) -> list[AudioChunk]:
        return list(speaker.speak(utterance(("en", "Good morning.")), cancel))

    task = Task(work, name="speaking")
    assert engine.waiting.wait(10)
    task.cancel()
    with pytest.raises(Cancelled):
        task.result(10)


def test_a_cancelled_token_stops_before_the_next_part(speaker, english):
    cancel = CancelToken()
    chunks = speaker.speak(utterance(("en", "One."), Pause(seconds=0.1), ("zh", "二。")), cancel)
    next(chunks)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(chunks)


def test_two_threads_may_speak_at_once():
    speaker = Speaker([FakeEngine(chunks_of=10)])
    texts = ["Good morning.", "Something else entirely."]
    tasks = [
        Task(lambda _, text=text: speak(speaker, utterance(("en", text))), name=text)
        for text in texts
    ]
    heard = [texts_heard(sound(task.result(30)), texts) for task in tasks]
    assert heard == [[text] for text in texts]


def test_warming_up_loads_the_voice_of_the_language(speaker, chinese, english):
    speaker.warm_up("zh-CN")
    assert chinese.warm
    assert not english.warm


class Unloadable(FakeEngine):
    def warm_up(self, voice):
        raise EngineFailed(self.name, "Its file is damaged.")


def test_warming_up_a_broken_voice_warms_what_replaces_it(any_language):
    Speaker([Unloadable("one", ["en"]), any_language]).warm_up("en")
    assert any_language.warm


def test_warming_up_never_fails():
    speaker = Speaker([Unloadable("one", ["en"])])
    speaker.warm_up("en")
    speaker.warm_up("zh")


def test_closing_closes_every_engine(speaker, chinese, english, any_language):
    speaker.close()
    assert all(engine.closed for engine in (chinese, english, any_language))


# -- who speaks ------------------------------------------------------------------------------


def said_by(*parts: tuple[str | None, str, str]) -> Utterance:
    """Spans from (speaker, language, text); whoever is called ``any`` has that voice."""
    items, place = [], 0
    for speaker, language, text in parts:
        voice = "any-voice" if speaker == "any" else None
        end = place + len(text)
        items.append(
            Span(text=text, language=language, start=place, end=end, speaker=speaker, voice=voice)
        )
        place = end
    return Utterance(items=tuple(items), end=place)


DIALOGUE = (("any", "en", "Well?"), (None, "en", "said Anna."))


@pytest.mark.parametrize(("haste", "seconds"), [(1.0, TURN_PAUSE), (1.5, TURN_PAUSE / 1.5)])
def test_another_person_in_another_voice_takes_a_breath_first(speaker, haste, seconds):
    chunks = list(speaker.speak(said_by(*DIALOGUE), CancelToken(), haste=haste))
    samples = sound(chunks)
    begin = round(length_of("Well?") * SPEECH_RATE)
    pause = round(seconds * SPEECH_RATE)
    assert len(samples) == begin + pause + round(length_of("said Anna.") * SPEECH_RATE)
    assert not samples[begin : begin + pause].any()
    assert np.abs(samples[begin - 3 : begin]).max() < 0.03


def test_no_breath_is_added_to_a_pause(speaker):
    first, second = said_by(*DIALOGUE).spans
    what = Utterance(items=(first, Pause(seconds=0.05), second))
    expected = length_of("Well?") + 0.05 + length_of("said Anna.")
    assert sum(chunk.seconds for chunk in speak(speaker, what)) == pytest.approx(expected)


def test_a_person_who_quotes_a_foreign_word_takes_no_breath(speaker):
    chunks = speak(speaker, said_by(("li", "zh", "我用"), ("li", "en", "Python")))
    expected = length_of("我用") + length_of("Python")
    assert sum(chunk.seconds for chunk in chunks) == pytest.approx(expected)


def test_persons_with_one_voice_are_said_in_one_call(speaker, english):
    speak(speaker, said_by(("li", "en", "Well? "), (None, "en", "said Anna.")))
    assert english.spoken == ["Well? said Anna."]


class Company(FakeEngine):
    """An engine with several voices, told by their names: ``en-male-old``."""

    def __init__(self, name, *people, quality=2, asides=()):
        super().__init__(name, quality=quality, capabilities=Capabilities(asides=asides))
        about = super().voices()[0]
        self._people = tuple(
            replace(about, name=each, languages=(each[:2],), gender=each[3:].partition("-")[0])
            for each in people
        )
        self.said: list[tuple[str, str]] = []

    def voices(self):
        return self._people

    def synthesize(self, utterance, voice, cancel):
        self.said.append((voice.name, utterance.text))
        return super().synthesize(utterance, voice, cancel)


@pytest.mark.parametrize(
    ("voice", "asides", "expected"),
    [
        ("zh-male", (), "en-male"),
        ("zh-female", (), "en-female"),
        ("zh-unknown", (), "en-female"),
        ("zh-male", ("en",), "zh-male"),
    ],
)
def test_a_person_quotes_another_language_in_a_voice_like_their_own(voice, asides, expected):
    chinese = Company("chinese", "zh-female", "zh-male", "zh-unknown", asides=asides)
    english = Company("english-fake", "en-female", "en-male")
    formant = Company("formant", "en-unknown", quality=1)
    speaker = Speaker([chinese, english, formant])
    speak(speaker, utterance(("zh", "我用"), ("en", "Python"), voice=voice, speaker="li"))
    said = chinese.said + english.said + formant.said
    assert (expected, "Python") in said or (expected, "我用Python") in said
    assert said[0][0] == voice


def test_the_narrators_foreign_word_is_not_said_by_the_person_who_speaks():
    chinese = Company("chinese", "zh-female", "zh-male", asides=("en",))
    english = Company("english-fake", "en-female")
    spans = said_by(
        ("li", "zh", "“我们明天一早就从这里出发。”"), (None, "zh", "问"), (None, "en", "Tom")
    ).spans
    first, *rest = spans
    what = Utterance(items=(replace(first, voice="zh-male"), *rest))
    speak(Speaker([chinese, english], voices={"zh": "zh-female"}), what)
    assert chinese.said == [("zh-male", first.text), ("zh-female", "问Tom")]
    assert english.said == []


# -- what is asked of an engine --------------------------------------------------------------


@pytest.mark.parametrize(("able", "pace"), [(True, 1.5), (False, 1.0)])
def test_haste_is_the_listeners_and_rate_is_the_texts(able, pace):
    engine = FakeEngine(capabilities=Capabilities(rate=able))
    what = utterance(("en", "Good morning."), rate=0.8)
    chunks = list(Speaker([engine]).speak(what, CancelToken(), haste=1.5))
    assert {chunk.pace for chunk in chunks} == {pace}
    assert engine.utterances[0].spans[0].rate == pytest.approx(0.8 * 1.5 if able else 1.0)


def test_gain_parts_no_sentence_of_an_engine_that_can():
    able, unable = FakeEngine(capabilities=Capabilities(gain=True)), FakeEngine()
    first, second = utterance(("en", "Good "), ("en", "morning.")).spans
    what = Utterance(items=(first, replace(second, gain=3.0)))
    for engine in (able, unable):
        speak(Speaker([engine]), what)
    assert able.spoken == ["Good morning."]
    assert unable.spoken == ["Good ", "morning."]


def test_what_is_lost_is_told_once_a_feature_and_voice(told):
    english = FakeEngine("english-fake", ["en"], capabilities=Capabilities())
    any_language = FakeEngine("any", ["*"], quality=1, capabilities=Capabilities())
    speaker = Speaker([english, any_language], notify=told.append)
    for _ in range(2):
        speak(speaker, utterance(("en", "Good morning."), pitch=2.0, style="sarcastic"))
        speak(speaker, utterance(("en", "Good morning."), pitch=2.0, voice="any-voice"))
    assert sorted(told) == [
        "Any cannot move its pitch; those passages are read plainly.",
        "English-Fake cannot move its pitch; those passages are read plainly.",
        "English-Fake does not know a style of speaking that is asked for; those passages are "
        "read plainly.",
    ]


def test_a_voice_that_steps_in_gets_what_it_can_do():
    broken = FakeEngine("broken", ["en"], capabilities=Capabilities(gain=True), fail=bool)
    other = FakeEngine("other", ["en"], quality=1)
    first, second = utterance(("en", "Good "), ("en", "morning.")).spans
    what = Utterance(items=(first, replace(second, gain=-6.0)))
    chunks = speak(Speaker([broken, other]), what)
    assert other.spoken == ["Good ", "morning."]
    levels = [np.abs(chunk.samples).max() for chunk in chunks if chunk.seconds > 0.05]
    assert levels[1] == pytest.approx(levels[0] / 2, rel=0.02)


# -- the cache -------------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path) -> AudioCache:
    return AudioCache(tmp_path / "speech")


def test_a_sentence_is_synthesised_once_and_moves_with_its_place(cache, english):
    speaker = Speaker([english], cache=cache)
    first = speak(speaker, utterance(("en", "Good morning."), start=10))
    again = speak(Speaker([english], cache=cache), utterance(("en", "Good morning."), start=500))
    assert english.spoken == ["Good morning."]
    assert np.abs(sound(first) - sound(again)).max() < 1e-4
    assert [(word.start, word.end) for chunk in first for word in chunk.words] == [(10, 23)]
    assert [(word.start, word.end) for chunk in again for word in chunk.words] == [(500, 513)]


def test_gain_is_no_reason_to_synthesise_again(cache, english):
    speaker = Speaker([english], cache=cache)
    loud = speak(speaker, utterance(("en", "Good morning.")))
    soft = speak(speaker, utterance(("en", "Good morning."), gain=-6.0))
    assert english.spoken == ["Good morning."]
    assert speech_level(sound(loud)) - speech_level(sound(soft)) == pytest.approx(6.0, abs=0.1)


def test_a_cancelled_sentence_is_not_kept(cache):
    engine = FakeEngine(chunks_of=3)
    cancel = CancelToken()
    chunks = Speaker([engine], cache=cache).speak(utterance(("en", "Good morning.")), cancel)
    next(chunks)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(chunks)
    speak(Speaker([engine], cache=cache), utterance(("en", "Good morning.")))
    assert len(engine.spoken) == 2


def test_an_abandoned_sentence_is_not_kept(cache):
    engine = FakeEngine(chunks_of=3)
    chunks = Speaker([engine], cache=cache).speak(utterance(("en", "Good morning.")), CancelToken())
    next(chunks)
    assert isinstance(chunks, Iterator)
    chunks.close()
    speak(Speaker([engine], cache=cache), utterance(("en", "Good morning.")))
    assert len(engine.spoken) == 2


def test_the_parts_of_a_divided_sentence_are_not_kept(cache, english):
    speaker = Speaker([english], cache=cache)
    speak(speaker, utterance(("en", LONG)), urgent=True)
    speak(speaker, utterance(("en", LONG)))
    assert english.spoken[-1] == LONG


def test_a_kept_sentence_is_not_divided(cache, english):
    speaker = Speaker([english], cache=cache)
    speak(speaker, utterance(("en", LONG)))
    speak(speaker, utterance(("en", LONG)), urgent=True)
    assert english.spoken == [LONG]


# -- the real voices -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real_engines() -> list[Engine]:
    return installed_engines()


@pytest.mark.voices
def test_the_real_voices_switch_and_come_back_at_one_loudness(real_engines):
    speaker = Speaker(real_engines)
    text = "我用Python写代码"
    what = utterance(("zh", "我用"), ("en", "Python"), ("zh", "写代码"), Pause(seconds=0.2))
    chunks = speak(speaker, what)
    samples = sound(chunks)
    assert 1.2 < len(samples) / SPEECH_RATE < 4.0
    assert np.abs(samples).max() < 1.0
    said = [text[word.start : word.end] for chunk in chunks for word in chunk.words]
    assert said[0].startswith("我")
    assert "Python" in said
    assert said[-1] in "代码"


@pytest.mark.voices
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The quick brown fox jumps over the lazy dog."),
        ("zh", "今天天气真好，我们一起去公园散步吧。"),
        ("de", "Es war einmal ein kleines Mädchen."),
    ],
)
def test_the_real_voices_are_about_equally_loud(real_engines, language, text):
    level = speech_level(sound(speak(Speaker(real_engines), utterance((language, text)))))
    assert level == pytest.approx(-20.0, abs=2.5)


@pytest.mark.voices
def test_the_first_sound_of_a_long_english_sentence_is_its_first_clause(real_engines):
    speaker = Speaker(real_engines)
    chunks = speak(speaker, utterance(("en", LONG * 4)), urgent=True)
    assert chunks[0].seconds < 3.0
    assert LONG[chunks[0].words[-1].start : chunks[0].words[-1].end] == "here"


# -- what no voice can say -------------------------------------------------------------------


def test_what_a_voice_leaves_out_is_counted_and_told_once(chinese, told):
    speaker = Speaker([chinese], notify=told.append)
    chinese.mute_on = "㐀"
    for _ in range(2):
        speak(speaker, utterance(("zh", "㐀和㐀。")))
    assert speaker.skipped == {"㐀": 4}
    (message,) = told
    assert "2 in this sentence" in message
    assert "“㐀”" in message


def test_what_comes_from_the_cache_is_counted_too(chinese, tmp_path):
    chinese.mute_on = "㐀"
    for _ in range(2):
        speaker = Speaker([chinese], cache=AudioCache(tmp_path))
        speak(speaker, utterance(("zh", "㐀和你。")))
        assert speaker.skipped == {"㐀": 1}
    assert len(chinese.spoken) == 1


def test_what_another_voice_says_instead_is_not_counted(chinese, any_language):
    chinese.deaf_to = lambda _text: True
    speaker = Speaker([chinese, any_language], voices={"zh": "chinese-voice"})
    speak(speaker, utterance(("zh", "㐀和你。")))
    assert any_language.spoken == ["㐀和你。"]
    assert speaker.skipped == {}


def test_what_every_voice_is_silent_about_is_counted(chinese):
    chinese.deaf_to = lambda _text: True
    speaker = Speaker([chinese])
    speak(speaker, utterance(("zh", "㐀，"), ("zh", "😀！ ……")))
    assert speaker.skipped == {"㐀": 1, "😀": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("●■─★，。 —", ""), ("a1①Ⅳ㐀カ", "a1①Ⅳ㐀カ"), ("❤️👩‍🚀", "❤👩🚀")],
)
def test_what_is_missed(text, expected):
    assert missed(text) == expected


def test_marks_ornaments_and_spaces_are_not_missed(speaker, told):
    speak(speaker, utterance(("zh", "● “你好……”——（！）"), ("en", " — \u2026 ★ ")))
    assert (speaker.skipped, told) == ({}, [])
