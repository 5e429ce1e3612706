"""The engine's contract, on models played by arithmetic."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, EngineFailed, VoiceMissing
from reader.narration.utterance import Pause, Span, Utterance
from reader.speech import packs
from reader.speech.catalogue import Pack, catalogue
from reader.speech.engine import AudioChunk, Voice
from reader.speech.engines.paddlespeech import PaddleSpeechEngine
from reader.speech.engines.paddlespeech.engine import ENGINE
from reader.speech.signal import SPEECH_LEVEL, speech_level
from tests.fakes.paddle_programs import FRAMES_A_PHONE, HOP, FakePrograms
from tests.fakes.paddlespeech_pack import SPEAKERS, write_pack

SINGLE, MANY, MIXED = "paddlespeech-csmsc", "paddlespeech-aishell3", "paddlespeech-mix"
LONG = "我们明天早上从学校出发，下午到山上，晚上住在村里。"
SAMPLES_A_PHONE = FRAMES_A_PHONE * HOP


class Workshop:
    """Starts fake processes and keeps them."""

    def __init__(self, hop: int = HOP) -> None:
        self.hop = hop
        self.volume = 1.0
        self.started: list[FakePrograms] = []

    def __call__(self) -> FakePrograms:
        self.started.append(FakePrograms(self.hop))
        self.started[-1].volume = self.volume
        return self.started[-1]

    def inputs(self) -> list[tuple[np.ndarray, ...]]:
        return self.started[-1].runs["acoustic"]


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def engine(workshop: Workshop) -> PaddleSpeechEngine:
    write_pack(packs.folder(SINGLE))
    return PaddleSpeechEngine(workshop, lambda: True)


def voice_of(engine: PaddleSpeechEngine, name: str = SINGLE) -> Voice:
    return next(voice for voice in engine.voices() if voice.name == name)


def utterance(text: str, **manner: float) -> Utterance:
    return Utterance(items=(Span(text=text, language="zh", start=0, end=len(text), **manner),))


def speak(engine: PaddleSpeechEngine, text: str, voice: str = SINGLE, **how) -> list[AudioChunk]:
    return list(engine.synthesize(utterance(text, **how), voice_of(engine, voice), CancelToken()))


def sound(chunks: list[AudioChunk]) -> np.ndarray:
    return np.concatenate([chunk.samples for chunk in chunks])


def test_a_sentence_comes_in_chunks_of_one_rate(engine: PaddleSpeechEngine) -> None:
    chunks = speak(engine, LONG)

    assert len(chunks) > 2
    assert {chunk.rate for chunk in chunks} == {24_000}
    assert {chunk.samples.dtype for chunk in chunks} == {np.dtype(np.float32)}
    assert max(chunk.seconds for chunk in chunks) <= 1.25


def test_the_pieces_are_what_the_vocoder_makes_of_the_whole(
    engine: PaddleSpeechEngine, workshop: Workshop
) -> None:
    made = sound(speak(engine, LONG))

    (phones,) = workshop.inputs()[-1]
    (mel,) = workshop.started[-1].run("acoustic", (phones,))
    (whole,) = workshop.started[-1].run("vocoder", (mel,))
    louder = np.abs(made).max() / np.abs(whole).max()
    np.testing.assert_allclose(made, louder * whole.reshape(-1), atol=1e-5)


def test_the_vocoder_always_gets_windows_of_one_length(
    engine: PaddleSpeechEngine, workshop: Workshop
) -> None:
    speak(engine, LONG)
    speak(engine, "好")

    lengths = {len(mel) for (mel,) in workshop.started[-1].runs["vocoder"]}
    assert lengths == {100}


def test_the_rate_of_the_sound_is_told_by_the_vocoder() -> None:
    write_pack(packs.folder(SINGLE))

    assert speak(PaddleSpeechEngine(Workshop(256), lambda: True), "你好")[0].rate == 22_050
    with pytest.raises(EngineFailed, match="100 samples a frame"):
        speak(PaddleSpeechEngine(Workshop(100), lambda: True), "你好")


def test_silence_at_both_ends_is_cut(workshop: Workshop, engine: PaddleSpeechEngine) -> None:
    """What PaddleSpeech would say as a pause is silent in the spectrogram."""
    usual = sound(speak(engine, "你好"))
    folder = packs.folder(SINGLE)
    numbers = (folder / "phone_id_map.txt").read_text("utf-8").splitlines()
    kept = (line for line in numbers if line.split()[0] not in ("n", "h"))  # now pauses
    (folder / "phone_id_map.txt").write_text("\n".join(kept), "utf-8")

    engine.close()
    shorter = sound(speak(engine, "你好"))

    assert len(usual) == 4 * SAMPLES_A_PHONE
    assert len(shorter) == 3 * SAMPLES_A_PHONE + HOP  # a frame of silence before, none behind


@pytest.mark.parametrize("rate", [0.5, 2.0])
def test_rate_stretches_the_spectrogram(engine: PaddleSpeechEngine, rate: float) -> None:
    usual, changed = sound(speak(engine, LONG)), sound(speak(engine, LONG, rate=rate))

    assert len(usual) / len(changed) == pytest.approx(rate, rel=0.01)
    assert np.abs(changed).max() == pytest.approx(np.abs(usual).max(), rel=0.01)


def test_the_rate_of_one_span_leaves_the_others(engine: PaddleSpeechEngine) -> None:
    spans = (
        Span(text="你好", language="zh", start=0, end=2),
        Span(text="大地", language="zh", start=2, end=4, rate=0.5),
    )

    chunks = engine.synthesize(Utterance(items=spans), voice_of(engine), CancelToken())

    assert len(sound(list(chunks))) == (4 + 2 * 4) * SAMPLES_A_PHONE


@pytest.mark.parametrize("text", ["", "……？！", "😀", "Python 3", "カナ"])
def test_what_is_not_chinese_is_passed_over(engine: PaddleSpeechEngine, text: str) -> None:
    assert speak(engine, text) == []


@pytest.mark.parametrize(
    ("text", "said", "skipped"),
    [
        ("你好。", "你好", ""),
        ("你カ，好😀！", "你，好", "カ😀"),
        ("😀你好", "你好", "😀"),
    ],
)
def test_what_cannot_be_said_is_named(
    engine: PaddleSpeechEngine, text: str, said: str, skipped: str
) -> None:
    chunks = speak(engine, text)

    np.testing.assert_array_equal(sound(chunks), sound(speak(engine, said)))
    assert "".join(chunk.skipped for chunk in chunks) == skipped


def test_what_cannot_be_said_after_the_last_sound_is_named_too(engine: PaddleSpeechEngine) -> None:
    spans = (
        Span(text="你好", language="zh", start=0, end=2),
        Span(text="Python", language="en", start=2, end=8),
    )

    *_, last = engine.synthesize(Utterance(items=spans), voice_of(engine), CancelToken())

    assert (len(last.samples), last.skipped) == (0, "Python")


def test_other_items_than_spans_are_left_to_the_speaker(engine: PaddleSpeechEngine) -> None:
    given = Utterance(items=(*utterance("你好").items, Pause(seconds=5)))

    chunks = list(engine.synthesize(given, voice_of(engine), CancelToken()))

    np.testing.assert_array_equal(sound(chunks), sound(speak(engine, "你好")))


def test_a_text_of_thousands_of_characters_is_said_in_runs(
    engine: PaddleSpeechEngine, workshop: Workshop
) -> None:
    chunks = speak(engine, "山上有一座老房子，" * 100 + "山" * 200)

    lengths = [len(phones) for (phones,) in workshop.inputs()]
    assert max(lengths) <= 3 * 80
    assert sum(chunk.seconds for chunk in chunks) > 60
    assert sum(not chunk.samples.any() for chunk in chunks) >= 15, "no pause between the runs"


def test_cancelling_stops_before_and_between_chunks(engine: PaddleSpeechEngine) -> None:
    token = CancelToken()
    chunks = engine.synthesize(utterance(LONG), voice_of(engine), token)
    next(chunks)
    token.cancel()

    with pytest.raises(Cancelled):
        next(chunks)
    with pytest.raises(Cancelled):
        next(engine.synthesize(utterance(LONG), voice_of(engine), token))


def test_only_the_vocoder_reuses_memory(engine: PaddleSpeechEngine, workshop: Workshop) -> None:
    engine.warm_up(voice_of(engine))

    assert workshop.started[0].opened == [("acoustic", False), ("vocoder", True)]


@pytest.mark.parametrize("volume", [0.1, 1.0, 5.0])
def test_the_voice_comes_at_the_usual_level(
    engine: PaddleSpeechEngine, workshop: Workshop, volume: float
) -> None:
    workshop.volume = volume

    assert speech_level(sound(speak(engine, LONG))) == pytest.approx(SPEECH_LEVEL, abs=0.5)


def test_a_silent_model_is_left_silent(engine: PaddleSpeechEngine, workshop: Workshop) -> None:
    workshop.volume = 0.0

    assert not sound(speak(engine, "你好")).any()


def test_how_loud_a_speaker_is_is_measured_once(
    engine: PaddleSpeechEngine, workshop: Workshop
) -> None:
    for _ in range(3):
        speak(engine, "你好")

    assert [len(phones) for (phones,) in workshop.inputs()] == [14, 4, 4, 4]


def test_warming_up_again_does_nothing(engine: PaddleSpeechEngine, workshop: Workshop) -> None:
    write_pack(packs.folder(MANY), speakers=SPEAKERS)

    for voice in engine.voices() * 2:
        engine.warm_up(voice)

    assert [len(each.runs["acoustic"]) for each in workshop.started] == [2, 2 * len(SPEAKERS)]


def test_a_pack_of_one_speaker_brings_the_voice_of_the_catalogue(
    engine: PaddleSpeechEngine,
) -> None:
    assert engine.voices() == catalogue()[SINGLE].voices


def test_every_speaker_of_a_pack_is_a_voice(engine: PaddleSpeechEngine, workshop: Workshop) -> None:
    write_pack(packs.folder(MANY), speakers={"<unk>": 9, **SPEAKERS})
    found = [voice for voice in engine.voices() if voice.pack == MANY]

    assert [voice.name for voice in found] == [f"{MANY}-0005", f"{MANY}-0012", f"{MANY}-csmsc"]
    assert found[1].title == "Mandarin, speaker SSB0012"
    assert {(voice.engine, voice.gender) for voice in found} == {("paddlespeech", "unknown")}
    one, other = (sound(speak(engine, "你好", f"{MANY}-{name}")) for name in ("0005", "0012"))
    assert [int(speaker[0]) for _, speaker in workshop.inputs()] == [0, 0, 5, 5]
    assert len(one) == len(other)


@pytest.mark.parametrize("pack", [each for each in catalogue().values() if each.engine == ENGINE])
def test_every_voice_tells_how_much_work_it_is(workshop: Workshop, pack: Pack) -> None:
    """HiFi-GAN alone takes half a second for each of speech, MB-MelGAN a tenth."""
    write_pack(packs.folder(pack.name), speakers=SPEAKERS if pack.speakers else {})
    quick = any(download.file.startswith("mb_melgan") for download in pack.downloads)

    efforts = {voice.effort for voice in PaddleSpeechEngine(workshop, lambda: True).voices()}

    assert efforts == {0.15 if quick else 0.6}


def test_a_new_list_of_speakers_is_read(engine: PaddleSpeechEngine) -> None:
    write_pack(packs.folder(MANY), speakers=SPEAKERS)
    assert len(engine.voices()) == 4

    (packs.folder(MANY) / "speaker_id_map.txt").write_text("SSB0001 7\n", "utf-8")

    assert [voice.name for voice in engine.voices()] == [SINGLE, f"{MANY}-0001"]


def test_the_mixed_model_has_one_voice_of_its_own_number(
    engine: PaddleSpeechEngine, workshop: Workshop
) -> None:
    write_pack(packs.folder(MIXED), speakers=SPEAKERS)

    speak(engine, "你好", MIXED)

    assert int(workshop.inputs()[-1][1][0]) == 174


@pytest.mark.voices
def test_a_voice_of_both_languages_speaks_english_and_the_others_leave_it_out(
    engine: PaddleSpeechEngine, workshop: Workshop
) -> None:
    voice = voice_of(engine)
    both = replace(voice, languages=("zh", "en"))
    with (packs.folder(SINGLE) / "phone_id_map.txt").open("a", encoding="utf-8") as file:
        file.write("HH 300\nAH0 301\nL 302\nOW1 303\n")
    given = Utterance(
        items=(
            Span(text="你好", language="zh", start=0, end=2),
            Span(text="hello", language="en", start=2, end=7),
        )
    )

    mixed, plain = (list(engine.synthesize(given, each, CancelToken())) for each in (both, voice))

    assert len(sound(mixed)) == 8 * SAMPLES_A_PHONE
    assert len(sound(plain)) == 4 * SAMPLES_A_PHONE
    assert workshop.started[0].runs["acoustic"][2][0].tolist() == [300, 301, 302, 303]


def test_two_packs_stay_loaded_and_no_more(engine: PaddleSpeechEngine, workshop: Workshop) -> None:
    names = (SINGLE, "paddlespeech-csmsc-hifigan", "paddlespeech-male")
    for name in names[1:]:
        write_pack(packs.folder(name))

    for name in (names[0], names[1], names[0], names[2], names[0]):
        speak(engine, "好", name)

    assert [each.closed for each in workshop.started] == [0, 1, 0]
    engine.close()
    assert [each.closed for each in workshop.started] == [1, 1, 1]


def test_a_closed_engine_may_be_used_again(engine: PaddleSpeechEngine) -> None:
    usual = sound(speak(engine, "你好"))
    engine.close()

    np.testing.assert_array_equal(sound(speak(engine, "你好")), usual)


def test_without_paddle_there_is_no_voice_and_what_is_missing_is_told(
    workshop: Workshop, engine: PaddleSpeechEngine
) -> None:
    voice, without = voice_of(engine), PaddleSpeechEngine(workshop, lambda: False)

    assert without.voices() == ()
    with pytest.raises(EngineFailed, match=r'pip install "tingshu\[paddle\]"'):
        next(without.synthesize(utterance("你好"), voice, CancelToken()))


def test_without_a_pack_there_is_no_voice(workshop: Workshop) -> None:
    engine = PaddleSpeechEngine(workshop, lambda: True)

    assert engine.voices() == ()
    with pytest.raises(VoiceMissing, match=f"tingshu voices install {SINGLE}"):
        next(engine.synthesize(utterance("你好"), catalogue()[SINGLE].voices[0], CancelToken()))


@pytest.mark.parametrize("file", ["phone_id_map.txt", "acoustic.pdmodel", "vocoder.pdiparams"])
def test_a_pack_without_a_file_is_said_so(
    engine: PaddleSpeechEngine, workshop: Workshop, file: str
) -> None:
    (packs.folder(SINGLE) / file).unlink()

    with pytest.raises(EngineFailed, match=rf"missing.*tingshu voices install {SINGLE}"):
        speak(engine, "你好")
    assert workshop.started[0].closed


@pytest.mark.parametrize("content", ["", "a", "a b", "a 1\n\n"])
def test_a_damaged_map_of_phones_is_said_so(engine: PaddleSpeechEngine, content: str) -> None:
    (packs.folder(SINGLE) / "phone_id_map.txt").write_text(content, "utf-8")

    with pytest.raises(EngineFailed, match=r"phone_id_map\.txt"):
        speak(engine, "你好")


def test_a_damaged_list_of_speakers_leaves_the_other_packs(engine: PaddleSpeechEngine) -> None:
    write_pack(packs.folder(MANY), speakers=SPEAKERS)
    (packs.folder(MANY) / "speaker_id_map.txt").write_bytes(b"\xff")

    assert [voice.name for voice in engine.voices()] == [SINGLE]


def test_a_failing_model_is_said_so(engine: PaddleSpeechEngine, workshop: Workshop) -> None:
    engine.warm_up(voice_of(engine))
    workshop.started[0].failure = ZeroDivisionError("by zero")

    with pytest.raises(EngineFailed, match="could not be spoken"):
        speak(engine, "你好")
