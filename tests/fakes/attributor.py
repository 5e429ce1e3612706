"""Gives quotations to one who speaks, without reading what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from reader.background import CancelToken
from reader.books.model import Book
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation

ANNA = Character(identifier="anna", name="Anna", aliases=("Anna", "Anna Bell"), quotations=7)


@dataclass
class FakeAttributor:
    """Gives every quotation that has no speaker to one character."""

    character: Character = ANNA
    error: BaseException | None = None
    asked: list[Quotation] = field(default_factory=list)

    def __call__(
        self,
        book: Book,
        quotations: Sequence[Quotation],
        *,
        progress: Callable[[float], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> Dialogue:
        self.asked += quotations
        if progress is not None:
            progress(0.5)
        if self.error is not None:
            raise self.error
        return Dialogue(
            characters=(self.character,),
            quotations=tuple(
                each
                if each.speaker
                else replace(
                    each,
                    speaker=self.character.identifier,
                    confidence=0.8,
                    evidence=Evidence.EXPLICIT,
                )
                for each in quotations
            ),
        )
