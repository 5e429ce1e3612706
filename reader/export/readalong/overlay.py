"""The media overlay of a page: which clip of the sound says which sentence.

Clips follow one another without a gap: a pause belongs to the sentence before it. Readium's
navigator, which Thorium plays with, lets the sound run on into a clip that begins less than
20 ms behind the end of the one before in the same file, and else seeks, which is heard; Apple's
guide has its clips like that too (Books Asset Guide, Media Overlays Structure). Pauses between
clips would be jumped over, so that speech sounds rushed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.export.pages.markup import element
from reader.export.sections import TimedSentence, milliseconds
from reader.export.text_page import Group

WHOLE = "text"
"""The id of the element that holds all text of a page."""


@dataclass(frozen=True, kw_only=True)
class Clip:
    """The sound from `begin` to `end`, in milliseconds, of the element `identifier`.

    `group` is what can be left or skipped that it lies in.
    """

    identifier: str
    begin: int
    end: int
    group: Group | None = None


def clips(
    sentences: Sequence[TimedSentence],
    identifiers: Sequence[str],
    groups: Sequence[Group],
    frames: int,
) -> list[Clip]:
    """The clips of a sound of so many `frames`; each lasts until the next begins.

    Sentences in one element are one clip, and those that are over at once are part of the one
    before.
    """
    group_of = {number: group for group in groups for number in range(group.first, group.last)}
    begins: list[tuple[str, int, Group | None]] = []
    for number, (sentence, identifier) in enumerate(zip(sentences, identifiers, strict=True)):
        begin = milliseconds(sentence.begin) if begins else 0
        if not begins or (identifier != begins[-1][0] and begin > begins[-1][1]):
            begins.append((identifier, begin, group_of.get(number)))
    ends = [*(begin for _, begin, _ in begins[1:]), milliseconds(frames)]
    return [
        Clip(identifier=identifier, begin=begin, end=stop, group=group)
        for (identifier, begin, group), stop in zip(begins, ends, strict=False)
        if stop > begin
    ]


def overlay(page: str, sound: str, said: Sequence[Clip]) -> str:
    """The SMIL document that binds the file `page` to the file `sound`."""
    sequences = "\n".join(_sequences(page, sound, said))
    whole = element("seq", f"\n{sequences}\n", id="whole", epub__textref=f"{page}#{WHOLE}")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'version="3.0">\n<body>\n{whole}\n</body>\n</smil>\n'
    )


def clock(time: int) -> str:
    """A time in milliseconds as a full clock value."""
    seconds, rest = divmod(time, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"


def _sequences(page: str, sound: str, said: Sequence[Clip]) -> Iterator[str]:
    number = 0
    for group, members in groupby(said, lambda clip: clip.group):
        pars: list[str] = []
        for clip in members:
            number += 1
            pars.append(_par(number, page, sound, clip))
        content = "\n".join(pars)
        if group is None:
            yield content
        else:
            yield element(
                "seq",
                f"\n{content}\n",
                id=f"seq-{group.identifier}",
                epub__type=group.kind,
                epub__textref=f"{page}#{group.identifier}",
            )


def _par(number: int, page: str, sound: str, clip: Clip) -> str:
    text = element("text", src=f"{page}#{clip.identifier}")
    audio = element(
        "audio",
        src=sound,
        clipBegin=f"{clip.begin / 1000:.3f}s",
        clipEnd=f"{clip.end / 1000:.3f}s",
    )
    return element("par", text + audio, id=f"par{number}")
