"""Addresses on the net, of mailboxes and of files; handles and hashtags."""

from __future__ import annotations

import re

from reader.language.spoken.english.numbers import digits
from reader.language.spoken.rules import Rule, only_with, rule
from reader.language.spoken.style import SpokenStyle
from reader.language.wordlists import words

_MARKS = {
    "@": "at",
    ".": "dot",
    "/": "slash",
    "\\": "backslash",
    "-": "dash",
    "_": "underscore",
    ":": "colon",
    "&": "ampersand",
    "?": "question mark",
    "=": "equals",
    "#": "hash",
    "%": "percent",
    "+": "plus",
    "~": "tilde",
}
_DOMAINS = (
    r"(?:com|org|net|edu|gov|io|info|biz|app|dev|mil|int|co|uk|us|de|fr|cn|jp|ca|au|eu|tv|me|ai|"
    r"ru|nl|it|es|ch|se|no|in|nz|sg|hk|tw|kr|br|ie)"
)
_SAID_AS_WORDS = frozenset(
    ("com", "net", "org", "gov", "edu", "info", "biz", "app", "dev", "mil", "co")
)
_ENDINGS = (
    r"(?:pdf|docx?|xlsx?|pptx?|txt|csv|json|xml|html?|epub|mobi|mp3|mp4|wav|jpe?g|png|gif|svg|zip|"
    r"tar|gz|exe|py|js|md|ini|log|dll|iso|mov|avi|m4b)"
)
_SPELLED = words(
    "pdf txt csv xml html htm jpg jpeg png gif svg mp mp3 exe py js md dll css php api www "
    "ftp http https url usa uk us nyt bbc cnn abc cbs nbc ibm xls xlsx ppt pptx docx tv"
)
_LIBRARIES = words(
    "node vue react next nuxt three d3 express angular ember backbone chart moment socket "
    "alpine solid svelte electron"
)
"""What is written with .js at its end and is no file."""

_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_PARTS = re.compile(r"[A-Z]?[a-z]+(?:['’][a-z]+)?|[A-Z]+(?![a-z])|\d+|[^\W\d_]+|.", re.DOTALL)
_NEEDED = r"[@/\\_#]|\.\w|[a-z][A-Z]|www\."
"""What every address, handle or name of a program has some of."""

_HEAD = r"(?<![\w@/.-])"


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for addresses, handles, hashtags and names of files."""
    return only_with(
        _NEEDED,
        (
            rule("address", r"(?<!\w)[a-z][a-z+]{1,9}://[^\s<>\"”]*[\w/]", _address),
            rule(
                "address",
                r"(?<![\w.+&@-])"
                r"(?:mailto:)?[\w.+&-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+(?:/[^\s<>\"”,;]*\w)?",
                _address,
            ),
            rule("address", rf"{_HEAD}www\.[^\s<>\"”]*[\w/]", _address),
            rule(
                "address",
                rf"{_HEAD}(?:[A-Za-z\d][\w-]{{0,62}}\.){{1,5}}{_DOMAINS}(?:/[^\s<>\"”,;)]*\w|"
                rf"/)?(?![\w@-]|\.\w)",
                _domain,
            ),
            rule(
                "address",
                rf"(?<![\w/.-])[\w-]{{1,64}}(?:\.[\w-]{{1,16}}){{0,3}}\.(?i:{_ENDINGS})(?!\w)",
                _file,
            ),
            rule(
                "address",
                r"(?<!\w)(?:[A-Za-z]:\\|~/|/)(?:[\w.-]{1,64}[/\\]){1,12}[\w.-]{0,64}(?<=\w)",
                _address,
            ),
            rule(
                "address",
                r"(?<!\w)@(?P<name>[A-Za-z_]\w{0,60})",
                _handle,
            ),
            rule(
                "address",
                r"(?<![\w&])#(?P<name>[A-Za-z]\w{0,80})",
                lambda m: "hashtag " + _words(m["name"]),
            ),
            rule(
                "identifier",
                r"(?<!\w)[a-z]{2,20}(?:[A-Z][a-z]{2,20}){1,8}(?:\(\))?(?!\w)",
                _camel_case,
            ),
            rule(
                "identifier",
                r"(?<!\w)[A-Za-z]\w{0,30}_\w{1,40}(?:\(\))?(?!\w)",
                lambda m: _words(m[0], marks={}),
            ),
        ),
    )


def _handle(match: re.Match[str]) -> str:
    """@nasa is at nasa; in “follow us at @nasa” at is said once."""
    said = _words(match["name"])
    before = match.string[max(0, match.start() - 4) : match.start()].lower()
    return said if before.endswith(" at ") or before == "at " else f"at {said}"


def _file(match: re.Match[str]) -> str | None:
    """Node.js and vue.js are names of programs: Node JS."""
    name, _, ending = match[0].rpartition(".")
    if ending == "js" and (re.fullmatch(r"[A-Z]\w{1,30}", name) or name in _LIBRARIES):
        return f"{name} JS"
    return _address(match)


def _address(match: re.Match[str]) -> str:
    """An address as one would dictate it; what says only that it is one is left out."""
    address = re.sub(r"^(?:https?://|mailto:)", "", match[0])
    return _words(address)


def _domain(match: re.Match[str]) -> str | None:
    name = match[0]
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]{1,3}", name):
        return None  # U.S.A.
    end = name.split("/")[0].rsplit(".", 1)[1]
    # end.In the next sentence a space is missing.
    if end in ("in", "it", "no", "us", "me", "is", "int") and "/" not in name and "-" not in name:
        return None
    return _words(name)


def _words(written: str, marks: dict[str, str] | None = None) -> str:
    named = _MARKS if marks is None else marks
    said = (_part(part, named) for part in _PARTS.findall(written))
    return " ".join(part for part in said if part)


def _part(part: str, marks: dict[str, str]) -> str:
    if part.isdecimal():
        return digits(part)
    if not part[0].isalpha():
        return marks.get(part, "" if part in "_()" or not part.isalnum() else part)
    lower = part.lower()
    if lower in _SAID_AS_WORDS:
        return lower
    unsayable = len(part) <= 2 and lower not in _SMALL_WORDS
    if len(part) > 1 and (lower in _SPELLED or unsayable or not _VOWEL.search(part)):
        return " ".join(part.upper())
    return part


_SMALL_WORDS = words(
    "a i am an as at be by do go he hi if in is it me my no of on or so to up us we ok"
) - {"it", "us", "in"}


def _camel_case(match: re.Match[str]) -> str:
    return _words(match[0], {})
