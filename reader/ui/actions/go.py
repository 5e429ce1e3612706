"""The Go menu beyond single steps: history, contents, lists to choose from, panes, the place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from reader.navigation.place import Position
from reader.navigation.whereabouts import Whereabouts, whereabouts
from reader.ui.actions.part import Actions, Part
from reader.ui.dialogs import ask
from reader.ui.language import in_words
from reader.ui.notes.in_words import mark_in_words


class GoActions(Part):
    """Jumps, and the way back."""

    def actions(self) -> Actions:
        """By the commands' names."""
        self.window.view.link_clicked.connect(self._clicked)
        return {
            "back": self.back,
            "forward": self.forward,
            "contents": self.window.chapters.go_to_current,
            "elements": self.show_elements,
            "go_to_page": partial(self._ask_where, "page"),
            "go_to_percent": partial(self._ask_where, "percent"),
            "go_to_line": partial(self._ask_where, "line"),
            "follow": self.follow,
            "text": self.window.focus_text,
            "next_pane": lambda: self._cycle(1),
            "previous_pane": lambda: self._cycle(-1),
            "where": self.tell_where,
            "where_dialog": self.show_where,
        }

    def back(self) -> None:
        """Return to where the last jump began."""
        self._travel(self.window.guide.history.back, self.tr("No earlier place"))

    def forward(self) -> None:
        """Undo going back."""
        self._travel(self.window.guide.history.forward, self.tr("No later place"))

    def show_elements(self) -> None:
        """List headings, links, notes, tables and pictures."""
        from reader.ui.elements_dialog import ElementsDialog

        here = self.position
        if here is not None:
            dialog = ElementsDialog(self.window.guide.elements, here, self.window)
            dialog.chosen.connect(self.go_and_focus)
            dialog.told.connect(self.window.announcer.announce)
            self.show(dialog)

    def go_and_focus(self, target: Position) -> None:
        """Jump to `target` and put the focus on the text."""
        self.go(target)
        self.window.focus_text()

    def follow(self) -> None:
        """Go where the link or the reference to a note at the caret leads."""
        if (here := self.position) is not None:
            self._follow(here)

    def _clicked(self, offset: int) -> None:
        if self.window.shown_chapter is not None:
            self._follow(Position(self.window.shown_chapter, offset))

    def _follow(self, here: Position) -> None:
        guide = self.window.guide
        link = guide.links.at(here)
        target = link.target if link is not None else guide.notes.target(here)
        if isinstance(target, Position):
            self.go(target, exactly=True)
            self._say_unless_heard(self.session.sentence if self.session is not None else "")
        elif target is not None:
            self._leave(target)
        elif link is not None:
            self.say(self.tr("This link leads nowhere in the book"))
        else:
            self.say(self.tr("No link here"))

    def tell_where(self) -> None:
        """Say and show where the reader is."""
        from reader.ui.where_dialog import whereabouts_in_words

        if (place := self._whereabouts()) is not None:
            self.say(whereabouts_in_words(place, self._noted()))

    def show_where(self) -> None:
        """Show where the reader is, to be read at leisure."""
        from reader.ui.where_dialog import WhereDialog

        place, session = self._whereabouts(), self.session
        if place is None or session is None:
            return
        speaker, book = self.desk.speaker, session.book
        voice = speaker.voice_for(book.language) if speaker is not None else None
        dialog = WhereDialog(
            place,
            self.window,
            noted=self._noted(),
            title=book.title,
            rate=self.settings.rate,
            voice=in_words(voice.title) if voice is not None else "",
        )
        self.show(dialog)

    # Inside

    def _travel(self, step: Callable[[Position], Position | None], nothing: str) -> None:
        here = self.position
        if here is None:
            return
        target = step(here)
        if target is None:
            self.say(nothing)
            return
        self.arrive(target)
        self._say_unless_heard(self.session.sentence if self.session is not None else "")

    def _ask_where(self, kind: str) -> None:
        from reader.ui.go_to_dialog import GoToDialog

        here, guide = self.position, self.window.guide
        if here is None:
            return
        if kind == "page" and not guide.pages.labels():
            self.say(self.tr("This book has no page numbers"))
            return
        dialog = GoToDialog(kind, here, guide.pages, guide.extent, self.window)
        dialog.chosen.connect(self.go_and_focus)
        dialog.told.connect(self.window.announcer.announce)
        self.show(dialog)

    def _leave(self, address: str) -> None:
        """Ask before the link opens in another program."""
        ask(
            self.window,
            self.tr("Link"),
            self.tr("This link leads out of the book, to {address}").format(address=address),
            self.tr("&Open in the browser"),
            lambda: QDesktopServices.openUrl(QUrl(address)),
        )

    def _whereabouts(self) -> Whereabouts | None:
        session, here, guide = self.session, self.position, self.window.guide
        if session is None or here is None:
            return None
        return whereabouts(
            session.book,
            here,
            elements=guide.elements,
            pages=guide.pages,
            extent=guide.extent,
            seconds_left=session.seconds_left(whole_book=True),
        )

    def _noted(self) -> str:
        """The note or the bookmark that is here, as a line; empty where there is none."""
        here, marks = self.position, self.window.marks
        if here is None:
            return ""
        mark = marks.note_at(here) or marks.in_sentence(here)
        return mark_in_words(mark) if mark is not None else ""

    def _cycle(self, step: int) -> None:
        """Move the focus to the next part of the window that can take it."""
        panes = [pane for pane in self.window.panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        inside = [number for number, pane in enumerate(panes) if _holds(pane, focus)]
        now = inside[0] if inside else (-1 if step > 0 else 0)
        if panes:
            _focus_first(panes[(now + step) % len(panes)])


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _focus_first(pane: QWidget) -> None:
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for child in pane.findChildren(QWidget):
        if (
            child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
