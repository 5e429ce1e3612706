from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from reader.background import Task
from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.errors import LibraryError, PlaybackError
from reader.library.store import Library, Place
from reader.narration.passage import Passage
from reader.narration.pauses import Pauses
from reader.narration.skipping import Skipping
from reader.place_keeper import PlaceKeeper
from reader.playback.cues import Cue
from reader.playback.player import (
    Finished,
    OutputChanged,
    PassageMoved,
    PassageStarted,
    PlayerState,
    Slept,
    WordStarted,
)
from reader.session import PlaceMoved, PlaceNotSaved, ReadingSession
from reader.settings import Settings
from reader.speech.engine import SPEECH_RATE
from reader.speech.speaker import Speaker
from tests.fakes.engine import FakeEngine, length_of
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

    def make(*, book=BOOK, library=library, **choices):
        events = []
        session = ReadingSession(
            book,
            Path("book.epub"),
            library=library,
            settings=Settings(rate=2.0, volume=0.5, **choices),
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
    for _ in range(400):
        if condition():
            return
        output.wait_until(lambda o: o.queued > 0, timeout=0.05)
        output.advance(SPEECH_RATE // 20)
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


def sentences(chapter):
    return "\n".join(
        " ".join(f"word{chapter}{part}x{count}" for count in range(60)) + "." for part in "abc"
    )


def test_a_place_in_a_chapter_that_is_no_more_is_found_by_some_of_its_words(make_session, library):
    """Ten chapters have become two, and beside the place a word was mended."""
    chapters = [sentences(number) for number in range(10)]
    old = replace(make_book(*((text, text) for text in chapters)), identifier="old")
    session = make_session(book=old)
    session.go_to(8, 1000)
    sentence = session.sentence
    session.close()
    rest = "\n".join(chapters[5:])
    at = rest.index(sentence)
    mended = rest[: at - 12] + "mended" + rest[at - 6 :]
    new = make_book(("One", "\n".join(chapters[:5])), ("Two", mended))
    again = make_session(book=replace(new, identifier="new"))
    assert again.sentence == sentence


def test_a_book_of_which_all_is_left_unread_can_be_looked_at(make_session):
    rows = tuple(
        Block(kind=BlockKind.TABLE_ROW, runs=(Run(text=words),)) for words in ("A; b.", "C; d.")
    )
    tables = replace(BOOK, identifier="tables", chapters=(Chapter(title="One", blocks=rows),))
    session = make_session(book=tables, skip="most")
    assert session.sentence == "A; b."
    session.go_to(0, len(rows[0].text) + 1)
    assert session.sentence == "C; d."


def test_a_library_that_fails_costs_the_memory_and_not_the_book(make_session):
    class Broken:
        read_only = False

        def remember_book(self, *_):
            raise LibraryError("library", "It is broken.", "Mend it.")

        place = remember_book

    session = make_session(library=Broken())
    assert text(session) == "First here."
    session.next_sentence()
    assert [type(event) for event in session.events] == [PlaceNotSaved, PlaceMoved]


def test_a_library_that_may_only_be_read_shows_its_place_and_complains_no_more(make_session):
    class Shown:
        read_only = True

        def remember_book(self, *_):
            raise LibraryError("library", "It can only be read.")

        def place(self, _identifier):
            return Place(0, BOOK.chapters[0].text.index("Third"))

    session = make_session(library=Shown())
    assert text(session) == "Third here."
    session.previous_sentence()
    assert [type(event) for event in session.events] == [PlaceMoved]


def test_how_much_is_read_is_kept_with_the_place(make_session, library):
    session = make_session()
    session.next_chapter()
    session.close()
    shelved = library.books()[0]
    assert 0.3 < shelved.read < 0.7
    assert not shelved.finished


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


def test_a_book_that_was_heard_to_its_end_is_finished(sounding, library):
    sounding.play_from(1, BOOK.chapters[1].text.index("Fifth"))
    listen_until(sounding.output, lambda: any(isinstance(e, Finished) for e in sounding.events))
    assert library.books()[0].finished


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
    sounding.await_release()
    assert sounding.output.closed == 1
    assert not sounding.attached
    assert text(sounding) == "Second here."


class SlowPlayer:
    """A player that has not yet carried out what it was asked, and is slow to let go."""

    state = PlayerState.PAUSED
    resting = False

    def __init__(self):
        self.lets_go = threading.Event()

    def seek(self, passage):
        self.sought = passage

    def close(self):
        assert self.lets_go.wait(10)


def test_detaching_does_not_wait_for_a_voice_that_cannot_be_interrupted(make_session):
    session = make_session()
    session._player = player = SlowPlayer()
    session.detach()
    assert not session.attached
    player.lets_go.set()
    session.await_release()


def test_a_new_device_is_opened_after_the_old_one_was_given_back(make_session):
    session = make_session()
    session._player = player = SlowPlayer()
    session.detach()
    given = []
    session._give = lambda _player: given.append(player.lets_go.is_set())
    attaching = Task(
        lambda _token: session.attach(Speaker([FakeEngine()]), FakeOutput()), name="attach"
    )
    assert not attaching.join(0.1)
    player.lets_go.set()
    assert attaching.join(10)
    attaching.result()
    assert given == [True]


def test_after_another_device_the_place_is_followed_again(make_session):
    """The old one was given up before it had moved to where it was asked to."""
    session = make_session()
    session._player = player = SlowPlayer()
    session.next_sentence()
    player.lets_go.set()
    session.detach()
    output = FakeOutput()
    session.attach(Speaker([FakeEngine()]), output)
    session.play()
    listen_until(output, lambda: text(session) == "Fourth here.")


def test_what_a_player_that_was_given_up_still_tells_is_not_heard(sounding):
    sounding.play()
    listen_until(sounding.output, lambda: text(sounding) == "Second here.")
    player = sounding._player
    sounding.detach()
    sounding.await_release()
    before = list(sounding.events)
    player._on_event(PassageStarted(next(sounding.timeline.passages(1))))
    assert text(sounding) == "Second here."
    assert sounding.events == before


# How it sounds


def attached(make_session, **options):
    session = make_session(**options)
    session.output = FakeOutput()
    session.engine = FakeEngine()
    session.attach(Speaker([session.engine]), session.output)
    return session


def told(session, kind):
    return [event for event in session.events if isinstance(event, kind)]


def test_words_are_told_by_their_place_in_the_chapter(make_session):
    session = attached(make_session)
    session.play()
    listen_until(session.output, lambda: text(session) == "Third here.")
    words = [
        session.book.chapters[event.passage.chapter].text[event.start : event.end]
        for event in told(session, WordStarted)
    ]
    assert words[:2] == ["First here.", "Second here."]


def test_words_of_a_sentence_divided_for_a_quick_start_keep_their_places(make_session):
    sentence = "When the long evening came at last, the lamps of the harbour were lit again."
    session = attached(make_session, book=make_book(("One", f"Before it. {sentence} After it.")))
    session.play_from(0, 20)
    listen_until(session.output, lambda: text(session) == "After it.")
    parts = [
        session.chapter.text[event.start : event.end]
        for event in told(session, WordStarted)
        if event.passage.start == 11
    ]
    assert len(parts) > 1
    assert "".join(parts) == sentence


def test_settings_say_how_a_session_begins(make_session):
    session = make_session(
        skip="some", images=False, pause_sentence=0.0, pause_chapter=1.5, study="sentence"
    )
    assert session.timeline.skipping == Skipping(level="some", images=False)
    assert session.narrator.pauses == Pauses(sentence=0.0, chapter=1.5)
    assert session.narrator.skipping == session.timeline.skipping
    session.attach(Speaker([FakeEngine()]), output := FakeOutput())
    session.play()
    listen_until(output, lambda: session._player.resting)
    assert text(session) == "First here."


def test_pauses_chosen_while_playing_count_from_the_next_sentence_on(make_session):
    session = attached(make_session)
    session.set_rate(1.0)
    session.play()
    listen_until(session.output, lambda: text(session) == "First here.")
    session.set_pauses(Pauses(sentence=0.0, paragraph=0.0, heading=0.0, chapter=0.0))
    listen_until(session.output, lambda: session.stopped)
    sounding = np.flatnonzero(np.abs(session.output.sound) > 0.01)
    spoken = sum(length_of(text) for text in set(session.engine.spoken))
    assert np.sum(np.diff(sounding) > SPEECH_RATE // 10) <= 2
    assert len(session.output.sound) / SPEECH_RATE < spoken + 2 * 0.75 + 0.5


def test_study_rests_and_repeats_and_goes_on(make_session):
    session = attached(make_session)
    session.set_study("sentence")
    session.play()

    def rests_after(expected):
        listen_until(session.output, lambda: session._player.resting and text(session) == expected)

    rests_after("First here.")
    assert not session.playing
    assert not session.stopped
    session.toggle()
    rests_after("Second here.")
    assert session.previous_sentence()
    assert text(session) == "Second here."
    rests_after("Second here.")
    assert session.previous_paragraph()
    rests_after("First here.")
    assert session.next_paragraph()
    rests_after("Third here.")


def test_study_takes_no_other_word(make_session):
    with pytest.raises(ValueError, match="chapter"):
        make_session().set_study("chapter")


def test_it_sleeps_at_the_end_of_the_chapter(make_session):
    session = attached(make_session)
    session.sleep_at_chapter_end()
    assert session.sleeps_at_chapter_end
    session.play()
    listen_until(session.output, lambda: told(session, Slept))
    assert text(session) == "Third here."
    assert not session.stopped
    session.toggle()
    listen_until(session.output, lambda: text(session) == "Fourth here.")


def test_the_sleep_timer_outlives_the_device(make_session):
    session = attached(make_session)
    session.sleep_in(30)
    session.detach()
    assert 1790 < session.sleep_remaining <= 1800
    session.sleep_in(None)
    assert session.sleep_remaining is None


BOOK_WITH_HEADINGS = Book(
    title="Headed",
    authors=(),
    identifier="headed",
    language="en",
    chapters=(
        Chapter(
            title="One",
            blocks=(
                Block(kind=BlockKind.HEADING, runs=(Run(text="The first part. Of two."),)),
                Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="Words stand here. And here."),)),
                Block(kind=BlockKind.LIST_ITEM, runs=(Run(text="An item."),)),
                Block(kind=BlockKind.LIST_ITEM, runs=(Run(text="Another item."),)),
                Block(kind=BlockKind.HEADING, runs=(Run(text="The second part."),)),
                Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="The end."),)),
            ),
        ),
    ),
)


def test_cues_are_for_headings_and_bookmarks(make_session):
    session = make_session(book=BOOK_WITH_HEADINGS)
    passages = list(session.timeline.passages(0))
    marked = passages[3]
    session.set_cues(True, lambda passage: passage in (passages[0], marked))
    cues = [session._cue_of(passage) for passage in passages]
    heading, bookmark = Cue.HEADING, Cue.BOOKMARK
    assert cues == [heading, None, None, bookmark, None, None, heading, None]
    session.set_cues(False, lambda _passage: True)
    assert {session._cue_of(passage) for passage in passages} == {None}


def test_another_device_takes_over_when_one_is_lost(make_session):
    session = make_session()
    other = FakeOutput()
    output = FakeOutput()
    session.attach(Speaker([FakeEngine()]), output, lambda: other)
    session.play()
    listen_until(output, lambda: text(session) == "Second here.")
    output.breakage = PlaybackError("Headphones", "They are gone.")
    listen_until(other, lambda: text(session) == "Fourth here.")
    assert told(session, OutputChanged) == [OutputChanged("Headphones")]


# Moving further


def test_a_chapter_has_a_beginning_and_an_end(make_session):
    session = make_session(book=BOOK_WITH_HEADINGS)
    assert session.chapter_end()
    assert text(session) == "The end."
    assert session.chapter_start()
    assert text(session) == "The first part."


def test_what_is_left_unread_is_passed_by_but_can_be_gone_to(make_session):
    note = Block(kind=BlockKind.NOTE, runs=(Run(text="A note."),))
    paragraphs = make_book(("One", "First here.\nSecond here.")).chapters[0].blocks
    chapter = Chapter(title="One", blocks=(paragraphs[0], note, paragraphs[1]))
    session = make_session(book=replace(BOOK, chapters=(chapter,)), skip="some")
    session.next_sentence()
    assert text(session) == "Second here."
    session.go_to(0, 12)
    assert text(session) == "A note."
    session.go_to(0, 12, spoken_only=True)
    assert text(session) == "Second here."
    session.set_skipping(Skipping())
    session.previous_sentence()
    assert text(session) == "A note."


def test_a_caret_within_the_sentence_does_not_move_the_voice(make_session):
    session = make_session()
    assert not session.shown(0, 5)
    assert session.events == []
    assert session.shown(0, 13)
    assert text(session) == "Second here."


def test_a_jump_while_playing_moves_the_place_and_keeps_it(make_session, library):
    session = attached(make_session)
    session.play()
    listen_until(session.output, lambda: text(session) == "Fourth here.")
    assert session.jump(-60)
    listen_until(session.output, lambda: text(session) == "First here.")
    assert told(session, PlaceMoved)[-1].passage.start == 0
    session.close()
    assert library.place(BOOK.identifier) == Place(0, 0)


def test_a_jump_in_silence_moves_by_what_it_should_take(make_session):
    session = make_session(book=make_book(("One", "A sentence of thirty characters. " * 200)))
    session.set_rate(1.0)
    assert not session.jump(-10)
    assert session.jump(10)
    assert 100 < session.passage.start < 200
    assert session.jump(-10)
    assert session.passage.start < 60
    assert session.jump(1e6)
    assert not session.jump(10)


def test_a_jump_ahead_is_possible_within_a_long_last_sentence(make_session):
    long = "It goes on, " * 100 + "and ends."
    session = attached(make_session, book=make_book(("One", f"First here. {long}")))
    session.set_rate(1.0)
    session.next_sentence()
    assert not session.jump(10)
    session.play()
    listen_until(session.output, lambda: told(session, PassageStarted))
    assert session.jump(10)
    assert not session.jump(1000)


def test_the_time_left_follows_the_rate(make_session):
    session = make_session(book=make_book(("One", "word " * 300 + "end."), ("Two", "Last word.")))
    session.set_rate(1.0)
    whole, chapter = session.seconds_left(True), session.seconds_left(False)
    assert 90 < chapter < whole < 120
    session.set_rate(2.0)
    assert session.seconds_left(True) == pytest.approx(whole / 2)
    assert make_session(book=make_book(), library=None).seconds_left(True) is None


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


def test_a_place_that_could_not_be_written_is_tried_again_at_the_end():
    tried = []
    refused = threading.Event()

    def save(passage):
        tried.append(passage)
        if len(tried) == 1:
            refused.set()
            raise LibraryError("library", "Another program is writing.")

    keeper = PlaceKeeper(save, on_error=lambda _error: None, interval=0.01)
    keeper.keep(PLACES[0])
    assert refused.wait(5)
    keeper.close()
    assert tried == [PLACES[0], PLACES[0]]


def test_a_place_that_could_not_be_written_gives_way_to_a_newer_one():
    tried = []
    refused = threading.Event()

    def save(passage):
        tried.append(passage)
        if len(tried) == 1:
            keeper.keep(PLACES[1])
            refused.set()
            raise LibraryError("library", "Another program is writing.")

    keeper = PlaceKeeper(save, on_error=lambda _error: None, interval=0.01)
    keeper.keep(PLACES[0])
    assert refused.wait(5)
    keeper.close()
    assert tried == [PLACES[0], PLACES[1]]


def test_what_still_sounded_does_not_take_a_new_place_back(make_session):
    session = make_session()
    session._player = player = SlowPlayer()
    player.lets_go.set()
    old, beyond = session.passage, session.timeline.next_sentence(session.passage)
    assert session.next_chapter()
    new = session.passage
    session._heard(PassageStarted(beyond))
    assert session.passage == new
    assert PassageStarted(beyond) not in session.events
    session._heard(PassageMoved(new))
    session._heard(PassageStarted(old))
    assert session.passage == old


def test_what_is_heard_where_the_listener_moved_ends_the_waiting_for_the_move(make_session):
    session = make_session()
    session._player = player = SlowPlayer()
    player.lets_go.set()
    session.next_sentence()
    new = session.passage
    beyond = session.timeline.next_sentence(new)
    session._heard(PassageStarted(new))
    session._heard(PassageStarted(beyond))
    assert session.passage == beyond


def test_what_still_sounded_does_not_take_a_place_back_after_a_stop(make_session):
    session = make_session()
    session._player = player = SlowPlayer()
    player.lets_go.set()
    player.state = PlayerState.STOPPED
    session.next_chapter()
    new = session.passage
    session._heard(PassageStarted(session.timeline.first()))
    assert session.passage == new


def test_another_way_to_say_numbers_is_heard_from_the_next_sentence_on(make_session):
    book = make_book(("One", "电话110。电话110。"))
    session = make_session(book=replace(book, language="zh"))

    def said() -> str:
        return "".join(s.text for s in session.narrator.utterance(session.passage).spans)

    before = said()
    session.set_expression(Settings(spoken={"one": "yi"}))
    assert before != said()
    assert "一" in said()
