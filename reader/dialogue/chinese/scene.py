"""A chapter as its speeches and the narration between them, with who is named where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.dialogue.chinese.leads import (
    Stretch,
    introduces,
    is_written,
    last_clause,
    saying_from,
    sentences,
    short_subject,
    subject,
)
from reader.dialogue.chinese.roster import Mention, Person, Roster, is_object, saying_next
from reader.dialogue.model import Quotation


@dataclass
class Clause:
    """Who is named in a sentence beside a quotation, and as what.

    `adjacent` stands directly by the verb of saying; `first` is the first who acts in the clause
    of saying, `opening` the first who acts in the whole sentence; `objects` are spoken to or
    belong to another; `pronoun` is 他 or 她 where it is what acts; `turn` tells whether the words
    say that somebody goes on or answers.
    """

    start: int = 0
    end: int = 0
    saying: bool = False
    adjacent: Person | None = None
    first: Person | None = None
    opening: Person | None = None
    objects: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    pronoun: str = ""
    turn: str = ""
    anonymous: bool = False


@dataclass
class Speech:
    """A quotation with what is around it.

    `lead` is the sentence that announces it, `context` the one before that or, where nothing
    announces it, the last before it; `tail` is the sentence after it; `narration` counts the
    sentences since the speech before; `written` speeches are read or sung, and by nobody here;
    one that `asks` ends with a question.
    """

    quotation: Quotation
    narration: int = 0
    same_block: bool = False
    interrupted: bool = False
    lead: Clause | None = None
    context: Clause | None = None
    tail: Clause | None = None
    inside: tuple[Mention, ...] = ()
    written: bool = False
    asks: bool = False


@dataclass
class Scene:
    """The speeches of a chapter and all mentions in its narration, in order of the text.

    `modern`: as :class:`~reader.dialogue.chinese.roster.Roster` has it.
    """

    text: str
    modern: bool = False
    speeches: list[Speech] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


_ANONYMOUS = ("一人", "一将", "一员大将", "一个人", "其人", "有人", "一老人", "一少年", "一女子")
_POSSESSIVE = (
    "的", "之", "家", "他爸", "他妈", "她爸", "她妈",
    "他父", "他母", "她父", "她母", "他爹", "他哥",
)  # fmt: skip
_BODY = re.compile("的(?:脸|声音|嗓|语气|眼|手|泪|嘴|眉|头|鼻)")
"""What acts for whom it belongs to: 她的眼睛红了."""
_SILENT = re.compile(
    "[也却]?(?:没有?|不)(?:马上|立刻|再|敢|肯)?(?:回答|答|说话|吭声|作声|出声|言语|理)"
)
"""What somebody does whom another has spoken to."""
_REVEAL = ("乃", "原来是", "却是", "正是")


def read_scene(
    text: str, quotations: Sequence[Quotation], roster: Roster, latest: dict[Person, int], base: int
) -> Scene:
    """The scene of one chapter: `text` is folded, `quotations` are its spoken ones in order.

    `latest` is where the text before, `base` hanzi of it, has named somebody last.
    """
    scene = Scene(text, roster.modern)
    previous = 0
    for quotation in quotations:
        gap = roster.mentions(text, previous, quotation.start, latest, base)
        scene.mentions.extend(gap)
        speech = _speech(text, quotation, previous, gap, roster, scene.speeches[-1:])
        speech.inside = tuple(
            roster.mentions(text, quotation.start, quotation.end, dict(latest), base)
        )
        scene.speeches.append(speech)
        previous = quotation.end
    gap = roster.mentions(text, previous, len(text), latest, base)
    scene.mentions.extend(gap)
    for last in scene.speeches[-1:]:
        _tail(last, text, sentences(text, previous, len(text)), gap, False, roster.modern)
    return scene


def _speech(
    text: str,
    quotation: Quotation,
    start: int,
    gap: list[Mention],
    roster: Roster,
    before: list[Speech],
) -> Speech:
    """The speech of `quotation`; `gap` are the mentions in the narration before it, which begins
    at `start` and tells something of the speech `before`, too.
    """
    end = quotation.start
    found = sentences(text, start, end)
    goes_on = bool(before) and len(found) == 1 and text[start:end].rstrip()[-1:] in "，,"
    announced = bool(found) and introduces(text, found[-1].start, end)
    speech = Speech(
        quotation,
        narration=len(found),
        same_block="\n" not in text[start:end],
        interrupted=goes_on,
        asks=text[end : quotation.end].rstrip("”」』’")[-1:] in ("？", "?"),
    )
    if not announced or len(found) > 1 or goes_on:
        for each in before:
            _tail(each, text, found, gap, announced, roster.modern)
    if announced:
        speech.lead = _lead(text, found[-1].start, end, gap)
        _meet(speech.lead, text, roster)
        last = last_clause(text, found[-1].start, end)
        speech.written = speech.lead.adjacent is None and is_written(text, last, end)
    told = found[: len(found) - announced]
    if told:
        speech.context = _lead(text, told[-1].start, told[-1].end, gap)
    return speech


def _tail(
    speech: Speech,
    text: str,
    found: list[Stretch],
    gap: list[Mention],
    announced: bool,
    modern: bool,
) -> None:
    """Fill in what the narration after a speech, `found`, tells of its speaker.

    In a `modern` text that is nothing where a new paragraph begins.
    """
    if not found or (modern and "\n" in text[speech.quotation.end : found[0].start]):
        return
    usable = found[: len(found) - announced] or found
    first = usable[0]
    named = [each for each in gap if first.start <= each.start < first.end]
    clause = Clause(first.start, first.end)
    body = text[first.start : first.end]
    comma = min((at for mark in "，,：:" if (at := body.find(mark)) >= 0), default=len(body))
    limit = first.start + comma
    acting = [each for each in named if not _passive(text, each, modern)]
    clause.opening = acting[0].person if acting else None
    ahead = [each for each in acting if each.start < limit]
    clause.first = ahead[0].person if ahead else None
    for each in ahead[:1]:
        if saying_next(text, each.end):
            clause.adjacent = each.person
            clause.saying = True
    clause.saying = clause.saying or any(verb in body[: comma + 1] for verb in _SAYING_WORDS)
    clause.objects = tuple(each.person for each in named if _passive(text, each, modern))
    clause.others = tuple(each.person for each in acting[1:])
    clause.pronoun = _pronoun(text, first.start, ahead[0].start if ahead else limit, modern)
    speech.tail = clause
    lead = speech.lead
    if lead and lead.anonymous and (revealed := _revealed(text, usable[:4], gap)):
        lead.adjacent = lead.first = lead.opening = revealed


_SAYING_WORDS = ("说", "问", "答", "喊", "叫", "道", "嚷", "骂", "吼", "劝", "叹", "曰")


def _lead(text: str, start: int, end: int, gap: list[Mention]) -> Clause:
    clause = Clause(start, end)
    named = [each for each in gap if start <= each.start < end]
    saying = saying_from(text, start, end)
    clause.saying = saying < end
    last = last_clause(text, start, end)
    acting = [each for each in named if not _passive(text, each)]
    clause.opening = acting[0].person if acting else None
    final = [each for each in acting if each.start >= last]
    clause.first = final[0].person if final else None
    if clause.saying and final and final[-1].end >= saying:
        titled = len(final) > 1 and final[-1].person.role and final[-2].end == final[-1].start
        clause.adjacent = final[-2 if titled else -1].person
    clause.objects = tuple(each.person for each in named if _passive(text, each))
    clause.others = tuple(each.person for each in acting[1:])
    clause.pronoun = _pronoun(text, last, final[0].start if final else end)
    if not clause.pronoun and not final:
        clause.pronoun = _pronoun(text, start, acting[0].start if acting else end)
    body = text[start:end]
    clause.turn = _turn(text[last:end])
    clause.anonymous = not named and any(each in body for each in _ANONYMOUS)
    return clause


def _named_by(text: str, lead: Clause, roster: Roster) -> Person | None:
    """Who is named after what they are, directly before the verb of saying: 部将张英曰."""
    saying = saying_from(text, lead.start, lead.end)
    if is_object(text, saying - 2):
        return None
    return roster.named_at(text, saying - 2)


def _turn(words: str) -> str:
    if any(each in words for each in "又再复还"):
        return "on"
    return "answer" if any(each in words for each in ("答", "对曰", "应", "回道")) else "other"


def _meet(lead: Clause, text: str, roster: Roster) -> None:
    """Take for a person whoever is said to speak and is nobody's name: 土人问曰."""
    if roster.closed or lead.adjacent or not lead.saying:
        return
    last = last_clause(text, lead.start, lead.end)
    if short := short_subject(text, last, lead.end):
        lead.adjacent = lead.first = roster.named_before(short, text, lead.start) or (
            roster.stranger(short)
        )
        lead.opening = lead.opening or lead.first
        return
    if lead.first and lead.first.role and (named := _named_by(text, lead, roster)):
        lead.adjacent = lead.first = named
    if lead.opening is None and not lead.pronoun:
        lead.first = lead.opening = roster.named_at(text, last) or roster.named_at(text, lead.start)
    if lead.first:
        return
    words = subject(text, last, lead.end)
    if words:
        lead.adjacent = lead.first = roster.stranger(words)
        lead.opening = lead.opening or lead.first
        lead.anonymous = words.startswith(_ANONYMOUS)


def _passive(text: str, mention: Mention, modern: bool = False) -> bool:
    """Whether a mention does not act: it is spoken to, or something of theirs is meant.

    After a speech in a `modern` text nor does who is silent, but whose face or voice acts does.
    """
    if is_object(text, mention.start) or (modern and _SILENT.match(text, mention.end)):
        return True
    if not text.startswith(_POSSESSIVE, mention.end):
        return False
    return not (modern and _BODY.match(text, mention.end))


def _pronoun(text: str, start: int, end: int, modern: bool = False) -> str:
    """The pronoun that acts in ``text[start:end]``: 他, 她, or nothing."""
    for at in range(start, min(end, start + 40)):
        if text[at] not in "他她" or is_object(text, at):
            continue
        if modern and _SILENT.match(text, at + 1):
            continue
        if text[at + 1 : at + 2] not in "们的" or (modern and _BODY.match(text, at + 1)):
            return text[at]
    return ""


def _revealed(text: str, found: Sequence[Stretch], gap: list[Mention]) -> Person | None:
    """Whom the narration after a speech of an unnamed person says it was: 视之，乃魏延也."""
    if not found:
        return None
    for each in gap:
        if found[0].start <= each.start < found[-1].end:
            before = text[max(found[0].start, each.start - 14) : each.start]
            if any(word in before for word in _REVEAL):
                return each.person
    return None
