"""Captions as files: WebVTT, SRT and LRC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reader.export.captions.cues import Cue, Line
from reader.export.options import CaptionFormat

_TAG_LIKE = re.compile(r"<(?=[/A-Za-z])|\{(?=\\)")
"""What players take for the beginning of a tag in an SRT file, which knows no escape."""

_WORD_JOINER = "\u2060"
_HOUR, _MINUTE, _SECOND = 3_600_000, 60_000, 1_000


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The captions of a section; `title` is its name."""

    title: str
    cues: Sequence[Cue]
    lines: Sequence[Line]


@dataclass(frozen=True, kw_only=True)
class Transcript:
    """All that is shown beside one file of sound.

    `title` is the file's, `album` the book's; `seconds` is its length; `speakers` are the names
    of the characters by what identifies them.
    """

    title: str
    album: str
    authors: Sequence[str]
    language: str
    seconds: float
    stretches: Sequence[Stretch]
    speakers: Mapping[str, str] = field(default_factory=dict)


def document(transcript: Transcript, format: CaptionFormat) -> str:  # noqa: A002
    """`transcript` as the content of a file, to be written in UTF-8 as it is."""
    return "".join(_WRITERS[format](transcript))


def _vtt(transcript: Transcript) -> Iterator[str]:
    yield "WEBVTT\nKind: captions\n"
    if transcript.language not in ("", "und"):
        yield f"Language: {transcript.language}\n"
    yield f"\n{_note(transcript.title, *_others(transcript))}"
    number = 0
    for stretch in transcript.stretches:
        if len(transcript.stretches) > 1:
            yield f"\n{_note(stretch.title)}"
        for cue in stretch.cues:
            number += 1
            lines = "\n".join(map(escape, cue.lines))
            name = transcript.speakers.get(cue.speaker or "", "")
            voice = f"<v {escape(_one_line(name))}>" if name.strip() else ""
            times = f"{_time(cue.begin, '.')} --> {_time(cue.finish, '.')}"
            yield f"\n{number}\n{times}\n{voice}{lines}\n"


def _srt(transcript: Transcript) -> Iterator[str]:
    """SubRip's own line ends are those of Windows; televisions insist on them, and whatever reads
    the format takes them.
    """
    cues = [cue for stretch in transcript.stretches for cue in stretch.cues]
    for number, cue in enumerate(cues, 1):
        lines = (_TAG_LIKE.sub(rf"\g<0>{_WORD_JOINER}", line) for line in cue.lines)
        times = f"{_time(cue.begin, ',')} --> {_time(cue.finish, ',')}"
        yield "\r\n".join((str(number), times, *lines, "", ""))


def _lrc(transcript: Transcript) -> Iterator[str]:
    minutes, seconds = divmod(round(transcript.seconds), 60)
    tags = {
        "ti": transcript.title,
        "ar": ", ".join(transcript.authors),
        "al": transcript.album,
        "length": f"{minutes:02d}:{seconds:02d}",
        "re": "Tingshu",
    }
    for name, value in tags.items():
        if value:
            yield f"[{name}:{_one_line(value).replace(']', ')')}]\n"
    for line in (line for stretch in transcript.stretches for line in stretch.lines):
        hundredths = round(line.begin / 10)
        minutes, rest = divmod(hundredths, 6000)
        # A bracket at the beginning would be read as one more time.
        space = " " if line.text.startswith("[") else ""
        yield f"[{minutes:02d}:{rest // 100:02d}.{rest % 100:02d}]{space}{line.text}\n"


_WRITERS = {"vtt": _vtt, "srt": _srt, "lrc": _lrc}


def _others(transcript: Transcript) -> Iterator[str]:
    if transcript.album != transcript.title:
        yield transcript.album
    if transcript.authors:
        yield ", ".join(transcript.authors)


def _note(*lines: str) -> str:
    """A comment of WebVTT: no arrow in it, and no empty line, which would end it."""
    told = [_one_line(line).replace("-->", "→") for line in lines]
    return "\n".join(["NOTE", *filter(None, told)]) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _time(milliseconds: int, point: str) -> str:
    hours, rest = divmod(milliseconds, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    seconds, rest = divmod(rest, _SECOND)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{point}{rest:03d}"
