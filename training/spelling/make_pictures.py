"""Makes the names of pictures: ``resources/spelling/pictures.txt``.

    python -m training.spelling.make_pictures FOLDER

`FOLDER` is ``emoji/unicode_codes`` of the package ``emoji`` 2.16.0. Kept are the pictures of
one character; those of several are named character by character.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reader import paths

_SELECTOR = "\ufe0f"


def main() -> int:
    """Write the table."""
    folder = Path(sys.argv[1])
    english = json.loads((folder / "emoji.json").read_text("utf-8"))
    chinese = json.loads((folder / "emoji_zh.json").read_text("utf-8"))
    rows = {}
    for written, entry in english.items():
        picture = written.replace(_SELECTOR, "")
        if len(picture) == 1 and not picture.isalnum():
            rows[picture] = (_name(entry["en"]), _name(chinese.get(written, "")))
    lines = ("\t".join((picture, *names)) for picture, names in sorted(rows.items()))
    target = paths.resources_folder() / "spelling" / "pictures.txt"
    target.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return 0


def _name(code: str) -> str:
    return code.strip(":").replace("_", " ")


if __name__ == "__main__":
    sys.exit(main())
