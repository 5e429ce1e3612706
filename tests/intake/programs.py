"""Stand-ins for the process that reads books."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path

from reader.intake.outcome import Fate, Outcome
from reader.intake.requests import Add, Done, Share


def mortal(channel: Connection, library: Path | None, *, index: bool) -> None:
    """Dies over deadly.txt, and has nothing to say of endless.txt until it is asked again.

    Of any other file it tells the number of its process.
    """
    channel.send(None)
    while True:
        try:
            request = channel.recv()
        except EOFError:
            return
        assert isinstance(request, Add)
        if request.path.name == "deadly.txt":
            os._exit(9)
        if request.path.name == "endless.txt":
            continue
        channel.send(Share(fraction=0.5))
        channel.send(Done(outcome=Outcome(fate=Fate.NEW, book=str(os.getpid()))))


def deaf(channel: Connection, library: Path | None, *, index: bool) -> None:
    """Never answers, and does not notice that nobody listens any more."""
    channel.send(None)
    while True:
        channel.poll(60) and channel.recv()


def stillborn(channel: Connection, library: Path | None, *, index: bool) -> None:
    """Ends before it has read anything."""
    channel.close()
