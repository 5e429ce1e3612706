"""How a speech is said, as far as the words beside it and its own marks tell."""

from __future__ import annotations

from reader.dialogue.english.scene import Cue, Range, Scene, Speech
from reader.dialogue.english.verbs import STYLES
from reader.dialogue.english.words import SENTENCE_ENDS
from reader.language import wordlists

_GENTLE = wordlists.words("cry cried cries crying laugh laughed smiling")
"""Verbs that are said of any lively speech; they count where a mark of exclamation is."""
_NEGATING = wordlists.words("not n't never without")


def style_of(scene: Scene, speech: Speech, before: Cue | None, after: Cue | None) -> str | None:
    """A style of :mod:`reader.speech.manner`; None where nothing tells."""
    marks = _marks(scene, speech)
    for cue, piece, ahead in ((after, speech.after, True), (before, speech.before, False)):
        if cue is None or (cue.verb == "act" and not cue.lead):
            continue
        style = _told(scene, piece, exclaimed="!" in marks, ahead=ahead)
        if style:
            return style
    return "lively" if "!" in marks and "?" in marks else None


def _told(scene: Scene, piece: Range, *, exclaimed: bool, ahead: bool) -> str | None:
    """What the clause next to the speech says of the manner."""
    low = scene.words.low
    places = list(range(*piece)) if ahead else list(range(piece[1] - 1, piece[0] - 1, -1))
    begun = False
    for at in places:
        word = low[at]
        if word in SENTENCE_ENDS and begun:
            return None
        begun = begun or word[0].isalpha()
        style = STYLES.get(word)
        if style and low[max(0, at - 1)] not in _NEGATING:
            if word in _GENTLE and not exclaimed:
                return "lively"
            return style
    return None


def _marks(scene: Scene, speech: Speech) -> set[str]:
    return {
        mark
        for first, last in speech.spans
        for word in scene.words.low[first:last]
        for mark in "!?"
        if mark == word
    }
