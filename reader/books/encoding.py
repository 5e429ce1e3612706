"""Which characters do these bytes mean?

Trying one encoding after another does not work: GB18030 accepts nearly anything. So a byte
order mark decides, then UTF-8 (which text in another encoding practically never satisfies by
chance), then an honest declaration; otherwise two detectors and the usual East Asian
encodings each propose a decoding, and the one with the fewest rare characters wins.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cache

_SAMPLE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EAST_ASIAN = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "euc_tw")
_WIDER = {  # the superset that real files of that label use
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}
_NOT_OF_FILES = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7"}
_RARE_AT_MOST = 0.2


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """Text and the encoding it was in; `doubtful` says that it may well be wrong.

    `damaged` counts the bytes that had no meaning and became U+FFFD.
    """

    text: str
    encoding: str
    doubtful: bool = False
    damaged: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Turn bytes into characters, never failing; `declared` is what the file says itself."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    wide = _without_mark(data)
    if wide is not None:
        return _decoded(data, wide)
    if _decodes(data, "utf-8") and b"\x1b$" not in data[:_SAMPLE]:
        return _decoded(data, "utf-8")
    if declared is not None:
        known = _python_name(declared)
        if known and not known.startswith("utf-16") and _is_mostly(data, known):
            return _decoded(data, known)
    return _detected(data)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _detected(data: bytes) -> Decoded:
    sample = _sample(data)
    best, best_rare = "cp1252", 2.0
    for name in _proposals(sample):
        rare = rarity(sample.decode(name, "replace"))
        if rare < best_rare - 0.002:
            best, best_rare = name, rare
    if _decodes_nearly(data, "utf-8"):
        best, best_rare = "utf-8", 0.0
    return _decoded(data, best, doubtful=best_rare > _RARE_AT_MOST)


def _proposals(sample: bytes) -> list[str]:
    """Encodings worth a try, the most trusted first."""
    import chardet
    from charset_normalizer import from_bytes

    guesses: list[str | None] = [chardet.detect(sample)["encoding"]]
    best = from_bytes(sample[: _SAMPLE // 4]).best()
    guesses.append(best.encoding if best else None)
    names = [_python_name(guess) for guess in guesses if guess]
    names += [name for name in _EAST_ASIAN if _python_name(name)]
    return [name for name in dict.fromkeys(names) if name is not None]


def _sample(data: bytes) -> bytes:
    """The beginning, cut at the end of a line so that no character is cut in two."""
    if len(data) <= _SAMPLE:
        return data
    end = data.rfind(b"\n", 0, _SAMPLE)
    return data[: end + 1] if end > 0 else data[:_SAMPLE]


def _python_name(label: str) -> str | None:
    """Python's name for an encoding of characters; None for what is none, or does not exist."""
    try:
        name = codecs.lookup(label).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name in _NOT_OF_FILES else _WIDER.get(name, name)


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _decodes_nearly(data: bytes, name: str) -> bool:
    """Whether few bytes of otherwise rich non-ASCII text fail in `name`."""
    sample = _sample(data)
    text = sample.decode(name, "replace")
    failed = text.count("\ufffd")
    meant = sum(character > "\x7f" for character in text) - failed
    return failed > 0 and meant > 20 * failed


def _is_mostly(data: bytes, name: str) -> bool:
    text = _sample(data).decode(name, "replace")
    return text.count("\ufffd") <= len(text) // 100


def _decoded(data: bytes, name: str, *, doubtful: bool = False) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(
        text=text.removeprefix("\ufeff"),
        encoding=name,
        doubtful=doubtful,
        damaged=text.count("\ufffd"),
    )


def rarity(text: str) -> float:
    """The share of non-ASCII characters that hardly occur in real text, 0 to 1.

    Control characters count double: text has none, a wrong decoding many.
    """
    usual = _usual_characters()
    counted = rare = 0
    for character in text:
        if character < "\x80":
            if character < " " and character not in "\t\n\r\f\x1a":
                counted += 1
                rare += 2
            continue
        counted += 1
        if character == "\ufffd":
            rare += 2
        elif character not in usual:
            rare += 1
    return rare / counted if counted else 0.0


@cache
def _usual_characters() -> frozenset[str]:
    """Letters and signs that common text is made of.

    Hanzi: level 1 of GB 2312 (3,755, rows B0-D7) and of Big5 (5,401, A4-C6); kanji: level 1
    of JIS X 0208; hangul: the 2,350 of KS X 1001; besides kana, East Asian punctuation and
    the letters of Latin, Greek, Cyrillic, Hebrew, Arabic and Thai.
    """
    usual = set("“”‘’…—–·•«»„‚‹›€£¥§©®°±²³¹½¼¾×÷¿¡\u00a0\u00ad†‡№‰™")
    for first, last in ((0x3000, 0x3020), (0x3041, 0x30FF), (0xFF01, 0xFF5E)):
        usual.update(map(chr, range(first, last + 1)))
    for first, last in (
        (0xC0, 0x17F),
        (0x386, 0x3CE),
        (0x401, 0x45F),
        (0x5D0, 0x5EA),
        (0x621, 0x652),
        (0xE01, 0xE5B),
    ):
        usual.update(map(chr, range(first, last + 1)))
    usual.update(_table("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)))
    usual.update(_table("big5", range(0xA4, 0xC7), range(0x40, 0xFF)))
    usual.update(_table("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF)))
    usual.update(_table("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)))
    return frozenset(usual)


def _table(name: str, leads: range, trails: range) -> set[str]:
    found: set[str] = set()
    for lead in leads:
        for trail in trails:
            found.update(bytes((lead, trail)).decode(name, "ignore"))
    return {character for character in found if character > "\x7f"}
