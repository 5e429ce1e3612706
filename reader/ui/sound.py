"""Where the window gets its voice and its loudspeaker: slow to make, so never on Qt's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from reader.errors import NoAudioDevice
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.export.studio import Studio
    from reader.playback.output import AudioOutput
    from reader.speech.speaker import Speaker


class SoundSystem:
    """Makes the real speaker and the real output; tests put another in its place."""

    def speaker(self, settings: Settings, notify: Callable[[str], None]) -> Speaker:
        """A speaker over the installed engines, which tells `notify` of missing voices."""
        from reader.speech.cache import AudioCache
        from reader.speech.speaker import Speaker
        from reader.speech.voices import installed_engines

        return Speaker(
            installed_engines(), voices=settings.voices, cache=AudioCache(), notify=notify
        )

    def studio(self, settings: Settings) -> Studio:
        """The voices in which exports are spoken, for workers that may be other processes."""
        from reader.export.studio import Studio

        return Studio(voices=settings.voices)

    def workers(self) -> AbstractContextManager[Executor]:
        """Those who speak an export, for as long as it takes."""
        from reader.export.executors import local_executor

        return local_executor()

    def devices(self) -> Sequence[str]:
        """The devices to choose from; without PortAudio there is only the system's choice."""
        from reader.playback.devices import output_devices

        try:
            return output_devices()
        except NoAudioDevice:
            return ()

    def output(self, settings: Settings) -> AudioOutput:
        """PortAudio's device, else Qt's; raises :class:`~reader.errors.NoAudioDevice`."""
        from reader.playback.devices import open_output

        try:
            return open_output(settings.output_device, settings.output_buffer)
        except NoAudioDevice as no_portaudio:
            from reader.playback.resampled import ResampledOutput
            from reader.ui.audio_sink import QtOutput

            try:
                return ResampledOutput(QtOutput(settings.output_buffer))
            except NoAudioDevice:
                raise no_portaudio from None
