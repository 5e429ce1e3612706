"""Feeds the reader of SSML random and mutated documents: ``python -m tests.soak.markup``.

Every document is read strictly, leniently and as a fragment. What can be read is written and
read again, which must give the same, and some of it is narrated. Only a MarkupError may be
raised; anything else counts as a crash. The same seed gives the same documents.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from time import process_time

from reader.errors import MarkupError
from reader.narration.ssml import Markup, parse, parse_fragment, utterances, write, write_fragment
from reader.narration.ssml.model import OWN, SSML

_HEAD = f'<speak version="1.1" xmlns="{SSML}" xmlns:x="{OWN}" xml:lang="zh">'
_FOOT = "</speak>"

_TEXTS = (
    *("他说：“你好。”", "银行行长", "去典当行", "3月5日", "，。", "……——", "Hello", "world"),
    *(".", "It's", "12:30", "!", "A-3071"),
    *(" ", "  ", "\n", "\t\n ", "\u3000", "\u00a0", "\u2028", "\u200b", "\ufeff", "🙂", "e\u0301"),
    *("&lt;", "&amp;", "&#233;", "&#x1F600;", "<![CDATA[a < b]]>", "<!-- remark -->", "“", "”"),
)
_BROKEN = (
    *("<", ">", "&", "&nbsp;", "&#0;", "]]>", "\x00", "\x07", "\ud800", "\ufffe", "<?x y?>"),
    *("<!DOCTYPE speak>", '<!DOCTYPE a [<!ENTITY b "c">]>', "<audio src='a.wav'/>", "</p>"),
    *("<unknown>", "<s>", "</s>", "<p>", "</speak>", "<speak>", "<lexicon uri='x'/>", "<x:y/>"),
    *("<desc>a</desc>", "<metadata><b/></metadata>", '<z:a xmlns:z="urn:z"/>', "<w role='a'>"),
)
_ATTRIBUTES = {
    "p": ("xml:lang",),
    "s": ("xml:lang",),
    "token": ("xml:lang", "role"),
    "voice": ("name", "gender", "age", "xml:lang", "languages", "variant"),
    "lang": ("xml:lang",),
    "prosody": ("rate", "pitch", "volume", "contour"),
    "emphasis": ("level", "x:level"),
    "say-as": ("interpret-as", "format"),
    "sub": ("alias",),
    "phoneme": ("ph", "alphabet"),
    "break": ("time", "strength"),
    "mark": ("name",),
    "x:style": ("name", "level"),
    "x:said": ("who",),
}
_VALUES = {
    "xml:lang": ("zh", "en-GB", "", "??"),
    "languages": ("zh en", "en"),
    "name": ("anna", "happy", "a b", " "),
    "gender": ("male", "female", "neutral", "other"),
    "age": ("30", "-1", "9999"),
    "rate": ("80%", "+20%", "-20%", "fast", "1.25", "0%", "-100%", "fastish", "99999999999%"),
    "pitch": ("+2st", "-3.5st", "+10%", "-100%", "high", "200Hz", "-20Hz", "10%", "1e9st"),
    "volume": ("+6dB", "-6dB", "silent", "loud", "50", "0", "101", "nan"),
    "level": ("strong", "none", "reduced", "moderate", "0.5", "2", "3", "0"),
    "x:level": ("0.5", "2", "9"),
    "interpret-as": ("date", "digits", "characters", "telephone", "address", ""),
    "format": ("dmy", "ymd", "zzz"),
    "alias": ("World Wide Web", "", " a  b ", "&lt;x&gt;", "&#10;"),
    "ph": ("dian3 dang4 hang2", "təˈmeɪtoʊ", "&quot;tSaIn@", "", "???"),
    "alphabet": ("ipa", "x-pinyin", "x-sampa", "x-other"),
    "time": ("250ms", "1.5s", "99s", "1 s", "-1s", ".5s"),
    "strength": ("none", "weak", "x-strong", "huge"),
    "role": ("noun",),
    "variant": ("1",),
    "contour": ("(0%,+20Hz)",),
    "who": ("anna", "张三", ""),
}


def document(random_: random.Random, *, broken: float) -> str:
    """A document; each part of it is broken with the probability `broken`."""
    parts = [_part(random_, random_.randrange(5), broken) for _ in range(random_.randrange(1, 8))]
    return f"{_HEAD}{''.join(parts)}{_FOOT}"


def _part(random_: random.Random, depth: int, broken: float) -> str:
    if random_.random() < broken:
        return random_.choice(_BROKEN)
    if depth == 0 or random_.random() < 0.4:
        return "".join(random_.choices(_TEXTS, k=random_.randrange(1, 5)))
    name = random_.choice(tuple(_ATTRIBUTES))
    told = "".join(
        f' {each}="{random_.choice(_VALUES[each])}"'
        for each in _ATTRIBUTES[name]
        if random_.random() < 0.6
    )
    if name in ("break", "mark"):
        return f"<{name}{told}/>"
    if name in ("sub", "say-as", "phoneme"):
        return f"<{name}{told}>{random_.choice(_TEXTS)}</{name}>"
    inner = "".join(_part(random_, depth - 1, broken) for _ in range(random_.randrange(4)))
    return f"<{name}{told}>{inner}</{name}>"


def mutated(text: str, random_: random.Random) -> str:
    """`text` with pieces deleted, doubled, exchanged or put in."""
    for _ in range(random_.randrange(1, 6)):
        start = random_.randrange(len(text) + 1)
        end = min(len(text), start + random_.randrange(12))
        instead = random_.choice(
            ("", text[start:end] * 2, random_.choice(_BROKEN), chr(random_.randrange(0x110000)))
        )
        text = text[:start] + instead + text[end:]
    return text


def check(text: str, *, narrate: bool = False) -> str:
    """Read `text` in every way; how that ended: ``read``, ``lenient`` or ``refused``.

    Raises AssertionError for a broken promise.
    """
    outcome = "refused"
    for strict in (False, True):
        try:
            markup = parse(text, strict=strict, median_hz=120.0)
        except MarkupError as error:
            _check_error(error)
            continue
        outcome = "read" if strict else "lenient"
        _check(markup)
        assert parse(write(markup)) == markup, "written and read again it is another"
        if narrate and not strict:
            for utterance in utterances(markup):
                assert utterance.start <= utterance.end <= len(markup.text)
    try:
        sentence = parse_fragment(text.removeprefix(_HEAD).removesuffix(_FOOT), strict=False)
    except MarkupError as error:
        _check_error(error)
    else:
        assert parse_fragment(write_fragment(sentence)) == sentence, "a fragment is another"
    return outcome


def _check(markup: Markup) -> None:
    size = len(markup.text)
    assert "\n\n" not in markup.text
    for line in markup.text.split("\n"):
        assert line == line.strip(" \t\r")
    for cue in markup.cues:
        assert 0 <= cue.start < cue.end <= size
        assert not markup.text[cue.start].isspace() or markup.text[cue.start] not in " \n"
    for start, end in markup.sentences:
        assert 0 <= start < end <= size
        assert "\n" not in markup.text[start:end]
    assert all(0 <= each.offset <= size for each in markup.insertions)
    assert all(0 <= seconds <= 10 for _, seconds in markup.breaks)
    assert [cue.start for cue in markup.cues] == sorted(cue.start for cue in markup.cues)


def _check_error(error: MarkupError) -> None:
    assert error.reason
    assert error.remedy
    assert error.line >= 0
    assert error.column >= 0


_HOSTILE = {
    "10,000 tags nested": lambda size: "<voice name='a'>" * 10_000,
    "sentences with cues": lambda size: (
        "<p><s>今天是<emphasis>星期一</emphasis>，<prosody rate='120%'>很好</prosody>。</s></p>\n"
        * (size // 90)
    ),
    "short sentences": lambda size: "<s>好。</s>" * (size // 10),
    "words and line ends": lambda size: "word\n" * (size // 5),
    "blanks": lambda size: " " * size,
    "one long tag": lambda size: f"<sub alias='{'a' * size}'>b</sub>",
    "many attributes": lambda size: "<s " + "".join(f" a{i}=''" for i in range(size // 9)) + "/>",
    "breaks": lambda size: "<break time='1ms'/>" * (size // 19),
    "character references": lambda size: "&#x4e00;" * (size // 8),
    "quotation marks": lambda size: "“\n”" * (size // 3),
}
"""Documents of about the size asked for that try patience."""


def hostile(size: int) -> list[tuple[str, float, bool]]:
    """Every hostile document: its name, the seconds of work to read it, and whether it was."""
    found = []
    for name, make in _HOSTILE.items():
        text = f"{_HEAD}{make(size)}{_FOOT}"
        begun = process_time()
        try:
            parse(text)
            was_read = True
        except MarkupError:
            was_read = False
        found.append((name, process_time() - begun, was_read))
    return found


def main() -> int:
    """Read as many documents as asked for, print the figures; status 1 if anything crashed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of hostile ones")
    options = parser.parse_args()
    for name, seconds, was_read in hostile(options.size):
        print(f"{name:22} {seconds:6.3f} s  {'read' if was_read else 'refused'}", flush=True)
    random_ = random.Random(options.seed)
    outcomes: Counter[str] = Counter()
    crashes: Counter[str] = Counter()
    begun = process_time()
    for number in range(options.documents):
        text = document(random_, broken=0.03 * (number % 4))
        if number % 3 == 0:
            text = mutated(text, random_)
        try:
            outcomes[check(text, narrate=number % 20 == 0)] += 1
        except Exception as error:  # whatever it raises is what is looked for
            crashes[f"{type(error).__name__}: {error}"[:80]] += 1
            if crashes.total() <= 10:
                print(f"{type(error).__name__} for {text!r}", file=sys.stderr, flush=True)
    seconds = process_time() - begun
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    print(
        f"{options.documents} documents in {seconds:.0f} s of work: "
        f"{told}, {crashes.total()} crashes"
    )
    for crash, count in crashes.most_common():
        print(f"{count:6} {crash}")
    return 1 if crashes else 0


if __name__ == "__main__":
    raise SystemExit(main())
