"""A window over a small book, a humming voice and an output whose clock the test turns."""

from __future__ import annotations

from pathlib import Path

from reader.books.model import Block, BlockKind, Book, Chapter, Emphasis, Run
from reader.export.studio import Studio
from reader.library.store import Library
from reader.settings import Settings
from reader.speech.capabilities import Capabilities
from reader.speech.speaker import Speaker
from reader.ui.desk import Desk
from reader.ui.main_window import MainWindow
from reader.ui.sound import SoundSystem
from tests.fakes.engine import FakeEngine
from tests.fakes.exporting import workers_here
from tests.fakes.output import FakeOutput


def paragraph(*texts: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, runs=tuple(Run(text=text) for text in texts))


def heading(text: str, level: int = 1) -> Block:
    return Block(kind=BlockKind.HEADING, level=level, runs=(Run(text=text),))


def small_book() -> Book:
    """Three chapters in English and Chinese, with a character beyond the basic plane."""
    return Book(
        title="The Lamp on the Quay",
        authors=("A. Writer",),
        identifier="a small book",
        language="en",
        chapters=(
            Chapter(
                title="The harbour",
                blocks=(
                    heading("The harbour"),
                    paragraph("It was late. The lamp was burning. Nobody came."),
                    paragraph("A smile 😀 appeared 𠮷 there. Then the 😀 light went out."),
                    Block(
                        kind=BlockKind.PARAGRAPH,
                        runs=(
                            Run(text="A "),
                            Run(text="very", emphasis=Emphasis.EMPHASIS),
                            Run(text=" dark night."),
                        ),
                    ),
                ),
            ),
            Chapter(
                title="信",
                blocks=(heading("信"), paragraph("她打开了信。信里只有一句话。")),
            ),
            Chapter(
                title="A note",
                level=2,
                blocks=(heading("A note", 2), paragraph("These are the last words.")),
            ),
        ),
    )


class FakeSound(SoundSystem):
    """One engine that hums; one output, or the error that there is none."""

    def __init__(self, *, missing: Exception | None = None) -> None:
        self.engine = FakeEngine(
            capabilities=Capabilities(rate=True, pitch=True, emphasis=True, word_times=True)
        )
        self.engines = [self.engine]
        self.outputs: list[FakeOutput] = []
        self.chosen: list[tuple[str | None, float]] = []
        self.missing = missing
        self.refused = 0

    def devices(self):
        return ["Headphones, ALSA", "Loudspeakers, ALSA"]

    def speaker(self, settings, notify):
        return Speaker(self.engines, voices=settings.voices, notify=notify)

    def studio(self, settings):
        return Studio(voices=settings.voices, open=self._all_engines)

    def workers(self):
        return workers_here()

    def _all_engines(self):
        return self.engines

    def output(self, settings):
        if self.missing is not None:
            self.refused += 1
            raise self.missing
        self.chosen.append((settings.output_device, settings.output_buffer))
        self.outputs.append(FakeOutput())
        return self.outputs[-1]


class Scene:
    """A window that shows `book`, and the means to wait for what happens in it."""

    def __init__(self, qtbot, folder: Path, book: Book, sound: FakeSound, **choices) -> None:
        self.qtbot = qtbot
        self.sound = sound
        self.book = book
        self.path = folder / "book.epub"
        self.library = Library(folder / "library.sqlite")
        self.read_book = lambda *_, **__: self.book
        self.desk = Desk(
            Settings(**choices),
            self.library,
            sound=sound,
            read_book=self._read,
        )
        self.window = MainWindow(self.desk)
        qtbot.addWidget(self.window)
        self.window.show_welcome()
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def open(self) -> Scene:
        """Open the book and wait until the voice is ready."""
        with self.qtbot.waitSignal(self.desk.opened):
            self.desk.open(self.path)
        if self.sound.missing is None:
            self.qtbot.waitUntil(lambda: self.session.attached)
        return self

    def _read(self, *place, **options) -> Book:
        return self.read_book(*place, **options)

    def close(self) -> None:
        self.window.close()
        self.library.close()

    @property
    def session(self):
        return self.desk.session

    @property
    def text(self) -> str:
        """The sentence of the present place, from the book itself."""
        passage = self.session.passage
        return self.book.chapters[passage.chapter].text[passage.start : passage.end]

    def listen_until(self, condition) -> None:
        """Let the output play until `condition()` holds."""

        def heard() -> bool:
            for output in self.sound.outputs:
                output.advance()
            return condition()

        self.qtbot.waitUntil(heard, timeout=10_000)
