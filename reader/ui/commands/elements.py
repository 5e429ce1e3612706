"""Commands that go to the next or previous heading, link, table and so on, from one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_HELP_NEXT = QT_TRANSLATE_NOOP("Commands", "Goes on to it, or says that there is none.")
_HELP_PREVIOUS = QT_TRANSLATE_NOOP("Commands", "Goes back to it, or says that there is none.")


@dataclass(frozen=True)
class Element:
    """A kind of thing in a book: the menu entries that go to it, and the keys that do."""

    kind: str
    next_text: str
    previous_text: str
    next_key: str = ""
    previous_key: str = ""


ELEMENTS: tuple[Element, ...] = (
    Element(
        "heading",
        QT_TRANSLATE_NOOP("Commands", "Next &heading"),
        QT_TRANSLATE_NOOP("Commands", "Previous &heading"),
        "H",
        "Shift+H",
    ),
    Element(
        "heading_1",
        QT_TRANSLATE_NOOP("Commands", "Next heading of level &1"),
        QT_TRANSLATE_NOOP("Commands", "Previous heading of level &1"),
        "1",
        "Shift+1",
    ),
    Element(
        "heading_2",
        QT_TRANSLATE_NOOP("Commands", "Next heading of level &2"),
        QT_TRANSLATE_NOOP("Commands", "Previous heading of level &2"),
        "2",
        "Shift+2",
    ),
    Element(
        "heading_3",
        QT_TRANSLATE_NOOP("Commands", "Next heading of level &3"),
        QT_TRANSLATE_NOOP("Commands", "Previous heading of level &3"),
        "3",
        "Shift+3",
    ),
    Element(
        "heading_4",
        QT_TRANSLATE_NOOP("Commands", "Next heading of level &4"),
        QT_TRANSLATE_NOOP("Commands", "Previous heading of level &4"),
        "4",
        "Shift+4",
    ),
    Element(
        "heading_5",
        QT_TRANSLATE_NOOP("Commands", "Next heading of level &5"),
        QT_TRANSLATE_NOOP("Commands", "Previous heading of level &5"),
        "5",
        "Shift+5",
    ),
    Element(
        "heading_6",
        QT_TRANSLATE_NOOP("Commands", "Next heading of level &6"),
        QT_TRANSLATE_NOOP("Commands", "Previous heading of level &6"),
        "6",
        "Shift+6",
    ),
    Element(
        "section",
        QT_TRANSLATE_NOOP("Commands", "Next &section"),
        QT_TRANSLATE_NOOP("Commands", "Previous &section"),
        "]",
        "[",
    ),
    Element(
        "page",
        QT_TRANSLATE_NOOP("Commands", "Next &page"),
        QT_TRANSLATE_NOOP("Commands", "Previous &page"),
        "P",
        "Shift+P",
    ),
    Element(
        "link",
        QT_TRANSLATE_NOOP("Commands", "Next lin&k"),
        QT_TRANSLATE_NOOP("Commands", "Previous lin&k"),
        "K",
        "Shift+K",
    ),
    Element(
        "list",
        QT_TRANSLATE_NOOP("Commands", "Next &list"),
        QT_TRANSLATE_NOOP("Commands", "Previous &list"),
        "L",
        "Shift+L",
    ),
    Element(
        "list_item",
        QT_TRANSLATE_NOOP("Commands", "Next l&ist item"),
        QT_TRANSLATE_NOOP("Commands", "Previous l&ist item"),
        "I",
        "Shift+I",
    ),
    Element(
        "table",
        QT_TRANSLATE_NOOP("Commands", "Next &table"),
        QT_TRANSLATE_NOOP("Commands", "Previous &table"),
        "T",
        "Shift+T",
    ),
    Element(
        "image",
        QT_TRANSLATE_NOOP("Commands", "Next ima&ge"),
        QT_TRANSLATE_NOOP("Commands", "Previous ima&ge"),
        "G",
        "Shift+G",
    ),
    Element(
        "quotation",
        QT_TRANSLATE_NOOP("Commands", "Next &quotation"),
        QT_TRANSLATE_NOOP("Commands", "Previous &quotation"),
        "Q",
        "Shift+Q",
    ),
    Element(
        "separator",
        QT_TRANSLATE_NOOP("Commands", "Next sepa&rator"),
        QT_TRANSLATE_NOOP("Commands", "Previous sepa&rator"),
        "S",
        "Shift+S",
    ),
    Element(
        "note",
        QT_TRANSLATE_NOOP("Commands", "Next n&ote"),
        QT_TRANSLATE_NOOP("Commands", "Previous n&ote"),
        "N",
        "Shift+N",
    ),
    Element(
        "code",
        QT_TRANSLATE_NOOP("Commands", "Next &code"),
        QT_TRANSLATE_NOOP("Commands", "Previous co&de"),
    ),
)


def element_commands() -> Iterator[Command]:
    """First every command that goes on, then every one that goes back."""
    for each in ELEMENTS:
        yield _command("next", each, each.next_text, _HELP_NEXT, each.next_key)
    for each in ELEMENTS:
        yield _command("previous", each, each.previous_text, _HELP_PREVIOUS, each.previous_key)


def _command(way: str, element: Element, text: str, sentence: str, key: str) -> Command:
    return Command(
        name=f"{way}_{element.kind}",
        text=text,
        help=sentence,
        menu="go",
        group=5,
        submenu=f"{way}_element",
        needs_book=True,
        repeats=True,
        reading_keys=(key,) if key else (),
    )
