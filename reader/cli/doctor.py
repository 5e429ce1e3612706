"""``tingshu doctor``: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reader.cli.terminal import print_json

if TYPE_CHECKING:
    from reader.health import Finding


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu doctor``."""
    parser.description = (
        "Looks at everything Tingshu needs and says, for what is missing, the command that "
        "mends it. The exit status is 0 if everything essential is there, else 1."
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON document: [{name, state (ok, optional, missing), detail, mend}]",
    )


def run(options: argparse.Namespace) -> int:
    """Examine and report."""
    from reader.health import State, examine

    findings = examine()
    missing = [finding for finding in findings if finding.state is State.MISSING]
    if options.json:
        print_json([_as_json(finding) for finding in findings])
        return 1 if missing else 0
    for finding in findings:
        print(f"{finding.state.value:<9} {finding.name}: {finding.detail}")
        if finding.mend:
            print(f"{'':<9} → {finding.mend}")
    print("Something essential is missing." if missing else "Everything essential is there.")
    return 1 if missing else 0


def _as_json(finding: Finding) -> dict[str, str]:
    return {
        "name": finding.name,
        "state": finding.state.value,
        "detail": finding.detail,
        "mend": finding.mend,
    }
