"""Names of elements and attributes, as the parser gives them and as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.messages import message
from reader.narration.ssml.asking import LANG
from reader.narration.ssml.elements import ELEMENTS, FETCHING, REFUSED, SILENT
from reader.narration.ssml.model import OWN, SSML
from reader.narration.ssml.tag import Problems

ROOT = "speak"

_XML = "http://www.w3.org/XML/1998/namespace"
_PREFIXES = MappingProxyType({OWN: "x:", _XML: "xml:"})
_ANYWHERE = frozenset({"xml:id", "xml:space"})
_NONE: Mapping[str, str] = MappingProxyType({})
_ROOT_ATTRIBUTES = frozenset({"version", LANG})
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"

_ELEMENT_NAMES = {
    f"{namespace}{name}": name
    for name in (ROOT, *(each for each in (*ELEMENTS, *SILENT) if not each.startswith("x:")))
    for namespace in ("", f"{SSML} ")
} | {f"{OWN} {name.removeprefix('x:')}": name for name in ELEMENTS if name.startswith("x:")}


def element_name(raw: str, problems: Problems) -> str:
    """What people call the element; one that is not ours is minded or refused."""
    found = _ELEMENT_NAMES.get(raw)
    if found is not None:
        return found
    namespace, _, local = raw.rpartition(" ")
    if local in REFUSED:
        raise problems.refuse(
            message("<{local}> would fetch something, which is never done.", local=local),
            message("Delete it; pronunciations are kept in the list of pronunciations.")
            if local == "lexicon"
            else message("Delete it; what is to be said goes into text."),
        )
    name = local if namespace in ("", SSML) else f"{_PREFIXES.get(namespace, '')}{local}"
    elsewhere = f" of {namespace}" if namespace not in ("", SSML, OWN) else ""
    problems.mind(
        message(
            "<{name}> of {namespace} is no element of our SSML.", name=name, namespace=namespace
        )
        if elsewhere
        else message("<{name}> is no element of our SSML.", name=name),
        message("Delete the tag or write one of {names}.", names=tuple(sorted(ELEMENTS))),
    )
    return f"{name}{elsewhere}"


def attributes_of(element: str, raw: Mapping[str, str], problems: Problems) -> Mapping[str, str]:
    """The attributes of `element` that count, by the names that people write."""
    if not raw:
        return _NONE
    known = ELEMENTS.get(element)
    allowed = known.attributes if known is not None else _ROOT_ATTRIBUTES
    found: dict[str, str] = {}
    for raw_name, value in raw.items():
        namespace, _, local = raw_name.rpartition(" ")
        name = f"{_PREFIXES.get(namespace, '')}{local}"
        if name in FETCHING:
            raise problems.refuse(
                message("{name} would fetch something, which is never done.", name=name),
                message("Delete the attribute."),
            )
        if namespace and namespace not in _PREFIXES:
            _mind_foreign(namespace, local, problems)
        elif name in allowed:
            found[name] = value
        elif known is not None and name in known.unused:
            problems.warn(message("{name} of <{element}> is left out.", name=name, element=element))
        elif name not in _ANYWHERE and (known is not None or element == ROOT):
            problems.mind(
                message(
                    "<{element}> has no attribute {name} in our SSML.", element=element, name=name
                ),
                message("Its attributes are {names}.", names=tuple(sorted(allowed)))
                if allowed
                else message("It has none; delete it."),
            )
    return found


def _mind_foreign(namespace: str, name: str, problems: Problems) -> None:
    if namespace != _SCHEMA:
        problems.mind(
            message(
                "The attribute {name} of {namespace} is not ours.", name=name, namespace=namespace
            ),
            message("Delete it."),
        )
