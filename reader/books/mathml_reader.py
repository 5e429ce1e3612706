"""The elements of a formula put into words, from the innermost outwards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from reader.books import mathml_chemistry as chemistry
from reader.books.markup import Element, local_name, plain_text
from reader.books.mathml_rows import read_row
from reader.books.mathml_scripts import Scripts, has_limits
from reader.books.mathml_signs import SILENT
from reader.books.mathml_words import Part, Words, all_simple

_DEEPEST = 60
"""Elements within each other that are put into words; what is deeper is read as it stands."""

_NOT_READ = frozenset({"annotation", "annotation-xml", "mphantom", "none", "mspace"})
_TOKENS = frozenset({"mi", "mn", "mtext", "ms", "mo"})
_CLOSING = frozenset(")]|‖}∣")
_THINGS = frozenset("…⋯∞∅")
"""Operators in the markup that are things to the reader."""

_REPEATED_PAUSE = re.compile("，+([，；])")


class FormulaReader:
    """Reads one ``math`` element in a language (``zh`` or ``en``)."""

    def __init__(self, math: Element, language: str) -> None:
        self._math = math
        self._words = Words(language)
        self._chemical = chemistry.is_chemical(math)
        self._depth = 0
        self._limits = 0
        self._whole: dict[str, Callable[[Element], Part]] = {
            "mtable": self._table,
            "mmultiscripts": self._multiscripts,
            "mfenced": self._fenced,
            "mfrac": self._fraction,
            "semantics": self._chosen,
            "maction": self._chosen,
            "msqrt": self._square_root,
            "menclose": self._enclosure,
        }
        self._scripts = Scripts(self._words, chemical=self._chemical)

    def read(self) -> str:
        """The words of the whole formula."""
        text = self._part(self._math).text
        return _REPEATED_PAUSE.sub(r"\1", text).strip("，；,; ")

    # --- elements

    def _part(self, element: Element) -> Part:
        name = local_name(element)
        if not name or name in _NOT_READ:
            return Part("")
        if name in _TOKENS:
            return self._token(name, element)
        if self._depth > _DEEPEST:
            return Part(plain_text(element), simple=False)
        self._depth += 1
        try:
            return self._structure(name, element)
        finally:
            self._depth -= 1

    def _structure(self, name: str, element: Element) -> Part:
        whole = self._whole.get(name)
        if whole is not None:
            return whole(element)
        if self._scripts.knows(name):
            return self._scripts.combined(name, self._children(element))
        return self._row(element)

    def _chosen(self, element: Element) -> Part:
        """The presentation in ``semantics``, what an action shows: the first child."""
        chosen = next((child for child in element if local_name(child)), None)
        return self._part(chosen) if chosen is not None else Part("")

    def _square_root(self, element: Element) -> Part:
        return Part(self._words.say_by_size("root", self._row(element)))

    def _enclosure(self, element: Element) -> Part:
        notation = element.get("notation") or ""
        row = self._row(element)
        if "radical" in notation:
            return Part(self._words.say_by_size("root", row))
        if "strike" in notation:
            return Part(self._words.say("crossed out", row.text), simple=False)
        return row

    def _children(self, element: Element) -> list[Part]:
        """The parts of a script: those left empty count, so that their places are known."""
        parts: list[Part] = []
        for at, child in enumerate(e for e in element if isinstance(e.tag, str)):
            limits = at == 1 and bool(parts) and has_limits(parts[0].sign)
            self._limits += limits
            parts.append(self._part(child))
            self._limits -= limits
        return parts

    def _token(self, name: str, element: Element) -> Part:
        text = "".join(c for c in plain_text(element) if c not in SILENT).strip()
        if not text:
            applied = "\u2061" in (element.text or "")
            return Part("", sign="\u2061" if applied else "")
        if self._chemical and name in {"mi", "mtext"} and chemistry.split_symbols(text):
            return Part(chemistry.spelled(text), sign=text)
        if name == "mo" and text in {"→", "⟶"}:
            return Part(self._arrow(), sign=text, operator=True)
        word = self._words.sign(text)
        if word is None and text[0].isalpha():
            text = unicodedata.normalize("NFKC", text)
            word = self._words.sign(text)
        operator = name == "mo" and not text.isalnum() and text not in _THINGS
        simple = name in {"mn", "mi"} or len(text) == 1
        return Part(word or text, simple=simple, sign=text, operator=operator, tag=name)

    def _arrow(self) -> str:
        if self._limits:
            return self._words.say("approaches")
        return self._words.say("yields") if self._chemical else self._words.sign("→") or "→"

    # --- rows and fences

    def _row(self, element: Element) -> Part:
        parts = self._row_parts(element)
        if not parts and (element.text or "").strip():
            return Part(" ".join(element.text.split()), simple=False)
        return read_row(parts, self._words, chemical=self._chemical)

    def _row_parts(self, element: Element) -> list[Part]:
        """The parts of a row; brackets within it stand in it, for they may be a function's."""
        children = [child for child in element if isinstance(child.tag, str)]
        parts: list[Part] = []
        for at, child in enumerate(children):
            if local_name(child) == "mtable":
                closing = plain_text(children[at + 1]) if at + 1 < len(children) else ""
                part = self._table(child, parts[-1].sign if parts else "", closing)
                if part.fenced:
                    parts.pop()
                parts.append(part)
                continue
            found = self._spliced(child)
            if parts and parts[-1].fenced and found and found[0].sign in _CLOSING:
                parts[-1] = Part(parts[-1].text)
            else:
                parts.extend(part for part in found if part.text or part.sign)
        return parts

    def _spliced(self, child: Element) -> list[Part]:
        inner = _unwrapped(child)
        if self._depth < _DEEPEST and local_name(child) == "mfenced" and not _is_table(child):
            return self._fence_parts(child)
        first = next((part for part in inner if isinstance(part.tag, str)), None)
        bracketed = first is not None and plain_text(first) == "("
        if self._depth < _DEEPEST and local_name(inner) == "mrow" and bracketed:
            self._depth += 1
            parts = self._row_parts(inner)
            self._depth -= 1
            return parts
        return [self._part(child)]

    def _fenced(self, element: Element) -> Part:
        if _is_table(element):
            table = _unwrapped(next(child for child in element if isinstance(child.tag, str)))
            fences = element.get("open", "("), element.get("close", ")")
            return Part(self._table(table, *fences).text)
        return read_row(self._fence_parts(element), self._words, chemical=self._chemical)

    def _fence_parts(self, element: Element) -> list[Part]:
        separators = "".join((element.get("separators", ",") or "").split())
        parts = [self._sign(element.get("open", "("))]
        self._depth += 1
        for at, child in enumerate(child for child in element if isinstance(child.tag, str)):
            if at and separators:
                parts.append(self._sign(separators[min(at - 1, len(separators) - 1)]))
            parts.append(self._part(child))
        self._depth -= 1
        parts.append(self._sign(element.get("close", ")")))
        return [part for part in parts if part.text]

    def _sign(self, text: str) -> Part:
        text = text.strip()
        return Part(self._words.sign(text) or text, sign=text, operator=True, tag="mo")

    # --- fractions and scripts

    def _fraction(self, element: Element) -> Part:
        parts = [self._part(child) for child in element if isinstance(child.tag, str)]
        if len(parts) != 2:
            return Part(self._words.joined([part.text for part in parts]), simple=False)
        binomial = re.fullmatch(r"0[a-z%]*", element.get("linethickness", "")) is not None
        phrase = "binomial" if binomial else "fraction"
        return Part(
            self._words.say_by_size(phrase, *parts), nested=not binomial, simple=all_simple(parts),
            binomial=binomial,
        )  # fmt: skip

    def _multiscripts(self, element: Element) -> Part:
        children = [child for child in element if isinstance(child.tag, str)]
        if not children:
            return Part("")
        base = self._part(children[0])
        after: list[Part] = []
        before: list[Part] = []
        scripts = after
        for child in children[1:]:
            if local_name(child) == "mprescripts":
                scripts = before
            else:
                scripts.append(self._part(child))
        for below, above in _pairs(after):
            base = self._scripts.index_and_power([base, below, above])
        for below, above in _pairs(before):
            text = base.text
            text = self._words.say("left below", text, below.text) if below.text else text
            text = self._words.say("left above", text, above.text) if above.text else text
            base = Part(text, sign=base.sign)
        return base

    # --- tables

    def _table(self, table: Element, opening: str = "", closing: str = "") -> Part:
        rows = [self._cells(row) for row in table if local_name(row) in {"mtr", "mlabeledtr"}]
        rows = [row for row in rows if any(row)]
        language = self._words.language
        comma, stop = ("，", "；") if language == "zh" else (", ", "; ")
        columns = max(map(len, rows), default=0)
        kind = _kind_of_table(opening, closing, len(rows), columns)
        if kind is None:
            lines = [self._words.joined(row) for row in rows]
            return Part(stop.join(lines), simple=False)
        listed = [comma.join(row) for row in rows]
        if kind in {"matrix", "determinant"}:
            listed = [self._words.say("row", str(at), row) for at, row in enumerate(listed, 1)]
        body = (comma if kind in {"column", "row vector"} else stop).join(listed)
        text = self._words.say(kind, str(len(rows)), str(columns), body)
        return Part(text, fenced=True)

    def _cells(self, row: Element) -> list[str]:
        return [self._row(cell).text for cell in row if isinstance(cell.tag, str)]


def _kind_of_table(opening: str, closing: str, rows: int, columns: int) -> str | None:
    if opening == "{" and closing != "}":
        return "cases"
    if opening in {"|", "∣"} and rows == columns:
        return "determinant"
    if opening not in {"(", "[", "‖", "|"} or not closing:
        return None
    if columns == 1 or rows == 1:
        return "column" if columns == 1 else "row vector"
    return "matrix"


def _is_table(fenced: Element) -> bool:
    children = [child for child in fenced if isinstance(child.tag, str)]
    return len(children) == 1 and local_name(_unwrapped(children[0])) == "mtable"


def _unwrapped(element: Element) -> Element:
    for _ in range(5):
        children = [child for child in element if isinstance(child.tag, str)]
        if local_name(element) not in {"mrow", "mstyle", "mpadded"} or len(children) != 1:
            break
        element = children[0]
    return element


def _pairs(parts: list[Part]) -> list[tuple[Part, Part]]:
    padded = [*parts, Part("")] if len(parts) % 2 else parts
    return list(zip(padded[::2], padded[1::2], strict=True))
