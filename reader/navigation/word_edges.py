"""Where words end, in scripts that put spaces between them."""

from __future__ import annotations

LETTER = r"[^\W_\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]"
"""Pattern of a letter or digit of a script that puts spaces between words."""

EDGE_OF_WORD = rf"(?:(?<!{LETTER})|(?!{LETTER}))"
"""Pattern of a place that is not inside such a word."""
