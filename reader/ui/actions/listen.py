"""The Listen menu: play and pause, speed, volume, timers, voices, the sound device."""

from __future__ import annotations

from reader.settings import CHOICES, FASTEST, SLOWEST
from reader.ui.actions.part import Actions, Part

_JUMP = 10.0
"""Seconds of a jump, as they are heard."""

_RATE_STEP = 0.1
_VOLUME_STEP = 0.05


class ListenActions(Part):
    """Everything about hearing the book."""

    def actions(self) -> Actions:
        """By the commands' names."""
        self._jumping = False  # the player has not told yet where it leads
        self.desk.moved.connect(self._jumped)
        return {
            "play": self.play,
            "play_here": self.play_here,
            "pause": self.pause,
            "stop": self.stop,
            "speak_selection": self.speak_selection,
            "hear_note": self.hear_note,
            "jump_forward": lambda: self._jump(_JUMP),
            "jump_back": lambda: self._jump(-_JUMP),
            "faster": lambda: self._rate(self.settings.rate + _RATE_STEP),
            "slower": lambda: self._rate(self.settings.rate - _RATE_STEP),
            "louder": lambda: self._volume(self.settings.volume + _VOLUME_STEP),
            "quieter": lambda: self._volume(self.settings.volume - _VOLUME_STEP),
            "study_mode": self.next_study_mode,
            "sleep_timer": self.show_sleep_timer,
            "voices": self.show_voices,
            "sound": self.show_sound,
        }

    def play(self) -> None:
        """Pause, go on, or begin: at the caret, if the reader has put it somewhere else."""
        session = self.session
        if session is None or self._fell_silent():
            return
        if session.stopped and self.window.following.wandered:
            self.play_here()
            return
        if not session.playing:  # whoever pauses to look at what the caret is at stays there
            self.window.following.follow()
        self.desk.play()
        self._tell_state()

    def play_here(self) -> None:
        """Read aloud from the sentence at the caret."""
        if self.session is not None and self.window.shown_chapter is not None:
            self.desk.listening.stop()
            self.window.following.follow()
            self.desk.play(at=(self.window.shown_chapter, self.window.view.caret))
            self._tell_state()

    def pause(self) -> None:
        """Pause, or go on after a pause; what is stopped stays so."""
        if self._fell_silent():
            return
        if self.session is not None and not self.session.stopped:
            self.desk.play()
        self._tell_state()

    def stop(self) -> None:
        """Fall silent."""
        self.desk.listening.stop()
        self.desk.stop()
        self._tell_state()

    def speak_selection(self) -> None:
        """Speak what is selected, without moving the place."""
        chosen = self.window.view.selection
        if chosen is None:
            self.say(self.tr("Nothing is selected"))
        elif self.window.shown_chapter is not None:
            self._speak(self.window.shown_chapter, *chosen)

    def hear_note(self) -> None:
        """Speak the note that the reference at the place leads to, and come back."""
        here = self.position
        if here is None:
            return
        note = self.window.guide.notes.target(here)
        if note is None:
            self.say(self.tr("No note here"))
            return
        whole = self.window.guide.notes.text(note)
        if whole is not None:
            self._speak(*whole)

    def next_study_mode(self) -> None:
        """Stop after every sentence, after every paragraph, or not at all: the next of these."""
        modes = CHOICES["study"]
        mode = modes[(modes.index(self.settings.study) + 1) % len(modes)]
        self.window.choices.choose(study=mode)
        self.say(
            {
                "off": self.tr("Reads on without stopping"),
                "sentence": self.tr("Stops after every sentence"),
                "paragraph": self.tr("Stops after every paragraph"),
            }[mode]
        )

    def show_sleep_timer(self) -> None:
        """Have reading end by itself."""
        from reader.ui.sleep_dialog import SleepDialog

        session = self.session
        if session is not None:
            by_chapter = session.sleeps_at_chapter_end
            remaining = "chapter" if by_chapter else session.sleep_remaining
            dialog = SleepDialog(remaining, self.window)
            dialog.chosen.connect(self._sleep)
            dialog.open()

    def show_voices(self) -> None:
        """Show the voices; choose among them, and install what is missing."""
        from reader.ui.voices_dialog import VoicesDialog

        dialog = VoicesDialog(self.desk, self.window)
        dialog.told.connect(self.window.announcer.announce)
        dialog.chosen.connect(self.window.choices.choose_voice)
        dialog.open()

    def show_sound(self) -> None:
        """Choose where the sound comes out, and how much of it is kept ready."""
        from reader.ui.sound_dialog import SoundDialog

        dialog = SoundDialog(self.desk, self.window)
        dialog.chosen.connect(self.window.choices.choose_sound)
        dialog.open()

    # Inside

    def _speak(self, chapter: int, start: int, end: int) -> None:
        if self.session is not None:
            self.desk.listening.read(self.session.narrator.excerpt(chapter, start, end))

    def _fell_silent(self) -> bool:
        """Whether a note or a selection was being spoken, which the key has ended."""
        spoke = self.desk.listening.running
        self.desk.listening.stop()
        if spoke:
            self._tell_state()
        return spoke

    def _jump(self, seconds: float) -> None:
        session = self.session
        if session is None:
            return
        before = session.passage
        if not session.jump(seconds):
            self.say(self.tr("No further that way"))
        elif session.passage != before:
            self._say_unless_heard(session.sentence)
        else:
            self._jumping = True

    def _jumped(self) -> None:
        """Say where a jump through the player's sound has led, now that it is known."""
        session, jumped = self.session, self._jumping
        self._jumping = False
        if jumped and session is not None:
            self._say_unless_heard(session.sentence)

    def _rate(self, rate: float) -> None:
        rate = round(min(FASTEST, max(SLOWEST, rate)), 1)
        self.window.choices.choose(rate=rate)
        self.say(self.tr("Rate {rate:.1f}").format(rate=rate))

    def _volume(self, volume: float) -> None:
        volume = round(min(1.0, max(0.0, volume)), 2)
        self.window.choices.choose(volume=volume)
        self.say(self.tr("Volume {volume:.0%}").format(volume=volume))

    def _sleep(self, choice: object) -> None:
        session = self.session
        if session is None:
            return
        if choice == "chapter":
            session.sleep_at_chapter_end()
            self.say(self.tr("Sleeps at the end of the chapter"))
            return
        minutes = float(choice) if isinstance(choice, int | float) else None
        session.sleep_in(minutes)
        if minutes is None:
            self.say(self.tr("Sleep timer off"))
        else:
            self.say(self.tr("Sleeps in {minutes:g} minutes").format(minutes=minutes))

    def _tell_state(self) -> None:
        """Say what the player does now, unless one hears that it plays."""
        session = self.session
        state = self.window.status.show_state(session)
        if session is None or session.waiting or not session.playing:
            self.window.announcer.announce(state)
