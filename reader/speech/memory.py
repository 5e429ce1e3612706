"""Gives memory that is no longer used back to the system."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Return the heap's free pages, where the C library can (glibc); takes a millisecond or so.

    glibc keeps what a long sentence needed, on every thread's heap. Over a book that came to
    200 MB; returned after each sentence it is none, for a tenth more time in synthesis.
    """
    _trim()(0)


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
