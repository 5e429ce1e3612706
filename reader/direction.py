"""All that tells how one open book is said: its cast, the pronunciations, the script.

Brings the rooms together for whoever reads a book aloud: the session, an export, the terminal.
What was directed lies in the library and is written as it changes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, TypeVar

from reader.background import CancelToken
from reader.books.families import family_of
from reader.books.model import Book
from reader.cast.cast import Cast, Member
from reader.cast.directions import Directions, Role
from reader.cast.ensemble import role_of
from reader.cast.voicing import Company
from reader.errors import LibraryError
from reader.language.spoken.style import SpokenStyle
from reader.lexicon.director import LexiconDirector
from reader.messages import message
from reader.narration.delivery import Delivery, Director
from reader.narration.narrator import Narrator
from reader.narration.pauses import Pauses
from reader.narration.ssml.model import Choose, VoiceWish
from reader.narration.ssml.wishing import chooser
from reader.narration.stress import Stress
from reader.script.chapter import ChapterScript
from reader.script.script import Script, keeping_names
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.dialogue.model import Dialogue
    from reader.lexicon.entry import Entry
    from reader.library.store import Library
    from reader.script.line import ScriptLine
    from reader.script.script import Change
    from reader.speech.engine import Voice

_Answer = TypeVar("_Answer")

_CAST = "cast"
"""The name of a book's choice that holds what was directed of its cast."""

_KNOWN_FROM = 2
"""Lines that make a character worth remembering for the next book of the series."""


class Direction:
    """How `book` is said, by what `library` knows of it and by `settings`.

    Without a `library` nothing is remembered. `on_change` is called when something was directed
    anew, `on_problem` with what the library refuses. One thread directs; the directors may be
    asked from any.
    """

    def __init__(
        self,
        book: Book,
        library: Library | None,
        settings: Settings,
        *,
        on_change: Callable[[], object] = lambda: None,
        on_problem: Callable[[LibraryError], object] = lambda _error: None,
    ) -> None:
        self.book = book
        self._library = library
        self._settings = settings
        self._on_change = on_change
        self._on_problem = on_problem
        self._company: Company | None = None
        self._choose: Choose | None = None
        self.cast: Cast | None = None
        """None until :meth:`set_dialogue`."""
        self.lexicon = LexiconDirector(book, self._entries(), stress_words=settings.stress_words)
        self.script = Script(book, self._lines(), SpokenStyle.of(settings.spoken))
        """The sentences that an editor has written anew; the narrator's rewriting."""
        self.script.stress = Stress.of(settings)
        self.script.role_of = self.role_of
        self.script.words_of = self.lexicon.cues_of

    def copy(self, settings: Settings) -> Direction:
        """One that goes by `settings` and stays as this is now, whatever is directed here later.

        For a job beside the listening, which may be on a thread of its own.
        """
        other = copy(self)
        other._settings, other._on_change = settings, lambda: None
        other.cast = copy(self.cast)
        other.lexicon = copy(self.lexicon)
        other.lexicon.stress_words = settings.stress_words
        other.script = self.script.copy()
        other.script.stress = Stress.of(settings)
        other.script.role_of = other.role_of
        other.script.words_of = other.lexicon.cues_of
        return other

    def narrator(self) -> Narrator:
        """A narrator of its own, who says the book as it is directed by now."""
        settings = self._settings
        narrator = Narrator(
            self.book,
            SpokenStyle.of(settings.spoken),
            Pauses.of(settings),
            stress=Stress.of(settings),
            directors=self.directors,
            rewriting=self.script,
        )
        narrator.voice_called = self.voice_called
        return narrator

    @property
    def directors(self) -> tuple[Director, ...]:
        """Who tells the narrator how it is said, the weaker first."""
        directors: list[Director] = []
        if self.cast is not None and self._settings.characters:
            directors.append(self.cast.director(self._settings))
        directors.append(self.lexicon)
        return tuple(directors)

    def find_dialogue(
        self, progress: Callable[[float], None] | None = None, cancel: CancelToken | None = None
    ) -> Dialogue:
        """Who says what, from what was kept or found now: seconds; for a thread of its own."""
        from reader.dialogue.kept import dialogue_of

        return dialogue_of(self.book, progress=progress, cancel=cancel)

    def set_dialogue(self, dialogue: Dialogue) -> None:
        """This is said in the book: the cast is there from now on."""
        self.cast = Cast(
            self.book,
            dialogue,
            Directions.from_json(self._directed()),
            company=self._company,
            known=self._known_roles(),
            on_change=self._cast_changed,
        )
        self._remember_roles()
        self._on_change()

    def set_voices(self, voices: Sequence[Voice], narrator: Voice | None) -> None:
        """These voices can be cast, and the book is read in the `narrator`'s."""
        if narrator is None:
            return
        self._company = Company(language=self.book.language, narrator=narrator, voices=voices)
        self._choose = chooser(voices, self.book.language)
        self.script.set_choose(keeping_names(self._choose))
        if self.cast is not None:
            self.cast.set_company(self._company)
            self._remember_roles()
        self._on_change()

    def set_settings(self, settings: Settings) -> None:
        """The listener's choices have changed."""
        self._settings = settings
        self.lexicon.stress_words = settings.stress_words
        self.script.stress = Stress.of(settings)
        self.script.style = SpokenStyle.of(settings.spoken)
        self._on_change()

    def read_again(self) -> None:
        """Take up the pronunciations and the script that the library has now.

        Seconds, for a thread of its own; tell it with :meth:`renew`.
        """
        self.lexicon.set_entries(self._entries())
        self.script.set_lines(self._lines())

    def renew(self) -> None:
        """Say everything as it is directed now, from the next sentence on."""
        self._on_change()

    def voice_called(self, family: str) -> str | None:
        """The voice that the book's style sheet calls `family`; None where there is none, or
        where everything is to be read in one voice.
        """
        if self._choose is None or not self._settings.characters:
            return None
        wanted = family_of(family)
        return self._choose(VoiceWish(names=wanted.names, gender=wanted.gender, age=wanted.age))

    def role_of(self, speaker: str) -> Delivery | None:
        """How the character of this identifier or name sounds; None if there is none such."""
        if self.cast is None:
            return None
        role = self.cast.roles.get(speaker)
        if role is None:
            member = self._member(speaker)
            role = member.role if member is not None else None
        if role is None or not self._settings.characters:
            return None if role is None else Delivery()
        return Delivery(voice=role.voice, rate=role.rate, pitch=role.pitch, gain=role.gain)

    def knows(self, speaker: str) -> bool:
        """Whether somebody in the cast is called so; while nobody knows, everybody is known."""
        return self.cast is None or self._member(speaker) is not None

    def chapter_script(
        self,
        chapter: int,
        progress: Callable[[float], object] = lambda _share: None,
        cancel: CancelToken | None = None,
    ) -> ChapterScript:
        """The script of a chapter as it is found now: a second at most, for any thread.

        It names everybody who speaks, also while no voices are known, or wanted.
        """
        directors: list[Director] = [self.lexicon]
        if self.cast is not None:
            cast, everybody = self.cast.director(self._settings), self._everybody
            if self._settings.characters:
                cast = replace(cast, roles=everybody | dict(cast.roles))
            else:
                cast = replace(cast, roles=everybody, uncertain=None)
            directors.insert(0, cast)
        narrator = Narrator(self.book, directors=directors, stress=Stress.of(self._settings))
        return ChapterScript.of(
            narrator, self.book, chapter, self.role_of, progress=progress, cancel=cancel
        )

    def change_script(self, change: Change) -> None:
        """Keep what an editor has changed; tell it with :meth:`script_changed`.

        For a thread of its own. Raises :class:`~reader.errors.LibraryError`, also where nothing
        is remembered.
        """
        if self._library is None:
            raise LibraryError(
                "", message("The script cannot be kept."), message("Export it to a file.")
            )
        self._library.change_script(self.book.identifier, gone=change.gone, kept=change.kept)
        self.script.set_lines(self._library.script(self.book.identifier))

    def script_changed(self) -> None:
        """Speak by the script as it is now."""
        self._on_change()

    # Inside

    @property
    def _everybody(self) -> dict[str, Role]:
        """Those who speak, each in the narrator's voice."""
        characters = self.cast.dialogue.characters if self.cast is not None else ()
        return {each.identifier: Role() for each in characters}

    def _member(self, speaker: str) -> Member | None:
        """The one of this identifier, else of this name."""
        members = self.cast.members if self.cast is not None else ()
        found = (each for each in members if each.character.identifier == speaker)
        named = (
            each for each in members if speaker in (each.character.name, *each.character.aliases)
        )
        return next(found, None) or next(named, None)

    def _lines(self) -> Sequence[ScriptLine]:
        return self._asked(lambda library: library.script(self.book.identifier), [])

    def _entries(self) -> Sequence[Entry]:
        return self._asked(lambda library: library.pronunciations(self.book.identifier), [])

    def _directed(self) -> str | None:
        return self._asked(lambda library: library.book_choice(self.book.identifier, _CAST), None)

    def _cast_changed(self) -> None:
        if self.cast is None:
            return
        directed = self.cast.directions.to_json()
        self._asked(
            lambda library: library.choose_for_book(self.book.identifier, _CAST, directed), None
        )
        self._remember_roles()
        self._on_change()

    @property
    def _series(self) -> str:
        """What the next book of the series has in common with this one."""
        return self.book.series or " & ".join(self.book.authors) or self.book.identifier

    def _known_roles(self) -> Mapping[str, Role]:
        saved: Mapping[str, str] = self._asked(lambda library: library.roles(self._series), {})
        known = {}
        for name, role in saved.items():
            with suppress(ValueError, TypeError):
                known[name] = Role(**json.loads(role))
        return known

    def _remember_roles(self) -> None:
        """Keep the voices of those who matter, so that they sound alike tomorrow and next time."""
        if self.cast is None or self._company is None:
            return
        saved, cast = self._known_roles(), dict[str, str]()
        for member in self.cast.members:
            role = self._worth_remembering(member, role_of(member.character, saved))
            if role is not None:  # of two who are called alike the one who says more
                cast.setdefault(member.character.name, json.dumps(asdict(role)))
        if cast:
            self._asked(lambda library: library.save_roles(self._series, cast), None)

    def _worth_remembering(self, member: Member, saved: Role | None) -> Role | None:
        """What the next book should know of somebody of whom it knows `saved`; None: nothing.

        A voice that stands in for one that is not there today is not worth it.
        """
        if self.cast is None or member.character.quotations < _KNOWN_FROM:
            return None
        chosen = self.cast.directions.roles.get(member.character.identifier)
        if chosen is not None:
            return chosen
        stands_in = saved is not None and not self.cast.has_voice(saved)
        return None if stands_in or member.role.voice is None else member.role

    def _asked(self, ask: Callable[[Library], _Answer], otherwise: _Answer) -> _Answer:
        """What the library says; `otherwise` without one, or where it fails."""
        if self._library is None:
            return otherwise
        try:
            return ask(self._library)
        except LibraryError as error:
            self._on_problem(error)
            return otherwise
