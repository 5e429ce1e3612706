"""The commands of the menu Listen."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_listen = partial(Command, menu="listen")
_listen_to_book = partial(_listen, needs_book=True)

LISTEN_COMMANDS: tuple[Command, ...] = (
    _listen_to_book(
        name="play",
        text=QT_TRANSLATE_NOOP("Commands", "&Play"),
        help=QT_TRANSLATE_NOOP("Commands", "Begins to read aloud, pauses, or goes on."),
        keys=("F5",),
        reading_keys=("Space",),
        media_keys=("Media Play", "Toggle Media Play/Pause"),
    ),
    _listen_to_book(
        name="play_here",
        text=QT_TRANSLATE_NOOP("Commands", "Play from the &caret"),
        help=QT_TRANSLATE_NOOP("Commands", "Reads aloud from the sentence at the caret."),
        keys=("Ctrl+Return", "Ctrl+Enter"),
    ),
    _listen_to_book(
        name="pause",
        text=QT_TRANSLATE_NOOP("Commands", "P&ause or go on"),
        help=QT_TRANSLATE_NOOP("Commands", "Pauses the voice, or goes on after a pause."),
        keys=("F6",),
        media_keys=("Media Pause",),
    ),
    _listen_to_book(
        name="stop",
        text=QT_TRANSLATE_NOOP("Commands", "&Stop"),
        help=QT_TRANSLATE_NOOP("Commands", "Ends reading aloud; the place is kept."),
        keys=("F7",),
        media_keys=("Media Stop",),
    ),
    _listen_to_book(
        name="speak_selection",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Speak the s&election"),
        help=QT_TRANSLATE_NOOP("Commands", "Reads aloud what is selected, and nothing after it."),
        keys=("Shift+F5",),
    ),
    _listen_to_book(
        name="hear_note",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Hear the &note"),
        help=QT_TRANSLATE_NOOP("Commands", "Reads aloud the note at the caret, then comes back."),
        keys=("Ctrl+Shift+N",),
    ),
    _listen_to_book(
        name="jump_forward",
        repeats=True,
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "&Ten seconds on"),
        help=QT_TRANSLATE_NOOP("Commands", "Jumps ten seconds ahead in what is read aloud."),
        keys=("Alt+.",),
        reading_keys=("J",),
    ),
    _listen_to_book(
        name="jump_back",
        repeats=True,
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Ten seconds &back"),
        help=QT_TRANSLATE_NOOP("Commands", "Jumps ten seconds back in what is read aloud."),
        keys=("Alt+,",),
        reading_keys=("Shift+J",),
    ),
    _listen(
        name="faster",
        repeats=True,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "&Faster"),
        help=QT_TRANSLATE_NOOP("Commands", "Makes the voice speak faster."),
        keys=("Ctrl+]",),
    ),
    _listen(
        name="slower",
        repeats=True,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "S&lower"),
        help=QT_TRANSLATE_NOOP("Commands", "Makes the voice speak slower."),
        keys=("Ctrl+[",),
    ),
    _listen(
        name="louder",
        repeats=True,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "Lo&uder"),
        help=QT_TRANSLATE_NOOP("Commands", "Turns the sound up."),
        keys=("Ctrl+Shift+PgUp",),
    ),
    _listen(
        name="quieter",
        repeats=True,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "&Quieter"),
        help=QT_TRANSLATE_NOOP("Commands", "Turns the sound down."),
        keys=("Ctrl+Shift+PgDown",),
    ),
    _listen(
        name="study_mode",
        group=4,
        text=QT_TRANSLATE_NOOP("Commands", "Stud&y mode"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Stops after each sentence, after each paragraph, or not at all, in turn."
        ),
        keys=("Ctrl+Shift+T",),
    ),
    _listen_to_book(
        name="sleep_timer",
        group=4,
        text=QT_TRANSLATE_NOOP("Commands", "Sleep ti&mer…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Ends reading aloud after a time, or at the end of the chapter."
        ),
        keys=("Ctrl+Shift+S",),
    ),
    _listen(
        name="voices",
        group=5,
        text=QT_TRANSLATE_NOOP("Commands", "&Voices…"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows the voices, to choose among them or to install."),
        keys=("Ctrl+Shift+V",),
    ),
    _listen(
        name="sound",
        group=5,
        text=QT_TRANSLATE_NOOP("Commands", "Soun&d…"),
        help=QT_TRANSLATE_NOOP("Commands", "Chooses the device that the sound comes out of."),
        keys=("Ctrl+Shift+D",),
    ),
)
