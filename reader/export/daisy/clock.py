"""Times as SMIL 1.0 writes them.

Every section lasts a whole number of seconds (:mod:`reader.export.daisy.sound` sees to that), so
that what the files tell in hours, minutes and seconds adds up.
"""

from __future__ import annotations


def clock(seconds: int) -> str:
    """``hh:mm:ss``, the way DAISY 2.02 recommends."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def play_time(milliseconds: int) -> str:
    """``npt=1.234s``, the normal play time at which a clip begins or ends."""
    return f"npt={milliseconds // 1000}.{milliseconds % 1000:03}s"
