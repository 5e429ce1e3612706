"""Whether the full stop of an abbreviation ends the sentence too."""

from __future__ import annotations

import re

SENTENCE_AHEAD = re.compile(
    r"[\"”’')\]]*(?:\Z|\s+(?:[\"“‘(]*)(?:He|She|It|They|We|I|You|The|This|That|These|Those|A|An|"
    r"His|Her|"
    r"Their|Our|My|Its|But|And|Then|There|In|On|At|After|Before|When|If|No|So|What|Why|How|For)\b)"
)
"""What shows that the full stop of an abbreviation ended a sentence."""
