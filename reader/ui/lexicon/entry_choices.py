"""The three choices of a pronunciation: how the word is said, where, and what is meant by it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.lexicon.entry import Entry, Kind, Matching
from reader.ui.groups import RadioChoice
from reader.ui.language import language_name

_BOOK, _LANGUAGE, _EVERYWHERE = "book", "language", "everywhere"


class EntryChoices(QWidget):
    """Begins with what `entry` has.

    `book` is the identifier of the open book, None without one; `language` the primary tag of
    where the word stands, empty if nobody knows.
    """

    kind_chosen = Signal()
    place_chosen = Signal()
    """Where it holds, or what is meant, was chosen."""

    def __init__(self, entry: Entry, book: str | None, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry, self._book = entry, book
        self._language = entry.language or language
        self.how, self.where, self.matching = self._how(), self._where(), self._matching()
        self.how.chosen.connect(self.kind_chosen)
        right = QVBoxLayout()
        for choice in (self.where, self.matching):
            right.addWidget(choice)
        right.addStretch(1)
        row = QHBoxLayout(self)  # three beside one another are too wide in large letters
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.how, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        for choice in (self.where, self.matching):
            choice.chosen.connect(self.place_chosen)

    @property
    def kind(self) -> Kind:
        """How the word is said."""
        return Kind(self.how.word)

    def applied_to(self, entry: Entry) -> Entry:
        """`entry` with what is chosen."""
        where = self.where.word
        stays = where == _BOOK and self._entry.book is not None
        return replace(
            entry,
            kind=self.kind,
            matching=Matching(self.matching.word),
            book=self._book if where == _BOOK else None,
            language=self._language if where == _LANGUAGE else entry.language if stays else "",
        )

    def _how(self) -> RadioChoice:
        entries = [
            (Kind.RESPELLING.value, self.tr("&Like other words")),
            (Kind.PINYIN.value, self.tr("By &pinyin")),
            (Kind.IPA.value, self.tr("By phonetic signs (&IPA)")),
            (Kind.SKIP.value, self.tr("&Not at all")),
            (Kind.STRESS.value, self.tr("With e&mphasis")),
        ]
        return RadioChoice(self.tr("How it is said"), entries, self._entry.kind.value, self)

    def _where(self) -> RadioChoice:
        entries = [(_BOOK, self.tr("In this &book"))] if self._book is not None else []
        if self._language:
            name = language_name(self._language)
            entries.append((_LANGUAGE, self.tr("In every &text in {name}").format(name=name)))
        entries.append((_EVERYWHERE, self.tr("&Everywhere")))
        where = _LANGUAGE if self._entry.language else _EVERYWHERE
        where = _BOOK if self._entry.book is not None else where
        return RadioChoice(self.tr("Where"), entries, where, self)

    def _matching(self) -> RadioChoice:
        entries = [
            (Matching.WORD.value, self.tr("The whole wor&d")),
            (Matching.ANYWHERE.value, self.tr("Also inside wo&rds")),
            (Matching.PATTERN.value, self.tr("A pattern (regular e&xpression)")),
        ]
        return RadioChoice(self.tr("What is meant"), entries, self._entry.matching.value, self)
