"""Tingshu 听书: opens a book and reads it aloud.

A sentence travels ``books`` → ``narration`` (with ``language``) → ``speech`` →
``playback`` or ``export``. ``ui`` and ``cli`` are doors into the house; ``library``
remembers.
"""

__version__ = "0.1.0"
