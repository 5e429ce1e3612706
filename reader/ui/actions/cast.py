"""The part of the Listen menu that is about those who speak in the book."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.cast.cast import Cast
from reader.dialogue.model import Evidence, Quotation
from reader.narration.passage import Passage
from reader.ui.actions.part import Actions, Part
from reader.ui.cast.changes import CastChanges
from reader.ui.cast.in_words import line_in_words, person_in_words, speaker_in_words
from reader.ui.cast.likely import likely_speakers
from reader.ui.cast.moving import next_line, previous_line, start_of
from reader.ui.cast.naming import name_dialog
from reader.ui.cast.voices import company_of
from reader.ui.language import about, clauses, error_in_words, listed
from reader.ui.undoing import undoing_of

_NARRATOR, _SOMEBODY_NEW, _AS_FOUND = object(), object(), object()
"""What the last entries of the list of speakers stand for."""


class CastActions(Part):
    """Who speaks, corrected where it is met."""

    def actions(self) -> Actions:
        """By the commands' names; the toggle is among those of the menu View."""
        self._fraction = 0.0
        self._speaker: str | None = None
        finder = self.desk.cast_finder
        finder.progress.connect(self._remember_progress)
        finder.failed.connect(self._failed)
        self.desk.opened.connect(self._forget)
        return {
            "cast": self.show_cast,
            "who_speaks": self.tell_speaker,
            "correct_speaker": self.ask_speaker,
            "next_line": lambda: self._travel(forward=True),
            "previous_line": lambda: self._travel(forward=False),
        }

    def show_cast(self) -> None:
        """List who speaks; direct them."""
        from reader.ui.cast_dialog import CastDialog

        session, here = self.session, self.position
        if session is None or here is None:
            return
        undoing = undoing_of(self.window)
        dialog = CastDialog(self.desk, session, undoing, self.window, position=here)
        dialog.told.connect(self.window.announcer.announce)
        dialog.chosen.connect(self.go)
        dialog.chosen.connect(self.window.focus_text)
        self.show(dialog)
        dialog.begin(self._fraction)

    def tell_speaker(self) -> None:
        """Say who speaks here, and why."""
        cast = self._cast()
        if cast is None:
            return
        sentence, quotation = self._sentence, self._quotation(cast)
        if sentence is not None and self._is_scripted(sentence):
            self.say(self._scripted_in_words(cast, sentence))
        elif quotation is None:
            self.say(self.tr("The narrator"))
        else:
            company = company_of(self.desk)
            self.say(speaker_in_words(cast, quotation, self.settings, company))

    def ask_speaker(self) -> None:
        """Ask who says the line here."""
        from reader.ui.speaker_dialog import SpeakerDialog

        cast, session = self._cast(), self.session
        if cast is None or session is None:
            return
        quotation = self._quotation(cast)
        if quotation is None:
            self.say(self.tr("Nobody speaks here"))
            return
        entries: list[tuple[str, object]] = [
            (clauses((each.name, person_in_words(each))), each.identifier)
            for each in likely_speakers(cast.dialogue, quotation)
        ]
        entries.append((self.tr("The narrator"), _NARRATOR))
        entries.append((self.tr("Somebody new…"), _SOMEBODY_NEW))
        if quotation.evidence is Evidence.READER:
            entries.append((self.tr("As it was found"), _AS_FOUND))
        line = line_in_words(session.book, quotation).replace("&", "&&")
        question = self.tr("&Who says {line}").format(line=line)
        dialog = SpeakerDialog(self.tr("Correct who speaks"), question, entries, self.window)
        dialog.chosen.connect(partial(self._correct, cast, quotation))
        self.show(dialog)

    # Correcting

    def _correct(self, cast: Cast, quotation: Quotation, choice: object) -> None:
        if choice is _SOMEBODY_NEW:
            self._ask_name(cast, quotation)
        elif choice is _NARRATOR:
            self._give(cast, quotation, None, self.tr("The narrator"))
        elif choice is _AS_FOUND:
            self._give_back(cast, quotation)
        elif isinstance(choice, str):
            member = cast.member(choice)
            self._give(cast, quotation, choice, member.character.name if member else choice)

    def _give(self, cast: Cast, quotation: Quotation, speaker: str | None, name: str) -> None:
        if self._make(quotation, cast, lambda: cast.correct(quotation, speaker)):
            self._tell_given(quotation, self.tr("Says this line from now on: {name}"), name)

    def _give_back(self, cast: Cast, quotation: Quotation) -> None:
        if self._make(quotation, cast, lambda: cast.uncorrect(quotation)):
            told = self.tr("Says this line, as it was found: {name}")
            self._tell_given(quotation, told, self._name(cast, quotation))

    def _name(self, cast: Cast, quotation: Quotation) -> str:
        """Who says the line now."""
        now = cast.quotation_at(quotation.chapter, quotation.start)
        character = cast.dialogue.character(now.speaker) if now is not None else None
        return character.name if character is not None else self.tr("The narrator")

    def _ask_name(self, cast: Cast, quotation: Quotation) -> None:
        named = partial(self._give_to_new, cast, quotation)
        self.show(name_dialog(self.window, self.tr("Somebody new"), named))

    def _give_to_new(self, cast: Cast, quotation: Quotation, name: str) -> None:
        if self._make(quotation, cast, lambda: cast.correct(quotation, cast.add(name))):
            self._tell_given(quotation, self.tr("Says this line from now on: {name}"), name)

    def _tell_given(self, quotation: Quotation, told: str, name: str) -> None:
        """Tell who says the line, unless the script of the chapter decides that."""
        if self._is_scripted(quotation):
            self.say(self.tr("The script of the chapter tells who says this line: change it there"))
        else:
            self.say(told.format(name=name))

    def _is_scripted(self, part: Quotation | Passage) -> bool:
        """Whether an editor has written a sentence of this part of the book anew."""
        session = self.session
        if session is None:
            return False
        lines = session.direction.script.lines(part.chapter)
        first = session.timeline.at(part.chapter, part.start, spoken_only=False)
        start = first.start if first is not None else part.start
        return any(start <= place < part.end for place in lines)

    def _scripted_in_words(self, cast: Cast, sentence: Passage) -> str:
        """Who says a sentence that an editor has written anew."""
        assert self.session is not None
        spans = self.session.narrator.utterance(sentence).spans
        members = {span.speaker: cast.member(span.speaker) for span in spans if span.speaker}
        names = [each.character.name if each else who for who, each in members.items()]
        told = self.tr("{name}, because the script of the chapter says so.")
        return told.format(name=listed(names) or self.tr("The narrator"))

    def _make(self, quotation: Quotation, cast: Cast, change: Callable[[], object]) -> bool:
        session = self.session
        title = line_in_words(session.book, quotation) if session is not None else ""
        return CastChanges(cast, undoing_of(self.window)).make(title, change)

    # Moving

    def _travel(self, *, forward: bool) -> None:
        """To the next line of whoever speaks here, or was followed until here."""
        cast, session, here = self._cast(), self.session, self.position
        if cast is None or session is None or here is None:
            return
        quotation = self._quotation(cast)
        if quotation is not None and quotation.speaker is not None:
            self._speaker = quotation.speaker
        member = cast.member(self._speaker) if self._speaker is not None else None
        if member is None:
            self.say(self.tr("Nobody speaks here"))
            return
        name, seek = member.character.name, next_line if forward else previous_line
        found = seek(cast.dialogue, member.character.identifier, here)
        if found is None:
            on, back = self.tr("No next line of {name}"), self.tr("No previous line of {name}")
            self.say((on if forward else back).format(name=name))
        else:
            self.go(start_of(found), about(name, line_in_words(session.book, found)))

    # What is known

    def _cast(self) -> Cast | None:
        """The cast; says so, and looks for it, while it is not known."""
        session, finder = self.session, self.desk.cast_finder
        cast = session.direction.cast if session is not None else None
        if cast is None and finder.running:
            percent = round(self._fraction * 100)
            self.say(self.tr("Still looking who speaks: {percent} percent").format(percent=percent))
        elif cast is None:
            finder.find()
            self.say(self.tr("Looking who speaks; ask again in a moment"))
        return cast

    @property
    def _sentence(self) -> Passage | None:
        """The sentence at the place."""
        session, here = self.session, self.position
        if session is None or here is None:
            return None
        return session.timeline.at(here.chapter, here.offset, spoken_only=False)

    def _quotation(self, cast: Cast) -> Quotation | None:
        """What is said at the place, or later in its sentence."""
        here, sentence = self.position, self._sentence
        if here is None:
            return None
        end = sentence.end if sentence is not None else here.offset + 1
        within = cast.dialogue.between(here.chapter, here.offset, max(end, here.offset + 1))
        return within[0] if within else None

    def _remember_progress(self, fraction: float) -> None:
        self._fraction = fraction

    def _forget(self) -> None:
        self._fraction, self._speaker = 0.0, None

    def _failed(self, error: BaseException) -> None:
        """The book is read on all the same."""
        said = self.tr("Who speaks could not be found; the narrator reads everything. {reason}")
        self.say(said.format(reason=error_in_words(error)))
