"""The inline text of one block, as it flows in from the markup.

White space is collapsed the way a browser does it, except that a line break in the source
between two Chinese or Japanese characters is no space at all. Characters that only help
line breaking (zero-width space, word joiner, soft hyphen) and control characters go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.books.model import LINE_BREAK, Cell, Emphasis, Run
from reader.books.references import find_references
from reader.language.detect import language_of, primary

INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u0000-\u0008\u000e-\u001b\u007f\ufff9-\ufffb]")
_CJK = (
    "\u2e80-\u303f\u3041-\u30ff\u3105-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U000323af"
)
_WHITE = " \t\r\n\f\v\u00a0\u0085\u2029\u001c\u001d\u001e\u001f"
_SPACES = re.compile(f"[{_WHITE}]+")
_BREAK_IN_CJK = re.compile(f"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}])")
_IS_CJK = re.compile(f"[{_CJK}]")
_PUNCTUATION = re.compile(r"[\s.,;:!?。，；：！？、…]$")


@dataclass(frozen=True, kw_only=True)
class Style:
    """How inline text looks; what a :class:`~reader.books.model.Run` will say of it.

    `note` marks a reference that the markup itself calls one, `raised` superscript.
    """

    language: str | None = None
    emphasis: Emphasis = Emphasis.NONE
    link: str | None = None
    note: bool = False
    raised: bool = False
    phonemes: str | None = None
    phoneme_alphabet: str | None = None
    speaker: str | None = None
    voice: str | None = None
    say_as: str | None = None
    term: bool = False


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A bit of text in one style; `image` if it stands for a picture."""

    text: str
    style: Style
    ruby: str | None = None
    page: str | None = None
    image: bool = False


class Flow:
    """Collects pieces until the block ends; `anchors` are (id, offset in the block)."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.anchors: list[tuple[str, int]] = []
        self.length = 0
        self._space = False
        self._space_breaks = False
        self._last = ""
        self._cell_ended = False
        self._heading_ended = False
        self._cells: list[Cell] = []
        self._open_cell: Cell | None = None
        self._cell_start: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing has been written that can be read."""
        return self.length == 0

    @property
    def ends_line(self) -> bool:
        """Whether the last thing written is a line break."""
        return self._last == LINE_BREAK

    def anchor(self, identifier: str) -> None:
        """Remember that links to `identifier` lead to this point."""
        self.anchors.append((identifier, self.length))

    def write(self, text: str, style: Style, *, image: bool = False) -> None:
        """Add text from the markup, white space collapsed."""
        raw = INVISIBLE.sub("", text)
        core = _SPACES.sub(" ", _BREAK_IN_CJK.sub("", raw)).strip(" ")
        if self.blank:
            core = core.lstrip()
        if not core:
            self._note_space(raw)
            return
        self._note_space(raw[: len(raw) - len(raw.lstrip(_WHITE))])
        joint = self._joint(core[0])
        self._begin_cell(len(joint))
        self._append(joint + core, style, image=image)
        self._note_space(raw[len(raw.rstrip(_WHITE)) :])

    def write_exactly(self, text: str, style: Style) -> None:
        """Add preformatted text: line breaks and blanks are kept."""
        text = INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\t", "    ")
        text = re.sub("[\r\n\f\v\u0085\u2029\u001c-\u001f]", LINE_BREAK, text)
        if self.blank:
            text = re.sub(f"^(?:[ \u00a0]*{LINE_BREAK})+", "", text)
        if self.blank and not text.strip():
            return
        self._begin_cell(0)
        self._append(text, style)

    def write_ruby(self, base: str, reading: str, style: Style) -> None:
        """Add `base` with its `reading` printed beside it."""
        before = len(self.pieces)
        self.write(base, style)
        if len(self.pieces) > before:
            self.pieces[-1] = replace(self.pieces[-1], ruby=" ".join(reading.split()) or None)

    def open_cell(self, cell: Cell, style: Style) -> None:
        """What follows is the text of `cell`, after the heading of its column."""
        if cell.heading:
            self.write(cell.heading, Style(language=style.language))
            self._append("：" if _IS_CJK.match(self._last) else ": ", Style())
            self._heading_ended = True
        self._open_cell, self._cell_start = cell, None

    def close_cell(self) -> None:
        """The text of the cell opened last is written."""
        if self._open_cell is not None:
            start = self.length if self._cell_start is None else self._cell_start
            self._cells.append(replace(self._open_cell, start=start, end=self.length))
        self._open_cell = None

    def forget_cells(self) -> None:
        """A row without text has ended."""
        self._cells.clear()

    def cells_within(self, length: int) -> tuple[Cell, ...]:
        """The cells of the row, their text no longer than the row's own `length`."""
        return tuple(
            replace(cell, start=min(cell.start, length), end=min(cell.end, length))
            for cell in self._cells
        )

    def break_line(self, style: Style) -> None:
        """End the line within the block; it goes on in the same voice as before."""
        self._space = False
        if not self.blank:
            self._append(LINE_BREAK, Style(speaker=style.speaker, voice=style.voice))

    def turn_page(self, label: str) -> None:
        """The printed page `label` begins here."""
        self.pieces.append(Piece(text="", style=Style(), page=label))

    def end_cell(self) -> None:
        """What comes next stands in another cell of the table row."""
        self._cell_ended = True

    def space(self) -> None:
        """What comes next is another word."""
        self._space = True

    def _begin_cell(self, joint: int) -> None:
        """The first words of a cell come next, after `joint` characters."""
        if self._open_cell is not None and self._cell_start is None:
            self._cell_start = self.length + joint

    def _note_space(self, white: str) -> None:
        if white:
            breaks = "\n" in white or "\r" in white
            self._space_breaks = breaks and (self._space_breaks or not self._space)
            self._space = True

    def _joint(self, following: str) -> str:
        """What joins the text so far with `following`: nothing, a blank, or a cell's end."""
        space, self._space = self._space, False
        cell_ended, self._cell_ended = self._cell_ended, False
        heading_ended, self._heading_ended = self._heading_ended, False
        if self.blank or self.ends_line or heading_ended:
            return ""
        if cell_ended and not _PUNCTUATION.match(self._last):
            return "；" if _IS_CJK.match(self._last) else "; "
        if not space and not cell_ended:
            return ""
        between_cjk = _IS_CJK.match(self._last) and _IS_CJK.match(following)
        return "" if self._space_breaks and between_cjk else " "

    def _append(self, text: str, style: Style, *, image: bool = False) -> None:
        self.pieces.append(Piece(text=text, style=style, image=image))
        self.length += len(text)
        self._last = text[-1]
        self._space_breaks = False


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without white space at the end of the block."""
    result = list(pieces)
    for index in range(len(result) - 1, -1, -1):
        text = result[index].text.rstrip()
        if text != result[index].text:
            result[index] = replace(result[index], text=text)
        if text:
            break
    return [piece for piece in result if piece.text or piece.page]


def to_runs(pieces: Sequence[Piece], language: str | None) -> tuple[Run, ...]:
    """Runs for a block in `language`; neighbours of one look become one run.

    A language tag that the script of its own text contradicts is dropped.
    """
    references = find_references(
        [(piece.text, piece.style.link, piece.style.note, piece.style.raised) for piece in pieces]
    )
    groups: list[list[Run]] = []
    for piece, is_reference in zip(pieces, references, strict=True):
        run = _to_run(piece, language, is_reference=is_reference)
        if groups and _same_look(groups[-1][0], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return tuple(replace(group[0], text="".join(run.text for run in group)) for group in groups)


def _to_run(piece: Piece, language: str | None, *, is_reference: bool) -> Run:
    style = piece.style
    own = style.language if style.language != language else None
    return Run(
        text=piece.text,
        language=believable(own, piece.text),
        emphasis=style.emphasis,
        link=style.link,
        note=style.link if is_reference else None,
        ruby=piece.ruby,
        phonemes=style.phonemes,
        phoneme_alphabet=style.phoneme_alphabet if style.phonemes else None,
        page=piece.page,
        image=piece.image,
        speaker=style.speaker,
        voice=style.voice,
        say_as=style.say_as,
        term=style.term,
    )


def _same_look(left: Run, right: Run) -> bool:
    marked = left.ruby or right.ruby or left.phonemes or right.phonemes
    if marked or left.page is not None or right.page is not None:
        return False
    return (
        left.emphasis is right.emphasis
        and left.language == right.language
        and left.link == right.link
        and left.note == right.note
        and left.image == right.image
        and left.speaker == right.speaker
        and left.voice == right.voice
        and left.say_as == right.say_as
        and left.term == right.term
    )


def believable(tag: str | None, text: str) -> str | None:
    """`tag`, unless the script of `text` says that it cannot be true."""
    if tag is None or not text:
        return None
    return tag if primary(language_of(text, default=tag)) == primary(tag) else None
