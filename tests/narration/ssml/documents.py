"""What the tests of SSML share."""

from __future__ import annotations

from typing import Any

from reader.errors import MarkupError
from reader.narration.delivery import Delivery
from reader.narration.ssml import Markup, parse
from reader.narration.ssml.model import OWN, SSML


def speak(inner: str) -> str:
    """A document around `inner`; lines are counted as in `inner`."""
    return f'<speak version="1.1" xmlns="{SSML}" xmlns:x="{OWN}" xml:lang="en">{inner}</speak>'


def read(inner: str, **options: Any) -> Markup:
    return parse(speak(inner), **options)


def delivery(inner: str, **options: Any) -> Delivery:
    """What is asked for of all the text of `inner`, put together."""
    markup = read(inner, **options)
    whole = Delivery()
    for cue in markup.cues:
        assert (cue.start, cue.end) == (0, len(markup.text))
        whole = cue.delivery.within(whole)
    return whole


def error_of(document: str, **options: Any) -> MarkupError:
    """The error that `document` is refused with."""
    try:
        parse(document, **options)
    except MarkupError as error:
        return error
    raise AssertionError("it was read")
