"""What becomes of the contents of a book, whatever shows or reads them."""

from __future__ import annotations

import socket

import pytest

from reader.books.registry import read_book
from reader.narration.timeline import Timeline
from reader.speech.voices import candidates, installed_engines
from tests.accessibility.conformance.small_book import the_mill


@pytest.fixture
def read(tmp_path):
    """Reads a web page with this body."""

    def read(body):
        file = tmp_path / "page.html"
        file.write_text(f"<html lang='en'><head><title>A page</title></head>{body}</html>")
        return read_book(file)

    return read


def sentences(book):
    timeline = Timeline(book)
    passage, found = timeline.first(), []
    while passage is not None:
        found.append(book.chapters[passage.chapter].text[passage.start : passage.end])
        passage = timeline.next_sentence(passage)
    return found


def test_the_order_is_that_of_the_markup(read):
    book = read(
        "<p style='float: right'>First, at the right.</p>"
        "<p style='position: absolute; left: 0; top: 0'>Second, at the top left.</p>"
        "<div style='display: flex; flex-direction: row-reverse'><p>Third.</p><p>Fourth.</p></div>"
    )
    assert sentences(book) == [
        "First, at the right.",
        "Second, at the top left.",
        "Third.",
        "Fourth.",
    ]


def test_what_could_be_folded_up_is_shown_and_read_whole(read):
    book = read(
        "<p>Before.</p><details><summary>More of it.</summary><p>Folded up.</p></details>"
        "<details open><summary>And more.</summary><p>Unfolded.</p></details>"
    )
    assert sentences(book) == ["Before.", "More of it.", "Folded up.", "And more.", "Unfolded."]
    assert book.chapters[0].text.split("\n") == sentences(book)


def test_dialects_of_a_language_share_a_voice():
    voices = [voice for engine in installed_engines() for voice in engine.voices()]
    assert candidates(voices, "en")
    for dialect in ("en-GB", "en-US", "en-AU"):
        assert candidates(voices, dialect) == candidates(voices, "en")


def test_a_book_is_read_without_a_network(tmp_path, monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    book = the_mill(tmp_path)
    assert "The ford lay by the willow." in sentences(book)
