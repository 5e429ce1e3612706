"""Who performs a book, by name: for the tags, texts and announcements of what is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cast.cast import Cast
    from reader.speech.speaker import Speaker


def narrators(cast: Cast | None, speaker: Speaker, language: str) -> tuple[str, ...]:
    """The titles of the voices that read a book in `language`, the narrator's first.

    `cast` is None where everything is read in one voice. Voices that are another one bent are
    called as that one; those that `speaker` does not have are not named.
    """
    known = {voice.name: voice for voice in speaker.voices()}
    narrator = speaker.voice_for(language)
    names = [] if narrator is None else [narrator.name]
    if cast is not None:
        names += [role.voice for role in cast.roles.values() if role.voice is not None]
    voices = [known[name] for name in names if name in known]
    return tuple(dict.fromkeys(str(known.get(each.base or "", each).title) for each in voices))


def speakers(cast: Cast | None) -> dict[str, str]:
    """The names of the characters by their identifiers."""
    members = () if cast is None else cast.members
    return {each.character.identifier: each.character.name for each in members}
