"""Every rule of the table sees what it is there for, and has nothing to say about a good book."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from tests.export.daisy.making import make
from tests.export.daisy.rules import RULES, complaints

Damage = Callable[[Path], None]


def paragraph(*runs: Run, kind: BlockKind = BlockKind.PARAGRAPH, identifier: str = "") -> Block:
    return Block(kind=kind, runs=runs, identifiers=(identifier,) if identifier else ())


def heading(text: str, level: int) -> Block:
    return Block(kind=BlockKind.HEADING, runs=(Run(text=text),), level=level)


BOOK = Book(
    title="Rules",
    identifier="0123456789abcdef",
    authors=("A. Writer",),
    language="en",
    date="1999",
    publisher="A House",
    chapters=(
        Chapter(
            title="One",
            blocks=(
                heading("One", 1),
                paragraph(
                    Run(text="The first sentence"),
                    Run(text="1", note="book#note"),
                    Run(text=" is here. "),
                    Run(text="", page="12"),
                    Run(text="The second one begins a page."),
                ),
                heading("Within", 2),
                paragraph(Run(text="", page="iv"), Run(text="A third one.")),
                paragraph(
                    Run(text="1 The note says something."),
                    kind=BlockKind.NOTE,
                    identifier="book#note",
                ),
            ),
        ),
        Chapter(
            title="Two",
            level=2,
            blocks=(heading("Two", 2), paragraph(Run(text="", page="A-1"), Run(text="The end."))),
        ),
    ),
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("daisy") / "good", BOOK)


@pytest.fixture
def broken(good: Path, tmp_path: Path) -> Path:
    """A copy of the good book, to be broken."""
    return Path(shutil.copytree(good, tmp_path / "book"))


def changed(name: str, old: str, new: str, *, count: int = 1) -> Damage:
    """Replace a pattern in a document; `count` 0 is everywhere."""

    def damage(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        after = re.sub(old, new, text, count=count)
        assert after != text, old
        path.write_text(after, "utf-8")

    return damage


def meta(name: str, value: str, document: str = "ncc.html") -> Damage:
    return changed(document, f'name="{name}" content="[^"]*"', f'name="{name}" content="{value}"')


def lacking(name: str) -> Damage:
    return lambda folder: (folder / name).unlink()


def added(name: str, content: bytes = b"") -> Damage:
    return lambda folder: (folder / name).write_bytes(content)


def renamed(old: str, new: str) -> Damage:
    return lambda folder: (folder / old).rename(folder / new) and None


def tagged(folder: Path) -> None:
    path = folder / "a0002.mp3"
    path.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + path.read_bytes())


def cut_short(folder: Path) -> None:
    path = folder / "a0002.mp3"
    path.write_bytes(path.read_bytes()[:4000])


def swapped(folder: Path) -> None:
    """The last two lines of the NCC change places."""
    path = folder / "ncc.html"
    lines = path.read_text("utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if "page-front" in line)
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    path.write_text("\n".join(lines), "utf-8")


DAMAGES: dict[str, Damage] = {
    "essential_files_are_there": lacking("master.smil"),
    "documents_are_well_formed": changed("s0002.smil", "</seq>", ""),
    "names_are_plain": renamed("a0002.mp3", "chapter_one.mp3"),
    "kinds_are_known": added("notes.txt"),
    "doctypes_are_right": changed("t0002.html", "XHTML 1.0", "HTML 4.01"),
    "encoding_is_told": changed("s0002.smil", 'encoding="utf-8"', 'encoding="us-ascii"'),
    "elements_are_xhtml": changed("t0002.html", "<p ", "<aside/><p "),
    "elements_are_smil": changed("s0002.smil", "clip-begin", "clipBegin"),
    "identifiers_are_unique": changed("s0002.smil", 'id="p0002"', 'id="p0001"'),
    "required_metadata_is_there_once": changed("ncc.html", '<meta name="dc:creator".*', ""),
    "metadata_is_known": changed("ncc.html", 'name="ncc:producedDate"', 'name="ncc:printed"'),
    "metadata_has_good_values": meta("dc:date", "28.11.2026"),
    "format_is_told": meta("dc:format", "Daisy 2.0", "s0001.smil"),
    "documents_agree_on_the_book": meta("dc:identifier", "another", "t0001.html"),
    "multimedia_type_is_true": changed("s0002.smil", "<audio [^>]*/>", ""),
    "title_is_first": changed("ncc.html", ' class="title"', ""),
    "entries_are_known": changed("ncc.html", 'class="noteref"', 'class="note"'),
    "headings_do_not_jump": changed("ncc.html", "<h2 (.*)</h2>", r"<h3 \1</h3>"),
    "depth_is_right": meta("ncc:depth", "3"),
    "entries_are_counted": meta("ncc:tocItems", "5"),
    "pages_are_counted": meta("ncc:maxPageNormal", "13"),
    "page_numbers_fit_their_kind": changed("ncc.html", ">12<", ">twelve<"),
    "notes_are_counted": meta("ncc:footnotes", "0"),
    "ncc_leads_to_pars": changed("ncc.html", r"s0003\.smil#p0001", "s0003.smil#a0001"),
    "ncc_is_in_order": swapped,
    "every_smil_is_listed": changed("ncc.html", r'<h2 [^>]*><a href="s0003.*', ""),
    "master_is_complete": changed("master.smil", '<ref [^>]*src="s0003.*', ""),
    "smil_titles_are_headings": meta("title", "Three", "s0003.smil"),
    "smil_has_its_frame": changed("s0002.smil", '<region id="txtView"/>', ""),
    "pars_are_whole": changed("s0002.smil", 'endsync="last"', 'endsync="first"'),
    "pars_lead_to_texts": changed("s0002.smil", r"t0002\.html#s2", "t0002.html#s99"),
    "texts_lead_somewhere": changed("t0002.html", r"s0002\.smil#p0001", "s0002.smil#p0002"),
    "pages_stand_in_the_text": changed("t0002.html", "page-front", "page-special"),
    "clips_are_times": changed("s0002.smil", "npt=", ""),
    "clips_lie_in_the_sound": cut_short,
    "clips_follow_each_other": changed("s0002.smil", 'begin="npt=0.000s', 'begin="npt=0.010s'),
    "skippable_is_known": changed("s0002.smil", "pagenumber-on", "page-on"),
    "notes_have_bodies": changed("t0002.html", r"<!ATTLIST[^>]*>", ""),
    "times_are_those_of_the_clips": changed("s0002.smil", r'dur="(\d+)', r'dur="1\1'),
    "elapsed_times_add_up": meta("ncc:totalElapsedTime", "00:00:09", "s0003.smil"),
    "total_time_is_the_sum": meta("ncc:totalTime", "00:01:00"),
    "files_are_counted": meta("ncc:files", "10"),
    "size_is_right": meta("ncc:kByteSize", "1"),
    "sound_is_plain": tagged,
}


def test_a_good_book_keeps_all_rules(good: Path) -> None:
    assert complaints(good) == []


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_a_broken_book_is_seen(name: str, broken: Path) -> None:
    DAMAGES[name](broken)
    assert name in {complaint.partition(":")[0] for complaint in complaints(broken)}


def test_every_rule_says_what_it_asks_for_and_is_broken_by_a_test() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(names) == sorted(DAMAGES)
    assert all(rule.asks and rule.where for rule in RULES)
