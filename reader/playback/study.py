"""Where the player falls silent by itself, so that the listener may repeat or think."""

from __future__ import annotations

from enum import Enum

from reader.narration.passage import Passage


class Study(Enum):
    """After what the player pauses by itself."""

    OFF = "off"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"

    def rests_between(self, before: Passage, after: Passage) -> bool:
        """Whether to pause when `before` has been heard and `after` would follow."""
        if self is Study.PARAGRAPH:
            return (before.chapter, before.block) != (after.chapter, after.block)
        return self is Study.SENTENCE
