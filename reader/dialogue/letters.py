"""Letters that a story gives in quotation marks: they are read, nobody says them."""

from __future__ import annotations

import re

_MARKS = "“”„«»‹›「」『』‘’\"'_* \u2028"
_SALUTATION = re.compile(
    r"(?:my\s)?(?:own\s|very\s)?(?:dear|dearest|darling|beloved|honou?red|respected)"
    r"(?:\s[\w.’'-]+){0,4}\s?(?:[,:;]|[—–-]+)[—–-]*$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:\b(?:letter|note|contents|wrote|written|writes|writing|postscript|telegram|message|"
    r"advertisement|inscription|paragraph|document|postcard|signed)\b[^.!?]{0,120}"
    r"|\bto this effect\.?|\bit (?:was|ran)\b[^.!?]{0,30}|\b(?:was|ran|reads?) (?:as follows|thus)"
    r"|书曰|書曰|信中写道|信中說|信上写着|信上寫著|表曰|诏曰|詔曰|檄曰)[:：][—–-]*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:yours?|your's|sincerely|faithfully|affectionate(?:ly)?|obedient servant|&c|"
    r"adieu|respectfully)\b",
    re.IGNORECASE,
)
_CLOSING_LENGTH = 70
_LONG = 250
"""Characters from which a paragraph behind one of a letter is hardly somebody's answer to it."""


class Letters:
    """Follows a chapter from paragraph to paragraph and knows when it is in a letter."""

    def __init__(self) -> None:
        self._before = ""
        self._inside = False
        self._goes_on = False

    def holds(self, text: str, *, whole: bool, open_ended: bool) -> bool:
        """Whether the paragraph `text` is part of a letter.

        `whole`: all of it stands in quotation marks; `open_ended`: they do not close.
        """
        content = text.strip(_MARKS)
        salutes = _SALUTATION.match(content) is not None
        signs = len(content) <= _CLOSING_LENGTH and (
            _CLOSING.search(content) is not None or content.isupper()
        )
        begins = salutes or _ANNOUNCED.search(self._before) is not None
        goes_on = self._inside and (self._goes_on or signs or len(content) > _LONG)
        self._inside = whole and (begins or goes_on)
        self._goes_on = open_ended or salutes or (signs and content[-1:] in ",;")
        self._before = text.rstrip()[-200:]
        return self._inside
