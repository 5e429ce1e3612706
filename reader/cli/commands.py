"""The table of commands: what ``tingshu --help`` lists and where each one lives."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader import __version__


@dataclass(frozen=True)
class Command:
    """A command: its module ``reader.cli.<name>`` has `configure(parser)` and `run(options)`."""

    name: str
    summary: str


COMMANDS = (
    Command("inspect", "what a book is: title, authors, language, chapters, warnings"),
    Command("text", "the text of a book as it will be read, one block a line"),
    Command("sentences", "where the sentences of a text begin and end"),
    Command("spoken", "how numbers, dates, money and units of a text are said"),
    Command("pinyin", "the pinyin of Chinese text, a syllable a hanzi"),
    Command("cast", "who speaks in a book, what they say and how sure that is"),
    Command("lexicon", "how words are said: list, add, remove, import, export"),
    Command("script", "a chapter as SSML: print it, read an edited one in, reset it"),
    Command("speak", "say a text, SSML or a table of phrases, aloud or into WAV files"),
    Command("notes", "the bookmarks and notes of a book; to and from another machine"),
    Command("library", "the shelf: list, add, find, search in the texts, remove"),
    Command("export", "turn books into audiobooks and read-along books"),
    Command("voices", "the voices and their licences; install, remove and test them"),
    Command("doctor", "what is installed, what is missing, and the command that mends it"),
)

_WINDOW_HELP = """\
Open a book and press play: Tingshu reads e-books aloud, offline, with natural voices.
Without a command it opens the window."""


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` begin with, or open the window; the exit status."""
    command = next((each for each in COMMANDS if arguments[:1] == [each.name]), None)
    if command is None:
        return _start("window", _window_parser(), arguments)
    parser = argparse.ArgumentParser(
        prog=f"tingshu {command.name}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    return _start(command.name, parser, arguments[1:])


def _start(module_name: str, parser: argparse.ArgumentParser, arguments: Sequence[str]) -> int:
    module = importlib.import_module(f"reader.cli.{module_name}")
    module.configure(parser)
    act: Callable[[argparse.Namespace], int] = module.run
    return act(parser.parse_args(arguments))


def _window_parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {each.name:<11}{each.summary}" for each in COMMANDS)
    parser = argparse.ArgumentParser(
        prog="tingshu",
        usage="tingshu [BOOK] [--play]\n       tingshu COMMAND …",
        description=_WINDOW_HELP,
        epilog=f"commands (tingshu COMMAND --help tells more):\n{listed}\n\n"
        "A book that is named like a command is opened with its folder: tingshu ./inspect\n\n"
        "exit status: 0 if all went well, 1 if something is wrong with the book, the voices\n"
        "or the disk (one paragraph on standard error says what to do), 2 if the command was\n"
        "not understood, 130 after Ctrl+C.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Tingshu {__version__}")
    return parser
