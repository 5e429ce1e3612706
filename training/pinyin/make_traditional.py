"""Makes the table of traditional hanzi: ``resources/pinyin/traditional.txt``.

    python make_traditional.py

Needs the package ``opencc`` (Apache-2.0), whose conversion of single characters is written
down: every traditional character and variant, then the simplified one it is read as.
"""

from __future__ import annotations

import opencc

from reader import paths

_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2FA20))


def main() -> None:
    """Write a line of pairs for each block of a hundred characters."""
    convert = opencc.OpenCC("t2s").convert
    characters = [chr(code) for first, end in _RANGES for code in range(first, end)]
    pairs = [
        character + simple
        for character in characters
        if (simple := convert(character)) != character and "一" <= simple <= "鿿"
    ]
    lines = ["".join(pairs[start : start + 40]) + "\n" for start in range(0, len(pairs), 40)]
    table = paths.resources_folder() / "pinyin" / "traditional.txt"
    table.write_text("".join(lines), "utf-8")
    print(f"{len(pairs):,} characters")


if __name__ == "__main__":
    main()
