"""Chemical formulas among the mathematical: how to know them."""

from __future__ import annotations

import re

from reader.books.markup import Element, local_name, plain_text

_ELEMENTS = frozenset(
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As "  # noqa: SIM905
    "Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd "
    "Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am "
    "Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og".split()
)
STATES = {"s": "solid", "l": "liquid", "g": "gas", "aq": "aqueous"}
"""The states of matter in brackets after a formula."""

_SYMBOL = re.compile("[A-Z][a-z]?")
_NOT_CHEMICAL = frozenset("=<>∈∑∫√≤≥≈∀∃")


def is_chemical(math: Element) -> bool:
    """Whether all letters of a formula are symbols of elements, and it looks like chemistry:
    upright letters, symbols of two letters, or hydrogen or oxygen beside another element.
    """
    symbols: list[str] = []
    upright = False
    for element in math.iter():
        name = local_name(element)
        text = plain_text(element) if name in {"mi", "mtext", "mo"} else ""
        if name == "mo" and text in _NOT_CHEMICAL:
            return False
        if name not in {"mi", "mtext"} or not text.strip("() "):
            continue
        if text.strip("() ") in STATES:
            continue
        found = split_symbols(text)
        if not found:
            if name == "mi":
                return False
            continue
        symbols += found
        upright = upright or name == "mtext" or element.get("mathvariant") == "normal"
        upright = upright or any(len(symbol) > 1 for symbol in found)
    return bool(symbols) and (upright or (len(set(symbols)) > 1 and bool({"H", "O"} & {*symbols})))


def split_symbols(text: str) -> list[str]:
    """The symbols of elements that `text` (NaCl) is made of; empty if it is none."""
    found = _SYMBOL.findall(text)
    return found if "".join(found) == text.strip() and _ELEMENTS.issuperset(found) else []


def spelled(text: str) -> str:
    """The letters of a formula's symbols one by one: Na is said N A."""
    return " ".join(text.strip().upper())
