"""Covers go into files as pictures that every player shows, or not at all, which is told."""

from __future__ import annotations

import base64
import io
import logging
import struct

import av
import pytest

from reader.books.model import Cover
from reader.export.products.cover import complaint, picture_of
from tests.export.pictures import picture_file


def cover(content: bytes) -> Cover:
    return Cover(content=content, media_type="image/whatever")


def size_of(content: bytes) -> tuple[str, int, int]:
    with av.open(io.BytesIO(content), "r") as file:
        frame = next(file.decode(video=0))
        return file.streams.video[0].codec_context.name, frame.width, frame.height


@pytest.mark.parametrize(
    ("kind", "ending", "media_type"),
    [("mjpeg", ".jpg", "image/jpeg"), ("png", ".png", "image/png")],
)
def test_jpeg_and_png_stay_as_they_are(kind, ending, media_type):
    content = picture_file(kind)
    picture = picture_of(cover(content))
    assert picture is not None
    assert (picture.content, picture.ending, picture.media_type) == (content, ending, media_type)
    assert (picture.width, picture.height) == (60, 80)


@pytest.mark.parametrize("kind", ["gif", "bmp", "webp"])
def test_other_kinds_become_jpeg(kind):
    picture = picture_of(cover(picture_file(kind)))
    assert picture is not None
    assert size_of(picture.content) == ("mjpeg", 60, 80)
    assert picture.ending == ".jpg"


@pytest.mark.parametrize(("width", "height"), [(4000, 1000), (1000, 3100), (1, 6000)])
def test_a_picture_that_is_too_large_is_scaled(width, height):
    picture = picture_of(cover(picture_file("png", width, height)))
    assert picture is not None
    codec, wide, high = size_of(picture.content)
    assert codec == "mjpeg"
    assert (wide, high) == (picture.width, picture.height)
    assert max(wide, high) == 2400
    assert wide / high == pytest.approx(width / height, rel=0.01) or min(wide, high) == 1


def test_a_picture_that_is_too_heavy_becomes_jpeg():
    content = picture_file("png", 1400, 1400, noise=True)
    assert len(content) > 5_000_000
    picture = picture_of(cover(content))
    assert picture is not None
    assert (picture.codec, picture.width) == ("mjpeg", 1400)
    assert len(picture.content) < len(content) / 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff",
        b"no picture at all " * 50,
        picture_file("png")[:60],
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
    ],
)
def test_what_is_no_picture_is_left_out_and_told(content, caplog):
    with caplog.at_level(logging.WARNING):
        assert picture_of(cover(content)) is None
    assert not caplog.records  # the decoder's own words are for nobody at a terminal
    assert "cover" in (complaint(cover(content)) or "")


def test_a_picture_that_would_fill_the_memory_is_left_out():
    content = bytearray(picture_file("png"))
    content[16:24] = struct.pack(">II", 60_000, 60_000)
    assert picture_of(cover(bytes(content))) is None


def test_there_is_nothing_to_tell_about_a_good_cover_or_none():
    assert picture_of(None) is None
    assert complaint(None) is None
    assert complaint(cover(picture_file("gif"))) is None


def test_the_block_for_vorbis_comments_holds_the_picture():
    picture = picture_of(cover(picture_file("png")))
    assert picture is not None
    block = base64.b64decode(picture.flac_block)
    assert struct.unpack(">II", block[:8]) == (3, len("image/png"))
    assert block.endswith(struct.pack(">I", len(picture.content)) + picture.content)
