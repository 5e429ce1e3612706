"""The reader's choices: changed in many places, kept in one, written soon after.

What is the open book's own (see :mod:`reader.profiles`) is kept with the book; the settings of
the desk are those that hold now, for this book.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from PySide6.QtCore import QObject, QTimer, Signal

from reader import settings
from reader.errors import LibraryError, SettingsError
from reader.narration.pauses import Pauses
from reader.narration.skipping import Skipping
from reader.profiles import Profile
from reader.settings import Settings
from reader.ui.desk import Desk
from reader.ui.profile_keeper import ProfileKeeper

_SAVE_DELAY = 1000
"""Milliseconds that choices rest before they are written: a slider makes many."""

_EXPRESSION = frozenset(
    {
        "characters",
        "confidence",
        "uncertain",
        "feelings",
        "stress_markup",
        "stress_headings",
        "stress_terms",
        "stress_words",
        "spoken",
    }
)
"""The settings of how characters, numbers and what is emphasised sound."""


class Choices(QObject):
    """Changes the settings of `desk`, has the open book follow, and saves them."""

    changed = Signal(object)
    """The names of the settings that have new values."""
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._usual = desk.settings
        self._profile = Profile()
        self._profiles = ProfileKeeper(desk.library, self)
        self._profiles.failed.connect(self.failed)
        self._complained = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_DELAY)
        self._timer.timeout.connect(self._save)

    def choose(self, **choices: object) -> None:
        """Change the settings; they are written soon."""
        self.choose_all(choices)

    def choose_all(self, choices: Mapping[str, object]) -> None:
        """Like :meth:`choose`."""
        profile = self._profile.changed(choices)
        if profile != self._profile:
            self._keep_profile(profile)
        usual = {name: value for name, value in choices.items() if name not in profile.own}
        if usual:
            self._usual = self._usual.changed(**usual)
            self._timer.start()
        self._desk.settings = self._desk.settings.changed(**choices)
        self._tell_session(frozenset(choices))
        self.changed.emit(frozenset(choices))

    def choose_usual(self, choices: Mapping[str, object]) -> None:
        """Change the settings of this book and those of all others alike."""
        self._usual = self._usual.changed(**choices)
        self._timer.start()
        self.choose_all(choices)

    def choose_sound(self, device: str | None, buffer_seconds: float) -> None:
        """Sound on `device` (None for the system's choice) from now on."""
        self.choose(output_device=device, output_buffer=buffer_seconds)
        self._desk.renew_output()

    def choose_voice(self, languages: Sequence[str], name: str) -> None:
        """Read `languages` in the voice called `name` from now on."""
        chosen = dict.fromkeys(languages, name)
        self.choose(voices={**self._desk.settings.voices, **chosen})
        if self._desk.speaker is not None:
            for language in languages:
                self._desk.speaker.choose(language, name)
            if self._desk.session is not None:
                self._desk.session.set_voices(self._desk.speaker)
        self._desk.renew_output()

    def save(self) -> None:
        """Write the settings now, if they changed."""
        self._profiles.close()
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    # What is the open book's own

    @property
    def own_groups(self) -> frozenset[str]:
        """The groups of :data:`reader.profiles.GROUPS` that the open book has its own values of."""
        return self._profile.groups

    def choose_own_groups(self, groups: Iterable[str]) -> None:
        """Have the open book keep its own values of exactly these groups from now on.

        One that is new begins with the present values; one that is given up takes the usual ones.
        """
        profile = self._profile.with_groups(groups, self._desk.settings)
        if profile != self._profile:
            self._keep_profile(profile)
            self._apply()

    def apply_profile(self) -> None:
        """Have the settings that hold for the book that is open now, or for none."""
        book = self._book
        self._profile = self._profiles.profile(book) if book is not None else Profile()
        self._apply()

    @property
    def _book(self) -> str | None:
        session = self._desk.session
        return session.book.identifier if session is not None else None

    def _keep_profile(self, profile: Profile) -> None:
        self._profile = profile
        if self._book is not None:
            self._profiles.keep(self._book, profile)

    def _apply(self) -> None:
        before, now = self._desk.settings, self._profile.over(self._usual)
        names = _differing(before, now)
        if not names:
            return
        self._desk.settings = now
        self._tell_session(names)
        if "voices" in names and self._desk.speaker is not None:
            self._desk.speaker.choose_only(now.voices)
            if self._desk.session is not None:
                self._desk.session.set_voices(self._desk.speaker)
        self.changed.emit(names)

    # What is left unread: a choice for each book

    @property
    def skip_level(self) -> str:
        """How much of the open book is left unread."""
        session = self._desk.session
        return session.timeline.skipping.level if session else self._desk.settings.skip

    def choose_skipping(self, level: str, images: bool, for_all: bool) -> None:
        """Leave `level` unread in this book, and if `for_all` in every new one."""
        session, library = self._desk.session, self._desk.library
        if session is not None and library is not None:
            try:
                library.choose_for_book(session.book.identifier, "skip", level)
            except LibraryError as error:
                self.failed.emit(error)
        self._skip(level, images)
        self.choose(images=images, **({"skip": level} if for_all else {}))

    def apply_skipping(self) -> None:
        """Have the open book read by its own choice."""
        self._skip(self._of_book("skip") or self._desk.settings.skip, self._desk.settings.images)

    def _skip(self, level: str, images: bool) -> None:
        session, skipping = self._desk.session, Skipping(level=level, images=images)
        if session is not None and session.timeline.skipping != skipping:
            session.set_skipping(skipping)

    def _of_book(self, name: str) -> str | None:
        session, library = self._desk.session, self._desk.library
        if session is None or library is None:
            return None
        try:
            return library.book_choice(session.book.identifier, name)
        except LibraryError:
            return None

    def _tell_session(self, names: frozenset[str]) -> None:
        session, chosen = self._desk.session, self._desk.settings
        if session is None:
            return
        if "rate" in names:
            session.set_rate(chosen.rate)
        if "volume" in names:
            session.set_volume(chosen.volume)
        if any(name.startswith("pause_") for name in names):
            session.set_pauses(Pauses.of(chosen))
        if "study" in names:
            session.set_study(chosen.study)
        if names & _EXPRESSION:
            session.set_expression(chosen)
            if chosen.characters:
                self._desk.cast_finder.find()
        if "images" in names:
            self._skip(self.skip_level, chosen.images)

    def _save(self) -> None:
        try:
            settings.save(self._usual)
        except SettingsError as error:
            if not self._complained:  # once is enough: every further choice fails alike
                self._complained = True
                self.failed.emit(error)


def _differing(one: Settings, other: Settings) -> frozenset[str]:
    """The names of the settings in which the two differ."""
    return frozenset(
        each.name for each in fields(one) if getattr(one, each.name) != getattr(other, each.name)
    )
