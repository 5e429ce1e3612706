"""The table of quotations and speakers: ``make bench-cast``.

``--only`` takes some of its parts, ``--mistakes`` lists where quotations differ. The variable
``PDNC`` names a folder with more novels of that corpus.
"""

from __future__ import annotations

import argparse
import importlib

_PARTS = ("spans", "novel", "english", "chinese")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help=f"some of {','.join(_PARTS)}")
    parser.add_argument("--mistakes", action="store_true", help="list where quotations differ")
    options = parser.parse_args()
    parts = options.only.split(",") if options.only else list(_PARTS)
    if unknown := set(parts) - set(_PARTS):
        parser.error(f"unknown part {', '.join(sorted(unknown))}")
    for part in parts:
        print(f"\n{part}\n{'-' * len(part)}", flush=True)
        module = importlib.import_module(f"tests.benchmarks.cast.{part}")
        if part == "spans":
            module.report(mistakes=options.mistakes)
        else:
            module.report()


if __name__ == "__main__":
    main()
