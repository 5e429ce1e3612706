from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library.store import Library, Place
from reader.narration.passage import Passage
from reader.place_keeper import PlaceKeeper
from reader.playback.player import PassageMoved, PassageStarted, PlayerState
from reader.session import PlaceMoved, PlaceNotSaved, ReadingSession
from reader.settings import Settings
from reader.speech.speaker import Speaker
from tests.fakes.engine import FakeEngine
from tests.fakes.output import FakeOutput
from tests.fakes.reading import make_book

BOOK = make_book(
    ("One", "First here. Second here.\nThird here."),
    ("Two", "Fourth here.\nFifth here."),
)
PLACES = [Passage(chapter=0, start=start, end=start + 5, block=0) for start in range(50)]


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


@pytest.fixture
def make_session(library):
    """Makes sessions over the little book, and closes them."""
    sessions = []

    def make(*, book=BOOK, library=library):
        events = []
        session = ReadingSession(
            book,
            Path("book.epub"),
            library=library,
            settings=Settings(rate=2.0, volume=0.5),
            on_event=events.append,
        )
        session.events = events
        sessions.append(session)
        return session

    yield make
    for session in sessions:
        session.close()


def text(session):
    passage = session.passage
    return session.book.chapters[passage.chapter].text[passage.start : passage.end]


def listen_until(output, condition):
    for _ in range(200):
        if condition():
            return
        output.wait_until(lambda o: o.queued > 0, timeout=0.05)
        output.advance()
    pytest.fail("it was never heard")


# The place


def test_a_new_book_begins_at_its_first_sentence(make_session):
    session = make_session()
    assert text(session) == session.sentence == "First here."
    assert session.fraction == 0.0


def test_the_place_is_where_it_was_left(make_session):
    session = make_session()
    session.next_chapter()
    session.next_sentence()
    session.close()
    again = make_session()
    assert text(again) == "Fifth here."
    assert again.chapter.title == "Two"
    assert again.fraction > 0.5


def test_a_place_inside_a_sentence_is_that_sentence(make_session, library):
    library.remember_book(BOOK, Path("book.epub"))
    library.save_place(BOOK.identifier, Place(0, 15))
    assert text(make_session()) == "Second here."


@pytest.mark.parametrize(
    ("place", "expected"), [(Place(7, 0), "First here."), (Place(1, 10_000), "Fifth here.")]
)
def test_a_place_outside_a_changed_book_opens_where_there_is_text(
    make_session, library, place, expected
):
    library.remember_book(BOOK, Path("book.epub"))
    library.save_place(BOOK.identifier, place)
    assert text(make_session()) == expected


def test_a_library_that_fails_costs_the_memory_and_not_the_book(make_session):
    class Broken:
        def remember_book(self, *_):
            raise LibraryError("library", "It is broken.", "Mend it.")

    session = make_session(library=Broken())
    assert text(session) == "First here."
    session.next_sentence()
    assert [type(event) for event in session.events] == [PlaceNotSaved, PlaceMoved]


def test_moving_tells_and_says_where_there_is_nothing_further(make_session):
    session = make_session()
    assert not session.previous_sentence()
    assert session.next_paragraph()
    assert text(session) == "Third here."
    assert session.previous_paragraph()
    assert text(session) == "First here."
    assert session.next_chapter()
    assert not session.next_chapter()
    assert session.previous_chapter()
    assert [type(event) for event in session.events] == [PlaceMoved] * 4


# Sound


@pytest.fixture
def sounding(make_session):
    session = make_session()
    session.output = FakeOutput()
    session.attach(Speaker([FakeEngine()]), session.output)
    return session


def test_it_reads_on_from_the_place_and_keeps_it(sounding, library):
    sounding.next_sentence()
    sounding.play()
    listen_until(sounding.output, lambda: text(sounding) == "Fourth here.")
    started = [e.passage.start for e in sounding.events if isinstance(e, PassageStarted)]
    assert started[:2] == [12, 25]
    sounding.close()
    assert library.place(BOOK.identifier) == Place(1, 0)


def test_play_before_there_is_sound_waits_for_it(make_session):
    session = make_session()
    session.play_from(1, 3)
    assert session.waiting
    assert session.playing
    assert not session.stopped
    output = FakeOutput()
    session.attach(Speaker([FakeEngine()]), output)
    assert not session.waiting
    listen_until(output, lambda: text(session) == "Fifth here.")


def test_a_wish_to_play_can_be_taken_back(make_session):
    session = make_session()
    session.toggle()
    session.toggle()
    assert session.stopped
    output = FakeOutput()
    session.attach(Speaker([FakeEngine()]), output)
    assert session.stopped
    assert output.started == 0


def test_toggle_pauses_and_goes_on(sounding):
    sounding.toggle()
    listen_until(sounding.output, lambda: text(sounding) == "Second here.")
    sounding.toggle()
    assert not sounding.playing
    assert not sounding.stopped
    sounding.toggle()
    listen_until(sounding.output, lambda: text(sounding) == "Third here.")
    sounding.stop()
    assert sounding.stopped


def test_detaching_gives_the_device_back_and_keeps_the_place(sounding):
    sounding.play()
    listen_until(sounding.output, lambda: text(sounding) == "Second here.")
    sounding.detach()
    assert sounding.output.closed == 1
    assert not sounding.attached
    assert text(sounding) == "Second here."


# Keeping


def test_the_newest_place_is_written_and_not_every_one():
    saved, first = [], threading.Event()

    def save(passage):
        saved.append(passage)
        first.set()

    keeper = PlaceKeeper(save, on_error=pytest.fail, interval=60)
    keeper.keep(PLACES[0])
    assert first.wait(5)
    for place in PLACES[1:]:
        keeper.keep(place)
    keeper.close()
    assert saved == [PLACES[0], PLACES[-1]]


def test_a_place_is_written_again_after_the_interval():
    written = threading.Semaphore(0)
    saved = []

    def save(passage):
        saved.append(passage)
        written.release()

    keeper = PlaceKeeper(save, on_error=pytest.fail, interval=0.01)
    for place in PLACES[:3]:
        keeper.keep(place)
        assert written.acquire(timeout=5)
    assert saved == PLACES[:3]
    keeper.close()


def test_a_full_disk_is_told_once():
    told = []
    refused = threading.Semaphore(0)

    def refuse(_passage):
        refused.release()
        raise LibraryError("library", "The disk is full.", "Free some space.")

    keeper = PlaceKeeper(refuse, on_error=told.append, interval=0.01)
    for place in PLACES[:3]:
        keeper.keep(place)
        assert refused.acquire(timeout=5)
    keeper.close()
    assert [error.reason for error in told] == ["The disk is full."]


class SlowPlayer:
    """A player that has not yet carried out what it was asked."""

    state = PlayerState.PAUSED

    def seek(self, passage):
        self.sought = passage

    def close(self):
        pass


def test_what_still_sounded_does_not_take_a_new_place_back(make_session):
    session = make_session()
    session._player = SlowPlayer()
    old, beyond = session.passage, session.timeline.next_sentence(session.passage)
    assert session.next_chapter()
    new = session.passage
    session._heard(PassageStarted(beyond))
    assert session.passage == new
    assert PassageStarted(beyond) not in session.events
    session._heard(PassageMoved(new))
    session._heard(PassageStarted(old))
    assert session.passage == old
