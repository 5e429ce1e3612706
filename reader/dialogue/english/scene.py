"""The speeches of a chapter, and the narration around each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.dialogue.english.mentions import Mention, Part, clause_end, mentions
from reader.dialogue.english.names import Names
from reader.dialogue.english.verbs import AFTER_VERB, SAYING, WEAK
from reader.dialogue.english.words import NARRATION, SENTENCE_ENDS, Words
from reader.dialogue.model import Quotation
from reader.language import wordlists

Range = tuple[int, int]
"""From a word to the word after the last."""
_SKIPPED = wordlists.words("the poor little old young dear good")
_SUBORDINATING = wordlists.words("when as that what which while if before after whether until")
_REACH = 14
"""A verb of saying is looked for so many words from the quotation."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """What a piece of narration beside a speech says of somebody's doing.

    `subject` says or does it; None where it is nobody that is known. `opener` is the first
    subject of the sentence, where that is another. `verb` is ``strong`` for a verb that only
    goes with speech, ``weak`` for one that may, ``act`` for any other; `lead` whether narration
    and quotation are one sentence.
    """

    subject: Mention | None
    opener: Mention | None
    verb: str
    lead: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Speech:
    """What somebody says without another speaking between.

    `quotations` are the numbers of its pieces in the chapter, `spans` their words; `before`
    and `after` the narration of the same paragraphs, `above` and `below` the paragraphs of
    narration that follow on where there is none.
    """

    quotations: tuple[int, ...]
    spans: tuple[Range, ...]
    paragraph: int
    last_paragraph: int
    before: Range
    after: Range
    above: Range
    below: Range


class Scene:
    """A chapter as who speaks is found in it: its words, mentions and speeches."""

    def __init__(self, words: Words, quotations: Sequence[Quotation], names: Names) -> None:
        self.words = words
        self.mentions = mentions(self.words, names)
        self._firsts = [each.first for each in self.mentions]
        self.told = [each for each in self.mentions if each.inside == NARRATION]
        self._told_firsts = [each.first for each in self.told]
        self._ends = [at for at, word in enumerate(self.words.low) if word == "\n"]
        self.speeches = self._speeches(quotations)

    def paragraph(self, word: int) -> int:
        """The number of the paragraph that holds `word`."""
        return bisect_left(self._ends, word)

    def between(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin in that range of words."""
        return self.mentions[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def told_before(self, word: int) -> int:
        """How many mentions of the narration begin before `word`."""
        return bisect_left(self._told_firsts, word)

    def _speeches(self, quotations: Sequence[Quotation]) -> list[Speech]:
        groups: list[list[int]] = []
        for number, quotation in enumerate(quotations):
            if quotation.continues and groups:
                groups[-1].append(number)
            else:
                groups.append([number])
        spans = [
            (self.words.at(each.start), max(self.words.at(each.end), self.words.at(each.start)))
            for each in quotations
        ]
        return [self._speech(group, spans) for group in groups]

    def _speech(self, group: list[int], spans: list[Range]) -> Speech:
        first, last = spans[group[0]], spans[group[-1]]
        paragraph, last_paragraph = self.paragraph(first[0]), self.paragraph(last[1] - 1)
        before = self._before(group[0], spans)
        pieces = [self._after(number, spans) for number in group]
        after = next((piece for piece in pieces if _length(piece)), pieces[-1])
        above = below = (first[0], first[0])
        if not self._says_something(before):
            above = self._narration(paragraph - 1, spans, group[0] - 1)
            if _says_who(self.cue_before(above)) and not _says_who(self.cue_after(after)):
                before, above = above, (above[0], above[0])
        if not self._says_something(after):
            below = self._narration(last_paragraph + 1, spans, group[-1] + 1)
        return Speech(
            quotations=tuple(group),
            spans=tuple(spans[number] for number in group),
            paragraph=paragraph,
            last_paragraph=last_paragraph,
            before=before,
            after=after,
            above=above,
            below=below,
        )

    def _bounds(self, paragraph: int) -> Range:
        first = self._ends[paragraph - 1] + 1 if paragraph > 0 else 0
        return first, self._ends[paragraph] if paragraph < len(self._ends) else len(self.words)

    def _before(self, number: int, spans: list[Range]) -> Range:
        start = spans[number][0]
        first = self._bounds(self.paragraph(start))[0]
        return max(first, spans[number - 1][1] if number else 0), start

    def _after(self, number: int, spans: list[Range]) -> Range:
        end = spans[number][1]
        last = self._bounds(self.paragraph(max(end - 1, 0)))[1]
        if number + 1 < len(spans):
            last = min(last, spans[number + 1][0])
        return end, max(end, last)

    def _says_something(self, piece: Range) -> bool:
        return any(self.words.low[at][0].isalpha() for at in range(*piece))

    def _narration(self, paragraph: int, spans: list[Range], neighbour: int) -> Range:
        """The words of a paragraph without speech; an empty range if there is speech in it."""
        if not 0 <= paragraph < len(self._ends):
            return 0, 0
        first, last = self._bounds(paragraph)
        if (
            0 <= neighbour < len(spans)
            and spans[neighbour][0] < last
            and spans[neighbour][1] > first
        ):
            return first, first
        return first, last

    def cue_after(self, piece: Range) -> Cue | None:
        """What the first sentence of the narration after a quotation tells."""
        first = self._first_word(piece)
        if first is None:
            return None
        end = clause_end(self.words, first, piece[1])
        verb = next((at for at in range(first, min(end, first + _REACH)) if self._says(at)), None)
        lead = not self.words.capital(first) or self._open_before(piece[0])
        return self._cue(first, end, verb, lead=lead)

    def cue_before(self, piece: Range) -> Cue | None:
        """What the last sentence of the narration before a quotation tells."""
        low = self.words.low
        last = piece[1]
        while last > piece[0] and not low[last - 1][0].isalpha():
            last -= 1
        if last == piece[0]:
            return None
        lead = not any(low[at] in SENTENCE_ENDS for at in range(last, piece[1]))
        first = last - 1
        while first > piece[0] and low[first - 1] not in SENTENCE_ENDS:
            first -= 1
        verb = next((at for at in range(last - 1, first - 1, -1) if self._says(at)), None)
        lead = lead or (verb is not None and verb >= last - 2)
        return self._cue(first, piece[1], verb, lead=lead)

    def _open_before(self, at: int) -> bool:
        """Whether the quotation that ends before that word does so with a comma."""
        return "," in self.words.low[max(0, at - 2) : at]

    def _says(self, at: int) -> bool:
        words = self.words
        return words.low[at] in SAYING and words.inside[at] == NARRATION and not words.capital(at)

    def _first_word(self, piece: Range) -> int | None:
        return next((at for at in range(*piece) if self.words.low[at][0].isalpha()), None)

    def _cue(self, first: int, last: int, verb: int | None, *, lead: bool) -> Cue:
        near = self.between(first, last)
        opener = next((each for each in near if each.part is Part.SUBJECT), None)
        if verb is None:
            return Cue(subject=opener, opener=None, verb="act", lead=lead)
        strength = "weak" if self.words.low[verb] in WEAK and not lead else "strong"
        subject = self._subject(near, first, verb)
        return Cue(
            subject=subject,
            opener=None if opener is subject else opener,
            verb=strength,
            lead=lead,
        )

    def _subject(self, near: list[Mention], first: int, verb: int) -> Mention | None:
        """Who of `near` is the subject of the verb at that word."""
        low = self.words.low
        place = verb + 1
        while place < len(self.words) and (low[place] in AFTER_VERB or low[place] in _SKIPPED):
            place += 1
        earlier = [each for each in near if each.last <= verb]
        if earlier and earlier[-1].part is Part.SUBJECT and earlier[-1].last >= verb - 1:
            return earlier[-1]
        for each in near:
            if each.first <= place < each.last and each.first > verb:
                if each.part in (Part.SUBJECT, Part.OTHER):
                    return each
                break
        relative = next((at for at in range(verb - 1, first, -1) if low[at] == "who"), None)
        if relative is not None:
            named = [each for each in earlier if each.last <= relative]
            return named[-1] if named else None
        acting = [each for each in earlier if each.part is Part.SUBJECT]
        free = [each for each in acting if low[each.first - 1] not in _SUBORDINATING]
        if free or acting:
            return (free or acting)[-1]
        return next((each for each in earlier if each.part is Part.OTHER), None)


def _says_who(cue: Cue | None) -> bool:
    """Whether a verb that only goes with speech is in one sentence with it."""
    return cue is not None and cue.lead and cue.verb == "strong"


def _length(piece: Range) -> int:
    return piece[1] - piece[0]
