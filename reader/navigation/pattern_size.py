"""How much a regular expression becomes, told before it is compiled.

What is repeated a given number of times is laid out so many times, and nothing can stop that:
``(?:a{9999}){9999}`` never comes to an end, and ``a{99999999}`` takes the memory of the machine.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
      \\.                                       # a letter with a backslash
    | \(\?\#[^)]*\)                             # a remark
    | \[\^?\]?(?:\\.|[^\]\\])*\]                # one of several characters
    | \{(?P<least>\d*)(?:,(?P<most>\d*))?\}     # how often what is before it is repeated
    | .
    """,
    re.DOTALL | re.VERBOSE,
)
_COUNT = re.compile(r"\{\s*(?P<least>\d*)\s*(?:,\s*(?P<most>\d*)\s*)?\}")

_SPACED_OUT = re.compile(r"\(\?[a-z]*x", re.IGNORECASE)
"""Such an expression may hold remarks, in which brackets mean nothing."""


def laid_out(pattern: str) -> int:
    """About how many parts `pattern` has once it is compiled, at least as many as it will."""
    if _SPACED_OUT.search(pattern):
        size = len(pattern)
        for count in _COUNT.finditer(pattern):
            size *= _times(count)
        return size
    around: list[int] = []  # of the groups that are open, what stands before the next part
    before, last = 0, 0
    for token in _TOKEN.finditer(pattern):
        said = token.group()
        if said == "(":
            around.append(before + last)
            before, last = 0, 0
        elif said == ")":
            before, last = (around.pop() if around else 0), before + last
        elif len(said) > 1 and said.startswith("{"):
            last *= _times(token)
        elif said not in ("*", "+", "?"):
            before, last = before + last, 1
    return sum(around) + before + last


def _times(count: re.Match[str]) -> int:
    """The larger number of a count; of many digits only the first ones, which are enough."""
    least, most = count["least"], count["most"]
    return max([1, *(int(number[:12]) for number in (least, most) if number)])
