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
        kept = {name: _kept(value) for name, value in values.items()}
        made = super().__new__(
            cls, template.format_map({name: _written(value) for name, value in kept.items()})
        )
        made.template = template
        made.values = MappingProxyType(kept)
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[str, dict[str, object]]]:
        return Message, (self.template, dict(self.values))


def message(template: str, /, **values: object) -> Message:
    """`template`, written out where it is called so that translators find it, with `values`.

    A value that is a :class:`Message` itself is translated too; a tuple is a list of such, with
    commas between them. Of an error only the text is kept.
    """
    return Message(template, values)


def template(text: str, /) -> str:
    """`text`, written out where it is called so that translators find it; for what is made into
    a :class:`Message` only later, with the values that are known then."""
    return text


def _kept(value: object) -> object:
    """`value` as a message keeps it; an error would hold on to all that it failed in."""
    return str(value) if isinstance(value, BaseException) else value


def _written(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value
