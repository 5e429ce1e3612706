from __future__ import annotations

import numpy as np
import pytest

from reader.background import CancelToken
from reader.books.model import Emphasis
from reader.errors import Cancelled, EngineFailed
from reader.narration.utterance import Span, Utterance
from reader.speech.chunks import joined
from reader.speech.engine import SPEECH_RATE, AudioChunk
from reader.speech.engines import english
from reader.speech.engines.english import EnglishEngine
from reader.speech.engines.shaped import ShapedEngine
from reader.speech.signal import speech_level

pytestmark = pytest.mark.voices

LONG = (
    "It is a truth universally acknowledged, that a single man in possession of a good fortune, "
    "must be in want of a wife; however little known the feelings or views of such a man may be "
    "on his first entering a neighbourhood, this truth is so well fixed in the minds of the "
    "surrounding families, that he is considered the rightful property of some one of them."
)


@pytest.fixture(scope="module")
def engine() -> EnglishEngine:
    return EnglishEngine()


def utterance(text: str, start: int = 0, **how) -> Utterance:
    span = Span(text=text, language="en", start=start, end=start + len(text), **how)
    return Utterance(items=(span,))


def speak(engine: EnglishEngine, what: Utterance) -> list[AudioChunk]:
    return list(engine.synthesize(what, engine.voices()[0], CancelToken()))


def sound(chunks: list[AudioChunk]):
    return np.concatenate([chunk.samples for chunk in chunks])


def in_parts(*texts: str, emphasis: Emphasis) -> Utterance:
    """`texts` as one sentence, the second with the emphasis."""
    spans, at = [], 0
    for number, text in enumerate(texts):
        how = {"emphasis": emphasis} if number == 1 else {}
        spans.append(Span(text=text, language="en", start=at, end=at + len(text), **how))
        at += len(text)
    return Utterance(items=tuple(spans), end=at)


@pytest.mark.parametrize(
    "texts",
    [
        ("It was un", "believ", "able, they agreed."),
        ("It was unbeliev", "able", ", they agreed."),
        ("It was ", "unbeliev", "able, they agreed."),
    ],
    ids=["inside", "end", "begin"],
)
def test_emphasis_within_a_word_is_heard_and_the_word_is_one(engine, texts):
    plain, marked = (
        joined(speak(ShapedEngine(engine), in_parts(*texts, emphasis=emphasis)))
        for emphasis in (Emphasis.NONE, Emphasis.STRONG)
    )
    text = "".join(texts)
    assert [text[word.start : word.end] for word in marked.words] == [
        "It", "was", "unbelievable", "they", "agreed",
    ]  # fmt: skip
    old, new = plain.words[2], marked.words[2]
    assert new.finish - new.begin > old.finish - old.begin + 0.01
    begin, finish = (round(each * SPEECH_RATE) for each in (new.begin, new.finish))
    ends = min(finish, len(plain.samples))
    assert not np.array_equal(marked.samples[begin:ends], plain.samples[begin:ends])
    until = round((old.begin - 0.06) * SPEECH_RATE)
    assert np.array_equal(marked.samples[:until], plain.samples[:until])


def test_a_sentence_sounds_for_a_plausible_time(engine):
    (chunk,) = speak(engine, utterance("The quick brown fox jumps over the lazy dog."))
    assert chunk.rate == SPEECH_RATE
    assert 2.0 < chunk.seconds < 4.0
    assert -29 < speech_level(chunk.samples) < -22
    assert chunk.samples.dtype == np.float32


def test_silence_is_trimmed_at_both_ends(engine):
    (chunk,) = speak(engine, utterance("The quick brown fox jumps over the lazy dog."))
    loud = np.flatnonzero(np.abs(chunk.samples) > 0.01 * np.abs(chunk.samples).max())
    assert loud[0] / SPEECH_RATE < 0.05
    assert (len(chunk.samples) - loud[-1]) / SPEECH_RATE < 0.05


def test_the_same_text_always_sounds_the_same(engine):
    first, second = (speak(engine, utterance("Good morning."))[0] for _ in range(2))
    assert np.array_equal(first.samples, second.samples)


def test_rate_changes_the_length(engine):
    text = "The quick brown fox jumps over the lazy dog."
    normal, fast = (
        sum(chunk.seconds for chunk in speak(engine, utterance(text, rate=rate)))
        for rate in (1.0, 1.5)
    )
    assert normal / fast == pytest.approx(1.5, rel=0.1)


def test_words_carry_their_time_and_their_place_in_the_chapter(engine):
    text = "Good morning, dear reader: it is a fine day."
    (chunk,) = speak(engine, utterance(text, start=1000))
    found = [text[word.start - 1000 : word.end - 1000] for word in chunk.words]
    assert found == ["Good", "morning", "dear", "reader", "it", "is", "a", "fine", "day"]
    for before, after in zip(chunk.words, chunk.words[1:], strict=False):
        assert before.begin < before.finish <= after.begin + 1e-9
    assert chunk.words[-1].finish <= chunk.seconds + 1e-9


def test_word_times_agree_with_the_sound(engine):
    """The quietest place between two words is where one ends and the other begins."""
    (chunk,) = speak(engine, utterance("Papa, come back."))
    first, second, _ = chunk.words
    frame = round(0.01 * SPEECH_RATE)
    frames = chunk.samples[: len(chunk.samples) // frame * frame].reshape(-1, frame)
    loudness = np.sqrt(np.mean(np.square(frames), axis=1))
    begin = round((first.begin + first.finish) * 50)
    end = round((second.begin + second.finish) * 50)
    quietest = (begin + int(np.argmin(loudness[begin:end]))) * 0.01
    assert first.finish - 0.05 <= quietest <= second.begin + 0.05


def test_places_scale_where_the_spoken_form_is_longer_than_the_text(engine):
    span = Span(text="three dollars fifty", language="en", start=10, end=15)
    (chunk,) = speak(engine, Utterance(items=(span,)))
    assert [word.start for word in chunk.words] == sorted(word.start for word in chunk.words)
    assert all(10 <= word.start <= word.end <= 15 for word in chunk.words)


def test_spans_of_one_speed_are_read_in_one_breath(engine):
    text = "This is very important."
    spans = tuple(
        Span(text=text[start:end], language="en", start=start, end=end)
        for start, end in ((0, 8), (8, 12), (12, 23))
    )
    parts, whole = speak(engine, Utterance(items=spans)), speak(engine, utterance(text))
    assert np.array_equal(sound(parts), sound(whole))
    assert parts[0].words == whole[0].words


def test_phonemes_replace_the_spelling(engine):
    said = sound(speak(engine, utterance("tomato")))
    given = sound(speak(engine, utterance("tomato", phonemes="təˈmɑːtoʊ", phoneme_alphabet="ipa")))
    assert len(given) > 0.3 * SPEECH_RATE
    assert not np.array_equal(said, given)


def test_markup_in_the_text_is_no_phoneme(engine):
    plain = sum(chunk.seconds for chunk in speak(engine, utterance("See note.")))
    marked = sum(chunk.seconds for chunk in speak(engine, utterance("See [note](/everything/).")))
    assert marked > plain * 1.3, "the words in brackets are read as words"


def test_a_long_text_comes_in_pieces(engine):
    chunks = speak(engine, utterance(LONG))
    assert len([chunk for chunk in chunks if chunk.words]) > 1
    words = [word for chunk in chunks for word in chunk.words]
    assert LONG[words[0].start : words[0].end] == "It"
    assert LONG[words[-1].start : words[-1].end] == "them"


def test_cancelling_takes_effect_between_pieces(engine):
    cancel = CancelToken()
    chunks = engine.synthesize(utterance(LONG * 5), engine.voices()[0], cancel)
    next(chunks)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(chunks)


@pytest.mark.parametrize(
    ("text", "skipped"),
    [("It is 5 o'clock, said J. R. — “no”!", ""), ("Say 你好 😀 now.", "你好😀")],
)
def test_what_cannot_be_said_is_named(engine, text, skipped):
    assert "".join(chunk.skipped for chunk in speak(engine, utterance(text))) == skipped


def test_text_with_nothing_to_say_gives_no_sound(engine):
    assert speak(engine, utterance("… —— ★")) == []
    assert speak(engine, utterance("")) == []


@pytest.mark.parametrize(
    "text", ["x" * 2000, "中文里没有英文", "😀👍", "a\0b\ud800c", "e = mc² ± 3 %"]
)
def test_hostile_text_is_spoken_or_skipped(engine, text):
    for chunk in speak(engine, utterance(text)):
        assert np.isfinite(chunk.samples).all()
        assert np.abs(chunk.samples).max(initial=0.0) <= 1.0


def test_the_engine_speaks_again_after_it_was_closed():
    engine = EnglishEngine()
    engine.close()
    assert sound(speak(engine, utterance("Again."))).any()
    engine.close()
    assert sound(speak(engine, utterance("Again."))).any()


def test_a_broken_installation_is_one_clear_error(monkeypatch):
    def broken() -> None:
        raise ImportError("no module named hibari")

    monkeypatch.setattr(english, "_Model", broken)
    engine = EnglishEngine()
    with pytest.raises(EngineFailed, match=r"cannot be loaded.*pip install"):
        engine.warm_up(engine.voices()[0])
