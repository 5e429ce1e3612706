"""Gives memory that is no longer used back to the system."""

from __future__ import annotations

import ctypes
import itertools
import sys
from collections.abc import Callable
from functools import cache

_EVERY = 8
_sentences = itertools.count(1)


def give_back() -> None:
    """Return the heap's free pages, where the C library can (glibc); takes a millisecond or so.

    glibc keeps what a long sentence needed, on every thread's heap: 200 MB over a book.
    """
    _trim()(0)


def after_sentence() -> None:
    """:func:`give_back` after every eighth sentence: pages that the next one needs again would
    have to be cleared again, which takes a tenth more time in synthesis.
    """
    if next(_sentences) % _EVERY == 0:
        give_back()


@cache
def _trim() -> Callable[[int], object]:
    if sys.platform.startswith("linux"):
        try:
            return ctypes.CDLL(None).malloc_trim
        except (AttributeError, OSError):
            pass  # another C library
    return _nothing


def _nothing(_pad: int) -> None:
    """Other systems return free memory by themselves."""
