"""The names of the files that phrases are kept in."""

from __future__ import annotations

import re
import unicodedata

from reader.phrases.table import wrong

ENDING = ".wav"

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')
"""What some system does not allow in the name of a file, or takes for a folder."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""

_LONGEST = 200
"""Bytes of a name; file systems allow some 255."""


class FileNames:
    """Gives every phrase of the table `subject`, of `count` phrases, a name of its own."""

    def __init__(self, subject: str, count: int) -> None:
        self._subject = subject
        self._digits = max(3, len(str(count)))
        self._taken: dict[str, int] = {}

    def of(self, wanted: str, number: int, line: int) -> str:
        """The file for phrase `number`, by the name that is `wanted`, "" for none.

        Raises :class:`~reader.errors.TingshuError` for a name that cannot be one, or that a
        phrase above has.
        """
        stem = re.sub(r"\.wav\Z", "", wanted, flags=re.IGNORECASE) or f"{number:0{self._digits}}"
        self._check(stem, line)
        key = unicodedata.normalize("NFKC", stem).casefold()
        if key in self._taken:
            raise wrong(
                self._subject,
                line,
                f"The name “{stem}” is that of line {self._taken[key]}.",
                "Give each phrase a name of its own.",
            )
        self._taken[key] = line
        return stem + ENDING

    def _check(self, stem: str, line: int) -> None:
        found = _FORBIDDEN.search(stem)
        if found is not None:
            raise wrong(
                self._subject,
                line,
                f"The name “{stem}” holds a “{found[0]}”, which no name of a file can.",
                "Take it out; all files go into one folder.",
            )
        if stem[0] in ". " or stem[-1] in ". " or _DEVICES.fullmatch(stem):
            raise wrong(
                self._subject,
                line,
                f"“{stem}” cannot be the name of a file.",
                "Choose a name of letters and digits.",
            )
        if len(stem.encode()) > _LONGEST:
            raise wrong(self._subject, line, f"The name “{stem[:40]}…” is too long.", "Shorten it.")
