"""What a theme says: one colour for each thing that has one.

Every colour is written ``#rrggbb``. How far apart they are is promised by :data:`TEXTS` and
:data:`EDGES`: WCAG 2 asks for 4.5 between letters and their ground (7 in high contrast) and for
3 wherever a control is only known by its edge, by its ring or by being chosen.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Theme:
    """The colours of everything; `dark` is whether letters are lighter than their ground.

    `ground` is the window's, `surface` that of the book, of fields and of lists, `raised` that of
    buttons, which is `hover` under the pointer and `pressed` while it is held. `text` is written
    on all of them, `faint` where it matters less, `disabled` where nothing can be done.
    `border` is the edge of controls, `line` a hair between two parts that nobody needs to see.
    `accent` with `on_accent` is what has been switched on; `selection` with `on_selection` what
    is chosen; `focus` the ring around what the keys go to. `notice` with `on_notice` is the bar
    of messages.

    In the book `sentence` is the ground of the one that is spoken, with `sentence_line` below it,
    `word` that of the word in it; `found` is what a search has found, `noted` what has a note,
    `ruler` the line that is being read. Each has letters of its own, called ``on_…``; those on
    the ruler are the text's. `link` is a reference.
    """

    name: str
    dark: bool
    ground: str
    surface: str
    raised: str
    hover: str
    pressed: str
    text: str
    faint: str
    disabled: str
    border: str
    line: str
    accent: str
    on_accent: str
    selection: str
    on_selection: str
    focus: str
    notice: str
    on_notice: str
    link: str
    sentence: str
    on_sentence: str
    sentence_line: str
    word: str
    on_word: str
    found: str
    on_found: str
    noted: str
    on_noted: str
    ruler: str

    @property
    def high_contrast(self) -> bool:
        """Whether it is made for those who need all the contrast there is."""
        return self.name.startswith("contrast")


GROUNDS = ("ground", "surface", "raised", "hover", "pressed")
"""What usual text and the edges of controls stand on."""

TEXTS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "faint") for ground in GROUNDS),
    ("text", "ruler"),
    ("link", "surface"),
    ("link", "ground"),
    *(
        (f"on_{name}", name)
        for name in ("accent", "selection", "notice", "sentence", "word", "found", "noted")
    ),
)
"""Letters and what they are written on."""

EDGES: tuple[tuple[str, str], ...] = (
    *((edge, ground) for edge in ("border", "focus") for ground in ("ground", "surface", "raised")),
    *((fill, ground) for fill in ("accent", "selection") for ground in ("ground", "surface")),
    ("sentence_line", "surface"),
    ("sentence_line", "sentence"),
    ("word", "surface"),
    ("word", "sentence"),
)
"""What is known by a colour alone and what it has to stand out from."""

EDGE = 3.0
"""The least contrast of an edge."""


def least_text(theme: Theme) -> float:
    """The least contrast of letters in `theme`."""
    return 7.0 if theme.high_contrast else 4.5
