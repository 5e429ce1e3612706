"""Decides which voice says what: the listener's choice, languages, quotations and pace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.language.detect import primary
from reader.language.measure import weight
from reader.narration.utterance import Span
from reader.speech.advice import (
    missing_voice,
    natural_voice_advice,
    other_voice_advice,
    slow_voice_advice,
)
from reader.speech.engine import Engine, Voice
from reader.speech.pace import Pace
from reader.speech.voices import candidates, speaks


class Casting:
    """Gives every span its voice, of those that `engines` have now.

    `choices` maps a language's tag to the name of the voice the listener chose. `tell` gets
    a subject and what the listener should know about it, and tells it once a subject.
    """

    def __init__(
        self,
        engines: Sequence[Engine],
        choices: Mapping[str, str],
        pace: Pace,
        tell: Callable[[str, str], None],
    ) -> None:
        self._engines = {engine.name: engine for engine in engines}
        self._choices = {primary(language): name for language, name in choices.items()}
        self._pace = pace
        self._tell = tell
        self._advised: set[str] = set()

    def voices(self) -> list[Voice]:
        """Every voice that can speak now, engine by engine."""
        return [voice for engine in self._engines.values() for voice in engine.voices()]

    def choose(self, language: str, voice_name: str) -> None:
        """Prefer the voice called `voice_name` for `language`; however slow it was, it is tried."""
        self._choices[primary(language)] = voice_name
        for voice in self.voices():
            if voice.name == voice_name:
                self._pace.try_out(voice, again=True)

    def choose_only(self, choices: Mapping[str, str]) -> None:
        """Prefer these voices, and no others chosen before."""
        self._choices = {primary(language): name for language, name in choices.items()}

    def candidates(self, language: str, wanted: str | None = None) -> list[Voice]:
        """The voices that speak `language`, best first; `wanted` or the chosen one before all."""
        return candidates(self.voices(), language, wanted or self._choice(language))

    def instead_of(self, voice: Voice, language: str) -> list[Voice]:
        """The voices other than `voice` that speak `language`, best first, but those of another
        engine or pack before those that break down with it.
        """
        model = voice.engine, voice.pack
        others = [each for each in self.candidates(language) if each != voice]
        return sorted(others, key=lambda each: (each.engine, each.pack) == model)

    def host(self, spans: Sequence[Span], pace: float | None) -> Voice | None:
        """The voice that says most of those `spans` that ask for none, if it also quotes another
        language of theirs.
        """
        shares: dict[str, float] = {}
        for span in spans:
            if span.voice is None and is_speakable(span):
                tag = primary(span.language)
                shares[tag] = shares.get(tag, 0.0) + weight(span.text)
        if len(shares) < 2:
            return None
        language = max(shares, key=lambda tag: shares[tag])
        found = self.candidates(language)
        voice = self._in_time(found, self._choice(language), pace) if found else None
        return voice if voice is not None and self._asides(voice) else None

    def voice_of(self, span: Span, host: Voice | None, pace: float | None) -> Voice:
        """The voice that says `span`: `host` if it quotes that language, else the best; where
        the span's own voice does not speak the language, one that is like it.

        With `pace` one that keeps up with that rate, where there is one. Raises
        :class:`~reader.errors.VoiceMissing` if no voice speaks the language.
        """
        tag = primary(span.language)
        if host is not None and span.voice is None and tag in self._asides(host):
            return host
        asked = next((voice for voice in self.voices() if voice.name == span.voice), None)
        if asked is not None and not speaks(asked, tag):
            return self._quoting(asked, tag, pace)
        found = self.candidates(span.language, span.voice if asked is not None else None)
        if not found:
            raise missing_voice(span.language)
        wanted = span.voice or self._choice(span.language)
        self._advise(span.language, wanted, found[0])
        return self._in_time(found, wanted, pace)

    def _quoting(self, asked: Voice, language: str, pace: float | None) -> Voice:
        """The voice in which a person who speaks as `asked` quotes another `language`: the same
        if it can, else the likest.
        """
        if language in self._asides(asked):
            instead = self.candidates(asked.languages[0], asked.name)
            voice = self._in_time(instead, asked.name, pace)
            if language in self._asides(voice):
                return voice
        found = self.candidates(language)
        if not found:
            raise missing_voice(language)

        def unlikeness(voice: Voice) -> tuple[bool, bool, bool]:
            other = asked.gender not in ("unknown", voice.gender)
            return voice.quality < found[0].quality, other, voice.age != asked.age

        return self._in_time(sorted(found, key=unlikeness), None, pace)

    def _choice(self, language: str) -> str | None:
        return self._choices.get(primary(language))

    def _asides(self, voice: Voice) -> tuple[str, ...]:
        asides = self._engines[voice.engine].capabilities.asides
        return tuple(language for language in asides if language not in voice.languages)

    def _in_time(self, found: Sequence[Voice], wanted: str | None, pace: float | None) -> Voice:
        """The first of `found` that keeps up with `pace`; the listener is told of a change.

        The voice called `wanted` is refused for nothing but what was measured here.
        """
        first = found[0]
        if pace is None:
            return first
        if first.name == wanted:
            self._pace.try_out(first)
        voice = self._pace.in_time(first, found[1:], pace)
        if voice != first:
            self._tell(slowness_of(first.name), slow_voice_advice(first, voice))
        return voice

    def _advise(self, language: str, wanted: str | None, voice: Voice) -> None:
        """Tell, once a voice, that the `wanted` one is not there, or once a language that a better
        one could be installed.
        """
        missing = wanted is not None and wanted not in (each.name for each in self.voices())
        subject = f"missing {wanted}" if missing else primary(language)
        if voice.name == wanted or subject in self._advised:
            return
        if missing and wanted is not None:
            advice = other_voice_advice(wanted, voice)
        else:
            advice = natural_voice_advice(language, voice)
        if advice:
            self._advised.add(subject)
            self._tell(subject, advice)


def slowness_of(voice_name: str) -> str:
    """The subject under which the listener is told that a voice does not keep up."""
    return f"pace {voice_name}"


def is_speakable(span: Span) -> bool:
    """Whether there is a letter, a hanzi or a digit to say."""
    return span.phonemes is not None or any(character.isalnum() for character in span.text)
