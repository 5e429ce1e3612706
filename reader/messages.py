"""Sentences for the user, written in English, that a window can say in another language.

The core knows no language but English and no Qt. What it has to say it makes with
:func:`message`, from a sentence with places for what varies; the window translates the sentence
and fills the places anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Message(str):
    """An English sentence that remembers the `template` and the `values` it was made of."""

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Message:
        """The sentence: `template` with `values` in its places, as :meth:`str.format` does."""
        made = super().__new__(cls, template.format_map(values))
        made.template = template
        made.values = MappingProxyType(dict(values))
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[str, dict[str, object]]]:
        return Message, (self.template, dict(self.values))


def message(template: str, /, **values: object) -> Message:
    """`template`, written out where it is called so that translators find it, with `values`.

    A value that is a :class:`Message` itself is translated too.
    """
    return Message(template, values)
