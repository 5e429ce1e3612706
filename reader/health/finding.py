"""What an examination found, for the terminal and for the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.errors import TingshuError
from reader.messages import message

_RUN = "Run: "
_INSTALL = "tingshu voices install "


class State(Enum):
    """How a thing is: there, not there but not needed by everybody, or sorely missed."""

    OK = "ok"
    OPTIONAL = "optional"
    MISSING = "missing"


class Aid(Enum):
    """What a window can do about a finding by itself."""

    NONE = "none"
    PACK = "pack"
    """Install a voice pack."""
    VOICES = "voices"
    """Show the voices and what can be installed."""
    SOUND = "sound"
    """Let a device be chosen."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found: `name` and `detail` are messages.

    What would change it is `command`, to be typed in a terminal, or `advice` in words; both are
    empty where there is nothing to be done. `aid` is what a window can do instead of that, with
    `pack` if that is to be installed.
    """

    name: str
    state: State
    detail: str
    command: str = ""
    advice: str = ""
    aid: Aid = Aid.NONE
    pack: str = ""

    @property
    def mend(self) -> str:
        """What would change it; empty if it is well."""
        return self.command or self.advice


def trouble(name: str, error: TingshuError, *, state: State = State.MISSING) -> Finding:
    """`error` as a finding; a remedy that says what to run is a command."""
    command = str(error.remedy).removeprefix(_RUN) if error.remedy.startswith(_RUN) else ""
    pack = command.removeprefix(_INSTALL) if command.startswith(_INSTALL) else ""
    return Finding(
        name=name,
        state=state,
        detail=_told(error),
        command=command,
        advice="" if command else error.remedy,
        aid=Aid.PACK if pack else Aid.NONE,
        pack=pack,
    )


def _told(error: TingshuError) -> str:

    if not error.subject:
        return error.reason
    return message("{subject}: {reason}", subject=error.subject, reason=error.reason)
