"""The script of one open book: the sentences that an editor has written anew, and their saying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from reader.books.model import Book
from reader.errors import MarkupError
from reader.language.spoken import SpokenStyle
from reader.narration.passage import Passage
from reader.narration.silences import Item
from reader.narration.ssml import Markup, parse_fragment
from reader.narration.ssml.model import Choose, VoiceWish, first_name
from reader.narration.stress import Stress
from reader.script.finding import Finder, RoleOf, WordsOf, no_words, nobody
from reader.script.line import ScriptLine
from reader.script.placing import Placed, Placement, placed
from reader.script.saying import said


@dataclass(frozen=True, kw_only=True)
class Change:
    """Lines that the library is to let go of, and those it is to keep in their place."""

    gone: tuple[ScriptLine, ...]
    kept: tuple[ScriptLine, ...]

    @property
    def undone(self) -> Change:
        """What takes the change back."""
        return Change(gone=self.kept, kept=self.gone)


@dataclass
class _State:
    """What holds together: where lines stand, and those that were read already."""

    placement: Placement
    read: dict[tuple[int, int], Markup | None] = field(default_factory=dict)


class Script:
    """Says the `lines` of a script in place of what `book` has: a narrator's rewriting.

    `style` is how numbers are said. `role_of` tells how characters sound and `stress` how headings
    do; both may be set at any time. Any thread may ask.
    """

    def __init__(
        self, book: Book, lines: Sequence[ScriptLine], style: SpokenStyle | None = None
    ) -> None:
        self._book = book
        self.style = style or SpokenStyle()
        self._finder = Finder(book)
        self._state = _State(placement=placed(book, lines))
        self._choose: Choose = first_name
        self.role_of: RoleOf = nobody
        self.words_of: WordsOf = no_words
        """How words are said of which the script tells nothing."""

    def copy(self) -> Script:
        """One that stays as this is now."""
        other = copy(self)
        other._finder = copy(self._finder)
        return other

    @property
    def stress(self) -> Stress | None:
        """How strongly headings and the like are emphasised."""
        return self._finder.stress

    @stress.setter
    def stress(self, stress: Stress | None) -> None:
        self._finder.stress = stress

    @property
    def choose(self) -> Choose:
        """Finds the voices that are wished for."""
        return self._choose

    def set_choose(self, choose: Choose) -> None:
        """Find the voices that are wished for so from now on."""
        self._choose = choose
        self._state = _State(placement=self._state.placement)

    @property
    def lost(self) -> tuple[ScriptLine, ...]:
        """The lines whose sentences this edition of the book does not have."""
        return self._state.placement.lost

    def lines(self, chapter: int) -> Mapping[int, str]:
        """What the sentences of a chapter hold that were written anew, by their offsets."""
        found = self._state.placement.found
        return {
            place: each.line.ssml for (number, place), each in found.items() if number == chapter
        }

    def change(self, chapter: int, lines: Sequence[ScriptLine]) -> Change:
        """What has to change in the library for the chapter to have these `lines` alone.

        Lines that stand elsewhere in this edition are kept as they stand there.
        """
        found = self._state.placement.found.values()
        changed = [each for each in found if each.line.chapter == chapter or each.line != each.kept]
        others = [each.line for each in changed if each.line.chapter != chapter]
        return Change(gone=tuple(each.kept for each in changed), kept=(*others, *lines))

    def set_lines(self, lines: Sequence[ScriptLine]) -> None:
        """Go by these lines of the whole book from now on."""
        self._state = _State(placement=placed(self._book, lines))

    def rewritten(self, chapter: int, start: int, end: int) -> Sequence[Item] | None:
        """What is said for a sentence, None for one that nobody has touched."""
        state = self._state
        line = state.placement.found.get((chapter, start))
        if line is None or line.end != end:
            return None
        markup = self._read(state, line)
        if markup is None:
            return None
        block = self._book.chapters[chapter].block_at(start)
        passage = Passage(chapter=chapter, start=start, end=end, block=block)
        around = self._finder.of_block(passage)
        written = self._finder.written(passage)
        words = self.words_of(markup.text, written.language)
        return said(markup, written, around, self.role_of, self.style, words)

    def _read(self, state: _State, placed: Placed) -> Markup | None:
        """What the line means; None for one that cannot be read any more."""
        place = placed.line.chapter, placed.line.place
        if place not in state.read:
            try:
                markup = parse_fragment(placed.line.ssml, strict=False, choose=self._choose)
            except MarkupError:
                markup = None
            state.read[place] = markup
        return state.read[place]


def keeping_names(choose: Choose) -> Choose:
    """Like `choose`, but a voice that is named stays, though it may not be installed now."""

    def chosen(wish: VoiceWish) -> str | None:
        return first_name(wish) or choose(wish)

    return chosen
