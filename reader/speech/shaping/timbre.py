"""The persons that one voice can be made into.

A listener tells persons apart by the pitch of the voice, by the size of throat and mouth, which
moves the resonances (formants), by how bright the voice is and by how fast it speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.messages import template


@dataclass(frozen=True, kw_only=True)
class Timbre:
    """What is done to the sound of a whole voice.

    `pitch` multiplies its frequency, `formants` the frequencies of its resonances: below 1 is
    a larger body. `tilt` brightens it in decibels an octave, below 0 it darkens it.
    """

    pitch: float = 1.0
    formants: float = 1.0
    tilt: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Variant:
    """Somebody else that a voice can be.

    `name` is added to the voice's own, `title` is a template with its title; `rate` multiplies its
    speed.
    """

    name: str
    title: str
    gender: str
    age: str
    timbre: Timbre
    rate: float = 1.0


OF_A_WOMAN = (
    Variant(
        name="male",
        title=template("{voice} as a man"),
        gender="male",
        age="adult",
        timbre=Timbre(pitch=0.61, formants=0.87, tilt=2.0),
        rate=0.95,
    ),
    Variant(
        name="old-man",
        title=template("{voice} as an old man"),
        gender="male",
        age="senior",
        timbre=Timbre(pitch=0.52, formants=0.8, tilt=-4.0),
        rate=0.95,
    ),
    Variant(
        name="old-woman",
        title=template("{voice} as an old woman"),
        gender="female",
        age="senior",
        timbre=Timbre(pitch=0.86, formants=1.01, tilt=-4.2),
        rate=0.95,
    ),
    Variant(
        name="other-woman",
        title=template("{voice} as another woman"),
        gender="female",
        age="adult",
        timbre=Timbre(pitch=1.05, formants=0.87, tilt=4.2),
    ),
    Variant(
        name="child",
        title=template("{voice} as a child"),
        gender="unknown",
        age="child",
        timbre=Timbre(pitch=1.33, formants=1.2, tilt=3.5),
    ),
)
"""What a woman's voice can be made into.

Searched for with the two voices that every installation has: speaker embeddings should differ
by as much as those of different people (a cosine under .78), from the voice itself and from
each other, while the median pitch stays human (men 85 to 155 Hz, women 165 to 255, children
250 to 350). The cosines were searched for on the very sentences that ``make bench-manner``
measures. Being understood is the price: of 40 Mandarin sentences Whisper base hears 2.2
syllables of a hundred more wrongly of the man than of the voice itself and 2.6 of the child, of
24 sentences 3.1 of the old man and 0.9 of the women; of English none to 0.9 words. The man
speaks slower for that: at full rate it was 2.6, though so little may be chance. To let the
Mandarin model itself speak lower or higher is no help: of 40 other sentences it is then
understood worse by 1.5 (3 semitones up) to 2.1 points (3.5 down), before anything is bent.
"""
