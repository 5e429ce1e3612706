"""The listener's choices, typed, in one JSON file.

Unknown keys of a newer version are kept when the file is written again; a value of the
wrong type falls back to its default. A damaged file is set aside, never overwritten.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reader import paths
from reader.errors import SettingsError
from reader.messages import message

FASTEST = 4.0
SLOWEST = 0.5
LONGEST_PAUSE = 5.0
STRONGEST = 2.0
RUNTIMES = ("auto", "onnx", "paddle")

CHOICES: Mapping[str, tuple[str, ...]] = {
    "runtime": RUNTIMES,
    "skip": ("none", "some", "most", "all"),
    "study": ("off", "sentence", "paragraph"),
    "announce_by": ("auto", "event", "notification"),
    "uncertain": ("narrator", "neighbour"),
    "interface_language": ("", "en", "zh_CN"),
    "theme": ("system", "light", "dark", "sepia", "contrast_dark", "contrast_light"),
    "export_format": ("m4b", "mp3", "opus", "flac", "wav", "epub", "daisy"),
}
"""The settings that take one of a few words."""

_SOUNDING = (
    "voices",
    "spoken",
    "pause_sentence",
    "pause_paragraph",
    "pause_heading",
    "pause_chapter",
    "characters",
    "confidence",
    "uncertain",
    "feelings",
    "stress_markup",
    "stress_headings",
    "stress_terms",
    "stress_words",
)
"""The settings by which a book sounds as it does; an export keeps them."""

_LIMITS: Mapping[str, tuple[float, float]] = {
    "rate": (SLOWEST, FASTEST),
    "volume": (0.0, 1.0),
    "output_buffer": (0.05, 5.0),
    "pause_sentence": (0.0, LONGEST_PAUSE),
    "pause_paragraph": (0.0, LONGEST_PAUSE),
    "pause_heading": (0.0, LONGEST_PAUSE),
    "pause_chapter": (0.0, LONGEST_PAUSE),
    "confidence": (0.0, 1.0),
    "stress_markup": (0.0, STRONGEST),
    "stress_headings": (0.0, STRONGEST),
    "stress_terms": (0.0, STRONGEST),
    "stress_words": (0.0, STRONGEST),
    "text_size": (6, 96),
    "zoom": (50, 500),
    "column_width": (20, 200),
    "line_height": (1.0, 3.0),
    "letter_spacing": (0.0, 0.5),
    "export_loudness": (-35.0, -16.0),
}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that can be chosen; immutable, changed with :meth:`changed`.

    `rate` multiplies the speed of speech (0.5-4), `volume` the loudness (0-1). `voices` maps
    a primary language tag to a voice's name. `output_device` is PortAudio's name of the
    device, None for the system's choice; `output_buffer` the seconds of sound handed to the
    device ahead of time. `runtime` is what the Mandarin voice runs in: ``onnx``, ``paddle`` or
    ``auto``, the faster. `spoken` names how numbers are said where usage differs (the fields of
    :class:`~reader.language.spoken.style.SpokenStyle`). `pause_sentence` and the like are the
    seconds of silence after each, at normal speed; 0 means none. `skip` says how much beside
    the text is left out where a book has no choice of its own; `images` whether descriptions of
    pictures are read. `study` stops after every sentence or paragraph. `cues` sounds a tone at
    headings and bookmarks.

    `characters` gives those who speak in a story voices of their own; where it is less sure than
    `confidence` (0-1) who speaks, the `uncertain` voice does: the ``narrator``'s, or a
    ``neighbour``'s, near to it. `feelings` lets the story's words (whispered, 怒吼) colour them.
    `stress_markup`, `stress_headings`, `stress_terms` and `stress_words` say how strongly what the
    author set off, headings, defined terms and the reader's own words are emphasised: 0 not at
    all, 1 as usual, 2 twice as much.

    `keys` maps a command's name to the keys that the reader gave it, one text with "; " between
    them (empty: none). `caret_follows` moves the caret along with the voice, `voice_follows` the
    voice with the caret; `mark_sentence` and `mark_word` set off what is being spoken. `window`
    is the window's saved geometry, base64. `announce` says whether state is told to a screen
    reader, `announce_by` in which way; `self_voicing` whether the program speaks for itself, and
    `self_voicing_offered` whether that was offered once.

    `interface_language` is that of the window, empty for the system's. `theme` names its colours;
    `zoom` (percent) enlarges all of it. The book is set in `font` (a family; empty: the usual
    faces) at `text_size` points, in lines `line_height` times as high as the letters need and
    `column_width` average letters long, with `letter_spacing` (in widths of an em) between
    letters. `ruler` sets off the line that is being read, `pinyin` writes it above hanzi.
    `index` has the shelf's books prepared for full-text search in the background; `shelf_order`
    and `shelf_shown` are how the shelf was last sorted and filtered. `welcomed` says whether the
    questions of the first start were answered.

    The `export_…` are what was chosen for the last export: `export_level` whether loudness is
    brought to a target, `export_loudness` that target in LUFS, `export_captions` formats and
    `export_leave_out` kinds of chapters, each with commas between them, `export_announce` whether
    title and end are told, `export_folder` where it went (empty: beside the book).
    """

    rate: float = 1.0
    volume: float = 1.0
    voices: Mapping[str, str] = field(default_factory=dict)
    output_device: str | None = None
    output_buffer: float = 0.3
    runtime: str = "auto"
    spoken: Mapping[str, str] = field(default_factory=dict)
    pause_sentence: float = 0.4
    pause_paragraph: float = 0.75
    pause_heading: float = 1.0
    pause_chapter: float = 2.0
    skip: str = "none"
    images: bool = True
    study: str = "off"
    cues: bool = False
    characters: bool = True
    confidence: float = 0.7
    uncertain: str = "narrator"
    feelings: bool = True
    stress_markup: float = 1.0
    stress_headings: float = 1.0
    stress_terms: float = 1.0
    stress_words: float = 1.0
    keys: Mapping[str, str] = field(default_factory=dict)
    caret_follows: bool = False
    voice_follows: bool = False
    mark_sentence: bool = True
    mark_word: bool = True
    text_size: int = 16
    window: str | None = None
    announce: bool = True
    announce_by: str = "auto"
    self_voicing: bool = False
    self_voicing_offered: bool = False
    interface_language: str = ""
    theme: str = "system"
    zoom: int = 100
    font: str = ""
    line_height: float = 1.2
    letter_spacing: float = 0.0
    column_width: int = 72
    ruler: bool = False
    pinyin: bool = False
    index: bool = True
    shelf_order: str = "opened"
    shelf_shown: str = "all"
    welcomed: bool = False
    export_format: str = "m4b"
    export_level: bool = True
    export_loudness: float = -18.0
    export_captions: str = ""
    export_announce: bool = False
    export_leave_out: str = ""
    export_folder: str = ""
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def changed(self, **choices: Any) -> Settings:  # noqa: ANN401
        """A copy with `choices` in place of the present ones."""
        return replace(self, **choices)


_NAMES = tuple(each.name for each in fields(Settings) if each.name != "unknown")


def settings_file() -> Path:
    """Where the settings lie."""
    return paths.settings_folder() / "settings.json"


def load(notify: Callable[[SettingsError], object] | None = None) -> Settings:
    """The saved settings, or the defaults where there are none or the file is damaged.

    A damaged file is kept beside under another name, which `notify` is told; without `notify`
    it stays as it is. Raises :class:`SettingsError` if the file cannot be read.
    """
    file = settings_file()
    try:
        found = _saved(file)
    except FileNotFoundError:
        return Settings()
    except (ValueError, RecursionError):
        if notify is not None:
            kept = _set_aside(file)
            notify(
                SettingsError(
                    str(file),
                    message("The settings were damaged, so the usual ones hold."),
                    message("The damaged file is kept as {name}.", name=kept.name),
                )
            )
        return Settings()
    return _from_json(found)


def examine() -> None:
    """Raise :class:`SettingsError` if the saved settings cannot be read; nothing is changed."""
    file = settings_file()
    try:
        _saved(file)
    except FileNotFoundError:
        return
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            str(file),
            message("The settings are damaged, so the usual ones hold."),
            message("Start Tingshu: it keeps the damaged file under another name."),
        ) from error


def _saved(file: Path) -> dict[str, Any]:
    """What the file holds; :class:`ValueError` if it is damaged."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise SettingsError(
            str(file),
            message("The settings cannot be read ({strerror}).", strerror=error.strerror),
            message("Check its permissions."),
        ) from error
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _set_aside(file: Path) -> Path:
    """Rename the damaged file so that nothing is overwritten; where it lies now."""
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")).exists():
        number += 1
    try:
        return file.replace(aside)
    except OSError:  # where even that is forbidden, it just stays
        return file


def save(settings: Settings) -> None:
    """Write `settings`; the old file stays whole until the new one is."""
    file = settings_file()
    content = {**settings.unknown, **_as_json(settings, _NAMES)}
    draft = file.with_suffix(".new")
    try:
        draft.write_text(json.dumps(content, ensure_ascii=True, indent=2) + "\n", "utf-8")
        os.replace(draft, file)
    except OSError as error:
        raise SettingsError(
            str(file),
            message("The settings cannot be saved ({strerror}).", strerror=error.strerror),
            message("Free some space or check the folder's permissions."),
        ) from error


def accepted(found: Mapping[str, Any]) -> dict[str, Any]:
    """Of what was read from a file the settings of this version, numbers within their limits.

    What is of no setting's type is left out.
    """
    defaults = Settings()
    fitting = {
        name: _fitting(name, found[name], getattr(defaults, name))
        for name in _NAMES
        if name in found
    }
    return {name: value for name, value in fitting.items() if value is not None}


def sounding(settings: Settings) -> dict[str, Any]:
    """Those of `settings` by which a book sounds as it does, as JSON takes them."""
    return _as_json(settings, _SOUNDING)


def with_sounding(settings: Settings, kept: Mapping[str, Any]) -> Settings:
    """`settings`, but a book sounds as by those that :func:`sounding` gave.

    `kept` may come from a file: what is damaged or missing there stays as it is.
    """
    known = accepted(kept)
    return settings.changed(**{name: known[name] for name in _SOUNDING if name in known})


def _as_json(settings: Settings, names: Iterable[str]) -> dict[str, Any]:
    values = {name: getattr(settings, name) for name in names}
    return {
        name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()
    }


def _from_json(found: Mapping[str, Any]) -> Settings:
    unknown = {name: value for name, value in found.items() if name not in _NAMES}
    return Settings(**accepted(found), unknown=unknown)


def _fitting(name: str, value: Any, default: Any) -> Any:  # noqa: ANN401
    """`value` if it is of the setting's type (numbers clamped), else None."""
    if isinstance(default, float):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or (isinstance(value, float) and not math.isfinite(value)):
            return None
        low, high = _LIMITS[name]
        return float(min(high, max(low, value)))  # in this order: whole numbers may be huge
    if isinstance(default, int) and not isinstance(default, bool):
        low, high = _LIMITS[name]
        return int(min(high, max(low, value))) if type(value) is int else None
    if isinstance(default, Mapping):
        if isinstance(value, dict):
            return {k: v for k, v in value.items() if isinstance(v, str)}
        return None
    kind = bool if isinstance(default, bool) else str
    known = value in CHOICES[name] if name in CHOICES else isinstance(value, kind)
    return value if known else None
