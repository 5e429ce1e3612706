"""The thread that speaks ahead."""

import threading

import pytest

from reader.narration.utterance import Pause, Span, Utterance
from reader.playback import synthesis
from reader.playback.synthesis import End, Piece, Synthesis, Trouble
from reader.speech.cache import AudioCache
from reader.speech.capabilities import Capabilities
from reader.speech.speaker import Speaker
from tests.fakes.engine import FakeEngine
from tests.playback.reading import Hummer, LittleBook, failure


class Ahead:
    """A synthesis over a little book, and a way to wait for it."""

    def __init__(self, sentences=5, *, ahead_seconds=20.0):
        self.book = LittleBook(sentences)
        self.speaker = Hummer(self.book)
        self.synthesis = Synthesis(
            self._following,
            self.speaker.narrate,
            self.speaker,
            on_ready=lambda: None,
            ahead_seconds=ahead_seconds,
        )

    def _following(self, passage):
        return self.book.next_sentence(passage)

    def begin(self, number):
        self.synthesis.begin(self.book.passages[number])

    def next_item(self):
        with self.synthesis._changed:
            assert self.synthesis._changed.wait_for(lambda: self.synthesis._items, 10)
        return self.synthesis.take()

    def items_to_the_end(self):
        items = [self.next_item()]
        while isinstance(items[-1], Piece) or not getattr(items[-1], "final", True):
            items.append(self.next_item())
        return items


@pytest.fixture
def ahead():
    made = Ahead()
    yield made
    for gate in made.speaker.gates.values():
        gate.set()
    assert made.synthesis.close()


def numbers(ahead, items):
    return [
        (ahead.book.number(item.passage), item.first) for item in items if isinstance(item, Piece)
    ]


def test_pieces_come_in_reading_order_with_their_passage(ahead):
    ahead.begin(3)
    items = ahead.items_to_the_end()
    assert numbers(ahead, items) == [(3, True), (3, False), (4, True), (4, False)]
    assert items[-1] == End()
    assert ahead.speaker.urgent == [3]


def test_beginning_elsewhere_drops_what_lies_ready(ahead):
    ahead.begin(0)
    ahead.next_item()
    ahead.begin(4)
    assert numbers(ahead, ahead.items_to_the_end()) == [(4, True), (4, False)]


def test_what_a_cancelled_passage_still_brings_is_thrown_away(ahead):
    gate = ahead.speaker.gate(0)
    ahead.begin(0)
    assert ahead.speaker.entered[0].wait(10)
    ahead.begin(3)
    assert ahead.synthesis.take() is None
    gate.set()
    assert numbers(ahead, ahead.items_to_the_end())[0] == (3, True)


def test_stop_leaves_nothing(ahead):
    gate = ahead.speaker.gate(1)
    ahead.begin(0)
    assert ahead.speaker.entered[1].wait(10)
    ahead.synthesis.stop()
    assert ahead.synthesis.take() is None
    assert ahead.synthesis.seconds == 0
    gate.set()


@pytest.mark.parametrize(("rate", "seconds"), [(0.5, 3.0), (1.0, 3.0), (2.0, 6.0)])
def test_no_more_is_made_ahead_than_is_heard_in_the_time_allowed(rate, seconds):
    ahead = Ahead(sentences=50, ahead_seconds=3.0)
    ahead.synthesis.rate = rate
    ahead.begin(0)
    with ahead.synthesis._changed:
        assert ahead.synthesis._changed.wait_for(lambda: ahead.synthesis.seconds >= seconds, 10)
        assert not ahead.synthesis._changed.wait_for(
            lambda: ahead.synthesis.seconds > seconds, 0.02
        )
    first = ahead.next_item()
    assert ahead.book.number(first.passage) == 0
    assert ahead.synthesis.close()
    assert len(ahead.speaker.asked) <= seconds + 2


def test_a_passage_of_which_nothing_is_said_is_passed_over(ahead):
    ahead.speaker.mute = frozenset((0, 1, 3))
    ahead.begin(0)
    items = ahead.items_to_the_end()
    assert numbers(ahead, items) == [(2, True), (2, False), (4, True), (4, False)]
    assert items[-1] == End()
    assert ahead.speaker.urgent == [0, 1, 2]


def test_a_book_of_which_nothing_is_said_ends(ahead):
    ahead.speaker.mute = frozenset(range(5))
    ahead.begin(0)
    assert ahead.items_to_the_end() == [End()]


def test_a_failure_is_told_in_its_place_and_the_next_passage_follows(ahead):
    error = failure()
    ahead.speaker.failing = {1: error}
    ahead.begin(0)
    items = ahead.items_to_the_end()
    assert items[2] == Trouble(error=error, final=False)
    assert [number for number, first in numbers(ahead, items) if first] == [0, 2, 3, 4]


def test_a_book_that_breaks_off_ends_with_its_error(ahead):
    ahead.book.next_sentence = lambda passage: 1 / 0
    ahead.begin(0)
    items = ahead.items_to_the_end()
    assert isinstance(items[-1], Trouble)
    assert items[-1].final
    assert "cannot be read on from here" in str(items[-1].error)
    ahead.book.next_sentence = lambda passage: None
    ahead.begin(2)
    assert isinstance(ahead.items_to_the_end()[-1], End)


@pytest.mark.parametrize(("can_hasten", "pace"), [(True, 1.5), (False, 1.0)])
def test_a_piece_knows_how_fast_its_voice_spoke(monkeypatch, tmp_path, can_hasten, pace):
    monkeypatch.setattr(synthesis, "voice_rate", lambda rate: rate / 2)
    monkeypatch.setattr(synthesis, "pause_share", lambda rate: 0.5)
    engine = FakeEngine(capabilities=Capabilities(rate=can_hasten))
    speaker = Speaker([engine], cache=AudioCache(tmp_path))
    book = LittleBook(1)

    def narrate(passage):
        span = Span(text="words", language="en", start=passage.start, end=passage.end)
        return Utterance(items=(span, Pause(seconds=0.4)))

    made = Synthesis(book.next_sentence, narrate, speaker, on_ready=lambda: None)
    made.rate = 3.0
    for _ in range(2):  # the second time from the cache
        made.begin(book.first())
        pieces = []
        with made._changed:
            assert made._changed.wait_for(lambda: End() in made._items, 10)
        while isinstance(item := made.take(), Piece):
            pieces.append(item)
        *spoken, pause = pieces
        assert {piece.pace for piece in spoken} == {pace}
        assert (pause.pace, pause.seconds) == (1.0, 0.2)
    assert len(engine.spoken) == 1
    assert engine.utterances[0].spans[0].rate == pace
    assert made.close()


def test_ready_is_told_after_each_item():
    book = LittleBook(1)
    speaker = Hummer(book)
    told = threading.Semaphore(0)
    synthesis = Synthesis(book.next_sentence, speaker.narrate, speaker, on_ready=told.release)
    synthesis.begin(book.passages[0])
    for _ in range(3):
        assert told.acquire(timeout=10)
    assert synthesis.close()


def test_closing_before_anything_began_is_quiet():
    ahead = Ahead()
    assert ahead.synthesis.close()
    ahead.begin(0)
    assert ahead.synthesis.take() is None
