"""The part of the Edit menu that changes how words are said."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from reader.errors import LexiconError
from reader.language.scripts import primary
from reader.lexicon.checking import checked
from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.matching import Lexicon
from reader.narration.passage import Passage
from reader.session import ReadingSession
from reader.ui.actions.part import Actions, Part
from reader.ui.lexicon.changes import Change, changing, keeping, removing
from reader.ui.lexicon.in_words import problem_in_words
from reader.ui.lexicon.keeper import LexiconKeeper
from reader.ui.undoing import undoing_of


@dataclass(frozen=True, kw_only=True)
class _Word:
    """What is selected, or the word at the caret, and the sentences that it stands in."""

    text: str
    start: int
    end: int
    sentence: Passage
    language: str
    matching: Matching
    """The word, or letters inside one, whichever fits this very place."""

    @property
    def written(self) -> str:
        """The word as an entry has it: with one blank for any white space."""
        return " ".join(unicodedata.normalize("NFC", self.text).split())


class WordActions(Part):
    """Puts words right where they are met."""

    def actions(self) -> Actions:
        """By the commands' names."""
        self.undoing = undoing_of(self.window)
        self.keeper = LexiconKeeper(self.desk, self.undoing, self)
        self.keeper.failed.connect(self.window.news.tell_problem)
        self.keeper.changed.connect(self.window.view.renew_pinyin)
        for gone in (self.desk.opened, self.desk.closed):
            gone.connect(self.undoing.forget)
        return {
            "say_word": self.say_word,
            "stress_word": self.stress_word,
            "pronunciations": self.show_pronunciations,
            "undo": self.undo,
        }

    def say_word(self) -> None:
        """Ask how the word is to be said; what is known of it already is changed."""
        from reader.ui.lexicon.trial import Trial
        from reader.ui.pronunciation_dialog import PronunciationDialog

        word = self._word()
        if word is None:
            return
        alike = self._known(word, stressed=False)
        known = next((each for each in alike if each.word == word.written), None)
        entry, readings = (known, ()) if known else self._suggested(word, alike)
        dialog = PronunciationDialog(
            entry,
            Trial(desk=self.desk, place=word.sentence),
            self.window,
            book=self.keeper.book,
            language=word.language,
            readings=readings,
        )
        dialog.told.connect(self.window.announcer.announce)
        dialog.chosen.connect(partial(self._keep, known))
        self.show(dialog)

    def stress_word(self) -> None:
        """Emphasise the word in this book, or no longer."""
        word = self._word()
        if word is None:
            return
        known = self._known(word, stressed=True)
        if known:
            said = self.tr("No longer emphasised: {word}").format(word=word.text)
            self._change(removing(known), word.text, said)
            return
        entry = Entry(
            word=word.text, kind=Kind.STRESS, matching=word.matching, book=self.keeper.book
        )
        try:
            entry = checked(entry)
        except LexiconError as error:
            self.say(problem_in_words(error))
            return
        self._change(keeping([entry]), entry.word, self._told_of(entry))

    def show_pronunciations(self) -> None:
        """List all that hold here."""
        from reader.ui.pronunciations_dialog import PronunciationsDialog

        dialog = PronunciationsDialog(self.keeper, self.undoing, self.desk, self.window)
        dialog.told.connect(self.window.announcer.announce)
        self.show(dialog)

    def undo(self) -> None:
        """Take the last change back."""
        if not self.undoing.undo(self._tell_taken_back):
            self.say(self.tr("Nothing to take back"))

    # Inside

    def _tell_taken_back(self, title: str) -> None:
        self.say(self.tr("Taken back: {title}").format(title=title))

    def _word(self) -> _Word | None:
        """What the reader means; says so if there is nothing."""
        session, chapter = self.session, self.window.shown_chapter
        if session is None or chapter is None:
            return None
        start, end = self.window.view.selection or self.window.view.word_at_caret()
        text = session.book.chapters[chapter].text
        end = start + len(text[start:end].rstrip())
        start = end - len(text[start:end].lstrip())
        sentence = session.timeline.at(chapter, start, spoken_only=False)
        if start == end or sentence is None:
            self.say(self.tr("No word here"))
            return None
        if end > sentence.end:
            self.say(self.tr("Words of two sentences are never met together: select less"))
            return None
        return _Word(
            text=text[start:end],
            start=start,
            end=end,
            sentence=sentence,
            language=_language_at(session, sentence, start),
            matching=_matching(text, start, end),
        )

    def _suggested(self, word: _Word, alike: Sequence[Entry]) -> tuple[Entry, Sequence[str]]:
        """A new entry with how the word is said now, and its readings, if it has several.

        What is kept for words that are `alike` but for their letters' case counts for this one.
        """
        from reader.lexicon.suggestions import suggestion

        said = next((each for each in alike if each.enabled), None)
        if said is not None:
            new = Entry(word=word.written, kind=said.kind, say=said.say, matching=said.matching)
            return replace(new, book=self.keeper.book), ()
        assert self.session is not None
        text = self.session.book.chapters[word.sentence.chapter].text
        found = suggestion(text, word.start, word.end, word.language)
        entry = Entry(
            word=found.word,
            kind=found.kind,
            say=found.say,
            matching=word.matching,
            book=self.keeper.book,
        )
        return entry, (found.say, *found.others) if found.others else ()

    def _known(self, word: _Word, *, stressed: bool) -> list[Entry]:
        """What is kept for the word in whatever case, what overrules the others first."""
        return [
            entry
            for entry in self.keeper.entries
            if entry.matching is not Matching.PATTERN
            and (entry.kind is Kind.STRESS) is stressed
            and entry.language in ("", word.language)
            and entry.word.casefold() == word.written.casefold()
        ]

    def _keep(self, known: Entry | None, entry: Entry) -> None:
        entry = replace(entry, enabled=True)  # what is put right here is meant to hold
        if known == entry:
            self.say(self._told_of(entry))
            return
        change = keeping([entry]) if known is None else changing(known, entry)
        self._change(change, entry.word, self._told_of(entry))

    def _change(self, change: Change, title: str, said: str) -> None:
        """Make a change that can be taken back, and say so when it counts."""
        if not self.keeper.change(change, title, lambda: self.say(said)):
            self.say(self.tr("Pronunciations cannot be kept."))

    def _told_of(self, entry: Entry) -> str:
        if entry.kind is Kind.STRESS:
            told = self.tr("Emphasised: {word}")
            if not self.settings.stress_words:
                told = self.tr("Emphasised: {word}; but the settings turn that off")
        elif entry.kind is Kind.SKIP:
            told = self.tr("Left out from the next sentence on: {word}")
        else:
            told = self.tr("Said so from the next sentence on: {word}")
        return told.format(word=entry.word)


def _language_at(session: ReadingSession, sentence: Passage, offset: int) -> str:
    """The primary tag of the language in which the voice reads what stands at `offset`."""
    spans = session.narrator.utterance(sentence).spans
    found = next((span.language for span in spans if span.start <= offset < span.end), "")
    return primary(found or session.book.language)


def _matching(text: str, start: int, end: int) -> Matching:
    """Whether ``text[start:end]`` is found as a word, or cut out of one."""
    entry = Entry(word=text[start:end], kind=Kind.SKIP)
    found = Lexicon([entry]).find(text, max(0, start - 1), end + 1, lambda _offset: "")
    is_word = any((each.start, each.end) == (start, end) for each in found)
    return Matching.WORD if is_word else Matching.ANYWHERE
