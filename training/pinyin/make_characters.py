"""Makes the table of single hanzi: ``resources/pinyin/characters.txt``.

    python make_characters.py

The first reading of each character in the dictionary of ``pypinyin`` (MIT), which follows the
Unihan database: a line for each syllable, then the characters that have it.
"""

from __future__ import annotations

from collections import defaultdict

from reader import paths
from training.pinyin.sources import pypinyin
from training.pinyin.tones import numbered_syllable


def main() -> None:
    """Read the dictionary and write the table, sorted."""
    having = defaultdict(list)
    for code, marked in pypinyin("pinyin_dict.json").items():
        having[numbered_syllable(marked.split(",")[0])].append(chr(int(code)))
    lines = [f"{syllable} {''.join(sorted(having[syllable]))}\n" for syllable in sorted(having)]
    (paths.resources_folder() / "pinyin" / "characters.txt").write_text("".join(lines), "utf-8")
    print(f"{sum(map(len, having.values())):,} characters")


if __name__ == "__main__":
    main()
