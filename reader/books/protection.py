"""Is the text locked? Fonts that are merely obfuscated do not count.

``META-INF/encryption.xml`` lists what is encrypted and how (EPUB Open Container Format
3.3, section 4.2.6.3.2); the rights file beside it tells whose lock it is.
"""

from __future__ import annotations

from reader.books.container import Container
from reader.books.markup import local_name, parse_xml
from reader.errors import ProtectedBook
from reader.messages import message

_FONT_OBFUSCATION = {
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
}
_LOCKS = {
    "META-INF/license.lcpl": "Readium LCP",
    "META-INF/rights.xml": "Adobe Digital Editions",
    "META-INF/sinf.xml": "Apple FairPlay",
}


def encrypted_members(container: Container) -> frozenset[str]:
    """The names of the members that a cipher hides; obfuscated fonts left out."""
    member = container.find("META-INF/encryption.xml")
    if member is None:
        return frozenset()
    root = parse_xml(container.read(member))
    if root is None:
        return frozenset()
    hidden: set[str] = set()
    for data in root.iter("{*}EncryptedData"):
        method = data.find("{*}EncryptionMethod")
        algorithm = method.get("Algorithm", "") if method is not None else ""
        if not algorithm or algorithm in _FONT_OBFUSCATION:
            continue
        for part in data.iter():
            if local_name(part) == "CipherReference":
                found = container.find(part.get("URI", ""))
                hidden.update([found] if found else [])
    return frozenset(hidden)


def refuse_if_locked(container: Container, text_members: frozenset[str]) -> None:
    """Raise :class:`~reader.errors.ProtectedBook` if any of `text_members` is encrypted."""
    if not encrypted_members(container) & text_members:
        return
    locks = [lock for member, lock in _LOCKS.items() if container.find(member)]
    raise ProtectedBook(
        container.name,
        message(
            "The text is encrypted by {lock} (DRM), so it cannot be read aloud here.", lock=locks[0]
        )
        if locks
        else message("The text is encrypted (DRM), so it cannot be read aloud here."),
        message(
            "Open it in the shop's own reader, or ask the shop or library for a copy without DRM.",
        ),
    )
