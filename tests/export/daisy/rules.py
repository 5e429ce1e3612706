"""The rules of DAISY 2.02 that can be checked without a player: our own table.

Drawn from the specification of 28 February 2001 (“2.02”, by chapter: 2 the documents, 3
distribution, appendix 2 the metadata), from the recommendation on skippable structures of 6 June
2003 (“skippable”), and from what the consortium's own validator of these books looks at
(“validator”). Each rule says in our words what it asks for, and where that is laid down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.export.daisy.files import HEADINGS, XHTML, DaisyFiles, seconds, text_of
from tests.export.daisy.xhtml import misplaced

Check = Callable[[DaisyFiles], Iterator[str]]


@dataclass(frozen=True)
class Rule:
    """A check, where it is laid down and what it asks for."""

    name: str
    where: str
    asks: str
    check: Check


RULES: list[Rule] = []


def rule(where: str) -> Callable[[Check], Check]:
    def add(check: Check) -> Check:
        RULES.append(Rule(check.__name__, where, check.__doc__ or "", check))
        return check

    return add


def complaints(folder: Path) -> list[str]:
    """What is wrong with the book in `folder`, each with the name of the rule before it."""
    files = DaisyFiles(folder)
    found: list[str] = []
    for each in RULES:
        found += [f"{each.name}: {complaint}" for complaint in each.check(files)]
        if found and each.name in {"essential_files_are_there", "documents_are_well_formed"}:
            break  # nothing else can be looked at
    return found


ONCE = {
    "dc:title", "dc:date", "dc:format", "dc:identifier", "dc:publisher", "ncc:charset",
    "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial", "ncc:tocItems", "ncc:totalTime",
}  # fmt: skip
AT_LEAST_ONCE = {"dc:creator", "dc:language"}
AT_MOST_ONCE = {
    "ncc:depth", "ncc:files", "ncc:footnotes", "ncc:generator", "ncc:kByteSize",
    "ncc:maxPageNormal", "ncc:multimediaType", "ncc:prodNotes", "ncc:producedDate",
    "ncc:producer", "ncc:revision", "ncc:revisionDate", "ncc:setInfo", "ncc:sidebars",
    "ncc:sourceDate", "ncc:sourceEdition", "ncc:sourcePublisher", "ncc:sourceRights",
    "ncc:sourceTitle", "dc:source",
}  # fmt: skip
REPEATED = {
    "dc:contributor", "dc:coverage", "dc:description", "dc:relation", "dc:rights", "dc:subject",
    "dc:type", "ncc:narrator",
}  # fmt: skip
NUMBERS = {
    "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial", "ncc:tocItems", "ncc:depth",
    "ncc:files", "ncc:footnotes", "ncc:kByteSize", "ncc:maxPageNormal", "ncc:prodNotes",
    "ncc:sidebars", "ncc:revision",
}  # fmt: skip
DATES = {"dc:date", "ncc:sourceDate", "ncc:producedDate", "ncc:revisionDate"}
SMIL_METAS = {
    "dc:format", "dc:identifier", "dc:title", "title", "ncc:generator", "ncc:totalElapsedTime",
    "ncc:timeInThisSmil",
}  # fmt: skip
MULTIMEDIA = {
    "audioOnly", "audioNcc", "audioPartText", "audioFullText", "textPartAudio", "textNcc",
}  # fmt: skip
SKIPPABLE = {"sidebar-on", "prodnote-on", "footnote-on", "pagenumber-on"}
PAGES = {"page-front": "ncc:pageFront", "page-normal": "ncc:pageNormal",
         "page-special": "ncc:pageSpecial"}  # fmt: skip


@rule("2.02, 2: a book has exactly one NCC and at least one SMIL document")
def essential_files_are_there(book: DaisyFiles) -> Iterator[str]:
    """There are an NCC, a SMIL document, and here a text, a sound and the master SMIL."""
    if "ncc.html" not in book.names:
        yield "no ncc.html"
    if "master.smil" not in book.names:
        yield "no master.smil"
    for kind, names in (("SMIL document", book.smil_names), ("text", book.text_names)):
        if not names:
            yield f"no {kind}"
    if not any(name.endswith(".mp3") for name in book.names):
        yield "no sound"


@rule("2.02, 2: the documents are applications of XML")
def documents_are_well_formed(book: DaisyFiles) -> Iterator[str]:
    """Every document is well-formed XML."""
    yield from (f"{name}: {error}" for name, error in book.broken.items())


@rule("2.02, 3: file names; ISO 9660")
def names_are_plain(book: DaisyFiles) -> Iterator[str]:
    """File names are of eight characters and three, in ASCII, and differ by more than case."""
    for name in book.names:
        if not re.fullmatch(r"[A-Za-z0-9_]{1,8}\.[A-Za-z0-9]{1,4}", name, re.ASCII):
            yield name
    for name, count in Counter(name.lower() for name in book.names).items():
        if count > 1:
            yield f"{name} is there {count} times"


@rule("2.02, 3: the files a book may consist of; validator: types of files")
def kinds_are_known(book: DaisyFiles) -> Iterator[str]:
    """Nothing lies in the folder but documents, sound, pictures and style sheets."""
    known = {"html", "smil", "mp3", "mp2", "wav", "jpg", "gif", "png", "css"}
    for name in book.names:
        if name.rpartition(".")[2].lower() not in known:
            yield name


@rule("2.02, 2, NCC and text: XHTML 1.0; SMIL: SMIL 1.0")
def doctypes_are_right(book: DaisyFiles) -> Iterator[str]:
    """Each document says of which type it is."""
    for name, doctype in book.doctypes.items():
        wanted = "-//W3C//DTD SMIL 1.0//EN" if name.endswith(".smil") else "-//W3C//DTD XHTML 1.0 "
        if wanted not in doctype:
            yield f"{name}: {doctype or 'none'}"


@rule("2.02, 2, NCC: character set; appendix 2: ncc:charset")
def encoding_is_told(book: DaisyFiles) -> Iterator[str]:
    """The encoding is declared, the text is in it, and ncc:charset and http-equiv agree."""
    charset = book.meta("ncc.html", "ncc:charset").lower()
    for name in book.trees:
        content = (book.folder / name).read_bytes()
        declared = re.match(rb'<\?xml version="1.0" encoding="([^"]+)"\?>', content)
        if declared is None or declared[1].decode().lower() != charset:
            yield f"{name}: not declared as {charset or 'anything'}"
            continue
        try:
            content.decode(charset)
        except (UnicodeDecodeError, LookupError):
            yield f"{name}: is not {charset}"
    for name in ["ncc.html", *book.text_names]:
        kinds = [each.get("content", "") for each in book.trees[name].iter(f"{XHTML}meta")
                 if each.get("http-equiv", "").lower() == "content-type"]  # fmt: skip
        if len(kinds) != 1 or not kinds[0].lower().endswith(f"charset={charset}"):
            yield f"{name}: http-equiv says {kinds}"


@rule("2.02, 2, NCC and text: XHTML 1.0")
def elements_are_xhtml(book: DaisyFiles) -> Iterator[str]:
    """NCC and text use only elements and attributes of XHTML 1.0, where they may stand."""
    for name in ["ncc.html", *book.text_names]:
        yield from (f"{name}: {problem}" for problem in misplaced(book.trees[name]))


@rule("2.02, 2, SMIL: elements and attributes used of SMIL 1.0")
def elements_are_smil(book: DaisyFiles) -> Iterator[str]:
    """SMIL documents use only what DAISY takes of SMIL 1.0, nested as it asks."""
    nested = {
        "smil": {"head", "body"}, "head": {"meta", "layout"}, "layout": {"region"},
        "body": {"seq", "ref"}, "seq": {"par", "audio", "seq"},
        "par": {"text", "audio", "seq", "img"},
    }  # fmt: skip
    attributes = {
        "smil": set(), "head": set(), "body": set(), "layout": set(), "region": {"id"},
        "meta": {"name", "content"}, "seq": {"id", "dur"}, "ref": {"id", "title", "src"},
        "par": {"id", "endsync", "system-required"}, "text": {"id", "src"},
        "audio": {"id", "src", "clip-begin", "clip-end"}, "img": {"id", "src"},
    }  # fmt: skip
    for name in [*book.smil_names, "master.smil"]:
        for element in book.trees[name].iter("*"):
            tag = str(element.tag)
            if strange := {str(child.tag) for child in element} - nested.get(tag, set()):
                yield f"{name}: {strange} in {tag}"
            if strange := set(element.keys()) - attributes.get(tag, set()):
                yield f"{name}: {strange} of {tag}"


@rule("2.02, 2: identifiers")
def identifiers_are_unique(book: DaisyFiles) -> Iterator[str]:
    """No id stands twice in a document, and each is a name of XML."""
    for name, tree in book.trees.items():
        ids = Counter(each.get("id") for each in tree.iter("*") if each.get("id") is not None)
        for identifier, count in ids.items():
            if count > 1 or not re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", identifier):
                yield f"{name}: {identifier!r}, {count} times"


@rule("2.02, appendix 2: metadata of the NCC")
def required_metadata_is_there_once(book: DaisyFiles) -> Iterator[str]:
    """What the NCC must tell stands there, and only as often as it may."""
    counts = Counter(name for name, _ in book.metas("ncc.html"))
    for name in sorted(ONCE):
        if counts[name] != 1:
            yield f"{name} {counts[name]} times"
    for name in sorted(AT_LEAST_ONCE):
        if not counts[name]:
            yield f"no {name}"
    for name in sorted(AT_MOST_ONCE):
        if counts[name] > 1:
            yield f"{name} {counts[name]} times"


@rule("2.02, appendix 2: names of metadata; prod: for one's own")
def metadata_is_known(book: DaisyFiles) -> Iterator[str]:
    """Metadata have names of the specification, or begin with prod:."""
    known = ONCE | AT_LEAST_ONCE | AT_MOST_ONCE | REPEATED
    for name, _ in book.metas("ncc.html"):
        if name not in known and not name.startswith("prod:"):
            yield name
    for smil in [*book.smil_names, "master.smil"]:
        for name, count in Counter(name for name, _ in book.metas(smil)).items():
            if name not in SMIL_METAS or count > 1:
                yield f"{smil}: {name}, {count} times"


@rule("2.02, appendix 2: values of metadata")
def metadata_has_good_values(book: DaisyFiles) -> Iterator[str]:
    """Nothing is empty; numbers, dates, times and languages are written as they should be."""
    shapes = [(name, r"\d+") for name in NUMBERS]
    shapes += [(name, r"\d{4}(-\d{2}(-\d{2})?)?") for name in DATES]
    shapes += [("ncc:totalTime", r"\d{2,}:[0-5]\d:[0-5]\d")]
    shapes += [("dc:language", r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")]
    shapes += [("ncc:setInfo", r"[1-9]\d* of [1-9]\d*")]
    wanted = dict(shapes)
    for name, value in book.metas("ncc.html"):
        shape = wanted.get(name)
        if not value.strip() or (shape and not re.fullmatch(shape, value, re.ASCII)):
            yield f"{name}: {value!r}"


@rule("2.02, appendix 2: dc:format")
def format_is_told(book: DaisyFiles) -> Iterator[str]:
    """The NCC, every SMIL document and the master say “Daisy 2.02”."""
    for name in ["ncc.html", "master.smil", *book.smil_names]:
        if book.meta(name, "dc:format") != "Daisy 2.02":
            yield f"{name}: {book.meta(name, 'dc:format')!r}"


@rule("2.02, appendix 2: dc:identifier, dc:title; validator: the same everywhere")
def documents_agree_on_the_book(book: DaisyFiles) -> Iterator[str]:
    """Every document has the NCC's identifier and title."""
    for name in ["master.smil", *book.smil_names, *book.text_names]:
        for key in ("dc:identifier", "dc:title"):
            if book.meta(name, key) != book.meta("ncc.html", key):
                yield f"{name}: {key} {book.meta(name, key)!r}"


@rule("2.02, 1: types of books; appendix 2: ncc:multimediaType")
def multimedia_type_is_true(book: DaisyFiles) -> Iterator[str]:
    """The type is a known one; with full text and audio, every par has both."""
    kind = book.meta("ncc.html", "ncc:multimediaType")
    if kind not in MULTIMEDIA:
        yield repr(kind)
    if kind != "audioFullText":
        return
    for smil in book.smil_names:
        for par in book.trees[smil].iter("par"):
            if par.find("audio") is None or not par.find("text").get("src", "").startswith("t"):
                yield f"{smil}#{par.get('id')}: no text or no sound"


@rule("2.02, 2, NCC: body; the title is the first heading")
def title_is_first(book: DaisyFiles) -> Iterator[str]:
    """The first line is an h1 of class title, and the only one of that class."""
    first = book.entries[0] if book.entries else None
    if first is None or first.tag != f"{XHTML}h1" or first.get("class") != "title":
        yield "the first line is no title"
    if sum(each.get("class") == "title" for each in book.entries) != 1:
        yield "not one title"


@rule("2.02, 2, NCC: body; headings, spans of known classes, groups")
def entries_are_known(book: DaisyFiles) -> Iterator[str]:
    """Lines are headings, pages, references to notes, or groups: an id, one link, some words."""
    spans = {*PAGES, "noteref", "sidebar", "optional-prodnote"}
    for entry in book.entries:
        is_span = entry.tag == f"{XHTML}span" and entry.get("class") in spans
        is_group = entry.tag == f"{XHTML}div" and entry.get("class") == "group"
        if not (entry.tag in HEADINGS or is_span or is_group):
            yield f"{entry.tag} {entry.get('class')}"
        links = entry.findall("*")
        if len(links) != 1 or links[0].tag != f"{XHTML}a" or len(links[0]) or not text_of(entry):
            yield f"{entry.get('id')}: not one link with words"
        if not entry.get("id"):
            yield f"{text_of(entry)}: no id"


@rule("2.02, 2, NCC and text: hierarchy of headings")
def headings_do_not_jump(book: DaisyFiles) -> Iterator[str]:
    """No heading is more than one level below the one before it, and the first is an h1."""
    for name in ["ncc.html", *book.text_names]:
        before = 0
        for element in book.trees[name].iter(*HEADINGS):
            level = HEADINGS[str(element.tag)]
            if level > before + 1:
                yield f"{name}: h{level} after h{before}: {text_of(element)[:40]}"
            before = level


@rule("2.02, appendix 2: ncc:depth")
def depth_is_right(book: DaisyFiles) -> Iterator[str]:
    """The depth is that of the deepest heading."""
    deepest = max((HEADINGS.get(str(each.tag), 0) for each in book.entries), default=0)
    if book.meta("ncc.html", "ncc:depth") != str(deepest):
        yield f"{book.meta('ncc.html', 'ncc:depth')} instead of {deepest}"


@rule("2.02, appendix 2: ncc:tocItems")
def entries_are_counted(book: DaisyFiles) -> Iterator[str]:
    """The number of lines is told."""
    if book.meta("ncc.html", "ncc:tocItems") != str(len(book.entries)):
        yield f"{book.meta('ncc.html', 'ncc:tocItems')} instead of {len(book.entries)}"


@rule("2.02, appendix 2: ncc:pageFront, ncc:pageNormal, ncc:pageSpecial, ncc:maxPageNormal")
def pages_are_counted(book: DaisyFiles) -> Iterator[str]:
    """Pages are counted by kind, and the highest normal one is told."""
    for kind, key in PAGES.items():
        if book.meta("ncc.html", key) != str(len(book.spans(kind))):
            yield f"{key}: {book.meta('ncc.html', key)} instead of {len(book.spans(kind))}"
    numbers = [text_of(span) for span in book.spans("page-normal")]
    highest = max((int(each) for each in numbers if each.isdecimal()), default=0)
    if (told := book.meta("ncc.html", "ncc:maxPageNormal")) and told != str(highest):
        yield f"ncc:maxPageNormal: {told} instead of {highest}"


@rule("2.02, 2, NCC: page numbers")
def page_numbers_fit_their_kind(book: DaisyFiles) -> Iterator[str]:
    """Normal pages are numbers, pages in front Roman or other numbers."""
    for span in book.spans("page-normal"):
        if not text_of(span).isdecimal():
            yield f"page-normal {text_of(span)!r}"
    for span in book.spans("page-front"):
        if not re.fullmatch(r"[ivxlcdm]+|\d+", text_of(span), re.IGNORECASE | re.ASCII):
            yield f"page-front {text_of(span)!r}"


@rule("skippable, 7.2; appendix 2: ncc:footnotes, ncc:sidebars, ncc:prodNotes")
def notes_are_counted(book: DaisyFiles) -> Iterator[str]:
    """References to notes, sidebars and producer's notes are counted where there are any."""
    kinds = {"noteref": "ncc:footnotes", "sidebar": "ncc:sidebars",
             "optional-prodnote": "ncc:prodNotes"}  # fmt: skip
    for kind, key in kinds.items():
        count = len(book.spans(kind))
        told = book.meta("ncc.html", key)
        if told != str(count) and (told or count):
            yield f"{key}: {told or 'missing'} instead of {count}"


@rule("2.02, 2, NCC: links lead to SMIL; validator: to a par or a text")
def ncc_leads_to_pars(book: DaisyFiles) -> Iterator[str]:
    """Every line leads to a par or a text in a SMIL document that is there."""
    for entry in book.entries:
        name, identifier = book.target(entry)
        places = book.trees[name].iter("par", "text") if name in book.smil_names else ()
        if identifier not in {each.get("id") for each in places}:
            yield f"{text_of(entry)}: {name}#{identifier}"


@rule("2.02, 2, NCC: the order of reading")
def ncc_is_in_order(book: DaisyFiles) -> Iterator[str]:
    """Lines follow each other as what they lead to is heard."""
    order = {
        (smil, each.get("id")): (number, place)
        for number, smil in enumerate(_master_list(book))
        for place, each in enumerate(book.trees[smil].iter("par", "text"))
        if smil in book.trees
    }
    before = (-1, -1)
    for entry in book.entries:
        place = order.get(book.target(entry), before)
        if place < before:
            yield f"{text_of(entry)} is heard before what stands above it"
        before = max(place, before)


@rule("2.02, 2, SMIL: every document is led to by the NCC")
def every_smil_is_listed(book: DaisyFiles) -> Iterator[str]:
    """The NCC leads to every SMIL document, with a heading first."""
    first: dict[str, str] = {}
    for entry in book.entries:
        first.setdefault(book.target(entry)[0], str(entry.tag))
    for smil in book.smil_names:
        if smil not in first:
            yield f"{smil} is not listed"
        elif first[smil] not in HEADINGS:
            yield f"{smil} is reached by {first[smil]} first"


@rule("2.02, 2, master SMIL")
def master_is_complete(book: DaisyFiles) -> Iterator[str]:
    """The master lists every SMIL document once, in the NCC's order, with a title and an id."""
    if _master_list(book) != book.spine or sorted(book.spine) != book.smil_names:
        yield f"{_master_list(book)} instead of {book.spine}"
    for reference in book.master.iter("ref"):
        if not (reference.get("title") and reference.get("id")):
            yield f"{reference.get('src')}: no title or id"


@rule("2.02, 2, SMIL: title")
def smil_titles_are_headings(book: DaisyFiles) -> Iterator[str]:
    """A SMIL document's title is the heading by which the NCC leads to it."""
    headings: dict[str, str] = {}
    for entry in book.entries:
        if entry.tag in HEADINGS:
            headings.setdefault(book.target(entry)[0], text_of(entry))
    for smil in book.smil_names:
        if book.meta(smil, "title") != headings.get(smil):
            yield f"{smil}: {book.meta(smil, 'title')!r}"


@rule("2.02, 2, SMIL: layout, and one seq that holds all")
def smil_has_its_frame(book: DaisyFiles) -> Iterator[str]:
    """A SMIL document has a layout with a region, and a seq of pars."""
    for smil in book.smil_names:
        tree = book.trees[smil]
        if len(tree.findall("head/layout/region")) != 1 or len(tree.findall("body/*")) != 1:
            yield f"{smil}: no layout, or not one seq"
        if tree.find("body/seq/par") is None:
            yield f"{smil}: no par"


@rule("2.02, 2, SMIL: par")
def pars_are_whole(book: DaisyFiles) -> Iterator[str]:
    """A par ends with its last medium, has an id and one text, and text and sound have ids."""
    for smil in book.smil_names:
        for par in book.trees[smil].iter("par"):
            media = [each for each in par.iter("text", "audio") if not each.get("id")]
            if par.get("endsync") != "last" or not par.get("id"):
                yield f"{smil}#{par.get('id')}: no endsync or id"
            if len(par.findall("text")) != 1 or media:
                yield f"{smil}#{par.get('id')}: not one text, or a medium without id"


@rule("2.02, 2, SMIL: text")
def pars_lead_to_texts(book: DaisyFiles) -> Iterator[str]:
    """Every text leads to an element of a text document or the NCC, no element twice."""
    seen: set[str] = set()
    for smil in book.smil_names:
        for text in book.trees[smil].iter("text"):
            source = text.get("src", "")
            name, _, identifier = source.partition("#")
            if name in book.smil_names or identifier not in book.elements.get(name, {}):
                yield f"{smil}: {source} leads nowhere"
            if source in seen:
                yield f"{smil}: {source} again"
            seen.add(source)


@rule("2.02, 2, text: links")
def texts_lead_somewhere(book: DaisyFiles) -> Iterator[str]:
    """Links of the text lead to what is there, those to SMIL to the par of their element."""
    pars = {
        (smil, par.get("id")): par.find("text").get("src", "")
        for smil in book.smil_names
        for par in book.trees[smil].iter("par")
        if par.find("text") is not None
    }
    for name in book.text_names:
        for element in book.trees[name].iter("*"):
            for key in ("href", "bodyref", "src"):
                address = element.get(key)
                if address is None or re.match(r"[a-z]+:", address):
                    continue
                file, _, identifier = address.partition("#")
                if file not in book.names or (identifier and identifier not in book.elements[file]):
                    yield f"{name}: {address} leads nowhere"
                elif file in book.smil_names:
                    shown = pars.get((file, identifier), "").partition("#")
                    holders = {each.get("id") for each in [element, *element.iterancestors()]}
                    if shown[0] != name or shown[2] not in holders:
                        yield f"{name}: {address} is the par of something else"


@rule("2.02, 2, text and NCC: pages and references in both")
def pages_stand_in_the_text(book: DaisyFiles) -> Iterator[str]:
    """What a page's par shows is a span of the same class with the same number."""
    for kind in PAGES:
        for span in book.spans(kind):
            smil, identifier = book.target(span)
            place = book.elements.get(smil, {}).get(identifier)
            par = place.getparent() if place is not None and place.tag == "text" else place
            shown = book.shown(par) if par is not None else None
            if shown is None or shown.get("class") != kind or text_of(shown) != text_of(span):
                yield f"{kind} {text_of(span)}"


@rule("2.02, 2, SMIL: audio")
def clips_are_times(book: DaisyFiles) -> Iterator[str]:
    """Clips begin and end at times of the form npt=1.234s, and end after they begin."""
    for smil in book.smil_names:
        for audio in book.trees[smil].iter("audio"):
            begin, end = audio.get("clip-begin", ""), audio.get("clip-end", "")
            if not all(re.fullmatch(r"npt=\d+\.\d{3}s", each) for each in (begin, end)):
                yield f"{smil}#{audio.get('id')}: {begin} {end}"
            elif not seconds(begin) < seconds(end):
                yield f"{smil}#{audio.get('id')}: {begin} is not before {end}"


@rule("2.02, 2, SMIL: audio; validator's list: clips outside the sound")
def clips_lie_in_the_sound(book: DaisyFiles) -> Iterator[str]:
    """Clips lead to sound that is there, and end before it does."""
    for smil in book.smil_names:
        ends: dict[str, float] = {}
        for clip in book.clips(smil):
            ends[clip.source] = max(ends.get(clip.source, 0), clip.end)
        for source, end in ends.items():
            if source not in book.names:
                yield f"{smil}: no {source}"
            elif end > book.sound_seconds(source):
                yield f"{smil}: a clip ends at {end}, after {source}"


@rule("2.02, 2, SMIL: order of clips")
def clips_follow_each_other(book: DaisyFiles) -> Iterator[str]:
    """Within a sound each clip begins where the one before it ended: nothing is left out or
    played twice.
    """
    before: dict[str, float] = {}
    for smil in book.spine:
        for clip in book.clips(smil) if smil in book.smil_names else ():
            if abs(clip.begin - before.get(clip.source, 0.0)) > 0.0005:
                yield f"{smil}#{clip.par} begins at {clip.begin}"
            before[clip.source] = clip.end


@rule("2.02, 2, SMIL: system-required; skippable, 7.2")
def skippable_is_known(book: DaisyFiles) -> Iterator[str]:
    """What can be left out says so with one of the four words; pages always do."""
    for smil in book.smil_names:
        for par in book.trees[smil].iter("par"):
            word = par.get("system-required")
            shown = book.shown(par)
            is_page = shown is not None and shown.get("class") in PAGES
            if (word is not None and word not in SKIPPABLE) or is_page != (word == "pagenumber-on"):
                yield f"{smil}#{par.get('id')}: {word}"


@rule("skippable, 7.1 and 7.2: bodyref")
def notes_have_bodies(book: DaisyFiles) -> Iterator[str]:
    """A reference with a body is declared so in the document type, and leads to a note whose
    pars can be left out.
    """
    skipped = {
        par.find("text").get("src")
        for smil in book.smil_names
        for par in book.trees[smil].iter("par")
        if par.get("system-required") == "footnote-on"
    }
    for name in book.text_names:
        references = [each for each in book.trees[name].iter(f"{XHTML}span") if each.get("bodyref")]
        head = (book.folder / name).read_bytes().partition(b"<html")[0]
        if references and b"<!ATTLIST span bodyref" not in head:
            yield f"{name}: bodyref is not declared"
        for reference in references:
            file, _, identifier = reference.get("bodyref").partition("#")
            body = book.elements.get(file, {}).get(identifier)
            parts = body.iter("*") if body is not None else ()
            inside = {f"{file}#{part.get('id')}" for part in parts}
            if reference.get("class") != "noteref" or not inside & skipped:
                yield f"{name}: {reference.get('bodyref')} is no note that can be left out"


@rule("2.02, appendix 2: ncc:timeInThisSmil; SMIL: dur")
def times_are_those_of_the_clips(book: DaisyFiles) -> Iterator[str]:
    """A SMIL document's time and the dur of its seq are those of its clips, within half a
    second.
    """
    for smil in book.smil_names:
        told = seconds(book.meta(smil, "ncc:timeInThisSmil"))
        sequence = book.trees[smil].find("body/seq")
        for each in (told, seconds(sequence.get("dur", "")) if sequence is not None else told):
            if not abs(each - book.duration(smil)) <= 0.5:
                yield f"{smil}: {each} instead of {book.duration(smil):.3f}"


@rule("2.02, appendix 2: ncc:totalElapsedTime")
def elapsed_times_add_up(book: DaisyFiles) -> Iterator[str]:
    """The time before each SMIL document is the sum of those before it, to the second."""
    elapsed = 0.0
    for smil in book.spine:
        told = seconds(book.meta(smil, "ncc:totalElapsedTime")) if smil in book.trees else 0
        if told != elapsed:
            yield f"{smil}: {told} instead of {elapsed}"
        elapsed += seconds(book.meta(smil, "ncc:timeInThisSmil")) if smil in book.trees else 0


@rule("2.02, appendix 2: ncc:totalTime")
def total_time_is_the_sum(book: DaisyFiles) -> Iterator[str]:
    """The book's time, in the NCC and in the master, is the sum of the SMIL documents'."""
    total = sum(seconds(book.meta(smil, "ncc:timeInThisSmil")) for smil in book.smil_names)
    for name, key in (("ncc.html", "ncc:totalTime"), ("master.smil", "ncc:timeInThisSmil")):
        if seconds(book.meta(name, key)) != total:
            yield f"{name}: {book.meta(name, key)} instead of {total} s"


@rule("2.02, appendix 2: ncc:files")
def files_are_counted(book: DaisyFiles) -> Iterator[str]:
    """The number of files is told, the NCC among them."""
    if book.meta("ncc.html", "ncc:files") != str(len(book.names)):
        yield f"{book.meta('ncc.html', 'ncc:files')} instead of {len(book.names)}"


@rule("2.02, appendix 2: ncc:kByteSize")
def size_is_right(book: DaisyFiles) -> Iterator[str]:
    """The size of all files in kilobytes is told, rounded up."""
    size = -(-sum((book.folder / name).stat().st_size for name in book.names) // 1024)
    if book.meta("ncc.html", "ncc:kByteSize") != str(size):
        yield f"{book.meta('ncc.html', 'ncc:kByteSize')} instead of {size}"


@rule("2.02, 2, audio: MPEG layer III; validator: mono, no VBR, no ID3v2")
def sound_is_plain(book: DaisyFiles) -> Iterator[str]:
    """MP3 is nothing but frames of one bit rate, in mono, at a rate of MPEG-1 or -2."""
    for name in book.names:
        if name.endswith(".mp3"):
            yield from (f"{name}: {problem}" for problem in _frame_problems(book.folder / name))


_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000)}
_BITS = {3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
         2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)}  # fmt: skip


def _frame_problems(path: Path) -> Iterator[str]:
    """Walks the headers of the frames of MPEG layer III."""
    content = path.read_bytes()
    at, kinds = 0, set()
    while at + 4 <= len(content):
        header = int.from_bytes(content[at : at + 4], "big")
        version, layer = header >> 19 & 3, header >> 17 & 3
        bits, rate = header >> 12 & 15, header >> 10 & 3
        if header >> 21 != 0x7FF or layer != 1 or version not in _RATES or rate == 3 or bits == 15:
            yield f"no frame at byte {at}"
            return
        if header >> 6 & 3 != 3:
            yield f"not mono at byte {at}"
            return
        kinds.add((version, bits, rate))
        per_frame = 144 if version == 3 else 72
        at += per_frame * _BITS[version][bits] * 1000 // _RATES[version][rate] + (header >> 9 & 1)
    if len(kinds) != 1:
        yield f"{len(kinds)} bit rates"
    if b"Xing" in content[:200] or b"Info" in content[:200]:
        yield "a header that is no sound"


def _master_list(book: DaisyFiles) -> list[str]:
    return [str(reference.get("src")) for reference in book.master.iter("ref")]
