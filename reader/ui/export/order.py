"""What has to be known to begin an export, or to go on with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.export.options import ExportOptions
from reader.narration.skipping import LEVELS, Skipping
from reader.settings import Settings, sounding, with_sounding

if TYPE_CHECKING:
    from reader.books.model import Book
    from reader.direction import Direction
    from reader.export.unfinished import Unfinished


@dataclass(frozen=True, kw_only=True)
class Order:
    """An export of the book called `title` to `target`, which sounds by `settings`.

    `book` and `direction` are there if it was open; else they are made from the file `source`.
    To `resume` is to go on where an earlier run stopped.
    """

    title: str
    target: Path
    options: ExportOptions
    settings: Settings
    skipping: Skipping = field(default_factory=Skipping)
    source: Path | None = None
    book: Book | None = None
    direction: Direction | None = None
    resume: bool = False

    @property
    def extras(self) -> Mapping[str, Any]:
        """What is kept with the export, so that it sounds the same when somebody goes on."""
        return {
            "settings": sounding(self.settings),
            "skip": self.skipping.level,
            "images": self.skipping.images,
        }

    def again(self, source: Path | None = None) -> Order:
        """To go on with it; `source` is where its book is now, if that was moved."""
        return replace(self, resume=True, source=source or self.source)

    def as_begun(self, options: ExportOptions, extras: Mapping[str, Any]) -> Order:
        """To go on with what an earlier order to this place began, as it was chosen then."""
        settings = _settings_of(extras, self.settings)
        return replace(
            self.again(),
            options=options,
            settings=settings,
            skipping=_skipping_of(extras),
            direction=self.direction and self.direction.copy(settings),
        )

    def without_book(self) -> Order:
        """The same without what takes memory."""
        return replace(self, book=None, direction=None)


def order_of(job: Unfinished, settings: Settings) -> Order:
    """How to go on with `job`; what it does not tell is as the present `settings` have it."""
    return Order(
        title=job.title,
        target=job.target,
        options=job.options,
        settings=_settings_of(job.extras, settings),
        skipping=_skipping_of(job.extras),
        source=job.source,
        resume=True,
    )


def _settings_of(extras: Mapping[str, Any], settings: Settings) -> Settings:
    """`settings`, with those that were kept."""
    kept = extras.get("settings")
    return with_sounding(settings, kept) if isinstance(kept, dict) else settings


def _skipping_of(extras: Mapping[str, Any]) -> Skipping:
    level = extras.get("skip")
    return Skipping(
        level=level if level in LEVELS else "none", images=bool(extras.get("images", True))
    )
