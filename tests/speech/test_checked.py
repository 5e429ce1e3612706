"""Files of speech are read again by later versions, and damage in them is noticed."""

from __future__ import annotations

import pytest

from reader.speech.checked import kept_words, packed, unpacked, words_of
from reader.speech.engine import TimedWord

FILE = b'efd5569b {"rate": 24000, "words": [[0.1, 0.4, 3, 7]]}\n\x00\x01\n\xff'
"""As the very first version wrote it."""

WORD = TimedWord(begin=0.1, finish=0.4, start=3, end=7)


def test_a_file_is_written_and_read_as_ever():
    assert packed({"rate": 24000, "words": kept_words([WORD])}, b"\x00\x01\n\xff") == FILE
    about, body = unpacked(FILE)
    assert about["rate"] == 24000
    assert words_of(about["words"]) == (WORD,)
    assert bytes(body) == b"\x00\x01\n\xff"


@pytest.mark.parametrize("place", range(len(FILE)))
def test_no_byte_may_be_another(place):
    content = bytearray(FILE)
    content[place] ^= 0x11
    if place == 8:
        assert unpacked(bytes(content)) == unpacked(FILE), "the space tells nothing"
    else:
        with pytest.raises(ValueError):  # noqa: PT011  (of the checksum or of a number)
            unpacked(bytes(content))


@pytest.mark.parametrize("length", range(len(FILE)))
def test_nothing_may_be_missing(length):
    with pytest.raises(ValueError):  # noqa: PT011
        unpacked(FILE[:length])
