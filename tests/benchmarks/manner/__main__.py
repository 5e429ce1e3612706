"""``make bench-manner``: whether variants are other people, and styles what they promise.

The tables go to stdout, or one JSON document with ``--json``. 1 is returned if a variant is too
like another voice of its language, has no human pitch or is understood two points worse than
its base, if a style is not told apart from plain speech, or if rate, pitch or level of a
style or an emphasis is not what was promised. Speaker embeddings (16 MB) and the
recogniser are installed into ``build/judges`` the first time; a run takes about ten minutes.
"""

from __future__ import annotations

import argparse
import json
import sys

from tests.benchmarks.manner import styles, variants


def main(argv: list[str] | None = None) -> int:
    """Measure and tell; 1 if something is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("variants", "styles"))
    parser.add_argument("--sentences", type=int, default=20, help="to measure manners and errors")
    parser.add_argument("--embedded", type=int, default=10, help="to tell voices apart")
    parser.add_argument("--deaf", action="store_true", help="without the recogniser")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    found: dict[str, object] = {}
    failed = False
    if options.only != "styles":
        people = variants.people(options.embedded, 0 if options.deaf else options.sentences)
        failed |= variants.fails(people)
        found["voices"] = list(variants.rows(people))
        found["pairs"] = list(variants.pairs(people))
        if not options.json:
            print(variants.table(people))
    if options.only != "variants":
        rows = list(styles.rows(options.sentences))
        failed |= styles.fails(rows)
        found["styles"] = [row.as_json() for row in rows]
        if not options.json:
            print(styles.table(rows))
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
