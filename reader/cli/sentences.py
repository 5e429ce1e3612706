"""``tingshu sentences``: where the sentences of a text begin and end."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from reader.cli.arguments import add_text_file
from reader.cli.terminal import print_json, read_text


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu sentences``."""
    parser.description = "Prints the sentences of a text, one a line."
    add_text_file(parser)
    parser.add_argument("--lang", metavar="TAG", help="the language, if it is known: zh, en …")
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON document: [{start, end, text}], offsets in characters",
    )


def run(options: argparse.Namespace) -> int:
    """Split the text and print its sentences."""
    from reader.language.sentences import iter_sentences

    found = iter_sentences(read_text(options.file), options.lang)
    if options.json:
        print_json([asdict(sentence) for sentence in found])
    else:
        for sentence in found:
            print(" ".join(sentence.text.split()))
    return 0
