"""The SMIL 1.0 documents of a talking book: what is shown and heard at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.export.daisy.clock import play_time
from reader.export.daisy.pars import Par
from reader.export.pages.markup import element, opening

_DOCTYPE = (
    '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">'
)


def par_identifier(number: int) -> str:
    """The id of par `number`, from 0, in its document."""
    return f"p{number + 1:04}"


def smil_document(
    pars: Sequence[Par], *, text: str, sound: str, seconds: int, metas: Mapping[str, str]
) -> str:
    """A section's document: `pars` between the files named `text` and `sound`."""
    body = "\n".join(_par(number, par, text=text, sound=sound) for number, par in enumerate(pars))
    return _document(metas, f"{opening('seq', dur=f'{seconds}.000s')}\n{body}\n</seq>")


def master_document(sections: Iterable[tuple[str, str]], metas: Mapping[str, str]) -> str:
    """The list of all documents, each with the title of its section, in order."""
    references = (
        element("ref", title=title, src=name, id=f"r{number:04}")
        for number, (name, title) in enumerate(sections, 1)
    )
    return _document(metas, "\n".join(references))


def _document(metas: Mapping[str, str], body: str) -> str:
    head = "\n".join(element("meta", name=name, content=value) for name, value in metas.items())
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{_DOCTYPE}\n<smil>\n<head>\n{head}\n'
        f'<layout>\n<region id="txtView"/>\n</layout>\n</head>\n<body>\n{body}\n</body>\n</smil>\n'
    )


def _par(number: int, par: Par, *, text: str, sound: str) -> str:
    start = opening("par", endsync="last", system_required=par.skippable, id=par_identifier(number))
    shown = element("text", src=f"{text}#{par.text}", id=f"t{number + 1:04}")
    heard = element(
        "audio",
        src=sound,
        clip_begin=play_time(par.begin),
        clip_end=play_time(par.end),
        id=f"a{number + 1:04}",
    )
    return f"{start}\n{shown}\n{heard}\n</par>"
